"""Throwing a draft away: at once, with thirty seconds to have it back by one key. No Qt.

Later it lies in the bin of the Orders list. Its number stays its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.drafts import DraftRow
from orderdesk.ui.asked import Executes, ForgetsTyping, HasClock, HasIds
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.wire.commands import Command, CommandData, DiscardDraft, RestoreDraft
from orderdesk.wire.outcomes import Outcome

UNDO_SECONDS = 30


class DiscardBackend(HasClock, HasIds, Executes, ForgetsTyping, Protocol):
    """What is asked of the running desk."""


class DiscardView(Protocol):
    """What is asked of the window."""

    def tell(self, code: str, severity: Literal["done", "error"], params: Mapping[str, object]) -> None: ...

    def tell_with_undo(self, message: Message) -> None:
        """Show a message whose way back closes by itself, and offer what works now."""
        ...


@dataclass(frozen=True, slots=True)
class _Gone:
    order_id: UUID
    number: str
    revision: int  # after the discard
    until: float  # monotonic seconds


class Discarding:
    """The drafts that went from this screen in the last half minute; the newest comes back first."""

    def __init__(self, backend: DiscardBackend, view: DiscardView, refresh: Callable[[], None]) -> None:
        self._backend = backend
        self._view = view
        self._refresh = refresh
        self._gone: list[_Gone] = []
        self._is_closed = False

    @property
    def can_undo(self) -> bool:
        """Whether one key brings a draft back now."""
        return self._newest() is not None

    def close(self) -> None:
        """The window has gone: answers that are still under way reach nobody."""
        self._is_closed = True

    def forget(self) -> None:
        """Somebody else works here: the way back was another person's."""
        self._gone.clear()

    def discard(self, draft: DraftRow) -> None:
        """Throw a draft away as it stands on the screen."""
        self._do(
            DiscardDraft(order_id=draft.id), draft.revision, lambda outcome: self._discarded(draft, outcome)
        )

    def undo(self) -> bool:
        """Bring the newest back; return whether there was one."""
        gone = self._newest()
        if gone is None:
            return False
        self._gone.remove(gone)
        self._do(
            RestoreDraft(order_id=gone.order_id), gone.revision, lambda outcome: self._restored(gone, outcome)
        )
        return True

    def _discarded(self, draft: DraftRow, outcome: Outcome) -> None:
        if not outcome.is_refused:
            self._backend.forget_journal(draft.id)
        if self._is_closed:
            return
        if outcome.is_refused:
            self._refused(outcome)
        else:
            until = self._backend.clock.monotonic() + UNDO_SECONDS
            revision = outcome.touched_one("order").revision
            self._gone.append(_Gone(draft.id, draft.number, revision, until))
            button = MessageButton("desk.undo", self.undo, key="Ctrl+Z", seconds=UNDO_SECONDS)
            self._view.tell_with_undo(Message("desk.discarded", {"number": draft.number}, "done", (button,)))
        self._refresh()

    def _restored(self, gone: _Gone, outcome: Outcome) -> None:
        if self._is_closed:
            return
        if outcome.is_refused:
            self._refused(outcome)
        else:
            self._view.tell("desk.restored", "done", {"number": gone.number})
        self._refresh()

    def _refused(self, outcome: Outcome) -> None:
        for problem in outcome.problems:
            self._view.tell(problem.code, "error", problem.params)

    def _do(self, data: CommandData, revision: int, done: Callable[[Outcome], None]) -> None:
        command = Command(id=self._backend.ids.new(), data=data, base_revision=revision)
        self._backend.execute(command, done, self._failed)

    def _failed(self, fault: OrderDeskError) -> None:
        if not self._is_closed:
            self._view.tell(fault.code, "error", fault.params)

    def _newest(self) -> _Gone | None:
        now = self._backend.clock.monotonic()
        self._gone = [gone for gone in self._gone if gone.until > now]
        return self._gone[-1] if self._gone else None
