"""Reading the order aloud (Shift+F12): sentences in either language, and back to the very cell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from orderdesk.intake.sample import sample_id
from orderdesk.ui.language import language
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.ui.screens.entry.read_back import incomplete, sentences
from orderdesk.wire.drafts import LineDraft, ScheduleDraft
from orderdesk.words import Language
from tests.support.desk import SampleDesk
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk
from tests.ui.entry.test_presenter import Services, View

F12 = Qt.Key.Key_F12


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language().switch_to("en")
    yield
    language().switch_to("en")


def on_screen(sample: SampleDesk, *lines: tuple[str, str], **fields: object) -> EntryPresenter:
    made = EntryPresenter(Services(sample), View())
    made.start()
    made.customer_chosen(sample_id("customer", "C1001"))
    draft = sample.draft("C1001", *lines)
    made.change("paste", made.draft.model_copy(update={"lines": draft.lines, **fields}))
    made.evaluate_now()
    return made


def said(presenter: EntryPresenter, spoken: Language = "en") -> tuple[str, ...]:
    return sentences(presenter.draft, presenter.desk, presenter.evaluation, spoken)


# ── without a window ───────────────────────────────────────────────────────────────────────────────


def test_the_whole_order_is_said_in_the_language_asked_for(sample_here: SampleDesk) -> None:
    made = on_screen(
        sample_here, ("B210", "24"), ("C330", "2"), po_number="HD-7", requested=date(2026, 3, 12)
    )  # fmt: skip
    assert said(made) == (
        "The order of Huadong Home Co., PO number HD-7, number of lines: 2.",
        "1. twenty-four pc of Chair, walnut, grey, at 133.5 each.",
        "2. two bottle of Oak oil 1 l, at 48.88 each.",
        "To be delivered on Thu, 12 Mar.",
        "To 浦东仓库, 上海市浦东新区川沙路 1188 号 3 号门, for 周师傅.",
        "The total is three thousand three hundred and one yuan and seventy-six fen, CNY 3,301.76.",
        "Is that right?",
    )
    chinese = said(made, "zh")
    assert chinese[1:3] == (
        "第 1 项：胡桃木餐椅 灰色，二十四把，单价 133.5。",
        "第 2 项：橡木油 1 升，两瓶，单价 48.88。",
    )
    assert chinese[-2] == "合计三千三百零一元七角六分，CNY 3,301.76。"
    assert not any("?" in text for text in chinese)


def test_lines_that_are_not_complete_are_left_out_and_counted(sample_here: SampleDesk) -> None:
    made = on_screen(sample_here, ("B210", "24"))
    ids = sample_here.ports.ids
    half = (
        LineDraft(id=ids.new(), item_id=sample_id("item", "C330")),
        LineDraft(id=ids.new(), typed_code="B2I0", quantity=Decimal(3)),
        LineDraft(id=ids.new()),
    )
    made.change("paste", made.draft.model_copy(update={"lines": (*half, *made.draft.lines)}))
    made.evaluate_now()
    assert said(made)[1].startswith("1. twenty-four")
    assert incomplete(made.draft, made.desk) == 2
    made.change("delete", made.draft.model_copy(update={"lines": half}))
    assert said(made) == ()


def test_deliveries_gifts_and_units_are_said_as_they_are_ordered(sample_here: SampleDesk) -> None:
    ids, shop = sample_here.ports.ids, sample_here.customer("C1001").addresses[1]
    schedule = (
        ScheduleDraft(id=ids.new(), quantity=Decimal(4), requested=date(2026, 3, 12)),
        ScheduleDraft(id=ids.new(), quantity=Decimal(6), requested=date(2026, 3, 20), deliver_to=shop),
        ScheduleDraft(id=ids.new(), quantity=Decimal(2)),
    )
    made = on_screen(sample_here, ("B210", "12"), ("C330", "3"))
    chairs, oil = made.draft.lines
    lines = (
        chairs.model_copy(update={"schedule": schedule}),
        oil.model_copy(update={"gift": True, "unit": "箱"}),
    )
    made.change("paste", made.draft.model_copy(update={"lines": lines}))
    made.evaluate_now()
    text = said(made)
    assert text[2:6] == (
        "Of these, four pc on Thu, 12 Mar.",
        "Of these, six pc on Fri, 20 Mar, to 7 号店, 上海市徐汇区漕溪北路 595 号.",
        "Of these, two pc without a date yet.",
        "2. three carton of Oak oil 1 l, free of charge.",
    )
    one_day = (schedule[0].model_copy(update={"quantity": Decimal(12)}),)
    made.change("paste", made.draft.model_copy(update={
        "lines": (chairs.model_copy(update={"schedule": one_day}), oil), "requested": date(2026, 3, 12),
    }))  # fmt: skip
    assert not any(text.startswith("Of these") for text in said(made))


def test_a_price_that_nothing_gives_is_left_out_and_with_it_the_total(sample_here: SampleDesk) -> None:
    made = on_screen(sample_here, ("B210", "1"), ("H830", "1"), currency="JPY")
    text = said(made)
    assert text[1] == "1. one pc of Chair, walnut, grey."
    assert not any("total" in one for one in text)


# ── in the window ──────────────────────────────────────────────────────────────────────────────────


def test_it_is_read_by_keys_and_left_to_the_very_cell(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("B210", "24"), ("C330", "2"), ("A105", "1"))
    desk.go(1, "quantity")
    type_text("3")  # what is being typed is read too
    press(F12, SHIFT)
    page = desk.screen.memory.read_back.part
    assert page.isVisible()
    assert "three bottle" in page.text.toPlainText()
    assert desk.screen.actions() == ("finish", "read.back")
    press(Qt.Key.Key_Up)
    assert page.text.at == 0
    for key in (Qt.Key.Key_Down, ENTER, Qt.Key.Key_Space):
        press(key)
    assert page.text.at == 3
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Down)
    assert page.text.at == 6
    press(Qt.Key.Key_Home)
    type_text("L")
    assert (page.spoken, page.text.toPlainText().splitlines()[0]) == ("zh", "华东家居的订单，共 3 项。")
    press(Qt.Key.Key_Delete)
    type_text("x")
    assert page.text.toPlainText().startswith("华东家居")
    press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert desk.place == (1, "quantity")
    assert desk.cell(1, "quantity") == "3"
    press(F12, SHIFT)
    assert page.spoken == "en"
    press(F12, SHIFT)
    assert desk.place == (1, "quantity")


def test_the_order_that_was_read_is_sent_and_an_empty_one_is_not_read(desk: EntryDesk) -> None:
    desk.choose_customer()
    press(F12, SHIFT)
    assert not desk.screen.memory.read_back.is_open
    assert desk.said.startswith("There is nothing to read yet")
    desk.key_lines(("B210", "24"))
    desk.idle()
    press(F12, SHIFT)
    desk.submit()
    assert not desk.screen.memory.read_back.is_open
    [(_, state, _)] = desk.orders()
    assert state == "released"
    assert desk.place == "entry.customer"


def test_a_price_that_comes_late_is_read_when_it_is_there(desk: EntryDesk) -> None:
    desk.backend.holds = True
    type_text("hdjj")
    press(ENTER)
    desk.key_lines(("B210", "24"))
    press(F12, SHIFT)
    page = desk.screen.memory.read_back.part
    assert "at 133.5" not in page.text.toPlainText()
    desk.qtbot.waitUntil(lambda: desk.backend.held > 0, timeout=5000)
    desk.backend.holds = False
    desk.backend.release()
    desk.idle()
    assert "at 133.5" in page.text.toPlainText()
    press(ENTER, CTRL)
    desk.idle()
    assert len(desk.orders()) == 1


def test_two_thousand_lines_are_read_in_a_moment(desk: EntryDesk) -> None:
    desk.choose_customer()
    ids, item = desk.backend.ids, sample_id("item", "C330")
    lines = tuple(LineDraft(id=ids.new(), item_id=item, quantity=Decimal(1)) for _ in range(2_000))
    presenter = desk.screen.presenter
    presenter.change("paste", presenter.draft.model_copy(update={"lines": lines}))
    desk.go(1_500, "quantity")
    press(F12, SHIFT)
    text = desk.screen.memory.read_back.part.text
    assert text.blockCount() == 2_004
    desk.qtbot.waitUntil(lambda: text.viewport().height() > 300, timeout=5000)
    press(Qt.Key.Key_PageDown)
    assert text.at > 5
    press(Qt.Key.Key_End)
    assert text.at == 2_003
    press(Qt.Key.Key_Escape)
    assert desk.place == (1_500, "quantity")
