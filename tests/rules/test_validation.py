"""Every problem of an order, with its path and severity, all at once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from orderdesk import words
from orderdesk.errors import Problem
from orderdesk.rules.check_facts import (
    CustomerCheckFacts,
    LineCheckFacts,
    OrderCheckFacts,
    ScheduleCheckFacts,
)
from orderdesk.rules.credit import check_credit
from orderdesk.rules.facts import PricedLine
from orderdesk.rules.measures import Money
from orderdesk.rules.tables import read_table
from orderdesk.rules.validation import check_by_table, check_order
from tests.rules.pricing_support import DAY, D, item, line, order, price, priced

SHIPPED = Path(__file__).parents[2] / "resources" / "rules" / "validation.json"
TABLE = read_table(json.loads(SHIPPED.read_text("utf-8")))

CHAIR = item(order_multiple=D(6), floor_price=D(80))
CUSTOMER = CustomerCheckFacts("华东家居")


def chair(**changes: Any) -> LineCheckFacts:
    known: dict[str, Any] = {"item": CHAIR, "quantity": D(12), "unit": "pc", "priced": priced_at("100")}
    return LineCheckFacts(**(known | changes))


def priced_at(amount: str, **changes: Any) -> PricedLine:
    return priced(order(line(CHAIR, "12", **changes)), price(CHAIR, amount)).lines[0]


GOOD = OrderCheckFacts(CUSTOMER, DAY, DAY, (chair(),), has_address=True)


def problems(**changes: Any) -> list[tuple[str, str, str]]:
    found = check_order(replace(GOOD, **changes))
    return [(one.code.removeprefix("problem."), one.path, one.severity) for one in found]


def of_line(**changes: Any) -> list[tuple[str, str, str]]:
    return problems(lines=(chair(**changes),))


def only(**changes: Any) -> Problem:
    (found,) = check_order(replace(GOOD, **changes))
    return found


def by_table(**changes: Any) -> tuple[Problem, ...]:
    facts = {"order_kind": "order", "customer_class": "end", "tier": "standard", **changes}
    return check_by_table({**facts, "amount": Money(D(facts["amount"]), "CNY")}, TABLE)


def test_a_good_order_has_no_problems() -> None:
    assert problems() == []


def test_all_problems_come_at_once_the_header_first_then_line_by_line() -> None:
    broken = (
        chair(quantity=None, priced=None),
        chair(item=None, typed_code="B2I0", priced=None),
        chair(gift=True, quantity=D(5), priced=priced_at("100", gift=True)),
    )
    assert problems(customer=None, document_date=date(2026, 3, 11), has_address=False, lines=broken) == [
        ("order.customer.missing", "customer_id", "block"),
        ("order.document_date.future", "document_date", "block"),
        ("order.address.missing", "deliver_to", "block"),
        ("line.quantity.missing", "lines[0].quantity", "block"),
        ("line.item.unknown", "lines[1].item_id", "block"),
        ("line.quantity.multiple", "lines[2].quantity", "warn"),
        ("line.gift.reason", "lines[2].gift_reason", "block"),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"customer": None}, ("order.customer.missing", "customer_id", "block")),
        (
            {"customer": replace(CUSTOMER, status="stopped")},
            ("order.customer.stopped", "customer_id", "block"),
        ),
        (
            {"customer": replace(CUSTOMER, status="on_hold")},
            ("order.customer.on_hold", "customer_id", "block"),
        ),
        ({"lines": ()}, ("order.lines.missing", "lines", "block")),
        ({"lines": (LineCheckFacts(None),)}, ("order.lines.missing", "lines", "block")),
        ({"document_date": date(2026, 3, 11)}, ("order.document_date.future", "document_date", "block")),
        ({"closed_until": DAY}, ("order.document_date.closed", "document_date", "block")),
        ({"requested": date(2026, 3, 9)}, ("order.requested.past", "requested", "block")),
        ({"has_address": False}, ("order.address.missing", "deliver_to", "block")),
        (
            {"po_number": "HD-26", "same_po_orders": ("SO-K7M-000001",)},
            ("order.po_number.used", "po_number", "warn"),
        ),
        (
            {"order_discount": D("0.05"), "discount_limit": D("0.04")},
            ("order.discount.limit", "order_discount", "warn"),
        ),
        ({"credit": check_credit(D(1000), D(0), D(1200), "standard")}, ("order.credit.over", "", "warn")),
        ({"credit": check_credit(D(1000), D(0), D(1200), "vip")}, ("order.credit.hold", "", "warn")),
    ],
)
def test_a_problem_of_the_header(changes: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert problems(**changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        {"closed_until": date(2026, 3, 9)},
        {"requested": DAY},
        {"has_address": False, "delivery_method": "pickup"},
        {"has_address": False, "order_kind": "quotation"},
        {"po_number": "HD-26"},
        {"same_po_orders": ("SO-K7M-000001",)},
        {"order_discount": D("0.04"), "discount_limit": D("0.04")},
        {"credit": check_credit(D(1200), D(0), D(1200), "standard")},
        {"lines": (chair(), LineCheckFacts(None))},
        {
            "has_address": False,
            "lines": (chair(schedule=(ScheduleCheckFacts(D(12), DAY, has_address=True),)),),
        },
    ],
)
def test_what_is_no_problem(changes: dict[str, Any]) -> None:
    assert problems(**changes) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"item": None, "priced": None}, ("line.item.missing", "lines[0].item_id", "block")),
        (
            {"item": None, "typed_code": "B2I0", "priced": None},
            ("line.item.unknown", "lines[0].item_id", "block"),
        ),
        ({"item": replace(CHAIR, active=False)}, ("line.item.inactive", "lines[0].item_id", "block")),
        ({"quantity": None}, ("line.quantity.missing", "lines[0].quantity", "block")),
        ({"quantity": D("0.000")}, ("line.quantity.missing", "lines[0].quantity", "block")),
        ({"unit": "pallet"}, ("line.unit.unknown", "lines[0].unit", "block")),
        ({"quantity": D(13)}, ("line.quantity.multiple", "lines[0].quantity", "warn")),
        ({"schedule": (ScheduleCheckFacts(D(11)),)}, ("line.schedule.sum", "lines[0].schedule", "block")),
        (
            {"schedule": (ScheduleCheckFacts(D(6)), ScheduleCheckFacts(D(6), date(2026, 3, 9)))},
            ("line.schedule.past", "lines[0].schedule[1].requested", "block"),
        ),
        (
            {"schedule": (ScheduleCheckFacts(D(12)), ScheduleCheckFacts(D(0)))},
            ("line.schedule.quantity", "lines[0].schedule[1].quantity", "block"),
        ),
        ({"gift": True, "gift_reason": " "}, ("line.gift.reason", "lines[0].gift_reason", "block")),
        ({"manual_price": D(90)}, ("line.price.reason", "lines[0].manual_reason", "block")),
        (
            {"manual_price": D(90), "manual_reason": "展会", "discount": D("0.05")},
            ("line.discount.with_price", "lines[0].discount", "block"),
        ),
        (
            {"priced": priced(order(line(CHAIR, "12"))).lines[0]},
            ("line.price.missing", "lines[0].manual_price", "block"),
        ),
        ({"priced": priced_at("79.99")}, ("line.price.below_floor", "lines[0].manual_price", "warn")),
        ({"seen_price": D("99")}, ("line.price.changed", "lines[0].seen_price", "block")),
    ],
)
def test_a_problem_of_a_line(changes: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert of_line(**changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        {"seen_price": D("100.0000")},
        {"quantity": D(1), "unit": "box"},  # 12 pieces: two multiples of 6
        {"manual_price": D(90), "manual_reason": "展会"},
        {"gift": True, "gift_reason": "开业"},
        {"schedule": (ScheduleCheckFacts(D("4.5"), DAY), ScheduleCheckFacts(D("7.5")))},
        {
            "manual_price": D(90),
            "manual_reason": "x",
            "seen_price": D(1),
            "priced": priced_at("1", manual_price=D(90)),
        },
    ],
)
def test_what_is_no_problem_of_a_line(changes: dict[str, Any]) -> None:
    assert of_line(**changes) == []


def test_a_changed_price_shows_both_values() -> None:
    found = only(lines=(chair(seen_price=D("99.5")),))
    assert found.params == {"item": "A1", "seen": "99.5", "now": "100"}


def test_a_wrong_multiple_shows_the_nearest_ones() -> None:
    found = only(lines=(chair(quantity=D("1.25"), unit="box"),))  # 15 pieces
    assert found.params == {"multiple": "6", "unit": "pc", "unit_en": "", "lower": "12", "upper": "18"}


def test_credit_shows_how_far_over() -> None:
    found = only(credit=check_credit(D(1000), D(500), D("1200.50"), "standard"))
    assert found.params == {"over": "700.5", "limit": "1000"}


def test_a_discount_above_the_limit_warns_of_the_approval() -> None:
    found = only(lines=(chair(discount=D("0.055")),), discount_limit=D("0.04"))
    assert (found.code, found.severity) == ("problem.line.discount.limit", "warn")
    assert found.params == {"percent": "5.5", "limit": "4"}


@pytest.mark.parametrize(
    ("kind", "customer_class", "tier", "amount", "expected"),
    [
        ("sample", "end", "standard", "5000.01", [("order.check.sample_too_large", "", "block")]),
        ("sample", "end", "standard", "5000", []),
        ("order", "dealer", "b", "499.99", [("order.check.small_dealer_order", "", "warn")]),
        ("order", "dealer", "a", "499.99", []),
        ("order", "dealer", "b", "500", []),
        ("order", "export", "vip", "4999", [("order.check.small_export_order", "", "warn")]),
        ("order", "shop", "standard", "500000.01", [("order.check.large_standard_order", "", "block")]),
        ("order", "shop", "a", "500000.01", []),
        ("call_off", "dealer", "a", "2000001", [("order.check.check_amount", "", "warn")]),
        ("quotation", "dealer", "a", "2000001", []),
    ],
)
def test_what_the_table_checks(
    kind: str, customer_class: str, tier: str, amount: str, expected: list[Any]
) -> None:
    found = by_table(order_kind=kind, customer_class=customer_class, tier=tier, amount=amount)
    assert [(one.code.removeprefix("problem."), one.path, one.severity) for one in found] == expected


def test_a_row_speaks_by_a_code_in_its_own_words_or_by_its_number() -> None:
    said = [
        {"severity": "warn", "text": "Ask Zhang Wei first."}, {"severity": "block"},
        {"severity": "warn", "code": "problem.order.check.check_amount"},
    ]  # fmt: skip
    table = read_table({
        "format": 1, "name": "validation", "version": 3, "hit_policy": "collect",
        "inputs": [{"fact": "urgency", "type": "choice"}],
        "outputs": [{"name": name, "type": "text"} for name in ("severity", "code", "text")],
        "rows": [{"then": then} for then in said],
    })  # fmt: skip
    found = check_by_table({"urgency": "urgent"}, table)
    assert [(one.code.removeprefix("problem.order.check."), one.severity) for one in found] == [
        ("text", "warn"), ("row", "block"), ("check_amount", "warn"),
    ]  # fmt: skip
    assert words.problem_text(found[0], "en").startswith("Ask Zhang Wei first.")


def test_a_problem_from_the_table_names_its_row() -> None:
    (found,) = by_table(order_kind="sample", amount="6000")
    assert {name: found.params[name] for name in ("table", "version", "row", "amount")} == {
        "table": "validation", "version": 1, "row": 1, "amount": "6000",
    }  # fmt: skip
