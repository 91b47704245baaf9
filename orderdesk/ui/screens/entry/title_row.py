"""The top of the form: which order this is, and what of the header is folded away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from orderdesk.ui import icons
from orderdesk.ui.chips import Chip, ChipLabel
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.theme import theme

_TALL = 860  # logical pixels of window height at 100 % from which the whole header is shown


class MoreButton(QPushButton):
    """Unfolds the rest of the header; walking onto it with Tab does so too, so all is on the Tab path."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Unfold when walked onto, and go on into what has appeared."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason and not self.isChecked():
            self.setChecked(True)
            self.focusNextChild()


class TitleRow(QWidget):
    """Name of the form, number, state, and the folded part of the header in one line."""

    def __init__(self, parent: QWidget, more: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.title_row")
        self._more = more
        self._number, self._customer = "", ""
        self._title = Label(parent=self, role="title")
        self._number_label = Label(parent=self, role="quiet")
        self._number_label.setObjectName("entry.number")
        self._number_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = ChipLabel(self, name="entry.state")
        self._summary = ElidedLabel(self, role="caption")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = MoreButton(self)
        self.button.setObjectName("entry.button.more")
        self.button.setCheckable(True)
        self.button.setProperty("role", "link")
        self.button.toggled.connect(self._toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._number_label)
        row.addWidget(self._state)
        row.addWidget(self._summary, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        more.hide()
        language().follow(self)
        theme().changed.connect(self.retranslate)

    def show_order(self, number: str, customer: str) -> None:
        """Show the number of the order; it stands from the first save on and never changes."""
        if (number, customer) != (self._number, self._customer):
            self._number, self._customer = number, customer
            self.retranslate()

    def show_more(self, summary: str) -> None:
        """Show what the folded part holds."""
        self._summary.show_text("" if self.button.isChecked() else summary)
        self._whole = summary

    def open_more(self) -> None:
        """Unfold the rest of the header."""
        self.button.setChecked(True)

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self._title.setText(tr("entry.title.order" if self._number else "entry.title.new"))
        self._number_label.setText(self._number)
        self._state.show_chip(Chip("draft", tr("term.state.order.draft")))
        is_open = self.button.isChecked()
        self.button.setText(tr("entry.more.less" if is_open else "entry.more.more"))
        self.button.setIcon(icons.icon("chevron-up" if is_open else "chevron-down", "accent"))
        self.button.setIconSize(QSize(theme().px(14), theme().px(14)))
        set_tooltip(self.button, tr("entry.more.tip"))

    def _toggled(self, is_open: bool) -> None:
        self._more.setVisible(is_open)
        self.retranslate()
        self._summary.show_text("" if is_open else self._whole)


class HeaderScroll(QScrollArea):
    """Holds the cards of the header at their full height, and scrolls them where the window is too low."""

    def __init__(self, cards: Sequence[QFrame], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.header_scroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in cards:
            column.addWidget(card)
        self.setWidget(self._inside)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._inside.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height when the cards do."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the full height of the cards."""
        return QSize(super().sizeHint().width(), self._inside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the height of one row of boxes."""
        return QSize(theme().px(200), min(theme().px(92), self._inside.sizeHint().height()))

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 20, 30)
