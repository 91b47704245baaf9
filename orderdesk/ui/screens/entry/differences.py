"""What a change of an order comes to, as a list of sentences. Pure: two drafts in, problems out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.services.desk import Desk
from orderdesk.services.entry import sales_unit
from orderdesk.ui.screens.entry.editing import with_seen_prices, without_empty_lines
from orderdesk.values import plain
from orderdesk.wire.drafts import LineDraft, OrderDraft

# Fields of a line by the column that shows them.
_COLUMNS = {
    "item_id": "code", "quantity": "quantity", "unit": "unit", "manual_price": "price", "gift": "price",
    "discount": "discount", "schedule": "deliver",
}  # fmt: skip
_SILENT = frozenset({"id", "number", "parked", "left_at", "channel", "lines", "typed_code", "seen_price"})


def compared(draft: OrderDraft) -> OrderDraft:
    """Return the draft as two of them are compared: without what is only looked at or left empty."""
    return without_empty_lines(with_seen_prices(draft, {}))


def differences(before: OrderDraft, now: OrderDraft, desk: Desk) -> tuple[Problem, ...]:
    """Return each difference once: of the header, of lines that came, went or changed."""
    return tuple(_all(_with_units(compared(before), desk), _with_units(compared(now), desk), desk))


def _with_units(draft: OrderDraft, desk: Desk) -> OrderDraft:
    """Return the draft with the unit of each line said: an empty one is the item's own."""
    lines = []
    for line in draft.lines:
        item = desk.items.get(line.item_id) if line.item_id is not None else None
        lines.append(line if item is None else line.model_copy(update={"unit": sales_unit(line, item)}))
    return draft.model_copy(update={"lines": tuple(lines)})


def _all(before: OrderDraft, now: OrderDraft, desk: Desk) -> Iterator[Problem]:
    for name in type(now).model_fields:
        if name not in _SILENT and getattr(before, name) != getattr(now, name):
            yield Problem("change.field", "", {"field": f"entry.field.{name.removesuffix('_id')}"}, "warn")
    was = {line.id: line for line in before.lines}
    kept = {line.id for line in now.lines}
    for row, line in enumerate(now.lines):
        params = {"line": row + 1, "code": _code(line.item_id, line.typed_code, desk)}
        old = was.get(line.id)
        if old is None:
            amount = plain(line.quantity or Decimal(0))
            yield Problem("change.line.added", f"lines[{row}]", {**params, "quantity": amount}, "warn")
        elif old != line:
            yield from _of_line(old, line, row, params)
    for row, line in enumerate(before.lines):
        if line.id not in kept:
            params = {"line": row + 1, "code": _code(line.item_id, line.typed_code, desk)}
            yield Problem("change.line.gone", "", params, "warn")


def _of_line(old: LineDraft, line: LineDraft, row: int, params: dict[str, object]) -> Iterator[Problem]:
    columns = dict.fromkeys(
        _COLUMNS.get(name, "") for name in type(line).model_fields
        if name not in _SILENT and getattr(old, name) != getattr(line, name)
    )  # fmt: skip
    if "quantity" in columns:
        amounts = {"old": plain(old.quantity or Decimal(0)), "new": plain(line.quantity or Decimal(0))}
        yield Problem("change.line.quantity", f"lines[{row}].quantity", {**params, **amounts}, "warn")
        columns.pop("deliver", None)  # one delivery follows its quantity
    for column in columns:
        if column == "quantity":
            continue
        field = f"entry.column.{column}" if column else "change.notes"
        yield Problem("change.line.field", f"lines[{row}]", {**params, "field": field}, "warn")


def _code(item_id: UUID | None, typed: str, desk: Desk) -> str:
    item = desk.items.get(item_id) if item_id is not None else None
    return item.code if item is not None else typed
