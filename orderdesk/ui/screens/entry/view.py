"""The order entry screen: it shows what the presenter says and brings it what is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from orderdesk.errors import Problem
from orderdesk.ui.backend import Backend
from orderdesk.ui.editors import Edit
from orderdesk.ui.fields import Committing
from orderdesk.ui.language import tr
from orderdesk.ui.later import Later
from orderdesk.ui.messages import Message
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.screens.entry.answers import Answers
from orderdesk.ui.screens.entry.change_room import ChangeBanner, ChangeRoom
from orderdesk.ui.screens.entry.column_room import ColumnRoom
from orderdesk.ui.screens.entry.context_page import ContextPage
from orderdesk.ui.screens.entry.fact_rooms import FactRooms
from orderdesk.ui.screens.entry.files_room import FilesRoom
from orderdesk.ui.screens.entry.half_typed import HalfTyped
from orderdesk.ui.screens.entry.header import HeaderCard
from orderdesk.ui.screens.entry.joining import Joining
from orderdesk.ui.screens.entry.keys import EntryKeys, has_focus
from orderdesk.ui.screens.entry.layout import lay_out
from orderdesk.ui.screens.entry.line_card import LineCard
from orderdesk.ui.screens.entry.memory_rooms import MemoryRooms
from orderdesk.ui.screens.entry.more import FIELDS, summary
from orderdesk.ui.screens.entry.offered import action_words, line_actions, offered_actions
from orderdesk.ui.screens.entry.papers import EntryPapers
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.ui.screens.entry.problem_panel import ProblemPanel
from orderdesk.ui.screens.entry.quick_box import QuickBox
from orderdesk.ui.screens.entry.rows import EntryRow
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.title_row import BodyScroll, TitleRow
from orderdesk.ui.screens.entry.totals import TotalsCard
from orderdesk.ui.screens.entry.wording import amount_text, clock_time, local_name, terms_text
from orderdesk.ui.theme import theme

if TYPE_CHECKING:
    from orderdesk.services.reading.parked import ParkedRow, TakenUp

_ROOM_FOR_ALL = 760  # logical pixels at 100 % for header, a panel, some lines and the foot
AROUND_MS = 40  # what is only looked at is drawn once for a burst of keys
JOURNAL_MS = 500  # after the first change; durable within a second of it, on a busy machine, too
IDLE_MS = 30_000


class Elsewhere(Protocol):
    """Where orders wait that come back into a tab of their own."""

    def keep(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        """Keep an order until its tab is made."""
        ...

    def has_tab(self, order_id: UUID) -> bool:
        """Return whether a tab of this desk has that order."""
        ...


class EntryScreen(Screen):
    """One order being keyed. After it was sent, the same tab holds the next one."""

    screen_id = "entry"

    def __init__(self, services: Backend, elsewhere: Elsewhere, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._elsewhere = elsewhere
        self._offered: tuple[str, ...] = ()
        self._shown_around: object = None
        self.is_closed = False  # then what comes late has nobody to be shown to
        self._place: tuple[int, str] | None = None  # where an order that is being read was left
        self.presenter = EntryPresenter(services, self)
        self.papers = EntryPapers(self, services)
        self.files = FilesRoom(self, services)
        self._joining = Joining(self)
        self._build()
        self._timers()
        self.change = ChangeRoom(self)
        HalfTyped(self)
        self.keys = EntryKeys(self)
        self._joining.connect()
        self.presenter.start()
        self.retranslate()

    # what the shell asks

    def title(self) -> str:
        """Return the number, or that the order is new."""
        return self.presenter.draft.number or tr("entry.title.new")

    def is_modified(self) -> bool:
        """Return whether something typed is not in the store yet."""
        session = self.presenter.session
        return not session.is_saved and not (session.is_blank and session.revision is None)

    def document_key(self) -> object | None:
        """Return the order's id."""
        return self.presenter.draft.id

    def is_blank(self) -> bool:
        """Return whether nothing was keyed into the order yet."""
        session = self.presenter.session
        return session.is_blank and session.revision is None

    def place(self) -> object | None:
        """Return the cell that the clerk is in."""
        return [self.presenter.row, self.presenter.column]

    def go_to_place(self, place: object) -> None:
        """Go to a cell once the draft has been read."""
        if isinstance(place, list) and len(place) == 2 and isinstance(place[0], int):
            self._place = (max(0, place[0]), str(place[1]))

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        return offered_actions(self)

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its main action, and the names of what undo and redo would do."""
        return action_words(self)

    def menu_actions(self) -> tuple[str, ...]:
        """Return what can be done with the line under the cursor; the rest is in the menus."""
        return line_actions(self.actions())

    def run_action(self, action_id: str) -> bool:
        """Do an action of this screen."""
        if self.papers.run(action_id):
            return True
        done = self.keys.run(action_id)
        if action_id == "back":  # what was half typed may be given up
            self.keep_soon()
        return done

    def context_widget(self) -> QWidget:
        """Return the page of the context panel."""
        return self.page

    def summary(self) -> Summary:
        """Return lines and total, and whether the store has them."""
        presenter = self.presenter
        priced = presenter.evaluation.priced if presenter.evaluation is not None else None
        count = sum(1 for line in presenter.draft.lines if line.item_id is not None and line.quantity)
        total = amount_text(priced.total, presenter.draft.currency) if priced is not None else ""
        text = tr("entry.summary", n=count, currency=presenter.draft.currency, total=total) if total else ""
        return Summary(text, self._saved_text(), not self.is_modified())

    def panes(self) -> tuple[QWidget, ...]:
        """Return header, lines and foot: what F6 walks through."""
        if self.papers.place.is_on_show:
            return (self.papers.place.preview,)
        strip = (self.memory.twins.strip,) if self.memory.twins.is_telling else ()
        return (self.header, *strip, self.lines, self.totals)

    def can_close(self) -> bool:
        """While an order is on its way to the store, wait for it; a changed sent order is asked about."""
        if not self.presenter.outbox.is_empty:
            self.say("entry.close.sending", "warn")
            return False
        return self.change.may_close()

    def let_go(self) -> None:
        """Save what stands here; from now on nothing is looked up, journalled or saved by the clock."""
        self.finish_open()
        self.lines.grid.take_as_typed()  # a code that names nothing, or too much, stays on its line
        self.take_quick()
        self.presenter.keeper.close()
        self.is_closed = True
        self.memory.twins.stop()
        for timer in (self._evaluate, self._around, self._journal, self._idle):
            timer.stop()

    def first_focus(self) -> None:
        """Start at the customer, or below the last line of an order that has one."""
        if self.presenter.draft.customer_id is None:
            self.go_to_field("customer")
        elif not has_focus(self.lines):
            self.go_to_cell(len(self.presenter.draft.lines), "code")

    def retranslate(self) -> None:
        """Say what this screen itself words; its parts follow the language by themselves."""
        self._show_title()
        self.show_header()
        self.show_figures()
        self.show_lines(self.presenter.rows())

    # what the presenter asks

    def show_lines(self, rows: tuple[EntryRow, ...]) -> None:
        """Show the lines and the blank row below them."""
        if not self.is_closed:
            self.lines.show_rows(rows)
            self.memory.show_order()

    def show_header(self) -> None:
        """Show the header of the order on the screen."""
        if self.is_closed:
            return
        presenter = self.presenter
        self.header.show_draft(presenter.draft, presenter.desk, presenter.customer)
        if self.more.made is not None:
            self.more.made.show_draft(presenter.draft, presenter.desk)
        terms = "" if presenter.customer is None else terms_text(presenter.customer)
        self.title_row.show_more(summary(presenter.draft, terms))
        self.quick.refresh()

    def show_figures(self) -> None:
        """Show totals, credit, route and the page of the context panel."""
        if self.is_closed:
            return
        presenter = self.presenter
        self.totals.show_evaluation(presenter.draft, presenter.evaluation, waiting=presenter.is_waiting)
        self.header.show_credit(presenter.customer, self.answers.total(), presenter.is_waiting)
        self._around_soon()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """List these problems, or put the list away."""
        if self.is_closed:
            return
        self.problem_panel.show_problems(problems)
        self.fit_header()
        self.show_state()

    def show_state(self) -> None:
        """Show number, saved state and which actions work now."""
        if self.is_closed:
            return
        offered = self.actions()
        if offered != self._offered:  # keys must work at once; what is only shown may wait a moment
            self._offered = offered
            self.actions_changed.emit()
        self._around_soon()

    def start_order(self) -> None:
        """Another order is on the screen: empty every box, close lists and panels."""
        if self.lines.grid.editor() is not None:
            self.lines.grid.revert_editor()
        self.lines.reason.give_up()
        self.lines.go_to.give_up()
        self.close_plan()
        self.memory.close_all()
        self.memory.twins.start_order()
        self.facts.close_all()
        self.quick.clear()
        self.header.customer.restore()
        for box in self.committing().values():
            box.restore()
        self.close_parked()
        self.change.show()
        self.files.follow()
        self.header.customer.keep_ime_out()
        self.lines.show_rows(self.presenter.rows())
        self.lines.grid.go_to(0, "code")

    def go_to_cell(self, row: int, column: str) -> None:
        """Put the cursor on a cell of the grid."""
        if self.is_closed:
            return
        self.lines.grid.setFocus()
        self.lines.grid.go_to(min(row, self.lines.model.rowCount() - 1), column)

    def go_to_field(self, name: str) -> None:
        """Put the focus into a box of the header; what has none begins at the customer."""
        if self.is_closed:
            return
        self.head.show()
        if name in FIELDS:
            self.title_row.open_more()
        box = self.boxes().get(name, self.header.customer)
        if name == "lines":
            self.go_to_cell(len(self.presenter.draft.lines), "code")
            return
        box.setFocus()
        if isinstance(box, Edit):
            box.selectAll()

    def ask_reason(self, row: int) -> None:
        """Open the box for the reason of a manual price or a gift on a line."""
        line = self.presenter.draft.lines[row]
        text = line.gift_reason if line.gift else line.manual_reason
        # After the key that asks has been taken: a grid that walks on would take the focus back.
        QTimer.singleShot(0, self, lambda: self.lines.reason.ask(row, text, gift=line.gift))

    def show_message(self, message: Message) -> None:
        """Show a message in the strip."""
        if not self.is_closed:
            self.message.emit(message)

    def is_untouched(self) -> bool:
        """Whether nothing is being typed, so that another order may take this place."""
        is_typing = self.presenter.keeper.is_typing or self.lines.grid.editor() is not None
        return not self.is_closed and not self.header.customer.text() and not is_typing

    def open_elsewhere(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        """Open an order that came back in a tab of its own."""
        if not self.is_closed:
            self._elsewhere.keep(session, problems)
            self.open_requested.emit("entry", session.draft.id)

    def show_parked(self, rows: tuple[ParkedRow, ...]) -> None:
        """List these parked drafts, or put the list away."""
        if not self.is_closed:
            self.parked.part.open(rows)

    def close_parked(self) -> bool:
        """Put the list of parked drafts away; return whether it was there."""
        return self.parked.is_open and self.parked.part.close_list()

    def close_plan(self) -> bool:
        """Put an open plan of deliveries away without a change; return whether one was there."""
        was_open = self.schedule.is_open
        if was_open:
            self.schedule.part.close_plan()
        return was_open

    def show_if_open(self, order_id: UUID) -> bool:
        """Bring the tab with that order to the front; ``False`` where no tab has it."""
        if not self._elsewhere.has_tab(order_id):
            return False
        self.open_requested.emit("entry", order_id)
        return True

    def evaluate_soon(self) -> None:
        """Evaluate when the keys that wait have been taken."""
        if not self.is_closed and not self._evaluate.isActive():
            self._evaluate.start()

    def keep_soon(self) -> None:
        """Write the journal within a second, and save after thirty idle ones."""
        if self.is_closed:
            return
        if not self._journal.isActive():
            self._journal.start()
        self._idle.start()

    def take_desk_change(self) -> None:
        """Facts of the desk have changed in the store."""
        if not self.is_closed:
            self.presenter.desk_changed()

    def open_stored(self, order_id: UUID) -> None:
        """Read a draft of the store and show it."""
        if self.is_closed:
            return
        self.busy.emit(True)

        def loaded(found: TakenUp | None) -> None:
            if self.is_closed:
                return
            self.busy.emit(False)
            if found is None:
                self.presenter.changing.open(order_id)
            else:
                self.presenter.parking.put_on_screen(found, self._place)

        self.presenter.parking.read(order_id, loaded)

    def cell_changed(self, row: int, key: str) -> None:
        """The cursor is on another cell."""
        if row >= 0:
            self.presenter.row, self.presenter.column = row, key
            self._body.keep_in_sight()
            self._around_soon()

    # keys

    def boxes(self) -> dict[str, QWidget]:
        """Return the boxes of the header by the name of their field, also the unfolded ones."""
        more = self.more.made
        return {**self.header.boxes(), **(more.boxes() if more is not None else {})}

    def committing(self) -> dict[str, Committing]:
        """Return those boxes whose text counts when they are left."""
        more = self.more.made
        return {**self.header.committing, **(more.committing if more is not None else {})}

    def finish_open(self) -> bool:
        """Take what is still being typed anywhere; ``False`` if it cannot be taken: then it stays open."""
        if not self.lines.grid.finish_editing():
            return False
        self.lines.reason.finish()
        if not all(box.commit() for box in self.committing().values()):
            return False
        return self.header.customer.commit()

    def take_quick(self) -> bool:
        """Take what stands in the quick add box; ``False`` if some of it cannot be: it keeps the focus."""
        text = self.quick.box.text()
        if text.strip():
            self._joining.take_quick_text(text, False)  # a scanner ends with an Enter of its own
        return not self.quick.box.text().strip()

    def fit_header(self) -> None:
        """Fold the header away where a panel is open and the window has no room for both.

        The title row then names the customer; whoever goes to the header has it back.
        """
        panels = (self.problem_panel, self.quick, *self.memory.panels, *self.facts.panels)
        has_panel = self.schedule.is_open or self.parked.is_open or any(part.isVisible() for part in panels)
        is_low = self.height() < theme().px(_ROOM_FOR_ALL)
        folds = has_panel and is_low and not has_focus(self.head)
        self.head.setVisible(not folds)
        self.title_row.show_customer(folds)

    def show_form(self, shows: bool) -> None:
        """Show the form, or what is read aloud in its place."""
        self.papers.place.setVisible(shows)
        self.show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the header for the new height."""
        super().resizeEvent(event)
        self.fit_header()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the columns as they were chosen in another tab meanwhile."""
        super().showEvent(event)
        self.columns.read()

    # parts

    def _build(self) -> None:
        presenter = self.presenter
        body = self._body = BodyScroll(self.papers.place.work)
        form = self.form = body.inside
        self.answers = Answers(presenter, self._current_row)
        self.head = QWidget(form)
        self.header = HeaderCard(presenter.customers.search, presenter.field_typed, self.head)
        self.more = Later(self._joining.make_more, self.head)
        self.title_row = TitleRow(form, self.more)
        self.banner = ChangeBanner(form)
        self.problem_panel = ProblemPanel(self.answers.sentence_of, form)
        self.parked = Later(self._joining.make_parked, form)
        self.lines = LineCard(self.answers.can_take, presenter.lines.search, self.answers.search_units, form)
        self.columns = ColumnRoom(self._services, self.lines.grid)
        self._services.person_changed.connect(self.columns.read)
        self.quick = QuickBox(presenter.quick, form)
        self.schedule = Later(self._joining.make_schedule, form)
        self.memory = MemoryRooms(self)
        self.facts = FactRooms(self)
        self.totals = TotalsCard(form)
        self.page = ContextPage()
        self.page.set_source(self.answers.facts)
        lay_out(self, body, self.head)
        self.destroyed.connect(self.page.deleteLater)

    def _timers(self) -> None:
        self._evaluate = QTimer(self, singleShot=True, interval=0)
        self._evaluate.timeout.connect(self._evaluate_now)
        self._around = QTimer(self, singleShot=True, interval=AROUND_MS)
        self._around.timeout.connect(self._show_around)
        self._journal = QTimer(self, singleShot=True, interval=JOURNAL_MS)
        self._journal.timeout.connect(self._journal_now)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._save_idle)

    def _current_row(self) -> int:
        return self.lines.grid.current_row()

    def _show_title(self) -> None:
        draft = self.presenter.draft
        summary = self.presenter.desk.customers.get(draft.customer_id) if draft.customer_id else None
        name = local_name(summary.name, summary.name_en) if summary is not None else ""
        self.title_row.show_order(draft.number or "", name)

    def _saved_text(self) -> str:
        saved_at = self.presenter.keeper.saved_at
        if self.is_modified():
            return tr("entry.state.modified")
        if saved_at is not None:
            return tr("entry.state.saved", when=clock_time(saved_at, self.presenter.desk))
        return ""

    def _around_soon(self) -> None:
        if not self._around.isActive():
            self._around.start()

    def _show_around(self) -> None:
        """Show what stands around the order: tab, status bar, names of undo, the context panel's page."""
        self._show_title()
        self.page.refresh()
        shown = (self.title(), self.is_modified(), self.summary(), tuple(self.action_words().values()))
        if shown != self._shown_around:
            self._shown_around = shown
            self.title_changed.emit()
            self.summary_changed.emit()
            self.actions_changed.emit()

    def _evaluate_now(self) -> None:
        self.presenter.evaluate_now()

    def _journal_now(self) -> None:
        self.presenter.keeper.journal_now()

    def _save_idle(self) -> None:
        self.presenter.keeper.save()
