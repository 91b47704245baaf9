"""The usual basket of the customer on the phone: what is offered, what of it is taken, and the lines. No Qt.

Source: ux.md 1 (K1 basket), 2.3, 3.1. The basket is read when it is asked for, off the GUI thread; from then
on everything happens in memory. A row that was never touched is not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderdesk.errors import OrderDeskError, UserError
from orderdesk.rules.entry import read_quantity
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import Desk
from orderdesk.ui.screens.entry.typed import units_of
from orderdesk.wire.drafts import MAX_LINES, LineDraft, OrderDraft

if TYPE_CHECKING:
    from orderdesk.services.reading.customer_history import BasketRow
    from orderdesk.ui.screens.entry.presenter import EntryPresenter

USUAL: Final = timedelta(days=365)  # what was bought before that is no habit any more


@dataclass(frozen=True, slots=True)
class Offered:
    """A row of the basket. ``unit`` is the one ``quantity`` is in; ``taken`` once it was typed or marked."""

    id: UUID  # of the item
    known: BasketRow
    item: ItemFacts | None  # None: no longer sold
    unit: str
    usual: Decimal | None  # None where it was bought in a unit that is no longer sold
    taken: Decimal | None = None
    on_order: Decimal | None = None  # what of it stands on the order already, in ``unit``

    @property
    def quantity(self) -> Decimal | None:
        """What the row shows: what is taken, else what would be."""
        return self.usual if self.taken is None else self.taken

    @property
    def is_sold(self) -> bool:
        """Whether it can be ordered at all."""
        return self.item is not None


class BasketCommands:
    """Offers the basket of the order's customer and takes rows of it, each time one step of undo.

    What was touched stays touched when the basket is put away and opened again for the same order.
    """

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._of: tuple[UUID, UUID | None] | None = None  # the order and customer that the rows are for
        self._rows: tuple[Offered, ...] | None = None

    @property
    def is_known(self) -> bool:
        """Whether the basket of this order's customer has been read."""
        return self._rows is not None and self._of == self._key()

    @property
    def rows(self) -> tuple[Offered, ...]:
        """The rows as they stand, what is bought most often first."""
        if self._rows is None or not self.is_known:
            return ()
        draft = self._presenter.draft
        return tuple(replace(row, on_order=_on_order(row, draft)) for row in self._rows)

    @property
    def count(self) -> int:
        """How many rows are taken."""
        return sum(1 for row in self._rows or () if row.taken is not None)

    def read(self, done: Callable[[], None], failed: Callable[[OrderDeskError], None]) -> bool:
        """Read the basket, and call ``done`` when it is there; ``False`` where no customer is chosen."""
        customer_id, key = self._presenter.draft.customer_id, self._key()
        if customer_id is None:
            return False
        if self.is_known:
            done()
            return True
        self._of, self._rows = key, None
        since = self._presenter.desk.today - USUAL

        from orderdesk.services.reading.customer_history import usual_basket

        def loaded(found: Sequence[BasketRow]) -> None:
            if key == self._key():
                desk = self._presenter.desk
                self._rows = tuple(_offered(row, desk) for row in found)
                done()

        self._presenter.services.read(
            lambda connection: usual_basket(connection, customer_id, since), loaded, failed
        )
        return True

    def can_take(self, row: int, text: str) -> bool:
        """Return whether a typed quantity can be read; if not, the strip says why."""
        try:
            self._typed(row, text)
        except UserError as fault:
            self._presenter.fault(fault)
            return False
        return True

    def typed(self, row: int, text: str) -> None:
        """Take what was typed on a row; nothing, or nought, gives it back."""
        self._put(row, self._typed(row, text))

    def toggle(self, row: int) -> None:
        """Take a row with its usual quantity, or give it back."""
        offered = self.rows[row]
        if offered.taken is not None:
            self._put(row, _offered(offered.known, self._presenter.desk))
        elif offered.is_sold and offered.usual is not None:
            self._put(row, replace(offered, taken=offered.usual))

    def take_all(self) -> None:
        """Take every row that nobody has touched with its usual quantity: the same as ever."""
        self._rows = tuple(
            replace(row, taken=row.usual) if row.is_sold and row.taken is None else row for row in self.rows
        )

    def take(self) -> bool:
        """Put the rows taken below the lines, in one step; ``False`` where the order has no room for them."""
        presenter = self._presenter
        taken = [row for row in self.rows if row.taken is not None]
        if len(presenter.draft.lines) + len(taken) > MAX_LINES:
            presenter.say("entry.quick.full", "warn", n=MAX_LINES)
            return False
        self.forget()
        if taken:
            lines = (*presenter.draft.lines, *(self._line(row) for row in taken))
            presenter.change("basket", presenter.draft.model_copy(update={"lines": lines}))
            presenter.say_with_undo("memory.basket.taken", n=len(taken))
        return True

    def forget(self) -> None:
        """Begin anew the next time."""
        self._of, self._rows = None, None

    def _key(self) -> tuple[UUID, UUID | None]:
        return self._presenter.draft.id, self._presenter.draft.customer_id

    def _put(self, row: int, offered: Offered) -> None:
        rows = list(self.rows)
        rows[row] = offered
        self._rows = tuple(rows)

    def _typed(self, row: int, text: str) -> Offered:
        """Return the row with a typed quantity. Raises ``UserError`` for one that cannot be read."""
        offered = self.rows[row]
        untouched = _offered(offered.known, self._presenter.desk)
        if not text.strip() or offered.item is None:
            return untouched
        entry = read_quantity(text, units_of(offered.item, offered.unit), offered.quantity)
        if not entry.quantity:
            return untouched
        return replace(offered, taken=entry.quantity, unit=entry.unit)

    def _line(self, row: Offered) -> LineDraft:
        return LineDraft(
            id=self._presenter.services.ids.new(),
            item_id=row.id,
            typed_code=row.known.code,
            quantity=row.taken,
            unit=row.unit,
        )


def _offered(row: BasketRow, desk: Desk) -> Offered:
    item = desk.items.get(row.item_id)
    if item is None or not item.active:
        return Offered(row.item_id, row, None, row.unit, None)
    if item.factor(row.unit) is None:
        return Offered(row.item_id, row, item, item.sales_unit, None)
    return Offered(row.item_id, row, item, row.unit, row.quantity)


def _on_order(row: Offered, draft: OrderDraft) -> Decimal | None:
    """Return how much of the item the order has already; nothing where no line has it."""
    item = row.item
    factor = item.factor(row.unit) if item is not None else None
    if item is None or factor is None:
        return None
    found = [line for line in draft.lines if line.item_id == row.id and line.quantity]
    factors = [item.factor(line.unit or item.sales_unit) for line in found]
    total = sum(
        ((line.quantity or Decimal(0)) * own for line, own in zip(found, factors, strict=True) if own),
        Decimal(0),
    )
    return (total / factor).quantize(Decimal("0.001")) if found else None
