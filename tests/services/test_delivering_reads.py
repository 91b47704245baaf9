"""What the warehouse reads: its list in the order of work, and a card with right figures at every moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from orderdesk.services.places import place_text
from orderdesk.services.reading.warehouse import GONE_STATES, delivery_card, delivery_rows
from orderdesk.wire.commands import RecordPrint
from orderdesk.wire.drafts import open_note
from tests.services.warehouse_world import Part, World, open_world, parts


@pytest.fixture
def world(store_url: str) -> Iterator[World]:
    opened = open_world(store_url)
    opened.shelve("50")
    yield opened
    opened.store.close()


def rows(world: World, **how):
    with world.looking() as connection:
        return delivery_rows(connection, **how)


def card(world: World, delivery_id):
    with world.looking() as connection:
        return delivery_card(connection, delivery_id)


def test_the_earliest_day_stands_first_and_what_has_no_day_last(world: World) -> None:
    undated = world.order(parts("1", day=None))
    late = world.order((Part(Decimal(1), date(2026, 3, 19)),))
    early = world.order(parts("1"), parts("2"))
    found = rows(world)
    assert [row.label for row in found] == [f"{early.number}/1", f"{late.number}/1", f"{undated.number}/1"]
    first = found[0]
    assert (first.customer_name, first.customer_name_en, first.tier) == (
        "宏达机械",
        "Hongda Machinery",
        "vip",
    )
    assert (first.receiver, first.city, first.site_code, first.zone) == (
        "王芳",
        "苏州市",
        "SZ",
        "Asia/Shanghai",
    )
    assert (first.line_count, first.settled_lines, first.short_lines, first.state) == (2, 0, 0, "planned")


def test_counts_follow_the_picking_and_what_left_is_in_another_list(world: World) -> None:
    placed = world.order(parts("4"), parts("6"))
    delivery = world.deliveries(placed)[0]
    world.pick(delivery.id, "3")
    (row,) = rows(world)
    assert (row.state, row.settled_lines, row.short_lines) == ("picking", 1, 1)
    world.pick(delivery.id, "3", "6")
    world.ship(delivery.id)
    world.do(RecordPrint(delivery_id=delivery.id))
    assert [row.part for row in rows(world)] == [2]
    (gone,) = rows(world, states=GONE_STATES)
    assert (gone.part, gone.number, gone.print_count) == (1, "DN-K7M-1", 1)


def test_a_list_can_be_kept_to_a_site_and_to_a_length(world: World) -> None:
    for _ in range(3):
        world.order(parts("1"))
    assert len(rows(world, site_id=world.site)) == 3
    assert rows(world, site_id=world.customer) == ()
    assert [row.order_number for row in rows(world, limit=2)] == ["SO-K7M-000001", "SO-K7M-000002"]


def test_a_held_order_is_marked_and_its_card_names_the_hold(world: World) -> None:
    placed, free = world.order(parts("1")), world.order(parts("1"))
    world.hold(placed, "credit")
    assert {row.order_number: row.is_held for row in rows(world)} == {placed.number: True, free.number: False}
    shown = card(world, world.deliveries(placed)[0].id)
    assert (shown.picking_holds, [hold.kind for hold in shown.shipping_holds]) == ((), ["credit"])
    assert shown.can_pick
    assert not shown.can_ship


def test_a_card_shows_each_figure_of_a_line_before_and_after_goods_issue(world: World) -> None:
    placed = world.order(parts("100"), when_short="partial")
    delivery = world.deliveries(placed)[0]
    before = card(world, delivery.id)
    (line,) = before.lines
    assert (line.ordered, line.before, line.quantity, line.picked, line.open) == (100, 0, 100, 0, 0)
    assert (line.available, line.missing, line.is_settled) == (50, 100, False)
    assert (before.can_pick, before.can_ship, before.has_note) == (True, False, False)
    world.pick(delivery.id, "30")
    picked = card(world, delivery.id)
    assert (picked.lines[0].open, picked.lines[0].missing, picked.can_ship) == (70, 70, True)
    assert (picked.picked_by, picked.picked_by_en) == ("张伟", "Zhang Wei")
    world.ship(delivery.id)
    gone, rest = card(world, delivery.id), card(world, world.deliveries(placed)[1].id)
    assert (gone.lines[0].shipped, gone.lines[0].open, gone.lines[0].available) == (30, 70, None)
    assert (gone.can_pick, gone.can_ship, gone.has_note) == (False, False, True)
    assert (rest.lines[0].before, rest.lines[0].quantity, rest.lines[0].available) == (30, 70, 20)


def test_what_others_have_reserved_is_not_available_and_boxes_count_as_boxes(world: World) -> None:
    world.order(parts("20"))
    mine = world.order(parts("2"), unit="box", factor="12")
    shown = card(world, world.deliveries(mine)[0].id)
    assert shown.lines[0].available == Decimal("2.5")


def test_an_item_made_to_order_has_no_stock_figure_and_a_missing_standard_item_has_none_left(
    world: World,
) -> None:
    made = world.order(parts("1"), item=world.custom)
    assert card(world, world.deliveries(made)[0].id).lines[0].available is None


def test_a_card_carries_address_references_and_prints(world: World) -> None:
    placed = world.order(parts("4"), note="请走 2 号门")
    delivery = world.deliveries(placed)[0]
    world.issue(delivery.id, "4")
    world.do(RecordPrint(delivery_id=delivery.id))
    world.do(RecordPrint(delivery_id=delivery.id, reason="湿了"))
    shown = card(world, delivery.id)
    assert shown.address == "江苏省苏州市吴中区金鸡湖路 8 号"
    assert (shown.phone, shown.po_number, shown.method) == ("139 0000 0001", "PO-77", "freight")
    assert (shown.notes, shown.site_name, shown.site_name_en) == (
        open_note("请走 2 号门"),
        "苏州仓",
        "Suzhou",
    )
    assert [(one.copy_no, one.person, one.reason) for one in shown.prints] == [
        (1, "张伟", ""),
        (2, "张伟", "湿了"),
    ]


def test_a_delivery_that_is_gone_has_no_card(world: World) -> None:
    assert card(world, world.customer) is None


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (
            {"province": "上海市", "city": "上海市", "district": "浦东新区", "rest": "祖冲之路 1 号"},
            "上海市浦东新区祖冲之路 1 号",
        ),
        ({"province": "Bavaria", "city": "Munich", "rest": "Main St 1"}, "Main St 1, Munich, Bavaria"),
        ({}, ""),
    ],
)
def test_an_address_is_written_as_its_country_writes_it(place: dict[str, str], text: str) -> None:
    assert place_text(place) == text
