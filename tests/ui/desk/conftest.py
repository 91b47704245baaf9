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

from orderdesk.models import Customer, Order
from orderdesk.ui.backend import Backend
from orderdesk.ui.screen import Area, Screen
from orderdesk.ui.screens.desk.screen import DeskScreen
from tests.support.desk import NOW, SampleDesk, open_sample_desk
from tests.support.desk_world import Desks, DeskWorld

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


@dataclass
class World(DeskWorld):
    """A running desk with its window."""

    screen: DeskScreen

    def numbers(self, which: str) -> list[str]:
        """Return the numbers in one of the lists, ``drafts`` or ``orders``."""
        return [row.number for row in getattr(self.screen, which).view.rows_model.rows]


@pytest.fixture
def open_world(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Open the desk over what the test has put into the store; for Li Na unless another person is named."""
    desks = Desks(sample, qtbot, tmp_path)

    def areas(backend: Backend) -> tuple[Area, ...]:
        entering, roles = frozenset({"clerk", "manager"}), frozenset({"clerk", "manager", "finance"})
        make = partial(DeskScreen, backend)
        return (
            Area("entry", "ui.area.entry", "file-plus", Opened, entering, many=True, takes_new=True),
            Area("desk", "ui.area.desk", "list", make, roles, starts=roles),
        )

    def opening(code: str = "lina") -> World:
        opened = desks.open(code, areas)
        screen = opened.window.current_screen
        assert isinstance(screen, DeskScreen)
        world = World(sample, opened.backend, opened.window, qtbot, screen)
        world.settle()
        return world

    yield opening
    desks.stop()
