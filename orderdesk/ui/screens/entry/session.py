"""One draft on its way to the store: saving, submitting, taking back, and the typing journal. No Qt here.

Commands of one draft never overtake each other: while one is under way the next waits for its outcome,
because it must carry the revision that came of it. A draft that is being submitted has left the screen
already; if the door refuses it, it comes back with every problem and every word that was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.journal import Journalled
from orderdesk.ui.screens.entry.editing import DraftEditor, without_empty_lines
from orderdesk.wire.commands import Command, CommandData, DiscardDraft, SaveDraft, SubmitOrder, WithdrawSubmit
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome


class EntryServices(Protocol):
    """What the entry screen asks of the desktop; answers come back on the GUI thread, later."""

    clock: Clock
    ids: Ids

    def desk(self) -> Desk:
        """Return what holds for every order now, from memory."""
        ...

    def load_customer(self, customer_id: UUID, done: Callable[[CustomerDesk | None], None]) -> None:
        """Read a customer on the read lane."""
        ...

    def load_draft(self, order_id: UUID, done: Callable[[OrderDraft | None, int | None], None]) -> None:
        """Read the newest stored draft of an order and its revision on the read lane."""
        ...

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None],
    ) -> None:
        """Put a command through the one door on the write lane."""
        ...

    def journal(self, entry: Journalled, failed: Callable[[OrderDeskError], None]) -> None:
        """Write the typing journal, durably, off the GUI thread."""
        ...

    def forget_journal(self, order_id: UUID) -> None:
        """Remove the typing journal of an order, after what is still to be written."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of a submit: the outcome, and the draft as it was sent."""

    draft: OrderDraft
    outcome: Outcome


class DraftSession:
    """The life of one draft at this desk."""

    def __init__(self, draft: OrderDraft, services: EntryServices, revision: int | None = None) -> None:
        self.editor = DraftEditor(draft)
        self.customer: CustomerDesk | None = None
        self.customer_pending: UUID | None = None  # chosen, its facts still being read
        self.revision = revision
        self.saved = draft if revision is not None else None  # the draft as the store has it
        self._services = services
        self._busy = False
        self._next: list[Callable[[], None]] = []

    @property
    def draft(self) -> OrderDraft:
        """The draft as it stands on the screen."""
        return self.editor.draft

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed yet."""
        draft = without_empty_lines(self.draft)
        return draft.customer_id is None and not draft.lines and not draft.po_number and not draft.note

    @property
    def is_saved(self) -> bool:
        """Whether the store has exactly this."""
        return self.saved == self.draft

    def save(self, done: Callable[[Outcome], None], failed: Callable[[OrderDeskError], None]) -> None:
        """Save the draft as it stands when its turn comes; nothing is sent if the store has it already."""

        def begin() -> None:
            draft = self.draft
            if self.saved == draft:
                self._finished()
                return
            self._send(SaveDraft(draft=draft), lambda outcome: self._was_saved(draft, outcome, done), failed)

        self._queue(begin)

    def submit(self, done: Callable[[Sent], None], failed: Callable[[OrderDeskError], None]) -> None:
        """Submit the draft as it stands when its turn comes."""

        def begin() -> None:
            draft = without_empty_lines(self.draft)

            def answered(outcome: Outcome) -> None:
                if not outcome.is_refused:
                    self._take(outcome)
                    self._services.forget_journal(draft.id)
                done(Sent(draft, outcome))

            self._send(SubmitOrder(draft=draft), answered, failed)

        self._queue(begin)

    def withdraw(self, done: Callable[[Outcome], None], failed: Callable[[OrderDeskError], None]) -> None:
        """Take the submit back; on success the session is a draft again."""

        def answered(outcome: Outcome) -> None:
            if not outcome.is_refused:
                self._take(outcome)
            done(outcome)

        self._queue(lambda: self._send(WithdrawSubmit(order_id=self.draft.id), answered, failed))

    def discard(self, done: Callable[[Outcome], None], failed: Callable[[OrderDeskError], None]) -> None:
        """Throw the draft away; one that was never saved is simply forgotten."""

        def begin() -> None:
            self._services.forget_journal(self.draft.id)
            if self.revision is None:
                self._finished()
                return
            self._send(DiscardDraft(order_id=self.draft.id), done, failed)

        self._queue(begin)

    def journal(self, row: int, column: str, failed: Callable[[OrderDeskError], None]) -> None:
        """Write what stands on the screen to the typing journal."""
        if self.is_blank:
            return
        now = self._services.clock.now()
        self._services.journal(Journalled(self.draft, now, row, column, self.revision), failed)

    def _queue(self, begin: Callable[[], None]) -> None:
        if self._busy:
            self._next.append(begin)
        else:
            self._busy = True
            begin()

    def _finished(self) -> None:
        if self._next:
            self._next.pop(0)()
        else:
            self._busy = False

    def _send(
        self,
        data: CommandData,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None],
    ) -> None:
        def answered(outcome: Outcome) -> None:
            done(outcome)
            self._finished()

        def broke(fault: OrderDeskError) -> None:
            failed(fault)
            self._finished()

        command = Command(id=self._services.ids.new(), data=data, base_revision=self.revision)
        self._services.execute(command, answered, broke)

    def _was_saved(self, draft: OrderDraft, outcome: Outcome, done: Callable[[Outcome], None]) -> None:
        if not outcome.is_refused:
            number = self._take(outcome)
            self.saved = draft.model_copy(update={"number": number})
        done(outcome)

    def _take(self, outcome: Outcome) -> str | None:
        """Take number and revision from an outcome; the number stands in the draft from now on."""
        touched = outcome.touched_one("order")
        self.revision = touched.revision
        if self.draft.number != touched.number:
            self.editor.settle(self.draft.model_copy(update={"number": touched.number}))
        return touched.number
