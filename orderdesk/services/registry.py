"""All command handlers by the names of their commands. Each family of use cases lists its own."""

from __future__ import annotations

from orderdesk.ports import Ports
from orderdesk.services import (
    adjusting,
    approving,
    attaching,
    changing,
    commenting,
    confirming,
    delivering,
    drafts,
    history,
    holds,
    master,
    publishing,
    rerouting,
    rule_drafts,
    seeding,
    stock,
    submitting,
    tiering,
    twins,
)
from orderdesk.services.context import Handler
from orderdesk.services.door import Door
from orderdesk.services.store import Store

HANDLERS: dict[str, Handler] = {
    **drafts.HANDLERS,
    **submitting.HANDLERS,
    **changing.HANDLERS,
    **approving.HANDLERS,
    **holds.HANDLERS,
    **attaching.HANDLERS,
    **delivering.HANDLERS,
    **commenting.HANDLERS,
    **confirming.HANDLERS,
    **stock.HANDLERS,
    **master.HANDLERS,
    **adjusting.HANDLERS,
    **history.HANDLERS,
    **seeding.HANDLERS,
    **tiering.HANDLERS,
    **twins.HANDLERS,
    **rule_drafts.HANDLERS,
    **publishing.HANDLERS,
    **rerouting.HANDLERS,
}


def open_door(store: Store, ports: Ports) -> Door:
    """Return the door of a store with every handler behind it."""
    return Door(store, ports, HANDLERS)
