"""The day check in a tab: counts on top, one list of all that is left, the card of the order beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from orderdesk.intake.files.exporting import PageLook
from orderdesk.printing.papers import A4
from orderdesk.printing.table_sheet import TableSheet, render_table
from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.day_check import CheckRow, DayCheck, Section, day_check
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.store import Reader
from orderdesk.ui.actions import key_text
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language, tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.messages import Message, Severity
from orderdesk.ui.order_card.view import OrderCardView
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.paper.around import Asked, Drawn, PaperSource
from orderdesk.ui.paper.place import PaperPlace
from orderdesk.ui.paper.sources import ConfirmationSource, NoteSource
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.screens.daycheck import columns
from orderdesk.ui.screens.daycheck.counts import Counts
from orderdesk.ui.screens.daycheck.presenter import MOST_ROWS, DayCheckPresenter
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.wire.commands import CommandData

_NOWHERE = Here(date.min, "UTC", "")
_LISTS: Mapping[Section, str] = {"drafts": "drafts", "approvals": "pending", "due": "due_today",
                                 "unprinted": "all", "missed": "overdue"}  # fmt: skip
_WHOLE = UUID(int=0)  # the key of the check as a paper: there is only one


class DayCheckScreen(Screen):
    """What a clerk looks at before going home."""

    screen_id = "daycheck"

    def __init__(self, backend: Backend, _key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._here = _NOWHERE
        model = RowsModel(
            columns.check_columns(lambda: self._here, self._what_to_do),
            self,
            identity=lambda row: (row.section, row.id),
        )
        sources: dict[str, PaperSource] = {
            "note": NoteSource(), "confirmation": ConfirmationSource(backend.desk),
            "check": _CheckSource(backend, lambda: self._here),
        }  # fmt: skip
        self.papers = PaperPlace(backend, lambda: sources, self, name="daycheck.paper")
        self.list = ListCard(
            model, self.papers.work, name="daycheck.list", heading="daycheck.heading", empty="daycheck.clear",
            spare=("tier", "cause", "do", "who"),
        )  # fmt: skip
        self.counts = Counts(self.list)
        self.list.put_below_heading(self.counts)
        self.list.view.set_letter_actions(("desk.open", "order.note"))
        self.card = OrderCardView(name="daycheck.card", prints_notes=True)
        self.destroyed.connect(self.card.deleteLater)  # the shell's panel hands it back without a parent
        self.presenter = DayCheckPresenter(Lent(backend, self), self)
        column = QVBoxLayout(self.papers.work)
        column.setContentsMargins(*[theme().space("apart")] * 4)
        column.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.papers)
        self._connect(backend)
        self.retranslate()
        self.presenter.refresh()

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("ui.action.day.check")

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        if self.papers.is_on_show:
            return self.papers.actions()
        row = self._row()
        opens = ("desk.open", "list") if row is not None else ()
        notes = ("order.note",) if row is not None and row.section == "unprinted" else ()
        has_rows = self.presenter.check is not None and not self.presenter.check.is_clear
        return (*opens, *notes, *(("print", "preview", "export") if has_rows else ()), "refresh")

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        row = self._row()
        words = {"list": "daycheck.action.list"}
        return words | ({"desk.open": f"daycheck.do.{self._way_on(row)}"} if row is not None else {})

    def run_action(self, action_id: str) -> bool:
        """Do it; Esc puts a paper away."""
        if self.papers.is_on_show:
            return self.papers.run_action(action_id)
        row = self._row()
        runs = {
            "desk.open": lambda: self._open(row),
            "order.note": lambda: self._show_note(row),
            "list": lambda: self._go_to_list(row),
            "print": lambda: self.papers.print_at_once("check", _WHOLE),
            "preview": lambda: self.papers.open("check", _WHOLE),
            "export": self._ask_file,
            "refresh": self.presenter.refresh,
        }
        if action_id not in runs:
            return False
        runs[action_id]()
        return True

    def context_widget(self) -> QWidget | None:
        """Return the card of the order in focus."""
        return self.card

    def summary(self) -> Summary:
        """Return how many things are left."""
        check = self.presenter.check
        return Summary(tr("daycheck.left", n=len(check.rows))) if check is not None else Summary()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the list, or the paper in its place."""
        return (self.papers.preview,) if self.papers.is_on_show else (self.list.view,)

    def first_focus(self) -> None:
        """Start in the list."""
        self.list.view.setFocus()

    def retranslate(self) -> None:
        """Say counts and list again."""
        self.counts.retranslate()
        if self.presenter.check is not None:
            self._show_rows(self.presenter.check)
        self.list.retranslate()

    # what the presenter asks

    def show_check(self, check: DayCheck) -> None:
        """Show what is left; the cursor stays with its row."""
        currency = self._backend.desk().settings["currency"]
        self._here = Here(check.today, check.zone, currency)
        self.counts.show_counts(check.counts)
        self._show_rows(check)
        self._follow_cursor()
        self.summary_changed.emit()

    def show_card(self, card: OrderCard | None) -> None:
        """Show the card of the order in focus."""
        self.card.show_card(card, self._here)

    def tell(self, code: str, severity: Severity, params: Mapping[str, object]) -> None:
        """Show a sentence in the message strip."""
        self.message.emit(Message(code, params, severity))

    def export_to(self, path: Path) -> None:
        """Write all that is left to a file."""
        here = self._here
        header = [tr(f"daycheck.column.{name}") for name in columns.HEADER]
        page = tr("orders.page", page="{page}", pages="{pages}")
        look = PageLook(self.title(), here.today.isoformat(), page, language().current)
        self.presenter.export(path, header, lambda row: columns.cells_of(row, here), look)

    # inside

    def _connect(self, backend: Backend) -> None:
        self.list.moved.connect(lambda _row: self._follow_cursor())
        self.list.opened.connect(lambda _row: self._open(self._row()))
        self.list.view.action_keyed.connect(self._keyed)
        self.counts.chosen.connect(self._go_to_section)
        self.card.note_requested.connect(partial(self.papers.open, "note"))
        self.papers.message.connect(self.message)
        self.papers.changed.connect(self.actions_changed)
        backend.notifier.changed.connect(self.presenter.note_changes)
        backend.desk_changed.connect(self.presenter.refresh)
        backend.person_changed.connect(self._refresh_actions)

    def _refresh_actions(self) -> None:
        self.list.view.viewport().update()
        self.actions_changed.emit()

    def _show_rows(self, check: DayCheck) -> None:
        rows = check.rows[:MOST_ROWS]
        self.list.show_rows(rows, tr("daycheck.left", n=len(check.rows)) if rows else "")

    def _row(self) -> CheckRow | None:
        row = self.list.current()
        return row if isinstance(row, CheckRow) else None

    def _follow_cursor(self) -> None:
        row = self._row()
        self.presenter.focus(row.order_id if row is not None else None)
        self.actions_changed.emit()

    def _keyed(self, action_id: str) -> None:
        if action_id == "order.note":
            self.run_action(action_id)

    def _may(self, command: str) -> bool:
        person = self._backend.person
        return person is not None and allowing_row(person.roles, command, "any") is not None

    def _way_on(self, row: CheckRow) -> str:
        """Return what Enter does with a row, as who works here may."""
        if row.section == "drafts" and self._may("save_draft"):
            return "open"
        if row.section == "unprinted" and self._may("record_print"):
            return "note"
        person = self._backend.person
        if row.section == "approvals" and person is not None and person.roles & {"manager", "finance"}:
            return "decide"
        return "show"

    def _what_to_do(self, row: CheckRow) -> str:
        return f"{tr(f'daycheck.do.{self._way_on(row)}')}  {key_text('Enter')}"

    def _open(self, row: CheckRow | None) -> None:
        if row is None:
            return
        way = self._way_on(row)
        if way == "open":
            self.open_requested.emit("entry", row.order_id)
        elif way == "note":
            self._show_note(row)
        elif way == "decide":
            self.open_requested.emit("inbox", row.id)
        else:
            self.context_requested.emit()

    def _show_note(self, row: CheckRow | None) -> None:
        if row is not None and row.section == "unprinted":
            self.papers.open("note", row.id)

    def _go_to_list(self, row: CheckRow | None) -> None:
        if row is not None:
            self.open_requested.emit("orders", _LISTS[row.section])

    def _go_to_section(self, section: str) -> None:
        rows = self.list.view.rows_model.rows
        at = next((at for at, row in enumerate(rows) if row.section == section), -1)
        self.list.view.setFocus()
        if at >= 0:
            self.list.view.go_to(at)

    def _ask_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{self.title()} {self._here.today.isoformat()}.pdf"
        dialog = QFileDialog(self, tr("ui.action.export"), str(Path(folder) / name))
        dialog.setObjectName("daycheck.file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)", "Excel (*.xlsx)", "CSV (*.csv)"])
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind[-5:-1].lstrip("*.")))
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()


class _CheckSource:
    """The day check as a paper: nothing of it is recorded."""

    kind = "day_check"
    papers = ("a4",)
    unknown = "daycheck.clear"

    def __init__(self, backend: Backend, here: columns.Where) -> None:
        self._backend = backend
        self._here = here

    def draw(self, connection: Reader, _key: UUID, asked: Asked) -> Drawn | None:
        """Return what is left now, in the language on show; nothing where all is clear."""
        check, here = day_check(connection, self._backend.clock.now()), self._here()
        if check.is_clear:
            return None
        header = tuple(tr(f"daycheck.column.{name}") for name in columns.HEADER)
        rows = tuple(
            tuple(
                columns.amount_text(row, row.currency) if at == 5 else str(cell)
                for at, cell in enumerate(cells)
            )
            for row, cells in ((row, columns.cells_of(row, here)) for row in check.rows)
        )
        sheet = TableSheet(
            tr("ui.action.day.check"), check.today.isoformat(), header, rows, frozenset({5}),
            tr("orders.page", page="{page}", pages="{pages}"), asked.language,
        )  # fmt: skip
        name = f"daycheck-{check.today.isoformat()}"
        title = partial(tr, "ui.action.day.check")
        return Drawn(title=title, number=name, file_name=name, rendered=render_table(sheet, A4),
                     is_recorded=False)  # fmt: skip

    def record(self, _key: UUID, _drawn: Drawn, _language: object, _reason: str) -> CommandData | None:
        """Return that nothing is recorded."""
        return None

    def prints(self, _connection: Reader, _key: UUID) -> int:
        """Return that no print is recorded."""
        return 0
