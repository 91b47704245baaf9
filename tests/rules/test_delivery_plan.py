"""Deliveries from schedule lines, their part numbers, and what a short shipment leaves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.rules.delivery_plan import (
    PlannedLine,
    ScheduleFacts,
    plan_deliveries,
    remainder,
    total_quantity,
)
from tests.rules.pricing_support import D, number

THURSDAY, MONDAY = date(2026, 3, 12), date(2026, 3, 16)


def scheduled(key: int, quantity: str = "10", **changes: Any) -> ScheduleFacts:
    known: dict[str, Any] = {
        "order_id": number(1), "order_number": "SO-K7M-000371", "line_id": number(10 + key),
        "schedule_id": number(100 + key), "line_position": key, "quantity": D(quantity), "promised": THURSDAY,
        "site_id": number(7), "address_key": "浦东 1 号", "receiver": "李",
    }  # fmt: skip
    return ScheduleFacts(**(known | changes))


def test_lines_for_one_place_and_day_are_one_delivery_in_the_orders_sequence() -> None:
    (one,) = plan_deliveries([scheduled(2), scheduled(1, "4.5")])
    assert (one.label, one.promised, one.receiver) == ("SO-K7M-000371/1", THURSDAY, "李")
    assert one.lines == (
        PlannedLine(number(11), number(101), D("4.5")),
        PlannedLine(number(12), number(102), D("10")),
    )


@pytest.mark.parametrize(
    "changes",
    [{"promised": MONDAY}, {"site_id": number(8)}, {"address_key": "松江"}, {"receiver": "王"}],
    ids=["date", "site", "address", "receiver"],
)
def test_another_date_site_address_or_receiver_is_a_delivery_of_its_own(changes: dict[str, Any]) -> None:
    planned = plan_deliveries([scheduled(1), scheduled(2, **changes)])
    assert sorted(one.label for one in planned) == ["SO-K7M-000371/1", "SO-K7M-000371/2"]


def test_parts_are_numbered_by_date_and_undated_come_last() -> None:
    planned = plan_deliveries([scheduled(1, promised=None), scheduled(2, promised=MONDAY), scheduled(3)])
    assert [(one.part, one.promised) for one in planned] == [(1, THURSDAY), (2, MONDAY), (3, None)]


def test_numbers_go_on_after_the_parts_that_exist() -> None:
    (one,) = plan_deliveries([scheduled(1)], {number(1): 2})
    assert one.label == "SO-K7M-000371/3"


def test_each_order_counts_its_own_parts() -> None:
    other = scheduled(1, order_id=number(2), order_number="SO-K7M-000372", schedule_id=number(201))
    assert [one.label for one in plan_deliveries([other, scheduled(1)])] == [
        "SO-K7M-000371/1", "SO-K7M-000372/1",
    ]  # fmt: skip


def test_nothing_is_planned_for_a_quantity_of_zero() -> None:
    assert plan_deliveries([scheduled(1, "0")]) == ()


def test_the_rest_of_a_short_shipment_is_the_next_part_on_the_same_promise() -> None:
    (one,) = plan_deliveries([scheduled(1), scheduled(2), scheduled(3)])
    rest = remainder(one, {number(101): D(10), number(102): D("7.5")}, 1)
    assert rest is not None
    assert (rest.label, rest.promised, rest.address_key) == ("SO-K7M-000371/2", THURSDAY, "浦东 1 号")
    assert [(line.schedule_id, line.quantity) for line in rest.lines] == [
        (number(102), D("2.5")), (number(103), D(10)),
    ]  # fmt: skip


def test_nothing_remains_of_a_full_or_over_shipment() -> None:
    (one,) = plan_deliveries([scheduled(1)])
    assert remainder(one, {number(101): D(10)}, 1) is None
    assert remainder(one, {number(101): D(11)}, 1) is None


@pytest.mark.parametrize("shipped", [{number(999): D(1)}, {number(101): D(-1)}])
def test_a_shipment_that_does_not_fit_the_delivery_is_refused(shipped: dict[Any, Any]) -> None:
    (one,) = plan_deliveries([scheduled(1)])
    with pytest.raises(ValueError, match="SO-K7M-000371/1"):
        remainder(one, shipped, 1)


@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.integers(0, 50), st.sampled_from([THURSDAY, MONDAY, None])),
        max_size=9,
    )
)
def test_planning_neither_loses_nor_makes_quantity(entries: list[tuple[int, int, date | None]]) -> None:
    schedule = [
        scheduled(position, str(quantity), promised=day, schedule_id=number(100 + place))
        for place, (position, quantity, day) in enumerate(entries)
    ]
    planned = plan_deliveries(schedule)
    for entry in schedule:
        assert total_quantity(planned, entry.schedule_id) == entry.quantity
    assert [one.part for one in planned] == list(range(1, len(planned) + 1))
