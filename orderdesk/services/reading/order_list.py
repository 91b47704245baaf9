"""All orders as a list: saved views, what was typed into the find box, and pages by key.

A page is found by walking an index from where the last one ended, once for each state of the view, and by
merging the walks: how far down the list it is does not matter. Nothing is counted and nothing is skipped.
Where a text names only a few orders these are found by what they are called, and put in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Date,
    Integer,
    Numeric,
    Row,
    Select,
    String,
    and_,
    bindparam,
    cast,
    exists,
    func,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from orderdesk.models import (
    Customer,
    Item,
    Order,
    OrderLine,
    OrderRevision,
    Person,
    Reservation,
    ScheduleLine,
    StockLevel,
)
from orderdesk.models.types import Guid, Instant
from orderdesk.rules.entry.folding import fold, searchable
from orderdesk.rules.states import OrderState
from orderdesk.services.lookup import LookupIndex, Rank
from orderdesk.services.reading.order_text import NAMES, escaped, few_called
from orderdesk.services.reading.orders import SHOWN, OrderRow, shown_rows

PAGE = 100
_LARGE_PAGE = 500  # of a list that is read to its end

ViewId = Literal["all", "due_today", "short", "overdue", "pending", "open", "drafts", "bin"]
Key = tuple[date, UUID]  # where a page ends: document date and id of its last row
AnyRow = Row[*tuple[Any, ...]]

BIN_DAYS = 30  # how long a draft lies in the bin
_MOST_CUSTOMERS = 50  # that one text stands for; more of them are no answer
_FEW = 2_000  # orders that a text names are looked at one by one; of more a page is soon full
_RATE_STEPS = 1_000_000  # the store keeps factors in millionths


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view as data: the states it shows, and what of an order must still be open for it to stand there.

    ``due``: something open is to go today, or was to go before. ``is_open``: anything is open. ``is_short``:
    of an item more is open than is reserved for the order or free at its site. ``is_bin``: drafts that were
    thrown away in the last thirty days, which stand in no other view.
    """

    id: ViewId
    states: tuple[OrderState, ...]
    due: Literal["", "today", "before"] = ""
    is_open: bool = False
    is_short: bool = False
    is_bin: bool = False


_GOING_ON: tuple[OrderState, ...] = ("submitted", "released")

VIEWS: tuple[SavedView, ...] = (
    SavedView("all", ("draft", "submitted", "released", "closed", "cancelled")),
    SavedView("due_today", _GOING_ON, due="today"),
    SavedView("short", _GOING_ON, is_short=True),
    SavedView("overdue", _GOING_ON, due="before"),
    SavedView("pending", ("submitted",)),
    SavedView("open", ("released",), is_open=True),
    SavedView("drafts", ("draft",)),
    SavedView("bin", ("cancelled",), is_bin=True),
)
VIEW_BY_ID = {view.id: view for view in VIEWS}


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """What is asked for: a view, and in it what the find box says: customers, or a number of the order."""

    view: ViewId = "all"
    text: str = ""
    customers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderListRow:
    """An order in the list: what the desk shows of it, and what only a long list needs."""

    order: OrderRow
    document_date: date
    requested: date | None
    po_number: str
    customer_code: str
    salesperson: str
    salesperson_en: str
    source: str  # the system it came from; empty for our own

    @property
    def id(self) -> UUID:
        """The order's id."""
        return self.order.id

    @property
    def key(self) -> Key:
        """Where a page that ends with this row goes on."""
        return self.document_date, self.order.id


@dataclass(frozen=True, slots=True)
class OrderListPage:
    """Some rows, the newest document first, and whether more follow."""

    rows: tuple[OrderListRow, ...]
    has_more: bool


def order_filter(view: ViewId, text: str, customers: LookupIndex[UUID]) -> OrderFilter:
    """Return the filter for what was typed, with the customers that it finds in memory.

    Of those that it names whole no others; those that it merely stands inside of only where it begins or
    ends nothing.
    """
    typed = fold(searchable(text)).strip()
    if not typed:
        return OrderFilter(view)
    matches = customers.search(typed, limit=_MOST_CUSTOMERS)
    whole = [match for match in matches if match.exact]
    ends = [match for match in matches if match.rank_class is not Rank.INSIDE]
    return OrderFilter(view, typed, tuple(match.key for match in whole or ends or matches))


def order_list(
    connection: Connection,
    wanted: OrderFilter,
    today: date,
    after: Key | None = None,
    limit: int = PAGE,
) -> OrderListPage:
    """Return at most ``limit`` orders by document date and id, both descending.

    ``today`` is the day at the company's site; ``after`` is the ``key`` of the last row already shown.
    Orders taken over from another system stand here too, discarded drafts do not.
    """
    view = VIEW_BY_ID[wanted.view]
    few = few_called(connection, wanted.text, wanted.customers, _FEW) if wanted.text else None
    if few is None:
        ids = _walked(connection, view, wanted, today, after, limit + 1)
    else:
        ids = _picked(connection, view, few, today, after)
    return OrderListPage(_rows_of(connection, ids[:limit]), has_more=len(ids) > limit)


def every_order(connection: Connection, wanted: OrderFilter, today: date) -> Iterator[OrderListRow]:
    """Yield all orders of a filter in the order of the list, page after page."""
    page = order_list(connection, wanted, today, limit=_LARGE_PAGE)
    yield from page.rows
    while page.has_more:
        page = order_list(connection, wanted, today, page.rows[-1].key, _LARGE_PAGE)
        yield from page.rows


def _walked(
    connection: Connection, view: SavedView, wanted: OrderFilter, today: date, after: Key | None, limit: int
) -> list[UUID]:
    """Return the first orders of a view, one walk for each of its states: the index has these in order."""
    statement = _walks(view.id, has_after=after is not None, is_asked=bool(wanted.text))
    params: dict[str, object] = {"today": today, "most": limit, "since": _bin_start(today)}
    if after is not None:
        params |= {"after_day": after[0], "after_id": after[1]}
    if wanted.text:
        params |= {"text": f"%{escaped(wanted.text)}%", "customers": list(wanted.customers)}
    return list(connection.scalars(statement, params))


@cache
def _walks(view_id: ViewId, *, has_after: bool, is_asked: bool) -> Select[UUID]:
    """Return the statement of all walks of a view: built once, it is run with every page."""
    view = VIEW_BY_ID[view_id]
    conditions = list(
        _view_conditions(view, bindparam("today", type_=Date), bindparam("since", type_=Instant))
    )
    if has_after:
        day, order_id = bindparam("after_day", type_=Date), bindparam("after_id", type_=Guid)
        conditions += [Order.document_date <= day, or_(Order.document_date < day, Order.id < order_id)]
    if is_asked:
        pattern = bindparam("text", type_=String)
        named = [func.lower(name).like(pattern, escape="/") for name in NAMES]
        conditions.append(or_(*named, Order.customer_id.in_(bindparam("customers", expanding=True))))
    walks = [_walk(state, conditions, view).subquery().select() for state in view.states]
    found = union_all(*walks).subquery()
    ordered = select(found.c.id).order_by(found.c.document_date.desc(), found.c.id.desc())
    return ordered.limit(bindparam("most", type_=Integer))


def _walk(state: OrderState, conditions: list[ColumnElement[bool]], view: SavedView) -> Select[UUID, date]:
    statement = (
        select(Order.id, Order.document_date)
        .where(Order.state == state, *conditions)
        .order_by(Order.document_date.desc(), Order.id.desc())
        .limit(bindparam("most", type_=Integer))
    )
    if state == "cancelled" and not view.is_bin:
        statement = statement.where(Order.state_cause != "discarded")
    return statement


def _picked(
    connection: Connection, view: SavedView, few: Sequence[AnyRow], today: date, after: Key | None
) -> list[UUID]:
    """Return those of a few orders that stand in a view, in the order of the list."""
    shown = [row for row in few if view.is_bin or row.state != "cancelled" or row.state_cause != "discarded"]
    heads = [row for row in shown if row.state in view.states]
    if after is not None:
        heads = [row for row in heads if (row.document_date, row.id) < after]
    conditions = list(_view_conditions(view, today, _bin_start(today)))
    if conditions and heads:
        among = select(Order.id).where(Order.id.in_([row.id for row in heads]), *conditions)
        there = set(connection.scalars(among))
        heads = [row for row in heads if row.id in there]
    return [row.id for row in sorted(heads, key=lambda row: (row.document_date, row.id), reverse=True)]


_SELLER = aliased(Person)
_DETAILS = (
    SHOWN.add_columns(
        Order.document_date, Order.requested, Order.po_number, Order.source,
        Customer.code.label("customer_code"), _SELLER.name.label("salesperson"),
        _SELLER.name_en.label("salesperson_en"),
    )
    .outerjoin(_SELLER, _SELLER.id == Order.salesperson_id)
    .where(Order.id.in_(bindparam("ids", expanding=True)))
    .order_by(Order.document_date.desc(), Order.id.desc())
)  # fmt: skip


def _rows_of(connection: Connection, ids: Sequence[UUID]) -> tuple[OrderListRow, ...]:
    found = connection.execute(_DETAILS, {"ids": ids}).all() if ids else []
    return tuple(map(_row, found, shown_rows(connection, found))) if found else ()


def _row(row: AnyRow, order: OrderRow) -> OrderListRow:
    return OrderListRow(
        order=order, document_date=row.document_date, requested=row.requested, po_number=row.po_number,
        customer_code=row.customer_code or "", salesperson=row.salesperson or "",
        salesperson_en=row.salesperson_en or "", source=row.source,
    )  # fmt: skip


def order_count(connection: Connection, view: ViewId, customer_id: UUID, today: date) -> int:
    """Return how many orders of a customer a view has."""
    wanted = VIEW_BY_ID[view]
    statement = (
        select(func.count())
        .select_from(Order)
        .where(
            Order.customer_id == customer_id,
            Order.state.in_(wanted.states),
            *_view_conditions(wanted, today, _bin_start(today)),
        )
    )
    return connection.execute(statement).scalar_one()


def _view_conditions(
    view: SavedView, today: date | BindParameter[date], since: datetime | BindParameter[datetime]
) -> Iterator[ColumnElement[bool]]:
    day = func.coalesce(ScheduleLine.planned, ScheduleLine.promised, ScheduleLine.requested)
    if view.due == "today":
        yield _has_open(day == today)
    elif view.due == "before":
        yield _has_open(day < today)
    if view.is_open:
        yield _has_open()
    if view.is_short:
        yield _lacks_goods()
    if view.is_bin:
        yield Order.state_cause == "discarded"
        yield _left_since(since)


def _bin_start(today: date) -> datetime:
    return datetime.combine(today - timedelta(days=BIN_DAYS), time(), UTC)


def _left_since(instant: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Return whether the order's newest draft was kept after an instant: the discard keeps one."""
    return exists().where(
        OrderRevision.order_id == Order.id,
        OrderRevision.revision == Order.revision,
        OrderRevision.saved_at >= instant,
    )


def _open_pieces() -> ColumnElement[Any]:
    return ScheduleLine.quantity - ScheduleLine.shipped - ScheduleLine.cancelled


def _has_open(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return whether the order has a schedule line of which something has neither left nor been cancelled."""
    return exists().where(
        OrderLine.order_id == Order.id,
        ScheduleLine.order_line_id == OrderLine.id,
        ScheduleLine.quantity > ScheduleLine.shipped + ScheduleLine.cancelled,
        *more,
    )


def _lacks_goods() -> ColumnElement[bool]:
    """Return whether of an item at a site more is open than is reserved for the order or free for anybody.

    What is not kept in stock is never short: made-to-order items and bundles that no site has ever had.
    """
    wanted = _steps(_open_pieces()) * _steps(OrderLine.factor) + _RATE_STEPS // 2
    reserved = _steps(func.coalesce(Reservation.quantity, 0)) * _RATE_STEPS
    free = _steps(func.coalesce(func.max(StockLevel.on_hand - StockLevel.reserved), 0)) * _RATE_STEPS
    rounded = wanted - wanted % _RATE_STEPS  # half up to whole steps, as ``in_stock_units`` rounds
    level = and_(StockLevel.item_id == OrderLine.item_id, StockLevel.site_id == ScheduleLine.site_id)
    had = StockLevel.__table__.alias("had")
    return (
        select(OrderLine.item_id)
        .join(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
        .join(Item, Item.id == OrderLine.item_id)
        .outerjoin(Reservation, Reservation.schedule_line_id == ScheduleLine.id)
        .outerjoin(StockLevel, level)
        .where(
            OrderLine.order_id == Order.id,
            ScheduleLine.quantity > ScheduleLine.shipped + ScheduleLine.cancelled,
            or_(Item.kind == "standard", exists().where(had.c.item_id == Item.id)),
        )
        .group_by(OrderLine.item_id, ScheduleLine.site_id)
        .having(func.sum(rounded - reserved, type_=BigInteger) > free)
        .correlate(Order)
        .exists()
    )


def _steps(expression: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[int]:
    """Return a figure as the whole number that the store keeps, so wide that no product overflows."""
    return type_coerce(cast(type_coerce(expression, BigInteger), Numeric(38, 0)), BigInteger)
