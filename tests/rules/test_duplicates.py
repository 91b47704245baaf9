"""When two orders are taken for one: the same PO number, or nearly the same lines within a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from orderdesk import words
from orderdesk.rules.duplicates import OrderPrint, find_duplicates

NOW = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
CUSTOMER, OTHER = UUID(int=1), UUID(int=2)


def printed(
    number: int = 1,
    lines: str = "",
    po: str = "",
    hours: float = 0,
    customer: UUID = CUSTOMER,
) -> OrderPrint:
    """Return an order with a line for each word of ``lines``: item, then its quantity (``a12``)."""
    quantities = tuple((UUID(int=ord(word[0])), Decimal(word[1:])) for word in lines.split())
    return OrderPrint(
        UUID(int=number), f"SO-{number}", customer, po, NOW - timedelta(hours=hours), quantities
    )


def found(order: OrderPrint, *others: OrderPrint) -> list[tuple[str, str]]:
    return [(suspect.other.number, suspect.problem.code) for suspect in find_duplicates(order, others)]


@pytest.mark.parametrize(
    ("typed", "stored", "equal", "every"),
    [
        ("a1 b2 c3 d4 e5", "a1 b2 c3 d4 e5", 5, 5),
        ("a1 b2 c3 d4 e5", "e5 d4 c3 b2 a1", 5, 5),
        ("a1 b2 c3 d4 e5", "a1 b2 c3 d4 e6", 4, 5),
        ("a1 b2 c3 d4", "a1 b2 c3 d4 e5", 4, 5),
        ("a1.0 b2.50", "a1 b2.5", 2, 2),
        ("a1 a1 a1 a1 b2", "a1 a1 a1 a1 b3", 4, 5),
    ],
)
def test_four_of_five_equal_lines_within_a_day_are_suspect(
    typed: str, stored: str, equal: int, every: int
) -> None:
    (suspect,) = find_duplicates(printed(1, typed), [printed(2, stored, hours=24)])
    assert (suspect.equal_lines, suspect.all_lines, suspect.same_po) == (equal, every, False)
    assert suspect.problem.code == "quick.duplicate.lines"


@pytest.mark.parametrize(
    ("typed", "stored", "hours"),
    [
        ("a1 b2 c3 d4 e5", "a1 b2 c3 d5 e6", 1),
        ("a1 b2 c3", "a1 b2 c3 d4", 1),
        ("a1 b2", "a1 b2", 24.01),
        ("a1 a1", "a1 b2", 1),
        ("", "", 1),
        ("a1", "", 1),
    ],
)
def test_less_alike_or_longer_ago_is_not(typed: str, stored: str, hours: float) -> None:
    assert found(printed(1, typed), printed(2, stored, hours=hours)) == []


def test_the_same_po_number_is_suspect_at_any_time_in_any_width_and_case() -> None:
    order = printed(1, "a1", po=" HD-26-0311 ")
    assert found(order, printed(2, "b9", po="ｈｄ-26-0311", hours=9_000)) == [("SO-2", "quick.duplicate.po")]


def test_no_po_number_equals_no_other() -> None:
    assert found(printed(1, "a1"), printed(2, "b1"), printed(3, "c1", po=" ")) == []


def test_another_customers_order_and_the_order_itself_are_not_suspect() -> None:
    order = printed(1, "a1", po="X")
    assert found(order, order, printed(2, "a1", po="X", customer=OTHER)) == []


def test_the_most_alike_come_first() -> None:
    order = printed(1, "a1 b2 c3 d4 e5", po="X")
    others = [
        printed(2, "a1 b2 c3 d4 e9", hours=1), printed(3, "z1", po="X", hours=99),
        printed(4, "a1 b2 c3 d4 e5", hours=3), printed(5, "a1 b2 c3 d4 e5", po="X", hours=2),
        printed(6, "a1 b2 c3 d4 e5", hours=2),
    ]  # fmt: skip
    assert [number for number, _ in found(order, *others)] == ["SO-5", "SO-6", "SO-4", "SO-2", "SO-3"]


def test_each_suspicion_is_said_in_both_languages() -> None:
    order = printed(1, "a1 b2", po="X")
    others = [printed(2, "a1 b2", po="X"), printed(3, "z1", po="X"), printed(4, "a1 b2")]
    suspects = find_duplicates(order, others)
    assert [suspect.problem.severity for suspect in suspects] == ["warn"] * 3
    assert [words.problem_text(suspect.problem, "en") for suspect in suspects] == [
        "SO-2 has the same PO number X, and 2 of 2 lines are the same.",
        "2 of 2 lines are the same as on SO-4 of the last 24 hours.",
        "SO-3 has the same PO number X.",
    ]
    assert words.problem_text(suspects[1].problem, "zh") == "与 24 小时内的 SO-4 相比，2 行中有 2 行相同。"
