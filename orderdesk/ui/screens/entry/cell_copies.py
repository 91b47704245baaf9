"""A cell of one line copied to another (F8, Ctrl+D), with all that belongs to it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from orderdesk.ports import Ids
from orderdesk.services.desk import Desk
from orderdesk.ui.screens.entry.editing import with_item, with_line, with_quantity, with_schedules
from orderdesk.wire.drafts import LineDraft, OrderDraft, ScheduleDraft

# Column of the grid -> the fields of a line that stand in it.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "price": ("manual_price", "manual_reason", "gift", "gift_reason"),
    "source": ("manual_price", "manual_reason", "gift", "gift_reason"),
    "discount": ("discount",),
}
COLUMNS = frozenset({"code", "item", "quantity", "unit", "deliver", *_FIELDS})


def with_copied_cell(
    draft: OrderDraft, source: int, row: int, column: str, new_id: UUID, desk: Desk, ids: Ids
) -> OrderDraft | None:
    """Return the draft with a cell of line ``source`` in line ``row`` too; ``None`` where that cannot be.

    The row below the last line becomes a line ``new_id``. A unit goes along only where the other item has it;
    deliveries go along where they are one date, or where both lines have the same quantity.
    """
    line = draft.lines[source]
    if column in ("code", "item"):
        return _with_code(draft, line, row, new_id, desk)
    if column == "quantity":
        return _with_quantity(draft, line, row, new_id, desk)
    if column == "unit":
        unit = _unit_for(draft, line, row, desk)
        return with_line(draft, row, new_id, unit=unit) if unit else None
    if column == "deliver":
        return _with_deliveries(draft, line, row, ids)
    fields: dict[str, Any] = {name: getattr(line, name) for name in _FIELDS.get(column, ())}
    return with_line(draft, row, new_id, **fields) if fields else None


def _with_code(draft: OrderDraft, line: LineDraft, row: int, new_id: UUID, desk: Desk) -> OrderDraft:
    item = desk.items.get(line.item_id) if line.item_id is not None else None
    if item is None:
        return with_line(draft, row, new_id, item_id=None, typed_code=line.typed_code, unit=line.unit)
    return with_item(draft, row, new_id, item, line.unit)


def _with_quantity(
    draft: OrderDraft, line: LineDraft, row: int, new_id: UUID, desk: Desk
) -> OrderDraft | None:
    if line.quantity is None:
        return None
    return with_quantity(draft, row, new_id, line.quantity, _unit_for(draft, line, row, desk))


def _unit_for(draft: OrderDraft, line: LineDraft, row: int, desk: Desk) -> str:
    """Return the unit of ``line`` if the item of the row is sold in it; else nothing."""
    other = draft.lines[row].item_id if row < len(draft.lines) else None
    item = desk.items.get(other) if other is not None else None
    return line.unit if item is None or item.factor(line.unit) is not None else ""


def _with_deliveries(draft: OrderDraft, line: LineDraft, row: int, ids: Ids) -> OrderDraft | None:
    if row >= len(draft.lines):
        return None
    target = draft.lines[row]
    if not line.schedule:
        return with_schedules(draft, {target.id: ()})
    if not target.quantity:
        return None
    parts: tuple[ScheduleDraft, ...]
    if len(line.schedule) == 1:
        parts = (line.schedule[0].model_copy(update={"id": ids.new(), "quantity": target.quantity}),)
    elif line.quantity == target.quantity:
        parts = tuple(part.model_copy(update={"id": ids.new()}) for part in line.schedule)
    else:
        return None
    return with_schedules(draft, {target.id: parts})
