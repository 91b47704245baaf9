"""Sent orders on the desk: F2 opens one to be changed, w takes it back; what was released says what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from orderdesk.services.reading.orders import OrderRow
from orderdesk.ui.withdrawing import Withdrawing
from tests.services.approval_support import active, decide, order_row, submitted
from tests.support.desk import SampleDesk
from tests.support.windows import press, type_text
from tests.ui.desk.conftest import Opened, World, straight

Open = Callable[..., World]


def to_orders(world: World) -> None:
    world.screen.orders.view.setFocus()
    world.settle()


def test_f2_opens_a_sent_order_and_w_takes_it_back(sample: SampleDesk, open_world: Open) -> None:
    order = submitted(sample)
    world = open_world()
    to_orders(world)
    assert {"edit", "order.withdraw"} <= set(world.screen.actions())
    press(Qt.Key.Key_F2)
    opened = world.window.current_screen
    assert isinstance(opened, Opened)
    assert opened.key == order.id
    world.window.tabs.go_to(world.screen)
    to_orders(world)
    type_text("w")
    world.settle()
    world.settle()
    assert order_row(sample, order.id).state == "draft"
    assert world.said == f"{order.number} withdrawn: it is a draft again under its number."
    assert world.numbers("drafts") == [order.number]


def test_a_released_order_is_not_opened_and_says_why(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    to_orders(world)
    press(Qt.Key.Key_F2)
    assert world.window.current_screen is world.screen
    assert "is released, and the warehouse may be at work on it" in world.said


def test_who_acted_meanwhile_was_faster(sample: SampleDesk, open_world: Open) -> None:
    order = submitted(sample)
    world = open_world()
    to_orders(world)
    row = world.screen.orders.current()
    assert isinstance(row, OrderRow)
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    assert world.screen.withdrawing.withdraw(row)
    world.settle()
    assert order_row(sample, order.id).state == "submitted"
    assert world.said


def test_finance_may_look_but_not_take_back(sample: SampleDesk, open_world: Open) -> None:
    submitted(sample)
    world = open_world("chenjing")
    to_orders(world)
    assert not {"edit", "order.withdraw"} & set(world.screen.actions())


def test_the_same_order_is_asked_for_once(sample: SampleDesk, open_world: Open) -> None:
    submitted(sample)
    world = open_world()
    sent: list[Any] = []

    class Services:
        ids = sample.ports.ids
        person = world.backend.person

        def execute(self, command: object, done: object, failed: object = None) -> None:
            sent.append(command)

    withdrawing = Withdrawing(Services(), lambda *_told: None)
    row = world.screen.orders.current()
    assert isinstance(row, OrderRow)
    assert withdrawing.withdraw(row)
    assert not withdrawing.withdraw(row)
    assert len(sent) == 1
