"""Nothing shown is taken for HTML, and no exception goes unheard."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

import orderdesk.ui
from orderdesk.ui.safety import (
    Label,
    install_exception_hook,
    message_box,
    plain_tooltip,
    set_tooltip,
    tip_text,
)
from orderdesk.ui.shell.helping import field_texts

HOSTILE = '<b>Bold & Co.</b> <img src="file:///tmp/x.png">'
UI = Path(orderdesk.ui.__file__).parent
FORBIDDEN = {"QLabel", "QMessageBox", "setToolTip", "QToolTip", "setWhatsThis"}
ALLOWED = {("safety.py", name) for name in FORBIDDEN} | {("tables/delegate.py", "QToolTip")}


def bare_uses() -> set[tuple[str, str]]:
    found = set()
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = (
                node.id
                if isinstance(node, ast.Name)
                else node.attr
                if isinstance(node, ast.Attribute)
                else ""
            )
            if name in FORBIDDEN:
                found.add((path.relative_to(UI).as_posix(), name))
    return found


def test_labels_tool_tips_and_boxes_are_made_in_one_place_only() -> None:
    assert bare_uses() - ALLOWED == set()


def test_the_search_for_bare_labels_finds_those_of_the_one_place() -> None:
    assert ("safety.py", "QLabel") in bare_uses()


def test_a_label_shows_markup_letter_for_letter(qtbot) -> None:
    label = Label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(HOSTILE)


def test_a_tool_tip_shows_markup_letter_for_letter(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, HOSTILE)
    assert "<img" not in widget.toolTip()
    assert "&lt;img" in widget.toolTip()
    assert plain_tooltip("5 < 6 & 7") == "5 < 6 & 7"
    for text in (HOSTILE, "5 < 6 & 7", "", "<span>x</span> & y"):
        assert tip_text(plain_tooltip(text)) == text


def test_a25_help_for_a_field_says_its_text_letter_for_letter(qtbot) -> None:
    box = QLineEdit('<span>A</span> & <img src="file:///x.png">')
    qtbot.addWidget(box)
    set_tooltip(box, HOSTILE)
    assert field_texts(box) == [box.text(), HOSTILE]


def test_a_message_box_shows_markup_letter_for_letter(qtbot) -> None:
    box = message_box(None, "title", HOSTILE)
    qtbot.addWidget(box)
    assert box.textFormat() == Qt.TextFormat.PlainText


class Emitter(QObject):
    happened = Signal(object)


class Failing(QObject):
    def fail(self, _value: object) -> None:
        raise RuntimeError("in a slot")


@pytest.fixture
def own_hook():
    before = sys.excepthook
    yield
    sys.excepthook = before


@pytest.mark.expects_log("unexpected fault")
def test_an_exception_in_a_slot_is_reported(qtbot, own_hook) -> None:
    told: list[BaseException] = []
    install_exception_hook(told.append)
    emitter, failing = Emitter(), Failing()
    emitter.happened.connect(failing.fail)
    emitter.happened.emit(1)
    assert [str(error) for error in told] == ["in a slot"]


@pytest.mark.expects_log("unexpected fault")
@pytest.mark.expects_log("could not be shown")
def test_a_report_that_fails_does_not_end_the_program(qtbot, own_hook) -> None:
    def report(_error: BaseException) -> None:
        raise OSError("no strip")

    install_exception_hook(report)
    emitter, failing = Emitter(), Failing()
    emitter.happened.connect(failing.fail)
    emitter.happened.emit(1)


def test_thousands_of_signals_leave_the_reference_count_of_true_alone(qtbot) -> None:
    class Counter(QObject):
        told = Signal(bool)

        def __init__(self) -> None:
            super().__init__()
            self.count = 0

        def take(self, value: bool) -> None:
            self.count += value

    counter = Counter()
    counter.told.connect(counter.take)
    counter.told.emit(True)
    before = sys.getrefcount(True)
    for _ in range(5000):
        counter.told.emit(True)
    assert counter.count == 5001
    assert abs(sys.getrefcount(True) - before) < 50
