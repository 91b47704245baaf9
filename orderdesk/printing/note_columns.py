"""The columns of an A4 paper: how wide they come out; and which of them a delivery note has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from orderdesk.printing.documents import DeliveryNoteDocument, DeliveryNoteLine
from orderdesk.printing.pen import Align
from orderdesk.printing.texts import Style
from orderdesk.printing.wording import Wording, amount_text, price_text, quantity_text

HEADING = Style(8.5, is_strong=True, leading=1.25)
HEADING_SECOND = Style(6.5, grey=0.35, leading=1.3)
CELL = Style(10.5)
CELL_STRONG = Style(10.5, is_strong=True)
GAP = 9.0
"""Points between two columns."""

_SMALLEST_FIGURES = 5.0
_NAME_AT_LEAST = 104.0
_NAME_WISHED = 150.0
_FIGURES_WISHED = 42.0


LineT = TypeVar("LineT")


@dataclass(frozen=True, slots=True)
class Column(Generic[LineT]):
    """One column: ``key`` ends its label's code, ``x`` is its left edge from the table's left edge."""

    key: str
    value: Callable[[LineT], str]
    style: Style
    align: Align
    most: float
    is_figure: bool = False
    is_tinted: bool = False
    x: float = 0.0
    width: float = 0.0

    @property
    def anchor(self) -> float:
        """Return where its texts are aligned, from the table's left edge."""
        return self.x + {"left": 0.0, "center": self.width / 2, "right": self.width}[self.align]


def columns_for(
    document: DeliveryNoteDocument, wording: Wording, width: float
) -> tuple[Column[DeliveryNoteLine], ...]:
    """Return the columns of a delivery note set into ``width`` points.

    A partial delivery shows 订货, 已发, 本次, 未发 instead of 数量; with prices beside these, the
    specification moves under the name.
    """
    return place_columns(_chosen(document), document.lines, wording, width)


def place_columns(
    columns: Sequence[Column[LineT]], lines: Sequence[LineT], wording: Wording, width: float
) -> tuple[Column[LineT], ...]:
    """Return ``columns`` set into ``width`` points, as wide as ``lines`` need them; one has the key "name".

    Figures are never cut: where they are long, their column grows, and where the name would have no room
    left, only that long figure is set smaller.
    """
    size = CELL.size
    while True:
        natural = [_natural_width(_sized(column, size), lines, wording) for column in columns]
        rest = width - sum(natural) - GAP * (len(columns) - 1)
        if rest >= _NAME_AT_LEAST or size <= _SMALLEST_FIGURES:
            break
        size -= 0.5
    spare = rest - max(_NAME_WISHED, _widest_name(columns, lines, wording) + 8)
    wishes = [
        max(0.0, _FIGURES_WISHED - wide) if column.is_figure and column.key != "position" else 0.0
        for column, wide in zip(columns, natural, strict=True)
    ]
    if spare > 0 and any(wishes):
        share = min(1.0, spare / sum(wishes))
        natural = [wide + wish * share for wide, wish in zip(natural, wishes, strict=True)]
        rest -= sum(wishes) * share
    placed: list[Column[LineT]] = []
    x = 0.0
    for column, wide in zip(columns, natural, strict=True):
        own = max(rest, 40.0) if column.key == "name" else wide
        placed.append(replace(column, x=x, width=own))
        x += own + GAP
    return tuple(placed)


def has_own_specification(columns: Sequence[Column[Any]]) -> bool:
    """Return whether the specification has a column, instead of a line under the name."""
    return any(column.key == "specification" for column in columns)


def _chosen(document: DeliveryNoteDocument) -> list[Column[DeliveryNoteLine]]:
    partial, prices = document.is_partial, document.shows_prices
    columns: list[Column[DeliveryNoteLine]] = [
        Column("position", lambda line: str(line.position), Style(9, grey=0.35), "left", 30, is_figure=True),
        Column("code", lambda line: line.code, CELL, "left", 64 if partial and prices else 84),
        Column("name", lambda line: line.name, CELL_STRONG, "left", 0),
    ]
    if not (partial and prices):
        most = 96 if partial or prices else 130  # dimensions such as 1400×800×750 stay on one line
        columns.append(Column("specification", lambda line: line.specification, CELL, "left", most))
    columns.append(Column("unit", lambda line: line.unit, CELL, "left", 40))
    if partial:
        columns += [
            figure_column("ordered", lambda line: quantity_text(line.ordered)),
            figure_column("before", lambda line: quantity_text(line.before)),
            replace(
                figure_column("now", lambda line: quantity_text(line.now)), style=CELL_STRONG, is_tinted=True
            ),
            figure_column("open", lambda line: quantity_text(line.open)),
        ]
    else:
        columns.append(
            replace(figure_column("quantity", lambda line: quantity_text(line.now)), style=CELL_STRONG)
        )
    if prices:
        columns += _money_columns(document.currency)
    return columns


def figure_column(key: str, value: Callable[[LineT], str]) -> Column[LineT]:
    """Return a column of figures, which stand at its right edge."""
    return Column(key, value, CELL, "right", 0, is_figure=True)


def _money_columns(currency: str) -> list[Column[DeliveryNoteLine]]:
    def price(line: DeliveryNoteLine) -> str:
        return "" if line.unit_price is None else price_text(line.unit_price, currency)

    def amount(line: DeliveryNoteLine) -> str:
        return "" if line.amount is None else amount_text(line.amount, currency)

    return [figure_column("price", price), figure_column("amount", amount)]


def _sized(column: Column[LineT], size: float) -> Column[LineT]:
    if not column.is_figure or column.style.size <= size:
        return column
    return replace(column, style=replace(column.style, size=size))


def _natural_width(column: Column[LineT], lines: Sequence[LineT], wording: Wording) -> float:
    """Return the width its widest text asks for, within limits, and its heading's longest word."""
    if column.key == "name":
        return 0.0
    heading = _heading_width(column.key, wording)
    widest = max(column.style.width(wording.clean(column.value(line))) for line in lines)
    return max(heading, widest) + 0.1 if column.is_figure else max(heading, min(widest + 0.1, column.most))


def _widest_name(columns: Sequence[Column[LineT]], lines: Sequence[LineT], wording: Wording) -> float:
    name = next(column for column in columns if column.key == "name")
    return max(CELL_STRONG.width(wording.clean(name.value(line))) for line in lines)


def _heading_width(key: str, wording: Wording) -> float:
    code = f"document.column.{key}"
    first = _width_in_two_lines(wording.first(code), HEADING)
    return max(first, _width_in_two_lines(wording.second(code), HEADING_SECOND)) + 0.1


def _width_in_two_lines(label: str, style: Style) -> float:
    """Return the narrowest width in which ``label`` takes two lines."""
    words = label.split()
    halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words) + 1)]
    return min((max(style.width(first), style.width(second)) for first, second in halves), default=0.0)
