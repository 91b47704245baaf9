"""Typed text is the truth: what is in the box when Enter comes decides, whatever the list shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QTableView, QVBoxLayout, QWidget

from orderdesk.ui.completion import MAX_SHOWN, Completion, CompletionPopup, Suggestion
from orderdesk.ui.editors import CodeEdit, TextEdit
from tests.support.windows import child, commit, compose, press, show, type_text
from tests.ui.rows import SUGGESTION_COLUMNS, search


class Heard(QObject):
    def __init__(self, completion: Completion) -> None:
        super().__init__()
        self.chosen: list[object] = []
        self.unresolved: list[tuple[str, int]] = []
        completion.chosen.connect(self.chosen.append)
        completion.unresolved.connect(lambda text, matches: self.unresolved.append((text, matches)))


class Form:
    def __init__(self, qtbot, box=None, find=search, top: int = 20) -> None:
        self.window = QWidget()
        self.window.resize(700, 400)
        column = QVBoxLayout(self.window)
        self.box = box if box is not None else CodeEdit()
        column.addSpacing(top)
        column.addWidget(self.box)
        column.addStretch(1)
        self.completion = Completion(self.box, find, SUGGESTION_COLUMNS)
        self.heard = Heard(self.completion)
        show(qtbot, self.window)
        self.box.setFocus()
        self.qtbot = qtbot

    def wait_open(self) -> CompletionPopup:
        self.qtbot.waitUntil(lambda: self.completion.is_open)
        return child(self.window, CompletionPopup)


@pytest.fixture
def form(qtbot) -> Form:
    return Form(qtbot)


def test_the_list_opens_on_the_first_character(form: Form) -> None:
    type_text("o")
    assert form.wait_open().isVisible()
    assert form.box.hasFocus()
    assert form.box.text() == "o"


def test_an_exact_code_is_taken_among_several_matches(qtbot) -> None:
    def find(text: str) -> list[Suggestion]:
        return [
            Suggestion(code, (code,), is_exact=code == text)
            for code in ("A10", "A105", "A107")
            if text in code
        ]

    form = Form(qtbot, find=find)
    type_text("A10")
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == ["A10"]


def test_the_only_match_is_taken(form: Form) -> None:
    type_text("chair")
    press(Qt.Key.Key_Enter)
    assert form.heard.chosen == ["B210"]
    assert not form.completion.is_open


def test_several_matches_are_not_guessed(form: Form) -> None:
    type_text("oak")
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == []
    assert form.heard.unresolved == [("oak", 3)]
    assert form.completion.is_open
    assert form.box.text() == "oak"


def test_down_and_enter_take_the_first_row(form: Form) -> None:
    type_text("oak")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == ["A105"]


def test_down_down_up_and_enter_take_the_first_row(form: Form) -> None:
    type_text("oak")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        press(key)
    assert form.heard.chosen == ["A105"]


def test_moving_never_writes_into_the_box(form: Form) -> None:
    type_text("oak")
    form.wait_open()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert form.box.text() == "oak"


def test_a_letter_after_moving_makes_the_text_the_truth_again(form: Form) -> None:
    type_text("oak")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    type_text(" o")
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == ["C330"]


def test_a_text_that_the_program_put_in_makes_the_list_forget_its_row(form: Form) -> None:
    type_text("oak")
    press(Qt.Key.Key_Down)
    form.box.setText("chair")
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == ["B210"]


def test_no_row_is_marked_that_enter_would_not_take(form: Form) -> None:
    type_text("oak")
    assert form.wait_open().current_row() == -1
    type_text(" o")
    form.qtbot.waitUntil(lambda: form.wait_open().current_row() == 0)


def test_a_lookalike_is_shown_and_never_taken_by_itself(form: Form) -> None:
    type_text("B2I0")
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == []
    assert form.heard.unresolved == [("B2I0", 1)]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == ["B210"]


def test_an_unknown_text_stays(form: Form) -> None:
    type_text("zzz")
    press(Qt.Key.Key_Return)
    assert form.heard.unresolved == [("zzz", 0)]
    assert form.box.text() == "zzz"


def test_escape_closes_the_list_and_keeps_the_text(form: Form) -> None:
    type_text("oak")
    form.wait_open()
    press(Qt.Key.Key_Escape)
    assert not form.completion.is_open
    assert form.box.text() == "oak"


def test_enter_in_an_empty_box_is_the_boxs_own(form: Form) -> None:
    heard: list[bool] = []
    form.box.enter_pressed.connect(heard.append)
    press(Qt.Key.Key_Return)
    assert heard == [False]
    assert form.heard.unresolved == []


def test_f4_opens_the_whole_list(form: Form) -> None:
    press(Qt.Key.Key_F4)
    assert form.completion.is_open


def test_a_burst_asks_once_before_enter_and_once_at_it(qtbot) -> None:
    asked: list[str] = []

    def find(text: str) -> list[Suggestion]:
        asked.append(text)
        return search(text)

    form = Form(qtbot, find=find)
    type_text("A105")
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == ["A105"]
    assert asked == ["A105"]


def test_forty_scans_in_a_row_are_forty_right_records(form: Form) -> None:
    wanted = ["A105", "A107", "B210", "C330"] * 10
    for code in wanted:
        type_text(code.lower())
        press(Qt.Key.Key_Return)
        form.box.clear()
    assert form.heard.chosen == wanted
    assert form.heard.unresolved == []


def test_while_composing_nothing_is_accepted(qtbot) -> None:
    form = Form(qtbot, box=TextEdit())
    type_text("chair")
    compose("yizi")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    assert form.heard.chosen == []
    assert form.heard.unresolved == []


def test_the_enter_that_echoes_a_commit_accepts_nothing(qtbot) -> None:
    def find(text: str) -> list[Suggestion]:
        return [Suggestion("A105", ("A105", "橡木桌"))] if text == "橡木" else []

    form = Form(qtbot, box=TextEdit(), find=find)
    compose("xiangmu")
    commit("橡木")
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == []
    QApplication.processEvents()
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == ["A105"]


def test_the_list_stands_below_the_box(form: Form) -> None:
    type_text("o")
    popup = form.wait_open()
    assert popup.geometry().top() >= form.box.geometry().bottom()
    assert form.window.rect().contains(popup.geometry())


def test_at_the_bottom_the_list_stands_above_the_box(qtbot) -> None:
    form = Form(qtbot, top=330)
    type_text("o")
    popup = form.wait_open()
    assert popup.geometry().bottom() <= form.box.geometry().top()


def test_the_list_closes_with_the_focus(qtbot, form: Form) -> None:
    other = CodeEdit(form.window)
    other.show()
    type_text("o")
    form.wait_open()
    other.setFocus()
    assert not form.completion.is_open


def test_a_click_takes_the_row(qtbot, form: Form) -> None:
    type_text("oak")
    popup = form.wait_open()
    table = child(popup, QTableView)
    row = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert form.heard.chosen == ["A107"]
    assert form.box.hasFocus()


def test_no_more_rows_than_fit_are_shown(qtbot) -> None:
    form = Form(qtbot, find=lambda text: [Suggestion(at, (str(at),)) for at in range(50)])
    type_text("1")
    popup = form.wait_open()
    assert popup.height() < 400
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_Return)
    assert form.heard.chosen == [MAX_SHOWN - 1]


def test_the_list_dies_with_its_box(qtbot, form: Form) -> None:
    type_text("o")
    popup = form.wait_open()
    with qtbot.waitSignal(popup.destroyed):
        form.box.deleteLater()
