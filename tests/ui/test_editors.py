"""Boxes: the input method comes first, or not at all; Enter is Enter on both sides of the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from orderdesk.ui.checks import Check, Radio
from orderdesk.ui.editors import Choice, CodeEdit, Edit, NumberEdit, TextEdit, ime_watch
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme
from orderdesk.ui.tokens import MODES, tokens
from tests.support.windows import commit, compose, press, show, type_text
from tests.ui.contrast import contrast

CTRL = Qt.KeyboardModifier.ControlModifier


def window_with(qtbot, *boxes: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for box in boxes:
        column.addWidget(box)
    show(qtbot, window)
    boxes[0].setFocus()
    return window


def shortcut(window: QWidget, key: str) -> list[str]:
    heard: list[str] = []
    QShortcut(QKeySequence(key), window).activated.connect(lambda: heard.append(key))
    return heard


def entered(box: Edit) -> list[bool]:
    heard: list[bool] = []
    box.enter_pressed.connect(heard.append)
    return heard


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", [TextEdit, CodeEdit, NumberEdit])
def test_both_enter_keys_are_enter(qtbot, kind, key) -> None:
    box = kind()
    window_with(qtbot, box)
    heard = entered(box)
    press(key)
    press(key, Qt.KeyboardModifier.ShiftModifier)
    assert heard == [False, True]


def test_the_enter_of_the_number_pad_is_enter(qtbot) -> None:
    box = CodeEdit()
    window_with(qtbot, box)
    heard = entered(box)
    press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert heard == [False]


@pytest.mark.parametrize(
    "key",
    [
        Qt.Key.Key_Return,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Space,
        Qt.Key.Key_Minus,
        Qt.Key.Key_A,
        Qt.Key.Key_Left,
    ],
)
def test_while_composing_every_key_is_the_input_methods(qtbot, key) -> None:
    box, other = TextEdit(), TextEdit()
    window_with(qtbot, box, other)
    heard = entered(box)
    compose("xiang")
    press(key)
    assert box.is_composing
    assert box.text() == ""
    assert heard == []
    assert box.hasFocus()


def test_while_composing_no_shortcut_acts(qtbot) -> None:
    box = TextEdit()
    window = window_with(qtbot, box)
    heard = shortcut(window, "Ctrl+Return")
    compose("xiang")
    press(Qt.Key.Key_Return, CTRL)
    assert heard == []
    commit("橡木")
    QApplication.processEvents()
    press(Qt.Key.Key_Return, CTRL)
    assert heard == ["Ctrl+Return"]


def test_an_enter_in_the_turn_of_a_commit_is_its_echo(qtbot) -> None:
    box = TextEdit()
    window_with(qtbot, box)
    heard = entered(box)
    compose("xiang")
    commit("橡")
    press(Qt.Key.Key_Return)
    assert heard == []
    QApplication.processEvents()
    press(Qt.Key.Key_Return)
    assert heard == [False]
    assert box.text() == "橡"


def test_a_code_box_refuses_the_input_method(qtbot) -> None:
    box = CodeEdit()
    window_with(qtbot, box)
    assert not box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert box.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert box.inputMethodHints() & Qt.InputMethodHint.ImhLatinOnly


def test_a_text_box_welcomes_it(qtbot) -> None:
    box = TextEdit()
    window_with(qtbot, box)
    assert box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert QGuiApplication.inputMethod() is not None


def test_the_input_method_can_be_let_in_and_kept_out_again(qtbot) -> None:
    box = CodeEdit()
    window_with(qtbot, box)
    with qtbot.waitSignal(ime_watch().changed):
        box.let_ime_in()
    assert box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not box.inputMethodHints() & Qt.InputMethodHint.ImhLatinOnly
    box.keep_ime_out()
    assert not box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_code_box_folds_what_an_input_method_commits(qtbot) -> None:
    box = CodeEdit()
    window_with(qtbot, box)
    seen: list[str] = []
    box.textChanged.connect(seen.append)
    commit("Ａ１０５")
    assert box.text() == "A105"
    assert seen == ["A105"]


def test_a_code_box_folds_what_is_pasted_and_keeps_the_caret(qtbot) -> None:
    box = CodeEdit()
    window_with(qtbot, box)
    QApplication.clipboard().setText("１００５＊１２")
    type_text("ab")
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_V, CTRL)
    assert box.text() == "a1005*12b"
    assert box.cursorPosition() == 8


def test_a_text_box_keeps_full_width_signs(qtbot) -> None:
    box = TextEdit()
    window_with(qtbot, box)
    commit("一号，二号")
    assert box.text() == "一号，二号"


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("Ctrl+Home", Qt.Key.Key_Home),
        ("Ctrl+End", Qt.Key.Key_End),
        ("Ctrl+Ins", Qt.Key.Key_Insert),
        ("Ctrl+Del", Qt.Key.Key_Delete),
    ],
)
def test_the_desks_keys_reach_the_desk_from_inside_a_box(qtbot, key, code) -> None:
    box = CodeEdit()
    window = window_with(qtbot, box)
    heard = shortcut(window, key)
    type_text("a b")
    press(code, CTRL)
    assert heard == [key]
    assert box.text() == "a b"


def test_without_an_action_they_stay_the_boxs(qtbot) -> None:
    box = CodeEdit()
    window_with(qtbot, box)
    type_text("ab cd")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete, CTRL)
    assert box.text() == "cd"


def test_undo_undoes_typing_first_and_then_reaches_the_desk(qtbot) -> None:
    box = CodeEdit()
    window = window_with(qtbot, box)
    heard = shortcut(window, "Ctrl+Z")
    type_text("ab")
    press(Qt.Key.Key_Z, CTRL)
    assert box.text() == ""
    assert heard == []
    press(Qt.Key.Key_Z, CTRL)
    assert heard == ["Ctrl+Z"]


def readings(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(Label) if label.isVisible()]


def test_a_number_box_shows_the_result_of_a_sum_before_it_is_left(qtbot) -> None:
    box, other = NumberEdit(), TextEdit()
    window = window_with(qtbot, box, other)
    type_text("12")
    assert readings(window) == []
    type_text("*4")
    assert readings(window) == ["= 48"]
    other.setFocus()
    assert readings(window) == []
    assert box.alignment() & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize(("width", "is_inside"), [(200, True), (60, False)])
def test_a_reading_stands_in_the_box_or_below_a_narrow_one(qtbot, width: int, is_inside: bool) -> None:
    box = NumberEdit()
    window = window_with(qtbot, box, TextEdit())
    box.setFixedWidth(width)
    QApplication.processEvents()
    type_text("12*4")
    label = next(label for label in window.findChildren(Label) if label.isVisible())
    assert box.geometry().contains(label.geometry()) is is_inside
    assert is_inside or label.geometry().top() > box.geometry().bottom()


def test_a_reading_is_shown_for_what_is_typed(qtbot) -> None:
    box = CodeEdit()
    window = window_with(qtbot, box)
    box.set_reading(lambda text: f"<b>{text}</b>" if text else "")
    type_text("+3")
    assert readings(window) == ["<b>+3</b>"]
    box.set_reading(None)
    assert readings(window) == []


@pytest.mark.parametrize("kind", [Check, Radio])
@pytest.mark.parametrize("mode", MODES)
def test_a_sign_can_be_seen_on_and_off_in_both_modes(qtbot, qapp, kind, mode) -> None:
    theme().apply(qapp, mode)
    box = kind("word")
    window_with(qtbot, box, TextEdit()).setFocus()
    colours = []
    for checked in (False, True):
        box.setChecked(checked)
        image = box.grab().toImage()
        colours.append({image.pixelColor(x, y).name() for x in range(22) for y in range(image.height())})
    ground = tokens(mode).colours["window"]
    accent = tokens(mode).colours["accent"].lower()
    assert max(contrast(colour, ground) for colour in colours[0]) >= 3
    assert accent in colours[1] - colours[0]


def test_the_wheel_never_changes_a_choice(qtbot) -> None:
    box = Choice()
    box.addItems(["one", "two", "three"])
    window_with(qtbot, box)
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == 0
    assert not wheel.isAccepted()


def test_a_problem_marks_the_box(qtbot) -> None:
    box = CodeEdit()
    window_with(qtbot, box, TextEdit())
    before = box.grab().toImage()
    box.set_problem("block")
    assert box.grab().toImage() != before


def test_the_focus_ring_is_two_pixels_wide(qtbot) -> None:
    box, other = TextEdit(), TextEdit()
    window = window_with(qtbot, box, other)
    QTest.qWaitForWindowActive(window)
    image = box.grab().toImage()
    ring = tokens("light").colours["focus"].lower()
    column = [image.pixelColor(image.width() // 2, y).name() for y in range(4)]
    assert column[:2] == [ring, ring]
    assert column[2] != ring
