"""A short page of facts, as the context panel shows them: words left, figures right, sentences below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from orderdesk.ui import icons
from orderdesk.ui.drawing import stand_level
from orderdesk.ui.safety import Label

Kind = Literal["row", "head", "note", "rule", "total"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a page. ``icon`` stands before a sentence; ``tone`` is a label's role (warn, error, …)."""

    left: str = ""
    right: str = ""
    kind: Kind = "row"
    tone: str = ""
    icon: str = ""


_FILLS = Qt.AlignmentFlag(0)
RULE = Fact(kind="rule")


def head(text: str) -> Fact:
    """Return a quiet heading."""
    return Fact(text, kind="head")


def note(text: str, tone: str = "quiet", icon: str = "") -> Fact:
    """Return a sentence over the whole width."""
    return Fact(text, kind="note", tone=tone, icon=icon)


class FactSheet(QWidget):
    """Shows facts. Labels are made anew only where a fact of another kind stands now."""

    def __init__(self, parent: QWidget | None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._facts: tuple[Fact, ...] = ()
        self._rows: dict[int, list[QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def text(self) -> str:
        """The page as plain text, one fact a line: what is copied and what tests read."""
        lines = ["  ".join(part for part in (fact.left, fact.right) if part) for fact in self._facts]
        return "\n".join(line for line in lines if line)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts."""
        before, self._facts = self._facts, tuple(facts)
        for at, (old, new) in enumerate(zip_longest(before, self._facts)):
            if old is not None and new is not None and replace(old, left=new.left, right=new.right) == new:
                self._say(self._rows.get(at, []), old, new)
                continue
            for label in self._rows.pop(at, []):
                self._grid.removeWidget(label)
                label.hide()
                label.deleteLater()
            if new is not None:
                self._add(at, new)

    def redraw(self) -> None:
        """Make the labels anew, for another text size or another palette."""
        facts = self._facts
        self.show_facts(())
        self.show_facts(facts)

    def _say(self, labels: Sequence[QWidget], old: Fact, new: Fact) -> None:
        """Put other words into the labels of a fact; a text stands behind its icon."""
        texts = (new.left,) if new.kind in ("head", "note") else (new.left, new.right)
        shown = [label for label in labels if isinstance(label, Label)][-len(texts) :]
        for label, text, stood in zip(shown, texts, (old.left, old.right), strict=False):
            if text != stood:
                label.setText(text)

    def _add(self, at: int, fact: Fact) -> None:
        if fact.kind == "rule":
            line = QFrame(self)
            line.setProperty("role", "rule")
            self._place(line, at, 0, 3)
            return
        if fact.kind in ("head", "note"):
            self._add_text(at, fact)
            return
        left = self._label(fact.left, "strong" if fact.kind == "total" else "quiet")
        right = self._label(fact.right, fact.tone or ("strong" if fact.kind == "total" else ""))
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        right.setWordWrap(False)
        self._place(left, at, 0, 2)
        self._place(right, at, 2, 1)

    def _add_text(self, at: int, fact: Fact) -> None:
        text = self._label(fact.left, "caption" if fact.kind == "head" else fact.tone)
        if fact.icon:
            sign = Label(parent=self)
            tone = fact.tone if fact.tone in ("warn", "error", "done", "info") else "text_quiet"
            sign.setPixmap(icons.pixmap(fact.icon, tone))
            stand_level(sign, text)
            self._place(sign, at, 0, 1, Qt.AlignmentFlag.AlignTop)
            self._place(text, at, 1, 2)
        else:
            self._place(text, at, 0, 3)

    def _label(self, text: str, role: str) -> Label:
        label = Label(text, self, role=role)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _place(
        self, widget: QWidget, row: int, column: int, span: int, align: Qt.AlignmentFlag = _FILLS
    ) -> None:
        self._grid.addWidget(widget, row, column, 1, span, align)
        self._rows.setdefault(row, []).append(widget)
        widget.show()
