"""Lists, searches and screens on a store of a million orders: beside bare SQL, beside ten thousand orders.

Bare SQL is a driver's connection that reads the same facts of the same rows by the best index there is. What
opens a screen is counted and timed on the large store and on one with the same master data and a hundredth
of its orders.
"""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, select

from devtools.bench.bare_orders import bare_connection, bare_page, bare_search
from devtools.bench.measure import compare, timed
from devtools.bench.rows_completion import ABSENT
from devtools.bench.table import Row
from orderdesk.intake.office.making import fill_store
from orderdesk.intake.office.sizes import LARGE, StoreSize
from orderdesk.models import Order
from orderdesk.ports import Ports
from orderdesk.services.reading.adjustments import adjustment_rows
from orderdesk.services.reading.day_check import day_check
from orderdesk.services.reading.desk import load_desk
from orderdesk.services.reading.drafts import draft_rows
from orderdesk.services.reading.inbox import done_today, inbox_rows, sent_back, team_rows
from orderdesk.services.reading.order_list import OrderFilter, order_filter, order_list
from orderdesk.services.reading.order_search import OrderQuestion, find_orders
from orderdesk.services.reading.orders import desk_orders
from orderdesk.services.reading.prices import price_list_heads
from orderdesk.services.reading.warehouse import GONE_STATES, delivery_rows
from orderdesk.services.search import build_indexes
from orderdesk.services.store import Store, create_store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from uuid import UUID

    from devtools.bench.place import Place
    from orderdesk.services.desk import Desk
    from orderdesk.services.lookup import LookupIndex

    Read = Callable[[Any], object]

LIST_BAR, SEARCH_BAR, STATEMENTS_BAR, TIME_BAR = 3.0, 3.0, 1.5, 2.0
KEY = 500_000  # of the order after which the second page begins
MOST = 8  # orders that the search box shows of each kind
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
SQLITE = "sqlite:///"
SMALL = StoreSize(customers=60, items=120, orders=400, recent=40, live=10, days=60)
# URLs of stores that are there, with blanks between: a large and a small one, and such a pair again.
STORES = "ORDERDESK_BENCH_STORES"


def rows(place: Place) -> Iterator[Row]:
    """Yield the rows of each database, or of the stores that the environment names."""
    for urls in _given() or [_stores(place, kind) for kind in place.databases]:
        large, small = (open_store(url, mode="read") for url in urls)
        with closing(large), closing(small):
            name = NAMES[large.engine.dialect.name]
            for row in (*_against_bare_sql(large, urls[0], place), *_beside_a_small_one(large, small, place)):
                yield replace(row, name=f"{row.name}, {name}")


def large_store(place: Place) -> Path:
    """Return the SQLite file of the large store, made where it is not there yet."""
    given = [urls[0] for urls in _given() if urls[0].startswith(SQLITE)]
    url = given[0] if given else _stores(place, "sqlite")[0]
    return Path(url.removeprefix(SQLITE))


def _given() -> list[tuple[str, str]]:
    given = os.environ.get(STORES, "").split()
    return list(zip(given[::2], given[1::2], strict=True))


def _stores(place: Place, kind: str) -> tuple[str, str]:
    """Return the two stores. The large one takes ten minutes to make; its SQLite file is kept."""
    large = SMALL if place.small else LARGE
    small = replace(large, orders=large.orders // 100, recent=min(large.recent, 1_000, large.orders // 100))
    if place.small:
        small = replace(small, orders=200, recent=40)
    folder = place.folder if place.small else place.cache
    return _made(place, kind, folder, large), _made(place, kind, folder, small)


def _made(place: Place, kind: str, folder: Path, size: StoreSize) -> str:
    if kind == "postgresql":
        assert place.postgresql is not None  # it is among the databases
        url = place.postgresql.create_database()
    else:
        path = folder / f"orders-{size.orders}.sqlite"
        url = f"{SQLITE}{path.resolve().as_posix()}"
        if path.exists():
            return url
    ports = Ports()
    create_store(url, ports)
    store = open_store(url)
    fill_store(store, ports.clock.now(), size, lambda what, done, of: None)
    store.close()
    return url


# ── beside bare SQL ────────────────────────────────────────────────────────────────────────────────


def _against_bare_sql(large: Store, url: str, place: Place) -> Iterator[Row]:
    with large.reading() as connection:
        orders = connection.exec_driver_sql("SELECT count(*) FROM sales_order").scalar_one()
        middle = _key_at(connection, min(KEY, orders // 2))
    today = datetime.now(UTC).date()
    rounds = place.rounds(40)
    with closing(bare_connection(url)) as bare:
        for name, after in (("first page", None), (f"page after key {min(KEY, orders // 2):,}", middle)):
            value = partial(_read, large, partial(_page, today=today, after=after))
            took, bare_took = compare(timed(value), timed(partial(bare_page, bare, after)), rounds)
            yield Row(
                f"orders list of {orders:,}, {name}", took, bare_took, LIST_BAR,
                floor_is="the bare driver reads the same facts by the same indexes",
            )  # fmt: skip
        with large.reading() as connection:
            desk = load_desk(connection, datetime.now(UTC))
            said = dict(_sayings(connection, desk))
        index, known = build_indexes(desk).customers, _all_of_customers(desk)
        for what, text in said.items():
            customers = order_filter("all", text, index).customers[:MOST]

            def ask_bare(text: str = text, customers: Sequence[UUID] = customers) -> None:
                known.find(ABSENT)
                bare_search(bare, text, customers)

            took, bare_took = compare(timed(partial(_find, large, text, index)), timed(ask_bare), rounds)
            yield Row(
                f"find {what} among {orders:,} orders", took, bare_took, SEARCH_BAR,
                floor_is="one str.find over the customers; the bare driver asks the same indexes",
            )  # fmt: skip


def _all_of_customers(desk: Desk) -> str:
    """Return all that customers can be found by."""
    parts = (
        (one.code, one.name, one.name_en, one.readings, one.contact, one.phone)
        for one in desk.customers.values()
    )
    return "\n".join("\x1f".join(of_one).casefold() for of_one in parts)


def _find(store: Store, text: str, customers: LookupIndex[UUID]) -> None:
    """Find orders as the search box finds them for what somebody says."""
    chosen = order_filter("all", text, customers).customers[:MOST]
    found = _read(store, lambda reader: find_orders(reader, OrderQuestion(text, chosen, MOST)))
    assert found, text  # it is said of an order that is there


def _sayings(connection: Any, desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield what a caller may say of an old order of a firm with a Chinese name, by what it is."""
    old = select(Order.number, Order.po_number, Order.customer_id).where(
        Order.source != "", Order.po_number != ""
    )
    few = connection.execute(
        old.order_by(Order.id).offset(100 if len(desk.customers) > 1_000 else 0).limit(100)
    )
    order = next(one for one in few if " " in desk.customers[one.customer_id].readings)
    own = select(Order.number).where(Order.source == "", Order.state == "closed").order_by(Order.id).limit(1)
    number = str(connection.execute(own).scalar_one())
    customer = desk.customers[order.customer_id]
    yield "a number", number
    yield "the digits of a number", number.rpartition("-")[2]
    yield "a number of the old system", order.number
    yield "a part of a number", order.number[2:]
    yield "a PO number", order.po_number
    yield "a part of a PO number", order.po_number[2:]
    yield "the code of a customer", customer.code
    yield "the name of a customer", customer.name
    yield "the English name of a customer", customer.name_en
    for what, reading in zip(("the pinyin", "the initials"), customer.readings.split(), strict=False):
        yield f"{what} of a customer", reading
    yield "the end of a phone number", customer.phone[-6:]
    yield "the name of a caller", customer.contact


def _page(reader: Any, today: date, after: Any) -> object:
    return order_list(reader, OrderFilter(), today, after)


def _key_at(connection: Any, place: int) -> Any:
    ordered = select(Order.document_date, Order.id).order_by(Order.document_date.desc(), Order.id.desc())
    return tuple(connection.execute(ordered.offset(place).limit(1)).one())


def _read(store: Store, read: Read) -> object:
    with store.reading() as connection:
        return read(connection)


# ── beside a hundredth of the orders ───────────────────────────────────────────────────────────────


def _beside_a_small_one(large: Store, small: Store, place: Place) -> Iterator[Row]:
    screens = {store: _screens(store) for store in (large, small)}
    for name in screens[large]:
        reads = [partial(_read, store, screens[store][name]) for store in (large, small)]
        counts = [_statements(store, read) for store, read in zip((large, small), reads, strict=True)]
        yield Row(
            f"open {name}: statements", counts[0], counts[1], STATEMENTS_BAR, unit="statements",
            floor_is="the same with a hundredth of the orders",
        )  # fmt: skip
        took, small_took = compare(timed(reads[0]), timed(reads[1]), place.rounds(30))
        yield Row(
            f"open {name}", took, small_took, TIME_BAR, floor_is="the same with a hundredth of the orders"
        )


def _screens(store: Store) -> Mapping[str, Read]:
    """Return what each screen reads when it opens; customers and items come from memory."""
    with store.reading() as connection:
        person = connection.execute(
            select(Order.approved_by).where(Order.approved_by.is_not(None)).limit(1)
        ).scalar_one()
    assert person is not None  # as was asked
    now = datetime.now(UTC)
    return {
        "Desk": lambda reader: (draft_rows(reader), desk_orders(reader, now)),
        "Orders": lambda reader: order_list(reader, OrderFilter(), now.date()),
        "Inbox": lambda reader: (
            inbox_rows(reader, person), team_rows(reader), sent_back(reader, person),
            done_today(reader, person, now),
        ),
        "Warehouse": delivery_rows,
        "Warehouse, what left": lambda reader: delivery_rows(reader, states=GONE_STATES),
        "Day check": lambda reader: day_check(reader, now),
        "Prices": price_list_heads,
        "Adjustments": adjustment_rows,
    }  # fmt: skip


def _statements(store: Store, read: Callable[[], object]) -> int:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        read()
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
    return len(asked)
