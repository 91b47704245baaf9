"""The find box above the lists. Arrows in it walk the lists, so that the box stays in use."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orderdesk.ui.find_box import FindBox
from orderdesk.ui.language import tr
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.theme import theme


class ListPane(QWidget):
    """Finds lists by their names, and all that price for a customer."""

    text_changed = Signal(str)
    entered = Signal()

    def __init__(self, lists: ListCard) -> None:
        super().__init__(lists)
        self.box = FindBox(lists.view, self, name="prices.find_list")
        row = QHBoxLayout(self)
        near = theme().space("near")
        row.setContentsMargins(near, 0, near, near)
        row.addWidget(self.box)
        self.box.textChanged.connect(self.text_changed)
        self.box.enter_pressed.connect(lambda _backwards: self.entered.emit())
        lists.put_below_heading(self)

    def retranslate(self) -> None:
        """Say what can be found here."""
        self.box.setPlaceholderText(tr("prices.find_list"))
        self.box.setAccessibleName(tr("prices.find_list"))
