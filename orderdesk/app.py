"""The composition root of the desktop: store, door, backend, areas and window are put together here."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication

from orderdesk import __version__
from orderdesk.config import Config, masked, systems_language
from orderdesk.durable import put_in_place
from orderdesk.errors import Bug, OrderDeskError, UserError
from orderdesk.logs import log_to_file, report_thread_faults
from orderdesk.ports import Ports
from orderdesk.services.desk import PersonFacts
from orderdesk.services.giving_back import give_back_memory
from orderdesk.services.journal import Journalled
from orderdesk.services.registry import all_handlers, open_door
from orderdesk.services.store import create_store, open_store, sqlite_path
from orderdesk.ui.appearance import appearance
from orderdesk.ui.areas import BADGES, make_areas
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.messages import Message
from orderdesk.ui.safety import install_exception_hook, message_box
from orderdesk.ui.screen import Person
from orderdesk.ui.shell.notice_centre import NoticeCentre
from orderdesk.ui.shell.searching import Searching
from orderdesk.ui.shell.status_bar import StoreState
from orderdesk.ui.shell.windows import Windows
from orderdesk.wire.outcomes import Changes
from orderdesk.words import error_text

log = logging.getLogger(__name__)

JOBS_EVERY_MS = 60_000
SETTLE_MS = 400  # how often is looked, after the start, whether what nobody waits for may begin
# What is asked for seconds later, at the earliest: no start waits for it, and no first key either.
LATER = (
    "orderdesk.services.copying",
    "orderdesk.services.quick_entry",
    "orderdesk.services.reading.customer_history",
    "orderdesk.ui.screens.entry.basket_panel",
    "orderdesk.ui.screens.entry.earlier_panel",
    "orderdesk.ui.screens.entry.parked_panel",
    "orderdesk.ui.screens.entry.read_back_page",
    "orderdesk.ui.screens.entry.schedule_panel",
    "orderdesk.ui.screens.entry.twin_panel",
    "orderdesk.services.reading.order_card",
    "orderdesk.services.reading.order_list",
    "orderdesk.services.reading.order_search",
    "orderdesk.services.draft_confirmations",
    "orderdesk.services.notes",
    "orderdesk.rules.entry.addresses",
    "orderdesk.rules.entry.pasting",
)
# Who sits at a desk that nobody has used yet.
_START_ORDER = ("clerk", "warehouse", "manager", "administrator")


class Desktop(QObject):
    """A running desk: one backend, its windows, and the wires between them."""

    def __init__(self, backend: Backend, memory: QSettings) -> None:
        super().__init__()
        self.backend = backend
        self._memory = memory
        self.notices = NoticeCentre(backend, self)
        self.windows = Windows(make_areas(backend), memory, self._dress, self)
        self.windows.person_chosen.connect(self._choose_person)
        self.windows.last_closed.connect(self._remember)
        backend.ready.connect(self._open_for_work)
        backend.fault.connect(self._tell_fault)
        backend.desk_changed.connect(self._show_people)
        backend.notifier.changed.connect(self._count_again)
        language().changed.connect(self._show_people)
        self._wrong: UserError | None = None
        self._jobs = QTimer(self, interval=JOBS_EVERY_MS)
        self._jobs.timeout.connect(self._run_jobs)
        self._settling = QTimer(self, interval=SETTLE_MS)
        self._settling.timeout.connect(self._settle)

    @property
    def window(self) -> MainWindow:
        """The window that was used last."""
        return self.windows.front

    @property
    def is_settled(self) -> bool:
        """Whether what nobody waits for has begun; tests that count what is there wait for this."""
        return not self._settling.isActive()

    def start(self, wrong: UserError | None = None) -> None:
        """Show the window and read the facts of the desk; work begins when they are there.

        What was ``wrong`` with the settings is said then.
        """
        self._wrong = wrong
        self.windows.show_first()
        self.backend.start()

    def stop(self) -> None:
        """Let everything under way finish, durably, and give the store up."""
        self._jobs.stop()
        self._settling.stop()
        self.backend.stop()

    def _dress(self, window: MainWindow) -> None:
        """Give a new window its palette, its bell and its place for toasts."""
        Searching(window, self.backend)
        self.notices.attach(window)

    @Slot()
    def _open_for_work(self) -> None:
        # The facts of the desk live as long as it does: collecting them over and over would stall the keys.
        gc.collect()
        gc.freeze()
        self.windows.set_store_state(self._store_state())
        if self.backend.store.why_read_only is not None:
            self._tell_fault(self.backend.store.why_read_only)
        if self._wrong is not None:
            self.windows.say(Message("ui.start.settings", dict(self._wrong.params), "warn"))
        self._show_people()
        self.backend.read_journal(self._begin_work)
        self._jobs.start()
        self._settling.start()

    def _store_state(self) -> StoreState:
        if self.backend.store.is_shared:
            return StoreState("ui.status.shared_store", icon="users")
        return StoreState()

    @Slot()
    def _show_people(self) -> None:
        settings = self.backend.desk().settings
        people = sorted(self.backend.desk().people.values(), key=lambda person: person.code)
        self.windows.set_people([shown_person(person, settings) for person in people])
        if self.backend.person is not None:
            self.windows.show_person(shown_person(self.backend.person, settings))

    def _remembered_person(self) -> PersonFacts | None:
        people = self.backend.desk().people.values()
        code = self._memory.value("desk/person")
        for person in people:
            if person.code == code:
                return person
        for role in _START_ORDER:
            for person in sorted(people, key=lambda one: one.code):
                if role in person.roles:
                    return person
        return None

    @Slot(object)
    def _choose_person(self, person_id: object, *, starts: bool = True) -> None:
        person = next((one for key, one in self.backend.desk().people.items() if key == person_id), None)
        if person is None:
            return
        self.backend.set_person(person.id)
        self._memory.setValue("desk/person", person.code)
        self.windows.set_person(shown_person(person, self.backend.desk().settings), starts=starts)
        self._count()

    @Slot(object)
    def _count_again(self, _changes: Changes) -> None:
        self._count()

    def _count(self) -> None:
        """Ask how much waits in each area for who works here; the badge equals the list behind it."""
        person = self.backend.person
        if person is None:
            return
        for area_id, counter in BADGES.items():
            self.backend.read(
                lambda connection, count=counter: count(connection, person.id),
                lambda number, area=area_id: self.windows.set_badge(area, number),
            )

    def _begin_work(self, entries: tuple[Journalled, ...]) -> None:
        """Bring back the windows and tabs of the last session, and what was being typed when it ended."""
        person = self._remembered_person()
        if person is None:
            return
        self._choose_person(person.id, starts=False)
        restored = self.windows.restore({entry.draft.id: entry for entry in entries})
        for entry in entries:
            if entry.draft.id not in restored:
                self.window.open_document("entry", entry)

    @Slot(object)
    def _tell_fault(self, fault: OrderDeskError) -> None:
        self.windows.say(Message(fault.code, dict(fault.params), "error"))

    @Slot()
    def _settle(self) -> None:
        """Begin what nobody waits for, once the windows stand and nothing is under way."""
        if self.backend.person is not None and self.backend.is_idle:
            self._settling.stop()
            self._run_jobs()
            # What the first reads needed for a while: on a million orders a fifth of all the memory in use.
            self.backend.lanes.jobs.submit(give_back_memory)

    @Slot()
    def _run_jobs(self) -> None:
        backend = self.backend
        if backend.store.why_read_only is None:
            backend.lanes.jobs.submit(partial(_run_due, backend))

    @Slot()
    def _remember(self) -> None:
        self._memory.setValue("desk/language", language().current)
        self._memory.sync()


def _run_due(backend: Backend) -> None:
    """Run the jobs that are due; the first time it brings in what somebody may soon ask for."""
    from orderdesk.services.jobs import run_due

    all_handlers()
    for name in LATER:
        import_module(name)
    run_due(backend.store, backend.door, backend.ports, backend.device)


def shown_person(person: PersonFacts, settings: Mapping[str, str]) -> Person:
    """Return a person as the status bar shows it, by the name of the language on show.

    Who is named as the one to decide where nobody else is entitled has an inbox, whatever the roles.
    """
    name = person.name_en if language().current == "en" and person.name_en else person.name
    named = settings["approval.author"] == "substitute" and settings["approval.substitute"] == person.code
    return Person(person.id, name, person.roles | {"substitute"} if named else person.roles)


def main(config: Config, wrong: UserError | None = None) -> int:
    """Open the desktop; return its exit code once the last window is closed.

    A store that is not there yet is made with the sample company; what is wrong with one is said in a window,
    and so is what was ``wrong`` with the settings.
    """
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setApplicationName("OrderDesk")
    application.setApplicationVersion(__version__)
    memory = QSettings(str(config.data_dir / "desk.ini"), QSettings.Format.IniFormat)
    remembered = memory.value("desk/language")
    chosen = remembered if remembered in ("en", "zh") else config.language
    language().switch_to("zh" if chosen == "zh" else "en")
    appearance().start(memory)
    try:
        log_to_file(config.data_dir / "logs")
        report_thread_faults()
        backend = open_backend(config, Ports())
    except OrderDeskError as fault:
        log.error("the desk did not open: %s", fault.code)
        _tell_at_start(fault)
        return 1
    desktop = Desktop(backend, memory)
    install_exception_hook(lambda error: _tell_unexpected(desktop, error))
    desktop.start(wrong)
    code = application.exec()
    desktop.stop()
    return code


def open_backend(config: Config, ports: Ports) -> Backend:
    """Return the backend on the configured store; an SQLite file that is missing is made first."""
    url = config.store_url()
    path = sqlite_path(url)
    if path is not None and not path.exists():
        make_sample_store(url, ports)
    store = open_store(url)
    return Backend(store, open_door(store, ports), ports, config.data_dir, config.device)


def make_sample_store(url: str, ports: Ports) -> None:
    """Make a store with the sample company, complete or not at all under its name."""
    from orderdesk.intake.sample import record_sample_past, seed_sample

    path = sqlite_path(url)
    building = url if path is None else f"{url}.new"
    if path is not None:
        _remove_store(Path(f"{path}.new"))  # what an interrupted start has left behind
    create_store(building, ports)
    store = open_store(building)
    outcome = seed_sample(store, ports)
    refused = outcome if outcome.is_refused else record_sample_past(store, ports)
    store.close()
    if refused is not None:
        raise Bug("error.bug.sample", store=masked(url), problem=refused.problems[0].code)
    if path is not None:
        put_in_place(Path(f"{path}.new"), path)
        _remove_store(Path(f"{path}.new"))


def _remove_store(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", ".lock", ".owner"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def tell_refusal(fault: UserError) -> None:
    """Say in a window why the desk does not open."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    language().switch_to("zh" if systems_language(os.environ) == "zh" else "en")
    _tell_at_start(fault)


def _tell_at_start(fault: OrderDeskError) -> None:
    box = message_box(None, "OrderDesk", error_text(fault, language().current))
    box.exec()


def _tell_unexpected(desktop: Desktop, error: BaseException) -> None:
    desktop.windows.say(Message("ui.fault.page", {"kind": type(error).__name__}, "error"))
