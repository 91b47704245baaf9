"""A new caller and a new item, created while the first order is keyed: Insert, a few boxes, and on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from orderdesk.errors import EnvironmentProblem, OrderDeskError, Problem
from orderdesk.intake.sample import sample_id
from orderdesk.rules.entry.next_code import next_code
from orderdesk.services.reading.desk import load_customer
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language
from orderdesk.ui.screens.entry.finding import ItemChoice
from orderdesk.ui.screens.entry.newcomers import Newcomer, NewCustomer, NewItem
from orderdesk.ui.screens.entry.presenter import EntryPresenter
from orderdesk.wire.commands import CreateCustomer
from tests.support.desk import SampleDesk
from tests.support.windows import commit, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk
from tests.ui.entry.test_presenter import Services, View

INSERT, ESC, TAB = Qt.Key.Key_Insert, Qt.Key.Key_Escape, Qt.Key.Key_Tab
WHERE = "浙江省杭州市西湖区文三路 90 号"
CALLER = {"name": "三和商行", "phone": "13800138000", "contact": "张三", "address": WHERE, "note": ""}
ITEM = {"code": "Q900", "name": "样品桌", "unit": "张", "price": "99.50", "tax": "13%"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language().switch_to("en")
    yield
    language().switch_to("en")


class Asked:
    """What came of asking for a newcomer to be created."""

    def __init__(self, newcomer: Newcomer, texts: dict[str, str]) -> None:
        self.made: list[UUID] = []
        self.refused: list[Problem] = []
        self.failed: list[OrderDeskError] = []
        newcomer.create(texts, self.made.append, self.refused.extend, self.failed.append)


@pytest.fixture
def services(sample_here: SampleDesk) -> Iterator[Services]:
    yield Services(sample_here)
    sample_here.store.close()


@pytest.fixture
def presenter(services: Services) -> EntryPresenter:
    made = EntryPresenter(services, View())
    made.start()
    return made


# ── without a window ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("codes", "following"),
    [
        ((), "C0001"),
        (("anna", "bob"), "C0001"),
        (("C1001", "C1049", "VIP-7"), "C1050"),
        (("C0009", "C0002"), "C0010"),
        (("C99", "C98"), "C100"),
        (("C99", "C98", "C100"), "C101"),
        (("C1", "C2", "C20260309001"), "C3"),
        (("7", "12", "13"), "14"),
    ],
)
def test_the_next_code_follows_those_that_most_have(codes: tuple[str, ...], following: str) -> None:
    assert next_code(codes, "C0001") == following


def test_a_new_caller_is_chosen_once_the_desk_knows_it(
    presenter: EntryPresenter, sample_here: SampleDesk
) -> None:
    new = NewCustomer(presenter)
    assert new.begin("三和商行") == {"name": "三和商行"}
    assert new.begin(" 138 0013 8000 ") == {"phone": "138 0013 8000"}
    highest = max(one.code for one in presenter.desk.customers.values() if one.code.startswith("C"))
    assert f"C{int(highest[1:]) + 1}" in new.heading()
    [made] = Asked(new, CALLER).made
    assert presenter.desk.customers[made].name == "三和商行"
    assert new.take(made)
    assert presenter.draft.customer_id == made
    with sample_here.store.reading() as connection:
        stored = load_customer(connection, made)
    assert stored is not None
    [address] = stored.addresses
    assert (address.receiver, address.phone, address.city) == ("张三", "13800138000", "杭州市")
    assert (stored.tier, stored.contact) == ("standard", "张三")


def test_what_a_pasted_address_says_of_the_caller_is_taken(presenter: EntryPresenter) -> None:
    new = NewCustomer(presenter)
    new.begin("")
    texts = CALLER | {"phone": "", "contact": "", "address": f"李四 13900002222 {WHERE}"}
    assert new.reading("address", texts).startswith("李四 · 13900002222 · ")
    [made] = Asked(new, texts).made
    assert (presenter.desk.customers[made].contact, presenter.desk.customers[made].phone) == (
        "李四", "13900002222",
    )  # fmt: skip


def test_an_address_that_names_nobody_is_received_by_who_calls(presenter: EntryPresenter) -> None:
    new = NewCustomer(presenter)
    assert new.reading("address", CALLER).startswith("张三 · 13800138000 · ")
    assert new.reading("address", CALLER | {"contact": ""}).startswith("三和商行 · 13800138000 · ")
    assert new.reading("address", CALLER | {"address": ""}) == ""


def test_all_problems_of_rubbish_are_named_at_once(presenter: EntryPresenter) -> None:
    caller, item = NewCustomer(presenter), NewItem(presenter)
    caller.begin("")
    rubbish = {"name": "  ", "phone": "abc", "contact": "", "address": "????", "note": ""}
    assert [problem.path for problem in caller.problems(rubbish)] == ["name", "phone", "address"]
    rubbish = {"code": " ", "name": "", "unit": "", "price": "ten", "tax": "250"}
    found = item.problems(rubbish)
    assert [problem.path for problem in found] == ["code", "name", "unit", "price", "tax"]
    assert [problem.code for problem in item.problems(ITEM | {"code": "A105"})] == [
        "problem.record.code_taken"
    ]
    assert item.problems(ITEM) == ()


def test_who_has_the_phone_or_the_name_is_offered_and_told_once(presenter: EntryPresenter) -> None:
    new = NewCustomer(presenter)
    new.begin("")
    typed = CALLER | {"phone": "021 5834 8812", "name": "美家家居"}
    assert [(one.code, one.box) for one in new.alike(typed)] == [("C1001", "phone"), ("C1002", "name")]
    assert new.is_doubtful(typed)
    assert not new.is_doubtful(typed)  # said once, it may be another all the same
    assert new.is_doubtful(typed | {"name": "美佳家居"})
    assert new.alike(CALLER | {"name": "邓小梅"}) == ()  # she only works there
    assert new.alike(CALLER | {"phone": "8812"}) == ()
    item = NewItem(presenter)
    item.begin("")
    name = presenter.desk.items[sample_id("item", "B210")].name
    assert [one.code for one in item.alike(ITEM | {"code": "a105", "name": name})] == ["A105", "B210"]


@pytest.mark.parametrize("typed", ["13900002222", "+86 139 0000 2222", "８６１３９００００２２２２"])
def test_a_mobile_phone_is_the_same_with_its_country(sample_here: SampleDesk, typed: str) -> None:
    there = CreateCustomer(
        customer_id=sample_here.ports.ids.new(), code="Q1", customer_name="别家", phone="13900002222"
    )
    assert not sample_here.do(there, "lina").is_refused
    new = NewCustomer(EntryPresenter(Services(sample_here), View()))
    assert [one.code for one in new.alike(CALLER | {"phone": typed})] == ["Q1"]
    sample_here.store.close()


def test_a_code_that_another_desk_drew_meanwhile_is_passed_over(
    presenter: EntryPresenter, sample_here: SampleDesk
) -> None:
    new = NewCustomer(presenter)
    new.begin("")
    mine = next_code([one.code for one in presenter.desk.customers.values()], "")
    there = CreateCustomer(customer_id=sample_here.ports.ids.new(), code=mine, customer_name="别家")
    assert not sample_here.do(there, "wangfang").is_refused
    [made] = Asked(new, CALLER).made
    assert presenter.desk.customers[made].code == next_code([mine], "")


def test_after_a_failure_the_same_command_is_sent_again(
    presenter: EntryPresenter, services: Services
) -> None:
    new = NewCustomer(presenter)
    new.begin("")
    services.fault = EnvironmentProblem("error.store.in_use", holder="x")
    assert [fault.code for fault in Asked(new, CALLER).failed] == ["error.store.in_use"]
    services.fault = None
    assert Asked(new, CALLER).made
    first, second = services.executed
    assert first == second


def test_what_is_created_late_does_not_go_into_another_order(presenter: EntryPresenter) -> None:
    new = NewCustomer(presenter)
    new.begin("")
    presenter.open_blank()
    [made] = Asked(new, CALLER).made
    assert not new.take(made)
    assert presenter.draft.customer_id is None


def test_a_new_item_stands_in_its_cell_at_its_price(presenter: EntryPresenter) -> None:
    presenter.customer_chosen(sample_id("customer", "C1001"))
    presenter.lines.typed(0, "code", ItemChoice(sample_id("item", "A105")))
    presenter.lines.typed(1, "code", "Q900")  # kept as typed: the line is provisional
    item = NewItem(presenter)
    begun = item.begin_at(1, "")
    assert (begun["code"], begun["unit"], begun["tax"]) == ("Q900", "pc", "13%")
    [made] = Asked(item, ITEM).made
    item.take(made)
    view = presenter.view
    assert isinstance(view, View)
    assert view.places[-1] == (1, "quantity")
    presenter.lines.typed(1, "quantity", "2")
    presenter.settle()
    assert [line.item_id for line in presenter.draft.lines] == [sample_id("item", "A105"), made]
    assert view.rows[1].amount == Decimal("199.00")
    assert presenter.desk.items[made].unit_params("张") == {"unit": "张", "unit_en": "pc"}


# ── in the window ──────────────────────────────────────────────────────────────────────────────────


def words_of_insert(desk: EntryDesk) -> str:
    return desk.screen.action_words()["record.new"]


def test_a_whole_order_of_a_new_caller_is_played_without_the_mouse(desk: EntryDesk) -> None:
    notes = [label.whole_text for label in desk.screen.header.findChildren(ElidedLabel)]
    assert "or tax, order or PO number" in notes
    press(INSERT)
    assert desk.place == "entry.new_customer.name"
    for text in ("三和商行", "13800138000", "张三", WHERE):
        commit(text) if not text.isdecimal() else type_text(text)
        QCoreApplication.processEvents()  # an Enter right after a commit is the input method's
        press(ENTER)
    assert desk.place == "entry.new_customer.note"
    press(ENTER)
    desk.idle()
    assert desk.place == (0, "code")
    assert desk.screen.header.customer.text() == "三和商行"
    assert "三和商行 is a customer now" in desk.said
    assert desk.screen.header.deliver_to.currentText() == "1  杭州市西湖区"
    desk.key_lines(("A105", "2"))
    type_text("Q900")
    press(INSERT)
    panel = desk.screen.facts.newcomers.item.part
    assert desk.place == "entry.new_item.name"
    assert panel.boxes["code"].text() == "Q900"
    commit("样品桌")
    QCoreApplication.processEvents()
    press(ENTER)
    press(ENTER)  # the usual unit
    type_text("99.5")
    press(ENTER, CTRL)
    desk.idle()
    assert desk.place == (1, "quantity")
    assert not panel.is_open
    type_text("3")
    press(ENTER)
    desk.submit()
    [(_, _, lines)] = desk.orders()
    assert lines == (("A105", Decimal(2)), ("Q900", Decimal(3)))


def test_all_problems_stand_beside_their_boxes_and_the_texts_stay(desk: EntryDesk) -> None:
    type_text("12")
    press(INSERT)
    panel = desk.screen.facts.newcomers.customer.part
    assert panel.boxes["name"].text() == "12"
    panel.boxes["name"].clear()
    panel.boxes["phone"].setText("abc")
    press(ENTER, CTRL)
    assert desk.place == "entry.new_customer.name"
    assert [panel.boxes[name].property("problem") for name in ("name", "phone")] == ["block", "block"]
    assert desk.said.startswith("2 boxes are not right")
    assert panel.boxes["phone"].text() == "abc"
    language().switch_to("zh")
    assert panel.boxes["name"].accessibleDescription() == "缺少名称。"
    language().switch_to("en")
    press(ESC)
    assert not panel.is_open
    assert desk.place == "entry.customer"
    assert desk.screen.header.customer.text() == "12"  # as it was typed


def test_who_is_there_already_is_taken_by_one_key(desk: EntryDesk) -> None:
    type_text("02158348812999")
    press(INSERT)
    panel = desk.screen.facts.newcomers.customer.part
    assert words_of_insert(desk) == "newcomer.action.customer"
    assert desk.screen.action_words()["finish"] == "newcomer.action.create"
    panel.boxes["phone"].clear()
    panel.boxes["phone"].setFocus()
    type_text("021-58348812")
    assert words_of_insert(desk) == "newcomer.action.take"
    assert panel.told.whole_text.startswith("C1001 ")
    panel.boxes["name"].setFocus()
    commit("另一家")
    press(ENTER, CTRL)
    desk.idle()
    assert panel.is_open  # told first
    assert desk.said.startswith("There is one like it already")
    press(INSERT)
    desk.idle()
    assert desk.place == (0, "code")
    assert desk.screen.presenter.draft.customer_id == sample_id("customer", "C1001")


def test_keys_typed_while_it_is_created_go_to_the_lines(desk: EntryDesk) -> None:
    press(INSERT)
    commit("三和商行")
    press(ENTER, CTRL)
    type_text("A105")
    press(ENTER)
    type_text("4")
    press(ENTER)
    desk.idle()
    QCoreApplication.processEvents()
    assert [(line.item_id, line.quantity) for line in desk.screen.presenter.draft.lines] == [
        (sample_id("item", "A105"), Decimal(4))
    ]
    assert desk.screen.header.customer.text() == "三和商行"


def test_escape_gives_the_cell_back_with_what_was_typed(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"))
    type_text("Q9")
    press(INSERT)
    assert words_of_insert(desk) == "newcomer.action.item"
    commit("样品桌")
    press(Qt.Key.Key_F2, SHIFT)  # the notes push it aside
    press(ESC)
    desk.go(1, "code")
    press(INSERT)
    boxes = desk.screen.facts.newcomers.item.part.boxes
    assert (boxes["code"].text(), boxes["name"].text()) == ("Q9", "样品桌")
    press(ESC)
    desk.go(1, "code")
    type_text("Q9")
    press(INSERT)
    assert boxes["name"].text() == ""  # it was given up
    press(ESC)
    assert desk.place == (1, "code")
    editor = desk.grid.editor()
    assert editor is not None
    assert editor.text() == "Q9"
    press(ESC)
    desk.screen.go_to_field("deliver_to")
    press(INSERT)  # there it asks for another address, as before
    assert desk.place == "entry.address.whole"
    press(INSERT)
    assert desk.screen.facts.address.is_open
