"""A pasted text cut into rows and cells: from a spreadsheet, or as people write lists."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from orderdesk.rules.entry.column_names import kinds_of_header
from orderdesk.rules.entry.folding import fold

Table = tuple[tuple[int, tuple[str, ...]], ...]  # rows with their numbers in the text, from 1


@dataclass(frozen=True, slots=True)
class PastedText:
    """Rows of cells; not ``is_table``: each row is one cell with a line as somebody wrote it."""

    rows: Table
    is_table: bool


def cut(text: str, is_code: Callable[[str], bool]) -> PastedText:
    """Return the rows of ``text``, blank ones left out.

    Tabs make a table. So do semicolons or commas (also full-width) if there is a header, or if most rows
    begin with a code that ends there. Else each row is a line of text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if "\t" in text:
        return PastedText(_cells(text, "\t"), is_table=True)
    folded = "\n".join(map(fold, text.split("\n")))
    for sign in ";,":
        if sign in folded:
            rows = _cells(folded, sign)
            if _looks_like_table(rows, is_code):
                return PastedText(rows, is_table=True)
    lines = enumerate(text.split("\n"), start=1)
    return PastedText(
        tuple((number, (line.strip(),)) for number, line in lines if line.strip()), is_table=False
    )


def _looks_like_table(rows: Table, is_code: Callable[[str], bool]) -> bool:
    if not rows:
        return False
    if len(rows[0][1]) > 1 and kinds_of_header(rows[0][1]) is not None:
        return True
    coded = sum(1 for _, cells in rows if len(cells) > 1 and is_code(cells[0]) and not is_code(cells[1]))
    return coded * 2 > len(rows)


def _cells(text: str, sign: str) -> Table:
    # A quote that nobody closes would swallow all that follows: then quotes mean nothing.
    if text.count('"') % 2:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    stripped = ((number, tuple(map(str.strip, cells))) for number, cells in enumerate(reader, start=1))
    return tuple((number, cells) for number, cells in stripped if any(cells))
