"""The page of the context panel for an order: route, price, stock, customer, history of the row, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from orderdesk.ui.fact_sheet import Fact, FactSheet
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.theme import theme

PageName = Literal["route", "price", "stock", "customer", "history", "files"]

PAGES: tuple[tuple[PageName, str], ...] = (
    ("route", "Shift+F9"),
    ("price", "F9"),
    ("stock", "F12"),
    ("customer", ""),
    ("history", "Ctrl+F9"),
    ("files", "Alt+F3"),
)


class ContextPage(QWidget):
    """Shows one of its pages; ``turned`` tells that another one was asked for by the mouse."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry.context")
        self._page: PageName = "route"
        self._make: Callable[[PageName], Sequence[Fact]] | None = None
        self._title = Label(parent=self, role="section")
        self._buttons: dict[PageName, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.sheet = FactSheet(self, name="entry.context.sheet")
        self._row = WrapRow(self, gap=2)
        for name, _ in PAGES:
            self._row.add(self._button(name), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self._row)
        column.addWidget(self._title)
        column.addWidget(self.sheet)
        self._files: QWidget | None = None
        self._count = 0
        self._column = column
        column.addStretch(1)
        language().follow(self)
        theme().changed.connect(self._redraw)

    @property
    def page(self) -> PageName:
        """Which page is on show."""
        return self._page

    def set_source(self, make: Callable[[PageName], Sequence[Fact]]) -> None:
        """Say where the facts of a page come from; asked only for the page on show."""
        self._make = make

    def set_files(self, files: QWidget) -> None:
        """Say what the page of files is."""
        self._files = files
        self._column.insertWidget(self._column.indexOf(self.sheet) + 1, files)
        files.hide()

    def count_files(self, count: int) -> None:
        """Show how many files the order has, on the button of their page too."""
        self._count = count
        self.retranslate()

    def turn_to(self, page: PageName) -> None:
        """Show a page."""
        self._page = page
        if self._files is not None:
            self._files.setVisible(page == "files")
            self.sheet.setVisible(page != "files")
        self._buttons[page].setChecked(True)
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the facts of the page on show again."""
        if self._make is not None and not self.isHidden() and self._page != "files":
            self.sheet.show_facts(self._make(self._page))

    def retranslate(self) -> None:
        """Say the words of the page in the present language."""
        for name, key in PAGES:
            word = tr(f"entry.page.{name}.short")
            if name == "files" and self._count:
                word = f"{word} {self._count}"
            self._buttons[name].setText(word)
            set_tooltip(self._buttons[name], f"{tr(f'entry.page.{name}')}  {key}".rstrip())
        self._title.setText(tr(f"entry.page.{self._page}"))
        self._row.arrange()
        self.refresh()

    def _button(self, name: PageName) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"entry.context.{name}")
        button.setCheckable(True)
        button.setChecked(name == self._page)
        button.setProperty("role", "segment")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._clicked(name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button

    def _clicked(self, name: PageName) -> None:
        self.turn_to(name)
        self.turned.emit()

    def _redraw(self) -> None:
        self.sheet.redraw()
        self.refresh()
