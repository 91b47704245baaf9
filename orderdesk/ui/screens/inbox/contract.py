"""What the inbox's presenter knows of the desktop around it and of the screen that it speaks through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal, Protocol, TypeVar
from uuid import UUID

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.services.desk import PersonFacts
from orderdesk.services.reading.inbox import DoneRow, InboxRow
from orderdesk.services.reading.inbox_card import InboxCard
from orderdesk.services.store import Reader
from orderdesk.ui.messages import Message
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome, ProblemLine

Decision = Literal["approve", "send_back", "refuse"]
Queue = Literal["waiting", "done"]
T = TypeVar("T")


class InboxServices(Protocol):
    """What the inbox asks of the desktop; answers come back on the GUI thread, later."""

    @property
    def clock(self) -> Clock: ...

    @property
    def ids(self) -> Ids: ...

    @property
    def person(self) -> PersonFacts | None: ...

    def read(
        self,
        work: Callable[[Reader], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run a read on its lane."""
        ...

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Put a command through the one door on the write lane."""
        ...


class InboxView(Protocol):
    """What the presenter needs of the screen."""

    def show_tasks(self, waiting: tuple[InboxRow, ...], done: tuple[DoneRow, ...], now: datetime) -> None:
        """List what waits and what was done today."""
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

    def tell(self, message: Message) -> None:
        """Show a message in the strip."""
        ...

    def tell_refused(self, problems: tuple[ProblemLine, ...]) -> None:
        """Say why a decision was not taken, with all that is different."""
        ...

    def refresh_actions(self) -> None:
        """Ask again what works now."""
        ...
