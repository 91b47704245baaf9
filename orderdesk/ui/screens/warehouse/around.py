"""What the warehouse's presenters know of the desk and of their window: only this."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.printing.forms import FormOptions
from orderdesk.services.desk import PersonFacts
from orderdesk.services.reading.warehouse import DeliveryCard, DeliveryRow
from orderdesk.services.store import Reader
from orderdesk.spool.choices import PaperChoice
from orderdesk.spool.jobs import Accepted, PrintJob
from orderdesk.ui.messages import Severity
from orderdesk.ui.paper.preview import PaperOnShow
from orderdesk.ui.screens.warehouse.lines import LineOnShow
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome

T = TypeVar("T")


class WarehouseDesk(Protocol):
    """What the presenter asks of the running desk; answers come on the GUI thread."""

    @property
    def clock(self) -> Clock: ...

    @property
    def ids(self) -> Ids: ...

    def read(
        self,
        work: Callable[[Reader], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None: ...

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None: ...


class NoteDesk(WarehouseDesk, Protocol):
    """What printing asks of the running desk beside."""

    @property
    def person(self) -> PersonFacts | None: ...

    def errand(
        self,
        work: Callable[[], T],
        done: Callable[[T, Outcome | OrderDeskError | None], None],
        failed: Callable[[OrderDeskError], None],
        record: Callable[[T], Command | None] | None = None,
    ) -> None: ...


class Printers(Protocol):
    """What a desk knows of its printers; what is remembered is asked for on the lane for reads."""

    def last(self) -> PaperChoice:
        """Return the last used pair of printer and paper."""
        ...

    def form(self, choice: PaperChoice) -> FormOptions:
        """Return how this printer prints this paper."""
        ...

    def remember(self, choice: PaperChoice) -> None:
        """Remember the last used pair."""
        ...

    def move(self, choice: PaperChoice, form: FormOptions) -> None:
        """Keep how far this paper is moved in this printer."""
        ...

    def find(self) -> tuple[str, ...]:
        """Return the addresses that can be chosen; waits."""
        ...

    def send(self, job: PrintJob, address: str) -> Accepted:
        """Send a paper; waits."""
        ...


class WarehouseView(Protocol):
    """What the presenter needs of a window."""

    def show_rows(self, rows: tuple[DeliveryRow, ...], selected: UUID | None) -> None:
        """Show the list, the cursor on ``selected``."""
        ...

    def show_card(self, card: DeliveryCard | None, lines: tuple[LineOnShow, ...]) -> None:
        """Show one delivery, or that none is chosen."""
        ...

    def ask_reason(self, line: LineOnShow, picked: Decimal) -> None:
        """Ask why only ``picked`` of a line was found."""
        ...

    def ask_ship(self, card: DeliveryCard, lines: tuple[LineOnShow, ...]) -> None:
        """Ask once, with specifics, whether these goods leave."""
        ...

    def close_question(self) -> None:
        """Take an open question away."""
        ...

    def go_to_line(self, line_id: UUID) -> None:
        """Put the cursor into the picked cell of a line and open it."""
        ...

    def go_to_list(self) -> None:
        """Put the focus on the list."""
        ...

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence."""
        ...

    def say_shipped(self, card: DeliveryCard, number: str, rest: DeliveryCard | None) -> None:
        """Say under which number a part left, and what remains."""
        ...


class NoteView(Protocol):
    """What printing needs of a window."""

    def show_paper(self, shown: PaperOnShow) -> None:
        """Show a paper, or show it anew."""
        ...

    def show_printers(self, known: tuple[str, ...]) -> None:
        """Offer these printers in the paper on show."""
        ...

    def say_not_printed(self, fault: OrderDeskError) -> None:
        """Say why nothing came out, with the ways on from there."""
        ...

    def close_paper(self) -> None:
        """Go back to the list."""
        ...

    def ask_file(self, name: str) -> None:
        """Ask where the PDF is to be saved; ``name`` is proposed."""
        ...

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence."""
        ...


WriteFile = Callable[[Path, bytes], None]
