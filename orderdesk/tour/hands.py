"""The hands of the tour: keys go to the window that has the focus, as the window system would bring them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from orderdesk.errors import Bug

# Where the words of a key differ from Qt's: the big Enter is what people call Enter.
_NAMES = {"Enter": "Return", "Numpad Enter": "Enter"}


class Hands:
    """Presses keys and counts them: a chord is one key, and so is what an input method commits.

    ``after_key`` is called after each one: it lets the windows take what waits for them.
    """

    def __init__(self, after_key: Callable[[], None]) -> None:
        self.keys = 0
        self._after_key = after_key

    def type(self, text: str) -> None:
        """Type Latin text, sign by sign."""
        for sign in text:
            QTest.keyClick(_focus_window(), ord(sign))
            self._counted()

    def press(self, *keys: str) -> None:
        """Press keys by their names in the key bar: ``Ctrl+Enter``, ``F9``, ``Down``."""
        for key in keys:
            *held, last = key.split("+") if key != "+" else [key]
            chord = QKeySequence("+".join([*held, _NAMES.get(last, last)]))
            combination = chord[0]  # type: ignore[index]  # the stubs do not know it
            QTest.keyClick(_focus_window(), combination.key(), combination.keyboardModifiers())
            self._counted()

    def compose(self, typed: str, text: str) -> None:
        """Compose ``text`` with an input method: it shows ``typed`` as it grows, then commits the text."""
        for end in range(1, len(typed) + 1):
            _send(QInputMethodEvent(typed[:end], []))
            self._counted()
        commit = QInputMethodEvent("", [])
        commit.setCommitString(text)
        _send(commit)
        self._counted()

    def _counted(self) -> None:
        self.keys += 1
        self._after_key()


def _focus_window() -> QWindow:
    window = QGuiApplication.focusWindow()
    if window is None:
        raise Bug("tour.fault.no_focus")
    return window


def _send(event: QInputMethodEvent) -> None:
    """Give an event to the box that an input method would write into."""
    box = QApplication.focusWidget()
    if box is None or not box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        raise Bug("tour.fault.no_input_method")
    QCoreApplication.sendEvent(box, event)
