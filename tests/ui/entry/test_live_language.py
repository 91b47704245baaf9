"""What the entry screen has said already is said again in the other language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from orderdesk.ui.language import language
from orderdesk.ui.screens.entry.schedule_panel import SchedulePanel
from tests.support.windows import child, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk


def test_the_dates_of_a_sent_order_follow_the_language(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"))
    desk.submit()
    assert "undated" in desk.said
    language().switch_to("zh")
    assert "undated" not in desk.said
    assert "未定" in desk.said


def test_what_a_schedule_means_follows_the_language_and_keeps_its_parts(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("B235", "100"))
    desk.go(0, "code")
    press(Qt.Key.Key_L, CTRL)
    type_text("2x7d+2")
    panel = child(desk.screen, SchedulePanel)
    assert panel.plan is not None
    parts = panel.plan.parts
    english = panel.reading_text
    language().switch_to("zh")
    assert panel.reading_text.startswith("2 批")
    assert panel.reading_text != english
    assert panel.plan.parts == parts


def test_an_order_that_is_mended_says_so(desk: EntryDesk) -> None:
    desk.choose_customer()
    type_text("A105")
    press(ENTER)
    desk.submit()
    assert "1 thing" in desk.said
    type_text("2")
    press(ENTER)
    QCoreApplication.processEvents()
    assert desk.said == "Nothing keeps the order back any more. Ctrl+Enter submits it."
    assert desk.screen.problem_panel.problems == ()
