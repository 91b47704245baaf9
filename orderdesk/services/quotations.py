"""What was quoted before a price adjustment began: which lines of a draft keep the price of that day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from orderdesk.errors import Problem
from orderdesk.rules.adjustments import Kept, honoured
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import CustomerDesk, Desk

if TYPE_CHECKING:  # named only: whoever asks one price does not wait for all messages
    from orderdesk.wire.drafts import LineDraft


def kept_from(
    line: LineDraft, item: ItemFacts, day: date, desk: Desk, customer: CustomerDesk | None
) -> Kept | None:
    """Return the adjustment whose old price this line keeps on ``day``; ``None`` where it has today's."""
    kept = desk.kept.get(item.id)
    if not kept or customer is None or line.manual_price is not None or line.gift:
        return None
    most_days = int(desk.settings["order.quoted_price_days"])
    return honoured(kept, line.quoted_on, day, most_days, customer.id, customer.tier)


def asked_problem(kept: Kept, item: ItemFacts, position: int) -> Problem:
    """Return the warning that a line keeps its price until the clerk has decided."""
    params = {"item": item.code, "number": kept.number, "day": kept.start.isoformat()}
    return Problem("problem.line.price.adjusted", f"lines[{position}].seen_price", params, "warn")
