from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.rules.entry import fold, fold_key


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("１２０５", "1205"),
        ("ＡｂＺ", "AbZ"),
        ("．，－＋＊＠＞％", ".,-+*@>%"),
        ("一、二。", "一,二."),
        ("\u3000a\u00a0b", " a b"),
        ("−5", "-5"),
        ("“A”", '"A"'),
        ("（１）", "(1)"),
    ],
)
def test_wide_forms_become_what_they_stand_for(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("text", ["½", "m²", "㎡", "①", "橡木", "é", "\u2026"])
def test_what_is_another_sign_and_not_a_wide_form_stays(text: str) -> None:
    assert fold(text) == text


def test_keys_forget_case_width_and_spare_blanks() -> None:
    assert fold_key("  Ｏａｋ　 TABLE ") == "oak table"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_key(fold_key(text)) == fold_key(text)
