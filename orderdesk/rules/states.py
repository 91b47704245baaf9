"""Legal transitions as one table, and the derived states (vocabulary.md, section 3; the axes are kept apart).

Stored are the commercial state of an order, the state of each approval task, and one state per delivery. All
else is derived here: a service refuses and a button greys out by reading the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from orderdesk.errors import Bug

Axis = Literal["order", "task", "delivery", "adjustment"]
OrderState = Literal["draft", "submitted", "released", "closed", "cancelled"]
TaskState = Literal["waiting", "active", "approved", "refused", "sent_back", "withdrawn", "skipped"]
DeliveryState = Literal[
    "planned", "released", "picking", "packed", "at_dock", "shipped", "delivered", "exception", "cancelled"
]
LineState = Literal["open", "partly_delivered", "delivered", "short_closed", "cancelled"]
ApprovalState = Literal["none", "pending", "straight", "approved", "refused", "sent_back", "withdrawn"]

# (axis, from, verb, to). Withdrawing a decision leads back to where the order stood when it was made.
TRANSITIONS: tuple[tuple[Axis, str, str, str], ...] = (
    ("order", "draft", "save", "draft"),
    ("order", "draft", "submit", "submitted"),
    ("order", "draft", "discard", "cancelled"),
    ("order", "draft", "withdraw_decision", "submitted"),  # the decision was: send back
    ("order", "submitted", "release", "released"),
    ("order", "submitted", "send_back", "draft"),
    ("order", "submitted", "refuse", "cancelled"),
    ("order", "submitted", "withdraw_submit", "draft"),
    ("order", "submitted", "change", "submitted"),  # its open tasks are withdrawn, a new round is asked
    ("order", "released", "withdraw_submit", "draft"),  # it went straight through, nobody has acted yet
    ("order", "released", "withdraw_decision", "submitted"),  # the decision was: the last approval
    ("order", "released", "close", "closed"),
    ("order", "released", "cancel", "cancelled"),
    ("order", "cancelled", "restore", "draft"),  # it was a draft that was thrown away
    ("order", "cancelled", "withdraw_decision", "submitted"),  # the decision was: refuse
    ("task", "waiting", "activate", "active"),
    ("task", "waiting", "skip", "skipped"),
    ("task", "waiting", "withdraw", "withdrawn"),
    ("task", "active", "approve", "approved"),
    ("task", "active", "refuse", "refused"),
    ("task", "active", "send_back", "sent_back"),
    ("task", "active", "withdraw", "withdrawn"),
    ("task", "active", "deactivate", "waiting"),  # the approval before it was withdrawn
    ("task", "approved", "withdraw_decision", "active"),
    ("task", "refused", "withdraw_decision", "active"),
    ("task", "sent_back", "withdraw_decision", "active"),
    ("task", "skipped", "withdraw_decision", "waiting"),
    ("task", "withdrawn", "withdraw_decision", "waiting"),  # a later step, withdrawn by a send back
    ("delivery", "planned", "notify", "released"),
    ("delivery", "planned", "pick", "picking"),
    ("delivery", "planned", "cancel", "cancelled"),
    ("delivery", "released", "pick", "picking"),
    ("delivery", "released", "cancel", "cancelled"),
    ("delivery", "picking", "pick", "picking"),  # what was found is corrected
    ("delivery", "picking", "put_back", "planned"),
    ("delivery", "picking", "pack", "packed"),
    ("delivery", "picking", "ship", "shipped"),
    ("delivery", "packed", "pick", "picking"),  # so it is until the goods leave
    ("delivery", "packed", "to_dock", "at_dock"),
    ("delivery", "packed", "ship", "shipped"),
    ("delivery", "at_dock", "ship", "shipped"),
    ("delivery", "shipped", "deliver", "delivered"),
    ("delivery", "shipped", "fail", "exception"),
    ("delivery", "exception", "deliver", "delivered"),
    ("adjustment", "draft", "put", "draft"),
    ("adjustment", "draft", "publish", "published"),
    ("adjustment", "draft", "cancel", "cancelled"),
    ("adjustment", "published", "withdraw", "cancelled"),  # before its start
    ("adjustment", "published", "roll_back", "rolled_back"),  # after it
)

_NEXT: Mapping[tuple[str, str, str], str] = MappingProxyType(
    {(axis, state, verb): to for axis, state, verb, to in TRANSITIONS}
)


class IllegalTransition(Bug):
    """A verb that the state does not allow; a handler asks ``can`` first and refuses with a problem."""

    def __init__(self, axis: str, state: str, verb: str) -> None:
        super().__init__("problem.state.transition", axis=axis, state=state, verb=verb)


def can(axis: Axis, state: str, verb: str) -> bool:
    """Return whether ``verb`` is allowed in ``state``."""
    return (axis, state, verb) in _NEXT


def next_state(axis: Axis, state: str, verb: str) -> str:
    """Return the state that ``verb`` leads to from ``state``; ``IllegalTransition`` if it is not allowed."""
    try:
        return _NEXT[axis, state, verb]
    except KeyError:
        raise IllegalTransition(axis, state, verb) from None


def verbs(axis: Axis, state: str) -> tuple[str, ...]:
    """Return what may be done in ``state``, in the order of the table."""
    return tuple(verb for on, start, verb, _ in TRANSITIONS if on == axis and start == state)


# ── derived states ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Quantities:
    """What became of an ordered quantity, in one unit; ``returned``: came back, to be delivered again."""

    ordered: Decimal
    shipped: Decimal = Decimal(0)
    cancelled: Decimal = Decimal(0)
    returned: Decimal = Decimal(0)

    @property
    def open(self) -> Decimal:
        """The open quantity of these figures."""
        return open_quantity(self.ordered, self.shipped, self.cancelled, self.returned)


def open_quantity(
    ordered: Decimal, shipped: Decimal, cancelled: Decimal, returned: Decimal = Decimal(0)
) -> Decimal:
    """Return ordered − shipped − cancelled + returned for redelivery; zero where more was delivered."""
    return max(Decimal(0), ordered - shipped - cancelled + returned)


def line_state(quantities: Quantities) -> LineState:
    """Return the state of an order line: what was shipped decides, then whether the rest was given up."""
    kept = quantities.shipped - quantities.returned
    if quantities.open > 0:
        return "partly_delivered" if kept > 0 else "open"
    if kept > 0:
        return "short_closed" if quantities.cancelled > 0 else "delivered"
    return "cancelled" if quantities.cancelled > 0 else "open"


def delivery_summary(lines: Iterable[Quantities]) -> LineState:
    """Return how far an order is delivered, from all its lines; an order without lines is open."""
    states = {line_state(line) for line in lines}
    if not states or states == {"open"}:
        return "open"
    if states <= {"open", "cancelled"}:
        return "open" if "open" in states else "cancelled"
    if states & {"open", "partly_delivered"}:
        return "partly_delivered"
    return "delivered" if states == {"delivered"} else "short_closed"


def approval_summary(state: OrderState, tasks: Sequence[TaskState]) -> ApprovalState:
    """Return what is shown of an order's approval; ``tasks`` are those of its latest submit, oldest first.

    Pending approval is never stored: it is a submitted order with open tasks. A released order without
    tasks went straight through.
    """
    if state == "submitted" and any(task in {"waiting", "active"} for task in tasks):
        return "pending"
    if "refused" in tasks:
        return "refused"
    if "sent_back" in tasks:
        return "sent_back"
    if state in {"released", "closed"} and not tasks:
        return "straight"
    if tasks and all(task in {"approved", "skipped"} for task in tasks):
        return "approved"
    return "withdrawn" if "withdrawn" in tasks else "none"
