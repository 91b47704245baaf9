"""Nothing typed is ever lost: the typing journal, saving, and what somebody else saved meanwhile. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.services.journal import Journalled
from orderdesk.services.merging import merge
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screens.entry.editing import with_seen_prices
from orderdesk.ui.screens.entry.sending import shown_prices
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.presenter import EntryPresenter


Beside = tuple[tuple[str, str], ...]  # places beside the lines, in order, and what is typed there


class Unfinished(Protocol):
    """What is being typed: in the open cell of the lines, and in boxes and panels beside them."""

    def text(self) -> str:
        """Return what is typed in the open cell and not taken yet."""
        ...

    def put(self, text: str) -> None:
        """Open the cell with the cursor and put a text into it."""
        ...

    def beside(self) -> Beside:
        """Return what is typed beside the lines and not taken yet, and where the focus is there."""
        ...

    def put_beside(self, kept: Beside) -> None:
        """Put texts back into their boxes and panels, open and focused as they were."""
        ...


class Keeper:
    """Keeps the order on the screen: to the journal within a second, to the store at its occasions."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._journalled: tuple[OrderDraft, str, Beside] | None = None
        self.half_typed: Unfinished | None = None  # what is typed and not taken yet
        self._journal_faulty = False
        self.saved_at: datetime | None = None

    def journal_now(self) -> None:
        """Write what stands on the screen to the journal, unless it stands there already."""
        session, half = self._presenter.session, self.half_typed
        typed, beside = ("", ()) if half is None else (half.text(), half.beside())
        stands = session.draft, typed, beside
        if stands == self._journalled:
            return
        if session.is_blank and not typed and not beside:
            self._forget_blank(session)
            return
        self._journalled = stands
        place = self._presenter.row, self._presenter.column
        session.journal(place, self._journal_failed, typed, beside)

    def put_back(self, entry: Journalled) -> None:
        """Put what was half typed when the program ended back where it was typed."""
        if self.half_typed is None:
            return
        if entry.beside:
            self.half_typed.put_beside(entry.beside)
        if entry.typed:
            self._presenter.view.go_to_cell(entry.row, entry.column)
            self.half_typed.put(entry.typed)

    @property
    def is_typing(self) -> bool:
        """Whether something stands on the screen that is typed and not taken yet."""
        return self.half_typed is not None and bool(self.half_typed.text() or self.half_typed.beside())

    def save_first_line(self) -> None:
        """Save a new draft as soon as one line of it is complete: from then on it has its number."""
        session = self._presenter.session
        if session.revision is None and session.is_worth_keeping and not session.is_saving:
            self.save()

    def save(self, *, said: bool = False) -> None:
        """Save the draft as it stands; ``said``: the clerk asked, so the strip answers."""
        session, presenter = self._presenter.session, self._presenter
        if session.base is not None:  # a sent order is changed by one command, never saved on the way
            return
        if session.is_blank and session.revision is None:
            if said:
                presenter.say("entry.save.blank")
            return
        if session.is_saved:
            if said:
                presenter.say("entry.save.is_saved", number=session.draft.number or "")
            return
        presenter.settle()
        if not presenter.is_waiting:
            session.editor.settle(
                with_seen_prices(session.draft, shown_prices(presenter.evaluation), presenter.desk.today)
            )

        def answered(outcome: Outcome) -> None:
            self._was_saved(session, outcome, said=said)

        session.save(answered, presenter.fault)

    def with_saved(self, run: Callable[[UUID], None]) -> None:
        """Call ``run`` with the order's id once the store has the order; a new one is saved as it stands."""
        session = self._presenter.session
        order_id = session.draft.id
        if session.revision is not None:
            run(order_id)
            return

        def answered(outcome: Outcome) -> None:
            self._was_saved(session, outcome, said=False)
            if not outcome.is_refused:
                run(order_id)

        session.save(answered, self._presenter.fault, lambda: run(order_id))

    def leave(self) -> None:
        """The screen turns to another order; what stood there is in the journal until the store has it."""
        self.journal_now()
        self._journalled = None
        self.saved_at = None

    def close(self) -> None:
        """The tab goes: save the draft; its journal goes when the store has it, and stays if it has not."""
        session, presenter = self._presenter.session, self._presenter
        if session.base is not None or (session.is_blank and session.revision is None):
            presenter.services.forget_journal(session.draft.id)
            return
        self.journal_now()
        if session.is_saved:
            presenter.services.forget_journal(session.draft.id)
            return
        presenter.settle()

        def forget() -> None:
            presenter.services.forget_journal(session.draft.id)

        def answered(outcome: Outcome) -> None:
            if not outcome.is_refused:
                forget()

        session.save(
            answered, _stays_journalled, forget
        )  # an earlier save may bring it there before its turn

    def _was_saved(self, session: DraftSession, outcome: Outcome, *, said: bool) -> None:
        presenter = self._presenter
        if outcome.is_refused:
            self._refused(session, outcome)
            return
        if session is presenter.session:
            self.saved_at = presenter.services.clock.now()
            if not session.is_saved:  # what was typed since must stand in the journal with a later time
                self._journalled = None
                self.journal_now()
            if outcome.outcome == "applied_adjusted":
                self._reload(session, keep_mine=True)
            elif said:
                presenter.say("entry.saved", "done", number=session.draft.number or "")
        presenter.view.show_state()

    def _refused(self, session: DraftSession, outcome: Outcome) -> None:
        """Show both values of what two people changed, and offer the stored order."""
        presenter = self._presenter
        problems = tuple(Problem(one.code, one.path, one.params, one.severity) for one in outcome.problems)
        if session is not presenter.session:
            presenter.view.open_elsewhere(session, problems)
            return
        presenter.problems = problems
        presenter.view.show_problems(problems)
        button = MessageButton("entry.conflict.take_theirs", lambda: self._reload(session, keep_mine=False))
        first = problems[0] if problems else Problem("entry.save.refused")
        presenter.view.show_message(Message(first.code, first.params, "warn", (button,)))

    def _reload(self, session: DraftSession, *, keep_mine: bool) -> None:
        """Read what the store has now; with ``keep_mine`` what was typed since goes on top of it."""
        sent = session.saved or session.draft

        def loaded(stored: OrderDraft | None, revision: int | None) -> None:
            if stored is None or session is not self._presenter.session:
                return
            mine = session.draft
            session.revision, session.saved = revision, stored
            if keep_mine:
                session.editor.settle(merge(sent, mine, stored).draft)
            else:
                session.editor.apply("reload", stored)
            self._presenter.problems = ()
            self._presenter.view.show_problems(())
            self._presenter.evaluate_now()
            self._presenter.view.show_header()
            self._presenter.say("entry.merged", "warn", number=stored.number or "")

        self._presenter.services.load_draft(session.draft.id, loaded)

    def _forget_blank(self, session: DraftSession) -> None:
        """What was typed on a blank order was taken out again: nothing of it is to come back."""
        if self._journalled is not None and session.revision is None:
            self._presenter.services.forget_journal(session.draft.id)
        self._journalled = None

    def _journal_failed(self, fault: OrderDeskError) -> None:
        self._journalled = None
        if not self._journal_faulty:  # once is enough: it would come back every second
            self._journal_faulty = True
            self._presenter.fault(fault)


def _stays_journalled(_fault: OrderDeskError) -> None:
    """Do nothing: the screen is gone, and the journal brings the draft back at the next start."""
