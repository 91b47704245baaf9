"""The find box above the lists. Arrows in it walk the lists, so that the box stays in use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orderdesk.ui.editors import Edit
from orderdesk.ui.language import tr
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.theme import theme

_WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ListPane(QWidget):
    """Finds lists by their names, and all that price for a customer."""

    text_changed = Signal(str)
    entered = Signal()

    def __init__(self, lists: ListCard) -> None:
        super().__init__(lists)
        self._lists = lists
        self.box = Edit(self, name="prices.find_list")
        row = QHBoxLayout(self)
        near = theme().space("near")
        row.setContentsMargins(near, 0, near, near)
        row.addWidget(self.box)
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self.text_changed)
        self.box.enter_pressed.connect(lambda _backwards: self.entered.emit())
        lists.put_below_heading(self)

    def retranslate(self) -> None:
        """Say what can be found here."""
        self.box.setPlaceholderText(tr("prices.find_list"))
        self.box.setAccessibleName(tr("prices.find_list"))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let keys that mean nothing in a box of one line walk the lists."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        walks = event.key() in _WALKS and not event.modifiers() and not self.box.is_composing
        if walks:
            QCoreApplication.sendEvent(self._lists.view, event)
        return walks
