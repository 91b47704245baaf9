"""The inbox without a window: what keys do, in which order, and what happens when somebody was faster."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest

from orderdesk.errors import EnvironmentProblem
from orderdesk.services.reading.inbox import Reason
from orderdesk.ui.screens.inbox.presenter import InboxPresenter
from orderdesk.ui.screens.inbox.undoing import UNDO_SECONDS
from orderdesk.ui.screens.inbox.wording import reason_text
from orderdesk.wire.commands import WithdrawSubmit
from orderdesk.wire.outcomes import Changes, Outcome
from tests.services.approval_support import VIP, active, decide, order_row, put, submitted, tasks
from tests.support.desk import open_sample_desk
from tests.ui.inbox_support import NotedView, SlowServices, waiting


class Inbox:
    """A presenter with its noted view on a store of its own."""

    def __init__(self, url: str) -> None:
        self.desk = open_sample_desk(url)
        self.services = SlowServices(self.desk)
        self.view = NotedView()
        self.presenter = InboxPresenter(self.services, self.view)

    def open(self, count: int) -> list[str]:
        """Open it with ``count`` orders waiting; returns their numbers."""
        numbers = [str(order.number) for order in waiting(self.desk, count)]
        self.presenter.load()
        self.services.settle()
        return numbers

    @property
    def shown(self) -> str:
        return self.view.card.row.number if self.view.card is not None else ""

    @property
    def said(self) -> list[str]:
        return [message.code for message in self.view.messages]


@pytest.fixture
def inbox(sample_sqlite_url: str) -> Iterator[Inbox]:
    opened = Inbox(sample_sqlite_url)
    yield opened
    opened.desk.store.close()


def test_the_oldest_task_is_on_show_first(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    assert inbox.view.numbers == numbers
    assert inbox.shown == numbers[0]


def test_an_approval_goes_out_at_once_with_the_material_on_show_and_the_next_card_comes(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    material = inbox.presenter.card.material if inbox.presenter.card else ""
    inbox.presenter.decide("approve")
    (command,) = inbox.services.sent
    assert command.data.model_dump()["material"] == material
    inbox.services.step()
    assert inbox.shown == numbers[1]
    assert inbox.view.numbers == numbers[1:]
    assert inbox.said == ["inbox.said.approved"]


def test_the_message_carries_the_way_back_for_ten_seconds(inbox: Inbox) -> None:
    inbox.open(1)
    inbox.presenter.decide("approve")
    inbox.services.settle()
    (button,) = inbox.view.messages[0].buttons
    assert (button.word, button.key, button.seconds) == ("inbox.undo", "z", 10)


@pytest.mark.parametrize("decision", ["send_back", "refuse"])
def test_sending_back_and_refusing_ask_first(inbox: Inbox, decision: str) -> None:
    inbox.open(1)
    inbox.presenter.decide(decision)  # type: ignore[arg-type] # one of the decisions
    assert (inbox.view.asked, inbox.services.sent) == ([decision], [])
    inbox.presenter.send_reason("credit", "")
    inbox.services.settle()
    assert inbox.view.numbers == []
    assert inbox.view.ended == 1


def test_without_a_reason_the_question_stays(inbox: Inbox) -> None:
    (number,) = inbox.open(1)
    inbox.presenter.decide("send_back")
    inbox.presenter.send_reason("", "")
    inbox.services.settle()
    assert inbox.view.reason_problems == ["problem.task.reason_missing"]
    assert (inbox.presenter.asking, inbox.view.numbers) == ("send_back", [number])


def test_leaving_the_question_decides_nothing(inbox: Inbox) -> None:
    inbox.open(1)
    inbox.presenter.decide("refuse")
    assert inbox.presenter.cancel_reason()
    inbox.services.settle()
    assert (inbox.presenter.asking, inbox.services.sent) == (None, [])


def test_an_author_alone_is_asked_for_his_reason_before_he_approves(inbox: Inbox) -> None:
    put(inbox.desk, approval__author="self_with_reason")
    order = submitted(inbox.desk, VIP, person="zhangwei")
    inbox.presenter.load()
    inbox.services.settle()
    inbox.presenter.decide("approve")
    assert inbox.view.asked == ["approve"]
    inbox.presenter.send_reason("", "总经理出差，客户急用")
    inbox.services.settle()
    assert order_row(inbox.desk, order.id).self_approved_reason == "总经理出差，客户急用"


def test_keys_that_come_too_early_are_done_in_their_order(inbox: Inbox) -> None:
    numbers = inbox.open(5)
    for _ in range(3):
        inbox.presenter.decide("approve")
    inbox.presenter.move(1)
    assert len(inbox.services.sent) == 1
    inbox.services.settle()
    assert len(inbox.services.sent) == 3
    assert inbox.view.numbers == numbers[3:]
    assert inbox.shown == numbers[4]


def test_a_refused_decision_drops_the_keys_after_it(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    first = inbox.presenter.row
    assert first is not None
    decide(inbox.desk, active(inbox.desk, first.order_id), "approve", "zhangwei")  # at another desk
    inbox.presenter.decide("approve")
    inbox.presenter.decide("approve")
    inbox.services.settle()
    assert inbox.view.refused == [("problem.task.decided",)]
    assert len(inbox.services.sent) == 1
    assert inbox.view.numbers == numbers[1:]
    assert inbox.shown == numbers[1]


def test_a_card_that_changed_after_it_was_shown_is_refused_and_shown_with_its_difference(
    inbox: Inbox,
) -> None:
    order = submitted(inbox.desk, VIP)
    inbox.presenter.load()
    inbox.services.settle()
    inbox.desk.do(WithdrawSubmit(order_id=order.id), "lina")
    first = order.lines[0].model_copy(update={"quantity": Decimal(9)})
    again = inbox.desk.with_seen_prices(order.model_copy(update={"lines": (first, *order.lines[1:])}))
    inbox.desk.submit(again)
    inbox.presenter.decide("approve")
    inbox.services.settle()
    assert inbox.view.refused == [("problem.task.material_changed", "problem.task.difference.quantity")]
    assert [problem.code for problem in inbox.view.told] == ["problem.task.difference.quantity"]
    assert inbox.view.card is not None
    assert inbox.view.card.row.id == active(inbox.desk, order.id).id
    assert inbox.view.card.lines[0].quantity == 9
    inbox.presenter.decide("approve")
    inbox.services.settle()
    assert order_row(inbox.desk, order.id).state == "released"


def test_undo_brings_the_card_back(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    inbox.presenter.decide("approve")
    inbox.services.settle()
    inbox.presenter.undo()
    inbox.services.settle()
    assert inbox.view.numbers == numbers
    assert inbox.shown == numbers[0]
    assert inbox.said[-1] == "inbox.said.taken_back"


def test_undo_takes_back_the_newest_first(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    for _ in range(2):
        inbox.presenter.decide("approve")
        inbox.services.settle()
    inbox.presenter.undo()
    inbox.services.settle()
    assert inbox.view.numbers == numbers[1:]
    inbox.presenter.undo()
    inbox.services.settle()
    assert inbox.view.numbers == numbers


def test_undo_ends_after_ten_seconds(inbox: Inbox) -> None:
    inbox.open(2)
    inbox.presenter.decide("approve")
    inbox.services.settle()
    inbox.desk.clock.advance(timedelta(seconds=UNDO_SECONDS - 1))
    assert inbox.presenter.can_undo
    inbox.desk.clock.advance(timedelta(seconds=1))
    assert not inbox.presenter.can_undo
    inbox.presenter.undo()
    assert len(inbox.services.sent) == 1


def test_an_undo_that_comes_too_late_says_why(inbox: Inbox) -> None:
    order = submitted(inbox.desk)  # standard: finance is asked next
    inbox.presenter.load()
    inbox.services.settle()
    inbox.presenter.decide("approve")
    inbox.services.settle()
    decide(inbox.desk, active(inbox.desk, order.id), "approve", "chenjing")
    inbox.presenter.undo()
    inbox.services.settle()
    assert inbox.view.refused == [("problem.task.decided",)]


def test_a_change_elsewhere_keeps_the_cursor_on_its_task(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    inbox.presenter.move(1)
    inbox.services.settle()
    first = inbox.view.waiting[0]
    outcome = decide(inbox.desk, active(inbox.desk, first.order_id), "approve", "zhangwei")
    inbox.presenter.take_changes(changes_of(outcome))
    inbox.services.settle()
    assert inbox.view.numbers == numbers[1:]
    assert inbox.shown == numbers[1]


def test_a_task_that_is_gone_gives_the_cursor_to_the_next(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    inbox.presenter.move(1)
    inbox.services.settle()
    second = inbox.view.waiting[1]
    outcome = decide(inbox.desk, active(inbox.desk, second.order_id), "approve", "zhangwei")
    inbox.presenter.take_changes(changes_of(outcome))
    inbox.services.settle()
    assert inbox.shown == numbers[2]


def test_a_question_for_a_reason_ends_when_its_task_is_gone(inbox: Inbox) -> None:
    inbox.open(2)
    inbox.presenter.decide("refuse")
    first = inbox.view.waiting[0]
    outcome = decide(inbox.desk, active(inbox.desk, first.order_id), "approve", "zhangwei")
    inbox.presenter.take_changes(changes_of(outcome))
    inbox.services.settle()
    assert (inbox.presenter.asking, inbox.view.ended) == (None, 1)


def test_a_mark_stays_with_its_task_and_goes_on(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    inbox.presenter.mark()
    inbox.services.settle()
    assert [row.number for row in inbox.presenter.marked_rows] == numbers[:1]
    assert inbox.shown == numbers[1]
    inbox.presenter.move(-1)
    inbox.presenter.mark()
    assert inbox.presenter.marked == frozenset()


def test_moving_stops_at_both_ends(inbox: Inbox) -> None:
    numbers = inbox.open(2)
    inbox.presenter.move(-1)
    assert inbox.shown == numbers[0]
    for _ in range(3):
        inbox.presenter.move(1)
    inbox.services.settle()
    assert inbox.shown == numbers[1]


def test_what_was_done_today_is_a_list_of_its_own_in_which_nothing_is_decided(inbox: Inbox) -> None:
    numbers = inbox.open(2)
    inbox.presenter.decide("approve")
    inbox.services.settle()
    inbox.presenter.show_queue("done")
    inbox.services.settle()
    assert [row.number for row in inbox.view.done] == numbers[:1]
    assert inbox.shown == numbers[0]
    inbox.presenter.decide("approve")
    assert len(inbox.services.sent) == 1


def test_the_next_card_is_there_before_its_key(inbox: Inbox) -> None:
    numbers = inbox.open(3)
    inbox.presenter.move(1)
    assert inbox.shown == numbers[1]


def test_somebody_else_at_the_desk_sees_nothing_of_the_one_before(inbox: Inbox) -> None:
    inbox.open(2)
    inbox.presenter.decide("approve")
    inbox.services.settle()
    inbox.services.person_code = "chenjing"
    inbox.presenter.person_changed()
    inbox.services.settle()
    assert (inbox.view.numbers, inbox.view.card, inbox.presenter.can_undo) == ([], None, False)


def test_an_answer_for_the_one_before_is_not_shown_to_the_next(inbox: Inbox) -> None:
    waiting(inbox.desk, 1)
    inbox.presenter.load()
    inbox.services.step()  # the list is there, its card is on the way
    inbox.services.person_code = "chenjing"
    inbox.presenter.person_changed()
    inbox.services.settle()
    assert inbox.view.card is None


def test_an_order_can_be_gone_to(inbox: Inbox) -> None:
    orders = waiting(inbox.desk, 3)
    inbox.presenter.go_to(orders[2].id)
    inbox.services.settle()
    assert inbox.shown == orders[2].number


def test_a_fault_of_the_store_is_told_and_the_task_stays(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    (number,) = inbox.open(1)
    fault = EnvironmentProblem("error.store.busy", store="", detail="")
    work = inbox.services.work
    monkeypatch.setattr(
        inbox.services, "execute", lambda _command, _done, failed: work.append(lambda: failed(fault))
    )
    inbox.presenter.decide("approve")
    inbox.presenter.decide("approve")
    inbox.services.settle()
    assert inbox.said == ["error.store.busy"]
    assert (inbox.view.numbers, inbox.presenter.can_decide) == ([number], True)


def test_a_decision_is_one_command_however_often_it_is_taken_back(inbox: Inbox) -> None:
    inbox.open(1)
    for _ in range(2):
        inbox.presenter.decide("approve")
        inbox.services.settle()
        inbox.presenter.undo()
        inbox.services.settle()
    assert len({command.id for command in inbox.services.sent}) == 4
    order_id = inbox.view.waiting[0].order_id
    assert [task.state for task in tasks(inbox.desk, order_id)] == ["active"]


@pytest.mark.parametrize(
    ("code", "params", "said"),
    [
        ("receipt.approval.discount", {"percent": "7.85714"}, "A discount of 7.86 % needs the manager"),
        ("receipt.approval.amount", {"amount": "22240"}, "An amount of 22,240.00 needs the manager"),
    ],
)
def test_figures_of_a_reason_are_shown_as_people_read_them(
    code: str, params: dict[str, str], said: str
) -> None:
    assert reason_text(Reason(7, code, params)) == said


def changes_of(outcome: Outcome) -> Changes:
    """Return what the door told its listeners about an outcome."""
    return Changes(version=1, op_id=outcome.id, touched=outcome.touched)
