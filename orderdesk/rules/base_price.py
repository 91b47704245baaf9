"""The base price of a line, and the break on it: components 1 and 3 of vocabulary.md, section 5."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import (
    ROUND_CEILING,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from typing import Literal

from orderdesk.rules.facts import (
    BreakEntry,
    ItemFacts,
    NearMiss,
    PriceBook,
    PriceEntry,
    PriceSource,
    ReceiptStep,
)
from orderdesk.rules.params import Params
from orderdesk.values import PRICE_STEP, QUANTITY_STEP

# Products of price, quantity and two factors have up to 45 digits; a tie must still be seen as a tie.
EXACT = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
ONE = Decimal(1)
ZERO = Decimal(0)

MAX_NEAR = 5
NEAR_SHARE = Decimal("0.5")  # a break is "nearly reached" from half of its quantity on


@dataclass(frozen=True, slots=True)
class BasePrice:
    """What a line costs before anything the clerk types: typed basis, per price unit of the line's unit.

    ``value / divisor`` is the exact amount of the line; ``price`` is an average where a break reduces only
    the part above its quantity. ``source`` is ``none`` where no price applies; all figures are zero then.
    """

    source: PriceSource | Literal["none"]
    entry: PriceEntry | None
    base: Decimal  # before the break
    price: Decimal  # after the break
    value: Decimal
    divisor: Decimal
    steps: tuple[ReceiptStep, ...]
    near: tuple[NearMiss, ...]


def base_price(
    item: ItemFacts,
    book: PriceBook,
    quantity: Decimal,
    unit: str,
    day: date,
    *,
    prices_include_tax: bool = True,
    currency: str | None = None,
) -> BasePrice:
    """Return the one base price of ``quantity`` ``unit`` of an item on ``day``, with its break.

    The first source of the customer's price-source order that has a price valid on ``day`` wins, whatever
    cheaper price a later source has. ``currency`` is the order's (default: the book's); a book in another
    one prices nothing.
    Source: vocabulary.md, section 5, rows 1 and 3.
    """
    with localcontext(EXACT):
        return find_base(item, book, quantity, unit, day, (prices_include_tax, currency or book.currency))


def find_base(
    item: ItemFacts, book: PriceBook, quantity: Decimal, unit: str, day: date, basis: tuple[bool, str]
) -> BasePrice:
    """Do the work of ``base_price`` in the caller's context; ``basis``: (prices include tax, currency)."""
    includes_tax, currency = basis
    entries = book.prices.get(item.id, ())
    factor = item.factor(unit)
    if factor is None or currency != book.currency:
        reason = "unit" if factor is None else "currency"
        params = Params(unit=unit, currency=currency, book_currency=book.currency)
        near = tuple(NearMiss(reason, entry.ref, params) for entry in entries[:MAX_NEAR])
        return _no_price(item, unit, near)
    entry = _choose(item, entries, book, unit, day)
    near_prices = _near_prices(entries, book, entry, day) if len(entries) > 1 or entry is None else []
    if entry is None:
        return _no_price(item, unit, tuple(near_prices[:MAX_NEAR]))
    steps = [_base_step(item, entry)]
    price = _converted(item, entry, unit, factor, includes_tax, steps)
    line = _Quantity(quantity, unit, factor, item.price_unit, price)
    return _with_break(item, book, entry, line, day, steps, near_prices)


def is_valid(entry: PriceEntry | BreakEntry, day: date) -> bool:
    """Return whether a price or break holds on ``day``; both of its days are inclusive."""
    return (entry.valid_from is None or entry.valid_from <= day) and (
        entry.valid_to is None or entry.valid_to >= day
    )


def _choose(
    item: ItemFacts, entries: tuple[PriceEntry, ...], book: PriceBook, unit: str, day: date
) -> PriceEntry | None:
    for source in book.sources:
        best: PriceEntry | None = None
        for entry in entries:
            if entry.source != source or not is_valid(entry, day):
                continue
            if entry.unit == unit or item.factor(entry.unit) is not None:
                best = entry if best is None else max(best, entry, key=lambda one: _fit(one, unit))
        if best is not None:
            return best
    return None


def _fit(entry: PriceEntry, unit: str) -> tuple[bool, date, str, int]:
    """Order several valid prices of one source: made for this very unit, then begun last, then by name."""
    return entry.unit == unit, entry.valid_from or date.min, entry.ref, entry.id.int


def _near_prices(
    entries: tuple[PriceEntry, ...], book: PriceBook, winner: PriceEntry | None, day: date
) -> list[NearMiss]:
    """Return the prices that would have come first on another day, nearest day first.

    An old list below the price that applies is history; a second agreement of the customer is a near miss.
    """
    limit = book.sources.index(winner.source) if winner else len(book.sources)
    found: list[tuple[int, NearMiss]] = []
    for entry in entries:
        if entry is winner or entry.source not in book.sources or is_valid(entry, day):
            continue
        rank = book.sources.index(entry.source)
        if rank < limit or (rank == limit and entry.source == "agreement"):
            found.append(_wrong_day(entry, day, {"price": entry.price, "unit": entry.unit}))
    if len(found) > 1:
        found.sort(key=lambda pair: pair[0])
    return [miss for _, miss in found]


def _wrong_day(
    entry: PriceEntry | BreakEntry, day: date, params: dict[str, Decimal | str]
) -> tuple[int, NearMiss]:
    """Return how many days ``day`` is outside the validity, and the near miss that says so."""
    name = entry.ref_name if isinstance(entry, PriceEntry) and entry.ref_name else entry.ref
    if entry.valid_to is not None and entry.valid_to < day:
        said = Params(**params, name=name, valid_to=entry.valid_to)
        return (day - entry.valid_to).days, NearMiss("ended", entry.ref, said)
    begins = entry.valid_from or day
    return (begins - day).days, NearMiss("not_yet", entry.ref, Params(**params, name=name, valid_from=begins))


def _no_price(item: ItemFacts, unit: str, near: tuple[NearMiss, ...]) -> BasePrice:
    params = Params(source="none", unit=unit, price_unit=item.price_unit)
    step = ReceiptStep("base", "price", None, ZERO, "", params)
    return BasePrice("none", None, ZERO, ZERO, ZERO, Decimal(item.price_unit), (step,), near)


def _base_step(item: ItemFacts, entry: PriceEntry) -> ReceiptStep:
    params = Params(
        source=entry.source,
        name=entry.ref_name or entry.ref,
        unit=entry.unit,
        price_unit=item.price_unit,
        includes_tax=entry.includes_tax,
        valid_from=entry.valid_from or "",
        valid_to=entry.valid_to or "",
    )
    return ReceiptStep("base", "price", None, entry.price, entry.ref, params)


def _converted(
    item: ItemFacts,
    entry: PriceEntry,
    unit: str,
    factor: Decimal,
    includes_tax: bool,
    steps: list[ReceiptStep],
) -> Decimal:
    """Return the price for ``unit`` in the typed basis; each conversion is a step and rounds."""
    price = entry.price
    if entry.unit != unit and (entry_factor := item.factor(entry.unit)) is not None:
        before, price = price, (price * factor / entry_factor).quantize(PRICE_STEP)
        params = Params(kind="unit", unit=entry.unit, to=unit, from_factor=entry_factor, to_factor=factor)
        steps.append(ReceiptStep("conversion", "price", before, price, "", params))
    if entry.includes_tax != includes_tax:
        gross = ONE + item.tax_rate
        before, price = price, (price * gross if includes_tax else price / gross).quantize(PRICE_STEP)
        to = "gross" if includes_tax else "net"
        params = Params(kind="tax", to=to, rate=item.tax_rate, percent=item.tax_rate)
        steps.append(ReceiptStep("conversion", "price", before, price, "", params))
    return price


class _Quantity:
    """How much is bought, and what it costs before any break."""

    __slots__ = ("factor", "price", "price_unit", "quantity", "stock", "unit")

    def __init__(
        self, quantity: Decimal, unit: str, factor: Decimal, price_unit: int, price: Decimal
    ) -> None:
        self.quantity = quantity
        self.unit = unit
        self.factor = factor
        self.stock = quantity * factor  # in stock units
        self.price_unit = Decimal(price_unit)
        self.price = price


_Rung = tuple[Decimal, BreakEntry, Decimal]  # its quantity in stock units, the break, the factor of its unit


def _with_break(
    item: ItemFacts,
    book: PriceBook,
    entry: PriceEntry,
    line: _Quantity,
    day: date,
    steps: list[ReceiptStep],
    near: list[NearMiss],
) -> BasePrice:
    price, value, divisor = line.price, line.price * line.quantity, line.price_unit
    breaks = book.breaks.get(item.id)
    if breaks:
        ladder = _ladder(item, breaks)
        best = _deepest(ladder, line, day) if entry.allows_breaks else None
        near += _near_breaks(ladder, line, day, best, entry.allows_breaks)
        if best is not None:
            price, value, divisor = _reduced(line, best[1], best[2], steps)
    return BasePrice(
        entry.source, entry, line.price, price, value, divisor, tuple(steps), tuple(near[:MAX_NEAR])
    )


def _ladder(item: ItemFacts, breaks: Iterable[BreakEntry]) -> list[_Rung]:
    """Return the breaks whose unit the item has, lowest quantity first."""
    ladder = [
        (entry.from_quantity * factor, entry, factor)
        for entry in breaks
        if (factor := item.factor(entry.unit)) is not None
    ]
    if len(ladder) > 1:
        ladder.sort(key=lambda rung: (rung[0], rung[1].discount, rung[1].ref, rung[1].id.int))
    return ladder


def _deepest(ladder: list[_Rung], line: _Quantity, day: date) -> _Rung | None:
    """Return the break with the highest quantity that is reached; breaks never add up."""
    for rung in reversed(ladder):
        if rung[0] <= line.stock and is_valid(rung[1], day):
            return rung
    return None


def _reduced(
    line: _Quantity, entry: BreakEntry, factor: Decimal, steps: list[ReceiptStep]
) -> tuple[Decimal, Decimal, Decimal]:
    """Return price, value and divisor under a break; the unit price rounds, the amount stays exact."""
    cut = (line.price * (ONE - entry.discount)).quantize(PRICE_STEP)
    shown: dict[str, Decimal | str] = {
        "mode": entry.mode,
        "discount": entry.discount,
        "percent": entry.discount,
        "from_quantity": entry.from_quantity,
        "unit": entry.unit,
    }
    if entry.mode == "whole":
        price, value, divisor = cut, cut * line.quantity, line.price_unit
    else:
        saved = (line.price - cut) * (line.stock - entry.from_quantity * factor)
        value, divisor = line.price * line.stock - saved, line.factor * line.price_unit
        price = (value / line.stock).quantize(PRICE_STEP) if line.stock else cut
        shown |= {"cut": cut, "quantity": line.quantity, "line_unit": line.unit}
        shown |= {"factor": factor, "line_factor": line.factor}
    params = Params(**shown)
    steps.append(ReceiptStep("break", "price", line.price, price, entry.ref, params))
    return price, value, divisor


def _near_breaks(
    ladder: list[_Rung], line: _Quantity, day: date, best: _Rung | None, allowed: bool
) -> list[NearMiss]:
    """Return the breaks that a little more quantity, another day or another price would have brought."""
    taken = best[1].discount if best else ZERO
    found: list[NearMiss] = []
    for threshold, entry, factor in ladder:
        if entry.discount <= taken:
            continue
        if threshold <= line.stock:
            if not is_valid(entry, day):
                found.append(_wrong_day(entry, day, _break_params(entry))[1])
            elif not allowed:
                found.append(NearMiss("excluded", entry.ref, Params(**_break_params(entry))))
        elif allowed and is_valid(entry, day):
            # The rungs above need still more: only the next one is near.
            if threshold * NEAR_SHARE <= line.stock:
                found.append(_little_more(line, entry, factor))
            break
    return found


def _little_more(line: _Quantity, entry: BreakEntry, factor: Decimal) -> NearMiss:
    missing = (entry.from_quantity * factor / line.factor - line.quantity).quantize(
        QUANTITY_STEP, ROUND_CEILING
    )
    return NearMiss(
        "quantity", entry.ref, Params(**_break_params(entry), missing=missing, line_unit=line.unit)
    )


def _break_params(entry: BreakEntry) -> dict[str, Decimal | str]:
    return {"percent": entry.discount, "from_quantity": entry.from_quantity, "unit": entry.unit}
