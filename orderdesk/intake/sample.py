"""The sample company: a maker and wholesaler of furniture, from ``resources/sample/company.json``.

The file names things by their codes and days by their distance from the day the store is founded, so that
its agreements are as old whenever somebody tries the program. Ids are made from the codes: they are the same
everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from orderdesk import paths
from orderdesk.clock import business_date
from orderdesk.ports import Ports
from orderdesk.services.context import SYSTEM
from orderdesk.services.readings import readings_of
from orderdesk.services.registry import open_door
from orderdesk.services.seeding import seed
from orderdesk.services.store import Store
from orderdesk.wire.commands import Command, PastLine, RecordPastOrder
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import SeedBatch

NAMESPACE = UUID("6f0c7d0e-3c0f-5e57-9d86-52a1b0f2d3c4")
FIRST_ZONE = "Asia/Shanghai"  # of the first site of both stores that are made here


def sample_id(family: str, code: str) -> UUID:
    """Return the id of a record of the sample company, such as ``sample_id("item", "A105")``."""
    return uuid5(NAMESPACE, f"{family}:{code}")


def sample_batch(today: date) -> SeedBatch:
    """Return the sample company as it stands on ``today``."""
    data = _company()
    return SeedBatch.model_validate(
        {
            "company": data["company"],
            "people": [_with_id("person", row) for row in data["people"]],
            "sites": [_with_id("site", row) for row in data["sites"]],
            "items": [_item(row) for row in data["items"]],
            "customers": [_customer(row, today) for row in data["customers"]],
            "price_lists": [_price_list(row, today) for row in data["price_lists"]],
            "stock": [entry for row in data["items"] for entry in _stock(row)],
        }
    )


def sample_past_orders(today: date) -> tuple[RecordPastOrder, ...]:
    """Return what some of its customers ordered in the months before ``today``, all of it delivered."""
    return tuple(_past_order(_dated(row, today)) for row in _company()["past_orders"])


def empty_batch() -> SeedBatch:
    """Return what a store needs before anything can be done in it: a person who may set it up, and a site."""
    return SeedBatch.model_validate(
        {
            "company": {"site.default": "MAIN", "approval.author": "self_with_reason"},  # he is alone
            "people": [
                {
                    "id": sample_id("person", "admin"), "code": "admin", "name": "管理员",
                    "name_en": "Administrator",
                    "roles": ["administrator", "manager", "clerk", "warehouse"],
                }
            ],
            "sites": [
                {"id": sample_id("site", "MAIN"), "code": "MAIN", "name": "总仓", "name_en": "Main warehouse"}
            ],
        }
    )  # fmt: skip


def seed_sample(store: Store, ports: Ports) -> Outcome:
    """Fill an empty store with the sample company, through the door."""
    return seed(store, ports, sample_batch(business_date(ports.clock.now(), FIRST_ZONE)))


def record_sample_past(store: Store, ports: Ports) -> Outcome | None:
    """Take in the past orders of the sample company, through the door; return the first refusal."""
    door = open_door(store, ports)
    for data in sample_past_orders(business_date(ports.clock.now(), FIRST_ZONE)):
        outcome = door.execute(Command(id=ports.ids.new(), data=data), SYSTEM)
        if outcome.is_refused:
            return outcome
    return None


def seed_empty(store: Store, ports: Ports) -> Outcome:
    """Give an empty store its first person and site, through the door."""
    return seed(store, ports, empty_batch())


def _company() -> Any:
    file = paths.resources_dir() / "sample" / "company.json"
    return json.loads(file.read_text(encoding="utf-8"))


def _past_order(row: Mapping[str, Any]) -> RecordPastOrder:
    return RecordPastOrder(
        order_id=sample_id("past_order", row["number"]), source="sample", number=row["number"],
        customer_code=row["customer"], currency="CNY", document_date=row["day"],
        requested=row["day"] + timedelta(days=3), shipped=row["day"] + timedelta(days=3), freight=Decimal(0),
        lines=tuple(
            PastLine(item_code=item, quantity=quantity, unit_price=price, discount=Decimal(0))
            for item, quantity, price in row["lines"]
        ),
    )  # fmt: skip


def _with_id(family: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "id": sample_id(family, row["code"])}


def _item(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in row.items() if key != "stock"}
    return {**_with_id("item", kept), "readings": readings_of(row["name"])}


def _stock(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    item_id = sample_id("item", row["code"])
    return [
        {"item_id": item_id, "site_id": sample_id("site", site), "quantity": quantity}
        for site, quantity in row["stock"].items()
    ]


def _customer(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    code = row["code"]
    made = {**_with_id("customer", _dated(row, today)), "readings": readings_of(row["name"])}
    made["addresses"] = [
        {**address, "id": sample_id("address", f"{code}:{position}")}
        for position, address in enumerate(row["addresses"])
    ]
    made["item_numbers"] = [
        {"item_id": sample_id("item", entry["item"]), "number": entry["number"], "name": entry["name"]}
        for entry in row.get("item_numbers", ())
    ]
    return made


def _price_list(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    code = row["code"]
    made = _with_id("price_list", _dated(row, today))
    customer = made.pop("customer", None)
    if customer is not None:
        made["customer_id"] = sample_id("customer", customer)
    made["prices"] = [
        {"id": sample_id("price", f"{code}:{item}"), "item_id": sample_id("item", item), "price": price}
        for item, price in row["prices"].items()
    ]
    made["breaks"] = [
        {
            **{key: value for key, value in entry.items() if key != "item"},
            "id": sample_id("break", f"{code}:{entry['item']}:{entry['from_quantity']}"),
            "item_id": sample_id("item", entry["item"]),
        }
        for entry in row.get("breaks", ())
    ]
    return made


def _dated(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return the row with each ``<field>_days`` turned into the date so many days from ``today``."""
    made: dict[str, Any] = {}
    for key, value in row.items():
        if key.endswith("_days"):
            made[key.removesuffix("_days")] = today + timedelta(days=value)
        else:
            made[key] = value
    return made
