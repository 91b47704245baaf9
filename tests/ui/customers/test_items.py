"""Items in their window: found, opened, changed and saved by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.whole_records import item_by_id
from orderdesk.ui.records.list_page import ListPage
from tests.support.desk import SampleDesk
from tests.support.windows import focused, press, type_text
from tests.ui.customers.conftest import World

CTRL = Qt.KeyboardModifier.ControlModifier
A105 = sample_id("item", "A105")

Open = Callable[..., World]


def test_an_item_is_found_by_barcode_changed_and_saved(sample: SampleDesk, open_world: Open) -> None:
    world = open_world("zhangwei")
    screen = world.open_list("items")
    assert len(screen.list.view.rows_model.rows) == len(sample.desk().items)
    type_text("6904102001078")
    press(Qt.Key.Key_Return)
    world.settle()
    record = world.record
    assert (record.document_key(), record.title()) == (A105, "Oak table 140")
    tab = record.findChild(QToolButton, "item.units.tab")
    assert isinstance(tab, QToolButton)
    assert tab.text() == "Units and barcodes  1"  # it has a barcode and no other unit
    record.go_to("floor_price")
    type_text("880*0.9")
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    with sample.store.reading() as connection:
        found = item_by_id(connection, A105)
    assert found is not None
    assert found.record.floor_price == Decimal(792)
    seen = []
    for _ in record.pages_by_id():
        press(Qt.Key.Key_PageDown, CTRL)
        world.settle()
        seen.append(record.page.page_id)
        assert record.page.isAncestorOf(focused())
    assert len(set(seen)) == 8
    stock = record.pages_by_id()["item.stock"]
    assert isinstance(stock, ListPage)
    assert {row.code for row in stock.rows} == {"PD", "SZ"}
    aliases = record.pages_by_id()["item.aliases"]
    assert isinstance(aliases, ListPage)
    record.turn_to("item.aliases")
    press(Qt.Key.Key_Return)  # opens the customer of the first alias
    world.settle()
    assert world.record.screen_id == "customer"


def test_stopped_items_have_a_view_of_their_own(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    record = world.open_record("item", A105)
    assert record.run_action("record.stop")
    world.settle()
    screen = world.open_list("items")
    assert A105 not in {row.id for row in screen.list.view.rows_model.rows}
    screen.choose("stopped")
    assert [row.id for row in screen.list.view.rows_model.rows] == [A105]
    press(Qt.Key.Key_F3)
    type_text("nothing such")
    assert screen.list.is_empty
