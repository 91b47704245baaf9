"""Orders that happened elsewhere: rows with the same number are one order, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from orderdesk.errors import Problem
from orderdesk.intake.files.batch import Batch, object_id
from orderdesk.intake.files.mapping import Options
from orderdesk.intake.files.rows import FileRow
from orderdesk.intake.files.verdicts import State
from orderdesk.services.door import problems_of
from orderdesk.services.history import line_amount, past_amount, past_order_evidence
from orderdesk.services.reading.records import past_orders
from orderdesk.services.reading.whole_records import customers_by_code, items_by_code
from orderdesk.values import MAX_AMOUNT, MAX_QUANTITY, MAX_UNIT_PRICE, round_price
from orderdesk.wire.commands import PastLine, PutCustomer, PutItem, RecordPastOrder
from orderdesk.wire.records import CustomerRecord, ItemRecord

_MOST_LINES = 2_000
_ONE = Decimal(1)
_ZERO = Decimal(0)
_CENT = Decimal("0.01")  # a source rounds its amounts; further off than this one of its figures is wrong


@dataclass(slots=True)
class _Order:
    """The rows of one order, with what its first row says of the order as a whole."""

    number: str
    rows: list[FileRow] = field(default_factory=list)
    header: dict[str, Any] = field(default_factory=dict)
    lines: list[PastLine | None] = field(default_factory=list)


class OrderTaking:
    """Takes in the orders of one file and adds up those that are in the store afterwards."""

    def __init__(self, batch: Batch, rows: Sequence[FileRow], options: Options) -> None:
        self.orders = 0
        self.totals: dict[str, Decimal] = {}
        self._batch = batch
        self._rows = rows
        self._options = options
        self._customers: set[str] = set()
        self._items: set[str] = set()
        self._present: Mapping[str, str] = {}

    def take(self) -> None:
        """Take in every order; a row without a number belongs to none and is rejected."""
        grouped = self._grouped()
        customers = {order.header["customer_code"] for order in grouped}
        items = {line.item_code for order in grouped for line in order.lines if line is not None}
        with self._batch.store.reading() as connection:
            self._customers = set(customers_by_code(connection, customers))
            self._items = set(items_by_code(connection, items))
            self._present = past_orders(connection, self._options.source)
        self._batch.look_up(order.rows[0].number for order in grouped)
        done = len(self._batch.verdicts)
        for order in grouped:
            if not self._batch.goes_on(done, len(self._rows)):
                return
            self._take_one(order)
            done += len(order.rows)

    def _grouped(self) -> list[_Order]:
        found: dict[str, _Order] = {}
        for row in self._rows:
            number = row.code("number", required=True)
            if not number:
                self._batch.judge(row, "", "rejected")
                continue
            order = found.setdefault(number, _Order(number))
            header = _header(row)
            order.header = order.header or header
            for name, value in header.items():
                if value != order.header[name]:
                    row.report(_HEADER[name], "problem.import.differs", value=number)
            order.rows.append(row)
            order.lines.append(_line(row))
        return list(found.values())

    def _take_one(self, order: _Order) -> None:
        self._check_references(order)
        if len(order.rows) > _MOST_LINES:
            order.rows[0].report("number", "problem.import.lines_many", most=_MOST_LINES)
        command = self._command(order)
        if command is None:
            self._reject(order)
            return
        stored = self._present.get(order.number)
        if stored == past_order_evidence(command):
            self._count(order, command, "unchanged")
            return
        if stored is not None:
            params = {"number": order.number, "source": self._options.source}
            order.rows[0].report("number", "problem.past_order.differs", **params)
            self._reject(order)
            return
        refused = self._batch.send(order.rows[0].number, command)
        if refused:
            _report_refusals(order, refused)
            self._reject(order)
        else:
            self._count(order, command, "created")

    def _check_references(self, order: _Order) -> None:
        """Report what an order names and the store does not have; with leave from the mapping it is made."""
        first, code = order.rows[0], order.header["customer_code"]
        whole = not any(row.findings for row in order.rows)
        if code and code not in self._customers:
            if not self._options.create_missing:
                first.report("customer", "problem.reference.unknown", value=code)
            elif whole:
                self._make_customer(first, code)
        for row, line in zip(order.rows, order.lines, strict=True):
            if line is None or line.item_code in self._items:
                continue
            if not self._options.create_missing:
                row.report("item", "problem.reference.unknown", value=line.item_code)
            elif whole:
                self._make_item(row, line.item_code)

    def _make_customer(self, row: FileRow, code: str) -> None:
        record = CustomerRecord(
            id=object_id("customer", code), code=code, name=row.text("customer_name") or code,
            currency=row.currency(),
        )  # fmt: skip
        key = f"customer {code}"
        self._batch.look_up([key])
        refused = self._batch.send(key, PutCustomer(record=record))
        row.findings.extend(row.finding("customer", problem) for problem in refused)
        if not refused:
            self._customers.add(code)

    def _make_item(self, row: FileRow, code: str) -> None:
        record = ItemRecord(
            id=object_id("item", code), code=code, name=row.text("item_name") or code, tax_rate=_ZERO
        )
        key = f"item {code}"
        self._batch.look_up([key])
        refused = self._batch.send(key, PutItem(record=record))
        row.findings.extend(row.finding("item", problem) for problem in refused)
        if not refused:
            self._items.add(code)

    def _command(self, order: _Order) -> RecordPastOrder | None:
        if any(row.findings for row in order.rows):
            return None
        try:
            return RecordPastOrder.model_validate(
                {
                    "order_id": object_id(f"order {self._options.source}", order.number),
                    "source": self._options.source, "number": order.number, **order.header,
                    "lines": [line for line in order.lines if line is not None],
                }
            )  # fmt: skip
        except ValidationError as fault:
            _report_refusals(order, problems_of(fault))
            return None

    def _reject(self, order: _Order) -> None:
        """Reject all rows of an order: without one of its lines it would be another order."""
        for row in order.rows:
            if not row.findings:
                row.report("number", "problem.import.lines_rejected")
            self._batch.judge(row, order.number, "rejected")

    def _count(self, order: _Order, command: RecordPastOrder, state: State) -> None:
        for row in order.rows:
            self._batch.judge(row, order.number, state)
        self.orders += 1
        total = sum((past_amount(line) for line in command.lines), _ZERO)
        self.totals[command.currency] = self.totals.get(command.currency, _ZERO) + total


# What an order as a whole has, and the field of a row that says it.
_HEADER = {
    "customer_code": "customer", "document_date": "document_date", "requested": "requested",
    "shipped": "shipped", "currency": "currency", "freight": "freight", "ship_to_name": "receiver",
    "ship_to_address": "address", "ship_to_city": "city", "ship_to_region": "region",
    "salesperson": "salesperson",
}  # fmt: skip


def _header(row: FileRow) -> dict[str, Any]:
    currency = row.currency()
    if not currency:
        row.report("currency", "problem.import.missing")
    return {
        "customer_code": row.code("customer", required=True),
        "document_date": row.day("document_date", required=True), "requested": row.day("requested"),
        "shipped": row.day("shipped"), "currency": currency,
        "freight": row.figure("freight", 4, MAX_AMOUNT) or _ZERO, "ship_to_name": row.text("receiver"),
        "ship_to_address": row.text("address"), "ship_to_city": row.text("city"),
        "ship_to_region": row.text("region"), "salesperson": row.text("salesperson"),
    }  # fmt: skip


def _line(row: FileRow) -> PastLine | None:
    """Return a row's line; a unit price that the row does not name is what its amount comes to a unit."""
    code = row.code("item", required=True)
    quantity = row.figure("quantity", 3, MAX_QUANTITY, required=True)
    if quantity == 0:
        row.report("quantity", "problem.past_order.quantity")
    discount = row.rate("discount") or _ZERO
    price, amount = row.figure("unit_price", 4, MAX_UNIT_PRICE), row.figure("amount", 4, MAX_AMOUNT)
    if price is None and (amount is None or discount == 1):
        row.report("unit_price", "problem.import.missing")
    if row.findings or not quantity:
        return None
    if price is None and amount is not None:
        price = round_price(amount / quantity / (_ONE - discount))
    elif price is not None and amount is not None:
        computed = line_amount(price, quantity, discount)
        if abs(computed - amount) > _CENT:
            row.report("amount", "problem.import.amount_differs", value=str(amount), computed=str(computed))
    if row.findings or price is None:
        return None
    return PastLine(item_code=code, quantity=quantity, unit_price=price, discount=discount, amount=amount)


def _report_refusals(order: _Order, refused: Iterable[Problem]) -> None:
    """Put each problem at the row it speaks of, else at the order's first."""
    for problem in refused:
        index = problem.path.removeprefix("lines[").partition("]")[0]
        row = order.rows[int(index)] if index.isdigit() and int(index) < len(order.rows) else order.rows[0]
        row.findings.append(row.finding("item" if index.isdigit() else "number", problem))
