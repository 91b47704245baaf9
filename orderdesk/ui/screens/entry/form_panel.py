"""A panel below the lines with boxes in place of a table: an address, a customer or an item that is new."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from orderdesk.ui.screens.entry.below_panel import BelowPanel


class FormPanel(BelowPanel):
    """Enter accepts, Esc leaves everything as it was."""

    accepted = Signal(object)  # what was typed, each panel's own

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent, name=name, most_rows=0)

    def accept(self) -> bool:
        """Hand over what stands here; ``False`` where it cannot be taken yet."""
        raise NotImplementedError

    def close_panel(self) -> None:
        """Put the panel away."""
        if self.is_open:
            self.hide()
            self.shown.emit(False)

    def fit(self) -> None:
        """There is no table to fit."""
