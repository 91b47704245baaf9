"""The columns of the list: how each is shown, what goes into a file for it, and which are there at first."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from orderdesk.clock import business_date
from orderdesk.intake.files.exporting import Cell
from orderdesk.services.reading.order_list import OrderListRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.order_card import wording
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.screens.orders.presenter import Sheet
from orderdesk.ui.tables.columns import Column
from orderdesk.words import format_date

Where = Callable[[], Here]

FIXED = frozenset({"number"})  # without it nobody knows which order a row is
AT_FIRST = frozenset(
    {"number", "dated", "customer", "tier", "total", "state", "holds", "delivery", "po_number"}
)
SPARE = ("po_number", "tier", "dated", "delivery")  # where it is narrow these go, the first one first


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column on show, and its cell in a file: figures and dates as such, words in the language on show."""

    shown: Column
    cell: Callable[[OrderListRow], Cell]


def list_columns(here: Where) -> tuple[ListColumn, ...]:
    """Return all columns there are; ``here`` says where we are when a cell is drawn."""
    return (*_of_order(here), *_of_deal(here), *_of_people(here))


def sheet_of(columns: Collection[ListColumn], keys: Collection[str]) -> Sheet:
    """Return header and cells of the columns with these keys, in the order of the list."""
    chosen = [column for column in columns if column.shown.key in keys]
    header = [tr(column.shown.word) for column in chosen]
    if "total" in keys:
        header.append(tr("orders.column.currency"))

    def cells(row: OrderListRow) -> list[Cell]:
        made = [column.cell(row) for column in chosen]
        return [*made, row.order.currency] if "total" in keys else made

    return Sheet(header, cells)


def _of_order(here: Where) -> tuple[ListColumn, ...]:
    def dated(row: OrderListRow) -> str:
        day = row.document_date
        return format_date(day, language().current, with_year=day.year != here().today.year)

    return (
        _column(
            Column(
                "number", "orders.column.number", lambda row: row.order.number, "code", width=136, strong=True
            )
        ),
        ListColumn(Column("dated", "orders.column.dated", dated, "date", width=104), _document_date),
        _column(
            Column(
                "customer", "orders.column.customer", _customer, width=132, stretches=True, tooltip=_customer
            )
        ),
        _column(
            Column("customer_code", "orders.column.customer_code", lambda row: row.customer_code, "code")
        ),
        _column(
            Column(
                "po_number", "orders.column.po_number", _po_number, "code", width=112, tooltip=_po_number
            )
        ),
    )  # fmt: skip


def _of_deal(here: Where) -> tuple[ListColumn, ...]:
    def state(row: OrderListRow) -> str:
        return wording.state_chip(row.order).word

    def delivery(row: OrderListRow) -> str:
        day = row.order.next_delivery
        return here().day(day) if day is not None else ""

    def is_late(row: OrderListRow) -> bool:
        day = row.order.next_delivery
        return day is not None and day < here().today

    return (
        _column(
            Column(
                "tier", "orders.column.tier", lambda row: wording.term("tier", row.order.tier), width=88,
                chip=lambda row: wording.tier_chip(row.order.tier),
            )
        ),
        ListColumn(
            Column("lines", "orders.column.lines", lambda row: str(row.order.line_count), "number", width=54),
            lambda row: row.order.line_count,
        ),
        ListColumn(
            Column("total", "orders.column.total", lambda row: here().amount(row.order), "number", width=100),
            lambda row: row.order.total,
        ),
        _column(
            Column(
                "state", "orders.column.state", state, width=158, tooltip=state,
                chip=lambda row: wording.state_chip(row.order),
            )
        ),
        _column(
            Column(
                "holds", "orders.column.holds", _holds, width=124, tooltip=_holds,
                chip=lambda row: wording.hold_chip(row.order.holds),
            )
        ),
        ListColumn(
            Column(
                "delivery", "orders.column.delivery", delivery, "date", width=116,
                icon=lambda row: "clock" if is_late(row) else None,
                tone=lambda row: "warn" if is_late(row) else None,
                icon_word=lambda row: tr("orders.late") if is_late(row) else "",
            ),
            lambda row: row.order.next_delivery,
        ),
    )  # fmt: skip


def _of_people(here: Where) -> tuple[ListColumn, ...]:
    return (
        _column(Column("salesperson", "orders.column.salesperson", _salesperson, width=96)),
        _column(
            Column(
                "approved", "orders.column.approved", lambda row: wording.approval_text(row.order), width=112,
                tooltip=lambda row: wording.approval_text(row.order),
            )
        ),
        _column(Column("entered_by", "orders.column.entered_by", _entered_by, width=96)),
        ListColumn(
            Column(
                "entered_at", "orders.column.entered_at", lambda row: here().moment(row.order.entered_at),
                "date", width=128,
            ),
            lambda row: business_date(row.order.entered_at, here().zone),
        ),
    )  # fmt: skip


def _column(shown: Column) -> ListColumn:
    return ListColumn(shown, shown.text)


def _document_date(row: OrderListRow) -> Cell:
    return row.document_date


def _customer(row: OrderListRow) -> str:
    return wording.local(row.order.customer, row.order.customer_en)


def _po_number(row: OrderListRow) -> str:
    return row.po_number


def _holds(row: OrderListRow) -> str:
    return ", ".join(wording.term("hold", kind) for kind in row.order.holds)


def _salesperson(row: OrderListRow) -> str:
    return wording.local(row.salesperson, row.salesperson_en)


def _entered_by(row: OrderListRow) -> str:
    return wording.local(row.order.entered_by, row.order.entered_by_en)
