"""Typed holds 冻结: what each kind stops (vocabulary.md, section 4). A parked draft is no hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from orderdesk.values import plain


class HoldKind(StrEnum):
    """Why an order is held."""

    CREDIT = "credit"
    PAYMENT_NODE = "payment_node"
    DELIVERY_BLOCK = "delivery_block"
    PACKING = "packing"
    PRICE = "price"
    MARGIN = "margin"
    CONFIGURATION = "configuration"
    INCOMPLETION = "incompletion"
    TAX = "tax"
    COMPLIANCE = "compliance"
    CUSTOMER_BLOCKED = "customer_blocked"
    DUPLICATE_SUSPECT = "duplicate_suspect"


class HoldLevel(StrEnum):
    """What is held."""

    HEADER = "header"
    LINE = "line"
    SCHEDULE = "schedule"


class Stage(StrEnum):
    """What a hold can stop, in the order in which an order comes past."""

    RELEASE = "release"
    DELIVERY_CREATION = "delivery_creation"
    PICKING = "picking"
    PACKING_LIST = "packing_list"
    SHIPPING = "shipping"


# The first stage is the one that a hold stops unless it says otherwise; it may be set at the others named.
MAY_STOP: Mapping[HoldKind, tuple[Stage, ...]] = MappingProxyType({
    HoldKind.CREDIT: (Stage.SHIPPING, Stage.RELEASE),
    HoldKind.PAYMENT_NODE: (Stage.SHIPPING, Stage.PICKING),
    HoldKind.DELIVERY_BLOCK: (Stage.DELIVERY_CREATION,),
    HoldKind.PACKING: (Stage.PACKING_LIST,),
    HoldKind.PRICE: (Stage.RELEASE,),
    HoldKind.MARGIN: (Stage.RELEASE,),
    HoldKind.CONFIGURATION: (Stage.RELEASE,),
    HoldKind.INCOMPLETION: tuple(Stage),
    HoldKind.TAX: tuple(Stage),
    HoldKind.COMPLIANCE: tuple(Stage),
    HoldKind.CUSTOMER_BLOCKED: (Stage.RELEASE,),
    HoldKind.DUPLICATE_SUSPECT: (Stage.RELEASE,),
})  # fmt: skip

# The roles that may lift a hold, each with a reason; the policy of commands asks here.
MAY_LIFT: Mapping[HoldKind, frozenset[str]] = MappingProxyType({
    kind: frozenset({"finance", "manager"})
    if kind in {HoldKind.CREDIT, HoldKind.PAYMENT_NODE, HoldKind.TAX}
    else frozenset({"manager"})
    for kind in HoldKind
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class HoldFacts:
    """A hold as set: what it stops, and whether somebody has lifted it."""

    kind: HoldKind
    stops: Stage
    level: HoldLevel = HoldLevel.HEADER
    lifted: bool = False

    def __post_init__(self) -> None:
        if self.stops not in MAY_STOP[self.kind]:
            raise ValueError(f"a {self.kind} hold cannot stop {self.stops}")


def new_hold(kind: HoldKind, stops: Stage | None = None, level: HoldLevel = HoldLevel.HEADER) -> HoldFacts:
    """Return a hold that stops what its kind usually stops, or ``stops``; ``ValueError`` if it cannot."""
    return HoldFacts(kind, stops or MAY_STOP[kind][0], level)


def cause_words(cause: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """Return the code of the sentence why a hold was set, and its params; an empty code for no known rule.

    ``cause`` is what was stored with the hold. Of the credit rule the params are amounts in the order's
    currency: ``limit``, ``order``, what was ``left`` before the order, and how far it goes ``over``.
    """
    if cause.get("rule") != "credit":
        return "", {}
    after, order = Decimal(cause["left_after"]), Decimal(cause["order"])
    figures = {"limit": Decimal(cause["limit"]), "order": order, "left": after + order, "over": -after}
    return "problem.hold.cause.credit", {name: plain(amount) for name, amount in figures.items()}


def may_lift(lift_roles: frozenset[str], authors: frozenset[str], person: str, roles: frozenset[str]) -> bool:
    """Return whether somebody with ``roles`` may lift a hold: one of its roles, no author of the order."""
    return bool(lift_roles & roles) and person not in authors


def stopping(holds: Iterable[HoldFacts], stage: Stage) -> tuple[HoldFacts, ...]:
    """Return the open holds that keep an order from ``stage``: those that stop it or a stage before it."""
    stages = list(Stage)
    reached = set(stages[: stages.index(stage) + 1])
    return tuple(hold for hold in holds if not hold.lifted and hold.stops in reached)
