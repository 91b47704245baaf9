"""Completion over 50,000 customers and 100,000 items, against one ``str.find`` over the same text.

Every query is measured and the slowest is the row: one letter and two, codes, initials, words, the end of a
phone, and one that nothing has.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from devtools.bench.company import customers, items
from devtools.bench.measure import in_turns, settled_memory, timed
from devtools.bench.table import Row
from orderdesk.services.desk import Desk
from orderdesk.services.search import build_indexes, customer_entries, item_entries
from orderdesk.ui.completion import MAX_SHOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from devtools.bench.place import Place
    from orderdesk.services.lookup import LookupEntry, LookupIndex

BAR = 2.0
CUSTOMERS, ITEMS = 50_000, 100_000
ABSENT = "qxjzvk"  # no name, code or reading has it
_FOR_CUSTOMERS = (
    "h", "c", "1", "华", "hd", "c1", "13", "华东", "有限", "nb", "c12345", "hengtong", "shht", "trading",
    "home co", "恒通 五金", "8812", "wangjianguo", "91311", ABSENT, f"{ABSENT} {ABSENT}",
)  # fmt: skip
_FOR_ITEMS = (
    "a", "b", "0", "木", "b2", "a1", "mm", "橡木", "xm", "b02107", "xiangmu", "xmcy", "chair", "oak ta",
    "steel navy", "餐椅 灰", "6901", "412×", "drawer slide, black", ABSENT, f"{ABSENT} {ABSENT}",
)  # fmt: skip


def rows(place: Place) -> Iterator[Row]:
    """Yield a row for customers and one for items."""
    share = 100 if place.small else 1
    desk = facts(CUSTOMERS // share, ITEMS // share)
    indexes = build_indexes(desk)
    for what, index, entries, queries in (
        ("customer", indexes.customers, customer_entries(desk, {}), _FOR_CUSTOMERS),
        ("item", indexes.items, item_entries(desk, {}), _FOR_ITEMS),
    ):
        name = f"complete a code, one of {len(index):,} {what}s"
        yield _slowest(name, index, "\n".join(_texts(entries)), queries, place.rounds(25))


def facts(how_many_customers: int, how_many_items: int) -> Desk:
    """Return a desk that knows so many, from which the indexes are built as at its start."""
    known = {facts.id: (facts, search) for facts, search in items(how_many_items)}
    unused = cast("Any", None)  # only what is searched counts
    return Desk(
        as_of=unused, version=0, today=unused, settings={}, sites={}, default_site_id=None, people={},
        items={key: facts for key, (facts, _) in known.items()},
        item_search={key: search for key, (_, search) in known.items()},
        customers={one.id: one for one in customers(how_many_customers)}, lists={}, tiers={}, stock={},
        tables={},
    )  # fmt: skip


def _slowest(name: str, index: LookupIndex[UUID], text: str, queries: Sequence[str], rounds: int) -> Row:
    assert ABSENT not in text
    found: list[Row] = []
    with settled_memory():
        for query in queries:
            value, floor = in_turns(
                timed(partial(index.search, query, limit=MAX_SHOWN)), timed(lambda: text.find(ABSENT)), rounds
            )
            found.append(Row(query, value, floor, BAR))
    worst = max(found, key=lambda row: row.ratio)
    return replace(worst, name=name, floor_is="one str.find over all that can be found")


def _texts(entries: Iterable[LookupEntry[UUID]]) -> Iterable[str]:
    return ("\x1f".join((one.code, *one.names, *one.readings, *one.numbers)).casefold() for one in entries)
