"""Every code that a rule can answer with has words in both languages, and they show what the rule gives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from orderdesk import words
from orderdesk.rules.check_facts import ScheduleCheckFacts
from orderdesk.rules.credit import check_credit
from orderdesk.rules.facts import NearMiss
from orderdesk.rules.receipts import all_words, near_words, step_words
from orderdesk.rules.validation import check_order
from tests.rules.pricing_support import DAY, D, brk, item, line, order, price, priced
from tests.rules.test_validation import CHAIR, GOOD, by_table, chair, priced_at

ROOT = Path(__file__).parents[2]
SOURCES = [*(ROOT / "orderdesk" / "rules").glob("*.py"), *(ROOT / "resources" / "rules").glob("*.json")]
_CODE = re.compile(r'"((?:problem|receipt)\.[a-z_.]+)"')
_TABLE_FAULT = re.compile(r'self\.fault\(\s*"([a-z]+)"')
_CELL_FAULT = re.compile(r'CellError\("([a-z]+)"')
_LABEL = re.compile(r'_change\([^)]*?"[-+~]", "([a-z_]+)"')
MATERIAL = ["customer", "currency", "terms", "deposit", "ship_to", "line", "schedule", "format"]
MATERIAL += ["item", "quantity", "unit", "net_price", "discount", "date", "site"]


def codes_of_rules() -> set[str]:
    found = set(all_words()) | {f"receipt.material.{label}" for label in MATERIAL}
    for file in SOURCES:
        text = file.read_text("utf-8")
        found |= set(_CODE.findall(text))
        found |= {f"problem.table.{fault}" for fault in _TABLE_FAULT.findall(text)}
        found |= {f"problem.table.cell.{fault}" for fault in _CELL_FAULT.findall(text)}
        found |= {f"receipt.material.{label}" for label in _LABEL.findall(text)}
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_code_has_words(language: words.Language) -> None:
    codes = codes_of_rules()
    assert len(codes) > 110  # the patterns above still find them
    assert sorted(code for code in codes if not words.has(code, language)) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_sentence_of_a_receipt_is_unused(language: words.Language) -> None:
    source = (ROOT / "resources" / "translations" / language / "LC_MESSAGES" / "receipt.po").read_text(
        "utf-8"
    )
    assert set(re.findall(r'^msgid "(.+)"$', source, re.MULTILINE)) - codes_of_rules() == set()


def placeholders(domain: str, language: str) -> dict[str, set[str]]:
    source = (ROOT / "resources" / "translations" / language / "LC_MESSAGES" / f"{domain}.po").read_text(
        "utf-8"
    )
    entries = re.findall(r'^msgid "(.+)"\nmsgstr "(.*)"$', source, re.MULTILINE)
    return {code: set(re.findall(r"\{([a-z_]+)\}", sentence)) for code, sentence in entries}


def test_both_languages_of_a_receipt_show_the_same_values() -> None:
    assert placeholders("receipt", "en") == placeholders("receipt", "zh")


RICH = order(
    line(item(1, price_unit=100), "50", 1, discount=D("0.05"), unit="box"),
    line(item(2), "50", 2, gift=True, gift_reason="开业"),
    line(item(3), "50", 3, manual_price=D(5), manual_reason="展会"),
    line(item(4), "1", 4),
    order_discount=D("0.02"),
    rounding="yuan",
    prices_include_tax=False,
)
RICH_PRICES = (
    price(item(1), "9.99", "agreement"), price(item(2), "8", "tier"), price(item(3), "7", "last"),
    brk(item(1), "100", "0.03", "above"), brk(item(2), "10", "0.02"),
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_step_of_a_receipt_leaves_a_gap_in_its_sentence(language: words.Language) -> None:
    steps = [step for one in priced(RICH, *RICH_PRICES).lines for step in one.receipt]
    said = {code: words.text(code, language, **params) for code, params in map(step_words, steps)}
    assert len(said) == 16
    assert [sentence for sentence in said.values() if "?" in sentence or "‹" in sentence] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_problem_of_an_order_leaves_a_gap_in_its_sentence(language: words.Language) -> None:
    limits: dict[str, Any] = {"discount_limit": D("0.04"), "order_discount": D("0.05"), "closed_until": DAY}
    line_changes: list[dict[str, Any]] = [
        {"item": None, "typed_code": "B2I0", "priced": None}, {"item": None, "priced": None},
        {"item": item(active=False)}, {"quantity": None}, {"unit": "pallet"}, {"quantity": D(13)},
        {"manual_price": D(9), "discount": D("0.05")}, {"discount": D("0.05")}, {"seen_price": D(99)},
        {"schedule": (ScheduleCheckFacts(D(0), date(2026, 3, 9)),)}, {"gift": True},
        {"priced": priced(order(line(CHAIR, "12"))).lines[0]}, {"priced": priced_at("79.99")},
    ]  # fmt: skip
    lines = tuple(chair(**changes) for changes in line_changes)
    facts = replace(
        GOOD, lines=lines, document_date=date(2026, 3, 11), requested=date(2026, 3, 9), has_address=False,
        po_number="HD-26", same_po_orders=("SO-1", "SO-2"),
        credit=check_credit(D(1), D(0), D(2), "vip"), **limits,
    )  # fmt: skip
    found = (*check_order(facts), *by_table(amount="3000000"))
    assert len({problem.code for problem in found}) == 24
    said = [words.problem_text(problem, language) for problem in found]
    assert [sentence for sentence in said if "?" in sentence or "‹" in sentence] == []


def test_a_near_miss_is_said_in_both_languages() -> None:
    chair = item()
    one = priced(order(line(chair, "44")), price(chair, "100"), brk(chair, "50", "0.03")).lines[0]
    code, params = near_words(one.near[0])
    assert words.text(code, "en", **params) == "6 pc more for 3 % less"
    assert words.text(code, "zh", **params) == "再加 6 pc 可优惠 3%"


def test_a_near_row_is_said_in_both_languages() -> None:
    shown = {"row": "2", "fact": "amount", "cell": "<= 10000", "value": str(D("10000.01"))}
    code, params = near_words(NearMiss("column", "approval 2", shown))
    assert words.text(code, "en", **params) == "Row 2 is for an amount up to 10000"
    assert words.text(code, "zh", **params) == "第 2 行适用于金额不超过 10000 的订单"
