"""What a desk keeps in plain files: what is being typed, how things are shown, which printer was used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from unittest import mock
from uuid import UUID

from orderdesk.services import journal as journal_module
from orderdesk.services.journal import Journal, Journalled
from orderdesk.services.preferences import Preferences
from orderdesk.spool.choices import PaperChoice, PrinterChoices
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import NOW
from tests.support.faults.books import typed_in

Told = Callable[[], None]
_SOON = 1_500  # bytes after which a journal is started anew here


@dataclass(frozen=True, slots=True)
class FileDeed:
    """What is done below a folder, and what the program then reads there."""

    name: str
    perform: Callable[[Path, Told], None]
    read: Callable[[Path], object]


def journalled(order: UUID, text: str, minute: int) -> Journalled:
    """Return an entry of the typing journal."""
    return Journalled(OrderDraft(id=order), NOW + timedelta(minutes=minute), 0, "quantity", None, text)


def _type(folder: Path, told: Told) -> None:
    """Type two orders by turns until their journals are started anew, and finish one of them."""
    with mock.patch.object(journal_module, "_COMPACT_BYTES", _SOON):
        journal = Journal(folder / "drafts")
        for minute in range(1, 9):
            journal.append(journalled(UUID(int=minute % 2 + 1), str(minute), minute))
            told()
        journal.forget(UUID(int=1))
        told()


def _choose(folder: Path, told: Told) -> None:
    preferences = Preferences(folder / "preferences")
    for count in range(4):
        preferences.keep(None, f"columns {count % 2}", count)
        told()


def _chosen(folder: Path) -> object:
    preferences = Preferences(folder / "preferences")
    return [preferences.read(None, f"columns {count}") for count in (0, 1)]


def _use_printer(folder: Path, told: Told) -> None:
    choices = PrinterChoices(folder / "printers.json")
    for count in range(4):
        choices.remember("delivery_note", PaperChoice("a4", f"printer {count}"))
        told()


def _used(folder: Path) -> object:
    return PrinterChoices(folder / "printers.json").choice("delivery_note")


FILE_DEEDS: dict[str, FileDeed] = {
    deed.name: deed
    for deed in (
        FileDeed("typing journal", _type, typed_in),
        FileDeed("preferences", _choose, _chosen),
        FileDeed("printers", _use_printer, _used),
    )
}
