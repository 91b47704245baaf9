"""A desk at which orders are keyed without end, until it is killed: ``python -m tests.support.typing_desk``.

It is the real desktop in its real window. What it says goes to a file, a line of JSON each, as it happens:
when it could be worked with, what stands on its screens after every key and before anything of it is kept,
and which orders it said were sent. What stands there is said with the time of the key that brought it there.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from orderdesk.app import Desktop, open_backend
from orderdesk.config import Config, load_config
from orderdesk.ports import Ports
from orderdesk.ui.backend import Backend
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.wire.commands import ChangeOrder, Command, SubmitOrder
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome
from tests.support.faults.sabotage import SABOTAGES

KEY_MS = 30
_TABS = 3  # more than these are closed one by one, which saves them
CUSTOMERS = ("C1001", "C1002", "C1004")
ITEMS = ("A105", "A107", "B210", "B211", "C330")
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


class Typist:
    """Keys orders into whatever the desk shows, with moments of rest, and tells what stands there."""

    def __init__(self, desktop: Desktop, seed: int, told: int) -> None:
        self._desktop = desktop
        self._chance = random.Random(seed)
        self._told = told
        self._keys: list[Callable[[], None]] = []
        self._shown: dict[EntryScreen, tuple[OrderDraft, str]] = {}
        self._pressed, self._waited = time.monotonic(), 0.0
        self._threads = (os.getpid(), *_threads_of(desktop.backend))
        self._timer = QTimer(interval=KEY_MS)
        self._timer.timeout.connect(self._key)

    def tell(self, what: str, **more: Any) -> None:
        """Say something, past every buffer of this process."""
        os.write(self._told, (json.dumps({"what": what, **more}) + "\n").encode())

    def begin(self) -> None:
        """Start keying: the desk can be worked with."""
        self.tell(
            "ready", at=time.monotonic(), waited=waited_for_a_processor(os.getpid(), self._threads),
            worked=time.process_time(), threads=self._threads,
        )  # fmt: skip
        self._timer.start()

    def _key(self) -> None:
        screen = self._desktop.window.current_screen
        if isinstance(screen, EntryScreen) and QApplication.focusWidget() is not None:
            if not self._keys:
                self._keys = self._next_order(screen)
            self.look()
            self._pressed = time.monotonic()
            self._waited = waited_for_a_processor(os.getpid(), self._threads)
            self._keys.pop(0)()
            self.look()
            QCoreApplication.processEvents()
            self.look()

    def look(self) -> None:
        """Tell what stands on every order that is open or was just closed, where it is not told yet."""
        for screen in {*self._shown, *_orders_of(self._desktop)}:
            shown = screen.presenter.draft, _half_typed(screen)
            if shown != self._shown.get(screen) and not (screen not in self._shown and screen.is_blank()):
                self._shown[screen] = shown
                self.tell(
                    "screen", at=self._pressed, waited=self._waited,
                    draft=shown[0].model_dump_json(), typed=shown[1],
                )  # fmt: skip
            if screen.is_closed:
                self._shown.pop(screen, None)

    def _next_order(self, screen: EntryScreen) -> list[Callable[[], None]]:
        """Return the keys of an order: customer, some lines, then it is sent or left for later."""
        keys: list[Callable[[], None]] = []
        if len(self._desktop.window.tabs.screens) > _TABS:
            keys += [_pressing(Qt.Key.Key_W, CTRL), *[_resting] * 10]
        if not screen.is_blank():
            keys += [_pressing(Qt.Key.Key_N, CTRL), *[_resting] * 5]
        keys += [*_typing(self._chance.choice(CUSTOMERS)), _pressing(ENTER), *[_resting] * 8]
        for _line in range(self._chance.randint(1, 4)):
            keys += [*_typing(self._chance.choice(ITEMS)), _pressing(ENTER)]
            keys += [*_typing(str(self._chance.randint(1, 9))), _pressing(ENTER)]
        if self._chance.random() < 0.6:
            keys += [_pressing(ENTER, CTRL), *[_resting] * 30]
        else:
            keys += [*_typing("A1"), *[_resting] * self._chance.randint(0, 60)]
        return keys


def waited_for_a_processor(process: int, threads: Sequence[int]) -> float:
    """Return for how many seconds other programs kept these threads from running, where the system tells."""
    told = [Path(f"/proc/{process}/task/{thread}/schedstat") for thread in threads]
    return sum(int(one.read_text(encoding="ascii").split()[1]) / 1e9 for one in told if one.exists())


def _threads_of(backend: Backend) -> list[int]:
    """Return the threads on which a start reads and typing is written."""
    pools = (backend.lanes.reads._pool, backend._journal_lane._pool)
    return [thread.native_id for pool in pools for thread in pool._threads if thread.native_id is not None]


def _orders_of(desktop: Desktop) -> list[EntryScreen]:
    return [screen for screen in desktop.window.tabs.screens if isinstance(screen, EntryScreen)]


def _typing(text: str) -> list[Callable[[], None]]:
    return [lambda letter=letter: _type(letter) for letter in text]  # type: ignore[misc] # bound per letter


def _type(letter: str) -> None:
    widget = QApplication.focusWidget()
    if widget is not None:
        QTest.keyClicks(widget, letter)


def _pressing(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[[], None]:
    def press() -> None:
        widget = QApplication.focusWidget()
        if widget is not None:
            QTest.keyClick(widget, key, held)

    return press


def _resting() -> None:
    """Let a moment pass: the journal is written, a save is answered."""


def _half_typed(screen: EntryScreen) -> str:
    cell = screen.presenter.keeper.half_typed
    return cell.text() if cell is not None and not screen.is_closed else ""


def start(config: Config, seed: int, told: int) -> Desktop:
    """Open the desktop as ``orderdesk.app.main`` does; the typist begins when it can be worked with."""
    backend = open_backend(config, Ports())
    memory = QSettings(str(config.data_dir / "desk.ini"), QSettings.Format.IniFormat)
    memory.setValue("desk/person", "lina")
    desktop = Desktop(backend, memory)
    waiting = QTimer(desktop, interval=5)

    def look() -> None:
        if desktop.window.current_screen is not None and backend.is_idle:
            waiting.stop()
            typist = Typist(desktop, seed, told)
            desktop.setProperty("typist", typist)
            _listen(backend, typist)
            typist.begin()

    waiting.timeout.connect(look)
    desktop.start()
    desktop.window.activateWindow()
    waiting.start()
    return desktop


def _listen(backend: Backend, typist: Typist) -> None:
    """Let the typist look before anything that stands on a screen is kept, and hear what the door answers."""
    journal, forward, execute = backend.journal, backend.execute, backend.door.execute

    def journalling(entry: Any, failed: Any) -> None:
        typist.look()
        journal(entry, failed)

    def forwarding(command: Command, done: Any, failed: Any = None) -> None:
        typist.look()
        forward(command, done, failed)

    def executed(command: Any, actor: Any) -> Outcome:
        outcome = execute(command, actor)
        if isinstance(command.data, SubmitOrder | ChangeOrder) and not outcome.is_refused:
            typist.tell("sent", order=str(command.data.draft.id))
        return outcome

    backend.journal = journalling  # type: ignore[method-assign] # looked at before it is kept
    backend.execute = forwarding  # type: ignore[method-assign] # likewise
    backend.door.execute = executed  # type: ignore[method-assign] # listened to, past the screen


def work(words: list[str]) -> int:
    """Open the desk of a data folder and key until the end: folder, file for what is said, seed, sabotage."""
    for name in words[3:]:
        SABOTAGES[name]()
    application = QApplication([])
    told = os.open(words[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    desktop = start(load_config({"data_dir": words[0]}), int(words[2]), told)
    code = application.exec()
    desktop.stop()
    return code


def serve() -> int:
    """Start desks as forks, which saves importing the program: for each line of words, its id and its end."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os._exit(work(json.loads(line)))
        print(child, flush=True)
        _pid, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(work(sys.argv[1:]) if sys.argv[1:] else serve())
