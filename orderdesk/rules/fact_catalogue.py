"""What rule tables can ask about: every fact by name, with its type, where its values come from, its bounds.

A fact is of an order, or of one of its lines (then the order's can be asked beside it). Fields that a company
adds are facts as well: ``custom.<key>``. ``services/order_facts.py`` says what they are for a given order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from orderdesk.rules.cells import CellError, FactType
from orderdesk.rules.decision_table import Column, DecisionTable
from orderdesk.rules.measures import FactValue, Measured, Money
from orderdesk.rules.tables import read_value

Scope = Literal["order", "line"]
CUSTOM = "custom."

_CENT, _THOUSANDTH, _MILLIONTH = Decimal("0.01"), Decimal("0.001"), Decimal("0.000001")
_NOTHING, _ALL = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact; ``values`` names the list of what exists that its values come from (tiers, people, items, …).

    ``about`` is the heading under which people find it. ``optional``: it can be null. ``low``, ``high`` and
    ``step`` say which figures there are, so that a check can be exact.
    """

    name: str
    type: FactType
    about: str
    scope: Scope = "order"
    values: str = ""
    choices: tuple[str, ...] = ()
    optional: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None


def _money(name: str, about: str, **more: object) -> Fact:
    return replace(Fact(name, "money", about), **{"step": _CENT, **more})  # type: ignore[arg-type] # fields of a fact


def _share(name: str, about: str, scope: Scope = "order") -> Fact:
    return Fact(name, "percent", about, scope, low=_NOTHING, high=_ALL, step=_MILLIONTH)


_ALL_FACTS = (
    Fact("customer", "choice", "customer", values="customer"),
    Fact("customer_class", "choice", "customer", values="class", optional=True),
    Fact("tier", "choice", "customer", values="tier", optional=True),
    Fact("region", "choice", "customer", values="region", optional=True),
    Fact("order_kind", "choice", "order", choices=("quotation", "order", "call_off", "sample")),
    Fact("channel", "choice", "order", choices=("typed", "pasted", "file", "api", "portal")),
    _money("amount", "order", low=_NOTHING),
    Fact("currency", "choice", "order", values="currency"),
    Fact("lines", "number", "order", low=_NOTHING, step=_ALL),
    _share("max_discount", "order"),
    _share("order_discount", "order"),
    Fact("margin", "percent", "order", optional=True, high=_ALL, step=_MILLIONTH),
    Fact("has_manual_price", "yes_no", "order"),
    Fact("has_gift", "yes_no", "order"),
    Fact("below_floor", "yes_no", "order"),
    Fact("urgency", "choice", "order", choices=("normal", "urgent")),
    Fact("po_number", "text", "order", optional=True),
    Fact("kinds", "set", "order", choices=("standard", "custom", "bundle"), optional=True),
    Fact("item_groups", "set", "order", values="item_group", optional=True),
    Fact("items", "set", "order", values="item", optional=True),
    Fact(
        "delivery_method", "choice", "delivery", choices=("courier", "freight", "own_truck", "pickup")
    ),
    Fact("freight_terms", "choice", "delivery", choices=("free", "prepaid", "collect")),
    Fact("days_to_delivery", "relative_date", "delivery", optional=True),
    Fact("site", "choice", "delivery", values="site", optional=True),
    Fact("short_of_stock", "yes_no", "stock"),
    _money("credit_after", "credit", optional=True),
    _money("credit_limit", "credit", optional=True, low=_NOTHING),
    Fact("clerk", "person", "person", values="person", optional=True),
    Fact("salesperson", "person", "person", values="person", optional=True),
    Fact("department", "choice", "person", values="department", optional=True),
    Fact("document_date", "date", "date"),
    Fact("item", "choice", "item", "line", values="item"),
    Fact("item_kind", "choice", "item", "line", choices=("standard", "custom", "bundle")),
    Fact("item_group", "choice", "item", "line", values="item_group", optional=True),
    Fact("quantity", "quantity", "line", "line", low=_NOTHING, step=_THOUSANDTH),
    Fact("stock_quantity", "number", "line", "line", low=_NOTHING),
    _share("line_discount", "line", "line"),
    Fact("is_gift", "yes_no", "line", "line"),
    Fact("available", "number", "stock", "line", optional=True),
    Fact("group_quantity", "number", "line", "line", low=_NOTHING),
    _money("price", "line", scope="line", low=_NOTHING, step=Decimal("0.0001")),
    Fact("price_source", "choice", "line", "line", choices=("agreement", "last", "tier", "list", "none")),
)  # fmt: skip

FACTS: Mapping[str, Fact] = MappingProxyType({fact.name: fact for fact in _ALL_FACTS})


def facts_of(scope: Scope, custom: Mapping[str, FactType] | None = None) -> dict[str, Fact]:
    """Return the facts that a table of a scope can ask for; ``custom``: fields of the company by key."""
    found = {name: fact for name, fact in FACTS.items() if scope == "line" or fact.scope == "order"}
    for key, kind in (custom or {}).items():
        found[CUSTOM + key] = Fact(CUSTOM + key, kind, "custom", optional=True)
    return found


def asked_by(table: DecisionTable, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Return the facts that a table names, as its columns take them; the table itself says which is absent.

    A column of plain numbers takes an amount as its bare figure: tables from before amounts had a currency.
    """
    return {
        column.fact: _as_column(facts[column.fact], column)
        for column in (*table.inputs, *table.uses)
        if column.fact in facts
    }


def _as_column(value: FactValue, column: Column) -> FactValue:
    if column.type == "number" and isinstance(value, Money):
        return value.amount
    if type(value) is str and column.fact.startswith(CUSTOM):
        try:
            return read_value(value or None, column.type, column.measure)
        except CellError:
            return value  # of another type than its column: the table says so
    return value


# ── kept for later ───────────────────────────────────────────────────────────────────────────────────────


def as_stored(value: FactValue) -> object:
    """Return a fact as plain JSON keeps it; ``from_stored`` makes the same of it."""
    if isinstance(value, Money):
        return {"amount": value.amount, "currency": value.currency}
    if isinstance(value, Measured):
        return {"quantity": value.quantity, "unit": value.unit}
    return sorted(value) if isinstance(value, frozenset) else value


def from_stored(stored: Mapping[str, object], currency: str) -> dict[str, FactValue]:
    """Return stored facts in their types; those that are none any more are left out.

    ``currency`` is that of amounts that were kept without one.
    """
    found: dict[str, FactValue] = {}
    for name, value in stored.items():
        fact = FACTS.get(name)
        if fact is None and not name.startswith(CUSTOM):
            continue
        kind: FactType = "text" if fact is None else fact.type
        try:
            found[name] = read_value(value, kind, currency if kind == "money" else "")
        except CellError:
            continue
    return found
