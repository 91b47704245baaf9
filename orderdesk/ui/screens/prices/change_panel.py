"""Many prices changed at once: by how much and how rounded, shown in the grid before it is taken."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from orderdesk.errors import UserError
from orderdesk.rules.entry.folding import fold
from orderdesk.rules.entry.numbers import read_number
from orderdesk.rules.price_changes import ROUNDINGS, PriceChange
from orderdesk.ui.editors import Choice, CodeEdit
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme

_MOST_PERCENT = Decimal(1000)


class ChangePanel(QFrame):
    """Asks for a change; ``changed`` tells each one that can be read, ``None`` for none."""

    changed = Signal(object)  # PriceChange or None
    taken = Signal()
    adjusted = Signal()  # as a price adjustment, with start date and reason
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("prices.change")
        self._count = 0
        self._caption = Label(parent=self, role="strong")
        self.value = CodeEdit(self, name="prices.change.value")
        self.kind = Choice(self, name="prices.change.kind")
        self.kind.addItem("", "percent")
        self.kind.addItem("", "amount")
        self._rounded = Label(parent=self, role="quiet")
        self.rounding = Choice(self, name="prices.change.rounding")
        for rounding in ROUNDINGS:
            self.rounding.addItem("", rounding)
        self._how_many = ElidedLabel(self, role="quiet")
        self.take_button, self.adjust_button = QPushButton(self), QPushButton(self)
        self.close_button = QPushButton(self)
        for button, name in (
            (self.take_button, "take"), (self.adjust_button, "adjust"), (self.close_button, "close"),
        ):  # fmt: skip
            button.setObjectName(f"prices.change.{name}")
            button.setAutoDefault(True)
        self.take_button.setProperty("role", "main")
        self._lay_out()
        self.value.textEdited.connect(lambda _text: self._tell())
        self.value.enter_pressed.connect(lambda _backwards: self._take())
        self.kind.currentIndexChanged.connect(lambda _at: self._tell())
        self.rounding.currentIndexChanged.connect(lambda _at: self._tell())
        self.take_button.clicked.connect(self._take)
        self.adjust_button.clicked.connect(lambda: self.adjusted.emit())  # noqa: PLW0108 - without the flag
        self.close_button.clicked.connect(lambda: self.closed.emit())  # noqa: PLW0108 - without the flag
        language().follow(self)
        self.hide()

    def open(self, count: int) -> None:
        """Ask about ``count`` prices."""
        self._count = count
        self.value.clear()
        self.value.set_problem("")
        self.retranslate()
        self.show()
        self.value.setFocus()

    def change(self) -> PriceChange | None:
        """Return the change that is asked for; ``None`` where it cannot be read."""
        text = fold(self.value.text()).strip()
        kind = "percent" if text.endswith("%") or self.kind.currentData() == "percent" else "amount"
        try:
            value = read_number(text.removesuffix("%"))
        except UserError:
            return None
        rounding = self.rounding.currentData()
        if kind == "percent":
            if not -100 < value <= _MOST_PERCENT:
                return None
            return PriceChange("percent", value / 100, rounding)
        return PriceChange("amount", value, rounding)

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self._caption.setText(tr("prices.change.by"))
        for box, code in ((self.kind, "kind"), (self.rounding, "rounding")):
            for at in range(box.count()):
                box.setItemText(at, tr(f"prices.change.{code}.{_KEYS.get(box.itemData(at), 'cent')}"))
            box.setAccessibleName(tr(f"prices.change.{code}"))
        self.value.setAccessibleName(tr("prices.change.by"))
        self.value.setPlaceholderText(tr("prices.change.hint"))
        self._rounded.setText(tr("prices.change.rounding"))
        self._how_many.show_text(tr("prices.change.count", n=self._count))
        self.take_button.setText(tr("prices.change.take"))
        self.adjust_button.setText(tr("prices.change.adjust"))
        self.close_button.setText(tr("prices.change.close"))

    def _tell(self) -> None:
        found = self.change()
        is_typed = bool(self.value.text().strip(" +-"))
        self.value.set_problem("block" if is_typed and found is None else "")
        self.changed.emit(found)

    def _take(self) -> None:
        if self.change() is None:
            self.value.set_problem("block")
            self.value.setFocus()
        else:
            self.taken.emit()

    def _lay_out(self) -> None:
        near = theme().space("near")
        row = WrapRow(self, gap=near)
        for widget, width in (
            (self._caption, 50), (self.value, 80), (self.kind, 96), (self._rounded, 60),
            (self.rounding, 112),
        ):  # fmt: skip
            row.add(widget, width)
        row.add(self._how_many, 60, 1)
        for button in (self.take_button, self.adjust_button, self.close_button):
            row.add(button, 60)
        column = QVBoxLayout(self)
        column.setContentsMargins(near, near, near, near)
        column.addWidget(row)


_KEYS = {"percent": "percent", "amount": "amount", "0.01": "cent", "0.1": "dime", "1": "whole", ".9": "nine"}
