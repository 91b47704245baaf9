"""The parts that a card is put together from: sections of short lines, key figures, captions with values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.drawing import stand_level
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.safety import Label, repolish, set_tooltip
from orderdesk.ui.screens.inbox.card_notes import Note, Tone
from orderdesk.ui.theme import theme

_ICONS = {
    "!": ("triangle-alert", "warn"),
    "+": ("plus", "done"),
    "-": ("minus", "error"),
    "~": ("pencil", "info"),
    "approved": ("check", "done"),
    "active": ("circle-dot", "accent"),
    "waiting": ("clock", "text_faint"),
    "refused": ("x", "error"),
    "sent_back": ("corner-up-left", "warn"),
    "history": ("history", "text_faint"),
}


def set_role(label: Label, role: str) -> None:
    """Give a label another role of the style sheet."""
    if label.property("role") != role:
        label.setProperty("role", role)
        repolish(label)


class NoteSection(QFrame):
    """A titled list of notes. Without notes it takes no room."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.title = Label(parent=self, role="section")
        self._rows: list[tuple[Label, Label]] = []
        self._notes: tuple[Note, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addStretch(1)
        theme().changed.connect(self._draw)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes on show."""
        return self._notes

    def show_notes(self, title: str, notes: Sequence[Note]) -> None:
        """Show ``notes`` under ``title``; a screen reader hears sign and words."""
        self.title.setText(title)
        self._notes = tuple(notes)
        self._draw()
        self.setVisible(bool(self._notes))

    def _draw(self) -> None:
        while len(self._rows) < len(self._notes):
            self._add_row()
        for at, (sign, text) in enumerate(self._rows):
            is_used = at < len(self._notes)
            sign.setVisible(is_used)
            text.setVisible(is_used)
            if is_used:
                self._draw_note(sign, text, self._notes[at])

    def _draw_note(self, sign: Label, text: Label, note: Note) -> None:
        drawn = _ICONS.get(note.sign)
        if drawn is not None:
            sign.setPixmap(icons.pixmap(*drawn, theme().px(14)))
        else:
            sign.clear()
        sign.setFixedWidth(theme().px(16))
        # A note without a sign begins where the signs do, not where the other notes' words do.
        at = self._rows.index((sign, text))
        sign.setVisible(drawn is not None)
        self._grid.addWidget(text, at, 1 if drawn is not None else 0, 1, 1 if drawn is not None else 2)
        shown = f"{note.text}  !" if note.is_limit and note.sign in ("+", "-", "~") else note.text
        text.setText(shown)
        text.setAccessibleName(f"{note.sign} {shown}" if note.sign in ("+", "-", "~", "!") else shown)
        stand_level(sign, text)
        set_role(text, "warn" if note.is_limit else "quiet" if note.is_quiet else "")

    def _add_row(self) -> None:
        at = len(self._rows)
        sign, text = Label(parent=self), Label(parent=self)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(sign, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, at, 1)
        self._rows.append((sign, text))


class Figure(QFrame):
    """One key figure: caption, value, and a quiet line under it."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.caption = Label(parent=self, role="caption")
        self.value = Label(parent=self, role="strong")
        self.note = ElidedLabel(self, role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(1)
        for label in (self.caption, self.value, self.note):
            column.addWidget(label)

    def show_figure(self, caption: str, value: str, note: str = "", tone: Tone = "", tip: str = "") -> None:
        """Show the figure; ``tone`` colours the value beside what its words say."""
        self.caption.setText(caption)
        self.value.setText(value)
        self.value.setAccessibleName(f"{caption}: {value}")
        self.note.show_text(note)
        set_role(self.value, tone or "strong")
        self.value.setFont(theme().font(strong=True))
        set_tooltip(self, tip)


class FigureRow(QWidget):
    """Key figures side by side, in two rows where they are too wide for one."""

    def __init__(self, figures: Sequence[Figure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = tuple(figures)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._columns = 0
        for figure in self._figures:
            figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.fit(10_000)

    def fit(self, width: int) -> None:
        """Arrange the figures for a width in logical pixels."""
        columns = len(self._figures) if width >= theme().px(150) * len(self._figures) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for at, figure in enumerate(self._figures):
            self._grid.addWidget(figure, at // columns, at % columns)
        for at in range(len(self._figures)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


class Facts(QFrame):
    """Captions with their values, one below the other; empty ones are left out."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.title = Label(parent=self, role="section")
        self._rows: list[tuple[Label, Label]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_facts(self, title: str, facts: Sequence[tuple[str, str]]) -> None:
        """Show pairs of caption and value."""
        self.title.setText(title)
        filled = [fact for fact in facts if fact[1]]
        while len(self._rows) < len(filled):
            self._add_row()
        for at, (caption, value) in enumerate(self._rows):
            caption.setVisible(at < len(filled))
            value.setVisible(at < len(filled))
            if at < len(filled):
                caption.setText(filled[at][0])
                value.setText(filled[at][1])

    def _add_row(self) -> None:
        at = len(self._rows)
        caption, value = Label(parent=self, role="quiet"), Label(parent=self)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, at, 1)
        self._rows.append((caption, value))


class Pair(QWidget):
    """Two sections side by side, or one below the other where the room is narrow."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(left, 1)
        self._box.addWidget(right, 1)

    def fit(self, width: int) -> None:
        """Arrange the two for a width in logical pixels."""
        beside = width >= theme().px(640)
        self._box.setDirection(
            QHBoxLayout.Direction.LeftToRight if beside else QHBoxLayout.Direction.TopToBottom
        )
