"""The matrix of what tiers and classes get, in the words of the language on show."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from orderdesk.rules.conditions import condition_words
from orderdesk.services.tier_matrix import Condition, Entry, Group, Line, Source
from orderdesk.ui.language import language, tr
from orderdesk.ui.order_card.wording import term
from orderdesk.ui.screens.customers.record import sources_text
from orderdesk.values import plain, round_half_up
from orderdesk.words import format_amount, has

_SIGNS = (("<=", "≤ "), (">=", "≥ "), ("<>", "≠ "))
_FAMILIES: Mapping[str, str] = {"tier": "tier", "customer_class": "class", "order_kind": "kind.order"}


def group_text(group: Group) -> str:
    """Return the head of a column."""
    return term(group.kind, group.value)


def line_text(line: Line) -> str:
    """Return what a line is about."""
    if line.kind == "discount":
        return tr("customers.matrix.discount", group=line.name or tr("customers.matrix.no_group"))
    if line.kind == "asks":
        return tr("customers.matrix.asks", role=f"term.role.{line.name}")
    return tr(f"customers.matrix.{line.kind}.{line.name}" if line.name else f"customers.matrix.{line.kind}")


def entry_text(entry: Entry) -> str:
    """Return one statement of a cell."""
    figures = dict(entry.figures)
    if entry.kind == "rule":
        shown = [condition_text(one) for one in entry.conditions]
        return ", ".join(one for one in shown if one) or tr("customers.matrix.always")
    if entry.kind in ("discount", "breaks"):
        figures["off"] = _percent(figures["off"])
    if entry.kind == "terms":
        figures["value"] = terms_words(figures["value"])
    if entry.kind == "price_sources":
        value: Any = figures["value"]
        figures["value"] = sources_text(value)
    return tr(f"customers.entry.{entry.kind}", **figures)


def cell_text(cell: tuple[Entry, ...]) -> str:
    """Return a whole cell, a line for each statement; an empty one says that nothing is promised."""
    return "\n".join(entry_text(entry) for entry in cell) or "–"


def source_text(source: Source) -> str:
    """Return where a statement comes from."""
    if source.kind == "rule":
        table = tr(f"customers.source.{source.name}")
        return tr("customers.source.rule", table=table, version=source.version, row=source.row)
    if source.kind == "lists":
        return tr("customers.source.lists", codes=source.name)
    return tr("customers.source.customers")


def condition_text(condition: Condition) -> str:
    """Return a condition shortly: ``amount ≤ 30,000``; an ordinary order goes without saying."""
    fact, cell = condition.fact, condition.cell
    if fact == "order_kind" and cell.startswith("<>"):
        return ""
    if condition_words(fact, cell) is None:
        return f"{fact} {cell}"
    name = tr(f"customers.fact.{fact}") if has(f"customers.fact.{fact}", language().current) else fact
    if cell in ("yes", "no", "empty"):
        return tr(f"customers.fact.{fact}.{cell}")
    shown = cell
    for sign, pretty in _SIGNS:
        shown = shown.replace(f"{sign} ", pretty).replace(sign, pretty.strip())
    words = [_word(fact, part.strip(",")) + ("," if part.endswith(",") else "") for part in shown.split(" ")]
    return f"{name} {' '.join(words)}"


def terms_words(value: Any) -> str:
    """Return terms as they are read: ``30 days``, ``monthly 25/15``."""
    kind, days, closing, due = value
    if kind == "days":
        return tr("term.terms.days", n=days)
    if kind == "monthly" and closing is not None:
        return tr("customers.terms.monthly_days", closing=closing, due=due)
    return tr(f"term.terms.{kind}")


def _word(fact: str, part: str) -> str:
    family = _FAMILIES.get(fact)
    if family is not None:
        return (
            tr("customers.fact.in")
            if part == "in"
            else tr("customers.fact.not")
            if part == "not"
            else term(family, part)
        )
    try:
        return format_amount(Decimal(part), 0) if len(part) > 3 else part
    except InvalidOperation:
        return part


def _percent(rate: object) -> str:
    assert isinstance(rate, Decimal)
    return plain(round_half_up(rate * 100, 1))
