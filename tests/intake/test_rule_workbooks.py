"""A rule table out to a workbook and in again: nothing is lost, and rubbish gives typed errors."""

from __future__ import annotations

import random
from pathlib import Path

import openpyxl
import pytest

from orderdesk.errors import OrderDeskError, UserError
from orderdesk.intake.rules.workbook import read_workbook, write_workbook
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.tables import read_table
from tests.rules.table_support import made
from tests.rules.test_table_text import WHOLE


def strange() -> DecisionTable:
    """Return a table whose texts are what spreadsheets like to change."""
    texts = [
        "=1+1",
        "",
        " a ",
        "json:5",
        "_x000D_",
        "a\r\nb\x07",
        "00123",
        "1e5",
        "@x",
        '"q"',
        "TRUE",
        "2026-03-31",
    ]
    rows = [(f"= {n}", text) for n, text in enumerate(texts)]
    return made([{"fact": "x", "type": "number"}], [*rows, ("= 99", None)], "COLLECT")


@pytest.mark.parametrize("table", [read_table(WHOLE), strange()])
def test_a_table_comes_back_as_it_went(table: DecisionTable, tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    write_workbook(path, table)
    assert read_workbook(path) == table


def test_what_somebody_types_into_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    write_workbook(path, made([{"fact": "x", "type": "number"}], [("> 1", "a")], "COLLECT"))
    workbook = openpyxl.load_workbook(path)
    workbook["rules"].append(["<= 0.1", 5, "why"])
    workbook["rules"].append([7.25, "b"])
    workbook["rules"].append(["soon", "b"])
    workbook.save(path)
    with pytest.raises(UserError) as caught:
        read_workbook(path)
    assert [(one.code, one.path) for one in caught.value.problems] == [
        ("problem.table.cell.number", "rows[3].x")
    ]
    workbook["rules"].delete_rows(5)
    workbook.save(path)
    table = read_workbook(path)
    assert [(row.cells[0].text, row.then["answer"], row.note) for row in table.rows] == [
        ("> 1", "a", ""),
        ("<= 0.1", "5", "why"),
        ("7.25", "b", ""),
    ]


def test_damaged_workbooks_give_typed_errors_only(tmp_path: Path) -> None:
    path, chance = tmp_path / "table.xlsx", random.Random(7)  # a test
    write_workbook(path, read_table(WHOLE))
    whole = path.read_bytes()
    refused = 0
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(1, 20)] = chance.randbytes(chance.randint(0, 20))
        path.write_bytes(content)
        try:
            read_workbook(path)
        except OrderDeskError:
            refused += 1
    assert refused > 100
    path.write_bytes(b"x")
    with pytest.raises(UserError):
        read_workbook(path)
