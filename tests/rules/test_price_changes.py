"""Prices changed by percentage or amount, rounded as people price; and floor and cost in the same basis."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.rules.facts import ItemFacts, UnitFacts
from orderdesk.rules.price_changes import ROUNDINGS, PriceChange, after_break, beside, changed_price
from orderdesk.values import MAX_UNIT_PRICE


@pytest.mark.parametrize(
    ("price", "kind", "value", "rounding", "expected"),
    [
        ("880", "percent", "0.05", "0.01", "924"),
        ("142", "percent", "0.033", "0.01", "146.69"),
        ("142", "percent", "0.033", "0.1", "146.7"),
        ("142", "percent", "0.033", "1", "147"),
        ("142", "percent", "0.033", ".9", "146.9"),
        ("146.40", "amount", "0", ".9", "146.9"),  # in the middle: the dearer one
        ("146.39", "amount", "0", ".9", "145.9"),
        ("0.30", "amount", "0", ".9", "0.9"),
        ("0.005", "amount", "0", "0.01", "0.01"),
        ("10", "amount", "-2.5", "0.01", "7.5"),
        ("10", "amount", "-10", "0.01", "0"),
        ("10", "amount", "-10.01", "0.01", None),
        ("0.2", "amount", "0", "1", None),  # rounding would give the goods away
        ("99999999", "percent", "0.1", "0.01", None),
    ],
)
def test_a_price_is_changed_and_rounded(
    price: str, kind: str, value: str, rounding: str, expected: str | None
) -> None:
    change = PriceChange(kind, Decimal(value), rounding)  # type: ignore[arg-type] # named by the parameters
    found = changed_price(Decimal(price), change)
    assert found == (None if expected is None else Decimal(expected))


@given(
    price=st.decimals(min_value=0, max_value=10**7, places=4),
    value=st.decimals(min_value=Decimal("-0.99"), max_value=9, places=4),
    rounding=st.sampled_from(ROUNDINGS),
)
def test_a_changed_price_is_near_the_exact_one_and_in_bounds(
    price: Decimal, value: Decimal, rounding: str
) -> None:
    found = changed_price(price, PriceChange("percent", value, rounding))  # type: ignore[arg-type] # named by the parameters
    if found is None:
        return
    assert 0 <= found <= MAX_UNIT_PRICE
    exact = price * (1 + value)
    step = Decimal(1) if rounding in ("1", ".9") else Decimal(rounding)
    assert abs(found - exact) <= (step / 2 if exact >= Decimal("0.9") or rounding != ".9" else Decimal("0.9"))


def item(**fields: object) -> ItemFacts:
    plain = {
        "id": UUID(int=1), "code": "F601", "name": "", "name_en": "", "spec": "", "kind": "standard",
        "group": "", "unit": "pc", "sales_unit": "pc",
        "units": (UnitFacts("pc", Decimal(1)), UnitFacts("box", Decimal(12))), "price_unit": 1,
        "tax_rate": Decimal("0.13"), "floor_price": Decimal("11.30"), "cost": Decimal(5),
    }  # fmt: skip
    return ItemFacts(**{**plain, **fields})  # type: ignore[arg-type] # named by the parameters


def test_floor_and_cost_stand_beside_a_price_in_its_unit_and_basis() -> None:
    with_tax = beside(item(), "box", includes_tax=True)
    assert (with_tax.floor, with_tax.cost) == (Decimal("135.60"), Decimal("67.80"))
    without = beside(item(), "pc", includes_tax=False)
    assert (without.floor, without.cost) == (Decimal(10), Decimal(5))
    assert without.is_below(Decimal("9.9999"))
    assert not without.is_below(Decimal(10))


def test_nothing_stands_beside_a_unit_that_the_item_does_not_have() -> None:
    assert beside(item(), "kg", includes_tax=True).floor is None
    assert beside(item(floor_price=None, cost=None), "pc", includes_tax=True).cost is None


def test_a_break_rounds_to_the_steps_of_a_price() -> None:
    assert after_break(Decimal(142), Decimal("0.035")) == Decimal("137.03")
    assert after_break(Decimal("0.0001"), Decimal("0.5")) == Decimal("0.0001")
