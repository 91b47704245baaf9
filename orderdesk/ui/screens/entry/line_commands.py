"""What the clerk does to the lines: cells, whole lines, gifts, reasons, schedules. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from orderdesk.errors import UserError
from orderdesk.ui.completion import Suggestion
from orderdesk.ui.screens.entry.cell_copies import with_copied_cell
from orderdesk.ui.screens.entry.editing import (
    with_inserted_line,
    with_line,
    with_schedules,
    without_lines,
)
from orderdesk.ui.screens.entry.finding import ItemChoice
from orderdesk.ui.screens.entry.typed import Place, take_cell, with_gift
from orderdesk.ui.screens.entry.wording import local_name, price_text
from orderdesk.wire.drafts import LineDraft, NoteDraft, OrderDraft, ScheduleDraft, WhenShort

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.presenter import EntryPresenter


class LineCommands:
    """Edits of the grid, each one step of undo."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter

    def search(self, text: str) -> tuple[Suggestion, ...]:
        """Return the items that a code cell's text may mean."""
        presenter = self._presenter
        return presenter.items.search(text, presenter.draft, presenter.customer)

    def can_take(self, row: int, column: str, text: str) -> bool:
        """Return whether a cell's text can be read; if not, the strip says why and the editor stays open."""
        if column == "code":
            return True
        try:
            take_cell(self._place(row), column, text)
        except UserError as fault:
            self._presenter.fault(fault)
            return False
        return True

    def typed(self, row: int, column: str, value: object) -> None:
        """Take what was typed into a cell, or chosen for it."""
        presenter, place = self._presenter, self._place(row)
        try:
            draft = take_cell(place, column, value)
        except UserError as fault:
            presenter.fault(fault)
            return
        before = place.line
        if not presenter.change(column, draft) or row >= len(presenter.draft.lines):
            return
        line = presenter.draft.lines[row]
        if column == "quantity":
            self._tell_of_quantity(row, before, line)
        elif column == "code":
            presenter.grid.tell_of_twin(row)
        elif column == "price" and _lacks_reason(line):
            presenter.view.ask_reason(row)

    def unresolved(self, text: str, matches: int) -> None:
        """Say why a code was not taken, and what it may have meant."""
        alike = [one for one in self.search(text) if one.is_lookalike]
        if alike and isinstance(alike[0].value, ItemChoice):
            item = self._presenter.desk.items[alike[0].value.item_id]
            nearest = f"{item.code} {local_name(item.name, item.name_en)}"
            self._presenter.say("entry.item.nearest", "warn", text=text, nearest=nearest)
        elif matches:
            self._presenter.say("entry.item.several", "warn", text=text, n=matches)
        else:
            self._presenter.say("entry.item.unknown", "warn", text=text)

    def insert(self, row: int) -> None:
        """Put an empty line before a row."""
        presenter = self._presenter
        row = min(row, len(presenter.draft.lines))
        presenter.change("insert", with_inserted_line(presenter.draft, row, presenter.services.ids.new()))
        presenter.view.go_to_cell(row, "code")

    def delete(self, rows: Sequence[int]) -> None:
        """Delete lines at once; the strip offers the way back."""
        presenter = self._presenter
        gone = [row for row in rows if row < len(presenter.draft.lines)]
        if not gone:
            return
        presenter.change("delete", without_lines(presenter.draft, gone))
        presenter.view.go_to_cell(min(gone[0], len(presenter.draft.lines)), presenter.column)
        presenter.say_with_undo("entry.deleted", n=len(gone))

    def copy_above(self, row: int, column: str) -> bool:
        """Copy a cell of the line above; ``False`` where there is nothing above or nothing to copy."""
        presenter, place = self._presenter, self._place(row)
        if row < 1 or row > len(presenter.draft.lines):
            return False
        draft = with_copied_cell(place.draft, row - 1, row, column, place.new_id, place.desk, place.ids)
        return draft is not None and presenter.change("copy", draft)

    def toggle_gift(self, row: int) -> None:
        """Make a line a gift, or sell it again."""
        presenter, place = self._presenter, self._place(row)
        line = place.line
        if line is None or line.item_id is None:
            presenter.say("entry.gift.no_line", "warn")
            return
        presenter.change("gift", with_gift(place, not line.gift))
        if not line.gift:
            presenter.view.ask_reason(row)

    def reason_typed(self, row: int, text: str) -> None:
        """Take the reason of a manual price or of a gift."""
        presenter = self._presenter
        if row >= len(presenter.draft.lines):
            return
        line = presenter.draft.lines[row]
        name = "gift_reason" if line.gift else "manual_reason"
        presenter.change(
            "reason", with_line(presenter.draft, row, presenter.new_line_id, **{name: text.strip()})
        )

    def note(self, line_id: UUID, notes: tuple[NoteDraft, ...], when_short: WhenShort | None) -> None:
        """Take the notes of a line, and what its customer wishes when stock is short."""
        told = {"notes": notes, "when_short": when_short}
        lines = tuple(
            line.model_copy(update=told) if line.id == line_id else line
            for line in self._presenter.draft.lines
        )
        self._presenter.change("line_note", self._presenter.draft.model_copy(update={"lines": lines}))

    def schedule(self, schedules: Mapping[UUID, tuple[ScheduleDraft, ...]]) -> None:
        """Take the deliveries of some lines."""
        self._presenter.change("schedule", with_schedules(self._presenter.draft, schedules))

    def _place(self, row: int) -> Place:
        presenter = self._presenter
        return Place(presenter.draft, row, presenter.new_line_id, presenter.desk, presenter.services.ids)

    def _tell_of_quantity(self, row: int, before: LineDraft | None, line: LineDraft) -> None:
        """A changed quantity keeps a manual price and says so; deliveries that no longer add up are told."""
        if before is None or before.quantity is None or before.quantity == line.quantity:
            return
        if len(line.schedule) > 1:
            self._presenter.say("entry.quantity.schedule", "warn", line=row + 1)
        elif line.manual_price is not None:
            price = price_text(line.manual_price)
            self._presenter.say("entry.quantity.keeps_price", "info", line=row + 1, price=price)


def _lacks_reason(line: LineDraft) -> bool:
    if line.gift:
        return not line.gift_reason
    return line.manual_price is not None and not line.manual_reason


def lines_of(draft: OrderDraft, rows: Sequence[int]) -> tuple[LineDraft, ...]:
    """Return the lines of some rows; the blank row is no line."""
    return tuple(draft.lines[row] for row in rows if 0 <= row < len(draft.lines))
