"""Reads the facts of entry: a whole ``Desk`` for the desktop, or only what one order needs for the door."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, exists, select

from orderdesk.clock import business_date
from orderdesk.models import Base
from orderdesk.rules.adjustments import Kept
from orderdesk.rules.facts import ItemFacts, UnitFacts
from orderdesk.services.columns import Ids
from orderdesk.services.desk import (
    Bought,
    CustomerDesk,
    CustomerSummary,
    Desk,
    ItemSearch,
    PersonFacts,
    PoUse,
    PriceShelf,
    SiteFacts,
    StockFigure,
)
from orderdesk.services.packed import PackedRows, replaced, replacements
from orderdesk.services.reading.live_rules import live_tables
from orderdesk.services.reading.narrowing import rows_of
from orderdesk.services.reading.packing import (
    Values,
    pack_customers,
    pack_item_search,
    pack_items,
    pack_stock,
)
from orderdesk.services.reading.shelves import agreements_with, put_over, shelves_of
from orderdesk.services.writing import SETTING_DEFAULTS

if TYPE_CHECKING:  # for a price alone they are not needed, and take as long as the whole question
    from orderdesk.wire.drafts import AddressDraft
    from orderdesk.wire.outcomes import Touched

_HISTORY_LINES = 2_000  # the customer's newest lines: enough to know what it buys
_ONE = Decimal(1)

# Tables, not classes: here only rows are wanted, and the first use of a class configures all mappers.
_TABLES = Base.metadata.tables
CREDIT_ACCOUNT = _TABLES["credit_account"]
CUSTOMER = _TABLES["customer"]
CUSTOMER_ADDRESS = _TABLES["customer_address"]
CUSTOMER_ITEM = _TABLES["customer_item"]
ITEM = _TABLES["item"]
ITEM_BARCODE = _TABLES["item_barcode"]
ITEM_UNIT = _TABLES["item_unit"]
ORDER = _TABLES["sales_order"]
ORDER_LINE = _TABLES["order_line"]
PERSON = _TABLES["person"]
PRICE = _TABLES["price"]
PRICE_ADJUSTMENT = _TABLES["price_adjustment"]
PRICE_ADJUSTMENT_LINE = _TABLES["price_adjustment_line"]
PRICE_BREAK = _TABLES["price_break"]
PRICE_LIST = _TABLES["price_list"]
SETTING = _TABLES["setting"]
SITE = _TABLES["site"]
STOCK_LEVEL = _TABLES["stock_level"]
STORE_CLOCK = _TABLES["store_clock"]


# Statements that the door asks at every submit are built once: building one takes as long as asking it.
_SETTINGS = select(SETTING)
_SITES = select(SITE).order_by(SITE.c.code)
_PEOPLE = select(PERSON).where(PERSON.c.active).order_by(PERSON.c.code)
VERSION = select(STORE_CLOCK.c.v)
_UNITS = select(ITEM_UNIT).order_by(ITEM_UNIT.c.unit)
_ITEMS = select(ITEM)
_BARCODES = select(ITEM_BARCODE)
_READINGS = select(ITEM.c.id, ITEM.c.readings, ITEM.c.merged_into_id)
_STOCK = select(STOCK_LEVEL)
_KEPT = (
    select(
        PRICE_ADJUSTMENT_LINE.c.item_id, PRICE_ADJUSTMENT.c.number, PRICE_ADJUSTMENT.c.start,
        PRICE_ADJUSTMENT.c.open_orders, PRICE_LIST.c.source, PRICE_LIST.c.tier, PRICE_LIST.c.customer_id,
    )
    .join(PRICE_ADJUSTMENT, PRICE_ADJUSTMENT.c.id == PRICE_ADJUSTMENT_LINE.c.adjustment_id)
    .join(PRICE_LIST, PRICE_LIST.c.id == PRICE_ADJUSTMENT_LINE.c.price_list_id)
    .where(PRICE_ADJUSTMENT.c.state == "published", PRICE_ADJUSTMENT.c.start > bindparam("since"))
    .order_by(PRICE_ADJUSTMENT.c.start, PRICE_ADJUSTMENT.c.number)
)  # fmt: skip
_CUSTOMER = (  # most customers have no prices of their own: then these are not asked for
    select(
        CUSTOMER,
        CREDIT_ACCOUNT.c.exposure,
        exists().where(PRICE_LIST.c.customer_id == CUSTOMER.c.id).label("has_agreements"),
    )
    .outerjoin(CREDIT_ACCOUNT, CREDIT_ACCOUNT.c.customer_id == CUSTOMER.c.id)
    .where(CUSTOMER.c.id == bindparam("customer"))
)
_CUSTOMER_ITEMS = select(CUSTOMER_ITEM.c.number, CUSTOMER_ITEM.c.item_id).where(
    CUSTOMER_ITEM.c.customer_id == bindparam("customer")
)


_LAST_ORDER = (  # by the index on customer and date, from its end: a million orders are not gone through
    select(ORDER.c.document_date)
    .where(ORDER.c.customer_id == CUSTOMER.c.id, ORDER.c.state != "draft")
    .order_by(ORDER.c.document_date.desc())
    .limit(1)
    .scalar_subquery()
)
_SUMMARIES = select(CUSTOMER, CUSTOMER_ADDRESS.c.city, _LAST_ORDER.label("last")).outerjoin(
    CUSTOMER_ADDRESS, (CUSTOMER_ADDRESS.c.customer_id == CUSTOMER.c.id) & CUSTOMER_ADDRESS.c.main
)
_MOST_REPLACED = 2_000  # items and customers: then everything is read anew, and lies in columns again


@dataclass(frozen=True, slots=True)
class ItemPart:
    """Items with all that their prices are made of; those of a whole desk are packed."""

    items: Mapping[UUID, ItemFacts]
    lists: Mapping[str, PriceShelf]
    tiers: Mapping[tuple[str, str], PriceShelf]
    kept: Mapping[UUID, tuple[Kept, ...]]


def load_item_facts(
    connection: Connection, item_ids: Collection[UUID] | None, settings: Mapping[str, str], today: date
) -> ItemPart:
    """Return what is known of these items (``None``: of all), of their stock nothing."""
    items = _items(connection, item_ids)
    lists, tiers = shelves_of(connection, items, settings["currency"], item_ids)
    since = today - timedelta(days=int(settings["order.quoted_price_days"]))
    return ItemPart(items, lists, tiers, _kept(connection, item_ids, since))


def load_desk(
    connection: Connection,
    now: datetime,
    *,
    item_ids: Collection[UUID] | None = None,
    with_customers: bool = True,
) -> Desk:
    """Return the desk's facts at ``now``; with ``item_ids`` only these items with their prices and stock."""
    version = connection.execute(VERSION).scalar_one()  # first: what comes in meanwhile is told again
    settings = SETTING_DEFAULTS | {row.key: row.value for row in connection.execute(_SETTINGS)}
    sites = {row.id: _site(row) for row in connection.execute(_SITES)}
    default = _default_site(sites, settings["site.default"])
    zone = sites[default].zone if default is not None else "UTC"
    today = business_date(now, zone)
    part = load_item_facts(connection, item_ids, settings, today)
    return Desk(
        as_of=now,
        version=version,
        today=today,
        settings=settings,
        sites=sites,
        default_site_id=default,
        people={row.id: _person(row) for row in connection.execute(_PEOPLE)},
        items=part.items,
        item_search=pack_item_search(_item_search(connection)) if item_ids is None else {},
        customers=pack_customers(_customers(connection)) if with_customers else {},
        lists=part.lists,
        tiers=part.tiers,
        stock=_stock(connection, part.items, sites, item_ids),
        tables=live_tables(connection, now),
        kept=part.kept,
    )


def refresh_desk(connection: Connection, desk: Desk, now: datetime, changes: Collection[Touched]) -> Desk:
    """Return the desk brought up to date after ``changes``: only what they touched is read again."""
    touched: defaultdict[str, set[UUID]] = defaultdict(set)
    for entry in changes:
        touched[entry.type].add(entry.id)
    items, customers = touched["item"], touched["customer"]
    many = len(items) + len(customers) + replacements(desk.items) + replacements(desk.customers)
    # A list may touch any item, and may have lost some.
    if touched["price_list"] or many > _MOST_REPLACED:
        return load_desk(connection, now)
    part = load_desk(connection, now, item_ids=items, with_customers=False)
    lying = stock_of(connection, touched["stock"] - items)
    searched = {row[0]: ItemSearch(*row[1:]) for row in _item_search(connection, items)}
    known = {row[0]: CustomerSummary(*row) for row in _customers(connection, customers)}
    return replace(
        part,
        items=replaced(desk.items, part.items),
        item_search=replaced(desk.item_search, searched),
        customers=replaced(desk.customers, known),
        lists=put_over(desk.lists, part.lists, items),
        tiers=put_over(desk.tiers, part.tiers, items),
        stock=replaced(desk.stock, {**part.stock, **lying}),
        kept=replaced(desk.kept, part.kept, items),
    )


def _kept(
    connection: Connection, item_ids: Collection[UUID] | None, since: date
) -> dict[UUID, tuple[Kept, ...]]:
    """Return the published adjustments whose old prices may still be honoured, by item."""
    found: defaultdict[UUID, list[Kept]] = defaultdict(list)
    for row in rows_of(connection, _KEPT, PRICE_ADJUSTMENT_LINE.c.item_id, item_ids, since=since):
        found[row.item_id].append(
            Kept(row.number, row.start, row.open_orders, row.source, row.tier, row.customer_id)
        )
    return {item_id: tuple(entries) for item_id, entries in found.items()}


def load_customer(
    connection: Connection,
    customer_id: UUID,
    *,
    with_addresses: bool = True,
    item_ids: Collection[UUID] | None = None,
    po_number: str | None = None,
) -> CustomerDesk | None:
    """Return what entry knows of a customer; ``None`` if there is none. Prices need no addresses.

    With ``item_ids`` only what these items come to, with ``po_number`` only the orders with that one: what
    an order that is typed already needs, out of years of orders.
    """
    row = connection.execute(_CUSTOMER, {"customer": customer_id}).one_or_none()
    if row is None:
        return None
    numbers = rows_of(connection, _CUSTOMER_ITEMS, CUSTOMER_ITEM.c.item_id, item_ids, customer=customer_id)
    return CustomerDesk(
        id=row.id, code=row.code, name=row.name, name_en=row.name_en, customer_class=row.customer_class,
        tier=row.tier, status=row.status, contact=row.contact, phone=row.phone, note=row.note,
        bill_to_id=row.bill_to_id, payer_id=row.payer_id, salesperson_id=row.salesperson_id,
        department=row.department, terms_kind=row.terms_kind, terms_days=row.terms_days,
        terms_closing_day=row.terms_closing_day, terms_due_day=row.terms_due_day,
        price_sources=tuple(row.price_sources.split()), currency=row.currency,
        prices_include_tax=row.prices_include_tax, credit_limit=row.credit_limit, receivable=row.receivable,
        receivable_as_of=row.receivable_as_of, exposure=row.exposure or Decimal(0), when_short=row.when_short,
        delivery_method=row.delivery_method, freight_terms=row.freight_terms, rounding=row.rounding,
        invoice_kind=json.loads(row.invoice).get("kind") or "ordinary",
        addresses=_addresses(connection, customer_id) if with_addresses else (),
        item_numbers={entry.number.upper(): entry.item_id for entry in numbers},
        agreements=(
            agreements_with(connection, customer_id, row.currency, item_ids)
            if row.has_agreements
            else PriceShelf()
        ),
        bought=_bought(connection, customer_id, row.price_sources.split(), item_ids),
        po_numbers=_po_numbers(connection, customer_id, po_number),
    )  # fmt: skip


def _site(row: Row[Any]) -> SiteFacts:
    return SiteFacts(row.id, row.code, row.name, row.name_en, row.zone, row.closed_until)


def _default_site(sites: Mapping[UUID, SiteFacts], code: str) -> UUID | None:
    for site in sites.values():
        if site.code == code:
            return site.id
    return next(iter(sites), None)


def _person(row: Row[Any]) -> PersonFacts:
    return PersonFacts(
        row.id, row.code, row.name, row.name_en, frozenset(row.roles.split()), row.department, row.language
    )


def _items(connection: Connection, item_ids: Collection[UUID] | None) -> Mapping[UUID, ItemFacts]:
    """Return items: all of them packed, or some as they are."""
    units: defaultdict[UUID, list[UnitFacts]] = defaultdict(list)
    alike: dict[UnitFacts, UnitFacts] = {}
    for row in rows_of(connection, _UNITS, ITEM_UNIT.c.item_id, item_ids):
        unit = UnitFacts(row.unit, row.factor, row.floating, row.name_en)
        units[row.item_id].append(alike.setdefault(unit, unit))  # most items have the same few
    rows = rows_of(connection, _ITEMS, ITEM.c.id, item_ids)
    found = (_item_values(row, units.get(row.id, ())) for row in rows)
    return pack_items(found) if item_ids is None else {one[0]: ItemFacts(*one) for one in found}


def _item_values(row: Row[Any], units: Iterable[UnitFacts]) -> Values:
    return (
        row.id, row.code, row.name, row.name_en, row.spec, row.kind, row.item_group, row.unit,
        row.sales_unit or row.unit, (UnitFacts(row.unit, _ONE, name_en=row.unit_en), *units), row.price_unit,
        row.tax_rate, row.order_multiple, row.floor_price, row.cost, row.active,
    )  # fmt: skip


def _item_search(connection: Connection, item_ids: Collection[UUID] | None = None) -> Iterator[Values]:
    barcodes: defaultdict[UUID, list[tuple[str, str]]] = defaultdict(list)
    for row in rows_of(connection, _BARCODES, ITEM_BARCODE.c.item_id, item_ids):
        barcodes[row.item_id].append((row.barcode, row.unit))
    for row in rows_of(connection, _READINGS, ITEM.c.id, item_ids):
        yield row.id, row.readings, tuple(barcodes.get(row.id, ())), row.merged_into_id


def _customers(connection: Connection, customer_ids: Collection[UUID] | None = None) -> Iterator[Values]:
    for row in rows_of(connection, _SUMMARIES, CUSTOMER.c.id, customer_ids):
        yield (
            row.id, row.code, row.name, row.name_en, row.readings, row.customer_class, row.tier, row.status,
            row.contact, row.phone, row.city or "", row.last, row.merged_into_id,
            json.loads(row.invoice).get("tax_number") or "",
        )  # fmt: skip


def _addresses(connection: Connection, customer_id: UUID) -> tuple[AddressDraft, ...]:
    from orderdesk.wire.drafts import AddressDraft

    rows = connection.execute(
        select(CUSTOMER_ADDRESS)
        .where(CUSTOMER_ADDRESS.c.customer_id == customer_id)
        .order_by(CUSTOMER_ADDRESS.c.main.desc(), CUSTOMER_ADDRESS.c.position)
    )
    return tuple(
        AddressDraft(
            address_id=row.id, label=row.label, province=row.province, city=row.city, district=row.district,
            rest=row.rest, receiver=row.receiver, phone=row.phone,
        )
        for row in rows
    )  # fmt: skip


def _stock(
    connection: Connection,
    items: Mapping[UUID, ItemFacts],
    sites: Collection[UUID],
    item_ids: Collection[UUID] | None,
) -> Mapping[tuple[UUID, UUID], StockFigure]:
    if not isinstance(items, PackedRows):
        return stock_of(connection, item_ids)
    rows = connection.execute(_STOCK)
    return pack_stock(
        items.index, Ids(sites), ((row.item_id, row.site_id, row.on_hand, row.reserved) for row in rows)
    )


def stock_of(
    connection: Connection, item_ids: Collection[UUID] | None
) -> dict[tuple[UUID, UUID], StockFigure]:
    """Return what lies where, and what of it is reserved: by item and site."""
    return {
        (row.item_id, row.site_id): StockFigure(row.on_hand, row.reserved)
        for row in rows_of(connection, _STOCK, STOCK_LEVEL.c.item_id, item_ids)
    }


_HISTORY = (
    select(
        ORDER_LINE.c.item_id, ORDER_LINE.c.quantity, ORDER_LINE.c.unit, ORDER_LINE.c.unit_price,
        ORDER_LINE.c.position, ORDER.c.prices_include_tax, ORDER.c.document_date,
        ORDER.c.id.label("order_id"),
    )
    .join(ORDER, ORDER.c.id == ORDER_LINE.c.order_id)
    .where(
        ORDER.c.customer_id == bindparam("customer"), ORDER.c.state != "cancelled",
        ORDER_LINE.c.gift.is_(False),
    )
    .order_by(ORDER.c.document_date.desc(), ORDER.c.id.desc(), ORDER_LINE.c.position)
    .limit(_HISTORY_LINES)
    .subquery()
)  # fmt: skip
_BOUGHT = select(_HISTORY).order_by(
    _HISTORY.c.document_date.desc(), _HISTORY.c.order_id.desc(), _HISTORY.c.position
)


def _bought(
    connection: Connection, customer_id: UUID, sources: Collection[str], item_ids: Collection[UUID] | None
) -> dict[UUID, Bought]:
    """Return what a customer has bought; of ``item_ids`` it says only what they cost, where that counts."""
    if item_ids is not None and "last" not in sources:
        return {}
    found: dict[UUID, Bought] = {}
    times: defaultdict[UUID, int] = defaultdict(int)
    newest: dict[UUID, Any] = {}
    for row in rows_of(connection, _BOUGHT, _HISTORY.c.item_id, item_ids, customer=customer_id):
        times[row.item_id] += 1
        newest.setdefault(row.item_id, row)
    for item_id, row in newest.items():
        found[item_id] = Bought(
            times[item_id], row.quantity, row.unit, row.unit_price, row.prices_include_tax, row.document_date
        )
    return found


_PO_USES = (
    select(ORDER.c.id, ORDER.c.po_number, ORDER.c.number)
    .where(
        ORDER.c.customer_id == bindparam("customer"), ORDER.c.po_number != "", ORDER.c.state != "cancelled"
    )
    .order_by(ORDER.c.entered_at)
)
_USES_OF_PO = _PO_USES.where(ORDER.c.po_number == bindparam("po"))


def _po_numbers(
    connection: Connection, customer_id: UUID, po_number: str | None
) -> dict[str, tuple[PoUse, ...]]:
    if po_number is None:
        rows = connection.execute(_PO_USES, {"customer": customer_id})
    elif po_number:
        rows = connection.execute(_USES_OF_PO, {"customer": customer_id, "po": po_number})
    else:
        return {}
    found: defaultdict[str, tuple[PoUse, ...]] = defaultdict(tuple)
    for row in rows:
        found[row.po_number] += (PoUse(row.id, row.number),)
    return dict(found)
