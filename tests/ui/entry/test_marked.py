"""The status bar: what marked cells come to, and which lock keys are on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from orderdesk.ui.editors import ime_watch
from orderdesk.ui.language import language
from tests.support.windows import focused, press
from tests.ui.entry.conftest import SHIFT, EntryDesk


def test_marked_cells_are_summed_counted_and_averaged_until_the_mark_goes(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "4"), ("C330", "6"))
    desk.idle()
    said = desk.window.status._sum.text
    desk.go(0, "quantity")
    desk.qtbot.waitUntil(lambda: said().startswith("3 lines"), timeout=5_000)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    desk.qtbot.waitUntil(lambda: said() == "Sum 22 · count 3 · average 7.3333", timeout=5_000)
    press(Qt.Key.Key_Right, SHIFT)  # units beside them are no figures
    desk.qtbot.wait(100)
    assert said() == "Sum 22 · count 3 · average 7.3333"
    language().switch_to("zh")
    assert said() == "合计 22 · 计数 3 · 平均 7.3333"
    language().switch_to("en")
    desk.screen.go_to_field("po_number")
    desk.qtbot.waitUntil(lambda: said().startswith("3 lines"), timeout=5_000)


def test_lock_keys_show_as_the_last_key_told_them(desk: EntryDesk) -> None:
    watch, shown = ime_watch(), desk.window.status._ime.text
    before = watch.lock_bits
    watch.lock_bits = (0x02, 0x10)
    try:
        for modifiers, words in ((0x12, "ABC  CAPS  NUM"), (0x10, "ABC  NUM"), (0, "ABC")):
            event = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, 0, 0, modifiers, "a"
            )
            QCoreApplication.sendEvent(focused(), event)
            assert shown() == words
    finally:
        watch.lock_bits = before
