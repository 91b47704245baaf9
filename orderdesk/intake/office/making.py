"""Fills an empty store with a made-up company: master data, years of orders, and its last days as played."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from orderdesk.clock import FixedClock, business_date
from orderdesk.errors import Problem, UserError
from orderdesk.intake.office.documents import few_collections, finished_orders
from orderdesk.intake.office.drafting import Drafting
from orderdesk.intake.office.live import LiveOrders
from orderdesk.intake.office.masters import make_masters
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.intake.sample import FIRST_ZONE
from orderdesk.ports import fixed_ports
from orderdesk.services.seeding import seed
from orderdesk.services.seeding_documents import many_documents, seed_documents
from orderdesk.services.store import Store
from orderdesk.wire.outcomes import Outcome

Told = Callable[[str, int, int], None]  # what is being made, how many of it there are, of how many


def fill_store(store: Store, now: datetime, size: StoreSize, told: Told) -> None:
    """Fill an empty store; the same seed and day make the same company.

    Raises:
        UserError: ``error.init`` with the problems, where the store is not empty.
    """
    with few_collections() as collect:

        def tell(what: str, done: int, of: int) -> None:
            collect()
            told(what, done, of)

        _fill(store, now, size, tell)


def _fill(store: Store, now: datetime, size: StoreSize, told: Told) -> None:
    today = business_date(now, FIRST_ZONE)
    # The company was founded before its first order: from then on its rules hold.
    ports = fixed_ports(FixedClock(now - timedelta(days=size.days + 1)), seed=size.seed)
    masters = make_masters(size, today)
    with finished_orders(masters, size, now, store) as finished:
        done, records = 0, size.customers + size.items
        for batch in masters.batches():
            told("records", done, records)
            _sent(seed(store, ports, batch))
            done += len(batch.customers) + len(batch.items)
        done = 0
        with many_documents(store):
            for documents in finished:
                _sent(seed_documents(store, ports, documents))
                done += len(documents.rows["sales_order"])
                told("orders", done, size.orders)
    drafting = Drafting(masters)
    with store.reading() as connection:
        drafting.learn_agreements(connection)
    live = LiveOrders(size, now, masters, drafting, store)
    live.play(lambda at: told("orders", size.orders - size.live + at, size.orders))


def _sent(outcome: Outcome) -> None:
    if outcome.is_refused:
        problems = tuple(Problem(line.code, line.path, line.params) for line in outcome.problems)
        raise UserError("error.init", problems, store="")
