"""The warehouse in a real window on a real store, keyed by real keys."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.warehouse import delivery_card, delivery_rows
from orderdesk.ui.backend import Backend
from orderdesk.ui.editors import NumberEdit
from orderdesk.ui.language import language
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screen import Area, Person
from orderdesk.ui.screens.warehouse.screen import WarehouseScreen
from orderdesk.ui.theme import theme
from orderdesk.wire.commands import PickDelivery, PickedLine
from tests.printing.pages import texts_of
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import commit, compose, focused, press, show, type_text

ITEMS = (("A105", "6"), ("B210", "4"))


class Warehouse:
    """The window with the warehouse in it, and short ways to look at it."""

    def __init__(self, qtbot: QtBot, sample: SampleDesk, tmp_path: Path) -> None:
        self.qtbot = qtbot
        self.sample = sample
        self.backend = Backend(sample.store, sample.door, sample.ports, tmp_path, "test")
        with qtbot.waitSignal(self.backend.ready, timeout=5000):
            self.backend.start()
        worker = sample_id("person", "zhaoqiang")
        self.backend.set_person(worker)
        roles = frozenset({"warehouse"})
        area = Area("warehouse", "ui.area.warehouse", "truck", self._make, roles, roles)
        self.window = MainWindow((area,))
        self.window.set_person(Person(worker, "赵强", roles))
        self.window.resize(1366, 768)
        show(qtbot, self.window)
        self.screen.first_focus()
        self.settle()

    def _make(self, key: object | None, parent: QWidget) -> WarehouseScreen:
        return WarehouseScreen(self.backend, key, parent)

    @property
    def screen(self) -> WarehouseScreen:
        found = self.window.current_screen
        assert isinstance(found, WarehouseScreen)
        return found

    @property
    def message(self) -> str:
        message = self.window.strip.message
        return message.text if message is not None else ""

    @property
    def question(self) -> str:
        question = self.screen.detail.question.question
        return question.text if question is not None else ""

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        type_text(text)
        self.settle()

    def cell(self, row: int, key: str) -> str:
        model = self.screen.detail.model
        text: str = model.data(model.index(row, model.column_of(key)))
        return text

    def listed(self) -> list[str]:
        return [f"{row.label} {row.state}" for row in self.screen.list.model.rows]

    def lines(self, label: str) -> list[Any]:
        with self.sample.store.reading() as connection:
            rows = delivery_rows(connection, states=("planned", "picking", "packed", "shipped"))
            card = delivery_card(connection, next(row.id for row in rows if row.label == label))
        assert card is not None
        return list(card.lines)


@pytest.fixture
def sample(sample_sqlite_url: str) -> SampleDesk:
    return open_sample_desk(sample_sqlite_url)


@pytest.fixture
def label(sample: SampleDesk) -> str:
    """A small order went straight through: its first part waits."""
    outcome = sample.submit(sample.draft("C1002", *ITEMS, po_number="PO-1"))
    assert not outcome.is_refused, outcome.problems
    with sample.store.reading() as connection:
        (row,) = delivery_rows(connection)
    return row.label


@pytest.fixture
def warehouse(qtbot: QtBot, sample: SampleDesk, label: str, tmp_path: Path) -> Iterator[Warehouse]:
    opened = Warehouse(qtbot, sample, tmp_path)
    yield opened
    opened.window.close()
    opened.backend.stop()


def test_the_list_shows_what_is_to_be_shipped_and_the_lines_of_its_first_row(
    warehouse: Warehouse, label: str
) -> None:
    assert warehouse.listed() == [f"{label} planned"]
    assert [warehouse.cell(row, "planned") for row in (0, 1)] == ["6", "4"]
    assert [warehouse.cell(row, "picked") for row in (0, 1)] == ["", ""]
    assert focused() is warehouse.screen.list.grid
    assert warehouse.window.key_bar.action_ids[:2] == ("help", "warehouse.pick")


def test_enter_opens_the_picked_cell_with_the_planned_quantity_and_enter_takes_it(
    warehouse: Warehouse, label: str
) -> None:
    warehouse.key(Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, NumberEdit)
    assert (editor.text(), editor.selectedText()) == ("6", "6")
    warehouse.key(Qt.Key.Key_Enter)
    assert [line.picked for line in warehouse.lines(label)] == [6, 0]
    editor = focused()
    assert isinstance(editor, NumberEdit)
    assert editor.text() == "4"


def test_a_part_is_picked_shipped_and_its_rest_is_the_next_part_by_keys_alone(
    warehouse: Warehouse, label: str
) -> None:
    warehouse.key(Qt.Key.Key_Return)
    warehouse.type("5")
    warehouse.key(Qt.Key.Key_Return)
    assert warehouse.question == "Line 1, A105: 5 of 6 pc found. Why?"
    warehouse.type("1")
    warehouse.key(Qt.Key.Key_Return)
    assert [(line.picked, line.short_reason) for line in warehouse.lines(label)] == [(5, "damaged"), (4, "")]
    assert focused() is warehouse.screen.list.grid
    warehouse.type("+")
    order = label.partition("/")[0]
    assert warehouse.question == f"Ship part 1 of {order}: 2 lines, 1 of them short?"
    warehouse.key(Qt.Key.Key_Return)
    number = f"DN-{warehouse.sample.store.store_code}-1"
    assert warehouse.message.startswith(f"Shipped part 1 as {number}. 1 pc remain")
    assert warehouse.listed() == [f"{label} shipped", f"{order}/2 planned"]
    assert warehouse.screen.list.grid.current_row() == 0


def test_keys_that_come_faster_than_the_store_answers_are_not_lost(warehouse: Warehouse, label: str) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return):
        press(key)
    type_text("+")
    press(Qt.Key.Key_Return)
    warehouse.settle()
    assert [line.shipped for line in warehouse.lines(label)] == [6, 4]
    assert warehouse.message.endswith("Nothing remains of it.")


def test_ctrl_enter_takes_an_open_editor_first(warehouse: Warehouse, label: str) -> None:
    warehouse.key(Qt.Key.Key_Return)
    warehouse.type("2")
    warehouse.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert warehouse.question == "Line 1, A105: 2 of 6 pc found. Why?"
    warehouse.type("3")
    assert warehouse.lines(label)[0].picked == 2


def test_a_figure_beyond_the_plan_stays_in_the_editor_and_says_what_can_be(
    warehouse: Warehouse, label: str
) -> None:
    warehouse.key(Qt.Key.Key_Return)
    warehouse.type("7")
    warehouse.key(Qt.Key.Key_Return)
    assert warehouse.message == "A105: enter a figure from 0 to 6."
    editor = focused()
    assert isinstance(editor, NumberEdit)
    assert (editor.text(), editor.property("problem")) == ("7", "block")
    assert warehouse.lines(label)[0].picked == 0


def test_escape_leaves_question_then_editor_then_lines(warehouse: Warehouse) -> None:
    warehouse.key(Qt.Key.Key_Return)
    warehouse.type("5")
    warehouse.key(Qt.Key.Key_Return)
    warehouse.key(Qt.Key.Key_Escape)
    assert warehouse.question == ""
    assert isinstance(focused(), NumberEdit)
    warehouse.key(Qt.Key.Key_Escape)
    assert focused() is warehouse.screen.detail.grid
    warehouse.key(Qt.Key.Key_Escape)
    assert focused() is warehouse.screen.list.grid


def test_leaving_a_line_by_tab_or_arrow_books_nothing(warehouse: Warehouse, label: str) -> None:
    warehouse.key(Qt.Key.Key_Return)
    warehouse.key(Qt.Key.Key_Down)
    warehouse.key(Qt.Key.Key_Tab)
    assert [line.picked for line in warehouse.lines(label)] == [0, 0]


def test_what_another_desk_picks_shows_without_closing_the_open_editor(
    warehouse: Warehouse, label: str
) -> None:
    warehouse.key(Qt.Key.Key_Return)
    warehouse.type("3")
    editor = focused()
    lines = warehouse.lines(label)
    with warehouse.sample.store.reading() as connection:
        delivery = delivery_rows(connection)[0].id
    entry = PickedLine(delivery_line_id=lines[1].id, picked=Decimal(4))
    warehouse.sample.do(PickDelivery(delivery_id=delivery, lines=(entry,)), "zhaoqiang")
    warehouse.settle()
    assert warehouse.cell(1, "picked") == "4"
    assert focused() is editor
    assert isinstance(editor, NumberEdit)
    assert editor.text() == "3"


def test_letters_act_in_the_list_only_and_not_through_the_input_method(warehouse: Warehouse) -> None:
    assert not warehouse.screen.list.grid.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    warehouse.key(Qt.Key.Key_F3)
    warehouse.type("n")
    assert warehouse.screen.list.find_box.text() == "n"
    compose("mei")
    press(Qt.Key.Key_Return)  # the input method's own
    commit("美家")
    warehouse.settle()
    assert warehouse.screen.list.find_box.text() == "n美家"
    assert warehouse.listed() == []
    assert "n美家" in warehouse.screen.list.empty.text()
    warehouse.key(Qt.Key.Key_Escape)
    assert len(warehouse.listed()) == 1
    assert focused() is warehouse.screen.list.grid


def test_n_shows_the_note_pages_turn_zoom_fits_and_escape_goes_back(warehouse: Warehouse) -> None:
    warehouse.type("n")
    paper = warehouse.screen.papers.preview
    assert paper.isVisible()
    assert paper.shown is not None
    assert (paper.shown.is_draft, paper.page, paper.place.text()) == (True, 1, "Page 1 of 1")
    assert paper.view.image is not None
    actual = paper.view.page_size
    assert (actual.width(), actual.height()) == (793, 1123)
    paper.zooms.buttons()[1].click()
    warehouse.settle()
    whole = paper.view.page_size
    assert whole.height() <= paper.view.height()
    assert paper.view.image.height() == pytest.approx(whole.height(), abs=2)
    warehouse.key(Qt.Key.Key_Escape)
    assert not paper.isVisible()
    assert focused() is warehouse.screen.list.grid


def test_without_a_printer_the_paper_says_so_and_offers_the_file(warehouse: Warehouse) -> None:
    warehouse.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    paper = warehouse.screen.papers.preview
    assert not paper.can_print
    assert "No printer" in paper.no_printer.whole_text
    assert focused() is paper.save
    assert "print" not in warehouse.window.key_bar.action_ids


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_on_the_way_on_from_the_paper_takes_it(warehouse: Warehouse, key: Qt.Key) -> None:
    warehouse.type("n")
    assert focused() is warehouse.screen.papers.preview.save
    with warehouse.qtbot.waitSignal(warehouse.screen.papers.preview.save_asked):
        press(key)


def test_tab_goes_through_the_lines_and_out_of_them(warehouse: Warehouse) -> None:
    grid = warehouse.screen.detail.grid
    warehouse.key(Qt.Key.Key_Return)
    for _ in range(len(ITEMS)):
        press(Qt.Key.Key_Tab)
    assert focused() is not grid
    assert not grid.isAncestorOf(focused())
    grid.setFocus()
    for _ in range(len(ITEMS)):
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is not grid


def test_the_paper_can_be_had_in_another_language(warehouse: Warehouse) -> None:
    warehouse.type("n")
    paper = warehouse.screen.papers.preview
    assert paper.languages.currentText() == "English"
    paper.languages.setFocus()
    warehouse.key(Qt.Key.Key_Up)
    assert paper.shown is not None
    assert paper.shown.language == "zh"
    assert "美家家居" in texts_of(paper.shown.pdf)[0]
    assert focused() is paper.languages


def test_everything_is_said_in_the_other_language_at_once(warehouse: Warehouse) -> None:
    warehouse.key(Qt.Key.Key_Return)
    warehouse.type("5")
    warehouse.key(Qt.Key.Key_Return)
    language().switch_to("zh")
    assert warehouse.question == "第 1 行 A105：应拣 6 张，实拣 5。原因是？"
    assert warehouse.screen.title() == "仓库"
    assert warehouse.screen.detail.customer.whole_text == "美家家居"
    assert warehouse.cell(0, "item").startswith("橡木餐桌 140")
    assert warehouse.screen.list.modes.buttons()[0].text() == "待发货"


@pytest.mark.parametrize("scale", [100, 200])
def test_at_every_text_size_the_picked_column_is_in_sight_and_a_question_leaves_room_for_its_line(
    warehouse: Warehouse, qapp: QApplication, scale: int
) -> None:
    theme().apply(qapp, "light", scale)
    warehouse.settle()
    warehouse.key(Qt.Key.Key_Return)
    warehouse.type("5")
    warehouse.key(Qt.Key.Key_Return)
    grid = warehouse.screen.detail.grid
    cell = grid.visualRect(grid.rows_model.index(0, grid.rows_model.column_of("picked")))
    assert grid.viewport().rect().contains(cell)
    assert (
        warehouse.screen.detail.question.height()
        >= warehouse.screen.detail.question.minimumSizeHint().height()
    )
