"""Price lists between store and window: which are open, what is on show of them, and saving. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.known import Known
from orderdesk.services.policy import allowing_row
from orderdesk.services.price_editing import known_here, list_problems
from orderdesk.services.reading.prices import PriceListHead, price_list_heads, standing_price_lists
from orderdesk.services.reading.whole_records import Standing
from orderdesk.services.store import Reader
from orderdesk.ui.language import tr
from orderdesk.ui.messages import Message, MessageButton, Severity
from orderdesk.ui.screens.prices.cell_commands import CellCommands
from orderdesk.ui.screens.prices.contract import PricesBackend, PricesView
from orderdesk.ui.screens.prices.editing import Book, ListEdit, standing
from orderdesk.ui.screens.prices.finding import matching_heads
from orderdesk.ui.screens.prices.list_commands import ListCommands
from orderdesk.ui.screens.prices.rows import (
    CompareRow,
    PriceRow,
    Wanted,
    compare_rows,
    entry_of_path,
    price_rows,
)
from orderdesk.ui.screens.prices.saving import Saving
from orderdesk.ui.screens.prices.sheets import Sheets
from orderdesk.wire.outcomes import Changes
from orderdesk.wire.records import PriceListRecord

MOST_SIDE_BY_SIDE: Final = 6
_MOST_KEPT: Final = 50  # states of lists whose problems are remembered
_SHOWN_TYPES = frozenset({"price_list", "item", "customer"})
_Lists = tuple[tuple[PriceListHead, ...], dict[UUID, Standing[PriceListRecord]]]


class PricesPresenter:
    """Keeps the lists as the store has them, with what is typed over them."""

    def __init__(self, backend: PricesBackend, view: PricesView) -> None:
        self.backend = backend
        self.view = view
        self.book = Book()
        self.wanted = Wanted()
        self.kept: set[UUID] = set()  # entries that stay on show although the filter would not
        self._heads: tuple[PriceListHead, ...] = ()
        self._find = ""
        self._focused: UUID | None = None
        self._marked: tuple[UUID, ...] = ()
        self._is_reading = False
        self._is_stale = False
        self._is_closed = False
        self._problems: dict[int, tuple[ListEdit, tuple[Problem, ...]]] = {}
        self._known: Known | None = None
        self.cells = CellCommands(self)
        self.lists = ListCommands(self)
        self.saving = Saving(self)
        self.sheets = Sheets(self)

    # what stands there

    @property
    def can_edit(self) -> bool:
        """Whether who works here may change prices; everybody else reads them."""
        person = self.backend.person
        return person is not None and allowing_row(person.roles, "put_price_list", "any") is not None

    @property
    def heads(self) -> tuple[PriceListHead, ...]:
        """The lists that the find box lets through, new ones last."""
        return matching_heads(
            self.heads_unfiltered(), self._find, self.backend.desk(), self.backend.indexes()
        )

    @property
    def focused(self) -> UUID | None:
        """The list that the cursor is on."""
        return self._focused

    @property
    def marked(self) -> tuple[UUID, ...]:
        """The lists that stand side by side, in the order in which they were marked."""
        return self._marked

    @property
    def edit(self) -> ListEdit | None:
        """The list on show, once it was read; ``None`` also while several stand side by side."""
        if self._marked or self._focused is None:
            return None
        return self.book.lists.get(self._focused)

    @property
    def side_by_side(self) -> tuple[ListEdit, ...]:
        """The marked lists that were read."""
        return tuple(self.book.lists[one] for one in self._marked if one in self.book.lists)

    @property
    def problems(self) -> tuple[tuple[ListEdit, Problem], ...]:
        """All problems of all changed lists."""
        return tuple((edit, problem) for edit in self.book.changed for problem in self.problems_of(edit))

    @property
    def is_modified(self) -> bool:
        """Whether anything waits to be saved."""
        return bool(self.book.changed)

    def heads_unfiltered(self) -> tuple[PriceListHead, ...]:
        """Return all lists, new ones last, with what is typed over them."""
        there = {head.id for head in self._heads}
        fresh = [_head_of(edit.record) for edit in self.book.lists.values() if edit.record.id not in there]
        return tuple(self._named(head) for head in (*self._heads, *fresh))

    def head(self, list_id: UUID) -> PriceListHead | None:
        """Return a list as the pane of lists names it."""
        edit = self.book.lists.get(list_id)
        found = next((head for head in self._heads if head.id == list_id), None)
        if found is None:
            return None if edit is None else self._named(_head_of(edit.record))
        return self._named(found)

    def rows(self) -> tuple[PriceRow, ...]:
        """Return the rows of the list on show, with the row for a new entry last."""
        edit = self.edit
        if edit is None:
            return ()
        problems = self.problems_of(edit) if edit.is_changed else ()
        found = price_rows(
            edit, self.items, self.wanted, self.today, problems, keeps=frozenset(self.kept)
        )  # fmt: skip
        found = self.lists.with_proposals(found)
        return (*found, PriceRow(None, "new")) if self.can_edit else found

    def compared(self) -> tuple[CompareRow, ...]:
        """Return the rows of the lists that stand side by side."""
        return compare_rows(self.side_by_side, self.items, self.wanted, self.today)

    @property
    def items(self) -> Mapping[UUID, ItemFacts]:
        """The items by their ids."""
        return self.backend.desk().items

    @property
    def today(self) -> date:
        """The day it is at the site."""
        return self.backend.desk().today

    def problems_of(self, edit: ListEdit) -> tuple[Problem, ...]:
        """Return what keeps a list from being saved; worked out once for each state of it."""
        found = self._problems.get(id(edit))
        if found is None or found[0] is not edit:
            if self._known is None:
                self._known = known_here(self.backend.desk(), self._heads)
                self._known.price_lists |= {
                    one.record.code: one.record.id for one in self.book.lists.values()
                }
            if len(self._problems) > _MOST_KEPT:
                self._problems.clear()
            found = (edit, list_problems(edit.record, self._known, edit.unpriced))
            self._problems[id(edit)] = found
        return found[1]

    # reading

    def close(self) -> None:
        """The window has gone: answers that are still under way reach nobody."""
        self._is_closed = True

    def refresh(self) -> None:
        """Read the lists again; asked for while a read is under way, once after it."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        wanted = self._needed()

        def work(connection: Reader) -> _Lists:
            return price_list_heads(connection), standing_price_lists(connection, wanted)

        self.backend.read(work, self._take, self._failed)

    def take_changes(self, changes: Changes) -> None:
        """Somebody committed something: read again what it may have changed here."""
        if any(entry.type in _SHOWN_TYPES for entry in changes.touched):
            self.refresh()

    def desk_changed(self) -> None:
        """The desk's facts are others now."""
        self._known = None
        self._problems.clear()
        self.show()

    def find(self, text: str) -> None:
        """Keep the lists to those that a text stands for: its own words, or a customer's."""
        self._find = text
        self.view.show_lists()

    def focus(self, list_id: UUID | None) -> None:
        """Show the list that the cursor has come to."""
        if list_id == self._focused:
            return
        self._focused = list_id
        self.kept.clear()
        self.lists.drop_proposal()
        self._show_or_read()

    def mark(self, list_id: UUID) -> None:
        """Put a list beside the others, or take it away again."""
        if list_id in self._marked:
            self._marked = tuple(one for one in self._marked if one != list_id)
        elif len(self._marked) >= MOST_SIDE_BY_SIDE:
            self.say("prices.mark.most", "warn", n=MOST_SIDE_BY_SIDE)
            return
        else:
            self._marked = (*self._marked, list_id)
        self.lists.drop_proposal()
        self.view.show_lists()
        self._show_or_read()

    def unmark_all(self) -> bool:
        """Show one list again; return whether there were several."""
        if not self._marked:
            return False
        self._marked = ()
        self.view.show_lists()
        self._show_or_read()
        return True

    def want(self, **fields: object) -> None:
        """Show other entries: ``text``, ``group``, ``today_only``."""
        self.wanted = replace(self.wanted, **fields)  # type: ignore[arg-type] # its own fields
        self.kept.clear()
        self.show()

    # changing

    def change(self, name: str, *edits: ListEdit) -> bool:
        """Take edited lists as one named step."""
        changed = self.book.change(name, *edits)
        self._known = None if changed else self._known
        self.show()
        return changed

    def undo(self) -> bool:
        """Take the last step back, and say which it was."""
        return self._stepped(self.book.undo(), "prices.undone")

    def redo(self) -> bool:
        """Bring back what was undone last."""
        return self._stepped(self.book.redo(), "prices.redone")

    def jump(self, edit: ListEdit, problem: Problem) -> None:
        """Go to where a problem can be mended."""
        self._marked = ()
        self.view.go_to_list(edit.record.id)
        self.focus(edit.record.id)
        entry = entry_of_path(edit, problem.path)
        if entry is not None:
            self.kept.add(entry.id)
            self.show()
            field = problem.path.rpartition(".")[2]
            self.view.go_to_entry(entry.id, field if "." in problem.path.rpartition("]")[2] else "valid_from")

    def show(self) -> None:
        """Show everything again."""
        if not self._is_closed:
            self.view.show_prices()

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence in the message strip."""
        self.view.show_message(Message(code, params, severity))

    def offer_undo(self, code: str, severity: Severity = "done", /, **params: object) -> None:
        """Say what was done, with the way back."""
        undo = MessageButton("prices.undo", self.undo, key="Ctrl+Z", seconds=30)
        self.view.show_message(Message(code, params, severity, (undo,)))

    # inside

    def _stepped(self, name: str, code: str) -> bool:
        if not name:
            return False
        self._known = None
        self.view.show_lists()
        self.show()
        self.say(code, "done", step=lambda: tr(name))
        return True

    def _needed(self) -> tuple[UUID, ...]:
        open_lists = [one for one in (self._focused, *self._marked) if one is not None]
        changed = [edit.record.id for edit in self.book.changed if edit.base is not None]
        return tuple(dict.fromkeys((*open_lists, *changed)))

    def _show_or_read(self) -> None:
        missing = [one for one in self._needed() if one not in self.book.lists]
        self.show()
        if missing:
            self.refresh()

    def _take(self, found: _Lists) -> None:
        self._is_reading = False
        if self._is_closed:
            return
        self._heads, lists = found
        self._known = None
        self._take_lists(lists)
        self.view.show_lists()
        self.show()
        missing = [one for one in self._needed() if one not in self.book.lists]
        if self._is_stale or (missing and not lists.keys() >= set(missing)):
            self.refresh()

    def _take_lists(self, lists: dict[UUID, Standing[PriceListRecord]]) -> None:
        fresh, clashes = [], 0
        for list_id, theirs in lists.items():
            old = self.book.lists.get(list_id)
            if old is None or not old.is_changed:
                fresh.append(standing(theirs))
            elif theirs.revision != old.revision:
                merged = old.on(theirs)
                clashes += len(merged.clashing - old.clashing)
                fresh.append(merged)
        self.book.settle(*fresh)
        # A list that nobody looks at and nobody changed is read again when somebody does.
        wanted = {*self._needed(), *(edit.record.id for edit in self.book.changed)}
        for list_id in set(self.book.lists) - wanted:
            self.book.drop(list_id)
        if clashes:
            self.say("prices.clashing", "warn", n=clashes)

    def _failed(self, fault: OrderDeskError) -> None:
        self._is_reading = False
        if not self._is_closed:
            self.say(fault.code, "error", **fault.params)

    def _named(self, head: PriceListHead) -> PriceListHead:
        """Return a head with what is typed over it, and its customer's names."""
        edit = self.book.lists.get(head.id)
        if edit is not None:
            fresh = _head_of(edit.record)
            head = replace(fresh, revision=head.revision)
        customer = self.backend.desk().customers.get(head.customer_id) if head.customer_id else None
        if customer is None:
            return head
        return replace(
            head, customer_code=customer.code, customer=customer.name, customer_en=customer.name_en
        )


def _head_of(record: PriceListRecord) -> PriceListHead:
    return PriceListHead(
        id=record.id, revision=0, code=record.code, name=record.name, source=record.source,
        tier=record.tier, customer_id=record.customer_id, customer_code="", customer="", customer_en="",
        currency=record.currency, prices_include_tax=record.prices_include_tax, valid_from=record.valid_from,
        valid_to=record.valid_to, prices=len(record.prices), breaks=len(record.breaks),
    )  # fmt: skip


def ids_of(rows: Iterable[PriceRow]) -> tuple[UUID, ...]:
    """Return the ids of the entries of some rows; the row for a new one has none."""
    return tuple(row.id for row in rows if row.id is not None)
