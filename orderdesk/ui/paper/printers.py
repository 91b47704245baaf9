"""The printers that a desk can reach, by their addresses, and a finished paper sent to one of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.forms import FormOptions
from orderdesk.spool.choices import CHOICES_FILE, PaperChoice, PrinterChoices
from orderdesk.spool.jobs import Accepted, Address, PrintJob, read_address
from orderdesk.spool.lp import queues
from orderdesk.spool.sending import send
from orderdesk.ui.printing import print_pages

PDF_FILE = "pdf:"
"""What stands for a file where an address of a printer is chosen."""


def find_printers() -> tuple[str, ...]:
    """Return the addresses of this machine's printers, the default one first; call it on a lane.

    A printer that CUPS has is reached through CUPS, which takes the PDF; only others are drawn on.
    """
    through_cups = queues()
    default = QPrinterInfo.defaultPrinterName()
    others = sorted(
        {name for name in QPrinterInfo.availablePrinterNames() if name not in through_cups},
        key=lambda name: (name != default, name),
    )
    return tuple(str(Address("lp", name)) for name in through_cups) + tuple(
        str(Address("system", name)) for name in others
    )


def printer_name(address: str) -> str:
    """Return what people call the printer at an address: its name here, or the whole network address."""
    road, _, name = address.partition(":")
    return name if road in {"lp", "system"} else address


def send_paper(job: PrintJob, address: str) -> Accepted:
    """Send ``job`` to the printer at ``address``, and wait until it was taken; call it on a lane.

    Raises ``UserError`` ``error.print.address`` and ``EnvironmentProblem`` ``error.print.…`` with the
    printer's own words.
    """
    where = read_address(address)
    if where.road != "system":
        return send(job, where)
    printer = system_printer(where.name)
    printer.setDocName(job.title)
    print_pages(job.pdf, printer, job.paper)
    return Accepted(0)


def system_printer(name: str) -> QPrinter:
    """Return a printer of the operating system. Raises ``EnvironmentProblem`` where it is gone."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise EnvironmentProblem("error.print.unreachable", printer=name, detail="")
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


class DeskPrinters:
    """This desk's printers, and what it remembers of them for one kind of document.

    What is remembered is read and written on one lane only, that for reads.

    The file is read anew each time: several screens of a desk share it.
    """

    def __init__(self, folder: Path, kind: str) -> None:
        self._file = folder / CHOICES_FILE
        self._kind = kind

    def last(self) -> PaperChoice:
        """Return the last used pair of printer and paper."""
        return PrinterChoices(self._file).choice(self._kind)

    def form(self, choice: PaperChoice) -> FormOptions:
        """Return how this printer prints this paper."""
        return PrinterChoices(self._file).form(choice.printer, choice.paper)

    def remember(self, choice: PaperChoice) -> None:
        """Remember the pair as the last used one. Raises ``EnvironmentProblem``."""
        PrinterChoices(self._file).remember(self._kind, choice)

    def move(self, choice: PaperChoice, form: FormOptions) -> None:
        """Keep how far this paper is moved in this printer. Raises ``EnvironmentProblem``."""
        PrinterChoices(self._file).move(choice.printer, choice.paper, form.right, form.down)

    def find(self) -> tuple[str, ...]:
        """Return the addresses of the printers that can be chosen; may wait, so for the lane for errands."""
        return find_printers()

    def send(self, job: PrintJob, address: str) -> Accepted:
        """Send a paper, see ``send_paper``; waits, so for the lane for errands."""
        return send_paper(job, address)
