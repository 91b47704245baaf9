"""The list of customers, by tier and by what stands out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from orderdesk.services.desk import CustomerSummary
from orderdesk.services.reading.customer_views import at_standard_prices
from orderdesk.services.reading.tiers import moved_this_quarter
from orderdesk.services.store import Reader
from orderdesk.ui.backend import Backend
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import language, tr
from orderdesk.ui.order_card.wording import local, term, tier_chip
from orderdesk.ui.records.facts import here_of
from orderdesk.ui.records.list_screen import RecordListScreen
from orderdesk.ui.records.specs import Option
from orderdesk.ui.screens.customers.finding import CustomerFinder, Exceptions
from orderdesk.ui.screens.customers.record import tiers_of
from orderdesk.ui.tables.columns import Column
from orderdesk.wire.commands import PutCustomer
from orderdesk.wire.outcomes import Changes

_SPARE = ("last", "class", "city", "contact")  # where it is narrow these go, the first one first


class CustomersScreen(RecordListScreen):
    """All customers; Enter opens the one with the cursor as a record."""

    screen_id = "customers"
    record_area = "customer"
    command = PutCustomer.name
    find_hint = "customers.find"

    def __init__(self, backend: Backend, _key: object | None = None, parent: QWidget | None = None) -> None:
        self._finder = CustomerFinder()
        self._exceptions = Exceptions()
        super().__init__(backend, self._columns(backend), parent, heading="ui.area.customers", spare=_SPARE)
        backend.notifier.changed.connect(self._note_changes)
        self._read_exceptions()

    def views(self) -> Sequence[Option]:
        """Return all, one for each tier, and those that stand out."""
        tiers = tiers_of(self.backend.desk())
        by_tier = [
            Option(f"tier:{tier}", tr("customers.view.tier", tier=term("tier", tier))) for tier in tiers
        ]
        return (
            Option("all", tr("customers.view.all")),
            *by_tier,
            Option("standard_prices", tr("customers.view.standard_prices")),
            Option("moved_up", tr("customers.view.moved_up")),
            Option("moved_down", tr("customers.view.moved_down")),
            Option("on_hold", tr("customers.view.on_hold")),
            Option("stopped", tr("customers.view.stopped")),
        )

    def matching(self, view: str, text: str) -> Sequence[CustomerSummary]:
        """Return the customers of a view that a text finds."""
        desk, indexes = self.backend.desk(), self.backend.indexes()
        return self._finder.find(view, text, desk.customers, indexes, self._exceptions, language().current)

    def _columns(self, backend: Backend) -> tuple[Column, ...]:
        def last(row: CustomerSummary) -> str:
            return here_of(backend.desk()).day(row.last_order) if row.last_order is not None else ""

        return (
            Column("code", "customers.field.code", lambda row: row.code, "code", 92, strong=True),
            Column(
                "name", "customers.field.name", lambda row: local(row.name, row.name_en), width=180,
                stretches=True, tooltip=lambda row: row.name,
            ),
            Column(
                "tier", "customers.field.tier", lambda row: term("tier", row.tier), width=88,
                chip=lambda row: tier_chip(row.tier),
            ),
            Column(
                "class", "customers.field.class", lambda row: term("class", row.customer_class), width=104
            ),
            Column(
                "status", "customers.field.status", lambda row: term("status", row.status), width=96,
                chip=lambda row: (
                    Chip("hold", term("status", row.status)) if row.status != "active" else None
                ),
            ),
            Column("contact", "customers.field.contact", lambda row: row.contact, width=92),
            Column("phone", "customers.field.phone", lambda row: row.phone, "code", 128),
            Column("city", "customers.field.city", lambda row: row.city, width=88),
            Column("last", "customers.column.last_order", last, "date", 128),
        )  # fmt: skip

    def _read_exceptions(self) -> None:
        today = self.backend.desk().today

        def work(reader: Reader) -> Exceptions:
            up, down = moved_this_quarter(reader, today)
            return Exceptions(at_standard_prices(reader, today), up, down)

        self.lent.read(work, self._take_exceptions)

    def _take_exceptions(self, found: Exceptions) -> None:
        self._exceptions = found
        self.show_found(anew=False)

    def _note_changes(self, changes: Changes) -> None:
        if {entry.type for entry in changes.touched} & {"customer", "price_list", "tier_change"}:
            self._read_exceptions()
