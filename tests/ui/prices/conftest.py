"""The price screen over a store of the sample company: its presenter alone, and its window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.intake.sample import sample_id
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk, PersonFacts
from orderdesk.services.search import SearchIndexes, build_indexes
from orderdesk.services.store import Reader
from orderdesk.ui.areas import make_areas
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.prices.presenter import PricesPresenter
from orderdesk.ui.screens.prices.rows import PriceRow
from orderdesk.ui.screens.prices.screen import PricesScreen
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.desk_world import Desks, DeskWorld

MANAGER = "zhangwei"


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


class AtOnce:
    """A desk that answers at once; ``person`` works there."""

    def __init__(self, sample: SampleDesk, person: str = MANAGER) -> None:
        self._sample = sample
        self.code = person
        self.sent: list[Command] = []
        self._desk: Desk | None = None

    @property
    def clock(self) -> Clock:
        return self._sample.clock

    @property
    def ids(self) -> Ids:
        return self._sample.ports.ids

    @property
    def person(self) -> PersonFacts | None:
        return self.desk().people[sample_id("person", self.code)]

    def desk(self) -> Desk:
        if self._desk is None:
            self._desk = self._sample.desk()
        return self._desk

    def indexes(self) -> SearchIndexes:
        return build_indexes(self.desk())

    def read(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        try:
            with self._sample.store.reading() as connection:
                value = work(connection)
        except OrderDeskError as fault:
            assert failed is not None
            failed(fault)
        else:
            done(value)

    read_long = read

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        self.sent.append(command)
        done(self._sample.door.execute(command, self._sample.actor(self.code)))


@dataclass(slots=True)
class Shown:
    """A window that keeps what it was told."""

    said: list[Message] = field(default_factory=list)
    cell: tuple[object, str] | None = None
    on_list: object = None

    def show_lists(self) -> None:
        pass

    def show_prices(self) -> None:
        pass

    def go_to_entry(self, entry: object, key: str) -> None:
        self.cell = (entry, key)

    def go_to_list(self, list_id: object) -> None:
        self.on_list = list_id

    def show_message(self, message: Message) -> None:
        self.said.append(message)

    @property
    def codes(self) -> list[str]:
        return [message.code for message in self.said]


@dataclass(slots=True)
class Prices:
    """The presenter with what it was given and what it said."""

    sample: SampleDesk
    backend: AtOnce
    view: Shown
    presenter: PricesPresenter

    def open(self, code: str) -> None:
        self.presenter.focus(sample_id("price_list", code))

    def row(self, code: str, at: int = 0) -> PriceRow:
        rows = [row for row in self.presenter.rows() if row.item is not None and row.item.code == code]
        return rows[at]

    def type(self, code: str, key: str, text: str, at: int = 0) -> bool:
        row = self.row(code, at)
        if not self.presenter.cells.takes(row, key, text):
            return False
        self.presenter.cells.type(row, key, text)
        return True


@pytest.fixture
def prices(sample: SampleDesk) -> Prices:
    """Zhang Wei, manager, before the price lists."""
    backend, view = AtOnce(sample), Shown()
    made = Prices(sample, backend, view, PricesPresenter(backend, view))
    made.presenter.refresh()
    return made


@dataclass
class World(DeskWorld):
    """A running desk with its window, the price screen on top."""

    screen: PricesScreen

    def row(self, code: str, at: int = 0) -> PriceRow:
        """Return an entry of the list on show."""
        rows = [row for row in self.screen.card.model.rows if row.item is not None and row.item.code == code]
        return rows[at]

    def column(self, key: str) -> list[str]:
        """Return the texts of a column of the grid on show."""
        model = self.screen.card.shown_grid.rows_model
        at = model.column_of(key)
        return [model.index(row, at).data() for row in range(model.rowCount())]


@pytest.fixture
def open_world(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Open the prices; for Zhang Wei unless another person is named."""
    desks = Desks(sample, qtbot, tmp_path)

    def opening(code: str = MANAGER, size: tuple[int, int] = (1366, 768)) -> World:
        opened = desks.open(code, make_areas, size)
        screen = opened.window.open_area("prices")
        assert isinstance(screen, PricesScreen)
        world = World(sample, opened.backend, opened.window, qtbot, screen)
        world.settle()
        return world

    yield opening
    desks.stop()


def list_id(code: str) -> UUID:
    """Return the id of a list of the sample company."""
    return sample_id("price_list", code)
