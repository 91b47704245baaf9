"""A small table of lines for the tests of tables and completion."""

from __future__ import annotations

from dataclasses import dataclass, replace

from orderdesk.ui.chips import Chip
from orderdesk.ui.completion import Completion, Suggestion, SuggestionColumn
from orderdesk.ui.editors import Edit
from orderdesk.ui.numbers import evaluate
from orderdesk.ui.tables.columns import Column, always
from orderdesk.ui.tables.rows_model import RowsModel


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    code: str = ""
    name: str = ""
    quantity: str = ""
    note: str = ""
    state: str = "draft"


COLUMNS = (
    Column(
        "code", "ui.keys.key", lambda row: row.code, kind="code", width=120, editable=always, enter_stop=True
    ),
    Column("name", "ui.keys.action", lambda row: row.name, stretches=True),
    Column(
        "quantity",
        "ui.action.edit",
        lambda row: row.quantity,
        kind="number",
        width=80,
        editable=always,
        enter_stop=True,
        check=lambda _row, text: not text or evaluate(text) is not None,
    ),
    Column("note", "ui.action.find", lambda row: row.note, width=120, editable=always),
    Column(
        "state", "", lambda row: row.state, width=110, chip=lambda row: Chip(row.state, row.state.title())
    ),
)

ITEMS = (
    ("A105", "Oak table 140"),
    ("A107", "Oak table 180"),
    ("B210", "Chair, walnut"),
    ("C330", "Oak oil 1 l"),
)

SUGGESTION_COLUMNS = (SuggestionColumn(90, "code"), SuggestionColumn(200))


def search(text: str) -> list[Suggestion]:
    wanted = text.lower()
    if not wanted:
        return [Suggestion(code, (code, name)) for code, name in ITEMS]
    found = [
        Suggestion(code, (code, name), is_exact=code.lower() == wanted)
        for code, name in ITEMS
        if wanted in code.lower() or wanted in name.lower()
    ]
    if not found and wanted == "b2i0":
        return [Suggestion("B210", ("B210", "Chair, walnut"), is_lookalike=True)]
    return found


def complete(editor: Edit, column: Column) -> Completion | None:
    return Completion(editor, search, SUGGESTION_COLUMNS, takes_enter=False) if column.key == "code" else None


def lines(count: int) -> tuple[Line, ...]:
    return tuple(Line(at, f"X{at}", f"Item {at}", str(at * 10)) for at in range(1, count + 1))


class Sheet:
    """Keeps the lines and applies what the model tells, as a presenter would."""

    def __init__(self, model: RowsModel, rows: tuple[Line, ...]) -> None:
        self.model = model
        self.rows = rows
        self.edits: list[tuple[int, str, object]] = []
        model.show_rows(rows)
        model.edited.connect(self.take)

    def take(self, row: int, key: str, value: object) -> None:
        self.edits.append((row, key, value))
        changed = replace(self.rows[row], **{key: str(value)})  # type: ignore[arg-type] # one of the fields
        self.rows = (*self.rows[:row], changed, *self.rows[row + 1 :])
        self.model.show_rows(self.rows)

    def add_line(self, _path: str = "") -> None:
        self.rows = (*self.rows, Line(len(self.rows) + 1))
        self.model.show_rows(self.rows)
