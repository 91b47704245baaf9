"""The plan of a line's deliveries: a figure that is changed takes from the last part, so the sum stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from orderdesk.errors import UserError
from orderdesk.ui.screens.entry.plan import Plan
from tests.support.desk import SampleDesk


@pytest.fixture
def plan(sample_here: SampleDesk) -> Plan:
    draft = sample_here.draft("C1001", ("B210", "48"))
    made = Plan(draft, draft.lines, sample_here.desk(), sample_here.ports.ids)
    made.read("3x7d+2")
    return made


def quantities(plan: Plan) -> list[int]:
    return [int(part.quantity) for part in plan.parts]


def test_the_last_part_takes_the_difference(plan: Plan) -> None:
    plan.set_quantity(0, "20")
    assert quantities(plan) == [20, 16, 12]
    plan.set_quantity(1, "10")
    assert quantities(plan) == [20, 10, 18]
    assert plan.left == 0


def test_the_last_part_itself_gives_what_is_left_over(plan: Plan) -> None:
    plan.set_quantity(2, "10")
    assert (quantities(plan), plan.left) == ([16, 16, 10], Decimal(6))
    plan.set_quantity(0, "20")  # the sum was open before: nothing moves by itself
    assert (quantities(plan), plan.left) == ([20, 16, 10], Decimal(2))


def test_where_the_last_part_has_too_little_the_sum_is_over_and_not_taken(plan: Plan) -> None:
    plan.set_quantity(0, "40")
    assert (quantities(plan), plan.left) == ([40, 16, 16], Decimal(-24))
    with pytest.raises(UserError, match=r"error\.schedule\.over"):
        plan.schedules()
