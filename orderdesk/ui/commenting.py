"""Saying something about an order from any list that shows it. No Qt: the box is ``comment_box``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.ui.asked import Executes, HasIds
from orderdesk.ui.messages import Message
from orderdesk.wire.commands import Command, CommentOrder
from orderdesk.wire.outcomes import Outcome


class CommentServices(HasIds, Executes, Protocol):
    """What is asked of the desktop."""


class CommentView(Protocol):
    """What is asked of the screen."""

    def ask_comment(self, number: str) -> None:
        """Open the box for what is to be said about an order."""
        ...

    def end_comment(self) -> None:
        """Close the box and go back to where the keys were."""
        ...

    def tell(self, message: Message) -> None:
        """Show a message in the strip."""
        ...


@dataclass(frozen=True, slots=True)
class _About:
    order_id: UUID
    number: str


class Commenting:
    """One box at a time; what is typed in it stays until the store has it."""

    def __init__(self, services: CommentServices, view: CommentView) -> None:
        self._services = services
        self._view = view
        self._about: _About | None = None
        self._is_sending = False

    @property
    def is_open(self) -> bool:
        """Whether the box is open."""
        return self._about is not None

    def ask(self, order_id: UUID, number: str) -> None:
        """Open the box for an order."""
        if self._about is None:
            self._about = _About(order_id, number)
            self._view.ask_comment(number)

    def send(self, text: str) -> None:
        """Say it; without words the box simply closes."""
        about = self._about
        if about is None or self._is_sending:
            return
        if not text.strip():
            self.cancel()
            return
        self._is_sending = True
        command = Command(id=self._services.ids.new(), data=CommentOrder(order_id=about.order_id, text=text))
        self._services.execute(command, lambda outcome: self._said(about, outcome), self._failed)

    def cancel(self) -> bool:
        """Close the box; return whether it was open."""
        was_open, self._about = self._about is not None, None
        if was_open:
            self._view.end_comment()
        return was_open

    def _said(self, about: _About, outcome: Outcome) -> None:
        self._is_sending = False
        if outcome.is_refused:
            problem = outcome.problems[0]
            self._view.tell(Message(problem.code, problem.params, "error"))
            return
        self.cancel()
        self._view.tell(Message("ui.comment.said", {"number": about.number}, "done"))

    def _failed(self, fault: OrderDeskError) -> None:
        self._is_sending = False
        self._view.tell(Message(fault.code, dict(fault.params), "error"))
