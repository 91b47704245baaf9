"""A desk on which two orders are keyed until it is killed: ``python -m tests.support.keying_desk DIR URL``.

It says ``ready`` when its journal has everything, and then only waits.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QSettings, Qt
from PySide6.QtWidgets import QApplication

from orderdesk.app import Desktop
from orderdesk.services.journal import Journal
from orderdesk.ui.backend import Backend
from tests.support.desk import open_sample_desk
from tests.support.windows import focused, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def until(condition: Callable[[], bool]) -> None:
    """Let the desk work until something is true; it fails after half a minute."""
    deadline = QDeadlineTimer(30_000)
    while not condition():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if deadline.hasExpired():
            raise SystemExit("the desk did not come so far")


def desktop_of(folder: Path, url: str, seed: int = 11) -> Desktop:
    """Return the program over a store, with its window up and the clerk at work."""
    sample = open_sample_desk(url, seed)
    backend = Backend(sample.store, sample.door, sample.ports, folder, "test")
    memory = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
    memory.setValue("desk/person", "lina")
    desktop = Desktop(backend, memory)
    desktop.start()
    desktop.window.activateWindow()
    until(lambda: desktop.window.current_screen is not None and backend.is_idle)
    return desktop


def key_order(desktop: Desktop, customer: str, *lines: tuple[str, str]) -> None:
    """Key an order into the tab on top."""
    type_text(customer)
    press(ENTER)
    until(lambda: desktop.backend.is_idle)
    for code, quantity in lines:
        for text in (code, quantity):
            type_text(text)
            press(ENTER)
    until(lambda: desktop.backend.is_idle)


def main(folder: Path, url: str) -> None:
    """Key two orders, leave the second in the middle of a quantity, and wait for the end."""
    application = QApplication([])
    desktop = desktop_of(folder, url)
    key_order(desktop, "C1001", ("A105", "12"), ("B210", "4"))
    screen = desktop.window.current_screen
    screen.go_to_cell(1, "price")  # type: ignore[union-attr] # an entry screen is open
    type_text("99")
    press(ENTER)
    until(lambda: focused().objectName() == "entry.reason")
    type_text("why not")
    press(ENTER)
    screen.go_to_cell(0, "discount")  # type: ignore[union-attr] # an entry screen is open
    screen.presenter.lines.typed(0, "discount", "2")  # type: ignore[union-attr] # an entry screen is open
    press(Qt.Key.Key_N, CTRL)
    until(lambda: desktop.window.current_screen is not screen and desktop.backend.is_idle)
    key_order(desktop, "C1002", ("C330", "3"), ("A107", "1"))
    second = desktop.window.current_screen
    second.go_to_cell(1, "quantity")  # type: ignore[union-attr] # an entry screen is open
    type_text("12*")
    journal = Journal(folder / "drafts")
    until(lambda: sorted(entry.typed for entry in journal.read_all()) == ["", "12*"])
    print("ready", flush=True)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
