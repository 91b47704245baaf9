"""Showing, printing and saving the delivery note of a delivery.

A print is recorded when the printer has taken it, so that the record tells of papers and not of attempts. If
a printer's answer was lost the paper may have come out: that is recorded as well, for whoever finds a paper
without a mark holds the original. A PDF file counts as a print, since nobody sees how often it is printed
later. A draft is not recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from orderdesk.errors import EnvironmentProblem, OrderDeskError
from orderdesk.printing.alignment import render_alignment_page
from orderdesk.printing.delivery_note import RenderedDocument
from orderdesk.printing.documents import DocumentLanguage, labels_from
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import PAPERS, Paper
from orderdesk.printing.preview import PageImage, page_image
from orderdesk.services.notes import note_pdf
from orderdesk.services.reading.warehouse import DeliveryCard, delivery_card
from orderdesk.services.store import Reader
from orderdesk.spool.choices import PaperChoice
from orderdesk.spool.jobs import PrintJob
from orderdesk.ui.language import tr
from orderdesk.ui.paper.preview import PaperOnShow
from orderdesk.ui.paper.printers import PDF_FILE, printer_name
from orderdesk.ui.screens.warehouse.around import NoteDesk, NoteView, Printers, WriteFile
from orderdesk.wire.commands import Command, RecordPrint
from orderdesk.wire.outcomes import Outcome
from orderdesk.words import text as words_text

KIND = "delivery_note"
_LOST = "error.print.unanswered"  # the job was sent; whether it came out nobody knows


@dataclass(frozen=True, slots=True)
class _Note:
    """The note on show, with the delivery as it was read with it."""

    card: DeliveryCard
    copy_no: int
    choice: PaperChoice
    form: FormOptions
    rendered: RenderedDocument

    @property
    def paper(self) -> Paper:
        return PAPERS[self.choice.paper]

    @property
    def has_printer(self) -> bool:
        return self.choice.printer not in ("", PDF_FILE)

    @property
    def needs_reason(self) -> bool:
        return self.card.has_note and self.copy_no > 1

    @property
    def file_name(self) -> str:
        name = self.card.row.number or self.card.row.label.replace("/", "-")
        return f"{name}-{self.copy_no}" if self.needs_reason else name


@dataclass(frozen=True, slots=True)
class _Way:
    """A way out of the program: what puts a note there, and what is said when it is there."""

    choice: PaperChoice
    put: Callable[[_Note], None]
    say: Callable[[_Note], None]
    is_remembered: bool = True


class NotePresenter:
    """One note at a time."""

    def __init__(self, desk: NoteDesk, view: NoteView, printers: Printers, write_file: WriteFile) -> None:
        self._desk = desk
        self._view = view
        self._printers = printers
        self._write = write_file
        self._language: DocumentLanguage = "zh"
        self._note: _Note | None = None
        self._known: tuple[str, ...] = ()
        self._to_file: Callable[[Path], None] | None = None
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
                self.show(self._note.card.id, self._note.choice)

    # showing

    def find_printers(self) -> None:
        """Look which printers there are; whoever looks at a paper gets them when they are found."""

        def found(known: tuple[str, ...], _recorded: object) -> None:
            self._known = known
            self._view.show_printers(known)

        self._desk.errand(self._printers.find, found, self._failed)

    def show(self, delivery_id: UUID, choice: PaperChoice | None = None) -> None:
        """Show the note of a delivery, for the last used printer and paper unless others are chosen.

        Before the goods have left it is a draft.
        """
        self._load(delivery_id, choice, self._show)

    def choose(self, choice: PaperChoice) -> None:
        """Show the paper for another size or printer."""
        if self._note is not None:
            self.show(self._note.card.id, choice)

    def move(self, choice: PaperChoice, form: FormOptions) -> None:
        """Keep how far the print of a form is moved, and show it so."""

        def moved(_done: None) -> None:
            self.choose(choice)

        self._desk.read(lambda _connection: self._printers.move(choice, form), moved, self._failed)

    def close(self) -> None:
        """Put the paper away."""
        self._note = None
        self._view.close_paper()

    def draw_page(self, pdf: bytes, page: int, dpi: int, done: Callable[[PageImage], None]) -> None:
        """Draw a page as a picture, on the lane for reads: pages are drawn one after the other."""
        self._desk.read(lambda _connection: page_image(pdf, page, dpi), done, self._failed)

    # printing

    def print_at_once(self, delivery_id: UUID) -> None:
        """Print to the last used pair of printer and paper; show the note where something is to be said."""

        def print_or_show(note: _Note | None) -> None:
            if self._busy:
                return
            self._note = note
            if note is not None and note.has_printer and not note.needs_reason:
                self.print(note.choice, "")
            else:
                self._show(note)

        if not self._busy:
            self._load(delivery_id, None, print_or_show)

    def print(self, choice: PaperChoice, reason: str) -> None:
        """Print the note on show, and record it when the printer has taken it."""

        def put(note: _Note) -> None:
            self._printers.send(PrintJob(note.rendered.pdf, note.file_name, note.paper), choice.printer)

        def say(note: _Note) -> None:
            params = self._words(choice) | {"n": note.rendered.pages, "number": note.file_name}
            self._view.say("paper.message.printed", "done", **params)

        note = self._note
        if note is not None and not self._busy:
            self._view.say("paper.message.printing", "info", **self._words(choice), number=note.file_name)
            self._put_out(note, reason, _Way(choice, put, say))

    def ask_file(self, choice: PaperChoice, reason: str) -> None:
        """Ask where the PDF goes; it is recorded when it is there."""
        note = self._note
        if note is not None:
            self._to_file = partial(self._save, note, choice, reason)
            self._view.ask_file(f"{note.file_name}.pdf")

    def save(self, path: Path) -> None:
        """Write the file that was asked for."""
        if self._to_file is not None:
            self._to_file(path)

    def print_alignment(self, choice: PaperChoice) -> None:
        """Print the page by which the offset of a form is measured, moved as the form is now."""
        language, paper = self._language, PAPERS[choice.paper]

        def work(_connection: Reader) -> bytes:
            labels = labels_from(words_text, language)
            return render_alignment_page(labels, language, self._printers.form(choice), paper).pdf

        def drawn(pdf: bytes) -> None:
            if choice.printer == PDF_FILE:
                self._to_file = partial(self._save_alignment, pdf)
                self._view.ask_file(f"alignment-{paper.key}.pdf")
                return
            params = self._words(choice)
            job = PrintJob(pdf, "alignment", paper)

            def printed(_accepted: object, _recorded: object) -> None:
                self._view.say("paper.message.alignment", "done", **params)

            self._desk.errand(lambda: self._printers.send(job, choice.printer), printed, self._failed)

        self._desk.read(work, drawn, self._failed)

    # inside

    def _load(
        self, delivery_id: UUID, choice: PaperChoice | None, then: Callable[[_Note | None], None]
    ) -> None:
        """Read and draw a note as it would be printed now."""
        language, known, person = self._language, self._known, self._desk.person
        printed = (person.id, self._desk.clock.now()) if person is not None else None

        def work(connection: Reader) -> _Note | None:
            card = delivery_card(connection, delivery_id)
            if card is None:
                return None
            wanted = choice or self._printers.last()
            wanted = PaperChoice(wanted.paper, wanted.printer or (known[0] if known else PDF_FILE))
            form, copy_no = self._printers.form(wanted), len(card.prints) + 1
            stamp = printed if card.has_note else None
            paper = PAPERS[wanted.paper]
            rendered = note_pdf(connection, delivery_id, language, paper, copy_no, form, stamp)
            return _Note(card, copy_no, wanted, form, rendered)

        self._desk.read(work, then, self._failed)

    def _show(self, note: _Note | None) -> None:
        if note is None:
            self._view.say("problem.delivery.unknown", "error")
            return
        self._note = note
        for warning in note.rendered.warnings:
            self._view.say(warning.code, "warn", **dict(warning.params))
        number = note.card.row.number
        self._view.show_paper(
            PaperOnShow(
                partial(tr, "warehouse.note.title", number=number or note.card.row.label),
                note.rendered.pdf,
                note.rendered.pages,
                note.paper,
                self._language,
                note.copy_no,
                number is None,
                note.choice.printer,
                note.form,
                self._known,
            )
        )

    def _put_out(self, note: _Note, reason: str, way: _Way) -> None:
        """Draw the note anew, put it out on the lane for errands, and record it when it is there."""
        self._busy = True

        def ready(fresh: _Note | None) -> None:
            if fresh is None or (fresh.needs_reason and not reason):  # somebody has printed it meanwhile
                self._busy = False
                params = {"number": note.card.row.number, "copy": fresh.copy_no if fresh is not None else 1}
                if fresh is not None:
                    self._view.say("problem.delivery.reprint_reason", "error", **params)
                self._show(fresh)
                return
            self._desk.errand(
                lambda: _put(way, fresh),
                partial(self._is_out, fresh, way),
                partial(self._not_out, fresh),
                lambda _lost: self._record(fresh, reason),
            )

        self._load(note.card.id, way.choice, ready)

    def _record(self, note: _Note, reason: str) -> Command | None:
        if not note.card.has_note:
            return None
        # Of two desks that print at the same moment the later one is recorded too: its paper is a fact.
        data = RecordPrint(delivery_id=note.card.id, reason=reason or tr("paper.same_time"))
        return Command(id=self._desk.ids.new(), data=data)

    def _is_out(
        self,
        note: _Note,
        way: _Way,
        lost: EnvironmentProblem | None,
        recorded: Outcome | OrderDeskError | None,
    ) -> None:
        self._busy = False
        if isinstance(recorded, OrderDeskError):
            self._not_recorded(note, partial(tr, recorded.code, **dict(recorded.params)))
        elif recorded is not None and recorded.is_refused:
            problem = recorded.problems[0]
            self._not_recorded(note, partial(tr, problem.code, **problem.params))
        elif lost is not None:
            self._view.say_not_printed(lost)
            self.show(note.card.id, way.choice)
        else:
            way.say(note)
            self._close_if_shown(note)
            self._settle(note, way)

    def _not_recorded(self, note: _Note, why: Callable[[], str]) -> None:
        self._view.say("paper.message.not_recorded", "error", number=note.file_name, fault=why)

    def _settle(self, note: _Note, way: _Way) -> None:
        """Remember printer and paper, and look whether another desk printed the same copy just then."""

        def work(connection: Reader) -> int:
            if way.is_remembered:
                self._printers.remember(way.choice)
            card = delivery_card(connection, note.card.id)
            return len(card.prints) if card is not None else 0

        def looked(prints: int) -> None:
            if note.card.has_note and prints > note.copy_no:
                self._view.say("paper.message.twice", "warn", number=note.file_name)

        self._desk.read(work, looked, self._failed)

    def _close_if_shown(self, note: _Note) -> None:
        if self._note is not None and self._note.card.id == note.card.id:
            self.close()

    def _not_out(self, note: _Note, fault: OrderDeskError) -> None:
        """Say why, in the printer's own words, with the paper there to go another way."""
        self._busy = False
        self._show(note)
        self._view.say_not_printed(fault)

    def _save(self, note: _Note, choice: PaperChoice, reason: str, path: Path) -> None:
        def put(fresh: _Note) -> None:
            self._write_safely(path, fresh.rendered.pdf)

        def say(_note: _Note) -> None:
            self._view.say("warehouse.message.saved", "done", file=path.name)

        if not self._busy:
            self._put_out(note, reason, _Way(choice, put, say, choice.printer == PDF_FILE))

    def _save_alignment(self, pdf: bytes, path: Path) -> None:
        def saved(_done: None, _recorded: object) -> None:
            self._view.say("warehouse.message.saved", "done", file=path.name)

        self._desk.errand(lambda: self._write_safely(path, pdf), saved, self._failed)

    def _write_safely(self, path: Path, content: bytes) -> None:
        try:
            self._write(path, content)
        except OSError as fault:
            detail = fault.strerror or ""
            raise EnvironmentProblem("paper.message.not_saved", file=path.name, detail=detail) from fault

    @staticmethod
    def _words(choice: PaperChoice) -> dict[str, object]:
        """Return what every message about a print says: the printer and the paper."""
        paper = partial(tr, f"paper.size.{choice.paper}")
        return {"printer": printer_name(choice.printer), "paper": paper}

    def _failed(self, fault: OrderDeskError) -> None:
        self._busy = False
        self._view.say(fault.code, "error", **dict(fault.params))


def _put(way: _Way, note: _Note) -> EnvironmentProblem | None:
    """Put a note out, and return the problem where it was sent but nobody knows whether it came out."""
    try:
        way.put(note)
    except EnvironmentProblem as fault:
        if fault.code != _LOST:
            raise
        return fault
    return None


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole: a disk that runs full leaves what stood there before."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
