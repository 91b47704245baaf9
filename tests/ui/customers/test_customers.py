"""Customers in their window: found, opened, changed and saved by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.whole_records import customer_by_id
from orderdesk.ui.language import language
from orderdesk.ui.records.form_page import FormPage
from orderdesk.ui.records.list_page import ListPage
from orderdesk.ui.records.merge_page import MergePage
from orderdesk.ui.records.table_page import TablePage
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.customers.matrix_screen import MatrixScreen
from orderdesk.ui.screens.customers.tier_page import TierPage
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.wire.commands import PutCustomer
from orderdesk.wire.records import CustomerRecord
from tests.support.desk import SampleDesk
from tests.support.windows import child, focused, press, type_text
from tests.ui.customers.conftest import World

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HUADONG = sample_id("customer", "C1001")

Open = Callable[..., World]


def stored(sample: SampleDesk) -> CustomerRecord:
    with sample.store.reading() as connection:
        found = customer_by_id(connection, HUADONG)
    assert found is not None
    return found.record


def names(world: World, area: str = "customers") -> list[str]:
    return [row.code for row in world.open_list(area).list.view.rows_model.rows]


def test_a_customer_is_found_opened_changed_and_saved_by_keys(sample: SampleDesk, open_world: Open) -> None:
    world = open_world("zhangwei")
    world.open_list("customers")
    type_text("8812")  # the tail of its phone
    press(Qt.Key.Key_Return)
    world.settle()
    screen = world.record
    assert screen.title() == "Huadong Home Co."
    assert screen.document_key() == HUADONG
    screen.turn_to("customer.contacts")
    contacts = screen.page
    assert isinstance(contacts, FormPage)
    assert focused() is contacts.box("code")
    for _ in range(3):
        press(Qt.Key.Key_Tab)
    assert focused() is contacts.box("readings")
    press(Qt.Key.Key_Return)  # Enter goes on, as Tab does
    contacts.go_to("credit_limit")
    type_text("120*1000")
    assert screen.is_modified()
    press(Qt.Key.Key_S, CTRL)
    world.settle()
    assert stored(sample).credit_limit == Decimal(120000)
    assert world.said == "C1001 华东家居 is saved."
    assert focused() is contacts.box("credit_limit")
    contacts.go_to("phone")
    type_text("021-1")
    assert screen.is_modified()
    assert world.window.tabs.bar.tabText(world.window.tabs.bar.currentIndex()).endswith("*")
    press(Qt.Key.Key_U, CTRL | SHIFT)
    assert not screen.is_modified()
    assert child(contacts, QLineEdit, "customer.contacts.phone").text() == "021-58348812"


def test_pages_turn_by_keys_and_show_what_belongs_to_the_customer(open_world: Open) -> None:
    world = open_world("lina")
    screen = world.open_record("customer", HUADONG)
    seen = []
    for _ in range(len(screen.pages_by_id())):
        press(Qt.Key.Key_PageDown, CTRL)
        world.settle()
        seen.append(screen.page.page_id)
        assert screen.page.isAncestorOf(focused())
    assert sorted(seen) == sorted(screen.pages_by_id())
    prices = screen.pages_by_id()["customer.prices"]
    assert isinstance(prices, ListPage)
    assert {row.source for row in prices.rows} == {"agreement", "tier"}
    press(Qt.Key.Key_F6)
    assert not screen.page.isAncestorOf(focused())


def test_all_problems_come_at_once_and_lead_to_their_boxes(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    screen = world.open_record("customer", HUADONG)
    screen.turn_to("customer.contacts")
    contacts = screen.page
    assert isinstance(contacts, FormPage)
    contacts.go_to("name")
    press(Qt.Key.Key_Delete)
    contacts.go_to("terms.closing_day")
    type_text("32")
    contacts.go_to("credit_limit")
    type_text("lots")
    screen.turn_to("customer.addresses")
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    assert [line.place for line in screen.problem_list.lines] == ["Name", "Closing day", "Credit limit"]
    assert screen.problem_list.isVisible()
    assert focused() is contacts.box("name")
    press(Qt.Key.Key_F8, CTRL)
    assert focused() is contacts.box("terms.closing_day")
    press(Qt.Key.Key_F8, CTRL | SHIFT)
    press(Qt.Key.Key_F8, CTRL | SHIFT)
    assert focused() is contacts.box("credit_limit")
    assert child(contacts, QLineEdit, "customer.contacts.credit_limit").text() == "lots"
    press(Qt.Key.Key_Escape)  # gives back nothing: what stands there is what was typed
    type_text("5000")
    press(Qt.Key.Key_Tab)
    assert len(screen.problem_list.lines) == 2
    assert stored(sample).name == "华东家居"


def test_addresses_and_aliases_are_typed_in_their_tables(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    screen = world.open_record("customer", HUADONG)
    screen.turn_to("customer.addresses")
    press(Qt.Key.Key_Insert, CTRL)
    for text in ("New store", "Wang", "138"):
        type_text(text)
        press(Qt.Key.Key_Return)
    screen.turn_to("customer.aliases")
    press(Qt.Key.Key_Insert, CTRL)
    type_text("HD-99")
    press(Qt.Key.Key_Return)
    type_text("A107")
    press(Qt.Key.Key_Return)
    type_text("Long table")
    press(Qt.Key.Key_S, CTRL)  # with the editor still open
    world.settle()
    record = stored(sample)
    assert (record.addresses[4].label, record.addresses[4].receiver, record.addresses[4].phone) == (
        "New store", "Wang", "138",
    )  # fmt: skip
    assert ("HD-99", sample_id("item", "A107"), "Long table") in [
        (one.number, one.item_id, one.name) for one in record.item_numbers
    ]
    page = screen.page
    assert isinstance(page, TablePage)
    page.cards[0].grid.go_to(0, "number")
    press(Qt.Key.Key_Delete, CTRL)
    press(Qt.Key.Key_S, CTRL)
    world.settle()
    assert len(stored(sample).item_numbers) == 3


def test_leaving_an_unsaved_record_asks_once_and_can_save(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    screen = world.open_record("customer", HUADONG)
    screen.turn_to("customer.contacts")
    screen.go_to("contact")
    type_text("Wang")
    press(Qt.Key.Key_W, CTRL)
    assert world.said == "Not saved yet: Contact."
    assert world.window.current_screen is screen
    message = world.window.strip.message
    assert message is not None
    message.buttons[0].run()
    world.settle()
    assert stored(sample).contact == "Wang"
    assert screen not in world.window.tabs.screens


def test_what_two_changed_is_answered_in_the_list(sample: SampleDesk, open_world: Open) -> None:
    world = open_world("zhangwei")
    screen = world.open_record("customer", HUADONG)
    screen.turn_to("customer.contacts")
    screen.go_to("phone")
    type_text("021-1")
    press(Qt.Key.Key_Tab)
    other = stored(sample).model_copy(update={"phone": "021-2"})
    sample.do(PutCustomer(record=other), "zhoumin", base_revision=1)
    world.settle()
    world.qtbot.waitUntil(lambda: bool(screen.problem_list.lines), timeout=5000)
    assert "021-1" in screen.problem_list.lines[0].sentence
    child(screen.problem_list, QPushButton, "records.conflict.theirs").click()
    assert screen.problem_list.lines == ()
    contacts = screen.page
    assert child(contacts, QLineEdit, "customer.contacts.phone").text() == "021-2"
    assert not screen.is_modified()


def test_views_show_tiers_the_stopped_and_who_pays_standard_prices(
    sample: SampleDesk, open_world: Open
) -> None:
    record = stored(sample)
    stopped = record.model_copy(update={"status": "stopped"})
    sample.do(PutCustomer(record=stopped), "zhoumin", base_revision=1)
    lonely = CustomerRecord(
        id=sample.ports.ids.new(), code="C9001", name="孤岛", tier="vip", price_sources=("list",)
    )
    sample.do(PutCustomer(record=lonely), "zhoumin")
    world = open_world("lina")
    screen = world.open_list("customers")
    desk = world.backend.desk()
    assert len(names(world)) == len(desk.customers) - 2  # one more was stopped before
    screen.choose("tier:vip")
    assert {desk.customers[row.id].tier for row in screen.list.view.rows_model.rows} == {"vip"}
    screen.choose("stopped")
    assert "C1001" in names(world)
    screen.choose("standard_prices")
    assert "C9001" in names(world)
    assert "record.new" not in screen.actions()  # a clerk reads
    press(Qt.Key.Key_F3)
    type_text("gudao")
    assert names(world) == ["C9001"]
    press(Qt.Key.Key_Return)
    world.settle()
    assert world.record.title() == "孤岛"
    assert "draft.save" not in world.record.actions()


def test_a_new_customer_begins_with_ins_and_both_languages_say_everything(open_world: Open) -> None:
    world = open_world()
    world.open_list("customers")
    press(Qt.Key.Key_Insert)
    world.settle()
    screen = world.record
    assert (screen.title(), screen.page.page_id) == ("New customer", "customer.contacts")
    language().switch_to("zh")
    assert screen.title() == "新客户"
    texts = [button.text() for button in screen.findChildren(QPushButton) if button.isVisible()]
    assert any("保存" in text for text in texts)
    contacts = screen.page
    assert isinstance(contacts, FormPage)
    assert contacts.box("name").accessibleName() == "名称"
    press(Qt.Key.Key_W, CTRL)
    assert screen not in world.window.tabs.screens  # nothing was typed: it goes without a question


def test_the_summary_begins_an_order_of_the_usual_basket(sample: SampleDesk, open_world: Open) -> None:
    bought = sample.draft("C1001", ("A105", "12"), ("B210", "48"), requested=date(2026, 3, 12))
    assert sample.submit(bought).outcome == "applied"
    world = open_world("lina")
    world.open_list("customers")
    type_text("C1001")
    press(Qt.Key.Key_Return)
    world.settle()
    screen = world.record
    assert screen.page.page_id == "customer.summary"
    press(Qt.Key.Key_Return)  # the way on has the focus
    world.settle()
    entry = world.window.current_screen
    assert isinstance(entry, EntryScreen)
    draft = entry.presenter.draft
    assert draft.customer_id == HUADONG
    assert draft.deliver_to.receiver == "周师傅"
    assert {line.item_id: line.quantity for line in draft.lines} == {
        sample_id("item", "A105"): Decimal(12), sample_id("item", "B210"): Decimal(48),
    }  # fmt: skip


def test_the_matrix_shows_every_group_and_says_where_each_cell_comes_from(open_world: Open) -> None:
    world = open_world()
    assert world.window.run_action("customers.matrix")
    world.settle()
    screen = world.window.current_screen
    assert isinstance(screen, MatrixScreen)
    assert screen.grid is not None
    assert screen.matrix is not None
    assert focused() is screen.grid
    at = next(at for at, line in enumerate(screen.matrix.lines) if line.kind == "passes")
    screen.grid.go_to(at, str([one.value for one in screen.matrix.groups].index("vip")))
    assert "Approval rules v1, row 1" in screen.facts.text
    assert "amount ≤ 30,000" in screen.facts.text
    language().switch_to("zh")
    assert "审批规则 第 1 版，第 1 行" in screen.facts.text


def test_a_tier_changes_with_a_reason_now_or_on_its_day(sample: SampleDesk, open_world: Open) -> None:
    sample.save(sample.draft("C1001", ("A105", "1")))
    world = open_world("zhangwei")
    screen = world.open_record("customer", HUADONG)
    assert world.window.run_action("tier.change")
    world.settle()
    page = screen.page
    assert isinstance(page, TierPage)
    assert focused() is page.tier
    assert "1 open draft" in " ".join(label.text() for label in page.findChildren(Label))
    press(Qt.Key.Key_Home)  # the first tier: A
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert world.said == "A tier change needs a reason."
    type_text("turnover")
    press(Qt.Key.Key_Return)
    world.settle()
    assert stored(sample).tier == "a"
    assert [row.reason for row in page.list.view.rows_model.rows] == ["turnover"]
    page.tier.setCurrentIndex(page.tier.findText("VIP"))
    page.day.setFocus()
    type_text("+7")
    press(Qt.Key.Key_Return)
    type_text("back again")
    press(Qt.Key.Key_Return)
    world.settle()
    assert [row.state for row in page.list.view.rows_model.rows] == ["planned", "applied"]
    assert stored(sample).tier == "a"
    page.list.view.setFocus()
    page.list.view.go_to(0)
    press(Qt.Key.Key_Delete, CTRL)
    world.settle()
    assert [row.state for row in page.list.view.rows_model.rows] == ["cancelled", "applied"]
    screen.turn_to("customer.history")
    world.settle()
    history = screen.page
    assert isinstance(history, ListPage)
    assert history.rows[0].reason == "turnover"
    assert world.window.open_area("customers") is not None
    customers = world.open_list("customers")
    customers.choose("moved_down")
    assert names(world) == ["C1001"]


def test_twins_are_compared_previewed_and_merged_by_keys(sample: SampleDesk, open_world: Open) -> None:
    twin = CustomerRecord(
        id=sample.ports.ids.new(), code="C9001", name="华东家居有限公司", phone="021-77778888"
    )
    sample.do(PutCustomer(record=twin), "zhoumin")
    draft = sample.draft("C1001", ("A105", "1")).model_copy(update={"customer_id": twin.id})
    sample.save(draft)
    world = open_world("zhangwei")
    screen = world.open_record("customer", twin.id)
    assert world.window.run_action("record.merge")
    page = screen.page
    assert isinstance(page, MergePage)
    assert focused() is page.box
    type_text("C1001")
    press(Qt.Key.Key_Return)
    world.settle()
    assert ["Name", "华东家居有限公司", "华东家居"] in page.texts()
    page.stays.setCurrentIndex(1)  # Huadong stays, not the one whose tab this is
    page.stays.activated.emit(1)
    world.settle()
    assert page.preview is not None
    assert (page.preview.keep_id, page.preview.counts["drafts"], page.preview.problems) == (HUADONG, 1, ())
    page.button.setFocus()
    press(Qt.Key.Key_Return)
    world.settle()
    assert world.said == "Merged. The old code and phone find the one that stays."
    assert world.record.document_key() == HUADONG
    assert screen not in world.window.tabs.screens
    world.open_list("customers")
    press(Qt.Key.Key_F3)
    type_text("C9001")
    assert names(world) == ["C1001"]
