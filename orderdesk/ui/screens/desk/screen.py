"""The desk in a tab: the drafts above, the orders below, the card of the one in focus beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.drafts import DraftRow
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.reading.orders import OrderRow
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import tr
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.messages import Message, Severity
from orderdesk.ui.order_card.view import OrderCardView
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.order_files.card import CardWithFiles
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.screens.desk.columns import draft_columns, order_columns
from orderdesk.ui.screens.desk.discarding import UNDO_SECONDS
from orderdesk.ui.screens.desk.lifting import LiftQuestionFacts
from orderdesk.ui.screens.desk.presenter import DeskLists, DeskPresenter
from orderdesk.ui.screens.desk.question import LiftQuestion
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.ui.withdrawing import Withdrawing

_MOST_DRAFTS_SHARE = 0.4  # of the height: the orders need the greater part
_NOWHERE = Here(date.min, "UTC", "")


class DeskScreen(Screen):
    """Where a clerk's day begins: what to go on with, and what has become of the orders."""

    screen_id = "desk"

    def __init__(self, backend: Backend, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._backend = backend
        self._here = _NOWHERE
        self._lists: DeskLists | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # with both lists empty there is nothing else
        self.drafts = ListCard(
            RowsModel(draft_columns(self._where), self), self, name="desk.drafts", heading="desk.drafts",
            empty="desk.empty.drafts", spare=("tier", "lines", "entered"),
        )  # fmt: skip
        self.orders = ListCard(
            RowsModel(order_columns(self._where), self), self, name="desk.orders", heading="desk.orders",
            empty="desk.empty.orders", spare=("entered", "tier", "approved", "delivery"),
        )  # fmt: skip
        self.lift = LiftQuestion(self.orders)
        self.orders.put_below_heading(self.lift)
        self.card = OrderCardView(name="desk.card")
        self.panel = CardWithFiles(self.card, backend, name="desk.panel")
        self.destroyed.connect(self.panel.deleteLater)  # the shell's panel hands it back without a parent
        self._active = self.drafts
        self.presenter = DeskPresenter(backend, self)
        self.withdrawing = Withdrawing(backend, self.tell)
        self._lay_out()
        self._connect(backend)
        self._name_empty()
        self.retranslate()
        self.presenter.refresh()

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("ui.area.desk")

    def actions(self) -> tuple[str, ...]:
        """Return what works now: on a draft more than on an order, and only what the person may do."""
        if self.panel.commenting.is_open:
            return self.panel.actions()
        if self.presenter.lifting.asked is not None:
            return ("finish", "refresh")
        undoing = ("undo",) if self.presenter.discarding.can_undo else ()
        if self._active.current() is None:
            return (*undoing, "refresh")
        discarding = ("line.delete",) if self._opens_drafts() else ()
        lifting = ("hold.lift",) if self.presenter.lifting.can_ask else ()
        doing = self._doing()
        return ("desk.open", *doing, *discarding, *lifting, *undoing, *self.panel.actions(), "refresh")

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        opens = "desk.action.open" if self._opens_drafts() else "desk.action.show"
        return {
            "desk.open": opens,
            "line.delete": "desk.action.discard",
            "edit": "change.change",
            "finish": "ui.comment.send" if self.panel.commenting.is_open else "ui.action.hold.lift",
            "undo": "desk.undo",
        }

    def run_action(self, action_id: str) -> bool:
        """Do it; Esc answers the question with keeping."""
        taken = self.panel.run(action_id)
        if taken is not None:
            return taken
        if action_id == "refresh":
            self.presenter.refresh()
        elif action_id == "back":
            return self._keep()
        elif action_id == "desk.open" and self._active.current() is not None:
            self._open(self._active, self._active.view.current_row())
        elif action_id == "line.delete":
            return self._discard()
        elif action_id == "undo":
            return self.presenter.discarding.undo()
        elif action_id in ("edit", "order.withdraw"):
            return self._do(action_id)
        elif action_id == "hold.lift":
            return self._ask_lift()
        elif action_id == "finish" and self.presenter.lifting.asked is not None:
            self.lift.submit()
        else:
            return False
        return True

    def context_widget(self) -> QWidget | None:
        """Return the card of the order in focus."""
        return self.panel

    def summary(self) -> Summary:
        """Return how much there is to do."""
        if self._lists is None:
            return Summary()
        drafts, orders = len(self._lists.drafts), len(self._lists.orders)
        more = "+" if self._lists.has_more else ""
        counts = (tr("desk.count.drafts", n=drafts), tr("desk.count.orders", n=orders) + more)
        return Summary(tr("desk.summary", drafts=counts[0], orders=counts[1]))

    def panes(self) -> tuple[QWidget, ...]:
        """Return the two lists."""
        return (self.drafts.view, self.orders.view)

    def first_focus(self) -> None:
        """Go to the drafts if there are any: somebody waits for them. Otherwise to the orders."""
        if not self.drafts.is_empty:
            self.drafts.view.setFocus()
        elif not self.orders.is_empty:
            self.orders.view.setFocus()
        else:
            self.setFocus()

    def retranslate(self) -> None:
        """Say headings and counts again; tables and card do so themselves."""
        self.lift.retranslate()
        if self._lists is not None:
            self._show_rows(self._lists)
        for card in (self.drafts, self.orders):
            card.retranslate()

    # what the presenter asks

    def show_lists(self, lists: DeskLists) -> None:
        """Show both lists; the cursor stays with its order."""
        is_first = self._lists is None
        had_focus = self._has_keys()
        self._lists, self._here = lists, Here(lists.today, lists.zone, lists.currency)
        self._show_rows(lists)
        if self._active.is_empty or is_first:
            self._activate(self.orders if self.drafts.is_empty else self.drafts)
        if had_focus and not self._has_place():
            self.first_focus()
        self._fit()
        self._follow_cursor()
        self.summary_changed.emit()
        self.actions_changed.emit()

    def show_card(self, card: OrderCard | None) -> None:
        """Show the card of the order in focus."""
        self.card.show_card(card, self._here)
        self.panel.show_files()
        self.panel.offer(self._doing())
        self.actions_changed.emit()

    def show_lift(self, question: LiftQuestionFacts | None) -> None:
        """Ask why a hold may be lifted, or stop asking; the keys go back to the orders."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.lift.isAncestorOf(focus)
        self.lift.ask(question)
        if question is None and had_focus:
            self.orders.view.setFocus()
        self.actions_changed.emit()

    def show_lift_problem(self, code: str) -> None:
        """Say what is missing of the reason."""
        self.lift.show_problem(code)

    def tell(self, code: str, severity: Severity, params: Mapping[str, object]) -> None:
        """Show a sentence in the message strip."""
        self.message.emit(Message(code, params, severity))
        self.actions_changed.emit()

    def tell_with_undo(self, message: Message) -> None:
        """Show a message with its way back; when that closes, the key is given back too."""
        self.message.emit(message)
        self.actions_changed.emit()
        self._undo_end.start(UNDO_SECONDS * 1000 + 50)

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the drafts their share."""
        super().resizeEvent(event)
        self._fit()

    # inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        apart = theme().space("apart")
        column.setContentsMargins(apart, apart, apart, apart)
        column.setSpacing(apart)
        column.addWidget(self.drafts)
        column.addWidget(self.orders, 1)
        self.setTabOrder(self.drafts.view, self.lift.reason)
        self.setTabOrder(self.lift.reason, self.lift.lift_button)
        self.setTabOrder(self.lift.lift_button, self.lift.keep_button)
        self.setTabOrder(self.lift.keep_button, self.orders.view)

    def _connect(self, backend: Backend) -> None:
        for card in (self.drafts, self.orders):
            card.entered.connect(lambda card=card: self._activate(card))
            card.moved.connect(lambda _row, card=card: self._moved(card))
            card.opened.connect(lambda row, card=card: self._open(card, row))
        self.orders.near_end.connect(self.presenter.load_more)
        self._undo_end = QTimer(self, singleShot=True)
        self._undo_end.timeout.connect(self.actions_changed)
        self.card.lift_requested.connect(self._ask_lift)
        self.panel.files.message.connect(self.message)
        self.panel.action_clicked.connect(self.run_action)
        self.drafts.view.set_letter_actions(("desk.open", "comment"))
        self.orders.view.set_letter_actions(("desk.open", "order.withdraw", "comment"))
        for card in (self.drafts, self.orders):
            card.view.action_keyed.connect(self._keyed)
        self.panel.requested.connect(self.context_requested)
        self.panel.actions_changed.connect(self.actions_changed)
        self.panel.left.connect(self._to_list)
        self.lift.lifted.connect(self.presenter.lifting.lift)
        self.lift.kept.connect(self._keep)
        theme().changed.connect(self._fit)
        backend.notifier.changed.connect(self._note_changes)
        backend.desk_changed.connect(self._refresh)
        backend.person_changed.connect(self._take_person)
        self.destroyed.connect(self.presenter.close)

    def _doing(self) -> tuple[str, ...]:
        """Return what can be done with the order in focus, that was sent already."""
        row = self.orders.current() if self._active is self.orders else None
        if not isinstance(row, OrderRow):
            return ()
        change = ("edit",) if self.withdrawing.can_change(row) or self.withdrawing.can(row) else ()
        return (*change, *(("order.withdraw",) if self.withdrawing.can(row) else ()))

    def _do(self, action_id: str) -> bool:
        row = self.orders.current()
        if not isinstance(row, OrderRow) or action_id not in self._doing():
            return False
        if action_id == "order.withdraw":
            return self.withdrawing.withdraw(row)
        if self.withdrawing.can_change(row):
            self.open_requested.emit("entry", row.id)
        else:
            self.say("problem.change.released", "warn", number=row.number)
        return True

    def _keyed(self, action_id: str) -> None:
        if action_id in ("order.withdraw", "comment"):
            self.run_action(action_id)

    def _to_list(self) -> None:
        self._active.view.setFocus()

    def _note_changes(self, changes: object) -> None:
        self.presenter.note_changes(changes)  # type: ignore[arg-type] # what the signal carries

    def _refresh(self) -> None:
        self.presenter.refresh()

    def _take_person(self) -> None:
        self._name_empty()
        self.presenter.person_changed()
        self.actions_changed.emit()

    def _where(self) -> Here:
        return self._here

    def _show_rows(self, lists: DeskLists) -> None:
        counted = str(len(lists.orders))
        if lists.has_more:
            counted = tr("desk.count.more", n=len(lists.orders))
        self.drafts.show_rows(lists.drafts, str(len(lists.drafts)) if lists.drafts else "")
        self.orders.show_rows(lists.orders, counted if lists.orders else "")
        self.orders.leave_out("holds", leave_out=not any(row.holds for row in lists.orders))

    def _activate(self, card: ListCard) -> None:
        self._active = card
        for one in (self.drafts, self.orders):
            one.set_active(one is card)
        self._follow_cursor()
        self.actions_changed.emit()

    def _moved(self, card: ListCard) -> None:
        if card is self._active:
            self._follow_cursor()

    def _follow_cursor(self) -> None:
        row = self._active.current()
        self.presenter.focus(row.id if row is not None else None)

    def _open(self, card: ListCard, at: int) -> None:
        rows = card.view.rows_model.rows
        if not 0 <= at < len(rows):
            return
        if card is self.drafts and self._may_enter():
            self.open_requested.emit("entry", rows[at].id)
        else:
            self.context_requested.emit()

    def _discard(self) -> bool:
        draft = self.drafts.current()
        if not isinstance(draft, DraftRow):
            return False
        self.presenter.discarding.discard(draft)
        return True

    def _ask_lift(self, hold_id: UUID | None = None) -> bool:
        return self.presenter.ask_lift(hold_id)

    def _opens_drafts(self) -> bool:
        return self._active is self.drafts and self._may_enter()

    def _may_enter(self) -> bool:
        """Return whether who works here enters orders; finance only looks at what others have left."""
        person = self._backend.person
        return person is not None and allowing_row(person.roles, "save_draft", "any") is not None

    def _name_empty(self) -> None:
        of_others = "" if self._may_enter() else "_of_others"
        self.drafts.say_when_empty(f"desk.empty.drafts{of_others}")
        self.orders.say_when_empty(f"desk.empty.orders{of_others}")

    def _keep(self) -> bool:
        return self.presenter.keep()

    def _has_keys(self) -> bool:
        """Return whether the keys are in this screen, or will be once its window comes up."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _has_place(self) -> bool:
        """Return whether the keys are where they do something: a list that emptied hands them to nobody."""
        focus = self.window().focusWidget()
        if focus is None or not focus.isVisibleTo(self):
            return False
        return focus in self.panes() or self.lift.isAncestorOf(focus)

    def _fit(self) -> None:
        most = int(self.height() * _MOST_DRAFTS_SHARE)
        rows = max(2, (most - self.drafts.needed_height(1)) // theme().row_height + 1)
        self.drafts.setFixedHeight(self.drafts.needed_height(rows))
