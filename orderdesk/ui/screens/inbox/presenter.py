"""Keys of the inbox to commands: what is on show, decided, and taken back. No widget here.

A decision holds for the card on show. Keys that come while a decision is on its way wait for the card they
are meant for; if the decision comes back refused they are dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.inbox import InboxRow, done_today, inbox_rows, sent_back, team_rows
from orderdesk.services.reading.inbox_card import InboxCard
from orderdesk.services.store import Reader
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.inbox.bulk import Bulk, BulkResult
from orderdesk.ui.screens.inbox.cards import CardShelf
from orderdesk.ui.screens.inbox.contract import Decision, InboxLists, InboxServices, InboxView, Queue
from orderdesk.ui.screens.inbox.places import reason_of, successor
from orderdesk.ui.screens.inbox.undoing import Decided, Undoing
from orderdesk.wire.commands import Command, CommandData, DecideTask, WithdrawDecision
from orderdesk.wire.outcomes import Changes, Outcome, ProblemLine

READ_AHEAD = 2

_CHANGED = "problem.task.material_changed"
_OF_REASON = frozenset(
    {"problem.task.reason_missing", "problem.task.reason_words_missing", "problem.task.own_reason_missing"}
)
_SAID: Mapping[Decision, str] = {
    "approve": "inbox.said.approved",
    "send_back": "inbox.said.sent_back",
    "refuse": "inbox.said.refused",
}
# What rows and cards show, by the types that a change names.
_SHOWN = frozenset(
    {"order", "task", "hold", "customer", "item", "stock", "person", "delivery", "comment", "attachment"}
)


class InboxPresenter:
    """One person's inbox. The screen calls it for each key; it tells the screen what to show."""

    def __init__(self, services: InboxServices, view: InboxView) -> None:
        self._services = services
        self._view = view
        self._cards = CardShelf(services, self._take_card, self._failed)
        self._lists = InboxLists()
        self.bulk = Bulk(services, view, self._bulk_sent, self._sending_failed)
        self._seen: set[UUID] = set()  # tasks whose card has been on the screen
        self._told: dict[UUID, tuple[ProblemLine, ...]] = {}  # by order: what changed after it was shown
        self._marked: set[UUID] = set()
        self._undoing = Undoing(services, self.undo)
        self._ahead: list[Callable[[], object]] = []  # keys that came while a decision was on its way
        self._wanted: Callable[[InboxRow], bool] | None = None  # where to go once the list was read
        self._is_loading = self._is_stale = self._is_deciding = False
        self.has_loaded = False
        self.queue: Queue = "waiting"
        self.current: UUID | None = None
        self.asking: Decision | None = None

    # what the screen asks

    @property
    def row(self) -> InboxRow | None:
        """The task under the cursor, if it waits for a decision."""
        return next((row for row in self._lists.waiting if row.id == self.current), None)

    @property
    def card(self) -> InboxCard | None:
        """The card on show, as far as it is known."""
        return self._cards.get(self.current)

    @property
    def told(self) -> tuple[ProblemLine, ...]:
        """What changed after the card on show had been shown before."""
        return self._told_of(self.card)

    @property
    def marked(self) -> frozenset[UUID]:
        """The marked tasks."""
        return frozenset(self._marked)

    @property
    def marked_rows(self) -> tuple[InboxRow, ...]:
        """The marked tasks that still wait."""
        return tuple(row for row in self._lists.waiting if row.id in self._marked)

    @property
    def can_decide(self) -> bool:
        """Whether a task that waits is under the cursor, and no reason is being asked for."""
        is_free = self.asking is None and self.bulk.sheet is None
        return self.queue == "waiting" and self.row is not None and is_free

    @property
    def can_undo(self) -> bool:
        """Whether a decision can still be taken back by one key."""
        return self._undoing.is_open and self.asking is None and self.bulk.sheet is None

    # reading

    def load(self) -> None:
        """Read the list again; the cursor stays on its task."""
        person = self._services.person
        if person is None:
            return
        if self._is_loading:
            self._is_stale = True
            return
        self._is_loading, self._is_stale = True, False
        now, person_id = self._services.clock.now(), person.id

        def read(connection: Reader) -> InboxLists:
            return InboxLists(
                inbox_rows(connection, person_id),
                team_rows(connection),
                sent_back(connection, person_id),
                done_today(connection, person_id, now),
            )

        self._services.read(read, self._take_rows, self._failed)

    def person_changed(self) -> None:
        """Start anew for somebody else: nothing of the one before stays on the screen."""
        self._end_asking()
        self.bulk.cancel()
        self._cards.clear()
        for kept in (self._told, self._marked, self._seen, self._undoing, self._ahead):
            kept.clear()
        self._lists, self.current, self.has_loaded = InboxLists(), None, False
        self._view.show_card(None, ())
        self.load()

    def take_changes(self, changes: Changes) -> None:
        """Read again after a transaction that touched anything shown here."""
        if any(entry.type in _SHOWN for entry in changes.touched):
            self._cards.age()
            self.load()

    def go_to(self, key: UUID) -> None:
        """Go to a task, or to the task of an order, once the list was read."""
        self._wanted = lambda row: key in (row.id, row.order_id)
        self.load()

    def refresh(self) -> None:
        """Read everything again (F5)."""
        self._cards.age()
        self.load()

    def show_list(self) -> None:
        """List everything again: a minute has passed, or another language is on show."""
        self._view.show_tasks(self._lists, self._services.clock.now())
        self._view.show_current(self.current)
        self._view.refresh_actions()

    def _take_rows(self, found: InboxLists) -> None:
        self._is_loading = False
        if self._is_stale:  # it was asked for again since: what came is old
            self.load()
            return
        before = self._ids()
        self._lists = found
        self.has_loaded = True
        self._marked &= {row.id for row in self._lists.waiting}
        self._find_place(before)
        self.show_list()
        self._show_card()

    def _find_place(self, before: tuple[UUID, ...]) -> None:
        after = self._ids()
        wanted, self._wanted = self._wanted, None
        goal = next((row.id for row in self._lists.waiting if wanted is not None and wanted(row)), None)
        if goal is None and self.current in after:
            return
        self._end_asking()
        self.current = goal if goal is not None else successor(before, after, self.current)

    def _show_card(self) -> None:
        """Show the card under the cursor as it is known, and read what is not known yet."""
        card, ids = self.card, self._ids()
        if card is not None or self.current is None:
            self._show(card)
        if self.current is not None and self.current in ids:
            at = ids.index(self.current)
            self._cards.ask_for(ids[at : at + 1 + READ_AHEAD])  # the next ones are there when the key comes
        self._run_ahead()

    def _take_card(self, card: InboxCard) -> None:
        if card.row.id == self.current:
            self._show(card)
            self._view.refresh_actions()
            self._run_ahead()

    def _show(self, card: InboxCard | None) -> None:
        if card is not None:
            self._seen.add(card.row.id)
        self._view.show_card(card, self._told_of(card))

    def _told_of(self, card: InboxCard | None) -> tuple[ProblemLine, ...]:
        return self._told.get(card.row.order_id, ()) if card is not None else ()

    # moving

    def select(self, task_id: UUID | None) -> None:
        """The cursor of the list went to a task."""
        if task_id != self.current:
            self._end_asking()
            self.current = task_id
            self._show_card()
            self._view.refresh_actions()

    def move(self, steps: int) -> None:
        """Go on or back in the list."""
        if self._is_deciding:
            self._ahead.append(lambda: self.move(steps))
            return
        ids = self._ids()
        if ids:
            at = ids.index(self.current) if self.current in ids else 0
            self.select(ids[max(0, min(len(ids) - 1, at + steps))])
            self._view.show_current(self.current)

    def show_queue(self, queue: Queue) -> None:
        """Show another queue."""
        if queue != self.queue:
            self._end_asking()
            self.bulk.cancel()
            self.queue = queue
            ids = self._ids()
            self.current = ids[0] if ids else None
            self.show_list()
            self._show_card()

    def mark(self) -> None:
        """Mark the task under the cursor, or take its mark away, and go on to the next."""
        if self.can_decide and self.current is not None:
            self._marked ^= {self.current}
            self.show_list()
            self.move(1)

    def mark_on(self, steps: int) -> None:
        """Mark the task under the cursor and the next one in that direction: Shift with j and k."""
        if self.can_decide and self.current is not None:
            self._marked.add(self.current)
            self.move(steps)
            if self.current is not None:
                self._marked.add(self.current)
            self.show_list()

    def mark_alike(self) -> None:
        """Mark every task that waits for the same reason as the one under the cursor."""
        row = self.row
        if self.can_decide and row is not None:
            self._marked |= {one.id for one in self._lists.waiting if reason_of(one) == reason_of(row)}
            self.show_list()

    def _ids(self) -> tuple[UUID, ...]:
        return tuple(row.id for row in self._lists.of(self.queue))

    # deciding

    def decide(self, decision: Decision) -> None:
        """Decide what is on show; a reason is asked for where one is needed."""
        card = self.card
        if self._is_deciding or (self.can_decide and card is None):
            self._ahead.append(lambda: self.decide(decision))
        elif self.can_decide and card is not None:
            if decision == "approve" and self.marked_rows:
                self.bulk.open(self.marked_rows, frozenset(self._seen))
                return
            if decision == "approve" and card.row.relation != "author_alone":
                self._send(card, decision, "", "")
                return
            self.asking = decision
            self._view.ask_reason(decision, card.row.number)
            self._view.refresh_actions()

    def send_reason(self, code: str, words: str) -> None:
        """Send the decision that was asked about with its reason: a code of the five, words, or both."""
        card = self.card
        if self.asking is not None and card is not None and not self._is_deciding:
            self._send(card, self.asking, code, words)

    def cancel_reason(self) -> bool:
        """Leave the decision undone; return whether one was asked about."""
        was_asking = self.asking is not None
        self._end_asking()
        return was_asking

    def undo(self) -> None:
        """Take the newest decision back, while its time lasts."""
        if self._is_deciding:
            self._ahead.append(self.undo)
            return
        decided = self._undoing.take_newest()
        if decided:
            self._take_back(decided)
            self._view.refresh_actions()

    def _send(self, card: InboxCard, decision: Decision, code: str, words: str) -> None:
        data = {"task_id": card.row.id, "decision": decision, "material": card.material}
        self._execute(
            DecideTask.model_validate(data | {"reason_code": code, "reason": words}),
            lambda outcome: self._decided(card, decision, outcome),
        )

    def _execute(self, data: CommandData, done: Callable[[Outcome], None]) -> None:
        self._is_deciding = True
        self._services.execute(Command(id=self._services.ids.new(), data=data), done, self._sending_failed)

    def _decided(self, card: InboxCard, decision: Decision, outcome: Outcome) -> None:
        self._is_deciding = False
        if outcome.is_refused:
            self._refused(card, outcome)
            return
        self._end_asking()
        button = self._undoing.add(((card.row.id, card.row.number),))
        self._told.pop(card.row.order_id, None)
        self._view.tell(Message(_SAID[decision], {"number": card.row.number}, "done", (button,)))
        self._go_on_from(card.row.id)
        self.load()

    def _go_on_from(self, task_id: UUID) -> None:
        before = self._ids()
        self._cards.drop(task_id)
        self._marked.discard(task_id)
        left = tuple(row for row in self._lists.waiting if row.id != task_id)
        self._lists = replace(self._lists, waiting=left)
        if self.current == task_id:
            self.current = successor(before, self._ids(), task_id)
        self.show_list()
        self._show_card()

    def _refused(self, card: InboxCard, outcome: Outcome) -> None:
        self._ahead.clear()
        first = outcome.problems[0]
        if first.code in _OF_REASON and self.asking is not None:
            self._view.show_reason_problem(first)
            return
        self._end_asking()
        if first.code == _CHANGED:
            self._told[card.row.order_id] = outcome.problems[1:]
        self._view.tell_refused(outcome.problems)
        # The order may have come again under another task: stay with it and show it as it is now.
        self._wanted = lambda row: row.order_id == card.row.order_id
        self._cards.age()
        self.load()

    def _take_back(self, tasks: Decided) -> None:
        (task_id, number), *others = tasks

        def answered(outcome: Outcome) -> None:
            self._taken_back(task_id, number, outcome)
            if others:
                self._take_back(tuple(others))

        self._execute(WithdrawDecision(task_id=task_id), answered)

    def _taken_back(self, task_id: UUID, number: str, outcome: Outcome) -> None:
        self._is_deciding = False
        if outcome.is_refused:
            self._ahead.clear()
            self._view.tell_refused(outcome.problems)
        else:
            self.queue = "waiting"
            self._wanted = lambda row: row.id == task_id
            self._view.tell(Message("inbox.said.taken_back", {"number": number}, "done"))
        self._cards.drop(task_id)
        self.load()

    def _failed(self, fault: OrderDeskError) -> None:
        self._is_loading = False
        self._ahead.clear()
        self._view.tell(Message(fault.code, dict(fault.params), "error"))

    def _sending_failed(self, fault: OrderDeskError) -> None:
        self._is_deciding = False
        self._ahead.clear()
        self._view.tell(Message(fault.code, dict(fault.params), "error"))
        self._view.refresh_actions()

    # several at once

    def _bulk_sent(self, result: BulkResult) -> None:
        approved = tuple((row.id, row.number) for row in result.approved)
        if approved:
            button = self._undoing.add(approved)
            said = {"n": len(approved), "left": len(result.refused)}
            code = "inbox.bulk.some" if result.refused else "inbox.bulk.done"
            self._view.tell(Message(code, said, "warn" if result.refused else "done", (button,)))
        elif result.refused:
            self._view.tell_refused(result.refused[0][1].problems)
        self._marked = {row.id for row, _ in result.refused}
        self._cards.age()
        self._view.refresh_actions()
        self.load()

    def _end_asking(self) -> None:
        if self.asking is not None:
            self.asking = None
            self._view.end_reason()
            self._view.refresh_actions()

    def _run_ahead(self) -> None:
        """Do the keys that came too early, one by one, once the card they were meant for is on show."""
        while self._ahead and not self._is_deciding and (self.card is not None or self.current is None):
            self._ahead.pop(0)()
