"""The sheet of several approvals: how many, how much, the highest, and what is odd about each order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui.editors import CodeEdit
from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.inbox import wording
from orderdesk.ui.screens.inbox.bulk import BulkRow, BulkSheet
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme


def _why(row: BulkRow) -> str:
    reason = row.card.row.reason
    parts = [] if row.is_seen else [tr("inbox.bulk.not_opened")]
    if not row.can_choose:
        parts = [tr("inbox.bulk.own_order")]
    if row.card.credit_after is not None and row.card.credit_after < 0:
        over = wording.amount_text(-row.card.credit_after, row.card.row.currency)
        parts.append(tr("inbox.bulk.over_credit", amount=over))
    if not row.card.is_as_submitted:
        parts.append(tr("inbox.bulk.changed"))
    if row.card.holds:
        parts.append(tr("inbox.bulk.held", n=len(row.card.holds)))
    parts += [wording.reason_text(reason)] if reason is not None else []
    return wording.joined(parts, ";")


def _state_of(row: BulkRow) -> str:
    if not row.can_choose:
        return "inbox.bulk.own_order"
    return "inbox.bulk.ticked" if row.is_chosen else "inbox.bulk.not_ticked"


_COLUMNS = (
    Column("chosen", "inbox.bulk.column.chosen", lambda row: "", "code", 34,
           icon=lambda row: "circle-check" if row.is_chosen else "minus" if row.can_choose else "ban",
           icon_tone=lambda row: "accent" if row.is_chosen else "text_faint",
           icon_word=lambda row: tr(_state_of(row))),
    Column("number", "inbox.bulk.column.number", lambda row: row.card.row.number, "code", 128),
    Column("total", "inbox.bulk.column.total",
           lambda row: wording.amount_text(row.card.row.total, row.card.row.currency), "number", 110,
           strong=True),
    Column("customer", "inbox.bulk.column.customer",
           lambda row: wording.local_name(row.card.row.customer, row.card.row.customer_en), width=150),
    Column("why", "inbox.bulk.column.why", _why, width=220, stretches=True,
           icon=lambda row: "triangle-alert" if row.is_alarming else None,
           icon_tone=lambda row: "warn", tooltip=_why),
)  # fmt: skip


class _Rows(GridView):
    """The orders of the sheet: Space ticks, j and k move as everywhere in the inbox."""

    toggled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or x; j and k move like the arrows."""
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_X):
            self.toggled.emit()
        elif event.key() in steps:
            row = self.current_row() + steps[Qt.Key(event.key())]
            self.go_to(max(0, min(row, self.rows_model.rowCount() - 1)))
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class BulkSheetPane(QFrame):
    """Asks once about all that was marked; Ctrl+Enter approves what is ticked, Esc leaves all as it is."""

    toggled = Signal(object)  # id of a task
    sent = Signal(str)  # the count as typed
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.bulk")
        self.setProperty("role", "card")
        self._sheet: BulkSheet | None = None
        self._problem = ""
        self.title = Label(parent=self, role="section")
        self.facts = Label(parent=self, role="caption")
        self.facts.setWordWrap(True)
        model = RowsModel(_COLUMNS, self)
        self.rows = _Rows(model, self, name="inbox.bulk.rows", whole_rows=True)
        self.rows.toggled.connect(self._toggle_current)
        self.rows.row_opened.connect(lambda _row: self._toggle_current())
        self.hint = Label(parent=self, role="quiet")
        self.hint.setWordWrap(True)
        self.problem = Label(parent=self, role="error")
        self.problem.setWordWrap(True)
        self.count = CodeEdit(self, name="inbox.bulk.count")
        self.count.enter_pressed.connect(lambda _backwards: self.submit())
        self._count_label = Label(parent=self)
        self._count_label.setBuddy(self.count)
        self.send = QPushButton(self)
        self.send.setObjectName("inbox.bulk.send")
        self.send.setProperty("role", "main")
        self.send.clicked.connect(self.submit)
        self.cancel = QPushButton(self)
        self.cancel.setObjectName("inbox.bulk.cancel")
        self.cancel.clicked.connect(self.cancelled)
        self._lay_out()

    def show_sheet(self, sheet: BulkSheet) -> None:
        """Show the sheet as it is now; a new one takes the focus."""
        is_new = self._sheet is None
        self._sheet, self._problem = sheet, ""
        self.rows.rows_model.show_rows(sheet.rows)
        self.retranslate()
        self.show()
        if is_new:
            self.count.clear()
            self.rows.go_to(0)
            self.rows.setFocus()

    def put_away(self) -> None:
        """Close the sheet."""
        self._sheet = None
        self.hide()

    def show_problem(self, code: str) -> None:
        """Say what is missing, and go where it is given."""
        self._problem = code
        self.retranslate()
        if self.count.isVisible():
            self.count.setFocus()
            self.count.selectAll()

    def submit(self) -> None:
        """Ask for the approval of what is ticked."""
        self.sent.emit(self.count.text())

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        sheet = self._sheet
        if sheet is None:
            return
        chosen = len(sheet.chosen)
        self.title.setText(tr("inbox.bulk.title", n=chosen, of=len(sheet.rows)))
        self.facts.setText(_facts(sheet))
        self.hint.setText(tr("inbox.bulk.hint"))
        self._count_label.setText(tr("inbox.bulk.type_count", n=chosen))
        self.count.setAccessibleName(self._count_label.text())
        for part in (self._count_label, self.count):
            part.setVisible(sheet.needs_count)
        self.problem.setText(tr(self._problem, n=chosen) if self._problem else "")
        self.problem.setVisible(bool(self._problem))
        self.send.setText(f"{tr('inbox.bulk.send', n=chosen)}  Ctrl+Enter")
        self.send.setEnabled(chosen > 0)
        self.cancel.setText(f"{tr('inbox.cancel')}  Esc")
        self.rows.setAccessibleName(self.title.text())

    def _toggle_current(self) -> None:
        rows, at = self.rows.rows_model.rows, self.rows.current_row()
        if 0 <= at < len(rows):
            self.toggled.emit(rows[at].id)

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(theme().space("near"))
        asked.addWidget(self._count_label)
        asked.addWidget(self.count)
        asked.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().space("near"))
        buttons.addWidget(self.send)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.rows, 1)
        column.addWidget(self.hint)
        column.addLayout(asked)
        column.addWidget(self.problem)
        column.addLayout(buttons)


def _facts(sheet: BulkSheet) -> str:
    sums = "  ".join(
        f"{currency} {wording.amount_text(total, currency)}" for currency, total in sorted(sheet.sums.items())
    )
    highest = sheet.highest
    if highest is None:
        return tr("inbox.bulk.none")
    shown = f"{highest.currency} {wording.amount_text(highest.total, highest.currency)}"
    return tr("inbox.bulk.facts", sums=sums, highest=shown, number=highest.number)
