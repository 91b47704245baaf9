"""Words and figures of price adjustments, in the language on show."""

from __future__ import annotations

from decimal import Decimal

from orderdesk.rules.adjustments import AdjustmentState
from orderdesk.services.reading.adjustments import AdjustmentRow, Met, OpenOrder
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import tr
from orderdesk.ui.price_words import local
from orderdesk.words import format_amount

_CHIPS: dict[AdjustmentState, str] = {
    "draft": "draft", "scheduled": "waiting", "in_force": "ok", "rolled_back": "refused", "cancelled": "none",
}  # fmt: skip
_TENTH = Decimal("0.1")


def state_chip(state: AdjustmentState) -> Chip:
    """Return the chip that says where an adjustment stands."""
    return Chip(_CHIPS[state], tr(f"term.state.adjustment.{state}"))


def rate_text(rate: Decimal | None) -> str:
    """Return by how many per cent a price changes, with its sign."""
    if rate is None:
        return ""
    shown = (rate * 100).quantize(_TENTH)
    return f"{shown:+f}%"


def difference_text(difference: Decimal) -> str:
    """Return an amount with its sign: more is paid where it is positive."""
    sign = "+" if difference > 0 else ""
    return f"{sign}{format_amount(difference)}"


def crossing_text(crossing: str) -> str:
    """Return what the new price has to do with the floor."""
    return tr(f"adjustments.floor.{crossing}") if crossing else ""


def met_name(met: Met) -> str:
    """Return a customer or an item as one text."""
    return f"{met.code}  {local(met.name, met.name_en)}"


def order_name(order: OpenOrder) -> str:
    """Return an open order with whose it is and where it stands."""
    state = tr(f"term.state.order.{order.state}")
    return f"{order.number}  {local(order.customer, order.customer_en)} · {state}"


def made_by(row: AdjustmentRow) -> str:
    """Return who wrote an adjustment."""
    return local(row.written_by, row.written_by_en)
