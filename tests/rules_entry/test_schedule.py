from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.errors import UserError
from orderdesk.rules.entry import Part, parse_schedule, read_schedule
from tests.rules_entry.refusals import read_or_refused, refusal

TUESDAY = date(2026, 3, 10)
THURSDAY = date(2026, 3, 12)


def shown(text: str, quantity: str = "48", default: date | None = THURSDAY, step: str = "1") -> list[str]:
    parts = read_schedule(text, Decimal(quantity), TUESDAY, default, Decimal(step))
    return [
        f"{part.quantity} {part.requested:%m-%d}" if part.requested else str(part.quantity) for part in parts
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3x7d+2", ["16 03-12", "16 03-19", "16 03-26"]),
        ("3X7D+2", ["16 03-12", "16 03-19", "16 03-26"]),
        ("３ｘ７ｄ＋２", ["16 03-12", "16 03-19", "16 03-26"]),
        ("3*1w@fri", ["16 03-13", "16 03-20", "16 03-27"]),
        ("3×1周@周五", ["16 03-13", "16 03-20", "16 03-27"]),
        ("2x1m@31", ["24 03-31", "24 04-30"]),
        ("3x7d", ["16 03-12", "16 03-19", "16 03-26"]),
        ("16@t+2,16@+9,16@fri", ["16 03-12", "16 03-19", "16 03-13"]),
        ("half@t+2,rest@eom", ["24 03-12", "24 03-31"]),
        ("一半＠明天，其余＠月底", ["24 03-11", "24 03-31"]),
        ("1/3@fri,1/3@+9,1/3@eom", ["16 03-13", "16 03-19", "16 03-31"]),
        ("25%@fri,75%@eom", ["12 03-13", "36 03-31"]),
        ("rest@eom,8@fri", ["40 03-31", "8 03-13"]),
        ("8;rest", ["8 03-12", "40 03-12"]),
        ("48", ["48 03-12"]),
    ],
)
def test_an_expression_cuts_a_line_into_deliveries(text: str, parts: list[str]) -> None:
    assert shown(text) == parts


def test_remainders_go_to_the_last_part() -> None:
    assert shown("3x7d+2", "50") == ["16 03-12", "16 03-19", "18 03-26"]
    assert shown("half@fri,half@eom", "49") == ["24 03-13", "25 03-31"]
    assert shown("1/3,1/3,1/3", "50") == ["16 03-12", "16 03-12", "18 03-12"]


def test_shares_are_cut_to_the_step_of_the_unit() -> None:
    assert shown("2x1d", "12.5") == ["6 03-12", "6.5 03-13"]
    assert shown("2x1d", "12.5", step="0.001") == ["6.250 03-12", "6.250 03-13"]
    assert shown("half,rest", "60", step="12") == ["24 03-12", "36 03-12"]


def test_a_typed_figure_is_never_cut() -> None:
    assert shown("2.5@fri,rest", "5") == ["2.5 03-13", "2.5 03-12"]


def test_a_part_without_date_has_that_of_the_order_or_none() -> None:
    assert shown("8,rest", default=None) == ["8", "40"]
    assert shown("2x7d", default=None) == ["24 03-10", "24 03-17"]


@pytest.mark.parametrize(
    ("text", "code", "difference"),
    [
        ("16@fri", "left", "32"),
        ("half", "left", "24"),
        ("16@t+2,40@fri", "over", "8"),
        ("0.5", "left", "47.5"),
    ],
)
def test_what_is_not_the_ordered_quantity_is_refused_with_the_difference(
    text: str, code: str, difference: str
) -> None:
    with pytest.raises(UserError) as caught:
        read_schedule(text, Decimal(48), TUESDAY)
    assert caught.value.code == f"error.schedule.{code}"
    assert caught.value.params["difference"] == difference


def test_the_panel_shows_the_parts_of_an_expression_that_leaves_something() -> None:
    found = parse_schedule("16@fri", Decimal(48), TUESDAY)
    assert found.parts == (Part(Decimal(16), date(2026, 3, 13)),)
    assert found.left == Decimal(32)
    assert parse_schedule("50", Decimal(48), TUESDAY).left == Decimal(-2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "error.schedule.empty"),
        (" ,; ", "error.schedule.empty"),
        ("abc", "error.schedule.unreadable"),
        ("@fri", "error.schedule.unreadable"),
        ("-5,rest", "error.schedule.unreadable"),
        ("1/0,rest", "error.schedule.unreadable"),
        ("1.2345,rest", "error.schedule.unreadable"),
        ("x" * 500, "error.schedule.unreadable"),
        ("16@", "error.date.empty"),
        ("16@foo,rest", "error.date.unreadable"),
        ("16@0230,rest", "error.date.no_such_day"),
        ("3x99m@99991231", "error.date.out_of_range"),
        ("3x7d@foo", "error.date.unreadable"),
        ("rest,rest", "error.schedule.two_rests"),
        ("48,rest", "error.schedule.nothing_left"),
        ("60,rest", "error.schedule.nothing_left"),
        ("0,rest", "error.schedule.part_empty"),
        ("60x1d", "error.schedule.part_empty"),
        ("0x1d", "error.schedule.too_many_parts"),
        ("201x1d", "error.schedule.too_many_parts"),
    ],
)
def test_what_is_no_schedule_is_refused(text: str, code: str) -> None:
    quantity = Decimal(500) if code.endswith("too_many_parts") else Decimal(48)
    assert refusal(lambda: read_schedule(text, quantity, TUESDAY)) == code


def test_a_line_without_quantity_has_no_schedule() -> None:
    assert refusal(lambda: read_schedule("3x7d", Decimal(0), TUESDAY)) == "error.schedule.no_quantity"


QUANTITIES = st.decimals("0.001", 9_999_999, places=3)
STEPS = st.sampled_from([Decimal(1), Decimal("0.001"), Decimal(12)])
AMOUNTS = st.sampled_from(["half", "rest", "1/3", "2/3", "25%", "一半", "其余"]) | st.integers(1, 99).map(str)
WHENS = st.sampled_from(["", "@t+2", "@fri", "@eom", "@+9", "@15"])
LISTS = st.lists(st.tuples(AMOUNTS, WHENS).map("".join), min_size=1, max_size=6).map(",".join)
RHYTHMS = st.builds("{}x{}{}{}".format, st.integers(1, 60), st.integers(0, 60), st.sampled_from("dwm"), WHENS)


@given(LISTS | RHYTHMS, QUANTITIES, STEPS)
def test_parts_always_sum_to_the_ordered_quantity(text: str, quantity: Decimal, step: Decimal) -> None:
    read = partial(read_schedule, text, quantity, TUESDAY, THURSDAY, step)
    parts = read_or_refused(read, "error.schedule.")
    if parts is not None:
        assert sum(part.quantity for part in parts) == quantity
        assert min(part.quantity for part in parts) > 0


@given(LISTS | RHYTHMS, QUANTITIES, STEPS)
def test_parts_and_what_is_left_are_always_the_ordered_quantity(
    text: str, quantity: Decimal, step: Decimal
) -> None:
    read = partial(parse_schedule, text, quantity, TUESDAY, THURSDAY, step)
    found = read_or_refused(read, "error.schedule.")
    if found is not None:
        assert sum(part.quantity for part in found.parts) + found.left == quantity


@given(
    st.text(alphabet="0123456789x@,+-/%.dwmtrieshalf一半其余，＠ ", max_size=60) | st.text(max_size=420),
    QUANTITIES,
    st.dates(),
)
def test_any_text_is_read_or_refused(text: str, quantity: Decimal, today: date) -> None:
    read = partial(parse_schedule, text, quantity, today)
    found = read_or_refused(read, "error.schedule.", "error.date.")
    assert found is None or found.parts


@given(st.integers(1, 50), st.integers(0, 60))
def test_equal_parts_follow_each_other_evenly(count: int, days: int) -> None:
    parts = read_schedule(f"{count}x{days}d+2", Decimal(100), TUESDAY)
    found = [part.requested for part in parts]
    assert found == [THURSDAY + timedelta(days=days * index) for index in range(count)]
