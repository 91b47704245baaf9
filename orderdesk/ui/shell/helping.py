"""Help for where somebody is: F1 for the screen, Ctrl+F1 for its keys, Shift+F1 for the field in focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from orderdesk.ui.actions import ACTIONS
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, tip_text
from orderdesk.ui.shell.key_sheet import KeySheet, key_rows
from orderdesk.ui.tables.delegate import PADDING
from orderdesk.ui.theme import theme
from orderdesk.words import has

if TYPE_CHECKING:
    from orderdesk.ui.main_window import MainWindow

_TIP_WIDTH = 420  # logical pixels at 100 %


class Helping(QObject):
    """What a window can say of itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tip: FieldTip | None = None

    def show_keys(self) -> None:
        """Open the sheet with all keys of the screen on top."""
        self._open_sheet("")

    def show_help(self) -> None:
        """Open the sheet with what the screen on top is for, and its keys."""
        self._open_sheet(text_of(self._window.documents.area_of(self._window.current_screen)))

    def show_help_of(self, place: str) -> None:
        """Open what an area is for, whatever is on top, with the keys it has."""
        area = self._window.documents.area(place)
        if area is None:
            return
        if place == self._window.documents.area_of(self._window.current_screen):
            self.show_help()
            return
        ids = [spec.id for spec in ACTIONS if spec.place == place]
        self._show(KeySheet(key_rows(ids, {}), tr(area.word), self._window, about=text_of(place)))

    def show_field(self) -> None:
        """Say beside the focus what it is on: its name, the whole of its text, and what its tool tip says."""
        focus = QApplication.focusWidget()
        if focus is None or not self._window.isAncestorOf(focus):
            return
        if self._tip is None:
            self._tip = FieldTip(self._window)
        texts = field_texts(focus) or [tr("help.field.nothing")]
        page = self._window.current_screen
        cut = cut_texts(page) if page is not None else []
        self._tip.show_for(focus, list(dict.fromkeys([*texts, *cut])))

    def _open_sheet(self, about: str) -> None:
        window, screen = self._window, self._window.current_screen
        ids = [*(screen.actions() if screen else ()), *window.shell_actions()]
        areas = {f"area.{at}": area.word for at, area in enumerate(window.rail.areas, start=1)}
        words = {**areas, **(screen.action_words() if screen else {})}
        title = screen.title() if screen else tr("ui.shell.name")
        sheet = KeySheet(key_rows(ids, words), title, window, about=about)
        sheet.action_chosen.connect(window.run_action)
        self._show(sheet)

    @staticmethod
    def _show(sheet: KeySheet) -> None:
        sheet.open()


def text_of(place: str) -> str:
    """Return what an area is for, in the language on show; nothing where nobody wrote it."""
    code = f"help.{place}"
    return tr(code) if place and has(code, language().current) else ""


def field_texts(focus: QWidget) -> list[str]:
    """Return what is known of the thing in focus, each once: name, whole text, tool tip."""
    if isinstance(focus, QAbstractItemView):
        texts = _cell_texts(focus)
    else:
        shown = focus.text() if isinstance(focus, QLineEdit) else ""
        shown = focus.currentText() if isinstance(focus, QComboBox) else shown
        texts = [focus.accessibleName(), shown, tip_text(focus.toolTip()), focus.accessibleDescription()]
    return list(dict.fromkeys(one.strip() for one in texts if one.strip()))


def cut_texts(page: QWidget) -> list[str]:
    """Return the whole of every text on a page that is cut for want of room."""
    labels = page.findChildren(ElidedLabel)
    return [one.whole_text for one in labels if one.isVisible() and one.is_cut]


def _cell_texts(view: QAbstractItemView) -> list[str]:
    """Return name, header, text and tool tip of the cell in focus, then what else is cut in its row."""
    index, model = view.currentIndex(), view.model()
    texts = [view.accessibleName()]
    if not index.isValid():
        return texts
    across, display = Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole
    texts += [
        str(found)
        for found in (
            model.headerData(index.column(), across), index.data(display),
            tip_text(index.data(Qt.ItemDataRole.ToolTipRole) or ""),
            index.data(Qt.ItemDataRole.AccessibleTextRole) if not index.data(display) else "",
        )
        if found
    ]  # fmt: skip
    metrics = QFontMetrics(theme().font())
    for column in range(model.columnCount()):
        other = index.siblingAtColumn(column)
        text = str(other.data(display) or "")
        room = view.visualRect(other).width() - 2 * PADDING
        if column != index.column() and 0 < room < metrics.horizontalAdvance(text):
            texts.append(f"{model.headerData(column, across)}: {text}")
    return texts


class FieldTip(QFrame):
    """A tip beside the focus that keys and mouse leave alone; the next key, or Esc, takes it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("field_tip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 8)
        self._column.setSpacing(4)
        self._window = window
        self._labels: list[Label] = []
        self._focus: QWidget | None = None
        self.hide()

    def texts(self) -> list[str]:
        """Return what is on show."""
        return [label.text() for label in self._labels] if self.isVisible() else []

    def show_for(self, focus: QWidget, texts: Sequence[str]) -> None:
        """Show texts beside a widget."""
        for label in self._labels:
            self._column.removeWidget(label)
            label.deleteLater()
        self._labels = []
        for at, text in enumerate(texts):
            label = Label(text, self, role="strong" if at == 0 else "")
            label.setWordWrap(True)
            label.setFixedWidth(min(theme().px(_TIP_WIDTH), label.sizeHint().width() + 8))
            self._column.addWidget(label)
            self._labels.append(label)
        self._watch(focus)
        self.setAccessibleName("\n".join(texts))
        self.adjustSize()
        self._place(focus)
        self.show()
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go with the next key or the focus."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._put_away()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_escape = event.key() == Qt.Key.Key_Escape
            if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_F1):
                self._put_away()
            return is_escape
        return False

    def _watch(self, focus: QWidget) -> None:
        if self._focus is not None:
            self._focus.removeEventFilter(self)
        self._focus = focus
        focus.installEventFilter(self)
        focus.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._focus = None
        self.hide()

    def _put_away(self) -> None:
        if self._focus is not None:
            self._focus.removeEventFilter(self)
            self._focus = None
        self.hide()

    def _place(self, focus: QWidget) -> None:
        window = self._window
        room = focus.rect()
        if isinstance(focus, QAbstractItemView):
            cell = focus.visualRect(focus.currentIndex())
            room = cell.translated(focus.viewport().pos()) if cell.isValid() else room
        below = focus.mapTo(window, QPoint(room.left(), room.bottom() + 4))
        above = focus.mapTo(window, QPoint(room.left(), room.top() - self.height() - 4))
        top = below.y() if below.y() + self.height() <= window.height() else max(4, above.y())
        self.move(max(4, min(below.x(), window.width() - self.width() - 4)), top)
