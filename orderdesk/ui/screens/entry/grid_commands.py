"""What the keys of the grid do to several lines at once: fill, merge, go to, reprice. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from orderdesk.errors import Problem, UserError
from orderdesk.rules.entry import read_number
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screens.entry.cell_copies import with_copied_cell
from orderdesk.ui.screens.entry.editing import without_quotations
from orderdesk.ui.screens.entry.same_item import twin_of, with_merged_line
from orderdesk.ui.screens.entry.sending import shown_prices
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.wording import price_text
from orderdesk.wire.drafts import MAX_LINES, OrderDraft

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.presenter import EntryPresenter


class GridCommands:
    """Each of these is one step of undo, or none at all."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._told: dict[UUID, Decimal] = {}  # prices the clerk was told that may have changed since

    # fill

    def fill_down(self, cells: Sequence[tuple[int, str]]) -> bool:
        """Copy the topmost marked cell of each column into those below it; a cell alone takes the one above.

        Returns whether there was anything to fill.
        """
        presenter = self._presenter
        draft, filled, passed = presenter.draft, 0, 0
        for source, row, column in _pairs(cells, len(draft.lines)):
            ids = presenter.services.ids
            made = with_copied_cell(draft, source, row, column, presenter.new_line_id, presenter.desk, ids)
            if made is None:
                passed += 1
            else:
                draft, filled = made, filled + 1
        if not filled or not presenter.change("fill", draft):
            presenter.say("grid.fill.nothing", "warn" if passed else "info")
            return False
        code = "grid.fill.some" if passed else "grid.filled"
        presenter.say_with_undo(code, n=filled, passed=passed)
        return True

    # the same item twice

    def tell_of_twin(self, row: int) -> None:
        """Say where the item of a line stands already, with the way to merge; nothing merges by itself."""
        presenter = self._presenter
        twin = twin_of(presenter.draft, row)
        if twin is not None:
            line_id = presenter.draft.lines[row].id
            button = MessageButton("grid.merge", lambda: self._merge_line(line_id), key="Ctrl+M")
            presenter.view.show_message(Message("entry.item.twin", {"line": twin + 1}, "info", (button,)))

    def merge(self, row: int) -> bool:
        """Make this line and the other one with its item one line; return whether they are one now."""
        presenter = self._presenter
        twin = twin_of(presenter.draft, row)
        if twin is None:
            presenter.say("grid.merge.none", "info")
            return False
        try:
            draft, at = with_merged_line(presenter.draft, row, twin, presenter.desk, presenter.services.ids)
        except UserError as fault:
            presenter.fault(fault)
            return False
        presenter.change("merge", draft)
        presenter.view.go_to_cell(at, "quantity")
        presenter.say_with_undo("grid.merged", line=at + 1)
        return True

    def _merge_line(self, line_id: UUID) -> None:
        row = self._presenter.row_of_line(line_id)
        if row is not None:
            self.merge(row)

    # go to

    def go_to(self, text: str) -> bool:
        """Go to the line of that number; ``False`` if there is none: the box then stays."""
        presenter, count = self._presenter, len(self._presenter.draft.lines)
        try:
            number = read_number(text)
        except UserError as fault:
            presenter.fault(fault)
            return False
        if number != int(number) or not 1 <= number <= count + 1:
            presenter.say("grid.goto.no_line", "warn", text=text.strip(), n=count)
            return False
        presenter.view.go_to_cell(int(number) - 1, presenter.column or "code")
        return True

    # prices

    def begin(self, session: DraftSession) -> None:
        """Another order is on the screen: remember the prices that stood on it when it was saved."""
        self._told = {line.id: line.seen_price for line in session.draft.lines if line.seen_price is not None}

    def tell_of_stored(self, now: Mapping[UUID, Decimal]) -> None:
        """Say how many prices have changed since the draft was saved: the customer may know them."""
        changed = self._changed(now)
        if changed:
            button = MessageButton("grid.reprice.list", self.reprice, key="Ctrl+R")
            message = Message("grid.repriced.stored", {"n": len(changed)}, "warn", (button,))
            self._presenter.view.show_message(message)

    def reprice(self) -> None:
        """Read prices, stock and the customer again, and list the prices that are others now."""
        presenter, session = self._presenter, self._presenter.session
        presenter.settle()
        self._told = {**shown_prices(presenter.evaluation), **self._told}
        items = [line.item_id for line in presenter.draft.lines if line.item_id is not None]
        if not items:
            presenter.say("grid.reprice.nothing")
            return
        presenter.services.reread(tuple(dict.fromkeys(items)), lambda: self._read_again(session))

    def _read_again(self, session: DraftSession) -> None:
        if session is self._presenter.session:
            self._presenter.read_customer(fill=False)
            session.when_customer_known(lambda: self._list_changes(session))

    def _list_changes(self, session: DraftSession) -> None:
        presenter = self._presenter
        if session is not presenter.session:
            return
        session.editor.settle(without_quotations(session.draft))  # the clerk asks for the prices of today
        presenter.evaluate_now()
        now = shown_prices(presenter.evaluation)
        changed = self._changed(now)
        told, self._told = self._told, {}
        count = len(now)
        if not changed:
            presenter.say("grid.reprice.same", "done", n=count)
            return
        draft = presenter.draft
        found = tuple(
            self._difference(draft, row, told[line.id], now[line.id])
            for row, line in enumerate(draft.lines)
            if line.id in changed
        )
        presenter.view.show_problems(found)
        presenter.say("grid.reprice.changed", "warn", n=len(changed))

    def _changed(self, now: Mapping[UUID, Decimal]) -> set[UUID]:
        return {line for line, price in now.items() if self._told.get(line, price) != price}

    def _difference(self, draft: OrderDraft, row: int, old: Decimal, new: Decimal) -> Problem:
        line = draft.lines[row]
        item = self._presenter.desk.items.get(line.item_id) if line.item_id is not None else None
        params = {
            "code": line.typed_code if item is None else item.code,
            "name": "" if item is None else item.name, "name_en": "" if item is None else item.name_en,
            "old": price_text(old), "new": price_text(new),
        }  # fmt: skip
        return Problem("grid.reprice.line", f"lines[{row}].seen_price", params, "warn")


def _pairs(cells: Sequence[tuple[int, str]], count: int) -> list[tuple[int, int, str]]:
    """Return source row, row and column of each cell to be filled, from the top down."""
    found: list[tuple[int, int, str]] = []
    columns = dict.fromkeys(column for _, column in cells)
    is_alone = len({row for row, _ in cells}) == 1
    for column in columns:
        rows = sorted(row for row, key in cells if key == column)
        source = rows[0] - 1 if is_alone else rows[0]
        targets = rows if is_alone else rows[1:]
        last = (
            count if is_alone else count - 1
        )  # alone, the row below the last line begins a line, as with F8
        if 0 <= source < count:
            found.extend((source, row, column) for row in targets if row <= min(last, MAX_LINES - 1))
    return found
