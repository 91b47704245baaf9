"""The columns of the two lists."""

from __future__ import annotations

from collections.abc import Callable

from orderdesk.services.reading.drafts import DraftRow
from orderdesk.services.reading.orders import OrderRow
from orderdesk.ui.order_card import wording
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.tables.columns import Column

Where = Callable[[], Here]


def draft_columns(here: Where) -> tuple[Column, ...]:
    """Return the columns of the drafts; ``here`` says where we are when a cell is drawn."""

    def happened(row: DraftRow) -> str:
        return wording.happened_text(row, here())

    return (
        Column("number", "desk.column.number", lambda row: row.number, "code", width=136, strong=True),
        Column("customer", "desk.column.customer", _draft_customer, width=136),
        Column("tier", "desk.column.tier", _tier, width=88, chip=lambda row: wording.tier_chip(row.tier)),
        Column("lines", "desk.column.lines", lambda row: str(row.line_count), "number", width=54),
        Column("total", "desk.column.total", lambda row: here().amount(row), "number", width=96),
        Column(
            "happened", "desk.column.happened", happened, width=180, stretches=True, tooltip=happened,
            icon=lambda row: wording.happened_look(row, here())[0],
            tone=lambda row: wording.happened_look(row, here())[1],
        ),
        Column(
            "entered", "desk.column.entered", lambda row: wording.entered_text(row, here()), width=148,
            icon=lambda row: "clock" if wording.is_old(row, here()) else None,
            tone=lambda row: "warn" if wording.is_old(row, here()) else None,
        ),
    )  # fmt: skip


def order_columns(here: Where) -> tuple[Column, ...]:
    """Return the columns of the orders."""

    def state(row: OrderRow) -> str:
        return wording.state_chip(row).word

    def delivery(row: OrderRow) -> str:
        return here().day(row.next_delivery) if row.next_delivery is not None else ""

    def holds(row: OrderRow) -> str:
        return ", ".join(wording.term("hold", kind) for kind in row.holds)

    return (
        Column("number", "desk.column.number", lambda row: row.number, "code", width=136, strong=True),
        Column("customer", "desk.column.customer", _order_customer, width=132, stretches=True),
        Column("tier", "desk.column.tier", _tier, width=88, chip=lambda row: wording.tier_chip(row.tier)),
        Column("total", "desk.column.total", lambda row: here().amount(row), "number", width=96),
        Column("state", "desk.column.state", state, width=158, chip=wording.state_chip, tooltip=state),
        Column(
            "holds", "desk.column.holds", holds, width=124, tooltip=holds,
            chip=lambda row: wording.hold_chip(row.holds),
        ),
        Column("delivery", "desk.column.delivery", delivery, "date", width=100),
        Column(
            "approved", "desk.column.approved", wording.approval_text, width=112, stretches=True,
            tooltip=wording.approval_text, icon=_self_approved,
            tone=lambda row: "warn" if row.self_approved_reason else _quiet(row),
        ),
        Column("entered", "desk.column.entered", lambda row: wording.entered_text(row, here()), width=136),
    )  # fmt: skip


def _draft_customer(row: DraftRow) -> str:
    return wording.local(row.customer_name, row.customer_name_en)


def _order_customer(row: OrderRow) -> str:
    return wording.local(row.customer, row.customer_en)


def _tier(row: DraftRow | OrderRow) -> str:
    return wording.term("tier", row.tier)


def _self_approved(row: OrderRow) -> str | None:
    return "triangle-alert" if row.self_approved_reason else None


def _quiet(row: OrderRow) -> str | None:
    return None if row.approved_by else "text_quiet"
