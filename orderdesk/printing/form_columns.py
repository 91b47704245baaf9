"""The columns of a form: the ones every factory knows, wide enough that no figure is ever set smaller."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from orderdesk.printing.documents import DeliveryNoteDocument, DeliveryNoteLine
from orderdesk.printing.pen import Align
from orderdesk.printing.texts import Style
from orderdesk.printing.wording import Wording, amount_text, price_text, quantity_text

CELL = Style(10.5, is_form=True, leading=1.29)
"""Running text of a form: below 10.5 points the strokes of a Chinese sign are closer than two needles."""

PADDING = 3.5
"""Points between a cell's edge and its text."""

_NAME_WISHED = 150.0
_REMARK_WISHED = 62.0  # room to write by hand
_FIGURES_WISHED = {
    "quantity": 46.0,
    "ordered": 46.0,
    "before": 46.0,
    "now": 46.0,
    "open": 46.0,
    "unit_price": 58.0,
}


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column: ``key`` ends its label's code; ``x`` and ``width`` are its cell, edges included, in points.

    A text column gives way down to ``least`` and asks for no more than ``most``; a figure's never gives way.
    """

    key: str
    value: Callable[[DeliveryNoteLine], str]
    align: Align
    least: float = 0.0
    most: float = 0.0
    x: float = 0.0
    width: float = 0.0

    @property
    def is_figure(self) -> bool:
        """Return whether its cells are kept on one line and as wide as they are."""
        return not self.most

    @property
    def text_width(self) -> float:
        """Return the width that a text has, in points."""
        return self.width - 2 * PADDING

    @property
    def anchor(self) -> float:
        """Return where its texts are aligned, from the table's left edge."""
        inner = {"left": PADDING, "center": self.width / 2, "right": self.width - PADDING}
        return self.x + inner[self.align]


def form_columns(document: DeliveryNoteDocument, wording: Wording, width: float) -> tuple[FormColumn, ...]:
    """Return the columns of ``document`` set into ``width`` points.

    Without prices a partial delivery shows 订货, 已发, 本次, 未发 in their place. With prices, where the
    factory columns leave no room, the remark begins with what was ordered and what is open.
    """
    columns = [
        replace(column, least=max(column.least, _heading_width(column, wording)))
        for column in _chosen(document, wording)
    ]
    natural = [_natural_width(column, document, wording) for column in columns]
    name = next(index for index, column in enumerate(columns) if column.key == "name")
    own = max(natural[name], columns[name].least)
    natural[name] = 0.0
    rest = width - sum(natural)
    if rest < min(own, _NAME_WISHED):
        natural = _narrowed(columns, natural, min(own, _NAME_WISHED) - rest)
    elif rest > own:
        natural = _widened(columns, natural, rest - own)
    natural[name] = width - sum(natural)
    placed: list[FormColumn] = []
    x = 0.0
    for column, wide in zip(columns, natural, strict=True):
        placed.append(replace(column, x=x, width=wide))
        x += wide
    return tuple(placed)


def _narrowed(columns: list[FormColumn], natural: list[float], lacking: float) -> list[float]:
    """Return the widths with ``lacking`` points taken from the text columns, in proportion to their spare."""
    spare = [
        max(0.0, wide - column.least) if not column.is_figure and column.key != "name" else 0.0
        for column, wide in zip(columns, natural, strict=True)
    ]
    total = sum(spare)
    share = min(1.0, lacking / total) if total else 0.0
    return [wide - room * share for wide, room in zip(natural, spare, strict=True)]


def _widened(columns: list[FormColumn], natural: list[float], spare: float) -> list[float]:
    """Return the widths with figures set apart as far as ``spare`` points allow."""
    wishes = [
        max(0.0, _FIGURES_WISHED.get(column.key, 0.0) - wide)
        for column, wide in zip(columns, natural, strict=True)
    ]
    share = min(1.0, spare / sum(wishes)) if any(wishes) else 0.0
    return [wide + wish * share for wide, wish in zip(natural, wishes, strict=True)]


def _chosen(document: DeliveryNoteDocument, wording: Wording) -> list[FormColumn]:
    def remark(line: DeliveryNoteLine) -> str:
        return _remark(line, document, wording)

    columns = [
        FormColumn("position", lambda line: str(line.position), "center"),
        FormColumn("code", lambda line: line.code, "left", least=52, most=92),
        FormColumn("name", lambda line: line.name, "left", least=72, most=999),
        FormColumn("specification", lambda line: line.specification, "left", least=46, most=92),
        FormColumn("unit", lambda line: line.unit, "center", least=26, most=40),
    ]
    if document.is_partial and not document.shows_prices:
        columns += [
            FormColumn("ordered", lambda line: quantity_text(line.ordered), "right"),
            FormColumn("before", lambda line: quantity_text(line.before), "right"),
            FormColumn("now", lambda line: quantity_text(line.now), "right"),
            FormColumn("open", lambda line: quantity_text(line.open), "right"),
        ]
    else:
        columns.append(FormColumn("quantity", lambda line: quantity_text(line.now), "right"))
    if document.shows_prices:
        columns += _money_columns(document.currency)
    return [*columns, FormColumn("remark", remark, "left", least=46, most=118)]


def _money_columns(currency: str) -> list[FormColumn]:
    def price(line: DeliveryNoteLine) -> str:
        return "" if line.unit_price is None else price_text(line.unit_price, currency)

    def amount(line: DeliveryNoteLine) -> str:
        return "" if line.amount is None else amount_text(line.amount, currency)

    return [FormColumn("unit_price", price, "right"), FormColumn("amount", amount, "right")]


def _remark(line: DeliveryNoteLine, document: DeliveryNoteDocument, wording: Wording) -> str:
    """Return what stands behind a line: what is open, a gift, the customer's item number, the line's note."""
    parts: list[str] = []
    if document.shows_prices and document.is_partial and (line.before or line.open):
        figures = {"ordered": quantity_text(line.ordered), "open": quantity_text(line.open)}
        parts.append(wording.first("document.remark.partial", **figures))
    if line.is_gift:
        parts.append(wording.first("document.gift"))
    if line.customer_item:
        parts.append(line.customer_item)
    if line.note:
        parts.append(line.note)
    separator = "; " if document.language == "en" else "；"
    return separator.join(parts)


def _natural_width(column: FormColumn, document: DeliveryNoteDocument, wording: Wording) -> float:
    """Return the width of a cell that its heading and its widest text ask for, within the column's limits."""
    texts = [wording.clean(column.value(line)) for line in document.lines]
    widest = max(map(CELL.width, [*texts, _sum_text(column.key, document)]))
    if column.key == "remark":
        widest = max(widest, _REMARK_WISHED)
    if not column.is_figure:
        widest = min(widest, column.most)
    return max(_heading_width(column, wording), widest + 2 * PADDING + 0.1)


def _heading_width(column: FormColumn, wording: Wording) -> float:
    code = f"document.column.{column.key}"
    return max(CELL.width(wording.first(code)), CELL.width(wording.second(code))) + 2 * PADDING + 0.1


def _sum_text(key: str, document: DeliveryNoteDocument) -> str:
    """Return the largest sum that can stand below a column."""
    if key == "amount":
        total = sum((line.amount or Decimal(0) for line in document.lines), Decimal(0))
        return amount_text(total, document.currency)
    if key in {"quantity", "now"}:
        return quantity_text(sum((line.now for line in document.lines), Decimal(0)))
    return ""
