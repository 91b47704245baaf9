"""Draws a paper onto a printer of the operating system, for printers that read no PDF themselves.

The pages are pictures of the same PDF that the preview shows. Paper sizes are set in millimetres, never
chosen from the driver's list, which knows A4 and seldom a form.
"""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.papers import Paper
from orderdesk.printing.preview import PageImage, page_images

_MOST_DPI = 300  # a page of A4 is 35 MB then, four times that at twice the dots
_NEEDLE_DPI = 360  # a 24-needle head draws no finer
_TOLERANCE_MM = 0.2


def set_paper(printer: QPrinter, paper: Paper) -> None:
    """Set ``printer`` to exactly this size: upright, the whole sheet without margins, one copy.

    Upright also where the sheet is wider than high: turning it is what drivers do to a form that lies across.
    Raises ``EnvironmentProblem`` ``error.print.paper`` where the driver keeps another size.
    """
    wanted = QSizeF(*(length / 100 for length in paper.hundredths))
    size = QPageSize(wanted, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    layout = QPageLayout(
        size,
        QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
        QPageLayout.Unit.Millimeter,
        QMarginsF(0, 0, 0, 0),
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    printer.setCopyCount(1)
    printer.setCollateCopies(False)
    found = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    lacking = max(abs(found.width() - wanted.width()), abs(found.height() - wanted.height()))
    if lacking > _TOLERANCE_MM:
        raise EnvironmentProblem(
            "error.print.paper",
            printer=printer.printerName(),
            paper=f"{wanted.width():g} × {wanted.height():g} mm",
            detail=printer.pageLayout().pageSize().name(),
        )


def ask_printer(printer: QPrinter, paper: Paper, parent: QWidget | None = None) -> bool:
    """Let the person choose a printer in the system's dialog; return whether one was chosen.

    The size is set again afterwards: the dialog is known to hand back A4 while the preview looks right.
    Raises ``EnvironmentProblem`` ``error.print.paper``.
    """
    set_paper(printer, paper)
    dialog = QPrintDialog(printer, parent)
    for option in (
        QAbstractPrintDialog.PrintDialogOption.PrintShowPageSize,
        QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies,
    ):
        dialog.setOption(option, on=False)
    is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
    set_paper(printer, paper)
    dialog.deleteLater()
    return is_chosen


def print_pages(pdf: bytes, printer: QPrinter, paper: Paper) -> int:
    """Print all pages of ``pdf`` on ``paper``, and return how many there were.

    Forms are drawn in black and white only, dot by dot as the head can: greys would be made of scattered
    dots. May run on a lane. Raises ``EnvironmentProblem`` ``error.print.paper`` or ``error.print.refused``.
    """
    set_paper(printer, paper)
    painter = QPainter()
    count = 0
    dots = min(printer.resolution(), _NEEDLE_DPI if paper.strip else _MOST_DPI)
    try:
        for page in page_images(pdf, dots):
            if not (printer.newPage() if count else painter.begin(printer)):
                raise EnvironmentProblem("error.print.refused", printer=printer.printerName(), detail="")
            painter.drawImage(QRectF(painter.viewport()), as_drawn(page, paper))
            count += 1
    finally:
        if painter.isActive():
            painter.end()
    return count


def as_drawn(page: PageImage, paper: Paper) -> QImage:
    """Return a page as the picture that ``paper``'s kind of printer gets."""
    shown = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBX8888)
    if paper.strip:
        return shown.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    return shown.copy()
