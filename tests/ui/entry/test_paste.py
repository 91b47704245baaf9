"""Rows pasted into the lines: one step, a verdict for each, and a way to each that needs somebody."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from orderdesk.ui.language import language
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk
from tests.ui.entry.test_presenter import HUADONG, closed_store, presenter, services, view_of

__all__ = ["closed_store", "presenter", "services"]

SHEET = "A105\t12\nB2I0\t48\nC330\tmany\nD410\t1\n"
COLUMNS = ["code", "item", "quantity", "unit", "price", "source", "discount", "amount", "deliver", "stock"]


def paste(text: str) -> None:
    """Paste by key, as from another program."""
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CTRL)
    QCoreApplication.processEvents()


def typed_lines(desk: EntryDesk) -> list[tuple[str, Decimal | None, bool]]:
    """Return code, quantity and whether the item is known, line by line."""
    lines = desk.screen.presenter.draft.lines
    return [(line.typed_code, line.quantity, line.item_id is not None) for line in lines]


@pytest.mark.parametrize(("name", "said"), [("en", "4 rows, 2 need you"), ("zh", "共 4 行，2 行需要处理")])
def test_good_rows_stay_and_bad_ones_become_provisional(desk: EntryDesk, name: str, said: str) -> None:
    language().switch_to("zh" if name == "zh" else "en")
    desk.choose_customer()
    paste(SHEET)
    assert typed_lines(desk) == [
        ("A105", Decimal(12), True),
        ("B2I0", Decimal(48), False),
        ("C330", None, True),
        ("D410", Decimal(1), True),
    ]
    assert [row.provisional for row in desk.screen.presenter.rows()[:4]] == [False, True, True, False]
    assert desk.said == said
    assert desk.place == (4, "code")


def test_a_paste_is_one_step(desk: EntryDesk) -> None:
    desk.choose_customer()
    paste(SHEET)
    press(Qt.Key.Key_Z, CTRL)
    assert typed_lines(desk) == []
    press(Qt.Key.Key_Y, CTRL)
    assert len(typed_lines(desk)) == 4


def test_rows_go_in_before_the_line_with_the_cursor(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"), ("B210", "8"))
    desk.go(1, "code")
    paste("C330\t6\nD410\t1")
    assert [code for code, _, _ in typed_lines(desk)] == ["A105", "C330", "D410", "B210"]


def test_one_value_goes_into_its_cell_as_if_it_were_typed(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"))
    desk.go(0, "quantity")
    paste("24\n")
    press(ENTER)
    assert typed_lines(desk) == [("A105", Decimal(24), True)]


def test_a_column_of_quantities_fills_the_lines_that_are_there(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"), ("B210", "8"))
    desk.go(0, "quantity")
    paste("12\n48\n")
    assert typed_lines(desk) == [("A105", Decimal(12), True), ("B210", Decimal(48), True)]
    press(Qt.Key.Key_Z, CTRL)
    assert typed_lines(desk) == [("A105", Decimal(2), True), ("B210", Decimal(8), True)]


def test_the_strip_leads_from_one_bad_line_to_the_next(presenter) -> None:
    presenter.customer_chosen(HUADONG)
    presenter.pasting.paste(SHEET, 0, COLUMNS)
    view = view_of(presenter)
    assert view.said[-1] == "quick.paste.need"
    presenter.pasting.review()
    presenter.pasting.review()
    assert view.places[-2:] == [(1, "code"), (2, "quantity")]
    assert view.said[-2:] == ["entry.paste.why", "entry.paste.why"]


def test_a_key_leads_to_what_is_still_to_be_put_right(desk: EntryDesk) -> None:
    desk.choose_customer()
    paste(SHEET)
    desk.go(1, "code")
    type_text("B210")
    press(ENTER)
    press(Qt.Key.Key_F8, CTRL)
    assert desk.place == (2, "quantity")
    assert desk.said.startswith("Line 3: ")
    assert "problem.next" not in desk.screen.actions()


def test_a_text_without_rows_for_which_there_is_room_is_refused_whole(
    presenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orderdesk.ui.screens.entry.paste_commands.MAX_LINES", 3)
    presenter.pasting.paste(SHEET, 0, COLUMNS)
    assert presenter.draft.lines == ()
    assert view_of(presenter).said[-1] == "entry.paste.full"
