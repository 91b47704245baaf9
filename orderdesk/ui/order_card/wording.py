"""States, dates and names as the desk shows them, in the language on show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from orderdesk.clock import business_date
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import language, tr
from orderdesk.values import minor_digits, plain
from orderdesk.wire.drafts import AddressDraft
from orderdesk.words import format_amount, format_date, format_time, has

if TYPE_CHECKING:
    from orderdesk.services.reading.drafts import DraftRow
    from orderdesk.services.reading.holds import CardHold
    from orderdesk.services.reading.order_card import CardFacts
    from orderdesk.services.reading.orders import OrderRow, ShownState

OLD_AFTER_DAYS = 3  # a draft that lies so long is flagged (ux, 2.3 "Drafts")

_STATE_CHIPS: dict[ShownState, tuple[str, str]] = {
    "draft": ("draft", "term.state.order.draft"),
    "submitted": ("waiting", "term.state.order.submitted"),
    "pending": ("waiting", "term.state.order.pending"),
    "released": ("approved", "term.state.order.released"),
    "partly_delivered": ("part", "term.state.line.partly_delivered"),
    "delivered": ("shipped", "term.state.line.delivered"),
    "short_closed": ("shipped", "term.state.line.short_closed"),
    "closed": ("shipped", "term.state.order.closed"),
    "refused": ("refused", "term.approval.refused"),
    "cancelled": ("refused", "term.state.order.cancelled"),
}
_DELIVERY_CHIPS = {
    "planned": "waiting",
    "released": "waiting",
    "picking": "waiting",
    "packed": "waiting",
    "at_dock": "waiting",
    "shipped": "shipped",
    "delivered": "approved",
    "exception": "hold",
}
_TASK_CHIPS = {"active": "waiting", "approved": "approved", "refused": "refused", "sent_back": "hold"}


class Amounted(Protocol):
    """What has an amount due in a currency."""

    @property
    def total(self) -> Decimal: ...

    @property
    def currency(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Here:
    """What goes without saying at this desk: the day at the site, its zone, the company's currency."""

    today: date
    zone: str
    currency: str

    def moment(self, instant: datetime) -> str:
        """Return the time of an instant of today, the day and the time of any other."""
        time = format_time(instant, ZoneInfo(self.zone))
        day = business_date(instant, self.zone)
        return time if day == self.today else f"{self.day(day)} {time}"

    def day(self, day: date) -> str:
        """Return a date with its weekday; the year only where it is another one."""
        return format_date(day, language().current, with_year=day.year != self.today.year)

    def age(self, instant: datetime) -> str:
        """Return how long ago an instant was: its time if it was today, else the days."""
        days = self.days_since(instant)
        return tr("desk.age.days", n=days) if days else format_time(instant, ZoneInfo(self.zone))

    def days_since(self, instant: datetime) -> int:
        """Return how many midnights of the site lie between an instant and now."""
        return (self.today - business_date(instant, self.zone)).days

    def amount(self, row: Amounted) -> str:
        """Return the amount due with the decimals of its currency, which is named if it is another one."""
        shown = format_amount(row.total, minor_digits(row.currency))
        return shown if row.currency == self.currency else f"{row.currency} {shown}"


def local(name: str, name_en: str) -> str:
    """Return the name in the language on show; the Chinese one where there is no other."""
    return name_en if language().current == "en" and name_en else name


def term(family: str, key: str) -> str:
    """Return the word for a key of the trade; data that the catalogue does not know stays as it is."""
    code = f"term.{family}.{key}"
    return tr(code) if key and has(code, language().current) else key


def amount(row: OrderRow | DraftRow) -> str:
    """Return the amount due with the decimals of its currency, and the currency."""
    return f"{row.currency} {format_amount(row.total, minor_digits(row.currency))}"


def tier_chip(tier: str) -> Chip | None:
    """Return the chip of a tier; none for a draft without a customer."""
    return Chip(tier, term("tier", tier)) if tier else None


def state_chip(row: OrderRow) -> Chip:
    """Return the one chip of an order; while it is pending it says who is asked."""
    kind, code = _STATE_CHIPS[row.shown]
    if row.shown == "pending" and row.waits_for:
        return Chip(kind, tr("desk.state.pending", role=term("role", row.waits_for)))
    return Chip(kind, tr(code))


def delivery_chip(state: str) -> Chip:
    """Return the chip of a delivery's own state."""
    return Chip(_DELIVERY_CHIPS.get(state, "unknown"), term("state.delivery", state))


def task_chip(state: str) -> Chip | None:
    """Return the chip of a step that somebody has decided or is to decide now; others are words only."""
    kind = _TASK_CHIPS.get(state)
    return Chip(kind, term("task", state)) if kind is not None else None


def hold_chip(kinds: tuple[str, ...]) -> Chip | None:
    """Return the chip of the oldest hold, with how many there are beside it."""
    if not kinds:
        return None
    more = f" +{len(kinds) - 1}" if len(kinds) > 1 else ""
    return Chip("hold", term("hold", kinds[0]) + more)


def cause_text(hold: CardHold, currency: str) -> str:
    """Return why a hold was set, its amounts as people read them; nothing where no rule says so."""
    figures = {
        name: format_amount(Decimal(figure), minor_digits(currency)) for name, figure in hold.figures.items()
    }
    return tr(hold.cause, **figures) if hold.cause else ""


def approval_text(row: OrderRow) -> str:
    """Return who approved an order; an order that nobody had to approve says so."""
    name = local(row.approved_by, row.approved_by_en)
    if name and row.self_approved_reason:
        return tr("desk.approved.self", name=name, reason=row.self_approved_reason)
    if not name and row.approval == "straight":
        return tr("term.approval.straight")
    return name


def entered_text(row: OrderRow | DraftRow, here: Here) -> str:
    """Return who keyed it, and when."""
    name, age = local(row.entered_by, row.entered_by_en), here.age(row.entered_at)
    return f"{name}  {age}" if name else age


def is_old(row: DraftRow, here: Here) -> bool:
    """Return whether a draft has been lying for too long."""
    return here.days_since(row.entered_at) >= OLD_AFTER_DAYS


def happened_text(row: DraftRow, here: Here) -> str:
    """Return why a draft is one: sent back by whom and why, withdrawn, parked, or lying for days."""
    if row.cause == "sent_back":
        name = local(row.sent_back_by, row.sent_back_by_en)
        return tr("desk.draft.sent_back", name=name, reason=row.reason)
    if row.parked:
        return tr("desk.draft.parked")
    if row.cause == "withdrawn":
        return tr("desk.draft.withdrawn")
    return tr("desk.draft.old", n=here.days_since(row.entered_at)) if is_old(row, here) else ""


def happened_look(row: DraftRow, here: Here) -> tuple[str | None, str | None]:
    """Return icon and colour of what happened; what needs the clerk stands out by both."""
    if row.cause == "sent_back":
        return "corner-up-left", "error"
    if is_old(row, here):
        return "clock", "warn"
    if row.parked:
        return "clipboard-list", "text_quiet"
    return ("undo-2", "text_quiet") if row.cause == "withdrawn" else (None, None)


def header_facts(facts: CardFacts, currency: str) -> tuple[tuple[str, str, str], ...]:
    """Return who sells, how it goes and how it is charged: caption, text and role of each line."""
    freight = format_amount(facts.freight, minor_digits(currency)) if facts.freight else ""
    discount = tr("desk.card.discount", percent=plain(facts.order_discount * 100))
    going = (
        term("delivery_method", facts.delivery_method),
        term("urgency", facts.urgency) if facts.urgency == "urgent" else "",
        " ".join(part for part in (term("freight", facts.freight_terms), freight) if part),
        term("when_short", facts.when_short),
    )
    charged = (
        term("kind.invoice", facts.invoice_kind),
        tr("desk.card.with_tax" if facts.prices_include_tax else "desk.card.without_tax"),
        discount if facts.order_discount else "",
        "" if facts.rounding_step == "none" else term("rounding", facts.rounding_step),
    )
    return (
        ("desk.card.sales", listed((local(facts.salesperson, facts.salesperson_en), facts.department)), ""),
        ("desk.card.delivery", listed(going), ""),
        ("desk.card.charged", listed(charged), ""),
        ("desk.card.sender", facts.sender, "strong"),
    )


def address_text(address: AddressDraft) -> str:
    """Return where goods go in one line: the place's name or its street, then who takes them."""
    province = "" if address.province == address.city else address.province
    street = "".join(part for part in (province, address.city, address.district, address.rest) if part)
    parts = (address.label or street, address.receiver, address.phone)
    return joined(parts)


def listed(texts: Iterable[str]) -> str:
    """Return those of the texts that say something, told apart where a line breaks between their words."""
    return " · ".join(text for text in texts if text)


def joined(texts: Iterable[str]) -> str:
    """Return those of the texts that say something, side by side."""
    return "  ".join(text for text in texts if text)
