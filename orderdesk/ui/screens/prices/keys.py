"""What the keys of the price screen do, and which of them work now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from orderdesk.ui.editors import Choice
from orderdesk.ui.focus import holds_focus

if TYPE_CHECKING:
    from orderdesk.ui.screens.prices.screen import PricesScreen

LIST_LETTERS = ("desk.open", "prices.mark", "prices.new", "prices.copy", "prices.end", "prices.import",
                "help.keys")  # fmt: skip
_WORDS = {
    "finish": "prices.action.save", "draft.save": "prices.action.save", "desk.open": "prices.action.open",
    "line.insert": "prices.action.insert", "line.delete": "prices.action.delete",
    "list": "prices.action.group",
}  # fmt: skip


class PriceKeys:
    """The actions of one price screen."""

    def __init__(self, screen: PricesScreen) -> None:
        self._screen = screen
        self._runs: dict[str, Callable[[], bool]] = {
            "desk.open": self._open,
            "refresh": self._refresh,
            "find": self._find,
            "list": self._list,
            "edit": self._edit,
            "undo": lambda: self._taken() and screen.presenter.undo(),
            "redo": lambda: self._taken() and screen.presenter.redo(),
            "finish": self._save,
            "draft.save": self._save,
            "line.insert": lambda: self._taken() and screen.presenter.cells.insert(screen.card.current_row()),
            "line.delete": self._delete,
            "line.fill": self._fill_down,
            "problem.next": lambda: self._problem(1),
            "problem.previous": lambda: self._problem(-1),
            "prices.mark": self._mark,
            "prices.new": lambda: self._form(copies=False),
            "prices.copy": lambda: self._form(copies=True),
            "prices.end": self._end,
            "prices.break": lambda: (
                self._taken() and screen.presenter.cells.add_break(screen.card.current_row())
            ),
            "export": lambda: self._taken() and screen.ask_export(),
            "prices.import": lambda: self._taken() and screen.ask_import(),
            "prices.change": lambda: self._taken() and screen.card.open_change(),
            "back": self._back,
        }

    def offered(self) -> tuple[str, ...]:
        """Return what works now, in the order of the key bar."""
        screen, presenter = self._screen, self._screen.presenter
        shown = ("desk.open",) if screen.current_head() is not None else ()
        marks = ("prices.mark",) if screen.current_head() is not None else ()
        always = (*shown, *marks, "find", "list", "export", "refresh")
        if not presenter.can_edit:
            return always
        saves = ("finish", "draft.save") if presenter.is_modified or not screen.form.isHidden() else ()
        undo = ("undo",) if presenter.book.undo_name else ()
        redo = ("redo",) if presenter.book.redo_name else ()
        walks = ("problem.next", "problem.previous") if self._has_problems() else ()
        of_list = ("prices.copy", "prices.end", "prices.import") if screen.current_head() is not None else ()
        lists = ("prices.new", *of_list)
        return (*saves, *self._of_cells(), *undo, *redo, *walks, *lists, *always)

    def words(self) -> Mapping[str, str]:
        """Return what this screen calls its actions."""
        return _WORDS

    def run(self, action_id: str) -> bool:
        """Do an action; return whether there was anything to do."""
        run = self._runs.get(action_id)
        return run() if run is not None else False

    def _of_cells(self) -> tuple[str, ...]:
        screen = self._screen
        if screen.card.is_comparing:
            return ("edit",)
        row = screen.card.current_row()
        of_row = () if row is None or row.id is None else (
            "edit", "line.insert", "line.delete", "prices.break", "line.fill"
        )  # fmt: skip
        return (*of_row, "prices.change")

    def _has_problems(self) -> bool:
        return bool(self._screen.card.problems.rows) or self._screen.presenter.cells.needs_review

    def _taken(self) -> bool:
        return self._screen.card.finish()

    def _open(self) -> bool:
        self._screen.card.enter()
        return True

    def _refresh(self) -> bool:
        self._screen.presenter.refresh()
        return True

    def _find(self) -> bool:
        box = self._screen.pane.box if self._screen.is_in_lists else self._screen.card.bar.box
        box.setFocus()
        box.selectAll()
        return True

    def _list(self) -> bool:
        focus = QApplication.focusWidget()
        if isinstance(focus, Choice):
            focus.showPopup()
            return True
        grid = self._screen.card.shown_grid
        if focus is grid or (focus is not None and grid.isAncestorOf(focus)):
            return grid.open_list()
        self._screen.card.bar.group.setFocus()
        self._screen.card.bar.group.showPopup()
        return True

    def _edit(self) -> bool:
        grid = self._screen.card.shown_grid
        return grid.hasFocus() and grid.open_editor() is not None

    def _save(self) -> bool:
        if not self._screen.form.isHidden():
            self._screen.form.submit()
            return True
        return not self._taken() or self._screen.presenter.saving.save()

    def _delete(self) -> bool:
        grid = self._screen.card.grid
        if grid.editor() is not None:
            grid.revert_editor()
        return self._screen.presenter.cells.delete(self._screen.card.marked_rows())

    def _fill_down(self) -> bool:
        card = self._screen.card
        return self._taken() and self._screen.presenter.cells.fill_down(
            card.marked_rows(), card.grid.current_key()
        )

    def _problem(self, step: int) -> bool:
        if not self._taken():
            return True
        if self._screen.presenter.cells.needs_review:
            return self._screen.presenter.cells.review()
        return self._screen.card.problems.walk(step)

    def _mark(self) -> bool:
        head = self._screen.current_head()
        if head is None or not self._taken():
            return False
        self._screen.presenter.mark(head.id)
        return True

    def _form(self, *, copies: bool) -> bool:
        head = self._screen.current_head()
        if not self._screen.presenter.can_edit or (copies and head is None) or not self._taken():
            return False
        self._screen.open_form(head if copies else None)
        return True

    def _end(self) -> bool:
        head = self._screen.current_head()
        if not self._screen.presenter.can_edit or head is None or not self._taken():
            return False
        self._screen.open_end(head)
        return True

    def _back(self) -> bool:
        """One step back: panel, find box, lists side by side, from the grid to the lists."""
        screen = self._screen
        if screen.close_panels():
            return True
        for box, home in (
            (screen.card.bar.box, screen.card.shown_grid),
            (screen.pane.box, screen.lists.view),
        ):
            if box.hasFocus():
                if box.text():
                    box.clear()
                else:
                    home.setFocus()
                return True
        if not screen.is_in_lists and holds_focus(screen.card):
            screen.lists.view.setFocus()
            return True
        return screen.presenter.unmark_all()
