"""Submitting an order of 10 lines, against the bare driver's insert of the very same rows.

Two equal stores: the desk submits into one; what it inserted, values and all, the bare driver then inserts
into the other, in one transaction with the same durability. So both write the same rows onto the same disk.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import event, update

from devtools.bench.measure import clocked, compare
from devtools.bench.table import Row
from orderdesk.clock import FixedClock
from orderdesk.intake.sample import sample_id, seed_sample
from orderdesk.models import Customer, StockLevel
from orderdesk.ports import Ports, fixed_ports
from orderdesk.services.context import Actor
from orderdesk.services.entry import price_draft
from orderdesk.services.reading.desk import load_customer, load_desk
from orderdesk.services.registry import open_door
from orderdesk.services.store import Store, create_store, open_store
from orderdesk.wire.commands import Command, SubmitOrder
from orderdesk.wire.drafts import LineDraft, OrderDraft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from devtools.bench.place import Place

BAR = 12.0
NOW = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
CODES = ("A105", "A107", "A110", "A115", "A120", "B210", "B211", "B212", "B220", "C330")
CUSTOMER = sample_id("customer", "C1001")
CLERK = Actor(person_id=sample_id("person", "lina"), device="bench")
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}

Inserts = list[tuple[str, list[Any]]]


def rows(place: Place) -> Iterator[Row]:
    """Yield a row for each database."""
    for kind in place.databases:
        urls = place.twins(kind, _found)
        value, floor = _measure(*urls, place.rounds(120))
        name = f"submit an order of {len(CODES)} lines, {NAMES[kind]}"
        yield Row(name, value, floor, BAR, floor_is="the bare driver inserts the same rows and commits")


def _found(url: str) -> None:
    """Make a store of the sample company with stock and credit for any number of orders."""
    ports = fixed_ports(FixedClock(NOW), seed=7)
    create_store(url, ports)
    store = open_store(url)
    seed_sample(store, ports)
    with store.writing() as session:
        session.execute(update(StockLevel).values(on_hand=Decimal(1_000_000)))
        session.execute(update(Customer).values(credit_limit=Decimal(90_000_000)))
        session.commit()
    store.close()


def _measure(url: str, bare_url: str, rounds: int) -> tuple[float, float]:
    ports = fixed_ports(FixedClock(NOW), seed=11)
    store = open_store(url)
    door = open_door(store, ports)
    inserted: Inserts = []
    _listen(store, inserted)
    pattern = _draft(store, ports)

    def submit() -> float:
        inserted.clear()
        command = Command(id=ports.ids.new(), data=SubmitOrder(draft=_fresh(pattern, ports)))
        took = clocked(lambda: answers.append(door.execute(command, CLERK)))
        if answers.pop().outcome != "applied":
            raise AssertionError("the order was refused")
        waiting.append([*inserted])
        return took

    def insert() -> float:
        return clocked(lambda: _insert(bare, waiting.pop(0)))

    answers: list[Any] = []
    waiting: list[Inserts] = []
    with closing(_bare_connection(bare_url)) as bare:
        submit()  # one ahead: the bare driver may take its turn first
        measured = compare(submit, insert, rounds, warm_up=5)
    store.close()
    return measured


def _draft(store: Store, ports: Ports) -> OrderDraft:
    """Return an order as the entry screen submits it, with the prices that were read out."""
    with store.reading() as connection:
        desk = load_desk(connection, NOW)
        customer = load_customer(connection, CUSTOMER)
    assert customer is not None  # it comes with the sample company
    lines = tuple(
        LineDraft(id=ports.ids.new(), item_id=sample_id("item", code), quantity=Decimal(number))
        for number, code in enumerate(CODES, start=1)
    )
    draft = OrderDraft(
        id=ports.ids.new(),
        customer_id=CUSTOMER,
        deliver_to=customer.addresses[0],
        requested=desk.today,
        currency=customer.currency,
        prices_include_tax=customer.prices_include_tax,
        lines=lines,
    )
    priced = price_draft(draft, desk, customer)
    assert priced is not None  # it has a customer
    seen = {line.line_id: line.unit_price for line in priced.lines}
    lines = tuple(line.model_copy(update={"seen_price": seen[line.id]}) for line in lines)
    return draft.model_copy(update={"lines": lines})


def _fresh(draft: OrderDraft, ports: Ports) -> OrderDraft:
    lines = tuple(line.model_copy(update={"id": ports.ids.new()}) for line in draft.lines)
    return draft.model_copy(update={"id": ports.ids.new(), "lines": lines})


def _listen(store: Store, inserted: Inserts) -> None:
    """Note every insert with its values as they go to the driver."""

    @event.listens_for(store.engine, "before_cursor_execute")
    def _note(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        if statement.startswith("INSERT"):
            inserted.append((statement, [*values] if many else [values]))


def _bare_connection(url: str) -> Any:
    """Return a connection with nothing between it and the driver, as durable as the desk's."""
    if not url.startswith("sqlite:///"):
        return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    for setting in ("journal_mode=wal", "synchronous=FULL", "foreign_keys=1"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _insert(bare: Any, inserts: Inserts) -> None:
    cursor = bare.cursor()
    cursor.execute("BEGIN")
    for statement, group in groupby(inserts, key=lambda pair: pair[0]):
        cursor.executemany(statement, [values for _, many in group for values in many])
    cursor.execute("COMMIT")
    cursor.close()
