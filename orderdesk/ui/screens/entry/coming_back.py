"""What comes of an order that has left the screen: the words of its success, or the order itself. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.ui.language import tr
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screens.entry.sending import UNDO_SECONDS, Departed
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.wording import amount_text, short_date
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.presenter import EntryPresenter


class ComingBack:
    """Tells of orders that arrived, and puts those on the screen that did not."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter

    def order_sent(self, departed: Departed, draft: OrderDraft) -> None:
        """Say number, total, dates and route, with the way back for thirty seconds."""
        evaluation = departed.evaluation
        priced, route = evaluation.priced, evaluation.route
        steps = route.steps if route is not None else ()
        params: dict[str, object] = {
            "number": draft.number or "",
            "total": amount_text(priced.total, draft.currency) if priced is not None else "",
            "currency": draft.currency,
            "dates": partial(_worded, _days_of(draft)),  # not the order: this message is kept
            "roles": [f"term.role.{step.role}" for step in steps],
        }
        code = "entry.sent.asked" if steps else "entry.sent.through"
        button = MessageButton(
            "entry.sent.undo",
            lambda: self._presenter.outbox.take_back(departed.session),
            key="Ctrl+Z",
            seconds=UNDO_SECONDS,
        )
        self._presenter.view.show_message(Message(code, params, "done", (button,)))
        self._presenter.view.show_state()

    def order_returned(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        """Bring an order back that the store refused, with everything that was typed."""
        self._bring_back(session, problems)
        blocks = [problem for problem in problems if problem.severity == "block"]
        self._presenter.say(
            "entry.submit.returned", "error", n=len(blocks), number=session.draft.number or ""
        )
        if session is self._presenter.session and blocks:
            self._presenter.go_to_problem(blocks[0])

    def order_failed(self, session: DraftSession, fault: OrderDeskError) -> None:
        """Bring an order back that could not reach the store."""
        if not session.is_submitted:
            self._bring_back(session, ())
        self._presenter.fault(fault)

    def order_withdrawn(self, session: DraftSession) -> None:
        """Bring an order back whose submit was undone."""
        self._bring_back(session, ())
        self._presenter.say("entry.withdrawn", "done", number=session.draft.number or "")

    def withdrawal_refused(self, outcome: Outcome) -> None:
        """Say why the submit stands."""
        for problem in outcome.problems:
            self._presenter.view.show_message(Message(problem.code, problem.params, "warn"))
        self._presenter.view.show_state()

    def _bring_back(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        if session is self._presenter.session or (
            self._presenter.session.is_blank and self._presenter.view.is_untouched()
        ):
            place = (len(session.draft.lines), "code")
            self._presenter.open(session, problems, place)
            if session.customer is not None:
                self._presenter.read_customer(fill=False)  # its credit has moved
        else:
            self._presenter.view.open_elsewhere(session, problems)


def _days_of(draft: OrderDraft) -> tuple[date | None, ...]:
    """Return the days of delivery, first to last; ``None`` at the end where some have none."""
    days: set[date | None] = set()
    for line in draft.lines:
        days |= {part.requested or draft.requested for part in line.schedule} or {draft.requested}
    known = sorted(day for day in days if day is not None)
    return (*known, None) if None in days else tuple(known)


def _worded(days: Sequence[date | None]) -> str:
    """Return days of delivery as the clerk reads them out."""
    known = [day for day in days if day is not None]
    words = [short_date(day) for day in known[:3]]
    if len(known) > len(words):
        words.append("…")
    if len(known) < len(days):
        words.append(tr("entry.undated"))
    return tr("entry.dates.joint").join(words)
