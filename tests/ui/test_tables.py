"""Tables: rows that stay where they are, editors that lose nothing, paths that Enter and Tab walk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from orderdesk.ui.editors import Edit
from orderdesk.ui.language import language
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from tests.support.windows import commit, compose, focused, press, show, type_text
from tests.ui.rows import COLUMNS, Line, Sheet, complete, lines

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A window with one grid, and the lines behind it."""

    def __init__(self, qtbot, rows: tuple[Line, ...], *, whole_rows: bool = False) -> None:
        self.window = QMainWindow()
        self.window.resize(800, 400)
        self.model = RowsModel(COLUMNS, numbered=True)
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.sheet = Sheet(self.model, rows)
        self.grid = GridView(self.model, self.window, name="lines", whole_rows=whole_rows)
        self.grid.complete = complete
        self.window.setCentralWidget(self.grid)
        show(qtbot, self.window)
        self.grid.setFocus()

    @property
    def editor(self) -> Edit:
        editor = self.grid.editor()
        assert editor is not None
        return editor

    @property
    def cell(self) -> tuple[int, str]:
        return self.grid.current_row(), self.grid.current_key()


@pytest.fixture
def desk(qtbot) -> Desk:
    desk = Desk(qtbot, lines(3))
    desk.grid.go_to(0, "code")
    return desk


# the model


def test_the_model_keeps_qts_rules(qtbot, qtmodeltester) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(lines(4))
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    "after",
    [
        (),
        (1, 2, 3, 4, 5),
        (2, 3),
        (1, 3),
        (1, 2),
        (9, 1, 2, 3),
        (1, 9, 2, 3),
        (3, 2, 1),
        (7, 8),
        (1, 8, 9, 3),
    ],
)
def test_any_rows_can_follow_any_rows_without_a_reset(qtbot, after: tuple[int, ...]) -> None:
    model = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(lines(3))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    rows = tuple(Line(at, f"new {at}") for at in after)
    model.show_rows(rows)
    assert model.rows == rows
    assert [model.index(at, 0).data() for at in range(model.rowCount())] == [row.code for row in rows]
    assert resets == []
    assert tester.model() is model


def test_equal_rows_tell_nothing(qtbot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(lines(3))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_rows(lines(3))


def test_only_the_changed_row_is_told(qtbot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(lines(3))
    rows = (*lines(3)[:1], Line(2, "other"), *lines(3)[2:])
    with qtbot.waitSignal(model.dataChanged) as told:
        model.show_rows(rows)
    assert (told.args[0].row(), told.args[1].row()) == (1, 1)


def test_a_row_keeps_its_index_when_one_comes_before_it(qtbot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(lines(3))
    kept = QPersistentModelIndex(model.index(1, 0))
    model.show_rows((Line(9), *lines(3)))
    assert kept.row() == 2


def test_an_edit_leaves_as_a_signal_and_changes_nothing_here(qtbot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(lines(1))
    with qtbot.waitSignal(model.edited) as told:
        assert model.setData(model.index(0, 2), "24")
    assert told.args == [0, "quantity", "24"]
    assert model.rows == lines(1)


def test_a_cell_that_cannot_be_edited_takes_nothing(qtbot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(lines(1))
    with qtbot.assertNotEmitted(model.edited):
        assert not model.setData(model.index(0, 1), "x")


def test_headers_follow_the_language(qtbot) -> None:
    model = RowsModel(COLUMNS)
    english = model.headerData(0, Qt.Orientation.Horizontal)
    with qtbot.waitSignal(model.headerDataChanged):
        language().switch_to("zh")
    assert (english, model.headerData(0, Qt.Orientation.Horizontal)) == ("Key", "按键")


def test_a_screen_reader_hears_line_column_and_value(qtbot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(lines(2))
    assert model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Line 2, Edit, 20"
    assert model.index(1, 4).data(Qt.ItemDataRole.AccessibleTextRole) == "Line 2, Draft"


def test_figures_stand_right(qtbot) -> None:
    model = RowsModel(COLUMNS)
    model.show_rows(lines(1))
    right = Qt.AlignmentFlag.AlignRight
    assert model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) & right
    assert model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) & right


# typing


def test_typing_starts_editing_and_replaces(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("24")
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == [(0, "quantity", "24")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_walks_code_quantity_next_line(desk: Desk, key: Qt.Key) -> None:
    walked = [desk.cell]
    for _ in range(4):
        press(key)
        walked.append(desk.cell)
    assert walked == [(0, "code"), (0, "quantity"), (1, "code"), (1, "quantity"), (2, "code")]


def test_shift_enter_walks_back(desk: Desk) -> None:
    desk.grid.go_to(1, "code")
    press(Qt.Key.Key_Return, SHIFT)
    assert desk.cell == (0, "quantity")


def test_tab_walks_every_cell_that_can_be_typed_into(desk: Desk) -> None:
    walked = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        walked.append(desk.cell)
    press(Qt.Key.Key_Backtab, SHIFT)
    assert walked == [(0, "quantity"), (0, "note"), (1, "code")]
    assert desk.cell == (0, "note")


def test_past_the_last_stop_the_owner_is_told(qtbot, desk: Desk) -> None:
    desk.grid.go_to(2, "quantity")
    with qtbot.waitSignal(desk.grid.past_end) as told:
        press(Qt.Key.Key_Return)
    assert told.args == ["enter"]


class Between(Desk):
    """A grid with a box before and one after it."""

    def __init__(self, qtbot) -> None:
        super().__init__(qtbot, lines(2))
        self.window.takeCentralWidget()
        page = QWidget()
        column = QVBoxLayout(page)
        self.before, self.after = QLineEdit(), QLineEdit()
        for part in (self.before, self.grid, self.after):
            column.addWidget(part)
        self.window.setCentralWidget(page)
        self.grid.show()
        page.show()
        self.grid.setFocus()


def test_tab_past_the_last_stop_leaves_the_grid(qtbot) -> None:
    desk = Between(qtbot)
    desk.grid.go_to(1, "note")
    press(Qt.Key.Key_Tab)
    assert focused() is desk.after
    assert desk.cell == (1, "note")


def test_tab_in_the_last_editor_commits_and_leaves_the_grid(qtbot) -> None:
    desk = Between(qtbot)
    desk.grid.go_to(1, "note")
    type_text("soon")
    press(Qt.Key.Key_Tab)
    assert focused() is desk.after
    assert desk.sheet.rows[1].note == "soon"


def test_shift_tab_before_the_first_stop_leaves_the_grid(qtbot) -> None:
    desk = Between(qtbot)
    desk.grid.go_to(0, "code")
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focused() is desk.before


def test_a_grid_whose_owner_knows_what_lies_past_its_ends_holds_tab(qtbot) -> None:
    desk = Between(qtbot)
    desk.grid.holds_tab = True
    desk.grid.go_to(1, "note")
    with qtbot.waitSignal(desk.grid.past_end) as told:
        press(Qt.Key.Key_Tab)
    assert told.args == ["tab"]
    assert focused() is desk.grid


def test_the_path_can_be_replaced(desk: Desk) -> None:
    desk.grid.next_stop = lambda row, column, backwards, path: (2, 3)
    press(Qt.Key.Key_Return)
    assert desk.cell == (2, "note")


def test_enter_in_an_editor_commits_and_walks_on(desk: Desk) -> None:
    type_text("a105")
    press(Qt.Key.Key_Enter)
    assert desk.sheet.edits == [(0, "code", "A105")]
    assert desk.cell == (0, "quantity")
    assert desk.grid.hasFocus()


def test_tab_in_an_editor_commits_and_walks_on(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("7")
    press(Qt.Key.Key_Tab)
    assert desk.sheet.edits == [(0, "quantity", "7")]
    assert desk.cell == (0, "note")


def test_up_and_down_in_an_editor_commit_and_change_the_row(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("7")
    press(Qt.Key.Key_Down)
    assert desk.sheet.edits == [(0, "quantity", "7")]
    assert desk.cell == (1, "quantity")


def test_f2_edits_in_place(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    press(Qt.Key.Key_F2)
    type_text("5")
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == [(0, "quantity", "105")]


def test_f2_in_an_open_editor_moves_the_caret_to_the_end(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("24")
    press(Qt.Key.Key_Home)
    desk.grid.open_editor()
    type_text("5")
    assert desk.editor.text() == "245"


def test_the_list_of_a_cell_opens_on_request(desk: Desk) -> None:
    assert desk.grid.open_list()
    completion = desk.grid.completion_of(desk.editor)
    assert completion is not None
    assert not completion.is_open  # nothing is like "X1"
    type_text("oak")
    press(Qt.Key.Key_Down)
    assert completion.is_open
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == [(0, "code", "A105")]
    desk.grid.go_to(0, "note")
    assert not desk.grid.open_list()


def test_escape_gives_back_what_stood_there(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("99")
    press(Qt.Key.Key_Escape)
    assert desk.sheet.edits == []
    assert desk.grid.editor() is None
    assert desk.cell == (0, "quantity")
    assert desk.model.rows == lines(3)


def test_escape_closes_the_list_first(qtbot, desk: Desk) -> None:
    type_text("oak")
    completion = desk.grid.completion_of(desk.editor)
    assert completion is not None
    qtbot.waitUntil(lambda: completion.is_open)
    press(Qt.Key.Key_Escape)
    assert not completion.is_open
    assert desk.editor.text() == "oak"


def test_an_unchanged_cell_tells_nothing(desk: Desk) -> None:
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == []
    assert desk.cell == (0, "quantity")


def test_a_text_that_cannot_be_taken_keeps_the_editor_open(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("1x")
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == []
    assert desk.editor.text() == "1x"
    assert desk.editor.property("problem") == "block"


def test_an_unknown_code_stays_and_is_told(qtbot, desk: Desk) -> None:
    type_text("zzz")
    with qtbot.waitSignal(desk.grid.unresolved) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [0, "code", "zzz", 0]
    assert desk.editor.text() == "zzz"
    assert desk.sheet.edits == []


def test_the_owner_may_take_a_text_that_is_no_suggestion(desk: Desk) -> None:
    desk.grid.takes_unresolved = lambda row, key, text: "*" in text
    type_text("A105*12")
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == [(0, "code", "A105*12")]


def test_an_open_editor_is_handed_over_before_the_draft_is_read(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("24")
    assert desk.grid.finish_editing()
    assert desk.sheet.rows[0].quantity == "24"


def test_finishing_with_a_bad_text_says_no(desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("1x")
    assert not desk.grid.finish_editing()
    assert desk.editor.text() == "1x"


def test_leaving_the_grid_hands_over_an_open_editor(qtbot, desk: Desk) -> None:
    desk.grid.go_to(0, "quantity")
    type_text("24")
    desk.grid.setFocus()
    assert desk.sheet.edits == [(0, "quantity", "24")]


def test_rows_that_change_under_an_open_editor_take_nothing_away(desk: Desk) -> None:
    desk.grid.go_to(1, "quantity")
    type_text("24")
    changed = tuple(Line(row.id, row.code, row.name + " priced", row.quantity) for row in lines(3))
    desk.model.show_rows((Line(9, "first"), *changed, Line(10)))
    assert desk.editor.text() == "24"
    desk.sheet.rows = desk.model.rows
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == [(2, "quantity", "24")]


def test_a_fast_session_books_every_line(desk: Desk) -> None:
    desk.sheet.rows = (Line(1),)
    desk.model.show_rows(desk.sheet.rows)
    desk.grid.past_end.connect(desk.sheet.add_line)
    desk.grid.past_end.connect(lambda path: desk.grid.go_to(len(desk.sheet.rows) - 1, "code"))
    desk.grid.go_to(0, "code")
    for code, quantity in (("a105", "12"), ("chair", "48"), ("C330", "6"), ("oak o", "3")):
        type_text(code)
        press(Qt.Key.Key_Return)
        type_text(quantity)
        press(Qt.Key.Key_Return)
    booked = [(row.code, row.quantity) for row in desk.sheet.rows]
    assert booked == [("A105", "12"), ("B210", "48"), ("C330", "6"), ("C330", "3"), ("", "")]


def test_a_shortcut_works_while_an_editor_is_open(desk: Desk) -> None:
    heard: list[str] = []
    QShortcut(QKeySequence("F9"), desk.window).activated.connect(lambda: heard.append("F9"))
    type_text("oak")
    press(Qt.Key.Key_F9)
    assert heard == ["F9"]
    assert desk.editor.text() == "oak"


# the input method


def test_a_code_column_refuses_the_input_method_and_a_text_column_does_not(desk: Desk) -> None:
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not desk.grid.testAttribute(enabled)
    desk.grid.go_to(0, "note")
    assert desk.grid.testAttribute(enabled)
    desk.grid.go_to(0, "quantity")
    assert not desk.grid.testAttribute(enabled)


def test_chinese_is_composed_in_a_text_cell(desk: Desk) -> None:
    desk.grid.go_to(0, "note")
    compose("jiaji")
    assert desk.editor.is_composing
    press(Qt.Key.Key_Return)
    assert desk.cell == (0, "note")
    commit("加急")
    QApplication.processEvents()
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == [(0, "note", "加急")]


def test_a_composition_given_up_leaves_what_stood_in_the_cell(desk: Desk) -> None:
    desk.grid.go_to(0, "note")
    commit("加急")
    press(Qt.Key.Key_Escape)
    desk.model.show_rows((Line(1, note="stood here"),))
    desk.grid.go_to(0, "note")
    compose("jiaji")
    compose("")
    assert desk.editor.text() == "stood here"
    QApplication.processEvents()
    press(Qt.Key.Key_Return)
    assert desk.sheet.edits == []


def test_escape_while_composing_does_not_close_the_editor(desk: Desk) -> None:
    desk.grid.go_to(0, "note")
    compose("jiaji")
    press(Qt.Key.Key_Escape)
    assert desk.grid.editor() is not None


# lists


@pytest.fixture
def inbox(qtbot) -> Desk:
    desk = Desk(qtbot, lines(3), whole_rows=True)
    desk.grid.complete = None
    desk.grid.setEditTriggers(GridView.EditTrigger.NoEditTriggers)
    desk.grid.set_letter_actions(
        ("inbox.approve", "inbox.refuse", "inbox.send_back", "inbox.open", "undo", "help.keys")
    )
    return desk


@pytest.mark.parametrize(
    ("key", "modifiers", "action_id"),
    [
        ("a", Qt.KeyboardModifier.NoModifier, "inbox.approve"),
        ("r", Qt.KeyboardModifier.NoModifier, "inbox.send_back"),
        ("R", SHIFT, "inbox.refuse"),
        ("z", Qt.KeyboardModifier.NoModifier, "undo"),
        ("?", SHIFT, "help.keys"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "inbox.open"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "inbox.open"),
    ],
)
def test_single_letters_act_in_a_list(qtbot, inbox: Desk, key, modifiers, action_id: str) -> None:
    with qtbot.waitSignal(inbox.grid.action_keyed) as told:
        qtbot.keyClick(focused(), key, modifiers)
    assert told.args == [action_id]


@pytest.mark.parametrize(
    ("key", "modifiers"), [("j", Qt.KeyboardModifier.NoModifier), ("a", Qt.KeyboardModifier.ControlModifier)]
)
def test_other_keys_do_not(qtbot, inbox: Desk, key, modifiers) -> None:
    with qtbot.assertNotEmitted(inbox.grid.action_keyed):
        qtbot.keyClick(focused(), key, modifiers)


def test_home_and_end_go_to_the_first_and_last_row_of_a_list(inbox: Desk) -> None:
    inbox.grid.go_to(1)
    press(Qt.Key.Key_End)
    assert inbox.grid.current_row() == 2
    press(Qt.Key.Key_Home)
    assert inbox.grid.current_row() == 0


def test_a_list_refuses_the_input_method(qtbot) -> None:
    model = RowsModel((COLUMNS[1],))
    model.show_rows(lines(2))
    window = QMainWindow()
    grid = GridView(model, window, name="list", whole_rows=True)
    window.setCentralWidget(grid)
    show(qtbot, window)
    grid.setFocus()
    assert not grid.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert grid.current_row() == 0


def test_a_list_lets_tab_leave_it(qtbot) -> None:
    model = RowsModel((COLUMNS[1],))
    model.show_rows(lines(2))
    window = QWidget()
    column = QVBoxLayout(window)
    grid, box = GridView(model, window, name="list", whole_rows=True), QLineEdit()
    column.addWidget(grid)
    column.addWidget(box)
    show(qtbot, window)
    grid.setFocus()
    press(Qt.Key.Key_Tab)
    assert box.hasFocus()


def test_the_editor_fills_its_cell(desk: Desk) -> None:
    type_text("a")
    editor = desk.editor
    cell = desk.grid.visualRect(desk.grid.currentIndex())
    assert (editor.height(), editor.width()) == (cell.height(), cell.width())


def test_the_current_cell_has_a_ring_of_two_pixels(desk: Desk) -> None:
    from orderdesk.ui.tokens import tokens

    image = desk.grid.viewport().grab().toImage()
    cell = desk.grid.visualRect(desk.grid.currentIndex())
    ring = tokens("light").colours["focus"].lower()
    column = [image.pixelColor(cell.center().x() + 30, cell.top() + y).name() for y in range(3)]
    assert column == [ring, ring, tokens("light").colours["select"].lower()]
