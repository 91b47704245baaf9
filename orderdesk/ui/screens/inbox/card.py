"""The card at the right: why this approver is asked, what changed, and all that the decision needs."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from orderdesk.services.reading.inbox_card import InboxCard
from orderdesk.ui.actions import action, action_of_letter, shown_key
from orderdesk.ui.chips import Chip, ChipLabel
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.inbox import card_notes, wording
from orderdesk.ui.screens.inbox.card_parts import Facts, Figure, FigureRow, NoteSection, Pair
from orderdesk.ui.screens.inbox.line_columns import LINE_COLUMNS, line_items
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.heights import RowsHeight
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.wire.outcomes import ProblemLine

_STATE_CHIPS = {"approved": "approved", "refused": "refused", "sent_back": "draft"}


class CardPane(QFrame):
    """Shows one card. It can have the focus, so that the single letters work here as in the list."""

    action_keyed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._letters: tuple[str, ...] = ()
        self._card: InboxCard | None = None
        self._told: tuple[ProblemLine, ...] = ()
        self._make_head()
        self._make_sections()
        self.lines = GridView(RowsModel(LINE_COLUMNS, self), self, name="inbox.lines", whole_rows=True)
        self._lines_height = RowsHeight(self.lines)
        self.lines.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.action_keyed.connect(self.action_keyed)
        self._lay_out()
        theme().changed.connect(self._fit)

    @property
    def card(self) -> InboxCard | None:
        """The card on show."""
        return self._card

    @property
    def scroll_bar(self) -> QScrollBar:
        """The bar that says how far down the card is read."""
        return self._scroll.verticalScrollBar()

    @property
    def body_width(self) -> int:
        """The width that the parts of the card take."""
        return self._body.width()

    def set_letter_actions(self, action_ids: tuple[str, ...]) -> None:
        """Say which single letters work while the card has the focus."""
        self._letters = action_ids
        self.lines.set_letter_actions(action_ids)

    def show_card(self, card: InboxCard | None, told: tuple[ProblemLine, ...], now: datetime) -> None:
        """Show a card from its top, or nothing."""
        is_other = card is None or self._card is None or card.row.id != self._card.row.id
        self._card, self._told = card, told
        self._scroll.setVisible(card is not None)
        self._head.setVisible(card is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is not None else Qt.FocusPolicy.NoFocus)
        if card is None:
            return
        self._show_head(card, now)
        self._show_sections(card, now)
        self.lines.rows_model.show_rows(line_items(card))
        self._fit()
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    def page(self, *, backwards: bool) -> None:
        """Show the next part of a long card, or the one before."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + (-1 if backwards else 1) * max(bar.pageStep() - theme().row_height, 1))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters act, Space pages; everything else is the window's."""
        action_id = action_of_letter(event, self._letters)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {Qt.Key.Key_Space: shift, Qt.Key.Key_PageDown: False, Qt.Key.Key_PageUp: True}
        if action_id is not None:
            self.action_keyed.emit(action_id)
        elif event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.page(backwards=steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring around the whole pane while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            width = theme().size("focus")
            painter = QPainter(self)
            painter.setPen(QPen(theme().colour("focus"), width))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the new width."""
        super().resizeEvent(event)
        self._fit()

    # inside

    def _make_head(self) -> None:
        self._head = QWidget(self)
        self.number = Label(parent=self._head, role="title")
        self.number.setObjectName("inbox.card.number")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.customer = ElidedLabel(self._head, role="section")
        self.tier = ChipLabel(self._head, name="inbox.card.tier")
        self.urgency = ChipLabel(self._head, name="inbox.card.urgency")
        self.state = ChipLabel(self._head, name="inbox.card.state")
        self.total = Label(parent=self._head, role="total")
        self.total.setObjectName("inbox.card.total")
        self.asked = ElidedLabel(self._head, role="quiet")
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(10)
        for part in (self.number, self.urgency, self.state):
            upper.addWidget(part)
        upper.addStretch(1)
        upper.addWidget(self.total)
        lower.setSpacing(10)
        lower.addWidget(self.customer, 1000)  # as wide as its words, before the line beside it gets the rest
        lower.addWidget(self.tier)
        lower.addWidget(self.asked, 1)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(2)
        column.addLayout(upper)
        column.addLayout(lower)

    def _make_sections(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setObjectName("inbox.card.body")
        self.told = NoteSection(self._body, name="inbox.card.told")
        self.margin = Figure(self._body, name="inbox.card.margin")
        self.credit = Figure(self._body, name="inbox.card.credit")
        self.similar = Figure(self._body, name="inbox.card.similar")
        self.dates = Figure(self._body, name="inbox.card.dates")
        self._figures = FigureRow((self.margin, self.credit, self.similar, self.dates), self._body)
        self.why = NoteSection(self._body, name="inbox.card.why")
        self.changes = NoteSection(self._body, name="inbox.card.changes")
        self._reasons = Pair(self.why, self.changes, self._body)
        self.holds = NoteSection(self._body, name="inbox.card.holds")
        self.route = NoteSection(self._body, name="inbox.card.route")
        self.facts = Facts(self._body, name="inbox.card.facts")
        self._rest = Pair(self.facts, self.route, self._body)
        self.history = NoteSection(self._body, name="inbox.card.history")
        self.comments = NoteSection(self._body, name="inbox.card.comments")
        self.files = NoteSection(self._body, name="inbox.card.files")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(14, 0, 14, 10)
        column.setSpacing(8)
        said = (self.told, self.holds, self.comments, self.files)
        above: tuple[QWidget, ...] = (*said, self._figures, self._reasons)
        for part in above:
            column.addWidget(part)
        frame = QFrame(self._body)
        frame.setProperty("role", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.lines)
        self._lines_frame = frame
        below: tuple[QWidget, ...] = (frame, self._rest, self.history)
        for part in below:
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        pane = QVBoxLayout(self)
        pane.setContentsMargins(2, 2, 2, 2)
        pane.setSpacing(0)
        pane.addWidget(self._head)
        pane.addWidget(self._scroll, 1)
        self._scroll.hide()
        self._head.hide()

    def _show_head(self, card: InboxCard, now: datetime) -> None:
        row = card.row
        self.number.setText(row.number)
        self.customer.show_text(wording.local_name(row.customer, row.customer_en))
        self._fit_customer()
        self.tier.show_chip(wording.tier_chip(row.tier))
        urgent = Chip("hold", tr("term.urgency.urgent")) if row.urgency == "urgent" else None
        self.urgency.show_chip(urgent)
        decided = _STATE_CHIPS.get(card.state)
        self.state.show_chip(Chip(decided, tr(f"term.task.{card.state}")) if decided is not None else None)
        self.total.setText(f"{row.currency} {wording.amount_text(row.total, row.currency)}")
        self.asked.show_text(wording.asked_text(card, now))

    def _show_sections(self, card: InboxCard, now: datetime) -> None:
        self.told.show_notes(tr("inbox.changed.meanwhile"), card_notes.told_notes(self._told))
        self.holds.show_notes(tr("inbox.section.holds"), card_notes.hold_notes(card))
        self.why.show_notes(tr("inbox.section.why"), card_notes.why_notes(card))
        title = wording.baseline_title(card.baseline, now, card.zone)
        self.changes.show_notes(title, card_notes.change_notes(card))
        self.route.show_notes(tr("inbox.section.route"), card_notes.step_notes(card, now))
        self.history.show_notes(tr("inbox.section.similar"), card_notes.similar_notes(card, now))
        self.comments.show_notes(tr("inbox.section.comments"), card_notes.comment_notes(card, now))
        files = tr("inbox.section.files", n=len(card.files), key=shown_key(action("files.show")))
        self.files.show_notes(files, card_notes.file_notes(card))
        self.facts.show_facts(tr("inbox.section.facts"), wording.fact_pairs(card))
        self._show_figures(card)

    def _show_figures(self, card: InboxCard) -> None:
        for figure, shown in (
            (self.margin, card_notes.margin_figure(card)),
            (self.credit, card_notes.credit_figure(card)),
            (self.similar, card_notes.similar_figure(card)),
            (self.dates, card_notes.dates_figure(card)),
        ):
            figure.show_figure(shown.caption, shown.value, shown.note, shown.tone)

    def _fit_customer(self) -> None:
        words = self.customer.fontMetrics().horizontalAdvance(self.customer.whole_text)
        self.customer.setMaximumWidth(words + 4)

    def _fit(self) -> None:
        """Make the table as high as its rows: the card scrolls as one. Break pairs where it is narrow."""
        self._fit_customer()
        width = self.width() - 40
        for part in (self._figures, self._reasons, self._rest):
            part.fit(width)
        rows = len(self.lines.rows_model.rows)
        self._lines_frame.setVisible(rows > 0)
        self._lines_height.fit()
        for key, needed in _HIDDEN_BELOW.items():
            self.lines.setColumnHidden(self.lines.rows_model.column_of(key), width < theme().px(needed))
        has_signs = any(item.sign for item in self.lines.rows_model.rows)
        self.lines.setColumnHidden(self.lines.rows_model.column_of("sign"), not has_signs)


# What is left out first where the card is narrow; the same figures stand elsewhere on it.
_HIDDEN_BELOW = {"base": 660, "margin": 580, "stock": 510, "discount": 440}
