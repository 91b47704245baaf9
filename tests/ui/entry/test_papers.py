"""The order being keyed as a paper: with what is still open, marked as a draft, and typing goes on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import select

from orderdesk.models import ConfirmationPrint
from orderdesk.spool.jobs import PrintJob
from tests.printing.pages import texts_of
from tests.support.windows import child, press, type_text
from tests.ui.entry.conftest import EntryDesk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_order_being_keyed_prints_as_it_stands_and_typing_goes_on(
    desk: EntryDesk, sent: list[tuple[PrintJob, str]], tmp_path: Path
) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"))
    type_text("B211")
    press(Qt.Key.Key_Return)
    type_text("6")
    press(Qt.Key.Key_P, CTRL | SHIFT)  # with the quantity still open
    desk.idle()
    papers = desk.screen.papers
    assert papers is not None
    assert papers.place.is_on_show
    assert papers.place.preview.shown is not None
    assert papers.place.preview.mark.text() == "Draft: the order has not been sent yet"
    text = "".join(texts_of(papers.place.preview.shown.pdf))
    assert "DRAFT" in text or "草稿" in text
    assert "B211" in text
    papers.place.preview.save.click()
    target = tmp_path / "draft.pdf"
    dialog = child(papers.place, QFileDialog, "entry.paper.file")
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    desk.window.activateWindow()
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    desk.idle()
    assert target.read_bytes().startswith(b"%PDF")
    assert not papers.place.is_on_show
    assert desk.grid.isVisible()
    with desk.sample.store.reading() as connection:
        assert connection.scalars(select(ConfirmationPrint.id)).all() == []
    type_text("C330")
    press(Qt.Key.Key_Return)
    assert [line.quantity for line in desk.screen.presenter.draft.lines if line.quantity] == [12, 6]
