"""The usual basket (F7): quantities down one column, what was never touched is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Item, ItemUnit
from orderdesk.ui.language import language
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.wire.drafts import MAX_LINES, LineDraft
from tests.support.desk import SampleDesk
from tests.support.windows import focused, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk, close_entry_desk, open_entry_desk
from tests.ui.entry.past import HUADONG, past_order, with_past
from tests.ui.entry.test_presenter import Services, View

BASKET = ["B210", "C330", "A105", "B211", "C345", "K920", "C340", "F625"]
F7 = Qt.Key.Key_F7


def typical(presenter: EntryPresenter, code: str) -> Any:
    return next(row for row in presenter.basket.rows if row.known.code == code)


@pytest.fixture
def presenter(sample_here: SampleDesk) -> EntryPresenter:
    made = EntryPresenter(Services(with_past(sample_here)), View())
    made.start()
    made.customer_chosen(HUADONG)
    return made


def opened(presenter: EntryPresenter) -> EntryPresenter:
    assert presenter.basket.read(lambda: None, presenter.fault)
    return presenter


def lines_of(presenter: EntryPresenter) -> list[Any]:
    return [(line.typed_code, line.quantity, line.unit) for line in presenter.draft.lines]


# ── without a window ───────────────────────────────────────────────────────────────────────────────


def test_without_a_customer_there_is_no_basket_to_read(sample_here: SampleDesk) -> None:
    made = EntryPresenter(Services(sample_here), View())
    assert not made.basket.read(lambda: None, made.fault)
    assert made.basket.rows == ()


def test_rows_touched_become_lines_in_one_named_step_and_the_others_are_dropped(
    presenter: EntryPresenter,
) -> None:
    opened(presenter)
    assert [row.known.code for row in presenter.basket.rows] == BASKET
    presenter.basket.typed(0, "24")
    presenter.basket.toggle(2)
    presenter.basket.typed(4, "2 pack")
    assert presenter.basket.count == 3
    assert presenter.basket.take()
    assert lines_of(presenter) == [("B210", 24, "把"), ("A105", 12, "张"), ("C345", 2, "包")]
    assert presenter.undo_code == "entry.undo.basket"
    assert presenter.undo()
    assert presenter.draft.lines == ()
    assert presenter.redo()
    assert len(presenter.draft.lines) == 3


def test_a_row_is_given_back_by_nought_by_nothing_and_by_the_same_key(presenter: EntryPresenter) -> None:
    opened(presenter)
    presenter.basket.typed(1, "2 carton")
    assert (typical(presenter, "C330").taken, typical(presenter, "C330").unit) == (24, "瓶")
    presenter.basket.typed(1, "0")
    assert (typical(presenter, "C330").taken, typical(presenter, "C330").quantity) == (None, 12)
    assert typical(presenter, "C330").unit == "瓶"
    presenter.basket.toggle(1)
    presenter.basket.toggle(1)
    presenter.basket.typed(1, "+6")
    assert typical(presenter, "C330").taken == 18
    presenter.basket.typed(1, "  ")
    assert presenter.basket.count == 0


def test_rubbish_is_refused_in_words_and_changes_nothing(presenter: EntryPresenter) -> None:
    opened(presenter)
    for text in ("x", "-3", "9" * 400, "2 m³", "1e9", "\x00"):
        assert not presenter.basket.can_take(0, text), text
    assert presenter.basket.count == 0
    assert presenter.basket.can_take(0, "２４")


def test_all_rows_are_taken_at_once_but_a_typed_one_stays_as_typed(presenter: EntryPresenter) -> None:
    opened(presenter)
    presenter.basket.typed(0, "7")
    presenter.basket.take_all()
    presenter.basket.take()
    assert [code for code, _, _ in lines_of(presenter)] == BASKET
    assert lines_of(presenter)[0][1] == 7
    assert lines_of(presenter)[1][1] == 12


def test_what_is_no_longer_sold_is_shown_but_never_taken(sample_here: SampleDesk) -> None:
    sample = with_past(sample_here)
    past_order(sample, "1", "C1001", date(2026, 3, 1), ("C331", "2", "214.50"))
    with sample.store.writing() as session:
        session.execute(update(Item).where(Item.code == "K920").values(active=False))
        session.execute(
            update(ItemUnit).where(ItemUnit.item_id == sample_id("item", "C331")).values(unit="罐")
        )
        session.execute(update(Item).where(Item.code == "C331").values(unit="罐", sales_unit="罐"))
        session.commit()
    made = EntryPresenter(Services(sample), View())
    made.customer_chosen(HUADONG)
    opened(made)
    gone, oil = typical(made, "K920"), typical(made, "C331")
    assert (gone.is_sold, gone.quantity, oil.is_sold, oil.usual, oil.unit) == (False, None, True, None, "罐")
    made.basket.take_all()
    made.basket.toggle(made.basket.rows.index(typical(made, "K920")))
    assert typical(made, "K920").taken is None
    assert typical(made, "C331").taken is None
    made.basket.typed(made.basket.rows.index(typical(made, "C331")), "3")
    made.basket.take()
    assert ("C331", 3, "罐") in lines_of(made)
    assert not [line for line in lines_of(made) if line[0] == "K920"]


def test_the_row_says_how_much_stands_on_the_order_already(presenter: EntryPresenter) -> None:
    oil = sample_id("item", "C330")
    ids = presenter.services.ids
    lines = (
        LineDraft(id=ids.new(), item_id=oil, quantity=Decimal(2), unit="箱"),
        LineDraft(id=ids.new(), item_id=oil, quantity=Decimal(1)),
        LineDraft(id=ids.new(), item_id=oil),
    )
    presenter.change("paste", presenter.draft.model_copy(update={"lines": lines}))
    opened(presenter)
    assert typical(presenter, "C330").on_order == 25
    assert typical(presenter, "B210").on_order is None


def test_what_was_touched_stays_until_taken_and_belongs_to_one_order_and_customer(
    presenter: EntryPresenter,
) -> None:
    opened(presenter)
    presenter.basket.typed(0, "5")
    opened(presenter)
    assert presenter.basket.count == 1
    presenter.customer_chosen(sample_id("customer", "C1002"))
    assert not presenter.basket.is_known
    opened(presenter)
    assert presenter.basket.count == 0
    assert [row.known.code for row in presenter.basket.rows] == ["C330", "B235", "A105", "E530"]


def test_an_order_without_room_takes_none_of_the_rows(presenter: EntryPresenter) -> None:
    ids = presenter.services.ids
    lines = tuple(LineDraft(id=ids.new()) for _ in range(MAX_LINES - 1))
    presenter.change("paste", presenter.draft.model_copy(update={"lines": lines}))
    opened(presenter)
    presenter.basket.take_all()
    assert not presenter.basket.take()
    assert len(presenter.draft.lines) == MAX_LINES - 1
    assert presenter.basket.count == len(BASKET)


# ── in the window ──────────────────────────────────────────────────────────────────────────────────


class HeldReads:
    """Holds the answers of a backend's reads back until they are released."""

    def __init__(self, desk: EntryDesk, monkeypatch: pytest.MonkeyPatch) -> None:
        self._waiting: list[Callable[[], None]] = []
        read = desk.backend.read

        def held(work: Any, done: Callable[[Any], None], failed: Any = None) -> None:
            read(work, lambda value: self._waiting.append(lambda: done(value)), failed)

        monkeypatch.setattr(desk.backend, "read", held)

    def release(self) -> None:
        waiting, self._waiting = self._waiting, []
        for run in waiting:
            run()


@pytest.fixture
def past_desk(qtbot: QtBot, sample_here: SampleDesk, tmp_path: Path) -> Iterator[EntryDesk]:
    opened_desk = open_entry_desk(qtbot, with_past(sample_here), tmp_path)
    yield opened_desk
    close_entry_desk(opened_desk)


def test_five_quantities_down_and_submit_are_a_whole_order(past_desk: EntryDesk) -> None:
    """K1 basket: at most 30 keys."""
    keys = 0
    type_text("hdjj")
    press(ENTER)
    press(F7)
    keys += 1 + 4 + 1 + 1  # with Ctrl+N
    past_desk.idle()
    assert past_desk.place == "entry.basket.rows"
    assert past_desk.screen.memory.basket.part.sum.text() == "0 of 8 taken"
    for quantity in ("36", "12", "8", "24", "20"):
        type_text(quantity)
        press(ENTER)
        keys += len(quantity) + 1
    past_desk.submit()
    keys += 1
    assert keys <= 30
    (order,) = past_desk.orders()[-1:]
    assert order[1] == "released"
    assert [(code, int(quantity)) for code, quantity in order[2]] == [
        ("B210", 36), ("C330", 12), ("A105", 8), ("B211", 24), ("C345", 20),
    ]  # fmt: skip
    assert not past_desk.screen.memory.is_open


def test_keys_that_come_before_the_basket_does_are_played_in_their_order(
    past_desk: EntryDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    past_desk.choose_customer()
    held = HeldReads(past_desk, monkeypatch)
    press(F7)
    for quantity in ("36", "12"):
        type_text(quantity)
        press(ENTER)
    press(Qt.Key.Key_Down)
    type_text("9")
    press(ENTER, CTRL)
    past_desk.idle()
    assert past_desk.screen.presenter.draft.lines == ()
    held.release()
    past_desk.idle()
    held.release()
    (order,) = past_desk.orders()[-1:]
    assert [(code, int(quantity)) for code, quantity in order[2]] == [("B210", 36), ("C330", 12), ("B211", 9)]


def test_rows_are_walked_marked_and_taken_without_the_mouse(past_desk: EntryDesk) -> None:
    past_desk.choose_customer()
    press(F7)
    past_desk.idle()
    grid = past_desk.screen.memory.basket.part.grid
    type_text("x")
    press(ENTER)
    assert grid.editor() is not None
    assert "not a number" in past_desk.said
    press(F7)
    assert past_desk.screen.memory.basket.is_open  # a quantity that cannot be read keeps it open
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Delete, CTRL)  # there is no line to delete here
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert past_desk.place == (0, "code")
    press(F7)
    past_desk.idle()
    assert past_desk.screen.memory.basket.part.sum.text() == "1 of 8 taken"
    grid.go_to(7, "quantity")
    press(ENTER)  # past the last row
    past_desk.idle()
    assert past_desk.place == (1, "code")
    assert past_desk.cell(0, "quantity") == "48"
    assert past_desk.said == "1 line taken from the usual basket."
    press(Qt.Key.Key_Z, CTRL)
    assert past_desk.screen.presenter.draft.lines == ()


def test_a_customer_who_never_bought_is_said_so_and_nobody_chosen_too(past_desk: EntryDesk) -> None:
    assert "basket.open" not in past_desk.screen.actions()
    past_desk.choose_customer("C3004")
    assert "basket.open" in past_desk.screen.actions()
    press(F7)
    past_desk.idle()
    assert past_desk.place == (0, "code")
    assert past_desk.said.startswith("There is no usual basket")
    language().switch_to("zh")
    assert past_desk.said.startswith("没有常购清单")


def test_the_basket_speaks_both_languages_while_it_is_open(past_desk: EntryDesk) -> None:
    past_desk.choose_customer()
    press(F7)
    past_desk.idle()
    language().switch_to("zh")
    panel = past_desk.screen.memory.basket.part
    assert (panel.title.text(), panel.sum.text()) == ("常购清单", "已选 0 / 8 项")
    assert focused() is panel.grid
    model = panel.grid.rows_model
    assert model.index(0, model.column_of("item")).data() == "胡桃木餐椅 灰色 · 480×520×830"
