"""The quick add box below the lines: a whole order in one text, with a chip per token while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from orderdesk.errors import Problem
from orderdesk.ui.actions import action, is_enter, key_text
from orderdesk.ui.chips import Chip, chip_width, paint_chip
from orderdesk.ui.editors import CodeEdit
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screens.entry.quick_commands import Offer, is_in_note
from orderdesk.ui.theme import theme

if TYPE_CHECKING:
    from orderdesk.rules.entry.quick_add import QuickAdd, QuickToken

SCAN_GAP_MS = 35  # between two keys; nobody types a whole code as fast as a scanner does
SHORTEST_SCAN = 4
_MOST_ROWS = 2
_GAP = 6


class Reader(Protocol):
    """Who knows what the text means."""

    def read(self, text: str) -> QuickAdd:
        """Return the tokens of ``text`` with a verdict each."""
        ...

    def offer(self, text: str, caret: int) -> Offer | None:
        """Return what may stand in the place of the bad token at ``caret``."""
        ...

    def words(self, token: QuickToken) -> str:
        """Return what a token says."""
        ...

    def problem_words(self, problem: Problem) -> str:
        """Return the sentence of a problem of the whole text."""
        ...


class QuickEdit(CodeEdit):
    """The text. It tells a scanner's burst from typing, and lets the input method in for notes only."""

    suggestion_keyed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="entry.quick")
        self.takes_suggestions = False  # whether the caret is on a token that has one
        self.is_scan = False  # whether the text came as one burst, up to its Enter
        self._last_key = 0
        self._was_in_note = False
        self.cursorPositionChanged.connect(self._rule_ime)
        self.textChanged.connect(self._rule_ime)

    def event(self, event: QEvent) -> bool:
        """Let Tab take a suggestion, where there is one, before it walks on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_tab = event.key() == Qt.Key.Key_Tab and not self.is_composing
            if is_tab and self.takes_suggestions:
                self.suggestion_keyed.emit()
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Down take a suggestion too; watch how fast the keys come."""
        if event.key() == Qt.Key.Key_Down and self.takes_suggestions:
            self.suggestion_keyed.emit()
            return
        self._watch(event)
        super().keyPressEvent(event)

    def _watch(self, event: QKeyEvent) -> None:
        at, before = event.timestamp(), self._last_key
        is_fast = 0 < before <= at <= before + SCAN_GAP_MS
        if is_enter(event):
            self.is_scan = self.is_scan and is_fast and len(self.text()) >= SHORTEST_SCAN
        elif event.text():
            self.is_scan = not self.text() or (self.is_scan and is_fast)
        self._last_key = at

    def _rule_ime(self) -> None:
        in_note = is_in_note(self.text(), self.cursorPosition())
        if in_note != self._was_in_note:  # what Ctrl+Shift+H allows holds until then
            self._was_in_note = in_note
            if in_note:
                self.let_ime_in()
            else:
                self.keep_ime_out()


class ChipRows(QWidget):
    """Chips in a row or two. Without room for all, the bad ones come first, and the rest is counted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.quick.chips")
        self._chips: tuple[Chip, ...] = ()
        self._placed: list[tuple[QRect, Chip]] = []
        self._more = 0
        theme().changed.connect(self._place)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """All chips, in the order of the text."""
        return self._chips

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; a screen reader hears all of them."""
        self._chips = tuple(chips)
        spoken = "; ".join(chip.word for chip in self._chips)
        self.setAccessibleName(spoken)
        set_tooltip(self, "\n".join(chip.word for chip in self._chips[:40]))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what has room."""
        painter = QPainter(self)
        for room, chip in self._placed:
            paint_chip(painter, room, chip)
        painter.end()

    def _place(self) -> None:
        placed, rows = self._rows(self._chips)
        if len(placed) < len(self._chips):
            placed, rows = self._rows(sorted(self._chips, key=lambda chip: chip.kind == "ok"))
            left = len(self._chips) - len(placed) + 1  # the last place says how many more there are
            placed[-1] = (placed[-1][0], Chip("unknown", tr("entry.quick.more", n=left)))
        self._placed = placed
        height = max(rows, 1) * self._step() if self._chips else 0
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        self.update()

    def _rows(self, chips: Sequence[Chip]) -> tuple[list[tuple[QRect, Chip]], int]:
        placed: list[tuple[QRect, Chip]] = []
        left, row, whole = 0, 0, max(self.width(), 1)
        for chip in chips:
            width = min(chip_width(chip), whole)
            if left and left + width > whole:
                left, row = 0, row + 1
            if row == _MOST_ROWS:
                break
            placed.append((QRect(left, row * self._step(), width, self._step()), chip))
            left += width + _GAP
        return placed, min(row + 1, _MOST_ROWS)

    def _step(self) -> int:
        return theme().size("chip") + 6


class QuickBox(QFrame):
    """The box with its chips. Hidden until it is asked for, and as long as it holds nothing."""

    entered = Signal(str, bool)  # text, whether a scanner typed it
    shown = Signal()  # it came or went

    def __init__(self, reader: Reader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.quick_box")
        self.setProperty("role", "card")
        self._reader = reader
        self._offered: tuple[Offer, int, str] | None = (
            None  # the last one taken: which of its texts, and the result
        )
        self._caption = Label(parent=self, role="strong")
        self.box = QuickEdit(self)
        self.chips = ChipRows(self)
        self._hint = ElidedLabel(self, role="caption")
        self._soon = QTimer(self, singleShot=True, interval=0)  # a burst is read once
        self._soon.timeout.connect(self.refresh)
        self.box.textChanged.connect(lambda _text: self._soon.start())
        self.box.cursorPositionChanged.connect(lambda _old, _new: self._soon.start())
        self.box.enter_pressed.connect(lambda _backwards: self._enter())
        self.box.suggestion_keyed.connect(self._take_suggestion)
        self._lay_out()
        language().follow(self)
        self.hide()

    def open(self) -> None:
        """Show the box and put the focus into it; what stood there stands there."""
        if self.isHidden():
            self.show()
            self.shown.emit()
        self.refresh()
        self.box.setFocus()

    def put_away(self) -> None:
        """Hide the box if nothing is typed in it."""
        if not self.isHidden() and not self.box.text().strip():
            self.box.clear()
            self.hide()
            self.shown.emit()

    def clear(self) -> None:
        """Empty the box and hide it: another order is on the screen."""
        self.box.clear()
        self.put_away()

    def show_left(self, text: str, caret: int) -> None:
        """Show what Enter left, the caret at what needs somebody first."""
        self.box.setText(text)
        self.box.setCursorPosition(caret)
        self.refresh()

    def refresh(self) -> None:
        """Read the text anew: it, the customer or the desk's facts have changed."""
        if self.isHidden():
            return
        text = self.box.text()
        self.chips.show_chips(self._chips(text) if text.strip() else [])
        self.box.takes_suggestions = bool(text.strip()) and self._next_offer() is not None
        self._hint.show_text(
            tr("entry.quick.hint.take" if self.box.takes_suggestions else "entry.quick.hint")
        )

    def _chips(self, text: str) -> list[Chip]:
        read = self._reader.read(text)
        wrong = [Chip("hold", self._reader.problem_words(problem)) for problem in read.problems]
        tokens = [
            Chip("hold" if token.line is None else "ok", self._reader.words(token)) for token in read.tokens
        ]
        return [*wrong, *tokens]

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self._caption.setText(f"{tr('ui.action.line.quick')}  {key_text(action('line.quick').keys[0])}")
        self.box.setAccessibleName(tr("ui.action.line.quick"))
        self.box.setPlaceholderText("A105*12 B210*48>3x7d C330*2@40")
        self._hint.show_text(tr("entry.quick.hint"))
        self.refresh()

    def _enter(self) -> None:
        if self.box.text().strip():
            self.entered.emit(self.box.text(), self.box.is_scan)

    def _next_offer(self) -> tuple[Offer, int] | None:
        """Return what Tab would put in: the next text of an offer that was just taken, else a new one."""
        if self._offered is not None and self._offered[2] == self.box.text():
            offer, at, _ = self._offered
            return (offer, (at + 1) % len(offer.texts)) if len(offer.texts) > 1 else None
        found = self._reader.offer(self.box.text(), self.box.cursorPosition())
        return None if found is None else (found, 0)

    def _take_suggestion(self) -> None:
        found = self._next_offer()
        if found is None:
            return
        offer, at = found
        text, end = self.box.text(), offer.end
        if self._offered is not None and self._offered[2] == text:
            before, taken, _ = self._offered
            end = before.start + len(before.texts[taken])
        chosen = offer.texts[at]
        whole = f"{text[: offer.start]}{chosen}{text[end:]}"
        self._offered = (offer, at, whole)
        self.box.setText(whole)
        self.box.setCursorPosition(offer.start + len(chosen))
        self.refresh()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._caption)
        top.addWidget(self.box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 12, 5)
        column.setSpacing(3)
        column.addLayout(top)
        column.addWidget(self.chips)
        column.addWidget(self._hint)
