"""Putting records of master data: customers, items, price lists. A record is whole; what is left out is gone.

A new record starts at revision 1. A record that is there already changes only against the revision it was
made on; the same record put again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import CreditAccount, StockMovement
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.known import known_for_customer, known_for_item, known_for_price_list
from orderdesk.services.readings import readings_of
from orderdesk.services.record_checks import customer_problems, item_problems, price_list_problems
from orderdesk.services.records import (
    Aggregate,
    customer_rows,
    insert_aggregates,
    item_rows,
    price_list_rows,
    read_aggregate,
    replace_aggregate,
)
from orderdesk.services.tiering import note_tier
from orderdesk.wire.commands import CreateCustomer, CreateItem, PutCustomer, PutItem, PutPriceList
from orderdesk.wire.records import AddressRecord, CustomerRecord, ItemRecord


def put_customer(session: Session, data: PutCustomer, context: Context) -> Result:
    """Create or change a customer with its addresses and item numbers; a new one gets its credit row."""
    record = data.record
    known = known_for_customer(session, record)
    old = read_aggregate(session, "customer", record.id)
    new = customer_rows(
        record,
        revision=_next_revision(old),
        salesperson_id=known.people.get(record.salesperson_code),
        readings=readings_of(record.name),
    )
    problems = [*_merged_problems(old), *customer_problems(record, known)]
    result = _put(session, old, new, problems, context)
    if old is None and not result.is_refused:
        session.execute(insert(CreditAccount), [{"customer_id": record.id, "exposure": Decimal(0)}])
    elif old is not None and result.touched and old.head["tier"] != record.tier:
        note_tier(session, record.id, old.head["tier"], record.tier, context)
    return result


def create_customer(session: Session, data: CreateCustomer, context: Context) -> Result:
    """Create a customer from what a clerk asks a new caller; one that is there already is never changed."""
    if read_aggregate(session, "customer", data.customer_id) is not None:
        return refused(Problem("problem.record.id_taken", "customer_id", {"value": str(data.customer_id)}))
    addresses: tuple[AddressRecord, ...] = ()
    if data.address is not None:
        parts = data.address.model_dump(exclude={"address_id"})
        addresses = (AddressRecord(id=context.ids.new(), main=True, **parts),)
    record = CustomerRecord(
        id=data.customer_id, code=data.code, name=data.customer_name, phone=data.phone, contact=data.contact,
        note=data.note, addresses=addresses,
    )  # fmt: skip
    return put_customer(session, PutCustomer(record=record), context)


def create_item(session: Session, data: CreateItem, context: Context) -> Result:
    """Create an item from what is known when it is first ordered; one that is there is never changed."""
    if read_aggregate(session, "item", data.item_id) is not None:
        return refused(Problem("problem.record.id_taken", "item_id", {"value": str(data.item_id)}))
    record = ItemRecord(
        id=data.item_id, code=data.code, name=data.item_name, unit=data.unit, unit_en=data.unit_en,
        list_price=data.price, tax_rate=data.tax_rate,
    )  # fmt: skip
    return put_item(session, PutItem(record=record), context)


def put_item(session: Session, data: PutItem, context: Context) -> Result:
    """Create or change an item with its units and barcodes; what lies in stock keeps its stock unit."""
    record = data.record
    old = read_aggregate(session, "item", record.id)
    new = item_rows(record, revision=_next_revision(old), readings=readings_of(record.name))
    problems = [*_merged_problems(old), *item_problems(record, known_for_item(session, record))]
    if old is not None and old.head["unit"] != record.unit and _has_moved(session, record.id):
        in_use = {"unit": old.head["unit"], "unit_en": old.head["unit_en"]}
        problems.append(Problem("problem.item.unit_in_use", "record.unit", in_use))
    return _put(session, old, new, problems, context)


def put_price_list(session: Session, data: PutPriceList, context: Context) -> Result:
    """Create or change a price list with all its prices and breaks."""
    record = data.record
    known = known_for_price_list(session, record)
    problems = list(price_list_problems(record, known))
    if problems:
        return refused(*problems)
    old = read_aggregate(session, "price_list", record.id)
    new = price_list_rows(record, revision=_next_revision(old), sales_units=known.sales_units)
    return _put(session, old, new, (), context)


def _next_revision(old: Aggregate | None) -> int:
    return 1 if old is None else int(old.head["revision"]) + 1


def _merged_problems(old: Aggregate | None) -> Iterable[Problem]:
    """Yield that a record was merged into its twin: what is to be changed is that one."""
    if old is not None and old.head["merged_into_id"] is not None:
        yield Problem("problem.merge.merged", "record.code", {"code": old.head["code"]})


def _has_moved(session: Session, item_id: UUID) -> bool:
    statement = select(StockMovement.id).where(StockMovement.item_id == item_id).limit(1)
    return session.execute(statement).first() is not None


def _put(
    session: Session, old: Aggregate | None, new: Aggregate, problems: Iterable[Problem], context: Context
) -> Result:
    found = [*problems, *_revision_problems(old, new, context)]
    if found:
        return refused(*found)
    if old is None:
        insert_aggregates(session, new.type, (new,))
    elif _content(old) == _content(new):
        return Result()
    else:
        new = _keeping_custom_values(old, new)
        replace_aggregate(session, new)
    before = "" if old is None else old.digest()
    row = TouchedRow(
        new.type, new.id, new.head["revision"], new.head["code"], before=before, after=new.digest()
    )
    return Result(touched=(row,))


def _revision_problems(old: Aggregate | None, new: Aggregate, context: Context) -> Iterable[Problem]:
    """Yield what is wrong with the revision the record was made on; equal content needs none."""
    based_on = context.base_revision
    if old is None:
        if based_on is not None:
            yield Problem("problem.reference.unknown", "record.id", {"value": str(new.id)})
    elif based_on != old.head["revision"] and _content(old) != _content(new):
        yield Problem("problem.revision.stale", "", {"now": old.head["revision"]})


def _keeping_custom_values(old: Aggregate, new: Aggregate) -> Aggregate:
    """Return ``new`` with what a record does not carry: fields that the business added, where it went."""
    kept: dict[str, Any] = {name: old.head[name] for name in ("custom", "merged_into_id") if name in old.head}
    return replace(new, head={**new.head, **kept})


def _content(aggregate: Aggregate) -> str:
    """Return the digest of what an aggregate says, whatever its revision."""
    return replace(aggregate, head={**aggregate.head, "revision": 0, "custom": ""}).digest()


HANDLERS: dict[str, Handler] = {
    PutCustomer.name: Handler(PutCustomer, put_customer),
    CreateCustomer.name: Handler(CreateCustomer, create_customer),
    CreateItem.name: Handler(CreateItem, create_item),
    PutItem.name: Handler(PutItem, put_item),
    PutPriceList.name: Handler(PutPriceList, put_price_list),
}
