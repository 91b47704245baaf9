"""The customer's earlier orders: read page by page, and ordered again whole or by single lines. No Qt.

Source: ux.md 3.1 (Shift+F7). Prices are worked out anew; what is different is listed, each difference a way
to its line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.services.desk import CustomerDesk
from orderdesk.ui.messages import Message, MessageButton, Severity
from orderdesk.ui.screens.entry.editing import with_customer, without_empty_lines
from orderdesk.ui.screens.entry.sending import UNDO_SECONDS
from orderdesk.ui.screens.entry.wording import local_name, price_text, unit_word
from orderdesk.wire.drafts import OrderDraft

if TYPE_CHECKING:
    from orderdesk.services.copying import CopiedOrder, PriceDifference
    from orderdesk.services.reading.customer_history import EarlierOrder, SourceOrder
    from orderdesk.ui.screens.entry.presenter import EntryPresenter

Failed = Callable[[OrderDeskError], None]

# What an order without lines takes over with a whole copy, unless it was typed already.
_HEADER: Final = (
    "kind", "requested", "site_id", "notes", "deliver_to", "delivery_method", "when_short", "freight_terms",
)  # fmt: skip


class EarlierCommands:
    """Reads the orders of the customer on the phone and copies them, each copy one step of undo."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._of: UUID | None = None  # the customer whose orders these are
        self._has_more = False
        self._marked: dict[UUID, set[UUID]] = {}
        self._sources: dict[UUID, SourceOrder] = {}
        self._copied: CopiedOrder | None = None  # what is listed as different
        self._into: UUID | None = None  # the order that it was copied into
        self.rows: tuple[EarlierOrder, ...] = ()

    # reading

    def read(self, done: Callable[[], None], failed: Failed) -> bool:
        """Read the newest orders and the lines of the first; ``False`` where no customer is chosen."""
        customer_id = self._presenter.draft.customer_id
        if customer_id is None:
            return False
        self._of, self.rows, self._marked, self._sources = customer_id, (), {}, {}

        from orderdesk.services.reading.customer_history import PAGE, earlier_orders

        def loaded(found: tuple[EarlierOrder, ...]) -> None:
            if customer_id != self._of:
                return
            self.rows, self._has_more = found, len(found) == PAGE
            if found:
                self.read_lines(found[0].id, done, failed)
            else:
                done()

        self._presenter.services.read(
            lambda connection: earlier_orders(connection, customer_id), loaded, failed
        )
        return True

    def read_more(self, done: Callable[[], None], failed: Failed) -> None:
        """Read the next page, if there is one."""
        customer_id = self._of
        if customer_id is None or not self._has_more:
            return
        self._has_more, after = False, self.rows[-1].key

        from orderdesk.services.reading.customer_history import PAGE, earlier_orders

        def loaded(found: tuple[EarlierOrder, ...]) -> None:
            if customer_id == self._of:
                self.rows, self._has_more = (*self.rows, *found), len(found) == PAGE
                done()

        self._presenter.services.read(
            lambda connection: earlier_orders(connection, customer_id, after), loaded, failed
        )

    def read_lines(self, order_id: UUID, done: Callable[[], None], failed: Failed) -> None:
        """Read the lines of an order, unless they are known."""
        if order_id in self._sources:
            done()
            return

        from orderdesk.services.reading.customer_history import source_order

        def loaded(found: SourceOrder | None) -> None:
            if found is not None:
                self._sources[order_id] = found
            done()

        self._presenter.services.read(lambda connection: source_order(connection, order_id), loaded, failed)

    def source(self, order_id: UUID) -> SourceOrder | None:
        """Return an order with its lines; ``None`` until they have been read."""
        return self._sources.get(order_id)

    # marking and copying

    def marked(self, order_id: UUID) -> frozenset[UUID]:
        """Return the lines of an order that are marked."""
        return frozenset(self._marked.get(order_id, ()))

    def toggle(self, order_id: UUID, line_id: UUID) -> None:
        """Mark a line, or take the mark away."""
        self._marked.setdefault(order_id, set()).symmetric_difference_update({line_id})

    def copy(self, order_id: UUID, done: Callable[[], None], failed: Failed) -> None:
        """Order again the lines that are marked, or all; ``done`` when they stand on the order.

        What the copy needs is waited for: the lines of the order, and the prices of the customer.
        """
        session = self._presenter.session

        def known() -> None:
            source, customer = self.source(order_id), self._presenter.customer
            if session is not self._presenter.session or source is None or customer is None:
                return
            self._take(source, customer)
            done()

        self.read_lines(order_id, lambda: session.when_customer_known(known), failed)

    def _take(self, source: SourceOrder, customer: CustomerDesk) -> None:
        presenter, draft = self._presenter, self._presenter.draft
        marked = self.marked(source.id) or None
        desk, ids = presenter.desk, presenter.services.ids
        from orderdesk.services.copying import copy_order

        copied = copy_order(source, desk, customer, ids, line_ids=marked, into=draft)
        made = copied.draft
        if marked is None and not without_empty_lines(draft).lines:
            made = _with_header(made, copy_order(source, desk, customer, ids).draft, customer)
        self._marked.pop(source.id, None)
        if copied.line_ids:
            presenter.change("earlier", made)
            presenter.view.show_header()  # of a whole order its header may have come with it
        self._copied, self._into = copied, draft.id
        self._tell(source, copied)

    def _tell(self, source: SourceOrder, copied: CopiedOrder) -> None:
        differences, left_out = len(copied.differences), len(copied.problems)
        params = {
            "n": len(copied.line_ids), "number": source.number, "prices": differences, "left_out": left_out,
        }  # fmt: skip
        code = "some" if left_out else "prices" if differences else "same"
        severity: Severity = "warn" if left_out or differences else "done"
        buttons = (
            [MessageButton("entry.paste.review", self._review, key="Ctrl+F8")] if self.problems() else []
        )
        if copied.line_ids:
            undo = MessageButton("entry.sent.undo", self._presenter.undo, key="Ctrl+Z", seconds=UNDO_SECONDS)
            buttons.append(undo)
        message = Message(f"memory.earlier.copied.{code}", params, severity, tuple(buttons))
        self._presenter.view.show_message(message)
        self._presenter.view.show_problems(self.problems())

    def _review(self) -> None:
        found = self.problems()
        if found:
            self._presenter.go_to_problem(found[0])

    # what is different

    @property
    def is_listing(self) -> bool:
        """Whether what the last copy changed is still listed."""
        return self._copied is not None

    def problems(self) -> tuple[Problem, ...]:
        """Return what the last copy changed or left out, each at its line as that stands now."""
        copied, draft = self._copied, self._presenter.draft
        if copied is None or self._into != draft.id:
            return ()
        rows = {line.id: row for row, line in enumerate(draft.lines)}
        changed = [
            self._difference(one, rows[one.line_id]) for one in copied.differences if one.line_id in rows
        ]
        is_there = any(line_id in rows for line_id in copied.line_ids) or not copied.line_ids
        return (*changed, *map(self._left_out, copied.problems)) if is_there else ()

    def put_away(self) -> None:
        """List nothing any more."""
        self._copied = None

    def _difference(self, one: PriceDifference, row: int) -> Problem:
        line = self._presenter.draft.lines[row]
        item = self._presenter.desk.items.get(line.item_id) if line.item_id is not None else None
        params = {
            "code": one.code, "name": local_name(one.name, one.name_en), "unit": one.unit,
            "old": "" if one.old is None else price_text(one.old),
            "new": "" if one.new is None else price_text(one.new),
        }  # fmt: skip
        if item is not None:
            params["unit"] = unit_word(item, one.unit)
        if one.old is None or one.new is None:
            word = "no_old" if one.old is None else "no_new"
        else:
            word = one.was if one.was in ("manual", "discount", "agreement") else "price"
        return Problem(f"memory.earlier.{word}", f"lines[{row}].manual_price", params, "warn")

    def _left_out(self, problem: Problem) -> Problem:
        """Return why a line was left out, its item and unit in the language on show."""
        code = problem.params.get("code")
        item = next((one for one in self._presenter.desk.items.values() if one.code == code), None)
        if item is None:
            return problem
        params = {**problem.params, "name": local_name(item.name, item.name_en)}
        if "unit" in params:
            params["unit"] = unit_word(item, str(params["unit"]))
        return Problem(problem.code, problem.path, params, problem.severity)


def _with_header(draft: OrderDraft, copy: OrderDraft, customer: CustomerDesk) -> OrderDraft:
    """Return the draft with the header of a copied order, except for what was typed before."""
    blank = OrderDraft(id=draft.id, currency=draft.currency)
    fresh = with_customer(blank, customer, blank)
    names = [name for name in _HEADER if getattr(draft, name) == getattr(fresh, name)]
    if not copy.deliver_to.rest and copy.deliver_to.address_id is None and "deliver_to" in names:
        names.remove("deliver_to")  # it came from elsewhere and names no place
    return draft.model_copy(update={name: getattr(copy, name) for name in names})
