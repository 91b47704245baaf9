"""The list of parked drafts, on a blank order: Enter goes on with one, Esc puts the list away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from orderdesk.services.desk import Desk
from orderdesk.services.reading.parked import ParkedRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.order_card import wording
from orderdesk.ui.order_card.wording import OLD_AFTER_DAYS, Here
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_MOST_ROWS = 6  # before it scrolls: the order must stay in sight


class ParkedPanel(ListCard):
    """Hidden until it is asked for."""

    resumed = Signal(object)  # UUID
    shown = Signal()

    def __init__(self, desk: Callable[[], Desk], parent: QWidget) -> None:
        self._desk = desk
        super().__init__(
            RowsModel(_columns(self._here), parent), parent, name="entry.parked", heading="park.list",
            empty="park.none", spare=("tier",),
        )  # fmt: skip
        self.opened.connect(self._opened)
        language().changed.connect(self.retranslate)
        theme().changed.connect(self._fit)
        self.view.horizontalScrollBar().rangeChanged.connect(self._fit)
        self.hide()

    def open(self, rows: tuple[ParkedRow, ...]) -> None:
        """Show these drafts, the cursor on the first; without any the list goes."""
        if not rows:
            self.close_list()
            return
        self.show_rows(rows, str(len(rows)))
        self.view.go_to(0)
        self._fit()
        self.show()
        self.view.setFocus()
        self.shown.emit()

    def close_list(self) -> bool:
        """Put the list away; return whether it was there."""
        was_shown = not self.isHidden()
        self.hide()
        if was_shown:
            self.shown.emit()
        return was_shown

    def _fit(self) -> None:
        self.setFixedHeight(self.needed_height(_MOST_ROWS))

    def _opened(self, at: int) -> None:
        rows = self.view.rows_model.rows
        if 0 <= at < len(rows):
            self.resumed.emit(rows[at].id)

    def _here(self) -> Here:
        desk = self._desk()
        zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
        return Here(desk.today, zone, desk.settings["currency"])


def _columns(here: Callable[[], Here]) -> tuple[Column, ...]:
    def is_old(row: ParkedRow) -> bool:
        return here().days_since(row.entered_at) >= OLD_AFTER_DAYS

    def parked(row: ParkedRow) -> str:
        name = wording.local(row.parked_by, row.parked_by_en)
        return wording.joined((name, here().age(row.parked_at)))

    def old(row: ParkedRow) -> str:
        return tr("desk.draft.old", n=here().days_since(row.entered_at)) if is_old(row) else ""

    return (
        Column("number", "desk.column.number", lambda row: row.number, "code", width=136, strong=True),
        Column("customer", "desk.column.customer", lambda row: wording.local(row.customer, row.customer_en),
               width=150, stretches=True),
        Column("tier", "desk.column.tier", lambda row: wording.term("tier", row.tier), width=88,
               chip=lambda row: wording.tier_chip(row.tier)),
        Column("lines", "desk.column.lines", lambda row: str(row.line_count), "number", width=54),
        Column("total", "desk.column.total", lambda row: here().amount(row), "number", width=104),
        Column("parked", "park.column.parked", parked, width=180, tooltip=old,
               icon=lambda row: "clock" if is_old(row) else None, icon_word=old,
               tone=lambda row: "warn" if is_old(row) else None),
    )  # fmt: skip
