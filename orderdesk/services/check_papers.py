"""Decisions and numbers: what was released was let through by somebody, and no number is missing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select

from orderdesk.models import ApprovalTask, Delivery, NumberSeries, Order, StoreMeta
from orderdesk.services.findings import Finding
from orderdesk.services.store import Reader

_DONE = {"approved", "skipped"}


def _approvals(connection: Reader) -> Iterator[Finding]:
    """A released order of ours has all steps of its last round approved, or a row that let it through."""
    rounds: defaultdict[UUID, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    tasks = select(ApprovalTask.order_id, ApprovalTask.round, ApprovalTask.state, ApprovalTask.decided_by)
    for task in connection.execute(tasks):
        rounds[task.order_id][task.round].append(task)
    released = select(
        Order.id, Order.number, Order.route, Order.authors, Order.approved_by, Order.self_approved_reason
    ).where(Order.source == "", Order.state.in_(("released", "closed")))
    for order in connection.execute(released.order_by(Order.number)):
        steps, through = _route(order.route)
        last = rounds[order.id][max(rounds[order.id])] if rounds[order.id] else []
        if steps:
            is_approved = len(last) >= steps and all(task.state in _DONE for task in last)
        else:
            is_approved = through is not None
        if not is_approved:
            yield Finding("check.approval.missing", {"order": order.number})
        yield from _own_approvals(order, last)


def _own_approvals(order: Any, tasks: list[Any]) -> Iterator[Finding]:
    """Nobody approves what he wrote, unless the company's setting let him, with a reason on the order."""
    authors = set(order.authors.split())
    approvers = {str(task.decided_by) for task in tasks if task.decided_by and task.state == "approved"}
    if authors & approvers and not order.self_approved_reason:
        yield Finding("check.approval.by_author", {"order": order.number})


def _route(text: str) -> tuple[int, object]:
    """Return how many steps a stored route has, and the row that let it through, if one did."""
    try:
        receipt = json.loads(text)
        return len(receipt["steps"]), receipt["through_row"]
    except (KeyError, TypeError, ValueError):
        return 0, None


def _note_numbers(connection: Reader) -> Iterator[Finding]:
    """Delivery notes of this store are numbered from 1 without a gap up to the last one drawn."""
    code = connection.scalar(select(StoreMeta.store_code))
    prefix = f"DN-{code}-"
    drawn = _last_drawn(connection, f"DN-{code}")
    numbers = connection.scalars(select(Delivery.number).where(Delivery.number.like(f"{prefix}%")))
    used = {_counter(number, prefix) for number in numbers if number is not None}
    for missing in sorted(set(range(1, drawn + 1)) - used):
        yield Finding("check.numbers.note_missing", {"number": f"{prefix}{missing}"})
    for strange in sorted(used - set(range(1, drawn + 1))):
        yield Finding("check.numbers.not_drawn", {"number": f"{prefix}{strange}"})


def _order_numbers(connection: Reader) -> Iterator[Finding]:
    """No order of this store has a number that was never drawn."""
    code = connection.scalar(select(StoreMeta.store_code))
    prefix = f"SO-{code}-"
    drawn = _last_drawn(connection, f"SO-{code}")
    numbers = select(Order.number).where(Order.source == "", Order.number.like(f"{prefix}%"))
    for number in connection.scalars(numbers.order_by(Order.number)):
        if not 1 <= _counter(number, prefix) <= drawn:
            yield Finding("check.numbers.not_drawn", {"number": number})


def _last_drawn(connection: Reader, series: str) -> int:
    following = connection.scalar(select(NumberSeries.next).where(NumberSeries.series == series))
    return 0 if following is None else int(following) - 1


def _counter(number: str, prefix: str) -> int:
    tail = number.removeprefix(prefix)
    return int(tail) if tail.isdecimal() else 0


PAPER_CHECKS: tuple[Callable[[Reader], Iterator[Finding]], ...] = (_approvals, _note_numbers, _order_numbers)
