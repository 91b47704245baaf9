"""A page of rows that are only read: the orders of a customer, what it buys, its prices, who changed it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from orderdesk.services.store import Reader
from orderdesk.ui.lending import Lent
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.records.page import RecordPage
from orderdesk.ui.tables.columns import Column, Row
from orderdesk.ui.tables.rows_model import RowsModel

Load = Callable[[Reader, UUID], Sequence[Row]]


class ListPage(RecordPage):
    """Reads its rows when it comes up, and again when it is told that they may have changed."""

    opened = Signal(object)  # the row
    moved = Signal(object)  # the row, None without one
    loaded = Signal()

    def __init__(
        self, page_id: str, columns: Sequence[Column], load: Load, lent: Lent, *,
        heading: str, empty: str, spare: tuple[str, ...] = (),
        identity: Callable[[Row], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(page_id)
        self._load = load
        self._lent = lent
        self._record_id: UUID | None = None
        self._is_stale = True
        self._beside: QWidget | None = None
        model = RowsModel(columns, self, identity=identity) if identity else RowsModel(columns, self)
        self.list = ListCard(model, self, name=f"{page_id}.list", heading=heading, empty=empty, spare=spare)
        self.list.opened.connect(self._opened)
        self.list.moved.connect(lambda _at: self.moved.emit(self.list.current()))
        self.column.addWidget(self.list)
        self.list.retranslate()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows on show."""
        return self.list.view.rows_model.rows

    def show_form(self, form: Any, _marks: Any, *, may_change: bool) -> None:
        """Remember whose rows these are; a record that is not in the store has none."""
        record_id = None if form.is_new else form.record.id
        if record_id != self._record_id:
            self._record_id, self._is_stale = record_id, True
        if form.is_new:
            self.list.show_rows((), "")

    def come_up(self) -> None:
        """Read the rows where they are not known to be true."""
        if self._record_id is None or not self._is_stale:
            return
        self._is_stale = False
        record_id = self._record_id
        self._lent.read(lambda reader: tuple(self._load(reader, record_id)), self._show)

    def stale(self) -> None:
        """The rows may have changed; they are read again at once if they can be seen."""
        self._is_stale = True
        if self.isVisible():
            self.come_up()

    def context(self) -> QWidget | None:
        """Return what the context panel shows beside the rows."""
        return self._beside

    def set_context(self, widget: QWidget) -> None:
        """Show something beside the rows, such as the card of the one in focus."""
        self._beside = widget

    def landing(self) -> None:
        """Go to the rows."""
        self.list.view.setFocus()

    def _show(self, rows: tuple[Row, ...]) -> None:
        self.list.show_rows(rows, str(len(rows)) if rows else "")
        self.loaded.emit()
        self.moved.emit(self.list.current())

    def _opened(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self.opened.emit(self.rows[at])
