"""The presenter without a window: what it asks of the view and of the desk, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from orderdesk.clock import Clock
from orderdesk.errors import EnvironmentProblem, OrderDeskError, Problem
from orderdesk.intake.sample import sample_id
from orderdesk.ports import Ids
from orderdesk.services.context import Actor
from orderdesk.services.desk import CustomerDesk, Desk, PersonFacts
from orderdesk.services.journal import Journalled
from orderdesk.services.reading.desk import load_customer
from orderdesk.services.reading.drafts import stored_draft
from orderdesk.services.reading.parked import ParkedRow
from orderdesk.services.search import SearchIndexes, build_indexes
from orderdesk.services.store import Reader
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.entry.finding import ItemChoice
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.ui.screens.entry.rows import EntryRow
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.wire.commands import Command
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk

HUADONG = sample_id("customer", "C1001")


class Services:
    """The desk of a test: everything is answered at once, on the same thread, by the real store."""

    def __init__(self, sample: SampleDesk) -> None:
        self._sample = sample
        self._desk = sample.desk()
        self._indexes = build_indexes(self._desk)
        self.executed: list[Command] = []
        self.journalled: list[Journalled] = []
        self.forgotten: list[UUID] = []
        self.fault: OrderDeskError | None = None

    @property
    def clock(self) -> Clock:
        return self._sample.clock

    @property
    def ids(self) -> Ids:
        return self._sample.ports.ids

    @property
    def actor(self) -> Actor:
        return self._sample.actor("lina")

    @property
    def person(self) -> PersonFacts | None:
        return self._desk.people[sample_id("person", "lina")]

    def desk(self) -> Desk:
        return self._desk

    def read(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        with self._sample.store.reading() as connection:
            found = work(connection)
        done(found)

    def indexes(self) -> SearchIndexes:
        return self._indexes

    def load_customer(
        self,
        customer_id: UUID,
        done: Callable[[CustomerDesk | None], None],
        failed: Callable[[OrderDeskError], None],
    ) -> None:
        with self._sample.store.reading() as connection:
            customer = load_customer(connection, customer_id)
        if self.fault is None:
            done(customer)
        else:
            failed(self.fault)

    def load_draft(self, order_id: UUID, done: Callable[[OrderDraft | None, int | None], None]) -> None:
        with self._sample.store.reading() as connection:
            found = stored_draft(connection, order_id)
        done(*found)

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        self.executed.append(command)
        if self.fault is None:
            done(self._sample.door.execute(command, self._sample.actor("lina")))
        else:
            assert failed is not None, "an order that is being keyed hears of every fault"
            failed(self.fault)

    def reread(self, items: Collection[UUID], done: Callable[[], None]) -> None:
        self._desk = self._sample.desk()
        done()

    def journal(self, entry: Journalled, failed: Callable[[OrderDeskError], None]) -> None:
        self.journalled.append(entry)
        if self.fault is not None:
            failed(self.fault)

    def forget_journal(self, order_id: UUID) -> None:
        self.forgotten.append(order_id)


class View:
    """A view that only remembers what it was asked."""

    def __init__(self) -> None:
        self.rows: tuple[EntryRow, ...] = ()
        self.listed: tuple[Problem, ...] = ()
        self.places: list[object] = []
        self.said: list[str] = []
        self.asked: list[int] = []
        self.elsewhere: list[UUID] = []
        self.untouched = True
        self.parked: tuple[ParkedRow, ...] = ()
        self.evaluations = 0

    def show_lines(self, rows: tuple[EntryRow, ...]) -> None:
        self.rows = rows

    def show_parked(self, rows: tuple[ParkedRow, ...]) -> None:
        self.parked = rows

    def show_if_open(self, order_id: UUID) -> bool:
        return False

    def show_header(self) -> None: ...

    def show_figures(self) -> None: ...

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.listed = problems

    def show_state(self) -> None: ...

    def start_order(self) -> None: ...

    def go_to_cell(self, row: int, column: str) -> None:
        self.places.append((row, column))

    def go_to_field(self, name: str) -> None:
        self.places.append(name)

    def ask_reason(self, row: int) -> None:
        self.asked.append(row)

    def show_message(self, message: Message) -> None:
        self.said.append(message.code)

    def is_untouched(self) -> bool:
        return self.untouched

    def open_elsewhere(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        self.elsewhere.append(session.draft.id)

    def evaluate_soon(self) -> None:
        self.evaluations += 1

    def keep_soon(self) -> None: ...


@pytest.fixture
def services(sample_here: SampleDesk) -> Services:
    return Services(sample_here)


@pytest.fixture
def presenter(services: Services) -> EntryPresenter:
    """An order on which nothing is typed."""
    made = EntryPresenter(services, View())
    made.start()
    return made


@pytest.fixture(autouse=True)
def closed_store(sample_here: SampleDesk) -> object:
    yield
    sample_here.store.close()


def view_of(presenter: EntryPresenter) -> View:
    assert isinstance(presenter.view, View)
    return presenter.view


def key(presenter: EntryPresenter, *lines: tuple[str, str]) -> None:
    """Key lines as the grid hands them over."""
    for code, quantity in lines:
        row = len(presenter.draft.lines)
        presenter.lines.typed(row, "code", ItemChoice(sample_id("item", code)))
        presenter.lines.typed(row, "quantity", quantity)


def test_a_chosen_customer_leads_to_the_first_line(presenter: EntryPresenter) -> None:
    presenter.customer_chosen(HUADONG)
    assert view_of(presenter).places[-1] == (0, "code")


def test_keys_are_priced_when_the_waiting_ones_are_taken(presenter: EntryPresenter) -> None:
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "12"), ("B210", "4"))
    assert view_of(presenter).rows[1].amount is None
    presenter.settle()
    assert [row.amount for row in view_of(presenter).rows[:2]] == [Decimal("9924.00"), Decimal("534.00")]


def test_the_first_complete_line_is_saved_once(presenter: EntryPresenter, services: Services) -> None:
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "12"), ("B210", "4"))
    assert [command.data.name for command in services.executed] == ["save_draft"]
    assert presenter.draft.number is not None


def test_a_submit_leaves_a_blank_order_behind(presenter: EntryPresenter, services: Services) -> None:
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "12"))
    sent = presenter.draft.id
    assert presenter.submit()
    assert presenter.session.is_blank
    assert presenter.draft.id != sent
    assert services.forgotten == [sent]
    assert view_of(presenter).places[-1] == "customer"


def test_commands_carry_the_revision_that_came_of_the_last(
    presenter: EntryPresenter, services: Services
) -> None:
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "12"))
    presenter.submit()
    assert [command.base_revision for command in services.executed] == [None, 1]


def test_a_store_that_cannot_be_reached_gives_the_order_back(
    presenter: EntryPresenter, services: Services
) -> None:
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "12"))
    sent = presenter.draft
    services.fault = EnvironmentProblem("error.store.in_use", holder="x")
    presenter.submit()
    assert presenter.draft.lines[0].item_id == sent.lines[0].item_id
    assert view_of(presenter).said[-1] == "error.store.in_use"


def test_a_customer_that_cannot_be_read_keeps_the_order_from_being_sent(
    presenter: EntryPresenter, services: Services
) -> None:
    services.fault = EnvironmentProblem("error.store.in_use", holder="x")
    presenter.customer_chosen(HUADONG)
    services.fault = None
    key(presenter, ("A105", "12"))
    assert not presenter.submit()
    assert "problem.order.customer.missing" in {one.code for one in view_of(presenter).listed}


def test_a_journal_that_cannot_be_written_is_told_once(presenter: EntryPresenter, services: Services) -> None:
    presenter.customer_chosen(HUADONG)
    services.fault = EnvironmentProblem("error.journal.not_written", file="x", detail="full")
    presenter.keeper.journal_now()
    presenter.field_typed("note", "later")
    presenter.keeper.journal_now()
    assert view_of(presenter).said.count("error.journal.not_written") == 1
    assert len(services.journalled) == 2


def test_what_stands_in_the_journal_is_not_written_again(
    presenter: EntryPresenter, services: Services
) -> None:
    presenter.customer_chosen(HUADONG)
    presenter.keeper.journal_now()
    presenter.keeper.journal_now()
    assert len(services.journalled) == 1


def test_an_order_that_comes_back_does_not_push_another_aside(
    presenter: EntryPresenter, services: Services
) -> None:
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "12"))
    sent = presenter.session
    presenter.submit()
    view_of(presenter).untouched = False
    presenter.outbox.take_back(sent)
    assert view_of(presenter).elsewhere == [sent.draft.id]
    assert presenter.session.is_blank


def test_a_typed_price_asks_for_its_reason(presenter: EntryPresenter) -> None:
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "12"))
    presenter.lines.typed(0, "price", "800")
    assert view_of(presenter).asked == [0]


def test_two_items_that_look_alike_are_found_by_one_slip(presenter: EntryPresenter) -> None:
    found = {presenter.desk.items[item].code for item in presenter.items.lookalikes("B2IO")}
    assert "B210" in found
