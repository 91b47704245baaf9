"""Price adjustments: written as drafts, published into the lists by their days, and taken back in one step.

Publishing writes dated prices at once: the old one ends the day before the start, the new one begins on it,
so nothing has to happen on the day itself. What stood there before is kept with each line; taking an
adjustment back puts exactly that in its place again, unless something newer stands there by now. See
docs/adr/0014.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from orderdesk.clock import business_date
from orderdesk.errors import Problem
from orderdesk.models import Item, ItemUnit, PriceAdjustment, PriceAdjustmentLine, PriceList
from orderdesk.rules import states
from orderdesk.rules.adjustments import DatedPrice, adjusted, price_on
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.records import (
    Aggregate,
    RowData,
    insert_aggregates,
    read_aggregate,
    replace_aggregate,
)
from orderdesk.services.writing import draw_adjustment_number, zone_of_default_site
from orderdesk.values import canonical_json, plain
from orderdesk.wire.commands import (
    CancelAdjustment,
    PublishAdjustment,
    PutAdjustment,
    RollBackAdjustment,
)
from orderdesk.wire.records import AdjustmentLineRecord, AdjustmentRecord

_NOTHING = "[]"
_Key = tuple[UUID, UUID, str]  # list, item, unit


def put_adjustment(session: Session, data: PutAdjustment, context: Context) -> Result:
    """Create or change the draft of an adjustment; a new one draws its number."""
    record = data.record
    old = read_aggregate(session, "price_adjustment", record.id)
    problems = [*_draft_problems(old, context), *_line_problems(session, record)]
    if problems:
        return refused(*problems)
    head: RowData = {
        "id": record.id, "revision": 1, "number": "", "state": "draft", "written_by": context.actor.person_id,
        "written_at": context.now, "published_by": None, "published_at": None, "ended_by": None,
        "ended_at": None, "end_reason": "",
    }  # fmt: skip
    if old is not None:
        head = {**old.head, "revision": old.head["revision"] + 1}
    else:
        head["number"] = draw_adjustment_number(session)
    head |= {"start": record.start, "reason": record.reason, "open_orders": record.open_orders}
    lines = [_line_row(record.id, position, line) for position, line in enumerate(record.lines, start=1)]
    return _written(session, old, Aggregate("price_adjustment", head, (lines,)))


def publish_adjustment(session: Session, data: PublishAdjustment, context: Context) -> Result:
    """Write the new prices into their lists, to hold from the start date on; all problems come at once."""
    old = read_aggregate(session, "price_adjustment", data.adjustment_id)
    problem = _cannot(old, data.adjustment_id, "publish", context)
    if problem is not None or old is None:
        return refused(*((problem,) if problem is not None else ()))
    lines = sorted(old.children[0], key=lambda line: line["position"])
    lists = _lists(session, {line["price_list_id"] for line in lines})
    problems = [*_publish_problems(session, old, lines, context)]
    made: list[RowData] = []
    for index, line in enumerate(lines):
        prices = lists[line["price_list_id"]]
        before = prices.entries(line)
        now = price_on(before, old.head["start"])
        if now != line["old_price"]:
            params = {"old": _shown(line["old_price"]), "now": _shown(now)}
            problems.append(Problem("problem.adjustment.old_price", f"lines[{index}].old_price", params))
            continue
        after = adjusted(before, old.head["start"], line["new_price"], context.ids.new())
        prices.put(line, after)
        made.append({**line, "before": _as_json(before), "after": _as_json(after)})
    if problems:
        return refused(*problems)
    head = _next_head(old, state=states.next_state("adjustment", old.head["state"], "publish"))
    head |= {"published_by": context.actor.person_id, "published_at": context.now}
    result = _written(session, old, Aggregate("price_adjustment", head, (made,)))
    return replace(result, touched=(*result.touched, *_write_lists(session, lists)))


def roll_back_adjustment(session: Session, data: RollBackAdjustment, context: Context) -> Result:
    """Put back what stood in the lists before; refused where a price was changed again since."""
    old = read_aggregate(session, "price_adjustment", data.adjustment_id)
    problem = _cannot(old, data.adjustment_id, "roll_back", context)
    if problem is not None or old is None:
        return refused(*((problem,) if problem is not None else ()))
    lines = sorted(old.children[0], key=lambda line: line["position"])
    lists = _lists(session, {line["price_list_id"] for line in lines})
    problems = []
    for index, line in enumerate(lines):
        prices = lists[line["price_list_id"]]
        if set(prices.entries(line)) != set(_from_json(line["after"])):
            problems.append(_changed_since(session, old, line, index))
            continue
        prices.put(line, _from_json(line["before"]))
    if problems:
        return refused(*problems)
    is_in_force = old.head["start"] <= _today(session, context)
    verb = "roll_back" if is_in_force else "withdraw"
    head = _next_head(old, state=states.next_state("adjustment", old.head["state"], verb))
    head |= {"ended_by": context.actor.person_id, "ended_at": context.now, "end_reason": data.reason}
    result = _written(session, old, Aggregate("price_adjustment", head, (list(lines),)))
    return replace(result, touched=(*result.touched, *_write_lists(session, lists)))


def cancel_adjustment(session: Session, data: CancelAdjustment, context: Context) -> Result:
    """Give a draft up; its number is never used again."""
    old = read_aggregate(session, "price_adjustment", data.adjustment_id)
    problem = _cannot(old, data.adjustment_id, "cancel", context)
    if problem is not None or old is None:
        return refused(*((problem,) if problem is not None else ()))
    head = _next_head(old, state=states.next_state("adjustment", old.head["state"], "cancel"))
    head |= {"ended_by": context.actor.person_id, "ended_at": context.now}
    return _written(session, old, Aggregate("price_adjustment", head, (list(old.children[0]),)))


# ── what may not be ────────────────────────────────────────────────────────────────────────────────


def _draft_problems(old: Aggregate | None, context: Context) -> Iterator[Problem]:
    if old is None:
        if context.base_revision is not None:
            yield Problem("problem.revision.stale", "", {"now": 0})
        return
    if not states.can("adjustment", old.head["state"], "put"):
        yield Problem("problem.adjustment.state", "", {"number": old.head["number"]})
    elif context.base_revision != old.head["revision"]:
        yield Problem("problem.revision.stale", "", {"now": old.head["revision"]})


def _cannot(old: Aggregate | None, adjustment_id: UUID, verb: str, context: Context) -> Problem | None:
    if old is None:
        return Problem("problem.reference.unknown", "adjustment_id", {"value": str(adjustment_id)})
    if not states.can("adjustment", old.head["state"], verb):
        return Problem("problem.adjustment.state", "", {"number": old.head["number"]})
    if context.base_revision is not None and context.base_revision != old.head["revision"]:
        return Problem("problem.revision.stale", "", {"now": old.head["revision"]})
    return None


def _line_problems(session: Session, record: AdjustmentRecord) -> Iterator[Problem]:
    """Yield what a draft names that is not there, and prices that it names twice."""
    wanted = {line.item_id for line in record.lines}
    lists = set(session.scalars(select(PriceList.id).where(PriceList.id.in_(_ids(record.lines)))))
    units = {
        row.id: {row.unit} for row in session.execute(select(Item.id, Item.unit).where(Item.id.in_(wanted)))
    }
    for unit in session.execute(select(ItemUnit.item_id, ItemUnit.unit).where(ItemUnit.item_id.in_(wanted))):
        units[unit.item_id].add(unit.unit)
    seen: set[_Key] = set()
    for index, line in enumerate(record.lines):
        path = f"record.lines[{index}]"
        if line.price_list_id not in lists:
            yield Problem(
                "problem.reference.unknown", f"{path}.price_list_id", {"value": str(line.price_list_id)}
            )
        if line.item_id not in units:
            yield Problem("problem.reference.unknown", f"{path}.item_id", {"value": str(line.item_id)})
        elif line.unit not in units[line.item_id]:
            yield Problem("problem.item.unit_unknown", f"{path}.unit", {"unit": line.unit})
        key = (line.price_list_id, line.item_id, line.unit)
        if key in seen:
            yield Problem("problem.adjustment.twice", f"{path}.item_id")
        seen.add(key)


def _ids(lines: Iterable[AdjustmentLineRecord]) -> set[UUID]:
    return {line.price_list_id for line in lines}


def _publish_problems(
    session: Session, old: Aggregate, lines: Sequence[RowData], context: Context
) -> Iterator[Problem]:
    start: date = old.head["start"]
    if not old.head["reason"].strip():
        yield Problem("problem.adjustment.reason", "reason")
    if not lines:
        yield Problem("problem.adjustment.no_lines", "lines")
    if start < _today(session, context):
        yield Problem("problem.adjustment.start", "start", {"day": start.isoformat()})
    ends = {row.id: row for row in session.execute(select(PriceList.id, PriceList.code, PriceList.valid_to))}
    for index, line in enumerate(lines):
        of_list = ends[line["price_list_id"]]
        if of_list.valid_to is not None and of_list.valid_to < start:
            params = {"code": of_list.code, "day": of_list.valid_to.isoformat()}
            yield Problem("problem.adjustment.list_ended", f"lines[{index}].price_list_id", params)
        if line["new_price"] == line["old_price"]:
            yield Problem("problem.adjustment.same", f"lines[{index}].new_price")


def _changed_since(session: Session, old: Aggregate, line: Mapping[str, Any], index: int) -> Problem:
    """Return why a price cannot be put back: the later adjustment, or somebody's own hand."""
    later = session.scalars(
        select(PriceAdjustment.number)
        .join(PriceAdjustmentLine, PriceAdjustmentLine.adjustment_id == PriceAdjustment.id)
        .where(
            PriceAdjustment.state == "published",
            PriceAdjustment.id != old.id,
            PriceAdjustment.published_at >= old.head["published_at"],
            PriceAdjustmentLine.price_list_id == line["price_list_id"],
            PriceAdjustmentLine.item_id == line["item_id"],
            PriceAdjustmentLine.unit == line["unit"],
        )
        .order_by(PriceAdjustment.published_at.desc(), PriceAdjustment.number.desc())
    ).first()
    item = session.scalars(select(Item.code).where(Item.id == line["item_id"])).one()
    code = session.scalars(select(PriceList.code).where(PriceList.id == line["price_list_id"])).one()
    params = {"item": item, "list": code}
    path = f"lines[{index}]"
    if later is not None:
        return Problem("problem.adjustment.later", path, {**params, "number": later})
    return Problem("problem.adjustment.edited", path, params)


# ── rows ───────────────────────────────────────────────────────────────────────────────────────────


def _line_row(adjustment_id: UUID, position: int, line: AdjustmentLineRecord) -> RowData:
    return {
        "id": line.id, "adjustment_id": adjustment_id, "position": position,
        "price_list_id": line.price_list_id, "item_id": line.item_id, "unit": line.unit,
        "old_price": line.old_price, "new_price": line.new_price, "before": _NOTHING, "after": _NOTHING,
    }  # fmt: skip


def _next_head(old: Aggregate, *, state: str) -> RowData:
    return {**old.head, "revision": old.head["revision"] + 1, "state": state}


def _written(session: Session, old: Aggregate | None, new: Aggregate) -> Result:
    if old is None:
        insert_aggregates(session, new.type, (new,))
    else:
        replace_aggregate(session, new)
    before = "" if old is None else old.digest()
    row = TouchedRow(
        new.type, new.id, new.head["revision"], new.head["number"], before=before, after=new.digest()
    )
    return Result(touched=(row,))


class _ListPrices:
    """The prices of a locked list by item and unit, some of them replaced."""

    def __init__(self, aggregate: Aggregate) -> None:
        self.was = aggregate
        self.is_changed = False
        self._rows: dict[tuple[UUID, str], list[RowData]] = {}
        for row in aggregate.children[0]:
            self._rows.setdefault((row["item_id"], row["unit"]), []).append(row)

    def entries(self, line: Mapping[str, Any]) -> tuple[DatedPrice, ...]:
        """Return what stands there for the item and unit of a line, by its days."""
        found = [
            DatedPrice(row["id"], row["price"], row["valid_from"], row["valid_to"])
            for row in self._rows.get((line["item_id"], line["unit"]), ())
        ]
        return tuple(sorted(found, key=lambda entry: (entry.valid_from or date.min, entry.id.int)))

    def put(self, line: Mapping[str, Any], entries: Iterable[DatedPrice]) -> None:
        """Let these stand there instead."""
        self.is_changed = True
        self._rows[line["item_id"], line["unit"]] = [
            {
                "id": entry.id, "price_list_id": self.was.id, "item_id": line["item_id"],
                "unit": line["unit"], "price": entry.price, "valid_from": entry.valid_from,
                "valid_to": entry.valid_to,
            }
            for entry in entries
        ]  # fmt: skip

    def aggregate(self) -> Aggregate:
        """Return the list as it is now, one revision on."""
        head = {**self.was.head, "revision": self.was.head["revision"] + 1}
        prices = [row for rows in self._rows.values() for row in rows]
        return replace(self.was, head=head, children=(prices, *self.was.children[1:]))


def _lists(session: Session, ids: Iterable[UUID]) -> dict[UUID, _ListPrices]:
    """Return the lists, locked in the order of their ids."""
    found = {}
    for list_id in sorted(ids, key=lambda one: one.int):
        aggregate = read_aggregate(session, "price_list", list_id)
        assert aggregate is not None  # the store refuses lines of lists that are not there
        found[list_id] = _ListPrices(aggregate)
    return found


def _write_lists(session: Session, lists: Mapping[UUID, _ListPrices]) -> Iterator[TouchedRow]:
    for prices in lists.values():
        if not prices.is_changed:
            continue
        new = prices.aggregate()
        replace_aggregate(session, new)
        yield TouchedRow(
            "price_list", new.id, new.head["revision"], new.head["code"], before=prices.was.digest(),
            after=new.digest(),
        )  # fmt: skip


def _as_json(entries: Iterable[DatedPrice]) -> str:
    return canonical_json(
        [
            {"id": one.id, "price": one.price, "valid_from": one.valid_from, "valid_to": one.valid_to}
            for one in entries
        ]
    )


def _from_json(text: str) -> tuple[DatedPrice, ...]:
    return tuple(
        DatedPrice(UUID(one["id"]), Decimal(one["price"]), _day(one["valid_from"]), _day(one["valid_to"]))
        for one in json.loads(text)
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _shown(price: Decimal | None) -> str:
    return "-" if price is None else plain(price)


def _today(session: Session, context: Context) -> date:
    return business_date(context.now, zone_of_default_site(session))


HANDLERS: dict[str, Handler] = {
    PutAdjustment.name: Handler(PutAdjustment, put_adjustment),
    PublishAdjustment.name: Handler(PublishAdjustment, publish_adjustment),
    RollBackAdjustment.name: Handler(RollBackAdjustment, roll_back_adjustment),
    CancelAdjustment.name: Handler(CancelAdjustment, cancel_adjustment),
}
