"""Orders that wait for the manager, and the parts of a desk around the inbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orderdesk.errors import OrderDeskError
from orderdesk.intake.sample import sample_id
from orderdesk.services.context import Actor
from orderdesk.services.desk import PersonFacts
from orderdesk.services.reading.inbox import DoneRow, InboxRow, inbox_rows
from orderdesk.services.reading.inbox_card import InboxCard
from orderdesk.ui.backend import Backend
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.messages import Message
from orderdesk.ui.screen import Area, Person
from orderdesk.ui.screens.inbox.bulk import BulkSheet
from orderdesk.ui.screens.inbox.contract import Decision, InboxLists
from orderdesk.ui.screens.inbox.screen import InboxScreen
from orderdesk.wire.commands import Command
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome, ProblemLine
from tests.services.approval_support import VIP, submitted
from tests.support.desk import SampleDesk
from tests.support.windows import show


def waiting(desk: SampleDesk, count: int) -> list[OrderDraft]:
    """Submit ``count`` orders of a VIP customer: only the manager is asked about each."""
    return [submitted(desk, VIP) for _ in range(count)]


@dataclass
class SlowServices:
    """The store and door of a test, answering only when told to: what a lane does, one step at a time."""

    desk: SampleDesk
    person_code: str = "zhangwei"
    work: list[Callable[[], None]] = field(default_factory=list)
    sent: list[Command] = field(default_factory=list)
    people: Mapping[UUID, PersonFacts] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.people = self.desk.desk().people

    @property
    def clock(self) -> Any:
        return self.desk.clock

    @property
    def ids(self) -> Any:
        return self.desk.ports.ids

    @property
    def person(self) -> PersonFacts | None:
        return self.people[sample_id("person", self.person_code)]

    def read(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        def run() -> None:
            with self.desk.store.reading() as connection:
                found = work(connection)
            done(found)

        self.work.append(run)

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        self.sent.append(command)
        actor = Actor(person_id=sample_id("person", self.person_code), device="test")
        self.work.append(lambda: done(self.desk.door.execute(command, actor)))

    def step(self) -> None:
        """Answer the oldest question."""
        self.work.pop(0)()

    def settle(self) -> None:
        """Answer everything, and what comes of it."""
        while self.work:
            self.step()


@dataclass
class NotedView:
    """A view that notes what it was told to show."""

    waiting: tuple[InboxRow, ...] = ()
    done: tuple[DoneRow, ...] = ()
    lists: InboxLists = field(default_factory=InboxLists)
    sheet: BulkSheet | None = None
    bulk_problems: list[str] = field(default_factory=list)
    current: UUID | None = None
    card: InboxCard | None = None
    told: tuple[ProblemLine, ...] = ()
    asked: list[Decision] = field(default_factory=list)
    ended: int = 0
    reason_problems: list[str] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    refused: list[tuple[str, ...]] = field(default_factory=list)

    def show_tasks(self, lists: InboxLists, now: datetime) -> None:
        self.lists, self.waiting, self.done = lists, lists.waiting, lists.done

    def show_current(self, task_id: UUID | None) -> None:
        self.current = task_id

    def show_bulk(self, sheet: BulkSheet) -> None:
        self.sheet = sheet

    def show_bulk_problem(self, code: str) -> None:
        self.bulk_problems.append(code)

    def end_bulk(self) -> None:
        self.sheet = None

    def show_card(self, card: InboxCard | None, told: tuple[ProblemLine, ...]) -> None:
        self.card, self.told = card, told

    def ask_reason(self, decision: Decision, number: str) -> None:
        self.asked.append(decision)

    def end_reason(self) -> None:
        self.ended += 1

    def show_reason_problem(self, problem: ProblemLine) -> None:
        self.reason_problems.append(problem.code)

    def tell(self, message: Message) -> None:
        self.messages.append(message)

    def tell_refused(self, problems: tuple[ProblemLine, ...]) -> None:
        self.refused.append(tuple(problem.code for problem in problems))

    def refresh_actions(self) -> None:
        return None

    @property
    def numbers(self) -> list[str]:
        """The numbers in the list, in their order."""
        return [row.number for row in self.waiting]


@dataclass
class InboxDesk:
    """A window with the inbox of a person, on a real store."""

    qtbot: QtBot
    sample: SampleDesk
    backend: Backend
    window: MainWindow

    @property
    def screen(self) -> InboxScreen:
        screen = self.window.current_screen
        assert isinstance(screen, InboxScreen)
        return screen

    @property
    def numbers(self) -> list[str]:
        """The numbers in the list, in their order."""
        return [item.number for item in self.screen.list.rows_model.rows]

    @property
    def shown(self) -> str:
        """The number on the card."""
        return self.screen.card.number.text()

    @property
    def said(self) -> str:
        """The message in the strip."""
        message = self.window.strip.message
        return message.text if message is not None else ""

    @property
    def sample_rows(self) -> tuple[InboxRow, ...]:
        """What waits, as the store has it."""
        with self.sample.store.reading() as connection:
            return inbox_rows(connection, sample_id("person", "zhangwei"))

    @contextmanager
    def nobody_told(self) -> Iterator[None]:
        """Let changes happen that this desk has not heard of yet."""
        self.backend.notifier.blockSignals(True)
        yield
        QApplication.processEvents()
        self.backend.notifier.blockSignals(False)

    def settle_changes(self) -> None:
        """Let the desk hear what happened elsewhere, and wait until it is shown."""
        QApplication.processEvents()
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked was answered and shown."""
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)


def open_inbox(qtbot: QtBot, sample: SampleDesk, folder: Path, person: str = "zhangwei") -> InboxDesk:
    """Open the window of ``person`` with the inbox on top."""
    backend = Backend(sample.store, sample.door, sample.ports, folder, "test")
    with qtbot.waitSignal(backend.ready, timeout=5000):
        backend.start()
    facts = backend.desk().people[sample_id("person", person)]
    backend.set_person(facts.id)
    roles = frozenset({"manager", "finance"})
    area = Area("inbox", "ui.area.inbox", "inbox", partial(InboxScreen, backend), roles, roles)
    window = MainWindow((area,))
    window.resize(1366, 768)
    window.set_person(Person(facts.id, facts.name, facts.roles))
    show(qtbot, window)
    desk = InboxDesk(qtbot, sample, backend, window)
    desk.settle()
    return desk
