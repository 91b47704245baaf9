"""The buttons below the card: one for each decision, with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from orderdesk.ui.actions import action, shown_key
from orderdesk.ui.language import tr
from orderdesk.ui.safety import set_tooltip
from orderdesk.ui.screens.inbox.contract import DECISIONS, Decision


class DecisionBar(QWidget):
    """Says what was clicked; a click leaves the focus where the letters act."""

    decided = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 10)
        row.setSpacing(8)
        self._buttons = {decision: self._make_button(decision) for decision in DECISIONS}
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)

    def retranslate(self) -> None:
        """Say the decisions and their keys again."""
        for decision, button in self._buttons.items():
            spec = action(f"inbox.{decision}")
            button.setText(f"{tr(spec.word)}  {shown_key(spec)}")
            set_tooltip(button, tr(f"inbox.tip.{decision}"))

    def _make_button(self, decision: Decision) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"inbox.button.{decision}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if decision == "approve":
            button.setProperty("role", "main")
        button.clicked.connect(lambda: self.decided.emit(decision))
        return button
