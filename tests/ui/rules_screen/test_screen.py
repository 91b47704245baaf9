"""The rules screen in its window, by keys: a limit changed, rehearsed, published, rolled back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.live_rules import live_table, live_version
from orderdesk.services.reading.rules import draft_view
from orderdesk.ui.areas import make_areas
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screen import Person
from orderdesk.ui.screens.rules.screen import RulesScreen
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.rule_life import RuleDesk
from tests.support.windows import focused, press, show, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


class Rules:
    """A running desk with its window, and the rules screen for who sits there."""

    def __init__(self, sample: SampleDesk, qtbot: QtBot, folder: Path, person: str = "zhoumin") -> None:
        self.qtbot, self.sample = qtbot, sample
        self.backend = Backend(sample.store, sample.door, sample.ports, folder, "test")
        with qtbot.waitSignal(self.backend.ready, timeout=5000):
            self.backend.start()
        self.backend.set_person(sample_id("person", person))
        who = self.backend.person
        assert who is not None
        self.window = MainWindow(make_areas(self.backend))
        self.window.resize(1366, 768)
        self.window.set_person(Person(who.id, who.name_en, who.roles))
        show(qtbot, self.window)
        self.window.open_document("rules", "approval")
        self.settle()

    @property
    def screen(self) -> RulesScreen:
        screen = self.window.current_screen
        assert isinstance(screen, RulesScreen)
        return screen

    def settle(self) -> None:
        """Wait until what is typed is saved, checked and read back, and nothing else is under way."""
        drafting = self.screen.presenter.drafting
        self.qtbot.waitUntil(
            lambda: (
                self.backend.is_idle
                and not drafting.is_dirty
                and not drafting.is_sending
                and not self.screen.presenter.publishing.is_running
            ),
            timeout=10_000,
        )

    def key_cell(self, row: int, column: str, text: str) -> None:
        grid = self.screen.card.grid
        assert grid is not None
        grid.setFocus()
        grid.go_to(row - 1, column)
        type_text(text)
        press(ENTER)
        self.settle()

    def cell(self, row: int, column: str) -> str:
        grid = self.screen.card.grid
        assert grid is not None
        model = grid.rows_model
        return model.columns[model.column_of(column)].text(model.rows[row - 1])

    @property
    def said(self) -> str:
        message = self.window.strip.message
        return message.text if message is not None else ""

    def live(self) -> int:
        with self.sample.store.reading() as connection:
            return live_version(connection, "approval", self.sample.clock.now())


@pytest.fixture
def rules(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Rules]:
    language().switch_to("en")
    opened = Rules(sample, qtbot, tmp_path)
    yield opened
    opened.backend.stop()
    language().switch_to("en")


def test_the_table_that_decides_is_read_in_both_languages(rules: Rules) -> None:
    assert rules.screen.card.title.text() == "Approval, version 1"
    assert rules.cell(1, "when.tier") == "= VIP"
    assert rules.cell(4, "when.order_kind") == "= Sample"
    assert rules.cell(5, "then.role") == "Manager"
    language().switch_to("zh")
    assert rules.cell(2, "when.has_manual_price") == "= 否"
    assert rules.cell(5, "then.role") == "经理"


def test_a_limit_is_changed_rehearsed_and_published_by_keys(rules: Rules) -> None:
    """C21, C31, C32: the business changes a limit itself and sees first whom it would have hit."""
    for _ in range(2):
        rules.sample.submit(rules.sample.draft("C1001", ("A105", "20"), requested=date(2026, 3, 12)))
    rules.key_cell(1, "when.amount", "<= 15,000")
    assert rules.cell(1, "when.amount") == "<= 15000"
    assert rules.screen.card.title.text() == "Approval, draft of version 2"
    rules.screen.problems.view.setFocus()
    for _ in range(5):  # examples that expect the old limit
        if not rules.screen.presenter.problems:
            break
        rules.screen.problems.view.go_to(0)
        press(Qt.Key.Key_F8)
        rules.settle()
    assert rules.screen.presenter.problems == ()
    press(Qt.Key.Key_R, CTRL)
    rules.settle()
    [move] = rules.screen.moves.view.rows_model.rows
    assert move["count"] == 2
    press(ENTER, CTRL)
    type_text("VIPs order more than they pay")
    press(ENTER)
    rules.settle()
    assert rules.said == "Approval: the new version was published"
    assert rules.live() == 2
    with rules.sample.store.reading() as connection:
        table = live_table(connection, "approval", rules.sample.clock.now())
    assert table is not None
    assert table.rows[0].cells[2].text == "<= 15000"
    assert rules.screen.card.title.text() == "Approval, version 2"


def test_what_keeps_a_draft_from_being_published_is_said_and_what_was_typed_stays(rules: Rules) -> None:
    rules.key_cell(1, "when.amount", "<= 31000")
    press(ENTER, CTRL)
    type_text("more")
    press(ENTER)
    rules.settle()
    assert rules.live() == 1
    assert "Rehearse" in rules.screen.publish.findChildren(type(rules.screen.card.title))[1].text()
    assert rules.screen.publish.reason.text() == "more"
    press(Qt.Key.Key_Escape)
    assert rules.screen.publish.isHidden()
    assert focused() is rules.screen.card.grid


def test_a_cell_that_cannot_be_read_stays_as_typed_and_says_why(rules: Rules) -> None:
    rules.key_cell(2, "when.amount", "about 5")
    assert rules.cell(2, "when.amount") == "about 5"
    problem = rules.screen.presenter.problems[0]
    assert problem.bars
    press(Qt.Key.Key_F8, CTRL)
    grid = rules.screen.card.grid
    assert grid is not None
    assert (grid.current_row(), grid.current_key()) == (1, "when.amount")
    press(Qt.Key.Key_Z, CTRL)
    rules.settle()
    assert rules.cell(2, "when.amount") == "<= 10000"
    assert not any(one.bars for one in rules.screen.presenter.problems)


def test_rows_come_go_move_and_are_undone(rules: Rules) -> None:
    grid = rules.screen.card.grid
    assert grid is not None
    grid.setFocus()
    grid.go_to(1, "when.tier")
    press(Qt.Key.Key_Insert, CTRL)
    rules.settle()
    assert [rules.cell(row, "when.tier") for row in (1, 2, 3)] == ["= VIP", "any", "<> VIP"]
    press(Qt.Key.Key_Down, CTRL | SHIFT)
    rules.settle()
    assert [rules.cell(row, "when.tier") for row in (2, 3)] == ["<> VIP", "any"]
    assert grid.current_row() == 2
    press(Qt.Key.Key_Delete, CTRL)
    rules.settle()
    assert len(rules.screen.presenter.sheet.rows) == 12  # type: ignore[union-attr] # it is on show
    for _ in range(3):
        press(Qt.Key.Key_Z, CTRL)
    rules.settle()
    assert [rules.cell(row, "when.tier") for row in (1, 2, 3)] == ["= VIP", "<> VIP", "<> VIP"]
    with rules.sample.store.reading() as connection:
        draft = draft_view(connection, "approval", rules.sample.clock.now())
    assert draft is not None
    assert not any(one.bars for one in draft.problems)  # the examples went with their rows, and back


def test_enter_on_the_row_below_the_last_adds_one_and_a_block_is_pasted(rules: Rules) -> None:
    rules.key_cell(13, "when.amount", "> 90000")
    assert rules.cell(13, "when.amount") == "> 90000"
    QGuiApplication.clipboard().setText("VIP\t<= 100\nB\t> 7")
    grid = rules.screen.card.grid
    assert grid is not None
    grid.go_to(13, "when.tier")
    press(Qt.Key.Key_V, CTRL)
    rules.settle()
    assert [rules.cell(14, key) for key in ("when.tier", "when.amount")] == ["= VIP", "<= 100"]
    assert rules.cell(15, "when.tier") == "= B"
    press(Qt.Key.Key_Delete)
    rules.settle()
    assert rules.cell(14, "when.tier") == "any"


def test_a_condition_is_added_and_removed(rules: Rules) -> None:
    assert rules.screen.presenter.drafting.add_condition("urgency")
    rules.settle()
    rules.key_cell(1, "when.urgency", "urgent")
    assert rules.cell(1, "when.urgency") == "= Urgent"
    grid = rules.screen.card.grid
    assert grid is not None
    grid.go_to(0, "when.urgency")
    assert rules.screen.run_action("rules.column.drop")
    rules.settle()
    sheet = rules.screen.presenter.sheet
    assert sheet is not None
    assert "urgency" not in [one.name for one in sheet.columns]


def test_a_draft_in_other_hands_is_read_along(rules: Rules) -> None:
    rules.key_cell(1, "when.amount", "<= 31000")
    other = Rules(rules.sample, rules.qtbot, rules.backend.data_dir / "other", "zhangwei")
    assert not other.screen.presenter.can_edit
    assert "Zhou Min is editing" in other.screen.card.state.text()
    assert "edit" not in other.screen.actions()
    other.backend.stop()


def test_an_older_version_is_looked_at_and_rolled_back_with_a_reason(rules: Rules) -> None:
    desk = RuleDesk(rules.sample)
    body = desk.live()
    body["rows"][0]["when"]["amount"] = "<= 15000"
    assert not desk.published(body).is_refused
    rules.qtbot.waitUntil(lambda: len(rules.screen.presenter.versions) == 2, timeout=5000)
    rules.settle()
    rules.screen.versions.view.setFocus()
    rules.screen.versions.view.go_to(1)
    press(ENTER)
    rules.settle()
    assert rules.screen.card.title.text() == "Approval, version 1"
    assert rules.cell(1, "when.amount") == "<= 30000"
    sheet = rules.screen.presenter.sheet
    assert sheet is not None
    assert sheet.rows[0].changed == {"when.amount"}
    rules.screen.versions.view.setFocus()
    press(Qt.Key.Key_B)
    type_text("it asked too often")
    press(ENTER)
    rules.settle()
    assert rules.said == "Approval: the earlier version decides again"
    assert rules.live() == 3


def test_a_manager_reads_and_changes_nothing(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> None:
    rules = Rules(sample, qtbot, tmp_path, "zhangwei")
    assert rules.cell(1, "when.amount") == "<= 30000"
    assert not rules.screen.presenter.can_edit
    assert "edit" not in rules.screen.actions()
    rules.backend.stop()


def test_a_book_without_a_table_begins_with_one_row(rules: Rules) -> None:
    rules.screen.books.view.setFocus()
    rules.screen.books.view.go_to(0)
    rules.settle()
    assert rules.screen.presenter.book == "pricing"
    rules.key_cell(1, "then.off", "4 %")
    with rules.sample.store.reading() as connection:
        draft = draft_view(connection, "pricing", rules.sample.clock.now())
    assert draft is not None
    assert draft.table is not None


def test_the_screen_opens_at_a_row(rules: Rules) -> None:
    screen = RulesScreen(rules.backend, ("validation", 2))
    rules.qtbot.addWidget(screen)
    rules.qtbot.waitUntil(lambda: screen.card.grid is not None, timeout=5000)
    assert screen.presenter.book == "validation"
    assert screen.card.grid is not None
    assert screen.card.grid.current_row() == 1
