"""Which customers a view has and a text finds, from memory: fifty thousand of them between two keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from orderdesk.rules.entry import fold_key
from orderdesk.services.desk import CustomerSummary
from orderdesk.services.search import SearchIndexes

_MOST_FOUND = 5_000


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Customers that stand out; read from the store now and then, not on a key."""

    standard_prices: frozenset[UUID] = field(default_factory=frozenset)
    moved_up: frozenset[UUID] = field(default_factory=frozenset)
    moved_down: frozenset[UUID] = field(default_factory=frozenset)


class CustomerFinder:
    """Answers for one state of the desk; its order is made once for each."""

    def __init__(self) -> None:
        self._of: tuple[Mapping[UUID, CustomerSummary] | None, str] = (None, "")
        self._ordered: tuple[CustomerSummary, ...] = ()

    def find(
        self,
        view: str,
        text: str,
        customers: Mapping[UUID, CustomerSummary],
        indexes: SearchIndexes,
        exceptions: Exceptions,
        language: str,
    ) -> tuple[CustomerSummary, ...]:
        """Return the customers of a view; with a text those that the customer box would find, best first."""
        if text:
            matches = indexes.customers.search(text, limit=_MOST_FOUND)
            found: Collection[CustomerSummary] = [
                customers[match.key] for match in matches if match.key in customers
            ]
        else:
            found = self._in_order(customers, language)
        return tuple(customer for customer in found if _is_in(view, customer, exceptions))

    def _in_order(
        self, customers: Mapping[UUID, CustomerSummary], language: str
    ) -> Collection[CustomerSummary]:
        """Return all customers by the names on show, Chinese ones by their pinyin."""
        if self._of[0] is not customers or self._of[1] != language:
            self._of = (customers, language)
            place = _english_place if language == "en" else _place
            self._ordered = tuple(sorted(customers.values(), key=place))
        return self._ordered


def _place(customer: CustomerSummary) -> tuple[str, str]:
    reading = customer.readings.partition(" ")[0]
    return (reading or fold_key(customer.name), customer.code)


def _english_place(customer: CustomerSummary) -> tuple[str, str]:
    return (fold_key(customer.name_en), customer.code) if customer.name_en else _place(customer)


def _is_in(view: str, customer: CustomerSummary, exceptions: Exceptions) -> bool:
    if view == "stopped":
        return customer.status == "stopped"
    if customer.status == "stopped":
        return False
    kind, _, value = view.partition(":")
    if kind == "tier":
        return customer.tier == value
    if view == "on_hold":
        return customer.status == "on_hold"
    sets = {
        "standard_prices": exceptions.standard_prices,
        "moved_up": exceptions.moved_up,
        "moved_down": exceptions.moved_down,
    }
    return view == "all" or customer.id in sets.get(view, frozenset())
