"""What the line grid and the totals show of a draft, as frozen rows. Pure: a draft and facts in, rows out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.rules.facts import ItemFacts, PricedLine, PricedOrder
from orderdesk.services.desk import Desk
from orderdesk.services.entry import available_for, sales_unit
from orderdesk.wire.drafts import LineDraft, NoteDraft, OrderDraft

StockWord = Literal["ok", "part", "none", "unknown", ""]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of the grid. Empty, zero and unknown are three different things: "", 0 and ``None``."""

    line_id: UUID
    position: int
    code: str
    name: str
    name_en: str
    spec: str
    quantity: Decimal | None
    unit: str
    unit_en: str
    price: Decimal | None  # typed basis, per price unit
    price_unit: int
    price_source: str  # agreement, tier, list, last, manual, gift, none or ""
    discount: Decimal | None
    amount: Decimal | None  # with all shares of the order, in the typed basis
    tax_rate: Decimal | None
    dates: tuple[date | None, ...]  # distinct dates of the schedule
    scheduled: Decimal | None  # what the schedule covers, where it differs from the quantity
    stock: StockWord
    available: Decimal | None  # in the line's unit
    provisional: bool
    waiting: bool  # the customer's prices are still being read
    currency: str = "CNY"
    notes: tuple[NoteDraft, ...] = ()
    when_short: str = ""  # the line's own wish; empty: as the order says
    marks: tuple[tuple[str, str], ...] = ()  # column of the grid and severity of what is wrong there

    def mark(self, column: str) -> str:
        """Return the worst severity in a cell: ``block``, ``warn`` or an empty string."""
        return _worst({severity for key, severity in self.marks if key == column})

    @property
    def worst(self) -> str:
        """The worst severity anywhere on the line: ``block``, ``warn`` or an empty string."""
        return _worst({severity for _, severity in self.marks})

    @property
    def is_blank(self) -> bool:
        """Whether this is the row below the last line, on which the next one begins."""
        return not self.code and self.quantity is None and self.price is None


def _worst(severities: set[str]) -> str:
    return "block" if "block" in severities else "warn" if "warn" in severities else ""


def blank_row(line_id: UUID, position: int) -> EntryRow:
    """Return the row below the last line; what is typed there becomes the line ``line_id``."""
    return EntryRow(
        line_id=line_id, position=position + 1, code="", name="", name_en="", spec="", quantity=None, unit="",
        unit_en="", price=None, price_unit=1, price_source="", discount=None, amount=None, tax_rate=None,
        dates=(), scheduled=None, stock="", available=None, provisional=False, waiting=False,
    )  # fmt: skip


def entry_rows(
    draft: OrderDraft,
    desk: Desk,
    priced: PricedOrder | None,
    *,
    waiting: bool,
    problems: tuple[Problem, ...] = (),
    memo: RowMemo | None = None,
) -> tuple[EntryRow, ...]:
    """Return a row for each line of the draft, provisional ones too; ``memo`` only saves work."""
    figures = {line.line_id: line for line in priced.lines} if priced is not None else {}
    marks = _marks_by_line(problems)
    known = (RowMemo() if memo is None else memo).fitting(draft, desk, waiting)
    rows = []
    for position, line in enumerate(draft.lines):
        made_of = (line, figures.get(line.id), position, tuple(marks.get(position, ())))
        row = known.get(*made_of)
        if row is None:
            row = _row(draft, desk, line, position, made_of[1], waiting, made_of[3])
            known.put(row, *made_of)
        rows.append(row)
    return tuple(rows)


Marks = tuple[tuple[str, str], ...]


class RowMemo:
    """The rows as they stood last: an edit of one line leaves the others as they are.

    Lines and figures are frozen, so the same objects make the same row. What rows take from the header and
    the desk is the same for all of them: where that has changed, nothing is known any more.
    """

    __slots__ = ("_desk", "_header", "_rows")

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._header: tuple[object, ...] = ()
        self._rows: dict[UUID, tuple[LineDraft, PricedLine | None, int, Marks, EntryRow]] = {}

    def fitting(self, draft: OrderDraft, desk: Desk, waiting: bool) -> RowMemo:
        """Return this memo, emptied if it knows rows of another header, desk or order."""
        header = (draft.id, draft.requested, draft.site_id, draft.prices_include_tax, draft.currency, waiting)
        if desk is not self._desk or header != self._header:
            self._rows = {}
        self._desk, self._header = desk, header
        return self

    def get(
        self, line: LineDraft, figures: PricedLine | None, position: int, marks: Marks
    ) -> EntryRow | None:
        """Return the row that was made of just this; ``None`` if there is none."""
        known = self._rows.get(line.id)
        if known is None or known[0] is not line or known[1] is not figures:
            return None
        return known[4] if known[2] == position and known[3] == marks else None

    def put(
        self, row: EntryRow, line: LineDraft, figures: PricedLine | None, position: int, marks: Marks
    ) -> None:
        """Keep a row with what it was made of."""
        self._rows[line.id] = (line, figures, position, marks, row)


def _row(
    draft: OrderDraft,
    desk: Desk,
    line: LineDraft,
    position: int,
    figures: PricedLine | None,
    waiting: bool,
    marks: tuple[tuple[str, str], ...],
) -> EntryRow:
    item = desk.items.get(line.item_id) if line.item_id is not None else None
    unit = sales_unit(line, item) if item is not None else line.unit
    stock, available = _stock(draft, desk, line, item, unit)
    dates = tuple(dict.fromkeys(part.requested or draft.requested for part in line.schedule))
    covered = sum((part.quantity for part in line.schedule), Decimal(0)) if line.schedule else line.quantity
    return EntryRow(
        line_id=line.id,
        position=position + 1,
        code=item.code if item is not None else line.typed_code,
        name=item.name if item is not None else "",
        name_en=item.name_en if item is not None else "",
        spec=item.spec if item is not None else "",
        quantity=line.quantity,
        unit=unit,
        unit_en=_unit_en(item, unit),
        price=figures.unit_price if figures is not None and figures.source != "none" else None,
        price_unit=item.price_unit if item is not None else 1,
        price_source=figures.source if figures is not None else "",
        discount=line.discount,
        amount=_amount(draft, figures),
        tax_rate=item.tax_rate if item is not None else None,
        dates=dates or ((draft.requested,) if item is not None else ()),
        scheduled=covered if line.schedule and covered != line.quantity else None,
        stock=stock,
        available=available,
        provisional=item is None or not line.quantity,
        waiting=waiting and item is not None,
        currency=draft.currency,
        notes=line.notes,
        when_short=line.when_short or "",
        marks=marks,
    )


def _amount(draft: OrderDraft, figures: PricedLine | None) -> Decimal | None:
    if figures is None:
        return None
    return figures.amount_gross if draft.prices_include_tax else figures.amount_net


def _unit_en(item: ItemFacts | None, unit: str) -> str:
    if item is None:
        return ""
    return next((entry.name_en for entry in item.units if entry.unit == unit), "")


def _stock(
    draft: OrderDraft, desk: Desk, line: LineDraft, item: ItemFacts | None, unit: str
) -> tuple[StockWord, Decimal | None]:
    """Return the word and the figure: what is free at the order's site, in the line's unit."""
    if item is None:
        return "", None
    free = available_for(desk, item.id, draft.site_id)
    factor = item.factor(unit)
    if free is None or factor is None:
        return "unknown", None
    available = (free / factor).quantize(Decimal("0.001"))
    wanted = line.quantity or Decimal(0)
    if available >= wanted and available > 0:
        return "ok", available
    return ("part", available) if available > 0 else ("none", available)


def _marks_by_line(problems: tuple[Problem, ...]) -> dict[int, list[tuple[str, str]]]:
    marks: dict[int, list[tuple[str, str]]] = {}
    for problem in problems:
        row = row_of_path(problem.path)
        if row is not None:
            marks.setdefault(row, []).append((column_of_path(problem.path), problem.severity))
    return marks


def row_of_path(path: str) -> int | None:
    """Return the line that a path names (``lines[3].quantity`` is row 3); ``None`` for the header."""
    if not path.startswith("lines["):
        return None
    digits = path[len("lines[") : path.find("]")]
    return int(digits) if digits.isdigit() else None


# Which cell of the grid shows what a path of the draft ends in.
_CELL_OF_FIELD = {
    "item_id": "code", "typed_code": "code", "": "code", "quantity": "quantity", "unit": "unit",
    "manual_price": "price", "manual_reason": "price", "gift": "price", "gift_reason": "price",
    "seen_price": "price", "discount": "discount", "schedule": "deliver", "requested": "deliver",
    "deliver_to": "deliver", "site_id": "deliver",
}  # fmt: skip


def column_of_path(path: str) -> str:
    """Return the column of the grid that shows what a line's path names: ``lines[3].item_id`` is ``code``."""
    if ".schedule[" in path:
        return "deliver"
    return _CELL_OF_FIELD.get(path.rpartition(".")[2] if "." in path else "", "code")


def field_of_path(path: str) -> str:
    """Return the header field that a path names: the first name in it (``deliver_to.city``)."""
    return path.partition(".")[0].partition("[")[0]
