"""Order lines pasted from a spreadsheet or a message, with a verdict for each row (ux, 3.10).

Columns are matched by their names in either language, else by position from the column that has the focus.
A row that cannot be read keeps what was pasted and says why; the good ones stay. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from orderdesk import values
from orderdesk.errors import Problem, UserError
from orderdesk.rules.entry.codes import CodeHit, Codes, SparingCodes
from orderdesk.rules.entry.column_names import kinds_of_header
from orderdesk.rules.entry.dates import read_date
from orderdesk.rules.entry.folding import fold, fold_key
from orderdesk.rules.entry.numbers import read_number, read_percent
from orderdesk.rules.entry.pasted_text import PastedText, Table, cut
from orderdesk.rules.entry.quantities import read_quantity
from orderdesk.rules.entry.quick_add import parse_quick_add, quick_price, quick_quantity
from orderdesk.rules.entry.quick_lines import QuickContext, QuickLine, checked_note

MAX_LENGTH: Final = 200_000
MAX_ROWS: Final = 2_000  # as many lines as an order takes
GRID_COLUMNS: Final = ("code", "quantity", "unit", "price", "discount", "deliver", "note")

_TAKEN: Final = frozenset({*GRID_COLUMNS, "customer_code", "price_gross", "price_net"})
_NUMBERED = re.compile(r"[0-9]{1,3}(?:[.．]\s+|[、)）]\s*)")
_CODE_THEN_QUANTITY = re.compile(r"(\S+?)(?:\s+|\s*[:=]\s*)([^0-9]*?\s)?\s*([0-9.,]+\s*[^\W\d_]*)")
_UNIT_BEHIND = re.compile(r"(?<=[0-9])\s*[^\W\d_]+$")
_CURRENCY = re.compile(r"^[¥$€]\s*|\s*元$")


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row of the text. ``cells`` are by kind of column, as pasted.

    A good row has a ``line`` (its quantity may be open); ``problems`` have the kind of column as path. A row
    with the same item, unit, price, date and note as an earlier one is ``merged_into`` that row's number.
    """

    number: int
    cells: Mapping[str, str]
    line: QuickLine | None = None
    problems: tuple[Problem, ...] = ()
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class PastedRows:
    """All rows; ``columns`` is how they were understood ("" is not taken).

    Not ``has_items``: no column names an item, the cells are for rows that are there already.
    """

    rows: tuple[PastedRow, ...]
    columns: tuple[str, ...] = ()
    has_items: bool = True
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> tuple[QuickLine, ...]:
        """The lines to put into the order, merged ones once."""
        return tuple(row.line for row in self.rows if row.line is not None and row.merged_into is None)

    @property
    def bad(self) -> tuple[PastedRow, ...]:
        """The rows that need somebody."""
        return tuple(row for row in self.rows if row.problems)

    @property
    def summary(self) -> Problem:
        """What the strip says: how many rows, how many of them need somebody, how many were merged."""
        merged = sum(1 for row in self.rows if row.merged_into is not None)
        code = "quick.paste.need" if self.bad else "quick.paste.merged" if merged else "quick.paste.good"
        params = {"rows": len(self.rows), "bad": len(self.bad), "merged": merged}
        return Problem(code, params=params, severity="warn")


def paste_lines(
    text: str,
    codes: Codes,
    context: QuickContext,
    columns: Sequence[str] = GRID_COLUMNS,
    *,
    prices_include_tax: bool = True,
) -> PastedRows:
    """Return what is pasted, row by row. Time is bounded by the length of ``text``.

    Args:
        columns: keys of the grid's columns from the focused one on; others than ``GRID_COLUMNS`` hold what
            is not typed. Used where the text names no columns.
        prices_include_tax: which price the order's price column holds; a column that says to hold the other
            is not taken.
    """
    if len(text) > MAX_LENGTH:
        return PastedRows((), problems=(Problem("quick.too_long", params={"n": MAX_LENGTH}),))
    codes = SparingCodes(codes)
    pasted = cut(text, lambda cell: bool(codes.find(cell)))
    problems = []
    if len(pasted.rows) > MAX_ROWS:
        pasted = PastedText(pasted.rows[:MAX_ROWS], pasted.is_table)
        problems.append(Problem("quick.too_many", params={"n": MAX_ROWS}))
    if not pasted.is_table and (not columns or columns[0] == "code"):
        found = PastedRows(_merged([row for line in pasted.rows for row in _written(line, codes, context)]))
    else:
        found = _table(pasted.rows, codes, context, columns, prices_include_tax)
    return replace(found, problems=(*problems, *found.problems))


# ── tables ─────────────────────────────────────────────────────────────────────────────────────────


def _table(
    rows: Table, codes: Codes, context: QuickContext, columns: Sequence[str], prices_include_tax: bool
) -> PastedRows:
    kinds = kinds_of_header(rows[0][1]) if rows and not codes.find(rows[0][1][0]) else None
    problems: list[Problem] = []
    if kinds is not None:
        rows = rows[1:]
        kinds, problems = _named(kinds, prices_include_tax)
    else:
        kinds = _by_position(rows, columns)
    cells = [(number, _by_kind(row, kinds)) for number, row in rows]
    if not {"code", "customer_code"} & set(kinds):
        left = tuple(PastedRow(number, MappingProxyType(of)) for number, of in cells)
        return PastedRows(left, kinds, has_items=False, problems=tuple(problems))
    read = [_row(number, of, codes, context) for number, of in cells]
    return PastedRows(_merged(read), kinds, problems=tuple(problems))


def _named(kinds: tuple[str, ...], prices_include_tax: bool) -> tuple[tuple[str, ...], list[Problem]]:
    """Take the columns of a header: a name stands for a missing code, the other kind of price for nothing."""
    problems = []
    own, other = ("price_gross", "price_net") if prices_include_tax else ("price_net", "price_gross")
    if other in kinds and own not in kinds and "price" not in kinds:
        problems.append(Problem("quick.paste.price_basis", "price", severity="warn"))
    has_code = "code" in kinds or "customer_code" in kinds
    taken = []
    for kind in kinds:
        if kind == own or (kind == "item" and not has_code):
            taken.append("price" if kind == own else "code")
        else:
            taken.append(
                kind if kind in _TAKEN and kind != other and not (kind == "price" and own in kinds) else ""
            )
    return tuple(taken), problems


def _by_position(rows: Table, columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns in the grid's order: those that are typed, or all, whichever reads better."""
    width = max((len(row) for _, row in rows), default=0)
    typed = [key for key in columns if key in _TAKEN]
    every = [key if key in _TAKEN else "" for key in columns]
    options = [tuple((*option, *[""] * width)[:width]) for option in (typed, every)]
    return max(options, key=lambda kinds: _readable(rows, kinds))  # the first where both are as good


def _readable(rows: Table, kinds: tuple[str, ...]) -> int:
    """Return how many quantities and prices read as numbers, less those that do not."""
    count = 0
    for _, row in rows:
        for kind, cell in zip(kinds, row, strict=False):
            if kind in {"quantity", "price"} and cell:
                count += 1 if re.match(r"[-+=¥$]?\s*[0-9.]", fold(cell)) else -1
    return count


def _by_kind(row: Sequence[str], kinds: Sequence[str]) -> dict[str, str]:
    return {kind: cell for kind, cell in zip(kinds, row, strict=False) if kind}


def _row(number: int, cells: dict[str, str], codes: Codes, context: QuickContext) -> PastedRow:
    shown = MappingProxyType(cells)
    problems: list[Problem] = []
    text = cells.get("code", "") or cells.get("customer_code", "")
    hit = _hit(text, codes, problems)
    unit = _unit(cells.get("unit", ""), hit, problems)
    line = QuickLine(
        hit.item_id, hit.code, fold(text), unit[0], hit.units[0][0] if hit.units else ""
    ) if hit is not None else None  # fmt: skip
    try:
        line = _with_quantity(line, cells.get("quantity", ""), hit, unit, context)
    except UserError as error:
        problems.append(Problem(error.code, "quantity", error.params))
    for kind, take in _TAKERS:
        cell = cells.get(kind, "")
        try:
            line = take(line, cell, context) if cell else line
        except UserError as error:
            problems.append(Problem(error.code, kind, error.params))
    if problems or line is None:
        return PastedRow(number, shown, None, tuple(problems))
    return PastedRow(number, shown, line)


def _hit(text: str, codes: Codes, problems: list[Problem]) -> CodeHit | None:
    hits = codes.find(text) if text else ()
    if len(hits) == 1:
        return hits[0]
    if not text:
        problems.append(Problem("quick.item.missing", "code"))
    elif hits:
        params = {"text": text, "codes": [hit.code for hit in hits[:5]]}
        problems.append(Problem("quick.item.several", "code", params))
    elif near := codes.near(text):
        problems.append(Problem("quick.item.near", "code", {"text": text, "near": near[0]}))
    else:
        problems.append(Problem("quick.item.unknown", "code", {"text": text}))
    return None


def _unit(text: str, hit: CodeHit | None, problems: list[Problem]) -> tuple[str, Decimal]:
    """Return the unit of the row with its factor: as named, else that of what names the item."""
    if hit is None or not hit.units:
        return text, Decimal(1)
    if not text:
        return hit.units[0]
    named = [factor for name, factor in hit.units if fold_key(name) == fold_key(text)]
    if not named:
        params = {"unit": text, "units": [name for name, _ in hit.units]}
        problems.append(Problem("error.quantity.unit", "unit", params))
        return hit.units[0]
    return next(entry for entry in hit.units if entry[1] == named[0])  # its first name is the one stored


def _with_quantity(
    line: QuickLine | None, text: str, hit: CodeHit | None, unit: tuple[str, Decimal], context: QuickContext
) -> QuickLine | None:
    if not text:
        return line
    if line is None or hit is None:
        read_quantity(_UNIT_BEHIND.sub("", text), (("", Decimal(1)),), decimal_sign=context.decimal_sign)
        return None
    units = (unit, *(entry for entry in hit.units if entry != unit))
    entry = quick_quantity(text, replace(hit, units=units), context.decimal_sign)
    return replace(line, quantity=entry.quantity, unit=entry.unit, quantity_text=entry.text)


def _with_price(line: QuickLine | None, text: str, context: QuickContext) -> QuickLine | None:
    price = quick_price(_CURRENCY.sub("", fold(text).strip()), context.decimal_sign)
    return replace(line, price=price) if line is not None else None


def _with_discount(line: QuickLine | None, text: str, context: QuickContext) -> QuickLine | None:
    """Take a discount in per cent; a figure below one without the sign could as well be a fraction."""
    if "%" not in fold(text) and 0 < read_number(text, context.decimal_sign) < 1:
        raise UserError("quick.paste.fraction", text=text)
    rate = read_percent(text, context.decimal_sign)
    return replace(line, discount=rate or None) if line is not None else None


def _with_day(line: QuickLine | None, text: str, context: QuickContext) -> QuickLine | None:
    day = read_date(text, context.today, order=context.date_order)
    if day < context.today:
        raise UserError("quick.paste.past", day=day.isoformat())
    if line is not None and line.quantity is None:
        raise UserError("error.schedule.no_quantity")
    return replace(line, requested=day) if line is not None else None


def _with_note(line: QuickLine | None, text: str, context: QuickContext) -> QuickLine | None:
    note = checked_note(text)
    return replace(line, note=note) if line is not None else None


_Taker = Callable[[QuickLine | None, str, QuickContext], QuickLine | None]
_TAKERS: Final[tuple[tuple[str, _Taker], ...]] = (
    ("price", _with_price), ("discount", _with_discount), ("deliver", _with_day), ("note", _with_note),
)  # fmt: skip


# ── lines of text ──────────────────────────────────────────────────────────────────────────────────


def _written(line: tuple[int, tuple[str, ...]], codes: Codes, context: QuickContext) -> list[PastedRow]:
    """Read a line as somebody wrote it: ``A105 x12``, ``A105 12``, ``1. A105 oak table 12 pc``, quick add."""
    number, (text,) = line
    numbered = None if codes.find(text.split()[0]) else _NUMBERED.match(text)
    text = text[numbered.end() :] if numbered else text
    cells = MappingProxyType({"code": text})
    counted = _CODE_THEN_QUANTITY.fullmatch(fold(text))
    if counted is not None and len(codes.find(counted[1])) == 1:
        if codes.find(counted[3]):
            return [PastedRow(number, cells, None, (_two_readings(counted),))]
        row = _row(number, {"code": counted[1], "quantity": counted[3]}, codes, context)
        return [replace(row, cells=cells)]
    rows = []
    found = parse_quick_add(text, codes, context)
    for token in found.tokens:
        problems = tuple(_of_column(entry.problem) for entry in token.problems)
        shown = MappingProxyType({"code": text[token.start : token.end]})
        rows.append(PastedRow(number, shown, token.line, problems))
    return rows or [PastedRow(number, cells, None, found.problems or _nothing(text))]


def _of_column(problem: Problem) -> Problem:
    return replace(problem, path="code") if problem.path == "item" else problem


def _two_readings(counted: re.Match[str]) -> Problem:
    choices = [f'"{counted[1]}"*{counted[3]}', f'"{counted[1]}" "{counted[3]}"']
    return Problem("quick.ambiguous", "code", {"text": counted[0], "choices": choices})


def _nothing(text: str) -> tuple[Problem, ...]:
    return (Problem("quick.item.unknown", "code", {"text": text}),)


def _merged(rows: Sequence[PastedRow]) -> tuple[PastedRow, ...]:
    """Add up rows that differ in nothing but their quantity; the first of them has the sum."""
    first: dict[QuickLine, int] = {}
    found = list(rows)
    for index, row in enumerate(found):
        if row.line is None or row.line.quantity is None or row.line.schedule:
            continue
        key = replace(row.line, quantity=None, quantity_text="", item_text="", usual_unit="")
        target = first.setdefault(key, index)
        line = found[target].line
        if target == index or line is None:
            continue
        total = line.count + row.line.count
        if total <= values.MAX_QUANTITY:
            found[target] = replace(found[target], line=replace(line, quantity=total, quantity_text=""))
            found[index] = replace(row, merged_into=found[target].number)
    return tuple(found)
