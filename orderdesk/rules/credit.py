"""What an order does to a customer's credit. It is checked for everybody, whoever is asked for approval."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ASKS_NOBODY = frozenset({"vip"})  # tiers whose route has no finance step (resources/rules/approval.json)


@dataclass(frozen=True, slots=True)
class CreditVerdict:
    """Amounts in the order's currency; ``left_after`` is negative over the limit, ``None`` without one.

    ``warn``: the clerk is told, finance is asked. ``hold``: nobody is asked, so a credit hold set at release
    stops the goods before shipping. ``ok``: within the limit, or there is none.
    """

    limit: Decimal | None
    exposure: Decimal  # open receivables and other open orders, this one left out
    order_amount: Decimal
    left_after: Decimal | None
    verdict: Literal["ok", "warn", "hold"]

    @property
    def over(self) -> Decimal:
        """How far the order goes over the limit; zero within it."""
        return max(Decimal(0), -self.left_after) if self.left_after is not None else Decimal(0)


def check_credit(
    limit: Decimal | None,
    exposure: Decimal,
    order_amount: Decimal,
    tier: str,
    tiers_without_finance: frozenset[str] = ASKS_NOBODY,
) -> CreditVerdict:
    """Return what is left of the credit limit after an order, and what follows from it.

    Exactly at the limit is within it. Source: capabilities C34 and its note: to skip finance means that no
    person is asked; the credit rule is still checked.

    Raises:
        ValueError: ``limit`` or ``order_amount`` is negative.
    """
    if order_amount < 0 or (limit is not None and limit < 0):
        raise ValueError(f"no credit check of {order_amount} against {limit}")
    if limit is None:
        return CreditVerdict(None, exposure, order_amount, None, "ok")
    left = limit - exposure - order_amount
    verdict: Literal["ok", "warn", "hold"] = "ok"
    if left < 0:
        verdict = "hold" if tier in tiers_without_finance else "warn"
    return CreditVerdict(limit, exposure, order_amount, left, verdict)
