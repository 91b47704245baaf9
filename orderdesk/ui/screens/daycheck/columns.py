"""The columns of the day check, and its rows as cells of a file or a paper."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from orderdesk.clock import business_date
from orderdesk.intake.files.exporting import Cell
from orderdesk.services.reading.day_check import CheckRow, Section
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import tr
from orderdesk.ui.order_card import wording
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.tables.columns import Column
from orderdesk.values import minor_digits
from orderdesk.words import format_amount

Where = Callable[[], Here]

ICONS: dict[Section, str] = {
    "drafts": "pencil", "approvals": "inbox", "due": "truck", "unprinted": "printer",
    "missed": "triangle-alert",
}  # fmt: skip
_CAUSES = frozenset({"parked", "sent_back", "withdrawn", "submitted", "held"})
_OLD_DAYS = 3
HEADER = ("section", "number", "customer", "when", "who", "amount", "currency", "cause")


def check_columns(here: Where, what_to_do: Callable[[CheckRow], str]) -> tuple[Column, ...]:
    """Return the columns; ``what_to_do`` words the way on from a row, with its key."""
    return (
        Column(
            "section", "daycheck.column.section", section_text, width=186,
            icon=lambda row: ICONS[row.section], icon_tone=_tone, strong=True,
        ),
        Column("number", "daycheck.column.number", lambda row: row.number, "code", width=136),
        Column("customer", "daycheck.column.customer", customer_text, width=140, stretches=True,
               tooltip=customer_text),
        Column("tier", "daycheck.column.tier", lambda row: wording.term("tier", row.tier), width=78,
               chip=lambda row: wording.tier_chip(row.tier)),
        Column("when", "daycheck.column.when", lambda row: when_text(row, here()), "date", width=90,
               tone=lambda row: "error" if row.section == "missed" else _age_tone(row, here())),
        Column("who", "daycheck.column.who", who_text, width=84, tooltip=who_text),
        Column("amount", "daycheck.column.amount", lambda row: amount_text(row, here().currency), "number",
               width=104),
        Column("cause", "daycheck.column.cause", cause_text, width=128, tooltip=cause_text, chip=_cause_chip),
        Column("do", "daycheck.column.do", what_to_do, width=112, tone=lambda _row: "text_quiet"),
    )  # fmt: skip


def cells_of(row: CheckRow, here: Here) -> list[Cell]:
    """Return a row under ``HEADER``: figures and dates as such."""
    day = row.day or business_date(row.since, here.zone)
    return [
        section_text(row), row.number, customer_text(row), day, who_text(row), row.amount, row.currency,
        cause_text(row),
    ]  # fmt: skip


def section_text(row: CheckRow) -> str:
    """Return the name of the section."""
    return tr(f"daycheck.section.{row.section}")


def customer_text(row: CheckRow) -> str:
    """Return the customer in the language on show."""
    return wording.local(row.customer, row.customer_en)


def who_text(row: CheckRow) -> str:
    """Return who has it in hand: of an approval the role that is asked."""
    return wording.term("role", row.role) if row.role else wording.local(row.who, row.who_en)


def when_text(row: CheckRow, here: Here) -> str:
    """Return the day that was promised, or since when it lies there."""
    if row.day is not None:
        return here.day(row.day)
    days = here.days_since(row.since)
    return here.moment(row.since) if not days else tr("desk.age.days", n=days)


def amount_text(row: CheckRow, currency: str) -> str:
    """Return the amount, its currency where it is another than the company's."""
    shown = format_amount(row.amount, minor_digits(row.currency))
    return shown if row.currency == currency or row.amount == Decimal(0) else f"{row.currency} {shown}"


def cause_text(row: CheckRow) -> str:
    """Return what more is to be known of its state."""
    return tr(f"daycheck.cause.{row.cause}") if row.cause in _CAUSES else ""


def _cause_chip(row: CheckRow) -> Chip | None:
    kinds = {
        "held": "hold",
        "submitted": "waiting",
        "sent_back": "hold",
        "parked": "draft",
        "withdrawn": "draft",
    }
    return Chip(kinds[row.cause], cause_text(row)) if row.cause in kinds else None


def _tone(row: CheckRow) -> str:
    return "error" if row.section == "missed" else "text_quiet"


def _age_tone(row: CheckRow, here: Here) -> str | None:
    return "warn" if row.day is None and here.days_since(row.since) >= _OLD_DAYS else None
