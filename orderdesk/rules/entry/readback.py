"""An order as sentences to read aloud to the customer: items, units, days, and the total in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from orderdesk import values
from orderdesk.rules.entry.spoken import Spoken, amount_in_words, count_in_words

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class ReadBackPart:
    """So much of a line on a day; ``where`` is empty for the order's address."""

    quantity: Decimal
    day: date | None
    where: str = ""


@dataclass(frozen=True, slots=True)
class ReadBackLine:
    """A line in the words of the language it is read in: the item's name and the unit.

    ``parts`` are its deliveries where they are not all the order's own; ``price`` is the unit price for
    ``price_unit`` units, None to leave it out.
    """

    name: str
    quantity: Decimal
    unit: str
    price: Decimal | None = None
    price_unit: int = 1
    is_gift: bool = False
    parts: tuple[ReadBackPart, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBackOrder:
    """What is read aloud of an order; empty or ``None`` is left out."""

    customer: str
    lines: tuple[ReadBackLine, ...]
    total: Decimal | None
    currency: str
    po_number: str = ""
    requested: date | None = None
    deliver_to: str = ""
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: a code of ``words`` with all that it says, worded in the language asked for."""

    code: str
    params: dict[str, object]


def read_back(order: ReadBackOrder, language: Spoken) -> tuple[Sentence, ...]:
    """Return the order in the sequence in which a clerk reads it; the last sentence asks whether it is right.

    Numbers are worded in ``language``; ``words.text(sentence.code, language, **sentence.params)`` makes the
    sentence.
    """
    return tuple(_sentences(order, language))


def _sentences(order: ReadBackOrder, language: Spoken) -> Iterator[Sentence]:
    po = "_po" if order.po_number else ""
    params: dict[str, object] = {"customer": order.customer, "n": len(order.lines), "po": order.po_number}
    yield Sentence(f"quick.readback.head{po}", params)
    for position, line in enumerate(order.lines, start=1):
        yield _line(position, line, language)
        for part in line.parts:
            yield _part(part, line, language)
    if order.requested is not None:
        yield Sentence("quick.readback.day", _day(order.requested))
    if order.deliver_to:
        code = "quick.readback.where_to" if order.receiver else "quick.readback.where"
        yield Sentence(code, {"place": order.deliver_to, "receiver": order.receiver})
    if order.total is not None:
        total = values.round_amount(order.total, order.currency)
        said = amount_in_words(total, order.currency, language)
        figure = f"{total:,.{values.minor_digits(order.currency)}f}"
        yield Sentence("quick.readback.total", {"words": said, "figure": f"{order.currency} {figure}"})
    yield Sentence("quick.readback.right", {})


def _line(position: int, line: ReadBackLine, language: Spoken) -> Sentence:
    params: dict[str, object] = {
        "position": position,
        "item": line.name,
        "quantity": count_in_words(line.quantity, language),
        "unit": line.unit,
    }
    if line.is_gift:
        return Sentence("quick.readback.gift", params)
    if line.price is None:
        return Sentence("quick.readback.line", params)
    params |= {"price": values.plain(line.price), "per": line.price_unit}
    return Sentence(f"quick.readback.line_{'per' if line.price_unit != 1 else 'at'}", params)


def _part(part: ReadBackPart, line: ReadBackLine, language: Spoken) -> Sentence:
    params: dict[str, object] = {
        "quantity": count_in_words(part.quantity, language),
        "unit": line.unit,
        "place": part.where,
    }
    where = "_to" if part.where else ""
    if part.day is None:
        return Sentence(f"quick.readback.undated{where}", params)
    return Sentence(f"quick.readback.part{where}", params | _day(part.day))


def _day(day: date) -> dict[str, object]:
    return {
        "weekday": f"term.weekday.{_WEEKDAYS[day.weekday()]}",
        "day": day.day,
        "month": f"term.month.{day.month}",
    }
