"""Cells in the words of both languages: what is typed becomes one form, and is shown in either."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from orderdesk.rules.cell_words import spoken, written
from orderdesk.rules.cells import CellError, quoted, read_cell

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("typed", "kind", "stored"),
    [
        ("任意", "number", "any"),
        ("", "text", "any"),
        ("空", "number", "empty"),
        ("Blank", "text", "empty"),
        ("> 20,000.00", "number", "> 20000"),
        ("大于 20,000", "number", "> 20000"),
        ("＞２００００", "number", "> 20000"),
        ("不超过30000", "number", "<= 30000"),
        ("at most 30,000", "number", "<= 30000"),
        ("≥ 4%", "percent", ">= 4 %"),
        ("4 至 8 %", "percent", "4 % .. 8 %"),
        ("4 <.. 8", "number", "4 <.. 8"),
        ("1 to 5", "number", "1 .. 5"),
        ("属于 1、2,000", "number", "in 1, 2000"),
        ("not in 1; 2", "number", "not in 1, 2"),
        ("5", "number", "= 5"),
        ("≤ 3/15", "date", "<= 2026-03-15"),
        ("明天", "date", "= 2026-03-12"),
        ("2026-03-01 .. 3/31", "date", "2026-03-01 .. 2026-03-31"),
        ("<= 今天+7天", "relative_date", "<= today + 7"),
        ("3天前", "relative_date", "= today - 3"),
        ("<= 7", "relative_date", "<= today + 7"),
        ("是", "yes_no", "= yes"),
        ("No", "yes_no", "= no"),
        ("vip", "choice", "= vip"),
        ("不是 vip", "choice", "<> vip"),
        ("不属于 vip、a", "choice", "not in vip, a"),
        ("在 vip、a 中", "choice", "in vip, a"),
        ("包含 急", "text", "contains 急"),
        ("以 SO- 开头", "text", "starts with SO-"),
        ("开头是 SO-", "text", "starts with SO-"),
        ("以太网", "text", "= 以太网"),
        ("island", "text", "= island"),
        ("income", "choice", "= income"),
        ('= "in, out"', "text", '= "in, out"'),
        ("one of a, b", "person", "in a, b"),
        ("contains custom", "set", "contains custom"),
        ("张三（店）", "text", "= 张三（店）"),
        ("属于 张三（店）、“李，四”", "text", 'in 张三（店）, "李，四"'),
    ],
)
def test_what_is_typed_becomes_what_files_hold(typed: str, kind: Any, stored: str) -> None:
    found = written(typed, kind, today=TODAY)
    assert found == stored
    read_cell(found, kind)
    assert written(found, kind, today=TODAY) == found
    assert written(spoken(found, "zh", kind), kind, today=TODAY) == found
    assert written(spoken(found, "en", kind), kind, today=TODAY) == found


def test_money_may_name_its_currency() -> None:
    assert written("> 20,000 CNY", "money", "CNY") == "> 20000 CNY"
    assert written("不超过 500", "money", "CNY") == "<= 500"
    with pytest.raises(CellError, match="measure"):
        written("> 20,000 USD", "money", "CNY")


@pytest.mark.parametrize(
    ("typed", "kind", "reason"),
    [
        ("in 1,200", "number", "ambiguous"),
        ("lots", "number", "number"),
        ("> soon", "date", "date"),
        ("in 1;;2", "number", "form"),
        ("whenever", "relative_date", "days"),
        ('= "a', "text", "form"),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, kind: Any, reason: str) -> None:
    with pytest.raises(CellError) as caught:
        written(typed, kind, today=TODAY)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("cell", "kind", "zh"),
    [
        ("any", "choice", "任意"),
        ("not in vip, a", "choice", "不属于 vip, a"),
        ("= yes", "yes_no", "= 是"),
        ("= yes", "choice", "= yes"),
        ("> 20000", "number", "> 20000"),
        ("<= today + 7", "relative_date", "<= 今天 + 7"),
        ("empty", "number", "空"),
        ("starts with SO-", "text", "开头是 SO-"),
        ("contains custom", "set", "包含 custom"),
        ('in "李，四", x', "text", '属于 "李，四", x'),
    ],
)
def test_a_cell_is_shown_in_a_language(cell: str, kind: Any, zh: str) -> None:
    assert (spoken(cell, "zh", kind), spoken(cell, "en", kind)) == (zh, cell)


def test_a_bare_name_is_shown_as_a_name_and_read_back_as_that() -> None:
    """A file may hold ``在线`` alone; typed alone it would mean 在 线, unless such a name is there."""
    assert spoken("在线", "zh", "choice") == "= 在线"
    assert written("= 在线", "choice") == "= 在线"
    assert written("在线", "choice") == "in 线"
    assert written("在线", "choice", names={"在线"}) == "= 在线"


@pytest.mark.parametrize(
    "value", ["any", "a, b", 'say "x"', '"', "in x", "> 3", "1 .. 2", " blank", "vip", "today"]
)
def test_any_value_can_be_named(value: str) -> None:
    assert read_cell(f"= {quoted(value)}", "text").values == (value,)
    assert read_cell(f"in {quoted(value)}, other", "text").values == (value, "other")
