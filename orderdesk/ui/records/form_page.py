"""A page of labelled boxes, in sections, built from what is declared of the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from orderdesk.ui.asked import Facts
from orderdesk.ui.editors import Choice, CodeEdit, Edit, NumberEdit, TextEdit
from orderdesk.ui.fields import Committing, DateEdit, Field, WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.records.form import RecordForm
from orderdesk.ui.records.page import RecordPage
from orderdesk.ui.records.specs import FieldSpec, Option, Section
from orderdesk.ui.records.values import value_at
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme

Take = Callable[[str, FieldSpec, str], bool]
Put = Callable[[str, object], None]

_NUMBERS = ("number", "percent", "whole")


class FormPage(RecordPage):
    """Boxes for the fields of some sections. Enter in a box goes to the next one, as Tab does."""

    def __init__(
        self, page_id: str, sections: tuple[Section, ...], facts: Facts, take: Take, put: Put
    ) -> None:
        super().__init__(page_id)
        self._facts = facts
        self._take, self._put = take, put
        self._specs = [one for section in sections for one in section.fields]
        self._boxes: dict[str, QWidget] = {}
        self._fields: dict[str, Field] = {}
        self._committing: dict[str, Committing] = {}
        self._options: dict[str, tuple[Option, ...]] = {}
        self._cards: list[tuple[Label, str, WrapRow]] = []
        inside = QWidget(self)
        inside.setObjectName("shell")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme().space("apart"))
        for section in sections:
            rows.addWidget(self._card(section, inside))
        rows.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self.column.addWidget(self._area)
        language().follow(self)

    def box(self, path: str) -> QWidget:
        """Return the box of a field; ``KeyError`` where the page has none."""
        return self._boxes[path]

    def show_form(self, form: RecordForm[Any], marks: Mapping[str, str], *, may_change: bool) -> None:
        """Show each field; a box that somebody is typing in keeps what is typed."""
        for spec in self._specs:
            is_there = spec.shown is None or spec.shown(form.record)
            self._fields[spec.path].setVisible(is_there)
            locked = spec.locked is not None and spec.locked(form.record, form.is_new)
            box = self._boxes[spec.path]
            if isinstance(box, Choice):
                self._show_choice(box, spec, form)
                box.setEnabled(may_change and not locked)
            elif isinstance(box, Edit):
                self._committing[spec.path].show(form.text(spec.path, spec))
                box.setReadOnly(not may_change or locked)
                box.set_problem(marks.get(spec.path, "block" if spec.path in form.unread else ""))
        for _, _, row in self._cards:
            row.arrange()

    def commit(self) -> bool:
        """Take everything that is still only typed."""
        taken = [committing.commit() for committing in self._committing.values()]
        return all(taken)

    @property
    def is_typed_in(self) -> bool:
        """Whether a box holds something that does not count yet."""
        return any(committing.is_changed for committing in self._committing.values())

    def restore(self) -> bool:
        """Put back what stood in the box with the focus."""
        return any(
            committing.restore()
            for path, committing in self._committing.items()
            if self._boxes[path].hasFocus()
        )

    def go_to(self, path: str) -> bool:
        """Put the focus into the box of a field, or into the first one of a group of fields."""
        wanted = next((one for one in self._boxes if one == path or one.startswith(f"{path}.")), None)
        if wanted is None:
            return False
        box = self._boxes[wanted]
        self._area.ensureWidgetVisible(self._fields[wanted])
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(box, Edit):
            box.selectAll()
        return True

    def landing(self) -> None:
        """Go to the first box."""
        for spec in self._specs:
            if not self._fields[spec.path].isHidden():
                self.go_to(spec.path)
                return

    def retranslate(self) -> None:
        """Say labels and choices in the present language."""
        for label, word, _ in self._cards:
            label.setText(tr(word))
        for spec in self._specs:
            self._fields[spec.path].retranslate()
            box = self._boxes[spec.path]
            if isinstance(box, Edit) and spec.hint:
                box.setPlaceholderText(tr(spec.hint))
        self._options.clear()

    def _card(self, section: Section, parent: QWidget) -> QFrame:
        card = QFrame(parent)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 12)
        heading = Label(parent=card, role="section")
        row = WrapRow(card)
        for spec in section.fields:
            box = self._make_box(spec, row)
            field = Field(spec.word, box, row, note=False)
            self._boxes[spec.path], self._fields[spec.path] = box, field
            row.add(field, spec.width, spec.stretch)
        column.addWidget(heading)
        column.addWidget(row)
        self._cards.append((heading, section.word, row))
        return card

    def _make_box(self, spec: FieldSpec, parent: QWidget) -> QWidget:
        name = f"{self.page_id}.{spec.path}"
        if spec.kind in ("choice", "yes_no"):
            choice = Choice(parent, name=name)
            choice.activated.connect(lambda at, spec=spec: self._chosen(spec, at))
            return choice
        edit = _edit(spec, parent, name)
        if isinstance(edit, DateEdit):
            edit.set_today(lambda: self._facts.desk().today)
        committing = Committing(edit, lambda text, spec=spec: self._take(spec.path, spec, text))
        committing.entered.connect(self._next)
        edit.textEdited.connect(lambda _text: self.typing.emit())
        self._committing[spec.path] = committing
        return edit

    def _show_choice(self, box: Choice, spec: FieldSpec, form: RecordForm[Any]) -> None:
        value = value_at(form.record, spec.path)
        options = tuple(spec.options(self._facts.desk())) if spec.options is not None else _yes_no()
        if all(one.value != value for one in options):
            options = (*options, Option(value, str(value or "")))
        if options != self._options.get(spec.path):
            self._options[spec.path] = options
            box.clear()
            box.addItems([one.word for one in options])
        box.setCurrentIndex(next(at for at, one in enumerate(options) if one.value == value))

    def _chosen(self, spec: FieldSpec, at: int) -> None:
        self._put(spec.path, self._options[spec.path][at].value)

    def _next(self) -> None:
        self.focusNextChild()


def _edit(spec: FieldSpec, parent: QWidget, name: str) -> Edit:
    if spec.kind == "date":
        return DateEdit(parent, name=name, future=False)
    if spec.kind in _NUMBERS:
        return NumberEdit(parent, name=name)
    return CodeEdit(parent, name=name) if spec.kind == "code" else TextEdit(parent, name=name)


def _yes_no() -> tuple[Option, ...]:
    return (Option(True, tr("term.yes")), Option(False, tr("term.no")))
