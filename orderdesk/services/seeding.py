"""Filling an empty store in bulk: one statement a table, one audit entry a batch with digests of its rows.

A store counts as empty as long as nothing but batches was ever written to it, so a large company may come in
several.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from orderdesk import paths
from orderdesk.errors import Problem
from orderdesk.models import AuditEntry, CreditAccount, RuleTable, Setting, StockLevel, StockMovement
from orderdesk.ports import Ports
from orderdesk.services.context import SYSTEM, Context, Handler, Result, TouchedRow, refused
from orderdesk.services.door import Door
from orderdesk.services.known import Known, known_of_store
from orderdesk.services.readings import readings_of
from orderdesk.services.record_checks import (
    customer_problems,
    item_problems,
    person_problems,
    price_list_problems,
    site_problems,
)
from orderdesk.services.records import (
    Aggregate,
    customer_rows,
    insert_aggregates,
    item_rows,
    person_rows,
    price_list_rows,
    site_rows,
)
from orderdesk.services.store import Store
from orderdesk.services.writing import SETTING_DEFAULTS, add_rows, setting
from orderdesk.values import canonical_json, digest
from orderdesk.wire.commands import Command, SeedStore
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import SeedBatch

# The order in which the tables are filled: whoever is referred to stands first.
SEEDED = ("person", "site", "item", "customer", "price_list")


def seed_store(session: Session, data: SeedStore, context: Context) -> Result:
    """Write a batch into an empty store, with the rule tables that the program brings along."""
    batch = data.batch
    if batch.documents:
        return refused(Problem("problem.seed.rows_missing", "batch.documents"))
    if not only_seeded(session):
        return refused(Problem("problem.seed.not_empty"))
    known = known_of_store(session)
    problems = tuple(batch_problems(batch, known))
    if problems:
        return refused(*problems)
    aggregates = batch_rows(batch, known)
    touched = []
    for type_name in SEEDED:
        rows = aggregates[type_name]
        insert_aggregates(session, type_name, rows)
        if rows:
            touched.append(_summary(f"seed.{type_name}", len(rows), batch_digest(rows), context))
    accounts = [{"customer_id": entry.id, "exposure": Decimal(0)} for entry in aggregates["customer"]]
    add_rows(session, CreditAccount, accounts)
    touched += _put_stock(session, batch, context)
    touched += _put_settings(session, batch, context)
    touched += _put_rule_tables(session, context)
    return Result(touched=tuple(touched))


def only_seeded(session: Session) -> bool:
    """Return whether nothing but batches was ever written to the store."""
    statement = select(AuditEntry.v).where(AuditEntry.command != SeedStore.name).limit(1)
    return session.execute(statement).first() is None


def batch_problems(batch: SeedBatch, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a batch; ``known`` learns all its records on the way."""
    there = known.ids()
    for key in batch.company:
        if key not in SETTING_DEFAULTS:
            yield Problem("problem.setting.unknown", f"batch.company.{key}", {"key": key})
    for index, person in enumerate(batch.people):
        yield from _placed(f"batch.people[{index}]", person_problems(person, known))
        known.add_person(person)
    for index, site in enumerate(batch.sites):
        yield from _placed(f"batch.sites[{index}]", site_problems(site, known))
        known.add_site(site)
    for index, item in enumerate(batch.items):
        yield from _placed(f"batch.items[{index}]", item_problems(item, known))
        known.add_item(item)
    known.customer_ids.update(customer.id for customer in batch.customers)  # they may pay for each other
    for index, customer in enumerate(batch.customers):
        yield from _placed(f"batch.customers[{index}]", customer_problems(customer, known))
        known.add_customer(customer)
    for index, price_list in enumerate(batch.price_lists):
        yield from _placed(f"batch.price_lists[{index}]", price_list_problems(price_list, known))
        known.add_price_list(price_list)
    yield from _stock_problems(batch, known)
    yield from _id_problems(batch, there)


def _placed(place: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    for problem in problems:
        yield Problem(
            problem.code, problem.path.replace("record", place, 1), problem.params, problem.severity
        )


def _stock_problems(batch: SeedBatch, known: Known) -> Iterator[Problem]:
    sites = set(known.sites.values())
    for index, entry in enumerate(batch.stock):
        for field, value, found in (
            ("item_id", entry.item_id, entry.item_id in known.sales_units),
            ("site_id", entry.site_id, entry.site_id in sites),
        ):
            if not found:
                yield Problem(
                    "problem.reference.unknown", f"batch.stock[{index}].{field}", {"value": str(value)}
                )


def _id_problems(batch: SeedBatch, there: frozenset[UUID]) -> Iterator[Problem]:
    """Yield each id that the store has already, and each that stands twice among records of a kind."""
    families: dict[str, Sequence[Any]] = {
        "people": batch.people, "sites": batch.sites, "items": batch.items, "customers": batch.customers,
        "price_lists": batch.price_lists,
    }  # fmt: skip
    for name, records in families.items():
        seen: set[UUID] = set()
        for index, record in enumerate(records):
            place, params = f"batch.{name}[{index}].id", {"value": str(record.id)}
            if record.id in there:
                yield Problem("problem.record.id_taken", place, params)
            elif record.id in seen:
                yield Problem("problem.record.repeated", place, params)
            seen.add(record.id)


def batch_rows(batch: SeedBatch, known: Known) -> dict[str, tuple[Aggregate, ...]]:
    """Return the rows of a batch by type; ``known`` has learnt its records. ``check`` makes them again."""
    return {
        "person": tuple(person_rows(record) for record in batch.people),
        "site": tuple(site_rows(record) for record in batch.sites),
        "item": tuple(
            item_rows(record, revision=1, readings=record.readings or readings_of(record.name))
            for record in batch.items
        ),
        "customer": tuple(
            customer_rows(
                record,
                revision=1,
                salesperson_id=known.people.get(record.salesperson_code),
                readings=record.readings or readings_of(record.name),
            )
            for record in batch.customers
        ),
        "price_list": tuple(
            price_list_rows(record, revision=1, sales_units=known.sales_units) for record in batch.price_lists
        ),
    }


def batch_digest(rows: Sequence[Aggregate]) -> str:
    """Return the digest of the aggregates of one type in a batch; their order makes no difference."""
    return digest({str(entry.id): entry.digest() for entry in rows})


def _summary(type_name: str, count: int, after: str, context: Context) -> TouchedRow:
    return TouchedRow(type_name, context.op_id, revision=count, after=after)


def _put_stock(session: Session, batch: SeedBatch, context: Context) -> list[TouchedRow]:
    """Write opening stock as movements, and the levels that they add up to."""
    levels: dict[tuple[UUID, UUID], Decimal] = {}
    movements = []
    for entry in batch.stock:
        if not entry.quantity:
            continue
        place = (entry.item_id, entry.site_id)
        levels[place] = levels.get(place, Decimal(0)) + entry.quantity
        movements.append(
            {
                "id": context.ids.new(), "item_id": entry.item_id, "site_id": entry.site_id,
                "quantity": entry.quantity, "kind": "opening", "object_id": None, "at": context.now,
                "note": "",
            }
        )  # fmt: skip
    if not movements:
        return []
    add_rows(session, StockMovement, movements)
    rows = [
        {"item_id": item, "site_id": site, "on_hand": quantity, "reserved": Decimal(0)}
        for (item, site), quantity in sorted(levels.items())
    ]
    add_rows(session, StockLevel, rows)
    return [_summary("seed.stock", len(movements), digest(movements), context)]


def _put_settings(session: Session, batch: SeedBatch, context: Context) -> list[TouchedRow]:
    rows = [{"key": key, "value": value} for key, value in sorted(batch.company.items())]
    if not rows:
        return []
    session.execute(delete(Setting).where(Setting.key.in_(batch.company)))
    session.execute(insert(Setting), rows)
    return [_summary("seed.setting", len(rows), digest(rows), context)]


def _put_rule_tables(session: Session, context: Context) -> list[TouchedRow]:
    """Write the first version of each rule table that the program brings and the store does not have yet."""
    there = set(session.scalars(select(RuleTable.book)))
    rows = [
        {
            "book": book, "version": 1, "body": body, "sha256": digest(json.loads(body)),
            "live_from": context.now,
        }
        for book, body in shipped_rule_tables(setting(session, "currency"))
        if book not in there
    ]  # fmt: skip
    if not rows:
        return []
    session.execute(insert(RuleTable), rows)
    return [_summary("seed.rule_table", len(rows), digest(rows), context)]


def shipped_rule_tables(currency: str) -> list[tuple[str, str]]:
    """Return the rule tables among the program's resources: name of the book, and its canonical JSON.

    Their amounts are in the ``currency`` of the company.
    """
    files = sorted((paths.resources_dir() / "rules").glob("*.json"))
    return [(file.stem, _in_currency(json.loads(file.read_text("utf-8")), currency)) for file in files]


def _in_currency(source: dict[str, Any], currency: str) -> str:
    for part in ("inputs", "outputs", "uses"):
        for column in source.get(part, ()):
            if column["type"] == "money":
                column["measure"] = currency
    return canonical_json(source)


def seed(store: Store, ports: Ports, batch: SeedBatch) -> Outcome:
    """Send a batch through the door of a store, as the store itself; nothing else stands behind that door."""
    door = Door(store, ports, lambda: HANDLERS)
    return door.execute(Command(id=ports.ids.new(), data=SeedStore(batch=batch)), SYSTEM)


HANDLERS: dict[str, Handler] = {SeedStore.name: Handler(SeedStore, seed_store)}
