"""One row of a file, read field by field: what cannot be read for certain is a problem, never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from orderdesk.errors import Problem, UserError
from orderdesk.intake.files.cells import plain_cell
from orderdesk.intake.files.mapping import Layout, Options
from orderdesk.intake.files.parsing import Cell
from orderdesk.rules.entry.folding import fold
from orderdesk.rules.entry.numbers import evaluate

_CURRENCY = re.compile(r"[A-Z]{3}")
_NUMBER = re.compile(r"[+-]?[0-9.,]{1,40}")
_TIME = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_EIGHT_DIGITS = re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})")
_CHINESE = re.compile(r"([0-9]{4})年()([0-9]{1,2})月([0-9]{1,2})[日号]?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one field of a row: the column's name in the file, what stands there, and why."""

    field: str
    column: str
    value: str
    problem: Problem


@dataclass(slots=True)
class FileRow:
    """A row with its findings; ``number`` counts as a spreadsheet does, the header is row 1."""

    number: int
    cells: Sequence[Cell]
    header: Sequence[str]
    layout: Layout
    options: Options
    findings: list[Finding] = field(default_factory=list)

    def text(self, name: str, *, required: bool = False, most: int = 200) -> str:
        """Return a field without blanks around it, of at most ``most`` characters; empty if not there."""
        cell = self._cell(name)
        if isinstance(cell, dict):
            if "number" in cell:
                return cell["number"]
            code = "problem.import.formula" if "formula" in cell else "problem.import.error_cell"
            self.report(name, code, value=cell.get("formula") or cell.get("error", ""))
            return ""
        found = plain_cell(cell).strip()
        if required and not found:
            self.report(name, "problem.import.missing")
        if len(found) > most:
            self.report(name, "problem.import.too_long", most=most, got=len(found))
        return found

    def code(self, name: str, *, required: bool = False) -> str:
        """Return a code, a unit or another word that is looked up: full-width characters are folded."""
        return fold(self.text(name, required=required, most=64)).strip()

    def currency(self, name: str = "currency") -> str:
        """Return a currency's three capital letters; empty where it is not there."""
        found = self.code(name)
        if found and not _CURRENCY.fullmatch(found):
            self.report(name, "problem.import.currency", value=found)
        return found

    def figure(
        self,
        name: str,
        digits: int,
        high: Decimal,
        *,
        required: bool = False,
        low: Decimal | None = Decimal(0),
    ) -> Decimal | None:
        """Return a number with at most ``digits`` decimals, from ``low`` to ``high``; ``None`` if empty.

        Group signs and full-width digits are understood, arithmetic, brackets and currency signs are not.
        """
        shown = self.text(name, required=required)
        if not shown:
            return None
        is_stored = isinstance(self._cell(name), dict)
        value = self._figure(name, shown, "." if is_stored else self.options.decimal_sign)
        if value is None:
            return None
        if low is not None and value < low:
            self.report(name, "problem.import.negative", value=shown)
            return None
        if abs(value) > high:
            self.report(name, "problem.import.number_too_large", value=shown)
            return None
        if value != round(value, digits):
            self.report(name, "problem.import.decimals", value=shown, most=digits)
            return None
        return value

    def rate(self, name: str, *, required: bool = False) -> Decimal | None:
        """Return a rate as a fraction of 1: ``13%``, or a bare number where the mapping says which it is."""
        shown = fold(self.text(name, required=required)).strip()
        if not shown:
            return None
        is_stored = isinstance(self._cell(name), dict)
        value = self._figure(
            name, shown.removesuffix("%").rstrip(), "." if is_stored else self.options.decimal_sign
        )
        if value is None:
            return None
        is_percent = shown.endswith("%") or self.options.rates == "percent"
        if value and not is_percent and self.options.rates != "fraction":
            self.report(name, "problem.import.rate_ambiguous", value=shown)
            return None
        rate = value / _HUNDRED if is_percent else value
        if not 0 <= rate <= 1 or rate != round(rate, 6):
            self.report(name, "problem.import.rate", value=shown)
            return None
        return rate

    def day(self, name: str, *, required: bool = False) -> date | None:
        """Return a day; the year has four digits, and where day and month could be either, none is taken."""
        shown = self.text(name, required=required)
        if not shown:
            return None
        folded = fold(shown).strip()
        time = _TIME.search(folded)
        bare = folded[: time.start()] if time and time.end() == len(folded) else folded
        try:
            found = self._day(bare)
        except ValueError:
            self.report(name, "problem.import.date", value=shown)
            return None
        if found is None:
            self.report(name, "problem.import.date_ambiguous", value=shown)
        return found

    def report(self, name: str, code: str, **params: object) -> None:
        """Note a problem with a field of this row."""
        self.findings.append(self.finding(name, Problem(code, name, params)))

    def finding(self, name: str, problem: Problem) -> Finding:
        """Return a problem with the column and the value that it is about."""
        cell = self._cell(name)
        value = next(iter(cell.values()), "") if isinstance(cell, dict) else cell
        return Finding(name, self.column(name), value, problem)

    def column(self, name: str) -> str:
        """Return the name of a field's column in the file; the field's own where it has none."""
        place = self.layout.places.get(name)
        return name if place is None else self.header[place]

    def _cell(self, name: str) -> Cell:
        if name in self.layout.fixed:
            return self.layout.fixed[name]
        place = self.layout.places.get(name)
        return "" if place is None or place >= len(self.cells) else self.cells[place]

    def _figure(self, name: str, shown: str, decimal_sign: str) -> Decimal | None:
        """Return a figure exactly, or report it."""
        bare = fold(shown).strip()
        try:
            if not _NUMBER.fullmatch(bare):
                raise UserError("error.number.unreadable", text=shown)
            value, _ = evaluate(bare.lstrip("+-"), "," if decimal_sign == "," else ".")
        except UserError as fault:
            is_ambiguous = fault.code == "error.number.ambiguous"
            code = "problem.import.number_ambiguous" if is_ambiguous else "problem.import.number"
            self.report(name, code, value=shown)
            return None
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return -exact if bare.startswith("-") else exact

    def _day(self, bare: str) -> date | None:
        for form in (_YEAR_FIRST, _EIGHT_DIGITS, _CHINESE):
            match = form.fullmatch(bare)
            if match:
                return date(int(match[1]), int(match[3]), int(match[4]))
        match = _YEAR_LAST.fullmatch(bare)
        if match is None or self.options.date_order == "ymd":
            raise ValueError(bare)
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        order = self.options.date_order
        if not order and first <= 12 and second <= 12 and first != second:
            return None
        month_first = order == "mdy" or (not order and first <= 12)
        return date(year, first, second) if month_first else date(year, second, first)
