"""Several orders approved at once, never unseen or above the limit without the count; and comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from orderdesk.ui.language import language
from orderdesk.ui.order_files.page import FilesPage
from orderdesk.wire.commands import DecideTask, WithdrawSubmit
from tests.services.approval_support import active, decide, order_row, put, tasks
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import focused, press, type_text
from tests.ui.inbox_support import InboxDesk, open_inbox, waiting
from tests.ui.test_inbox_presenter import Inbox

ALT = Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def inbox(sample_sqlite_url: str) -> Iterator[Inbox]:
    opened = Inbox(sample_sqlite_url)
    yield opened
    opened.desk.store.close()


def mark_all(inbox: Inbox) -> None:
    """Mark everything by one key, having opened the first two cards."""
    inbox.presenter.move(1)
    inbox.services.settle()
    inbox.presenter.mark_alike()
    inbox.presenter.decide("approve")
    inbox.services.settle()


def test_the_sheet_counts_sums_and_unticks_what_nobody_has_opened(inbox: Inbox) -> None:
    numbers = inbox.open(4)
    mark_all(inbox)
    sheet = inbox.view.sheet
    assert sheet is not None
    assert [row.card.row.number for row in sheet.rows] == numbers
    assert [row.is_chosen for row in sheet.rows] == [True, True, False, False]
    assert sheet.sums == {"CNY": sum(row.card.row.total for row in sheet.chosen)}
    assert not inbox.presenter.can_decide, "letters decide nothing behind the sheet"


def test_each_ticked_order_is_approved_by_its_own_command_and_one_key_takes_all_back(inbox: Inbox) -> None:
    inbox.open(4)
    mark_all(inbox)
    assert inbox.view.sheet is not None
    third = inbox.view.sheet.rows[2]
    inbox.presenter.bulk.toggle(third.id)
    inbox.presenter.bulk.send("3")
    inbox.services.settle()
    sent = [command.data for command in inbox.services.sent]
    assert all(isinstance(data, DecideTask) for data in sent)
    assert len({data.material for data in sent if isinstance(data, DecideTask)}) == 3
    assert inbox.said[-1] == "inbox.bulk.done"
    assert len(inbox.view.waiting) == 1
    assert inbox.view.sheet is None
    inbox.presenter.undo()
    inbox.services.settle()
    assert len(inbox.view.waiting) == 4
    assert not inbox.presenter.can_undo


def test_above_the_limit_the_count_is_typed(inbox: Inbox) -> None:
    inbox.open(2)
    mark_all(inbox)
    sheet = inbox.view.sheet
    assert sheet is not None
    assert sheet.limit is not None
    assert not sheet.needs_count, "the sample's two orders stay below the limit"
    put(inbox.desk, approval__bulk_limit="100")
    inbox.presenter.bulk.cancel()
    inbox.presenter.decide("approve")
    inbox.services.settle()
    for typed in ("", "1", "two"):
        inbox.presenter.bulk.send(typed)
    inbox.services.settle()
    assert inbox.view.bulk_problems == ["inbox.bulk.count"] * 3
    assert inbox.services.sent == []
    inbox.presenter.bulk.send(" 2 ")
    inbox.services.settle()
    assert len(inbox.services.sent) == 2


def test_nothing_ticked_sends_nothing(inbox: Inbox) -> None:
    inbox.open(1)
    mark_all(inbox)
    assert inbox.view.sheet is not None
    inbox.presenter.bulk.toggle(inbox.view.sheet.rows[0].id)
    inbox.presenter.bulk.send("0")
    assert inbox.view.bulk_problems == ["inbox.bulk.nothing"]
    assert inbox.presenter.bulk.cancel()
    assert inbox.presenter.can_decide
    assert inbox.presenter.marked, "marks stay"


def test_an_order_taken_back_meanwhile_is_refused_alone(inbox: Inbox) -> None:
    orders = waiting(inbox.desk, 3)
    inbox.presenter.load()
    inbox.services.settle()
    for _ in range(2):
        inbox.presenter.move(1)
        inbox.services.settle()
    inbox.presenter.mark_alike()
    inbox.presenter.decide("approve")
    inbox.services.settle()
    outcome = inbox.desk.do(WithdrawSubmit(order_id=orders[1].id), "lina")
    assert not outcome.is_refused
    inbox.presenter.bulk.send("3")
    inbox.services.settle()
    assert inbox.said[-1] == "inbox.bulk.some"
    states = [order_row(inbox.desk, order.id).state for order in orders]
    assert states == ["released", "draft", "released"]


def test_queues_show_the_team_and_what_was_sent_back(inbox: Inbox) -> None:
    orders = waiting(inbox.desk, 2)
    decide(inbox.desk, active(inbox.desk, orders[0].id), "send_back", "zhangwei", reason_code="price")
    inbox.presenter.load()
    inbox.services.settle()
    lists = inbox.view.lists
    assert [row.number for row in lists.team] == [row.number for row in lists.waiting]
    assert [row.order_id for row in lists.sent_back] == [orders[0].id]
    inbox.presenter.show_queue("sent_back")
    inbox.services.settle()
    assert not inbox.presenter.can_decide
    assert inbox.view.card is not None
    assert tasks(inbox.desk, orders[1].id)[0].id == active(inbox.desk, orders[1].id).id


@pytest.fixture
def window(qtbot: QtBot, sample_sqlite_url: str, tmp_path: Path) -> Iterator[InboxDesk]:
    sample: SampleDesk = open_sample_desk(sample_sqlite_url)
    waiting(sample, 3)
    opened = open_inbox(qtbot, sample, tmp_path)
    yield opened
    opened.backend.stop()
    language().switch_to("en")


def test_three_orders_are_approved_by_keys_alone(window: InboxDesk) -> None:
    press(Qt.Key.Key_J, SHIFT)
    window.settle()
    press(Qt.Key.Key_J, SHIFT)
    window.settle()
    type_text("a")
    window.settle()
    sheet = window.screen.bulk
    assert sheet.isVisible()
    assert focused() is sheet.rows
    language().switch_to("zh")
    assert "3" in sheet.title.text()
    press(Qt.Key.Key_Space)
    assert "2" in sheet.send.text()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)
    window.settle()
    assert not sheet.isVisible()
    assert window.screen.presenter.marked_rows == ()
    assert focused() is window.screen.list
    press(Qt.Key.Key_Escape)


def test_a_comment_is_typed_below_the_card_and_keeps_what_is_typed_until_it_is_said(
    window: InboxDesk,
) -> None:
    type_text("c")
    box = window.screen.comment
    assert focused() is box.words
    type_text("a first, then r")
    assert window.screen.presenter.row is not None, "letters decide nothing in the box"
    press(Qt.Key.Key_Return)
    window.settle()
    assert not box.isVisible()
    assert focused() is window.screen.list
    assert "a first, then r" in " ".join(note.text for note in window.screen.card.comments.notes)
    type_text("c")
    type_text("never said")
    press(Qt.Key.Key_Escape)
    window.settle()
    assert not box.isVisible()
    assert "never said" not in " ".join(note.text for note in window.screen.card.comments.notes)


def test_files_stand_on_the_card_and_open_in_its_place(
    window: InboxDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def opens(_page: FilesPage, path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr(FilesPage, "open_path", opens)
    screen, card = window.screen, window.screen.presenter.card
    assert card is not None
    assert not screen.card.files.isVisible()
    press(Qt.Key.Key_F3, ALT)
    fax = tmp_path / "采购单.pdf"
    fax.write_bytes(b"%PDF-1.7 seven")
    screen.files.page.presenter.add([fax])
    window.settle()
    assert screen.card.isHidden()
    assert screen.files.page.holds_keys()
    screen.files.page.list.setFocus()
    press(Qt.Key.Key_Return)
    window.settle()
    assert [path.name for path in opened] == ["采购单.pdf"]
    assert screen.actions() == ("files.show", "files.add"), "nothing is decided unseen"
    press(Qt.Key.Key_Escape)
    window.settle()
    assert screen.files.isHidden()
    assert focused() is screen.list
    assert screen.card.files.isVisible()
    assert screen.card.files.title.text() == "1 file (Alt+F3)"
    assert [note.text for note in screen.card.files.notes] == ["采购单.pdf"]
    press(Qt.Key.Key_F3, ALT)
    press(Qt.Key.Key_F3, ALT)
    assert screen.card.isVisible()
    press(Qt.Key.Key_F3, ALT)
    screen.list.setFocus()
    press(Qt.Key.Key_Down)
    window.settle()
    assert screen.card.isVisible(), "the files of one order do not stand beside the card of another"
    assert not screen.card.files.isVisible()
    assert screen.presenter.can_decide
