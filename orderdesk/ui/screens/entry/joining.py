"""What the parts of the entry screen report, and who answers: boxes, cells and panels joined together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.ui.theme import theme

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen


class Joining:
    """The joints of one entry screen."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen = screen
        self._connect()

    def take_quick_text(self, text: str, is_scan: bool) -> None:
        """Take what stands in the quick add box; what cannot be taken stays in it."""
        screen = self._screen
        taken = screen.presenter.quick.take(text, is_scan=is_scan)
        screen.lines.grid.go_to(len(screen.presenter.draft.lines), "code")
        screen.quick.show_left(taken.text, taken.caret)
        if taken.text:
            screen.quick.open()
        elif taken.unexplained is not None:
            screen.ask_reason(taken.unexplained)

    def _connect(self) -> None:
        screen = self._screen
        presenter, grid = screen.presenter, screen.lines.grid
        screen.header.customer.chosen.connect(presenter.customer_chosen)
        screen.header.customer.taken.connect(presenter.customer_taken)
        screen.header.customer.unresolved.connect(presenter.customer_unresolved)
        for committing in (*screen.header.committing.values(), *screen.more.committing.values()):
            committing.entered.connect(self._to_lines)
        screen.lines.model.edited.connect(presenter.lines.typed)
        grid.unresolved.connect(self._item_unresolved)
        grid.cell_changed.connect(screen.cell_changed)
        grid.past_end.connect(self._past_last_cell)
        grid.before_start.connect(self._before_first_cell)
        screen.lines.action_clicked.connect(screen.run_action)
        screen.lines.gift_clicked.connect(self._toggle_gift)
        grid.pasted.connect(presenter.pasting.paste)
        screen.lines.reason.given.connect(presenter.lines.reason_typed)
        screen.lines.reason.left.connect(grid.setFocus)
        screen.lines.go_to.entered.connect(screen.keys.line_asked)
        screen.lines.reading = screen.answers.quantity_reading
        screen.quick.entered.connect(self.take_quick_text)
        screen.quick.shown.connect(screen.fit_header)
        screen.schedule.accepted.connect(self._schedule_accepted)
        screen.schedule.refused.connect(self._refused)
        screen.schedule.shown.connect(screen.fit_header)
        screen.memory.connect()
        screen.facts.connect()
        screen.problem_panel.problem_chosen.connect(presenter.go_to_problem)
        screen.problem_panel.closed.connect(screen.keys.close_problems)
        screen.totals.action_clicked.connect(screen.run_action)
        screen.parked.resumed.connect(presenter.parking.resume)
        screen.parked.shown.connect(screen.fit_header)
        screen.page.turned.connect(screen.context_requested)
        screen.page.set_files(screen.files.page)
        screen.files.page.counted.connect(screen.page.count_files)
        theme().changed.connect(screen.retranslate)

    def _to_lines(self) -> None:
        self._screen.go_to_cell(*self._screen.presenter.first_open_cell())

    def _past_last_cell(self, _path: str) -> None:
        self._screen.totals.submit_button.setFocus()

    def _before_first_cell(self, path: str) -> None:
        header, more = self._screen.header, self._screen.more
        boxes = more.boxes() if path == "tab" and more.isVisible() else header.boxes()
        list(boxes.values())[-1].setFocus()

    def _item_unresolved(self, _row: int, key: str, text: str, matches: int) -> None:
        if key == "code":
            self._screen.presenter.lines.unresolved(text, matches)
        else:
            self._screen.say("entry.unit.unknown", "warn", text=text)

    def _toggle_gift(self) -> None:
        if self._screen.lines.grid.finish_editing():
            self._screen.presenter.lines.toggle_gift(self._screen.lines.grid.current_row())

    def _schedule_accepted(self, schedules: Mapping[UUID, tuple]) -> None:
        self._screen.presenter.lines.schedule(schedules)
        self._screen.lines.grid.setFocus()

    def _refused(self, fault: OrderDeskError) -> None:
        self._screen.presenter.fault(fault)
