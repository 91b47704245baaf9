"""Rulebooks in a tab: books and versions on the left, one table with what is wrong with it on the right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orderdesk.clock import business_date
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.services.reading.rules import BookRow, CheckedProblem, VersionRow
from orderdesk.ui.backend import Backend
from orderdesk.ui.focus import holds_focus
from orderdesk.ui.language import language, tr
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.messages import Message
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.screens.rules import columns, wording
from orderdesk.ui.screens.rules.bars import PublishBar, ReasonBar
from orderdesk.ui.screens.rules.contract import Key
from orderdesk.ui.screens.rules.keys import RuleKeys
from orderdesk.ui.screens.rules.presenter import RulesPresenter
from orderdesk.ui.screens.rules.sheet import place_of
from orderdesk.ui.screens.rules.sheet_card import SheetCard
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.wire.outcomes import Changes
from orderdesk.words import problem_text

SAVE_MS = 400
_MOST_LISTED = 5


class RulesScreen(Screen):
    """Where the business changes its own rules."""

    screen_id = "rules"

    def __init__(self, backend: Backend, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._is_showing = False
        self.presenter = RulesPresenter(backend, self, _read_key(key))
        self.books = ListCard(
            RowsModel(columns.book_columns(), self, identity=lambda row: row.book), self, name="rules.books",
            heading="rules.books", empty="rules.books.none", spare=("draft", "live"),
        )  # fmt: skip
        self.versions = ListCard(
            RowsModel(columns.version_columns(self._instant), self, identity=lambda row: row.version), self,
            name="rules.versions", heading="rules.versions", empty="rules.versions.none",
            spare=("reason", "by", "from"),
        )  # fmt: skip
        self.card = SheetCard(self.presenter, self)
        self.problems = ListCard(
            RowsModel(columns.problem_columns(self._place), self, identity=lambda row: row.key), self,
            name="rules.problems", heading="rules.problems", empty="rules.problems.none", spare=("accepted",),
        )  # fmt: skip
        self.moves = ListCard(
            RowsModel(columns.move_columns(self._currency), self, identity=_identity), self,
            name="rules.moves", heading="rules.moves", empty="rules.moves.none", spare=("highest", "money"),
        )  # fmt: skip
        self.publish = PublishBar(self, self._today)
        self.ask = ReasonBar(self, name="rules.ask")
        self.keys = RuleKeys(self)
        self._saving = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._lay_out()
        self._connect(backend)
        self.retranslate()
        self.presenter.refresh()

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("ui.area.rules")

    def is_modified(self) -> bool:
        """Return whether something typed is not in the store yet."""
        return self.presenter.drafting.is_dirty

    def can_close(self) -> bool:
        """What is typed is saved first; then the tab may go."""
        return self.card.finish() and self.presenter.drafting.save()

    def let_go(self) -> None:
        """What is read from now on has nobody to be shown to."""
        self._saving.stop()
        self.presenter.close()

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        return self.keys.offered()

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        return self.keys.words()

    def run_action(self, action_id: str) -> bool:
        """Do it; what is open in a cell is taken first."""
        return self.keys.run(action_id)

    def summary(self) -> Summary:
        """Return how many rows there are, and whether the store has them."""
        sheet = self.presenter.sheet
        text = tr("rules.rows", n=len(sheet.rows)) if sheet is not None else ""
        is_saved = not self.presenter.drafting.is_dirty
        return Summary(text, "" if is_saved else tr("rules.state.unsaved"), is_saved=is_saved)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the lists and the table: what F6 walks through."""
        grid = (self.card.grid,) if self.card.grid is not None else ()
        return (self.books.view, *grid, self.problems.view, self.moves.view, self.versions.view)

    def first_focus(self) -> None:
        """Start in the table."""
        (self.card.grid or self.books.view).setFocus()

    def retranslate(self) -> None:
        """Say lists and table again."""
        for card in (self.books, self.versions, self.problems, self.moves):
            card.retranslate()
        self.show_books()
        self.show_table()

    # what the presenter asks

    def show_books(self) -> None:
        """Show the rulebooks, and the versions of the one on show."""
        presenter = self.presenter
        self._is_showing = True
        self.books.show_rows(presenter.books, "")
        at = next((at for at, row in enumerate(presenter.books) if row.book == presenter.book), 0)
        if presenter.books:
            self.books.view.go_to(at)
        self.versions.show_rows(presenter.versions, "")
        self._is_showing = False

    def show_table(self) -> None:
        """Show the table with its problems, what it was rehearsed on, and what works now."""
        presenter = self.presenter
        had_grid = self.card.grid
        self.card.show_table()
        self.problems.show_rows(presenter.problems, self._counted())
        self._show_rehearsal()
        self.publish.offer_reroute(may=presenter.publishing.can_reroute)
        self.publish.show_bars(
            tuple(problem_text(one, language().current) for one in presenter.publishing.refused)
        )
        if had_grid is None and self.card.grid is not None and holds_focus(self):
            self.card.grid.setFocus()
        self._fit_lists()
        self.title_changed.emit()
        self.summary_changed.emit()
        self.actions_changed.emit()

    def go_to_cell(self, row: int, column: str) -> None:
        """Put the cursor on a row, in the column of that name where it is named."""
        self.card.go_to(row, column)

    def save_soon(self) -> None:
        """Save the draft in a moment."""
        if not self.presenter.publishing.is_running:
            self._saving.start()

    def show_message(self, message: Message) -> None:
        """Show a message in the strip."""
        self.message.emit(message)
        if message.code == "rules.published":
            self.publish.forget()

    # inside

    def _lay_out(self) -> None:
        apart = theme().space("apart")
        left, right, below = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for layout in (left, right, below):
            layout.setSpacing(apart)
        left.addWidget(self.books)
        left.addWidget(self.versions, 1)
        below.addWidget(self.problems, 1)
        below.addWidget(self.moves, 1)
        right.addWidget(self.card, 1)
        right.addWidget(self.publish)
        right.addWidget(self.ask)
        right.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(apart, apart, apart, apart)
        row.setSpacing(apart)
        row.addLayout(left, 3)
        row.addLayout(right, 9)

    def _connect(self, backend: Backend) -> None:
        self._saving.timeout.connect(self.presenter.drafting.save)
        self.versions.view.set_letter_actions(("desk.open", "adjustments.roll_back", "help.keys"))
        self.versions.view.action_keyed.connect(self._keyed)
        self.versions.moved.connect(lambda _at: self.actions_changed.emit())
        self.books.moved.connect(self._book_moved)
        self.books.opened.connect(lambda _at: self.first_focus())
        self.versions.opened.connect(lambda _at: self._open_version())
        self.problems.opened.connect(lambda _at: self.keys.open_problem())
        self.card.moved.connect(self.actions_changed)
        self.publish.given.connect(self.keys.publish_given)
        for bar in (self.publish, self.ask):
            bar.closed.connect(self.keys.close_bars)
        backend.notifier.changed.connect(self._changed)
        backend.person_changed.connect(self.show_table)

    def _changed(self, changes: Changes) -> None:
        self.presenter.note_changes(changes)

    def _book_moved(self, _at: int) -> None:
        row = self.books.current()
        if not self._is_showing and isinstance(row, BookRow):
            if not self.card.finish():
                return
            self.presenter.drafting.when_saved(lambda: self.presenter.show_book(row.book))

    def _keyed(self, action_id: str) -> None:
        if action_id != "desk.open":  # the list itself tells of that
            self.run_action(action_id)

    def _open_version(self) -> None:
        row = self.versions.current()
        if isinstance(row, VersionRow):
            self.presenter.show_version(row.version)

    def _show_rehearsal(self) -> None:
        presenter = self.presenter
        if presenter.publishing.is_running:
            self.moves.say_when_empty("rules.rehearse.running")
            self.moves.show_rows((), "")
            return
        state = presenter.draft.rehearsal if presenter.draft is not None and not presenter.version else None
        if state is None:
            self.moves.say_when_empty("rules.moves.none")
            self.moves.show_rows((), "")
            return
        found = state.summary
        self.moves.say_when_empty("rules.moves.unchanged")
        count = tr(
            "rules.moves.n", n=found["orders"], unchanged=found["unchanged"], untestable=found["untestable"]
        )
        stale = f" · {tr('rules.moves.stale')}" if state.is_stale or presenter.drafting.is_dirty else ""
        self.moves.show_rows(tuple(found["moves"]), f"{count}{stale}")

    def _counted(self) -> str:
        count = len(self.presenter.problems)
        return tr("rules.problems.n", n=count) if count else ""

    def _fit_lists(self) -> None:
        height = max(card.needed_height(_MOST_LISTED) for card in (self.problems, self.moves))
        for card in (self.problems, self.moves):
            card.setMaximumHeight(height)
        self.books.setMaximumHeight(self.books.needed_height(len(BOOKS) + 1))

    def _place(self, problem: CheckedProblem) -> str:
        place = place_of(problem.problem.path)
        if place is None:
            return tr("rules.place.table")
        sheet = self.presenter.sheet
        column = next((one for one in sheet.columns if one.name == place[1]), None) if sheet else None
        of = f" · {wording.heading(column)}" if column is not None else ""
        return f"{tr('rules.place.row', row=place[0])}{of}"

    def _currency(self) -> str:
        return self._backend.desk().settings["currency"]

    def _zone(self) -> str:
        desk = self._backend.desk()
        return "UTC" if desk.default_site_id is None else desk.sites[desk.default_site_id].zone

    def _today(self) -> date:
        return business_date(self._backend.clock.now(), self._zone())

    def _instant(self, moment: datetime) -> str:
        return f"{moment.astimezone(ZoneInfo(self._zone())):%Y-%m-%d %H:%M}"


def _read_key(key: object | None) -> Key:
    """Return what the screen was opened for; what means nothing to it opens the first book."""
    if isinstance(key, str) and key in BOOKS:
        return key
    if isinstance(key, tuple | list) and len(key) == 2 and key[0] in BOOKS and isinstance(key[1], int):
        return key[0], key[1]
    return None


def _identity(row: Mapping[str, object]) -> object:
    return str(row["before"]), str(row["after"])
