"""Orders that have left the screen: sent, on their way back, or to be taken back for thirty seconds. No Qt.

An order that is sent leaves its tab to the next one at once; not a key waits for the store. Whatever comes of
it comes back here: refused, it returns with every problem and every word that was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.services.entry import Evaluation, evaluate
from orderdesk.ui.screens.entry.editing import with_seen_prices, without_empty_lines
from orderdesk.ui.screens.entry.session import DraftSession, EntryServices, Sent
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome

UNDO_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Departed:
    """An order in the store, and until when its submit can be undone."""

    session: DraftSession
    evaluation: Evaluation
    until: datetime


class Returns(Protocol):
    """Who takes what comes back."""

    def order_sent(self, departed: Departed, draft: OrderDraft) -> None:
        """The store has taken the order."""
        ...

    def order_returned(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        """The order was not taken: it is a draft again, with everything that was typed."""
        ...

    def order_failed(self, session: DraftSession, fault: OrderDeskError) -> None:
        """The store could not be asked; the draft is as it was."""
        ...

    def order_withdrawn(self, session: DraftSession) -> None:
        """The submit was undone: the order is a draft again."""
        ...

    def withdrawal_refused(self, outcome: Outcome) -> None:
        """Somebody has acted already; the order stays submitted."""
        ...


def shown_prices(evaluation: Evaluation | None) -> dict[UUID, Decimal]:
    """Return the unit prices that stand on the screen, by line."""
    if evaluation is None or evaluation.priced is None:
        return {}
    return {line.line_id: line.unit_price for line in evaluation.priced.lines if line.source != "none"}


class Outbox:
    """Hands orders to the store and tells what came of them."""

    def __init__(self, services: EntryServices, returns: Returns) -> None:
        self._services = services
        self._returns = returns
        self._newest: DraftSession | None = None  # the last one sent, on its way or there
        self._departed: Departed | None = None
        self._on_the_way = 0

    @property
    def undoable(self) -> DraftSession | None:
        """The order whose submit Ctrl+Z takes back now; ``None`` where the thirty seconds are over."""
        if self._newest is None:
            return None
        if self._departed is not None and self._departed.session is self._newest:
            return self._newest if self._services.clock.now() <= self._departed.until else None
        return self._newest

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on its way."""
        return self._on_the_way == 0

    def send(self, session: DraftSession) -> None:
        """Send an order; one whose customer is still being read waits for that and is checked first."""
        self._newest = session
        self._on_the_way += 1
        session.when_customer_known(lambda: self._check_and_send(session))

    def take_back(self, session: DraftSession) -> None:
        """Undo a submit, also of an order that is still on its way."""
        if self._newest is session:
            self._newest = None

        def answered(outcome: Outcome) -> None:
            if outcome.is_refused:
                self._returns.withdrawal_refused(outcome)
            else:
                self._returns.order_withdrawn(session)

        session.withdraw(answered, lambda fault: self._returns.order_failed(session, fault))

    def _check_and_send(self, session: DraftSession) -> None:
        draft = with_seen_prices(without_empty_lines(session.draft), {})
        clerk = None if self._services.person is None else self._services.person.id
        evaluation = evaluate(draft, self._services.desk(), session.customer, clerk=clerk)
        if evaluation.blocks:
            self._came_back(session, evaluation.problems)
            return
        session.editor.settle(with_seen_prices(draft, shown_prices(evaluation), self._services.desk().today))
        session.submit(
            lambda sent: self._answered(session, evaluation, sent), lambda fault: self._failed(session, fault)
        )

    def _answered(self, session: DraftSession, evaluation: Evaluation, sent: Sent) -> None:
        problems = tuple(
            Problem(line.code, line.path, line.params, line.severity) for line in sent.outcome.problems
        )
        if sent.outcome.is_refused:
            self._came_back(session, problems)
            return
        self._on_the_way -= 1
        departed = Departed(session, evaluation, self._services.clock.now() + timedelta(seconds=UNDO_SECONDS))
        if self._newest is session:
            self._departed = departed
        self._returns.order_sent(departed, session.draft)

    def _came_back(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        self._left(session)
        self._returns.order_returned(session, problems)

    def _failed(self, session: DraftSession, fault: OrderDeskError) -> None:
        self._left(session)
        self._returns.order_failed(session, fault)

    def _left(self, session: DraftSession) -> None:
        self._on_the_way -= 1
        if self._newest is session:
            self._newest = None
