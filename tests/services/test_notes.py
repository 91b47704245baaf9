"""Delivery notes from the store: each part says ordered, before, now, open; a reprint says it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import insert, update

from orderdesk.errors import UserError
from orderdesk.models import CustomerItem, OrderLine, Setting
from orderdesk.services.notes import note_document, note_pdf
from orderdesk.wire.commands import RecordPrint
from tests.printing.pages import texts_of
from tests.services.test_delivering import THREE_PLACES
from tests.services.warehouse_world import World, open_world, parts


@pytest.fixture
def world(store_url: str) -> Iterator[World]:
    opened = open_world(store_url)
    opened.shelve("1000")
    yield opened
    opened.store.close()


def document(world: World, key, language="zh", copy_no=None):
    with world.looking() as connection:
        return note_document(connection, key, language, copy_no)


def figures(note) -> list[tuple]:
    return [(line.ordered, line.before, line.now, line.open) for line in note.lines]


def write(world: World, statement) -> None:
    with world.store.engine.begin() as connection:
        connection.execute(statement)


def test_each_part_of_a_line_prints_ordered_before_now_and_open(world: World) -> None:
    placed = world.order(parts("100"))
    expected = [("60", (100, 0, 60, 40)), ("25", (100, 60, 25, 15)), ("15", (100, 85, 15, 0))]
    for part, (quantity, row) in enumerate(expected, start=1):
        delivery = world.deliveries(placed)[-1]
        world.issue(delivery.id, quantity)
        note = document(world, delivery.id)
        assert figures(note) == [row]
        assert (note.number, note.part, note.is_partial) == (f"DN-K7M-{part}", part, True)
    # and the first one still says what was true when its goods left
    assert figures(document(world, "DN-K7M-1")) == [(100, 0, 60, 40)]


def test_three_places_get_three_notes_with_their_receivers_and_right_remainders(world: World) -> None:
    placed = world.order(THREE_PLACES)
    for delivery, part in zip(world.deliveries(placed), THREE_PLACES, strict=True):
        world.issue(delivery.id, str(part.quantity))
    notes = [document(world, f"{placed.number}/{part}") for part in (1, 2, 3)]
    assert [note.receiver for note in notes] == ["王芳", "赵强", "孙丽"]
    assert [note.ship_to for note in notes] == [
        f"江苏省{city}吴中区金鸡湖路 8 号" for city in ("苏州市", "无锡市", "常州市")
    ]
    assert [figures(note)[0] for note in notes] == [(100, 0, 40, 60), (100, 40, 35, 25), (100, 75, 25, 0)]


def test_a_note_names_all_partners_people_and_references(world: World) -> None:
    placed = world.order(parts("4"), note="请走 2 号门")
    delivery = world.deliveries(placed)[0]
    world.issue(delivery.id, "4")
    note = document(world, delivery.id)
    assert (note.company.name, note.customer_code, note.customer_name) == ("东方五金", "HD01", "宏达机械")
    assert (note.order_numbers, note.customer_po_numbers) == ((placed.number,), ("PO-77",))
    assert (note.entered_by, note.salesperson, note.site) == ("李娜", "陈静", "苏州仓")
    assert (note.delivery_method, note.note, note.delivery_date) == ("物流", "请走 2 号门", date(2026, 3, 9))
    assert (note.barcode, note.qr, note.is_draft, note.is_partial) == (
        "DN-K7M-1",
        placed.number,
        False,
        False,
    )


def test_an_english_note_shows_english_names_where_there_are_any(world: World) -> None:
    delivery = world.deliveries(world.order(parts("4")))[0]
    world.issue(delivery.id, "4")
    note = document(world, delivery.id, "en")
    assert (note.company.name, note.customer_name) == ("Dongfang Hardware", "Hongda Machinery")
    assert (note.site, note.entered_by, note.lines[0].name) == ("Suzhou", "Li Na", "Hex bolt")
    assert document(world, delivery.id, "both").lines[0].name == "六角螺栓"


def test_before_goods_issue_the_note_is_a_draft_with_what_is_picked_or_planned(world: World) -> None:
    placed = world.order(parts("100"), parts("8"))
    world.issue(world.deliveries(placed)[0].id, "60", "0")
    rest = world.deliveries(placed)[1]
    note = document(world, rest.id)
    assert (note.number, note.is_draft, note.barcode, note.delivery_date) == ("", True, "", date(2026, 3, 12))
    assert figures(note) == [(100, 60, 40, 0), (8, 0, 8, 0)]
    world.pick(rest.id, "30")
    assert figures(document(world, rest.id)) == [(100, 60, 30, 10), (8, 0, 8, 0)]
    world.pick(rest.id, "0", "0")
    assert figures(document(world, rest.id)) == [(100, 60, 0, 40), (8, 0, 0, 8)]


def test_what_did_not_come_along_is_not_on_the_note(world: World) -> None:
    placed = world.order(parts("4"), parts("6"))
    delivery = world.deliveries(placed)[0]
    world.issue(delivery.id, "0", "6")
    assert [(line.position, line.now) for line in document(world, delivery.id).lines] == [(1, 6)]


def test_two_schedule_lines_of_one_order_line_are_one_row(world: World) -> None:
    placed = world.order(parts("4", "6"))
    delivery = world.deliveries(placed)[0]
    world.issue(delivery.id, "4", "5")
    assert figures(document(world, delivery.id)) == [(10, 0, 9, 1)]


def test_a_second_number_of_the_customer_for_an_item_does_not_double_the_row(world: World) -> None:
    for number in ("KH-2", "KH-1"):
        row = {"customer_id": world.customer, "number": number, "item_id": world.item, "name": ""}
        write(world, insert(CustomerItem).values(row))
    delivery = world.deliveries(world.order(parts("4")))[0]
    line = document(world, delivery.id).lines[0]
    assert (line.now, line.customer_item) == (4, "KH-1")


def test_a_reprint_differs_from_the_original_only_by_its_mark_and_stamp(world: World) -> None:
    placed = world.order(parts("100"))
    delivery = world.deliveries(placed)[0]
    world.issue(delivery.id, "60")
    world.do(RecordPrint(delivery_id=delivery.id))
    original = document(world, delivery.id)
    assert (original.copy_no, original.printed_by) == (1, "张伟")
    assert original.printed_at == "2026年3月9日 10:00 (UTC+08:00)"
    world.issue(world.deliveries(placed)[1].id, "40")
    world.do(RecordPrint(delivery_id=delivery.id, reason="湿了"), world.clerk)
    again = document(world, delivery.id)
    assert (again.copy_no, again.is_reprint, again.printed_by) == (2, True, "李娜")
    assert figures(again) == figures(original)
    assert document(world, delivery.id, copy_no=1) == original


def test_prices_show_only_where_the_setting_says_so_and_parts_sum_to_the_line(world: World) -> None:
    placed = world.order(parts("7"))
    first = world.deliveries(placed)[0]
    world.issue(first.id, "3")
    note = document(world, first.id)
    assert (note.shows_prices, note.total) == (False, None)
    write(world, insert(Setting).values(key="note.shows_prices", value="yes"))
    write(
        world,
        update(OrderLine).values(
            amount_gross=Decimal("23.72"), tax=Decimal("2.73"), amount_net=Decimal("20.99")
        ),
    )
    world.issue(world.deliveries(placed)[1].id, "4")
    notes = [document(world, row.id) for row in world.deliveries(placed)]
    assert [note.total for note in notes] == [Decimal("10.17"), Decimal("13.55")]
    assert sum(note.total for note in notes) == Decimal("23.72")
    assert notes[0].lines[0].unit_price == Decimal("3.3886")  # what a discount of the order left of 3.39


@pytest.mark.parametrize("key", ["DN-K7M-9", "SO-K7M-000001/2", "SO-K7M-000001/x", "", "/", "nonsense"])
def test_a_delivery_that_does_not_exist_is_said_so(world: World, key: str) -> None:
    world.order(parts("4"))
    with pytest.raises(UserError) as caught:
        document(world, key)
    assert caught.value.code == "problem.delivery.unknown"


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_pdf_carries_the_figures_as_text(world: World, language) -> None:
    placed = world.order(parts("100"))
    delivery = world.deliveries(placed)[0]
    world.issue(delivery.id, "60")
    with world.looking() as connection:
        rendered = note_pdf(connection, delivery.id, language)
    assert (rendered.pages, rendered.warnings) == (1, ())
    (text,) = texts_of(rendered.pdf)
    for expected in ("DN-K7M-1", placed.number, "BOLT", "100", "60", "40"):
        assert expected in text
