"""The disk is full while an order is taken: it says that nothing was saved, and what was typed stays."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX keeps files from growing")


def test_on_a_full_disk_it_says_that_nothing_was_saved_and_keeps_what_is_typed(
    desk: EntryDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.support.faults.full_disk import FileLimit, signal_ignored

    desk.choose_customer()
    desk.key_lines(("A105", "12"))
    desk.idle()
    type_text("B210")
    press(ENTER)
    type_text("4")
    press(ENTER)
    limit, full = FileLimit(), shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: full)
    with signal_ignored():
        limit.leave(tmp_path / "no store", 0)  # no file may grow: neither the store's log nor the journal
        try:
            for keys in ((Qt.Key.Key_S, CTRL), (ENTER, CTRL)):
                desk.screen.presenter.keeper.journal_now()
                press(*keys)
                desk.idle()
                said = {message.code: message.text for message in desk.window.strip.history}
                assert said["error.store.disk_full"].startswith("Nothing was saved: the disk")
                assert "could not be kept" in said["error.journal.not_written"]
                codes = [line.typed_code for line in desk.screen.presenter.draft.lines]
                assert codes[:2] == ["A105", "B210"]
        finally:
            limit.free()
    press(ENTER, CTRL)
    desk.idle()
    assert [(state, len(lines)) for _number, state, lines in desk.orders()] == [("released", 2)]
