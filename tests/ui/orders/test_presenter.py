"""The orders list without a window: what it reads, when, and what it does with late answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from orderdesk.clock import Clock
from orderdesk.errors import EnvironmentProblem, OrderDeskError
from orderdesk.services.desk import Desk
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.reading.order_list import PAGE
from orderdesk.services.search import SearchIndexes, build_indexes
from orderdesk.services.store import Reader
from orderdesk.ui.screens.orders.presenter import OrdersList, OrdersPresenter, Sheet
from orderdesk.wire.outcomes import Changes, Touched
from tests.services.approval_support import STANDARD, VIP
from tests.services.test_order_list import saved, seed_many
from tests.services.test_reading_orders import straight
from tests.support.desk import SampleDesk


class ByHand:
    """A desk whose reads are answered when the test says so, in the order they were asked."""

    def __init__(self, sample: SampleDesk) -> None:
        self._sample = sample
        self._waiting: list[tuple[Callable[[Reader], Any], Callable[[Any], None], Any]] = []
        self.fails: OrderDeskError | None = None

    @property
    def clock(self) -> Clock:
        return self._sample.clock

    def desk(self) -> Desk:
        return self._sample.desk()

    def indexes(self) -> SearchIndexes:
        return build_indexes(self.desk())

    def read(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        self._waiting.append((work, done, failed))

    read_long = read

    @property
    def asked(self) -> int:
        return len(self._waiting)

    def answer(self) -> None:
        """Answer everything, also what an answer leads to."""
        while self._waiting:
            self.answer_one()

    def answer_one(self) -> None:
        work, done, failed = self._waiting.pop(0)
        if self.fails is not None:
            fault, self.fails = self.fails, None
            failed(fault)
            return
        try:
            with self._sample.store.reading() as connection:
                value = work(connection)
        except OrderDeskError as fault:
            failed(fault)
        else:
            done(value)


class Shown:
    """A window that keeps what it was told."""

    def __init__(self) -> None:
        self.lists: list[tuple[OrdersList, bool]] = []
        self.card: OrderCard | None = None
        self.said: list[tuple[str, Mapping[str, object]]] = []
        self.at = 0

    def reach(self) -> int:
        return self.at

    def show_list(self, orders: OrdersList, *, anew: bool) -> None:
        self.lists.append((orders, anew))

    def show_card(self, card: OrderCard | None) -> None:
        self.card = card

    def show_sought(self, number: str, order_id: UUID) -> None:
        self.said.append((number, {"id": order_id}))

    def tell(self, code: str, _severity: str, params: Mapping[str, object]) -> None:
        self.said.append((code, params))

    @property
    def ids(self) -> list[UUID]:
        return [row.id for row in self.lists[-1][0].rows]


@pytest.fixture
def sample_url(sample_sqlite_url: str) -> str:
    return sample_sqlite_url


Made = tuple[OrdersPresenter, ByHand, Shown]


def made(sample: SampleDesk) -> Made:
    backend, view = ByHand(sample), Shown()
    return OrdersPresenter(backend, view), backend, view


def test_typing_faster_than_the_store_answers_reads_twice_and_shows_the_last(sample: SampleDesk) -> None:
    saved(sample, VIP)
    asked = saved(sample)
    presenter, backend, view = made(sample)
    presenter.refresh()
    for at in range(1, len(STANDARD) + 1):
        presenter.find(STANDARD[:at])
    assert backend.asked == 1
    backend.answer()
    assert len(view.lists) == 2
    assert (view.ids, view.lists[-1][1]) == ([asked], True)


def test_a_page_is_read_once_however_often_it_is_asked_for(sample: SampleDesk) -> None:
    expected = seed_many(sample, PAGE + 20)
    presenter, backend, view = made(sample)
    presenter.refresh()
    backend.answer()
    presenter.load_more()
    presenter.load_more()
    assert backend.asked == 1
    backend.answer()
    assert (view.ids, view.lists[-1][1]) == (expected, False)
    presenter.load_more()
    assert backend.asked == 0


def test_a_page_of_what_is_no_longer_asked_for_is_not_added(sample: SampleDesk) -> None:
    seed_many(sample, PAGE + 20)
    draft = saved(sample, VIP)
    presenter, backend, view = made(sample)
    presenter.refresh()
    backend.answer()
    presenter.load_more()
    presenter.find(VIP)
    backend.answer()
    assert view.ids == [draft]


def test_reading_again_covers_what_the_person_can_see(sample: SampleDesk) -> None:
    seed_many(sample, 3 * PAGE)
    presenter, backend, view = made(sample)
    presenter.refresh()
    backend.answer()
    presenter.load_more()
    backend.answer()
    view.at = PAGE + 5
    changed = Changes(
        version=1, op_id=UUID(int=1), touched=(Touched(type="order", id=UUID(int=2), revision=1),)
    )
    presenter.note_changes(changed)
    backend.answer()
    assert len(view.ids) == 2 * PAGE
    assert view.lists[-1][0].has_more


def test_changes_that_no_row_shows_are_not_read(sample: SampleDesk) -> None:
    presenter, backend, _view = made(sample)
    changed = Changes(
        version=1, op_id=UUID(int=1), touched=(Touched(type="price_list", id=UUID(int=2), revision=1),)
    )
    presenter.note_changes(changed)
    assert backend.asked == 0


def test_of_a_quick_walk_only_the_first_and_the_last_card_are_read(sample: SampleDesk) -> None:
    orders = [straight(sample) for _ in range(4)]
    presenter, backend, view = made(sample)
    for order_id in orders:
        presenter.focus(order_id)
    assert backend.asked == 1
    backend.answer_one()
    assert (view.card, backend.asked) == (None, 1)
    backend.answer()
    assert view.card is not None
    assert view.card.row.id == orders[-1]


def test_a_read_that_fails_is_told_and_can_be_asked_again(sample: SampleDesk) -> None:
    straight(sample)
    presenter, backend, view = made(sample)
    backend.fails = EnvironmentProblem("error.store.busy", detail="")
    presenter.refresh()
    backend.answer()
    assert [code for code, _ in view.said] == ["error.store.busy"]
    presenter.refresh()
    backend.answer()
    assert len(view.ids) == 1


def test_an_answer_after_the_window_has_gone_reaches_nobody(sample: SampleDesk) -> None:
    presenter, backend, view = made(sample)
    presenter.refresh()
    presenter.close()
    backend.answer()
    assert view.lists == []


def test_one_file_is_written_at_a_time_and_its_rows_are_told(sample: SampleDesk, tmp_path: Path) -> None:
    straight(sample)
    presenter, backend, view = made(sample)
    sheet = Sheet(["Number"], lambda row: [row.order.number])
    assert not presenter.export(tmp_path / "a.csv", sheet)  # nothing is on show yet
    presenter.refresh()
    backend.answer()
    assert presenter.export(tmp_path / "a.csv", sheet)
    assert not presenter.export(tmp_path / "b.csv", sheet)
    backend.answer()
    assert view.said == [("orders.exported", {"file": "a.csv", "n": 1})]
    assert [path.name for path in tmp_path.glob("*.csv")] == ["a.csv"]


def test_a_file_of_another_kind_is_refused(sample: SampleDesk, tmp_path: Path) -> None:
    presenter, backend, view = made(sample)
    presenter.refresh()
    backend.answer()
    presenter.export(tmp_path / "a.doc", Sheet(["Number"], lambda row: [row.order.number]))
    backend.answer()
    assert view.said == [("error.export.kind", {"file": "a.doc"})]
