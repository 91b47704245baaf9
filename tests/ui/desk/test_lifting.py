"""A VIP order over its credit: it goes through, stays in the warehouse, is lifted on screen, and leaves."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from orderdesk import words
from orderdesk.intake.sample import sample_id
from orderdesk.models import Delivery, DeliveryLine, Hold
from orderdesk.ui.areas import BADGES, make_areas
from orderdesk.ui.language import language
from orderdesk.ui.screen import Person
from orderdesk.wire.commands import LiftHold, PickDelivery, PickedLine, ShipDelivery
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk
from tests.support.windows import child, commit, compose, focused, press, type_text
from tests.ui.desk.conftest import World, held, saved, straight

CTRL = Qt.KeyboardModifier.ControlModifier
CAUSE = (
    "The order goes 894.00 over the credit limit of 59,000.00: 760.00 was left, the order comes to 1,654.00."
)

Open = Callable[..., World]


def ship(sample: SampleDesk, order_id: UUID) -> Outcome:
    """Pick the order's delivery, if that is still to be done, and let it leave."""
    with sample.store.reading() as connection:
        delivery = connection.execute(select(Delivery.__table__).where(Delivery.order_id == order_id)).one()
        lines = connection.execute(select(DeliveryLine).where(DeliveryLine.delivery_id == delivery.id)).all()
    if delivery.state == "planned":
        picked = tuple(PickedLine(delivery_line_id=line.id, picked=line.quantity) for line in lines)
        assert not sample.do(PickDelivery(delivery_id=delivery.id, lines=picked), "zhaoqiang").is_refused
    return sample.do(ShipDelivery(delivery_id=delivery.id), "zhaoqiang")


def test_a_held_order_leaves_once_the_manager_has_lifted_its_hold_on_screen(
    sample: SampleDesk, open_world: Open
) -> None:
    order_id = held(sample)
    refused = ship(sample, order_id)
    world = open_world("zhangwei")
    (number,) = world.numbers("orders")
    assert [words.problem_text(problem, "en") for problem in refused.problems] == [
        f"{number} is on hold (Credit hold), so its goods stay here. It can be lifted by: Finance, Manager."
    ]
    press(Qt.Key.Key_H, CTRL)
    assert world.screen.lift.text == f"Lift “Credit hold” of {number}?"
    assert world.screen.lift.why == CAUSE
    assert focused() is world.screen.lift.reason
    commit("已收到定金")
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    assert world.said == f"Credit hold of {number} lifted."
    assert not world.screen.lift.isVisible()
    assert focused() is world.screen.orders.view
    assert CAUSE not in world.screen.card.texts()
    with sample.store.reading() as connection:
        assert connection.execute(select(Hold.lift_reason)).scalar_one() == "已收到定金"
    assert ship(sample, order_id).outcome == "applied"


def test_the_card_says_what_is_held_why_and_who_may_lift_it(sample: SampleDesk, open_world: Open) -> None:
    held(sample)
    card = open_world().screen.card
    assert {"Stops: shipping", CAUSE, "May be lifted by: Finance, Manager"} <= {*card.texts()}
    language().switch_to("zh")
    assert {
        "阻止：出库",
        "此单超出信用额度 59,000.00 共 894.00：此前剩余 760.00，此单金额 1,654.00。",
        "可由财务、经理解除",
    } <= {*card.texts()}


def test_a_clerk_sees_the_hold_and_has_no_key_for_it(sample: SampleDesk, open_world: Open) -> None:
    held(sample)
    world = open_world()
    assert "hold.lift" not in world.screen.actions()
    assert world.screen.card.findChildren(QPushButton) == []
    press(Qt.Key.Key_H, CTRL)
    assert not world.screen.lift.isVisible()


def test_an_order_without_a_hold_has_no_key_for_it(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    assert "hold.lift" not in open_world("zhangwei").screen.actions()


def test_who_wrote_the_order_reads_that_somebody_else_has_to_lift_it(
    sample: SampleDesk, open_world: Open
) -> None:
    held(sample, "zhangwei")
    world = open_world("zhangwei")
    assert "hold.lift" not in world.screen.actions()
    assert "You entered this order, so somebody else has to lift it." in world.screen.card.texts()


def test_the_button_on_the_card_asks_too_and_enter_in_the_reason_answers(
    sample: SampleDesk, open_world: Open
) -> None:
    held(sample)
    world = open_world("chenjing")
    button = child(world.screen.card, QPushButton, "desk.card.lift")
    assert button.text() == "Lift hold  Ctrl+H"
    button.click()
    type_text("paid")
    press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    world.settle()
    assert world.said.endswith("lifted.")


def test_while_asking_the_bar_offers_the_answer(sample: SampleDesk, open_world: Open) -> None:
    held(sample)
    screen = open_world("zhangwei").screen
    assert "hold.lift" in screen.actions()
    press(Qt.Key.Key_H, CTRL)
    assert (screen.actions(), screen.action_words()["finish"]) == (
        ("finish", "refresh"),
        "ui.action.hold.lift",
    )


def test_without_a_reason_it_is_said_beside_the_box_until_one_is_written(
    sample: SampleDesk, open_world: Open
) -> None:
    held(sample)
    world = open_world("zhangwei")
    press(Qt.Key.Key_H, CTRL)
    press(Qt.Key.Key_Return)
    world.settle()
    said = "The reason is missing. The hold stays. Say why it may be lifted."
    assert (world.screen.lift.problem, focused()) == (said, world.screen.lift.reason)
    language().switch_to("zh")
    assert world.screen.lift.problem == "缺少原因，冻结未解除。请写明解除原因。"
    type_text("x")
    assert world.screen.lift.problem == ""


def test_the_first_enter_belongs_to_the_input_method(sample: SampleDesk, open_world: Open) -> None:
    held(sample)
    world = open_world("zhangwei")
    press(Qt.Key.Key_H, CTRL)
    compose("yishou")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    assert world.screen.lift.isVisible()
    assert world.screen.lift.problem == ""


def test_esc_keeps_the_hold(sample: SampleDesk, open_world: Open) -> None:
    held(sample)
    world = open_world("zhangwei")
    press(Qt.Key.Key_H, CTRL)
    press(Qt.Key.Key_Escape)
    assert not world.screen.lift.isVisible()
    assert focused() is world.screen.orders.view
    assert "hold.lift" in world.screen.actions()


def test_tab_walks_from_the_reason_to_the_answers(sample: SampleDesk, open_world: Open) -> None:
    held(sample)
    lift = open_world("zhangwei").screen.lift
    press(Qt.Key.Key_H, CTRL)
    press(Qt.Key.Key_Tab)
    assert focused() is lift.lift_button
    press(Qt.Key.Key_Tab)
    assert focused() is lift.keep_button
    press(Qt.Key.Key_Return)
    assert not lift.isVisible()


def test_a_lift_elsewhere_takes_question_and_hold_away_at_once(sample: SampleDesk, open_world: Open) -> None:
    held(sample)
    world = open_world("zhangwei")
    press(Qt.Key.Key_H, CTRL)
    card = world.screen.card.card
    assert card is not None
    sample.do(LiftHold(hold_id=card.holds[0].id, reason="已收到定金"), "chenjing")
    world.qtbot.waitUntil(lambda: not world.screen.lift.isVisible(), timeout=5000)
    assert world.said == f"This hold of {card.row.number} was lifted already. Nothing needs to be done."
    assert "hold.lift" not in world.screen.actions()


def test_finance_has_the_desk_beside_the_inbox_and_its_badge_counts_what_the_list_holds(
    sample: SampleDesk, open_world: Open
) -> None:
    held(sample)
    straight(sample)
    world = open_world("chenjing")
    finance = Person(sample_id("person", "chenjing"), "Chen Jing", frozenset({"finance"}))
    first = [area.id for area in make_areas(world.backend) if finance.may_see(area)][:3]
    assert first == ["desk", "orders", "inbox"]
    with sample.store.reading() as connection:
        assert BADGES["desk"](connection, finance.id) == 1
    assert [row.holds for row in world.screen.orders.view.rows_model.rows] == [(), ("credit",)]


@pytest.mark.parametrize("name", ["en", "zh"])
def test_finance_looks_at_drafts_without_being_offered_to_enter_them(
    sample: SampleDesk, open_world: Open, name: words.Language
) -> None:
    language().switch_to(name)
    saved(sample)
    world = open_world("chenjing")
    assert world.screen.actions() == ("desk.open", "comment", "files.show", "files.add", "refresh")
    assert world.screen.action_words()["desk.open"] == "desk.action.show"
    press(Qt.Key.Key_Return)
    assert world.window.current_screen is world.screen
    assert "Ctrl+N" not in world.screen.orders.empty_text
