"""Carries a plan of Northwind through the one door, and says what became of each row.

What the store has already stays as it is: people may have worked on it since. So a second import adds
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.intake.northwind import (
    CURRENCY,
    SOURCE,
    Plan,
    PlannedItem,
    PlannedOrder,
    price_list,
    source_id,
)
from orderdesk.intake.tables import RowProblem, TableRow
from orderdesk.ports import Ids
from orderdesk.services.context import SYSTEM
from orderdesk.services.door import Door
from orderdesk.services.history import past_order_evidence
from orderdesk.services.reading.records import default_site, executed_commands, past_orders, record_ids
from orderdesk.services.store import Store
from orderdesk.wire.commands import Command, CommandData, MoveStock, PutCustomer, PutItem, PutPriceList

KINDS = ("customers", "items", "orders", "lines")


@dataclass(frozen=True, slots=True)
class Count:
    """What became of the rows of one kind; the three add up to ``rows``."""

    rows: int
    created: int
    unchanged: int

    @property
    def rejected(self) -> int:
        """Rows that are not in the store."""
        return self.rows - self.created - self.unchanged


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did, or on a dry run would do; ``total`` is the exact sum of the lines it found good."""

    counts: Mapping[str, Count]  # by kind
    orders: int
    lines: int
    total: Decimal
    currency: str
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True)
class _Present:
    """What the store has before the import."""

    records: set[UUID]
    orders: Mapping[str, str]
    commands: set[UUID]
    site: UUID | None


class _Run:
    """One import; ``door`` is ``None`` on a dry run."""

    def __init__(self, door: Door | None, ids: Ids, present: _Present) -> None:
        self.door = door
        self.ids = ids
        self.present = present
        self.created = dict.fromkeys(KINDS, 0)
        self.unchanged = dict.fromkeys(KINDS, 0)
        self.problems: list[RowProblem] = []

    def send(self, row: TableRow | None, data: CommandData, op_id: UUID | None = None) -> bool:
        """Send a command as the store itself; a refusal is noted at ``row``. Returns whether it was done."""
        if self.door is None:
            return True
        outcome = self.door.execute(Command(id=op_id or self.ids.new(), data=data), SYSTEM)
        if row is not None:
            for line in outcome.problems:
                problem = Problem(line.code, line.path, line.params, line.severity)
                self.problems.append(RowProblem(row.file, row.number, line.path, problem))
        return not outcome.is_refused

    def put(self, kind: str, row: TableRow, object_id: UUID, data: CommandData) -> bool:
        """Put a record that the store does not have; return whether the store has it afterwards."""
        if object_id in self.present.records:
            self.unchanged[kind] += 1
            return True
        done = self.send(row, data)
        self.created[kind] += done
        return done


def run_import(plan: Plan, store: Store, door: Door | None, ids: Ids) -> ImportSummary:
    """Send what the store lacks, each row for itself; without a door (dry run) nothing is written."""
    run = _Run(door, ids, _present(plan, store))
    customers = {
        entry.record.code
        for entry in plan.customers
        if run.put("customers", entry.row, entry.record.id, PutCustomer(record=entry.record))
    }
    items = [
        entry
        for entry in plan.items
        if run.put("items", entry.row, entry.record.id, PutItem(record=entry.record))
    ]
    _put_prices_and_stock(run, items)
    there = _record_orders(run, plan.orders, customers, {entry.record.code for entry in items})
    return ImportSummary(
        counts={kind: Count(plan.rows[kind], run.created[kind], run.unchanged[kind]) for kind in KINDS},
        orders=len(there),
        lines=sum(len(entry.lines) for entry in there),
        total=sum((entry.total for entry in there), Decimal(0)),
        currency=CURRENCY,
        problems=(*plan.problems, *run.problems),
    )


def _present(plan: Plan, store: Store) -> _Present:
    with store.reading() as connection:
        return _Present(
            records=record_ids(connection),
            orders=past_orders(connection, SOURCE),
            commands=executed_commands(connection, (_stock_op(entry) for entry in plan.items)),
            site=default_site(connection),
        )


def _stock_op(entry: PlannedItem) -> UUID:
    """Return the id under which an item's stock is moved in: made from the source, so it happens once."""
    return source_id("stock", entry.record.code)


def _put_prices_and_stock(run: _Run, items: Iterable[PlannedItem]) -> None:
    record = price_list(entry.price for entry in items)
    if record.prices and record.id not in run.present.records:
        run.send(None, PutPriceList(record=record))
    for entry in items:
        if not entry.stock or run.present.site is None or _stock_op(entry) in run.present.commands:
            continue
        data = MoveStock(
            item_id=entry.record.id, site_id=run.present.site, quantity=entry.stock, kind="goods_in",
            note=SOURCE,
        )  # fmt: skip
        run.send(entry.row, data, _stock_op(entry))


def _record_orders(
    run: _Run, orders: Iterable[PlannedOrder], customers: set[str], items: set[str]
) -> list[PlannedOrder]:
    """Record the orders that the store lacks; return all that it has afterwards."""
    there = []
    for entry in orders:
        if _names_what_is_missing(run, entry, customers, items):
            continue
        if run.present.orders.get(entry.command.number) == past_order_evidence(entry.command):
            counts = run.unchanged
        elif run.send(entry.row, entry.command):
            counts = run.created
        else:
            continue
        counts["orders"] += 1
        counts["lines"] += len(entry.lines)
        there.append(entry)
    return there


def _names_what_is_missing(run: _Run, entry: PlannedOrder, customers: set[str], items: set[str]) -> bool:
    """Whether an order names a record that was refused: its code may be somebody else's now."""
    missing = (
        [("customerID", entry.command.customer_code)] if entry.command.customer_code not in customers else []
    )
    missing += [("productID", line.item_code) for line in entry.command.lines if line.item_code not in items]
    for column, value in missing:
        problem = Problem("problem.reference.unknown", column, {"value": value})
        run.problems.append(RowProblem(entry.row.file, entry.row.number, column, problem))
    return bool(missing)
