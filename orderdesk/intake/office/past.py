"""The older orders of a made-up company: only their result, as an archive hands it over, by the million.

Rows are made as the store keeps them, and the digest of each order from the same figures; ``orderdesk check``
works both out again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from operator import itemgetter
from typing import Any
from uuid import UUID

from orderdesk.intake.office.masters import Masters
from orderdesk.intake.office.sizes import SOURCE, StoreSize
from orderdesk.intake.office.timeline import Moment, Timeline, made_id
from orderdesk.ports import Chances, chances
from orderdesk.services.history import PAST, archive_evidence
from orderdesk.services.seeding_documents import Documents, columns_of
from orderdesk.values import canonical_json
from orderdesk.wire.records import AddressRecord, CustomerRecord, ItemRecord

_ORDER = itemgetter(*columns_of("sales_order"))
_LINE = itemgetter(*columns_of("order_line"))
_SCHEDULE = itemgetter(*columns_of("schedule_line"))
_RATE = 1_000_000
_TAX = 130_000
# Lines of twenty orders, one after the other: 60 of them.
_SHAPES = (1, 2, 1, 3, 2, 1, 4, 2, 3, 1, 2, 6, 1, 3, 2, 5, 1, 2, 3, 15)
_LONGEST = 40
_TIER_PRICE = {"vip": 900, "a": 940, "b": 970, "standard": 1000}


@dataclass(frozen=True, slots=True)
class _Who:
    """A customer as the rows of its orders need it."""

    record: CustomerRecord
    evidence: dict[str, Any]  # what is the same in all its orders
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _What:
    """An item as the rows of its lines need it."""

    cents: int
    most: int
    row: dict[str, Any]


def line_counts(first: int, count: int, seed: int) -> list[int]:
    """Return how many lines some orders have: three on average, exactly so over each twenty."""
    found: list[int] = []
    for block in range(first // 20, (first + count + 19) // 20):
        shape = list(_SHAPES)
        if block % 3 == 0:  # now and then the longest there is; the short ones pay for it
            shape = [1] * 19 + [_LONGEST]
            shape[0] += 1
        chances(seed, "lines", block).shuffle(shape)
        found += shape
    skip = first - first // 20 * 20
    return found[skip : skip + count]


class PastOrders:
    """Makes the older orders of a size, batch by batch."""

    def __init__(self, size: StoreSize, timeline: Timeline, masters: Masters) -> None:
        self._size = size
        self._timeline = timeline
        clerks = {person.code: person.id for person in masters.person("clerk")}
        self._who = [_who(customer, clerks) for customer in masters.customers]
        self._what = [_what(item) for item in masters.items]
        self._sites = [site.id for site in masters.sites]
        self._numbers = 0
        self._month = ""

    def batches(self, at_once: int) -> Iterator[Documents]:
        """Yield all older orders, at most ``at_once`` in a batch."""
        for first in range(0, self._size.older, at_once):
            yield self._batch(first, min(at_once, self._size.older - first))

    def _batch(self, first: int, count: int) -> Documents:
        made = Documents()
        chance = chances(self._size.seed, "past", first)
        counts = line_counts(first, count, self._size.seed)
        for at, lines in enumerate(counts, start=first):
            self._order(at, lines, chance, made)
        return made

    def _number(self, moment: Moment) -> str:
        month = f"{moment.day:%y%m}"
        if month != self._month:
            self._month, self._numbers = month, 0
        self._numbers += 1
        return f"XS{month}-{self._numbers:05d}"

    def _order(self, at: int, count: int, chance: Chances, made: Documents) -> None:
        moment = self._timeline.moment(at)
        draw = chance.random
        who = self._who[int(len(self._who) * draw() ** 1.5)]
        site = self._sites[0 if draw() < 0.85 else 1]
        order_id = made_id(moment.micros, 0, chance)
        requested = (moment.day + timedelta(days=2 + int(draw() * 9))).isoformat()
        fate = draw()
        lines = _Lines(order_id, moment, requested, site.bytes, fate, made)
        factor = _TIER_PRICE[who.record.tier] - (3 if at % 7 else 20)
        for position in range(1, count + 1):
            lines.add(position, self._what[int(len(self._what) * draw() ** 2)], factor, chance)
        po = f"PO{moment.day:%y%m}-{int(draw() * 9000) + 1000}" if draw() < 0.4 else ""
        number = self._number(moment)
        facts = archive_evidence(lines.said)
        state = "cancelled" if fate < 0.02 else "closed"
        row = who.row | {
            "id": order_id, "number": number, "state": state, "site_id": site.bytes, "po_number": po,
            "document_date": moment.day.isoformat(), "requested": requested, "entered_at": moment.micros,
            "submitted_at": moment.micros, "released_at": moment.micros, "goods_net": lines.net,
            "tax": lines.tax, "total": lines.gross, "line_count": count, "facts": facts,
        }  # fmt: skip
        said = who.evidence | {
            "id": str(UUID(bytes=order_id)), "number": number, "state": state, "site_id": str(site),
            "po_number": po, "document_date": row["document_date"], "requested": requested,
            "entered_at": moment.text, "submitted_at": moment.text, "released_at": moment.text,
            "goods_net": money(lines.net), "tax": money(lines.tax), "total": money(lines.gross),
            "line_count": count, "facts": facts,
        }  # fmt: skip
        made.rows["sales_order"].append(_ORDER(row))
        text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        made.evidence["order"].append((order_id, sha256(text.encode()).digest()))


class _Lines:
    """The lines of one order, with their sums."""

    __slots__ = ("_fate", "_id", "_made", "_moment", "_requested", "_site", "gross", "net", "said", "tax")

    def __init__(
        self, order_id: bytes, moment: Moment, requested: str, site: bytes, fate: float, made: Documents
    ) -> None:
        self._id, self._moment, self._requested, self._site = order_id, moment, requested, site
        self._fate, self._made = fate, made
        self.net = self.tax = self.gross = 0
        self.said: list[tuple[str, str, str, str, str]] = []

    def add(self, position: int, what: _What, factor: int, chance: Chances) -> None:
        """Add a line: what it costs, and what became of it."""
        draw = chance.random()
        pieces = 1 + int(what.most * draw * draw)
        unit = what.cents * factor // 1000 * 100
        gross = unit * pieces
        tax = (gross // 100 * 13 + 56) // 113 * 100
        line_id = made_id(self._moment.micros, position, chance)
        row = what.row | {
            "id": line_id, "order_id": self._id, "position": position, "quantity": pieces * 1000,
            "unit_price": unit, "net_unit_price": unit * 100 // 113, "gross_unit_price": unit,
            "amount_net": gross - tax, "tax": tax, "amount_gross": gross, "list_value": gross,
        }  # fmt: skip
        self._made.rows["order_line"].append(_LINE(row))
        self._schedule(line_id, pieces, chance)
        self.net, self.tax, self.gross = self.net + gross - tax, self.tax + tax, self.gross + gross
        self.said.append((row["code"], str(pieces), money(unit), "0", money(gross)))

    def _schedule(self, line_id: bytes, pieces: int, chance: Chances) -> None:
        """Book what left: all of it, mostly; in two parts, or less than was ordered, now and then."""
        roll = chance.random()
        if pieces > 3 and roll < 0.04:
            some = pieces // 2
            second = made_id(self._moment.micros, 2048 + chance.randrange(2048), chance)
            self._part(line_id, line_id, 1, some, 0)
            self._part(second, line_id, 2, pieces - some, 0)
        elif self._fate < 0.02:
            self._part(line_id, line_id, 1, pieces, pieces)
        else:
            self._part(line_id, line_id, 1, pieces, pieces // 3 if roll > 0.98 else 0)

    def _part(self, key: bytes, line_id: bytes, position: int, pieces: int, cancelled: int) -> None:
        if self._fate < 0.02:
            cancelled = pieces
        row = {
            "id": key, "order_line_id": line_id, "position": position, "quantity": pieces * 1000,
            "shipped": (pieces - cancelled) * 1000, "cancelled": cancelled * 1000,
            "requested": self._requested, "promised": self._requested, "planned": self._requested,
            "deliver_to": "{}", "site_id": self._site,
        }  # fmt: skip
        self._made.rows["schedule_line"].append(_SCHEDULE(row))


def money(amount: int) -> str:
    """Return an amount in 1/10,000 as canonical JSON writes it."""
    whole, rest = divmod(amount, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0") if rest else str(whole)


def _who(record: CustomerRecord, clerks: dict[str, UUID]) -> _Who:
    address = canonical_json(_place(record.addresses[0]))
    clerk = clerks[record.salesperson_code]
    texts = {
        "revision": 1, "source": SOURCE, "kind": "order", "state_cause": PAST, "state_reason": "",
        "channel": "file", "customer_class": record.customer_class, "tier": record.tier,
        "deliver_to": address, "department": record.department, "authors": "", "self_approved_reason": "",
        "delivery_method": "freight", "urgency": "normal", "when_short": "wait", "terms": "",
        "currency": "CNY", "rounding_step": "none", "freight_terms": "free", "note": "", "route": "",
        "custom": "{}", "approved_by": None,
    }  # fmt: skip
    ids = {"customer_id": record.id, "bill_to_id": record.id, "payer_id": record.id}
    ids |= {"salesperson_id": clerk, "entered_by": clerk}
    zeros = ("order_discount", "freight_gross", "rounding", "exposure")
    flags = {"parked": False, "prices_include_tax": True}
    evidence = texts | flags | {name: str(key) for name, key in ids.items()}
    evidence |= dict.fromkeys(zeros, "0") | {"rate": "1"}
    row = texts | {name: int(flag) for name, flag in flags.items()} | {k: v.bytes for k, v in ids.items()}
    row |= dict.fromkeys(zeros, 0) | {"rate": _RATE}
    row |= {"notes": "[]", "invoice_kind": "", "drop_order": 0, "sender_name": "", "sender_phone": ""}
    return _Who(record, evidence, row)


def _place(address: AddressRecord) -> dict[str, Any]:
    """Return an address as an order keeps it."""
    kept = address.model_dump(exclude={"id", "main"})
    return kept | {"address_id": None}  # as an order that comes from elsewhere has it


def _what(item: ItemRecord) -> _What:
    price = item.list_price or Decimal(0)
    row = {
        "item_id": item.id.bytes, "code": item.code, "name": item.name, "spec": item.spec, "kind": item.kind,
        "unit": item.unit, "factor": _RATE, "price_unit": 1, "price_source": PAST, "discount": 0,
        "tax_rate": _TAX, "gift": 0, "cost": None, "reason": "", "note": "", "notes": "[]", "when_short": "",
        "receipt": "",
    }  # fmt: skip
    return _What(int(price * 100), usual_pieces(price), row)


def usual_pieces(price: Decimal) -> int:
    """Return how many of an item somebody orders at most: many of what is cheap."""
    return 300 if price < 20 else 60 if price < 150 else 16 if price < 600 else 5
