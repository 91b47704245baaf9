"""The box below the grid that asks for a line's number (Ctrl+G); it covers nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from orderdesk.ui.editors import CodeEdit
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme


class GoToBar(QFrame):
    """Hidden until it is asked for; Enter goes there, Esc goes back."""

    entered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.go_to_bar")
        self._count = 0
        self._caption = Label(parent=self, role="strong")
        self.box = CodeEdit(self, name="entry.go_to")
        self._hint = Label(parent=self, role="quiet")
        self.box.enter_pressed.connect(lambda _backwards: self.entered.emit(self.box.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for widget in (self._caption, self.box, self._hint):
            row.addWidget(widget)
        row.addStretch(1)
        language().follow(self)
        theme().changed.connect(self._fit)
        self._fit()
        self.hide()

    def ask(self, count: int) -> None:
        """Ask for one of so many lines."""
        self._count = count
        self.retranslate()
        self.box.clear()
        self.box.set_problem("")
        self.show()
        self.box.setFocus()

    def give_up(self) -> bool:
        """Put the box away; return whether it was open."""
        was_open = not self.isHidden()
        self.hide()
        return was_open

    def retranslate(self) -> None:
        """Say what is asked in the present language."""
        self._caption.setText(tr("grid.goto"))
        self._hint.setText(tr("grid.goto.hint", n=self._count))
        self.box.setAccessibleName(self._caption.text())

    def _fit(self) -> None:
        self.box.setFixedWidth(theme().px(72))
