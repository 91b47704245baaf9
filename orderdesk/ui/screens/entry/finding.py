"""What the customer box and the code cells suggest: rows of the completion lists, from memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, product
from uuid import UUID

from orderdesk.errors import UserError
from orderdesk.rules.entry import fold_key
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import Bought, CustomerDesk, CustomerSummary, Desk
from orderdesk.services.entry import available_for, price_draft
from orderdesk.services.reading.customer_by_order import OldOrder
from orderdesk.ui.asked import Facts
from orderdesk.ui.completion import MAX_SHOWN, Suggestion, sure_of
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.wording import data_word, local_name, price_text, short_date, unit_word
from orderdesk.values import round_price
from orderdesk.wire.drafts import LineDraft, OrderDraft
from orderdesk.words import format_quantity

# Signs that are taken for one another on paper and by ear; a code that differs only in them is a look-alike.
_ALIKE = ("0OQD", "1IL", "2Z", "5S", "8B", "6G", "UV", "MN")
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./"
_MOST_VARIANTS = 256
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """An item as chosen from the list; ``unit`` where a barcode stands for another unit than usual."""

    item_id: UUID
    unit: str = ""


class CustomerFinder:
    """Suggests customers: what tells twins apart stands in the row."""

    def __init__(self, facts: Facts, old_orders: Callable[[str], tuple[OldOrder, ...]] | None = None) -> None:
        self._facts = facts
        self._old_orders = old_orders

    def search(self, text: str) -> tuple[Suggestion, ...]:
        """Return the customers that ``text`` may mean, best first; those of past orders below.

        What Enter takes by what memory finds stays what Enter takes, whenever the others come.
        """
        found = self._in_memory(text)
        if self._old_orders is None:
            return found
        late = self._of_orders(text, {one.value for one in found})
        if not late or not found:
            return late or found
        sure = sure_of(found)
        marked = tuple(replace(one, is_exact=True) if one is sure else one for one in found)
        return (*marked, *(replace(one, is_exact=False) for one in late))

    def _of_orders(self, text: str, known: Collection[object]) -> tuple[Suggestion, ...]:
        desk = self._facts.desk()
        orders = self._old_orders(text) if self._old_orders is not None else ()
        return tuple(
            Suggestion(
                order.customer_id,
                (*_customer_cells(desk.customers[order.customer_id])[:-1], _order_cell(order)),
                is_exact=True,
            )
            for order in orders
            if order.customer_id in desk.customers and order.customer_id not in known
        )

    def _in_memory(self, text: str) -> tuple[Suggestion, ...]:
        """Return the customers that memory finds."""
        desk = self._facts.desk()
        matches = self._facts.indexes().customers.search(text, limit=MAX_SHOWN)
        return tuple(
            Suggestion(match.key, _customer_cells(desk.customers[match.key]), is_exact=match.exact)
            for match in matches
        )


def _order_cell(order: OldOrder) -> str:
    """Return by which order a customer was found."""
    return " ".join(part for part in (order.number, order.po_number) if part)


def _customer_cells(customer: CustomerSummary) -> tuple[str, ...]:
    last = short_date(customer.last_order) if customer.last_order is not None else ""
    status = "" if customer.status == "active" else tr(f"term.status.{customer.status}")
    return (
        customer.code,
        local_name(customer.name, customer.name_en),
        customer.contact,
        customer.city,
        f"…{customer.phone[-4:]}" if customer.phone else "",
        data_word("tier", customer.tier),
        status or last,
    )


class ItemFinder:
    """Suggests items by code, name, pinyin, barcode, and by the customer's own numbers."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._codes: dict[str, UUID] = {}
        self._codes_of: Mapping[UUID, ItemFacts] | None = None

    def search(self, text: str, draft: OrderDraft, customer: CustomerDesk | None) -> tuple[Suggestion, ...]:
        """Return the items that ``text`` may mean; where it means none, those whose code looks like it."""
        typed = fold_key(text)
        own = customer.item_numbers.get(typed.upper()) if customer is not None else None
        unit = self._facts.indexes().barcode_units.get(typed, "")
        found = [
            self._row(match.key, draft, customer, unit if match.exact else "", exact=match.exact)
            for match in self._facts.indexes().items.search(text, limit=MAX_SHOWN)
            if match.key != own
        ]
        if own is not None and own in self._facts.desk().items:
            found.insert(0, self._row(own, draft, customer, "", exact=True))
        if found or len(typed) < 3:
            return tuple(found)
        alike = islice(self.lookalikes(typed.upper()), MAX_SHOWN)
        return tuple(self._row(key, draft, customer, "", lookalike=True) for key in alike)

    def lookalikes(self, typed: str) -> Iterator[UUID]:
        """Yield items whose code differs from ``typed`` only by signs that look alike, or by one slip."""
        codes = self._known_codes()
        seen = {typed}
        for variant in (*_look_alike(typed), *_one_slip(typed)):
            if variant not in seen:
                seen.add(variant)
                if variant in codes:
                    yield codes[variant]

    def _known_codes(self) -> dict[str, UUID]:
        items = self._facts.desk().items
        if items is not self._codes_of:
            self._codes = {item.code.upper(): item.id for item in items.values() if item.active}
            self._codes_of = items
        return self._codes

    def _row(
        self,
        item_id: UUID,
        draft: OrderDraft,
        customer: CustomerDesk | None,
        unit: str,
        *,
        exact: bool = False,
        lookalike: bool = False,
    ) -> Suggestion:
        desk = self._facts.desk()
        item = desk.items[item_id]
        cells = (
            item.code,
            " · ".join(part for part in (local_name(item.name, item.name_en), item.spec) if part),
            _price_cell(desk, customer, draft, item),
            _stock_cell(desk, item, draft),
            _bought_cell(customer, item, draft),
        )
        return Suggestion(ItemChoice(item_id, unit), cells, is_exact=exact, is_lookalike=lookalike)


def _look_alike(typed: str) -> Iterator[str]:
    groups = [next((group for group in _ALIKE if sign in group), sign) for sign in typed]
    return ("".join(signs) for signs in islice(product(*groups), _MOST_VARIANTS))


def _one_slip(typed: str) -> Iterator[str]:
    """Yield every text that is one wrong, swapped, missing or extra sign away."""
    for at in range(len(typed)):
        yield typed[:at] + typed[at + 1 :]
        if at:
            yield typed[: at - 1] + typed[at] + typed[at - 1] + typed[at + 1 :]
    for at, sign in product(range(len(typed)), _SIGNS):
        yield typed[:at] + sign + typed[at + 1 :]
    for at, sign in product(range(len(typed) + 1), _SIGNS):
        yield typed[:at] + sign + typed[at:]


def _price_cell(desk: Desk, customer: CustomerDesk | None, draft: OrderDraft, item: ItemFacts) -> str:
    """Return what one would cost this customer now; nothing while nobody is chosen."""
    if customer is None:
        return ""
    one = LineDraft(id=item.id, item_id=item.id, quantity=_ONE)
    try:
        priced = price_draft(draft.model_copy(update={"lines": (one,)}), desk, customer)
    except UserError:
        return ""
    if priced is None or not priced.lines or priced.lines[0].source == "none":
        return ""
    return price_text(priced.lines[0].unit_price)


def _stock_cell(desk: Desk, item: ItemFacts, draft: OrderDraft) -> str:
    free = available_for(desk, item.id, draft.site_id)
    if free is None:
        return tr("entry.stock.unknown")
    if free <= 0:
        return tr("entry.stock.none")
    return tr("entry.find.stock", quantity=format_quantity(free), unit=unit_word(item, item.unit))


def _bought_cell(customer: CustomerDesk | None, item: ItemFacts, draft: OrderDraft) -> str:
    """Return how often the customer bought it, and the last time: how much of it, and for how much."""
    bought = customer.bought.get(item.id) if customer is not None else None
    if bought is None:
        return ""
    return tr(
        "entry.find.bought",
        n=bought.times,
        quantity=format_quantity(bought.last_quantity),
        unit=unit_word(item, bought.last_unit),
        price=price_text(last_price(bought, item, draft)),
    )


def last_price(bought: Bought, item: ItemFacts, draft: OrderDraft) -> Decimal:
    """Return the last price in the order's own basis: with tax, or without it."""
    if bought.last_price_with_tax == draft.prices_include_tax:
        return bought.last_price
    rate = _ONE + item.tax_rate
    return round_price(bought.last_price * rate if draft.prices_include_tax else bought.last_price / rate)
