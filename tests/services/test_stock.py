"""Stock: reservations are whole or not, never below zero; counts are facts; a release reserves by date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from orderdesk.services import stock
from orderdesk.services.stock_levels import in_stock_units
from orderdesk.wire.commands import MoveStock, ReleaseStock, ReserveStock, StockClaim
from tests.services.warehouse_world import Part, Placed, World, open_world, parts


@pytest.fixture
def world(store_url: str) -> Iterator[World]:
    opened = open_world(store_url)
    yield opened
    opened.store.close()


def claim(
    world: World, placed: Placed, quantity: str, *, line: int = 0, item: UUID | None = None
) -> StockClaim:
    return StockClaim(
        schedule_line_id=placed.schedule[line],
        item_id=item or world.item,
        site_id=world.site,
        quantity=Decimal(quantity),
    )


def reserve(world: World, *claims: StockClaim):
    return world.do(ReserveStock(claims=claims), world.clerk)


def move(world: World, quantity: str, kind: str = "count", item: UUID | None = None):
    data = MoveStock(item_id=item or world.item, site_id=world.site, quantity=Decimal(quantity), kind=kind)  # type: ignore[arg-type] # named by each test
    return world.do(data)


def test_a_claim_within_what_is_available_is_reserved(world: World) -> None:
    world.shelve("10")
    placed = world.order(parts("8"), releases=False)
    outcome = reserve(world, claim(world, placed, "6"))
    assert outcome.outcome == "applied"
    assert world.level() == (10, 6)
    assert world.reserved(placed) == [6]
    assert [(row.type, row.id) for row in outcome.touched] == [("stock", world.item)]


def test_a_claim_beyond_what_is_available_is_not_reserved_at_all_and_says_what_there_is(world: World) -> None:
    world.shelve("10")
    placed = world.order(parts("6", "6"), releases=False)
    outcome = reserve(world, claim(world, placed, "6"), claim(world, placed, "6", line=1))
    assert outcome.outcome == "applied_adjusted"
    assert world.level() == (10, 6)
    assert world.reserved(placed) == [6, 0]
    problem = outcome.problems[0]
    assert (problem.code, problem.severity, problem.path) == (
        "problem.stock.short",
        "warn",
        "claims[1].quantity",
    )
    assert {name: problem.params[name] for name in ("asked", "reserved", "available")} == {
        "asked": "6", "reserved": "0", "available": "4",
    }  # fmt: skip


def test_a_second_claim_adds_to_the_reservation_of_its_line(world: World) -> None:
    world.shelve("10")
    placed = world.order(parts("8"), releases=False)
    reserve(world, claim(world, placed, "3"))
    assert not reserve(world, claim(world, placed, "5")).is_refused
    assert world.reserved(placed) == [8]
    assert world.level() == (10, 8)


def test_all_that_is_wrong_with_claims_is_said_at_once_and_nothing_is_reserved(world: World) -> None:
    world.shelve("100")
    placed = world.order(parts("8"), releases=False)
    draft = world.order(parts("8"), releases=False, state="cancelled")
    unknown = StockClaim(
        schedule_line_id=world.ports.ids.new(), item_id=world.item, site_id=world.site, quantity=Decimal(1)
    )
    outcome = reserve(
        world,
        claim(world, placed, "9"),
        claim(world, placed, "0"),
        claim(world, placed, "1", item=world.custom),
        claim(world, draft, "1"),
        unknown,
    )
    assert outcome.is_refused
    assert [(problem.code, problem.path) for problem in outcome.problems] == [
        ("problem.stock.more_than_open", "claims[0].quantity"),
        ("problem.stock.quantity_missing", "claims[1].quantity"),
        ("problem.stock.other_item", "claims[2].item_id"),
        ("problem.stock.more_than_open", "claims[2].quantity"),
        ("problem.stock.order_not_open", "claims[3].schedule_line_id"),
        ("problem.stock.line_unknown", "claims[4].schedule_line_id"),
    ]
    assert world.level() == (100, 0)


def test_an_item_that_no_shelf_ever_held_is_short_and_not_an_error(world: World) -> None:
    placed = world.order(parts("1"), releases=False)
    outcome = reserve(world, claim(world, placed, "1"))
    assert outcome.outcome == "applied_adjusted"
    assert outcome.problems[0].params["available"] == "0"


def test_released_stock_is_available_again(world: World) -> None:
    world.shelve("10")
    placed = world.order(parts("4", "3"))
    assert world.level() == (10, 7)
    outcome = world.do(ReleaseStock(schedule_line_ids=(placed.schedule[0],)), world.clerk)
    assert outcome.outcome == "applied"
    assert world.level() == (10, 3)
    assert world.reserved(placed) == [0, 3]


def test_releasing_what_is_not_reserved_is_refused(world: World) -> None:
    placed = world.order(parts("4"), releases=False)
    outcome = world.do(ReleaseStock(schedule_line_ids=placed.schedule), world.clerk)
    assert [problem.code for problem in outcome.problems] == ["problem.stock.nothing_reserved"]


def test_goods_in_raise_what_is_on_hand_and_leave_a_movement(world: World) -> None:
    assert move(world, "12.5", "goods_in").outcome == "applied"
    assert move(world, "7.5", "goods_in").outcome == "applied"
    assert world.level() == (20, 0)
    assert world.movements() == [("goods_in", Decimal("12.5")), ("goods_in", Decimal("7.5"))]


def test_a_count_below_what_is_reserved_takes_the_newest_reservations_and_names_the_orders(
    world: World,
) -> None:
    world.shelve("10")
    first = world.order(parts("4"))
    second = world.order(parts("5"))
    outcome = move(world, "-3")
    assert outcome.outcome == "fact_flagged"
    assert world.level() == (7, 7)
    assert world.reserved(first) == [4]
    assert world.reserved(second) == [3]
    problem = outcome.problems[0]
    assert (problem.code, problem.severity) == ("problem.stock.reservations_released", "warn")
    assert problem.params == {"code": "BOLT", "orders": [second.number], "quantity": "2"}


def test_a_count_to_zero_leaves_no_reservation_row_behind(world: World) -> None:
    world.shelve("4")
    first, second = world.order(parts("2")), world.order(parts("2"))
    outcome = move(world, "-4")
    assert outcome.problems[0].params["orders"] == [second.number, first.number]
    assert world.level() == (0, 0)
    assert world.reserved(first) + world.reserved(second) == [0, 0]


@pytest.mark.parametrize(
    ("quantity", "kind", "code"),
    [
        ("-11", "count", "problem.stock.count_below_zero"),
        ("-1", "goods_in", "problem.stock.goods_in_negative"),
        ("0", "count", "problem.stock.quantity_missing"),
    ],
)
def test_an_impossible_movement_is_refused_and_leaves_nothing(
    world: World, quantity: str, kind: str, code: str
) -> None:
    world.shelve("10")
    assert [problem.code for problem in move(world, quantity, kind).problems] == [code]
    assert world.level() == (10, 0)
    assert world.movements() == [("opening", Decimal(10))]


def test_a_movement_needs_an_item_that_exists(world: World) -> None:
    outcome = move(world, "1", item=world.ports.ids.new())
    assert [problem.code for problem in outcome.problems] == ["problem.stock.item_unknown"]


def test_a_clerk_may_not_move_stock(world: World) -> None:
    data = MoveStock(item_id=world.item, site_id=world.site, quantity=Decimal(1), kind="goods_in")
    assert [problem.code for problem in world.do(data, world.clerk).problems] == ["problem.policy.denied"]


def test_an_order_reserves_its_earliest_day_first(world: World) -> None:
    world.shelve("50")
    placed = world.order(
        (
            Part(Decimal(40), date(2026, 4, 20)),
            Part(Decimal(35), date(2026, 4, 1)),
            Part(Decimal(25), None),
        )
    )
    assert world.reserved(placed) == [0, 35, 0]


def test_a_customer_who_takes_parts_gets_what_there_is(world: World) -> None:
    world.shelve("50")
    placed = world.order(parts("40", "35", "25"), when_short="partial")
    assert world.reserved(placed) == [40, 10, 0]
    assert world.level() == (50, 50)


@pytest.mark.parametrize("when_short", ["wait", "cancel", "substitute", "ask"])
def test_any_other_wish_reserves_a_line_whole_or_not_at_all(world: World, when_short: str) -> None:
    world.shelve("50")
    placed = world.order(parts("40", "35", "10"), when_short=when_short)
    assert world.reserved(placed) == [40, 0, 10]


def test_a_line_in_boxes_reserves_pieces(world: World) -> None:
    world.shelve("30")
    placed = world.order(parts("2"), unit="box", factor="12")
    assert world.reserved(placed) == [24]


def test_reserving_for_an_order_again_adds_only_what_it_lacks(world: World) -> None:
    world.shelve("5")
    placed = world.order(parts("4", "4"))
    move(world, "10", "goods_in")
    with Session(world.store.engine) as session:
        stock.reserve_for_order(session, placed.order_id, world.context())
        session.commit()
    assert world.reserved(placed) == [4, 4]
    assert world.level() == (15, 8)


def test_giving_an_orders_stock_back_leaves_the_others_alone(world: World) -> None:
    world.shelve("20")
    placed, other = world.order(parts("4", "3")), world.order(parts("5"))
    with Session(world.store.engine) as session:
        touched = stock.release_for_order(session, placed.order_id, world.context())
        session.commit()
    assert [(row.type, row.id) for row in touched] == [("stock", world.item)]
    assert world.reserved(placed) == [0, 0]
    assert world.reserved(other) == [5]
    assert world.level() == (20, 5)


def test_quantities_in_other_units_are_rounded_half_up_to_a_thousandth() -> None:
    assert in_stock_units(Decimal(3), Decimal("0.333333")) == Decimal("1.000")
    assert in_stock_units(Decimal("0.5"), Decimal("0.001")) == Decimal("0.001")
