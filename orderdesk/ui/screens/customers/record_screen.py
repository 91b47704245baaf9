"""A customer in its tab: summary, contacts, addresses, prices, orders, basket, aliases, history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.customer_history import BasketRow, EarlierOrder, earlier_orders, usual_basket
from orderdesk.services.reading.customer_prices import customer_prices
from orderdesk.services.reading.customer_standing import BASKET_DAYS
from orderdesk.services.reading.order_card import OrderCard, order_card
from orderdesk.services.reading.twins import MergePreview
from orderdesk.services.reading.whole_records import customer_by_id
from orderdesk.ui.backend import Backend
from orderdesk.ui.chips import Chip
from orderdesk.ui.completion import Completion
from orderdesk.ui.editors import Edit
from orderdesk.ui.language import tr
from orderdesk.ui.order_card.view import OrderCardView
from orderdesk.ui.order_card.wording import Here, local, term, tier_chip
from orderdesk.ui.records.facts import customer_search, here_of, item_completion, unit_text
from orderdesk.ui.records.form_page import FormPage
from orderdesk.ui.records.history_page import HistoryPage
from orderdesk.ui.records.list_page import ListPage
from orderdesk.ui.records.merge_page import MergePage
from orderdesk.ui.records.screen import RecordScreen
from orderdesk.ui.records.table_page import TableCard, TablePage
from orderdesk.ui.screens.customers.record import KIND, SPEC
from orderdesk.ui.screens.customers.record_columns import basket_columns, order_columns, price_columns
from orderdesk.ui.screens.customers.summary_page import SummaryPage
from orderdesk.ui.screens.customers.tier_page import TierPage, TierWish
from orderdesk.wire.commands import CancelTierChange, ChangeTier, MergeCustomers, SaveDraft
from orderdesk.wire.drafts import LineDraft, OrderDraft
from orderdesk.wire.outcomes import Changes
from orderdesk.wire.records import CustomerRecord

_MOST_ORDERS = 200
_SUMMARISED = {"tier_change", "order", "delivery", "customer", "price_list", "rule", "item"}


class CustomerScreen(RecordScreen[CustomerRecord]):
    """One customer as a record."""

    screen_id = "customer"

    def __init__(self, backend: Backend, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(backend, KIND, parent)
        presenter = self.presenter
        contacts = FormPage(
            "customer.contacts", SPEC.sections["customer.contacts"], backend, presenter.take, presenter.set
        )
        self.summary_page = SummaryPage(backend, self.lent)
        self.summary_page.order_requested.connect(self.new_order)
        self.add_page(self.summary_page, "customers.page.summary")
        self.add_page(contacts, "customers.page.contacts")
        self.add_page(self._table_page("customer.addresses"), "customers.page.addresses")
        self._make_lists()
        self.add_page(self.prices, "customers.page.prices")
        self.add_page(self.orders, "customers.page.orders")
        self.add_page(self.basket, "customers.page.basket")
        self.add_page(self._table_page("customer.aliases"), "customers.page.aliases")
        self.history = HistoryPage("customer.history", "customer", SPEC, self.lent, self._moment)
        self.tier_page = TierPage(backend, self.lent)
        self.tier_page.change_requested.connect(self._change_tier)
        self.tier_page.cancel_requested.connect(self._cancel_tier)
        self.add_page(self.tier_page, "customers.page.tier")
        self.add_page(self.history, "records.page.history")
        self.merge_page = MergePage(
            "customer.merge", "customer", SPEC, customer_by_id, customer_search(backend), backend, self.lent
        )
        self.merge_page.merge_requested.connect(self._merge)
        self.add_page(self.merge_page, "records.page.merge")
        backend.notifier.changed.connect(self._refresh_lists)
        self.open(key)

    def new_order(self) -> None:
        """Begin an order of what the customer usually buys, in the quantities it usually takes."""
        standing = self.summary_page.standing
        if standing is None or not standing.basket:
            return
        lines = tuple(
            LineDraft(id=self.backend.ids.new(), item_id=row.item_id, quantity=row.quantity, unit=row.unit)
            for row in standing.basket
            if row.active
        )
        draft = OrderDraft(
            id=self.backend.ids.new(), customer_id=standing.customer.id, lines=lines,
            currency=standing.customer.currency, prices_include_tax=standing.customer.prices_include_tax,
        )  # fmt: skip
        self.open_requested.emit("entry", draft)

    def own_actions(self) -> tuple[str, ...]:
        """Return that the tier can be changed, and the record be merged with its twin."""
        return ("tier.change", "record.merge")

    def run_action(self, action_id: str) -> bool:
        """Do it."""
        pages = {"tier.change": "customer.tier", "record.merge": "customer.merge"}
        if action_id in pages and action_id in self.actions():
            self.turn_to(pages[action_id])
            return True
        return super().run_action(action_id)

    def _change_tier(self, wish: TierWish) -> None:
        customer_id = self.presenter.id
        if wish.day is None:
            self.tell("customers.tier.no_day", "error")
            self.tier_page.day.setFocus()
        elif not wish.reason.strip():
            self.tell("problem.tier.no_reason", "error")
            self.tier_page.reason.setFocus()
        elif customer_id is not None:
            data = ChangeTier(
                change_id=self.backend.ids.new(), customer_id=customer_id, tier=wish.tier, reason=wish.reason,
                effective=wish.day,
            )  # fmt: skip
            later = wish.day > self.backend.desk().today
            said = "customers.tier.is_planned" if later else "customers.tier.is_done"
            self.presenter.do(data, said, self.tier_page.done)

    def _cancel_tier(self, change_id: UUID) -> None:
        data = CancelTierChange(change_id=change_id)
        self.presenter.do(data, "customers.tier.is_cancelled", self.tier_page.come_up)

    def _merge(self, preview: MergePreview) -> None:
        data = MergeCustomers(keep_id=preview.keep_id, gone_id=preview.gone_id)
        self.presenter.do(data, "records.merge.done", lambda: self._merged(preview), preview.keep_revision)

    def _merged(self, preview: MergePreview) -> None:
        """Go on with the one that stays."""
        if preview.keep_id != self.presenter.id:
            self.open_requested.emit(self.screen_id, preview.keep_id)
            self.leave()

    def show_record(self) -> None:
        """Show the record; who takes orders is offered the way to one."""
        person = self.backend.person
        takes = person is not None and allowing_row(person.roles, SaveDraft.name, "any") is not None
        form = self.presenter.form
        used = form is not None and KIND.in_use(form.record)
        self.summary_page.offer_order(takes and used)
        super().show_record()

    def headline(self, record: CustomerRecord) -> tuple[str, str]:
        """Return the name in the language on show, the code, and who looks after the customer."""
        person = next(
            (one for one in self.backend.desk().people.values() if one.code == record.salesperson_code), None
        )
        owner = local(person.name, person.name_en) if person is not None else ""
        behind = (record.code, record.contact, record.phone, owner)
        return local(record.name, record.name_en), "  ·  ".join(part for part in behind if part)

    def chips(self, record: CustomerRecord) -> Sequence[Chip]:
        """Return tier and class, and that it is on hold or stopped."""
        tier = tier_chip(record.tier)
        found = [tier] if tier is not None else []
        found.append(Chip("standard", term("class", record.customer_class)))
        if record.status != "active":
            found.append(Chip("hold", term("status", record.status)))
        return found

    def new_title(self) -> str:
        """Return what the tab of a new customer is called."""
        return tr("customers.new")

    def here(self) -> Here:
        """Return day, zone and currency of the desk."""
        return here_of(self.backend.desk())

    def _make_lists(self) -> None:
        self.prices = ListPage(
            "customer.prices", price_columns(), customer_prices, self.lent,
            heading="customers.page.prices", empty="customers.empty.prices",
            spare=("list", "valid", "list_price"),
        )  # fmt: skip
        self.orders = ListPage(
            "customer.orders", order_columns(self.here),
            lambda reader, key: earlier_orders(reader, key, limit=_MOST_ORDERS), self.lent,
            heading="customers.page.orders", empty="customers.empty.orders",
            spare=("entered_by", "lines", "po_number"),
        )  # fmt: skip
        self.basket = ListPage(
            "customer.basket", basket_columns(self.here, self._unit), self._load_basket, self.lent,
            heading="customers.page.basket", empty="customers.empty.basket", spare=("spec", "times"),
            identity=lambda row: row.item_id,
        )  # fmt: skip
        self.card = OrderCardView(name="customer.card")
        self.orders.set_context(self.card)
        self.orders.moved.connect(self._show_card)
        self.orders.opened.connect(lambda _row: self.context_requested.emit())

    def _unit(self, item_id: UUID, unit: str) -> str:
        return unit_text(self.backend.desk(), item_id, unit)

    def _load_basket(self, reader: object, customer_id: UUID) -> tuple[BasketRow, ...]:
        since = self.backend.desk().today - timedelta(days=BASKET_DAYS)
        return usual_basket(reader, customer_id, since)  # type: ignore[arg-type] # a Reader is a Connection

    def _show_card(self, row: EarlierOrder | None) -> None:
        if row is None:
            self.card.show_card(None, self.here())
            return
        self.lent.read(lambda reader: order_card(reader, row.id), self._take_card)

    def _take_card(self, card: OrderCard | None) -> None:
        current = self.orders.list.current()
        if card is None or (current is not None and current.id == card.row.id):
            self.card.show_card(card, self.here())

    def _table_page(self, page_id: str) -> TablePage:
        presenter = self.presenter
        cards = tuple(
            TableCard(
                spec, name=f"{page_id}.{spec.path}", take=self.take_cell, can_read=self.can_read,
                complete=self._complete,
            )
            for spec in SPEC.tables[page_id]
        )  # fmt: skip
        page = TablePage(page_id, cards)
        page.insert, page.remove = presenter.insert, presenter.remove
        return page

    def _complete(self, editor: Edit, path: str) -> Completion | None:
        return item_completion(editor, self.backend) if path == "item_id" else None

    def _moment(self, instant: datetime) -> str:
        return self.here().moment(instant)

    def _refresh_lists(self, changes: Changes) -> None:
        kinds = {entry.type for entry in changes.touched}
        if kinds & {"order", "delivery", "task", "hold"}:
            self.orders.stale()
            self.basket.stale()
        if kinds & {"price_list", "item", "customer"}:
            self.prices.stale()
        if self.summary_page.isVisible() and kinds & _SUMMARISED:
            self.summary_page.come_up()
        if "tier_change" in kinds and self.tier_page.isVisible():
            self.tier_page.come_up()
        if any(entry.id == self.presenter.id for entry in changes.touched):
            self.history.stale()
