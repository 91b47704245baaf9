"""The program is killed while two orders are being keyed: both come back in their tabs, at their cells."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from orderdesk.ui.screens.entry.view import EntryScreen
from tests.app.test_closing import Program, look, program

__all__ = ["look", "program"]  # fixtures

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
ROOT = Path(__file__).parents[2]


def kill_while_keying(program: Program) -> None:
    """Let another process key two orders on this store and folder, and kill it in the middle of a cell."""
    keying = subprocess.Popen(
        [sys.executable, "-m", "tests.support.keying_desk", str(program.folder), program.url],
        cwd=ROOT, text=True, stdout=subprocess.PIPE, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert keying.stdout is not None
    said = keying.stdout.readline()
    keying.send_signal(signal.SIGKILL)
    assert keying.wait(timeout=20) == -signal.SIGKILL
    keying.stdout.close()
    assert said == "ready\n"


@pytest.mark.slow
def test_a_killed_desk_comes_back_to_the_very_cells(program: Program) -> None:
    kill_while_keying(program)
    program.start()
    assert program.desktop is not None
    window, backend = program.desktop.window, program.desktop.backend

    def keyed() -> list[EntryScreen]:
        tabs = [one for one in window.tabs.screens if isinstance(one, EntryScreen)]
        return [tab for tab in tabs if tab.presenter.draft.lines]

    program.qtbot.waitUntil(lambda: len(keyed()) == 2 and backend.is_idle, timeout=20_000)
    first, second = sorted(keyed(), key=lambda tab: tab.presenter.draft.number or "")
    codes = [[line.typed_code for line in tab.presenter.draft.lines] for tab in (first, second)]
    assert codes == [["A105", "B210"], ["C330", "A107"]]
    assert str(first.presenter.draft.lines[0].discount) == "0.02"
    assert first.presenter.draft.lines[1].manual_reason == "why not"
    assert (first.lines.grid.current_row(), first.lines.grid.current_key()) == (0, "discount")
    assert (second.lines.grid.current_row(), second.lines.grid.current_key()) == (1, "quantity")
    editor = second.lines.grid.editor()
    assert editor is not None
    assert editor.text() == "12*"  # half typed, in its cell
    assert second.presenter.draft.lines[1].quantity == 1
    second.lines.grid.revert_editor()
