"""Prices worked out by hand: every expected figure was computed on paper from vocabulary.md, section 5."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from orderdesk.errors import UserError
from orderdesk.rules.base_price import base_price
from orderdesk.rules.pricing import price_line
from tests.rules.pricing_support import (
    BOX,
    DAY,
    PIECES,
    D,
    book,
    brk,
    components,
    figures,
    item,
    line,
    number,
    order,
    price,
    priced,
)

CHAIR = item()
HUNDRED = item(2, price_unit=100)
UNTAXED = item(3, tax_rate=D(0))


@pytest.mark.parametrize(
    ("quantity", "unit_price", "changes", "expected"),
    [
        # 48 × 129.00 × 0.95 = 5,882.40; tax 5882.40 × 0.13 / 1.13 = 676.7362… → 676.74
        ("48", "129.00", {"discount": D("0.05")}, ("5882.40", "5205.66", "676.74", "5882.40")),
        # 3 × 33.335 = 100.005, rounded half up once
        ("3", "33.335", {}, ("100.01", "88.50", "11.51", "100.01")),
        # 1.125 × 0.04 = 0.045 → 0.05
        ("1.125", "0.04", {}, ("0.05", "0.04", "0.01", "0.05")),
        # 7 × 0.9999 × 0.5 = 3.49965 → 3.50: the price is not rounded in between
        ("7", "0.9999", {"discount": D("0.5")}, ("3.50", "3.10", "0.40", "3.50")),
        ("10", "12.34", {"discount": D(1)}, ("0.00", "0.00", "0.00", "0.00")),
    ],
)
def test_a_line_with_tax_in_its_price(
    quantity: str, unit_price: str, changes: dict[str, Any], expected: tuple[str, ...]
) -> None:
    result = priced(order(line(CHAIR, quantity, **changes)), price(CHAIR, unit_price))
    assert figures(result) == tuple(map(D, expected))


def test_thirteen_percent_on_top_of_a_price_without_tax() -> None:
    result = priced(
        order(line(CHAIR, "3"), prices_include_tax=False), price(CHAIR, "33.335", includes_tax=False)
    )
    assert figures(result) == (D("100.01"), D("100.01"), D("13.00"), D("113.01"))
    assert result.lines[0].gross_unit_price == D("37.6686")  # 33.335 × 1.13 = 37.66855
    assert result.lines[0].net_unit_price == D("33.3350")


def test_a_price_for_a_hundred() -> None:
    # 250 pieces at 8.80 for a hundred
    result = priced(order(line(HUNDRED, "250")), price(HUNDRED, "8.80"))
    assert figures(result) == (D("22.00"), D("19.47"), D("2.53"), D("22.00"))
    assert result.lines[0].unit_price == D("8.8000")


def test_yen_have_no_decimals() -> None:
    result = priced(order(line(CHAIR, "3"), currency="JPY"), price(CHAIR, "33.5"))
    assert figures(result) == (D(101), D(89), D(12), D(101))  # 100.5 → 101; 101 × 0.13 / 1.13 = 11.62


def test_dinars_have_three_decimals() -> None:
    result = priced(
        order(line(CHAIR, "3"), currency="KWD", prices_include_tax=False),
        price(CHAIR, "1.2345", includes_tax=False),
    )
    assert figures(result) == (D("3.704"), D("3.704"), D("0.482"), D("4.186"))  # 3.7035 → 3.704


@pytest.mark.parametrize(
    ("includes_tax", "typed", "expected"),
    [
        (False, True, "113.0000"),
        (True, False, "88.4956"),
        (True, True, "100.0000"),
        (False, False, "100.0000"),
    ],
)
def test_a_price_is_converted_to_the_typed_basis(includes_tax: bool, typed: bool, expected: str) -> None:
    result = priced(
        order(line(CHAIR, "1"), prices_include_tax=typed), price(CHAIR, "100", includes_tax=includes_tax)
    )
    assert result.lines[0].unit_price == D(expected)
    assert ("conversion" in components(result.lines[0].receipt)) == (includes_tax != typed)


def test_a_price_per_box_sold_by_the_piece() -> None:
    result = priced(order(line(CHAIR, "5")), price(CHAIR, "100.00", unit="box"))
    one = result.lines[0]
    assert one.unit_price == D("8.3333")
    assert one.amount == D("41.67")  # 5 × 8.3333 = 41.6665
    assert components(one.receipt) == ["base", "conversion", "amount", "tax"]
    assert dict(one.receipt[1].params) == {
        "kind": "unit", "unit": "box", "to": "pc", "from_factor": "12", "to_factor": "1",
    }  # fmt: skip


def test_a_price_per_piece_sold_by_the_box() -> None:
    result = priced(order(line(CHAIR, "2", unit="box")), price(CHAIR, "8.3333"))
    assert (result.lines[0].unit_price, result.lines[0].amount) == (D("99.9996"), D("200.00"))


def test_a_price_made_for_the_unit_of_the_line_comes_first() -> None:
    both = price(CHAIR, "8.50"), price(CHAIR, "96.00", unit="box", id=number(7))
    assert priced(order(line(CHAIR, "1", unit="box")), *both).lines[0].unit_price == D("96.0000")
    assert priced(order(line(CHAIR, "1")), *both).lines[0].unit_price == D("8.5000")


# ── sources and dates (C20) ─────────────────────────────────────────────────────────────────────────────────

AGREEMENT = price(
    CHAIR, "80.00", "agreement", ref="XY-2026-03", ref_name="春季协议", includes_tax=False,
    valid_from=date(2026, 3, 1), valid_to=date(2026, 3, 31),
)  # fmt: skip
ALL_SOURCES = (price(CHAIR, "100.00"), price(CHAIR, "70.00", "tier"), AGREEMENT)


@pytest.mark.parametrize(
    ("day", "source", "ref", "unit_price"),
    [
        (date(2026, 2, 28), "tier", "TIER", "70.0000"),
        (date(2026, 3, 1), "agreement", "XY-2026-03", "90.4000"),
        (date(2026, 3, 31), "agreement", "XY-2026-03", "90.4000"),
        (date(2026, 4, 1), "tier", "TIER", "70.0000"),
    ],
)
def test_a_net_agreement_beats_list_and_tier_on_its_dates_only(
    day: date, source: str, ref: str, unit_price: str
) -> None:
    one = priced(order(line(CHAIR, "1"), date=day), *ALL_SOURCES).lines[0]
    assert (one.source, one.source_ref, one.unit_price) == (source, ref, D(unit_price))


def test_the_receipt_names_the_agreement_and_its_dates() -> None:
    base = priced(order(line(CHAIR, "1")), *ALL_SOURCES).lines[0].receipt[0]
    assert (base.component, base.ref, base.after) == ("base", "XY-2026-03", D("80.00"))
    assert dict(base.params) == {
        "source": "agreement", "name": "春季协议", "unit": "pc", "price_unit": "1", "includes_tax": "no",
        "valid_from": "2026-03-01", "valid_to": "2026-03-31",
    }  # fmt: skip


def test_the_customers_own_order_of_sources_decides() -> None:
    prices = book(*ALL_SOURCES, sources=("list", "agreement"))
    assert price_line(line(CHAIR, "1"), prices, DAY, "CNY").source == "list"


def test_of_two_valid_agreements_the_later_one_counts() -> None:
    older = price(
        CHAIR, "50", "agreement", ref="OLD", valid_from=date(2026, 1, 1), includes_tax=False, id=number(3)
    )
    assert priced(order(line(CHAIR, "1")), older, AGREEMENT).lines[0].source_ref == "XY-2026-03"


def test_an_item_without_any_price_is_zero_and_says_so() -> None:
    one = priced(order(line(CHAIR, "4"))).lines[0]
    assert (one.source, one.unit_price, one.amount_gross) == ("none", D(0), D(0))
    assert one.receipt[0].params["source"] == "none"


def test_a_book_in_another_currency_prices_nothing_and_says_why() -> None:
    one = price_line(line(CHAIR, "1"), book(price(CHAIR, "10")), DAY, "USD")
    assert (one.source, [miss.reason for miss in one.near]) == ("none", ["currency"])


def test_a_unit_that_the_item_does_not_have_prices_nothing() -> None:
    one = priced(order(line(CHAIR, "1", unit="pallet")), price(CHAIR, "10")).lines[0]
    assert (one.source, one.near[0].reason, one.near[0].params["unit"]) == ("none", "unit", "pallet")


# ── breaks ──────────────────────────────────────────────────────────────────────────────────────────────────

BREAKS = (brk(CHAIR, "10", "0.03"), brk(CHAIR, "50", "0.10"))


@pytest.mark.parametrize(
    ("quantity", "unit_price"), [("9.999", "100"), ("10", "97"), ("49", "97"), ("50", "90"), ("500", "90")]
)
def test_the_deepest_break_reached_counts_and_breaks_never_add_up(quantity: str, unit_price: str) -> None:
    one = priced(order(line(CHAIR, quantity)), price(CHAIR, "100"), *BREAKS).lines[0]
    assert one.unit_price == D(unit_price)


def test_a_break_in_boxes_counts_pieces_too() -> None:
    one = priced(order(line(CHAIR, "24")), price(CHAIR, "100"), brk(CHAIR, "2", "0.04", unit="box")).lines[0]
    assert one.unit_price == D("96.0000")


def test_a_break_above_reduces_only_the_part_above() -> None:
    # 100 at 1.00 and 50 at 0.97: 148.50; average 0.99
    one = priced(order(line(CHAIR, "150")), price(CHAIR, "1.00"), brk(CHAIR, "100", "0.03", "above")).lines[0]
    assert (one.amount, one.unit_price) == (D("148.50"), D("0.9900"))


def test_a_break_above_in_another_unit_keeps_the_amount_exact() -> None:
    # 10 boxes = 120 pieces; 100 of them at 0.01, 20 at 0.0099, in a price per box: 0.12 and 0.1188
    facts = order(line(CHAIR, "10", unit="box"))
    one = priced(facts, price(CHAIR, "0.01"), brk(CHAIR, "100", "0.01", "above")).lines[0]
    assert (one.amount, one.unit_price) == (D("1.20"), D("0.1198"))  # 1.198; 1.198 / 10


def test_a_break_that_has_ended_does_not_count() -> None:
    ended = brk(CHAIR, "10", "0.03", valid_to=date(2026, 3, 9))
    one = priced(order(line(CHAIR, "10")), price(CHAIR, "100"), ended).lines[0]
    assert one.unit_price == D(100)
    assert (one.near[0].reason, one.near[0].params["valid_to"]) == ("ended", "2026-03-09")


def test_an_agreement_may_exclude_breaks() -> None:
    agreed = price(CHAIR, "100", "agreement", allows_breaks=False)
    one = priced(order(line(CHAIR, "10")), agreed, *BREAKS).lines[0]
    assert one.unit_price == D(100)
    assert [(miss.reason, miss.ref) for miss in one.near] == [("excluded", "FROM-10")]


# ── what the clerk types ────────────────────────────────────────────────────────────────────────────────────


def test_a_manual_price_replaces_base_break_and_discount() -> None:
    typed = line(CHAIR, "10", manual_price=D("40"), manual_reason="展会", discount=D("0.5"))
    one = priced(order(typed), price(CHAIR, "100"), *BREAKS).lines[0]
    assert (one.source, one.unit_price, one.amount, one.discount) == ("manual", D(40), D(400), D(0))
    assert components(one.receipt) == ["base", "break", "manual_price", "amount", "tax"]
    step = one.receipt[2]
    assert (step.before, step.after, dict(step.params)) == (D(97), D(40), {"reason": "展会"})


def test_a_manual_price_is_in_the_typed_basis() -> None:
    typed = line(CHAIR, "1", manual_price=D("100"), manual_reason="x")
    assert figures(priced(order(typed, prices_include_tax=False)))[1:] == (D(100), D(13), D(113))
    assert figures(priced(order(typed)))[1:] == (D("88.50"), D("11.50"), D(100))


def test_a_gift_costs_nothing_and_keeps_its_worth() -> None:
    gift = line(CHAIR, "3", gift=True, gift_reason="开业")
    result = priced(order(gift), price(CHAIR, "19.99"))
    one = result.lines[0]
    assert (one.source, one.amount_gross, one.tax, one.list_value) == ("gift", D(0), D(0), D("59.97"))
    assert result.total == 0
    assert dict(one.receipt[1].params) == {"reason": "开业", "list_value": "59.97"}


# ── the whole order ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_order_discount_is_spread_to_the_cent_and_never_over_gifts() -> None:
    # 5 % of 200.00 = 10.00: exact shares 5.00, 1.6665, 3.3335; the larger remainder is that of line 2
    items = [item(n) for n in (1, 2, 3, 4)]
    lines = [line(one, "1", n) for n, one in enumerate(items)]
    lines[3] = line(items[3], "1", 3, gift=True, gift_reason="x")
    prices = [
        price(one, amount) for one, amount in zip(items, ("100.00", "33.33", "66.67", "500"), strict=True)
    ]
    result = priced(order(*lines, order_discount=D("0.05")), *prices)
    assert [one.order_discount_share for one in result.lines] == [D("5.00"), D("1.67"), D("3.33"), D(0)]
    assert (result.order_discount, result.total) == (D("10.00"), D("190.00"))


def test_a_price_that_excludes_the_order_discount_keeps_its_amount() -> None:
    other = item(2)
    agreed = price(other, "50", "agreement", allows_order_discount=False)
    result = priced(
        order(line(CHAIR, "1"), line(other, "1", 2), order_discount=D("0.1")), price(CHAIR, "100"), agreed
    )
    assert [one.amount_gross for one in result.lines] == [D(90), D(50)]
    assert [miss.reason for miss in result.lines[1].near] == ["order_discount"]


@pytest.mark.parametrize(("terms", "expected"), [("free", "0"), ("collect", "0"), ("prepaid", "109.00")])
def test_freight_is_charged_only_when_we_prepaid_it(terms: str, expected: str) -> None:
    facts = order(line(CHAIR, "1"), freight=D("109"), freight_terms=terms)
    result = priced(facts, price(CHAIR, "113"))
    assert result.freight_gross == D(expected)
    assert result.total == D(113) + D(expected)


def test_freight_has_its_own_tax_rate() -> None:
    facts = order(line(CHAIR, "1"), freight=D("109"), freight_terms="prepaid")
    result = priced(facts, price(CHAIR, "113"))
    assert (result.freight_net, result.freight_tax) == (D(100), D(9))
    assert (result.total_net, result.total_tax, result.total) == (D(200), D(22), D(222))


@pytest.mark.parametrize(
    ("rounding", "total", "cut"),
    [("none", "200.96", "0"), ("jiao", "200.90", "0.06"), ("yuan", "200.00", "0.96")],
)
def test_the_amount_due_is_rounded_down(rounding: str, total: str, cut: str) -> None:
    other = item(2)
    facts = order(line(CHAIR, "1"), line(other, "1", 2), rounding=rounding)
    result = priced(facts, price(CHAIR, "100.48"), price(other, "100.48"))
    assert (result.total, result.rounding) == (D(total), D(cut))
    assert [one.rounding_share for one in result.lines] == [D(cut) / 2, D(cut) / 2]


def test_tax_is_worked_out_again_from_what_rounding_leaves() -> None:
    result = priced(order(line(CHAIR, "1"), rounding="yuan"), price(CHAIR, "113.99"))
    assert figures(result) == (D("113.99"), D("100.00"), D("13.00"), D("113.00"))
    assert components(result.lines[0].receipt) == ["base", "amount", "tax", "rounding"]


def test_rounding_more_than_the_goods_comes_off_the_freight() -> None:
    facts = order(line(UNTAXED, "1"), rounding="yuan", freight=D("8.50"), freight_terms="prepaid")
    result = priced(facts, price(UNTAXED, "0.30"))
    assert (result.goods_gross, result.freight_gross, result.total, result.rounding) == (
        D(0), D(8), D(8), D("0.80"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("floor", "discount", "order_discount", "below"),
    [
        ("100", "0", "0", False),
        ("100.0001", "0", "0", True),
        ("95", "0.05", "0", False),
        ("95.01", "0.05", "0", True),
        ("93.10", "0.05", "0.02", False),
        ("93.11", "0.05", "0.02", True),
    ],
)
def test_below_floor_compares_the_price_with_tax_after_all_discounts(
    floor: str, discount: str, order_discount: str, below: bool
) -> None:
    low = item(5, floor_price=D(floor))
    facts = order(line(low, "3", discount=D(discount)), order_discount=D(order_discount))
    assert priced(facts, price(low, "100")).lines[0].below_floor is below


def test_a_floor_price_counts_per_sales_unit() -> None:
    boxed = item(6, floor_price=D("1200"), sales_unit="box", units=(PIECES, BOX))
    assert priced(order(line(boxed, "1")), price(boxed, "99.99")).lines[0].below_floor is True
    assert priced(order(line(boxed, "1")), price(boxed, "100")).lines[0].below_floor is False


def test_a_gift_is_not_below_the_floor() -> None:
    low = item(7, floor_price=D(10))
    gift = line(low, "1", gift=True, gift_reason="x")
    assert priced(order(gift), price(low, "100")).lines[0].below_floor is False


# ── near misses ─────────────────────────────────────────────────────────────────────────────────────────────


def test_six_more_for_three_percent() -> None:
    one = priced(order(line(CHAIR, "44")), price(CHAIR, "100"), brk(CHAIR, "50", "0.03")).lines[0]
    (miss,) = one.near
    assert miss.reason == "quantity"
    assert {name: miss.params[name] for name in ("missing", "line_unit", "percent")} == {
        "missing": "6", "line_unit": "pc", "percent": "3",
    }  # fmt: skip


def test_a_break_that_is_far_away_is_not_nearly_reached() -> None:
    assert priced(order(line(CHAIR, "24")), price(CHAIR, "100"), brk(CHAIR, "50", "0.03")).lines[0].near == ()


def test_agreements_of_other_days_are_near_misses_nearest_first() -> None:
    ended = price(CHAIR, "60", "agreement", ref="GONE", valid_to=date(2026, 2, 28))
    coming = price(CHAIR, "65", "agreement", ref="SOON", valid_from=date(2026, 3, 12))
    one = priced(order(line(CHAIR, "1")), price(CHAIR, "100"), ended, coming).lines[0]
    assert [(miss.reason, miss.ref) for miss in one.near] == [("not_yet", "SOON"), ("ended", "GONE")]


def test_a_cheaper_price_of_a_lower_source_is_no_near_miss() -> None:
    assert priced(order(line(CHAIR, "1")), *ALL_SOURCES).lines[0].near == ()


def test_near_misses_are_five_at_most() -> None:
    gone = [
        price(CHAIR, "60", "agreement", ref=f"G{n}", valid_to=date(2026, 1, n), id=number(n))
        for n in range(1, 9)
    ]
    one = priced(order(line(CHAIR, "1")), price(CHAIR, "100"), *gone).lines[0]
    assert [miss.ref for miss in one.near] == ["G8", "G7", "G6", "G5", "G4"]


# ── the price alone, and bounds ─────────────────────────────────────────────────────────────────────────────


def test_the_completion_list_asks_for_the_price_alone() -> None:
    found = base_price(CHAIR, book(*ALL_SOURCES, *BREAKS), D(10), "pc", DAY)
    assert (found.source, found.base, found.price) == ("agreement", D("90.4000"), D("87.6880"))


def test_all_figures_out_of_bounds_are_named_at_once() -> None:
    lines = (
        line(CHAIR, "10000000"),
        line(CHAIR, "-1", 2),
        line(CHAIR, "1", 3, manual_price=D("100000000"), manual_reason="x"),
        line(CHAIR, "1", 4, discount=D("1.01"), position=7),
    )
    with pytest.raises(UserError) as caught:
        priced(order(*lines, order_discount=D("NaN")), price(CHAIR, "1"))
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("problem.order.discount.range", "order_discount"),
        ("problem.line.quantity.range", "lines[0].quantity"),
        ("problem.line.quantity.range", "lines[1].quantity"),
        ("problem.line.price.range", "lines[2].manual_price"),
        ("problem.line.discount.range", "lines[7].discount"),
    ]


def test_an_amount_too_large_for_the_store_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        priced(order(line(CHAIR, "9999999", manual_price=D("99999999"), manual_reason="x")))
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("problem.line.amount.range", "lines[0].quantity")
    ]
