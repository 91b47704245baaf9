"""The columns of the two tables of the warehouse, as data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from orderdesk.services.reading.warehouse import DeliveryLineRow, DeliveryRow
from orderdesk.ui.screens.warehouse import wording
from orderdesk.ui.screens.warehouse.lines import LineOnShow
from orderdesk.ui.tables.columns import Column
from orderdesk.values import plain
from orderdesk.words import format_quantity

Today = Callable[[DeliveryRow], date]  # today at the row's site
Check = Callable[[LineOnShow, str], bool]


def list_columns(today: Today) -> tuple[Column, ...]:
    """Return the columns of the list of deliveries."""
    return (
        Column("day", "warehouse.column.day", wording.planned_text, "date", 104,
               tone=lambda row: "text_faint" if row.planned is None else None),
        Column("delivery", "warehouse.column.delivery", lambda row: row.label, "code", 158, strong=True),
        Column("number", "warehouse.column.number", lambda row: row.number or "", "code", 108),
        Column("customer", "warehouse.column.customer", wording.customer_name, width=160, stretches=True),
        Column("tier", "warehouse.column.tier", lambda row: wording.term("term.tier.", row.tier), width=92,
               chip=wording.tier_chip),
        Column("receiver", "warehouse.column.receiver", wording.receiver_text, width=160),
        Column("lines", "warehouse.column.lines", wording.lines_text, "number", 58,
               tone=lambda row: "warn" if row.short_lines and row.shipped_at is None else None),
        Column("state", "warehouse.column.state", lambda row: wording.state_chip(row).word, width=112,
               chip=wording.state_chip),
        Column("left", "warehouse.column.left", lambda row: wording.left_text(row, today(row)), width=150),
        Column("due", "warehouse.column.due", lambda row: wording.due_text(row, today(row)), width=96,
               tone=lambda row: wording.due_tone(row, today(row))),
    )  # fmt: skip


def line_columns(check: Check) -> tuple[Column, ...]:
    """Return the columns of the lines of a delivery; ``check`` says whether a typed quantity can be taken."""
    return (
        Column("position", "warehouse.column.position", lambda row: str(row.line.position), "number", 40,
               tone=lambda _row: "text_quiet"),
        Column("code", "warehouse.column.code", lambda row: row.line.code, "code", 104),
        Column("item", "warehouse.column.item", lambda row: wording.item_text(row.line), width=190,
               stretches=True, tooltip=lambda row: wording.line_tip(row.line),
               icon=lambda row: "message-square" if wording.line_notes(row.line) else None,
               icon_word=lambda row: wording.line_notes(row.line)),
        Column("unit", "warehouse.column.unit", lambda row: wording.unit_text(row.line), width=56,
               tone=lambda _row: "text_quiet"),
        Column("planned", "warehouse.column.planned", lambda row: format_quantity(row.line.quantity),
               "number", 84),
        Column("picked", "warehouse.column.picked", _picked, "number", 88, editable=lambda row: row.can_pick,
               edit_text=_picked_to_edit, check=check, enter_stop=True, strong=True, tone=_picked_tone),
        Column("reason", "warehouse.column.reason", _reason, width=96, tone=lambda _row: "warn",
               icon=lambda row: "triangle-alert" if row.short_reason else None),
        Column("open", "warehouse.column.open", lambda row: format_quantity(row.open), "number", 84,
               tone=lambda row: None if row.open else "text_quiet"),
        Column("before", "warehouse.column.before", lambda row: format_quantity(row.line.before), "number",
               84, tone=lambda _row: "text_quiet"),
        Column("ordered", "warehouse.column.ordered", lambda row: format_quantity(row.line.ordered), "number",
               84, tone=lambda _row: "text_quiet"),
        Column("available", "warehouse.column.available", lambda row: _available(row.line), "number", 84,
               tone=lambda row: "error" if _is_scarce(row) else "text_quiet"),
    )  # fmt: skip


def _picked(row: LineOnShow) -> str:
    if row.is_gone:
        return format_quantity(row.line.shipped)
    return format_quantity(row.picked) if row.is_settled else ""


def _picked_to_edit(row: LineOnShow) -> str:
    """What the box begins with: what was planned, until somebody has looked."""
    return plain(row.picked if row.is_settled else row.line.quantity)


def _picked_tone(row: LineOnShow) -> str | None:
    if row.is_waiting:
        return "text_faint"
    return "warn" if row.is_settled and not row.is_gone and row.picked < row.line.quantity else None


def _reason(row: LineOnShow) -> str:
    return wording.term("term.short_reason.", row.short_reason)


def _available(line: DeliveryLineRow) -> str:
    return "" if line.available is None else format_quantity(line.available)


def _is_scarce(row: LineOnShow) -> bool:
    available: Decimal | None = row.line.available
    return available is not None and available < row.line.quantity
