"""Full-width signs and small sums."""

from __future__ import annotations

from decimal import Decimal

import pytest

from orderdesk.ui.numbers import evaluate, fold, is_sum


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("１００５＊１２", "1005*12"),
        ("ＡＢｃ－９", "ABc-9"),
        ("３，５。６　７", "3,5.6 7"),
        ("、", ","),
        ("＠＞％＋", "@>%+"),
        ("橡木桌", "橡木桌"),
    ],
)
def test_full_width_signs_are_folded_one_by_one(typed: str, meant: str) -> None:
    assert fold(typed) == meant
    assert len(fold(typed)) == len(typed)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12*4", "48"),
        ("=880*0.95", "836.00"),
        ("120-7", "113"),
        ("2+3*4", "14"),
        ("(2+3)*4", "20"),
        ("-5+8", "3"),
        ("10/4", "2.5"),
        ("1,234.50", "1234.50"),
        ("１２＊４", "48"),
        (" 7 ", "7"),
        (".5", "0.5"),
        ("0.1+0.2", "0.3"),
    ],
)
def test_a_small_sum_is_worked_out_exactly(typed: str, value: str) -> None:
    assert evaluate(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    ["", "=", "12*", "2 box", "1/0", "A105", "(2", "2)", "1,23", "__import__('os')", "9" * 81, "2**3", "--"],
)
def test_anything_else_has_no_value(typed: str) -> None:
    assert evaluate(typed) is None


@pytest.mark.parametrize(
    ("typed", "worth"), [("12", False), ("12*4", True), ("=5", True), ("-5", False), ("M8*30", True)]
)
def test_a_result_is_shown_only_for_a_sum(typed: str, worth: bool) -> None:
    assert is_sum(typed) is worth
