"""Drafts as the clerks of a made-up company key them: whose, what, how much, for when, and at which price."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from orderdesk.intake.office.masters import Masters
from orderdesk.intake.office.past import usual_pieces
from orderdesk.ports import Chances
from orderdesk.services.desk import CustomerDesk, Desk, PriceShelf
from orderdesk.services.reading.shelves import agreements_of_all
from orderdesk.services.store import Reader
from orderdesk.wire.drafts import AddressDraft, LineDraft, NoteDraft, OrderDraft, ScheduleDraft
from orderdesk.wire.records import CustomerRecord, ItemRecord

_NO_PRICES = PriceShelf()
_NOTES = (
    "送货前打电话", "楼上无电梯", "Use the back entrance", "加固包装", "Pallets are returned", "附合格证",
)  # fmt: skip


class Drafting:
    """Keys drafts; each call takes its chances from the one that is given."""

    def __init__(self, masters: Masters) -> None:
        self._customers = [one for one in masters.customers if one.status == "active"]
        self._items = [one for one in masters.items if one.active and one.list_price]
        self._other_site = masters.sites[-1].id
        self._loaded: dict[UUID, CustomerDesk] = {}
        self._people = {person.code: person.id for person in masters.people}
        self._agreements: dict[UUID, PriceShelf] = defaultdict(lambda: _NO_PRICES)

    def learn_agreements(self, connection: Reader) -> None:
        """Read all agreements at once."""
        self._agreements |= agreements_of_all(connection)

    def customer(self, chance: Chances) -> CustomerRecord:
        """Return who calls: some call often."""
        return self._customers[int(len(self._customers) * chance.random() ** 1.5)]

    def author(self, record: CustomerRecord) -> UUID:
        """Return the clerk who keys the orders of a customer."""
        return self._people[record.salesperson_code]

    def draft(
        self, record: CustomerRecord, count: int, day: date, new_id: Callable[[], UUID], chance: Chances
    ) -> OrderDraft:
        """Return an order of ``count`` lines that came in on ``day``."""
        draw = chance.random
        requested = day + timedelta(days=1 + int(draw() * 4))
        address = record.addresses[0 if draw() < 0.8 else chance.randrange(len(record.addresses))]
        fields: dict[str, Any] = {
            "id": new_id(), "customer_id": record.id, "document_date": day, "requested": requested,
            "deliver_to": AddressDraft(address_id=address.id, **address.model_dump(exclude={"id", "main"})),
            "channel": "typed" if draw() < 0.7 else "pasted", "when_short": record.when_short,
            "urgency": "urgent" if draw() < 0.04 else "normal",
            "delivery_method": ("freight", "own_truck", "freight", "pickup", "courier")[int(draw() * 5)],
            "po_number": f"PO{day:%y%m}-{int(draw() * 9000) + 1000}" if draw() < 0.4 else "",
            "rounding": "yuan" if draw() < 0.03 else "none",
            "order_discount": Decimal("0.02") if draw() < 0.03 else None,
            "site_id": self._other_site if draw() < 0.12 else None,
            "lines": tuple(self._line(requested, new_id, chance) for _ in range(count)),
        }  # fmt: skip
        if draw() < 0.1:
            text = _NOTES[int(draw() * len(_NOTES))]
            fields["notes"] = (NoteDraft(text=text, on_delivery_note=draw() < 0.6),)
        return OrderDraft(**fields)

    def _line(self, requested: date, new_id: Callable[[], UUID], chance: Chances) -> LineDraft:
        draw = chance.random
        item = self._items[int(len(self._items) * draw() ** 2)]
        pieces = 1 + int(usual_pieces(item.list_price or Decimal(0)) * draw() ** 2)
        fields: dict[str, Any] = {"id": new_id(), "item_id": item.id, "quantity": Decimal(pieces)}
        roll = draw()
        if roll < 0.03:
            fields |= _bargain(item, chance)
        elif roll < 0.08:
            fields["discount"] = Decimal(f"0.0{chance.randrange(2, 9)}")
        elif roll < 0.09:
            fields |= {"gift": True, "gift_reason": "样品 / sample"}
        if pieces > 3 and draw() < 0.06:
            fields["schedule"] = tuple(
                ScheduleDraft(
                    id=new_id(), quantity=Decimal(part), requested=requested + timedelta(days=later)
                )
                for part, later in ((pieces // 2, 0), (pieces - pieces // 2, 2))
            )
        return LineDraft(**fields)

    def loaded(self, record: CustomerRecord) -> CustomerDesk:
        """Return what entry knows of a customer, with nothing bought yet: each order stands for itself."""
        found = self._loaded.get(record.id)
        if found is None:
            found = self._loaded[record.id] = _loaded(
                record, self._people[record.salesperson_code], self._agreements[record.id]
            )
        return found


def _bargain(item: ItemRecord, chance: Chances) -> dict[str, Any]:
    """Return a price by hand, now and then below what the house allows."""
    factor = Decimal("0.80") if chance.random() < 0.2 else Decimal("0.92")
    price = ((item.list_price or Decimal(1)) * factor).quantize(Decimal("0.01"))
    return {"manual_price": price, "manual_reason": "老客户谈价 / agreed on the phone"}


def _loaded(record: CustomerRecord, salesperson: UUID, agreements: PriceShelf) -> CustomerDesk:
    return CustomerDesk(
        id=record.id, code=record.code, name=record.name, name_en=record.name_en,
        customer_class=record.customer_class, tier=record.tier, status=record.status, contact=record.contact,
        phone=record.phone, note=record.note, bill_to_id=record.bill_to_id, payer_id=record.payer_id,
        salesperson_id=salesperson, department=record.department, terms_kind=record.terms.kind,
        terms_days=record.terms.days, terms_closing_day=record.terms.closing_day,
        terms_due_day=record.terms.due_day, price_sources=record.price_sources, currency=record.currency,
        prices_include_tax=record.prices_include_tax, credit_limit=record.credit_limit,
        receivable=record.receivable, receivable_as_of=record.receivable_as_of, exposure=Decimal(0),
        when_short=record.when_short, delivery_method=record.delivery_method,
        freight_terms=record.freight_terms, rounding=record.rounding, invoice_kind=record.invoice.kind,
        addresses=(), item_numbers={}, agreements=agreements, bought={}, po_numbers={},
    )  # fmt: skip


def desk_of(desk: Desk, day: date) -> Desk:
    """Return the desk as it was on a day, as far as an order is priced by it."""
    return replace(desk, today=day, stock={})
