"""The page on which two twins become one: the other is picked, both stand side by side, one stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from orderdesk.services.reading.twins import MergePreview, merge_preview
from orderdesk.services.reading.whole_records import Standing
from orderdesk.services.store import Reader
from orderdesk.ui.asked import Facts
from orderdesk.ui.completion import Completion, Search, SuggestionColumn
from orderdesk.ui.editors import Choice, CodeEdit
from orderdesk.ui.fields import Field, WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.records.form import RecordForm
from orderdesk.ui.records.page import RecordPage
from orderdesk.ui.records.specs import FormSpec
from orderdesk.ui.records.values import value_at
from orderdesk.ui.records.wording import value_text
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme

_FOUND = (SuggestionColumn(90, "code"), SuggestionColumn(240), SuggestionColumn(160, tone="text_faint"))

ReadRecord = Callable[[Reader, UUID], Standing[Any] | None]


class MergePage(RecordPage):
    """Picks a twin and shows what merging would do. Nothing happens before ``merge_requested``."""

    merge_requested = Signal(object)  # MergePreview

    def __init__(
        self, page_id: str, type_name: Literal["customer", "item"], spec: FormSpec, read: ReadRecord,
        search: Search, facts: Facts, lent: Lent,
    ) -> None:  # fmt: skip
        super().__init__(page_id)
        self._type: Literal["customer", "item"] = type_name
        self._spec, self._read, self._facts, self._lent = spec, read, facts, lent
        self._own: Standing[Any] | None = None
        self._form: RecordForm[Any] | None = None
        self._twin: Standing[Any] | None = None
        self._may_change = False
        self.preview: MergePreview | None = None
        self.box = CodeEdit(self, name=f"{page_id}.twin")
        self._completion = Completion(self.box, search, _FOUND)
        self._completion.chosen.connect(self.pick)
        self.stays = Choice(self, name=f"{page_id}.stays")
        self.stays.activated.connect(lambda _at: self._ask())
        self.button = QPushButton(self)
        self.button.setObjectName(f"{page_id}.merge")
        self.button.setProperty("role", "main")
        self.button.clicked.connect(self.request)
        self._result = Label(parent=self)
        self._result.setWordWrap(True)
        self._problems = Label(parent=self, role="error")
        self._problems.setWordWrap(True)
        self._lay_out()
        language().follow(self)

    def pick(self, record_id: object) -> None:
        """Take a record as the twin, and read it."""
        if isinstance(record_id, UUID):
            self._lent.read(lambda reader: self._read(reader, record_id), self._take_twin)

    def request(self) -> None:
        """Ask for the merge as it is shown."""
        if self.preview is not None and not self.preview.problems:
            self.merge_requested.emit(self.preview)

    def show_form(self, form: RecordForm[Any], _marks: Mapping[str, str], *, may_change: bool) -> None:
        """Take over the record of this tab."""
        self._form, self._may_change = form, may_change
        self._own = None if form.is_new else Standing(form.revision or 0, form.record)
        self.box.setEnabled(may_change and self._own is not None)
        self._show()

    def landing(self) -> None:
        """Go to the box of the twin."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore(self) -> bool:
        """Empty the box."""
        had_text = bool(self.box.text())
        self.box.clear()
        return had_text

    def texts(self) -> list[list[str]]:
        """Return where the two differ: the word, this record's value, the twin's."""
        if self._own is None or self._twin is None:
            return []
        rows = []
        for path, spec in self._spec.fields().items():
            pair = [value_at(one.record, path) for one in (self._own, self._twin)]
            if pair[0] != pair[1]:
                rows.append([tr(spec.word), *(value_text(value, spec, self._facts) for value in pair)])
        for table in self._spec.all_tables():
            counts = [str(len(value_at(one.record, table.path))) for one in (self._own, self._twin)]
            if counts != ["0", "0"]:
                rows.append([tr(table.word), *counts])
        return rows

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._field.retranslate()
        self._stays_field.retranslate()
        self.box.setPlaceholderText(tr("records.merge.hint"))
        self.button.setText(tr("records.merge.action"))
        self._show()

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(theme().space("near"))
        row = WrapRow(card)
        self._field = Field("records.merge.twin", self.box, row, note=False)
        self._stays_field = Field("records.merge.stays", self.stays, row, note=False)
        row.add(self._field, 320, 2)
        row.add(self._stays_field, 260, 2)
        self._grid_box = QWidget(card)
        self._grid = QGridLayout(self._grid_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().space("wide"))
        area = QScrollArea(card)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._grid_box)
        for ground in (area.viewport(), self._grid_box):
            ground.setAutoFillBackground(False)  # it stands on the card
        column.addWidget(row)
        column.addWidget(self._result)
        column.addWidget(self._problems)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(area, 1)
        card.setMinimumHeight(theme().px(320))
        self.scrolled().addWidget(card)

    def _take_twin(self, found: Standing[Any] | None) -> None:
        self._twin = found
        self.stays.setCurrentIndex(0)
        self._ask()

    def _ask(self) -> None:
        """Read what merging the two this way round would do."""
        self.preview = None
        self._show()
        if self._own is None or self._twin is None:
            return
        own, twin = self._own.record.id, self._twin.record.id
        keep, gone = (own, twin) if self.stays.currentIndex() <= 0 else (twin, own)
        kind = self._type
        self._lent.read(lambda reader: merge_preview(reader, kind, keep, gone), self._take_preview)

    def _take_preview(self, preview: MergePreview) -> None:
        self.preview = preview
        self._show()
        if not preview.problems and self.box.hasFocus():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        at = max(self.stays.currentIndex(), 0)
        names = [_name(one) for one in (self._own, self._twin) if one is not None]
        self.stays.clear()
        self.stays.addItems(names)
        self.stays.setCurrentIndex(min(at, len(names) - 1))
        self.stays.setEnabled(len(names) == 2 and self._may_change)
        self._show_result()
        self._show_grid()

    def _show_result(self) -> None:
        preview = self.preview
        modified = self._form is not None and self._form.is_modified
        problems = [tr(one.code, **one.params) for one in preview.problems] if preview is not None else []
        if modified and self._twin is not None:
            problems.append(tr("records.save_first"))
        self._problems.setText("\n".join(problems))
        self._problems.setVisible(bool(problems))
        self.button.setVisible(preview is not None and not problems and self._may_change)
        if preview is None:
            self._result.setText(tr("records.merge.what"))
            return
        counts = [tr(f"records.merge.{name}", n=n) for name, n in preview.counts.items() if n]
        self._result.setText(tr("records.merge.moves", counts=counts or [tr("records.merge.nothing")]))

    def _show_grid(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        rows = self.texts()
        names = [_name(one) for one in (self._own, self._twin) if one is not None]
        for at, texts in enumerate([["", *names], *rows] if rows else []):
            for column, text in enumerate(texts):
                role = "strong" if at == 0 else "quiet" if column == 0 else ""
                label = Label(text, self._grid_box, role=role)
                label.setWordWrap(True)
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self._grid.addWidget(label, at, column)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(len(rows) + 1, 1)


def _name(standing: Standing[Any]) -> str:
    return f"{standing.record.code}  {standing.record.name}"
