"""All problems of an order at once, each a way to where it can be mended. The order stays open below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from orderdesk import words
from orderdesk.errors import Problem
from orderdesk.ui import icons
from orderdesk.ui.drawing import stand_level
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screens.entry.rows import field_of_path, row_of_path
from orderdesk.ui.theme import theme

_MOST_SHOWN = 4  # rows before the list scrolls: the order itself must stay in sight
_TONES = {"block": ("circle-alert", "error"), "warn": ("triangle-alert", "warn")}


class ProblemRow(QFrame):
    """One problem: where, what happened, what it means and what to do. The whole row is the way there."""

    chosen = Signal(object)

    def __init__(self, problem: Problem, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.problem = problem
        self.setObjectName("entry.problem")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        picture, tone = _TONES[problem.severity]
        sign = Label(parent=self)
        sign.setPixmap(icons.pixmap(picture, tone))
        place = Label(_place(problem), self, role="strong")
        place.setMinimumWidth(theme().px(64))
        text = Label(sentence, self)
        text.setWordWrap(True)
        stand_level(sign, text)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 10, 3)
        row.setSpacing(8)
        for widget, stretch in ((sign, 0), (place, 0), (text, 1)):
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{place.text()}: {text.text()}")

    def mousePressEvent(self, _event: object) -> None:
        """Go there."""
        self.chosen.emit(self.problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter or Space; the arrows walk the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.problem)
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class ProblemPanel(QFrame):
    """The list of problems of a submit. Hidden while there is none."""

    problem_chosen = Signal(object)  # Problem
    closed = Signal()

    def __init__(self, sentence_of: Callable[[Problem], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.problems")
        self._sentence_of = sentence_of
        self.setProperty("role", "card")
        self._problems: tuple[Problem, ...] = ()
        self._rows: list[ProblemRow] = []
        self._at = -1
        self._title = Label(parent=self, role="section")
        self._hint = ElidedLabel(self, role="caption")
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.closed)
        self._list = QWidget(self)
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._list)
        self._scroll.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        self._lay_out()
        language().follow(self)
        theme().changed.connect(self.retranslate)
        self.hide()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems on show, in the order of the list: what must be mended first."""
        return self._problems

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """List these problems; none hides the panel."""
        ordered = tuple(sorted(problems, key=_order))
        if ordered != self._problems:
            self._problems, self._at = ordered, -1
            self.retranslate()
        self.setVisible(bool(problems))

    def walk(self, step: int) -> None:
        """Go to the next or previous problem (Ctrl+F8, Ctrl+Shift+F8)."""
        if self._problems:
            self._at = (self._at + step) % len(self._problems) if self._at >= 0 or step > 0 else -1
            self._at %= len(self._problems)
            self._scroll.ensureWidgetVisible(self._rows[self._at])
            self.problem_chosen.emit(self._problems[self._at])

    def retranslate(self) -> None:
        """Say every problem in the present language."""
        blocks = sum(1 for problem in self._problems if problem.severity == "block")
        self._title.setText(tr("entry.problems.title", n=blocks) if blocks else tr("entry.problems.notes"))
        self._hint.show_text(tr("entry.problems.hint"))
        self._close.setIcon(icons.icon("x", "text_faint"))
        self._close.setIconSize(QSize(theme().px(14), theme().px(14)))
        self._close.setAccessibleName(tr("entry.problems.close"))
        set_tooltip(self._close, f"{tr('entry.problems.close')}  Esc")
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [
            ProblemRow(problem, self._sentence_of(problem), self._list) for problem in self._problems
        ]
        for row in self._rows:
            row.chosen.connect(self.problem_chosen)
            self._list_column.addWidget(row)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Texts wrap differently in another width."""
        super().resizeEvent(event)  # type: ignore[arg-type] # it is Qt's, handed on
        self._fit()

    def _fit(self) -> None:
        width = max(self.width() - 4, theme().px(300))
        heights = [row.heightForWidth(width) for row in self._rows]
        shown = sum(heights[:_MOST_SHOWN])
        self._scroll.setFixedHeight(min(shown, theme().px(150)) + 2)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 6, 6, 0)
        top.addWidget(self._title)
        top.addSpacing(10)
        top.addWidget(self._hint, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._scroll)


def _order(problem: Problem) -> tuple[bool, int]:
    """Sort what must be mended first, then from the top of the order down."""
    row = row_of_path(problem.path)
    return problem.severity != "block", -1 if row is None else row


def _place(problem: Problem) -> str:
    """Return where a problem is: its line as the grid numbers it, or the field of the header."""
    row = row_of_path(problem.path)
    if row is not None:
        return tr("entry.problems.line", row=row + 1)
    field = field_of_path(problem.path).removesuffix("_id")
    code = f"entry.field.{field}"
    return tr(code) if field and words.has(code, language().current) else tr("entry.problems.order")
