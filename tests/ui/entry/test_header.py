"""The header: who buys, boxes that count when they are left, and everything on the Tab path."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from orderdesk.intake.sample import sample_id
from tests.support.windows import child, focused, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk

TAB = Qt.Key.Key_Tab


@pytest.mark.parametrize("typed", ["C1001", "hdjj", "huadong", "8812", "C1001 ", "Huadong Home"])
def test_a_customer_is_found_by(desk: EntryDesk, typed: str) -> None:
    desk.choose_customer(typed)
    assert desk.screen.presenter.draft.customer_id == sample_id("customer", "C1001")
    assert desk.place == (0, "code")


def test_several_matches_keep_the_list_and_say_how_many(desk: EntryDesk) -> None:
    type_text("meijia")
    press(ENTER)
    assert desk.place == "entry.customer"
    assert desk.said == "2 customers match “meijia”. Choose with Down, or type more."


def test_a_row_that_was_moved_onto_is_taken(desk: EntryDesk) -> None:
    type_text("meijia")
    QCoreApplication.processEvents()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert desk.place == (0, "code")
    assert desk.screen.presenter.draft.customer_id == sample_id("customer", "C1003")


def test_nobody_found_is_said(desk: EntryDesk) -> None:
    type_text("xyz9")
    press(ENTER)
    assert desk.said.startswith("No customer is found by “xyz9”.")
    assert desk.place == "entry.customer"


def test_leaving_the_box_takes_what_it_means(desk: EntryDesk) -> None:
    type_text("hdjj")
    press(TAB)
    assert desk.screen.presenter.draft.customer_id == sample_id("customer", "C1001")


def test_the_header_follows_from_the_customer(desk: EntryDesk) -> None:
    desk.choose_customer()
    draft = desk.screen.presenter.draft
    assert draft.salesperson_id == sample_id("person", "lina")
    assert draft.when_short == "ask"
    assert (draft.deliver_to.label, draft.deliver_to.receiver) == ("浦东仓库", "周师傅")


def test_terms_credit_and_tier_are_shown(desk: EntryDesk) -> None:
    desk.choose_customer()
    header = desk.screen.header
    assert header.tier.chip is not None
    assert (header.tier.chip.kind, header.tier.chip.word) == ("vip", "VIP")
    assert header.credit_bar.accessibleDescription() == "41,760.00 of 100,000 left as of Sun 8 Mar"


def test_a_customer_on_hold_is_marked_beside_the_tier(desk: EntryDesk) -> None:
    desk.choose_customer("C3002")
    chip = desk.screen.header.hold.chip
    assert chip is not None
    assert chip.kind == "hold"


def test_a_header_field_typed_while_the_customer_is_read_stays_as_typed(desk: EntryDesk) -> None:
    desk.backend.holds = True
    type_text("hdjj")
    press(ENTER)
    desk.screen.presenter.field_typed("when_short", "partial")
    desk.qtbot.waitUntil(lambda: desk.backend.held > 0)
    desk.backend.holds = False
    desk.backend.release()
    assert desk.screen.presenter.draft.when_short == "partial"
    assert desk.screen.presenter.draft.deliver_to.label == "浦东仓库"


def test_cells_wait_with_dots_while_prices_are_read(desk: EntryDesk) -> None:
    desk.backend.holds = True
    type_text("hdjj")
    press(ENTER)
    desk.key_lines(("A105", "12"))
    assert [desk.cell(0, column) for column in ("code", "quantity", "price", "amount")] == [
        "A105",
        "12",
        "…",
        "…",
    ]
    desk.qtbot.waitUntil(lambda: desk.backend.held > 0)
    desk.backend.holds = False
    desk.backend.release()
    QCoreApplication.processEvents()
    assert [desk.cell(0, column) for column in ("price", "amount")] == ["827.00", "9,924.00"]


def test_another_customer_reprices_and_says_how_many(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "4"), ("H830", "1"))
    press(Qt.Key.Key_Home, CTRL)
    desk.choose_customer("C1006")
    assert desk.said.startswith("3 prices changed with the customer") or desk.said.startswith("2 prices")
    assert desk.cell(0, "price") == "880.00"


def test_a_date_is_read_in_shorthand_and_counts_when_the_box_is_left(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.go_to_field("requested")
    type_text("+3")
    press(TAB)
    assert desk.screen.presenter.draft.requested == date(2026, 3, 12)


def test_an_unreadable_date_stays_marked_and_is_said(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.go_to_field("requested")
    type_text("soon")
    press(ENTER)
    assert desk.place == "entry.requested"
    assert focused().property("problem") == "block"
    assert desk.screen.presenter.draft.requested is None


def test_arrows_step_the_date(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.go_to_field("requested")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    press(ENTER)
    assert desk.screen.presenter.draft.requested == date(2026, 3, 11)
    assert desk.place == (0, "code")


def test_an_address_is_chosen_with_f4_and_the_arrows(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.go_to_field("deliver_to")
    press(Qt.Key.Key_F4)
    box = child(desk.screen, QComboBox, "entry.deliver_to")
    assert box.view().isVisible()
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert desk.screen.presenter.draft.deliver_to.label == "7 号店"


def test_the_whole_header_is_on_the_tab_path(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.go_to_field("customer")
    walked = []
    for _ in range(20):
        press(TAB)
        if desk.place == (0, "code"):
            break
        walked.append(desk.place)
    expected = {"entry.po_number", "entry.deliver_to", "entry.requested", "entry.document_date"}
    expected |= {
        f"entry.{name}" for name in ("salesperson", "delivery_method", "urgency", "when_short", "note")
    }
    expected |= {f"entry.{name}" for name in ("prices_include_tax", "order_discount", "rounding")}
    expected |= {"entry.freight_terms"}
    assert expected <= set(walked)


def test_order_discount_freight_and_rounding_reach_the_totals(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "1"))
    take = desk.screen.presenter.field_typed
    take("order_discount", "3")
    take("freight_terms", "prepaid")
    take("freight", "50.50")
    take("rounding", "yuan")
    QCoreApplication.processEvents()
    evaluation = desk.screen.presenter.evaluation
    assert evaluation is not None
    priced = evaluation.priced
    assert priced is not None
    assert (priced.order_discount, priced.freight_gross) == (Decimal("24.81"), Decimal("50.50"))
    assert desk.screen.totals.total_text == "852.00"


def test_the_switch_of_the_tax_says_how_many_prices_show_differently(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "1"))
    desk.screen.presenter.field_typed("prices_include_tax", False)
    QCoreApplication.processEvents()
    assert desk.said == "1 price is shown on the other basis now. Typed prices stand as typed."
    assert desk.cell(0, "price") == "731.8584"


def test_a_used_po_number_warns_and_does_not_ban(desk: EntryDesk) -> None:
    for _ in range(2):
        desk.choose_customer()
        desk.screen.go_to_field("po_number")
        type_text("HD-26-0311")
        press(ENTER)
        desk.key_lines(("A105", "1"))
        desk.submit()
    assert [state for _, state, _ in desk.orders()] == ["released", "released"]


def test_a_used_po_number_is_told_when_it_is_typed(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.screen.presenter.field_typed("po_number", "HD-26-0311")
    desk.key_lines(("A105", "1"))
    desk.submit()
    number = desk.orders()[0][0]
    desk.choose_customer()
    desk.screen.go_to_field("po_number")
    type_text("HD-26-0311")
    press(ENTER)
    assert desk.said.startswith(f"The customer PO number HD-26-0311 also stands on {number}.")


def test_escape_puts_the_chosen_customer_back(desk: EntryDesk) -> None:
    desk.choose_customer()
    press(Qt.Key.Key_Home, CTRL)
    type_text("mei")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert desk.screen.header.customer.text() == "Huadong Home Co."


def test_every_box_has_a_name_for_a_screen_reader(desk: EntryDesk) -> None:
    boxes: dict[str, QWidget] = {**desk.screen.header.boxes(), **desk.screen.more.part.boxes()}
    assert [name for name, box in boxes.items() if not box.accessibleName()] == []
