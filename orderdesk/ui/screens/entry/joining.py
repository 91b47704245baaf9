"""What the parts of the entry screen report, and who answers: boxes, cells and panels joined together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from orderdesk.errors import OrderDeskError
from orderdesk.ui.fields import Committing
from orderdesk.ui.theme import theme

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.more import MoreCard
    from orderdesk.ui.screens.entry.parked_panel import ParkedPanel
    from orderdesk.ui.screens.entry.schedule_panel import SchedulePanel
    from orderdesk.ui.screens.entry.view import EntryScreen


class Joining:
    """The joints of one entry screen."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen = screen

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

    def make_more(self, parent: QWidget) -> MoreCard:
        """Make what is folded out of the header, as the order stands."""
        from orderdesk.ui.screens.entry.more import MoreCard

        presenter = self._screen.presenter
        more = MoreCard(presenter.field_typed, parent)
        more.show_draft(presenter.draft, presenter.desk)
        self._join_boxes(more.committing)
        return more

    def make_schedule(self, parent: QWidget) -> SchedulePanel:
        """Make the panel that plans deliveries."""
        from orderdesk.ui.screens.entry.schedule_panel import SchedulePanel

        panel = SchedulePanel(parent)
        panel.accepted.connect(self._schedule_accepted)
        panel.refused.connect(self._refused)
        panel.shown.connect(self._screen.fit_header)
        return panel

    def make_parked(self, parent: QWidget) -> ParkedPanel:
        """Make the list of parked orders."""
        from orderdesk.ui.screens.entry.parked_panel import ParkedPanel

        panel = ParkedPanel(lambda: self._screen.presenter.desk, parent)
        panel.resumed.connect(self._screen.presenter.parking.resume)
        panel.shown.connect(self._screen.fit_header)
        return panel

    def connect(self) -> None:
        """Join what is there from the start."""
        screen = self._screen
        presenter, grid = screen.presenter, screen.lines.grid
        screen.header.customer.chosen.connect(presenter.customer_chosen)
        screen.header.customer.taken.connect(presenter.customer_taken)
        screen.header.customer.unresolved.connect(presenter.customer_unresolved)
        self._join_boxes(screen.header.committing)
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
        screen.memory.connect()
        screen.facts.connect()
        screen.problem_panel.problem_chosen.connect(presenter.go_to_problem)
        screen.problem_panel.closed.connect(screen.keys.close_problems)
        screen.totals.action_clicked.connect(screen.run_action)
        screen.page.turned.connect(screen.context_requested)
        screen.page.set_files(screen.files.page)
        screen.files.page.counted.connect(screen.page.count_files)
        theme().changed.connect(screen.retranslate)

    def _join_boxes(self, boxes: Mapping[str, Committing]) -> None:
        for committing in boxes.values():
            committing.entered.connect(self._to_lines)
            committing.typing.connect(self._screen.keep_soon)

    def _to_lines(self) -> None:
        self._screen.go_to_cell(*self._screen.presenter.first_open_cell())

    def _past_last_cell(self, _path: str) -> None:
        self._screen.totals.submit_button.setFocus()

    def _before_first_cell(self, path: str) -> None:
        header, more = self._screen.header, self._screen.more
        boxes = more.part.boxes() if path == "tab" and more.is_open else header.boxes()
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
