"""Holds of orders 冻结: set with their cause, lifted with a reason; what each stops says ``rules.holds``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Select, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Hold, Order
from orderdesk.rules import holds as rules
from orderdesk.services.context import Actor, Context, Handler, Result, TouchedRow, refused
from orderdesk.services.door import roles_of
from orderdesk.services.writing import content_digest, lock_order, touched_order
from orderdesk.wire.commands import LiftHold


@dataclass(frozen=True, slots=True)
class OpenHold:
    """A hold that nobody has lifted yet. ``stops`` is the first stage that it keeps the order from."""

    id: UUID
    order_id: UUID
    kind: str
    level: str  # header, line, schedule
    object_id: UUID
    cause: str  # canonical JSON: the rule or command that set it, with its facts
    set_by: UUID | None
    set_at: datetime
    lift_roles: frozenset[str]
    facts: rules.HoldFacts

    @property
    def stops(self) -> rules.Stage:
        """The first stage that this hold keeps the order from."""
        return self.facts.stops


def place_hold(
    session: Session,
    order: Order,
    kind: str,
    level: str,
    object_id: UUID,
    cause: str,
    lift_roles: Iterable[str],
    context: Context,
) -> TouchedRow:
    """Set a hold on an order, or on one of its lines or schedule lines (``level``: header, line, schedule).

    ``cause`` is canonical JSON of the rule or command that set it, with its facts; a ``stops`` in it names
    another stage than the usual one. ``ValueError`` for a kind, level or stage that the table of holds does
    not know. The order itself is the caller's to report.
    """
    _facts(kind, level, cause)
    hold = Hold(
        id=context.ids.new(), order_id=order.id, level=level, object_id=object_id, kind=kind, cause=cause,
        set_by=context.actor.person_id, set_at=context.now, lift_roles=" ".join(sorted(lift_roles)),
        lifted_by=None, lifted_at=None, lift_reason="",
    )  # fmt: skip
    session.add(hold)
    session.flush()
    return _touched(hold, before="")


def lift_hold(session: Session, data: LiftHold, context: Context) -> Result:
    """Lift a hold of an order, with a reason. What it stopped may go on at the next transition."""
    order_id = session.execute(select(Hold.order_id).where(Hold.id == data.hold_id)).scalar_one_or_none()
    order = lock_order(session, order_id) if order_id is not None else None
    if order is None:
        return refused(Problem("problem.hold.unknown", "hold_id"))
    hold = session.execute(
        select(Hold).where(Hold.id == data.hold_id).execution_options(populate_existing=True)
    ).scalar_one()
    problems = [*_lift_problems(order, hold, data)]
    if problems:
        return refused(*problems)
    before, order_before = content_digest(hold), content_digest(order)
    _lift(hold, data.reason.strip(), context)
    order.revision += 1
    session.flush()
    return Result((_touched(hold, before), touched_order(order, order_before)))


def _lift_problems(order: Order, hold: Hold, data: LiftHold) -> Iterable[Problem]:
    if hold.lifted_at is not None:
        yield Problem("problem.hold.lifted", "hold_id", {"number": order.number})
    if not data.reason.strip():
        yield Problem("problem.hold.reason_missing", "reason")


def relate_to_hold(session: Session, data: LiftHold, actor: Actor) -> str:
    """Return "entitled" for a person with one of the hold's roles who did not write the order.

    A hold that does not exist counts as one's own: the handler says so.
    """
    found = session.execute(
        select(Hold.lift_roles, Order.authors)
        .join(Order, Order.id == Hold.order_id)
        .where(Hold.id == data.hold_id)
    ).one_or_none()
    if found is None:
        return "entitled"
    is_entitled = rules.may_lift(
        frozenset(found.lift_roles.split()), frozenset(found.authors.split()), str(actor.person_id),
        roles_of(session, actor),
    )  # fmt: skip
    return "entitled" if is_entitled else "not_entitled"


def open_holds(source: Session | Connection, order_id: UUID) -> tuple[OpenHold, ...]:
    """Return the holds of an order that nobody has lifted, oldest first."""
    return tuple(
        OpenHold(
            id=row.id, order_id=row.order_id, kind=row.kind, level=row.level, object_id=row.object_id,
            cause=row.cause, set_by=row.set_by, set_at=row.set_at,
            lift_roles=frozenset(row.lift_roles.split()), facts=_facts(row.kind, row.level, row.cause),
        )
        for row in source.execute(_open(order_id))
    )  # fmt: skip


def stops(holds: Iterable[OpenHold], verb: str) -> tuple[OpenHold, ...]:
    """Return those of ``holds`` that keep an order from a stage (release, delivery_creation, picking, …)."""
    held = tuple(holds)
    stopping = set(rules.stopping((hold.facts for hold in held), rules.Stage(verb)))
    return tuple(hold for hold in held if hold.facts in stopping)


def stop_problems(source: Session | Connection, order_id: UUID, verb: str) -> tuple[Problem, ...]:
    """Return one blocking problem for each open hold that keeps an order from a stage."""
    return tuple(
        Problem(
            "problem.hold.stops",
            "",
            {
                "hold": f"term.hold.{hold.kind}",
                "stage": f"term.stage.{verb}",
                "roles": [f"term.role.{role}" for role in sorted(hold.lift_roles)],
                "hold_id": str(hold.id),
            },
        )
        for hold in stops(open_holds(source, order_id), verb)
    )


def drop_since(session: Session, order_id: UUID, since: datetime, context: Context) -> tuple[TouchedRow, ...]:
    """Lift the open holds that a release at ``since`` set, when that release is taken back; returns them."""
    rows = []
    for hold in session.scalars(
        select(Hold).where(Hold.order_id == order_id, Hold.lifted_at.is_(None), Hold.set_at >= since)
    ):
        before = content_digest(hold)
        _lift(hold, "", context)
        session.flush()
        rows.append(_touched(hold, before))
    return tuple(rows)


def lift_open(session: Session, order_id: UUID, reason: str, context: Context) -> tuple[TouchedRow, ...]:
    """Lift every open hold of an order that becomes a draft again; returns them."""
    rows = []
    for hold in session.scalars(select(Hold).where(Hold.order_id == order_id, Hold.lifted_at.is_(None))):
        before = content_digest(hold)
        _lift(hold, reason, context)
        session.flush()
        rows.append(_touched(hold, before))
    return tuple(rows)


def _lift(hold: Hold, reason: str, context: Context) -> None:
    hold.lifted_at, hold.lifted_by, hold.lift_reason = context.now, context.actor.person_id, reason


def _open(order_id: UUID) -> Select[tuple[Hold]]:
    return (
        select(Hold.__table__)
        .where(Hold.order_id == order_id, Hold.lifted_at.is_(None))
        .order_by(Hold.set_at, Hold.id)
    )


def _facts(kind: str, level: str, cause: str) -> rules.HoldFacts:
    told = json.loads(cause).get("stops")
    stage = rules.Stage(told) if told else None
    return rules.new_hold(rules.HoldKind(kind), stage, rules.HoldLevel(level))


def _touched(hold: Hold, before: str) -> TouchedRow:
    """A hold has two revisions: set, and lifted."""
    revision = 1 if hold.lifted_at is None else 2
    return TouchedRow("hold", hold.id, revision, before=before, after=content_digest(hold))


HANDLERS = {"lift_hold": Handler(LiftHold, lift_hold, relate_to_hold)}
