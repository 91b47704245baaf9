"""The page of the context panel: one order as the clerk tells the customer about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.services.reading.comments import Comment
from orderdesk.services.reading.holds import CardHold
from orderdesk.services.reading.order_card import CardDelivery, CardTask, OrderCard
from orderdesk.ui.actions import action, shown_key
from orderdesk.ui.chips import Chip, ChipLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.note_words import notes_text
from orderdesk.ui.order_card import wording
from orderdesk.ui.order_card.lines import CardLines, line_texts
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme
from orderdesk.values import minor_digits
from orderdesk.words import format_amount


class OrderCardView(QWidget):
    """Shows a card. It takes the focus only to be scrolled by keys."""

    lift_requested = Signal(object)  # UUID of a hold
    note_requested = Signal(object)  # UUID of a delivery that has left

    def __init__(self, parent: QWidget | None = None, *, name: str, prints_notes: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._prints_notes = prints_notes
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card: OrderCard | None = None
        self._here: Here | None = None
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        language().changed.connect(self._rebuild)
        theme().changed.connect(self._rebuild)
        self._rebuild()

    @property
    def card(self) -> OrderCard | None:
        """What is on show."""
        return self._card

    def show_card(self, card: OrderCard | None, here: Here) -> None:
        """Show a card, or that no order is chosen."""
        if (card, here) != (self._card, self._here):
            self._card, self._here = card, here
            self._rebuild()

    def texts(self) -> list[str]:
        """Return every text on show, then the lines as they are spoken."""
        shown = self._content or self  # what was shown before may still be waiting to be deleted
        texts = [label.text() for label in shown.findChildren(Label) if label.text()]
        return texts + [text.spoken for lines in shown.findChildren(CardLines) for text in lines.texts]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            width = theme().size("focus")
            painter.setPen(QPen(theme().colour("focus"), width))
            painter.drawRect(self.rect().adjusted(1, 1, -width, -width))
            painter.end()

    def _rebuild(self) -> None:
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        if self._card is None or self._here is None:
            self._content = _nothing(self)
            self.setAccessibleName(tr("desk.card.empty"))
        else:
            self._content = _Content(self._card, self._here, self, prints_notes=self._prints_notes)
            self._content.lift_requested.connect(self.lift_requested)
            self._content.note_requested.connect(self.note_requested)
            self.setAccessibleName(f"{self._card.row.number}, {wording.state_chip(self._card.row).word}")
        self._column.addWidget(self._content)


def _nothing(parent: QWidget) -> QWidget:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(*_margins())
    label = Label(tr("desk.card.empty"), page, role="quiet")
    label.setWordWrap(True)
    column.addWidget(label)
    column.addStretch(1)
    return page


def _margins() -> tuple[int, int, int, int]:
    apart = theme().space("wide")
    return apart, apart, apart, apart


class _Content(QWidget):
    """The texts of one card; made anew for each."""

    lift_requested = Signal(object)
    note_requested = Signal(object)

    def __init__(self, card: OrderCard, here: Here, parent: QWidget, *, prints_notes: bool) -> None:
        super().__init__(parent)
        self._here = here
        self._prints_notes = prints_notes
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*_margins())
        self._column.setSpacing(theme().space("tight"))
        self._add_head(card)
        self._add_facts(card)
        self._add_holds(card.holds, card.row.currency)
        self._add_deliveries(card.deliveries)
        self._add_lines(card)
        self._add_tasks(card)
        self._add_comments(card.comments)
        self._column.addStretch(1)

    def _add_head(self, card: OrderCard) -> None:
        row = card.row
        self._line(Label(row.number, role="title"))
        self._line(self._chip(wording.state_chip(row)), None)
        self._column.addSpacing(theme().space("tight"))
        customer = _wrapped(wording.local(row.customer, row.customer_en), role="strong")
        tier = wording.tier_chip(row.tier)
        self._line(customer, self._chip(tier) if tier is not None else None)
        self._line(
            Label(f"{row.currency} {format_amount(row.total, minor_digits(row.currency))}", role="section")
        )

    def _add_facts(self, card: OrderCard) -> None:
        row, places = card.row, card.places
        one_place = next(iter(card.lines)).schedule[0] if len(places) == 1 and card.lines else None
        day = one_place.day if one_place is not None else card.requested
        address = one_place.deliver_to if one_place is not None else card.deliver_to
        is_refused = row.shown == "refused"
        facts = (
            ("desk.card.reason", _worded(row.reason) if row.reason else "", "error" if is_refused else ""),
            ("desk.card.entered", wording.entered_text(row, self._here), ""),
            ("desk.card.channel", wording.term("channel", card.facts.channel), ""),
            ("desk.card.po_number", card.po_number, ""),
            ("desk.card.requested", self._here.day(day) if day is not None else "", ""),
            ("desk.card.deliver_to", wording.address_text(address), ""),
            *wording.header_facts(card.facts, row.currency),
            ("desk.card.note", notes_text(card.notes), ""),
        )
        grid = self._grid()
        for code, text, role in facts:
            if text:
                at = grid.rowCount()
                grid.addWidget(Label(tr(code), role="caption"), at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(_wrapped(text, role=role), at, 1)
        grid.setColumnStretch(1, 1)

    def _add_holds(self, holds: Iterable[CardHold], currency: str) -> None:
        for at, hold in enumerate(holds):
            if not at:
                self._section("desk.card.holds")
            else:
                self._column.addSpacing(theme().space("near"))
            stops = _wrapped(tr("desk.card.stops", stage=f"term.stage.{hold.stops}"), role="strong")
            self._line(self._chip(Chip("hold", wording.term("hold", hold.kind))), stops)
            cause = wording.cause_text(hold, currency)
            if cause:
                self._line(_wrapped(cause))
            by = wording.local(hold.by, hold.by_en)
            since = tr("desk.card.since", when=self._here.moment(hold.at))
            self._line(_wrapped(f"{by}  {since}" if by else since, role="quiet"))
            roles = [wording.term("role", role) for role in hold.lift_roles]
            self._line(_wrapped(tr("desk.card.lift", roles=roles), role="caption"))
            if hold.is_own:
                self._line(_wrapped(tr("desk.card.lift_own"), role="warn"))
            elif hold.may_lift:
                self._column.addWidget(self._lift_button(hold), 0, Qt.AlignmentFlag.AlignLeft)

    def _lift_button(self, hold: CardHold) -> QPushButton:
        spec = action("hold.lift")
        button = QPushButton(f"{tr(spec.word)}  {shown_key(spec)}", self)
        button.setObjectName("desk.card.lift")
        button.setAccessibleName(f"{tr(spec.word)}: {wording.term('hold', hold.kind)}")
        button.clicked.connect(lambda: self.lift_requested.emit(hold.id))
        return button

    def _add_deliveries(self, deliveries: Iterable[CardDelivery]) -> None:
        for at, delivery in enumerate(deliveries):
            if not at:
                self._section("desk.card.deliveries")
            part = tr("desk.card.part", part=delivery.part)
            name = Label(delivery.number or part, role="strong")
            self._line(name, self._chip(wording.delivery_chip(delivery.state)))
            when = ""
            if delivery.shipped_at is not None:
                when = tr("desk.card.shipped_at", when=self._here.moment(delivery.shipped_at))
            elif delivery.planned is not None:
                when = tr("desk.card.planned", day=self._here.day(delivery.planned))
            texts = (when, part if delivery.number else "", tr("desk.card.lines_in", n=delivery.line_count))
            self._line(_wrapped(wording.joined(texts), role="quiet"))
            if delivery.number and self._prints_notes:
                self._column.addWidget(self._note_button(delivery), 0, Qt.AlignmentFlag.AlignLeft)

    def _note_button(self, delivery: CardDelivery) -> QPushButton:
        button = QPushButton(tr("desk.card.note_of"), self)
        button.setObjectName("desk.card.print_note")
        button.setAccessibleName(f"{tr('desk.card.note_of')}: {delivery.number}")
        button.clicked.connect(lambda: self.note_requested.emit(delivery.id))
        return button

    def _add_lines(self, card: OrderCard) -> None:
        if not card.lines:
            return
        self._section("desk.card.lines", str(len(card.lines)))
        self._column.addWidget(CardLines(line_texts(card, self._here), self))

    def _add_tasks(self, card: OrderCard) -> None:
        text = wording.approval_text(card.row)
        if not card.tasks and not text:
            return
        self._section("desk.card.approval")
        if not card.tasks or card.row.self_approved_reason:
            self._line(_wrapped(text, role="warn" if card.row.self_approved_reason else ""))
        for task in card.tasks:
            self._add_task(task)

    def _add_task(self, task: CardTask) -> None:
        name = wording.local(task.by, task.by_en) or wording.term("role", task.role)
        chip = wording.task_chip(task.state)
        state = (
            self._chip(chip) if chip is not None else Label(wording.term("task", task.state), role="quiet")
        )
        self._line(Label(name, role="strong"), state)
        when = self._here.moment(task.at) if task.at is not None else ""
        if task.by:
            self._line(_wrapped(wording.joined((wording.term("role", task.role), when)), role="quiet"))
        elif task.state == "active" and when:
            self._line(_wrapped(tr("desk.card.since", when=when), role="quiet"))
        if task.reason:
            self._line(_wrapped(_worded(task.reason)))

    def _add_comments(self, comments: Sequence[Comment]) -> None:
        if comments:
            self._section("desk.card.comments", str(len(comments)))
        for comment in comments:
            self._line(_wrapped(comment.text))
            by = wording.local(comment.by, comment.by_en)
            self._line(_wrapped(wording.joined((by, self._here.moment(comment.at))), role="quiet"))

    # parts

    def _section(self, code: str, count: str = "") -> None:
        self._column.addSpacing(theme().space("near"))
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._column.addWidget(rule)
        self._column.addSpacing(theme().space("tight"))
        heading = QHBoxLayout()
        heading.setSpacing(theme().space("near"))
        heading.addWidget(Label(tr(code), role="section"))
        heading.addWidget(Label(count, role="caption"), 1)
        self._column.addLayout(heading)

    def _line(self, left: QWidget, right: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().space("near"))
        if not isinstance(left, ChipLabel):
            row.addWidget(left, 1)
            if right is not None:
                row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(left)
            if right is not None:
                row.addWidget(right, 1, Qt.AlignmentFlag.AlignVCenter)
            else:
                row.addStretch(1)
        self._column.addLayout(row)

    def _chip(self, chip: Chip) -> ChipLabel:
        label = ChipLabel(self)  # with its parent from the start: shown without one it would be a window
        label.show_chip(chip)
        return label

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, theme().space("tight"), 0, 0)
        grid.setHorizontalSpacing(theme().space("apart"))
        grid.setVerticalSpacing(theme().space("tight"))
        self._column.addLayout(grid)
        return grid


def _wrapped(text: str, *, role: str = "") -> Label:
    label = Label(text, role=role)
    label.setWordWrap(True)
    label.setMinimumWidth(1)  # a long word is cut by the panel, it does not widen it
    return label


def _worded(reason: str) -> str:
    """Return a reason as typed; one that was chosen from the list is the code of its words."""
    return tr(reason) if reason.startswith("term.") else reason
