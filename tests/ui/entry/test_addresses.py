"""Deliver to: saved, typed for this order only, or pasted and split; the delivery plan knows all of them."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from orderdesk.ui.screens.entry.addresses import corrected, known_addresses, read_typed
from orderdesk.wire.drafts import AddressDraft, OrderDraft, ScheduleDraft
from tests.support.windows import child, commit, focused, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk

ZHANG = "张三 13800138000 浙江省杭州市西湖区文三路 90 号"
TAB = Qt.Key.Key_Tab


def parts(address: AddressDraft) -> tuple[str, ...]:
    return (
        address.receiver, address.phone, address.province, address.city, address.district, address.rest,
    )  # fmt: skip


SPLIT = ("张三", "13800138000", "浙江省", "杭州市", "西湖区", "文三路 90 号")


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CTRL)


def test_a_pasted_address_is_split_and_taken_with_one_enter(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.go_to_field("deliver_to")
    paste(ZHANG.replace(" ", "\n", 2))
    assert desk.place == "entry.address.whole"
    press(ENTER)
    assert desk.place == "entry.deliver_to"
    deliver_to = desk.screen.presenter.draft.deliver_to
    assert parts(deliver_to) == SPLIT
    assert (deliver_to.address_id, deliver_to.label) == (None, "")
    assert desk.screen.header.deliver_to.currentText() == "5  杭州市西湖区"
    press(Qt.Key.Key_Z, CTRL)
    assert desk.screen.presenter.draft.deliver_to.label == "浦东仓库"


def test_enter_goes_to_the_part_in_doubt_first(desk: EntryDesk) -> None:
    desk.choose_customer()
    press(Qt.Key.Key_F2, CTRL)
    panel = desk.screen.facts.address.part
    assert desk.place == "entry.address.receiver"  # what stands there is corrected part by part
    assert panel.parts["receiver"].text() == "周师傅"
    panel.whole.setFocus()
    commit("张三 浙江省杭州市西湖区文三路 90 号")
    QCoreApplication.processEvents()
    assert child(panel, QLineEdit, "entry.address.phone").property("problem") == "warn"
    press(ENTER)
    assert desk.place == "entry.address.phone"
    type_text("13800138000")
    press(ENTER)
    assert not panel.is_open
    assert parts(desk.screen.presenter.draft.deliver_to) == SPLIT


def test_one_part_is_corrected_and_escape_leaves_all(desk: EntryDesk) -> None:
    desk.choose_customer()
    saved = desk.screen.presenter.draft.deliver_to
    desk.go(0, "code")
    press(Qt.Key.Key_F2, CTRL)
    press(ENTER)
    assert desk.screen.presenter.draft.deliver_to == saved  # unchanged, it is still the saved one
    press(Qt.Key.Key_F2, CTRL)
    type_text("X")
    press(Qt.Key.Key_Escape)
    assert desk.screen.presenter.draft.deliver_to == saved
    assert desk.place == (0, "code")
    press(Qt.Key.Key_F2, CTRL)
    press(TAB)
    assert desk.place == "entry.address.phone"
    focused().selectAll()  # type: ignore[attr-defined] # a text box has the focus
    type_text("13900002222")
    press(ENTER)
    changed = desk.screen.presenter.draft.deliver_to
    assert (changed.phone, changed.receiver, changed.address_id) == ("13900002222", "周师傅", None)


def test_an_address_without_a_place_is_not_taken(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.go_to_field("deliver_to")
    press(Qt.Key.Key_Insert)
    type_text("hello")
    press(ENTER)
    press(ENTER)
    panel = desk.screen.facts.address.part
    for box in panel.parts.values():
        box.clear()
    assert not panel.accept()
    assert desk.said.startswith("No place is named")
    assert panel.is_open


def test_a_part_of_a_line_goes_to_a_typed_address_and_the_plan_offers_it_again(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("B210", "8"))
    desk.go(0, "quantity")
    press(Qt.Key.Key_L, CTRL)
    type_text("4@+2,4@+9")
    press(TAB)
    press(Qt.Key.Key_F2, CTRL)  # where the first part goes
    panel = desk.screen.facts.address.part
    panel.whole.setFocus()
    panel.whole.clear()
    commit(ZHANG)
    QCoreApplication.processEvents()
    press(ENTER)
    table = desk.screen.schedule.part.table
    assert desk.screen.schedule.is_open
    table.go_to(1, "address")
    type_text("zs")  # 张三
    press(ENTER)
    desk.screen.schedule.part.accept()
    line = desk.screen.presenter.draft.lines[0]
    assert [parts(part.deliver_to) for part in line.schedule if part.deliver_to] == [SPLIT, SPLIT]
    desk.submit()
    (order,) = desk.orders()
    places = [json.loads(str(place))["district"] for _, _, place in desk.schedule(order[0])]
    assert places == ["西湖区", "西湖区"]


def test_an_address_pasted_into_the_plan_is_split(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("B210", "8"))
    desk.go(0, "quantity")
    press(Qt.Key.Key_L, CTRL)
    press(TAB)
    editor = desk.screen.schedule.part.table.open_editor()
    assert editor is not None
    editor.setText(ZHANG)
    press(TAB)
    plan = desk.screen.schedule.part.plan
    assert plan is not None
    assert plan.parts[0].deliver_to is not None
    assert parts(plan.parts[0].deliver_to) == SPLIT


def test_known_addresses_are_the_saved_ones_and_each_typed_one_once(desk: EntryDesk) -> None:
    customer = desk.sample.customer("C1001")
    typed, other = read_typed(ZHANG), read_typed("李四 13900139000 江苏省南京市玄武区中山路 1 号")
    assert typed is not None
    draft = desk.sample.draft("C1001", ("A105", "2"), deliver_to=typed)
    line = draft.lines[0]
    plan = tuple(
        ScheduleDraft(id=desk.sample.ports.ids.new(), quantity=Decimal(1), deliver_to=place)
        for place in (typed, other, customer.addresses[0], None)
    )
    draft = draft.model_copy(update={"lines": (line.model_copy(update={"schedule": plan}),)})
    assert known_addresses(draft, customer) == (*customer.addresses, typed, other)
    assert known_addresses(OrderDraft(id=draft.id), None) == ()


@pytest.mark.parametrize("text", ["", "  ", "张三", "13800138000", "x" * 5000])
def test_what_names_no_place_is_no_address(text: str) -> None:
    found = read_typed(text)
    assert found is None or found.rest


def test_a_correction_that_changes_nothing_keeps_the_saved_address() -> None:
    saved = AddressDraft(label="店", city="上海市", rest="1 号")
    same = {
        name: getattr(saved, name) for name in ("receiver", "phone", "province", "city", "district", "rest")
    }
    assert corrected(saved, same) is saved
    assert corrected(saved, {**same, "rest": " 2 号 "}) == AddressDraft(city="上海市", rest="2 号")
