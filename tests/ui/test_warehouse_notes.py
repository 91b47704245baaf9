"""Notes on the screen: drafts are not recorded, prints are, a second copy needs its reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtPrintSupport import QPrinter
from sqlalchemy import select

from orderdesk.errors import EnvironmentProblem
from orderdesk.models import NotePrint
from orderdesk.printing.preview import PageImage
from orderdesk.services.notes import note_pdf
from orderdesk.ui.paper.printers import as_image, print_pages
from orderdesk.ui.screens.warehouse.notes import NotePresenter, write_file
from orderdesk.wire.commands import RecordPrint
from tests.printing.pages import texts_of
from tests.services.warehouse_world import World, open_world, parts
from tests.ui.warehouse_support import DeskOfWorld, Window


@pytest.fixture
def world(sqlite_store_url: str) -> Iterator[World]:
    opened = open_world(sqlite_store_url)
    opened.shelve("500")
    yield opened
    opened.store.close()


class Desk:
    """Presenter, window, and what went to the printer."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.window = Window()
        self.sent: list[tuple[bytes, str, str]] = []
        self.fault: EnvironmentProblem | None = None
        self.desk = DeskOfWorld(world)
        self.notes = NotePresenter(self.desk, self.window, self._send, write_file)

    def _send(self, pdf: bytes, printer: str, title: str) -> int:
        if self.fault is not None:
            raise self.fault
        self.sent.append((pdf, printer, title))
        return 1

    def prints(self) -> list[tuple[int, str]]:
        with self.world.looking() as connection:
            rows = connection.execute(select(NotePrint.copy_no, NotePrint.reason).order_by(NotePrint.copy_no))
            return [(row.copy_no, row.reason) for row in rows]


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def planned(world: World) -> UUID:
    found: UUID = world.deliveries(world.order(parts("4")))[0].id
    return found


def shipped(world: World) -> UUID:
    delivery = planned(world)
    world.issue(delivery, "4")
    return delivery


def test_a_draft_shows_without_a_number_and_is_printed_without_a_record(world: World, desk: Desk) -> None:
    desk.notes.show(planned(world))
    paper = desk.window.paper
    assert paper is not None
    assert (paper.is_draft, paper.pages, paper.needs_reason) == (True, 1, False)
    assert "SO-K7M-000001/1" in paper.title
    desk.notes.print("Office", "")
    assert [(printer, title) for _pdf, printer, title in desk.sent] == [("Office", "SO-K7M-000001-1")]
    assert desk.prints() == []


def test_an_original_is_recorded_and_carries_its_stamp(world: World, desk: Desk) -> None:
    desk.notes.show(shipped(world))
    assert desk.window.paper is not None
    assert (desk.window.paper.is_draft, desk.window.paper.copy_no) == (False, 1)
    desk.notes.print("Office", "")
    assert desk.prints() == [(1, "")]
    ((pdf, _printer, title),) = desk.sent
    assert title == "DN-K7M-1"
    assert "张伟" in texts_of(pdf)[0]
    assert desk.window.paper is None
    assert desk.window.said == [
        ("warehouse.message.printed", "done", {"n": 1, "number": "DN-K7M-1", "printer": "Office"})
    ]


def test_a_second_print_is_a_marked_copy_with_a_reason(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    world.do(RecordPrint(delivery_id=delivery))
    desk.notes.show(delivery)
    assert desk.window.paper is not None
    assert (desk.window.paper.copy_no, desk.window.paper.needs_reason) == (2, True)
    desk.notes.print("Office", "湿了")
    assert desk.prints() == [(1, ""), (2, "湿了")]
    assert desk.sent[0][2] == "DN-K7M-1-2"
    with world.looking() as connection:
        assert desk.sent[0][0] == note_pdf(connection, delivery, "zh", copy_no=2).pdf


def test_a_note_that_was_printed_elsewhere_meanwhile_is_shown_anew_as_a_copy(
    world: World, desk: Desk
) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    world.do(RecordPrint(delivery_id=delivery))
    desk.notes.print("Office", "")
    assert desk.sent == []
    assert desk.window.codes == ["problem.delivery.reprint_reason"]
    assert desk.window.paper is not None
    assert desk.window.paper.copy_no == 2


def test_a_printer_that_does_not_take_the_pages_is_said_so_and_the_paper_stays(
    world: World, desk: Desk
) -> None:
    desk.notes.show(shipped(world))
    desk.fault = EnvironmentProblem("error.printer.refused", printer="Office")
    desk.notes.print("Office", "")
    assert desk.window.said == [("error.printer.refused", "error", {"printer": "Office"})]
    assert desk.window.paper is not None


def test_a_saved_pdf_counts_as_a_print_and_is_the_note(world: World, desk: Desk, tmp_path: Path) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    desk.notes.ask_file("")
    assert desk.window.file == "DN-K7M-1.pdf"
    desk.notes.save(tmp_path / desk.window.file)
    assert desk.prints() == [(1, "")]
    with world.looking() as connection:
        assert (tmp_path / "DN-K7M-1.pdf").read_bytes() == note_pdf(connection, delivery).pdf
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["DN-K7M-1.pdf"]


def test_a_folder_that_cannot_be_written_to_is_said_so(world: World, desk: Desk, tmp_path: Path) -> None:
    desk.notes.show(shipped(world))
    desk.notes.save(tmp_path / "missing" / "note.pdf")
    assert desk.window.codes == ["warehouse.message.not_saved"]
    assert desk.window.paper is not None


def test_another_language_is_another_paper(world: World, desk: Desk) -> None:
    desk.notes.show(shipped(world))
    desk.notes.set_language("en")
    assert desk.window.paper is not None
    text = texts_of(desk.window.paper.pdf)[0]
    assert "Hongda Machinery" in text
    assert "送货单" not in text


def test_a_delivery_that_is_gone_has_no_note(world: World, desk: Desk) -> None:
    desk.notes.show(world.item)
    assert desk.window.codes == ["problem.delivery.unknown"]


def test_pages_go_to_the_printer_at_their_own_size(qapp, world: World, tmp_path: Path) -> None:
    delivery = shipped(world)
    with world.looking() as connection:
        pdf = note_pdf(connection, delivery).pdf
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(pdf, printer) == 1
    import pypdfium2

    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    try:
        width, height = printed[0].get_size()
        pages = len(printed)
    finally:
        printed.close()
    assert pages == 1
    assert (round(width), round(height)) == (595, 842)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_a_fault_of_the_surroundings(
    qapp, world: World, tmp_path: Path
) -> None:
    with world.looking() as connection:
        pdf = note_pdf(connection, planned(world)).pdf
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    with pytest.raises(EnvironmentProblem) as caught:
        print_pages(pdf, printer)
    assert caught.value.code == "error.printer.refused"


def test_a_picture_of_a_page_keeps_its_colours(qapp) -> None:
    image = as_image(PageImage(2, 1, bytes([255, 0, 0, 255, 0, 0, 255, 255])))
    assert (image.pixelColor(0, 0).name(), image.pixelColor(1, 0).name()) == ("#ff0000", "#0000ff")
