"""Drawing papers onto Qt's printer: exact size, upright, nothing scaled, also after the system's dialog."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.delivery_form import render_delivery_form
from orderdesk.printing.delivery_note import render_delivery_note
from orderdesk.printing.papers import A4, FORM_241, POINTS_PER_MM
from orderdesk.printing.preview import page_images
from orderdesk.ui.printing import as_drawn, ask_printer, print_pages, set_paper
from tests.printing.marks import media_boxes
from tests.printing.notes import note

MM = QPageLayout.Unit.Millimeter


def file_printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def assert_set(printer: QPrinter, width: float, height: float) -> None:
    layout = printer.pageLayout()
    assert layout.pageSize().size(QPageSize.Unit.Millimeter).toTuple() == (width, height)
    assert layout.fullRect(MM).getRect() == (0, 0, width, height)
    assert layout.paintRect(MM).getRect() == (0, 0, width, height)
    assert layout.orientation() == QPageLayout.Orientation.Portrait
    assert printer.fullPage()
    assert printer.copyCount() == 1


@pytest.mark.parametrize(("paper", "width", "height"), [(FORM_241, 241, 140), (A4, 210, 297)])
def test_the_size_is_set_in_millimetres_upright_without_margins(qapp, tmp_path, paper, width, height):
    printer = file_printer(tmp_path / "out.pdf")
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setCopyCount(3)
    set_paper(printer, paper)
    assert_set(printer, width, height)


def test_the_size_is_set_again_after_the_dialog_handed_back_a4(qtbot, tmp_path):
    printer = file_printer(tmp_path / "out.pdf")
    seen: list[tuple[float, float]] = []

    def choose():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        size = printer.pageLayout().fullRect(MM).size()
        seen.append((size.width(), size.height()))
        dialog.accept()
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # as native dialogs do
        printer.setCopyCount(4)

    QTimer.singleShot(0, choose)
    assert ask_printer(printer, FORM_241)
    assert seen == [(241, 140)]
    assert_set(printer, 241, 140)


def test_a_dialog_that_is_closed_chooses_no_printer(qtbot, tmp_path):
    printer = file_printer(tmp_path / "out.pdf")

    def close():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.reject()

    QTimer.singleShot(0, close)
    assert not ask_printer(printer, FORM_241)


@pytest.mark.parametrize("paper", [FORM_241, A4], ids=["form", "a4"])
def test_pages_come_out_at_their_size_and_place(qapp, tmp_path, paper):
    document = note("zh", 24, shows_prices=True)
    drawn = (
        render_delivery_form(document) if paper is FORM_241 else render_delivery_note(document, paper)
    ).pdf
    file = tmp_path / "out.pdf"
    printer = file_printer(file)
    pages = print_pages(drawn, printer, paper)
    assert pages == len(media_boxes(drawn)) > 1
    printed = file.read_bytes()
    for box in media_boxes(printed):
        assert box == pytest.approx((0, 0, paper.width, paper.height), abs=0.5)
    assert ink_of(printed) == pytest.approx(ink_of(drawn), abs=0.3)


def ink_of(pdf: bytes) -> tuple[float, ...]:
    """Return where the ink of the first page begins and ends: left, top, right, bottom in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[0].render(scale=300 / 72).to_pil().convert("L").point(lambda v: 255 * (v < 128))
    finally:
        document.close()
    return tuple(edge / 300 * 72 / POINTS_PER_MM for edge in picture.getbbox())


def test_a_form_is_drawn_in_black_and_white_only(qapp):
    page = next(page_images(render_delivery_form(note()).pdf, 180))
    drawn = as_drawn(page, FORM_241)
    assert drawn.format() == QImage.Format.Format_Mono
    assert (drawn.width(), drawn.height()) == (1708, 993)
    assert {drawn.pixelColor(x, y).name() for x in range(0, 1708, 3) for y in range(0, 993, 3)} == {
        "#000000",
        "#ffffff",
    }


@pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false")
def test_a_printer_that_cannot_begin_is_told(qapp, tmp_path):
    printer = file_printer(tmp_path / "gone" / "out.pdf")
    with pytest.raises(EnvironmentProblem) as caught:
        print_pages(render_delivery_form(note()).pdf, printer, FORM_241)
    assert caught.value.code == "error.print.refused"
