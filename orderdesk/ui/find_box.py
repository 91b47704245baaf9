"""The box above a list that finds in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from orderdesk.ui.editors import Edit

_WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FindBox(Edit):
    """Keys that mean nothing in a box of one line walk the list below, so that the box stays in use."""

    def __init__(self, walks: QWidget, parent: QWidget, *, name: str) -> None:
        super().__init__(parent, name=name)
        self._walks = walks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list; everything else is the box's."""
        if event.key() in _WALKS and not event.modifiers():
            QCoreApplication.sendEvent(self._walks, event)
            event.accept()
        else:
            super().keyPressEvent(event)
