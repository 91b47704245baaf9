"""The columns of a card's lines: what, how much, at which price against list, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass

from orderdesk.services.reading.inbox_card import InboxCard
from orderdesk.services.reading.inbox_lines import CardLine
from orderdesk.ui.language import tr
from orderdesk.ui.screens.inbox import wording
from orderdesk.ui.screens.inbox.card_notes import line_limits
from orderdesk.ui.tables.columns import Column
from orderdesk.words import format_quantity


@dataclass(frozen=True, slots=True)
class LineItem:
    """A line of the card as the table shows it."""

    line: CardLine
    currency: str
    mark: str  # + new, ~ changed since the baseline
    limits: tuple[str, ...]  # what it crosses

    @property
    def id(self) -> object:
        """The line's id: rows of the next card are matched by it."""
        return self.line.id

    @property
    def sign(self) -> str:
        """What stands before a line that differs or crosses a limit: its mark, ``!``, both, or nothing."""
        return f"{self.mark}{'!' if self.limits else ''}"


def line_items(card: InboxCard) -> tuple[LineItem, ...]:
    """Return the lines of a card with their marks."""
    marks: dict[int, str] = {}
    for entry in card.changes:
        if entry.position is not None:
            is_new = entry.problem.code.endswith(".line_added")
            marks[entry.position] = "+" if is_new or marks.get(entry.position) == "+" else "~"
    return tuple(
        LineItem(line, card.row.currency, marks.get(line.position, ""), line_limits(card, line))
        for line in card.lines
    )


def _discount(item: LineItem) -> str:
    if item.line.gift:
        return tr("term.source.gift")
    return wording.discount_text(item.line.discount) if item.line.discount else "–"


def _margin(item: LineItem) -> str:
    return "–" if item.line.margin is None else wording.margin_text(item.line.margin)


def _stock(item: LineItem) -> str:
    if item.line.available is None:
        return "–"
    shown = format_quantity(item.line.available)
    return f"{shown} !" if item.line.is_short else shown


def _limits(item: LineItem) -> str:
    return "\n".join(item.limits)


def _warned(item: LineItem) -> str | None:
    return "warn" if item.limits else None


LINE_COLUMNS = (
    Column(
        "position",
        "inbox.column.position",
        lambda item: str(item.line.position),
        kind="number",
        width=40,
        tone=lambda _item: "text_quiet",
    ),
    Column("sign", "", lambda item: item.sign, "code", 36, strong=True, tone=_warned, tooltip=_limits),
    Column("code", "inbox.column.code", lambda item: item.line.code, kind="code", width=62, strong=True),
    Column(
        "name",
        "inbox.column.item",
        lambda item: wording.local_name(item.line.name, item.line.name_en),
        width=120,
        stretches=True,
    ),
    Column(
        "quantity",
        "inbox.column.quantity",
        lambda item: wording.quantity_text(item.line),
        kind="number",
        width=66,
    ),
    Column(
        "base",
        "inbox.column.base",
        lambda item: wording.price_text(item.line.base_price),
        kind="number",
        width=74,
        tone=lambda _item: "text_quiet",
    ),
    Column(
        "price",
        "inbox.column.price",
        lambda item: wording.price_text(item.line.price),
        kind="number",
        width=74,
        tone=lambda item: "error" if item.line.below_floor else None,
        tooltip=_limits,
    ),
    Column(
        "discount", "inbox.column.discount", _discount, kind="number", width=60, tone=_warned, tooltip=_limits
    ),
    Column(
        "amount",
        "inbox.column.amount",
        lambda item: wording.amount_text(item.line.amount, item.currency),
        kind="number",
        width=94,
        strong=True,
    ),
    Column(
        "margin",
        "inbox.column.margin",
        _margin,
        kind="number",
        width=62,
        tone=lambda item: "error" if item.line.margin is not None and item.line.margin < 0 else None,
    ),
    Column(
        "stock",
        "inbox.column.stock",
        _stock,
        kind="number",
        width=64,
        tone=lambda item: "warn" if item.line.is_short else "text_quiet",
    ),
)
