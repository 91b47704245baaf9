"""What is done in the cells of the price grids: typing, inserting, filling, pasting. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderdesk.errors import UserError
from orderdesk.rules.entry.folding import fold_key
from orderdesk.rules.entry.pasted_text import cut
from orderdesk.rules.facts import ItemFacts
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screens.prices.editing import Entry, ListEdit, successor
from orderdesk.ui.screens.prices.pasting import columns_of_header
from orderdesk.ui.screens.prices.rows import CompareRow, PriceRow
from orderdesk.ui.screens.prices.typed import (
    PastedRow,
    Place,
    cells_of,
    paste_rows,
    read_changed_price,
    take_cell,
)
from orderdesk.wire.records import BreakRecord, PriceRecord

if TYPE_CHECKING:
    from orderdesk.ui.screens.prices.presenter import PricesPresenter

_MOST_PASTED: Final = 200_000  # signs of text
_FILLED: Final = ("price", "valid_from", "valid_to", "discount", "from_quantity", "unit")


class CellCommands:
    """The edits of one list, or of several side by side."""

    def __init__(self, presenter: PricesPresenter) -> None:
        self._presenter = presenter
        self._bad: list[PastedRow] = []

    # one list

    def can_type(self, row: PriceRow, key: str) -> bool:
        """Whether a cell can be typed into."""
        if not self._presenter.can_edit or self._presenter.edit is None:
            return False
        entry = self._entry(row)
        return key == "code" if entry is None else key in cells_of(entry)

    def takes(self, row: PriceRow, key: str, text: str) -> bool:
        """Return whether a typed text can be taken; if not, say why."""
        try:
            self._typed(row, key, text)
        except UserError as fault:
            self._presenter.say(fault.code, "error", **fault.params)
            return False
        return True

    def type(self, row: PriceRow, key: str, value: object) -> None:
        """Take what was typed into a cell, or the item that was chosen for a new row."""
        edit = self._presenter.edit
        if edit is None or not self._presenter.can_edit:
            return
        if row.kind == "new":
            if isinstance(value, UUID):
                self._add(edit, self._presenter.items[value])
            return
        if row.id is not None:
            self._presenter.kept.add(row.id)
        self._presenter.change(f"prices.step.{key}", self._typed(row, key, str(value)))

    def insert(self, row: PriceRow | None) -> bool:
        """Let a new price of the row's item begin today; the one that holds ends the day before."""
        presenter, edit = self._presenter, self._presenter.edit
        entry = self._entry(row) if row is not None else None
        if edit is None or not presenter.can_edit or not isinstance(entry, PriceRecord):
            return False
        *ended, fresh = successor(entry, presenter.today, presenter.backend.ids.new())
        presenter.kept.update((entry.id, fresh.id))
        presenter.change("prices.step.insert", edit.put(*ended).with_unpriced(fresh))
        presenter.view.go_to_entry(fresh.id, "price")
        return True

    def add_break(self, row: PriceRow | None) -> bool:
        """Add a break to the row's item and unit, beyond the deepest one."""
        presenter, edit = self._presenter, self._presenter.edit
        entry = self._entry(row) if row is not None else None
        if edit is None or not presenter.can_edit or entry is None:
            return False
        steps = [
            one.from_quantity
            for one in edit.record.breaks
            if one.item_id == entry.item_id and one.unit == entry.unit
        ]
        start = max(steps) * 2 if steps else Decimal(10)
        fresh = BreakRecord(
            id=presenter.backend.ids.new(), item_id=entry.item_id, unit=entry.unit, from_quantity=start,
            discount=Decimal(0),
        )  # fmt: skip
        presenter.kept.add(fresh.id)
        presenter.change("prices.step.break", edit.put(fresh))
        presenter.view.go_to_entry(fresh.id, "from_quantity")
        return True

    def delete(self, rows: Iterable[PriceRow]) -> bool:
        """Take entries out of the list."""
        presenter, edit = self._presenter, self._presenter.edit
        ids = [row.id for row in rows if row.id is not None]
        if edit is None or not presenter.can_edit or not ids:
            return False
        presenter.change("prices.step.delete", edit.without(ids))
        presenter.offer_undo("prices.deleted", n=len(ids))
        return True

    def fill_down(self, rows: Sequence[PriceRow], key: str) -> bool:
        """Put what stands in the first row's cell into those below it, as one step."""
        presenter, edit = self._presenter, self._presenter.edit
        if edit is None or not presenter.can_edit or key not in _FILLED or len(rows) < 2:
            return False
        first = self._entry(rows[0])
        if first is None or not hasattr(first, key) or first.id in edit.unpriced:
            return False
        value, filled = getattr(first, key), 0
        for row in rows[1:]:
            entry = edit.entry(row.id) if row.id is not None else None
            if entry is None or key not in cells_of(entry):
                continue
            changed = entry.model_copy(update={key: value})
            if key == "price" and isinstance(changed, PriceRecord):
                edit = edit.with_price(changed)
            else:
                edit = edit.put(changed)
            filled += 1
        presenter.kept.update(row.id for row in rows if row.id is not None)
        if filled:
            presenter.change("prices.step.fill", edit)
            presenter.offer_undo("prices.filled", n=filled)
        return bool(filled)

    # several side by side

    def takes_beside(self, row: CompareRow, at: int, text: str) -> bool:
        """Return whether a price typed into one of several lists can be taken; if not, say why."""
        try:
            self._beside(row, at, text)
        except UserError as fault:
            self._presenter.say(fault.code, "error", **fault.params)
            return False
        return True

    def type_beside(self, row: CompareRow, at: int, text: str) -> None:
        """Take a price typed into one of several lists; where it has none, a new one without days."""
        self._presenter.change("prices.step.price", self._beside(row, at, text))

    # pasting

    @property
    def needs_review(self) -> bool:
        """Whether a row of the last paste still waits for somebody."""
        return bool(self._bad)

    def paste(self, text: str, row: PriceRow | None, keys: Sequence[str]) -> None:
        """Take rows from a spreadsheet, one step of undo, with a verdict for each.

        ``keys`` are the grid's columns from the cursor on. Where none of the columns names an item, the cells
        go into the rows on show from ``row`` down.
        """
        presenter, edit = self._presenter, self._presenter.edit
        if edit is None or not presenter.can_edit:
            return
        table = cut(text[:_MOST_PASTED], lambda cell: self._find(cell) is not None)
        header = columns_of_header(table.rows[0][1]) if table.rows else None
        rows = table.rows[1:] if header is not None else table.rows
        columns = header if header is not None else tuple(keys)
        if "code" not in columns:
            self._fill_cells(rows, row, columns)
            return
        found = paste_rows(rows, columns, edit, self._find, presenter.today, presenter.backend.ids.new)
        taken = [one.entry for one in found if one.entry is not None]
        self._bad = [one for one in found if one.fault is not None]
        if taken:
            presenter.kept.update(entry.id for entry in taken)
            presenter.change("prices.step.paste", edit.with_price(*taken))
        self._tell_pasted(len(found))

    def review(self) -> bool:
        """Say why the next row of the last paste was not taken; return whether there was one."""
        if not self._bad:
            return False
        bad = self._bad.pop(0)
        assert bad.fault is not None  # a bad row has its reason
        self._presenter.say(bad.fault.code, "warn", **{**bad.fault.params, "row": bad.number})
        return True

    # inside

    def _entry(self, row: PriceRow) -> Entry | None:
        edit = self._presenter.edit
        return None if edit is None or row.id is None else edit.entry(row.id)

    def _typed(self, row: PriceRow, key: str, text: str) -> ListEdit:
        """Return the list with a text taken. Raises ``UserError``."""
        edit, entry = self._presenter.edit, self._entry(row)
        assert edit is not None  # the caller has looked
        if entry is None:
            if self._find(text) is None:
                raise UserError("error.price.item", text=text)
            return edit
        item = self._presenter.items.get(entry.item_id)
        return take_cell(Place(edit, entry, item, self._presenter.today), key, text)

    def _add(self, edit: ListEdit, item: ItemFacts) -> None:
        presenter = self._presenter
        there = [one for one in edit.record.prices if one.item_id == item.id and one.unit == item.sales_unit]
        if there:  # it stands in the list already: that is the row that is meant
            presenter.kept.add(there[-1].id)
            presenter.show()
            presenter.view.go_to_entry(there[-1].id, "price")
            presenter.say("prices.there", "info", code=item.code)
            return
        fresh = PriceRecord(
            id=presenter.backend.ids.new(), item_id=item.id, unit=item.sales_unit, price=Decimal(0)
        )
        presenter.kept.add(fresh.id)
        presenter.change("prices.step.insert", edit.with_unpriced(fresh))
        presenter.view.go_to_entry(fresh.id, "price")

    def _beside(self, row: CompareRow, at: int, text: str) -> ListEdit:
        edit, entry = self._presenter.side_by_side[at], row.cells[at].entry
        price = read_changed_price(text, None if entry is None else entry.price)
        if entry is None:
            entry = PriceRecord(
                id=self._presenter.backend.ids.new(), item_id=row.item.id, unit=row.unit, price=price
            )
        return edit.with_price(entry.model_copy(update={"price": price}))

    def _find(self, text: str) -> ItemFacts | None:
        """Return the one item whose code or barcode a text is."""
        presenter = self._presenter
        key = presenter.backend.indexes().items.exact_or_unique(text) if text.strip() else None
        item = presenter.items.get(key) if key is not None else None
        if item is None:
            return None
        search = presenter.backend.desk().item_search.get(item.id)
        codes = {item.code, *(barcode for barcode, _unit in (search.barcodes if search else ()))}
        return item if fold_key(text) in {fold_key(code) for code in codes} else None

    def _fill_cells(
        self,
        rows: Sequence[tuple[int, tuple[str, ...]]],
        first: PriceRow | None,
        columns: Sequence[str],
    ) -> None:
        presenter, edit = self._presenter, self._presenter.edit
        assert edit is not None  # the caller has looked
        shown = [one for one in presenter.rows() if one.id is not None]
        start = next((at for at, one in enumerate(shown) if first is not None and one.id == first.id), None)
        targets = shown[start:] if start is not None else []
        self._bad = []
        for at, (number, cells) in enumerate(rows):
            try:
                if at >= len(targets):
                    raise UserError("error.price.item", text="")
                edit = self._filled(edit, targets[at], columns, cells)
            except UserError as fault:
                self._bad.append(PastedRow(number, "", fault=fault))
        presenter.kept.update(one.id for one in targets[: len(rows)] if one.id is not None)
        presenter.change("prices.step.paste", edit)
        self._tell_pasted(len(rows))

    def _filled(
        self, edit: ListEdit, row: PriceRow, columns: Sequence[str], cells: Sequence[str]
    ) -> ListEdit:
        for key, text in zip(columns, cells, strict=False):
            entry = edit.entry(row.id) if row.id is not None else None
            if entry is not None and key in cells_of(entry):
                edit = take_cell(Place(edit, entry, row.item, self._presenter.today), key, text)
        return edit

    def _tell_pasted(self, rows: int) -> None:
        undo = MessageButton("prices.undo", self._presenter.undo, key="Ctrl+Z", seconds=30)
        look = MessageButton("prices.paste.review", self.review, key="Ctrl+F8")
        ways = ((look,) if self._bad else ()) + ((undo,) if len(self._bad) < rows else ())
        code = "prices.paste.need" if self._bad else "prices.paste.good"
        params = {"n": rows, "bad": len(self._bad)}
        self._presenter.view.show_message(Message(code, params, "warn" if self._bad else "done", ways))
