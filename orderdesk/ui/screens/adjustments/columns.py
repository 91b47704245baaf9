"""The columns of the adjustments, of one's lines, and of whom it meets."""

from __future__ import annotations

from collections.abc import Callable

from orderdesk.rules.adjustments import AdjustmentState
from orderdesk.services.reading.adjustments import AdjustmentRow, Met, OpenOrder
from orderdesk.ui.language import tr
from orderdesk.ui.price_words import item_name, price_text, unit_word
from orderdesk.ui.screens.adjustments import wording
from orderdesk.ui.screens.adjustments.rows import LineRow
from orderdesk.ui.tables.columns import Column

Shown = Met | OpenOrder


def list_columns(state_of: Callable[[AdjustmentRow], AdjustmentState]) -> tuple[Column, ...]:
    """Return the columns of the list."""
    return (
        Column("number", "adjustments.column.number", lambda row: row.number, "code", width=96, strong=True,
               tooltip=lambda row: row.reason),
        Column("start", "adjustments.column.start", lambda row: row.start.isoformat(), "date", width=102),
        Column(
            "state", "adjustments.column.state", lambda row: wording.state_chip(state_of(row)).word,
            width=104, chip=lambda row: wording.state_chip(state_of(row)), stretches=True,
        ),
        Column("lines", "adjustments.column.lines", lambda row: str(row.lines), "number", width=52),
    )  # fmt: skip


def line_columns(
    can_edit: Callable[[], bool], takes: Callable[[LineRow, str, str], bool]
) -> tuple[Column, ...]:
    """Return the columns of the lines; ``takes`` says why a text cannot be taken."""

    def is_line(row: LineRow) -> bool:
        return can_edit() and row.id is not None

    return (
        Column("list", "prices.column.list", lambda row: row.list_code, "code", width=124, editable=is_line),
        Column(
            "code", "prices.column.code", lambda row: row.item.code if row.item else "", "code", width=88,
            strong=True, editable=lambda row: can_edit() and row.id is None,
        ),
        Column("item", "prices.column.item", _item, width=130, stretches=True, tooltip=_item),
        Column("unit", "prices.column.unit", lambda row: unit_word(row.item, row.unit), width=48),
        Column("old_price", "adjustments.column.old", lambda row: price_text(row.old_price), "number",
               width=86),
        Column(
            "new_price", "adjustments.column.new", lambda row: price_text(row.new_price), "number", width=92,
            strong=True, editable=is_line, enter_stop=True,
            edit_text=lambda row: price_text(row.new_price).replace(",", ""),
            check=lambda row, text: takes(row, "new_price", text), tone=_tone, icon=_icon,
            icon_word=lambda row: wording.crossing_text(row.crossing),
        ),
        Column("rate", "adjustments.column.rate", lambda row: wording.rate_text(row.rate), "number",
               width=70),
        Column("floor", "prices.column.floor", lambda row: price_text(row.beside.floor), "number", width=80),
        Column(
            "note", "prices.column.note", lambda row: wording.crossing_text(row.crossing), width=120,
            tone=_tone, tooltip=lambda row: wording.crossing_text(row.crossing),
        ),
    )  # fmt: skip


def met_columns() -> tuple[Column, ...]:
    """Return the columns of winners and losers, and of open orders."""
    return (
        Column("name", "adjustments.column.met", _name, width=200, stretches=True, tooltip=_name),
        Column(
            "difference", "adjustments.column.difference", _difference, "number", width=140, strong=True,
            icon=_direction, icon_word=_direction_word, tone=_direction_tone,
        ),
    )  # fmt: skip


def _item(row: LineRow) -> str:
    return tr("adjustments.row.new") if row.id is None else item_name(row.item)


def _tone(row: LineRow) -> str | None:
    return "warn" if row.crossing in ("down", "below") else None


def _icon(row: LineRow) -> str | None:
    return "triangle-alert" if row.crossing in ("down", "below") else None


def _name(row: Shown) -> str:
    return wording.order_name(row) if isinstance(row, OpenOrder) else wording.met_name(row)


def _difference(row: Shown) -> str:
    return wording.difference_text(row.difference if isinstance(row, OpenOrder) else row.effect.difference)


def _is_more(row: Shown) -> bool:
    return (row.difference if isinstance(row, OpenOrder) else row.effect.difference) > 0


def _direction(row: Shown) -> str | None:
    return "arrow-up" if _is_more(row) else "arrow-down"


def _direction_tone(row: Shown) -> str | None:
    return "warn" if _is_more(row) else "done"


def _direction_word(row: Shown) -> str:
    return tr("adjustments.pays_more" if _is_more(row) else "adjustments.pays_less")
