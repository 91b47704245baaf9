"""Where a paper goes: its size, its printer, and for forms how far the print is moved."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.errors import OrderDeskError
from orderdesk.printing.forms import MOST_OFFSET, OFFSET_STEP, FormOptions
from orderdesk.printing.papers import PAPERS
from orderdesk.spool.choices import PaperChoice
from orderdesk.spool.jobs import read_address
from orderdesk.ui.editors import Choice, CodeEdit
from orderdesk.ui.language import language, tr
from orderdesk.ui.paper.printers import PDF_FILE, printer_name
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme

_BY_ADDRESS = "address"
_STEPS = int(MOST_OFFSET / OFFSET_STEP)
_OFFSETS = tuple(OFFSET_STEP * step for step in range(-_STEPS, _STEPS + 1))


class PaperChooser(QWidget):
    """Boxes for paper and printer; a form has a second row with its offset and its alignment page."""

    chosen = Signal(object)  # PaperChoice
    moved = Signal(object)  # FormOptions
    alignment_asked = Signal(bool)  # the flag that clicks bring along
    refused = Signal(object)  # UserError: what was typed is no address

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, ...] = ()
        self._papers = tuple(PAPERS)
        self._form = FormOptions()
        self._shown = PaperChoice(printer=PDF_FILE)
        self.papers = Choice(self, name="paper.size")
        self.papers.addItems(list(self._papers))  # their words come with the language on show
        self.printers = Choice(self, name="paper.printer")
        self.address = CodeEdit(self, name="paper.address")
        self.right = Choice(self, name="paper.right")
        self.down = Choice(self, name="paper.down")
        self.right_label, self.down_label = Label(parent=self), Label(parent=self)
        self.alignment = QPushButton(self)
        self.alignment.setObjectName("paper.alignment")
        for box in (self.right, self.down):
            box.addItems([str(offset) for offset in _OFFSETS])
            box.activated.connect(self._move)
        self._lay_out()
        self.papers.activated.connect(self._choose)
        self.printers.activated.connect(self._choose)
        self.address.enter_pressed.connect(lambda _backwards: self.commit())
        self.address.editingFinished.connect(self._leave_address)
        self.alignment.clicked.connect(self.alignment_asked)
        language().follow(self)
        theme().changed.connect(self.retranslate)

    @property
    def choice(self) -> PaperChoice:
        """Paper and printer as they stand there; the address of a printer may be half typed."""
        address = self.printers.currentData()
        if address == _BY_ADDRESS:
            address = self.address.text().strip()
        return PaperChoice(self._papers[self.papers.currentIndex()], address or "")

    @property
    def is_file(self) -> bool:
        """Whether a file is to be written, not a printer used."""
        return self.choice.printer == PDF_FILE

    @property
    def has_focus(self) -> bool:
        """Whether the person is choosing: what is shown anew leaves the focus there."""
        boxes = (self.papers, self.printers, self.address, self.right, self.down, self.alignment)
        return any(box.hasFocus() for box in boxes)

    def show_choice(
        self,
        choice: PaperChoice,
        form: FormOptions,
        known: tuple[str, ...],
        papers: tuple[str, ...] = tuple(PAPERS),
    ) -> None:
        """Show a pair of paper and printer, and which others there are beside."""
        self._shown, self._form = choice, form
        if papers != self._papers:
            self._papers = papers
            self.papers.clear()
            self.papers.addItems(list(papers))
        self.papers.setCurrentIndex(papers.index(choice.paper))
        self.address.clear()
        self._fill(known, choice.printer)
        for box, offset in ((self.right, form.right), (self.down, form.down)):
            box.setCurrentIndex(_OFFSETS.index(offset))
        self.retranslate()

    def show_printers(self, known: tuple[str, ...]) -> None:
        """Show other printers beside the one that is chosen."""
        if known != self._known:
            self._fill(known, self.printers.currentData())
            self.retranslate()

    def commit(self) -> bool:
        """Take a typed address; return whether paper and printer can be used as they stand there."""
        choice = self.choice
        if choice.printer != PDF_FILE:
            try:
                read_address(choice.printer)
            except OrderDeskError as fault:
                self.address.set_problem("block")
                self.address.setFocus()
                self.refused.emit(fault)
                return False
        self.address.set_problem("")
        if choice != self._shown:
            self._shown = choice
            self.chosen.emit(choice)
        return True

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        for at, key in enumerate(self._papers):
            self.papers.setItemText(at, tr(f"paper.size.{key}"))
        words = {PDF_FILE: "paper.pdf_file", _BY_ADDRESS: "paper.by_address"}
        for at in range(self.printers.count()):
            address = self.printers.itemData(at)
            self.printers.setItemText(at, tr(words[address]) if address in words else printer_name(address))
        for box, label, name in (
            (self.right, self.right_label, "right"),
            (self.down, self.down_label, "down"),
        ):
            for at, offset in enumerate(_OFFSETS):
                box.setItemText(at, tr("paper.millimetres", mm=f"{offset:+}" if offset else "0"))
            label.setText(tr(f"paper.{name}"))
            box.setAccessibleName(tr(f"paper.{name}"))
        for box in (self.papers, self.printers, self.right, self.down):
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.papers.setAccessibleName(tr("paper.size"))
        self.printers.setAccessibleName(tr("paper.printer"))
        self.address.setAccessibleName(tr("paper.address"))
        self.address.setPlaceholderText("ipp://printer/ipp/print")
        self.alignment.setText(tr("paper.alignment"))
        self._show_what_is_needed()

    def _fill(self, known: tuple[str, ...], current: str) -> None:
        self._known = known
        last = () if self._shown.printer in ("", PDF_FILE) else (self._shown.printer,)
        addresses = tuple(dict.fromkeys((*last, *known, _BY_ADDRESS, PDF_FILE)))
        self.printers.clear()
        for address in addresses:
            self.printers.addItem(address, address)
        self.printers.setCurrentIndex(addresses.index(current if current in addresses else PDF_FILE))

    def _choose(self) -> None:
        """Take what was chosen; an address is still to be typed."""
        self._show_what_is_needed()
        choice = self.choice
        if choice.printer and choice != self._shown:
            self._shown = choice
            self.chosen.emit(choice)

    def _leave_address(self) -> None:
        if self.address.text().strip():
            self.commit()

    def _move(self) -> None:
        right, down = (_OFFSETS[box.currentIndex()] for box in (self.right, self.down))
        if (right, down) != (self._form.right, self._form.down):
            self._form = FormOptions(self._form.copies, Decimal(right), Decimal(down))
            self.moved.emit(self._form)

    def _show_what_is_needed(self) -> None:
        self.address.setVisible(self.printers.currentData() == _BY_ADDRESS)
        is_form = bool(PAPERS[self.choice.paper].strip)
        for widget in (self.right_label, self.right, self.down_label, self.down, self.alignment):
            widget.setVisible(is_form)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (first, (self.papers, self.printers)),
            (second, (self.right_label, self.right, self.down_label, self.down, self.alignment)),
        ):
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
        first.addWidget(self.address, 1)
        first.addStretch(0)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
