"""What the orders list reads, when, and what it writes to a file; it knows its view only by what it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, Protocol
from uuid import UUID

from orderdesk.clock import business_date
from orderdesk.errors import OrderDeskError
from orderdesk.intake.files.exporting import Cell, PageLook, write_table
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.reading.order_list import (
    PAGE,
    Key,
    OrderFilter,
    OrderListPage,
    OrderListRow,
    ViewId,
    every_order,
    order_filter,
    order_list,
)
from orderdesk.services.reading.orders import OrderRow, order_row
from orderdesk.services.store import Reader
from orderdesk.ui.asked import Facts, HasClock, Reads, ReadsLong
from orderdesk.ui.order_card.reading import CardReading
from orderdesk.wire.outcomes import Changes

# What may change a row, a view or the card: of goods and items it is whether an order is short of them.
_SHOWN_TYPES = frozenset(
    {"order", "delivery", "task", "hold", "comment", "customer", "person", "setting", "site", "stock", "item"}
)


class OrdersBackend(HasClock, Facts, Reads, ReadsLong, Protocol):
    """What this screen needs of the running desk."""


class OrdersView(Protocol):
    """What the presenter asks of the window."""

    def reach(self) -> int: ...

    def show_list(self, orders: OrdersList, *, anew: bool) -> None: ...

    def show_card(self, card: OrderCard | None) -> None: ...

    def show_sought(self, number: str, order_id: UUID) -> None: ...

    def tell(self, code: str, severity: Literal["done", "error"], params: Mapping[str, object]) -> None: ...


@dataclass(frozen=True, slots=True)
class OrdersList:
    """The rows read so far of a filter, with the day and zone of the site and the company's currency."""

    wanted: OrderFilter
    rows: tuple[OrderListRow, ...]
    has_more: bool
    today: date
    zone: str
    currency: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What goes into a file: the words of its header, and the cells of an order."""

    header: Sequence[str]
    cells: Callable[[OrderListRow], Sequence[Cell]]
    look: PageLook | None = None  # of a file for people


class OrdersPresenter:
    """Keeps the list as the store has it. One read of each kind is under way at most."""

    def __init__(self, backend: OrdersBackend, view: OrdersView) -> None:
        self._backend = backend
        self._view = view
        self._orders: OrdersList | None = None
        self._wanted = OrderFilter()
        self._is_reading = False
        self._is_stale = False
        self._card = CardReading(backend, view.show_card, self._tell_fault)
        self._is_exporting = False
        self._is_closed = False

    @property
    def orders(self) -> OrdersList | None:
        """What is on show; ``None`` before the first read."""
        return self._orders

    @property
    def wanted(self) -> OrderFilter:
        """What is asked for; what is on show may still be what was asked for before."""
        return self._wanted

    def close(self) -> None:
        """The window has gone: answers that are still under way reach nobody."""
        self._is_closed = True
        self._card.close()

    # the list

    def choose(self, view: ViewId) -> None:
        """Show another view, with what stands in the find box."""
        self._want(view, self._wanted.text)

    def show_view(self, view: ViewId, text: str) -> None:
        """Show a view with a text of its own, as a saved one has it."""
        self._want(view, text)

    def find(self, text: str) -> None:
        """Show the orders of the customers that a text stands for, or that bear it as a number."""
        self._want(self._wanted.view, text)

    def seek(self, order_id: UUID) -> None:
        """Find one order among all: somebody has asked for it by its id."""
        self._backend.read(
            lambda connection: order_row(connection, order_id), self._take_sought, self._tell_fault
        )

    def refresh(self) -> None:
        """Read everything on show again; asked for while a read is under way, once after it."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        self._wanted = self._resolved(self._wanted.view, self._wanted.text)
        is_same = self._orders is not None and self._orders.wanted == self._wanted
        pages = (self._view.reach() // PAGE + 1) if is_same else 1
        wanted, today = self._wanted, self._today()[0]
        self._backend.read(
            lambda connection: (wanted, order_list(connection, wanted, today, limit=PAGE * pages)),
            self._take_list,
            self._list_failed,
        )

    def load_more(self) -> None:
        """Read the next page, if there is one and nothing is being read."""
        orders = self._orders
        if orders is None or not orders.has_more or self._is_reading or orders.wanted != self._wanted:
            return
        self._is_reading = True
        wanted, today, after = orders.wanted, orders.today, orders.rows[-1].key
        self._backend.read(
            lambda connection: (wanted, after, order_list(connection, wanted, today, after)),
            self._take_page,
            self._list_failed,
        )

    def note_changes(self, changes: Changes) -> None:
        """Somebody committed something: read again what it may have changed here."""
        if any(entry.type in _SHOWN_TYPES for entry in changes.touched):
            self.refresh()

    def _take_sought(self, row: OrderRow | None) -> None:
        if row is not None and not self._is_closed:
            self._view.show_sought(row.number, row.id)

    def _want(self, view: ViewId, text: str) -> None:
        wanted = self._resolved(view, text)
        if wanted != self._wanted:
            self._wanted = wanted
            self.refresh()

    def _resolved(self, view: ViewId, text: str) -> OrderFilter:
        return order_filter(view, text, self._backend.indexes().customers)

    def _today(self) -> tuple[date, str]:
        desk = self._backend.desk()
        zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
        return business_date(self._backend.clock.now(), zone), zone

    def _take_list(self, found: tuple[OrderFilter, OrderListPage]) -> None:
        if self._is_closed:
            return
        wanted, page = found
        anew = self._orders is None or self._orders.wanted != wanted
        today, zone = self._today()
        currency = self._backend.desk().settings["currency"]
        self._show(OrdersList(wanted, page.rows, page.has_more, today, zone, currency), anew=anew)
        self._card.again()

    def _take_page(self, found: tuple[OrderFilter, Key, OrderListPage]) -> None:
        if self._is_closed or self._orders is None:
            return
        wanted, after, page = found
        orders = self._orders
        if orders.wanted == wanted and orders.rows and orders.rows[-1].key == after:
            orders = replace(orders, rows=(*orders.rows, *page.rows), has_more=page.has_more)
        self._show(orders, anew=False)

    def _show(self, orders: OrdersList, *, anew: bool) -> None:
        self._orders = orders
        self._is_reading = False
        self._view.show_list(orders, anew=anew)
        if self._is_stale:
            self.refresh()

    def _list_failed(self, fault: OrderDeskError) -> None:
        self._is_reading = False
        self._tell_fault(fault)

    def _tell_fault(self, fault: OrderDeskError) -> None:
        if not self._is_closed:
            self._view.tell(fault.code, "error", fault.params)

    # the card

    def focus(self, order_id: UUID | None) -> None:
        """Show the card of the order that the cursor has come to."""
        self._card.follow(order_id)

    # files

    def export(self, path: Path, sheet: Sheet) -> bool:
        """Write all orders of the filter, also those not read yet; return whether that was begun.

        One file is written at a time.
        """
        if self._is_exporting or self._orders is None:
            return False
        self._is_exporting = True
        wanted, today = self._orders.wanted, self._orders.today

        def work(connection: Reader) -> tuple[Path, int]:
            rows = (sheet.cells(row) for row in every_order(connection, wanted, today))
            return path, write_table(path, sheet.header, rows, sheet.look)

        self._backend.read_long(work, self._exported, self._export_failed)
        return True

    def _exported(self, written: tuple[Path, int]) -> None:
        self._is_exporting = False
        if not self._is_closed:
            path, count = written
            self._view.tell("orders.exported", "done", {"file": path.name, "n": count})

    def _export_failed(self, fault: OrderDeskError) -> None:
        self._is_exporting = False
        self._tell_fault(fault)
