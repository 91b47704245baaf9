"""Desks that act at once on one PostgreSQL, and quantities that never get lost whatever is keyed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from orderdesk.models import Delivery, DeliveryLine, Reservation, StockLevel, StockMovement
from orderdesk.wire.commands import ReserveStock, StockClaim
from orderdesk.wire.outcomes import Outcome
from tests.proofs.races import at_once
from tests.services.warehouse_world import Part, Placed, World, open_world, parts


@pytest.fixture
def world(pg_store_url: str) -> Iterator[World]:
    opened = open_world(pg_store_url)
    yield opened
    opened.store.close()


def test_two_desks_that_ship_at_once_draw_numbers_without_a_gap(world: World) -> None:
    world.shelve("100")
    deliveries = [world.deliveries(world.order(parts("4")))[0].id for _ in range(6)]
    for delivery in deliveries:
        world.pick(delivery, "4")
    for one, two in zip(deliveries[::2], deliveries[1::2], strict=True):
        outcomes = at_once([partial(world.ship, one), partial(world.ship, two)])
        assert [outcome.outcome for outcome in outcomes] == ["applied", "applied"]
    with world.looking() as connection:
        numbers = (
            connection.execute(select(Delivery.number).where(Delivery.state == "shipped")).scalars().all()
        )
    assert sorted(str(number) for number in numbers) == [f"DN-K7M-{n}" for n in range(1, 7)]
    assert world.level() == (76, 0)


def test_two_desks_that_ship_the_same_delivery_at_once_ship_it_once(world: World) -> None:
    world.shelve("100")
    placed = world.order(parts("4"))
    delivery = world.deliveries(placed)[0].id
    world.pick(delivery, "3")
    outcomes = at_once([lambda: world.ship(delivery)] * 2)
    assert sorted(outcome.outcome for outcome in outcomes) == ["applied", "refused"]
    refused = next(outcome for outcome in outcomes if outcome.is_refused)
    assert [problem.code for problem in refused.problems] == ["problem.delivery.already_shipped"]
    assert world.level() == (97, 1)
    assert [row.part for row in world.deliveries(placed)] == [1, 2]


def test_eight_desks_that_reserve_at_once_never_reserve_more_than_there_is(world: World) -> None:
    world.shelve("10")
    orders = [world.order(parts("3"), releases=False) for _ in range(8)]

    def reserve(placed: Placed) -> Outcome:
        entry = StockClaim(
            schedule_line_id=placed.schedule[0], item_id=world.item, site_id=world.site, quantity=Decimal(3)
        )
        return world.do(ReserveStock(claims=(entry,)), world.clerk)

    outcomes = at_once([partial(reserve, placed) for placed in orders])
    assert sorted(outcome.outcome for outcome in outcomes) == ["applied"] * 3 + ["applied_adjusted"] * 5
    assert world.level() == (10, 9)
    assert sum(sum(world.reserved(placed)) for placed in orders) == 9


def test_desks_that_reserve_two_items_in_opposite_order_do_not_lock_each_other_out(world: World) -> None:
    world.shelve("50")
    world.shelve("50", world.custom)
    orders = [
        (world.order(parts("1"), releases=False), world.order(parts("1"), item=world.custom, releases=False))
        for _ in range(4)
    ]

    def claims(pair: tuple[Placed, Placed]) -> list[StockClaim]:
        return [
            StockClaim(
                schedule_line_id=placed.schedule[0], item_id=item, site_id=world.site, quantity=Decimal(1)
            )
            for placed, item in zip(pair, (world.item, world.custom), strict=True)
        ]

    def reserve(entries: list[StockClaim]) -> Outcome:
        return world.do(ReserveStock(claims=tuple(entries)), world.clerk)

    both_ways = [claims(pair) if index % 2 else claims(pair)[::-1] for index, pair in enumerate(orders)]
    outcomes = at_once([partial(reserve, entries) for entries in both_ways])
    assert [outcome.outcome for outcome in outcomes] == ["applied"] * 4
    assert (world.level(), world.level(world.custom)) == ((50, 4), (50, 4))


def check_balance(world: World, ordered: dict[int, Decimal], orders: list[Placed]) -> None:
    """Every quantity is in exactly one place, and the books agree with themselves."""
    with world.looking() as connection:
        on_hand, reserved = connection.execute(select(StockLevel.on_hand, StockLevel.reserved)).one()
        moved = sum(connection.execute(select(StockMovement.quantity)).scalars(), Decimal(0))
        held = sum(connection.execute(select(Reservation.quantity)).scalars(), Decimal(0))
        count = connection.execute(select(func.count()).where(Delivery.number.is_not(None))).scalar_one()
    assert moved == on_hand
    assert held == reserved
    assert 0 <= reserved <= on_hand
    for index, placed in enumerate(orders):
        shipped = world.shipped(placed)
        planned = [
            line.quantity
            for row in world.deliveries(placed)
            if row.state != "shipped"
            for line in world.lines(row.id)
        ]
        assert sum(shipped) + sum(planned) == ordered[index]
        assert [row.part for row in world.deliveries(placed)] == list(
            range(1, len(world.deliveries(placed)) + 1)
        )
        assert all(held <= ordered[index] - sum(shipped) for held in world.reserved(placed))
    with world.looking() as connection:
        numbers = connection.execute(select(Delivery.number).where(Delivery.number.is_not(None))).scalars()
        assert {str(number) for number in numbers} == {f"DN-K7M-{n}" for n in range(1, count + 1)}
        rows = connection.execute(select(DeliveryLine.quantity, DeliveryLine.picked, DeliveryLine.shipped))
        assert all(row.shipped <= row.picked <= row.quantity for row in rows)


quantities = st.integers(min_value=1, max_value=60)
steps = st.lists(
    st.tuples(
        st.integers(min_value=0, max_value=5),  # which of the open deliveries
        st.integers(min_value=0, max_value=70),  # how many are found
        st.sampled_from(["pick", "ship", "issue"]),
    ),
    max_size=8,
)


@pytest.fixture
def fresh_store(sqlite_template: Path, tmp_path: Path) -> Callable[[], str]:
    """Copies of a migrated store, one for each example."""
    made = iter(range(10_000))

    def copy() -> str:
        path = tmp_path / f"example-{next(made)}.sqlite"
        path.write_bytes(sqlite_template.read_bytes())
        return f"sqlite:///{path.as_posix()}"

    return copy


@pytest.mark.slow
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stock=st.integers(min_value=0, max_value=120),
    sizes=st.lists(quantities, min_size=1, max_size=3),
    acts=steps,
)
def test_whatever_is_picked_and_shipped_no_quantity_is_lost_or_made(
    fresh_store: Callable[[], str], stock: int, sizes: list[int], acts: list[tuple[int, int, str]]
) -> None:
    world = open_world(fresh_store())
    try:
        world.shelve(str(stock))
        orders = [
            world.order((Part(Decimal(size)), Part(Decimal(size), date(2026, 3, 19))), when_short="partial")
            for size in sizes
        ]
        ordered = {index: Decimal(2 * size) for index, size in enumerate(sizes)}
        for which, found, act in acts:
            waiting = [row for placed in orders for row in world.deliveries(placed) if row.state != "shipped"]
            if not waiting:
                break
            delivery = waiting[which % len(waiting)]
            if act != "ship":
                world.pick(delivery.id, str(found))
            if act != "pick":
                world.ship(delivery.id)
            check_balance(world, ordered, orders)
    finally:
        world.store.close()
