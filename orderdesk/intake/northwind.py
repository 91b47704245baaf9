"""Northwind's CSV files as commands: customers, items with groups, prices, stock, and 830 orders of the past.

The source's ids stay: they are the codes of customers and items and the numbers of orders; our ids are made
from them, so the same file means the same records every time. Its prices are in US dollars and carry no tax.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid5

from pydantic import ValidationError

from orderdesk.intake.tables import RowProblem, TableRow, read_table
from orderdesk.services.door import problems_of
from orderdesk.services.history import line_amount
from orderdesk.wire.commands import PastLine, RecordPastOrder
from orderdesk.wire.records import (
    AddressRecord,
    CustomerRecord,
    ItemRecord,
    PriceListRecord,
    PriceRecord,
    TermsRecord,
)

SOURCE = "northwind"
CURRENCY = "USD"
PRICE_LIST = "NORTHWIND"
NAMESPACE = UUID("0b0f8a2c-7f1d-5c55-8f38-0c6a1d5c9e10")

_CUSTOMER_COLUMNS = (
    "customerID", "companyName", "contactName", "address", "city", "region", "postalCode", "country", "phone",
)  # fmt: skip
_PRODUCT_COLUMNS = (
    "productID", "productName", "categoryID", "quantityPerUnit", "unitPrice", "unitsInStock", "discontinued",
)  # fmt: skip
_ORDER_COLUMNS = (
    "orderID", "customerID", "employeeID", "orderDate", "requiredDate", "shippedDate", "freight", "shipName",
    "shipAddress", "shipCity", "shipRegion", "shipPostalCode", "shipCountry",
)  # fmt: skip
_DETAIL_COLUMNS = ("orderID", "productID", "unitPrice", "quantity", "discount")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class PlannedCustomer:
    """A customer to be put, and the row it came from."""

    row: TableRow
    record: CustomerRecord


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item to be put, with its price and what lies in stock."""

    row: TableRow
    record: ItemRecord
    price: PriceRecord
    stock: Decimal  # stock units


@dataclass(frozen=True, slots=True)
class PlannedOrder:
    """An order to be recorded, the rows it came from, and the exact sum of its lines."""

    row: TableRow
    lines: tuple[TableRow, ...]
    command: RecordPastOrder
    total: Decimal


@dataclass(frozen=True, slots=True)
class Plan:
    """What the files say; rows with problems are not in it but among ``problems``."""

    rows: Mapping[str, int]  # read, by kind: customers, items, orders, lines
    customers: tuple[PlannedCustomer, ...]
    items: tuple[PlannedItem, ...]
    orders: tuple[PlannedOrder, ...]
    problems: tuple[RowProblem, ...]


def source_id(family: str, key: str) -> UUID:
    """Return our id for a thing of the source, such as ``source_id("customer", "ALFKI")``."""
    return uuid5(NAMESPACE, f"{family}:{key}")


def plan(directory: Path) -> Plan:
    """Read the files of a folder and return what is to be done; nothing is written.

    Raises ``EnvironmentProblem`` or ``UserError`` as ``tables.read_table`` does, for a whole file that is
    missing or cannot be read. What is wrong with single rows comes back in the plan.
    """
    groups = {
        row.text("categoryID"): row.text("categoryName")
        for row in read_table(directory / "categories.csv", ("categoryID", "categoryName"))
    }
    sellers = {
        row.text("employeeID"): f"{row.text('firstName')} {row.text('lastName')}"
        for row in read_table(directory / "employees.csv", ("employeeID", "firstName", "lastName"))
    }
    customer_rows = read_table(directory / "customers.csv", _CUSTOMER_COLUMNS, free_text="address")
    item_rows = read_table(directory / "products.csv", _PRODUCT_COLUMNS)
    order_rows = read_table(directory / "orders.csv", _ORDER_COLUMNS, free_text="shipAddress")
    line_rows = read_table(directory / "order-details.csv", _DETAIL_COLUMNS)
    customers = _customers(customer_rows)
    items = _items(item_rows, groups)
    orders = _orders(order_rows, line_rows, customers, items, sellers)
    every_row = (*customer_rows, *item_rows, *order_rows, *line_rows)
    return Plan(
        rows={
            "customers": len(customer_rows), "items": len(item_rows), "orders": len(order_rows),
            "lines": len(line_rows),
        },
        customers=customers,
        items=items,
        orders=orders,
        problems=tuple(problem for row in every_row for problem in row.problems),
    )  # fmt: skip


def _customers(rows: Iterable[TableRow]) -> tuple[PlannedCustomer, ...]:
    found = []
    for row in _distinct(rows, "customerID"):
        code = row.text("customerID", required=True)
        name = row.text("companyName", required=True)
        record = _made(row, partial(_customer, row, code, name))
        if record is not None:
            found.append(PlannedCustomer(row, record))
    return tuple(found)


def _customer(row: TableRow, code: str, name: str) -> CustomerRecord:
    rest = ", ".join(
        part for part in (row.text("address"), row.text("postalCode"), row.text("country")) if part
    )
    address = AddressRecord(
        id=source_id("address", code), province=row.text("region"), city=row.text("city"), rest=rest,
        receiver=row.text("contactName"), phone=row.text("phone"), main=True,
    )  # fmt: skip
    return CustomerRecord(
        id=source_id("customer", code), code=code, name=name, customer_class="export", tier="standard",
        contact=row.text("contactName"), phone=row.text("phone"), terms=TermsRecord(kind="days", days=30),
        currency=CURRENCY, prices_include_tax=False, addresses=(address,),
    )  # fmt: skip


def _items(rows: Iterable[TableRow], groups: Mapping[str, str]) -> tuple[PlannedItem, ...]:
    found = []
    for row in _distinct(rows, "productID"):
        code = row.text("productID", required=True)
        group = groups.get(row.text("categoryID"), "")
        if row.text("categoryID") and not group:
            row.report("categoryID", "problem.reference.unknown", value=row.text("categoryID"))
        price, stock = row.decimal("unitPrice"), row.decimal("unitsInStock")
        item = _made(row, partial(_item, row, code, group))
        entry = _made(row, partial(_price, code, price))
        if item is not None and entry is not None:
            found.append(PlannedItem(row, item, entry, stock))
    return tuple(found)


def _item(row: TableRow, code: str, group: str) -> ItemRecord:
    return ItemRecord(
        id=source_id("item", code), code=code, name=row.text("productName", required=True),
        spec=row.text("quantityPerUnit"), group=group, unit="pc", unit_en="pc", tax_rate=Decimal(0),
        active=row.text("discontinued") not in {"1", "true", "True"},
    )  # fmt: skip


def _price(code: str, price: Decimal) -> PriceRecord:
    return PriceRecord(id=source_id("price", code), item_id=source_id("item", code), price=price)


def price_list(prices: Iterable[PriceRecord]) -> PriceListRecord:
    """Return Northwind's list, in its currency and without tax: what a new order for its customers costs."""
    return PriceListRecord(
        id=source_id("price_list", PRICE_LIST), code=PRICE_LIST, name="Northwind", source="list",
        currency=CURRENCY, prices_include_tax=False, prices=tuple(prices),
    )  # fmt: skip


def _orders(
    rows: Iterable[TableRow],
    line_rows: Iterable[TableRow],
    customers: Iterable[PlannedCustomer],
    items: Iterable[PlannedItem],
    sellers: Mapping[str, str],
) -> tuple[PlannedOrder, ...]:
    customer_codes = {entry.record.code for entry in customers}
    item_codes = {entry.record.code for entry in items}
    orders = {row.text("orderID", required=True): row for row in _distinct(rows, "orderID")}
    lines: dict[str, list[TableRow]] = {number: [] for number in orders}
    for line in _distinct(line_rows, "orderID", "productID"):
        number = line.text("orderID")
        if line.text("productID") not in item_codes:
            line.report("productID", "problem.reference.unknown", value=line.text("productID"))
        if number in lines:
            lines[number].append(line)
        else:
            line.report("orderID", "problem.reference.unknown", value=number)
    found = []
    for number, row in orders.items():
        if row.text("customerID") not in customer_codes:
            row.report("customerID", "problem.reference.unknown", value=row.text("customerID"))
        command = _made(row, partial(_order, row, number, lines[number], sellers))
        if command is not None:
            total = sum(
                (line_amount(e.unit_price, e.quantity, e.discount) for e in command.lines), Decimal(0)
            )
            found.append(PlannedOrder(row, tuple(lines[number]), command, total))
    return tuple(found)


def _order(
    row: TableRow, number: str, line_rows: list[TableRow], sellers: Mapping[str, str]
) -> RecordPastOrder | None:
    lines = [_line(line) for line in line_rows]
    ordered = row.day("orderDate")
    if ordered is None:
        row.report("orderDate", "problem.import.missing")
    whole = [line for line in lines if line is not None]
    if not line_rows:
        row.report("orderID", "problem.import.no_lines")
    elif len(whole) < len(lines) or any(line.problems for line in line_rows):
        row.report(
            "orderID", "problem.import.lines_rejected"
        )  # an order without one of its lines is another order
    if row.problems or ordered is None:
        return None
    address = ", ".join(
        part
        for part in (row.text("shipAddress"), row.text("shipPostalCode"), row.text("shipCountry"))
        if part
    )
    return RecordPastOrder(
        order_id=source_id("order", number), source=SOURCE, number=number,
        customer_code=row.text("customerID"), currency=CURRENCY, document_date=ordered,
        requested=row.day("requiredDate"), shipped=row.day("shippedDate"), freight=row.decimal("freight"),
        ship_to_name=row.text("shipName"), ship_to_address=address, ship_to_city=row.text("shipCity"),
        ship_to_region=row.text("shipRegion"), salesperson=sellers.get(row.text("employeeID"), ""),
        lines=tuple(whole),
    )  # fmt: skip


def _line(row: TableRow) -> PastLine | None:
    quantity = row.decimal("quantity")
    if not quantity:
        row.report("quantity", "problem.past_order.quantity")
    return _made(
        row,
        lambda: PastLine(
            item_code=row.text("productID"), quantity=quantity, unit_price=row.decimal("unitPrice"),
            discount=row.decimal("discount"),
        ),
    )  # fmt: skip


def _made(row: TableRow, make: Callable[[], _T | None]) -> _T | None:
    """Return what ``make`` makes of a row; where the row has problems, or gets some by it, ``None``."""
    made: _T | None = None
    try:
        made = make()
    except ValidationError as fault:
        for problem in problems_of(fault):
            row.problems.append(RowProblem(row.file, row.number, problem.path, problem))
    return None if row.problems else made


def _distinct(rows: Iterable[TableRow], *columns: str) -> list[TableRow]:
    """Return the rows whose key stands for the first time; the others get a problem."""
    seen: set[Hashable] = set()
    kept = []
    for row in rows:
        key = tuple(row.text(column) for column in columns)
        if key in seen:
            row.report(columns[-1], "problem.import.repeated", value=" ".join(key))
        else:
            seen.add(key)
            kept.append(row)
    return kept
