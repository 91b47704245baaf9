"""Orders that were sent, decided and delivered long ago, as rows: as submit and goods issue write them.

For stores that are filled in bulk. The same functions price, route and word them as at the door; only the
locks are missing, for nobody else is there yet.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from orderdesk.models import Base, Order
from orderdesk.rules.facts import PricedOrder, Route
from orderdesk.services.approval_tasks import why_of
from orderdesk.services.context import Actor, Context
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.drafts import write_header
from orderdesk.services.entry import evaluate
from orderdesk.services.order_facts import Subject, facts_snapshot
from orderdesk.services.order_material import material_of_draft
from orderdesk.services.seeding_documents import DocumentType
from orderdesk.services.submitting import line_row, route_receipt, schedule_of
from orderdesk.services.writing import row_digest
from orderdesk.values import canonical_json, digest
from orderdesk.wire.drafts import OrderDraft

Rows = dict[str, Any]
_ZERO = Decimal(0)
_T = Base.metadata.tables


@dataclass(slots=True)
class SentOrder:
    """An order as it was submitted: its header, the rows below it, and the route that it has to go."""

    header: Rows
    revision: Rows
    lines: list[Rows]
    schedule: list[Rows]
    route: Route
    material: Mapping[str, Any]
    tasks: list[Rows] = field(default_factory=list)
    deliveries: list[tuple[Rows, list[Rows]]] = field(default_factory=list)


def sent_order(
    draft: OrderDraft, number: str, desk: Desk, customer: CustomerDesk, author: UUID, at: datetime
) -> SentOrder | None:
    """Return a draft as its submit at ``at`` writes it; ``None`` where it would be refused."""
    verdict = evaluate(draft, desk, customer, clerk=author)
    if verdict.blocks or verdict.priced is None or verdict.route is None:
        return None
    order = _header(draft, number, desk, customer, author, at)
    priced = verdict.priced
    order.goods_net, order.tax, order.total = priced.goods_net, priced.total_tax, priced.total
    order.freight_gross, order.rounding = priced.freight_gross, priced.rounding
    order.facts = facts_snapshot(Subject(draft, desk, customer, priced.lines, priced.total, author))
    order.route = canonical_json(route_receipt(verdict.route))
    by_id = {line.id: line for line in draft.lines}
    lines = [
        line_row(order, by_id[figures.line_id], figures, desk, position)
        for position, figures in enumerate(priced.lines, start=1)
    ]
    schedule = [row for line in draft.lines for row in schedule_of(order, draft, line)]
    body = canonical_json(json.loads(draft.model_copy(update={"number": number}).model_dump_json()))
    revision = {
        "order_id": order.id, "revision": 1, "draft": body, "sha256": sha256(body.encode()).hexdigest(),
        "saved_by": author, "saved_at": at,
    }  # fmt: skip
    material = {} if not verdict.route.steps else _material(order, priced, lines, schedule, desk, customer)
    return SentOrder(dict(vars(order)), revision, lines, schedule, verdict.route, material)


def _material(
    order: Order,
    priced: PricedOrder,
    lines: Sequence[Rows],
    schedule: Iterable[Rows],
    desk: Desk,
    customer: CustomerDesk,
) -> Mapping[str, Any]:
    sites = {site.id: site.code for site in desk.sites.values()}
    return material_of_draft(customer.code, order.currency, order.terms, priced.lines, lines, schedule, sites)


def _header(
    draft: OrderDraft, number: str, desk: Desk, customer: CustomerDesk, author: UUID, at: datetime
) -> Order:
    # Only a bag of its fields: what a session would watch is made a hundred thousand times here.
    order: Any = SimpleNamespace(
        id=draft.id, revision=0, source="", number=number, state="submitted", state_cause="", state_reason="",
        entered_by=author, entered_at=at, authors="", submitted_at=at, released_at=None, approved_by=None,
        self_approved_reason="", rate=Decimal(1), exposure=_ZERO, line_count=len(draft.lines),
    )  # fmt: skip
    context = Context(Actor(author, "seed"), frozenset(), "any", at, _NO_IDS, draft.id, None)
    return write_header(_NO_SESSION, order, draft, desk, customer, context)


_NO_IDS: Any = None  # a header that is there already draws neither an id
_NO_SESSION: Any = None  # nor a number


def decide(
    sent: SentOrder, new_id: Callable[[], UUID], deciders: Mapping[str, UUID], at: datetime, *, refuse: bool
) -> None:
    """Let each step of the route approve, one after the other; with ``refuse`` the first one refuses."""
    header = sent.header
    text = canonical_json(sent.material) if sent.route.steps else ""
    digested = sha256(text.encode()).hexdigest()
    for place, step in enumerate(sent.route.steps):
        skipped = refuse and place > 0
        state = "skipped" if skipped else "refused" if refuse else "approved"
        sent.tasks.append(
            {
                "id": new_id(), "revision": 2 if refuse or not place else 3, "order_id": header["id"],
                "round": 1, "step": step.step, "role": step.role, "state": state,
                "why": canonical_json(why_of(step, sent.route)), "material": text,
                "material_sha256": digested,
                "opened_at": header["submitted_at"], "decided_at": None if skipped else at,
                "decided_by": None if skipped else deciders[step.role],
                "reason_code": "price" if state == "refused" else "", "reason": "",
            }
        )  # fmt: skip
        if not skipped:
            header["revision"] += 1
    if refuse:
        header |= {"state": "cancelled", "state_cause": "refused", "state_reason": "term.reason.price"}
        return
    header["released_at"] = at if sent.route.steps else header["submitted_at"]
    if sent.route.steps:
        header["approved_by"] = sent.tasks[-1]["decided_by"]


def deliver(
    sent: SentOrder,
    new_id: Callable[[], UUID],
    number: str,
    worker: UUID,
    at: datetime,
    short: Decimal | None,
) -> list[Rows]:
    """Ship what is open on the earliest day; ``short`` of its first line stay. Return stock movements."""
    open_rows = [row for row in sent.schedule if row["quantity"] > row["shipped"] + row["cancelled"]]
    day = min(row["planned"] for row in open_rows)
    leaving = [row for row in open_rows if row["planned"] == day]
    header, delivery_id = sent.header, new_id()
    head = {
        "id": delivery_id, "revision": 4, "order_id": header["id"], "part": len(sent.deliveries) + 1,
        "number": number, "state": "shipped", "customer_id": header["customer_id"],
        "site_id": leaving[0]["site_id"], "planned": day, "deliver_to": header["deliver_to"],
        "method": header["delivery_method"], "picked_by": worker, "shipped_by": worker, "shipped_at": at,
        "note": header["note"], "notes": header["notes"],
    }  # fmt: skip
    by_line = {row["id"]: row for row in sent.lines}
    rows, movements = [], []
    for position, part in enumerate(leaving, start=1):
        line = by_line[part["order_line_id"]]
        quantity = part["quantity"] - part["shipped"] - part["cancelled"]
        gone = quantity - short if short and position == 1 and quantity > short else quantity
        before = sum(
            (row["shipped"] for row in sent.schedule if row["order_line_id"] == line["id"]), start=_ZERO
        )
        part["shipped"] += gone
        rows.append(
            {
                "id": new_id(), "delivery_id": delivery_id, "position": position,
                "schedule_line_id": part["id"], "order_line_id": line["id"], "quantity": quantity,
                "picked": gone, "shipped": gone, "before": before,
                "short_reason": "wait" if gone < quantity else "",
            }
        )  # fmt: skip
        if line["kind"] == "standard":
            movements.append((line["item_id"], part["site_id"], gone * line["factor"]))
    sent.deliveries.append((head, rows))
    header["revision"] += 1
    return [
        {
            "id": new_id(), "item_id": item, "site_id": site, "quantity": -moved, "kind": "goods_issue",
            "object_id": delivery_id, "at": at, "note": "",
        }
        for item, site, moved in movements
    ]  # fmt: skip


def give_up_rest(sent: SentOrder) -> None:
    """Cancel what is still open and close the order."""
    for row in sent.schedule:
        row["cancelled"] = row["quantity"] - row["shipped"]
    close(sent)


def close(sent: SentOrder) -> None:
    """Close an order of which nothing is open; it takes no credit any more."""
    sent.header["state"] = "closed"
    sent.header["revision"] += 1


def is_open(sent: SentOrder) -> bool:
    """Return whether something of an order has neither left nor been given up."""
    return any(row["quantity"] > row["shipped"] + row["cancelled"] for row in sent.schedule)


def digests(sent: SentOrder) -> dict[DocumentType, list[tuple[UUID, str]]]:
    """Return ids and digests of an order and what belongs to it, by type, as the audit keeps them."""
    return {
        "order": [(sent.header["id"], row_digest(_T["sales_order"], sent.header))],
        "task": [(task["id"], row_digest(_T["approval_task"], task)) for task in sent.tasks],
        "delivery": [
            (
                head["id"],
                digest(
                    [
                        row_digest(_T["delivery"], head),
                        *(row_digest(_T["delivery_line"], row) for row in rows),
                    ]
                ),
            )
            for head, rows in sent.deliveries
        ],
    }
