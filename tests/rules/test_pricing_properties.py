"""What holds for every order, sensible or hostile."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal, localcontext

from hypothesis import given, settings

from orderdesk.errors import UserError
from orderdesk.rules.facts import OrderPricingFacts, PriceBook, PricedOrder
from orderdesk.rules.pricing import ROUNDING_STEPS, price_order
from orderdesk.values import MAX_AMOUNT, minor_digits
from tests.rules.pricing_strategies import orders
from tests.rules.pricing_support import DAY, book, item, line, order, price

Case = tuple[OrderPricingFacts, PriceBook]
thorough = settings(max_examples=80, deadline=None)


def assert_consistent(facts: OrderPricingFacts, result: PricedOrder) -> None:
    minor = Decimal(1).scaleb(-minor_digits(facts.currency))
    lines = result.lines
    for one in lines:
        assert one.amount_net + one.tax == one.amount_gross
        assert min(one.amount, one.amount_net, one.tax, one.amount_gross, one.unit_price) >= 0
        assert 0 <= one.order_discount_share <= one.amount
        assert all(figure % minor == 0 for figure in (one.amount, one.amount_net, one.tax, one.amount_gross))
    assert sum(one.amount_net for one in lines) == result.goods_net
    assert sum(one.tax for one in lines) == result.goods_tax
    assert sum(one.order_discount_share for one in lines) == result.order_discount
    assert result.freight_net + result.freight_tax == result.freight_gross
    assert result.total_net + result.total_tax == result.total <= MAX_AMOUNT


@thorough
@given(orders())
def test_every_sum_is_exact(case: Case) -> None:
    assert_consistent(case[0], price_order(*case))


@thorough
@given(orders())
def test_returning_all_lines_credits_exactly_what_was_charged_for_them(case: Case) -> None:
    result = price_order(*case)
    assert sum(one.amount_gross for one in result.lines) == result.total - result.freight_gross


@thorough
@given(orders())
def test_rounding_takes_less_than_its_step_and_leaves_whole_steps(case: Case) -> None:
    result = price_order(*case)
    step = ROUNDING_STEPS[case[0].rounding]
    if step is None:
        assert result.rounding == 0
    else:
        assert 0 <= result.rounding < step
        assert result.total % step == 0


@thorough
@given(orders())
def test_rounding_shares_come_off_the_lines_before_the_freight(case: Case) -> None:
    result = price_order(*case)
    from_goods = sum(one.rounding_share for one in result.lines)
    assert from_goods == result.rounding or result.goods_gross == 0


@thorough
@given(orders())
def test_pricing_again_gives_the_same_whatever_the_callers_decimal_context(case: Case) -> None:
    first = price_order(*case)
    with localcontext() as context:
        context.prec = 6
        context.rounding = ROUND_DOWN
        assert price_order(*case) == first


@thorough
@given(orders(hostile=True))
def test_hostile_figures_are_refused_with_their_paths_or_priced_consistently(case: Case) -> None:
    result = priced_or_refused(*case)
    if isinstance(result, UserError):
        assert result.problems
        assert all(problem.path and problem.code.endswith(".range") for problem in result.problems)
    else:
        assert_consistent(case[0], result)


def priced_or_refused(facts: OrderPricingFacts, prices: PriceBook) -> PricedOrder | UserError:
    try:
        return price_order(facts, prices)
    except UserError as refused:
        return refused


def test_the_day_of_the_order_not_of_the_machine_decides() -> None:
    one = item()
    past = price(one, "5", "agreement", valid_to=DAY)
    assert price_order(order(line(one, "1")), book(past)).lines[0].source == "agreement"
