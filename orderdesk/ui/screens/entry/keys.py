"""What the keys of the entry screen do: each is one step, and says by its answer whether it did anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.ui.editors import Choice
from orderdesk.ui.screens.entry.context_page import PageName
from orderdesk.ui.screens.entry.line_commands import lines_of
from orderdesk.ui.screens.entry.plan import Plan
from orderdesk.ui.tables.grid_view import GridView

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen


def has_focus(part: QWidget) -> bool:
    """Return whether the focus is on a part of the screen or inside it."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is part or part.isAncestorOf(focus))


class EntryKeys:
    """The actions of one entry screen."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen = screen
        self._runs: dict[str, Callable[[], bool]] = {
            "finish": self.submit,
            "draft.save": self._save,
            "draft.park": self._park,
            "order.new": self._new,
            "undo": self._undo,
            "redo": self._redo,
            "back": self._back,
            "edit": self._edit,
            "list": self._open_list,
            "columns": self._choose_columns,
            "copy.above": self._copy_above,
            "line.fill": self._fill,
            "line.merge": self._merge,
            "go.line": self._go_to_line,
            "recalculate": self._reprice,
            "line.quick": self._quick,
            "line.insert": self._insert,
            "line.delete": self._delete,
            "line.deliveries": self._deliveries,
            "go.header": lambda: self._focus_field("customer"),
            "go.last_line": self._last_line,
            "price.why": lambda: self._turn("price"),
            "item.history": lambda: self._turn("history"),
            "route.why": lambda: self._turn("route"),
            "stock.show": lambda: self._turn("stock"),
            "problem.next": lambda: self._walk_problems(1),
            "problem.previous": lambda: self._walk_problems(-1),
        }

    def run(self, action_id: str) -> bool:
        """Do an action; return whether there was anything to do."""
        for room in (self._screen.files, self._screen.memory, self._screen.facts, self._screen.change):
            taken = room.run(action_id)
            if taken is not None:
                return taken
        run = self._runs.get(action_id)
        return run() if run is not None else False

    def submit(self) -> bool:
        """Send the order: what is open is taken first, so that 24 is not booked as 1."""
        if self._screen.schedule.is_open and not self._screen.schedule.part.accept():
            return True
        if self._screen.finish_open() and self._screen.take_quick():
            self._screen.presenter.submit()
        return True

    def submit_all(self) -> None:
        """Send the order with what stands in an open panel."""
        self.run("finish")

    def _save(self) -> bool:
        if self._screen.finish_open():
            self._screen.presenter.keeper.save(said=True)
        return True

    def _park(self) -> bool:
        """Park what stands here; on a blank order show what is parked."""
        screen = self._screen
        if screen.close_parked():
            screen.go_to_field("customer")
        elif screen.finish_open() and screen.take_quick():
            parking = screen.presenter.parking
            parking.park() if parking.can_park else parking.list_parked()
        return True

    def _new(self) -> bool:
        """A blank order is new already; any other stays in its tab, and the shell opens another."""
        if not self._screen.presenter.session.is_blank or self._screen.header.customer.is_changed:
            return False
        self._screen.go_to_field("customer")
        return True

    def _undo(self) -> bool:
        return self._screen.finish_open() and self._screen.presenter.undo()

    def _redo(self) -> bool:
        return self._screen.finish_open() and self._screen.presenter.redo()

    def _back(self) -> bool:
        """One step back: panel, reason, list of problems, typed box, row."""
        grid = self._screen.lines.grid
        if self._screen.close_plan():
            grid.setFocus()
            return True
        if self._screen.close_parked():
            self._screen.go_to_field("customer")
            return True
        if self._screen.lines.reason.give_up() or self._screen.lines.go_to.give_up():
            grid.setFocus()
            return True
        if has_focus(self._screen.quick):
            self._screen.quick.put_away()
            grid.setFocus()
            return True
        if self._restore_box():
            return True
        if self._screen.problem_panel.isVisible():
            self.close_problems()
            return True
        if grid.hasFocus() and grid.current_row() < self._screen.lines.model.rowCount() - 1:
            self._last_line()
            return True
        return self._screen.change.step_back()

    def _restore_box(self) -> bool:
        focus = QApplication.focusWidget()
        if focus is self._screen.header.customer:
            return self._screen.header.customer.restore()
        boxes, committing = self._screen.boxes(), self._screen.committing()
        return any(
            box is focus and name in committing and committing[name].restore() for name, box in boxes.items()
        )

    def _edit(self) -> bool:
        focus = QApplication.focusWidget()
        if isinstance(focus, GridView) and focus in (self._screen.lines.grid, self._plan_table()):
            self._screen.presenter.settle()
            return focus.open_editor() is not None
        return False

    def _open_list(self) -> bool:
        focus = QApplication.focusWidget()
        if isinstance(focus, Choice):
            focus.showPopup()
        elif focus is self._screen.header.customer:
            self._screen.header.customer.open_list()
        elif (table := self._plan_table()) is not None and has_focus(table):
            table.open_list()
        elif focus is self._screen.lines.grid or (focus and self._screen.lines.grid.isAncestorOf(focus)):
            if self._screen.presenter.column == "deliver":
                return self._deliveries()
            self._screen.lines.grid.open_list()
        else:
            return False
        return True

    def _plan_table(self) -> GridView | None:
        return self._screen.schedule.part.table if self._screen.schedule.is_open else None

    def _choose_columns(self) -> bool:
        self._screen.columns.open_menu()
        return True

    def _copy_above(self) -> bool:
        grid = self._screen.lines.grid
        if grid.editor() is not None:
            grid.revert_editor()  # what is half typed gives way to the copy
        copied = self._screen.presenter.lines.copy_above(grid.current_row(), grid.current_key())
        if copied:
            grid.setFocus()
            grid.walk("tab")
        return copied

    def _fill(self) -> bool:
        lines = self._screen.lines
        if lines.grid.editor() is not None:
            lines.grid.revert_editor()  # what is half typed gives way to the copy
        return self._screen.presenter.grid.fill_down(lines.selected_cells())

    def _merge(self) -> bool:
        if self._screen.lines.grid.finish_editing():
            self._screen.presenter.grid.merge(self._screen.lines.grid.current_row())
        return True

    def _go_to_line(self) -> bool:
        if self._screen.lines.grid.finish_editing():
            self._screen.lines.reason.finish()
            self._screen.lines.go_to.ask(len(self._screen.presenter.draft.lines))
        return True

    def line_asked(self, text: str) -> None:
        """Go to the line whose number was typed; one that is not there keeps the box open."""
        box = self._screen.lines.go_to
        if not self._screen.presenter.grid.go_to(text):
            box.box.set_problem("block")
            return
        box.give_up()

    def _reprice(self) -> bool:
        if self._screen.finish_open():
            self._screen.presenter.grid.reprice()
        return True

    def _quick(self) -> bool:
        if self._screen.finish_open():
            self._screen.quick.open()
        return True

    def _insert(self) -> bool:
        if self._screen.schedule.is_open:
            self._screen.schedule.part.insert_row()
        elif self._screen.lines.grid.finish_editing():
            self._screen.presenter.lines.insert(max(self._screen.lines.grid.current_row(), 0))
        return True

    def _delete(self) -> bool:
        if self._screen.schedule.is_open:
            self._screen.schedule.part.delete_row()
            return True
        grid = self._screen.lines.grid
        rows = self._screen.lines.selected_rows()
        if grid.editor() is not None:
            grid.revert_editor()
        self._screen.presenter.lines.delete(rows)
        return True

    def _deliveries(self) -> bool:
        if not self._screen.lines.grid.finish_editing():
            return True
        rows = self._screen.lines.selected_rows()
        draft = self._screen.presenter.draft
        lines = [line for line in lines_of(draft, rows) if line.item_id is not None and line.quantity]
        if not lines:
            self._screen.say("entry.schedule.no_line", "warn")
            return True
        self._screen.memory.close_all()
        self._screen.facts.close_all()
        plan = Plan(draft, lines, self._screen.presenter.desk, self._screen.presenter.services.ids)
        self._screen.schedule.part.open(plan, self._screen.presenter.desk, self._screen.presenter.customer)
        return True

    def _focus_field(self, name: str) -> bool:
        if self._screen.lines.grid.finish_editing():
            self._screen.go_to_field(name)
        return True

    def _last_line(self) -> bool:
        if self._screen.lines.grid.finish_editing():
            self._screen.go_to_cell(self._screen.lines.model.rowCount() - 1, "code")
        return True

    def _turn(self, page: PageName) -> bool:
        self._screen.presenter.settle()
        self._screen.page.turn_to(page)
        self._screen.context_requested.emit()
        return True

    def _walk_problems(self, step: int) -> bool:
        if not self._screen.lines.grid.finish_editing():
            return True
        if self._screen.problem_panel.problems:
            self._screen.problem_panel.walk(step)
        else:
            self._screen.presenter.pasting.review()
        return True

    def close_problems(self) -> None:
        """Put the list of problems away and go back to the lines."""
        self._screen.presenter.problems = ()
        self._screen.presenter.earlier.put_away()
        self._screen.show_problems(())
        self._screen.show_lines(self._screen.presenter.rows())
        self._screen.lines.grid.setFocus()
