"""The form for a new list or a copy, and the box for the last day of a list."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.services.reading.prices import PriceListHead, Source
from orderdesk.ui.completion import Completion, Suggestion, SuggestionColumn
from orderdesk.ui.editors import Choice, CodeEdit, TextEdit
from orderdesk.ui.fields import DateEdit, Field, WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.prices.list_commands import NewList
from orderdesk.ui.theme import theme

Search = Callable[[str], tuple[Suggestion, ...]]
SOURCES: tuple[Source, ...] = ("agreement", "tier", "list")
_CUSTOMERS = (SuggestionColumn(84, "code"), SuggestionColumn(200), SuggestionColumn(96))


class ListForm(QFrame):
    """Asks for the head of a new list. Enter goes on, Ctrl+Enter or the button makes it, Esc leaves."""

    made = Signal(object)  # NewList
    closed = Signal()

    def __init__(self, today: Callable[[], date], search: Search, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("prices.new")
        self._like: PriceListHead | None = None
        self._customer_id: UUID | None = None
        self._title = Label(parent=self, role="section")
        self.source = Choice(self, name="prices.new.source")
        for source in SOURCES:
            self.source.addItem("", source)
        self.code = CodeEdit(self, name="prices.new.code")
        self.list_name = TextEdit(self, name="prices.new.name")
        self.customer = TextEdit(self, name="prices.new.customer")
        self.tier = CodeEdit(self, name="prices.new.tier")
        self.first, self.last = DateEdit(self, name="prices.new.from"), DateEdit(self, name="prices.new.to")
        for day in (self.first, self.last):
            day.set_today(today)
        self.make_button, self.close_button = QPushButton(self), QPushButton(self)
        self.make_button.setObjectName("prices.new.make")
        self.close_button.setObjectName("prices.new.close")
        self.make_button.setProperty("role", "main")
        for button in (self.make_button, self.close_button):
            button.setAutoDefault(True)
        self._fields = {
            "source": Field("prices.new.source", self.source, self, note=False),
            "customer": Field("prices.new.customer", self.customer, self, note=False),
            "tier": Field("prices.new.tier", self.tier, self, note=False),
            "code": Field("prices.new.code", self.code, self, note=False),
            "name": Field("prices.new.name", self.list_name, self, note=False),
            "first": Field("prices.column.valid_from", self.first, self, note=False),
            "last": Field("prices.column.valid_to", self.last, self, note=False),
        }
        self._completion = Completion(self.customer, search, _CUSTOMERS)
        self._lay_out()
        self._connect()
        language().follow(self)
        self.hide()

    def open(self, like: PriceListHead | None) -> None:
        """Ask for a new list; a copy begins with what its original says."""
        self._like, self._customer_id = like, None
        for box in (self.code, self.list_name, self.customer, self.tier, self.first, self.last):
            box.clear()
        if like is not None:
            self.source.setCurrentIndex(self.source.findData(like.source))
            self.list_name.setText(like.name)
            self.tier.setText(like.tier)
            if like.customer_id is not None:
                self._customer_id = like.customer_id
                self.customer.setText(like.customer_code)
        self._show_fields()
        self.retranslate()
        self.show()
        self.source.setFocus()

    def submit(self) -> None:
        """Make the list; a customer that stands there is looked up first."""
        answer = self._completion.resolve() if self.customer.text().strip() else None
        if answer is not None and answer.suggestion is not None:
            assert isinstance(answer.suggestion.value, UUID)  # the search gives customers' ids
            self._customer_id = answer.suggestion.value
        source = self.source.currentData()
        is_bad = False
        for box in (self.first, self.last):
            wrong = bool(box.text().strip()) and box.day() is None
            box.set_problem("block" if wrong else "")
            is_bad = is_bad or wrong
        if is_bad:
            return
        self.made.emit(
            NewList(
                source=source, code=self.code.text(), name=self.list_name.text(), tier=self.tier.text(),
                customer_id=self._customer_id if source == "agreement" else None, valid_from=self.first.day(),
                valid_to=self.last.day(), copy_of=self._like.id if self._like is not None else None,
            )
        )  # fmt: skip

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        like = self._like
        self._title.setText(tr("prices.new.title" if like is None else "prices.new.copy",
                               code="" if like is None else like.code))  # fmt: skip
        for at in range(self.source.count()):
            self.source.setItemText(at, tr(f"prices.source.{self.source.itemData(at)}"))
        for field in self._fields.values():
            field.retranslate()
        self.make_button.setText(tr("prices.new.make"))
        self.close_button.setText(tr("prices.new.close"))

    def _lay_out(self) -> None:
        near = theme().space("near")
        row = WrapRow(self)
        widths = {"source": 150, "customer": 150, "tier": 110, "code": 110, "name": 140, "first": 100,
                  "last": 100}  # fmt: skip
        for name, width in widths.items():
            row.add(self._fields[name], width, 1 if name in ("name", "customer") else 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(near)
        buttons.addStretch(1)
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(near, near, near, near)
        column.setSpacing(near)
        column.addWidget(self._title)
        column.addWidget(row)
        column.addLayout(buttons)
        order = (self.source, self.customer, self.tier, self.code, self.list_name, self.first, self.last,
                 self.make_button, self.close_button)  # fmt: skip
        for before, after in itertools.pairwise(order):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.source.currentIndexChanged.connect(lambda _at: self._show_fields())
        self._completion.chosen.connect(self._choose)
        self.customer.textEdited.connect(lambda _text: self._forget_customer())
        for box in (self.code, self.list_name, self.tier, self.first):
            box.enter_pressed.connect(lambda _backwards: self.focusNextChild())
        self.last.enter_pressed.connect(lambda _backwards: self.submit())
        self.make_button.clicked.connect(self.submit)
        self.close_button.clicked.connect(lambda: self.closed.emit())  # noqa: PLW0108 - without the flag

    def _choose(self, value: object) -> None:
        assert isinstance(value, UUID)  # the search gives customers' ids
        self._customer_id = value
        self.focusNextChild()

    def _forget_customer(self) -> None:
        self._customer_id = None

    def _show_fields(self) -> None:
        source = self.source.currentData()
        self._fields["customer"].setVisible(source == "agreement")
        self._fields["tier"].setVisible(source == "tier")
        parent = self._fields["tier"].parentWidget()
        if isinstance(parent, WrapRow):
            parent.arrange()


class EndBar(QFrame):
    """Asks for the last day of a list; an empty box lets it hold on."""

    ended = Signal(object)  # date or None
    closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("prices.end")
        self._code = ""
        self._caption = Label(parent=self, role="strong")
        self.day = DateEdit(self, name="prices.end.day")
        self.day.set_today(today)
        self._hint = Label(parent=self, role="quiet")
        self.end_button, self.close_button = QPushButton(self), QPushButton(self)
        self.end_button.setProperty("role", "main")
        near = theme().space("near")
        row = WrapRow(self, gap=near)
        row.add(self._caption, 100)
        row.add(self.day, 140)
        row.add(self._hint, 60, 1)
        for button, name in ((self.end_button, "take"), (self.close_button, "close")):
            button.setObjectName(f"prices.end.{name}")
            button.setAutoDefault(True)
            row.add(button, 60)
        column = QVBoxLayout(self)
        column.setContentsMargins(near, near, near, near)
        column.addWidget(row)
        self.day.enter_pressed.connect(lambda _backwards: self.submit())
        self.end_button.clicked.connect(self.submit)
        self.close_button.clicked.connect(lambda: self.closed.emit())  # noqa: PLW0108 - without the flag
        language().follow(self)
        self.hide()

    def open(self, head: PriceListHead) -> None:
        """Ask for the last day of a list."""
        self._code = head.code
        self.day.setText("" if head.valid_to is None else head.valid_to.isoformat())
        self.day.set_problem("")
        self.retranslate()
        self.show()
        self.day.setFocus()
        self.day.selectAll()

    def submit(self) -> None:
        """Take the day; one that cannot be read stays, marked."""
        day = self.day.day()
        if self.day.text().strip() and day is None:
            self.day.set_problem("block")
            return
        self.ended.emit(day)

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self._caption.setText(tr("prices.end.ask", code=self._code))
        self._hint.setText(tr("prices.end.hint"))
        self.day.setAccessibleName(self._caption.text())
        self.end_button.setText(tr("prices.end.take"))
        self.close_button.setText(tr("prices.new.close"))
