"""What is typed into a cell or a header box, taken into the draft. Pure: a draft and a text in, a draft out.

Every function raises ``UserError`` for a text that cannot be read; then nothing has changed and the text
stays where it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import UserError
from orderdesk.ports import Ids
from orderdesk.rules.entry import (
    fold_key,
    read_date,
    read_number,
    read_percent,
    read_price,
    read_quantity,
    read_schedule,
)
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import Desk
from orderdesk.services.entry import sales_unit
from orderdesk.ui.screens.entry.editing import (
    with_date,
    with_item,
    with_line,
    with_quantity,
    with_schedules,
)
from orderdesk.ui.screens.entry.finding import ItemChoice
from orderdesk.wire.drafts import LineDraft, OrderDraft, ScheduleDraft, open_note

_GIFT_WORDS = frozenset({"g", "gift", "zp", "赠", "赠品"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is typed: the draft, the row, the id that a new line would get, and what is known."""

    draft: OrderDraft
    row: int
    new_id: UUID
    desk: Desk
    ids: Ids

    @property
    def line(self) -> LineDraft | None:
        """The line of the row; ``None`` on the blank row."""
        return self.draft.lines[self.row] if self.row < len(self.draft.lines) else None

    @property
    def item(self) -> ItemFacts | None:
        """The item on the line."""
        line = self.line
        return self.desk.items.get(line.item_id) if line is not None and line.item_id is not None else None


def take_cell(place: Place, column: str, value: object) -> OrderDraft:
    """Return the draft with what was typed into (or chosen for) a cell of the grid."""
    if isinstance(value, ItemChoice):
        item = place.desk.items[value.item_id]
        return with_item(place.draft, place.row, place.new_id, item, value.unit)
    return _CELLS[column](place, str(value).strip())


def _code(place: Place, text: str) -> OrderDraft:
    """Keep a code that names nothing as it was typed: the line stays provisional."""
    if not text and place.line is None:
        return place.draft
    return with_line(place.draft, place.row, place.new_id, item_id=None, typed_code=text)


def _quantity(place: Place, text: str) -> OrderDraft:
    if not text:
        if place.line is None:
            return place.draft
        return with_quantity(place.draft, place.row, place.new_id, None)
    line, item = place.line, place.item
    if item is None:
        return with_quantity(place.draft, place.row, place.new_id, _plain_quantity(place, text))
    unit = sales_unit(line, item) if line is not None else item.sales_unit
    entry = read_quantity(text, units_of(item, unit), line.quantity if line is not None else None)
    return with_quantity(place.draft, place.row, place.new_id, entry.quantity, entry.unit)


def _plain_quantity(place: Place, text: str) -> Decimal:
    """Return a quantity on a line that has no item yet: there is no unit to read."""
    current = place.line.quantity if place.line is not None else None
    return read_quantity(text, (("", Decimal(1)),), current).quantity


def units_of(item: ItemFacts, unit: str) -> tuple[tuple[str, Decimal], ...]:
    """Return every name of an item's units with its factor, the line's own unit first."""
    own = [entry for entry in item.units if entry.unit == unit]
    others = [entry for entry in item.units if entry.unit != unit]
    names = [(entry.unit, entry.factor) for entry in (*own, *others)]
    names += [(entry.name_en, entry.factor) for entry in item.units if entry.name_en]
    return tuple(names)


def _unit(place: Place, text: str) -> OrderDraft:
    item = place.item
    if item is None:
        raise UserError("error.quantity.unit", unit=text, units=[])
    wanted = fold_key(text)
    for entry in item.units:
        if wanted in (fold_key(entry.unit), fold_key(entry.name_en)):
            return with_line(place.draft, place.row, place.new_id, unit=entry.unit)
    raise UserError("error.quantity.unit", unit=text, units=[entry.unit for entry in item.units])


def _price(place: Place, text: str) -> OrderDraft:
    """Take a typed price as manual; an empty one gives the price back to the lists; ``gift`` is a gift."""
    if place.line is None and not text:
        return place.draft
    if fold_key(text) in _GIFT_WORDS:
        return with_gift(place, True)
    price = read_price(text) if text else None
    reason = place.line.manual_reason if place.line is not None and price is not None else ""
    return with_line(
        place.draft,
        place.row,
        place.new_id,
        manual_price=price,
        manual_reason=reason,
        gift=False,
        gift_reason="",
    )


def with_gift(place: Place, gift: bool) -> OrderDraft:
    """Return the draft with the line as a gift, or as sold again."""
    fields: dict[str, object] = {"gift": gift, "gift_reason": ""}
    if gift:
        fields |= {"manual_price": None, "manual_reason": "", "discount": None}
    return with_line(place.draft, place.row, place.new_id, **fields)


def _discount(place: Place, text: str) -> OrderDraft:
    if place.line is None and not text:
        return place.draft
    rate = read_percent(text) if text else None
    return with_line(place.draft, place.row, place.new_id, discount=rate or None)


def _deliver(place: Place, text: str) -> OrderDraft:
    """Take one date for the whole line, or a schedule expression for several."""
    line = place.line
    if line is None or not line.quantity:
        if text:
            raise UserError("error.schedule.no_quantity")
        return place.draft
    if not text:
        return with_schedules(place.draft, {line.id: ()})
    try:
        return with_date(place.draft, place.row, read_date(text, place.desk.today), place.ids.new())
    except UserError as no_date:
        if not set(fold_key(text)) & set("@,x×*"):
            raise
        try:
            parts = read_schedule(text, line.quantity, place.desk.today, place.draft.requested)
        except UserError as no_schedule:
            raise no_schedule from no_date
    schedule = tuple(
        ScheduleDraft(id=place.ids.new(), quantity=part.quantity, requested=part.requested) for part in parts
    )
    return with_schedules(place.draft, {line.id: schedule})


_CELLS: Mapping[str, Callable[[Place, str], OrderDraft]] = {
    "code": _code,
    "quantity": _quantity,
    "unit": _unit,
    "price": _price,
    "discount": _discount,
    "deliver": _deliver,
}


def take_field(draft: OrderDraft, name: str, value: object, today: date) -> OrderDraft:
    """Return the draft with a header field set from its text, or from the value that was chosen."""
    if name == "note":
        return with_first_note(draft, str(value).strip())
    taken = _FIELDS[name](str(value), today) if isinstance(value, str) and name in _FIELDS else value
    return draft.model_copy(update={name: taken})


def with_first_note(draft: OrderDraft, text: str) -> OrderDraft:
    """Return the draft with another text for its first note, whose marks stay; no text takes the note out."""
    first, others = draft.notes[:1], draft.notes[1:]
    if not text:
        return draft.model_copy(update={"notes": others})
    said = (first[0].model_copy(update={"text": text}),) if first else open_note(text)
    return draft.model_copy(update={"notes": (*said, *others)})


def _delivery_day(text: str, today: date) -> date | None:
    return read_date(text, today) if text.strip() else None


def _past_day(text: str, today: date) -> date | None:
    return read_date(text, today, future=False) if text.strip() else None


def _rate(text: str, _today: date) -> Decimal | None:
    return (read_percent(text) or None) if text.strip() else None


def _amount(text: str, _today: date) -> Decimal | None:
    if not text.strip():
        return None
    amount = read_number(text).quantize(Decimal("0.0001"))
    if amount < 0:
        raise UserError("error.price.negative", text=text.strip())
    return amount


def _text(text: str, _today: date) -> str:
    return text.strip()


_FIELDS: Mapping[str, Callable[[str, date], object]] = {
    "requested": _delivery_day,
    "document_date": _past_day,
    "order_discount": _rate,
    "freight": _amount,
    "po_number": _text,
    "department": _text,
    "sender_name": _text,
    "sender_phone": _text,
}
