"""A list of records: a view to choose, a box to find in, and the rows, all from memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orderdesk.services.policy import allowing_row
from orderdesk.ui.backend import Backend
from orderdesk.ui.editors import Choice
from orderdesk.ui.find_box import FindBox
from orderdesk.ui.language import tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.records.presenter import CopyOf
from orderdesk.ui.records.specs import Option
from orderdesk.ui.screen import Screen, Summary
from orderdesk.ui.tables.columns import Column, Row
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_AT_ONCE = 300  # rows put on show at first, and each time the cursor comes near their end


class FindBar(QWidget):
    """Chooses a view and finds in it. Arrows in the box walk the list, so that the box stays in use."""

    view_chosen = Signal(object)
    text_changed = Signal(str)
    entered = Signal()

    def __init__(self, name: str, walks: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self.views = Choice(self, name=f"{name}.view")
        self.box = FindBox(walks, self, name=f"{name}.find")
        near = theme().space("near")
        row = QHBoxLayout(self)
        row.setContentsMargins(near, 0, near, near)
        row.setSpacing(near)
        row.addWidget(self.views)
        row.addWidget(self.box, 1)
        self.views.activated.connect(lambda at: self.view_chosen.emit(self._options[at].value))
        self.box.textChanged.connect(self.text_changed)
        self.box.enter_pressed.connect(lambda _backwards: self.entered.emit())

    def show_views(self, options: Sequence[Option], chosen: object) -> None:
        """Offer these views; nothing is chosen by that."""
        with QSignalBlocker(self.views):
            if tuple(options) != self._options:
                self._options = tuple(options)
                self.views.clear()
                self.views.addItems([one.word for one in options])
            at = [one.value for one in options].index(chosen)
            self.views.setCurrentIndex(at)


class RecordListScreen(Screen):
    """The list. Subclasses say its rows, views and columns, and which area opens a row."""

    record_area = ""
    command = ""  # who may give it may change these records
    find_hint = ""

    def __init__(
        self,
        backend: Backend,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        heading: str,
        spare: tuple[str, ...],
    ) -> None:
        super().__init__(parent)
        self.backend = backend
        self.lent = Lent(backend, self)
        self._heading = heading
        self._found: tuple[Row, ...] = ()
        self._shown = _AT_ONCE
        self.view: str = self.first_view()
        self.list = ListCard(
            RowsModel(columns, self), self, name=f"{self.screen_id}.list", heading=heading,
            empty=f"{self.screen_id}.empty", spare=spare,
        )  # fmt: skip
        self.bar = FindBar(self.screen_id, self.list.view, self.list)
        self.list.put_below_heading(self.bar)
        apart = theme().space("apart")
        column = QVBoxLayout(self)
        column.setContentsMargins(apart, apart, apart, apart)
        column.addWidget(self.list)
        self.setTabOrder(self.bar.views, self.bar.box)
        self.setTabOrder(self.bar.box, self.list.view)
        self.list.opened.connect(self._open)
        self.list.near_end.connect(self._show_more)
        self.list.moved.connect(self._moved)
        self.bar.view_chosen.connect(self.choose)
        self.bar.text_changed.connect(lambda _text: self.show_found(anew=True))
        self.bar.entered.connect(self._enter)
        backend.desk_changed.connect(self._desk_changed)
        backend.person_changed.connect(self._person_changed)
        self.retranslate()

    # what subclasses say

    def first_view(self) -> str:
        """Return the view that is chosen at first."""
        return "all"

    def views(self) -> Sequence[Option]:
        """Return the views with their words."""
        raise NotImplementedError

    def matching(self, view: str, text: str) -> Sequence[Row]:
        """Return all rows of a view that a text finds, best first; without a text in their usual order."""
        raise NotImplementedError

    # what the shell asks

    def title(self) -> str:
        """Return the words on the tab."""
        return tr(self._heading)

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        has_row = self.list.current() is not None
        opens = ("desk.open",) if has_row else ()
        copies = ("record.copy",) if has_row and self._may_change() else ()
        creates = ("record.new",) if self._may_change() else ()
        return (*opens, "find", "list", *creates, *copies, "refresh")

    def action_words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        return {"desk.open": "records.action.open", "list": "orders.action.view"}

    def run_action(self, action_id: str) -> bool:
        """Do it; Esc empties the find box, then leaves it."""
        if action_id == "back":
            return self._step_back()
        runs = {
            "desk.open": lambda: self._open(self.list.view.current_row()),
            "find": self._go_find,
            "list": self._open_views,
            "refresh": lambda: self.show_found(anew=False),
            "record.new": lambda: self.open_requested.emit(self.record_area, None),
            "record.copy": self._copy,
        }
        if action_id not in runs or action_id not in self.actions():
            return False
        runs[action_id]()
        return True

    def summary(self) -> Summary:
        """Return how many records the view has."""
        return Summary(self._counted())

    def panes(self) -> tuple[QWidget, ...]:
        """Return the find box and the list."""
        return (self.bar.box, self.list.view)

    def first_focus(self) -> None:
        """Go to the find box: whoever comes here looks for somebody."""
        self.bar.box.setFocus()

    def retranslate(self) -> None:
        """Say views, rows and count again."""
        self.bar.views.setAccessibleName(tr("orders.views"))
        self.bar.box.setAccessibleName(tr("ui.action.find"))
        self.bar.box.setPlaceholderText(tr(self.find_hint))
        self.show_found(anew=False)

    # showing

    def choose(self, view: str) -> None:
        """Show another view, with what stands in the find box."""
        self.view = view
        self.show_found(anew=True)

    def show_found(self, *, anew: bool) -> None:
        """Find again; ``anew`` puts the cursor on the best row, else it stays with its own."""
        self.bar.show_views(self.views(), self.view)
        text = self.bar.box.text().strip()
        self._found = tuple(self.matching(self.view, text))
        if anew:
            self._shown = _AT_ONCE
        self.list.say_when_empty(f"{self.screen_id}.empty.find" if text else f"{self.screen_id}.empty")
        self.list.show_rows(self._found[: self._shown], self._counted() if self._found else "")
        if anew and self._found:
            self.list.view.go_to(0)
        self.summary_changed.emit()
        self.actions_changed.emit()

    # inside

    def _counted(self) -> str:
        return tr(f"{self.screen_id}.count", n=len(self._found))

    def _may_change(self) -> bool:
        person = self.backend.person
        return person is not None and allowing_row(person.roles, self.command, "any") is not None

    def _show_more(self) -> None:
        if self._shown < len(self._found):
            self._shown += _AT_ONCE
            self.list.show_rows(self._found[: self._shown], self._counted())

    def _moved(self, _row: int) -> None:
        self.actions_changed.emit()
        self.row_in_focus(self.list.current())

    def row_in_focus(self, row: Row | None) -> None:
        """The cursor went to another row, or there is none."""

    def _open(self, at: int) -> None:
        rows = self.list.view.rows_model.rows
        if 0 <= at < len(rows):
            self.open_requested.emit(self.record_area, rows[at].id)

    def _copy(self) -> None:
        row = self.list.current()
        if row is not None:
            self.open_requested.emit(self.record_area, CopyOf(row.id))

    def _enter(self) -> None:
        """Open the only row there is; of several somebody has to choose one."""
        if len(self._found) == 1:
            self._open(0)
        elif self._found:
            self.list.view.setFocus()

    def _go_find(self) -> None:
        self.bar.box.setFocus()
        self.bar.box.selectAll()

    def _open_views(self) -> None:
        self.bar.views.setFocus()
        self.bar.views.showPopup()

    def _step_back(self) -> bool:
        if self.bar.box.text():
            self.bar.box.clear()
            return True
        if self.list.view.hasFocus() or self.list.is_empty:
            return False
        self.list.view.setFocus()
        return True

    def _desk_changed(self) -> None:
        self.show_found(anew=False)

    def _person_changed(self) -> None:
        self.actions_changed.emit()
