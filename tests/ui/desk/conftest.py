"""The desk over a store of the sample company, with a few ways to put orders into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Customer, Order
from orderdesk.ui.backend import Backend
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screen import Area, Person, Screen
from orderdesk.ui.screens.desk.screen import DeskScreen
from tests.support.desk import NOW, SampleDesk, open_sample_desk
from tests.support.windows import show

CUSTOMER = "C2002"  # 青禾公寓, Qinghe Apartments, standard tier
VIP = "C1001"  # 华东家居, whose orders of usual size go straight to the warehouse


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


def straight(sample: SampleDesk, *lines: tuple[str, str], **fields: object) -> UUID:
    """Submit an order that goes straight to the warehouse."""
    fields = {"requested": date(2026, 3, 12)} | fields
    draft = sample.draft(CUSTOMER, *(lines or (("A105", "2"),)), **fields)
    outcome = sample.submit(draft)
    assert outcome.outcome == "applied", outcome.problems
    return draft.id


def saved(sample: SampleDesk, *lines: tuple[str, str], **fields: object) -> UUID:
    """Save a draft."""
    draft = sample.draft(CUSTOMER, *(lines or (("A105", "2"),)), **fields)
    assert not sample.save(draft).is_refused
    return draft.id


def held(sample: SampleDesk, person: str = "lina") -> UUID:
    """Submit an order over the limit of a VIP customer: it goes straight through, but must not leave."""
    with sample.store.writing() as session:
        session.execute(update(Customer).where(Customer.code == VIP).values(credit_limit=Decimal(59000)))
        session.commit()
    draft = sample.draft(VIP, ("A105", "2"), requested=date(2026, 3, 12))
    outcome = sample.submit(draft, person)
    assert outcome.outcome == "applied", outcome.problems
    return draft.id


def age(sample: SampleDesk, order_id: UUID, days: int) -> None:
    """Move an order's entry into the past."""
    with sample.store.writing() as session:
        entered = NOW - timedelta(days=days)
        session.execute(update(Order).where(Order.id == order_id).values(entered_at=entered))
        session.commit()


class Opened(Screen):
    """Stands for order entry: it only keeps what it was opened for."""

    screen_id = "entry"

    def __init__(self, key: object | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key

    def document_key(self) -> object | None:
        return self.key


@dataclass(slots=True)
class World:
    """A running desk with its window."""

    sample: SampleDesk
    backend: Backend
    window: MainWindow
    screen: DeskScreen
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until all that was asked of the lanes is done and shown."""
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)

    @property
    def said(self) -> str:
        """The message in the strip."""
        message = self.window.strip.message
        return message.text if message is not None else ""

    def numbers(self, which: str) -> list[str]:
        """Return the numbers in one of the lists, ``drafts`` or ``orders``."""
        return [row.number for row in getattr(self.screen, which).view.rows_model.rows]


@pytest.fixture
def open_world(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Open the desk over what the test has put into the store; for Li Na unless another person is named."""
    made: list[Backend] = []

    def opening(code: str = "lina") -> World:
        backend = Backend(sample.store, sample.door, sample.ports, tmp_path, "test")
        made.append(backend)
        with qtbot.waitSignal(backend.ready, timeout=5000):
            backend.start()
        backend.set_person(sample_id("person", code))
        person = backend.person
        assert person is not None
        entering, roles = frozenset({"clerk", "manager"}), frozenset({"clerk", "manager", "finance"})
        window = MainWindow(
            (
                Area("entry", "ui.area.entry", "file-plus", Opened, entering, many=True, takes_new=True),
                Area(
                    "desk",
                    "ui.area.desk",
                    "list",
                    partial(DeskScreen, backend),
                    roles,
                    starts=roles,
                ),
            )
        )
        window.resize(1366, 768)
        window.set_person(Person(person.id, person.name_en, person.roles))
        show(qtbot, window)
        screen = window.current_screen
        assert isinstance(screen, DeskScreen)
        world = World(sample, backend, window, screen, qtbot)
        world.settle()
        return world

    yield opening
    for backend in made:
        backend.stop()
