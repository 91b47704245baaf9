"""Submit: the open editor first, all problems at once, undo for thirty seconds, nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from orderdesk.intake.sample import sample_id
from orderdesk.services.context import Actor
from orderdesk.wire.commands import Command, PutCustomer
from orderdesk.wire.drafts import OrderDraft
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk


@pytest.fixture
def keyed(desk: EntryDesk) -> EntryDesk:
    """An order for 华东家居 with two lines that would go straight through."""
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "4"))
    desk.idle()
    return desk


def test_an_open_editor_is_taken_before_the_submit(keyed: EntryDesk) -> None:
    keyed.go(1, "quantity")
    type_text("24")
    keyed.submit()
    [(_, _, lines)] = keyed.orders()
    assert lines == (("A105", Decimal(12)), ("B210", Decimal(24)))


def test_an_editor_with_an_unreadable_text_keeps_the_order_here(keyed: EntryDesk) -> None:
    keyed.go(1, "quantity")
    type_text("2x")
    keyed.submit()
    editor = keyed.grid.editor()
    assert editor is not None
    assert editor.text() == "2x"
    assert [state for _, state, _ in keyed.orders()] == ["draft"]


def test_all_problems_are_listed_at_once_and_the_first_has_the_cursor(keyed: EntryDesk) -> None:
    keyed.go(0, "price")
    type_text("800")
    press(ENTER)
    QCoreApplication.processEvents()
    press(Qt.Key.Key_Escape)  # the reason is left out
    keyed.go(2, "quantity")
    type_text("7")
    press(ENTER)
    keyed.screen.presenter.field_typed("requested", "2026-03-01")
    keyed.submit()
    found = [(one.code, one.path) for one in keyed.screen.problem_panel.problems if one.severity == "block"]
    assert found == [
        ("problem.order.requested.past", "requested"),
        ("problem.line.price.reason", "lines[0].manual_reason"),
        ("problem.line.item.missing", "lines[2].item_id"),
    ]
    assert keyed.place == "entry.requested"
    assert keyed.said == "Not sent yet: 3 things must be mended. Ctrl+F8 goes to the next one."


def test_a_refused_submit_keeps_everything_typed(keyed: EntryDesk) -> None:
    keyed.go(2, "quantity")
    type_text("7")
    press(ENTER)
    before = keyed.screen.presenter.draft
    keyed.submit()
    assert keyed.screen.presenter.draft.lines == before.lines
    assert keyed.place == (2, "code")


def test_ctrl_f8_walks_the_problems_both_ways(keyed: EntryDesk) -> None:
    for row in (2, 3):
        keyed.go(row, "quantity")
        type_text("7")
        press(ENTER)
    keyed.submit()
    places = [keyed.place]
    for modifiers in (CTRL, CTRL, CTRL | SHIFT):
        press(Qt.Key.Key_F8, modifiers)
        places.append(keyed.place)
    assert places == [(2, "code"), (2, "code"), (3, "code"), (2, "code")]


def test_a_mended_problem_leaves_the_list(keyed: EntryDesk) -> None:
    keyed.go(2, "quantity")
    type_text("7")
    press(ENTER)
    keyed.submit()
    type_text("C330")
    press(ENTER)
    QCoreApplication.processEvents()
    assert not keyed.screen.problem_panel.isVisible()


def test_escape_closes_the_list_of_problems(keyed: EntryDesk) -> None:
    keyed.go(2, "quantity")
    type_text("7")
    press(ENTER)
    keyed.submit()
    press(Qt.Key.Key_Escape)
    assert not keyed.screen.problem_panel.isVisible()


def test_a_missing_reason_opens_its_box(keyed: EntryDesk) -> None:
    keyed.go(0, "price")
    type_text("800")
    press(ENTER)
    QCoreApplication.processEvents()
    press(Qt.Key.Key_Escape)
    keyed.submit()
    assert keyed.place == "entry.reason"
    type_text("year end")
    press(ENTER)
    keyed.submit()
    assert [state for _, state, _ in keyed.orders()] == ["released"]


def test_the_strip_says_number_total_dates_and_route(keyed: EntryDesk) -> None:
    keyed.go(0, "discount")
    type_text("6")
    press(ENTER)
    keyed.screen.presenter.field_typed("requested", "+3")
    keyed.submit()
    number = keyed.orders()[0][0]
    assert keyed.said == (f"{number} sent: 9,862.56 CNY, deliveries Thu 12 Mar; route: Manager.")
    assert [button.text() for button in keyed.window.strip.buttons] == ["Undo  Ctrl+Z", "Dismiss  Esc"]


def test_ctrl_z_on_the_fresh_order_takes_the_submit_back(keyed: EntryDesk) -> None:
    keyed.submit()
    number = keyed.orders()[0][0]
    press(Qt.Key.Key_Z, CTRL)
    keyed.idle()
    assert keyed.said == f"Order {number} is a draft again; nothing was sent."
    assert keyed.screen.title() == number
    assert [state for _, state, _ in keyed.orders()] == ["draft"]
    assert [keyed.cell(row, "code") for row in range(2)] == ["A105", "B210"]


def test_ctrl_z_takes_back_an_order_that_is_still_on_its_way(keyed: EntryDesk) -> None:
    press(ENTER, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    keyed.idle()
    assert [state for _, state, _ in keyed.orders()] == ["draft"]
    assert keyed.cell(0, "code") == "A105"


def test_after_the_first_key_ctrl_z_undoes_typing_and_the_strip_keeps_the_way_back(keyed: EntryDesk) -> None:
    keyed.submit()
    keyed.choose_customer("C1002")
    assert keyed.screen.presenter.undo_code == "entry.undo.customer"
    press(Qt.Key.Key_Z, CTRL)
    keyed.idle()
    assert [state for _, state, _ in keyed.orders()] == ["released"]


def test_the_way_back_ends_after_thirty_seconds(keyed: EntryDesk) -> None:
    keyed.submit()
    keyed.sample.clock.advance(timedelta(seconds=31))
    assert keyed.screen.presenter.undo_code is None


def test_a_taken_back_order_can_be_changed_and_sent_again(keyed: EntryDesk) -> None:
    keyed.submit()
    press(Qt.Key.Key_Z, CTRL)
    keyed.idle()
    keyed.go(0, "quantity")
    type_text("13")
    press(ENTER)
    keyed.submit()
    [(_, state, lines)] = keyed.orders()
    assert (state, lines[0]) == ("released", ("A105", Decimal(13)))


def stop_customer(desk: EntryDesk) -> None:
    """Somebody else stops the customer, and this desk has not heard of it yet."""
    clerk = desk.sample
    customer = clerk.customer("C1001")
    outcome = clerk.door.execute(
        Command(id=clerk.ports.ids.new(), data=_stopped(customer.id), base_revision=1),
        Actor(person_id=sample_id("person", "zhoumin"), device="other"),
    )
    assert not outcome.is_refused, outcome.problems


def _stopped(customer_id: object) -> PutCustomer:
    return PutCustomer.model_validate(
        {
            "record": {
                "id": str(customer_id), "code": "C1001", "name": "华东家居", "name_en": "Huadong Home Co.",
                "customer_class": "end", "tier": "vip", "status": "stopped",
                "addresses": [
                    {
                        "id": str(sample_id("address", "C1001:0")), "city": "上海市",
                        "rest": "川沙路 1188 号", "main": True,
                    }
                ],
            }
        }
    )  # fmt: skip


def test_an_order_that_the_store_refuses_comes_back_with_its_problems(keyed: EntryDesk) -> None:
    typed = keyed.screen.presenter.draft
    stop_customer(keyed)
    keyed.submit()
    assert [one.code for one in keyed.screen.problem_panel.problems] == ["problem.order.customer.stopped"]
    assert [line.item_id for line in keyed.screen.presenter.draft.lines] == [
        line.item_id for line in typed.lines
    ]
    assert "came back" in keyed.said
    assert [state for _, state, _ in keyed.orders()] == ["draft"]


def test_an_order_that_comes_back_late_opens_its_own_tab(keyed: EntryDesk) -> None:
    stop_customer(keyed)
    press(ENTER, CTRL)
    type_text("C1002")
    press(ENTER)
    keyed.idle()
    titles = [screen.title() for screen in keyed.window.tabs.screens]
    assert len(titles) == 2
    assert keyed.screen.title() == keyed.orders()[0][0]
    assert keyed.cell(0, "code") == "A105"
    [fresh] = [screen for screen in keyed.window.tabs.screens if screen is not keyed.screen]
    assert fresh.presenter.draft.customer_id == sample_id("customer", "C1002")  # type: ignore[attr-defined] # an entry screen


def test_an_order_sent_before_its_customer_was_read_is_checked_first(desk: EntryDesk) -> None:
    desk.backend.holds = True
    type_text("C3002")  # on hold: the summary knows, the rules need the customer
    press(ENTER)
    desk.key_lines(("A105", "1"))
    press(ENTER, CTRL)
    assert desk.place == "entry.customer"
    desk.qtbot.waitUntil(lambda: desk.backend.held > 0)
    desk.backend.holds = False
    desk.backend.release()
    desk.idle()
    assert [one.code for one in desk.screen.problem_panel.problems if one.severity == "block"] == [
        "problem.order.customer.on_hold"
    ]
    assert desk.cell(0, "code") == "A105"


def test_a_blank_order_is_not_sent(desk: EntryDesk) -> None:
    desk.submit()
    assert desk.said == "There is nothing to submit yet. Choose the customer first."
    assert desk.orders() == []


def test_what_was_seen_is_what_is_sent(keyed: EntryDesk) -> None:
    sent: list[OrderDraft] = []
    execute = keyed.backend.execute

    def spy(command: Command, *rest: object) -> None:
        if hasattr(command.data, "draft"):
            sent.append(command.data.draft)
        execute(command, *rest)  # type: ignore[arg-type] # what the screen hands on

    keyed.backend.execute = spy  # type: ignore[method-assign,assignment] # what the screen hands on
    keyed.submit()
    assert [line.seen_price for line in sent[-1].lines] == [Decimal("827.0"), Decimal("133.50")]
