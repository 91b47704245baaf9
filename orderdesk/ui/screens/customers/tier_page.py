"""The page of a customer's tier: what it was, what it becomes from a day on, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from orderdesk.services.reading.order_list import order_count
from orderdesk.services.reading.tiers import TierChangeRow, tier_changes
from orderdesk.services.store import Reader
from orderdesk.ui.backend import Backend
from orderdesk.ui.chips import Chip
from orderdesk.ui.editors import Choice, TextEdit
from orderdesk.ui.fields import DateEdit, Field, WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.order_card.wording import local, term, tier_chip
from orderdesk.ui.records.facts import here_of
from orderdesk.ui.records.form import RecordForm
from orderdesk.ui.records.page import RecordPage
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.customers.record import tiers_of
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_CHIPS = {"applied": "approved", "planned": "waiting", "cancelled": "refused"}


@dataclass(frozen=True, slots=True)
class TierWish:
    """What was typed; ``day`` is ``None`` where no day can be read."""

    tier: str
    reason: str
    day: date | None


class TierPage(RecordPage):
    """Asks for a change and shows all changes, the planned ones too."""

    change_requested = Signal(object)  # TierWish
    cancel_requested = Signal(object)  # id of a planned change

    def __init__(self, backend: Backend, lent: Lent) -> None:
        super().__init__("customer.tier")
        self._backend, self._lent = backend, lent
        self._form: RecordForm[Any] | None = None
        self._may_change = False
        self._drafts = 0
        self._tiers: tuple[str, ...] = ()
        self.tier = Choice(self, name="customer.tier.new")
        self.day = DateEdit(self, name="customer.tier.day")
        self.day.set_today(lambda: backend.desk().today)
        self.reason = TextEdit(self, name="customer.tier.reason")
        self.button = QPushButton(self)
        self.button.setObjectName("customer.tier.change")
        self.button.setProperty("role", "main")
        self.button.clicked.connect(self.request)
        self.reason.enter_pressed.connect(lambda _backwards: self.request())
        self.day.enter_pressed.connect(lambda _backwards: self.reason.setFocus())
        self.day.installEventFilter(self)
        self._note = Label(parent=self, role="quiet")
        self._note.setWordWrap(True)
        self.list = ListCard(
            RowsModel(self._columns(), self), self, name="customer.tier.list",
            heading="customers.tier.history", empty="customers.tier.none", spare=("who",),
        )  # fmt: skip
        self.list.moved.connect(lambda _at: self.offers_changed.emit())
        self._lay_out()
        language().follow(self)

    def request(self) -> None:
        """Ask for what is typed."""
        at = self.tier.currentIndex()
        if 0 <= at < len(self._tiers) and self._may_change:
            self.change_requested.emit(TierWish(self._tiers[at], self.reason.text(), self.day.day()))

    def done(self) -> None:
        """What was asked for is done: the boxes are free for the next change."""
        self.reason.clear()
        self.come_up()

    def show_form(self, form: RecordForm[Any], _marks: Mapping[str, str], *, may_change: bool) -> None:
        """Offer the tiers that there are."""
        self._form, self._may_change = form, may_change and not form.is_new
        tiers = tiers_of(self._backend.desk())
        if tiers != self._tiers:
            self._tiers = tiers
            self.tier.clear()
            self.tier.addItems([term("tier", one) for one in tiers])
            self.tier.setCurrentIndex(tiers.index(form.record.tier) if form.record.tier in tiers else 0)
        if not self.day.text():
            self.day.setText(self._backend.desk().today.isoformat())
        for box in (self.tier, self.day, self.reason, self.button):
            box.setEnabled(self._may_change)
        self._say()

    def come_up(self) -> None:
        """Read the changes, and how many drafts a change would touch."""
        if self._form is None or self._form.is_new:
            return
        customer_id, today = self._form.record.id, self._backend.desk().today

        def work(reader: Reader) -> tuple[tuple[TierChangeRow, ...], int]:
            return tier_changes(reader, customer_id), order_count(reader, "drafts", customer_id, today)

        self._lent.read(work, self._take)

    def actions(self) -> tuple[str, ...]:
        """Return that a planned change can be given up."""
        return ("line.delete",) if self._planned() is not None and self._may_change else ()

    def run_action(self, action_id: str) -> bool:
        """Give the planned change with the cursor up."""
        planned = self._planned()
        if action_id != "line.delete" or planned is None:
            return False
        self.cancel_requested.emit(planned)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let typing replace the day that stands there."""
        if watched is self.day and event.type() == QEvent.Type.FocusIn:
            self.day.selectAll()
        return False

    def landing(self) -> None:
        """Go to the new tier; who may not change it goes to the history."""
        (self.tier if self._may_change else self.list.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for field in self._fields:
            field.retranslate()
        self.button.setText(tr("customers.tier.change"))
        self.reason.setPlaceholderText(tr("customers.tier.reason_hint"))
        for at, one in enumerate(self._tiers):
            self.tier.setItemText(at, term("tier", one))
        self.list.retranslate()
        self._say()

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(theme().space("near"))
        row = WrapRow(card)
        self._fields = [
            Field("customers.tier.new", self.tier, row, note=False),
            Field("customers.tier.day", self.day, row, note=False),
            Field("customers.tier.reason", self.reason, row, note=False),
        ]
        for field, width, stretch in zip(self._fields, (150, 140, 360), (0, 0, 1), strict=True):
            row.add(field, width, stretch)
        column.addWidget(row)
        column.addWidget(self._note)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        inside = self.scrolled()
        inside.addWidget(card)
        inside.addWidget(self.list, 1)

    def _take(self, found: tuple[tuple[TierChangeRow, ...], int]) -> None:
        rows, self._drafts = found
        self.list.show_rows(rows, str(len(rows)) if rows else "")
        self._say()
        self.offers_changed.emit()

    def _say(self) -> None:
        self._note.setText(tr("customers.tier.drafts", n=self._drafts))

    def _planned(self) -> UUID | None:
        row = self.list.current()
        return row.id if isinstance(row, TierChangeRow) and row.state == "planned" else None

    def _columns(self) -> tuple[Column, ...]:
        def state(row: TierChangeRow) -> str:
            return tr(f"customers.tier.{row.state}")

        def day(row: TierChangeRow) -> str:
            return here_of(self._backend.desk()).day(row.effective)

        return (
            Column("day", "customers.tier.day", day, "date", 150),
            Column(
                "from", "customers.tier.from", lambda row: term("tier", row.from_tier), width=100,
                chip=lambda row: tier_chip(row.from_tier),
            ),
            Column(
                "to", "customers.tier.to", lambda row: term("tier", row.to_tier), width=100,
                chip=lambda row: tier_chip(row.to_tier),
            ),
            Column(
                "state", "customers.field.status", state, width=120,
                chip=lambda row: Chip(_CHIPS[row.state], state(row)),
            ),
            Column(
                "reason", "customers.tier.reason", lambda row: row.reason, width=220, stretches=True,
                tooltip=lambda row: row.reason,
            ),
            Column("who", "records.column.who", lambda row: local(row.who, row.who_en), width=110),
        )  # fmt: skip
