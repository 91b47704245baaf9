"""Views of one's own: kept by name with find text, view and columns; renamed, deleted, and back again."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from orderdesk.errors import UserError
from orderdesk.services.reading.order_list import VIEWS
from orderdesk.ui.screens.orders.own_views import (
    MOST_VIEWS,
    OwnView,
    kept_form,
    read_views,
    renamed,
    with_view,
)
from tests.printing.pages import texts_of
from tests.services.approval_support import STANDARD, VIP, submitted
from tests.services.test_reading_orders import straight
from tests.support.desk import SampleDesk
from tests.support.windows import focused, press, type_text
from tests.ui.orders.conftest import World

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Open = Callable[..., World]

MINE = OwnView("mine", "pending", "hd", ("number", "total"))


def test_what_is_kept_comes_back_and_what_is_damaged_stays_out() -> None:
    assert read_views(kept_form((MINE,))) == (MINE,)
    kept = [
        *kept_form((MINE, MINE)), {"name": "", "view": "all", "text": "", "columns": []}, "x", 7,
        {"name": "odd", "view": "nowhere", "text": "", "columns": []},
        {"name": "odd", "view": "all", "text": 3, "columns": []},
    ]  # fmt: skip
    assert read_views(kept) == (MINE,)
    assert read_views(None) == ()
    assert read_views({"mine": 1}) == ()


def test_a_name_is_kept_once_and_never_taken_from_another() -> None:
    other = OwnView("  mine ", "all", "", ("number",))
    (kept,) = with_view((MINE,), other)
    assert (kept.name, kept.view) == ("mine", "all")
    views = with_view((MINE,), OwnView("second", "all", "", ()))
    assert [one.name for one in renamed(views, "second", "third")] == ["mine", "third"]
    assert renamed(views, "mine", "mine") == views
    many = tuple(OwnView(str(at), "all", "", ()) for at in range(MOST_VIEWS))
    for run in (
        lambda: renamed(views, "second", "mine"),
        lambda: renamed(views, "second", " "),
        lambda: with_view((), OwnView("", "all", "", ())),
        lambda: with_view(many, OwnView("one more", "all", "", ())),
    ):  # fmt: skip
        with pytest.raises(UserError):
            run()


def test_a_view_is_kept_chosen_renamed_deleted_and_brought_back_by_keys(
    sample: SampleDesk, open_world: Open
) -> None:
    waiting, done = submitted(sample), straight(sample)
    world = open_world()
    screen, views = world.screen, world.screen.bar.views
    screen.presenter.choose("pending")
    world.settle()
    press(Qt.Key.Key_S, CTRL | SHIFT)
    press(Qt.Key.Key_Return)
    assert world.said.startswith("A view of your own needs a name")
    type_text("my calls")
    press(Qt.Key.Key_Return)
    world.settle()
    assert focused() is screen.list.view
    assert (views.count(), views.currentText()) == (len(VIEWS) + 1, "my calls")
    screen.bar.show_view("all")
    screen._choose_view("all")
    world.settle()
    assert set(world.numbers) == {sample.number_of(waiting.id), sample.number_of(done)}
    views.setFocus()
    press(Qt.Key.Key_End)  # without its list
    world.settle()
    assert world.numbers == [sample.number_of(waiting.id)]
    screen.list.view.setFocus()
    press(Qt.Key.Key_F2, CTRL | SHIFT)
    type_text("late calls")
    press(Qt.Key.Key_Return)
    world.settle()
    assert views.currentText() == "late calls"
    press(Qt.Key.Key_Delete, CTRL | SHIFT)
    world.settle()
    assert views.count() == len(VIEWS)
    message = world.window.strip.message
    assert message is not None
    message.buttons[0].run()
    world.settle()
    assert views.itemText(views.count() - 1) == "late calls"
    kept: list[object] = []
    world.backend.read_preference("orders.views", kept.append)
    world.settle()
    assert [one.name for one in read_views(kept[0])] == ["late calls"]


def test_files_have_the_columns_on_show_and_run_no_cell(
    sample: SampleDesk, open_world: Open, tmp_path: Path
) -> None:
    """Threat A22: what a customer wrote as its PO number is text in every file."""
    hostile = "=HYPERLINK(1)"
    assert not sample.submit(sample.draft(STANDARD, ("A105", "2"), po_number=hostile)).is_refused
    straight(sample)
    world = open_world()
    world.screen.columns.choose_and_keep(("number", "po_number", "total"))
    for ending in ("csv", "xlsx", "pdf"):
        world.screen.export_to(tmp_path / f"orders.{ending}")
        world.settle()
        assert "orders are in" in world.said
    rows = list(csv.reader((tmp_path / "orders.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [len(row) for row in rows] == [4, 4, 4]
    assert "'" + hostile in {row[1] for row in rows[1:]}
    sheet = load_workbook(tmp_path / "orders.xlsx").worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    text = texts_of((tmp_path / "orders.pdf").read_bytes())
    assert len(text) == 1
    assert hostile in text[0]
    assert "Page 1 of 1" in text[0]
    assert VIP not in text[0]
