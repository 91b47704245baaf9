"""Files on the order being keyed: pasted, dropped, opened from a harmless copy, removed and put back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from orderdesk.models import Attachment
from orderdesk.rules.files import MAX_BYTES, media_of
from orderdesk.services.reading.files import FileBody, file_body, order_files
from orderdesk.ui.order_files import pictures
from orderdesk.ui.order_files.copies import temporary_copy, weigh
from orderdesk.ui.order_files.page import FilesPage
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk

ALT = Qt.KeyboardModifier.AltModifier


def picture(side: int = 60) -> QImage:
    image = QImage(side, side // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#8899aa"))
    return image


def files(desk: EntryDesk) -> list[tuple[str, int]]:
    desk.idle()
    with desk.backend.store.reading() as connection:
        return [(row.name, row.size) for row in order_files(connection, desk.screen.presenter.draft.id)]


def opener(opened: list[Path]) -> Callable[[FilesPage, Path], bool]:
    """Return what stands for the system's programs: it only notes what it was to open."""

    def open_path(_page: FilesPage, path: Path) -> bool:
        opened.append(path)
        return True

    return open_path


def page_of(desk: EntryDesk) -> FilesPage:
    return desk.screen.files.page


def go_to_files(desk: EntryDesk) -> None:
    press(Qt.Key.Key_F3, ALT)
    desk.qtbot.waitUntil(page_of(desk).holds_keys)
    desk.idle()


def paste_picture() -> bytes:
    QGuiApplication.clipboard().setImage(picture())
    press(Qt.Key.Key_V, CTRL)
    return pictures.png(QGuiApplication.clipboard().image())


@pytest.mark.parametrize("where", ["customer", "code", "quantity", "editor"])
def test_a_screenshot_is_pasted_from_wherever_the_keys_are(desk: EntryDesk, where: str) -> None:
    if where != "customer":
        desk.choose_customer()
        desk.key_lines(("A105", "12"))
        desk.go(0, "quantity" if where == "editor" else where)
    if where == "editor":
        type_text("7")
    body = paste_picture()
    assert files(desk) == [("Picture 1.png", len(body))]
    assert desk.said == "Picture 1.png added to the order."
    if where == "editor":
        editor = desk.grid.editor()
        assert editor is not None
        assert editor.text() == "7"  # what was being typed still is
    [(number, state, _)] = desk.orders()
    assert (state, desk.screen.title()) == ("draft", number)  # a new order became a draft by it
    with desk.backend.store.reading() as connection:
        [key] = connection.scalars(select(Attachment.id)).all()
        assert file_body(connection, key).body == body


def test_words_on_the_clipboard_are_still_pasted_as_words(desk: EntryDesk) -> None:
    QGuiApplication.clipboard().setText("hdjj")
    press(Qt.Key.Key_V, CTRL)
    assert desk.screen.header.customer.text() == "hdjj"
    assert files(desk) == []


def test_what_is_dropped_on_the_form_is_on_the_order(desk: EntryDesk, tmp_path: Path) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"))
    path = tmp_path / "采购单 7.pdf"
    path.write_bytes(b"%PDF-1.7 seven")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, none)
    QApplication.sendEvent(desk.screen, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, none)
    QApplication.sendEvent(desk.screen, drop)
    assert files(desk) == [("采购单 7.pdf", 14)]
    assert "is a folder" in desk.said or desk.said == "采购单 7.pdf added to the order."


def test_the_page_opens_removes_and_puts_back_by_keys(
    desk: EntryDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(FilesPage, "open_path", opener(opened))
    desk.choose_customer()
    desk.key_lines(("A105", "12"))
    paste_picture()
    path = tmp_path / "CON.pdf"
    path.write_bytes(b"%PDF-1.7 seven")
    page_of(desk).presenter.add([path])
    assert [name for name, _ in files(desk)] == ["CON.pdf", "Picture 1.png"]
    go_to_files(desk)
    page = page_of(desk)
    press(ENTER)
    desk.idle()
    [copy] = opened
    assert copy.name == "_CON.pdf"
    assert copy.is_relative_to(desk.data_dir / "opened" / "2026-03-09")
    assert copy.read_bytes() == b"%PDF-1.7 seven"
    press(ENTER)  # once more, over the copy that may not be written
    desk.idle()
    assert opened == [copy, copy]

    press(Qt.Key.Key_Down)
    desk.qtbot.waitUntil(lambda: not page._picture.pixmap().isNull())
    press(Qt.Key.Key_Delete)
    desk.idle()
    assert [name for name, _ in files(desk)] == ["CON.pdf"]
    assert desk.said == "Picture 1.png removed from the order."
    [undo, *_] = desk.window.strip.buttons
    undo.click()
    assert len(files(desk)) == 2
    press(Qt.Key.Key_Escape)
    assert desk.place[1] == "code"


def test_a_file_that_is_too_large_is_asked_about_before_it_is_copied(desk: EntryDesk, tmp_path: Path) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "12"))
    film, scan = tmp_path / "film.mp4", tmp_path / "scan.png"
    film.touch()
    scan.write_bytes(pictures.png(picture(4_200)))
    for path in (film, scan):
        with path.open("r+b") as file:
            file.truncate(MAX_BYTES + 1)
    go_to_files(desk)
    page = page_of(desk)
    page.presenter.add([film, scan])
    desk.idle()
    assert page.question.isVisible()
    assert not page.question.buttons["shrink"].isVisible()  # no picture: a link is the way on
    assert desk.place == "files.question.link"
    press(ENTER)
    desk.idle()
    assert files(desk) == [("film.mp4", MAX_BYTES + 1)]
    assert desk.place == "files.question.shrink"
    press(ENTER)
    desk.idle()
    names = dict(files(desk))
    assert 0 < names["scan.jpg"] < MAX_BYTES
    assert not page.question.isVisible()
    page.presenter.add([film])
    desk.idle()
    press(Qt.Key.Key_Escape)  # leaves it
    assert not page.question.isVisible()
    assert len(files(desk)) == 2


def test_what_may_run_is_not_opened_and_a_lost_link_is_said(
    desk: EntryDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(FilesPage, "open_path", opener(opened))
    presenter = page_of(desk).presenter
    presenter.add_bytes("invoice.pdf.exe", b"MZ")
    desk.idle()
    presenter.open(presenter.rows[0])
    desk.idle()
    assert desk.said.startswith("invoice.pdf.exe could run as a program")
    presenter.save(presenter.rows[0], tmp_path / "kept.bin")
    desk.idle()
    assert (tmp_path / "kept.bin").read_bytes() == b"MZ"
    film = tmp_path / "film.mp4"
    film.touch()
    with film.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    presenter.add([film])
    desk.idle()
    presenter.answer("link")
    desk.idle()
    link = next(row for row in presenter.rows if row.link)
    presenter.open(link)
    desk.idle()
    assert opened == [film]
    film.unlink()
    presenter.open(link)
    desk.idle()
    assert desk.said.startswith("The file is no longer at")
    assert opened == [film]


def test_copies_of_other_days_are_taken_away(tmp_path: Path) -> None:
    file = FileBody("a.pdf", "application/pdf", b"a")
    old = temporary_copy(tmp_path / "opened", date(2026, 3, 8), file)
    new = temporary_copy(tmp_path / "opened", date(2026, 3, 9), file)
    assert not old.exists()
    assert new.read_bytes() == b"a"
    assert new.stat().st_mode & 0o777 == 0o400


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 400,
        b"\xff\xd8\xff\xe0JFIF",
        b"GIF89a",
        b"BM1",
    ],
)
@pytest.mark.qt_log_ignore("JPEG", extend=True)
def test_a_damaged_picture_has_no_preview_and_does_no_harm(body: bytes) -> None:
    assert pictures.small_picture(body, media_of(body)) is None


@pytest.mark.qt_log_ignore("JPEG", extend=True)
def test_a_picture_is_shown_small_and_drawn_anew() -> None:
    body = pictures.png(picture(2_000))
    small = pictures.small_picture(body, "image/png")
    assert small is not None
    assert (small.width(), small.height()) == (640, 320)
    assert pictures.small_picture(body, "image/jpeg") is None  # only what the bytes say is decoded
    assert pictures.small_picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml") is None


def test_what_is_no_file_is_said_before_it_is_read(tmp_path: Path) -> None:
    assert weigh(tmp_path / "nowhere").fault == "files.unreadable"
    assert weigh(tmp_path).fault == "files.is_folder"
    (tmp_path / "link").symlink_to("/dev/zero")
    assert weigh(tmp_path / "link").fault == "files.no_file"
