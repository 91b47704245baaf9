"""Aligned tables on a terminal; Chinese characters take two columns there."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from orderdesk.values import plain

WIDEST = 40  # of a cell; what is longer is cut, with an ellipsis (``--json`` shows everything)


def table_lines(rows: Sequence[Mapping[str, object]], columns: Sequence[str] | None = None) -> list[str]:
    """Return rows as lines under a header; numbers stand right. Columns empty in every row are left out."""
    if not rows:
        return []
    names = [name for name in (columns or rows[0]) if any(_text(row[name]) for row in rows)]
    cells = [[_cut(_text(row[name])) for name in names] for row in rows]
    numeric = [all(isinstance(row[name], (int, Decimal, type(None))) for row in rows) for name in names]
    widths = [
        max(width(names[index]), *(width(line[index]) for line in cells)) for index in range(len(names))
    ]
    lines = [_line(names, widths, numeric)]
    lines += [_line(line, widths, numeric) for line in cells]
    return lines


def field_lines(row: Mapping[str, object]) -> list[str]:
    """Return one row as lines of name and value; empty values are left out."""
    shown = {name: _text(value) for name, value in row.items() if _text(value)}
    widest = max((width(name) for name in shown), default=0)
    return [f"{name}{' ' * (widest - width(name))}  {value}" for name, value in shown.items()]


def width(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = []
    for cell, wide, right in zip(cells, widths, numeric, strict=True):
        space = " " * (wide - width(cell))
        padded.append(space + cell if right else cell + space)
    return "  ".join(padded).rstrip()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%SZ}"
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(str(value).split())  # one line, whatever was typed


def _cut(text: str) -> str:
    if width(text) <= WIDEST:
        return text
    kept = ""
    for char in text:
        if width(kept + char) > WIDEST - 1:
            break
        kept += char
    return kept + "…"
