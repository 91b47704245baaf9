"""The notice centre: a bell with a count in the status bar, and the list that opens above it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from orderdesk.services.reading.notices import Notice
from orderdesk.ui import icons
from orderdesk.ui.language import language, tr
from orderdesk.ui.noticing import NoticeBoard
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.words import format_datetime, format_time

_KEY = "Ctrl+Shift+K"
_SIGNS = {
    "notice.to_decide": ("clipboard-check", "warn"),
    "notice.sent_back": ("corner-up-left", "warn"),
    "notice.refused": ("circle-x", "error"),
    "notice.held": ("lock", "warn"),
    "notice.shipped": ("truck", "done"),
    "notice.said": ("message-square", "accent"),
}
_PLAIN_SIGN = ("circle-check", "done")


def notice_text(notice: Notice) -> str:
    """Return the sentence of a notice in the language on show."""
    by = notice.by_en if language().current == "en" and notice.by_en else notice.by
    return tr(notice.code, **{"by": by or tr("notice.the_desk"), **notice.params})


def customer_text(notice: Notice) -> str:
    """Return the customer's name in the language on show."""
    return notice.customer_en if language().current == "en" and notice.customer_en else notice.customer


class NoticeBell(QToolButton):
    """How much is new, as a figure beside the bell; the words say it too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status.notices")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.board = NoticeBoard()

    def show_board(self, board: NoticeBoard) -> None:
        """Show how much is new."""
        self.board = board
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the present language."""
        unread = self.board.unread
        side = theme().px(14)
        self.setIcon(icons.icon("bell", "accent" if unread else "text_quiet"))
        self.setIconSize(QSize(side, side))
        self.setText(f" {unread}" if unread else "")
        said = tr("ui.notices.unread", n=unread) if unread else tr("ui.notices.none_new")
        self.setAccessibleName(said)
        set_tooltip(self, f"{said}  {_KEY}")


class _List(GridView):
    """The notices; Esc closes the panel like everything else."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class NoticePanel(QFrame):
    """The notices above the bell. Enter opens the order of the row, Esc closes."""

    chosen = Signal(object)  # Notice

    def __init__(self, parent: QWidget, board: NoticeBoard, now: datetime, zone: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = Label(tr("ui.notices.title"), self, role="section")
        rows = board.groups
        self._empty = Label("" if rows else tr("ui.notices.empty"), self, role="quiet")
        self._empty.setVisible(not rows)
        model = RowsModel(
            _columns(lambda at: _when(at, now, zone), board),
            self,
            identity=lambda row: (row.code, row.order_id, row.at),
        )
        model.show_rows(rows)
        self.list = _List(model, self, name="notices.list", whole_rows=True)
        self.list.setAccessibleName(self.title.text())
        self.list.setVisible(bool(rows))
        self.list.horizontalHeader().hide()
        self.list.row_opened.connect(self._choose)
        self.list.left.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)

    def open_above(self, anchor: QWidget, width: int) -> None:
        """Stand above ``anchor`` at the right side of its window, and take the focus."""
        count = self.list.rows_model.rowCount()
        rows = theme().row_height * max(count, 1) + theme().px(6)
        height = min(theme().px(420), rows + self.title.sizeHint().height() + 26)
        height = max(height, self.minimumSizeHint().height())  # it would grow downwards, over the anchor
        self.resize(width, height)
        window = anchor.window()
        right = window.mapToGlobal(QPoint(window.width() - width - 8, 0)).x()
        self.move(right, anchor.mapToGlobal(QPoint(0, -height - 4)).y())
        self.show()
        if count:
            self.list.go_to(0)
            self.list.setFocus()
        else:
            self.setFocus()

    def _choose(self, row: int) -> None:
        notice = self.list.rows_model.rows[row]
        self.close()
        self.chosen.emit(notice)


def _columns(when: Callable[[datetime], str], board: NoticeBoard) -> tuple[Column, ...]:
    def is_new(notice: Notice) -> bool:
        return board.seen is None or notice.at > board.seen

    return (
        Column("sign", "", lambda row: "", "code", 34, icon=lambda row: _sign(row)[0],
               icon_tone=lambda row: _sign(row)[1],
               icon_word=lambda row: tr("ui.notices.new") if is_new(row) else ""),
        Column("when", "ui.notices.column.when", lambda row: when(row.at), "date", 96,
               tone=lambda row: "accent" if is_new(row) else "text_quiet"),
        Column("number", "ui.notices.column.number", lambda row: row.number, "code", 142, strong=True),
        Column("customer", "ui.notices.column.customer", customer_text, width=160),
        Column("text", "ui.notices.column.text", notice_text, width=220, stretches=True,
               tooltip=notice_text),
    )  # fmt: skip


def _sign(notice: Notice) -> tuple[str, str]:
    return _SIGNS.get(notice.code, _PLAIN_SIGN)


def _when(at: datetime, now: datetime, zone: str) -> str:
    place = ZoneInfo(zone)
    if at.astimezone(place).date() == now.astimezone(place).date():
        return format_time(at, place)
    return format_datetime(at, place, language().current)
