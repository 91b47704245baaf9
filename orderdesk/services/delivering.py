"""Use cases of deliveries: pick, ship, print the note (planned in ``planning``, issued in ``shipping``)."""

from __future__ import annotations

from collections import Counter
from typing import Literal
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Delivery, DeliveryLine, NotePrint, Order, OrderLine
from orderdesk.rules import states
from orderdesk.rules.holds import Stage
from orderdesk.services import holds
from orderdesk.services.context import Context, Handler, Result, refused
from orderdesk.services.planning import (
    delivery_digest,
    drop_planned,
    lines_of,
    plan_deliveries,
    touched_delivery,
)
from orderdesk.services.shipping import issue_goods, shipping_problems
from orderdesk.services.writing import lock_order
from orderdesk.values import plain
from orderdesk.wire.commands import PickDelivery, PickedLine, RecordPrint, ShipDelivery

__all__ = ["HANDLERS", "drop_planned", "has_note", "plan_deliveries"]

Step = Literal["pick", "ship"]

_STAGES = {"pick": Stage.PICKING, "ship": Stage.SHIPPING}
_WITH_NOTE = frozenset({"shipped", "delivered", "exception"})


def has_note(state: str) -> bool:
    """Return whether a delivery in ``state`` has left and so has a numbered note to print."""
    return state in _WITH_NOTE


def pick_delivery(session: Session, data: PickDelivery, context: Context) -> Result:
    """Record what was found of some lines of a delivery, in the order lines' units.

    Each line may be keyed again until the goods have left. A line that falls short needs its reason. The
    delivery is packed when every line is there or has its reason, and picking before.
    """
    loaded = _load(session, data.delivery_id, context)
    if isinstance(loaded, Problem):
        return refused(loaded)
    order, delivery, lines = loaded
    problems = [
        *_step_problems(session, "pick", order, delivery, lines),
        *_picked_problems(session, data.lines, lines),
    ]
    if problems:
        return refused(*problems)
    before = delivery_digest(session, delivery)
    by_id = {line.id: line for line in lines}
    for entry in data.lines:
        line = by_id[entry.delivery_line_id]
        line.picked = entry.picked
        line.short_reason = entry.short_reason if entry.picked < line.quantity else ""
    settled = all(line.picked == line.quantity or line.short_reason for line in lines)
    delivery.state = states.next_state("delivery", delivery.state, "pick")
    if settled and any(line.picked for line in lines):
        delivery.state = states.next_state("delivery", delivery.state, "pack")
    delivery.picked_by = context.actor.person_id
    delivery.revision += 1
    return Result(touched=(touched_delivery(session, delivery, before),))


def ship_delivery(session: Session, data: ShipDelivery, context: Context) -> Result:
    """Goods issue of what was picked; see ``shipping.issue_goods``.

    Refused while the order is not released or held, while nothing is picked, and where more would leave than
    is open.
    """
    loaded = _load(session, data.delivery_id, context)
    if isinstance(loaded, Problem):
        return refused(loaded)
    order, delivery, lines = loaded
    problems = _step_problems(session, "ship", order, delivery, lines)
    if not problems:
        problems = shipping_problems(session, order, delivery, lines)
    if problems:
        return refused(*problems)
    return issue_goods(session, order, delivery, lines, context)


def record_print(session: Session, data: RecordPrint, context: Context) -> Result:
    """Record one print of a delivery note; the first is the original, any other needs a reason and is marked.

    A note exists from goods issue on. Whose revision is older than the store's may still print: paper is a
    fact.
    """
    delivery = session.execute(
        select(Delivery).where(Delivery.id == data.delivery_id).with_for_update()
    ).scalar_one_or_none()
    if delivery is None:
        return refused(Problem("problem.delivery.unknown", "delivery_id"))
    if not has_note(delivery.state):
        return refused(Problem("problem.delivery.note_before_issue", "delivery_id"))
    copies = session.execute(
        select(func.count()).select_from(NotePrint).where(NotePrint.delivery_id == delivery.id)
    ).scalar_one()
    if copies and not data.reason.strip():
        params = {"number": delivery.number, "copy": copies + 1}
        return refused(Problem("problem.delivery.reprint_reason", "reason", params))
    before = delivery_digest(session, delivery)
    row = {
        "delivery_id": delivery.id, "copy_no": copies + 1, "printed_at": context.now,
        "printed_by": context.actor.person_id, "reason": data.reason.strip() if copies else "",
    }  # fmt: skip
    session.execute(insert(NotePrint), [row])
    delivery.revision += 1
    return Result(touched=(touched_delivery(session, delivery, before),))


# ── what stands in the way ────────────────────────────────────────────────────────────────────────


def _load(
    session: Session, delivery_id: UUID, context: Context
) -> tuple[Order, Delivery, list[DeliveryLine]] | Problem:
    """Return order, delivery and lines, the order and the delivery locked; or why that is not possible."""
    unknown = Problem("problem.delivery.unknown", "delivery_id")
    order_id = session.execute(
        select(Delivery.order_id).where(Delivery.id == delivery_id)
    ).scalar_one_or_none()
    order = lock_order(session, order_id) if order_id is not None else None
    if order is None:
        return unknown
    delivery = session.execute(
        select(Delivery)
        .where(Delivery.id == delivery_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()
    if delivery is None:  # the plan was dropped while we waited for the order
        return unknown
    if context.base_revision is not None and context.base_revision != delivery.revision:
        params = {"now": delivery.revision}
        return Problem("problem.revision.stale", "", params)
    return order, delivery, lines_of(session, delivery.id)


def _step_problems(
    session: Session, step: Step, order: Order, delivery: Delivery, lines: list[DeliveryLine]
) -> list[Problem]:
    if not states.can("delivery", delivery.state, step):
        return [_state_problem(step, order, delivery)]
    problems: list[Problem] = []
    if order.state != "released":
        problems.append(Problem("problem.delivery.order_not_released", "", {"order": order.number}))
    mine = {order.id, *(line.order_line_id for line in lines), *(line.schedule_line_id for line in lines)}
    stopping = holds.stops(holds.open_holds(session, order.id), _STAGES[step])
    for hold in stopping:
        if hold.object_id in mine:
            roles = [f"term.role.{role}" for role in sorted(hold.lift_roles)]
            params = {"order": order.number, "hold": f"term.hold.{hold.kind}", "roles": roles}
            problems.append(Problem("problem.delivery.on_hold", "", params))
    return problems


def _state_problem(step: Step, order: Order, delivery: Delivery) -> Problem:
    part = {"order": order.number, "part": delivery.part}
    if delivery.number is not None:
        params = part | {"number": delivery.number}
        return Problem("problem.delivery.already_shipped", "delivery_id", params)
    if step == "ship" and states.can("delivery", delivery.state, "pick"):
        return Problem("problem.delivery.nothing_picked", "", part)
    params = part | {"state": f"term.state.delivery.{delivery.state}"}
    return Problem("problem.delivery.wrong_state", "delivery_id", params)


def _picked_problems(
    session: Session, entries: tuple[PickedLine, ...], lines: list[DeliveryLine]
) -> list[Problem]:
    by_id = {line.id: line for line in lines}
    times = Counter(entry.delivery_line_id for entry in entries)
    found = session.execute(
        select(OrderLine.id, OrderLine.code, OrderLine.unit).where(
            OrderLine.id.in_({line.order_line_id for line in lines})
        )
    )
    names = {row.id: (row.code, row.unit) for row in found}
    problems: list[Problem] = []
    for index, entry in enumerate(entries):
        line, path = by_id.get(entry.delivery_line_id), f"lines[{index}]"
        if line is None:
            problems.append(Problem("problem.delivery.line_unknown", f"{path}.delivery_line_id"))
            continue
        code, unit = names[line.order_line_id]
        params = {
            "position": line.position, "code": code, "unit": unit, "quantity": plain(line.quantity),
            "picked": plain(entry.picked),
        }  # fmt: skip
        if times[entry.delivery_line_id] > 1:
            problems.append(Problem("problem.delivery.line_twice", f"{path}.delivery_line_id", params))
        elif entry.picked > line.quantity:
            problems.append(Problem("problem.delivery.picked_too_much", f"{path}.picked", params))
        elif entry.picked < line.quantity and not entry.short_reason:
            problems.append(Problem("problem.delivery.short_without_reason", f"{path}.short_reason", params))
    return problems


HANDLERS: dict[str, Handler] = {
    PickDelivery.name: Handler(PickDelivery, pick_delivery),
    ShipDelivery.name: Handler(ShipDelivery, ship_delivery),
    RecordPrint.name: Handler(RecordPrint, record_print),
}
