"""Cells of spreadsheets as text that no spreadsheet runs (threat A22), and back."""

from __future__ import annotations

import re

_RUNS = re.compile(r"[\s\x00]*[=+\-@＝＋－＠]|[\t\r\n\x00]")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]+)?")


def neutral(text: str) -> str:
    """Return a cell that a spreadsheet shows and does not run: one that would run begins with ``'``.

    A plain number stays what it is. A text that begins with ``'`` before such a sign gets another one, so
    that ``plain_cell`` gives back every text that went through here.
    """
    return "'" + text if _needs_mark(text) else text


def plain_cell(text: str) -> str:
    """Return what a cell said before ``neutral`` marked it."""
    return text[1:] if text.startswith("'") and _needs_mark(text[1:]) else text


def _needs_mark(text: str) -> bool:
    if _NUMBER.fullmatch(text):
        return False
    return bool(_RUNS.match(text.lstrip("'")))
