"""What printing knows of the desk, of its window and of what is printed: only this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.printing.delivery_note import RenderedDocument
from orderdesk.printing.documents import DocumentLanguage
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import Paper
from orderdesk.services.store import Reader
from orderdesk.spool.choices import PaperChoice
from orderdesk.spool.jobs import Accepted, PrintJob
from orderdesk.ui.asked import HasClock, HasIds, HasPerson, Reads, RunsErrands
from orderdesk.ui.messages import Severity
from orderdesk.ui.paper.preview import PaperOnShow
from orderdesk.wire.commands import CommandData


class PaperDesk(HasClock, HasIds, HasPerson, Reads, RunsErrands, Protocol):
    """What printing asks of the running desk; answers come on the GUI thread."""


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


class PaperView(Protocol):
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
        """Go back to the work."""
        ...

    def ask_file(self, name: str) -> None:
        """Ask where the PDF is to be saved; ``name`` is proposed."""
        ...

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """How a paper is wanted; ``printed`` is who would print it now, and when."""

    language: DocumentLanguage
    paper: Paper
    form: FormOptions
    printed: tuple[UUID, datetime] | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper as it would be printed now. ``title`` words what people call it, ``file_name`` has no ending.

    ``number`` is what messages call it. A paper that ``is_recorded`` leads to a command when it is out;
    ``needs_reason`` where it was printed before and each further print must be explained.
    """

    title: Callable[[], str]
    number: str
    file_name: str
    rendered: RenderedDocument
    copy_no: int = 1
    is_draft: bool = False
    needs_reason: bool = False
    is_recorded: bool = True


class PaperSource(Protocol):
    """One kind of paper: how it is read and drawn, and what is recorded of a print."""

    @property
    def kind(self) -> str:
        """Under what printer and paper are remembered."""
        ...

    @property
    def papers(self) -> tuple[str, ...]:
        """The keys of the papers that it can be drawn on."""
        ...

    @property
    def unknown(self) -> str:
        """The code of what is said where there is nothing to draw (any more)."""
        ...

    def draw(self, connection: Reader, key: UUID, asked: Asked) -> Drawn | None:
        """Return the paper as it would be printed now; ``None`` where there is nothing to draw."""
        ...

    def record(self, key: UUID, drawn: Drawn, language: DocumentLanguage, reason: str) -> CommandData | None:
        """Return what is recorded of a print; it may say a reason where none was asked for."""
        ...

    def prints(self, connection: Reader, key: UUID) -> int:
        """Return how many prints are recorded; 0 for a paper that is not marked as a copy."""
        ...


WriteFile = Callable[[Path, bytes], None]
