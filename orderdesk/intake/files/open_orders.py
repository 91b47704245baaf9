"""New orders from a file: the same orders as typed ones, with the same checks, prices and route.

Rows with the same number are one order; it is submitted in whole or not at all. The file's number is the
customer's own (客户订单号): ours is drawn here. A price in the file is one that was agreed on, so it is a
price typed by hand, with the file as its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from orderdesk.clock import Clock, SystemClock
from orderdesk.errors import Problem
from orderdesk.intake.files.batch import Batch, object_id
from orderdesk.intake.files.mapping import Options
from orderdesk.intake.files.rows import FileRow
from orderdesk.intake.files.verdicts import State
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.door import problems_of
from orderdesk.services.entry import evaluate
from orderdesk.services.reading.desk import load_customer, load_desk
from orderdesk.values import MAX_QUANTITY, MAX_UNIT_PRICE
from orderdesk.wire.commands import SubmitOrder
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft

_MOST_LINES = 2_000
# What a row calls the field that a problem of the draft speaks of.
_FIELDS = {
    "item_id": "item", "quantity": "quantity", "unit": "unit", "manual_price": "unit_price",
    "discount": "discount", "customer_id": "customer", "requested": "requested",
    "document_date": "document_date", "deliver_to": "address", "po_number": "number",
}  # fmt: skip


@dataclass(slots=True)
class _Order:
    """The rows of one order, in their order."""

    number: str
    rows: list[FileRow] = field(default_factory=list)


class OpenOrderTaking:
    """Submits the orders of one file; ``totals`` adds up what they come to, as the desk priced them."""

    def __init__(self, batch: Batch, rows: Sequence[FileRow], options: Options, file: str) -> None:
        self.orders = 0
        self.totals: dict[str, Decimal] = {}
        self._batch = batch
        self._rows = rows
        self._source = options.source
        self._file = file
        clock: Clock = SystemClock() if batch.door is None else batch.door.clock
        with batch.store.reading() as connection:
            self._desk: Desk = load_desk(connection, clock.now())
        self._customers = {one.code: one.id for one in self._desk.customers.values()}
        self._items = {one.code: one.id for one in self._desk.items.values()}

    def take(self) -> None:
        """Take in every order; a row without a number belongs to none and is rejected."""
        orders = self._grouped()
        self._batch.look_up(order.number for order in orders)
        done = len(self._batch.verdicts)
        for order in orders:
            if not self._batch.goes_on(done, len(self._rows)):
                return
            self._take_one(order)
            done += len(order.rows)

    def _grouped(self) -> list[_Order]:
        found: dict[str, _Order] = {}
        for row in self._rows:
            number = row.text("number", required=True)
            if number:
                found.setdefault(number, _Order(number)).rows.append(row)
            else:
                self._batch.judge(row, "", "rejected")
        return list(found.values())

    def _take_one(self, order: _Order) -> None:
        if self._batch.was_done(order.number):
            self._judge(order, "unchanged")
            return
        customer = self._customer_of(order.rows[0])
        draft = self._draft(order, customer)
        if draft is None:
            self._judge(order, "rejected")
            return
        verdict = evaluate(draft, self._desk, customer)
        # The door says the same again, with what only the store knows; a dry run has this alone.
        refused = verdict.blocks or self._batch.send(order.number, SubmitOrder(draft=draft))
        if refused:
            _report(order, refused)
            self._judge(order, "rejected")
            return
        self._judge(order, "created")
        if verdict.priced is not None:
            self.totals[draft.currency] = self.totals.get(draft.currency, Decimal(0)) + verdict.priced.total

    def _customer_of(self, row: FileRow) -> CustomerDesk | None:
        """Return the customer that a row names; reported where there is none of that code."""
        code = row.code("customer", required=True)
        found = self._customers.get(code)
        if found is None:
            if code:
                row.report("customer", "problem.reference.unknown", value=code)
            return None
        with self._batch.store.reading() as connection:
            return load_customer(connection, found)

    def _draft(self, order: _Order, customer: CustomerDesk | None) -> OrderDraft | None:
        first = order.rows[0]
        if len(order.rows) > _MOST_LINES:
            first.report("number", "problem.import.lines_many", most=_MOST_LINES)
        header = _header(first)
        for row in order.rows[1:]:
            for name, value in _header(row).items():
                if value != header[name]:
                    row.report(name, "problem.import.differs", value=order.number)
        lines = [self._line(order, row) for row in order.rows]
        if customer is None or any(row.findings for row in order.rows):
            return None
        place = _address(first)
        try:
            return OrderDraft.model_validate(
                {
                    "id": object_id(f"new order {self._source}", order.number), "channel": "file",
                    "customer_id": customer.id, "po_number": order.number,
                    "document_date": header["document_date"], "requested": header["requested"],
                    "deliver_to": place or (customer.addresses[0] if customer.addresses else AddressDraft()),
                    "currency": header["currency"] or customer.currency,
                    "prices_include_tax": customer.prices_include_tax, "when_short": customer.when_short,
                    "lines": lines,
                }
            )  # fmt: skip
        except ValidationError as fault:
            _report(order, problems_of(fault))
            return None

    def _line(self, order: _Order, row: FileRow) -> LineDraft:
        code = row.code("item", required=True)
        item: UUID | None = self._items.get(code)
        if code and item is None:
            row.report("item", "problem.reference.unknown", value=code)
        price = row.figure("unit_price", 4, MAX_UNIT_PRICE)
        return LineDraft(
            id=object_id(f"new order line {self._source}", f"{order.number}:{row.number}"),
            item_id=item,
            typed_code=code,
            quantity=row.figure("quantity", 3, MAX_QUANTITY, required=True),
            manual_price=price,
            manual_reason=self._file[:200] if price is not None else "",
            discount=row.rate("discount"),
        )

    def _judge(self, order: _Order, state: State) -> None:
        """Say what became of an order's rows; without one of its lines it would be another order."""
        for row in order.rows:
            if state == "rejected" and not row.findings:
                row.report("number", "problem.import.lines_rejected")
            self._batch.judge(row, order.number, state)
        self.orders += state != "rejected"


def _header(row: FileRow) -> dict[str, Any]:
    return {
        "customer": row.code("customer"), "document_date": row.day("document_date"),
        "requested": row.day("requested"), "currency": row.currency(), "receiver": row.text("receiver"),
        "address": row.text("address"), "city": row.text("city"), "region": row.text("region"),
    }  # fmt: skip


def _address(row: FileRow) -> AddressDraft | None:
    """Return where the file sends the order; ``None`` where it names no place: to the customer's own."""
    rest, city, region = row.text("address"), row.text("city"), row.text("region")
    if not (rest or city or region):
        return None
    return AddressDraft(province=region, city=city, rest=rest, receiver=row.text("receiver"))


def _report(order: _Order, refused: Iterable[Problem]) -> None:
    """Put each problem at the row and the field it speaks of, else at the order's first row."""
    for problem in refused:
        index, _, rest = problem.path.removeprefix("lines[").partition("]")
        at = int(index) if index.isdigit() and int(index) < len(order.rows) else 0
        name = _FIELDS.get((rest or problem.path).strip(".").partition(".")[0], "number")
        row = order.rows[at]
        row.findings.append(row.finding(name if name in row.layout else "number", problem))
