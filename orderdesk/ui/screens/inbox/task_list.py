"""The list at the left: each task in two lines, with how long it has been waiting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from orderdesk.services.reading.inbox import DoneRow, InboxRow
from orderdesk.ui import icons
from orderdesk.ui.chips import Chip, chip_width, paint_chip
from orderdesk.ui.drawing import draw_line
from orderdesk.ui.screens.inbox import wording
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.delegate import CellDelegate
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowRole, RowsModel
from orderdesk.ui.theme import theme

_PAD = 12


@dataclass(frozen=True, slots=True)
class TaskItem:
    """A row as it is drawn, worded in the language on show."""

    id: UUID
    spoken: str
    customer: str
    chip: Chip
    short: Chip  # the same for a narrow row
    total: str
    number: str
    why: str
    age: str
    is_urgent: bool = False
    is_marked: bool = False


def waiting_item(row: InboxRow, now: datetime, *, is_marked: bool) -> TaskItem:
    """Return a waiting task as it is drawn."""
    chip = wording.tier_chip(row.tier)
    return TaskItem(
        id=row.id,
        spoken=wording.spoken_row(row, now),
        customer=wording.local_name(row.customer, row.customer_en),
        chip=chip,
        short=wording.short_chip(chip),
        total=wording.amount_text(row.total, row.currency),
        number=row.number,
        why=wording.reason_text(row.reason) if row.reason is not None else "",
        age=wording.age_text(row.opened_at, now),
        is_urgent=row.urgency == "urgent",
        is_marked=is_marked,
    )


def done_item(row: DoneRow, now: datetime, zone: str) -> TaskItem:
    """Return a decided task as it is drawn."""
    chip = wording.done_chip(row)
    return TaskItem(
        id=row.id,
        spoken=wording.spoken_done(row),
        customer=wording.local_name(row.customer, row.customer_en),
        chip=chip,
        short=wording.short_chip(chip, has_icon=True),
        total=wording.amount_text(row.total, row.currency),
        number=row.number,
        why="",
        age=wording.when_text(row.decided_at, now, zone),
    )


class TaskDelegate(CellDelegate):
    """Draws customer, chip and total over number, reason and age."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one task from the token table alone."""
        item = index.data(RowRole)
        if not isinstance(item, TaskItem):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, theme().colour("select"))
            painter.fillRect(
                QRect(option.rect.x(), option.rect.y(), 3, option.rect.height()), theme().colour("accent")
            )
        painter.fillRect(
            QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), theme().colour("grid")
        )
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        middle = room.y() + room.height() // 2
        upper = QRect(room.x(), room.y() + theme().px(4), room.width(), middle - room.y() - theme().px(4))
        lower = QRect(room.x(), middle, room.width(), room.bottom() - middle - theme().px(4))
        self._paint_upper(painter, upper, item, selected=selected)
        self._paint_lower(painter, lower, item)
        if self._table.hasFocus():
            self._paint_ring(painter, option.rect, index)  # type: ignore[arg-type] # a QStyleOptionViewItem
        painter.restore()

    def _paint_upper(self, painter: QPainter, room: QRect, item: TaskItem, *, selected: bool) -> None:
        painter.setFont(theme().font(strong=True))
        painter.setPen(theme().colour("select_text" if selected else "text"))
        total = painter.fontMetrics().horizontalAdvance(item.total)
        draw_line(painter, room, item.total, Qt.AlignmentFlag.AlignRight)
        left = self._paint_sign(painter, room, item)
        left = left.adjusted(0, 0, -total - _PAD, 0)
        whole, shown = painter.fontMetrics().horizontalAdvance(item.customer), item.chip
        if whole + 8 + chip_width(shown) > left.width():
            shown = item.short
        chip = chip_width(shown)
        name = max(min(whole, left.width() - chip - 8), 0)
        draw_line(painter, QRect(left.x(), left.y(), name, left.height()), item.customer)
        paint_chip(painter, QRect(left.x() + name + 8, left.y(), chip, left.height()), shown)

    def _paint_sign(self, painter: QPainter, room: QRect, item: TaskItem) -> QRect:
        for wanted, name, tone in (
            (item.is_marked, "circle-check", "accent"),
            (item.is_urgent, "triangle-alert", "warn"),
        ):
            if wanted:
                side = theme().px(14)
                painter.drawPixmap(
                    room.x(), room.center().y() - side // 2 + 1, icons.pixmap(name, tone, side)
                )
                room = room.adjusted(side + 6, 0, 0, 0)
        return room

    def _paint_lower(self, painter: QPainter, room: QRect, item: TaskItem) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("text_quiet"))
        metrics = painter.fontMetrics()
        age = metrics.horizontalAdvance(item.age)
        draw_line(painter, room, item.age, Qt.AlignmentFlag.AlignRight)
        number = metrics.horizontalAdvance(item.number)
        draw_line(painter, room, item.number)
        rest = room.adjusted(number + _PAD, 0, -age - _PAD, 0)
        if rest.width() > metrics.averageCharWidth() * 6:
            draw_line(painter, rest, item.why)


class TaskList(GridView):
    """The list: single letters act in it, the input method is kept out, rows are two lines high."""

    task_chosen = Signal(object)  # UUID of the task under the cursor, or None
    page_wanted = Signal(bool)  # backwards

    def __init__(self, parent: QWidget | None = None) -> None:
        column = Column("task", "", lambda item: item.spoken, kind="code", stretches=True)
        super().__init__(RowsModel((column,)), parent, name="inbox.tasks", whole_rows=True)
        self.rows_model.setParent(self)
        self.setItemDelegate(TaskDelegate(self, whole_rows=True))
        self.horizontalHeader().hide()
        self.setAlternatingRowColors(False)
        self.setMouseTracking(True)
        self.cell_changed.connect(self._tell_chosen)
        self._is_filling = False
        self._nothing = ("", "")
        self._take_height()
        theme().changed.connect(self._take_height)

    def show_items(self, items: Iterable[TaskItem]) -> None:
        """Show these tasks; the cursor stays with its own."""
        self._is_filling = True
        self.rows_model.show_rows(tuple(items))
        self._is_filling = False

    def show_current(self, task_id: UUID | None) -> None:
        """Put the cursor on a task, without telling that somebody chose it."""
        ids = [item.id for item in self.rows_model.rows]
        self._is_filling = True
        if task_id in ids:
            self.go_to(ids.index(task_id))
        self._is_filling = False

    def show_nothing(self, title: str, more: str) -> None:
        """Say this while the list is empty; the list keeps the focus, so that undo stays one key."""
        self._nothing = (title, more)
        self.setAccessibleDescription(f"{title} {more}" if not self.rows_model.rows else "")
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or why there are none."""
        super().paintEvent(event)
        if self.rows_model.rows:
            return
        painter = QPainter(self.viewport())
        room = self.viewport().rect()
        line = theme().px(24)
        top = QRect(_PAD, room.height() // 3, room.width() - 2 * _PAD, line)
        for at, (text, font, tone) in enumerate(
            zip(
                self._nothing,
                (theme().font("section", strong=True), theme().font()),
                ("text", "text_quiet"),
                strict=True,
            )
        ):
            painter.setFont(font)
            painter.setPen(theme().colour(tone))
            draw_line(painter, top.translated(0, at * line), text, Qt.AlignmentFlag.AlignHCenter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page the card with Space; all else is as in any list."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.page_wanted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _tell_chosen(self, row: int, _key: str) -> None:
        if not self._is_filling:
            rows = self.rows_model.rows
            self.task_chosen.emit(rows[row].id if 0 <= row < len(rows) else None)

    def _take_height(self) -> None:
        height = theme().px(52)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
