"""The files on an order: a list, the picture of the one in focus, and the ways to add, open and remove."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QSize, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from orderdesk.clock import business_date
from orderdesk.rules.files import MAX_BYTES
from orderdesk.services.reading.files import FileRow
from orderdesk.ui.backend import Backend
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.focus import bring_in_sight, holds_focus
from orderdesk.ui.language import language, tr
from orderdesk.ui.messages import Message
from orderdesk.ui.order_card import wording
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.order_files import pictures
from orderdesk.ui.order_files.copies import Weighed
from orderdesk.ui.order_files.presenter import FilesPresenter, WithOrder, can_shrink
from orderdesk.ui.safety import Label
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.heights import RowsHeight
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_MOST_ROWS = 6
_PICTURE_HEIGHT = 240  # logical pixels at 100 %


def size_text(size: int) -> str:
    """Return a size as people say it: ``12 KB``, ``3.4 MB``."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{size // 1024} KB"
    return f"{size / 1024 / 1024:.1f} MB"


class TooLargeQuestion(QFrame):
    """Asks what to do with a file that is larger than what is kept, before it is copied."""

    answered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("files.question")
        self._file: Weighed | None = None
        self._text = Label(parent=self, role="strong")
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(1)
        self._row = WrapRow(self, gap=6)
        self.buttons: dict[str, QPushButton] = {}
        for answer in ("shrink", "link", "leave"):
            button = QPushButton(self)
            button.setObjectName(f"files.question.{answer}")
            button.clicked.connect(lambda _on=False, said=answer: self.answered.emit(said))
            self.buttons[answer] = button
            self._row.add(button, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self._text)
        column.addWidget(self._row)
        self.hide()

    def ask(self, file: Weighed | None) -> None:
        """Ask about a file, or nothing any more."""
        self._file = file
        self.retranslate()
        self.setVisible(file is not None)
        if file is not None:
            first = self.buttons["shrink" if can_shrink(file) else "link"]
            first.setFocus()

    def retranslate(self) -> None:
        """Say the question in the present language."""
        for answer, button in self.buttons.items():
            button.setText(tr(f"files.answer.{answer}"))
        if self._file is not None:
            params = {
                "name": self._file.name,
                "size": size_text(self._file.size),
                "limit": size_text(MAX_BYTES),
            }
            self._text.setText(tr("files.question", **params))
            self.buttons["shrink"].setVisible(can_shrink(self._file))
        self._row.arrange()


class FilesList(GridView):
    """The list: Enter opens, Insert adds, Delete removes, Ctrl+V puts a picture or files here."""

    keyed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a list of files."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.keyed.emit("paste")
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_Insert:
            self.keyed.emit("add")
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_Delete:
            self.keyed.emit("remove")
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class FilesPage(QWidget):
    """The files of one order. ``with_order`` sees to it that the order is in the store first."""

    message = Signal(object)
    counted = Signal(int)

    def __init__(
        self, backend: Backend, *, name: str, with_order: WithOrder | None = None, heading: bool = True
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._backend = backend
        self._has_heading = heading
        self.presenter = FilesPresenter(backend, self, with_order)
        self._heading = Label(parent=self, role="section")
        self._count = Label(parent=self, role="caption")
        self._model = RowsModel(_columns(), self)
        self.list = FilesList(self._model, self, name=f"{name}.list", whole_rows=True)
        self._height = RowsHeight(self.list, _MOST_ROWS)
        self._detail = Label(parent=self, role="quiet")
        self._detail.setWordWrap(True)
        self._detail.setMinimumWidth(1)
        self._image: QImage | None = None
        self._picture = Label(parent=self)
        self._picture.setObjectName(f"{name}.picture")
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.question = TooLargeQuestion(self)
        self._row = WrapRow(self, gap=6)
        self._runs: dict[str, Callable[[], object]] = {
            "add": self.choose, "open": self._open, "save": self._save, "remove": self._remove,
            "paste": self.paste,
        }  # fmt: skip
        self.buttons = {what: self._button(what, name) for what in ("add", "open", "save", "remove")}
        self._lay_out()
        self._connect(backend)
        language().follow(self)
        theme().changed.connect(self._fit)

    @property
    def row(self) -> FileRow | None:
        """The file in focus."""
        at = self.list.current_row()
        return self._model.rows[at] if 0 <= at < len(self._model.rows) else None

    def take_focus(self) -> None:
        """Go to the list, else to the button that adds; later, as the panel may just be coming up."""
        QTimer.singleShot(0, self, self._focus)

    def holds_keys(self) -> bool:
        """Return whether the keys go to this page."""
        return holds_focus(self)

    def show_order(self, order_id: UUID | None) -> None:
        """Show the files of an order."""
        self.presenter.show(order_id)
        self._show_buttons()

    def add(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted: files, or a picture; return whether there was any."""
        paths = file_paths(mime)
        if paths:
            self.presenter.add(paths)
            return True
        picture = QImage(mime.imageData()) if mime.hasImage() else QImage()
        if picture.isNull():
            return False
        number = len(self.presenter.rows) + 1
        self.presenter.add_bytes(tr("files.pasted", n=number) + ".png", pictures.png(picture))
        return True

    def paste(self) -> bool:
        """Take what is on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is not None and self.add(mime):
            return True
        self.show_message(Message("files.nothing_to_paste", {}, "info"))
        return False

    def choose(self) -> bool:
        """Ask which files are to be added."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, tr("files.add"), folder)
        dialog.setObjectName("files.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.presenter.add([Path(path) for path in paths]))
        dialog.open()
        return True

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self._heading.setText(tr("files.heading"))
        for what, button in self.buttons.items():
            button.setText(tr(f"files.{what}"))
        self._row.arrange()
        self.question.retranslate()
        self.list.setAccessibleName(tr("files.heading"))
        self._show_detail()

    # what the presenter asks

    def show_files(self, rows: tuple[FileRow, ...]) -> None:
        """Show the list; the cursor stays with its file."""
        had_focus = self.list.hasFocus()
        self._model.show_rows(rows)
        self._count.setText(str(len(rows)) if rows else "")
        self.list.setVisible(bool(rows))
        if rows and not (had_focus and self.list.currentIndex().isValid()):
            self.list.go_to(0)  # the newest: it may have come just now
        elif had_focus and not rows:
            self.buttons["add"].setFocus()
        self._fit()
        self._moved()
        self.counted.emit(len(rows))

    def show_question(self, file: Weighed | None) -> None:
        """Ask what to do with a file that is too large, or stop asking."""
        had_focus = self.question.isVisible() and holds_focus(self.question)
        self.question.ask(file)
        if file is None and had_focus:
            self._focus()

    def show_picture(self, picture: object | None) -> None:
        """Show the small picture of the file in focus."""
        self._image = picture if isinstance(picture, QImage) else None
        self._picture.setAccessibleName(self.row.name if self.row is not None else "")
        self._fit_picture()

    def small_picture(self, body: bytes, media: str) -> object | None:
        """Return a small picture, drawn anew; called on a lane."""
        return pictures.small_picture(body, media)

    def shrunk(self, path: Path) -> bytes:
        """Return a picture made small enough; called on a lane."""
        return pictures.shrunk(path)

    def open_path(self, path: Path) -> bool:
        """Have the system open a file with the program it has for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def ask_where(self, row: FileRow) -> None:
        """Ask where a copy of a file is to be written."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, tr("files.save"), str(Path(folder) / row.name))
        dialog.setObjectName("files.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self.presenter.save(row, Path(path)))
        dialog.open()

    def show_message(self, message: Message) -> None:
        """Show a message in the strip."""
        self.message.emit(message)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pasted while a button has the keys, as the list does."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the picture as wide as there is room."""
        super().resizeEvent(event)
        self._fit_picture()

    # inside

    def _fit_picture(self) -> None:
        image = self._image
        self._picture.setVisible(image is not None)
        if image is None:
            self._picture.clear()
            return
        room = QSize(self.width(), theme().px(_PICTURE_HEIGHT))
        shown = QPixmap.fromImage(image)
        if shown.width() > room.width() or shown.height() > room.height():
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = shown.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        self._picture.setPixmap(shown)
        self._picture.setFixedHeight(shown.height())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._heading)
        head.addWidget(self._count, 1)
        self._heading.setVisible(self._has_heading)
        self._count.setVisible(self._has_heading)
        for what in ("add", "open", "save", "remove"):
            self._row.add(self.buttons[what], 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (self.question, self.list, self._detail, self._picture, self._row):
            column.addWidget(widget)
        self.list.hide()
        self._picture.hide()
        self.setAcceptDrops(True)

    def _connect(self, backend: Backend) -> None:
        self.list.cell_changed.connect(lambda _row, _key: self._moved())
        self.list.row_opened.connect(lambda _row: self._open())
        self.list.keyed.connect(lambda what: self._runs[what]())
        self.question.answered.connect(self._answered)
        backend.notifier.changed.connect(self._note_changes)
        self.destroyed.connect(self.presenter.close)

    def _button(self, what: str, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"{name}.{what}")
        button.clicked.connect(lambda _on=False: self._runs[what]())
        return button

    def _note_changes(self, changes: object) -> None:
        self.presenter.note_changes(changes)  # type: ignore[arg-type] # what the signal carries

    def _answered(self, answer: str) -> None:
        self.presenter.answer(answer)  # type: ignore[arg-type] # the buttons are the answers

    def _focus(self) -> None:
        if not self.question.isHidden():
            self.question.ask(self.presenter.question)
        elif self._model.rows:
            self.list.setFocus()
        else:
            self.buttons["add"].setFocus()
        bring_in_sight(self)

    def _moved(self) -> None:
        self._show_detail()
        self._show_buttons()
        self.presenter.focus(self.row)

    def _show_buttons(self) -> None:
        row = self.row
        for what in ("open", "remove"):
            self.buttons[what].setVisible(row is not None)
        self.buttons["save"].setVisible(row is not None and not row.link)
        self._row.arrange()

    def _show_detail(self) -> None:
        row = self.row
        if row is None:
            self._detail.setText(tr("files.empty"))
            return
        desk = self._backend.desk()
        zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
        here = Here(business_date(self._backend.clock.now(), zone), zone, desk.settings["currency"])
        who = wording.local(row.added_by, row.added_by_en)
        parts = (who, here.moment(row.added_at), size_text(row.size))
        text = tr("files.link_to", link=row.link) if row.link else ""
        self._detail.setText("\n".join(part for part in (wording.joined(parts), text) if part))

    def _open(self) -> None:
        if self.row is not None:
            self.presenter.open(self.row)

    def _save(self) -> None:
        if self.row is not None and not self.row.link:
            self.ask_where(self.row)

    def _remove(self) -> None:
        if self.row is not None:
            self.presenter.remove(self.row)

    def _fit(self) -> None:
        self._height.fit()
        self._row.arrange()


def file_paths(mime: QMimeData) -> list[Path]:
    """Return the local files that were dropped or copied."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []


def brings_files(mime: QMimeData | None) -> bool:
    """Return whether there are files or a picture, and no words that a box would rather have."""
    return mime is not None and (bool(file_paths(mime)) or (mime.hasImage() and not mime.hasText()))


def _columns() -> tuple[Column, ...]:
    def kind(row: FileRow) -> str:
        return "map-pin" if row.link else "eye" if row.is_picture else "file-text"

    return (
        Column("name", "files.column.name", lambda row: row.name, width=120, stretches=True, icon=kind,
               tooltip=lambda row: row.link or row.name),
        Column("size", "files.column.size", lambda row: size_text(row.size), "number", width=76),
    )  # fmt: skip
