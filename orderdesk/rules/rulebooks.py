"""The rulebooks: what each kind of table may ask and answer. Data only; a book's consumer does what it says.

Adding a book takes an entry in ``BOOKS``, a consumer that asks its table, and words
(``term.rulebook.<name>``). Its versions, drafts, checks, rehearsals and publishing follow from that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from orderdesk.rules.cells import FactType
from orderdesk.rules.fact_catalogue import Fact, Scope, facts_of
from orderdesk.rules.hit_policies import HitPolicy

When = Literal["edit", "submit"]  # at every edit and again at the submit, or at the submit alone


@dataclass(frozen=True, slots=True)
class OutputSpec:
    """An output: its type, and its only values: ``choices``, or the list of what exists named by ``values``.

    ``required``: every row must answer it. ``low`` and ``high`` bound its figures.
    """

    name: str
    type: FactType
    choices: tuple[str, ...] = ()
    values: str = ""
    required: bool = False
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A kind of table: over which facts, with which outputs and hit policies, evaluated when.

    ``left_out`` are facts of the scope that are not known yet when the book is asked; ``reroutes``: what it
    answered can be asked again for orders that are under way.
    """

    name: str
    scope: Scope
    outputs: tuple[OutputSpec, ...]
    policies: frozenset[HitPolicy]
    when: When = "edit"
    left_out: frozenset[str] = frozenset()
    reroutes: bool = False

    def facts(self, custom: Mapping[str, FactType] | None = None) -> dict[str, Fact]:
        """Return the facts that its tables may ask for."""
        found = facts_of(self.scope, custom)
        return {name: fact for name, fact in found.items() if name not in self.left_out}

    def output(self, name: str) -> OutputSpec | None:
        """Return an output by name; ``None`` if the book has no such output."""
        return next((one for one in self.outputs if one.name == name), None)


_SINGLE: frozenset[HitPolicy] = frozenset({"unique", "first", "any", "priority"})
_LISTS: frozenset[HitPolicy] = frozenset({"collect", "rule_order", "output_order"})
_ANY = _LISTS.union(_SINGLE)

APPROVAL = Rulebook(
    "approval",
    "order",
    (
        OutputSpec("step", "number", low=Decimal(1), high=Decimal(99)),
        OutputSpec("role", "choice", values="approver"),
        OutputSpec("hours", "number", low=Decimal(0), high=Decimal(10_000)),
        OutputSpec("note", "text"),
    ),
    _ANY,
    reroutes=True,
)
VALIDATION = Rulebook(
    "validation",
    "order",
    (
        OutputSpec("severity", "choice", choices=("block", "warn"), required=True),
        OutputSpec("code", "text"),
        OutputSpec("text", "text"),
    ),
    _ANY,
)
PRICING = Rulebook(
    "pricing",
    "line",
    (
        OutputSpec("off", "percent", low=Decimal(-1), high=Decimal(1)),
        OutputSpec("price", "money", low=Decimal(0)),
        OutputSpec("stacks", "yes_no"),
        OutputSpec("text", "text"),
    ),
    _LISTS | {"first", "unique"},
    left_out=frozenset({  # known only when every line has its price
        "amount", "lines", "max_discount", "margin", "has_manual_price", "has_gift", "below_floor",
        "credit_after", "short_of_stock", "kinds", "item_groups", "items",
    }),
)  # fmt: skip

BOOKS: dict[str, Rulebook] = {book.name: book for book in (PRICING, VALIDATION, APPROVAL)}
