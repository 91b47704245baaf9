"""The top of the form: which order this is, and what of the header is folded away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from orderdesk.ui import icons
from orderdesk.ui.chips import Chip, ChipLabel
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.later import Later
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screens.entry.more import MoreCard
from orderdesk.ui.theme import theme


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

    def __init__(self, parent: QWidget, more: Later[MoreCard]) -> None:
        super().__init__(parent)
        self.setObjectName("entry.title_row")
        self._more = more
        self._whole = ""
        self._changes = False
        self._number, self._customer, self._shows_customer = "", "", False
        self._title = Label(parent=self, role="title")
        self._number_label = Label(parent=self, role="quiet")
        self._number_label.setObjectName("entry.number")
        self._number_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._customer_label = ElidedLabel(self, role="strong")
        self._customer_label.hide()
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
        row.addWidget(self._customer_label, 1)
        row.addWidget(self._summary, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        language().follow(self)
        theme().changed.connect(self.retranslate)

    def show_order(self, number: str, customer: str) -> None:
        """Show the number of the order; it stands from the first save on and never changes."""
        if (number, customer) != (self._number, self._customer):
            self._number, self._customer = number, customer
            self.retranslate()

    def show_change(self, changes: bool) -> None:
        """Say that a sent order is being changed, in place of its being a draft."""
        if changes != self._changes:
            self._changes = changes
            self.retranslate()

    def show_customer(self, shows: bool) -> None:
        """Name the customer here while the header is folded away."""
        if shows != self._shows_customer:
            self._shows_customer = shows
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
        self._customer_label.setVisible(self._shows_customer)
        self._summary.setVisible(not self._shows_customer)
        self.button.setVisible(not self._shows_customer)
        self._customer_label.show_text(self._customer)
        is_draft = Chip("draft", tr("term.state.order.draft"))
        self._state.show_chip(Chip("waiting", tr("change.chip")) if self._changes else is_draft)
        is_open = self.button.isChecked()
        self.button.setText(tr("entry.more.less" if is_open else "entry.more.more"))
        self.button.setIcon(icons.icon("chevron-up" if is_open else "chevron-down", "accent"))
        self.button.setIconSize(QSize(theme().px(14), theme().px(14)))
        set_tooltip(self.button, tr("entry.more.tip"))

    def _toggled(self, is_open: bool) -> None:
        self._more.set_open(is_open)
        self.retranslate()
        self._summary.show_text("" if is_open else self._whole)


class BodyScroll(QScrollArea):
    """Holds the whole form, and scrolls it where the window is too low for it: large text, small screens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.body")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget(self)
        self.setWidget(self.inside)
        self.viewport().setAutoFillBackground(False)
        self.inside.setAutoFillBackground(False)
        self.inside.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr] # there is one while there is a window

    def keep_in_sight(self) -> None:
        """Scroll to what has the focus; in a table, to the row with the cursor and the head above it."""
        self._show(QApplication.focusWidget())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight what is worked on when the room changes, once all parts have theirs."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.keep_in_sight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep in sight what is worked on when a strip or panel comes up among the parts."""
        if watched is self.inside and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.keep_in_sight)
        return super().eventFilter(watched, event)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._show(now)
        if now is not None and not isinstance(now, QTableView):
            QTimer.singleShot(0, self, self.keep_in_sight)  # a box that was shown just now has no place yet

    def _show(self, now: QWidget | None) -> None:
        if now is None or not self.inside.isAncestorOf(now):
            return
        if not isinstance(now, QTableView):
            self.ensureWidgetVisible(now, 0, theme().px(40))
            return
        now.scrollTo(now.currentIndex())
        row = now.visualRect(now.currentIndex())
        place = now.viewport().mapTo(self.inside, row.center())
        # The head first, the row last: where both do not fit, the row counts.
        self.ensureVisible(place.x(), now.mapTo(self.inside, QPoint(0, 0)).y(), 0, 0)
        self.ensureVisible(place.x(), place.y(), 0, row.height())
