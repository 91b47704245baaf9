"""What tests of windows share: real key events to whatever has the focus, compositions, and idle lanes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import cache
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orderdesk.ui.appearance import appearance
from orderdesk.ui.language import language
from orderdesk.ui.tasks import Lanes
from orderdesk.ui.theme import theme

NO_MODIFIER = Qt.KeyboardModifier.NoModifier

T = TypeVar("T", bound=QObject)

_shown: list[QWidget] = []  # qtbot keeps weak references: a window that nobody names would be gone at once


def focused() -> QWidget:
    """Return the widget with the focus; QTest would abort the interpreter without one."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def child(parent: QObject, kind: type[T], name: str = "") -> T:
    """Return the first child of a kind (and name) below ``parent``; the test fails without one."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert isinstance(found, kind), f"no {kind.__name__} {name}"
    return found


def type_text(text: str) -> None:
    """Type Latin text, each key to whatever has the focus when it comes."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    """Press one key where the focus is."""
    QTest.keyClick(focused(), key, modifiers)


def compose(text: str) -> None:
    """Let the input method hold ``text`` without giving it to the box."""
    QCoreApplication.sendEvent(focused(), QInputMethodEvent(text, []))


def commit(text: str) -> None:
    """Let the input method put ``text`` into the box."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(focused(), event)


def show(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until it has the focus."""
    qtbot.addWidget(window)
    _shown.append(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def wait_idle(qtbot: QtBot, lanes: Lanes) -> None:
    """Wait until everything submitted was run and delivered."""
    qtbot.waitUntil(lambda: lanes.is_idle, timeout=5000)


@cache
def _freeze_modules() -> None:
    """Take what importing made out of the collector's hands, as the program does when it starts to work."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[QApplication]:
    """Give the test light Fusion at 100 % in English, and put it back afterwards."""
    _freeze_modules()
    _look_the_same(qapp)
    yield qapp
    _shown.clear()
    for popup in QApplication.topLevelWidgets():
        popup.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _look_the_same(qapp)


def _look_the_same(app: QApplication) -> None:
    language().switch_to("en")
    appearance().start(None)
    look = theme()
    if (look.mode, look.scale, look.density) != ("light", 100, "normal") or not app.styleSheet():
        look.apply(app)
