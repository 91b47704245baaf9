"""Earlier orders (Shift+F7): copied whole or by single lines at today's prices; what is other is listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Item, Order
from orderdesk.ui.language import language
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.ui.screens.entry.wording import problem_words
from orderdesk.wire.drafts import open_note
from tests.support.desk import SampleDesk
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk, close_entry_desk, open_entry_desk
from tests.ui.entry.past import HUADONG, past_order, with_past
from tests.ui.entry.test_presenter import Services, View

F7 = Qt.Key.Key_F7
NUMBERS = [
    "SO-2602-041", "SO-2602-008", "SO-2601-033", "SO-2512-019", "SO-2511-027", "SO-2510-012", "SO-2509-044",
    "SO-2508-031",
]  # fmt: skip


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language().switch_to("en")
    yield
    language().switch_to("en")


def on_screen(sample: SampleDesk, customer: str = "C1001") -> EntryPresenter:
    made = EntryPresenter(Services(sample), View())
    made.start()
    made.customer_chosen(sample_id("customer", customer))
    return made


@pytest.fixture
def presenter(sample_here: SampleDesk) -> EntryPresenter:
    made = on_screen(with_past(sample_here))
    assert made.earlier.read(lambda: None, made.fault)
    return made


def copy(presenter: EntryPresenter, number: str) -> None:
    order_id = next(row.id for row in presenter.earlier.rows if row.number == number)
    presenter.earlier.copy(order_id, lambda: None, presenter.fault)


def lines(presenter: EntryPresenter) -> list[tuple[str, int]]:
    items = presenter.desk.items
    return [
        (items[line.item_id].code, int(line.quantity or 0))
        for line in presenter.draft.lines
        if line.item_id is not None
    ]


def listed(presenter: EntryPresenter) -> list[tuple[str, str]]:
    found = presenter.earlier.problems()
    return [(one.path, problem_words(one, presenter.draft, presenter.desk)) for one in found]


# ── without a window ───────────────────────────────────────────────────────────────────────────────


def test_orders_come_newest_first_and_page_by_page(sample_here: SampleDesk) -> None:
    for at in range(1, 121):
        past_order(sample_here, f"X{at:03}", "C3004", date(2025, 1, 1 + at % 28), ("C330", "1", "52"))
    made = on_screen(sample_here, "C3004")
    assert made.earlier.read(lambda: None, made.fault)
    assert len(made.earlier.rows) == 50
    for length in (100, 120, 120):
        made.earlier.read_more(lambda: None, made.fault)
        assert len(made.earlier.rows) == length
    days = [row.document_date for row in made.earlier.rows]
    assert days == sorted(days, reverse=True)
    assert len({row.id for row in made.earlier.rows}) == 120


def test_nobody_chosen_has_no_orders(sample_here: SampleDesk) -> None:
    made = EntryPresenter(Services(sample_here), View())
    assert not made.earlier.read(lambda: None, made.fault)


def test_a_whole_order_is_copied_at_todays_prices_in_one_named_step(presenter: EntryPresenter) -> None:
    assert [row.number for row in presenter.earlier.rows] == NUMBERS
    copy(presenter, "SO-2508-031")
    assert lines(presenter) == [("A105", 12), ("B210", 48), ("C330", 12)]
    assert presenter.undo_code == "entry.undo.earlier"
    assert listed(presenter) == [
        ("lines[0].manual_price", "A105 Oak table 140 costs 827.00 per pc now; it was 799.00 then."),
        ("lines[1].manual_price", "B210 Chair, walnut, grey costs 128.8275 per pc now; it was 119.00 then."),
        ("lines[2].manual_price", "C330 Oak oil 1 l costs 48.88 per bottle now; it was 46.80 then."),
    ]
    language().switch_to("zh")
    assert listed(presenter)[0][1] == "A105 橡木餐桌 140 现价 827.00 / 张，当时 799.00。"
    presenter.evaluate_now()
    assert presenter.evaluation is not None
    assert presenter.evaluation.priced is not None
    assert presenter.evaluation.priced.lines[0].unit_price == 827
    assert presenter.undo()
    assert presenter.draft.lines == ()
    assert listed(presenter) == []


def test_only_the_marked_lines_are_copied_below_those_that_are_there(presenter: EntryPresenter) -> None:
    copy(presenter, "SO-2602-008")
    assert listed(presenter) == []
    order = next(row for row in presenter.earlier.rows if row.number == "SO-2601-033")
    presenter.earlier.read_lines(order.id, lambda: None, presenter.fault)
    source = presenter.earlier.source(order.id)
    assert source is not None
    for at in (0, 1, 3, 0):  # the first is marked and unmarked
        presenter.earlier.toggle(order.id, source.lines[at].id)
    copy(presenter, "SO-2601-033")
    assert lines(presenter)[4:] == [("B211", 24), ("K920", 10)]
    assert presenter.earlier.marked(order.id) == frozenset()


def test_the_list_follows_its_lines_and_ends_with_them(presenter: EntryPresenter) -> None:
    copy(presenter, "SO-2509-044")
    assert [path for path, _ in listed(presenter)] == [
        "lines[0].manual_price", "lines[1].manual_price", "lines[2].manual_price",
    ]  # fmt: skip
    presenter.lines.insert(0)
    presenter.lines.delete([2])
    assert [path for path, _ in listed(presenter)] == ["lines[1].manual_price", "lines[2].manual_price"]
    presenter.open_blank()
    assert listed(presenter) == []


def test_what_cannot_be_ordered_again_is_left_out_with_its_reason(sample_here: SampleDesk) -> None:
    sample = with_past(sample_here)
    with sample.store.writing() as session:
        session.execute(update(Item).where(Item.code.in_(("K920", "F625"))).values(active=False))
        session.commit()
    made = on_screen(sample)
    made.earlier.read(lambda: None, made.fault)
    copy(made, "SO-2601-033")
    assert lines(made) == [("A105", 6), ("B211", 24)]
    assert [text for _, text in listed(made)] == [
        "F625 Levelling foot is no longer sold and was left out.",
        "K920 Wood care kit is no longer sold and was left out.",
    ]
    order = next(row for row in made.earlier.rows if row.number == "SO-2602-041")
    made.earlier.read_lines(order.id, lambda: None, made.fault)
    source = made.earlier.source(order.id)
    assert source is not None
    made.earlier.toggle(order.id, source.lines[4].id)
    before = made.draft
    copy(made, "SO-2602-041")  # nothing of it can be copied: no step, but the reason
    assert made.draft == before
    assert [text for _, text in listed(made)] == ["K920 Wood care kit is no longer sold and was left out."]


def test_an_order_without_lines_takes_over_the_header_except_what_was_typed(sample_here: SampleDesk) -> None:
    old = sample_here.draft(
        "C1001", ("C330", "12"), requested=date(2026, 3, 12), notes=open_note("送到后门"),
        delivery_method="own_truck", freight_terms="collect", po_number="HD-1",
    )  # fmt: skip
    old = old.model_copy(update={"deliver_to": sample_here.customer("C1001").addresses[2]})
    assert sample_here.submit(old).outcome == "applied"
    with sample_here.store.writing() as session:
        session.execute(update(Order).where(Order.id == old.id).values(document_date=date(2026, 3, 2)))
        session.commit()
    made = on_screen(sample_here)
    made.field_typed("delivery_method", "pickup")
    made.earlier.read(lambda: None, made.fault)
    made.earlier.copy(old.id, lambda: None, made.fault)
    draft = made.draft
    assert (draft.requested, draft.delivery_method, draft.freight_terms) == (
        date(2026, 3, 19), "pickup", "collect",
    )  # fmt: skip
    assert draft.notes == old.notes
    assert (draft.deliver_to.label, draft.po_number) == ("苏州店", "")
    made.undo()
    assert (made.draft.requested, made.draft.deliver_to.label) == (None, "浦东仓库")
    made.field_typed("requested", "+3")
    made.lines.typed(0, "code", "C331")
    made.earlier.copy(old.id, lambda: None, made.fault)
    assert (made.draft.requested, made.draft.freight_terms) == (date(2026, 3, 12), "free")


def test_answers_for_a_customer_who_is_no_longer_chosen_are_dropped(presenter: EntryPresenter) -> None:
    rows = presenter.earlier.rows
    presenter.customer_chosen(sample_id("customer", "C1002"))
    presenter.earlier.read(lambda: None, presenter.fault)
    assert [row.number for row in presenter.earlier.rows] == ["SO-2602-015", "SO-2512-008", "SO-2510-020"]
    presenter.earlier.copy(rows[0].id, lambda: None, presenter.fault)
    assert len(presenter.draft.lines) == 5  # what is asked for by its id is copied, at this customer's prices


# ── in the window ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def past_desk(qtbot: QtBot, sample_here: SampleDesk, tmp_path: Path) -> Iterator[EntryDesk]:
    opened = open_entry_desk(qtbot, with_past(sample_here), tmp_path)
    yield opened
    close_entry_desk(opened)


def test_an_order_is_found_copied_looked_through_and_taken_back_by_keys(past_desk: EntryDesk) -> None:
    past_desk.choose_customer()
    press(F7, SHIFT)
    for _ in range(7):
        press(Qt.Key.Key_Down)  # before the list is there: held, and played when it is
    past_desk.idle()
    panel = past_desk.screen.memory.earlier.part
    assert past_desk.place == "entry.earlier.orders"
    assert panel.orders.current_row() == 7
    press(Qt.Key.Key_Right)
    assert past_desk.place == "entry.earlier.lines"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert panel.sum.text() == "2 lines marked"
    press(Qt.Key.Key_Delete, CTRL)  # no line of the order is meant
    press(ENTER)
    past_desk.idle()
    assert not panel.is_open
    assert past_desk.place == (2, "code")
    assert [past_desk.cell(row, "code") for row in (0, 1)] == ["A105", "B210"]
    assert past_desk.said == "2 lines copied from SO-2508-031; 2 at another price than then."
    assert len(past_desk.screen.problem_panel.problems) == 2
    press(Qt.Key.Key_F8, CTRL)
    assert past_desk.place == (0, "price")
    press(Qt.Key.Key_F8, CTRL)
    assert past_desk.place == (1, "price")
    language().switch_to("zh")
    assert past_desk.said == "已从 SO-2508-031 复制 2 行，其中 2 行价格与当时不同。"
    press(Qt.Key.Key_Z, CTRL)
    past_desk.idle()
    assert past_desk.screen.presenter.draft.lines == ()
    assert not past_desk.screen.problem_panel.problems


def test_the_header_shows_what_came_with_a_copied_order(past_desk: EntryDesk) -> None:
    sample = past_desk.sample
    old = sample.draft("C1001", ("C330", "12"), requested=date(2026, 3, 12))
    old = old.model_copy(update={"deliver_to": sample.customer("C1001").addresses[2]})
    assert sample.submit(old).outcome == "applied"
    past_desk.choose_customer()
    header = past_desk.screen.header
    assert header.deliver_to.currentText() == "1  浦东仓库"
    press(F7, SHIFT)
    press(ENTER)
    past_desk.idle()
    assert (header.deliver_to.currentText(), header.requested.text()) == ("3  苏州店", "2026-03-12")


def test_the_copy_can_be_sent_as_it_stands(past_desk: EntryDesk) -> None:
    past_desk.choose_customer()
    press(F7, SHIFT)
    press(ENTER)
    past_desk.idle()
    past_desk.submit()
    [(_, state, found)] = [order for order in past_desk.orders() if not order[0].startswith("SO-2")]
    assert state == "released"
    assert found == (
        ("A105", Decimal(12)), ("B210", Decimal(48)), ("B211", Decimal(12)), ("C330", Decimal(12)),
        ("K920", Decimal(6)),
    )  # fmt: skip


def test_esc_leaves_and_without_orders_it_says_so(past_desk: EntryDesk) -> None:
    past_desk.choose_customer()
    press(F7, SHIFT)
    past_desk.idle()
    press(F7)  # one panel at a time
    past_desk.idle()
    assert not past_desk.screen.memory.earlier.is_open
    assert past_desk.screen.memory.basket.is_open
    press(F7, SHIFT)
    past_desk.idle()
    assert not past_desk.screen.memory.basket.is_open
    press(Qt.Key.Key_Escape)
    assert past_desk.place == (0, "code")
    past_desk.screen.go_to_field("customer")
    type_text("C3004")
    press(ENTER)
    past_desk.idle()
    press(F7, SHIFT)
    past_desk.idle()
    assert past_desk.said == "This customer has no earlier orders."
    assert past_desk.screen.presenter.draft.customer_id != HUADONG
