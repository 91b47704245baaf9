"""Lifting a hold of the order on show: asked in its place, with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.holds import CardHold
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.ui.asked import Executes, HasIds
from orderdesk.wire.commands import Command, LiftHold
from orderdesk.wire.outcomes import Outcome


class LiftingBackend(HasIds, Executes, Protocol):
    """What lifting needs of the running desk."""


class LiftingView(Protocol):
    """What lifting asks of the window."""

    def show_lift(self, question: LiftQuestionFacts | None) -> None: ...

    def show_lift_problem(self, code: str) -> None: ...

    def tell(self, code: str, severity: Literal["done", "error"], params: Mapping[str, object]) -> None: ...


@dataclass(frozen=True, slots=True)
class LiftQuestionFacts:
    """Which hold of which order is asked about; its figures are in ``currency``."""

    order_id: UUID
    number: str
    currency: str
    hold: CardHold


class HoldLifting:
    """The question about one hold, from the key to the answer of the door."""

    def __init__(self, backend: LiftingBackend, view: LiftingView, refresh: Callable[[], None]) -> None:
        self._backend = backend
        self._view = view
        self._refresh = refresh
        self._card: OrderCard | None = None
        self._is_sending = False
        self._is_closed = False
        self.asked: LiftQuestionFacts | None = None

    @property
    def can_ask(self) -> bool:
        """Whether the order on show has a hold that the person may lift, and none is asked about."""
        return self.asked is None and self._next() is not None

    def close(self) -> None:
        """The window has gone: an answer that is still under way reaches nobody."""
        self._is_closed = True

    def take_card(self, card: OrderCard | None) -> None:
        """Another card is on show, or the same one read anew; a question about what is gone goes too."""
        self._card = card
        asked = self.asked
        if asked is None or self._is_sending:
            return
        if card is None or card.row.id != asked.order_id:
            self.keep()
        elif all(hold.id != asked.hold.id for hold in card.holds):
            self.keep()
            self._view.tell("problem.hold.lifted", "error", {"number": asked.number})

    def ask(self, hold_id: UUID | None = None) -> bool:
        """Ask about a hold, or about the oldest that the person may lift; return whether there is one."""
        hold = self._next(hold_id)
        if self._card is None or hold is None or self._is_sending:
            return False
        row = self._card.row
        self.asked = LiftQuestionFacts(row.id, row.number, row.currency, hold)
        self._view.show_lift(self.asked)
        return True

    def keep(self) -> bool:
        """Leave the hold as it is; return whether one was asked about."""
        if self.asked is None:
            return False
        self.asked = None
        self._view.show_lift(None)
        return True

    def lift(self, reason: str) -> None:
        """Lift the hold that was asked about. Without a reason the question stays and says so."""
        asked = self.asked
        if asked is None or self._is_sending:
            return
        if not reason.strip():
            self._view.show_lift_problem("problem.hold.reason_missing")
            return
        self._is_sending = True
        command = Command(id=self._backend.ids.new(), data=LiftHold(hold_id=asked.hold.id, reason=reason))
        self._backend.execute(command, lambda outcome: self._answered(asked, outcome), self._failed)

    def _answered(self, asked: LiftQuestionFacts, outcome: Outcome) -> None:
        self._is_sending = False
        if self._is_closed:
            return
        self.keep()
        if outcome.is_refused:
            for problem in outcome.problems:
                self._view.tell(problem.code, "error", problem.params)
        else:
            params = {"number": asked.number, "hold": f"term.hold.{asked.hold.kind}"}
            self._view.tell("desk.lifted", "done", params)
        self._refresh()

    def _failed(self, fault: OrderDeskError) -> None:
        self._is_sending = False
        if not self._is_closed:
            self._view.tell(fault.code, "error", fault.params)

    def _next(self, hold_id: UUID | None = None) -> CardHold | None:
        holds = self._card.holds if self._card is not None else ()
        return next((hold for hold in holds if hold.may_lift and hold_id in (None, hold.id)), None)
