"""Fill down, merge, go to, reprice: what they make of a draft, and what they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from orderdesk.errors import UserError
from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.whole_records import price_lists_by_code
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.ui.screens.entry.same_item import with_merged_line
from orderdesk.wire.commands import PutPriceList
from orderdesk.wire.drafts import LineDraft, OrderDraft, ScheduleDraft
from tests.support.desk import SampleDesk
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk
from tests.ui.entry.test_presenter import HUADONG, Services, View, key, view_of

D = Decimal


@pytest.fixture
def services(sample_here: SampleDesk) -> Iterator[Services]:
    yield Services(sample_here)
    sample_here.store.close()


@pytest.fixture
def keyed(services: Services) -> EntryPresenter:
    """An order of four lines, two of them of one item."""
    presenter = EntryPresenter(services, View())
    presenter.start()
    presenter.customer_chosen(HUADONG)
    key(presenter, ("A105", "12"), ("B210", "4"), ("C330", "2"), ("A105", "5"))
    presenter.settle()
    return presenter


def quantities(presenter: EntryPresenter) -> list[Decimal | None]:
    return [line.quantity for line in presenter.draft.lines]


def said(presenter: EntryPresenter) -> str:
    return view_of(presenter).said[-1]


# fill down


def test_the_topmost_cell_goes_into_those_below_in_one_step(keyed: EntryPresenter) -> None:
    assert keyed.grid.fill_down([(0, "quantity"), (1, "quantity"), (2, "quantity"), (4, "quantity")])
    assert quantities(keyed) == [D(12), D(12), D(12), D(5)]
    assert said(keyed) == "grid.filled"
    assert keyed.undo_code == "entry.undo.fill"
    keyed.undo()
    assert quantities(keyed) == [D(12), D(4), D(2), D(5)]


def test_a_block_of_cells_is_filled_column_by_column(keyed: EntryPresenter) -> None:
    keyed.lines.typed(0, "discount", "5")
    cells = [(row, column) for row in range(3) for column in ("quantity", "discount")]
    assert keyed.grid.fill_down(cells)
    assert [(line.quantity, line.discount) for line in keyed.draft.lines[:3]] == [(D(12), D("0.05"))] * 3


def test_a_cell_alone_takes_the_one_above(keyed: EntryPresenter) -> None:
    assert keyed.grid.fill_down([(1, "quantity")])
    assert quantities(keyed)[1] == D(12)
    assert not keyed.grid.fill_down([(0, "quantity")])
    assert said(keyed) == "grid.fill.nothing"


def test_an_item_that_goes_down_leaves_the_terms_of_the_other_behind(keyed: EntryPresenter) -> None:
    keyed.lines.typed(1, "price", "9")
    assert keyed.grid.fill_down([(0, "code"), (1, "code")])
    line = keyed.draft.lines[1]
    assert (line.item_id, line.typed_code, line.manual_price) == (sample_id("item", "A105"), "A105", None)


def test_one_delivery_date_goes_down_with_the_quantity_of_each_line(keyed: EntryPresenter) -> None:
    keyed.lines.typed(0, "deliver", "2026-03-20")
    assert keyed.grid.fill_down([(0, "deliver"), (1, "deliver")])
    [part] = keyed.draft.lines[1].schedule
    assert (part.quantity, part.requested) == (D(4), date(2026, 3, 20))
    assert part.id != keyed.draft.lines[0].schedule[0].id
    keyed.grid.fill_down([(0, "quantity"), (1, "quantity")])
    assert keyed.draft.lines[1].schedule[0].quantity == D(12)  # the one delivery follows its line


def test_several_deliveries_go_only_where_they_add_up(keyed: EntryPresenter) -> None:
    keyed.lines.typed(0, "deliver", "3x7d+2")
    keyed.lines.typed(2, "quantity", "12")
    assert keyed.grid.fill_down([(0, "deliver"), (1, "deliver"), (2, "deliver")])
    assert [len(line.schedule) for line in keyed.draft.lines] == [3, 0, 3, 0]
    assert said(keyed) == "grid.fill.some"


# the same item


def test_the_same_item_is_told_with_the_way_to_merge_and_never_merged_by_itself(
    keyed: EntryPresenter,
) -> None:
    assert view_of(keyed).said.count("entry.item.twin") == 1
    assert len(keyed.draft.lines) == 4
    assert keyed.grid.merge(3)
    assert [(line.typed_code, line.quantity) for line in keyed.draft.lines] == [
        ("A105", D(17)), ("B210", D(4)), ("C330", D(2)),
    ]  # fmt: skip
    assert view_of(keyed).places[-1] == (0, "quantity")
    assert keyed.undo_code == "entry.undo.merge"
    keyed.undo()
    assert quantities(keyed) == [D(12), D(4), D(2), D(5)]


def test_from_either_line_the_upper_one_stays(keyed: EntryPresenter) -> None:
    first = keyed.draft.lines[0].id
    assert keyed.grid.merge(0)
    assert keyed.draft.lines[0].id == first
    assert quantities(keyed) == [D(17), D(4), D(2)]
    assert not keyed.grid.merge(0)
    assert said(keyed) == "grid.merge.none"


def test_a_line_that_is_only_begun_goes_without_a_trace(keyed: EntryPresenter) -> None:
    keyed.lines.typed(0, "discount", "5")
    keyed.lines.typed(3, "quantity", "")
    assert keyed.grid.merge(3)
    line = keyed.draft.lines[0]
    assert (line.quantity, line.discount) == (D(12), D("0.05"))


def test_other_terms_keep_the_lines_apart(keyed: EntryPresenter) -> None:
    keyed.lines.typed(3, "price", "800")
    before = keyed.draft
    assert not keyed.grid.merge(3)
    assert said(keyed) == "grid.merge.terms"
    assert keyed.draft == before


def test_units_add_up_in_the_upper_lines_unit_or_in_the_one_that_is_exact(sample: SampleDesk) -> None:
    desk, ids = sample.desk(), sample.ports.ids
    item = next(item for item in desk.items.values() if len(item.units) > 1)
    small, box = sorted(item.units, key=lambda unit: unit.factor)[:2]

    def merged(*lines: tuple[str, str]) -> LineDraft:
        made = tuple(
            LineDraft(id=ids.new(), item_id=item.id, quantity=D(quantity), unit=unit)
            for quantity, unit in lines
        )
        draft, _ = with_merged_line(OrderDraft(id=ids.new(), lines=made), 0, 1, desk, ids)
        return draft.lines[0]

    ratio = box.factor / small.factor
    into_small = merged(("5", small.unit), ("2", box.unit))
    assert (into_small.quantity, into_small.unit) == (5 + 2 * ratio, small.unit)
    whole = merged(("2", box.unit), (str(ratio), small.unit))
    assert (whole.quantity, whole.unit, whole.schedule) == (D(3), box.unit, ())


def test_deliveries_of_one_day_are_joined_and_the_others_kept(sample: SampleDesk) -> None:
    ids, item_id, day = sample.ports.ids, sample_id("item", "A105"), date(2026, 3, 20)

    def line(*parts: tuple[str, date | None]) -> LineDraft:
        schedule = tuple(
            ScheduleDraft(id=ids.new(), quantity=D(quantity), requested=on) for quantity, on in parts
        )
        total = sum((part.quantity for part in schedule), D(0))
        return LineDraft(id=ids.new(), item_id=item_id, quantity=total, schedule=schedule)

    plain = LineDraft(id=ids.new(), item_id=item_id, quantity=D(4))
    for upper, lower, expected in (
        (line(("3", day), ("2", None)), line(("1", day)), [(D(4), day), (D(2), None)]),
        (plain, line(("3", day)), [(D(4), None), (D(3), day)]),
        (line(("3", day)), plain, [(D(3), day), (D(4), None)]),
    ):
        draft = OrderDraft(id=ids.new(), lines=(upper, lower))
        made, at = with_merged_line(draft, 1, 0, sample.desk(), ids)
        assert at == 0
        assert [(part.quantity, part.requested) for part in made.lines[0].schedule] == expected
        assert made.lines[0].quantity == upper.quantity + lower.quantity  # type: ignore[operator] # both have one


def test_a_sum_beyond_every_bound_is_refused(sample: SampleDesk) -> None:
    ids = sample.ports.ids
    many = LineDraft(id=ids.new(), item_id=sample_id("item", "A105"), quantity=D(9_000_000))
    lines = (many, many.model_copy(update={"id": ids.new()}))
    with pytest.raises(UserError):
        with_merged_line(OrderDraft(id=ids.new(), lines=lines), 0, 1, sample.desk(), ids)


# go to


@pytest.mark.parametrize(("text", "place"), [("3", 2), ("５", 4), ("2+1", 2)])
def test_a_number_leads_to_its_line(keyed: EntryPresenter, text: str, place: int) -> None:
    keyed.column = "price"
    assert keyed.grid.go_to(text)
    assert view_of(keyed).places[-1] == (place, "price")


@pytest.mark.parametrize("text", ["", "0", "6", "-1", "2.5", "x", "9" * 60])
def test_what_is_no_line_is_said(keyed: EntryPresenter, text: str) -> None:
    before = view_of(keyed).places[-1]
    assert not keyed.grid.go_to(text)
    assert view_of(keyed).places[-1] == before


# prices


def raise_price(sample: SampleDesk, code: str) -> None:
    """Raise the price of an item by one in every list of the store."""
    item_id = sample_id("item", code)
    with sample.store.reading() as connection:
        found = price_lists_by_code(connection, ["STD-2026", "TIER-VIP"])
    for standing in found.values():
        prices = tuple(
            price.model_copy(update={"price": price.price + (price.item_id == item_id)})
            for price in standing.record.prices
        )
        record = standing.record.model_copy(update={"prices": prices})
        outcome = sample.do(PutPriceList(record=record), "zhoumin", standing.revision)
        assert not outcome.is_refused, outcome.problems


def test_reprice_lists_what_is_another_price_now(keyed: EntryPresenter, sample_here: SampleDesk) -> None:
    key(keyed, ("E530", "10"))
    keyed.settle()
    raise_price(sample_here, "E530")
    keyed.grid.reprice()
    [problem] = view_of(keyed).listed
    assert (problem.code, problem.path, problem.severity) == (
        "grid.reprice.line", "lines[4].seen_price", "warn",
    )  # fmt: skip
    assert D(str(problem.params["new"])) - D(str(problem.params["old"])) == 1
    assert said(keyed) == "grid.reprice.changed"
    keyed.grid.reprice()  # told once is enough
    assert said(keyed) == "grid.reprice.same"


def test_a_draft_that_is_opened_again_tells_of_prices_that_moved_since(
    services: Services, sample_here: SampleDesk
) -> None:
    draft = sample_here.draft("C1001", ("E530", "10"), ("A105", "2"), parked=True)
    sample_here.save(draft)
    raise_price(sample_here, "E530")
    presenter = EntryPresenter(services, View())
    services.reread((), presenter.start)
    presenter.parking.resume(draft.id)
    assert "grid.repriced.stored" in view_of(presenter).said
    presenter.grid.reprice()
    assert [problem.path for problem in view_of(presenter).listed] == ["lines[0].seen_price"]


def test_reprice_says_that_nothing_changed(keyed: EntryPresenter) -> None:
    keyed.grid.reprice()
    assert said(keyed) == "grid.reprice.same"


def test_an_order_without_items_has_nothing_to_price(services: Services) -> None:
    presenter = EntryPresenter(services, View())
    presenter.start()
    presenter.grid.reprice()
    assert said(presenter) == "grid.reprice.nothing"


# in the window


def test_the_keys_of_the_grid(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "4"), ("C330", "2"))
    desk.go(0, "quantity")
    for _ in range(2):
        press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_D, CTRL)
    assert [desk.cell(row, "quantity") for row in range(3)] == ["12", "12", "12"]
    desk.idle()
    assert desk.said == "2 cells filled."

    press(Qt.Key.Key_G, CTRL)
    assert desk.place == "entry.go_to"
    type_text("9")
    press(ENTER)
    assert desk.place == "entry.go_to"
    assert desk.said == "There is no line 9: the order has 3 lines."
    press(Qt.Key.Key_Escape)
    assert desk.place == (2, "quantity")
    press(Qt.Key.Key_G, CTRL)
    type_text("2")
    press(ENTER)
    assert desk.place == (1, "quantity")

    type_text("+5")
    press(ENTER)
    assert desk.cell(1, "quantity") == "17"
    assert desk.place == (2, "code")
    press(ENTER, SHIFT)
    assert desk.place == (1, "quantity")
    press(ENTER, SHIFT)
    assert desk.place == (1, "code")

    desk.go(3, "code")
    type_text("A105")
    press(ENTER)
    assert desk.said == "Also on line 1. Merge them with Ctrl+M, or go on: both lines are kept."
    press(Qt.Key.Key_M, CTRL)  # with the quantity's cell open and empty
    assert desk.place == (0, "quantity")
    assert len(desk.screen.presenter.draft.lines) == 3
    press(Qt.Key.Key_R, CTRL)
    desk.idle()
    assert desk.said == "Read again: the prices of all 3 lines are as they were."


def test_a_quantity_with_units_or_a_sum_shows_what_it_comes_to_before_it_is_left(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("B210", "4"))
    desk.go(0, "quantity")
    for text, reading in (("+5", "= 9 pc"), ("12*4", "= 48 pc"), ("3 carton", "= 12 pc"), ("7", "")):
        type_text(text)
        assert desk.screen.answers.quantity_reading(text) == reading
        press(Qt.Key.Key_Escape)
