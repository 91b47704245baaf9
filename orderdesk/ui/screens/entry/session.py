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

from orderdesk.errors import OrderDeskError
from orderdesk.services.desk import CustomerDesk
from orderdesk.services.journal import Journalled
from orderdesk.ui.asked import Executes, ForgetsTyping, HasClock, HasDesk, HasIds, HasPerson
from orderdesk.ui.screens.entry.editing import DraftEditor, with_customer, without_empty_lines
from orderdesk.wire.commands import (
    ChangeOrder,
    Command,
    CommandData,
    DiscardDraft,
    SaveDraft,
    SubmitOrder,
    WithdrawSubmit,
)
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome


class EntryServices(HasClock, HasIds, HasDesk, HasPerson, Executes, ForgetsTyping, Protocol):
    """What the entry screen asks of the desktop; answers come back on the GUI thread, later."""

    def load_customer(
        self,
        customer_id: UUID,
        done: Callable[[CustomerDesk | None], None],
        failed: Callable[[OrderDeskError], None],
    ) -> None:
        """Read a customer on the read lane."""
        ...

    def load_draft(self, order_id: UUID, done: Callable[[OrderDraft | None, int | None], None]) -> None:
        """Read the newest stored draft of an order and its revision on the read lane."""
        ...

    def journal(self, entry: Journalled, failed: Callable[[OrderDeskError], None]) -> None:
        """Write the typing journal, durably, off the GUI thread."""
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
        self.base: OrderDraft | None = None  # a sent order as it is in the store, while it is being changed
        self.is_submitted = False
        self._chosen = draft  # as it was when the customer was chosen
        self._when_known: list[Callable[[], None]] = []
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
        draft = self.draft
        if draft.customer_id is not None or draft.po_number or draft.notes:
            return False
        return not without_empty_lines(draft).lines

    @property
    def is_worth_keeping(self) -> bool:
        """Whether the store should have this draft: it is there already, or a line is complete."""
        if self.revision is not None:
            return True
        return any(line.item_id is not None and line.quantity for line in self.draft.lines)

    @property
    def is_saving(self) -> bool:
        """Whether a command of this draft is under way or waits for its turn."""
        return self._busy

    @property
    def is_saved(self) -> bool:
        """Whether the store has exactly this."""
        return self.saved == self.draft

    def choose_customer(
        self, done: Callable[[], None], failed: Callable[[OrderDeskError], None], *, fill: bool
    ) -> None:
        """Read the customer that the draft names; ``done`` is called when its facts are there.

        With ``fill`` the header takes what follows from the customer, except for what was typed meanwhile.
        A customer chosen later overtakes this one.
        """
        customer_id = self.draft.customer_id
        self._chosen = self.draft
        self.customer_pending = customer_id
        if self.customer is not None and self.customer.id != customer_id:
            self.customer = None
        if customer_id is None:
            self.customer = None
            self._customer_is_known()
            return

        def loaded(customer: CustomerDesk | None) -> None:
            if self.customer_pending != customer_id:
                return
            self.customer, self.customer_pending = customer, None
            if fill and customer is not None:
                self.editor.settle(with_customer(self.draft, customer, self._chosen))
            done()
            self._customer_is_known()

        def broke(fault: OrderDeskError) -> None:
            if self.customer_pending == customer_id:
                self.customer_pending = None
                failed(fault)
                self._customer_is_known()

        self._services.load_customer(customer_id, loaded, broke)

    def when_customer_known(self, run: Callable[[], None]) -> None:
        """Call ``run`` now, or when the customer that is being read is there."""
        if self.customer_pending is None:
            run()
        else:
            self._when_known.append(run)

    def _customer_is_known(self) -> None:
        waiting, self._when_known = self._when_known, []
        for run in waiting:
            run()

    def save(
        self,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None],
        had: Callable[[], None] | None = None,
    ) -> None:
        """Save the draft as it stands when its turn comes.

        If the store has it by then, nothing is sent, and ``had`` is called in place of ``done``.
        """

        def begin() -> None:
            draft = self.draft
            if self.saved == draft:
                if had is not None:
                    had()
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
                    number = self._take(outcome)
                    self.is_submitted = True
                    self.saved = draft.model_copy(update={"number": number})
                    self._services.forget_journal(draft.id)
                done(Sent(draft, outcome))

            self._send(SubmitOrder(draft=draft), answered, failed)

        self._queue(begin)

    def change(
        self, draft: OrderDraft, done: Callable[[Outcome], None], failed: Callable[[OrderDeskError], None]
    ) -> None:
        """Put a changed order in the place of the one that was sent, as it was when the change began."""

        def answered(outcome: Outcome) -> None:
            if not outcome.is_refused:
                self._take(outcome)
            done(outcome)

        self._queue(lambda: self._send(ChangeOrder(draft=draft), answered, failed))

    def withdraw(self, done: Callable[[Outcome], None], failed: Callable[[OrderDeskError], None]) -> None:
        """Take the submit back; on success the session is a draft again.

        A submit still on its way is waited for; one that was refused needs nothing taken back.
        """

        def answered(outcome: Outcome) -> None:
            if not outcome.is_refused:
                self._take(outcome)
                self.is_submitted = False
            done(outcome)

        def begin() -> None:
            if self.is_submitted:
                self._send(WithdrawSubmit(order_id=self.draft.id), answered, failed)
            else:
                self._finished()

        self._queue(begin)

    def discard(self, done: Callable[[Outcome], None], failed: Callable[[OrderDeskError], None]) -> None:
        """Throw the draft away; one that was never saved is simply forgotten."""

        def begin() -> None:
            self._services.forget_journal(self.draft.id)
            if self.revision is None:
                self._finished()
                return
            self._send(DiscardDraft(order_id=self.draft.id), done, failed)

        self._queue(begin)

    def journal(
        self,
        place: tuple[int, str],
        failed: Callable[[OrderDeskError], None],
        typed: str = "",
        beside: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Write what stands on the screen to the typing journal."""
        now = self._services.clock.now()
        self._services.journal(Journalled(self.draft, now, *place, self.revision, typed, beside), failed)

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
