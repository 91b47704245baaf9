"""Price adjustments between store and window: the list, the one in hand, and whom it meets. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem, UserError
from orderdesk.rules.adjustments import AdjustmentState, adjustment_state
from orderdesk.rules.entry import read_date, read_price
from orderdesk.rules.price_changes import Beside, beside
from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.adjustments import (
    AdjustmentCard,
    AdjustmentRow,
    Impact,
    adjustment_card,
    adjustment_rows,
    impact,
    prices_on,
)
from orderdesk.services.reading.prices import PriceListHead, price_list_heads
from orderdesk.services.store import Reader
from orderdesk.ui.messages import Message, Severity
from orderdesk.ui.screens.adjustments.contract import AdjustmentsBackend, AdjustmentsView
from orderdesk.ui.screens.adjustments.rows import LineRow
from orderdesk.ui.screens.adjustments.sending import Sending
from orderdesk.wire.outcomes import Changes
from orderdesk.wire.records import AdjustmentLineRecord, AdjustmentRecord

_SHOWN_TYPES = frozenset({"price_adjustment", "price_list", "item", "order"})
_Key = tuple[UUID, UUID, str]


class AdjustmentsPresenter:
    """Keeps the list as the store has it, and one adjustment with what is typed over it."""

    def __init__(self, backend: AdjustmentsBackend, view: AdjustmentsView) -> None:
        self.backend = backend
        self.view = view
        self._rows: tuple[AdjustmentRow, ...] = ()
        self._heads: dict[UUID, PriceListHead] = {}
        self._focused: UUID | None = None
        self._stored: AdjustmentCard | None = None
        self._record: AdjustmentRecord | None = None
        self._steps: list[tuple[str, AdjustmentRecord]] = []
        self._impact: Impact | None = None
        self._impact_of: tuple[AdjustmentLineRecord, ...] | None = None
        self._problems: tuple[Problem, ...] = ()
        self._is_reading = False
        self._is_stale = False
        self.sending = Sending(self)
        self._is_closed = False

    # what stands there

    @property
    def rows(self) -> tuple[AdjustmentRow, ...]:
        """The adjustments, newest first."""
        return self._rows

    @property
    def record(self) -> AdjustmentRecord | None:
        """The adjustment under the hands."""
        return self._record

    @property
    def row(self) -> AdjustmentRow | None:
        """What the store has of it; ``None`` while it is new."""
        return self._stored.row if self._stored is not None else None

    @property
    def impact(self) -> Impact | None:
        """Whom it meets; ``None`` while that is being reckoned."""
        return self._impact

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the last publishing was refused for."""
        return self._problems

    @property
    def today(self) -> date:
        """The day it is at the site."""
        return self.backend.desk().today

    @property
    def may_change(self) -> bool:
        """Whether who works here adjusts prices."""
        person = self.backend.person
        return person is not None and allowing_row(person.roles, "put_adjustment", "any") is not None

    @property
    def can_edit(self) -> bool:
        """Whether the adjustment on show can be typed into."""
        return self.may_change and self._record is not None and self.state == "draft"

    @property
    def state(self) -> AdjustmentState:
        """What is shown of the adjustment: a new one is a draft."""
        row = self.row
        return "draft" if row is None else adjustment_state(row.state, row.start, self.today)

    @property
    def can_roll_back(self) -> bool:
        """Whether the adjustment can be taken back, or, before its start, called off."""
        return self.may_change and self.state in ("scheduled", "in_force")

    @property
    def is_modified(self) -> bool:
        """Whether anything waits to be saved."""
        if self._record is None:
            return False
        return self._stored is None or self._record != self._stored.record

    @property
    def undo_name(self) -> str:
        """The code of the step that undo takes back."""
        return self._steps[-1][0] if self._steps else ""

    def state_of(self, row: AdjustmentRow) -> AdjustmentState:
        """Return what is shown of an adjustment in the list."""
        return adjustment_state(row.state, row.start, self.today)

    def lines(self) -> tuple[LineRow, ...]:
        """Return the lines, with the row for a new one last while it can be typed into."""
        if self._record is None:
            return ()
        found = tuple(self._line_row(line) for line in self._record.lines)
        return (*found, LineRow(None)) if self.can_edit else found

    def list_codes(self) -> tuple[PriceListHead, ...]:
        """Return the lists that a line can be of."""
        return tuple(self._heads.values())

    # reading

    def close(self) -> None:
        """The window has gone: answers that are still under way reach nobody."""
        self._is_closed = True

    def refresh(self) -> None:
        """Read the list, and the adjustment in focus unless something is typed over it."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        wanted = self._focused

        def work(connection: Reader) -> Any:
            card = adjustment_card(connection, wanted) if wanted is not None else None
            return wanted, adjustment_rows(connection), price_list_heads(connection), card

        self.backend.read(work, self._take, self.failed)

    def take_changes(self, changes: Changes) -> None:
        """Somebody committed something: read again what it may have changed here."""
        if any(entry.type in _SHOWN_TYPES for entry in changes.touched):
            self._impact_of = None
            self.refresh()

    def focus(self, adjustment_id: UUID | None) -> None:
        """Show the adjustment that the cursor has come to; one that is typed in is left for nobody."""
        if adjustment_id == self._focused or adjustment_id is None or self.is_modified:
            return
        self._focused = adjustment_id
        self._stored, self._record, self._impact, self._impact_of = None, None, None, None
        self._steps, self._problems = [], ()
        self.refresh()

    def begin(self, seed: AdjustmentRecord | None = None) -> bool:
        """Begin a new adjustment, with the lines of ``seed``; return whether nothing stood in the way."""
        if not self.may_change:
            return False
        if self.is_modified:
            self.say("adjustments.save_first", "warn")
            return False
        start = self.today + timedelta(days=1)
        self._record = seed or AdjustmentRecord(id=self.backend.ids.new(), start=start)
        self._focused, self._stored, self._steps, self._problems = self._record.id, None, [], ()
        self._impact, self._impact_of = None, None
        self._ask_old_prices()
        self._changed()
        return True

    # changing

    def set_field(self, name: str, value: object) -> None:
        """Set a field of the head: ``start``, ``reason``, ``open_orders``."""
        if self._record is None or not self.can_edit:
            return
        self._step(f"adjustments.step.{name}", self._record.model_copy(update={name: value}))
        if name == "start":
            self._ask_old_prices()

    def takes_day(self, text: str) -> bool:
        """Take a start date as typed; ``False``, with the reason said, if it is none or over."""
        try:
            day = read_date(text, self.today)
        except UserError as fault:
            self.say(fault.code, "error", **fault.params)
            return False
        if day < self.today:
            self.say("problem.adjustment.start", "error", day=day.isoformat())
            return False
        self.set_field("start", day)
        return True

    def takes(self, row: LineRow, key: str, text: str) -> bool:
        """Return whether a typed text can be taken; if not, say why."""
        try:
            if key == "new_price":
                read_price(text)
        except UserError as fault:
            self.say(fault.code, "error", **fault.params)
            return False
        return True

    def type(self, row: LineRow, key: str, value: object) -> None:
        """Take what was typed into a line, or the item or list that was chosen for it."""
        if self._record is None or not self.can_edit:
            return
        if row.id is None:
            if key == "code" and isinstance(value, UUID):
                self._add(value)
            return
        line = next(one for one in self._record.lines if one.id == row.id)
        if key == "new_price":
            self._put(line.model_copy(update={"new_price": read_price(str(value))}), "adjustments.step.price")
        elif key == "list" and isinstance(value, UUID):
            moved = line.model_copy(update={"price_list_id": value, "old_price": None})
            self._put(moved, "adjustments.step.list")
            self._ask_old_prices()

    def delete(self, rows: Iterable[LineRow]) -> bool:
        """Take lines out."""
        gone = {row.id for row in rows if row.id is not None}
        if self._record is None or not self.can_edit or not gone:
            return False
        kept = tuple(line for line in self._record.lines if line.id not in gone)
        self._step("adjustments.step.delete", self._record.model_copy(update={"lines": kept}))
        return True

    def undo(self) -> bool:
        """Take the last step back."""
        if not self._steps:
            return False
        _name, self._record = self._steps.pop()
        self._changed()
        return True

    def jump(self, problem: Problem) -> None:
        """Go to where a problem can be mended."""
        path = problem.path.removeprefix("record.")
        if self._record is not None and path.startswith("lines["):
            at = int(path[6:].partition("]")[0])
            field = path.rpartition(".")[2]
            if at < len(self._record.lines):
                self.view.go_to_line(
                    self._record.lines[at].id, {"price_list_id": "list"}.get(field, "new_price")
                )
        elif path in ("start", "reason"):
            self.view.go_to_field(path)

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence in the message strip."""
        self.view.show_message(Message(code, params, severity))

    # inside

    def _line_row(self, line: AdjustmentLineRecord) -> LineRow:
        head = self._heads.get(line.price_list_id)
        item = self.backend.desk().items.get(line.item_id)
        at_side = Beside(None, None)
        if item is not None and head is not None:
            at_side = beside(item, line.unit, includes_tax=head.prices_include_tax)
        return LineRow(
            line.id, head.code if head is not None else "", item, line.unit, line.old_price, line.new_price,
            at_side,
        )  # fmt: skip

    def _add(self, item_id: UUID) -> None:
        record, item = self._record, self.backend.desk().items.get(item_id)
        if record is None or item is None or not self._heads:
            return
        list_id = record.lines[-1].price_list_id if record.lines else next(iter(self._heads))
        if any(
            line.item_id == item_id and line.price_list_id == list_id and line.unit == item.sales_unit
            for line in record.lines
        ):
            self.say("problem.adjustment.twice", "warn")
            return
        fresh = AdjustmentLineRecord(
            id=self.backend.ids.new(), price_list_id=list_id, item_id=item_id, unit=item.sales_unit,
            new_price=Decimal(0),
        )  # fmt: skip
        self._step("adjustments.step.add", record.model_copy(update={"lines": (*record.lines, fresh)}))
        self._ask_old_prices(new_too=fresh.id)
        self.view.go_to_line(fresh.id, "new_price")

    def _put(self, line: AdjustmentLineRecord, name: str) -> None:
        assert self._record is not None  # the caller has looked
        lines = tuple(line if one.id == line.id else one for one in self._record.lines)
        self._step(name, self._record.model_copy(update={"lines": lines}))

    def _step(self, name: str, record: AdjustmentRecord) -> None:
        if self._record is None or record == self._record:
            return
        self._steps.append((name, self._record))
        self._record, self._problems = record, ()
        self._changed()

    def _ask_old_prices(self, new_too: UUID | None = None) -> None:
        """Read what the lines cost on the start date; a fresh line begins with that as its new price."""
        record = self._record
        if record is None or not record.lines:
            return
        keys: list[_Key] = [(one.price_list_id, one.item_id, one.unit) for one in record.lines]
        start = record.start

        def taken(found: dict[_Key, Decimal]) -> None:
            now = self._record
            if self._is_closed or now is None or now.id != record.id or now.start != start:
                return
            self._record = now.model_copy(
                update={"lines": tuple(_with_old(line, found, new_too) for line in now.lines)}
            )
            self._changed()

        self.backend.read(lambda connection: prices_on(connection, keys, start), taken, self.failed)

    def _changed(self) -> None:
        self._reckon()
        if not self._is_closed:
            self.view.show_form()

    def _reckon(self) -> None:
        """Have winners and losers reckoned, on the lane for long reads; of a quick change only the end."""
        record = self._record
        if record is None or record.lines == self._impact_of:
            return
        lines, now = record.lines, self.backend.clock.now()
        self._impact_of, self._impact = lines, None

        def taken(found: Impact) -> None:
            if not self._is_closed and self._impact_of == lines:
                self._impact = found
                self.view.show_form()

        self.backend.read_long(lambda connection: impact(connection, lines, now), taken, self.failed)

    @property
    def focused(self) -> UUID | None:
        """The adjustment on show."""
        return self._focused

    @property
    def is_closed(self) -> bool:
        """Whether the window has gone."""
        return self._is_closed

    def take_sent(self, wanted: UUID, card: AdjustmentCard | None, rows: tuple[AdjustmentRow, ...]) -> bool:
        """Show what the store has of an adjustment after a command; return whether it is still on show."""
        self._rows = rows
        if self._is_closed or card is None or self._focused != wanted:
            return False
        self._stored, self._record, self._steps, self._problems = card, card.record, [], ()
        self._impact_of = None
        self.view.show_list()
        self._changed()
        return True

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what a command was refused for."""
        self._problems = problems
        self.view.show_form()

    def drop(self) -> None:
        """Forget an adjustment that was never saved."""
        self._record, self._stored, self._focused, self._impact = None, None, None, None
        self._steps, self._problems = [], ()
        self.view.show_form()
        self.view.show_list()

    def _take(self, found: Any) -> None:
        self._is_reading = False
        if self._is_closed:
            return
        wanted, self._rows, heads, card = found
        self._heads = {head.id: head for head in heads}
        if wanted == self._focused and card is not None and (self._record is None or not self.is_modified):
            self._stored, self._record = card, card.record
        self.view.show_list()
        self._changed()
        if self._is_stale:
            self.refresh()

    def failed(self, fault: OrderDeskError) -> None:
        """Say what went wrong."""
        self._is_reading = False
        if not self._is_closed:
            self.say(fault.code, "error", **fault.params)


def _with_old(
    line: AdjustmentLineRecord, found: dict[_Key, Decimal], new_too: UUID | None
) -> AdjustmentLineRecord:
    old = found.get((line.price_list_id, line.item_id, line.unit))
    fields: dict[str, object] = {"old_price": old}
    if line.id == new_too and old is not None:
        fields["new_price"] = old
    return line.model_copy(update=fields)
