"""Saving and discarding drafts.

A draft is its canonical JSON, one per revision. ``SaveDraft`` refuses nothing but what cannot be stored; a
draft that two desks changed is merged by field and line.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from decimal import Decimal
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem, UserError
from orderdesk.models import Base, Order, OrderRevision
from orderdesk.rules import states
from orderdesk.rules.facts import PricedOrder
from orderdesk.services.context import Context, Handler, Result, refused
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.entry import document_date, price_draft
from orderdesk.services.flagged_notes import stored_notes
from orderdesk.services.merging import merge
from orderdesk.services.reading.desk import load_customer
from orderdesk.services.reading.kept_desk import memory_of
from orderdesk.services.reading.narrowing import rows_of
from orderdesk.services.writing import (
    add_rows,
    content_digest,
    draw_order_number,
    lock_order,
    revision_conflict,
    touched_order,
)
from orderdesk.values import canonical_json, text_digest
from orderdesk.wire.commands import DiscardDraft, RestoreDraft, SaveDraft
from orderdesk.wire.drafts import OrderDraft

_ZERO = Decimal(0)
_ONE = Decimal(1)
_IDS_AT_ONCE = 500  # in one statement


def save_draft(session: Session, data: SaveDraft, context: Context) -> Result:
    """Save a draft as it stands; a stale one is merged with what was saved meanwhile."""
    order = lock_order(session, data.draft.id)
    problem = cannot_edit(order, data.draft, "save")
    if problem is not None:
        return refused(problem)
    missing = unknown_references(session, data.draft)
    if missing:
        return refused(*missing)
    draft, merged = data.draft, False
    if order is not None and revision_conflict(order, context):
        base = stored_draft(session, order.id, context.base_revision)
        if base is None:
            return refused(Problem("problem.revision.stale", "", {"now": order.revision}))
        result = merge(base, draft, newest_draft(session, order.id))
        if result.conflicts:
            return Result(problems=result.conflicts, outcome="refused")
        draft, merged = result.draft, True
    desk, customer = facts_for(session, draft, context)
    before = "" if order is None else content_digest(order)
    order = write_header(session, order, draft, desk, customer, context)
    set_draft_totals(order, draft, desk, customer)
    keep_revision(session, order, draft, context)
    session.flush()
    return Result((touched_order(order, before),), outcome="applied_adjusted" if merged else "applied")


def discard_draft(session: Session, data: DiscardDraft, context: Context) -> Result:
    """Throw a draft away: it is kept as cancelled, so its number is never used again."""
    order = lock_order(session, data.order_id)
    if order is None:
        return refused(Problem("problem.order.unknown", "order_id", {"id": str(data.order_id)}))
    if not states.can("order", order.state, "discard"):
        return refused(
            Problem(
                "problem.order.state",
                "",
                {"number": order.number, "state": f"term.state.order.{order.state}"},
            )
        )
    if revision_conflict(order, context):  # somebody else's changes are not thrown away unseen
        return refused(Problem("problem.revision.stale", "", {"now": order.revision}))
    before = content_digest(order)
    order.state = states.next_state("order", order.state, "discard")
    order.state_cause, order.parked, order.revision = "discarded", False, order.revision + 1
    keep_revision(session, order, newest_draft(session, order.id), context)  # by whom, and when
    session.flush()
    return Result((touched_order(order, before),))


def restore_draft(session: Session, data: RestoreDraft, context: Context) -> Result:
    """Bring back a draft that was thrown away; refused for an order that was cancelled for another cause."""
    order = lock_order(session, data.order_id)
    if order is None:
        return refused(Problem("problem.order.unknown", "order_id", {"id": str(data.order_id)}))
    if not states.can("order", order.state, "restore") or order.state_cause != "discarded":
        return refused(
            Problem(
                "problem.order.state",
                "",
                {"number": order.number, "state": f"term.state.order.{order.state}"},
            )
        )
    if revision_conflict(order, context):
        return refused(Problem("problem.revision.stale", "", {"now": order.revision}))
    before = content_digest(order)
    draft = newest_draft(session, order.id)
    order.state = states.next_state("order", order.state, "restore")
    order.state_cause, order.revision = "", order.revision + 1
    keep_revision(session, order, draft, context)
    session.flush()
    return Result((touched_order(order, before),))


def cannot_edit(order: Order | None, draft: OrderDraft, verb: str) -> Problem | None:
    """Return why a draft may not be saved or submitted over what is stored; ``None`` if it may."""
    if order is None:
        if draft.number is not None:
            return Problem("problem.order.number_not_drawn", "draft.number", {"number": draft.number})
        return None
    if not states.can("order", order.state, verb):
        return Problem(
            "problem.order.state", "", {"number": order.number, "state": f"term.state.order.{order.state}"}
        )
    if draft.number not in (None, order.number):
        params = {"number": order.number, "given": draft.number}
        return Problem("problem.order.number_differs", "draft.number", params)
    return None


def facts_for(session: Session, draft: OrderDraft, context: Context) -> tuple[Desk, CustomerDesk | None]:
    """Return what decides about this draft, read in the door's own transaction."""
    connection = session.connection()
    items = {line.item_id for line in draft.lines if line.item_id is not None}
    desk = memory_of(session).desk_at(connection, context.now, items)
    if draft.customer_id is None:
        return desk, None
    customer = load_customer(
        connection, draft.customer_id, with_addresses=False, item_ids=items, po_number=draft.po_number
    )
    return desk, customer


def stored_draft(session: Session, order_id: UUID, revision: int | None) -> OrderDraft | None:
    """Return the draft as it was at a revision; ``None`` where that revision was never a draft."""
    body = session.execute(
        select(OrderRevision.draft).where(
            OrderRevision.order_id == order_id, OrderRevision.revision == revision
        )
    ).scalar_one_or_none()
    return None if body is None else OrderDraft.model_validate_json(body)


def newest_draft(session: Session, order_id: UUID) -> OrderDraft:
    """Return the draft as it was saved last."""
    body = session.execute(
        select(OrderRevision.draft)
        .where(OrderRevision.order_id == order_id)
        .order_by(OrderRevision.revision.desc())
        .limit(1)
    ).scalar_one()
    return OrderDraft.model_validate_json(body)


def keep_revision(session: Session, order: Order, draft: OrderDraft, context: Context) -> None:
    """Keep the canonical JSON of the draft at the order's present revision."""
    body = canonical_json(json.loads(draft.model_copy(update={"number": order.number}).model_dump_json()))
    row = {
        "order_id": order.id,
        "revision": order.revision,
        "draft": body,
        "sha256": text_digest(body),
        "saved_by": context.actor.person_id,
        "saved_at": context.now,
    }
    session.flush()
    add_rows(session, OrderRevision, [row])


def write_header(
    session: Session,
    order: Order | None,
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk | None,
    context: Context,
) -> Order:
    """Write what the header says; a new order draws its number here. Returns the row, one revision on."""
    if order is None:
        order = _new_order(session, draft, context)
        session.add(order)
    else:
        order.revision += 1
    author = str(context.actor.person_id) if context.actor.person_id else ""
    order.authors = " ".join(dict.fromkeys([*order.authors.split(), *author.split()]))
    order.kind, order.channel, order.parked = draft.kind, draft.channel, draft.parked
    order.customer_id = customer.id if customer else None
    order.bill_to_id = draft.bill_to_id or (customer.bill_to_id if customer else None) or order.customer_id
    order.payer_id = draft.payer_id or (customer.payer_id if customer else None) or order.customer_id
    order.customer_class = customer.customer_class if customer else ""
    order.tier = customer.tier if customer else ""
    order.deliver_to = canonical_json(draft.deliver_to.model_dump())
    order.site_id = draft.site_id or desk.default_site_id
    order.po_number = draft.po_number
    order.document_date = document_date(draft, desk)
    order.requested = draft.requested
    order.salesperson_id = draft.salesperson_id or (customer.salesperson_id if customer else None)
    order.department = draft.department or (customer.department if customer else "")
    order.delivery_method, order.urgency, order.when_short = (
        draft.delivery_method,
        draft.urgency,
        draft.when_short,
    )
    order.terms = terms_of(customer)
    order.currency, order.prices_include_tax = draft.currency, draft.prices_include_tax
    order.order_discount = draft.order_discount or _ZERO
    order.rounding_step, order.freight_terms = draft.rounding, draft.freight_terms
    order.invoice_kind = draft.invoice_kind or (customer.invoice_kind if customer else "")
    order.drop_order = draft.drop_order
    order.sender_name, order.sender_phone = draft.sender_name, draft.sender_phone
    order.note, order.notes = "", stored_notes(draft.notes)
    order.custom = canonical_json(draft.custom)
    return order


def set_draft_totals(order: Order, draft: OrderDraft, desk: Desk, customer: CustomerDesk | None) -> None:
    """Set the figures that lists show of a draft; out of bounds, they stay at zero until they are mended."""
    try:
        priced = price_draft(draft, desk, customer)
    except UserError:
        priced = None
    set_totals(order, priced, len(draft.lines))


def set_totals(order: Order, priced: PricedOrder | None, line_count: int) -> None:
    """Set the figures that lists show of an order; without prices they are zero."""
    order.line_count = line_count
    order.goods_net = priced.goods_net if priced else _ZERO
    order.freight_gross = priced.freight_gross if priced else _ZERO
    order.tax = priced.total_tax if priced else _ZERO
    order.rounding = priced.rounding if priced else _ZERO
    order.total = priced.total if priced else _ZERO


def _new_order(session: Session, draft: OrderDraft, context: Context) -> Order:
    return Order(
        id=draft.id, revision=1, source="", number=draw_order_number(session), state="draft", state_cause="",
        state_reason="", entered_by=context.actor.person_id, entered_at=context.now, authors="",
        self_approved_reason="", rate=_ONE, exposure=_ZERO, facts="", route="",
    )  # fmt: skip


def terms_of(customer: CustomerDesk | None) -> str:
    """Return a customer's payment terms as an order keeps them; empty without a customer."""
    if customer is None:
        return ""
    return canonical_json(
        {
            "kind": customer.terms_kind,
            "days": customer.terms_days,
            "closing_day": customer.terms_closing_day,
            "due_day": customer.terms_due_day,
        }
    )


def unknown_references(session: Session, draft: OrderDraft) -> tuple[Problem, ...]:
    """Return a problem for each id that names nothing here, and for each that names two things."""
    named = list(_named(draft))
    known = {
        table: _known(session, table, {key for kind, _path, key in named if kind == table})
        for table in dict.fromkeys(kind for kind, _path, _key in named)
    }
    unknown = (
        Problem("problem.order.reference", path, {"id": str(key)})
        for table, path, key in named
        if key not in known[table]
    )
    return (*unknown, *_ids_twice(session, draft))


def _named(draft: OrderDraft) -> Iterator[tuple[str, str, UUID]]:
    """Yield what a draft names by its id: table, path in the draft, id."""
    for table, path in (
        ("customer", "customer_id"), ("customer", "bill_to_id"), ("customer", "payer_id"),
        ("person", "salesperson_id"), ("site", "site_id"),
    ):  # fmt: skip
        if (key := getattr(draft, path)) is not None:
            yield table, path, key
    for position, line in enumerate(draft.lines):
        for part_position, part in enumerate(line.schedule):
            if part.site_id is not None:
                yield "site", f"lines[{position}].schedule[{part_position}].site_id", part.site_id


def _known(session: Session, table: str, keys: Collection[UUID]) -> set[UUID]:
    column = Base.metadata.tables[table].c.id
    found: set[UUID] = set()
    for some in _in_steps(keys):
        found.update(row.id for row in rows_of(session.connection(), _IDS_OF[table], column, some))
    return found


def _ids_twice(session: Session, draft: OrderDraft) -> Iterator[Problem]:
    """Yield each line and schedule line whose id another one has, in this draft or in another order.

    Only a program can do that (a copied order, a faulty import); stored, one would hide the other.
    """
    places = list(_ids_of_lines(draft))
    taken = _taken_elsewhere(session, draft.id, [key for key, _path, _kind in places])
    seen: set[tuple[str, UUID]] = set()
    for key, path, kind in places:
        if key in taken or (kind, key) in seen:
            yield Problem("problem.order.id_twice", path, {"id": str(key)})
        seen.add((kind, key))


def _ids_of_lines(draft: OrderDraft) -> Iterator[tuple[UUID, str, str]]:
    for position, line in enumerate(draft.lines):
        yield line.id, f"lines[{position}].id", "line"
        for part_position, part in enumerate(line.schedule):
            yield part.id, f"lines[{position}].schedule[{part_position}].id", "schedule"


_IDS_OF = {table: select(Base.metadata.tables[table].c.id) for table in ("customer", "person", "site")}
_LINE = Base.metadata.tables["order_line"]
_SCHEDULE = Base.metadata.tables["schedule_line"]
_OTHER_LINES = select(_LINE.c.id).where(
    _LINE.c.order_id != bindparam("order"), _LINE.c.id.in_(bindparam("ids", expanding=True))
)
_OTHER_PARTS = (
    select(_SCHEDULE.c.id)
    .join(_LINE, _LINE.c.id == _SCHEDULE.c.order_line_id)
    .where(_LINE.c.order_id != bindparam("order"), _SCHEDULE.c.id.in_(bindparam("ids", expanding=True)))
)


def _taken_elsewhere(session: Session, order_id: UUID, keys: list[UUID]) -> set[UUID]:
    taken: set[UUID] = set()
    connection = session.connection()
    for some in _in_steps(keys):
        taken.update(connection.scalars(_OTHER_LINES, {"order": order_id, "ids": some}))
        taken.update(connection.scalars(_OTHER_PARTS, {"order": order_id, "ids": some}))
    return taken


def _in_steps(keys: Collection[UUID]) -> Iterator[list[UUID]]:
    """Yield ids as many at a time as one statement takes."""
    listed = list(keys)
    for start in range(0, len(listed), _IDS_AT_ONCE):
        yield listed[start : start + _IDS_AT_ONCE]


HANDLERS = {
    "save_draft": Handler(SaveDraft, save_draft),
    "discard_draft": Handler(DiscardDraft, discard_draft),
    "restore_draft": Handler(RestoreDraft, restore_draft),
}
