"""What decides about an order, kept between transactions as long as the change log says that it holds.

The door checks, prices and routes every order again on what the store says, not on what a screen remembers.
Most of that (settings, sites, people, rule tables, items with their prices) changes rarely, so it is kept
from one command to the next. Inside each transaction the store's clock is read first; what the change log
tells since then is forgotten, and anything that it does not account for means that all is read again. Stock
and customers are read every time: every order changes them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.orm import Session

from orderdesk.clock import business_date
from orderdesk.models import Base
from orderdesk.services.desk import Desk
from orderdesk.services.packed import replaced
from orderdesk.services.reading.desk import VERSION, ItemPart, load_desk, load_item_facts, stock_of
from orderdesk.services.reading.shelves import put_over

_CHANGES = Base.metadata.tables["change_log"].c
_RULES = Base.metadata.tables["rule_table"].c
_SINCE = (
    select(_CHANGES.v, _CHANGES.type, _CHANGES.object_id)
    .where(_CHANGES.v > bindparam("since"), _CHANGES.v <= bindparam("now"))
    .limit(bindparam("most"))
)
_NEXT_RULES = select(func.min(_RULES.live_from)).where(_RULES.live_from > bindparam("now"))

# Whatever else changes means that all is read again: a new kind of thing is safe before it is quick.
_NOT_KEPT = frozenset(
    {
        "attachment", "comment", "confirmation", "customer", "delivery", "hold", "order", "rule_draft",
        "stock", "task",
    }
)  # fmt: skip
_MOST_ITEMS = 1_000  # a few megabytes; what a day's orders name
_MOST_CHANGES = 2_000  # rows of the change log between two commands of this process


@dataclass(frozen=True, slots=True)
class _Kept:
    """The desk of some items, without their stock, and until when its rules decide."""

    desk: Desk
    items: frozenset[UUID]  # those asked for, also where there is no such item
    next_rules: datetime | None

    def holds_at(self, now: datetime, version: int) -> bool:
        """Whether time alone leaves it true: the same day, no table begun, a clock that went on."""
        desk = self.desk
        if now < desk.as_of or version < desk.version:
            return False
        if self.next_rules is not None and now >= self.next_rules:
            return False
        zone = "UTC" if desk.default_site_id is None else desk.sites[desk.default_site_id].zone
        return business_date(now, zone) == desk.today

    def without(self, gone: frozenset[UUID]) -> _Kept:
        """Return the same without some of the items."""
        return replace(self, desk=_exchanged(self.desk, _NOTHING, gone), items=self.items - gone)

    def with_items(self, connection: Connection, wanted: frozenset[UUID]) -> _Kept:
        """Return the same with further items, read now."""
        part = load_item_facts(connection, wanted, self.desk.settings, self.desk.today)
        return replace(self, desk=_exchanged(self.desk, part, wanted), items=self.items | wanted)


_NOTHING = ItemPart({}, {}, {}, {})


def _exchanged(desk: Desk, part: ItemPart, items: frozenset[UUID]) -> Desk:
    """Return a desk with what ``part`` says of these items in the place of what it said itself."""
    return replace(
        desk,
        items=replaced(desk.items, part.items, items),
        lists=put_over(desk.lists, part.lists, items),
        tiers=put_over(desk.tiers, part.tiers, items),
        kept=replaced(desk.kept, part.kept, items),
    )


class DeskMemory:
    """Keeps what one store says of some items; for any thread, each transaction checks it anew."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None  # never changed, only put in the place of another

    def desk_at(self, connection: Connection, now: datetime, item_ids: Collection[UUID]) -> Desk:
        """Return the desk at ``now`` with these items, and perhaps others, but stock of these alone.

        The clock is read before anything else: on PostgreSQL what another desk commits meanwhile is then
        either seen here already or told by the change log the next time.
        """
        version = connection.execute(VERSION).scalar_one()
        wanted = frozenset(item_ids)
        kept = self._still_true(connection, now, version)
        if kept is None or len(kept.items | wanted) > _MOST_ITEMS:
            desk = load_desk(connection, now, item_ids=wanted, with_customers=False)
            kept = _Kept(desk, wanted, connection.execute(_NEXT_RULES, {"now": now}).scalar_one())
        elif wanted - kept.items:
            kept = kept.with_items(connection, wanted - kept.items)
        desk = replace(kept.desk, as_of=now, version=version, stock={})
        self._kept = replace(kept, desk=desk)
        return replace(desk, stock=stock_of(connection, wanted))

    def _still_true(self, connection: Connection, now: datetime, version: int) -> _Kept | None:
        """Return what is kept less the items that have changed; ``None`` where more than those may have."""
        kept = self._kept
        if kept is None or not kept.holds_at(now, version):
            return None
        since = {"since": kept.desk.version, "now": version, "most": _MOST_CHANGES + 1}
        changes = connection.execute(_SINCE, since).all()
        accounted = len({row.v for row in changes}) == version - kept.desk.version  # no change without a word
        others = {row.type for row in changes} - _NOT_KEPT - {"item"}
        if others or not accounted or len(changes) > _MOST_CHANGES:
            return None
        changed = kept.items & {row.object_id for row in changes if row.type == "item"}
        return kept.without(changed) if changed else kept


def memory_of(session: Session) -> DeskMemory:
    """Return what is kept for the store of a session; nothing yet where the session is not a store's own."""
    found = session.info.setdefault("kept", {}).setdefault(DeskMemory, None)
    if found is None:
        found = session.info["kept"][DeskMemory] = DeskMemory()
    assert isinstance(found, DeskMemory)  # put there under its own type
    return found
