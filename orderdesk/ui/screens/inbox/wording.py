"""What the inbox says of tasks, figures and differences, in the language on show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Literal
from zoneinfo import ZoneInfo

from orderdesk.services.reading.inbox import DoneRow, InboxRow, Reason
from orderdesk.services.reading.inbox_card import Baseline, InboxCard
from orderdesk.services.reading.inbox_lines import CardLine
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import language, tr
from orderdesk.ui.messages import Message
from orderdesk.ui.note_words import notes_text
from orderdesk.values import minor_digits, plain, round_half_up
from orderdesk.wire.outcomes import ProblemLine
from orderdesk.words import (
    Worded,
    format_amount,
    format_date,
    format_datetime,
    format_percent,
    format_quantity,
    format_time,
)

_MINUTE = timedelta(minutes=1)
_AMOUNTS = ("amount", "credit_after", "over", "limit")
_DONE_CHIPS = {"approved": "approved", "refused": "refused", "sent_back": "draft"}


def local_name(name: str, name_en: str) -> str:
    """Return the name in the language on show; the other one where there is none."""
    return name_en if language().current == "en" and name_en else name


def amount_text(amount: Decimal, currency: str) -> str:
    """Return an amount with the decimals of its currency."""
    return format_amount(amount, minor_digits(currency))


def sums_text(rows: Iterable[InboxRow]) -> str:
    """Return what orders come to, each currency by itself."""
    sums: dict[str, Decimal] = {}
    for row in rows:
        sums[row.currency] = sums.get(row.currency, Decimal(0)) + row.total
    return "  ".join(f"{currency} {amount_text(sums[currency], currency)}" for currency in sorted(sums))


def price_text(price: Decimal) -> str:
    """Return a unit price with two decimals; one below 10 with up to four, where the cents are not all."""
    is_whole = price == round_half_up(price, 2) or price >= 10
    return format_amount(price, 2 if is_whole else 4)


def discount_text(rate: Decimal) -> str:
    """Return a discount in per cent with at most two decimals: ``7.85 %``."""
    return format_percent(round_half_up(rate, 4)).replace("%", " %")


def margin_text(rate: Decimal) -> str:
    """Return a margin in per cent with one decimal: ``21.0 %``."""
    return f"{format_amount(rate * 100, 1)} %"


def quantity_text(line: CardLine) -> str:
    """Return a line's quantity with its unit."""
    return f"{format_quantity(line.quantity)} {local_name(line.unit, line.unit_en)}"


def joined(parts: Iterable[str], sign: Literal[",", ";"] = ",") -> str:
    """Return words in a row, parted as the language parts them."""
    if language().current == "zh":
        return {",": "，", ";": "；"}[sign].join(parts)
    return f"{sign} ".join(parts)


def age_text(since: datetime, now: datetime) -> str:
    """Return how long something has been waiting, in the two largest units that matter."""
    minutes = max(0, (now - since) // _MINUTE)
    if minutes == 0:
        return tr("inbox.age.now")
    if minutes < 60:
        return tr("inbox.age.minutes", n=minutes)
    if minutes < 24 * 60:
        return tr("inbox.age.hours", hours=minutes // 60, minutes=f"{minutes % 60:02}")
    return tr("inbox.age.days", n=minutes // (24 * 60))


def when_text(instant: datetime, now: datetime, zone: str) -> str:
    """Return an instant at the site: the time today, else day and time."""
    place = ZoneInfo(zone)
    if instant.astimezone(place).date() == now.astimezone(place).date():
        return format_time(instant, place)
    return format_datetime(instant, place, language().current)


def tier_chip(tier: str) -> Chip:
    """Return the chip of a customer's tier."""
    return Chip(tier, tr(f"term.tier.{tier}"))


def short_chip(chip: Chip, *, has_icon: bool = False) -> Chip:
    """Return the chip for narrow places: its icon alone, else the first letter of its word."""
    return Chip(chip.kind, "") if has_icon else Chip(chip.kind, "", chip.word[:1])


def done_chip(row: DoneRow) -> Chip:
    """Return the chip of what was decided."""
    return Chip(_DONE_CHIPS[row.state], tr(f"term.task.{row.state}"))


def reason_text(reason: Reason) -> str:
    """Return why somebody is asked."""
    return tr(reason.code, **_grouped(reason.params))


def spoken_row(row: InboxRow, now: datetime) -> str:
    """Return a waiting task as a screen reader says it."""
    return tr(
        "inbox.row.spoken_urgent" if row.urgency == "urgent" else "inbox.row.spoken",
        number=row.number,
        customer=local_name(row.customer, row.customer_en),
        tier=tr(f"term.tier.{row.tier}"),
        currency=row.currency,
        total=amount_text(row.total, row.currency),
        why=reason_text(row.reason) if row.reason is not None else "",
        age=age_text(row.opened_at, now),
    )


def spoken_done(row: DoneRow) -> str:
    """Return a decided task as a screen reader says it."""
    return tr(
        "inbox.done.spoken",
        number=row.number,
        customer=local_name(row.customer, row.customer_en),
        currency=row.currency,
        total=amount_text(row.total, row.currency),
        state=tr(f"term.task.{row.state}"),
    )


def problem_sentence(problem: Worded) -> str:
    """Return the sentence of a problem."""
    return tr(problem.code, **problem_params(problem))


def problem_params(problem: Worded) -> dict[str, object]:
    """Return the params of a problem, its figures as people read them."""
    params = dict(problem.params)
    for name in ("net_price", "quantity"):
        if params.get(name):
            shown = price_text if name == "net_price" else format_quantity
            params[name] = shown(Decimal(str(params[name])))
    return params


def refused_message(problems: tuple[ProblemLine, ...]) -> Message:
    """Return why a decision was not taken, then every difference; worded anew in each language."""
    first, *further = problems
    params: dict[str, object] = {"problem": lambda: problem_sentence(first)}
    if not further:
        return Message("inbox.said.refused_plain", params, "warn")
    params["further"] = lambda: joined((problem_sentence(problem) for problem in further), ";")
    return Message("inbox.said.refused_why", params, "warn")


def asked_text(card: InboxCard, now: datetime) -> str:
    """Return which step this is, who asked, and when."""
    return tr(
        "inbox.card.asked",
        step=card.row.step,
        steps=card.row.steps,
        role=tr(f"term.role.{card.row.role}"),
        by=local_name(card.row.asked_by, card.row.asked_by_en),
        at=when_text(card.submitted_at or card.row.opened_at, now, card.zone),
    )


def baseline_title(baseline: Baseline, now: datetime, zone: str) -> str:
    """Return what the differences below are differences from."""
    if baseline.kind == "rules" or baseline.at is None:
        return tr("inbox.changed.rules")
    own = "own_" if baseline.is_own else ""
    by = local_name(baseline.by, baseline.by_en)
    return tr(f"inbox.changed.{own}{baseline.kind}", by=by, at=when_text(baseline.at, now, zone))


def terms_text(terms: Mapping[str, Any]) -> str:
    """Return terms of payment in words."""
    kind = terms.get("kind")
    return tr(f"term.terms.{kind}", n=int(terms.get("days") or 0)) if kind else ""


def date_text(card: InboxCard) -> str:
    """Return when the order is wanted: its one date, or how many."""
    dates = {line.first_date for line in card.lines if line.first_date is not None}
    count = max([len(dates), *(line.dates for line in card.lines)], default=0)
    if count > 1:
        return tr("inbox.dates", n=count)
    day = next(iter(dates), card.requested)
    return format_date(day, language().current) if day is not None else tr("inbox.date.open")


def facts_text(card: InboxCard) -> str:
    """Return the rule table and its rows that asked."""
    rows = [str(reason.row) for reason in card.reasons if reason.row]
    return tr("inbox.card.rule", n=len(rows), version=card.table_version, rows=", ".join(rows))


def fact_pairs(card: InboxCard) -> tuple[tuple[str, str], ...]:
    """Return what else stands on the order, each with its caption; empty values are left out when shown."""
    return (
        (tr("inbox.fact.po_number"), card.po_number),
        (tr("inbox.fact.terms"), terms_text(card.terms)),
        (tr("inbox.fact.delivery"), tr(f"term.delivery_method.{card.delivery_method}")),
        (tr("inbox.fact.ship_to"), card.deliver_to),
        (tr("inbox.fact.salesperson"), local_name(card.salesperson, card.salesperson_en)),
        (tr("inbox.fact.note"), notes_text(card.notes)),
    )


def history_text(card: InboxCard) -> str:
    """Return how similar orders of this customer were decided."""
    counts = [
        tr(f"inbox.similar.{state}", n=card.count_similar(state))
        for state in ("approved", "refused", "sent_back")
        if card.count_similar(state)
    ]
    return joined(counts) if counts else tr("inbox.similar.none")


def _grouped(params: Mapping[str, str]) -> dict[str, object]:
    """Figures of a reason come as plain text; people read amounts with groups, rates with two decimals."""
    shown: dict[str, object] = dict(params)
    for name in _AMOUNTS:
        if params.get(name):
            shown[name] = format_amount(Decimal(params[name]))
    if params.get("percent"):
        shown["percent"] = plain(round_half_up(Decimal(params["percent"]), 2))
    return shown
