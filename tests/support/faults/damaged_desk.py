"""P9 for a whole start: a small file of a desk is damaged; the desktop opens, and what was typed is there.

Settings, what the windows remember, preferences and journals, one of them damaged at a time. The desk opens
with its usual ways, twice in a row; or, where it cannot know which store was meant, it says so.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from orderdesk.app import Desktop, open_backend
from orderdesk.config import STORE_FILE, load_what_can_be_used
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ports
from orderdesk.services.journal import Journal
from orderdesk.ui.screens.entry.view import EntryScreen
from tests.support.faults.damage import Tally
from tests.support.faults.damaged_files import FILE_DAMAGES
from tests.support.faults.file_deeds import journalled

ORDERS = (UUID(int=1), UUID(int=2))
SETTINGS = 'language = "zh"\npoll_interval = 5\nstore = "{store}"\n'
LONGEST_S = 60.0  # for a start, on however busy a machine
Damage = Callable[[bytes, random.Random], bytes | None]


def keep_desk(folder: Path, sample: Path) -> None:
    """Let a desk be worked at, so that it leaves all its small files below ``folder``."""
    folder.mkdir(parents=True)
    shutil.copyfile(sample, folder / STORE_FILE)
    journal = Journal(folder / "drafts")
    for order in ORDERS:
        journal.append(journalled(order, "12", 0))
    _start(folder)
    for order in ORDERS:  # closing it has brought them into the store
        journal.append(journalled(order, "123", 9))
    (folder / "settings.toml").write_text(SETTINGS.format(store="STORE"), encoding="utf-8")


def small_files(folder: Path) -> list[str]:
    """Return the names of the files that a desk leaves beside its store and its log."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("orderdesk.")]
    return sorted(str(path.relative_to(folder)) for path in found)


def damage_desk(folder: Path, kept: Path, name: str, seeds: range) -> Tally:
    """Damage one small file after the other in one way, as often as there are seeds, and start each time."""
    tally = Tally(f"start, {name.removeprefix('journal: ')}")
    for file in small_files(kept):
        for seed in seeds:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(kept, folder)
            _name_the_store(folder)
            _damage(folder / file, FILE_DAMAGES[name], random.Random(f"{file} {name} {seed}"))
            outcome = _outcome(folder, file)
            tally.outcomes[outcome.partition(":")[0]] += 1
            if outcome.startswith("FAULT"):
                tally.faults.append(f"{tally.damage} of {file}, seed {seed}, {outcome}")
    return tally


def _name_the_store(folder: Path) -> None:
    text = SETTINGS.format(store=folder / STORE_FILE)
    (folder / "settings.toml").write_text(text, encoding="utf-8")


def _damage(file: Path, damage: Damage, chance: random.Random) -> None:
    body = damage(file.read_bytes(), chance)
    file.unlink()
    if body is None:
        file.mkdir()
    else:
        file.write_bytes(body)


def _outcome(folder: Path, file: str) -> str:
    """Start twice; the journals that are whole must stand on the screen each time."""
    whole = {order for order in ORDERS if str(order) not in file}
    said = False
    for _start_again in range(2):
        try:
            shown, said = _start(folder)
        except OrderDeskError as fault:
            return "told" if file == "settings.toml" else f"FAULT: it does not start: {fault.code}"
        except Exception as fault:  # noqa: BLE001 - whatever it is, the desk does not start
            return f"FAULT: starting fails with {fault!r:.200}"
        if not whole <= shown:
            return f"FAULT: what was typed did not come back: {whole - shown}"
    return "opens, and says so" if said else "opens"


def _start(folder: Path) -> tuple[set[UUID], bool]:
    """Start as the program does and end again; return the orders on its tabs, and whether it said a word."""
    config, wrong = load_what_can_be_used({"data_dir": str(folder)}, {})
    memory = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
    backend = open_backend(config, Ports())
    desktop = Desktop(backend, memory)
    try:
        desktop.start(wrong)
        late = time.monotonic() + LONGEST_S
        while not (desktop.window.current_screen is not None and backend.is_idle):
            if time.monotonic() > late:
                raise TimeoutError
            QApplication.processEvents()
        tabs = desktop.window.tabs.screens
        shown = {tab.presenter.draft.id for tab in tabs if isinstance(tab, EntryScreen)}
        said = desktop.window.strip.message is not None
    finally:
        desktop.windows.close_all()
        desktop.stop()
        for part in (desktop.window, backend, desktop):
            part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return shown, said
