"""How large a made-up company is, and how its years are told."""

from __future__ import annotations

from dataclasses import dataclass

SOURCE = "archive"  # the system that the older orders of a made-up company came from


@dataclass(frozen=True, slots=True)
class StoreSize:
    """How much a store is filled with.

    Of ``orders`` the newest ``recent`` are kept as a submit writes them, the older only with their result;
    the last ``live`` of those are in the works: drafts, pending, planned, half shipped. An order has three
    lines on average, 1 to 40.
    """

    customers: int
    items: int
    orders: int
    recent: int
    live: int
    days: int  # from the first order to today
    seed: int = 1

    @property
    def older(self) -> int:
        """Orders of which only the result is kept."""
        return self.orders - self.recent

    @property
    def finished(self) -> int:
        """Orders with receipts that are delivered or were refused."""
        return self.recent - self.live


def store_size(customers: int, items: int, orders: int, *, days: int = 400, seed: int = 1) -> StoreSize:
    """Return a size whose newest tenth, or a thousand orders, carries receipts."""
    recent = min(orders, max(orders // 10, 1_000))
    return StoreSize(customers, items, orders, recent, min(200, recent // 5), days, seed)


OFFICE = store_size(2_000, 5_000, 20_000)
LARGE = store_size(50_000, 100_000, 1_000_000, days=1_825)
SIZES = {"office": OFFICE, "large": LARGE}
