"""The same item on two lines made one line (Ctrl+M); never by itself. Pure: a draft in, a draft out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from orderdesk.errors import UserError
from orderdesk.ports import Ids
from orderdesk.rules.entry.numbers import decimal_if_exact
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import Desk
from orderdesk.services.entry import sales_unit
from orderdesk.ui.screens.entry.editing import without_lines
from orderdesk.values import MAX_QUANTITY, plain
from orderdesk.wire.drafts import LineDraft, NoteDraft, OrderDraft, ScheduleDraft

_TERMS = ("manual_price", "manual_reason", "discount", "gift", "gift_reason", "when_short")
_MOST_PARTS = 200  # of a line
_MOST_NOTES = 20


def twin_of(draft: OrderDraft, row: int) -> int | None:
    """Return the first other line with the item of a line; ``None`` where it stands once only."""
    if not 0 <= row < len(draft.lines) or draft.lines[row].item_id is None:
        return None
    item_id = draft.lines[row].item_id
    return next((at for at, other in enumerate(draft.lines) if at != row and other.item_id == item_id), None)


def with_merged_line(draft: OrderDraft, one: int, other: int, desk: Desk, ids: Ids) -> tuple[OrderDraft, int]:
    """Return the draft with two lines of one item as the upper of them, and the row where it stands.

    Quantities add up in the upper line's unit, or in the other's where only that is exact; deliveries stay as
    they were planned. A line that is only begun brings nothing along.

    Raises:
        UserError: the lines are sold on different terms, or the sum does not fit: both then stay.
    """
    upper, lower = sorted((one, other))
    into, line = draft.lines[upper], draft.lines[lower]
    assert into.item_id is not None  # twins have their item
    item = desk.items[into.item_id]
    if _is_begun(into):
        into, line = line.model_copy(update={"id": into.id}), into
    if not _is_begun(line):
        _check_terms(into, line, item, upper + 1, lower + 1)
        into = _added(into, line, item, ids)
    lines = list(draft.lines)
    lines[upper] = into.model_copy(update={"notes": _notes(into, line)})
    return without_lines(draft.model_copy(update={"lines": tuple(lines)}), (lower,)), upper


def _is_begun(line: LineDraft) -> bool:
    """Return whether a line has its item and nothing else yet."""
    return line.quantity is None and all(not getattr(line, name) for name in _TERMS)


def _check_terms(into: LineDraft, line: LineDraft, item: ItemFacts, upper: int, lower: int) -> None:
    same = all(getattr(into, name) == getattr(line, name) for name in _TERMS)
    same_unit = sales_unit(into, item) == sales_unit(line, item)
    if not same or (into.manual_price is not None and not same_unit):
        raise UserError("grid.merge.terms", line=upper, other=lower)


def _added(into: LineDraft, line: LineDraft, item: ItemFacts, ids: Ids) -> LineDraft:
    """Return ``into`` with the quantity and the deliveries of ``line``."""
    mine, theirs = into.quantity or Decimal(0), line.quantity or Decimal(0)
    for unit in (sales_unit(into, item), sales_unit(line, item)):
        one = [_in_unit(into, part, unit, item) for part in _parts(into, mine, ids)]
        two = [_in_unit(line, part, unit, item) for part in _parts(line, theirs, ids)]
        parts = [part for part in (*one, *two) if part is not None]
        if len(parts) == len(one) + len(two):
            return _whole(into, line, unit, parts)
    raise UserError("grid.merge.unit", unit=sales_unit(into, item), other=sales_unit(line, item))


def _parts(line: LineDraft, quantity: Decimal, ids: Ids) -> tuple[ScheduleDraft, ...]:
    """Return the deliveries of a line; one without a plan is one delivery on the order's own day."""
    if line.schedule or not quantity:
        return line.schedule
    return (ScheduleDraft(id=ids.new(), quantity=quantity),)


def _in_unit(line: LineDraft, part: ScheduleDraft, unit: str, item: ItemFacts) -> ScheduleDraft | None:
    own, wanted = item.factor(sales_unit(line, item)), item.factor(unit)
    if own is None or wanted is None:
        return None
    quantity = decimal_if_exact(Fraction(part.quantity) * Fraction(own) / Fraction(wanted), 3)
    return None if quantity is None else part.model_copy(update={"quantity": quantity})


def _whole(into: LineDraft, line: LineDraft, unit: str, parts: list[ScheduleDraft]) -> LineDraft:
    quantity = sum((part.quantity for part in parts), Decimal(0))
    if quantity > MAX_QUANTITY:
        raise UserError("error.quantity.too_large", text=plain(quantity), max=plain(MAX_QUANTITY))
    schedule = tuple(_joined(parts)) if into.schedule or line.schedule else ()
    if len(schedule) > _MOST_PARTS:
        raise UserError("grid.merge.parts", n=_MOST_PARTS)
    return into.model_copy(update={"quantity": quantity or None, "unit": unit, "schedule": schedule})


def _joined(parts: list[ScheduleDraft]) -> list[ScheduleDraft]:
    """Return the deliveries with those on one day, to one place and from one site as one."""
    joined: list[ScheduleDraft] = []
    for part in parts:
        for at, other in enumerate(joined):
            if part.model_copy(update={"id": other.id, "quantity": other.quantity}) == other:
                joined[at] = other.model_copy(update={"quantity": other.quantity + part.quantity})
                break
        else:
            joined.append(part)
    return joined


def _notes(into: LineDraft, line: LineDraft) -> tuple[NoteDraft, ...]:
    """Return the notes of both lines, each once."""
    notes = tuple(dict.fromkeys((*into.notes, *line.notes)))
    if len(notes) > _MOST_NOTES:
        raise UserError("grid.merge.notes", n=_MOST_NOTES)
    return notes
