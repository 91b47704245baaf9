"""The counts on top of the day check: one button for each section, which goes to its first row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from orderdesk.services.reading.day_check import SECTIONS, Section
from orderdesk.ui import icons
from orderdesk.ui.language import tr
from orderdesk.ui.screens.daycheck.columns import ICONS
from orderdesk.ui.theme import theme

_NARROW = 3  # counts beside each other where there is no room for all of them


class Counts(QWidget):
    """How many things are left in each section; a section without any says so by a tick."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Section, int] = dict.fromkeys(SECTIONS, 0)
        self.buttons: dict[Section, QPushButton] = {}
        self._grid = QGridLayout(self)
        near = theme().space("near")
        self._grid.setContentsMargins(near, 0, near, near)
        self._grid.setSpacing(near)
        self._in_a_row = 0
        for section in SECTIONS:
            button = QPushButton(self)
            button.setObjectName(f"daycheck.count.{section}")
            button.clicked.connect(lambda _on=False, chosen=section: self.chosen.emit(chosen))
            self.buttons[section] = button
        self._place()
        theme().changed.connect(self.retranslate)

    def show_counts(self, counts: Mapping[Section, int]) -> None:
        """Show how many things are left."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Say sections and counts again."""
        for section, button in self.buttons.items():
            count = self._counts[section]
            button.setText(f"{tr(f'daycheck.section.{section}')}  {count}")
            button.setIcon(icons.icon(ICONS[section] if count else "check"))
            button.setIconSize(QSize(theme().size("icon"), theme().size("icon")))
            button.setAccessibleName(f"{tr(f'daycheck.section.{section}')}: {count}")
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second row where one has no room for all."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wanted = sum(button.sizeHint().width() + self._grid.spacing() for button in self.buttons.values())
        in_a_row = len(SECTIONS) if wanted <= max(self.width(), 1) else _NARROW
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // in_a_row, at % in_a_row)
        self._grid.setColumnStretch(len(SECTIONS), 1)
