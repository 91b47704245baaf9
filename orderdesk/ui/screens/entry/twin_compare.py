"""Two orders side by side: their heads and their lines, and where they differ. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID

from orderdesk.rules.entry import fold_key
from orderdesk.services.desk import Desk
from orderdesk.services.entry import Evaluation, sales_unit
from orderdesk.services.reading.customer_history import SourceOrder
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.wording import address_line, local_name, price_text, short_date, unit_word
from orderdesk.wire.drafts import AddressDraft, OrderDraft
from orderdesk.words import format_quantity

Verdict = Literal["same", "other", "here", "there"]


@dataclass(frozen=True, slots=True)
class Facet:
    """One row: what it is about, what stands here and there, and how the two compare."""

    id: int
    code: str
    name: str
    here: str
    there: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Line:
    item_id: UUID
    quantity: Decimal
    unit: str
    price: Decimal | None


@dataclass(frozen=True, slots=True)
class _Side:
    po_number: str
    requested: date | None
    deliver_to: AddressDraft
    lines: tuple[_Line, ...]


def compare(
    draft: OrderDraft,
    evaluation: Evaluation | None,
    other: SourceOrder | OrderDraft,
    other_po: str,
    desk: Desk,
) -> tuple[Facet, ...]:
    """Return the rows of the comparison: the heads, then the lines as they stand here, then the rest."""
    here, there = _typed(draft, evaluation, desk), _other(other, other_po, draft, desk)
    rows = [
        _fact("entry.field.po_number", here.po_number, there.po_number, fold_key),
        _fact("entry.field.requested", _day(here.requested), _day(there.requested)),
        _fact("entry.field.deliver_to", _place(here.deliver_to), _place(there.deliver_to)),
    ]
    for mine, theirs in _pairs(here.lines, there.lines):
        rows.append(_row(mine, theirs, desk))
    return tuple(Facet(at, *row) for at, row in enumerate(rows))


def _typed(draft: OrderDraft, evaluation: Evaluation | None, desk: Desk) -> _Side:
    priced = evaluation.priced if evaluation is not None else None
    figures = {line.line_id: line for line in priced.lines} if priced is not None else {}
    lines = []
    for line in draft.lines:
        item = desk.items.get(line.item_id) if line.item_id is not None else None
        if item is None or not line.quantity:
            continue
        known = figures.get(line.id)
        price = None
        if known is not None and known.source != "none":
            price = known.gross_unit_price if draft.prices_include_tax else known.net_unit_price
        lines.append(_Line(item.id, line.quantity, sales_unit(line, item), price))
    return _Side(draft.po_number, draft.requested, draft.deliver_to, tuple(lines))


def _other(other: SourceOrder | OrderDraft, po_number: str, draft: OrderDraft, desk: Desk) -> _Side:
    if isinstance(other, OrderDraft):
        return _typed(other, None, desk)
    is_comparable = other.currency == draft.currency
    lines = tuple(
        _Line(
            line.item_id,
            line.quantity,
            line.unit,
            (line.gross_unit_price if draft.prices_include_tax else line.net_unit_price)
            if is_comparable
            else None,
        )
        for line in other.lines
    )
    return _Side(po_number, other.requested, other.deliver_to, lines)


def _pairs(here: tuple[_Line, ...], there: tuple[_Line, ...]) -> list[tuple[_Line | None, _Line | None]]:
    """Put lines of the same item beside each other, equal quantities first; others stand alone."""
    left: defaultdict[UUID, list[_Line]] = defaultdict(list)
    for line in there:
        left[line.item_id].append(line)
    matched: dict[int, _Line] = {}
    for is_exact in (True, False):
        for at, mine in enumerate(here):
            if at in matched:
                continue
            found = next(
                (one for one in left[mine.item_id] if not is_exact or _amount(one) == _amount(mine)), None
            )
            if found is not None:
                left[mine.item_id].remove(found)
                matched[at] = found
    pairs: list[tuple[_Line | None, _Line | None]] = [(mine, matched.get(at)) for at, mine in enumerate(here)]
    rest = [line for line in there if any(line is one for one in left[line.item_id])]
    return [*pairs, *((None, line) for line in rest)]


def _amount(line: _Line) -> tuple[Decimal, str]:
    return line.quantity, line.unit


def _row(mine: _Line | None, theirs: _Line | None, desk: Desk) -> tuple[str, str, str, str, Verdict]:
    item_id = mine.item_id if mine is not None else theirs.item_id if theirs is not None else None
    item = desk.items.get(item_id) if item_id is not None else None
    code = item.code if item is not None else ""
    name = local_name(item.name, item.name_en) if item is not None else ""
    here, there = _text(mine, desk), _text(theirs, desk)
    if mine is None or theirs is None:
        return code, name, here, there, "there" if mine is None else "here"
    is_same = _amount(mine) == _amount(theirs) and (
        None in (mine.price, theirs.price) or mine.price == theirs.price
    )
    return code, name, here, there, "same" if is_same else "other"


def _text(line: _Line | None, desk: Desk) -> str:
    if line is None:
        return ""
    item = desk.items.get(line.item_id)
    unit = unit_word(item, line.unit) if item is not None else line.unit
    quantity = f"{format_quantity(line.quantity)} {unit}"
    return quantity if line.price is None else f"{quantity} × {price_text(line.price)}"


def _fact(
    word: str, here: str, there: str, key: Callable[[str], str] = str
) -> tuple[str, str, str, str, Verdict]:
    return "", tr(word), here, there, "same" if key(here) == key(there) else "other"


def _day(day: date | None) -> str:
    return tr("entry.undated") if day is None else short_date(day)


def _place(address: AddressDraft) -> str:
    return " · ".join(part for part in (address.label, address_line(address)) if part)
