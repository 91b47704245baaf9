"""Submitting an order into its route, and taking it back.

From the submit on, lines and schedule lines are rows with the figures and receipts of that moment; they are
taken away when the order becomes a draft again, whose JSON then is the truth.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from orderdesk.errors import Bug, Problem
from orderdesk.models import ApprovalTask, Order, OrderLine, ScheduleLine
from orderdesk.rules import states
from orderdesk.rules.facts import PricedLine, Route
from orderdesk.rules.receipts import line_json
from orderdesk.services import credit, holds, releasing, stock_levels
from orderdesk.services.approval_tasks import open_tasks
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.drafts import (
    cannot_edit,
    facts_for,
    keep_revision,
    newest_draft,
    set_totals,
    unknown_references,
    write_header,
)
from orderdesk.services.entry import Evaluation, evaluate, sales_unit
from orderdesk.services.flagged_notes import stored_notes
from orderdesk.services.order_evidence import lines_digest
from orderdesk.services.order_facts import Subject, facts_snapshot
from orderdesk.services.order_material import material_of
from orderdesk.services.writing import (
    add_rows,
    content_digest,
    lock_order,
    revision_conflict,
    touched,
    touched_order,
)
from orderdesk.values import canonical_json
from orderdesk.wire.commands import SubmitOrder, WithdrawSubmit
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft, ScheduleDraft


def submit_order(session: Session, data: SubmitOrder, context: Context) -> Result:
    """Submit a draft into its route; every problem comes back in the outcome, none is raised."""
    draft = data.draft
    order = lock_order(session, draft.id)
    problem = cannot_edit(order, draft, "submit")
    if problem is not None:
        return refused(problem)
    if order is not None and revision_conflict(order, context):
        return refused(Problem("problem.revision.stale", "", {"now": order.revision}))
    missing = unknown_references(session, draft)
    if not missing:
        lock_what_decides(session, draft)
    return send(session, order, draft, "" if order is None else content_digest(order), context, missing)


def send(
    session: Session,
    order: Order | None,
    draft: OrderDraft,
    before: str,
    context: Context,
    missing: tuple[Problem, ...] = (),
) -> Result:
    """Check, price and route a draft, and make it a submitted order; what decides is locked already.

    ``before`` is the digest of the order as the trail has it, ``missing`` what the draft names in vain.
    """
    desk, customer = facts_for(session, draft, context)
    verdict = evaluate(draft, desk, customer, clerk=clerk_of(order, context))
    if missing or verdict.blocks:
        named = {problem.path for problem in missing}
        others = (problem for problem in verdict.problems if problem.path not in named)
        return Result(problems=(*missing, *others), outcome="refused")
    if customer is None or verdict.priced is None or verdict.route is None:
        raise Bug(
            "error.bug.unchecked_order", detail="a draft without problems has customer, prices and route"
        )
    order = write_header(session, order, draft, desk, customer, context)
    _write_submitted(session, order, draft, desk, customer, verdict, context)
    credit.raise_exposure(session, customer.id, order.exposure)
    order.state = states.next_state("order", "draft", "submit")
    order.submitted_at, order.parked = context.now, False
    order.route = canonical_json(route_receipt(verdict.route))
    further = _open_route(session, order, verdict.route, context)
    session.flush()
    warnings = tuple(problem for problem in verdict.problems if problem.severity == "warn")
    return Result((touched_order(order, before), *further), warnings)


def withdraw_submit(session: Session, data: WithdrawSubmit, context: Context) -> Result:
    """Undo a submit: the order is a draft again under its number; refused with the reason if anyone acted."""
    order = lock_order(session, data.order_id)
    if order is None:
        return refused(Problem("problem.order.unknown", "order_id", {"id": str(data.order_id)}))
    if order.source or not states.can("order", order.state, "withdraw_submit"):
        return refused(
            Problem(
                "problem.order.state",
                "",
                {"number": order.number, "state": f"term.state.order.{order.state}"},
            )
        )
    if revision_conflict(order, context):
        return refused(Problem("problem.revision.stale", "", {"now": order.revision}))
    acted = session.execute(
        select(ApprovalTask.decided_by).where(
            ApprovalTask.order_id == order.id,
            ApprovalTask.round == _last_round(session, order.id),
            ApprovalTask.decided_at.is_not(None),
        )
    ).first()
    if acted is not None:
        return refused(Problem("problem.order.acted_on", "", {"number": order.number}))
    before = content_digest(order)
    undone = releasing.unrelease(session, order, context) if order.state == "released" else ()
    if undone is None:
        return refused(Problem("problem.order.acted_on", "", {"number": order.number}))
    further = to_draft(session, order, context, cause="withdrawn", reason="")
    return Result((touched_order(order, before), *undone, *further))


def to_draft(
    session: Session, order: Order, context: Context, cause: str, reason: str
) -> tuple[TouchedRow, ...]:
    """Turn a submitted order into a draft under the same number.

    Open tasks are withdrawn, credit is given back, the rows of lines go: the stored draft is the truth again.
    Returns the tasks and holds that this closed; the order itself is the caller's to report.
    """
    draft = newest_draft(session, order.id)
    tasks = session.scalars(
        select(ApprovalTask)
        .where(ApprovalTask.order_id == order.id, ApprovalTask.state.in_(("waiting", "active")))
        .order_by(ApprovalTask.round, ApprovalTask.step)
        .with_for_update()
    ).all()
    as_they_were = [(task, content_digest(task)) for task in tasks]
    for task in tasks:
        task.state, task.revision = "withdrawn", task.revision + 1
    lines = select(OrderLine.id).where(OrderLine.order_id == order.id)
    session.execute(delete(ScheduleLine).where(ScheduleLine.order_line_id.in_(lines)))
    session.execute(delete(OrderLine).where(OrderLine.order_id == order.id))
    lifted = holds.lift_open(session, order.id, cause, context)
    if order.customer_id is not None and order.exposure:
        credit.lower(session, order.customer_id, order.exposure)
    order.state, order.state_cause, order.state_reason = "draft", cause, reason
    order.exposure, order.submitted_at, order.approved_by = order.exposure * 0, None, None
    order.self_approved_reason, order.revision = "", order.revision + 1
    keep_revision(session, order, draft, context)
    session.flush()
    return (*(touched("task", task, was) for task, was in as_they_were), *lifted)


def resubmit_as_was(session: Session, order: Order, context: Context) -> tuple[Problem, ...]:
    """Put an order that became a draft back to submitted, from its stored draft; used to undo a send back.

    The caller restores the tasks. Returns blocking problems where the draft no longer passes; then nothing is
    changed.
    """
    draft = newest_draft(session, order.id)
    lock_what_decides(session, draft)
    desk, customer = facts_for(session, draft, context)
    verdict = evaluate(draft, desk, customer, clerk=clerk_of(order, context))
    if verdict.blocks or customer is None or verdict.priced is None:
        return verdict.blocks
    order.revision += 1
    _write_submitted(session, order, draft, desk, customer, verdict, context)
    credit.raise_exposure(session, customer.id, order.exposure)
    order.state, order.state_cause, order.state_reason = "submitted", "", ""
    order.submitted_at = context.now
    session.flush()
    return ()


def _open_route(session: Session, order: Order, route: Route, context: Context) -> tuple[TouchedRow, ...]:
    if route.steps:
        return open_tasks(session, order, route, material_of(session, order), context)
    return releasing.release_order(session, order, context)


def lock_what_decides(session: Session, draft: OrderDraft, other_customer: UUID | None = None) -> None:
    """Lock in the door's order what a submit may change: stock rows first, then credit rows by customer.

    ``other_customer`` is whose order it was until now.
    """
    items = {line.item_id for line in draft.lines if line.item_id is not None}
    stock_levels.lock_items(session, items)
    customers = {one for one in (draft.customer_id, other_customer) if one is not None}
    for customer_id in sorted(customers, key=str):
        credit.lock_account(session, customer_id)


def _last_round(session: Session, order_id: UUID) -> int:
    statement = select(func.max(ApprovalTask.round)).where(ApprovalTask.order_id == order_id)
    return session.execute(statement).scalar() or 0


def _write_submitted(
    session: Session,
    order: Order,
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk,
    verdict: Evaluation,
    context: Context,
) -> None:
    priced = verdict.priced
    assert priced is not None  # the caller has checked
    set_totals(order, priced, len(priced.lines))
    order.exposure = priced.total
    clerk = clerk_of(order, context)
    order.facts = facts_snapshot(Subject(draft, desk, customer, priced.lines, priced.total, clerk))
    keep_revision(session, order, draft, context)
    by_id = {line.id: line for line in draft.lines}
    line_rows: list[dict[str, object]] = []
    schedule_rows: list[dict[str, object]] = []
    for position, figures in enumerate(priced.lines, start=1):
        line = by_id[figures.line_id]
        line_rows.append(line_row(order, line, figures, desk, position))
        schedule_rows.extend(schedule_of(order, draft, line))
    add_rows(session, OrderLine, line_rows)
    add_rows(session, ScheduleLine, schedule_rows)
    order.below = lines_digest(line_rows, schedule_rows)


def clerk_of(order: Order | None, context: Context) -> UUID | None:
    """Return who entered an order; a new one is entered by whoever sends it."""
    return context.actor.person_id if order is None else order.entered_by


def line_row(
    order: Order, line: LineDraft, figures: PricedLine, desk: Desk, position: int
) -> dict[str, object]:
    """Return the row of a line as submitted, with the receipt of its price."""
    assert line.item_id is not None  # a priced line has its item
    item = desk.items[line.item_id]
    unit = sales_unit(line, item)
    return {
        "id": line.id, "order_id": order.id, "position": position, "item_id": item.id, "code": item.code,
        "name": item.name, "spec": item.spec, "kind": item.kind, "quantity": line.quantity, "unit": unit,
        "factor": item.factor(unit), "price_unit": item.price_unit, "unit_price": figures.unit_price,
        "net_unit_price": figures.net_unit_price, "gross_unit_price": figures.gross_unit_price,
        "price_source": figures.source, "discount": figures.discount, "tax_rate": figures.tax_rate,
        "amount_net": figures.amount_net, "tax": figures.tax, "amount_gross": figures.amount_gross,
        "gift": line.gift, "list_value": figures.list_value, "cost": item.cost,
        "reason": line.gift_reason if line.gift else line.manual_reason, "note": "",
        "notes": stored_notes(line.notes), "when_short": line.when_short or "",
        "receipt": canonical_json(line_json(figures)),
    }  # fmt: skip


def schedule_of(order: Order, draft: OrderDraft, line: LineDraft) -> Iterable[dict[str, object]]:
    """Yield the rows of a line's schedule; a line without parts goes whole, on the order's day."""
    assert line.quantity is not None  # a priced line has its quantity
    # The line's own id: the same at every submit, so that a later one is compared with what was approved.
    whole = ScheduleDraft(id=line.id, quantity=line.quantity)
    for position, part in enumerate(line.schedule or (whole,), start=1):
        day = part.requested or draft.requested
        yield {
            "id": part.id, "order_line_id": line.id, "position": position, "quantity": part.quantity,
            "shipped": part.quantity * 0, "cancelled": part.quantity * 0, "requested": day, "promised": day,
            "planned": day, "deliver_to": _address(part.deliver_to or draft.deliver_to),
            "site_id": part.site_id or order.site_id,
        }  # fmt: skip


def _address(address: AddressDraft) -> str:
    return canonical_json(address.model_dump())


def route_receipt(route: Route) -> dict[str, object]:
    """Return the route as stored with the order: table, version, rows, and the facts as evaluated."""
    steps = [
        {
            "step": step.step,
            "role": step.role,
            "row": step.row,
            "note": step.note,
            "reasons": [{"row": reason.row, "note": reason.note} for reason in step.reasons],
            **({} if step.hours is None else {"hours": step.hours}),
        }
        for step in route.steps
    ]
    return {
        "table": route.table,
        "version": route.table_version,
        "through_row": route.through_row,
        "through_note": route.through_note,
        "facts": dict(route.facts),
        "steps": steps,
        "near": [
            {"reason": near.reason, "ref": near.ref, "params": dict(near.params)} for near in route.near
        ],
    }


HANDLERS = {
    "submit_order": Handler(SubmitOrder, submit_order),
    "withdraw_submit": Handler(WithdrawSubmit, withdraw_submit),
}
