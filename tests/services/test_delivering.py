"""Deliveries: planned from schedule lines, picked, shipped in parts, numbered without gaps, printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from orderdesk.models import NotePrint, Order
from orderdesk.services import delivering
from orderdesk.wire.commands import PickDelivery, PickedLine, RecordPrint
from tests.services.warehouse_world import Part, World, open_world, parts

THREE_PLACES = (
    Part(Decimal(40), date(2026, 3, 12), "王芳", "苏州市"),
    Part(Decimal(35), date(2026, 3, 19), "赵强", "无锡市"),
    Part(Decimal(25), date(2026, 3, 26), "孙丽", "常州市"),
)


@pytest.fixture
def world(store_url: str) -> Iterator[World]:
    opened = open_world(store_url)
    yield opened
    opened.store.close()


def codes(outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


# ── the plan ────────────────────────────────────────────────────────────────────────────────────


def test_schedule_lines_of_one_day_and_place_go_in_one_delivery(world: World) -> None:
    placed = world.order(parts("40"), parts("5", "6"))
    only = world.deliveries(placed)
    assert [(row.part, row.state, row.planned, row.number) for row in only] == [
        (1, "planned", date(2026, 3, 12), None)
    ]
    assert [line.quantity for line in world.lines(only[0].id)] == [40, 5, 6]


def test_another_day_or_receiver_is_another_delivery_and_days_number_the_parts(world: World) -> None:
    placed = world.order(
        (
            Part(Decimal(1), date(2026, 3, 19)),
            Part(Decimal(2), date(2026, 3, 12)),
            Part(Decimal(3), date(2026, 3, 12), "赵强"),
            Part(Decimal(4), None),
        )
    )
    found = world.deliveries(placed)
    assert [(row.part, row.planned) for row in found] == [
        (1, date(2026, 3, 12)), (2, date(2026, 3, 12)), (3, date(2026, 3, 19)), (4, None),
    ]  # fmt: skip
    assert [world.lines(row.id)[0].quantity for row in found] == [2, 3, 1, 4]


def test_planning_again_plans_nothing_twice(world: World) -> None:
    placed = world.order(parts("40"))
    with Session(world.store.engine) as session:
        order = session.get_one(Order, placed.order_id)
        assert delivering.plan_deliveries(session, order, world.context()) == ()


def test_a_plan_that_nobody_touched_can_be_dropped_and_made_again_from_part_one(world: World) -> None:
    placed = world.order(THREE_PLACES)
    ids = [row.id for row in world.deliveries(placed)]
    with Session(world.store.engine) as session:
        order = session.get_one(Order, placed.order_id)
        gone = delivering.drop_planned(session, order.id, world.context())
        assert gone is not None
        assert [(row.id, row.kind) for row in gone] == [(one, "tombstone") for one in ids]
        delivering.plan_deliveries(session, order, world.context())
        session.commit()
    assert [row.part for row in world.deliveries(placed)] == [1, 2, 3]


def test_a_plan_that_was_picked_from_is_not_dropped(world: World) -> None:
    placed = world.order(THREE_PLACES)
    world.pick(world.deliveries(placed)[0].id, "40")
    with Session(world.store.engine) as session:
        assert delivering.drop_planned(session, placed.order_id, world.context()) is None
    assert len(world.deliveries(placed)) == 3


# ── pick ────────────────────────────────────────────────────────────────────────────────────────


def test_a_delivery_is_picking_until_every_line_is_settled_and_packed_then(world: World) -> None:
    placed = world.order(parts("4"), parts("6"))
    delivery = world.deliveries(placed)[0]
    outcome = world.pick(delivery.id, "4")
    assert outcome.touched_one("delivery").revision == 2
    assert world.deliveries(placed)[0].state == "picking"
    line = world.lines(delivery.id)[1]
    short = PickedLine(delivery_line_id=line.id, picked=Decimal(5), short_reason="damaged")
    world.do(PickDelivery(delivery_id=delivery.id, lines=(short,)))
    row = world.deliveries(placed)[0]
    assert (row.state, row.picked_by) == ("packed", world.warehouse.person_id)
    assert [(line.picked, line.short_reason) for line in world.lines(delivery.id)] == [
        (4, ""),
        (5, "damaged"),
    ]


def test_a_line_that_is_found_after_all_loses_its_reason(world: World) -> None:
    delivery = world.deliveries(world.order(parts("4")))[0]
    world.pick(delivery.id, "3", reason="missing")
    world.pick(delivery.id, "4", reason="missing")
    assert [(line.picked, line.short_reason) for line in world.lines(delivery.id)] == [(4, "")]


def test_picking_says_everything_that_is_wrong_at_once_and_keeps_nothing(world: World) -> None:
    placed = world.order(parts("4"), parts("6"))
    delivery = world.deliveries(placed)[0]
    first, second = world.lines(delivery.id)
    entries = (
        PickedLine(delivery_line_id=first.id, picked=Decimal(5)),
        PickedLine(delivery_line_id=second.id, picked=Decimal(1)),
        PickedLine(delivery_line_id=world.ports.ids.new(), picked=Decimal(1)),
    )
    outcome = world.do(PickDelivery(delivery_id=delivery.id, lines=entries))
    assert [(problem.code, problem.path) for problem in outcome.problems] == [
        ("problem.delivery.picked_too_much", "lines[0].picked"),
        ("problem.delivery.short_without_reason", "lines[1].short_reason"),
        ("problem.delivery.line_unknown", "lines[2].delivery_line_id"),
    ]
    assert [line.picked for line in world.lines(delivery.id)] == [0, 0]


def test_a_line_is_picked_once_in_a_command(world: World) -> None:
    delivery = world.deliveries(world.order(parts("4")))[0]
    entry = PickedLine(delivery_line_id=world.lines(delivery.id)[0].id, picked=Decimal(4))
    outcome = world.do(PickDelivery(delivery_id=delivery.id, lines=(entry, entry)))
    assert set(codes(outcome)) == {"problem.delivery.line_twice"}


def test_picking_on_an_old_revision_is_refused(world: World) -> None:
    delivery = world.deliveries(world.order(parts("4")))[0]
    world.pick(delivery.id, "3", base=1)
    outcome = world.pick(delivery.id, "4", base=1)
    assert codes(outcome) == ["problem.revision.stale"]
    assert outcome.problems[0].params == {"now": 2}


def test_an_unknown_delivery_is_refused(world: World) -> None:
    line = PickedLine(delivery_line_id=world.ports.ids.new(), picked=Decimal(1))
    unknown = PickDelivery(delivery_id=world.ports.ids.new(), lines=(line,))
    assert codes(world.do(unknown)) == ["problem.delivery.unknown"]


def test_a_clerk_may_neither_pick_nor_ship(world: World) -> None:
    delivery = world.deliveries(world.order(parts("4")))[0]
    assert codes(world.pick(delivery.id, "4", actor=world.clerk)) == ["problem.policy.denied"]
    assert codes(world.ship(delivery.id, actor=world.clerk)) == ["problem.policy.denied"]


# ── goods issue ─────────────────────────────────────────────────────────────────────────────────


def test_one_line_of_100_goes_40_35_25_to_three_places_on_three_days(world: World) -> None:
    world.shelve("120")
    placed = world.order(THREE_PLACES)
    assert world.level() == (120, 100)
    first, second, third = world.deliveries(placed)
    assert [row.planned for row in (first, second, third)] == [
        date(2026, 3, 12), date(2026, 3, 19), date(2026, 3, 26),
    ]  # fmt: skip
    expected = [
        (first, "40", "DN-K7M-1", 0, [40, 0, 0], (80, 60)),
        (second, "35", "DN-K7M-2", 40, [40, 35, 0], (45, 25)),
        (third, "25", "DN-K7M-3", 75, [40, 35, 25], (20, 0)),
    ]
    for delivery, quantity, number, before, shipped, level in expected:
        outcome = world.issue(delivery.id, quantity)
        assert outcome.outcome == "applied"
        assert outcome.touched_one("delivery").number == number
        line = world.lines(delivery.id)[0]
        assert (line.shipped, line.before) == (Decimal(quantity), before)
        assert world.shipped(placed) == shipped
        assert world.level() == level
    assert [row.state for row in world.deliveries(placed)] == ["shipped"] * 3
    assert world.movements() == [
        ("opening", 120),
        ("goods_issue", -40),
        ("goods_issue", -35),
        ("goods_issue", -25),
    ]
    assert world.reserved(placed) == [0, 0, 0]


def test_what_stays_here_is_the_next_part_on_the_promised_day(world: World) -> None:
    world.shelve("105")
    placed = world.order(parts("100"), parts("5"))
    first = world.deliveries(placed)[0]
    outcome = world.issue(first.id, "60", "5")
    assert outcome.outcome == "applied"
    assert [row.type for row in outcome.touched] == ["delivery", "delivery", "order", "stock"]
    assert [(row.part, row.state, row.planned) for row in world.deliveries(placed)] == [
        (1, "shipped", date(2026, 3, 12)),
        (2, "planned", date(2026, 3, 12)),
    ]
    rest = world.lines(world.deliveries(placed)[1].id)
    assert [(line.position, line.quantity, line.picked) for line in rest] == [(1, 40, 0)]
    assert world.reserved(placed) == [40, 0]
    second = world.deliveries(placed)[1]
    assert world.issue(second.id, "40").outcome == "applied"
    line = world.lines(second.id)[0]
    assert (line.before, line.shipped) == (60, 40)
    assert len(world.deliveries(placed)) == 2
    assert world.level() == (0, 0)


def test_an_order_that_ships_a_line_from_its_other_lines_stock_loses_that_reservation(world: World) -> None:
    world.shelve("100")
    placed = world.order(parts("100"), parts("5"))
    assert world.reserved(placed) == [100, 0]
    outcome = world.issue(world.deliveries(placed)[0].id, "60", "5")
    assert outcome.problems[0].params == {"code": "BOLT", "orders": [placed.number], "quantity": "5"}
    assert world.reserved(placed) == [35, 0]


def test_a_line_of_which_nothing_was_found_goes_whole_into_the_next_part(world: World) -> None:
    world.shelve("20")
    placed = world.order(parts("4"), parts("6"))
    world.issue(world.deliveries(placed)[0].id, "4", "0")
    rest = world.deliveries(placed)[1]
    assert [line.quantity for line in world.lines(rest.id)] == [6]
    assert world.reserved(placed) == [0, 6]
    assert world.level() == (16, 6)


def test_two_schedule_lines_of_one_order_line_share_what_went_before(world: World) -> None:
    world.shelve("20")
    placed = world.order(parts("4", "6"))
    delivery = world.deliveries(placed)[0]
    world.issue(delivery.id, "4", "2")
    assert [(line.before, line.shipped) for line in world.lines(delivery.id)] == [(0, 4), (0, 2)]
    assert world.issue(world.deliveries(placed)[1].id, "4").outcome == "applied"
    assert world.lines(world.deliveries(placed)[1].id)[0].before == 6


def test_boxes_leave_the_shelf_as_pieces(world: World) -> None:
    world.shelve("30")
    placed = world.order(parts("2"), unit="box", factor="12")
    assert world.issue(world.deliveries(placed)[0].id, "1").outcome == "applied"
    assert world.level() == (18, 12)
    assert world.movements()[-1] == ("goods_issue", -12)
    assert world.reserved(placed) == [12]


def test_shipping_without_anything_picked_is_refused(world: World) -> None:
    placed = world.order(parts("4"))
    delivery = world.deliveries(placed)[0]
    assert codes(world.ship(delivery.id)) == ["problem.delivery.nothing_picked"]
    world.pick(delivery.id, "0")
    outcome = world.ship(delivery.id)
    assert codes(outcome) == ["problem.delivery.nothing_picked"]
    assert outcome.problems[0].params == {"order": placed.number, "part": 1}


def test_a_line_that_nobody_looked_for_keeps_the_delivery_here(world: World) -> None:
    placed = world.order(parts("4"), parts("6"))
    delivery = world.deliveries(placed)[0]
    world.pick(delivery.id, "4")
    outcome = world.ship(delivery.id)
    assert [(problem.code, problem.path) for problem in outcome.problems] == [
        ("problem.delivery.short_without_reason", "lines[1].short_reason")
    ]
    assert world.deliveries(placed)[0].number is None


def test_shipping_twice_is_refused_with_the_number(world: World) -> None:
    world.shelve("9")
    placed = world.order(parts("4"))
    delivery = world.deliveries(placed)[0]
    world.issue(delivery.id, "4")
    for outcome in (world.ship(delivery.id), world.pick(delivery.id, "4")):
        assert codes(outcome) == ["problem.delivery.already_shipped"]
        assert outcome.problems[0].params == {"order": placed.number, "part": 1, "number": "DN-K7M-1"}
    assert world.level() == (5, 0)


def test_the_same_ship_command_again_has_the_same_outcome_and_no_second_effect(world: World) -> None:
    world.shelve("9")
    placed = world.order(parts("4"))
    delivery = world.deliveries(placed)[0]
    world.pick(delivery.id, "3")
    op = world.ports.ids.new()
    first = world.ship(delivery.id, id=op)
    assert world.ship(delivery.id, id=op) == first
    assert world.level() == (6, 1)
    assert len(world.deliveries(placed)) == 2


def test_a_refused_ship_takes_no_number(world: World) -> None:
    world.shelve("9")
    first, second = world.order(parts("4")), world.order(parts("4"))
    world.issue(world.deliveries(first)[0].id, "4")
    delivery = world.deliveries(second)[0]
    assert world.ship(delivery.id).is_refused
    assert world.issue(delivery.id, "4").touched_one("delivery").number == "DN-K7M-2"


@pytest.mark.parametrize("state", ["submitted", "cancelled"])
def test_an_order_that_is_not_released_neither_picks_nor_ships(world: World, state: str) -> None:
    placed = world.order(parts("4"), state=state)
    delivery = world.deliveries(placed)[0]
    assert codes(world.pick(delivery.id, "4")) == ["problem.delivery.order_not_released"]


@pytest.mark.parametrize(
    ("kind", "may_pick"), [("credit", True), ("delivery_block", False), ("compliance", False)]
)
def test_a_hold_keeps_the_goods_from_the_stage_that_it_stops(world: World, kind: str, may_pick: bool) -> None:
    world.shelve("9")
    placed = world.order(parts("4"))
    delivery = world.deliveries(placed)[0]
    if may_pick:
        world.hold(placed, kind)
        assert not world.pick(delivery.id, "4").is_refused
    else:
        world.pick(delivery.id, "4")
        world.hold(placed, kind)
        assert codes(world.pick(delivery.id, "4")) == ["problem.delivery.on_hold"]
    outcome = world.ship(delivery.id)
    assert codes(outcome) == ["problem.delivery.on_hold"]
    assert outcome.problems[0].params == {
        "order": placed.number, "hold": f"term.hold.{kind}", "roles": ["term.role.manager"],
    }  # fmt: skip
    assert world.level() == (9, 4)


def test_a_hold_of_one_line_stops_only_deliveries_with_that_line(world: World) -> None:
    later = Part(Decimal(6), date(2026, 3, 19))
    placed = world.order(parts("4"), (later,))
    world.hold(placed, "delivery_block", placed.schedule[1])
    first, second = world.deliveries(placed)
    assert not world.pick(first.id, "4").is_refused
    assert codes(world.pick(second.id, "6")) == ["problem.delivery.on_hold"]


# ── goods are facts ─────────────────────────────────────────────────────────────────────────────


def test_goods_that_the_books_did_not_know_of_are_written_down_as_found(world: World) -> None:
    world.shelve("3")
    placed = world.order(parts("4"))
    outcome = world.issue(world.deliveries(placed)[0].id, "4")
    assert outcome.outcome == "fact_flagged"
    assert codes(outcome) == ["problem.stock.found_more"]
    assert outcome.problems[0].params == {"code": "BOLT", "on_hand": "3", "shipped": "4", "difference": "1"}
    assert world.movements() == [("opening", 3), ("count", 1), ("goods_issue", -4)]
    assert world.level() == (0, 0)


def test_goods_kept_for_another_order_that_left_cost_it_its_reservation_and_say_so(world: World) -> None:
    world.shelve("10")
    other = world.order(parts("8"))
    placed = world.order(parts("6"))
    assert world.reserved(placed) == [0]
    outcome = world.issue(world.deliveries(placed)[0].id, "6")
    assert outcome.outcome == "fact_flagged"
    assert outcome.problems[0].code == "problem.stock.reservations_released"
    assert outcome.problems[0].params == {"code": "BOLT", "orders": [other.number], "quantity": "4"}
    assert world.level() == (4, 4)
    assert world.reserved(other) == [4]


def test_an_item_made_to_order_leaves_without_a_movement(world: World) -> None:
    placed = world.order(parts("2"), item=world.custom)
    assert world.issue(world.deliveries(placed)[0].id, "2").outcome == "applied"
    assert world.movements(world.custom) == []
    assert world.shipped(placed) == [2]


def test_a_standard_item_that_no_shelf_ever_held_is_found_and_leaves(world: World) -> None:
    placed = world.order(parts("2"))
    assert world.issue(world.deliveries(placed)[0].id, "2").outcome == "fact_flagged"
    assert world.movements() == [("count", 2), ("goods_issue", -2)]
    assert world.level() == (0, 0)


# ── prints ──────────────────────────────────────────────────────────────────────────────────────


def test_a_note_prints_once_as_the_original_and_then_with_a_reason(world: World) -> None:
    world.shelve("9")
    delivery = world.deliveries(world.order(parts("4")))[0]
    early = world.do(RecordPrint(delivery_id=delivery.id))
    assert codes(early) == ["problem.delivery.note_before_issue"]
    world.issue(delivery.id, "4")
    assert (
        world.do(RecordPrint(delivery_id=delivery.id, reason="ignored for the original")).outcome == "applied"
    )
    again = world.do(RecordPrint(delivery_id=delivery.id, reason="  "))
    assert codes(again) == ["problem.delivery.reprint_reason"]
    assert again.problems[0].params == {"number": "DN-K7M-1", "copy": 2}
    assert world.do(RecordPrint(delivery_id=delivery.id, reason="torn"), world.clerk).outcome == "applied"
    with world.looking() as connection:
        rows = connection.execute(select(NotePrint.__table__).order_by(NotePrint.copy_no)).all()
    assert [(row.copy_no, row.reason, row.printed_by) for row in rows] == [
        (1, "", world.warehouse.person_id),
        (2, "torn", world.clerk.person_id),
    ]
