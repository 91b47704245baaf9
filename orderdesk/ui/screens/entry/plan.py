"""The deliveries of a line while they are planned: an expression, its parts, what is left. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import UserError
from orderdesk.ports import Ids
from orderdesk.rules.entry import parse_schedule, read_date, read_quantity
from orderdesk.services.desk import Desk
from orderdesk.services.entry import available_for, sales_unit
from orderdesk.ui.screens.entry.rows import StockWord
from orderdesk.values import plain
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft, ScheduleDraft

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """One part as the table shows it. ``deliver_to`` ``None`` is the order's own address."""

    id: UUID
    position: int
    quantity: Decimal
    requested: date | None
    deliver_to: AddressDraft | None
    stock: StockWord = ""


class Plan:
    """The deliveries of one line, and of the others that the same expression is for."""

    def __init__(self, draft: OrderDraft, lines: Sequence[LineDraft], desk: Desk, ids: Ids) -> None:
        self.draft = draft
        self.lines = tuple(lines)
        self.text = ""
        self._desk = desk
        self._ids = ids
        self._parts = tuple(
            PlannedPart(part.id, at, part.quantity, part.requested, part.deliver_to)
            for at, part in enumerate(lines[0].schedule, start=1)
        ) or (self._part(1, self.quantity, draft.requested),)

    @property
    def line(self) -> LineDraft:
        """The line whose parts stand in the table."""
        return self.lines[0]

    @property
    def quantity(self) -> Decimal:
        """What is to be delivered of it."""
        return self.line.quantity or ZERO

    @property
    def left(self) -> Decimal:
        """What is in no part yet; negative where the parts are too much."""
        return self.quantity - sum((part.quantity for part in self._parts), ZERO)

    @property
    def parts(self) -> tuple[PlannedPart, ...]:
        """The parts with their stock words: what is available serves the earlier date first."""
        item = self._desk.items.get(self.line.item_id) if self.line.item_id is not None else None
        if item is None:
            return self._parts
        free = available_for(self._desk, item.id, self.draft.site_id)
        factor = item.factor(sales_unit(self.line, item))
        if free is None or factor is None:
            return tuple(replace(part, stock="unknown") for part in self._parts)
        words: dict[UUID, StockWord] = {}
        rest = free / factor
        for part in sorted(self._parts, key=lambda one: (one.requested is None, one.requested or date.min)):
            words[part.id] = "ok" if rest >= part.quantity else "part" if rest > 0 else "none"
            rest = max(rest - part.quantity, ZERO)
        return tuple(replace(part, stock=words[part.id]) for part in self._parts)

    def read(self, text: str) -> None:
        """Take an expression for the table; addresses that stand there stay with their place.

        Raises ``UserError`` for a text that cannot be read; the parts stay as they were.
        """
        self.text = text
        if not text.strip():
            return
        found = parse_schedule(text, self.quantity, self._desk.today, self.draft.requested)
        addresses = [part.deliver_to for part in self._parts]
        self._parts = tuple(
            replace(
                self._part(at + 1, part.quantity, part.requested),
                deliver_to=addresses[at] if at < len(addresses) else None,
            )
            for at, part in enumerate(found.parts)
        )

    def set_quantity(self, at: int, text: str) -> None:
        """Set the quantity of a part; raises ``UserError`` for a text that cannot be read.

        Where the parts added up before, the last one takes the difference, so they still do. Of the last
        itself, and where it has too little to give, the difference is left over for the clerk to see.
        """
        before = self._parts[at].quantity
        quantity = read_quantity(text, (("", Decimal(1)),), before).quantity
        last = len(self._parts) - 1
        rest = self._parts[last].quantity + before - quantity
        if at < last and not self.left and rest > 0:
            self._set(last, quantity=rest)
        self._set(at, quantity=quantity)

    def set_date(self, at: int, text: str) -> None:
        """Set the date of a part, or none; raises ``UserError`` for a text that cannot be read."""
        self._set(at, requested=read_date(text, self._desk.today) if text.strip() else None)

    def set_address(self, at: int, address: AddressDraft | None) -> None:
        """Send a part to an address; the order's own is kept as such and moves with it."""
        self._set(at, deliver_to=None if address == self.draft.deliver_to else address)

    def insert(self, at: int) -> None:
        """Put another part after a row, with what is left."""
        day = self._parts[at].requested if 0 <= at < len(self._parts) else self.draft.requested
        fresh = self._part(0, max(self.left, ZERO), day)
        self._renumber((*self._parts[: at + 1], fresh, *self._parts[at + 1 :]))

    def delete(self, at: int) -> None:
        """Take a part out; what it held is left over."""
        if len(self._parts) > 1 and 0 <= at < len(self._parts):
            self._renumber((*self._parts[:at], *self._parts[at + 1 :]))

    def rest_undated(self) -> None:
        """Deliver what is left later, on no date yet."""
        if self.left > 0:
            self._renumber((*self._parts, self._part(0, self.left, None)))

    def schedules(self) -> Mapping[UUID, tuple[ScheduleDraft, ...]]:
        """Return the schedules of all lines; the first has the table's, the others the expression's.

        Raises ``UserError`` where the parts of a line are not its quantity.
        """
        if self.left:
            code = "error.schedule.left" if self.left > 0 else "error.schedule.over"
            raise UserError(
                code,
                difference=plain(abs(self.left)),
                scheduled=plain(self.quantity - self.left),
                quantity=plain(self.quantity),
            )
        made = {self.line.id: self._schedule(self._parts)}
        for line in self.lines[1:]:
            made[line.id] = self._of_other(line)
        return made

    def _of_other(self, line: LineDraft) -> tuple[ScheduleDraft, ...]:
        if not self.text.strip() or not line.quantity:
            return line.schedule
        other = Plan(self.draft, (line,), self._desk, self._ids)
        other.read(self.text)
        for at, part in enumerate(self._parts[: len(other._parts)]):
            other.set_address(at, part.deliver_to)
        if other.left:
            raise UserError("entry.schedule.other", code=line.typed_code, left=plain(other.left))
        return self._schedule(other._parts)

    def _schedule(self, parts: Sequence[PlannedPart]) -> tuple[ScheduleDraft, ...]:
        only = parts[0]
        if len(parts) == 1 and only.requested == self.draft.requested and only.deliver_to is None:
            return ()  # as the order: it follows the order's date
        return tuple(
            ScheduleDraft(
                id=part.id, quantity=part.quantity, requested=part.requested, deliver_to=part.deliver_to
            )
            for part in parts
            if part.quantity
        )

    def _set(self, at: int, **fields: object) -> None:
        parts = list(self._parts)
        parts[at] = replace(parts[at], **fields)  # type: ignore[arg-type] # named by each caller
        self._parts = tuple(parts)

    def _renumber(self, parts: Sequence[PlannedPart]) -> None:
        self._parts = tuple(replace(part, position=at) for at, part in enumerate(parts, start=1))

    def _part(self, position: int, quantity: Decimal, day: date | None) -> PlannedPart:
        return PlannedPart(self._ids.new(), position, quantity, day, None)
