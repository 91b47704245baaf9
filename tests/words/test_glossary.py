"""The glossary and the terms on screen are the same words."""

from __future__ import annotations

import re

from orderdesk import words
from orderdesk.words import LANGUAGES
from tests.architecture.sources import ROOT

ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| `(term\.[a-z0-9_.]+)` \|", re.MULTILINE)


def test_each_row_with_a_code_says_what_the_program_shows() -> None:
    rows = ROW.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))
    assert len(rows) > 50
    wrong = [
        (code, english, chinese)
        for english, chinese, code in rows
        if [english, chinese] != [words.text(code, language) for language in LANGUAGES]
    ]
    assert wrong == []


def test_no_code_stands_in_two_rows() -> None:
    rows = ROW.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))
    codes = [code for _, _, code in rows]
    assert len(codes) == len(set(codes))
