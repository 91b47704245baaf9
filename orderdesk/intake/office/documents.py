"""All finished orders of a made-up company, batch by batch: made here, or ahead by a second process.

Making the rows of a million orders takes as long as writing them. So another process makes the next batches
while this one writes: the same rows in the same order, for a batch knows only its seed and those before it.
"""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime

from orderdesk.clock import business_date
from orderdesk.intake.office.drafting import Drafting
from orderdesk.intake.office.masters import Masters, make_masters
from orderdesk.intake.office.past import PastOrders
from orderdesk.intake.office.recent import RecentOrders
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.intake.office.timeline import Timeline
from orderdesk.intake.sample import FIRST_ZONE
from orderdesk.ports import beside
from orderdesk.services.reading.desk import load_desk
from orderdesk.services.seeding_documents import Documents
from orderdesk.services.store import Store, open_store

Answer = Callable[[], Documents | None]  # waits until a batch is there; ``None`` when there are no more

_PAST_AT_ONCE = 10_000
_RECENT_AT_ONCE = 2_000
_AHEAD = 6  # batches that wait to be written
_WORTH_IT = 10_000  # orders; a process takes seconds to start, and makes the master data once more


def finished_orders(
    masters: Masters, size: StoreSize, now: datetime, store: Store
) -> AbstractContextManager[Iterator[Documents]]:
    """Return all finished orders: to be entered before master data is written, and taken when it is there."""
    # A program that was built into one file cannot be started anew as an interpreter.
    if size.orders >= _WORTH_IT and not getattr(sys, "frozen", False):
        return made_ahead(size, now, store)
    return nullcontext(make_finished(masters, size, now, store))


def make_finished(masters: Masters, size: StoreSize, now: datetime, store: Store) -> Iterator[Documents]:
    """Yield the batches; the store is read when the first order with receipts is made."""
    timeline = Timeline(size, business_date(now, FIRST_ZONE))
    yield from PastOrders(size, timeline, masters).batches(_PAST_AT_ONCE)
    drafting = Drafting(masters)
    with store.reading() as connection:
        desk = load_desk(connection, now, with_customers=False)
        drafting.learn_agreements(connection)
    recent = RecentOrders(size, timeline, masters, desk, drafting, store.store_code)
    yield from recent.batches(_RECENT_AT_ONCE)


@contextmanager
def few_collections() -> Iterator[Callable[[], None]]:
    """Let garbage be looked for only when what is yielded is called, and only in what is new.

    All customers and goods live on: going through them again and again would take as long as all else.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield _collect_new
    finally:
        if was_enabled:
            gc.enable()


def _collect_new() -> None:
    gc.collect(1)


@contextmanager
def made_ahead(size: StoreSize, now: datetime, store: Store) -> Iterator[Iterator[Documents]]:
    """Yield the same from a second process, which begins at once."""
    with beside(_begin, size, now, store.url) as ask:
        # Older orders need nothing from the store, which has no master data yet.
        older = -(-size.older // _PAST_AT_ONCE)
        yield _taken(ask, deque(ask(_next) for _ in range(min(_AHEAD, older))))


def _taken(
    ask: Callable[[Callable[[], Documents | None]], Answer], waiting: deque[Answer]
) -> Iterator[Documents]:
    while True:
        while len(waiting) < _AHEAD:
            waiting.append(ask(_next))
        made = waiting.popleft()()
        if made is None:
            return
        yield made


# ── in the second process ──────────────────────────────────────────────────────────────────────────

_made: Iterator[Documents] = iter(())


def _begin(size: StoreSize, now: datetime, url: str) -> None:
    gc.disable()
    global _made  # noqa: PLW0603 - a process of its own, with this one task
    masters = make_masters(size, business_date(now, FIRST_ZONE))
    _made = make_finished(masters, size, now, open_store(url, mode="read"))


def _next() -> Documents | None:
    _collect_new()
    return next(_made, None)
