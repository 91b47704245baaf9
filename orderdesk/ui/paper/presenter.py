"""Showing, printing and saving a paper, whatever it says: that is its source's business.

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
from orderdesk.printing.documents import DocumentLanguage, labels_from
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import PAPERS, Paper
from orderdesk.printing.preview import PageImage, page_image
from orderdesk.services.store import Reader
from orderdesk.spool.choices import PaperChoice
from orderdesk.spool.jobs import PrintJob
from orderdesk.ui.language import tr
from orderdesk.ui.paper.around import Asked, Drawn, PaperDesk, PaperSource, PaperView, Printers, WriteFile
from orderdesk.ui.paper.preview import PaperOnShow
from orderdesk.ui.paper.printers import PDF_FILE, printer_name
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome
from orderdesk.words import text as words_text

_LOST = "error.print.unanswered"  # the job was sent; whether it came out nobody knows


@dataclass(frozen=True, slots=True)
class _Shown:
    """The paper on show, with where it would go."""

    key: UUID
    drawn: Drawn
    choice: PaperChoice
    form: FormOptions
    is_chosen: bool  # by a person, now or at the last print; else it is the first there is

    @property
    def paper(self) -> Paper:
        return PAPERS[self.choice.paper]

    @property
    def has_printer(self) -> bool:
        return self.choice.printer not in ("", PDF_FILE)


@dataclass(frozen=True, slots=True)
class _Way:
    """A way out of the program: what puts a paper there, and what is said when it is there."""

    choice: PaperChoice
    put: Callable[[_Shown], None]
    say: Callable[[_Shown], None]
    is_remembered: bool = True


class PaperPresenter:
    """One paper of a kind at a time."""

    def __init__(
        self,
        desk: PaperDesk,
        view: PaperView,
        printers: Printers,
        write_file: WriteFile,
        source: PaperSource,
    ) -> None:
        self._desk = desk
        self._view = view
        self._printers = printers
        self._write = write_file
        self._source = source
        self._language: DocumentLanguage = "zh"
        self._shown: _Shown | None = None
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
            if self._shown is not None:
                self.show(self._shown.key, self._shown.choice)

    # showing

    def find_printers(self) -> None:
        """Look which printers there are; whoever looks at a paper gets them when they are found."""

        def found(known: tuple[str, ...], _recorded: object) -> None:
            self._known = known
            self._view.show_printers(known)
            if self._shown is not None and self._lacks_printer(self._shown):
                self.show(self._shown.key)

        self._desk.errand(self._printers.find, found, self._failed)

    def show(self, key: UUID, choice: PaperChoice | None = None) -> None:
        """Show a paper, for the last used printer and paper unless others are chosen."""
        self._load(key, choice, self._show)

    def choose(self, choice: PaperChoice) -> None:
        """Show the paper for another size or printer."""
        if self._shown is not None:
            self.show(self._shown.key, choice)

    def move(self, choice: PaperChoice, form: FormOptions) -> None:
        """Keep how far the print of a form is moved, and show it so."""

        def moved(_done: None) -> None:
            self.choose(choice)

        self._desk.read(lambda _connection: self._printers.move(choice, form), moved, self._failed)

    def close(self) -> None:
        """Put the paper away."""
        self._shown = None
        self._view.close_paper()

    def draw_page(self, pdf: bytes, page: int, dpi: int, done: Callable[[PageImage], None]) -> None:
        """Draw a page as a picture, on the lane for reads: pages are drawn one after the other."""
        self._desk.read(lambda _connection: page_image(pdf, page, dpi), done, self._failed)

    # printing

    def print_at_once(self, key: UUID) -> None:
        """Print to the last used pair of printer and paper; show it where something is to be said."""

        def print_or_show(shown: _Shown | None) -> None:
            if self._busy:
                return
            self._shown = shown
            if shown is not None and shown.has_printer and not shown.drawn.needs_reason:
                self.print(shown.choice, "")
            else:
                self._show(shown)

        if not self._busy:
            self._load(key, None, print_or_show)

    def print(self, choice: PaperChoice, reason: str) -> None:
        """Print the paper on show, and record it when the printer has taken it."""

        def put(shown: _Shown) -> None:
            self._printers.send(
                PrintJob(shown.drawn.rendered.pdf, shown.drawn.file_name, shown.paper), choice.printer
            )

        def say(shown: _Shown) -> None:
            params = self._words(choice) | {"n": shown.drawn.rendered.pages, "number": shown.drawn.file_name}
            self._view.say("paper.message.printed", "done", **params)

        shown = self._shown
        if shown is not None and not self._busy:
            number = shown.drawn.file_name
            self._view.say("paper.message.printing", "info", **self._words(choice), number=number)
            self._put_out(shown, reason, _Way(choice, put, say))

    def ask_file(self, choice: PaperChoice, reason: str) -> None:
        """Ask where the PDF goes; it is recorded when it is there."""
        shown = self._shown
        if shown is not None:
            self._to_file = partial(self._save, shown, choice, reason)
            self._view.ask_file(f"{shown.drawn.file_name}.pdf")

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

    def _load(self, key: UUID, choice: PaperChoice | None, then: Callable[[_Shown | None], None]) -> None:
        """Read and draw a paper as it would be printed now."""
        language, known, person = self._language, self._known, self._desk.person
        printed = (person.id, self._desk.clock.now()) if person is not None else None

        def work(connection: Reader) -> _Shown | None:
            wanted = choice or self._printers.last()
            paper = wanted.paper if wanted.paper in self._source.papers else self._source.papers[0]
            is_chosen = bool(wanted.printer)
            wanted = PaperChoice(paper, wanted.printer or (known[0] if known else PDF_FILE))
            form = self._printers.form(wanted)
            drawn = self._source.draw(connection, key, Asked(language, PAPERS[paper], form, printed))
            return _Shown(key, drawn, wanted, form, is_chosen) if drawn is not None else None

        self._desk.read(work, then, self._failed)

    def _show(self, shown: _Shown | None) -> None:
        if shown is None:
            self._view.say(self._source.unknown, "error")
            return
        self._shown = shown
        if self._lacks_printer(shown):
            self.show(shown.key)
            return
        drawn = shown.drawn
        for warning in drawn.rendered.warnings:
            self._view.say(warning.code, "warn", **dict(warning.params))
        self._view.show_paper(
            PaperOnShow(
                kind=self._source.kind, name=drawn.title, pdf=drawn.rendered.pdf, pages=drawn.rendered.pages,
                paper=shown.paper, language=self._language, copy_no=drawn.copy_no, is_draft=drawn.is_draft,
                asks_reason=drawn.needs_reason, printer=shown.choice.printer, form=shown.form,
                printers=self._known, papers=self._source.papers,
            )
        )  # fmt: skip

    def _lacks_printer(self, shown: _Shown) -> bool:
        """Return whether a paper was drawn before anybody knew which printers there are."""
        return bool(self._known) and not shown.is_chosen and not shown.has_printer

    def _put_out(self, shown: _Shown, reason: str, way: _Way) -> None:
        """Draw the paper anew, put it out on the lane for errands, and record it when it is there."""
        self._busy = True

        def ready(fresh: _Shown | None) -> None:
            if fresh is None or (fresh.drawn.needs_reason and not reason):  # somebody printed it meanwhile
                self._busy = False
                if fresh is not None:
                    params = {"number": fresh.drawn.number, "copy": fresh.drawn.copy_no}
                    self._view.say("problem.delivery.reprint_reason", "error", **params)
                self._show(fresh)
                return
            self._desk.errand(
                lambda: _put(way, fresh),
                partial(self._is_out, fresh, way),
                partial(self._not_out, fresh),
                lambda _lost: self._record(fresh, reason),
            )

        self._load(shown.key, way.choice, ready)

    def _record(self, shown: _Shown, reason: str) -> Command | None:
        if not shown.drawn.is_recorded:
            return None
        data = self._source.record(shown.key, shown.drawn, self._language, reason)
        return Command(id=self._desk.ids.new(), data=data) if data is not None else None

    def _is_out(
        self,
        shown: _Shown,
        way: _Way,
        lost: EnvironmentProblem | None,
        recorded: Outcome | OrderDeskError | None,
    ) -> None:
        self._busy = False
        if isinstance(recorded, OrderDeskError):
            self._not_recorded(shown, partial(tr, recorded.code, **dict(recorded.params)))
        elif recorded is not None and recorded.is_refused:
            problem = recorded.problems[0]
            self._not_recorded(shown, partial(tr, problem.code, **problem.params))
        elif lost is not None:
            self._view.say_not_printed(lost)
            self.show(shown.key, way.choice)
        else:
            way.say(shown)
            self._close_if_shown(shown)
            self._settle(shown, way)

    def _not_recorded(self, shown: _Shown, why: Callable[[], str]) -> None:
        self._view.say("paper.message.not_recorded", "error", number=shown.drawn.file_name, fault=why)

    def _settle(self, shown: _Shown, way: _Way) -> None:
        """Remember printer and paper, and look whether another desk printed the same copy just then."""

        def work(connection: Reader) -> int:
            if way.is_remembered:
                self._printers.remember(way.choice)
            return self._source.prints(connection, shown.key) if shown.drawn.is_recorded else 0

        def looked(prints: int) -> None:
            if prints > shown.drawn.copy_no:
                self._view.say("paper.message.twice", "warn", number=shown.drawn.file_name)

        self._desk.read(work, looked, self._failed)

    def _close_if_shown(self, shown: _Shown) -> None:
        if self._shown is not None and self._shown.key == shown.key:
            self.close()

    def _not_out(self, shown: _Shown, fault: OrderDeskError) -> None:
        """Say why, in the printer's own words, with the paper there to go another way."""
        self._busy = False
        self._show(shown)
        self._view.say_not_printed(fault)

    def _save(self, shown: _Shown, choice: PaperChoice, reason: str, path: Path) -> None:
        def put(fresh: _Shown) -> None:
            self._write_safely(path, fresh.drawn.rendered.pdf)

        def say(_shown: _Shown) -> None:
            self._view.say("paper.message.saved", "done", file=path.name)

        if not self._busy:
            self._put_out(shown, reason, _Way(choice, put, say, choice.printer == PDF_FILE))

    def _save_alignment(self, pdf: bytes, path: Path) -> None:
        def saved(_done: None, _recorded: object) -> None:
            self._view.say("paper.message.saved", "done", file=path.name)

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


def _put(way: _Way, shown: _Shown) -> EnvironmentProblem | None:
    """Put a paper out, and return the problem where it was sent but nobody knows whether it came out."""
    try:
        way.put(shown)
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
