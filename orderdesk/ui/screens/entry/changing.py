"""Changing an order that was sent already, in explicit Change mode: nothing is saved until it is sent. No Qt.

What is typed stands in the journal as always, so a crash brings it back; the store learns of it by one
command. Leaving asks once, with the list of changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.services.entry import Evaluation
from orderdesk.services.journal import Journalled
from orderdesk.services.reading.changing import ToChange, order_to_change
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.entry.differences import compared, differences
from orderdesk.ui.screens.entry.editing import with_seen_prices, without_empty_lines
from orderdesk.ui.screens.entry.sending import shown_prices
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.wording import amount_text
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.presenter import EntryPresenter


class Changing:
    """The change of one submitted order."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._found: ToChange | None = None
        self._is_sending = False
        self.ended: Callable[[], object] = lambda: None  # the order needs its tab no longer

    @property
    def is_on(self) -> bool:
        """Whether the order on the screen is one that was sent already."""
        return self._presenter.session.base is not None

    @property
    def order(self) -> ToChange | None:
        """The order as it was sent."""
        return self._found if self.is_on else None

    def differences(self) -> tuple[Problem, ...]:
        """Return what has been changed so far."""
        presenter, base = self._presenter, self._presenter.session.base
        return () if base is None else differences(base, presenter.draft, presenter.desk)

    def open(self, order_id: UUID) -> None:
        """Put an order on the screen to be changed, or say why it cannot be."""
        self._presenter.services.read(
            lambda connection: order_to_change(connection, order_id), self._loaded, self._presenter.fault
        )

    def restore(self, entry: Journalled, found: ToChange) -> None:
        """Bring back a change that was being typed when the program ended, to the very cell."""
        self._put_on_screen(found, entry.draft, (entry.row, entry.column))
        self._presenter.keeper.put_back(entry)
        self._presenter.say("entry.restored", n=len(entry.draft.lines))

    def send(self) -> None:
        """Send the change; the order stays on the screen until it is known what came of it."""
        presenter, session = self._presenter, self._presenter.session
        presenter.settle()
        if self._is_sending or presenter.is_waiting or presenter.evaluation is None:
            presenter.say("change.wait")
            return
        if not self.differences():
            presenter.say("change.nothing")
            return
        if presenter.evaluation.blocks:
            presenter.list_problems(presenter.evaluation.problems)
            return
        evaluation = presenter.evaluation
        draft = with_seen_prices(without_empty_lines(presenter.draft), shown_prices(evaluation))
        self._is_sending = True
        session.change(draft, lambda outcome: self._answered(session, evaluation, outcome), self._failed)

    def leave(self) -> None:
        """Give the change up: the order stays as it was sent."""
        session = self._presenter.session
        if session.base is not None:
            self._presenter.services.forget_journal(session.draft.id)
            session.base, session.saved = None, session.draft  # nothing of it is to be kept
        self._found = None

    def _loaded(self, found: ToChange | None) -> None:
        presenter = self._presenter
        if found is None or found.state in ("draft", "cancelled"):
            presenter.say("entry.open.no_draft", "warn")
        elif found.state != "submitted":
            presenter.say("problem.change.released", "warn", number=found.number)
        else:
            self._put_on_screen(found, found.draft, (0, "quantity"))
            return
        self.ended()

    def _put_on_screen(self, found: ToChange, draft: OrderDraft, place: tuple[int, str]) -> None:
        presenter = self._presenter
        self._found = found
        session = DraftSession(draft, presenter.services, found.revision)
        session.saved = session.base = found.draft.model_copy(update={"number": found.number})
        session.editor.settle(draft.model_copy(update={"number": found.number}))
        presenter.open(session, place=place)
        presenter.view.show_state()

    def _answered(self, session: DraftSession, evaluation: Evaluation, outcome: Outcome) -> None:
        self._is_sending = False
        presenter = self._presenter
        problems = tuple(Problem(one.code, one.path, one.params, one.severity) for one in outcome.problems)
        if outcome.is_refused:
            if session is presenter.session:
                presenter.problems = problems
                presenter.view.show_problems(problems)
            for problem in problems[:1]:
                presenter.view.show_message(Message(problem.code, dict(problem.params), "warn"))
            return
        priced, route = evaluation.priced, evaluation.route
        steps = route.steps if route is not None else ()
        params: dict[str, object] = {
            "number": session.draft.number or "", "currency": session.draft.currency,
            "total": amount_text(priced.total, session.draft.currency) if priced is not None else "",
            "roles": [f"term.role.{step.role}" for step in steps],
        }  # fmt: skip
        self.leave()
        code = "change.sent.asked" if steps else "change.sent.through"
        presenter.view.show_message(Message(code, params, "done"))
        self.ended()

    def _failed(self, fault: OrderDeskError) -> None:
        self._is_sending = False
        self._presenter.fault(fault)


def is_changed(entry: Journalled, found: ToChange) -> bool:
    """Return whether a journal holds a change of the order as it stands now."""
    return entry.base_revision == found.revision and compared(entry.draft) != compared(
        found.draft.model_copy(update={"number": entry.draft.number})
    )
