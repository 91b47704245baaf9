"""The place of a screen's work, in which papers are shown: previewed, printed, saved, and put away again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import shiboken6
from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedLayout, QWidget

from orderdesk.errors import OrderDeskError
from orderdesk.ui.backend import Backend
from orderdesk.ui.focus import focus_into
from orderdesk.ui.language import language, tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.messages import Message, MessageButton, Severity

if TYPE_CHECKING:
    from orderdesk.printing.documents import DocumentLanguage
    from orderdesk.printing.preview import PageImage
    from orderdesk.spool.choices import PaperChoice
    from orderdesk.ui.paper.around import PaperSource
    from orderdesk.ui.paper.presenter import PaperPresenter
    from orderdesk.ui.paper.preview import PaperOnShow, PaperPreview


class PaperPlace(QWidget):
    """Holds a screen's work and the preview that takes its place while a paper is looked at.

    The screen makes its work inside ``work``. ``sources`` returns the kinds of paper that it has, each with
    its own printer and paper remembered. It offers ``actions`` and runs them here while ``is_on_show``.

    Drawing and printing are brought in by the first paper: most tabs never show one, and no start waits.
    """

    message = Signal(object)  # Message
    changed = Signal()  # other actions are offered now

    def __init__(
        self,
        backend: Backend,
        sources: Callable[[], Mapping[str, PaperSource]],
        parent: QWidget,
        *,
        name: str,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.work = QWidget(self)
        self._preview: PaperPreview | None = None
        self._focus: QWidget | None = None
        self._has_looked = False
        self._desk = Lent(backend, self)
        self._data_dir = backend.data_dir
        self._sources = sources
        self._current = ""  # the first kind, until another paper is on show
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.work)

    # what the screen asks

    @cached_property
    def presenters(self) -> Mapping[str, PaperPresenter]:
        """The presenter of each kind of paper."""
        from orderdesk.ui.paper.presenter import PaperPresenter, write_file
        from orderdesk.ui.paper.printers import DeskPrinters

        made = {
            kind: PaperPresenter(
                self._desk, _View(self, kind), DeskPrinters(self._data_dir, source.kind), write_file, source
            )
            for kind, source in self._sources().items()
        }
        for presenter in made.values():
            presenter.set_language(language().current)
        return made

    @property
    def is_on_show(self) -> bool:
        """Whether a paper stands in the place of the work."""
        return self._stack.currentWidget() is not self.work

    @property
    def preview(self) -> PaperPreview:
        """The preview, made when it is first asked for: most tabs never show a paper."""
        if self._preview is None:
            from orderdesk.ui.paper.preview import PaperPreview

            self._preview = PaperPreview(self._draw_page, self)
            self._stack.addWidget(self._preview)
            self._connect(self._preview)
        return self._preview

    @property
    def presenter(self) -> PaperPresenter:
        """The presenter of the paper on show, or of the last one."""
        return self.presenters[self._kind]

    def find_printers(self) -> None:
        """Look which printers there are, for all kinds of paper; else that is done for the first paper."""
        self._has_looked = True
        for presenter in self.presenters.values():
            presenter.find_printers()

    def actions(self) -> tuple[str, ...]:
        """Return what works while a paper is on show."""
        return ("print", "back") if self.preview.can_print else ("back",)

    def run_action(self, action_id: str) -> bool:
        """Do it; Esc puts the paper away."""
        if not self.is_on_show:
            return False
        if action_id == "print":
            self.preview.ask_print()
            return True
        if action_id == "back":
            self.presenter.close()
            return True
        return False

    def open(self, kind: str, key: UUID) -> None:
        """Show a paper."""
        self._look_once()
        self.presenters[kind].show(key)

    def print_at_once(self, kind: str, key: UUID) -> None:
        """Print to the last used printer and paper; show the paper where something is to be said."""
        self._look_once()
        self.presenters[kind].print_at_once(key)

    # what the presenters ask

    def show_paper(self, kind: str, shown: PaperOnShow) -> None:
        """Show the preview in the place of the work."""
        self._current = kind
        focus = QApplication.focusWidget()
        if not self.is_on_show and focus is not None and self.work.isAncestorOf(focus):
            self._focus = focus
        is_choosing = self.preview.is_choosing  # which shows the paper anew
        self.preview.show_paper(shown)
        self._stack.setCurrentWidget(self.preview)
        if not is_choosing:
            self.preview.first_focus()
        self.changed.emit()

    def show_printers(self, kind: str, known: tuple[str, ...]) -> None:
        """Offer these printers in the preview."""
        if kind == self._kind and self._preview is not None:
            self._preview.chooser.show_printers(known)
            self.changed.emit()

    def say_not_printed(self, fault: OrderDeskError) -> None:
        """Say why nothing came out; the preview stands there, and has the ways on."""
        ways = (
            MessageButton("paper.retry", self.preview.ask_print, key="Ctrl+P"),
            MessageButton("paper.other_printer", self.preview.chooser.printers.setFocus),
            MessageButton("paper.save", self.preview.ask_save),
        )
        said = Message(fault.code, dict(fault.params), "error", ways)
        self.preview.show_trouble(lambda: said.text)
        self.message.emit(said)

    def close_paper(self) -> None:
        """Go back to the work, with the focus where it was."""
        if not self.is_on_show:
            return
        self._stack.setCurrentWidget(self.work)
        self.preview.forget()
        focus, self._focus = self._focus, None
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus()
        else:
            focus_into(self.work)
        self.changed.emit()

    def ask_file(self, name: str) -> None:
        """Ask where the PDF is to be saved."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, tr("paper.save"), str(Path(folder) / name))
        dialog.setObjectName(f"{self._name}.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.fileSelected.connect(lambda path: self.presenter.save(Path(path)))
        dialog.open()

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence in the message strip."""
        self.message.emit(Message(code, params, severity))

    # inside

    @property
    def _kind(self) -> str:
        return self._current or next(iter(self.presenters))

    def _look_once(self) -> None:
        if not self._has_looked:
            self.find_printers()

    def _draw_page(self, pdf: bytes, page: int, dpi: int, done: Callable[[PageImage], None]) -> None:
        self.presenter.draw_page(pdf, page, dpi, done)

    def _connect(self, preview: PaperPreview) -> None:
        chooser = preview.chooser
        preview.print_asked.connect(self._print)
        preview.save_asked.connect(lambda reason: self.presenter.ask_file(preview.choice, reason))
        preview.language_chosen.connect(self._speak)
        preview.closed.connect(self._put_away)
        preview.reason_missing.connect(lambda: self.say("paper.message.reason", "warn"))
        chooser.chosen.connect(self._choose)
        chooser.moved.connect(lambda form: self.presenter.move(chooser.choice, form))
        chooser.alignment_asked.connect(lambda _flag: self.presenter.print_alignment(chooser.choice))
        chooser.refused.connect(lambda fault: self.say(fault.code, "error", **dict(fault.params)))

    # Each is asked of the presenter whose paper is on show then.

    def _print(self, choice: PaperChoice, reason: str) -> None:
        self.presenter.print(choice, reason)

    def _speak(self, chosen: DocumentLanguage) -> None:
        self.presenter.set_language(chosen)

    def _put_away(self) -> None:
        self.presenter.close()

    def _choose(self, choice: PaperChoice) -> None:
        self.presenter.choose(choice)


class _View:
    """The place, as the presenter of one kind of paper knows it."""

    def __init__(self, place: PaperPlace, kind: str) -> None:
        self._place = place
        self._kind = kind

    def show_paper(self, shown: PaperOnShow) -> None:
        """Show a paper, or show it anew."""
        self._place.show_paper(self._kind, shown)

    def show_printers(self, known: tuple[str, ...]) -> None:
        """Offer these printers in the paper on show."""
        self._place.show_printers(self._kind, known)

    def say_not_printed(self, fault: OrderDeskError) -> None:
        """Say why nothing came out."""
        self._place.say_not_printed(fault)

    def close_paper(self) -> None:
        """Go back to the work."""
        self._place.close_paper()

    def ask_file(self, name: str) -> None:
        """Ask where the PDF is to be saved."""
        self._place.ask_file(name)

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence."""
        self._place.say(code, severity, **params)
