"""Change mode: a sent order on the screen, sent again as one command, or left as it was after a question."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt
from sqlalchemy import select

from orderdesk.models import ApprovalTask
from orderdesk.services.journal import Journal
from orderdesk.ui.screens.entry.differences import differences
from orderdesk.wire.drafts import OrderDraft
from tests.services.approval_support import active, decide, order_row, submitted
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk

ESC = Qt.Key.Key_Escape


def opened(desk: EntryDesk) -> OrderDraft:
    """Submit an order that waits for a manager, and open it to be changed."""
    order = submitted(desk.sample)
    desk.window.open_document("entry", order.id)
    desk.idle()
    return order


def rounds(desk: EntryDesk, order_id: UUID) -> list[tuple[int, str]]:
    with desk.backend.store.reading() as connection:
        rows = connection.execute(
            select(ApprovalTask.round, ApprovalTask.state)
            .where(ApprovalTask.order_id == order_id, ApprovalTask.step == 1)
            .order_by(ApprovalTask.round)
        )
        return [(row.round, row.state) for row in rows]


def key_quantity(desk: EntryDesk, text: str) -> None:
    desk.go(1, "quantity")
    type_text(text)
    press(ENTER)


def test_a_change_is_sent_under_the_same_number_with_a_new_round(desk: EntryDesk) -> None:
    order = opened(desk)
    assert desk.screen.banner.isVisible()
    assert order.number is not None
    assert order.number in desk.screen.banner.title.text()
    assert desk.screen.title() == order.number
    assert not desk.screen.is_modified()
    key_quantity(desk, "9")
    assert desk.screen.is_modified()
    assert "draft.save" not in desk.screen.actions()
    desk.screen.run_action("draft.save")
    assert desk.said.startswith("Changes of a sent order are not saved on the way.")
    desk.submit()
    assert desk.said.startswith(f"{order.number} changed and sent again")
    assert rounds(desk, order.id) == [(1, "withdrawn"), (2, "active")]
    assert desk.screen.presenter.draft.id != order.id  # its tab has gone
    assert desk.place == "entry.customer"  # the keys are in the tab that came up
    assert Journal(desk.data_dir / "drafts").read_all() == ()


def test_esc_leaves_at_once_without_changes_and_asks_once_with_their_list(desk: EntryDesk) -> None:
    order = opened(desk)
    for _ in range(3):
        press(ESC)
        desk.idle()
    assert desk.screen.presenter.draft.id != order.id

    desk.window.open_document("entry", order.id)
    desk.idle()
    key_quantity(desk, "9")
    press(Qt.Key.Key_W, CTRL)  # closing the tab asks as well
    desk.idle()
    banner = desk.screen.banner
    assert desk.screen.change.asks
    assert banner.list.text() == "Line 2, B210: quantity 6 → 9"
    assert desk.place == "entry.change.second"
    press(ESC)  # goes on
    assert not desk.screen.change.asks
    assert desk.cell(1, "quantity") == "9"
    press(Qt.Key.Key_W, CTRL)
    banner.first.click()
    desk.idle()
    assert desk.screen.presenter.draft.id != order.id
    assert order_row(desk.sample, order.id).state == "submitted"
    assert rounds(desk, order.id) == [(1, "active")]
    assert Journal(desk.data_dir / "drafts").read_all() == ()


def test_who_decided_meanwhile_is_named_and_everything_typed_stays(desk: EntryDesk) -> None:
    order = opened(desk)
    key_quantity(desk, "9")
    decide(desk.sample, active(desk.sample, order.id), "approve", "zhangwei")
    desk.submit()
    assert "Zhang Wei was faster" in desk.said
    assert desk.cell(1, "quantity") == "9"
    assert desk.screen.banner.isVisible()


def test_nothing_changed_is_said(desk: EntryDesk) -> None:
    opened(desk)
    desk.submit()
    assert desk.said.startswith("Nothing was changed yet.")


def test_what_cannot_be_sent_is_listed_and_stays(desk: EntryDesk) -> None:
    order = opened(desk)
    desk.go(1, "quantity")
    type_text("0")
    press(ENTER)
    desk.submit()
    assert desk.screen.problem_panel.problems
    assert rounds(desk, order.id) == [(1, "active")]


def test_a_crash_brings_a_change_back_to_its_cell(desk: EntryDesk) -> None:
    order = opened(desk)
    key_quantity(desk, "9")
    desk.screen.presenter.keeper.journal_now()
    desk.idle()
    [entry] = Journal(desk.data_dir / "drafts").read_all()
    desk.screen.presenter.changing.leave()  # as if the program had ended
    desk.window.tabs.close_screen(desk.screen)
    Journal(desk.data_dir / "drafts").append(entry)
    desk.window.open_document("entry", entry)
    desk.idle()
    assert desk.screen.presenter.changing.is_on
    assert desk.cell(1, "quantity") == "9"
    assert desk.said.startswith("Restored")
    decide(desk.sample, active(desk.sample, order.id), "approve", "zhangwei")


def test_a_released_order_says_what_it_is(desk: EntryDesk) -> None:
    draft = desk.sample.draft("C1001", ("A105", "2"))
    desk.sample.submit(draft)
    desk.window.open_document("entry", draft.id)
    desk.idle()
    assert "is released, and the warehouse may be at work on it" in desk.said
    assert len(desk.window.tabs.screens) == 1


def test_each_difference_is_told_once(desk: EntryDesk) -> None:
    draft = desk.sample.draft("C1001", ("A105", "2"), ("B210", "4"), ("C330", "1"))
    first, second, third = draft.lines
    extra = desk.sample.draft("C1001", ("B211", "3")).lines[0]
    changed = draft.model_copy(
        update={
            "po_number": "PO-9",
            "lines": (
                first.model_copy(update={"manual_price": Decimal(9), "manual_reason": "x"}),
                second.model_copy(update={"quantity": Decimal(5)}), extra,
            ),
        }
    )  # fmt: skip
    found = [
        (problem.code, problem.params.get("code"), problem.params.get("field"))
        for problem in differences(draft, changed, desk.backend.desk())
    ]
    assert found == [
        ("change.field", None, "entry.field.po_number"),
        ("change.line.field", "A105", "entry.column.price"),
        ("change.line.field", "A105", "change.notes"),
        ("change.line.quantity", "B210", None),
        ("change.line.added", "B211", None),
        ("change.line.gone", "C330", None),
    ]
    assert third.item_id is not None
