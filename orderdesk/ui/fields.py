"""Parts of a form: a box with its word above and a quiet line below, and rows that wrap where needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from orderdesk.errors import UserError
from orderdesk.rules.entry import read_date
from orderdesk.rules.entry.dates import add_months
from orderdesk.ui.editors import CodeEdit, Edit
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme
from orderdesk.words import format_date

if TYPE_CHECKING:
    from orderdesk.ui.day_picker import DayPicker

GAP = 12


class Field(QWidget):
    """A box under its word, with a quiet line below it for what the box's text means."""

    def __init__(self, word: str, box: QWidget, parent: QWidget, *, note: bool = True) -> None:
        super().__init__(parent)
        self.box = box
        self._word = word
        self.caption = Label(parent=self, role="caption")
        self.caption.setBuddy(box)
        self.note = ElidedLabel(self, role="caption") if note else None
        self._top = QHBoxLayout()
        self._top.setSpacing(6)
        self._top.addWidget(self.caption)
        self._beside = Label(parent=self, role="caption")
        self._top.addStretch(1)
        self._top.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._top)
        column.addWidget(box)
        if self.note is not None:
            column.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._take_theme)
        self._take_theme()

    def add_to_caption(self, widget: QWidget) -> None:
        """Put something small beside the word."""
        self._top.insertWidget(self._top.count() - 2, widget)

    def show_note(self, text: str) -> None:
        """Show the quiet line."""
        if self.note is not None:
            self.note.show_text(text)

    def show_caption_note(self, text: str) -> None:
        """Show something quiet right beside the word, such as the day of a figure."""
        self._beside.setText(text)

    def retranslate(self) -> None:
        """Say the word in the present language; it is the box's accessible name as well."""
        self.caption.setText(tr(self._word))
        self.box.setAccessibleName(tr(self._word))

    def _take_theme(self) -> None:
        self.caption.setMinimumHeight(theme().size("chip") + 4)  # chips beside one word leave boxes in line


class WrapRow(QWidget):
    """Widgets beside each other; those that find no room begin another row. Widths are pixels at 100 %."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = GAP) -> None:
        super().__init__(parent)
        self._gap = gap
        self._entries: list[tuple[QWidget, int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.arrange)

    def add(self, widget: QWidget, width: int, stretch: int = 0) -> None:
        """Add a widget that needs ``width`` and takes ``stretch`` shares of what its row has left."""
        widget.setParent(self)
        self._entries.append((widget, width, stretch))

    def arrange(self) -> None:
        """Give every widget its place for the present width and text size."""
        top = 0
        for row in self._rows():
            height = max(widget.sizeHint().height() for widget, _, _ in row)
            spare = self.width() - sum(self._width(entry) for entry in row) - self._gap * (len(row) - 1)
            shares = sum(stretch for _, _, stretch in row)
            left = 0
            for widget, _, stretch in row:
                width = self._width((widget, _, stretch))
                if shares and spare > 0:
                    width += spare * stretch // shares
                widget.setGeometry(QRect(left, top, min(width, self.width()), height))
                left += width + self._gap
            top += height + 8
        self.setFixedHeight(max(top - 8, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange anew where a widget wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return room for the widest entry; the height is fixed by the arrangement."""
        widest = max((self._width(entry) for entry in self._entries), default=0)
        return QSize(widest, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a row wraps before it is cut."""
        return self.sizeHint()

    def _rows(self) -> list[list[tuple[QWidget, int, int]]]:
        rows: list[list[tuple[QWidget, int, int]]] = []
        left = 0
        for entry in self._entries:
            if entry[0].isHidden():
                continue
            width = self._width(entry)
            if not rows or left + width > self.width():
                rows.append([])
                left = 0
            rows[-1].append(entry)
            left += width + self._gap
        return rows

    @staticmethod
    def _width(entry: tuple[QWidget, int, int]) -> int:
        return max(theme().px(entry[1]), entry[0].minimumSizeHint().width())


class Committing(QObject):
    """Makes a text count when its box is left or Enter is pressed in it; until then it is only typed."""

    entered = Signal()  # Enter, and the text was taken
    typing = Signal()  # what stands in the box is not what was shown last, or is that again

    def __init__(self, edit: Edit, take: Callable[[str], bool]) -> None:
        super().__init__(edit)
        self._edit = edit
        self._take = take
        self._shown = ""
        self._stays = False  # refused or brought back: the text stays when the box is left
        self._is_taking = False
        self._is_showing = False
        edit.textChanged.connect(self._text_changed)
        edit.installEventFilter(self)
        edit.enter_pressed.connect(self._entered)

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that does not count yet."""
        return self._edit.text() != self._shown

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self._edit.text()

    def put_back(self, text: str) -> None:
        """Put a text into the box that was typed before and does not count yet."""
        self._edit.setText(text)
        self._stays = True

    def show(self, text: str) -> None:
        """Show what the draft holds, unless something is typed there that does not count yet."""
        stays = self._edit.hasFocus() or self._stays
        is_typing = self.is_changed and stays and not self._is_taking
        self._shown = text
        if not is_typing and self._edit.text() != text:
            self._is_showing = True
            self._edit.setText(text)
            self._is_showing = False
            self._edit.setCursorPosition(0)
        if not is_typing:
            self._stays = False
            self._edit.set_problem("")

    def commit(self) -> bool:
        """Take the text; ``False`` if it cannot be read: it stays, marked."""
        if not self.is_changed:
            return True
        text = self._edit.text()
        self._is_taking = True  # what is shown now is the reading of this very text
        taken = self._take(text)
        self._is_taking = False
        self._stays = not taken
        self._edit.set_problem("" if taken else "block")
        if taken and self._edit.text() == text:
            self._shown = text
        return taken

    def restore(self) -> bool:
        """Put back what stood there; return whether anything was typed."""
        self._stays = False
        if not self.is_changed:
            return False
        self._edit.setText(self._shown)
        self._edit.selectAll()
        self._edit.set_problem("")
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the box is left for another one of this window."""
        if event.type() == QEvent.Type.FocusOut and watched is self._edit:
            self.commit()
        elif event.type() == QEvent.Type.FocusIn and watched is self._edit:
            self._edit.selectAll()
        return False

    def _text_changed(self, _text: str) -> None:
        if not self._is_showing:
            self.typing.emit()

    def _entered(self, _backwards: bool) -> None:
        if self.commit():
            self.entered.emit()


class DateEdit(CodeEdit):
    """A box for a date in shorthand. Up and Down step days, PgUp and PgDn months; F4 opens the calendar."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", future: bool = True) -> None:
        super().__init__(parent, name=name)
        self._today: Callable[[], date] | None = None
        self._future = future
        self.set_reading(self._read)

    def set_today(self, today: Callable[[], date]) -> None:
        """Say what counts as today."""
        self._today = today

    def day(self) -> date | None:
        """Return the date that the text means; ``None`` for none or an unreadable one."""
        if self._today is None or not self.text().strip():
            return None
        try:
            return read_date(self.text(), self._today(), future=self._future)
        except UserError:
            return None

    def event(self, event: QEvent) -> bool:
        """Take F4 and Alt+Down before the window does: here they open the calendar."""
        if isinstance(event, QKeyEvent) and self._opens_calendar(event) and not self.owns(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.open_calendar()
                return True
        return super().event(event)

    def open_calendar(self) -> DayPicker | None:
        """Show the month of the date below the box; ``None`` where nobody has said what today is."""
        if self._today is None:
            return None
        from orderdesk.ui.day_picker import DayPicker

        picker = DayPicker(self, self.day() or self._today())
        picker.picked.connect(self._take_day)
        picker.open_below(self)
        return picker

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows; everything else is typed."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        months = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
        key = Qt.Key(event.key())
        if self._today is None or event.modifiers() or key not in {*steps, *months}:
            super().keyPressEvent(event)
            return
        start = self.day() or self._today()
        day = start + timedelta(days=steps[key]) if key in steps else add_months(start, months[key])
        self._take_day(day)
        event.accept()

    def _opens_calendar(self, event: QKeyEvent) -> bool:
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
        with_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        opens = (event.key() == Qt.Key.Key_F4 and alone) or (event.key() == Qt.Key.Key_Down and with_alt)
        return opens and self._today is not None and not self.isReadOnly()

    def _take_day(self, day: date) -> None:
        self.setText(day.isoformat())
        self.selectAll()

    def _read(self, text: str) -> str:
        day = self.day()
        return "" if day is None or text == day.isoformat() else format_date(day, language().current)
