"""The inbox in its tab: list at the left, card at the right, keys to the presenter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from orderdesk.services.reading.inbox_card import InboxCard
from orderdesk.ui.backend import Backend
from orderdesk.ui.comment_box import CommentBox
from orderdesk.ui.commenting import Commenting
from orderdesk.ui.language import tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.messages import Message
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.screens.inbox import wording
from orderdesk.ui.screens.inbox.bulk import BulkSheet
from orderdesk.ui.screens.inbox.bulk_sheet import BulkSheetPane
from orderdesk.ui.screens.inbox.card import CardPane
from orderdesk.ui.screens.inbox.contract import DECISIONS, QUEUES, Decision, InboxLists
from orderdesk.ui.screens.inbox.decision_bar import DecisionBar
from orderdesk.ui.screens.inbox.files_pane import FilesPane
from orderdesk.ui.screens.inbox.presenter import InboxPresenter
from orderdesk.ui.screens.inbox.reason_box import ReasonBox
from orderdesk.ui.screens.inbox.task_list import TaskList, done_item, waiting_item
from orderdesk.ui.screens.inbox.undoing import UNDO_SECONDS
from orderdesk.ui.theme import theme
from orderdesk.wire.outcomes import Changes, ProblemLine

MINUTE_MS = 60_000
_MARKING = ("inbox.mark", "inbox.mark_next", "inbox.mark_previous", "inbox.mark_alike")


class InboxScreen(Screen):
    """What waits for the person at the desk. ``key`` may be the id of a task to go to."""

    screen_id = "inbox"

    def __init__(self, backend: Backend, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._is_full = self._is_moved = False
        self._zone = "UTC"
        self._lists = InboxLists()
        self.queues = QTabBar(self)
        self.queues.setObjectName("inbox.queues")
        self.queues.setDrawBase(False)
        self.queues.setExpanding(False)
        for _ in QUEUES:
            self.queues.addTab("")
        self.list = TaskList(self)
        self.card = CardPane(self)
        self.reason = ReasonBox(self)
        self.reason.hide()
        self.bulk = BulkSheetPane(self)
        self.bulk.hide()
        self.comment = CommentBox(self)
        self.files = FilesPane(backend, self)
        self._bar = DecisionBar(self)
        self._lay_out()
        self.presenter = InboxPresenter(Lent(backend, self), self)
        self.commenting = Commenting(Lent(backend, self), self)
        self._connect()
        self.retranslate()
        if isinstance(key, UUID):
            self.presenter.go_to(key)
        else:
            self.presenter.load()

    # what the shell asks

    def title(self) -> str:
        """Return the name of the tab."""
        return tr("ui.area.inbox")

    def actions(self) -> tuple[str, ...]:
        """Return what works now: deciding while a task is on show, sending while a reason is asked for."""
        if self.files.is_open:
            return ("files.show", "files.add")
        if self._is_asking():
            return ("finish",)
        moving = ("inbox.next", "inbox.previous") if self._rows_on_show() else ()
        deciding = tuple(f"inbox.{decision}" for decision in DECISIONS) if self.presenter.can_decide else ()
        marking = _MARKING if self.presenter.can_decide else ()
        opening = ("inbox.open",) if self._rows_on_show() else ()
        saying = ("comment", "files.show") if self.presenter.card is not None else ()
        undoing = ("undo",) if self.presenter.can_undo else ()
        return (*moving, *deciding, *marking, *saying, *opening, *undoing, "refresh")

    def action_words(self) -> Mapping[str, str]:
        """Call the finishing key by the decision that it sends, and opening by what it does."""
        words = {"undo": "inbox.undo"}
        if self.files.is_open:
            words["files.show"] = "inbox.card_again"
        if self._is_full:
            words["inbox.open"] = "inbox.list_again"
        if self.presenter.asking is not None:
            words["finish"] = f"ui.action.inbox.{self.presenter.asking}"
        elif self.commenting.is_open:
            words["finish"] = "ui.comment.send"
        elif self.presenter.bulk.sheet is not None:
            words["finish"] = "inbox.action.bulk"
        elif self.presenter.marked_rows:
            words["inbox.approve"] = "inbox.action.approve_marked"
        return words

    def marked(self) -> int:
        """Return how many of the tasks that wait are marked."""
        return len(self.presenter.marked_rows)

    def run_action(self, action_id: str) -> bool:
        """Do what a key asks for."""
        if action_id == "back":
            return self._step_back()
        run = self._runs.get(action_id)
        if run is None or action_id not in self.actions():
            return False
        run()
        return True

    def show_document(self, key: object) -> None:
        """Go to a task, or to the task of an order."""
        if isinstance(key, UUID):
            self.presenter.go_to(key)

    def summary(self) -> Summary:
        """Return how many wait, and what is marked."""
        marked = self.presenter.marked_rows
        if marked:
            return Summary(tr("inbox.summary.marked", n=len(marked), total=wording.sums_text(marked)))
        return Summary(tr("inbox.summary.waiting", n=len(self._lists.waiting)))

    def panes(self) -> tuple[QWidget, ...]:
        """Return list and card for F6."""
        shown = [self.list, self.card, self.files.page.list, self.bulk.rows, *self.reason.choices[:1]]
        return tuple(pane for pane in shown if pane.isVisible())

    def first_focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self._name_queues()
        self.list.setAccessibleName(tr("inbox.list"))
        self.card.setAccessibleName(tr("inbox.card.name"))
        self.card.lines.setAccessibleName(tr("inbox.section.lines"))
        self.reason.retranslate()
        self.bulk.retranslate()
        self.comment.retranslate()
        self._bar.retranslate()
        self.presenter.show_list()
        if self.presenter.card is not None:
            self.show_card(self.presenter.card, self.presenter.told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width between list and card."""
        super().resizeEvent(event)
        self._share()

    # what the presenter asks

    def show_tasks(self, lists: InboxLists, now: datetime) -> None:
        """List what stands in the queue on show."""
        self._lists = lists
        queue, zone = self.presenter.queue, self._site_zone()
        if queue in ("waiting", "team"):
            marked = self.presenter.marked if queue == "waiting" else frozenset()
            rows = lists.waiting if queue == "waiting" else lists.team
            self.list.show_items(waiting_item(row, now, is_marked=row.id in marked) for row in rows)
        else:
            decided = lists.sent_back if queue == "sent_back" else lists.done
            self.list.show_items(done_item(row, now, zone) for row in decided)
        self._name_queues()
        self.queues.setCurrentIndex(QUEUES.index(queue))
        self._show_empty()
        self.summary_changed.emit()

    def show_current(self, task_id: UUID | None) -> None:
        """Put the cursor of the list on a task."""
        self.list.show_current(task_id)

    def show_card(self, card: InboxCard | None, told: tuple[ProblemLine, ...]) -> None:
        """Show a card; the files of another order go with its card."""
        if self.files.is_open and (card is None or card.row.order_id != self.files.order_id):
            self._close_files()
        self.card.show_card(card, told, self._backend.clock.now())

    def ask_reason(self, decision: Decision, number: str) -> None:
        """Ask for a reason in place of the buttons."""
        self._bar.hide()
        self.reason.ask(decision, number)

    def end_reason(self) -> None:
        """Show the buttons again; the focus goes back to where keys decide."""
        self.reason.hide()
        self._bar.show()
        (self.card if self._is_full else self.list).setFocus()

    def show_reason_problem(self, problem: ProblemLine) -> None:
        """Say what is missing of the reason."""
        self.reason.show_problem(wording.problem_sentence(problem))

    def show_bulk(self, sheet: BulkSheet) -> None:
        """Show the sheet in place of the card."""
        self.card.hide()
        self._bar.hide()
        self.bulk.show_sheet(sheet)

    def show_bulk_problem(self, code: str) -> None:
        """Say what keeps the sheet from being sent."""
        self.bulk.show_problem(code)

    def end_bulk(self) -> None:
        """Show the card again; the focus goes back to where keys decide."""
        self.bulk.put_away()
        self.card.show()
        (self.card if self._is_full else self.list).setFocus()

    def ask_comment(self, number: str) -> None:
        """Open the box for a comment below the card."""
        self.comment.ask(number)
        self.refresh_actions()

    def end_comment(self) -> None:
        """Close it; the focus goes back to where keys decide."""
        self.comment.hide()
        self.refresh_actions()
        (self.card if self._is_full else self.list).setFocus()

    def tell(self, message: Message) -> None:
        """Show a message in the strip; a way back closes by itself."""
        self.message.emit(message)
        if any(button.seconds for button in message.buttons):
            self._undo_end.start(UNDO_SECONDS * 1000 + 50)

    def tell_refused(self, problems: tuple[ProblemLine, ...]) -> None:
        """Say why a decision was not taken, with all that is different."""
        self.message.emit(wording.refused_message(problems))

    def refresh_actions(self) -> None:
        """Offer what works now, in the bar, the lists and the buttons."""
        offered = self.actions()
        letters = () if self._is_asking() else (*offered, "help.keys")
        self.list.set_letter_actions(letters)
        self.card.set_letter_actions(letters)
        self._bar.setVisible(self.presenter.can_decide and not self._is_asking())
        self.actions_changed.emit()

    # inside

    def _lay_out(self) -> None:
        self._left = QFrame(self)
        self._left.setProperty("role", "card")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(1, 4, 1, 1)
        left.setSpacing(2)
        left.addWidget(self.queues)
        left.addWidget(self.list, 1)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card, 1)
        column.addWidget(self.files, 1)
        column.addWidget(self.bulk, 1)
        column.addWidget(self._bar)
        column.addWidget(self.reason)
        column.addWidget(self.comment)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("inbox.splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._note_moved)
        page = QHBoxLayout(self)
        page.setContentsMargins(10, 10, 4, 4)
        page.addWidget(self.splitter)
        self._take_theme()

    def _connect(self) -> None:
        presenter = self.presenter
        self._runs: dict[str, Callable[[], object]] = {
            "inbox.next": lambda: presenter.move(1),
            "inbox.previous": lambda: presenter.move(-1),
            "inbox.approve": lambda: presenter.decide("approve"),
            "inbox.send_back": lambda: presenter.decide("send_back"),
            "inbox.refuse": lambda: presenter.decide("refuse"),
            "inbox.mark": presenter.mark,
            "inbox.mark_next": lambda: presenter.mark_on(1),
            "inbox.mark_previous": lambda: presenter.mark_on(-1),
            "inbox.mark_alike": presenter.mark_alike,
            "comment": self._comment,
            "files.show": self._open_or_close_files,
            "files.add": self.files.page.choose,
            "inbox.open": self._open_or_close,
            "undo": presenter.undo,
            "refresh": presenter.refresh,
            "finish": self._finish,
        }
        self.list.action_keyed.connect(self._letter)
        self.list.task_chosen.connect(presenter.select)
        self.list.row_opened.connect(self._open_or_close)
        self.list.page_wanted.connect(lambda backwards: self.card.page(backwards=backwards))
        self.card.action_keyed.connect(self._letter)
        self.files.page.message.connect(self.message)
        self._bar.decided.connect(presenter.decide)
        self.queues.currentChanged.connect(lambda at: presenter.show_queue(QUEUES[at]))
        self.bulk.toggled.connect(presenter.bulk.toggle)
        self.bulk.sent.connect(presenter.bulk.send)
        self.bulk.cancelled.connect(presenter.bulk.cancel)
        self.comment.sent.connect(self.commenting.send)
        self.comment.cancelled.connect(self.commenting.cancel)
        self.reason.sent.connect(presenter.send_reason)
        self.reason.cancelled.connect(presenter.cancel_reason)
        self._undo_end = QTimer(self, singleShot=True)
        self._undo_end.timeout.connect(self.refresh_actions)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(presenter.show_list)
        self._minute.start()
        self._backend.notifier.changed.connect(self._take_changes)
        self._backend.person_changed.connect(self._take_person)
        theme().changed.connect(self._take_theme)

    @Slot(str)
    def _letter(self, action_id: str) -> None:
        if action_id == "help.keys":
            self.action_requested.emit(action_id)
        else:
            self.run_action(action_id)

    @Slot(object)
    def _take_changes(self, changes: Changes) -> None:
        self.presenter.take_changes(changes)

    @Slot()
    def _take_person(self) -> None:
        self.presenter.person_changed()

    @Slot()
    def _take_theme(self) -> None:
        self._left.setMinimumWidth(min(theme().px(260), 420))
        self._share()

    def _share(self) -> None:
        """Give the list its share of the width, unless somebody has moved the border."""
        if not self._is_moved:
            list_width = max(min(theme().px(350), int(self.width() * 0.4)), int(self.width() * 0.24))
            self.splitter.setSizes([list_width, max(self.width() - list_width, list_width)])

    @Slot()
    def _note_moved(self) -> None:
        self._is_moved = True

    def _open_or_close(self) -> None:
        self._is_full = not self._is_full
        self._left.setVisible(not self._is_full)
        (self.card if self._is_full else self.list).setFocus()
        self.refresh_actions()

    def _is_asking(self) -> bool:
        presenter = self.presenter
        asks = presenter.asking is not None or presenter.bulk.sheet is not None
        return asks or self.commenting.is_open or self.files.is_open

    def _comment(self) -> None:
        card = self.presenter.card
        if card is not None:
            self.commenting.ask(card.row.order_id, card.row.number)

    def _open_or_close_files(self) -> None:
        """Show the files in place of the card, or the card again: nothing is decided while they cover it."""
        card = self.presenter.card
        if self.files.is_open:
            self._close_files()
        elif card is not None:
            self.card.hide()
            self.files.open(card.row.order_id)
            self.refresh_actions()

    def _close_files(self) -> None:
        self.files.put_away()
        self.card.show()
        self.refresh_actions()
        (self.card if self._is_full else self.list).setFocus()

    def _finish(self) -> None:
        if self.commenting.is_open:
            self.comment.submit()
        else:
            (self.bulk if self.presenter.bulk.sheet is not None else self.reason).submit()

    def _step_back(self) -> bool:
        if self.files.is_open:
            if not self.files.leaves_question():
                self._close_files()
            return True
        if self.commenting.cancel() or self.presenter.bulk.cancel() or self.presenter.cancel_reason():
            return True
        if self._is_full:
            self._open_or_close()
            return True
        return False

    def _rows_on_show(self) -> bool:
        return bool(self._lists.of(self.presenter.queue))

    def _name_queues(self) -> None:
        for at, queue in enumerate(QUEUES):
            self.queues.setTabText(at, tr(f"inbox.queue.{queue}", n=len(self._lists.of(queue))))

    def _show_empty(self) -> None:
        queue, count = self.presenter.queue, len(self._lists.done)
        code = "inbox.empty" if queue == "waiting" else f"inbox.empty_{queue}"
        title = tr(code) if self.presenter.has_loaded else ""
        more = tr("inbox.empty_more", n=count) if title and queue == "waiting" and count else ""
        self.list.show_nothing(title, more)
        if self._is_full and not self._rows_on_show():
            self._open_or_close()

    def _site_zone(self) -> str:
        desk = self._backend.desk()
        return desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
