"""What a row of the approval table is for, as the code of a sentence: people read words, never cells."""

from __future__ import annotations

import re
from decimal import Decimal

from orderdesk.rules.cells import Cell, CellError, FactType, Interval, Ordered, read_cell
from orderdesk.values import plain

_TYPES: dict[str, FactType] = {
    "amount": "number", "credit_after": "number", "max_discount": "percent",
    "below_floor": "yes_no", "has_manual_price": "yes_no",
    "tier": "choice", "customer_class": "choice", "order_kind": "choice", "kinds": "set",
}  # fmt: skip
_TERMS = {
    "tier": "tier", "customer_class": "class", "order_kind": "kind.order", "kinds": "kind.item",
}  # fmt: skip
_MEASURES = {"amount": "amount", "credit_after": "amount", "max_discount": "percent"}
_AMOUNTS = {fact for fact, measure in _MEASURES.items() if measure == "amount"}
_CURRENCY = re.compile(r" ?\b[A-Z]{3}\b")  # a figure may name it; the company has one
_BOUNDED = {
    (True, True): "between", (False, True): "over_to", (True, False): "from_under",
    (False, False): "over_under",
}  # fmt: skip
_ORDERED_FORMS = ("one_of", "none_of", "at_most", "below", "at_least", "above", *_BOUNDED.values())
_WITHIN = {">=": "within", "<": "beyond"}  # of nothing left: the credit limit itself

Params = dict[str, object]


def condition_words(fact: str, cell: str) -> tuple[str, Params] | None:
    """Return the code of the sentence that says which orders a row with this cell is for, and its params.

    ``measure`` says what ``low``, ``high`` and ``values`` are: an ``amount`` as plain text, or a ``percent``
    (4 stands for 4 %); ``values`` of the other facts are codes of terms. ``None``: it is a fact of which
    nothing is known here, or a cell that cannot be read.
    """
    fact_type = _TYPES.get(fact)
    if fact_type is None:
        return None
    try:
        read = read_cell(_CURRENCY.sub("", cell) if fact in _AMOUNTS else cell, fact_type)
    except CellError:
        return None
    if fact in _MEASURES:
        return _ordered(fact, read)
    form = {"empty": "empty", "not_in": "not", "in": "is"}.get(read.kind)
    if form is None:
        return None
    if fact_type == "yes_no":
        is_yes = ("yes" in read.values) == (form == "is")
        return f"receipt.near.{fact}.{'yes' if is_yes else 'no'}", {}
    return f"receipt.near.{fact}.{form}", {
        "values": [f"term.{_TERMS[fact]}.{value}" for value in read.values]
    }


def condition_codes() -> tuple[str, ...]:
    """Return every code that ``condition_words`` can answer with, so that a test can look for the words."""
    forms = [f"ordered.{form}" for form in _ORDERED_FORMS]
    forms += [f"{fact}.empty" for fact in _MEASURES]
    forms += [f"credit_after.{form}" for form in _WITHIN.values()]
    forms += [f"{fact}.{form}" for fact in _TERMS for form in ("is", "not", "empty")]
    forms += [f"{fact}.{form}" for fact, kind in _TYPES.items() if kind == "yes_no" for form in ("yes", "no")]
    return tuple(f"receipt.near.{form}" for form in forms)


def _ordered(fact: str, cell: Cell) -> tuple[str, Params] | None:
    if cell.kind == "empty":
        return f"receipt.near.{fact}.empty", {}
    if not cell.intervals:
        return None
    within = _WITHIN.get(cell.text.rstrip("0. "))
    if fact == "credit_after" and within is not None:
        return f"receipt.near.credit_after.{within}", {}
    form, ends = _ends(cell.intervals)
    shown: Params = {name: _shown(fact, end) for name, end in ends.items()}
    return f"receipt.near.ordered.{form}", {"fact": f"term.fact.{fact}", "measure": _MEASURES[fact], **shown}


def _ends(intervals: tuple[Interval, ...]) -> tuple[str, dict[str, list[Ordered]]]:
    """Return the form of the stretches, and the ends that it names."""
    first = intervals[0]
    if all(one.low is not None and one.low == one.high for one in intervals):
        return "one_of", {"values": [one.low for one in intervals if one.low is not None]}
    if len(intervals) > 1:
        return "none_of", {"values": [one.high for one in intervals if one.high is not None]}
    if first.low is None:
        high = [] if first.high is None else [first.high]
        return ("at_most" if first.high_in else "below"), {"high": high}
    if first.high is None:
        return ("at_least" if first.low_in else "above"), {"low": [first.low]}
    return _BOUNDED[first.low_in, first.high_in], {"low": [first.low], "high": [first.high]}


def _shown(fact: str, ends: list[Ordered]) -> list[str]:
    scale = 100 if _MEASURES[fact] == "percent" else 1
    return [plain(end * scale) for end in ends if isinstance(end, Decimal)]
