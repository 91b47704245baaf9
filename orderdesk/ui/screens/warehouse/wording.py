"""What the warehouse screen shows, in the language on show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from orderdesk import words
from orderdesk.services.reading.warehouse import DeliveryCard, DeliveryLineRow, DeliveryRow
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import language, tr
from orderdesk.ui.note_words import note_text, notes_text
from orderdesk.words import format_date, format_datetime, format_quantity, format_time

_STATE_CHIPS = {
    "planned": "draft",
    "released": "draft",
    "picking": "part",
    "packed": "ok",
    "at_dock": "ok",
    "shipped": "shipped",
    "delivered": "shipped",
    "exception": "conflict",
}
_NEAR_DAYS = 7  # further away the day itself says more than a count


def local_name(name: str, name_en: str) -> str:
    """Return the name in the language on show; the other one where there is none."""
    return name_en if language().current == "en" and name_en else name


def term(family: str, key: str) -> str:
    """Return the word for a key of ``family`` (``term.tier.``); what no catalogue knows stays as it is."""
    code = f"{family}{key}"
    return tr(code) if key and words.has(code, language().current) else key


def customer_name(row: DeliveryRow) -> str:
    """Return the customer's name."""
    return local_name(row.customer_name, row.customer_name_en)


def tier_chip(row: DeliveryRow) -> Chip | None:
    """Return the chip of the customer's tier: a square, as states are round."""
    return Chip(row.tier, term("term.tier.", row.tier)) if row.tier else None


def state_chip(row: DeliveryRow) -> Chip:
    """Return the chip of the delivery's state; a hold comes first."""
    if row.is_held:
        return Chip("hold", tr("term.document.hold"))
    return Chip(_STATE_CHIPS.get(row.state, "unknown"), term("term.state.delivery.", row.state))


def day_text(day: date | None) -> str:
    """Return a day with its weekday; blank where none is planned."""
    return "" if day is None else format_date(day, language().current)


def planned_text(row: DeliveryRow) -> str:
    """Return the day a delivery is planned for, or that none is fixed."""
    return day_text(row.planned) or tr("warehouse.undated")


def left_text(row: DeliveryRow, today: date) -> str:
    """Return when the goods left: the time of today, else day and time."""
    if row.shipped_at is None:
        return ""
    zone = ZoneInfo(row.zone)
    if row.shipped_at.astimezone(zone).date() == today:
        return format_time(row.shipped_at, zone)
    return format_datetime(row.shipped_at, zone, language().current)


def due_text(row: DeliveryRow, today: date) -> str:
    """Return how far away the planned day is; of what has left, when it did."""
    if row.shipped_at is not None:
        return left_text(row, today)
    if row.planned is None:
        return ""
    days = (row.planned - today).days
    if days == 0:
        return tr("warehouse.due.today")
    if days == 1:
        return tr("warehouse.due.tomorrow")
    if days < 0:
        return tr("warehouse.due.late", n=-days)
    return tr("warehouse.due.days", n=days) if days <= _NEAR_DAYS else ""


def due_tone(row: DeliveryRow, today: date) -> str | None:
    """Return the colour of what is late or due today."""
    if row.shipped_at is not None or row.planned is None or row.planned > today:
        return "text_quiet"
    return "error" if row.planned < today else "warn"


def lines_text(row: DeliveryRow) -> str:
    """Return how many lines there are, and how many of them are settled once somebody has begun."""
    if row.shipped_at is None and row.settled_lines:
        return f"{row.settled_lines}/{row.line_count}"
    return str(row.line_count)


def receiver_text(row: DeliveryRow) -> str:
    """Return who takes the goods, and where."""
    return " · ".join(part for part in (row.receiver, row.city) if part)


def item_text(line: DeliveryLineRow) -> str:
    """Return name and specification of an item."""
    return " ".join(part for part in (local_name(line.name, line.name_en), line.spec) if part)


def unit_text(line: DeliveryLineRow) -> str:
    """Return the unit of a line."""
    return line.unit_en if language().current == "en" and line.unit_en else term("term.unit.", line.unit)


def address_text(card: DeliveryCard) -> str:
    """Return where the goods go and who takes them there, on one line."""
    parts = (card.address, card.row.receiver, card.phone)
    return "  ".join(part for part in parts if part)


def line_notes(line: DeliveryLineRow) -> str:
    """Return the notes of a line for the house, and its own wish when stock is short."""
    wish = tr("note.wish.said", wish=f"term.when_short.{line.when_short}") if line.when_short else ""
    return "\n".join(part for part in (notes_text(line.notes), wish) if part)


def line_tip(line: DeliveryLineRow) -> str:
    """Return the item with what is noted on its line."""
    return "\n".join(part for part in (item_text(line), line_notes(line)) if part)


def facts_text(card: DeliveryCard) -> str:
    """Return what else the warehouse needs to know: how it goes, references, what was printed."""
    facts = [term("term.delivery_method.", card.method)]
    if card.sender:
        facts.append(tr("warehouse.card.sender", name=card.sender))
    if card.po_number:
        facts.append(f"{tr('warehouse.card.po')} {card.po_number}")
    if card.row.number:
        facts.append(f"{tr('warehouse.column.number')} {card.row.number}")
    if card.prints:
        facts.append(tr("warehouse.card.printed", n=len(card.prints)))
    elif card.has_note:
        facts.append(tr("warehouse.card.not_printed"))
    facts.extend(note_text(note) for note in card.notes)
    return " · ".join(fact for fact in facts if fact)


def hold_text(card: DeliveryCard) -> str:
    """Return what keeps the delivery here, and who can change that; blank where nothing does."""
    sentences = [
        tr(
            "warehouse.card.held",
            hold=term("term.hold.", hold.kind),
            roles=[f"term.role.{role}" for role in hold.lift_roles],
        )
        for hold in card.shipping_holds
    ]
    return " ".join(sentences)


def quantity_with_unit(quantity: Decimal, line: DeliveryLineRow) -> str:
    """Return a quantity and its unit."""
    return f"{format_quantity(quantity)} {unit_text(line)}".strip()


def one_unit(lines: Sequence[DeliveryLineRow]) -> bool:
    """Return whether quantities of these lines can be added up."""
    return len({(line.unit, line.unit_en) for line in lines}) <= 1
