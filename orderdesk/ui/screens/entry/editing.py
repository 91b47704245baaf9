"""A draft under the clerk's hands: each edit makes a new frozen draft and can be undone. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import CustomerDesk
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft, ScheduleDraft

_HOUSE = OrderDraft(id=UUID(int=0))  # how the house does it where a customer says nothing else


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that can be undone: the code of its name in words, what was before, and where the clerk was."""

    name: str
    draft: OrderDraft
    row: int
    column: str


class DraftEditor:
    """The draft on the screen with its unlimited, named undo."""

    def __init__(self, draft: OrderDraft) -> None:
        self._draft = draft
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def draft(self) -> OrderDraft:
        """The draft as it stands."""
        return self._draft

    @property
    def undo_name(self) -> str | None:
        """The code of what undo would take back; ``None`` if there is nothing."""
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> str | None:
        """The code of what redo would do again."""
        return self._undone[-1].name if self._undone else None

    def apply(self, name: str, draft: OrderDraft, row: int = 0, column: str = "") -> bool:
        """Take an edit; return whether it changed anything. A new edit ends what could be redone."""
        if draft == self._draft:
            return False
        self._done.append(Step(name, self._draft, row, column))
        self._undone.clear()
        self._draft = draft
        return True

    def undo(self) -> Step | None:
        """Take the last edit back; return it, with where the clerk was."""
        return self._swap(self._done, self._undone)

    def redo(self) -> Step | None:
        """Do again what was taken back last."""
        return self._swap(self._undone, self._done)

    def settle(self, draft: OrderDraft) -> None:
        """Take what the store made of the draft (its number, a merge) without a step of its own."""
        self._draft = draft

    def _swap(self, source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        step = source.pop()
        target.append(Step(step.name, self._draft, step.row, step.column))
        number = self._draft.number  # drawn numbers are final, whatever is undone
        self._draft = step.draft.model_copy(update={"number": number})
        return step


def with_customer(draft: OrderDraft, customer: CustomerDesk, chosen: OrderDraft) -> OrderDraft:
    """Return the draft with everything that follows from who the customer is; lines stay as typed.

    ``chosen`` is the draft as it was when the customer was chosen: a header field that was typed since, while
    the customer was still being read, stays as typed.
    """
    address = customer.addresses[0] if customer.addresses else AddressDraft()
    follows = {
        "bill_to_id": customer.bill_to_id,
        "payer_id": customer.payer_id,
        "deliver_to": address,
        "salesperson_id": customer.salesperson_id,
        "department": customer.department,
        "when_short": customer.when_short,
        "delivery_method": customer.delivery_method or _HOUSE.delivery_method,
        "freight_terms": customer.freight_terms or _HOUSE.freight_terms,
        "rounding": customer.rounding or _HOUSE.rounding,
        "invoice_kind": customer.invoice_kind,
        "currency": customer.currency,
        "prices_include_tax": customer.prices_include_tax,
    }
    untouched = {
        name: value for name, value in follows.items() if getattr(draft, name) == getattr(chosen, name)
    }
    return draft.model_copy(update=untouched)


def with_header(draft: OrderDraft, **fields: Any) -> OrderDraft:
    """Return the draft with header fields set."""
    return draft.model_copy(update=fields)


def with_line(draft: OrderDraft, row: int, new_id: UUID, **fields: Any) -> OrderDraft:
    """Return the draft with fields of a line set; the row below the last one becomes a line ``new_id``."""
    lines = list(draft.lines)
    if row == len(lines):
        lines.append(LineDraft(id=new_id))
    lines[row] = lines[row].model_copy(update=fields)
    return draft.model_copy(update={"lines": tuple(lines)})


def with_item(draft: OrderDraft, row: int, new_id: UUID, item: ItemFacts, unit: str = "") -> OrderDraft:
    """Return the draft with an item on a line; what was typed about another item's price goes."""
    fields: dict[str, Any] = {"item_id": item.id, "typed_code": item.code, "unit": unit or item.sales_unit}
    old = draft.lines[row] if row < len(draft.lines) else None
    if old is not None and old.item_id == item.id and not unit:
        fields.pop("unit")
    elif old is not None and old.item_id not in (None, item.id):
        fields |= {
            "manual_price": None,
            "manual_reason": "",
            "discount": None,
            "gift": False,
            "gift_reason": "",
            "quoted_on": None,
        }
    return with_line(draft, row, new_id, **fields)


def with_quantity(
    draft: OrderDraft, row: int, new_id: UUID, quantity: Decimal | None, unit: str = ""
) -> OrderDraft:
    """Return the draft with a line's quantity; a schedule of one part follows it, a longer one stays."""
    fields: dict[str, Any] = {"quantity": quantity}
    line = draft.lines[row] if row < len(draft.lines) else None
    if unit:
        fields["unit"] = unit
    if line is not None and len(line.schedule) == 1:
        part = line.schedule[0]
        fields["schedule"] = (part.model_copy(update={"quantity": quantity}),) if quantity else ()
    return with_line(draft, row, new_id, **fields)


def without_lines(draft: OrderDraft, rows: Sequence[int]) -> OrderDraft:
    """Return the draft without these rows."""
    gone = set(rows)
    kept = tuple(line for row, line in enumerate(draft.lines) if row not in gone)
    return draft.model_copy(update={"lines": kept})


def with_inserted_line(draft: OrderDraft, row: int, new_id: UUID) -> OrderDraft:
    """Return the draft with an empty line before ``row``."""
    lines = list(draft.lines)
    lines.insert(row, LineDraft(id=new_id))
    return draft.model_copy(update={"lines": tuple(lines)})


def without_empty_lines(draft: OrderDraft) -> OrderDraft:
    """Return the draft without lines on which nothing at all was typed: what is submitted."""
    kept = tuple(line for line in draft.lines if not _is_empty(line))
    return draft if len(kept) == len(draft.lines) else draft.model_copy(update={"lines": kept})


def _is_empty(line: LineDraft) -> bool:
    return line == LineDraft(id=line.id, unit=line.unit)


def with_schedules(draft: OrderDraft, schedules: Mapping[UUID, tuple[ScheduleDraft, ...]]) -> OrderDraft:
    """Return the draft with the schedules of some lines set, by line."""
    lines = tuple(
        line.model_copy(update={"schedule": schedules[line.id]}) if line.id in schedules else line
        for line in draft.lines
    )
    return draft.model_copy(update={"lines": lines})


def with_date(draft: OrderDraft, row: int, day: date | None, part_id: UUID) -> OrderDraft:
    """Return the draft with one delivery date for a whole line; ``None`` means the order's date again."""
    line = draft.lines[row]
    schedule: tuple[ScheduleDraft, ...] = ()
    if day is not None and line.quantity:
        schedule = (ScheduleDraft(id=part_id, quantity=line.quantity, requested=day),)
    return with_schedules(draft, {line.id: schedule})


def with_seen_prices(
    draft: OrderDraft, shown: Mapping[UUID, Decimal], today: date | None = None
) -> OrderDraft:
    """Return the draft saying which unit price of each line stood on the screen; empty: it says nothing.

    With ``today``, lines that show a price for the first time say so: a quotation is honoured from that day.
    """
    return draft.model_copy(update={"lines": tuple(_seen(line, shown, today) for line in draft.lines)})


def _seen(line: LineDraft, shown: Mapping[UUID, Decimal], today: date | None) -> LineDraft:
    price = shown.get(line.id)
    first = line.quoted_on or (today if price is not None else None)
    if line.seen_price == price and line.quoted_on == first:
        return line
    return line.model_copy(update={"seen_price": price, "quoted_on": first})


def without_quotations(draft: OrderDraft) -> OrderDraft:
    """Return the draft as if none of its prices had been read out yet: those of today hold."""
    lines = tuple(
        line if line.quoted_on is None else line.model_copy(update={"quoted_on": None})
        for line in draft.lines
    )
    return draft.model_copy(update={"lines": lines})


def scheduled(line: LineDraft) -> Decimal:
    """Return how much of a line its schedule covers: all of it where there is none."""
    if not line.schedule:
        return line.quantity or Decimal(0)
    return sum((part.quantity for part in line.schedule), Decimal(0))


def line_index(draft: OrderDraft, line_id: UUID) -> int | None:
    """Return the row of a line; ``None`` if it is gone."""
    for row, line in enumerate(draft.lines):
        if line.id == line_id:
            return row
    return None
