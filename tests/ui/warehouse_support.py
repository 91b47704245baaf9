"""A desk without lanes and a view without a window, for the tests of the warehouse's presenters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.services.reading.warehouse import DeliveryCard, DeliveryRow
from orderdesk.ui.paper.preview import PaperOnShow
from orderdesk.ui.screens.warehouse.lines import LineOnShow
from orderdesk.values import plain
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome
from tests.services.warehouse_world import World


@dataclass
class DeskOfWorld:
    """Runs reads and commands on a real store when told to, so that a test can act in between."""

    world: World
    is_held: bool = False
    waiting: list[Callable[[], None]] = field(default_factory=list)
    sent: list[Command] = field(default_factory=list)
    fault: OrderDeskError | None = None

    @property
    def person(self) -> Any:
        return SimpleNamespace(id=self.world.warehouse.person_id)

    def errand(self, work: Any, done: Any, failed: Any, record: Any = None) -> None:
        def run() -> None:
            try:
                value = work()
            except OrderDeskError as fault:
                failed(fault)
                return
            command = record(value) if record is not None else None
            if command is None:
                done(value, None)
                return
            self.sent.append(command)
            done(value, self.fault or self.world.door.execute(command, self.world.warehouse))

        self._take(run)

    @property
    def clock(self) -> Clock:
        return self.world.ports.clock

    @property
    def ids(self) -> Ids:
        return self.world.ports.ids

    def read(self, work: Any, done: Any, failed: Any = None) -> None:
        def run() -> None:
            try:
                with self.world.looking() as connection:
                    found = work(connection)
            except OrderDeskError as fault:
                failed(fault)
            else:
                done(found)

        self._take(run)

    def execute(self, command: Command, done: Any, failed: Any = None) -> None:
        self.sent.append(command)

        def run() -> None:
            if self.fault is not None:
                failed(self.fault)
                return
            outcome: Outcome = self.world.door.execute(command, self.world.warehouse)
            done(outcome)

        self._take(run)

    def let_go(self) -> None:
        """Run what waits, and what that asks for."""
        self.is_held = False
        while self.waiting:
            self.waiting.pop(0)()

    def _take(self, run: Callable[[], None]) -> None:
        self.waiting.append(run)
        if not self.is_held and len(self.waiting) == 1:
            while self.waiting:  # the way of a lane: in order, never inside one another
                self.waiting[0]()
                self.waiting.pop(0)


@dataclass
class Window:
    """Keeps what it is told."""

    rows: Any = ()
    selected: Any = None
    card: Any = None
    lines: tuple[Any, ...] = ()
    asked: str = ""
    focus: Any = "list"
    said: list[tuple[str, str, dict[str, object]]] = field(default_factory=list)
    shipped: list[tuple[str, UUID | None]] = field(default_factory=list)
    paper: PaperOnShow | None = None
    file: str = ""
    printers: tuple[str, ...] = ()

    def show_rows(self, rows: tuple[DeliveryRow, ...], selected: UUID | None) -> None:
        self.rows, self.selected = rows, selected

    def show_card(self, card: DeliveryCard | None, lines: tuple[LineOnShow, ...]) -> None:
        self.card, self.lines = card, lines

    def ask_reason(self, line: LineOnShow, picked: Decimal) -> None:
        self.asked = f"reason {line.line.position} {plain(picked)}"

    def ask_ship(self, card: DeliveryCard, lines: tuple[LineOnShow, ...]) -> None:
        self.asked = f"ship {card.row.label} " + "+".join(plain(line.picked) for line in lines)

    def close_question(self) -> None:
        self.asked = ""

    def go_to_line(self, line_id: UUID) -> None:
        self.focus = next(line.line.position for line in self.lines if line.id == line_id)

    def go_to_list(self) -> None:
        self.focus = "list"

    def say(self, code: str, severity: str = "info", /, **params: object) -> None:
        self.said.append((code, severity, params))

    def say_shipped(self, card: DeliveryCard, number: str, rest: DeliveryCard | None) -> None:
        self.shipped.append((number, rest.id if rest is not None else None))

    def show_paper(self, shown: PaperOnShow) -> None:
        self.paper = shown

    def show_printers(self, known: tuple[str, ...]) -> None:
        self.printers = known

    def say_not_printed(self, fault: OrderDeskError) -> None:
        self.say(fault.code, "error", **dict(fault.params))

    def close_paper(self) -> None:
        self.paper = None

    def ask_file(self, name: str) -> None:
        self.file = name

    @property
    def codes(self) -> list[str]:
        """What was said, oldest first."""
        return [code for code, _severity, _params in self.said]
