"""The counts on top of the day check: one button for each section, which goes to its first row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from orderdesk.services.reading.day_check import SECTIONS, Section
from orderdesk.ui import icons
from orderdesk.ui.language import tr
from orderdesk.ui.screens.daycheck.columns import ICONS
from orderdesk.ui.theme import theme


class Counts(QWidget):
    """How many things are left in each section; a section without any says so by a tick."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Section, int] = dict.fromkeys(SECTIONS, 0)
        self.buttons: dict[Section, QPushButton] = {}
        row = QHBoxLayout(self)
        near = theme().space("near")
        row.setContentsMargins(near, 0, near, near)
        row.setSpacing(near)
        for section in SECTIONS:
            button = QPushButton(self)
            button.setObjectName(f"daycheck.count.{section}")
            button.clicked.connect(lambda _on=False, chosen=section: self.chosen.emit(chosen))
            self.buttons[section] = button
            row.addWidget(button)
        row.addStretch(1)
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
            button.setAccessibleName(f"{tr(f'daycheck.section.{section}')}: {count}")
