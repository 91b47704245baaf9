"""The warehouse's presenter on a real store, without a window: what is keyed, asked, sent and shown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

import pytest

from orderdesk.errors import EnvironmentProblem
from orderdesk.ui.screens.warehouse.lines import typed_quantity
from orderdesk.ui.screens.warehouse.presenter import WarehousePresenter
from orderdesk.wire.commands import PickDelivery, PickedLine, ShipDelivery
from orderdesk.wire.outcomes import Changes, Touched
from tests.services.warehouse_world import Placed, World, open_world, parts
from tests.ui.warehouse_support import DeskOfWorld, Window


@pytest.fixture
def world(sqlite_store_url: str) -> Iterator[World]:
    opened = open_world(sqlite_store_url)
    opened.shelve("500")
    yield opened
    opened.store.close()


@pytest.fixture
def desk(world: World) -> DeskOfWorld:
    return DeskOfWorld(world)


@pytest.fixture
def window() -> Window:
    return Window()


def started(desk: DeskOfWorld, window: Window) -> WarehousePresenter:
    """A presenter that hears of every change, as the screen connects it."""
    presenter = WarehousePresenter(desk, window)
    desk.world.door.subscribe(lambda changes: desk.read(lambda _c: changes, presenter.take_changes))
    presenter.start()
    return presenter


def delivery(world: World, placed: Placed, part: int = 1) -> UUID:
    found: UUID = world.deliveries(placed)[part - 1].id
    return found


def test_the_first_delivery_is_chosen_and_its_lines_are_shown(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("4"), parts("6"))
    world.order(parts("1"))
    started(desk, window)
    assert [row.label for row in window.rows] == ["SO-K7M-000001/1", "SO-K7M-000002/1"]
    assert window.selected == window.rows[0].id
    assert [line.line.quantity for line in window.lines] == [4, 6]


def test_a_whole_line_is_picked_by_enter_and_the_next_open_line_is_next(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    placed = world.order(parts("4"), parts("6"))
    presenter = started(desk, window)
    presenter.begin_picking()
    assert window.focus == 1
    presenter.confirm(window.lines[0].id)
    presenter.after_line(window.lines[0].id)
    assert window.focus == 2
    assert [line.picked for line in world.lines(delivery(world, placed))] == [4, 0]
    assert window.rows[0].state == "picking"


def test_enter_that_comes_before_the_lines_begins_with_them(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("4"))
    second = world.order(parts("6"))
    presenter = started(desk, window)
    desk.is_held = True
    presenter.select(delivery(world, second))
    presenter.begin_picking()
    assert window.focus == "list"
    desk.let_go()
    assert window.focus == 1
    assert window.lines[0].line.quantity == 6


def test_less_than_planned_asks_for_the_reason_and_is_sent_with_it(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    placed = world.order(parts("8"), parts("6"))
    presenter = started(desk, window)
    line = window.lines[0].id
    presenter.keyed(line, "5")
    presenter.after_line(line)
    assert window.asked == "reason 1 5"
    assert desk.sent == []
    presenter.choose_reason(2)
    assert window.asked == ""
    assert window.focus == 2
    found = world.lines(delivery(world, placed))[0]
    assert (found.picked, found.short_reason) == (5, "missing")


def test_a_question_that_is_left_sends_nothing_and_goes_back_to_its_line(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("8"))
    presenter = started(desk, window)
    presenter.keyed(window.lines[0].id, "5")
    assert presenter.drop_question()
    assert (window.asked, window.focus, desk.sent) == ("", 1, [])
    assert not presenter.drop_question()


def test_the_minus_key_means_nothing_was_found_until_something_was(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("8"))
    presenter = started(desk, window)
    presenter.short(window.lines[0].id)
    assert window.asked == "reason 1 0"
    presenter.choose_reason(3)
    presenter.keyed(window.lines[0].id, "6")
    presenter.choose_reason(1)
    presenter.short(window.lines[0].id)
    assert window.asked == "reason 1 6"


def test_what_was_keyed_stands_there_before_the_store_has_it(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("8"))
    presenter = started(desk, window)
    desk.is_held = True
    presenter.confirm(window.lines[0].id)
    assert (window.lines[0].picked, window.lines[0].is_waiting) == (8, True)
    desk.let_go()
    assert (window.lines[0].picked, window.lines[0].is_waiting) == (8, False)


def test_a_refused_pick_goes_back_and_says_why(world: World, desk: DeskOfWorld, window: Window) -> None:
    placed = world.order(parts("8"))
    presenter = started(desk, window)
    world.hold(placed, "compliance")
    presenter.confirm(window.lines[0].id)
    assert window.lines[0].picked == 0
    assert window.codes == ["problem.delivery.on_hold"]


def test_a_store_that_cannot_be_reached_gives_the_line_back(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("8"))
    presenter = started(desk, window)
    desk.fault = EnvironmentProblem("error.store.busy", store="", detail="")
    presenter.confirm(window.lines[0].id)
    assert (window.lines[0].picked, window.codes) == (0, ["error.store.busy"])


def test_shipping_asks_once_with_figures_and_says_what_remains(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    placed = world.order(parts("100"))
    presenter = started(desk, window)
    presenter.keyed(window.lines[0].id, "60")
    presenter.choose_reason(3)
    presenter.ask_ship()
    assert window.asked == "ship SO-K7M-000001/1 60"
    presenter.ship()
    assert window.shipped == [("DN-K7M-1", delivery(world, placed, 2))]
    assert [(row.part, row.state) for row in window.rows] == [(1, "shipped"), (2, "planned")]


def test_the_key_that_asked_also_answers(world: World, desk: DeskOfWorld, window: Window) -> None:
    world.order(parts("100"))
    presenter = started(desk, window)
    presenter.confirm(window.lines[0].id)
    presenter.ask_ship()
    presenter.ask_ship()
    assert window.shipped == [("DN-K7M-1", None)]


def test_what_has_left_keeps_its_place_and_the_cursor_until_the_list_is_asked_anew(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    first, second = world.order(parts("4")), world.order(parts("4"))
    presenter = started(desk, window)
    presenter.confirm(window.lines[0].id)
    presenter.ask_ship()
    presenter.ship()
    assert [row.state for row in window.rows] == ["shipped", "planned"]
    assert window.selected == delivery(world, first)
    presenter.refresh()
    assert [row.id for row in window.rows] == [delivery(world, second)]
    assert window.selected == delivery(world, second)


def test_a_line_that_nobody_looked_for_is_gone_to_instead_of_shipped(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("4"), parts("6"))
    presenter = started(desk, window)
    presenter.confirm(window.lines[0].id)
    presenter.ask_ship()
    assert (window.asked, window.focus) == ("", 2)
    assert window.codes == ["warehouse.message.line_open"]


def test_nothing_found_at_all_does_not_ask(world: World, desk: DeskOfWorld, window: Window) -> None:
    world.order(parts("4"))
    presenter = started(desk, window)
    presenter.short(window.lines[0].id)
    presenter.choose_reason(2)
    presenter.ask_ship()
    assert (window.asked, window.codes) == ("", ["warehouse.message.nothing_picked"])


def test_goods_of_a_held_order_are_not_asked_about_and_the_hold_is_named(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    placed = world.order(parts("4"))
    world.hold(placed, "credit")
    presenter = started(desk, window)
    presenter.confirm(window.lines[0].id)
    presenter.ask_ship()
    assert (window.asked, window.codes) == ("", ["warehouse.card.held"])


def test_a_pick_on_another_desk_between_question_and_answer_stops_the_shipping(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    placed = world.order(parts("8"))
    presenter = started(desk, window)
    presenter.confirm(window.lines[0].id)
    presenter.ask_ship()
    desk.is_held = True  # word of it has not come yet
    line = PickedLine(delivery_line_id=window.lines[0].id, picked=Decimal(3), short_reason="wait")
    world.do(PickDelivery(delivery_id=delivery(world, placed), lines=(line,)))
    presenter.ship()
    desk.let_go()
    assert window.shipped == []
    assert window.codes == ["problem.revision.stale"]
    assert window.lines[0].picked == 3


def test_a_change_on_another_desk_shows_and_leaves_the_cursor_where_it_was(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    first, second = world.order(parts("4")), world.order(parts("6"))
    presenter = started(desk, window)
    presenter.select(delivery(world, second))
    world.issue(delivery(world, first), "4")
    assert [row.id for row in window.rows] == [delivery(world, second)]
    assert window.selected == delivery(world, second)


def test_a_change_that_is_not_ours_reads_nothing(world: World, desk: DeskOfWorld, window: Window) -> None:
    presenter = started(desk, window)
    desk.is_held = True
    touched = (Touched(type="price_list", id=world.item, revision=1),)
    presenter.take_changes(Changes(version=9, op_id=world.item, touched=touched))
    assert desk.waiting == []


def test_many_changes_while_one_read_is_under_way_make_one_more(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    presenter = started(desk, window)
    desk.is_held = True
    touched = (Touched(type="delivery", id=world.item, revision=1),)
    for _ in range(5):
        presenter.take_changes(Changes(version=9, op_id=world.item, touched=touched))
    assert len(desk.waiting) == 1
    desk.waiting.pop(0)()
    assert len(desk.waiting) == 1
    desk.let_go()


def test_a_chosen_delivery_that_is_dropped_elsewhere_gives_way_to_the_next(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("4"))
    second = world.order(parts("6"))
    presenter = started(desk, window)
    presenter.set_filter("000002")
    assert window.selected == delivery(world, second)
    assert [line.line.quantity for line in window.lines] == [6]
    presenter.set_filter("nothing like it")
    assert (window.rows, window.selected, window.card) == ((), None, None)
    presenter.set_filter("")
    assert len(window.rows) == 2
    assert window.card is not None


@pytest.mark.parametrize("text", ["000002", "宏达", "hongda", "王芳", "苏州", "HD01"])
def test_the_filter_looks_in_what_a_row_shows(
    world: World, desk: DeskOfWorld, window: Window, text: str
) -> None:
    world.order(parts("4"))
    world.order(parts("4"))
    presenter = started(desk, window)
    presenter.set_filter(text)
    assert len(window.rows) == (1 if text == "000002" else 2)


def test_what_has_left_is_a_list_of_its_own(world: World, desk: DeskOfWorld, window: Window) -> None:
    placed = world.order(parts("4"))
    world.order(parts("4"))
    world.issue(delivery(world, placed), "4")
    presenter = started(desk, window)
    presenter.set_mode("gone")
    assert [row.number for row in window.rows] == ["DN-K7M-1"]
    presenter.begin_picking()
    assert window.codes == ["warehouse.message.has_left"]
    presenter.set_mode("open")
    assert [row.number for row in window.rows] == [None]


def test_a_ship_command_says_which_state_it_was_made_on(
    world: World, desk: DeskOfWorld, window: Window
) -> None:
    world.order(parts("4"))
    presenter = started(desk, window)
    presenter.confirm(window.lines[0].id)
    presenter.ask_ship()
    presenter.ship()
    ship = desk.sent[-1]
    assert isinstance(ship.data, ShipDelivery)
    assert ship.base_revision == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [("8", "8"), ("0", "0"), ("2*3", "6"), ("1.5", "1.5"), ("9", None), ("-1", None),
      ("", None),
     ("x", None), ("0.0001", None), ("８", "8")],
)  # fmt: skip
def test_a_quantity_is_a_figure_up_to_what_was_planned(text: str, value: str | None) -> None:
    assert typed_quantity(text, Decimal(8)) == (None if value is None else Decimal(value))
