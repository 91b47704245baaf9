"""The preview of a paper: the pages that the printer gets, and the ways on from there.

It shows PDF bytes and asks: what is printed, recorded and saved is the owner's business. Pages are drawn
through ``draw_page``, which the owner puts on a lane.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from orderdesk.printing.documents import DocumentLanguage
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import PAPERS, Paper
from orderdesk.printing.preview import PageImage
from orderdesk.spool.choices import PaperChoice
from orderdesk.ui import icons
from orderdesk.ui.editors import Choice, TextEdit
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.paper.chooser import PaperChooser
from orderdesk.ui.paper.page_view import ZOOMS, PageView
from orderdesk.ui.paper.printers import PDF_FILE
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.theme import theme

LANGUAGES: tuple[DocumentLanguage, ...] = ("zh", "en", "both")
DrawPage = Callable[[bytes, int, int, Callable[[PageImage], None]], None]  # pdf, page from 0, dpi, then


@dataclass(frozen=True, slots=True)
class PaperOnShow:
    """A paper to look at. ``name`` words what people call it, ``copy_no`` says which print this would be.

    ``kind`` is that of its source.
    """

    kind: str
    name: Callable[[], str]
    pdf: bytes
    pages: int
    paper: Paper
    language: DocumentLanguage
    copy_no: int = 1
    is_draft: bool = False
    asks_reason: bool = False  # whether printing it again has to be explained
    printer: str = PDF_FILE  # address of the one that is proposed
    form: FormOptions = field(default_factory=FormOptions)
    printers: tuple[str, ...] = ()  # the others that are known
    papers: tuple[str, ...] = tuple(PAPERS)  # keys of those that it can be drawn on

    @property
    def title(self) -> str:
        """What people call it, in the language on show."""
        return self.name()

    @property
    def needs_reason(self) -> bool:
        """Whether it was printed before, so that printing it again has to be explained."""
        return self.asks_reason and not self.is_draft


class PaperPreview(QWidget):
    """Pages with their zoom, where they go, and a bar with reason, Print, Save PDF and Close."""

    print_asked = Signal(object, str)  # PaperChoice, reason
    save_asked = Signal(str)  # reason
    language_chosen = Signal(str)
    closed = Signal()
    reason_missing = Signal()

    def __init__(self, draw_page: DrawPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._draw_page = draw_page
        self._shown: PaperOnShow | None = None
        self._page = 0
        self._asked = 0
        self._dpi = 0
        self.view = PageView(self)
        self.title = ElidedLabel(self, role="section")
        self.mark = Label(parent=self, role="warn")
        self.place = Label(parent=self, role="quiet")
        self.back = self._tool("chevron-left", lambda: self.turn(-1), "paper.back")
        self.forward = self._tool("chevron-right", lambda: self.turn(1), "paper.forward")
        self.zooms = QButtonGroup(self)
        self.languages = Choice(self, name="paper.language")
        self.languages.addItems(list(LANGUAGES))  # their words come with the language on show
        self.chooser = PaperChooser(self)
        self.chooser.chosen.connect(lambda _choice: self._show_ways_on())
        self.no_printer = ElidedLabel(self, role="quiet")
        self.trouble = Label(parent=self, role="error")
        self.trouble.setObjectName("paper.trouble")
        self.trouble.setWordWrap(True)
        self._trouble: Callable[[], str] | None = None
        self.reason = TextEdit(self, name="paper.reason")
        self.print = QPushButton(self)
        self.save = QPushButton(self)
        self.close_button = QPushButton(self)
        self._head, self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self._lay_out()
        self.view.wanted.connect(self._draw)
        self.view.turned.connect(self.turn)
        self.print.clicked.connect(self.ask_print)
        self.reason.enter_pressed.connect(lambda _backwards: self._ask_first())
        self.save.clicked.connect(self.ask_save)
        self.close_button.clicked.connect(self.closed)
        self.languages.activated.connect(lambda at: self.language_chosen.emit(LANGUAGES[at]))
        language().follow(self)
        theme().changed.connect(self.retranslate)

    @property
    def shown(self) -> PaperOnShow | None:
        """The paper on show."""
        return self._shown

    @property
    def can_print(self) -> bool:
        """Whether a printer is chosen, not a file."""
        return not self.chooser.is_file

    @property
    def choice(self) -> PaperChoice:
        """Paper and printer as they are chosen."""
        return self.chooser.choice

    @property
    def is_choosing(self) -> bool:
        """Whether the focus is on what may show the paper anew."""
        return self.languages.hasFocus() or self.chooser.has_focus

    @property
    def page(self) -> int:
        """The page on show, counted from 1."""
        return self._page + 1

    def show_paper(self, shown: PaperOnShow) -> None:
        """Show a paper from its first page; what was said as the reason stays for the same print."""
        before, self._shown, self._page = self._shown, shown, 0
        choice = PaperChoice(shown.paper.key, shown.printer)
        self.chooser.show_choice(choice, shown.form, shown.printers, shown.papers)
        self.languages.setCurrentIndex(LANGUAGES.index(shown.language))
        if before is None or (before.title, before.copy_no) != (shown.title, shown.copy_no):
            self.reason.clear()
        self.reason.set_problem("")
        self.retranslate()
        self.view.set_paper(QSize(round(shown.paper.width), round(shown.paper.height)))
        self._show_place()

    def forget(self) -> None:
        """Put the paper away, with what was keyed for it and what went wrong with it."""
        self._shown = None
        self.show_trouble(None)
        self.reason.clear()

    def show_trouble(self, words: Callable[[], str] | None) -> None:
        """Show why nothing came out, whole: a printer's own words are longer than the strip."""
        self._trouble = words
        self.trouble.setText(words() if words is not None else "")
        self.trouble.setVisible(words is not None)

    def first_focus(self) -> None:
        """Put the focus on what is done next: the reason of a reprint, else Print, else the file."""
        if self.reason.isVisibleTo(self):
            self.reason.setFocus()
        else:
            (self.print if self.can_print else self.save).setFocus()

    def turn(self, by: int) -> None:
        """Go to another page."""
        if self._shown is not None and 0 <= self._page + by < self._shown.pages:
            self._page += by
            self.view.ask_again()
            self._show_place()

    def ask_print(self) -> None:
        """Ask the owner to print; a reprint without a reason stays here."""
        self.show_trouble(None)
        if self.can_print and self.chooser.commit() and self._has_reason():
            self.print_asked.emit(self.choice, self.reason.text().strip())

    def ask_save(self) -> None:
        """Ask the owner for the file; it is a print as well, so a reprint needs its reason."""
        if self._has_reason():
            self.save_asked.emit(self.reason.text().strip())

    def _ask_first(self) -> None:
        if self.can_print:
            self.ask_print()
        else:
            self.ask_save()

    def _has_reason(self) -> bool:
        if self._shown is None:
            return False
        if self._shown.needs_reason and not self.reason.text().strip():
            self.reason.set_problem("block")
            self.reason.setFocus()
            self.reason_missing.emit()
            return False
        return True

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        shown = self._shown
        for widget, code in self._ways_on():
            widget.setText(tr(f"paper.{code}"))
        for zoomer, zoom in zip(self.zooms.buttons(), ZOOMS, strict=True):
            zoomer.setText(tr(f"paper.zoom.{zoom}"))
        set_tooltip(self.back, f"{tr('paper.back')}  PgUp")
        set_tooltip(self.forward, f"{tr('paper.forward')}  PgDn")
        for button, name in ((self.back, "chevron-left"), (self.forward, "chevron-right")):
            button.setAccessibleName(button.toolTip())
            button.setIcon(icons.icon(name))
        for at, one in enumerate(LANGUAGES):
            self.languages.setItemText(at, tr(f"paper.language.{one}"))
        self.languages.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.languages.setAccessibleName(tr("paper.language"))
        self.reason.setPlaceholderText(tr("paper.reason"))
        self.reason.setAccessibleName(tr("paper.reason"))
        self.view.setAccessibleName(shown.title if shown is not None else "")
        if shown is None:
            return
        self.title.show_text(shown.title)
        self.mark.setText(self._mark_text(shown))
        self.mark.setVisible(bool(self.mark.text()))
        self.no_printer.show_text(tr("paper.no_printer"))
        self.show_trouble(self._trouble)
        self.reason.setVisible(shown.needs_reason)
        self.place.setText(tr("paper.place", page=self.page, pages=shown.pages))
        self._show_ways_on()
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages from wherever the focus is; Esc closes."""
        if event.key() == Qt.Key.Key_PageDown:
            self.turn(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.turn(-1)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is said about the paper above its tools where they would squeeze it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        said = self.title.fontMetrics().horizontalAdvance(self.title.whole_text)
        said += self.mark.sizeHint().width() if not self.mark.isHidden() else 0
        tools = self._tools.sizeHint().width()
        above, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(above if said + tools + 40 > self.width() else beside)

    def _show_ways_on(self) -> None:
        """Offer to print where there is a printer; say that there is none where none is known."""
        shown = self._shown
        self.no_printer.setVisible(shown is not None and not self.can_print and not shown.printers)
        self.print.setVisible(self.can_print)
        self.print.setEnabled(self.can_print)

    def _show_place(self) -> None:
        shown = self._shown
        if shown is not None:
            self.place.setText(tr("paper.place", page=self.page, pages=shown.pages))
            self.back.setEnabled(self._page > 0)
            self.forward.setEnabled(self._page + 1 < shown.pages)

    def _draw(self, dpi: int) -> None:
        """Ask for the page at this sharpness; an answer that comes too late is not shown."""
        shown, page = self._shown, self._page
        if shown is None:
            return
        self._asked += 1
        turn = self._asked

        def show(image: PageImage) -> None:
            if turn == self._asked:
                self.view.show_image(as_image(image))

        self._draw_page(shown.pdf, page, dpi, show)

    def _ways_on(self) -> tuple[tuple[QPushButton, str], ...]:
        return (self.print, "print"), (self.save, "save"), (self.close_button, "close")

    @staticmethod
    def _mark_text(shown: PaperOnShow) -> str:
        if shown.is_draft:
            return tr(f"paper.draft.{shown.kind}")
        return tr("paper.copy", copy=shown.copy_no) if shown.copy_no > 1 else ""

    def _lay_out(self) -> None:
        self._head.setContentsMargins(12, 8, 12, 8)
        self._head.setSpacing(8)
        said, top = QHBoxLayout(), self._tools
        for row in (said, top):
            row.setSpacing(8)
        said.addWidget(self.title, 1)
        said.addWidget(self.mark)
        top.addStretch(1)
        top.addWidget(self.languages)
        self._head.addLayout(said, 1)
        self._head.addLayout(top)
        self.zooms.setExclusive(True)
        for at, zoom in enumerate(ZOOMS):
            button = QToolButton(self)
            button.setProperty("role", "button")
            button.setCheckable(True)
            button.setChecked(zoom == self.view.zoom)
            button.setObjectName(f"paper.zoom.{zoom}")
            button.clicked.connect(lambda _checked, zoom=zoom: self.view.set_zoom(zoom))
            self.zooms.addButton(button, at)
            top.addWidget(button)
        top.addWidget(self.back)
        top.addWidget(self.place)
        top.addWidget(self.forward)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 8, 12, 8)
        bottom.setSpacing(8)
        bottom.addWidget(self.no_printer, 1)
        bottom.addWidget(self.reason, 1)
        bottom.addStretch(0)
        self.print.setProperty("role", "main")
        for way_on, name in self._ways_on():
            way_on.setObjectName(f"paper.{name}")
            bottom.addWidget(way_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.view, 1)
        where = QVBoxLayout()
        where.setContentsMargins(12, 8, 12, 0)
        where.setSpacing(8)
        where.addWidget(self.trouble)
        where.addWidget(self.chooser)
        column.addLayout(where)
        column.addLayout(bottom)

    def _tool(self, icon: str, run: Callable[[], None], name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "button")
        button.setIcon(icons.icon(icon))
        button.setObjectName(name)
        button.clicked.connect(lambda: run())  # noqa: PLW0108 - clicked brings a flag along
        return button


def as_image(page: PageImage) -> QImage:
    """Return a page as Qt's picture, with its own memory."""
    shown = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBX8888)
    return shown.copy()
