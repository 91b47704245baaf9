"""The form of a customer or an item that is new: a few boxes below the lines, filled without the mouse."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from orderdesk.errors import Problem
from orderdesk.ui.editors import CodeEdit, Edit, NumberEdit, TextEdit
from orderdesk.ui.fields import Field, WrapRow
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.form_panel import FormPanel
from orderdesk.ui.screens.entry.newcomers import Alike, Newcomer

_KINDS: dict[str, type[Edit]] = {"text": TextEdit, "code": CodeEdit, "number": NumberEdit}


class NewcomerPanel(FormPanel):
    """Enter goes on to the next box and creates in the last one, Ctrl+Enter creates from any.

    While it is on its way to the store, keys are held and played where the order goes on.
    """

    asked = Signal()  # to be created as it stands
    found = Signal()  # somebody alike is told now, or nobody any more

    def __init__(self, parent: QWidget, newcomer: Newcomer) -> None:
        super().__init__(parent, name=f"entry.new_{newcomer.kind}")
        self.newcomer = newcomer
        self._problems: tuple[Problem, ...] = ()
        self._alike: tuple[Alike, ...] = ()
        self.boxes: dict[str, Edit] = {}
        self._fields: dict[str, Field] = {}
        row = WrapRow(self)
        for box in newcomer.boxes:
            edit = _KINDS[box.kind](self, name=f"{self.objectName()}.{box.name}")
            edit.setMaxLength(box.longest)
            edit.textEdited.connect(lambda _text, name=box.name: self._typed(name))
            edit.enter_pressed.connect(lambda backwards, name=box.name: self._entered(name, backwards))
            edit.installEventFilter(self)
            self.boxes[box.name] = edit
            self._fields[box.name] = Field(f"newcomer.{newcomer.kind}.{box.name}", edit, self)
            row.add(self._fields[box.name], box.width, box.stretch)
        for one, other in pairwise(self.boxes.values()):
            self.setTabOrder(one, other)
        self.told = ElidedLabel(self, role="warn")
        self.told.setObjectName(f"{self.objectName()}.told")
        self.column.addWidget(row)
        self.column.addWidget(self.told)
        self.follow()

    @property
    def texts(self) -> dict[str, str]:
        """What is typed, by the name of its box."""
        return {name: box.text() for name, box in self.boxes.items()}

    @property
    def offered(self) -> Alike | None:
        """Who is there already, and can be taken by one key."""
        return self._alike[0] if self._alike else None

    def open_with(self, texts: dict[str, str]) -> None:
        """Show the form; the first box that is empty has the focus, at the earliest what must be typed."""
        self.fill(texts)
        self._problems = ()
        self._look()
        self.retranslate()
        self.show()
        first = next((box for box in self.boxes.values() if not box.text()), self.boxes["name"])
        self._go_to(first)
        self.shown.emit(True)

    def fill(self, texts: dict[str, str]) -> None:
        """Put texts into the boxes; the form stays as open as it is."""
        for name, box in self.boxes.items():
            box.setText(texts.get(name, ""))
            box.setCursorPosition(0)

    def forget(self) -> None:
        """Empty the boxes: it was created, taken, or given up."""
        for box in self.boxes.values():
            box.clear()

    def accept(self) -> bool:
        """Ask for it to be created; the panel stays open until it is."""
        if not self.is_reading:
            self.asked.emit()
        return False

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say beside each box what keeps it from being created, and go to the first; the texts stay."""
        self.forget_held()  # what was typed on was meant for the lines
        self._problems = problems
        self.retranslate()
        first = next((box for name, box in self.boxes.items() if self._problem_of(name)), None)
        if first is not None:
            self._go_to(first)

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self.title.setText(tr(f"newcomer.{self.newcomer.kind}.title"))
        self.sum.setText(self.newcomer.heading())
        self.hint.show_text(tr("newcomer.hint"))
        for name, field in self._fields.items():
            field.retranslate()
            problem = self._problem_of(name)
            self.boxes[name].set_problem("block" if problem else self._doubt_of(name))
            text = tr(problem.code, **problem.params) if problem else self.newcomer.reading(name, self.texts)
            field.show_note(text)
            self.boxes[name].setAccessibleDescription(text)
        self._tell_alike()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold what is typed on while it is being created: it is meant for the lines."""
        if self.is_reading and isinstance(event, QKeyEvent) and watched in self.boxes.values():
            if event.type() == QEvent.Type.KeyPress and event.key() != Qt.Key.Key_Escape:
                self.hold_key(event)
            return event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        return super().eventFilter(watched, event)

    def _typed(self, name: str) -> None:
        """What was mended is in order until somebody asks again."""
        self._problems = tuple(problem for problem in self._problems if problem.path != name)
        self._look()
        self.retranslate()
        self.typing.emit()

    def _look(self) -> None:
        before, self._alike = self._alike, self.newcomer.alike(self.texts)
        if before != self._alike:
            self.found.emit()

    def _entered(self, name: str, backwards: bool) -> None:
        names = list(self.boxes)
        at = names.index(name) + (-1 if backwards else 1)
        if at < len(names):
            self._go_to(self.boxes[names[max(at, 0)]])
        else:
            self.accept()

    def _go_to(self, box: Edit) -> None:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.selectAll()

    def _problem_of(self, name: str) -> Problem | None:
        return next((problem for problem in self._problems if problem.path == name), None)

    def _doubt_of(self, name: str) -> str:
        return "warn" if any(one.box == name for one in self._alike) else ""

    def _tell_alike(self) -> None:
        one = self.offered
        if one is None:
            self.told.show_text("")
        else:
            code = f"newcomer.alike.{one.box}"
            more = len(self._alike) - 1
            said = tr(code, code=one.code, name=one.words)
            self.told.show_text(f"{said} {tr('newcomer.alike.more', n=more)}" if more else said)
        self.told.setVisible(one is not None)
