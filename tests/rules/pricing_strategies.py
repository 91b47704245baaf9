"""Random orders for property tests: sensible figures, awkward ones, and hostile ones."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from orderdesk.rules.facts import LineFacts, OrderPricingFacts, PriceBook
from tests.rules.pricing_support import BOX, PIECES, D, book, brk, item, line, order, price

HOSTILE = [
    D(x) for x in ("NaN", "Infinity", "-Infinity", "-0.01", "1E+30", "99999999.99999", "0.00001", "-0")
]
RATES = st.sampled_from([D(0), D("0.01"), D("0.06"), D("0.09"), D("0.13")])


def decimals(most: int, places: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, most * 10**places).map(lambda n: Decimal(n).scaleb(-places))


def now_and_then_hostile(values: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Decimal]:
    """One value in ten is hostile."""
    return st.integers(0, 9).flatmap(lambda n: st.sampled_from(HOSTILE) if n == 0 else values)


@st.composite
def line_facts(draw: Any, key: int, hostile: bool) -> LineFacts:
    spice = now_and_then_hostile if hostile else (lambda values: values)
    own = item(
        key, tax_rate=draw(RATES), price_unit=draw(st.sampled_from([1, 100, 1000])), units=(PIECES, BOX)
    )
    manual = draw(st.none() | spice(decimals(9_999, 4)))
    return line(
        own,
        str(draw(spice(decimals(2_000, 3)))),
        key,
        unit=draw(st.sampled_from(["pc", "box"])),
        manual_price=manual,
        discount=draw(st.just(D(0)) | spice(decimals(1, 3))),
        gift=draw(st.integers(0, 9)) == 0,
    )


@st.composite
def orders(draw: Any, hostile: bool = False) -> tuple[OrderPricingFacts, PriceBook]:
    spice = now_and_then_hostile if hostile else (lambda values: values)
    lines = tuple(draw(line_facts(key, hostile)) for key in range(1, draw(st.integers(1, 6)) + 1))
    entries: list[Any] = []
    for one in lines:
        changes = {
            "includes_tax": draw(st.booleans()),
            "unit": draw(st.sampled_from(["pc", "box"])),
            "allows_breaks": draw(st.booleans()),
            "allows_order_discount": draw(st.integers(0, 3)) > 0,
        }
        entries.append(price(one.item, "0", **changes, price=draw(decimals(9_999, 4))))
        for threshold in draw(st.lists(st.sampled_from(["1", "7.5", "100"]), max_size=2, unique=True)):
            mode = draw(st.sampled_from(["whole", "above"]))
            unit = draw(st.sampled_from(["pc", "box"]))
            entries.append(brk(one.item, threshold, str(draw(decimals(1, 3))), mode, unit=unit))
    currency = draw(st.sampled_from(["CNY", "CNY", "JPY", "KWD"]))
    facts = order(
        *lines,
        currency=currency,
        prices_include_tax=draw(st.booleans()),
        order_discount=draw(st.just(D(0)) | spice(decimals(1, 3))),
        rounding=draw(st.sampled_from(["none", "jiao", "yuan"])),
        freight_terms=draw(st.sampled_from(["free", "prepaid", "collect"])),
        freight=draw(spice(decimals(500, 2))),
    )
    return facts, book(*entries, currency=currency)
