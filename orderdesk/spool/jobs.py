"""What is sent to a printer, and what the printer answers, whichever road is taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from orderdesk.errors import UserError
from orderdesk.printing.papers import Paper


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A finished paper: its PDF, the size of its sheets, and the name that stands in the printer's queue.

    It is printed once. Several copies are plies of a carbonless form, or a reprint that is marked as one; a
    printer's own setting for copies would make unmarked twins.
    """

    pdf: bytes = field(repr=False)
    title: str
    paper: Paper
    person: str = ""  # who asked for it


@dataclass(frozen=True, slots=True)
class Accepted:
    """A printer took a job: its number there (0 where it tells none), and what it says, often nothing."""

    job_id: int
    says: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a printer is: ``road`` and the name it has there.

    In text, as it is remembered: ``ipp://host/ipp/print`` or ``ipps://…`` (the printer or a print server
    itself), ``lp:QUEUE`` (a queue of this machine's CUPS), ``system:NAME`` (a printer of the operating
    system, drawn on through Qt).
    """

    road: str
    name: str

    def __str__(self) -> str:
        return f"{self.road}:{self.name}"


def read_address(text: str) -> Address:
    """Return the address that ``text`` says. Raises ``UserError`` ``error.print.address``."""
    road, colon, name = text.strip().partition(":")
    road = road.lower()
    is_network = road in {"ipp", "ipps"} and name.startswith("//") and len(name) > 2
    is_local = road in {"lp", "system"} and name and not name.startswith("-")
    if not colon or not (is_network or is_local):
        raise UserError("error.print.address", address=text)
    return Address(road, name)
