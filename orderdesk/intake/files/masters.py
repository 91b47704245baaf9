"""Customers, items and receivables: a row changes the fields that its file has, all others stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from orderdesk.intake.files.batch import Batch, object_id
from orderdesk.intake.files.rows import FileRow
from orderdesk.services.door import problems_of
from orderdesk.services.reading.whole_records import (
    Standing,
    customers_by_code,
    items_by_code,
    people_codes,
)
from orderdesk.services.readings import readings_of
from orderdesk.values import MAX_AMOUNT, MAX_UNIT_PRICE
from orderdesk.wire.commands import CommandData, PutCustomer, PutItem
from orderdesk.wire.records import AddressRecord, BarcodeRecord, CustomerRecord, ItemRecord

_R = TypeVar("_R", CustomerRecord, ItemRecord)
Fields = dict[str, Any]
_PLACE = ("province", "city", "district", "address")
_DAYS = Decimal(365)


@dataclass(frozen=True, slots=True)
class _Kind(Generic[_R]):
    """How records of one kind come from rows."""

    key: str  # the field that names the record
    read: Callable[[FileRow], Fields]
    standing: Callable[[Any, list[str]], dict[str, Standing[_R]]]
    merged: Callable[[_R | None, str, Fields], _R | None]
    command: Callable[[_R], CommandData]


def take_customers(batch: Batch, rows: Sequence[FileRow]) -> None:
    """Create the customers that are not there, change those that are."""
    with batch.store.reading() as connection:
        people = people_codes(connection)
    kind = _Kind(
        "code", lambda row: _customer_fields(row, people), customers_by_code, _customer,
        lambda record: PutCustomer(record=record),
    )  # fmt: skip
    _take(batch, rows, kind)


def take_items(batch: Batch, rows: Sequence[FileRow]) -> None:
    """Create the items that are not there, change those that are."""
    kind = _Kind("code", _item_fields, items_by_code, _item, lambda record: PutItem(record=record))
    _take(batch, rows, kind)


def take_receivables(batch: Batch, rows: Sequence[FileRow]) -> None:
    """Note what customers owe, and as of which day; customers that are not there are not made."""
    kind = _Kind(
        "customer", _receivable_fields, customers_by_code, _receivable,
        lambda record: PutCustomer(record=record),
    )  # fmt: skip
    _take(batch, rows, kind)


def _take(batch: Batch, rows: Sequence[FileRow], kind: _Kind[_R]) -> None:
    keys = {row.number: row.code(kind.key, required=True) for row in rows}
    with batch.store.reading() as connection:
        standing = kind.standing(connection, list(keys.values()))
    batch.look_up(keys)
    first: dict[str, Fields] = {}
    for done, row in enumerate(rows):
        if not batch.goes_on(done, len(rows)):
            return
        key = keys[row.number]
        fields = kind.read(row)
        if not row.findings and first.setdefault(key, fields) is not fields:
            if fields != first[key]:
                row.report(kind.key, "problem.import.repeated", value=key)
            batch.judge(row, key, "unchanged")
            continue
        _put(batch, row, key, fields, standing.get(key), kind)


def _put(
    batch: Batch, row: FileRow, key: str, fields: Fields, stands: Standing[_R] | None, kind: _Kind[_R]
) -> None:
    if row.findings or batch.was_done(row.number):
        batch.judge(row, key, "unchanged")
        return
    old = None if stands is None else stands.record
    try:
        new = kind.merged(old, key, fields)
    except ValidationError as fault:
        batch.judge(row, key, "rejected", problems_of(fault))
        return
    if new is None:
        row.report(kind.key, "problem.reference.unknown", value=key)
        batch.judge(row, key, "rejected")
    elif new == old:
        batch.judge(row, key, "unchanged")
    else:
        refused = batch.send(row.number, kind.command(new), None if stands is None else stands.revision)
        batch.judge(row, key, "created" if old is None else "changed", refused)


# ── customers ─────────────────────────────────────────────────────────────────────────────────────


def _customer_fields(row: FileRow, people: frozenset[str]) -> Fields:
    """Return what a row says of a customer; a field that the file does not have is not in it."""
    found: Fields = {"name": row.text("name", required=True)}
    for name in ("name_en", "contact", "phone", "department"):
        _add(found, row, name, row.text(name))
    _add(found, row, "note", row.text("note", most=2000))
    for name in ("customer_class", "tier"):
        _add(found, row, name, row.code(name), keep_empty=False)
    _add(found, row, "currency", row.currency(), keep_empty=False)
    _add(found, row, "credit_limit", row.figure("credit_limit", 4, MAX_AMOUNT))
    salesperson = row.code("salesperson")
    if salesperson and salesperson not in people:
        row.report("salesperson", "problem.reference.unknown", value=salesperson)
    _add(found, row, "salesperson", salesperson)
    _add(found, row, "terms_days", row.figure("terms_days", 0, _DAYS), keep_empty=False)
    _add(found, row, "tax_number", row.code("tax_number"))
    for name in _PLACE:
        _add(found, row, name, row.text(name))
    return found


def _customer(old: CustomerRecord | None, code: str, fields: Fields) -> CustomerRecord:
    record = old or CustomerRecord(id=object_id("customer", code), code=code, name=fields["name"])
    changed = {
        name: value for name, value in fields.items() if name in CustomerRecord.model_fields
    } | _new_readings(record, fields)
    if "salesperson" in fields:
        changed["salesperson_code"] = fields["salesperson"]
    if "terms_days" in fields:
        changed["terms"] = {"kind": "days", "days": int(fields["terms_days"])}
    if "tax_number" in fields:
        changed["invoice"] = {**record.invoice.model_dump(), "tax_number": fields["tax_number"]}
    changed["addresses"] = _addresses(record, fields)
    return CustomerRecord.model_validate({**record.model_dump(), **changed})


def _addresses(record: CustomerRecord, fields: Mapping[str, Any]) -> tuple[AddressRecord, ...]:
    """Return a customer's addresses with what the file says of the main one."""
    said = {"rest" if name == "address" else name: fields[name] for name in _PLACE if name in fields}
    main = next((entry for entry in record.addresses if entry.main), None)
    if main is None and not any(said.values()):
        return record.addresses
    if main is None:
        receiver = {"receiver": fields.get("contact", ""), "phone": fields.get("phone", "")}
        new = AddressRecord(id=object_id("address", record.code), main=True, **receiver, **said)
        return (*record.addresses, new)
    return tuple(entry.model_copy(update=said) if entry is main else entry for entry in record.addresses)


def _receivable_fields(row: FileRow) -> Fields:
    return {
        "receivable": row.figure("amount", 4, MAX_AMOUNT, required=True, low=None),
        "receivable_as_of": row.day("as_of", required=True),
    }


def _receivable(old: CustomerRecord | None, code: str, fields: Fields) -> CustomerRecord | None:
    return None if old is None else CustomerRecord.model_validate({**old.model_dump(), **fields})


# ── items ─────────────────────────────────────────────────────────────────────────────────────────


def _item_fields(row: FileRow) -> Fields:
    found: Fields = {
        "name": row.text("name", required=True),
        "unit": row.code("unit", required=True),
        "tax_rate": row.rate("tax_rate", required=True),
    }
    for name in ("name_en", "spec", "brand", "group"):
        _add(found, row, name, row.text(name))
    _add(found, row, "sales_unit", row.code("sales_unit"), keep_empty=False)
    for name in ("list_price", "cost"):
        _add(found, row, name, row.figure(name, 4, MAX_UNIT_PRICE))
    _add(found, row, "barcode", row.code("barcode"), keep_empty=False)
    return found


def _item(old: ItemRecord | None, code: str, fields: Fields) -> ItemRecord:
    record = old or ItemRecord(
        id=object_id("item", code), code=code, name=fields["name"], unit=fields["unit"],
        sales_unit=fields["unit"], tax_rate=fields["tax_rate"],
    )  # fmt: skip
    changed = {name: value for name, value in fields.items() if name in ItemRecord.model_fields}
    if "sales_unit" not in fields and record.sales_unit == record.unit:
        changed["sales_unit"] = fields["unit"]
    barcodes = record.barcodes
    if fields.get("barcode") and fields["barcode"] not in {entry.barcode for entry in barcodes}:
        barcodes = (*barcodes, BarcodeRecord(barcode=fields["barcode"], unit=fields["unit"]))
    changed = {**changed, "barcodes": barcodes, **_new_readings(record, fields)}
    return ItemRecord.model_validate({**record.model_dump(), **changed})


def _new_readings(record: CustomerRecord | ItemRecord, fields: Mapping[str, Any]) -> Fields:
    """Return that readings are to be made anew where those of the old name were made from it."""
    if record.name == fields["name"] or record.readings != readings_of(record.name):
        return {}
    return {"readings": ""}


def _add(found: Fields, row: FileRow, name: str, value: object, *, keep_empty: bool = True) -> None:
    """Add a field that the file has; ``keep_empty``: an empty cell empties it, else it says nothing."""
    if name in row.layout and (keep_empty or value not in {"", None}):
        found[name] = value
