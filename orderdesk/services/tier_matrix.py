"""What each tier and class of customers gets, read off the data that decides: nothing of it is written here.

Prices come from the lists of the tier, conditions from the rule tables in force, terms from the customers
themselves. Each entry says where it comes from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, func, select

from orderdesk.models import Customer
from orderdesk.rules.cells import Cell
from orderdesk.rules.decision_table import DecisionTable, Row
from orderdesk.rules.facts import PriceEntry
from orderdesk.services.desk import Desk, PriceShelf

_ONE = Decimal(1)
_RATE = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Group:
    """A column: the customers of a tier, or of a class."""

    kind: Literal["tier", "class"]
    value: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry comes from: price lists by code, a row of a rule table, or the customers' records."""

    kind: Literal["lists", "rule", "customers"]
    name: str = ""
    version: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row of a rule table asks of an order, in the cell's own language."""

    fact: str
    cell: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement in a cell. ``figures`` are the parameters of its sentence ``matrix.<kind>``."""

    kind: str
    source: Source
    figures: Mapping[str, object]
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what it is about (``kind``; item group or role in ``name``), and a cell for each group."""

    kind: str
    name: str
    cells: tuple[tuple[Entry, ...], ...]

    @property
    def id(self) -> tuple[str, str]:
        """What the line is about."""
        return self.kind, self.name


@dataclass(frozen=True, slots=True)
class Matrix:
    """The groups, and everything that is said of them."""

    groups: tuple[Group, ...]
    lines: tuple[Line, ...]

    def only(self, groups: Sequence[Group], leave_out: Sequence[str] = ()) -> Matrix:
        """Return some of the columns, without lines that say nothing there and those of some kinds."""
        places = [self.groups.index(group) for group in groups if group in self.groups]
        lines = (
            Line(one.kind, one.name, tuple(one.cells[at] for at in places))
            for one in self.lines
            if one.kind not in leave_out
        )
        return Matrix(tuple(self.groups[at] for at in places), tuple(one for one in lines if any(one.cells)))


def read_matrix(connection: Connection, desk: Desk) -> Matrix:
    """Return what the tiers and classes of this store get today."""
    groups = _groups(desk)
    habits = _habits(connection)
    lines = [
        _line("count", "", groups, lambda group: _count(desk, group)),
        _line("lists", "", groups, lambda group: _lists(desk, group)),
        *_discounts(desk, groups),
        _line("breaks", "", groups, lambda group: _breaks(desk, group)),
        *_rules(desk.approval, groups),
        *_checks(desk.validation, groups),
        _line("terms", "", groups, lambda group: _usual("terms", habits, group)),
        _line("price_sources", "", groups, lambda group: _usual("price_sources", habits, group)),
    ]
    return Matrix(groups, tuple(line for line in lines if any(line.cells)))


def _line(kind: str, name: str, groups: Sequence[Group], cell: Callable[[Group], Iterator[Entry]]) -> Line:
    return Line(kind, name, tuple(tuple(cell(group)) for group in groups))


def _groups(desk: Desk) -> tuple[Group, ...]:
    """Return tiers, then classes; those come first that most customers have."""
    used = [one for one in desk.customers.values() if one.status != "stopped"]
    tiers = Counter(one.tier for one in used)
    tiers.update({tier: 0 for _, tier in desk.tiers})
    classes = Counter(one.customer_class for one in used)

    def ordered(counts: Counter[str]) -> list[str]:
        return sorted(counts, key=lambda value: (-counts[value], value))

    return (
        *(Group("tier", value) for value in ordered(tiers) if value),
        *(Group("class", value) for value in ordered(classes) if value),
    )


def _count(desk: Desk, group: Group) -> Iterator[Entry]:
    n = sum(
        1
        for one in desk.customers.values()
        if one.status != "stopped"
        and group.value == (one.tier if group.kind == "tier" else one.customer_class)
    )
    yield Entry("count", Source("customers"), {"n": n})


def _shelves(desk: Desk, group: Group) -> list[tuple[str, PriceShelf]]:
    """Return the prices of a tier by currency; a class has none."""
    if group.kind != "tier":
        return []
    return [
        (currency, shelf) for (currency, tier), shelf in sorted(desk.tiers.items()) if tier == group.value
    ]


def _holds(entry: PriceEntry, desk: Desk) -> bool:
    return (entry.valid_from is None or entry.valid_from <= desk.today) and (
        entry.valid_to is None or entry.valid_to >= desk.today
    )


def _lists(desk: Desk, group: Group) -> Iterator[Entry]:
    for currency, shelf in _shelves(desk, group):
        named: dict[str, str] = {}
        items: defaultdict[str, set[UUID]] = defaultdict(set)
        for item_id, entries in shelf.prices.items():
            for entry in entries:
                if _holds(entry, desk):
                    named[entry.ref] = entry.ref_name
                    items[entry.ref].add(item_id)
        for code, name in sorted(named.items()):
            figures = {"name": name, "currency": currency, "n": len(items[code])}
            yield Entry("lists", Source("lists", code), figures)


def _discounts(desk: Desk, groups: Sequence[Group]) -> Iterator[Line]:
    """Yield a line for each group of items of which some tier has prices of its own."""
    found: dict[str, dict[Group, Entry]] = defaultdict(dict)
    for group in groups:
        for currency, shelf in _shelves(desk, group):
            offs, refs = _offs(desk, currency, shelf)
            for name, rates in offs.items():
                mean = (sum(rates, Decimal(0)) / len(rates)).quantize(_RATE)
                figures = {"off": mean, "n": len(rates), "currency": currency}
                found[name].setdefault(
                    group, Entry("discount", Source("lists", ", ".join(sorted(refs[name]))), figures)
                )
    yield _line("discount_all", "", groups, lambda group: _overall(desk, group))
    for name in sorted(found):
        cells = tuple((found[name][group],) if group in found[name] else () for group in groups)
        yield Line("discount", name, cells)


def _overall(desk: Desk, group: Group) -> Iterator[Entry]:
    """Yield how far the prices of a tier lie below the standard ones, over all its items."""
    for currency, shelf in _shelves(desk, group):
        offs, refs = _offs(desk, currency, shelf)
        rates = [rate for family in offs.values() for rate in family]
        if rates:
            mean = (sum(rates, Decimal(0)) / len(rates)).quantize(_RATE)
            codes = ", ".join(sorted({code for family in refs.values() for code in family}))
            figures = {"off": mean, "n": len(rates), "currency": currency}
            yield Entry("discount", Source("lists", codes), figures)


def _offs(
    desk: Desk, currency: str, shelf: PriceShelf
) -> tuple[dict[str, list[Decimal]], dict[str, set[str]]]:
    """Return by item group how far prices lie below the standard ones, and the lists that they come from."""
    standard = desk.lists.get(currency, PriceShelf()).prices
    offs: defaultdict[str, list[Decimal]] = defaultdict(list)
    refs: defaultdict[str, set[str]] = defaultdict(set)
    for item_id, entries in shelf.prices.items():
        item = desk.items.get(item_id)
        own = next((entry for entry in entries if _holds(entry, desk)), None)
        if item is None or own is None:
            continue
        same = next(
            (
                one
                for one in standard.get(item_id, ())
                if _holds(one, desk) and (one.unit, one.includes_tax) == (own.unit, own.includes_tax)
            ),
            None,
        )
        if same is not None and same.price:
            offs[item.group].append(_ONE - own.price / same.price)
            refs[item.group].add(own.ref)
    return offs, refs


def _breaks(desk: Desk, group: Group) -> Iterator[Entry]:
    for _, shelf in _shelves(desk, group):
        breaks = [entry for entries in shelf.breaks.values() for entry in entries]
        if breaks:
            deepest = max(entry.discount for entry in breaks)
            refs = ", ".join(sorted({entry.ref for entry in breaks}))
            n = len({entry.item_id for entry in breaks})
            yield Entry("breaks", Source("lists", refs), {"off": deepest, "n": n})


_FACTS = {"tier": "tier", "class": "customer_class"}


def _matching(table: DecisionTable, group: Group) -> Iterator[tuple[int, Row, tuple[Condition, ...]]]:
    """Yield the rows that an order of this group can hit, with what they ask beside the group."""
    own = _FACTS[group.kind]
    for number, row in enumerate(table.rows, start=1):
        cells = {column.fact: cell for column, cell in zip(table.inputs, row.cells, strict=True)}
        if own in cells and not _accepts(cells[own], group.value):
            continue
        conditions = tuple(
            Condition(fact, cell.text) for fact, cell in cells.items() if fact != own and cell.kind != "any"
        )
        yield number, row, conditions


def _accepts(cell: Cell, value: str) -> bool:
    if cell.kind in ("in", "not_in"):
        return (value in cell.values) == (cell.kind == "in")
    return cell.kind == "any"


def _names_groups(table: DecisionTable, row: Row) -> bool:
    cells = {column.fact: cell for column, cell in zip(table.inputs, row.cells, strict=True)}
    return any(fact in cells and cells[fact].kind != "any" for fact in _FACTS.values())


def _entries(
    table: DecisionTable, group: Group, output: str, value: str, *, only_named: bool = False
) -> Iterator[Entry]:
    """Yield the rows with a value in one output; ``only_named``: without those that hold for everybody."""
    for number, row, conditions in _matching(table, group):
        if str(row.then.get(output) or "") == value and (not only_named or _names_groups(table, row)):
            yield Entry("rule", Source("rule", table.name, table.version, number), {}, conditions)


def _rules(table: DecisionTable, groups: Sequence[Group]) -> Iterator[Line]:
    """Yield who is asked for orders of each group: a line for what passes, then one for each role."""
    for role in sorted({str(row.then.get("role") or "") for row in table.rows}):
        cells = tuple(tuple(_entries(table, group, "role", role)) for group in groups)
        yield Line("asks" if role else "passes", role, cells)


def _checks(table: DecisionTable, groups: Sequence[Group]) -> Iterator[Line]:
    """Yield what an order of some group is warned of or refused for; rows for everybody say nothing here."""
    for severity in ("warn", "block"):
        cells = tuple(
            tuple(_entries(table, group, "severity", severity, only_named=True)) for group in groups
        )
        yield Line("checks", severity, cells)


Habits = Mapping[Group, Mapping[str, Counter[tuple[object, ...]]]]


def _habits(connection: Connection) -> Habits:
    """Return how often each group has which terms and which price-source order."""
    found: defaultdict[Group, dict[str, Counter[tuple[object, ...]]]] = defaultdict(
        lambda: {"terms": Counter(), "price_sources": Counter()}
    )
    columns = (
        Customer.tier, Customer.customer_class, Customer.terms_kind, Customer.terms_days,
        Customer.terms_closing_day, Customer.terms_due_day, Customer.price_sources,
    )  # fmt: skip
    statement = select(*columns, func.count().label("n")).where(Customer.status != "stopped")
    for row in connection.execute(statement.group_by(*columns)):
        terms = (row.terms_kind, row.terms_days, row.terms_closing_day, row.terms_due_day)
        for group in (Group("tier", row.tier), Group("class", row.customer_class)):
            found[group]["terms"][terms] += row.n
            found[group]["price_sources"][tuple(row.price_sources.split())] += row.n
    return found


def _usual(kind: str, habits: Habits, group: Group) -> Iterator[Entry]:
    """Yield what most of a group have, and how many of them."""
    counts = habits.get(group, {}).get(kind)
    if counts:
        value, n = counts.most_common(1)[0]
        yield Entry(kind, Source("customers"), {"value": value, "n": n, "of": counts.total()})
