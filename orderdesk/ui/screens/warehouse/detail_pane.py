"""The lower half: the chosen delivery, its lines, and the question that stands about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.services.reading.warehouse import DeliveryCard
from orderdesk.ui.chips import ChipLabel
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.warehouse import wording
from orderdesk.ui.screens.warehouse.columns import Check, line_columns
from orderdesk.ui.screens.warehouse.grids import PickGrid
from orderdesk.ui.screens.warehouse.lines import LineOnShow
from orderdesk.ui.screens.warehouse.question import QuestionBar
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_LOW = 210  # logical pixels at 100 %
_LETTERS = ("warehouse.short", "warehouse.ship_part", "warehouse.note")


class DetailPane(QWidget):
    """Head, lines and question of one delivery."""

    action_clicked = Signal(str)

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: DeliveryCard | None = None
        self.label = Label(parent=self, role="section")
        self.tier = ChipLabel(self, name="warehouse.card.tier")
        self.state = ChipLabel(self, name="warehouse.card.state")
        self.customer = ElidedLabel(self, role="strong")
        self.address = ElidedLabel(self)
        self.facts = ElidedLabel(self, role="quiet")
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.hold = Label(parent=self, role="error")
        self.hold.setWordWrap(True)
        self.model = RowsModel(line_columns(check), self)
        self.grid = PickGrid(self.model, self, name="warehouse.lines")
        self.grid.set_letter_actions(_LETTERS)
        self.question = QuestionBar(self)
        self.buttons = {
            name: self._button(name) for name in ("warehouse.pick", "warehouse.ship_part", "warehouse.note")
        }
        self._lay_out()
        self.question.shown.connect(self._make_room)
        language().follow(self)
        theme().changed.connect(self.retranslate)

    def show_card(self, card: DeliveryCard | None, lines: tuple[LineOnShow, ...]) -> None:
        """Show a delivery; an open editor and the cursor stay where they are."""
        self._card = card
        self.model.show_rows(lines)
        self.retranslate()

    def offer(self, *, can_pick: bool, can_ship: bool, is_short: bool, has_card: bool) -> None:
        """Show the buttons of what works now."""
        self.buttons["warehouse.pick"].setVisible(can_pick)
        self.buttons["warehouse.ship_part"].setVisible(can_ship)
        self.buttons["warehouse.note"].setVisible(has_card)
        ship = self.buttons["warehouse.ship_part"]
        word = "warehouse.action.ship_part" if is_short else "warehouse.action.ship"
        ship.setText(f"{tr(word)}  +")
        ship.setAccessibleName(f"{tr(word)}, +")

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self.grid.setAccessibleName(tr("warehouse.lines"))
        for name, key in (("warehouse.pick", "Enter"), ("warehouse.note", "n")):
            button = self.buttons[name]
            button.setText(f"{tr(f'ui.action.{name}')}  {key}")
            button.setAccessibleName(f"{tr(f'ui.action.{name}')}, {key}")
        card = self._card
        for widget in (self.label, self.customer, self.address, self.facts, self.hold):
            widget.setVisible(card is not None)
        self.tier.show_chip(wording.tier_chip(card.row) if card is not None else None)
        self.state.show_chip(wording.state_chip(card.row) if card is not None else None)
        if card is None:
            return
        self.label.setText(card.row.label)
        self.customer.show_text(wording.customer_name(card.row))
        self.address.show_text(wording.address_text(card))
        self.facts.show_text(wording.facts_text(card))
        # Each gets of the line what it needs: a long address must not cut the note, nor the other way round.
        for at, widget in enumerate((self.address, self.facts)):
            wide = widget.fontMetrics().horizontalAdvance(widget.whole_text)
            self._second.setStretch(at, max(wide, 1))
        self.hold.setText(wording.hold_text(card))
        self.hold.setVisible(bool(card.shipping_holds))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for lines and question where the pane is low."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where a question would leave no room for the lines, address and references give way to it."""
        tight = self.height() < theme().px(_LOW)
        self.question.set_tight(tight)
        shows = self._card is not None and not (tight and self.question.question is not None)
        self.address.setVisible(shows)
        self.facts.setVisible(shows)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"button.{name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("role", "main" if name == "warehouse.ship_part" else "")
        button.clicked.connect(lambda: self.action_clicked.emit(name))
        return button

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.label)
        first.addWidget(self.tier)
        first.addWidget(self.customer, 1)
        first.addWidget(self.state)
        for button in self.buttons.values():
            first.addWidget(button)
        self._second = QHBoxLayout()
        self._second.setSpacing(16)
        self._second.addWidget(self.address, 1)
        self._second.addWidget(self.facts, 1)
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(6)
        head.addLayout(first)
        head.addLayout(self._second)
        head.addWidget(self.hold)
        asked = QVBoxLayout()
        asked.setContentsMargins(8, 4, 8, 6)
        asked.addWidget(self.question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addLayout(asked)
