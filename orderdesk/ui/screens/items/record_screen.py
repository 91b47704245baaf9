"""An item in its tab: details, units and barcodes, prices, stock, who buys it, what customers call it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from orderdesk.services.reading.customer_prices import item_prices
from orderdesk.services.reading.item_reads import buyers, item_aliases, stock_by_site
from orderdesk.services.reading.twins import MergePreview
from orderdesk.services.reading.whole_records import item_by_id
from orderdesk.ui.backend import Backend
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import tr
from orderdesk.ui.order_card.wording import Here, local
from orderdesk.ui.records.facts import here_of, item_search
from orderdesk.ui.records.form_page import FormPage
from orderdesk.ui.records.history_page import HistoryPage
from orderdesk.ui.records.list_page import ListPage
from orderdesk.ui.records.merge_page import MergePage
from orderdesk.ui.records.screen import RecordScreen
from orderdesk.ui.records.table_page import TableCard, TablePage
from orderdesk.ui.screens.items.record import KIND, SPEC
from orderdesk.ui.screens.items.record_columns import (
    alias_columns,
    buyer_columns,
    price_columns,
    stock_columns,
)
from orderdesk.wire.commands import MergeItems
from orderdesk.wire.outcomes import Changes
from orderdesk.wire.records import ItemRecord


class ItemScreen(RecordScreen[ItemRecord]):
    """One item as a record."""

    screen_id = "item"

    def __init__(self, backend: Backend, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(backend, KIND, parent)
        presenter = self.presenter
        details = FormPage(
            "item.details", SPEC.sections["item.details"], backend, presenter.take, presenter.set
        )
        self.add_page(details, "items.page.details")
        cards = tuple(
            TableCard(table, name=f"item.{table.path}", take=self.take_cell, can_read=self.can_read)
            for table in SPEC.tables["item.units"]
        )
        units = TablePage("item.units", cards)
        units.insert, units.remove = presenter.insert, presenter.remove
        self.add_page(units, "items.page.units")
        self._make_lists()
        self.add_page(self.prices, "items.page.prices")
        self.add_page(self.stock, "items.page.stock")
        self.add_page(self.buyers, "items.page.buyers")
        self.add_page(self.aliases, "items.page.aliases")
        self.history = HistoryPage("item.history", "item", SPEC, self.lent, self._moment)
        self.add_page(self.history, "records.page.history")
        self.merge_page = MergePage(
            "item.merge", "item", SPEC, item_by_id, item_search(backend), backend, self.lent
        )
        self.merge_page.merge_requested.connect(self._merge)
        self.add_page(self.merge_page, "records.page.merge")
        backend.notifier.changed.connect(self._refresh_lists)
        self.open(key)

    def headline(self, record: ItemRecord) -> tuple[str, str]:
        """Return the name in the language on show; code, specification and group behind it."""
        behind = (record.code, record.spec, record.brand, record.group)
        return local(record.name, record.name_en), "  ·  ".join(part for part in behind if part)

    def chips(self, record: ItemRecord) -> Sequence[Chip]:
        """Return that the item is not in use any more."""
        return () if record.active else (Chip("hold", tr("items.stopped")),)

    def new_title(self) -> str:
        """Return what the tab of a new item is called."""
        return tr("items.new")

    def here(self) -> Here:
        """Return day, zone and currency of the desk."""
        return here_of(self.backend.desk())

    def own_actions(self) -> tuple[str, ...]:
        """Return that the record can be merged with its twin."""
        return ("record.merge",)

    def run_action(self, action_id: str) -> bool:
        """Do it."""
        if action_id == "record.merge" and action_id in self.actions():
            self.turn_to("item.merge")
            return True
        return super().run_action(action_id)

    def _merge(self, preview: MergePreview) -> None:
        data = MergeItems(keep_id=preview.keep_id, gone_id=preview.gone_id)
        self.presenter.do(data, "records.merge.done", lambda: self._merged(preview), preview.keep_revision)

    def _merged(self, preview: MergePreview) -> None:
        """Go on with the one that stays."""
        if preview.keep_id != self.presenter.id:
            self.open_requested.emit(self.screen_id, preview.keep_id)
            self.leave()

    def _make_lists(self) -> None:
        self.prices = ListPage(
            "item.prices", price_columns(), item_prices, self.lent, heading="items.page.prices",
            empty="items.empty.prices", spare=("valid",),
        )  # fmt: skip
        self.stock = ListPage(
            "item.stock", stock_columns(), stock_by_site, self.lent, heading="items.page.stock",
            empty="items.empty.stock",
        )  # fmt: skip
        self.buyers = ListPage(
            "item.buyers", buyer_columns(self.here), buyers, self.lent, heading="items.page.buyers",
            empty="items.empty.buyers",
        )  # fmt: skip
        self.aliases = ListPage(
            "item.aliases", alias_columns(), item_aliases, self.lent, heading="items.page.aliases",
            empty="items.empty.aliases", identity=lambda row: (row.customer_id, row.number),
        )  # fmt: skip
        for page in (self.buyers, self.aliases):
            page.opened.connect(lambda row: self.open_requested.emit("customer", row.id))

    def _moment(self, instant: datetime) -> str:
        return self.here().moment(instant)

    def _refresh_lists(self, changes: Changes) -> None:
        kinds = {entry.type for entry in changes.touched}
        if kinds & {"price_list", "item"}:
            self.prices.stale()
        if kinds & {"stock", "delivery", "order", "site"}:
            self.stock.stale()
        if "order" in kinds:
            self.buyers.stale()
        if "customer" in kinds:
            self.aliases.stale()
        if any(entry.id == self.presenter.id for entry in changes.touched):
            self.history.stale()
