"""Who sits down finds his own work; what comes for a screen that has gone goes nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from orderdesk.ui.language import language
from orderdesk.ui.lending import Lent
from orderdesk.ui.messages import Message, MessageButton
from tests.support.windows import focused, press
from tests.ui.dummies import CLERK, MANAGER, Inbox, Order, open_desk

CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_areas_key_puts_the_focus_into_the_screen_that_is_up_already(qtbot) -> None:
    desk = open_desk(qtbot)
    order = desk.current_screen
    assert isinstance(order, Order)
    order.second.setFocus()
    desk.status.people.setFocus()
    press(Qt.Key.Key_1, CTRL)
    assert focused() is order.second


def test_another_person_finds_his_own_area_and_no_message_of_the_one_before(qtbot) -> None:
    desk = open_desk(qtbot, CLERK)
    desk.say(Message("ui.strip.nothing", buttons=(MessageButton("ui.action.undo", lambda: None),)))
    desk.set_person(MANAGER)
    assert isinstance(desk.current_screen, Inbox)
    assert desk.strip.message is None
    assert desk.strip.buttons == ()


def test_the_same_person_again_changes_nothing(qtbot) -> None:
    desk = open_desk(qtbot, MANAGER)
    desk.open_document("orders", None)
    said = Message("ui.strip.nothing")
    desk.say(said)
    desk.set_person(MANAGER)
    assert isinstance(desk.current_screen, Order)
    assert desk.strip.message is said


def test_a_window_whose_last_tab_goes_by_itself_begins_the_day_anew(qtbot) -> None:
    desk = open_desk(qtbot, CLERK)
    gone = desk.current_screen
    assert gone is not None
    gone.close_requested.emit()  # as an order does that is not there any more when the desk comes back
    begun = desk.current_screen
    assert isinstance(begun, Order)
    assert begun is not gone
    press(Qt.Key.Key_W, CTRL)  # who closes it wants it so
    assert desk.current_screen is None


def test_a_parameter_that_words_itself_follows_the_language(qtbot) -> None:
    message = Message("ui.people.entry", {"name": lambda: language().current, "roles": ""})
    assert message.text.startswith("en")
    language().switch_to("zh")
    assert message.text.startswith("zh")


@dataclass
class Answering:
    """A backend that keeps its answers until the test gives them."""

    waiting: list[tuple[Any, ...]] = field(default_factory=list)

    def read(self, work: Any, done: Any, failed: Any) -> None:
        self.waiting.append((done, failed))

    execute = read


def test_an_answer_reaches_a_screen_that_is_there() -> None:
    backend, screen, heard = Answering(), QObject(), list[object]()
    Lent(backend, screen).read(lambda _reader: None, heard.append, heard.append)  # type: ignore[arg-type] # it only keeps its answers
    done, failed = backend.waiting[0]
    done("rows")
    failed("fault")
    assert heard == ["rows", "fault"]


def test_an_answer_for_a_screen_that_has_gone_goes_nowhere(qapp: QApplication) -> None:
    backend, screen, heard = Answering(), QObject(), list[object]()
    Lent(backend, screen).read(lambda _reader: None, heard.append, heard.append)  # type: ignore[arg-type] # it only keeps its answers
    Lent(backend, screen).execute(None, heard.append)  # type: ignore[arg-type] # it only keeps its answers
    screen.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(screen)
    for done, failed in backend.waiting:
        done("late")
        assert failed is None or failed("late") is None
    assert heard == []
