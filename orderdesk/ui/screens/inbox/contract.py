"""What the inbox's presenter knows of the desktop around it and of the screen that it speaks through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol
from uuid import UUID

from orderdesk.services.reading.inbox import DoneRow, InboxRow
from orderdesk.services.reading.inbox_card import InboxCard
from orderdesk.ui.asked import Executes, HasClock, HasIds, HasPerson, Reads
from orderdesk.ui.messages import Message
from orderdesk.wire.outcomes import ProblemLine

if TYPE_CHECKING:
    from orderdesk.ui.screens.inbox.bulk import BulkSheet

Decision = Literal["approve", "send_back", "refuse"]
DECISIONS: tuple[Decision, ...] = ("approve", "send_back", "refuse")
Queue = Literal["waiting", "team", "sent_back", "done"]
QUEUES: tuple[Queue, ...] = ("waiting", "team", "sent_back", "done")


@dataclass(frozen=True, slots=True)
class InboxLists:
    """What stands in each queue: for me, for anybody, sent back by me and not in again, decided today."""

    waiting: tuple[InboxRow, ...] = ()
    team: tuple[InboxRow, ...] = ()
    sent_back: tuple[DoneRow, ...] = ()
    done: tuple[DoneRow, ...] = ()

    def of(self, queue: Queue) -> tuple[InboxRow, ...] | tuple[DoneRow, ...]:
        """Return the rows of a queue."""
        rows: tuple[InboxRow, ...] | tuple[DoneRow, ...] = getattr(self, queue)
        return rows


class InboxServices(HasClock, HasIds, HasPerson, Reads, Executes, Protocol):
    """What the inbox asks of the desktop; answers come back on the GUI thread, later."""


class InboxView(Protocol):
    """What the presenter needs of the screen."""

    def show_tasks(self, lists: InboxLists, now: datetime) -> None:
        """List what stands in the queues."""
        ...

    def show_current(self, task_id: UUID | None) -> None:
        """Put the cursor of the list on a task."""
        ...

    def show_card(self, card: InboxCard | None, told: tuple[ProblemLine, ...]) -> None:
        """Show a card; ``told`` is what changed after it was shown before."""
        ...

    def ask_reason(self, decision: Decision, number: str) -> None:
        """Ask for the reason of a decision."""
        ...

    def end_reason(self) -> None:
        """Take the question for a reason away."""
        ...

    def show_reason_problem(self, problem: ProblemLine) -> None:
        """Say what is missing of the reason."""
        ...

    def show_bulk(self, sheet: BulkSheet) -> None:
        """Show what is to be approved together."""
        ...

    def show_bulk_problem(self, code: str) -> None:
        """Say what keeps the sheet from being sent."""
        ...

    def end_bulk(self) -> None:
        """Put the sheet away."""
        ...

    def tell(self, message: Message) -> None:
        """Show a message in the strip."""
        ...

    def tell_refused(self, problems: tuple[ProblemLine, ...]) -> None:
        """Say why a decision was not taken, with all that is different."""
        ...

    def refresh_actions(self) -> None:
        """Ask again what works now."""
        ...
