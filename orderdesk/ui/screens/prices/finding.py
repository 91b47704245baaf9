"""Which lists a text stands for: by code and name, or all that price for a customer. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from orderdesk.rules.entry.folding import fold_key
from orderdesk.services.desk import Desk
from orderdesk.services.reading.prices import PriceListHead
from orderdesk.services.search import SearchIndexes

_MOST_CUSTOMERS = 20


def matching_heads(
    heads: Iterable[PriceListHead], text: str, desk: Desk, indexes: SearchIndexes
) -> tuple[PriceListHead, ...]:
    """Return the lists that ``text`` stands for, in their order.

    The text of a customer (code, name, pinyin, phone tail) brings its agreements; where it means one customer
    alone, the lists of its tier and those for everybody as well.
    """
    wanted = fold_key(text)
    if not wanted:
        return tuple(heads)
    all_heads = tuple(heads)
    customers: set[UUID] = {
        match.key for match in indexes.customers.search(text, limit=_MOST_CUSTOMERS) if match.key is not None
    }
    by_name = [head for head in all_heads if _bears(head, wanted)]
    tiers: set[str] = set()
    if len(customers) == 1 and not by_name:
        tiers = {desk.customers[one].tier for one in customers if one in desk.customers}

    def fits(head: PriceListHead) -> bool:
        if _bears(head, wanted) or (head.customer_id is not None and head.customer_id in customers):
            return True
        return bool(tiers) and (head.source == "list" or (head.source == "tier" and head.tier in tiers))

    return tuple(head for head in all_heads if fits(head))


def _bears(head: PriceListHead, wanted: str) -> bool:
    hay = fold_key(f"{head.code} {head.name} {head.tier}")
    return all(word in hay for word in wanted.split())
