"""The bar above the prices: what is on show, finding items, their group, and only what holds today."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from orderdesk.ui.editors import Choice, Edit
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme


class PriceBar(QWidget):
    """Says which list is on show and filters its entries."""

    wanted = Signal(str, object)  # field of ``Wanted``, value
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label(parent=self, role="section")
        self._facts = ElidedLabel(self, role="quiet")
        self._state = Label(parent=self, role="caption")
        self.box = Edit(self, name="prices.find_item")
        self.group = Choice(self, name="prices.group")
        self.today = QToolButton(self)
        self.today.setObjectName("prices.today")
        self.today.setProperty("role", "button")
        self.today.setCheckable(True)
        self.today.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        near = theme().space("near")
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(near)
        top.addWidget(self._title)
        top.addWidget(self._facts, 1)
        top.addWidget(self._state)
        below.addWidget(self.box, 1)
        below.addWidget(self.group)
        below.addWidget(self.today)
        column = QVBoxLayout(self)
        column.setContentsMargins(near, near, near, near)
        column.setSpacing(near)
        column.addLayout(top)
        column.addLayout(below)
        self.box.textChanged.connect(lambda text: self.wanted.emit("text", text))
        self.box.enter_pressed.connect(lambda _backwards: self.entered.emit())
        self.group.currentIndexChanged.connect(
            lambda at: self.wanted.emit("group", self.group.itemData(at) or "")
        )
        self.today.toggled.connect(lambda on: self.wanted.emit("today_only", on))

    def show_facts(self, title: str, facts: str, state: str) -> None:
        """Show which list it is, what holds for all of it, and how many entries are on show."""
        self._title.setText(title)
        self._facts.show_text(facts)
        self._state.setText(state)

    def show_groups(self, groups: tuple[str, ...]) -> None:
        """Show the groups of items to choose from; the choice stays."""
        there = tuple(self.group.itemData(at) for at in range(1, self.group.count()))
        if there == groups and self.group.count():
            return
        chosen = self.group.currentData()
        with QSignalBlocker(self.group):
            self.group.clear()
            self.group.addItem(tr("prices.group.all"), "")
            for group in groups:
                self.group.addItem(group, group)
            self.group.setCurrentIndex(max(self.group.findData(chosen), 0))

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self.box.setPlaceholderText(tr("prices.find_item"))
        self.box.setAccessibleName(tr("prices.find_item"))
        self.group.setAccessibleName(tr("prices.group"))
        if self.group.count():
            self.group.setItemText(0, tr("prices.group.all"))
        self.today.setText(tr("prices.today"))
