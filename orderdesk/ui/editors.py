"""Boxes that text is typed into. The input method comes first in them, or is kept out of them altogether.

Source: ux.md 3.2 and 3.3. While somebody composes, every key belongs to the input method; an Enter in the
same event turn as a commit is its echo; code boxes refuse it, so that letters arrive as letters with Chinese
mode on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from orderdesk.ui import icons
from orderdesk.ui.actions import is_enter
from orderdesk.ui.numbers import evaluate, fold, is_sum
from orderdesk.ui.readings import Reading
from orderdesk.ui.safety import repolish
from orderdesk.ui.theme import theme
from orderdesk.values import plain

_CTRL = Qt.KeyboardModifier.ControlModifier
# A line editor claims these for itself; here they are the desk's (ux.md 3.1). Where no action on screen
# listens to them, they fall through to the editor and do what they do everywhere.
_DESK_KEYS = frozenset(
    {
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Insert, Qt.Key.Key_Delete,
        Qt.Key.Key_D, Qt.Key.Key_G, Qt.Key.Key_M, Qt.Key.Key_R,
    }
)  # fmt: skip


# How a platform tells Caps Lock and Num Lock with each key; other ones do not, nor does Qt without a key.
_LOCKS = {
    "xcb": (0x02, 0x10), "wayland": (0x02, 0x10), "windows": (0x100, 0x200), "cocoa": (0x10000, 0),
}  # fmt: skip


class ImeWatch(QObject):
    """Tells the status bar that the focused box may have begun to let the input method in, or stopped, and
    which lock keys were on with the last key.
    """

    changed = Signal()
    keys = 0  # pressed so far in boxes and grids
    has_caps = has_num = False

    def __init__(self) -> None:
        super().__init__()
        self.lock_bits = _LOCKS.get(QGuiApplication.platformName(), (0, 0))

    def note_locks(self, modifiers: int) -> None:
        """Note what the platform says with a key."""
        caps, num = (bool(modifiers & bit) for bit in self.lock_bits)
        if (caps, num) != (self.has_caps, self.has_num):
            self.has_caps, self.has_num = caps, num
            self.changed.emit()


@cache
def ime_watch() -> ImeWatch:
    """Return the one watch of this process."""
    return ImeWatch()


def note_key(event: QKeyEvent) -> None:
    """Count a key of somebody who works: what may wait, such as a toast, waits for a pause."""
    watch = ime_watch()
    watch.keys += 1
    watch.note_locks(event.nativeModifiers())


def keys_pressed() -> int:
    """Return how many keys have been pressed so far; two equal answers mean that nobody typed between."""
    return ime_watch().keys


class Edit(QLineEdit):
    """The base of all boxes: keys and input methods as the desk needs them, and a quiet reading beside the
    text.
    """

    enter_pressed = Signal(bool)  # backwards, with Shift

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.is_filled = False  # for cells: whether it got what stood in the cell
        self._composition = ""
        self._just_committed = False
        self._reading: Reading | None = None
        if name:
            self.setObjectName(name)

    @property
    def is_composing(self) -> bool:
        """Whether the input method holds text that is not in the box yet."""
        return bool(self._composition)

    def set_reading(self, reading: Callable[[str], str] | None) -> None:
        """Show ``reading(text)`` quietly while the box is typed in: ``Fri 13 Mar``, ``= 48``."""
        if self._reading is not None:
            self._reading.drop()
        self._reading = Reading(self, reading) if reading is not None else None

    def set_problem(self, severity: str) -> None:
        """Mark the box with ``block`` or ``warn``, or with an empty string as being in order."""
        if self.property("problem") != severity:
            self.setProperty("problem", severity)
            repolish(self)

    def event(self, event: QEvent) -> bool:
        """Give a composing input method every key, and the box what it leaves; the desk's keys go on."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                if self._composition:
                    event.accept()
                    return True
                if self._is_desk_key(event):
                    event.ignore()
                    return False
            elif event.type() == QEvent.Type.KeyPress and self.owns(event):
                event.accept()
                return True
        taken = super().event(event)
        if event.type() == QEvent.Type.FocusAboutToChange and self._composition:
            # Qt has asked the input method to commit; what it did not, Qt would drop with the focus.
            commit = QInputMethodEvent("", [])
            commit.setCommitString(self._composition)
            self.inputMethodEvent(commit)
        return taken

    def owns(self, event: QKeyEvent) -> bool:
        """Return whether a key is the input method's own, so that nobody else may act on it."""
        return self.is_composing or (self._just_committed and is_enter(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter, on either side of the keyboard; everything else is the line editor's."""
        note_key(event)
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if is_enter(event) and held == Qt.KeyboardModifier.NoModifier:
            self.enter_pressed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            event.accept()
            return
        pastes = event.matches(QKeySequence.StandardKey.Paste)
        if pastes and not _has_words(QGuiApplication.clipboard().mimeData()):
            event.ignore()  # a picture or files: perhaps the form around knows what to do with them
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files pass to the form around: their paths are no words for a box."""
        if not _has_words(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the composition, and remember for this event turn that something was committed."""
        self._composition = event.preeditString()
        if event.commitString():
            self._just_committed = True
            QTimer.singleShot(0, self, self._forget_commit)
        super().inputMethodEvent(event)

    def _forget_commit(self) -> None:
        self._just_committed = False

    def _is_desk_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _CTRL:
            return False
        if event.key() == Qt.Key.Key_Z:
            return not self.isUndoAvailable()
        if event.key() == Qt.Key.Key_Y:
            return not self.isRedoAvailable()
        return event.key() in _DESK_KEYS


class TextEdit(Edit):
    """A box for words: the input method is welcome."""


class CodeEdit(Edit):
    """A box for codes, phones, numbers of documents: refuses the input method and folds full-width signs.

    ``let_ime_in`` (Ctrl+Shift+H) opens it for this box until ``keep_ime_out``.
    """

    ime_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent, name=name)
        self._lets_ime_in = False
        self._show_ime_rule()
        self.textEdited.connect(self._fold_pasted)

    @property
    def lets_ime_in(self) -> bool:
        """Whether Chinese can be composed in this box at present."""
        return self._lets_ime_in

    def let_ime_in(self) -> None:
        """Allow the input method in this box."""
        self._set_ime(True)

    def keep_ime_out(self) -> None:
        """Refuse the input method in this box, as at the start."""
        self._set_ime(False)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Answer the platform: enabled only while the input method is let in."""
        if query == Qt.InputMethodQuery.ImEnabled and not self._lets_ime_in:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold what a full-width keyboard mode types."""
        folded = fold(event.text())
        if folded != event.text():
            event = QKeyEvent(event.type(), event.key(), event.modifiers(), folded)
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Fold what an input method commits; dropping it would lose what was typed."""
        if event.commitString() and not event.preeditString():
            event.setCommitString(
                fold(event.commitString()), event.replacementStart(), event.replacementLength()
            )
        super().inputMethodEvent(event)

    def _fold_pasted(self, text: str) -> None:
        if fold(text) != text:
            at = self.cursorPosition()
            self.setText(fold(text))
            self.setCursorPosition(at)

    def _set_ime(self, allowed: bool) -> None:
        if allowed != self._lets_ime_in:
            self._lets_ime_in = allowed
            self._show_ime_rule()
            self.ime_changed.emit(allowed)
            ime_watch().changed.emit()

    def _show_ime_rule(self) -> None:
        hints = Qt.InputMethodHint.ImhNone if self._lets_ime_in else Qt.InputMethodHint.ImhLatinOnly
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self._lets_ime_in)


class NumberEdit(CodeEdit):
    """A box for a figure, right-aligned; a small sum shows its result before the box is left."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent, name=name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_reading(_result)


class Choice(QComboBox):
    """A box with few fixed choices. The wheel scrolls the page and never changes the choice."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name:
            self.setObjectName(name)

    def sizeHint(self) -> QSize:
        """Return the room for the words beside the arrow, which grows with the text."""
        return super().sizeHint() + QSize(max(0, theme().px(14) - 14), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whatever scrolls."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box with an arrow of the icon family: a style sheet knows no tint."""
        super().paintEvent(event)
        side = theme().px(14)
        painter = QPainter(self)
        arrow = icons.pixmap("chevron-down", "text_quiet", side)
        painter.drawPixmap(self.width() - side - 7, (self.height() - side) // 2, arrow)
        painter.end()


def _has_words(mime: QMimeData | None) -> bool:
    """Return whether the clipboard has words and no files; copied files bring their paths as words."""
    if mime is None:
        return True
    has_files = any(url.isLocalFile() for url in mime.urls())
    return not has_files and (mime.hasText() or not mime.hasImage())


def _result(text: str) -> str:
    value = evaluate(text) if is_sum(text) else None
    return "" if value is None else f"= {plain(value)}"
