"""Printers of this machine, and a PDF sent to one of them page by page, as it was previewed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.preview import PageImage, page_images

PRINT_DPI = 300
_POINTS_PER_INCH = 72


def printer_names() -> tuple[str, ...]:
    """Return the printers of this machine, the default one first; none where no printer is set up."""
    names = list(QPrinterInfo.availablePrinterNames())
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: (name != default, name)))


def named_printer(name: str, title: str) -> QPrinter:
    """Return a printer of this machine, to be used once. ``title`` is what its queue shows."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    return printer


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Print all pages of ``pdf`` at their own size; return how many there were.

    Pages go to the printer as pictures of 300 dots an inch, made from the same bytes as the preview, so that
    paper and preview cannot differ. Runs on any one thread. Raises ``EnvironmentProblem`` where the printer
    does not take them.
    """
    painter = QPainter()
    count = 0
    try:
        for image in page_images(pdf, PRINT_DPI):
            if count == 0:
                _begin(painter, printer, image)
            elif not printer.newPage():
                raise EnvironmentProblem("error.printer.refused", printer=printer.printerName())
            painter.drawImage(QRectF(painter.viewport()), as_image(image))
            count += 1
    finally:
        if painter.isActive():
            painter.end()
    return count


def _begin(painter: QPainter, printer: QPrinter, first: PageImage) -> None:
    """Set the size of the paper in points, never by a name from the driver's list."""
    points = QSizeF(first.width, first.height) * (_POINTS_PER_INCH / PRINT_DPI)
    size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setCopyCount(1)
    if not painter.begin(printer):
        raise EnvironmentProblem("error.printer.refused", printer=printer.printerName())


def as_image(page: PageImage) -> QImage:
    """Return a page as Qt's picture, with its own memory."""
    shown = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBX8888)
    return shown.copy()
