"""All command handlers by the names of their commands. Each family of use cases lists its own.

They are imported when the first command is executed: a desk that starts shows its windows before it writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from orderdesk.ports import Ports
from orderdesk.services.context import Handler
from orderdesk.services.door import Door
from orderdesk.services.store import Store


@cache
def all_handlers() -> Mapping[str, Handler]:
    """Return the handler of every command."""
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

    families = (
        drafts,
        submitting,
        changing,
        approving,
        holds,
        attaching,
        delivering,
        commenting,
        confirming,
        stock,
        master,
        adjusting,
        history,
        seeding,
        tiering,
        twins,
        rule_drafts,
        publishing,
        rerouting,
    )
    return {name: handler for family in families for name, handler in family.HANDLERS.items()}


def open_door(store: Store, ports: Ports) -> Door:
    """Return the door of a store with every handler behind it."""
    return Door(store, ports, all_handlers)
