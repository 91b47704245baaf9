"""Showing, printing and saving the delivery note of a delivery.

Every print is recorded before the paper comes: whoever finds a paper without a mark holds the original. A
PDF file counts as a print, since nobody sees how often it is printed later. A draft is not recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from orderdesk.errors import EnvironmentProblem, OrderDeskError
from orderdesk.printing.delivery_note import RenderedDocument
from orderdesk.printing.documents import DocumentLanguage
from orderdesk.printing.papers import A4
from orderdesk.printing.preview import PageImage, page_image
from orderdesk.services.notes import note_pdf
from orderdesk.services.reading.warehouse import DeliveryCard, delivery_card
from orderdesk.services.store import Reader
from orderdesk.ui.language import tr
from orderdesk.ui.paper.preview import PaperOnShow
from orderdesk.ui.screens.warehouse.around import NoteView, SendToPrinter, WarehouseDesk, WriteFile
from orderdesk.wire.commands import Command, RecordPrint
from orderdesk.wire.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class _Note:
    """The note on show, with the delivery as it was read with it."""

    card: DeliveryCard
    copy_no: int
    rendered: RenderedDocument


class NotePresenter:
    """One note at a time."""

    def __init__(
        self, desk: WarehouseDesk, view: NoteView, send_to_printer: SendToPrinter, write_file: WriteFile
    ) -> None:
        self._desk = desk
        self._view = view
        self._send = send_to_printer
        self._write = write_file
        self._language: DocumentLanguage = "zh"
        self._note: _Note | None = None
        self._reason = ""
        self._busy = False

    @property
    def language(self) -> DocumentLanguage:
        """The language of the paper."""
        return self._language

    def set_language(self, language: DocumentLanguage) -> None:
        """Show the paper in another language."""
        if language != self._language:
            self._language = language
            if self._note is not None:
                self.show(self._note.card.id)

    def show(self, delivery_id: UUID) -> None:
        """Show the note of a delivery; before it has left, a draft of it."""
        language = self._language

        def work(connection: Reader) -> _Note | None:
            card = delivery_card(connection, delivery_id)
            if card is None:
                return None
            copy_no = len(card.prints) + 1
            return _Note(card, copy_no, note_pdf(connection, delivery_id, language, A4, copy_no))

        self._desk.read(work, self._show, self._failed)

    def close(self) -> None:
        """Put the paper away."""
        self._note = None
        self._view.close_paper()

    def draw_page(self, pdf: bytes, page: int, dpi: int, done: Callable[[PageImage], None]) -> None:
        """Draw a page as a picture, on the lane for reads: pages are drawn one after the other."""
        self._desk.read(lambda _connection: page_image(pdf, page, dpi), done, self._failed)

    def print(self, printer: str, reason: str) -> None:
        """Record the print, then send its pages to the printer."""
        self._record(reason, partial(self._print, printer))

    def ask_file(self, reason: str) -> None:
        """Ask where the PDF goes; it is recorded when the place is known."""
        if self._note is not None:
            self._reason = reason
            self._view.ask_file(f"{self._file_name(self._note)}.pdf")

    def save(self, path: Path) -> None:
        """Record the print, then write the PDF."""
        self._record(self._reason, partial(self._save, path))

    def _show(self, note: _Note | None) -> None:
        if note is None:
            self._view.say("problem.delivery.unknown", "error")
            return
        self._note = note
        for warning in note.rendered.warnings:
            self._view.say(warning.code, "warn", **dict(warning.params))
        number = note.card.row.number
        title = partial(tr, "warehouse.note.title", number=number or note.card.row.label)
        self._view.show_paper(
            PaperOnShow(
                title,
                note.rendered.pdf,
                note.rendered.pages,
                A4,
                self._language,
                note.copy_no,
                number is None,
            )
        )

    def _record(self, reason: str, then: Callable[[bytes], None]) -> None:
        note = self._note
        if note is None or self._busy:
            return
        if not note.card.has_note:
            then(note.rendered.pdf)
            return
        self._busy = True

        def done(outcome: Outcome) -> None:
            self._recorded(note, outcome, then)

        data = RecordPrint(delivery_id=note.card.id, reason=reason)
        self._desk.execute(Command(id=self._desk.ids.new(), data=data), done, self._failed)

    def _recorded(self, note: _Note, outcome: Outcome, then: Callable[[bytes], None]) -> None:
        self._busy = False
        if outcome.is_refused:
            for problem in reversed(outcome.problems):
                self._view.say(problem.code, "error", **problem.params)
            self.show(note.card.id)  # somebody else has printed it meanwhile
            return
        language = self._language

        def work(connection: Reader) -> bytes:
            return note_pdf(connection, note.card.id, language, A4).pdf  # the print just recorded

        self._desk.read(work, then, self._failed)

    def _print(self, printer: str, pdf: bytes) -> None:
        note = self._note
        if note is None:
            return
        name = self._file_name(note)

        def done(pages: int) -> None:
            self._view.say("warehouse.message.printed", "done", n=pages, number=name, printer=printer)
            self.close()

        self._desk.read(lambda _connection: self._send(pdf, printer, name), done, self._failed)

    def _save(self, path: Path, pdf: bytes) -> None:
        def done(_written: None) -> None:
            self._view.say("warehouse.message.saved", "done", file=path.name)
            self.close()

        def work(_connection: Reader) -> None:
            try:
                self._write(path, pdf)
            except OSError as fault:
                raise EnvironmentProblem(
                    "warehouse.message.not_saved", file=path.name, detail=fault.strerror or ""
                ) from fault

        self._desk.read(work, done, self._failed)

    @staticmethod
    def _file_name(note: _Note) -> str:
        name = note.card.row.number or note.card.row.label.replace("/", "-")
        return f"{name}-{note.copy_no}" if note.copy_no > 1 and note.card.has_note else name

    def _failed(self, fault: OrderDeskError) -> None:
        self._busy = False
        self._view.say(fault.code, "error", **dict(fault.params))


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole: a disk that runs full leaves what stood there before."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
