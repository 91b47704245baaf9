"""What the desk reads, when, and what its keys do; it knows its view only by what it asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol
from uuid import UUID

from orderdesk.clock import business_date
from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.drafts import DraftRow, draft_rows
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.reading.orders import PAGE, Key, OrderPage, OrderRow, desk_orders
from orderdesk.services.store import Reader
from orderdesk.ui.asked import Executes, ForgetsTyping, HasClock, HasDesk, HasIds, HasPerson, Reads
from orderdesk.ui.messages import Message
from orderdesk.ui.order_card.reading import CardReading
from orderdesk.ui.screens.desk.discarding import Discarding
from orderdesk.ui.screens.desk.lifting import HoldLifting, LiftQuestionFacts
from orderdesk.wire.outcomes import Changes

# What may change a row of the lists or the card. Stock and prices do not: orders keep their own.
_SHOWN_TYPES = frozenset(
    {"order", "delivery", "task", "hold", "comment", "customer", "person", "setting", "site"}
)


class DeskBackend(HasClock, HasIds, HasPerson, HasDesk, Reads, Executes, ForgetsTyping, Protocol):
    """What this screen needs of the running desk."""


class DeskView(Protocol):
    """What the presenter asks of the window."""

    def show_lists(self, lists: DeskLists) -> None: ...

    def show_card(self, card: OrderCard | None) -> None: ...

    def show_lift(self, question: LiftQuestionFacts | None) -> None: ...

    def show_lift_problem(self, code: str) -> None: ...

    def tell(self, code: str, severity: Literal["done", "error"], params: Mapping[str, object]) -> None: ...

    def tell_with_undo(self, message: Message) -> None: ...


@dataclass(frozen=True, slots=True)
class DeskLists:
    """Both lists as read at one moment, with the day and zone of the site and the company's currency."""

    drafts: tuple[DraftRow, ...]
    orders: tuple[OrderRow, ...]
    has_more: bool
    today: date
    zone: str
    currency: str


class DeskPresenter:
    """Keeps the lists as the store has them. One read of each kind is under way at most."""

    def __init__(self, backend: DeskBackend, view: DeskView) -> None:
        self._backend = backend
        self._view = view
        self._lists: DeskLists | None = None
        self._is_reading = False
        self._is_stale = False
        self._card = CardReading(backend, self._show_card, self._tell_fault, self._person_id)
        self._is_closed = False
        self.lifting = HoldLifting(backend, view, self.refresh)
        self.discarding = Discarding(backend, view, self.refresh)

    @property
    def lists(self) -> DeskLists | None:
        """What is on show; ``None`` before the first read."""
        return self._lists

    def close(self) -> None:
        """The window has gone: answers that are still under way reach nobody."""
        self._is_closed = True
        self._card.close()
        self.lifting.close()
        self.discarding.close()

    def person_changed(self) -> None:
        """Somebody else works here: nothing stays asked, and the card offers what that person may do."""
        self.keep()
        self.discarding.forget()
        self._show_card(None)
        self._card.again()

    # lists

    def refresh(self) -> None:
        """Read everything on show again; asked for while a read is under way, once after it."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        now = self._backend.clock.now()
        shown = len(self._lists.orders) if self._lists is not None else 0
        limit = max(PAGE, shown)

        def work(connection: Reader) -> tuple[tuple[DraftRow, ...], OrderPage]:
            return draft_rows(connection), desk_orders(connection, now, limit=limit)

        self._backend.read(work, self._take_lists, self._list_failed)

    def load_more(self) -> None:
        """Read the next page of older orders, if there is one and nothing is being read."""
        lists = self._lists
        if lists is None or not lists.has_more or self._is_reading:
            return
        self._is_reading = True
        now, after = self._backend.clock.now(), lists.orders[-1].key
        self._backend.read(
            lambda connection: (after, desk_orders(connection, now, after)),
            self._take_page,
            self._list_failed,
        )

    def note_changes(self, changes: Changes) -> None:
        """Somebody committed something: read again what it may have changed here."""
        if any(entry.type in _SHOWN_TYPES for entry in changes.touched):
            self.refresh()

    def _take_lists(self, found: tuple[tuple[DraftRow, ...], OrderPage]) -> None:
        if self._is_closed:
            return
        drafts, page = found
        desk = self._backend.desk()
        zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
        today = business_date(self._backend.clock.now(), zone)
        currency = desk.settings["currency"]
        self._show(DeskLists(drafts, page.rows, page.has_more, today, zone, currency))
        self._card.again()

    def _take_page(self, found: tuple[Key, OrderPage]) -> None:
        if self._is_closed or self._lists is None:
            return
        after, page = found
        if self._lists.orders and self._lists.orders[-1].key == after:
            self._show(replace(self._lists, orders=(*self._lists.orders, *page.rows), has_more=page.has_more))

    def _show(self, lists: DeskLists) -> None:
        self._lists = lists
        self._is_reading = False
        self._view.show_lists(lists)
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
        if order_id != self._card.wanted:
            self.lifting.take_card(None)  # the card on show is another order's until this one's is read
            self._card.follow(order_id)

    def _show_card(self, card: OrderCard | None) -> None:
        self.lifting.take_card(card)
        self._view.show_card(card)

    def _person_id(self) -> UUID | None:
        person = self._backend.person
        return person.id if person is not None else None

    # lifting a hold

    def ask_lift(self, hold_id: UUID | None = None) -> bool:
        """Ask why a hold of the order on show may be lifted."""
        return self.lifting.ask(hold_id)

    def keep(self) -> bool:
        """Leave everything as it is; return whether anything was asked."""
        return self.lifting.keep()
