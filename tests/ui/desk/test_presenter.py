"""The desk without a window: when it reads, what it shows, what becomes of its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from orderdesk.clock import Clock
from orderdesk.errors import EnvironmentProblem, OrderDeskError
from orderdesk.intake.sample import sample_id
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk, PersonFacts
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.store import Reader
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.desk import presenter as desk
from orderdesk.ui.screens.desk.discarding import UNDO_SECONDS
from orderdesk.ui.screens.desk.lifting import LiftQuestionFacts
from orderdesk.ui.screens.desk.presenter import DeskLists, DeskPresenter
from orderdesk.wire.commands import Command, LiftHold
from orderdesk.wire.outcomes import Changes, Outcome, Touched
from tests.support.desk import SampleDesk
from tests.ui.desk.conftest import held, saved, straight


class SlowBackend:
    """A backend whose lanes stand still until a test lets the next answer through."""

    def __init__(self, sample: SampleDesk) -> None:
        self._sample = sample
        self.waiting: list[Callable[[], None]] = []
        self.forgotten: list[UUID] = []
        self.fault: OrderDeskError | None = None
        self.code = "lina"

    @property
    def clock(self) -> Clock:
        return self._sample.clock

    @property
    def person(self) -> PersonFacts | None:
        return self._sample.desk().people[sample_id("person", self.code)]

    @property
    def ids(self) -> Ids:
        return self._sample.ports.ids

    def desk(self) -> Desk:
        return self._sample.desk()

    def read(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        def answer() -> None:
            if self.fault is not None and failed is not None:
                failed(self.fault)
                return
            with self._sample.store.reading() as connection:
                found = work(connection)
            done(found)

        self.waiting.append(answer)

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        self.waiting.append(lambda: done(self._sample.door.execute(command, self._sample.actor(self.code))))

    def forget_journal(self, order_id: UUID) -> None:
        self.forgotten.append(order_id)

    def answer(self) -> None:
        """Let the oldest answer through."""
        self.waiting.pop(0)()

    def answer_all(self) -> None:
        """Let everything through, and what that leads to."""
        while self.waiting:
            self.answer()


class Seen:
    """A view that keeps what it was told to show."""

    def __init__(self) -> None:
        self.lists: list[DeskLists] = []
        self.cards: list[OrderCard | None] = []
        self.lifts: list[LiftQuestionFacts | None] = []
        self.lift_problems: list[str] = []
        self.told: list[tuple[str, str, dict[str, object]]] = []

    def show_lists(self, lists: DeskLists) -> None:
        self.lists.append(lists)

    def show_card(self, card: OrderCard | None) -> None:
        self.cards.append(card)

    def show_lift(self, question: LiftQuestionFacts | None) -> None:
        self.lifts.append(question)

    def show_lift_problem(self, code: str) -> None:
        self.lift_problems.append(code)

    def tell(self, code: str, severity: str, params: Mapping[str, object]) -> None:
        self.told.append((code, severity, dict(params)))

    def tell_with_undo(self, message: Message) -> None:
        self.told.append((message.code, message.severity, dict(message.params)))


@pytest.fixture
def backend(sample: SampleDesk) -> SlowBackend:
    return SlowBackend(sample)


@pytest.fixture
def view() -> Seen:
    return Seen()


@pytest.fixture
def presenter(backend: SlowBackend, view: Seen) -> DeskPresenter:
    return DeskPresenter(backend, view)


def changed(sample: SampleDesk, kind: str) -> Changes:
    touched = Touched(type=kind, id=sample.ports.ids.new(), revision=1)
    return Changes(version=9, op_id=sample.ports.ids.new(), touched=(touched,))


def test_both_lists_are_of_one_moment(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    draft_id, order_id = saved(sample), straight(sample)
    presenter.refresh()
    backend.answer_all()
    (lists,) = view.lists
    assert [row.id for row in lists.drafts] == [draft_id]
    assert [row.id for row in lists.orders] == [order_id]
    assert (lists.today.isoformat(), lists.zone, lists.currency) == ("2026-03-09", "Asia/Shanghai", "CNY")


def test_asked_ten_times_while_reading_it_reads_once_more(
    presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    for _ in range(10):
        presenter.refresh()
    assert len(backend.waiting) == 1
    backend.answer_all()
    assert len(view.lists) == 2


def test_changes_of_orders_are_read_those_of_stock_are_not(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend
) -> None:
    presenter.note_changes(changed(sample, "stock"))
    assert backend.waiting == []
    presenter.note_changes(changed(sample, "delivery"))
    assert len(backend.waiting) == 1


def test_of_a_quick_walk_only_the_first_and_the_last_card_are_read(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    first, middle, last = (straight(sample) for _ in range(3))
    for order_id in (first, middle, last):
        presenter.focus(order_id)
    assert len(backend.waiting) == 1
    backend.answer_all()
    assert [card.row.id for card in view.cards if card is not None] == [last]


def test_without_an_order_there_is_no_card(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    presenter.focus(straight(sample))
    presenter.focus(None)
    backend.answer_all()
    assert view.cards == [None]


def test_a_refresh_brings_the_card_up_to_date(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    presenter.focus(straight(sample))
    presenter.refresh()
    backend.answer_all()
    assert len(view.cards) == 2


def test_older_orders_follow_page_by_page_and_a_refresh_keeps_them(
    sample: SampleDesk,
    presenter: DeskPresenter,
    backend: SlowBackend,
    view: Seen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk, "PAGE", 2)
    made = [straight(sample) for _ in range(5)]
    presenter.refresh()
    backend.answer_all()
    assert ([row.id for row in view.lists[-1].orders], view.lists[-1].has_more) == (made[:2:-1], True)
    presenter.load_more()
    presenter.load_more()
    assert len(backend.waiting) == 1
    backend.answer_all()
    assert ([row.id for row in view.lists[-1].orders], view.lists[-1].has_more) == (made[::-1], False)
    presenter.load_more()
    assert backend.waiting == []
    presenter.refresh()
    backend.answer_all()
    assert [row.id for row in view.lists[-1].orders] == made[::-1]


def test_a_draft_goes_at_once_and_one_key_brings_it_back(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    draft_id = saved(sample)
    presenter.refresh()
    backend.answer_all()
    (draft,) = view.lists[-1].drafts
    presenter.discarding.discard(draft)
    backend.answer_all()
    assert view.told == [("desk.discarded", "done", {"number": draft.number})]
    assert [row.id for row in view.lists[-1].drafts] == []
    assert backend.forgotten == [draft_id]
    assert presenter.discarding.undo()
    backend.answer_all()
    assert view.told[-1] == ("desk.restored", "done", {"number": draft.number})
    assert [row.id for row in view.lists[-1].drafts] == [draft_id]
    assert not presenter.discarding.undo(), "there is nothing more to bring back"


def test_the_way_back_closes_after_thirty_seconds_and_for_somebody_else(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    for _ in range(2):
        saved(sample)
    presenter.refresh()
    backend.answer_all()
    drafts = view.lists[-1].drafts
    first, second = drafts
    presenter.discarding.discard(first)
    backend.answer_all()
    sample.clock.advance(timedelta(seconds=UNDO_SECONDS + 1))
    assert not presenter.discarding.can_undo
    presenter.discarding.discard(second)
    backend.answer_all()
    assert presenter.discarding.can_undo
    presenter.person_changed()
    assert not presenter.discarding.can_undo


def test_a_refused_discard_says_why(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    draft = sample.draft("C2002", ("A105", "2"))
    sample.save(draft)
    presenter.refresh()
    backend.answer_all()
    row = view.lists[-1].drafts[0]
    assert not sample.submit(draft).is_refused
    presenter.discarding.discard(row)
    backend.answer_all()
    assert [(code, severity) for code, severity, _ in view.told] == [("problem.order.state", "error")]
    assert backend.forgotten == []


def test_a_read_that_fails_is_told_and_the_next_one_goes_on(
    presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    backend.fault = EnvironmentProblem("error.store.busy", detail="")
    presenter.refresh()
    backend.answer_all()
    assert view.told == [("error.store.busy", "error", {"detail": ""})]
    backend.fault = None
    presenter.refresh()
    backend.answer_all()
    assert len(view.lists) == 1


def test_answers_after_the_window_has_gone_reach_nobody(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    presenter.focus(straight(sample))
    presenter.refresh()
    presenter.close()
    backend.answer_all()
    assert (view.lists, view.cards) == ([], [])


# lifting a hold


@pytest.fixture
def on_hold(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend
) -> tuple[UUID, LiftQuestionFacts]:
    """The manager looks at an order on hold and is asked why it may be lifted."""
    order_id = held(sample)
    backend.code = "zhangwei"
    presenter.focus(order_id)
    backend.answer_all()
    assert presenter.ask_lift()
    assert presenter.lifting.asked is not None
    return order_id, presenter.lifting.asked


def test_a_hold_is_offered_to_who_may_lift_it(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend
) -> None:
    order_id = held(sample)
    presenter.focus(order_id)
    backend.answer_all()
    assert (presenter.lifting.can_ask, presenter.ask_lift()) == (False, False)
    backend.code = "chenjing"
    presenter.person_changed()
    backend.answer_all()
    assert presenter.lifting.can_ask


def test_a_card_read_for_somebody_else_is_read_again(
    sample: SampleDesk, presenter: DeskPresenter, backend: SlowBackend, view: Seen
) -> None:
    order_id = held(sample)
    backend.code = "zhangwei"
    presenter.focus(order_id)
    backend.code = "lina"
    presenter.person_changed()
    backend.answer_all()
    assert not presenter.lifting.can_ask
    assert [hold.may_lift for card in view.cards if card is not None for hold in card.holds] == [False]


def test_lifting_says_so_and_reads_again(
    presenter: DeskPresenter,
    backend: SlowBackend,
    view: Seen,
    on_hold: tuple[UUID, LiftQuestionFacts],
) -> None:
    _, asked = on_hold
    presenter.lifting.lift("已收到定金")
    backend.answer_all()
    assert view.lifts == [asked, None]
    assert view.told == [("desk.lifted", "done", {"number": asked.number, "hold": "term.hold.credit"})]
    last = view.cards[-1]
    assert last is not None
    assert (last.holds, presenter.lifting.can_ask) == ((), False)


def test_without_a_reason_the_question_stays_and_says_so(
    presenter: DeskPresenter, backend: SlowBackend, view: Seen, on_hold: tuple[UUID, LiftQuestionFacts]
) -> None:
    _, asked = on_hold
    presenter.lifting.lift(" ")
    assert backend.waiting == []
    assert (view.lift_problems, view.told) == (["problem.hold.reason_missing"], [])
    assert presenter.lifting.asked == asked


def test_keeping_leaves_the_hold(
    presenter: DeskPresenter, backend: SlowBackend, on_hold: tuple[UUID, LiftQuestionFacts]
) -> None:
    assert (presenter.keep(), presenter.keep()) == (True, False)
    presenter.lifting.lift("已收到定金")
    assert backend.waiting == []
    assert presenter.lifting.can_ask


def test_another_order_takes_the_question_away(
    sample: SampleDesk,
    presenter: DeskPresenter,
    backend: SlowBackend,
    view: Seen,
    on_hold: tuple[UUID, LiftQuestionFacts],
) -> None:
    presenter.focus(straight(sample))
    assert (presenter.lifting.asked, view.lifts[-1]) == (None, None)
    assert not presenter.lifting.can_ask
    backend.answer_all()
    assert not presenter.lifting.can_ask


def test_a_second_key_while_it_is_on_its_way_sends_nothing(
    presenter: DeskPresenter, backend: SlowBackend, on_hold: tuple[UUID, LiftQuestionFacts]
) -> None:
    presenter.lifting.lift("已收到定金")
    presenter.lifting.lift("已收到定金")
    assert len(backend.waiting) == 1


def test_a_hold_that_somebody_else_lifted_is_not_asked_about_any_more(
    sample: SampleDesk,
    presenter: DeskPresenter,
    backend: SlowBackend,
    view: Seen,
    on_hold: tuple[UUID, LiftQuestionFacts],
) -> None:
    _, asked = on_hold
    sample.do(LiftHold(hold_id=asked.hold.id, reason="已收到定金"), "chenjing")
    presenter.refresh()
    backend.answer_all()
    assert (presenter.lifting.asked, view.lifts[-1]) == (None, None)
    assert view.told == [("problem.hold.lifted", "error", {"number": asked.number})]


def test_a_refused_lift_says_why(
    sample: SampleDesk,
    presenter: DeskPresenter,
    backend: SlowBackend,
    view: Seen,
    on_hold: tuple[UUID, LiftQuestionFacts],
) -> None:
    _, asked = on_hold
    sample.do(LiftHold(hold_id=asked.hold.id, reason="已收到定金"), "chenjing")
    presenter.lifting.lift("我来")
    backend.answer_all()
    assert [(code, severity) for code, severity, _ in view.told] == [("problem.hold.lifted", "error")]
    assert presenter.lifting.asked is None
