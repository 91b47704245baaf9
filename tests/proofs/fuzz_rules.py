"""What proof P18 feeds to the rules: cells and formulas of three languages, and rule files of four formats.

A file that is taken decides, too, is checked, and comes back the same when it is written and read again.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, unescape

from orderdesk.errors import UserError
from orderdesk.intake.rules.deciding import Model, decide, json_text, read_model
from orderdesk.intake.rules.workbook import read_workbook, write_workbook
from orderdesk.rules.cell_words import spoken, written
from orderdesk.rules.cells import FACT_TYPES, MEASURED, CellError, FactType, read_cell
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.feel.language import INPUT, expression, unary_tests
from orderdesk.rules.foreign import LanguageError
from orderdesk.rules.formulas import NUMBER, FormulaError, read_formula
from orderdesk.rules.table_checks import check_table
from orderdesk.rules.table_text import table_text
from orderdesk.rules.tables import read_table
from orderdesk.rules.zen.functions import ZenFailure
from orderdesk.rules.zen.language import standard, unary
from tests.proofs.fuzz_messages import changed_message, json_or_bytes
from tests.proofs.fuzzing import Target, mutated, text_of
from tests.rules.test_feel import RULES, dmn
from tests.rules.test_table_text import WHOLE
from tests.rules.test_zen import ROWS, table

TODAY = date(2026, 3, 9)
FILES = 10_000  # of each format at full size
_KINDS: tuple[FactType, ...] = tuple(sorted(FACT_TYPES))  # type: ignore[arg-type] # they are all there are
_FACTS: Mapping[str, Any] = {
    "x": Decimal(2), "y": "a", "a": Decimal(6), "b": "x", "name": "vip", "day": "2026-03-31", "none": None,
    "deep": {"er": Decimal(7), "list": [Decimal(1), "x"]}, "yes": True,
}  # fmt: skip
_VALUES: Mapping[str, tuple[object, ...]] = {
    "money": (30_000, "12.5", None), "quantity": (3, "0.5", None), "number": (1, Decimal("-2.5"), None),
    "percent": ("0.04", 0, None), "date": ("2026-03-09", "2026-12-31", None), "yes_no": (True, False, None),
    "set": (["a", "custom"], [], None),
}  # fmt: skip
_CELLS = (
    "<= 30000", "> 20000 CNY", "4 .. 8 %", "4 <..< 8", "in A, B", "not in vip, a", 'in "Smith, Ltd", B',
    "contains tea",
    "starts with A1", "empty", "any", "= yes",
    "是", "包含 茶", "3/15 .. 3/31", "> t+7", "<> vip", ">= 2026-03-01",
)  # fmt: skip
_FORMULAS = ("list * 0.95", "min(list, 10) + 2", "round(list / 3, 0.5)", "max(list - 1, 0)", "-list")
_FEEL = (
    "<5,>10", "[1..5]", "not(1, 2)", '"a","b"', "> Age * 2", "? > 3 and ? < 6", 'date("2026-03-31")',
    '>= duration("P1D")',
    'contains(?, "x")', "Customer.tier", "-", "null",
)  # fmt: skip
_ZEN = (
    "a + b * 2", "> 5", "'x', 'y'", "[1..5)", "a not in [1..5)", "deep.list[1]", "x ?? 3", "len(name) > 2",
    "date(day) + duration('1d')", "startsWith($, 'v')", "not yes or a == null", "contains(deep.list, 2)",
)  # fmt: skip


def rule_targets(folder: Path) -> Iterator[Target]:
    """Yield every parser of rules; files are written into ``folder``."""
    yield Target("rule_cell", _seeds(_CELLS), _cell, 2)
    yield Target("rule_formula", _seeds(_FORMULAS), _formula, 2)
    yield Target("rule_feel", _seeds(_FEEL), _feel, 4)
    yield Target("rule_zen", _seeds(_ZEN), _zen, 4)
    yield Target("rule_json", (_json(WHOLE),), _file, 6, json_or_bytes, FILES)
    yield Target("rule_dmn", tuple(_models()), _file, 6, changed_xml, FILES)
    yield Target("rule_jdm", (_json(_jdm("first")), _json(_jdm("collect"))), _file, 6, json_or_bytes, FILES)
    yield Target("rule_xlsx", (_json(WHOLE),), Workbooks(folder).run, 60, changed_message, FILES)


def _seeds(texts: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts)


def _json(source: object) -> bytes:
    return json.dumps(source, ensure_ascii=False).encode()


# ── what one cell says ───────────────────────────────────────────────────────────────────────────────────


def _cell(data: bytes) -> object:
    """Read a cell of each type as it stands in a file, and as somebody types it in either language."""
    text, found = text_of(data), []
    for kind in _KINDS:
        measure = "CNY" if kind in MEASURED else ""
        for is_typed in (False, True):
            try:
                shown = written(text, kind, measure, TODAY) if is_typed else text
                cell = read_cell(shown, kind, measure=measure)
            except CellError as refusal:
                found.append(refusal.reason)
                continue
            for language in ("en", "zh"):
                said = written(spoken(cell.text, language, kind), kind, measure, TODAY)
                again = read_cell(said, kind, measure=measure)
                assert replace(again, text="") == replace(cell, text=""), said
            found.append(cell.kind)
    return sorted(set(found))


def _formula(data: bytes) -> object:
    try:
        formula = read_formula(text_of(data), {"list": NUMBER})
        return formula.compute({"list": Decimal("142.35")}).is_finite()
    except FormulaError as refusal:
        return refusal.reason


def _feel(data: bytes) -> object:
    scope: dict[str, object] = {"Age": Decimal(18), "Customer": {"tier": "vip"}, "nothing": None}
    return _said(
        text_of(data),
        (unary_tests, expression),
        [{**scope, INPUT: value} for value in (Decimal(5), "x", None, TODAY, timedelta(1), [Decimal(1)])],
    )


def _zen(data: bytes) -> object:
    values = (Decimal(6), "vip", None, True, [Decimal(1), "x"], {"er": Decimal(2)})
    return _said(text_of(data), (unary, standard), [(dict(_FACTS), value) for value in values])


def _said(text: str, languages: tuple[Callable[[str], Any], ...], scopes: list[Any]) -> object:
    """Return what a text means in each language, with each of some facts, by the kinds of the answers."""
    found = set()
    for read in languages:
        try:
            run = read(text)
        except LanguageError as refusal:
            found.add(refusal.reason)
            continue
        for scope in scopes:
            try:
                found.add(type(run(scope)).__name__)
            except ZenFailure:
                found.add("no value")
    return sorted(found)


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────


def _file(data: bytes) -> object:
    model = read_model(data, "fuzzed")
    if isinstance(model, DecisionTable):
        assert read_table(json.loads(table_text(model), parse_float=Decimal)) == model
    return _decided(model)


def _decided(model: Model) -> object:
    """Return what a model answers to facts of every kind, as codes and counts; JSON comes out of each."""
    found = set()
    if isinstance(model, DecisionTable):
        found.add(f"{len(check_table(model))} checks")
    for turn in range(3):
        facts = _facts_of(model, turn) if isinstance(model, DecisionTable) else dict(_FACTS)
        try:
            answer = decide(model, facts)
        except UserError as refusal:
            found.add(refusal.code)
            continue
        json.loads(json_text(answer.output))
        found.add(f"{len(answer.rows)} rows")
    return sorted(found)


def _facts_of(model: DecisionTable, turn: int) -> dict[str, object]:
    plain = ("vip", "Smith, Ltd", None)
    return {column.fact: _VALUES.get(column.type, plain)[turn % 3] for column in (*model.inputs, *model.uses)}


class Workbooks:
    """Workbooks of a table whose JSON was made wrong first: each that can be written is read back."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "rules.xlsx"

    def run(self, data: bytes) -> object:
        """Return what the workbook of a table is, or of the table's parts put into cells as they are."""
        source = json.loads(data)
        try:
            made = read_table(source)
        except UserError:
            self._put(source)
            return _decided(read_workbook(self._path))
        write_workbook(self._path, made)
        kept = self._path.read_bytes()
        again = read_workbook(self._path)
        assert again == made
        assert self._path.read_bytes() == kept
        return _decided(again)

    def _put(self, source: dict[str, Any]) -> None:
        """Write what no table is, as somebody's hand may have left it in a workbook."""
        import openpyxl

        workbook = openpyxl.Workbook()
        grid, frame = workbook.active, workbook.create_sheet("table")
        assert grid is not None
        grid.title = "rules"
        rows = source.get("rows")
        for row in rows if isinstance(rows, list) else [rows]:
            when = row.get("when") if isinstance(row, dict) else row
            cells = when if isinstance(when, dict) else {"amount": when}
            grid.append([f"when {_plain(name)}" for name in cells] or ["then"])
            grid.append([_plain(value) for value in cells.values()])
        for key, value in source.items():
            frame.append([_plain(key), _plain(json.dumps(value))])
        workbook.save(self._path)


def _plain(value: object) -> object:
    """Return a value as a cell of a workbook can hold it."""
    if isinstance(value, (int, float)) and abs(value) < 1e15:
        return value
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "?", str(value))
    return text[:2_000].lstrip("=")


def _models() -> Iterator[bytes]:
    yield dmn(RULES)
    yield dmn(RULES, "COLLECT", table='aggregation="SUM"')
    yield dmn(RULES, "OUTPUT ORDER", (("", "7, 2, 1", ""),))
    yield dmn([("[1..5]", 'not("a")', "x * 2")], "FIRST", (("", "", "0"),))


def _jdm(policy: str) -> dict[str, Any]:
    tables = table(ROWS, policy), table([("> 1", "", "'big'")], key="two")
    keys = ["in", "t", "two", "out"]
    return {
        "nodes": [{"id": "in", "type": "inputNode"}, *tables, {"id": "out", "type": "outputNode"}],
        "edges": [{"sourceId": start, "targetId": end} for start, end in pairwise(keys)],
    }


def changed_xml(chance: random.Random, data: bytes) -> bytes:
    """Return XML with one of its texts changed, so that it stays well-formed; at times with any byte."""
    text = text_of(data)
    places = list(re.finditer(r"(?<=<text>)[^<]*(?=</text>)|(?<=\")[^\"<>]*(?=\")", text))
    if not places or chance.random() < 0.3:
        return mutated(chance, data)
    place = chance.choice(places)
    other = unescape(chance.choice(places).group()).encode("utf-8", "surrogatepass")
    made = text_of(mutated(chance, unescape(place.group()).encode("utf-8", "surrogatepass"), other))
    return (text[: place.start()] + escape(made, {'"': "&quot;"}) + text[place.end() :]).encode(
        "utf-8", "surrogatepass"
    )
