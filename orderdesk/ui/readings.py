"""What the program reads from a text while it is typed: beside it in the box, or below where the box is
narrow.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from orderdesk.ui.safety import Label

_MARGIN = 8


class Reading(QObject):
    """Joins a box and a function from its text to what that means; nothing shows for an empty answer.

    The label never takes keys or the focus, and goes when the box is left.
    """

    def __init__(self, box: QLineEdit, read: Callable[[str], str]) -> None:
        super().__init__(box)
        self._box = box
        self._read = read
        self._label: Label | None = None
        box.textChanged.connect(self.refresh)
        box.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is on show at present."""
        return self._label.text() if self._label is not None and self._label.isVisible() else ""

    def refresh(self) -> None:
        """Read the text again and show what it means."""
        meaning = self._read(self._box.text()) if self._box.hasFocus() else ""
        if not meaning:
            self._hide()
            return
        if self._label is None:
            self._label = Label(parent=self._box.window())
            self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.destroyed.connect(self._label.deleteLater)
        elif self._label.parentWidget() is not self._box.window():
            self._label.setParent(self._box.window())  # the tab has moved to another window
        self._label.setText(meaning)
        self._place(self._label)
        self._label.show()
        self._label.raise_()

    def drop(self) -> None:
        """Show nothing any more."""
        self._box.removeEventFilter(self)
        self._hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show with the focus, hide without it."""
        if event.type() == QEvent.Type.FocusIn:
            self.refresh()
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._hide()
        return False

    def _place(self, label: Label) -> None:
        box = self._box
        at_left = bool(box.alignment() & Qt.AlignmentFlag.AlignRight)
        typed = box.fontMetrics().horizontalAdvance(box.text())
        needed = box.fontMetrics().horizontalAdvance(label.text())
        inside = typed + needed + 4 * _MARGIN <= box.width()
        label.setObjectName("reading_inside" if inside else "reading")
        label.style().polish(label)
        label.adjustSize()
        if inside:
            left = _MARGIN if at_left else box.width() - label.width() - _MARGIN
            top = (box.height() - label.height()) // 2
        else:
            left = box.width() - label.width() if at_left else 0
            top = box.height() + 1
        corner = box.mapTo(box.window(), QPoint(left, top))
        if corner.y() + label.height() > box.window().height():
            corner.setY(corner.y() - box.height() - label.height() - 2)
        label.move(max(0, corner.x()), corner.y())

    def _hide(self) -> None:
        if self._label is not None:
            self._label.hide()
