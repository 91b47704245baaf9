"""What this customer paid for an item before: in the context panel (Ctrl+F9) and in the completion list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from orderdesk.errors import EnvironmentProblem
from orderdesk.intake.sample import sample_id
from orderdesk.models import Order, OrderLine
from orderdesk.ui.language import language
from orderdesk.ui.screens.entry.finding import last_price
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from tests.support.desk import SampleDesk
from tests.support.windows import press
from tests.ui.entry.conftest import CTRL, EntryDesk, close_entry_desk, open_entry_desk
from tests.ui.entry.past import past_order, with_past
from tests.ui.entry.test_presenter import Services, View


class CountedServices(Services):
    """Counts the reads, and can fail them."""

    reads = 0
    broken = False

    def read(self, work: Any, done: Any, failed: Any = None) -> None:
        self.reads += 1
        if self.broken:
            failed(EnvironmentProblem("error.store.busy"))
        else:
            super().read(work, done, failed)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language().switch_to("en")
    yield
    language().switch_to("en")


def on_screen(sample: SampleDesk, code: str = "C330", customer: str = "C1001") -> EntryPresenter:
    made = EntryPresenter(CountedServices(sample), View())
    made.start()
    made.customer_chosen(sample_id("customer", customer))
    draft = sample.draft(customer, (code, "12"))
    made.change("paste", made.draft.model_copy(update={"lines": draft.lines}))
    made.evaluate_now()
    return made


def page(presenter: EntryPresenter, row: int = 0) -> list[str]:
    lines = presenter.draft.lines
    facts = presenter.item_memory.facts(lines[row] if row < len(lines) else None)
    return ["  ".join(part for part in (fact.left, fact.right) if part) for fact in facts]


def test_the_page_says_what_it_costs_now_and_what_it_cost_each_time(sample_here: SampleDesk) -> None:
    made = on_screen(with_past(sample_here))
    text = page(made)
    assert text[:5] == [
        "C330  Oak oil 1 l", "Price now  48.88",
        "Lowest, per bottle  46.80", "Highest, per bottle  48.88", "",
    ]  # fmt: skip
    assert text[5:8] == ["Ordered 6 times", "Wed 25 Feb 2026  12 bottle × 48.88", "SO-2602-041"]
    assert text[-2:] == ["Mon 18 Aug 2025  12 bottle × 46.80", "SO-2508-031"]
    language().switch_to("zh")
    assert page(made)[1] == "现价  48.88"
    assert page(made)[6] == "2026年2月25日 周三  12 瓶 × 48.88"


def test_it_is_read_once_for_an_item_of_an_order_and_again_for_another_order(sample_here: SampleDesk) -> None:
    made = on_screen(with_past(sample_here))
    services = made.services
    assert isinstance(services, CountedServices)
    before = services.reads
    for _ in range(3):
        page(made)
    assert services.reads == before + 1
    made.open_blank()
    assert page(made) == ["Choose a customer first."]
    made.customer_chosen(sample_id("customer", "C1001"))
    assert page(made) == ["Put the cursor on a line with an item."]
    assert services.reads == before + 1


def test_a_read_that_fails_is_said_and_can_be_asked_again(sample_here: SampleDesk) -> None:
    made = on_screen(with_past(sample_here))
    services, view = made.services, made.view
    assert isinstance(services, CountedServices)
    assert isinstance(view, View)
    services.broken = True
    assert page(made) == ["C330  Oak oil 1 l", "being read …"]
    assert view.said[-1] == "error.store.busy"
    services.broken = False
    assert len(page(made)) == 18


def test_who_never_ordered_it_is_said_so(sample_here: SampleDesk) -> None:
    assert page(on_screen(sample_here)) == ["C330  Oak oil 1 l", "This customer has not ordered it before."]


def test_cancelled_gifts_and_typed_prices_say_so_and_bend_no_range(sample_here: SampleDesk) -> None:
    sample = sample_here
    for number, day, price in (("P1", 1, "50"), ("P2", 2, "1"), ("P3", 3, "40"), ("P4", 4, "60")):
        past_order(sample, number, "C1001", date(2026, 2, day), ("C330", "6", price))
    with sample.store.writing() as session:
        session.execute(update(Order).where(Order.number == "P2").values(state="cancelled"))
        by_number = {row.number: row.id for row in session.query(Order.number, Order.id)}
        session.execute(
            update(OrderLine)
            .where(OrderLine.order_id == by_number["P3"])
            .values(price_source="manual", reason="老客户", discount=Decimal("0.05"))
        )
        session.execute(update(OrderLine).where(OrderLine.order_id == by_number["P4"]).values(gift=True))
        session.commit()
    text = page(on_screen(sample))
    assert text[2:4] == ["Lowest, per bottle  40.00", "Highest, per bottle  50.00"]
    assert text[6:] == [
        "Wed 4 Feb 2026  6 bottle × Gift", "P4",
        "Tue 3 Feb 2026  6 bottle × 40.00", "P3 · discount 5% · typed by hand · 老客户",
        "Mon 2 Feb 2026  6 bottle × 1.00", "P2 · Cancelled",
        "Sun 1 Feb 2026  6 bottle × 50.00", "P1",
    ]  # fmt: skip


def test_a_long_history_ends_with_the_way_to_the_rest(sample_here: SampleDesk) -> None:
    for at in range(60):
        past_order(sample_here, f"L{at}", "C1001", date(2026, 1, 1 + at % 28), ("C330", "6", "50"))
    text = page(on_screen(sample_here))
    assert text[5] == "Ordered 50 times or more"
    assert text[-1] == "Earlier ones: Shift+F7"
    assert len(text) == 5 + 1 + 20 + 1


def test_completion_says_it_from_memory(sample_here: SampleDesk) -> None:
    made = on_screen(with_past(sample_here))
    services = made.services
    assert isinstance(services, CountedServices)
    before = services.reads
    found = {one.cells[0]: one.cells[4] for one in made.lines.search("C33")}
    assert found["C330"] == "bought 6×, last 12 bottle at 48.88"
    assert found["C331"] == ""
    language().switch_to("zh")
    assert made.lines.search("C330")[0].cells[4] == "买过 6 次，上次 12 瓶，48.88"
    assert services.reads == before


def test_the_last_price_is_told_in_the_basis_of_the_order(sample_here: SampleDesk) -> None:
    made = on_screen(with_past(sample_here))
    item = made.desk.items[sample_id("item", "C330")]
    assert made.customer is not None
    bought = made.customer.bought[item.id]
    without = made.draft.model_copy(update={"prices_include_tax": False})
    assert last_price(bought, item, made.draft) == Decimal("48.88")
    assert last_price(bought, item, without) == Decimal("43.2566")


@pytest.fixture
def past_desk(qtbot: QtBot, sample_here: SampleDesk, tmp_path: Path) -> Iterator[EntryDesk]:
    opened = open_entry_desk(qtbot, with_past(sample_here), tmp_path)
    yield opened
    close_entry_desk(opened)


def test_the_panel_follows_the_cursor(past_desk: EntryDesk) -> None:
    past_desk.choose_customer()
    past_desk.key_lines(("C330", "12"), ("A105", "2"))
    past_desk.go(0, "quantity")
    press(Qt.Key.Key_F9, CTRL)
    sheet = past_desk.screen.page.sheet
    past_desk.qtbot.waitUntil(lambda: "SO-2508-031" in sheet.text, timeout=5000)
    assert past_desk.place == (0, "quantity")
    assert sheet.text.startswith("C330  Oak oil 1 l\nPrice now  48.88")
    press(Qt.Key.Key_Down)
    past_desk.qtbot.waitUntil(lambda: "Lowest, per pc  799.00" in sheet.text, timeout=5000)
    language().switch_to("zh")
    past_desk.qtbot.waitUntil(lambda: "最低（每张）  799.00" in sheet.text, timeout=5000)
