"""Notes on the screen: what comes out is recorded, nothing else; a second copy needs its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.models import NotePrint
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import A4
from orderdesk.printing.preview import PageImage
from orderdesk.services.notes import note_pdf
from orderdesk.spool.choices import PaperChoice
from orderdesk.spool.jobs import Accepted, PrintJob
from orderdesk.ui.paper.presenter import PaperPresenter, write_file
from orderdesk.ui.paper.preview import as_image
from orderdesk.ui.paper.printers import PDF_FILE, DeskPrinters, send_paper
from orderdesk.ui.paper.sources import NoteSource
from orderdesk.wire.commands import RecordPrint
from tests.printing.marks import media_boxes
from tests.printing.pages import texts_of
from tests.services.warehouse_world import World, open_world, parts
from tests.ui.warehouse_support import DeskOfWorld, Window

OFFICE = PaperChoice("a4", "lp:Office")
NEEDLE = PaperChoice("241x140", "lp:LQ630K")


@pytest.fixture
def world(sqlite_store_url: str) -> Iterator[World]:
    opened = open_world(sqlite_store_url)
    opened.shelve("500")
    yield opened
    opened.store.close()


class Room(DeskPrinters):
    """This desk's printers: they keep what they are sent, or refuse it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, NoteSource.kind)
        self.there: tuple[str, ...] = ()
        self.sent: list[tuple[PrintJob, str]] = []
        self.fault: EnvironmentProblem | None = None
        self.meanwhile: Callable[[], object] = str

    def find(self) -> tuple[str, ...]:
        return self.there

    def send(self, job: PrintJob, address: str) -> Accepted:
        self.meanwhile()
        if self.fault is not None:
            raise self.fault
        self.sent.append((job, address))
        return Accepted(1)


class Desk:
    """Presenter, window, and what went to the printer."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world = world
        self.folder = folder
        self.window = Window()
        self.room = Room(folder)
        self.desk = DeskOfWorld(world)
        self.notes = PaperPresenter(self.desk, self.window, self.room, write_file, NoteSource())

    def prints(self) -> list[tuple[int, str]]:
        with self.world.looking() as connection:
            rows = connection.execute(select(NotePrint.copy_no, NotePrint.reason).order_by(NotePrint.copy_no))
            return [(row.copy_no, row.reason) for row in rows]


@pytest.fixture
def desk(world: World, tmp_path: Path) -> Desk:
    return Desk(world, tmp_path)


def planned(world: World) -> UUID:
    found: UUID = world.deliveries(world.order(parts("4")))[0].id
    return found


def shipped(world: World) -> UUID:
    delivery = planned(world)
    world.issue(delivery, "4")
    return delivery


def sizes_mm(pdf: bytes) -> list[tuple[int, int]]:
    return [(round(right * 25.4 / 72), round(top * 25.4 / 72)) for _, _, right, top in media_boxes(pdf)]


def refusal() -> EnvironmentProblem:
    return EnvironmentProblem("error.print.refused", printer="Office", detail="Paper jam in tray 2")


def test_a_draft_shows_without_a_number_and_is_printed_without_a_record(world: World, desk: Desk) -> None:
    desk.notes.show(planned(world))
    paper = desk.window.paper
    assert paper is not None
    assert (paper.is_draft, paper.pages, paper.needs_reason) == (True, 1, False)
    assert "SO-K7M-000001/1" in paper.title
    desk.notes.print(OFFICE, "")
    assert [(job.title, address) for job, address in desk.room.sent] == [("SO-K7M-000001-1", "lp:Office")]
    assert desk.prints() == []


def test_an_original_is_printed_as_it_was_shown_and_recorded_with_its_stamp(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    shown = desk.window.paper
    assert shown is not None
    assert (shown.is_draft, shown.copy_no) == (False, 1)
    desk.notes.print(OFFICE, "")
    assert desk.prints() == [(1, "")]
    ((job, _address),) = desk.room.sent
    assert job.title == "DN-K7M-1"
    assert job.pdf == shown.pdf
    assert "张伟" in texts_of(job.pdf)[0]
    with world.looking() as connection:
        assert job.pdf == note_pdf(connection, delivery, "zh", copy_no=1).pdf  # as the record says it was
    assert desk.window.paper is None


def test_what_is_said_names_the_printer_and_the_paper(world: World, desk: Desk) -> None:
    desk.notes.show(shipped(world))
    desk.notes.print(NEEDLE, "")
    assert desk.window.codes == ["paper.message.printing", "paper.message.printed"]
    params = desk.window.said[-1][2]
    assert (params["n"], params["number"], params["printer"]) == (1, "DN-K7M-1", "LQ630K")
    assert callable(params["paper"])
    assert params["paper"]() in {"241 × 140 mm form", "241 × 140 mm 表格纸"}


def test_a_second_print_is_a_marked_copy_with_a_reason(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    world.do(RecordPrint(delivery_id=delivery))
    desk.notes.show(delivery)
    assert desk.window.paper is not None
    assert (desk.window.paper.copy_no, desk.window.paper.needs_reason) == (2, True)
    desk.notes.print(OFFICE, "湿了")
    assert desk.prints() == [(1, ""), (2, "湿了")]
    assert desk.room.sent[0][0].title == "DN-K7M-1-2"
    with world.looking() as connection:
        assert desk.room.sent[0][0].pdf == note_pdf(connection, delivery, "zh", copy_no=2).pdf


def test_a_note_that_was_printed_elsewhere_meanwhile_is_shown_anew_as_a_copy(
    world: World, desk: Desk
) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    world.do(RecordPrint(delivery_id=delivery))
    desk.notes.print(OFFICE, "")
    assert desk.room.sent == []
    assert desk.window.codes[-1] == "problem.delivery.reprint_reason"
    assert desk.window.paper is not None
    assert desk.window.paper.copy_no == 2


def test_two_desks_that_print_at_the_same_moment_are_both_recorded_and_told(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    desk.room.meanwhile = lambda: world.do(RecordPrint(delivery_id=delivery))
    desk.notes.print(OFFICE, "")
    assert [copy_no for copy_no, _reason in desk.prints()] == [1, 2]
    assert desk.prints()[1][1] != ""
    assert desk.window.codes[-1] == "paper.message.twice"


def test_a_print_that_failed_is_not_recorded_and_the_paper_stays_with_the_printers_words(
    world: World, desk: Desk
) -> None:
    desk.notes.show(shipped(world))
    desk.room.fault = refusal()
    desk.notes.print(OFFICE, "")
    assert desk.prints() == []
    code, severity, params = desk.window.said[-1]
    assert (code, severity, params["detail"]) == ("error.print.refused", "error", "Paper jam in tray 2")
    assert desk.window.paper is not None
    assert desk.room.last() == PaperChoice()


def test_after_a_failure_the_same_note_is_printed_by_another_printer_as_the_original(
    world: World, desk: Desk
) -> None:
    desk.notes.show(shipped(world))
    desk.room.fault = refusal()
    desk.notes.print(OFFICE, "")
    desk.room.fault = None
    desk.notes.print(NEEDLE, "")
    assert desk.prints() == [(1, "")]
    assert [address for _job, address in desk.room.sent] == ["lp:LQ630K"]


def test_a_job_whose_answer_was_lost_may_have_come_out_and_is_recorded(world: World, desk: Desk) -> None:
    desk.notes.show(shipped(world))
    desk.room.fault = EnvironmentProblem("error.print.unanswered", printer="Office", detail="")
    desk.notes.print(OFFICE, "")
    assert desk.prints() == [(1, "")]
    assert desk.window.codes[-1] == "error.print.unanswered"
    assert desk.window.paper is not None
    assert desk.window.paper.needs_reason


def test_a_print_that_cannot_be_recorded_says_so(world: World, desk: Desk) -> None:
    desk.notes.show(shipped(world))
    desk.desk.fault = EnvironmentProblem("error.store.unreachable", detail="")
    desk.notes.print(OFFICE, "")
    assert desk.window.codes[-1] == "paper.message.not_recorded"


def test_printer_and_paper_are_remembered_over_a_restart(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    desk.notes.print(NEEDLE, "")
    again = Desk(world, desk.folder)
    again.notes.show(delivery)
    assert again.window.paper is not None
    assert (again.window.paper.paper.key, again.window.paper.printer) == ("241x140", "lp:LQ630K")


def test_a_file_saved_beside_a_printer_does_not_take_its_place(world: World, desk: Desk) -> None:
    desk.room.remember(NEEDLE)
    desk.notes.show(shipped(world))
    desk.notes.ask_file(NEEDLE, "")
    desk.notes.save(desk.folder / "note.pdf")
    assert sizes_mm((desk.folder / "note.pdf").read_bytes()) == [(241, 140)]
    assert desk.room.last() == NEEDLE


def test_one_key_prints_to_the_last_pair_without_showing_anything(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    desk.room.remember(NEEDLE)
    desk.notes.print_at_once(delivery)
    assert [address for _job, address in desk.room.sent] == ["lp:LQ630K"]
    assert desk.prints() == [(1, "")]
    assert desk.window.paper is None


def test_one_key_shows_the_note_where_its_reprint_needs_a_reason(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    desk.room.remember(NEEDLE)
    desk.notes.print_at_once(delivery)
    desk.notes.print_at_once(delivery)
    assert len(desk.room.sent) == 1
    assert desk.window.paper is not None
    assert desk.window.paper.needs_reason


def test_one_key_pressed_twice_at_once_prints_once(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    desk.room.remember(NEEDLE)
    desk.desk.is_held = True
    desk.notes.print_at_once(delivery)
    desk.notes.print_at_once(delivery)
    desk.desk.let_go()
    assert len(desk.room.sent) == 1
    assert desk.prints() == [(1, "")]


def test_one_key_that_fails_shows_the_note_for_the_ways_on(world: World, desk: Desk) -> None:
    desk.room.remember(NEEDLE)
    desk.room.fault = refusal()
    desk.notes.print_at_once(shipped(world))
    assert desk.window.codes[-1] == "error.print.refused"
    assert desk.window.paper is not None
    assert desk.window.paper.printer == "lp:LQ630K"


def test_before_anything_was_printed_the_first_printer_is_proposed_else_the_file(
    world: World, desk: Desk
) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    assert desk.window.paper is not None
    assert desk.window.paper.printer == PDF_FILE
    desk.room.there = ("lp:Office", "lp:LQ630K")
    desk.notes.find_printers()
    assert desk.window.printers == ("lp:Office", "lp:LQ630K")
    desk.notes.show(delivery)
    assert desk.window.paper.printer == "lp:Office"


def test_another_size_is_another_paper(world: World, desk: Desk) -> None:
    desk.notes.show(shipped(world))
    desk.notes.choose(NEEDLE)
    assert desk.window.paper is not None
    assert sizes_mm(desk.window.paper.pdf) == [(241, 140)]


def test_an_offset_is_kept_for_printer_and_paper_and_moves_the_preview(world: World, desk: Desk) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    desk.notes.choose(NEEDLE)
    assert desk.window.paper is not None
    before = desk.window.paper.pdf
    moved = FormOptions(right=Decimal("1.5"), down=Decimal("-0.5"))
    desk.notes.move(NEEDLE, moved)
    assert desk.window.paper.form == moved
    assert desk.window.paper.pdf != before
    again = Desk(world, desk.folder)
    again.notes.show(delivery, NEEDLE)
    assert again.window.paper is not None
    assert (again.window.paper.form, again.window.paper.pdf) == (moved, desk.window.paper.pdf)


def test_the_alignment_page_goes_to_the_chosen_printer_moved_as_the_form_is(world: World, desk: Desk) -> None:
    desk.notes.show(shipped(world))
    desk.notes.choose(NEEDLE)
    desk.notes.move(NEEDLE, FormOptions(right=Decimal("1.5")))
    desk.notes.print_alignment(NEEDLE)
    ((job, address),) = desk.room.sent
    assert (job.paper.key, address) == ("241x140", "lp:LQ630K")
    assert "+1.5" in texts_of(job.pdf)[0]
    assert desk.prints() == []
    assert desk.window.codes == ["paper.message.alignment"]


def test_without_a_printer_the_alignment_page_is_saved(world: World, desk: Desk) -> None:
    desk.notes.show(shipped(world))
    desk.notes.print_alignment(PaperChoice("241x140", PDF_FILE))
    assert desk.window.file == "alignment-241x140.pdf"
    desk.notes.save(desk.folder / desk.window.file)
    assert sizes_mm((desk.folder / desk.window.file).read_bytes()) == [(241, 140)]
    assert desk.prints() == []


def test_a_saved_pdf_counts_as_a_print_and_is_the_note(world: World, desk: Desk, tmp_path: Path) -> None:
    delivery = shipped(world)
    desk.notes.show(delivery)
    desk.notes.ask_file(PaperChoice("a4", PDF_FILE), "")
    assert desk.window.file == "DN-K7M-1.pdf"
    desk.notes.save(tmp_path / desk.window.file)
    assert desk.prints() == [(1, "")]
    with world.looking() as connection:
        assert (tmp_path / "DN-K7M-1.pdf").read_bytes() == note_pdf(connection, delivery).pdf
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["DN-K7M-1.pdf"]


def test_a_folder_that_cannot_be_written_to_is_said_so_and_nothing_is_recorded(
    world: World, desk: Desk, tmp_path: Path
) -> None:
    desk.notes.show(shipped(world))
    desk.notes.ask_file(PaperChoice("a4", PDF_FILE), "")
    desk.notes.save(tmp_path / "missing" / "note.pdf")
    assert desk.window.codes == ["paper.message.not_saved"]
    assert desk.window.paper is not None
    assert desk.prints() == []


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


def test_a_printer_of_the_system_that_is_gone_is_said_so(qapp, world: World) -> None:
    with world.looking() as connection:
        rendered = note_pdf(connection, planned(world))
    from orderdesk.printing.papers import A4

    with pytest.raises(EnvironmentProblem) as caught:
        send_paper(PrintJob(rendered.pdf, "note", A4), "system:No such printer")
    assert (caught.value.code, caught.value.params["printer"]) == (
        "error.print.unreachable",
        "No such printer",
    )


def test_an_address_that_is_none_is_not_printed_to(world: World, desk: Desk) -> None:
    with pytest.raises(UserError) as caught:
        send_paper(PrintJob(b"", "note", A4), "printer in the hall")
    assert caught.value.code == "error.print.address"


def test_a_picture_of_a_page_keeps_its_colours(qapp) -> None:
    image = as_image(PageImage(2, 1, bytes([255, 0, 0, 255, 0, 0, 255, 255])))
    assert (image.pixelColor(0, 0).name(), image.pixelColor(1, 0).name()) == ("#ff0000", "#0000ff")
