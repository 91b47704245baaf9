"""Price adjustments without a window: writing, publishing with all problems, taking back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from orderdesk.intake.sample import sample_id
from orderdesk.services.check import check_store
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.adjustments.presenter import AdjustmentsPresenter
from orderdesk.ui.screens.adjustments.rows import LineRow
from orderdesk.wire.records import AdjustmentRecord
from tests.services.test_adjusting import HONGDA, STD, entries, line, price_on, published
from tests.support.desk import SampleDesk, open_sample_desk
from tests.ui.prices.conftest import AtOnce


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


@dataclass(slots=True)
class Shown:
    """A window that keeps what it was told."""

    said: list[Message] = field(default_factory=list)
    at: object = None
    went: list[str] = field(default_factory=list)

    def show_list(self) -> None:
        pass

    def show_form(self) -> None:
        pass

    def go_to_line(self, line_id: UUID, key: str) -> None:
        self.at = (line_id, key)
        self.went.append(key)

    def go_to_field(self, name: str) -> None:
        self.went.append(name)

    def show_message(self, message: Message) -> None:
        self.said.append(message)

    @property
    def codes(self) -> list[str]:
        return [message.code for message in self.said]


Made = tuple[AdjustmentsPresenter, Shown]


@pytest.fixture
def made(sample: SampleDesk) -> Made:
    """Zhang Wei, manager, before the adjustments."""
    view = Shown()
    presenter = AdjustmentsPresenter(AtOnce(sample), view)
    presenter.refresh()
    return presenter, view


def add(presenter: AdjustmentsPresenter, item: str) -> LineRow:
    presenter.type(presenter.lines()[-1], "code", sample_id("item", item))
    return presenter.lines()[-2]


def test_a_new_line_begins_with_the_price_of_the_start_date(sample: SampleDesk, made: Made) -> None:
    published(sample, line(sample, "880", "900"), start=date(2026, 4, 1))
    presenter, view = made
    presenter.refresh()
    assert presenter.begin()
    row = add(presenter, "A105")
    assert row.list_code == "STD-2026"
    assert row.old_price == row.new_price == 880
    assert view.at == (row.id, "new_price")
    assert presenter.takes_day("2026-04-02")
    assert presenter.lines()[0].old_price == 900
    assert not presenter.takes_day("2026-03-08")
    assert view.codes == ["problem.adjustment.start"]


def test_an_adjustment_is_written_published_and_taken_back(sample: SampleDesk, made: Made) -> None:
    presenter, view = made
    presenter.begin()
    row = add(presenter, "A105")
    presenter.type(row, "new_price", "=900+20")
    presenter.set_field("reason", "oak is dearer")
    assert presenter.sending.publish()
    assert view.codes[-1] == "adjustments.scheduled"
    assert presenter.state == "scheduled"
    assert not presenter.can_edit
    assert entries(sample) == [("880", "None", "2026-03-09"), ("920", "2026-03-10", "None")]
    assert not presenter.sending.roll_back(" ")
    assert presenter.sending.roll_back("a mistake")
    assert (presenter.state, view.codes[-1]) == ("cancelled", "adjustments.rolled_back")
    assert price_on(sample, date(2026, 3, 10)) == 880
    assert check_store(sample.store).is_clean


def test_all_that_keeps_it_from_being_published_stands_there(sample: SampleDesk, made: Made) -> None:
    presenter, view = made
    presenter.begin()
    add(presenter, "A105")
    assert presenter.sending.publish()
    assert [one.code for one in presenter.problems] == [
        "problem.adjustment.reason",
        "problem.adjustment.same",
    ]
    assert presenter.row is not None  # the draft is saved
    presenter.jump(presenter.problems[0])
    presenter.jump(presenter.problems[1])
    assert view.went == ["new_price", "reason", "new_price"]


def test_what_is_typed_is_undone_step_by_step_and_not_left_in_silence(sample: SampleDesk, made: Made) -> None:
    presenter, view = made
    presenter.begin()
    row = add(presenter, "A105")
    presenter.type(row, "new_price", "900")
    presenter.set_field("open_orders", "ask")
    assert presenter.undo_name == "adjustments.step.open_orders"
    assert presenter.undo()
    assert presenter.undo()
    assert presenter.lines()[0].new_price == 880
    assert not presenter.begin()
    assert view.codes == ["adjustments.save_first"]
    assert presenter.sending.save()
    assert not presenter.is_modified
    assert presenter.sending.cancel()
    assert presenter.state == "cancelled"


def test_floor_crossings_and_rates_stand_beside_the_lines(sample: SampleDesk, made: Made) -> None:
    presenter, _view = made
    presenter.begin()
    row = add(presenter, "A105")  # floor 760
    presenter.type(row, "new_price", "700")
    [shown, _new] = presenter.lines()
    assert (shown.crossing, shown.rate) == ("down", Decimal(-180) / 880)
    presenter.type(shown, "new_price", "890")
    assert presenter.lines()[0].crossing == ""


def test_a_line_moves_to_another_list_and_asks_its_price_anew(sample: SampleDesk, made: Made) -> None:
    presenter, _view = made
    presenter.begin()
    row = add(presenter, "A105")
    presenter.type(row, "list", HONGDA)
    assert presenter.lines()[0].list_code == "AG-HONGDA"
    assert presenter.lines()[0].old_price == 798


def test_a_seed_from_the_price_lists_is_a_draft_with_its_lines(sample: SampleDesk, made: Made) -> None:
    presenter, _view = made
    seed = AdjustmentRecord(
        id=sample.ports.ids.new(), start=date(2026, 4, 1), lines=(line(sample, "880", "924"),)
    )
    assert presenter.begin(seed)
    presenter.set_field("reason", "five per cent")
    assert presenter.sending.publish()
    assert price_on(sample, date(2026, 4, 1)) == 924
    assert presenter.impact is not None
    assert presenter.impact.customers == ()
    assert seed.lines[0].price_list_id == STD


def test_two_people_publish_one_draft_and_the_second_is_told(sample: SampleDesk, made: Made) -> None:
    presenter, view = made
    presenter.begin()
    row = add(presenter, "A105")
    presenter.type(row, "new_price", "900")
    presenter.set_field("reason", "x")
    presenter.sending.save()
    other_view = Shown()
    other = AdjustmentsPresenter(AtOnce(sample, "zhoumin"), other_view)
    assert presenter.row is not None
    other.focus(presenter.row.id)
    assert other.sending.publish()
    presenter.sending.publish()
    assert view.codes[-1] == "problem.adjustment.state"
    assert entries(sample)[-1][0] == "900"


def test_who_may_not_adjust_reads(sample: SampleDesk) -> None:
    view = Shown()
    presenter = AdjustmentsPresenter(AtOnce(sample, "lina"), view)
    presenter.refresh()
    assert not presenter.begin()
    assert not presenter.sending.publish()
    assert not presenter.sending.save()
