"""Printing from the warehouse's window by keys, to a printer on a real socket."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orderdesk.printing.papers import PAPERS
from orderdesk.services.reading.warehouse import delivery_card, delivery_rows
from orderdesk.spool.choices import CHOICES_FILE, PaperChoice, PrinterChoices
from orderdesk.spool.jobs import Accepted, Address, PrintJob
from orderdesk.spool.sending import send
from orderdesk.ui.language import language
from orderdesk.ui.paper import printers
from orderdesk.ui.theme import theme
from orderdesk.wire.commands import PickDelivery, PickedLine, ShipDelivery
from orderdesk.words import Language
from tests.printing.marks import media_boxes
from tests.spool.ipp_listener import ListeningPrinter, listening
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import commit, compose, focused, press, type_text
from tests.ui.test_warehouse_screen import Warehouse, label, sample, warehouse

__all__ = ["label", "sample", "warehouse"]

CTRL = Qt.KeyboardModifier.ControlModifier
KIND = "delivery_note"


@pytest.fixture(autouse=True)
def no_other_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed on the machine of the test is nobody's business, and gets no paper."""
    monkeypatch.setattr(printers, "queues", tuple)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))


@pytest.fixture
def printer() -> Iterator[ListeningPrinter]:
    with listening() as opened:
        yield opened


@pytest.fixture
def shipped(sample: SampleDesk, label: str) -> str:
    """The part that waited has left: its note has a number."""
    with sample.store.reading() as connection:
        (row,) = delivery_rows(connection)
        card = delivery_card(connection, row.id)
    assert card is not None
    lines = tuple(PickedLine(delivery_line_id=line.id, picked=line.quantity) for line in card.lines)
    for command in (PickDelivery(delivery_id=row.id, lines=lines), ShipDelivery(delivery_id=row.id)):
        outcome = sample.do(command, "zhaoqiang")
        assert not outcome.is_refused, outcome.problems
    return label


@pytest.fixture
def window(shipped: str, warehouse: Warehouse) -> Warehouse:
    """The warehouse with what has left in its list."""
    warehouse.screen.list.modes.buttons()[1].click()
    warehouse.settle()
    assert len(warehouse.listed()) == 1
    return warehouse


def prints(window: Warehouse) -> int:
    with window.backend.store.reading() as connection:
        (row,) = delivery_rows(connection, states=("shipped",))
        card = delivery_card(connection, row.id)
    assert card is not None
    return len(card.prints)


def remember(window: Warehouse, address: str, paper: str = "241x140") -> None:
    PrinterChoices(window.backend.data_dir / CHOICES_FILE).remember(KIND, PaperChoice(paper, address))


def choose_form_and_address(window: Warehouse, address: str) -> None:
    """Show the note and choose the form and a printer by its address, by keys alone."""
    window.type("n")
    chooser = window.screen.papers.preview.chooser
    chooser.papers.setFocus()
    window.key(Qt.Key.Key_Down)
    window.key(Qt.Key.Key_Tab)
    assert focused() is chooser.printers
    window.key(Qt.Key.Key_Home)
    window.key(Qt.Key.Key_Tab)
    assert focused() is chooser.address
    type_text(address)
    window.key(Qt.Key.Key_Return)


@pytest.mark.parametrize("paper", ["241x140", "a4"])
def test_one_key_sends_the_bytes_of_the_preview_with_the_exact_size(
    window: Warehouse, printer: ListeningPrinter, paper: str
) -> None:
    remember(window, printer.uri, paper)
    window.type("n")
    assert window.screen.papers.preview.shown is not None
    previewed = window.screen.papers.preview.shown.pdf
    window.key(Qt.Key.Key_Escape)
    window.key(Qt.Key.Key_P, CTRL)
    (job,) = printer.jobs
    width, height = PAPERS[paper].hundredths
    assert job.attributes["media-col"] == [{"media-size": {"x-dimension": width, "y-dimension": height}}]
    assert job.document == previewed
    assert prints(window) == 1
    name = {"241x140": "241 × 140 mm form", "a4": "A4"}[paper]
    assert window.message.endswith(f"1 page sent to {printer.uri}, {name}.")


def test_a_typed_address_and_a_form_are_chosen_by_keys_and_are_there_after_a_restart(
    window: Warehouse, printer: ListeningPrinter, qtbot: QtBot, sample_sqlite_url: str, tmp_path: Path
) -> None:
    choose_form_and_address(window, printer.uri)
    window.key(Qt.Key.Key_P, CTRL)
    assert [job.attributes["copies"] for job in printer.jobs] == [[1]]
    kept = json.loads((window.backend.data_dir / CHOICES_FILE).read_text(encoding="utf-8"))
    assert kept["kinds"] == {KIND: {"paper": "241x140", "printer": printer.uri}}
    assert not window.screen.papers.preview.isVisible()
    window.window.close()
    window.backend.stop()
    reopened = open_sample_desk(sample_sqlite_url)
    again = Warehouse(qtbot, reopened, tmp_path)
    again.screen.list.modes.buttons()[1].click()
    again.settle()
    again.type("n")
    assert again.screen.papers.preview.choice == PaperChoice("241x140", printer.uri)
    again.window.close()
    again.backend.stop()


def test_an_address_that_is_none_is_said_so_and_stays_to_be_put_right(window: Warehouse) -> None:
    choose_form_and_address(window, "office")
    assert "“office”" in window.message
    assert focused() is window.screen.papers.preview.chooser.address


def test_a_printer_that_refuses_is_heard_in_its_own_words_and_nothing_is_recorded(
    window: Warehouse, printer: ListeningPrinter
) -> None:
    remember(window, printer.uri)
    printer.job_status, printer.message = 0x0504, "Tray 2 is open"
    window.key(Qt.Key.Key_P, CTRL)
    assert "Tray 2 is open" in window.message
    assert "Tray 2 is open" in window.screen.papers.preview.trouble.text()
    assert prints(window) == 0
    assert window.screen.papers.preview.isVisible()
    words = [button.property("word") for button in window.window.strip.buttons]
    assert words == ["paper.retry", "paper.other_printer", "paper.save", "ui.strip.dismiss"]


def test_after_a_refusal_one_key_tries_again(window: Warehouse, printer: ListeningPrinter) -> None:
    remember(window, printer.uri)
    printer.job_status = 0x0504
    window.key(Qt.Key.Key_P, CTRL)
    printer.job_status = 0
    window.key(Qt.Key.Key_P, CTRL)
    assert not window.screen.papers.preview.trouble.text()
    assert len(printer.jobs) == 2
    assert prints(window) == 1


def test_after_a_refusal_the_ways_on_lead_to_the_printers_and_to_the_file(
    window: Warehouse, printer: ListeningPrinter
) -> None:
    remember(window, printer.uri)
    printer.job_status = 0x0504
    window.key(Qt.Key.Key_P, CTRL)
    _retry, other, save, _dismiss = window.window.strip.buttons
    other.click()
    assert focused() is window.screen.papers.preview.chooser.printers
    with window.qtbot.waitSignal(window.screen.papers.preview.save_asked):
        save.click()


def test_a_reprint_by_one_key_asks_for_the_reason_and_then_prints_a_marked_copy(
    window: Warehouse, printer: ListeningPrinter
) -> None:
    remember(window, printer.uri)
    window.key(Qt.Key.Key_P, CTRL)
    window.key(Qt.Key.Key_P, CTRL)
    assert len(printer.jobs) == 1
    assert focused() is window.screen.papers.preview.reason
    compose("shile")
    commit("湿了")
    window.settle()
    window.key(Qt.Key.Key_Return)
    assert len(printer.jobs) == 2
    assert prints(window) == 2


def test_the_window_answers_while_the_printer_is_slow(
    window: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(window, "ipp://slow/ipp/print")
    held: list[object] = []
    monkeypatch.setattr(window.backend.lanes.errands, "submit", lambda *work: held.append(work))
    window.key(Qt.Key.Key_P, CTRL)
    assert len(held) == 1
    assert "printing on ipp://slow/ipp/print, 241 × 140 mm form" in window.message
    window.key(Qt.Key.Key_P, CTRL)
    assert len(held) == 1


def test_a_print_is_recorded_also_when_its_screen_is_closed_meanwhile(
    window: Warehouse, printer: ListeningPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(window, printer.uri)
    is_sending, may_answer = threading.Event(), threading.Event()

    def send_slowly(job: PrintJob, address: Address) -> Accepted:
        is_sending.set()
        assert may_answer.wait(10)
        return send(job, address)

    monkeypatch.setattr(printers, "send", send_slowly)
    press(Qt.Key.Key_P, CTRL)
    window.qtbot.waitUntil(is_sending.is_set, timeout=5000)
    shiboken6.delete(window.screen)
    may_answer.set()
    window.settle()
    assert len(printer.jobs) == 1
    assert prints(window) == 1


def test_the_offset_of_a_form_is_set_in_half_millimetres_by_keys(
    window: Warehouse, printer: ListeningPrinter
) -> None:
    remember(window, printer.uri)
    window.type("n")
    chooser = window.screen.papers.preview.chooser
    assert chooser.right.isVisible()
    chooser.right.setFocus()
    window.key(Qt.Key.Key_Down)
    window.key(Qt.Key.Key_Down)
    assert focused() is chooser.right
    assert chooser.right.currentText() == "+1.0 mm"
    assert window.screen.papers.preview.shown is not None
    assert window.screen.papers.preview.shown.form.right == Decimal("1.0")
    chooser.papers.setFocus()
    window.key(Qt.Key.Key_Up)
    assert not chooser.right.isVisible()


def test_a_printer_of_the_system_is_drawn_on_at_the_exact_size(
    window: Warehouse, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def into_a_file(_name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "drawn.pdf"))
        return printer

    monkeypatch.setattr(printers, "system_printer", into_a_file)
    remember(window, "system:Office")
    window.key(Qt.Key.Key_P, CTRL)
    ((_, _, width, height),) = media_boxes((tmp_path / "drawn.pdf").read_bytes())
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (241, 140)
    assert "sent to Office, 241 × 140 mm form" in window.message
    assert prints(window) == 1


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_at_every_text_size_everything_about_a_form_is_in_sight(
    window: Warehouse, qapp: QApplication, scale: int, spoken: Language
) -> None:
    remember(window, "ipp://192.168.20.31/ipp/print")
    language().switch_to(spoken)
    theme().apply(qapp, "light", scale)
    window.type("n")
    paper = window.screen.papers.preview
    chooser = paper.chooser
    shown = (
        chooser.papers, chooser.printers, chooser.right, chooser.down, chooser.alignment,
        paper.print, paper.save, paper.close_button,
    )  # fmt: skip
    for widget in shown:
        corner = widget.mapTo(paper, widget.rect().bottomRight())
        assert paper.rect().contains(corner), widget.objectName()
        assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()
    assert paper.view.height() > paper.height() // 4
    assert window.window.size().toTuple() == (1366, 768)
