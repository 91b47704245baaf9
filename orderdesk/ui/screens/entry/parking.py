"""Parking a draft for the next call and taking it up again 挂单/取单: one key for both. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.entry.editing import with_seen_prices
from orderdesk.ui.screens.entry.sending import shown_prices
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.wording import clock_time, local_name
from orderdesk.wire.drafts import LeftAt, OrderDraft
from orderdesk.wire.outcomes import Outcome

if TYPE_CHECKING:
    from orderdesk.services.reading.parked import ParkedRow, TakenUp
    from orderdesk.ui.screens.entry.presenter import EntryPresenter


class Parking:
    """Parks what stands on the screen; on a blank order it offers what is parked."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter

    @property
    def can_park(self) -> bool:
        """Whether something stands here that can be parked; on a blank order the key resumes."""
        session = self._presenter.session
        return not session.is_blank or session.revision is not None

    def park(self) -> None:
        """Park the draft and put a blank one on the screen: the next caller is on the line already."""
        presenter = self._presenter
        presenter.settle()
        session = presenter.session
        draft = session.draft
        if not presenter.is_waiting:
            draft = with_seen_prices(draft, shown_prices(presenter.evaluation), presenter.desk.today)
        left_at = LeftAt(row=min(max(presenter.row, 0), len(draft.lines)), column=presenter.column)
        session.editor.settle(draft.model_copy(update={"parked": True, "left_at": left_at}))
        presenter.open_blank()  # what was there stands in the journal until the store has it
        session.save(
            lambda outcome: self._parked(session, outcome), lambda fault: self._stays(session, fault)
        )

    def list_parked(self) -> None:
        """Read what is parked, and show it; where nothing is, say so."""
        person_id = self._presenter.services.actor.person_id
        from orderdesk.services.reading.parked import parked_rows

        self._presenter.services.read(
            lambda connection: parked_rows(connection, person_id), self._listed, self._presenter.fault
        )

    def resume(self, order_id: UUID) -> None:
        """Go on with a parked draft where it was left; one that is open at this desk comes to the front."""
        presenter = self._presenter
        if presenter.view.show_if_open(order_id):
            return
        self.read(order_id, self._taken_up)

    def read(self, order_id: UUID, done: Callable[[TakenUp | None], None]) -> None:
        """Read a draft to go on with."""
        from orderdesk.services.reading.parked import take_up

        self._presenter.services.read(
            lambda connection: take_up(connection, order_id), done, self._presenter.fault
        )

    def put_on_screen(self, found: TakenUp, place: tuple[int, str] | None = None) -> None:
        """Put a draft of the store on the screen. A parked one is parked no longer, for all desks to see.

        The cursor goes to ``place``, else to where it was parked, else below the last line.

        Where another clerk has taken it meanwhile, both go on: what they change is merged when they save.
        """
        presenter, draft = self._presenter, found.draft
        session = DraftSession(draft, presenter.services, found.revision)
        if place is None:
            place = (len(draft.lines), "code")
        if draft.parked and draft.left_at is not None:
            place = (draft.left_at.row, draft.left_at.column)
        presenter.open(session, place=place)
        if draft.parked:
            session.editor.settle(taken(session.draft))
            presenter.keeper.save()
            presenter.say("park.resumed", "done", number=draft.number or "")

    def _listed(self, rows: tuple[ParkedRow, ...]) -> None:
        if rows:
            self._presenter.view.show_parked(rows)
        else:
            self._presenter.view.show_parked(())
            self._presenter.say("park.none")

    def _taken_up(self, found: TakenUp | None) -> None:
        presenter = self._presenter
        if found is None:
            presenter.say("park.gone", "warn")
            self.list_parked()
            return
        presenter.view.show_parked(())
        self.put_on_screen(found)
        if not found.draft.parked:
            presenter.say(
                "park.taken", "warn", number=found.draft.number or "",
                name=partial(local_name, found.saved_by, found.saved_by_en),
                when=partial(clock_time, found.saved_at, presenter.desk),
            )  # fmt: skip

    def _parked(self, session: DraftSession, outcome: Outcome) -> None:
        presenter = self._presenter
        if outcome.is_refused:
            problems = tuple(
                Problem(one.code, one.path, one.params, one.severity) for one in outcome.problems
            )
            self._back(session, problems)
            for problem in problems[:1]:
                presenter.view.show_message(Message(problem.code, problem.params, "warn"))
            return
        presenter.services.forget_journal(session.draft.id)
        presenter.say("park.parked", "done", number=session.draft.number or "")

    def _stays(self, session: DraftSession, fault: OrderDeskError) -> None:
        """The store could not be asked: the draft comes back, everything typed is in it."""
        self._back(session, ())
        self._presenter.fault(fault)

    def _back(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        presenter = self._presenter
        left_at = session.draft.left_at
        session.editor.settle(taken(session.draft))
        if presenter.session.is_blank and presenter.view.is_untouched():
            place = None if left_at is None else (left_at.row, left_at.column)
            presenter.open(session, problems, place)
        else:
            presenter.view.open_elsewhere(session, problems)


def taken(draft: OrderDraft) -> OrderDraft:
    """Return the draft as one that somebody works on."""
    return draft.model_copy(update={"parked": False, "left_at": None})
