"""Approval material: what it holds, how it differs, and what is tolerated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from orderdesk.rules.material import (
    LineMaterial,
    MaterialFacts,
    ScheduleMaterial,
    Tolerance,
    approval_material,
    diff,
    material_digest,
    within,
)
from orderdesk.values import canonical_json
from tests.rules.pricing_support import D, number

SCHEDULE = ScheduleMaterial(number(21), date(2026, 3, 12), "PD")
FIRST = LineMaterial(number(11), "A105", D("12"), "pc", D("778.7611"), D("0.05"), (SCHEDULE,))
SECOND = LineMaterial(number(12), "B210", D("40.000"), "pc", D("122.55"), D(0))
ORDER = MaterialFacts("C001", ("浦东 1 号", "松江 2 号"), "CNY", "days 30", D("4994.91"), (FIRST, SECOND))

LINE = f"lines[{number(11)}]"


def changes(**changed: Any) -> list[tuple[str, str, str, str | None, str | None]]:
    found = diff(approval_material(ORDER), approval_material(replace(ORDER, **changed)))
    return [
        (one.path, one.kind, one.label.removeprefix("receipt.material."), one.before, one.after)
        for one in found
    ]


def first(**changed: Any) -> tuple[LineMaterial, ...]:
    return (replace(FIRST, **changed), SECOND)


def test_the_material_has_exactly_these_fields() -> None:
    assert approval_material(replace(ORDER, lines=(FIRST,))) == {
        "format": 1,
        "customer": "C001",
        "ship_tos": ["松江 2 号", "浦东 1 号"],
        "currency": "CNY",
        "terms": "days 30",
        "deposit": "4994.91",
        "lines": {
            str(number(11)): {
                "item": "A105", "quantity": "12", "unit": "pc", "net_price": "778.7611", "discount": "0.05",
                "schedule": {str(number(21)): {"date": "2026-03-12", "site": "PD"}},
            }
        },
    }  # fmt: skip


def test_the_digest_is_of_the_canonical_form_and_stays() -> None:
    material = approval_material(replace(ORDER, lines=()))
    assert canonical_json(material) == (
        '{"currency":"CNY","customer":"C001","deposit":"4994.91","format":1,"lines":{},'
        '"ship_tos":["松江 2 号","浦东 1 号"],"terms":"days 30"}'
    )
    assert material_digest(material) == "39c33becc2f51cb3b18f98ef8760280164679ab89d966cd3775db1cf88e26e9a"


def test_moving_a_line_or_writing_a_figure_with_more_zeros_changes_nothing() -> None:
    moved = replace(
        ORDER, lines=(SECOND, replace(FIRST, quantity=D("12.000"))), ship_tos=ORDER.ship_tos[::-1]
    )
    assert diff(approval_material(ORDER), approval_material(moved)) == ()
    assert material_digest(approval_material(ORDER)) == material_digest(approval_material(moved))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"customer": "C002"}, ("customer", "~", "customer", "C001", "C002")),
        ({"currency": "USD"}, ("currency", "~", "currency", "CNY", "USD")),
        ({"terms": "prepaid"}, ("terms", "~", "terms", "days 30", "prepaid")),
        ({"deposit": None}, ("deposit", "~", "deposit", "4994.91", None)),
        ({"ship_tos": ("浦东 1 号",)}, ("ship_tos", "-", "ship_to", "松江 2 号", None)),
        ({"lines": first(quantity=D(48))}, (f"{LINE}.quantity", "~", "quantity", "12", "48")),
        ({"lines": first(unit="box")}, (f"{LINE}.unit", "~", "unit", "pc", "box")),
        ({"lines": first(item="A106")}, (f"{LINE}.item", "~", "item", "A105", "A106")),
        ({"lines": first(net_price=D(700))}, (f"{LINE}.net_price", "~", "net_price", "778.7611", "700")),
        ({"lines": first(discount=D("0.06"))}, (f"{LINE}.discount", "~", "discount", "0.05", "0.06")),
        (
            {"lines": first(schedule=(replace(SCHEDULE, promised=date(2026, 3, 19)),))},
            (f"{LINE}.schedule[{number(21)}].date", "~", "date", "2026-03-12", "2026-03-19"),
        ),
        (
            {"lines": first(schedule=(replace(SCHEDULE, site="SJ"),))},
            (f"{LINE}.schedule[{number(21)}].site", "~", "site", "PD", "SJ"),
        ),
        (
            {"lines": first(schedule=())},
            (f"{LINE}.schedule[{number(21)}]", "-", "schedule", "2026-03-12", None),
        ),
        ({"lines": (SECOND,)}, (LINE, "-", "line", "A105", None)),
    ],
)
def test_each_field_is_a_difference_of_its_own(changed: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert changes(**changed) == [expected]


def test_an_added_line_says_what_it_adds() -> None:
    added = LineMaterial(number(13), "C330", D(2), "pc", D(40), D(0))
    now = approval_material(replace(ORDER, lines=(FIRST, SECOND, added)))
    (change,) = diff(approval_material(ORDER), now)
    assert (change.kind, change.before, change.after) == ("+", None, "C330")
    assert change.detail == {"quantity": "2", "unit": "pc", "net_price": "40", "discount": "0"}


@pytest.mark.parametrize(
    ("changed", "tolerated"),
    [
        ({"lines": first(quantity=D("13.2"))}, True),
        ({"lines": first(quantity=D("13.201"))}, False),
        ({"lines": first(quantity=D("10.8"))}, True),
        ({"lines": (FIRST, replace(SECOND, net_price=D("121.3245")))}, True),
        ({"lines": (FIRST, replace(SECOND, net_price=D("121.3244")))}, False),
        ({"lines": first(schedule=(replace(SCHEDULE, promised=date(2026, 3, 15)),))}, True),
        ({"lines": first(schedule=(replace(SCHEDULE, promised=date(2026, 3, 16)),))}, False),
        ({"lines": first(schedule=(replace(SCHEDULE, promised=None),))}, False),
        ({"lines": first(discount=D("0.051"))}, False),
        ({"lines": (FIRST,)}, False),
        ({"customer": "C002"}, False),
        ({}, True),
    ],
)
def test_what_is_within_ten_percent_one_percent_and_three_days(
    changed: dict[str, Any], tolerated: bool
) -> None:
    found = diff(approval_material(ORDER), approval_material(replace(ORDER, **changed)))
    assert within(found, Tolerance(quantity=D("0.1"), net_price=D("0.01"), days=3)) is tolerated


def test_without_a_tolerance_any_change_asks_again() -> None:
    found = diff(
        approval_material(ORDER), approval_material(replace(ORDER, lines=first(quantity=D("12.001"))))
    )
    assert within(found, Tolerance()) is False
