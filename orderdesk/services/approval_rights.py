"""How a person stands to an approval task: one answer for the policy of the door and for the inbox.

Approver ≠ author. Only where nobody else is entitled does the company's setting ``approval.author`` open
another way: a named person decides, or an author himself with a reason that is marked on the order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from orderdesk.models import ApprovalTask, Base, Order
from orderdesk.services.context import Actor
from orderdesk.services.writing import SETTING_DEFAULTS
from orderdesk.wire.commands import DecideTask, WithdrawDecision

Relation = Literal["entitled", "named_substitute", "author_alone", "not_entitled"]

# Tables, not classes: badges ask for rights at the start; the first use of a class configures all mappers.
_PERSON, _SETTING = Base.metadata.tables["person"], Base.metadata.tables["setting"]
_SETTINGS = ("approval.author", "approval.substitute")
_PEOPLE = select(_PERSON.c.id, _PERSON.c.code, _PERSON.c.roles).where(_PERSON.c.active)
_RULES = select(_SETTING.c.key, _SETTING.c.value).where(_SETTING.c.key.in_(_SETTINGS))


@dataclass(frozen=True, slots=True)
class Rights:
    """Who could decide tasks at this moment. ``roles`` holds the active people only."""

    roles: Mapping[UUID, frozenset[str]]
    author_rule: str  # never, substitute, self_with_reason
    substitute: UUID | None  # an active person, or nobody

    def relation(self, person: UUID | None, role: str, authors: frozenset[UUID]) -> Relation:
        """Return how ``person`` stands to a task of ``role`` on an order written by ``authors``."""
        own = self.roles.get(person, frozenset()) if person is not None else frozenset()
        if role in own and person not in authors:
            return "entitled"
        if any(role in theirs and other not in authors for other, theirs in self.roles.items()):
            return "not_entitled"
        if self.author_rule == "substitute" and person == self.substitute and own and person not in authors:
            return "named_substitute"
        if self.author_rule == "self_with_reason" and role in own:
            return "author_alone"
        return "not_entitled"


def read_rights(source: Session | Connection) -> Rights:
    """Return the rights as the store knows them now."""
    people = source.execute(_PEOPLE).all()
    found = source.execute(_RULES).all()
    settings = {key: SETTING_DEFAULTS[key] for key in _SETTINGS} | {row.key: row.value for row in found}
    named = [row.id for row in people if row.code == settings["approval.substitute"]]
    return Rights(
        roles={row.id: frozenset(row.roles.split()) for row in people},
        author_rule=settings["approval.author"],
        substitute=named[0] if named else None,
    )


def authors_of(text: str) -> frozenset[UUID]:
    """Return the people in an order's ``authors``."""
    return frozenset(UUID(word) for word in text.split())


def relate_to_task(session: Session, data: DecideTask | WithdrawDecision, actor: Actor) -> str:
    """Return the relation of the actor to the task of a command, for the policy.

    Taking a decision back is for who made it. A task that does not exist counts as one's own: the handler
    says so.
    """
    task = session.execute(
        select(ApprovalTask.role, ApprovalTask.decided_by, Order.authors)
        .join(Order, Order.id == ApprovalTask.order_id)
        .where(ApprovalTask.id == data.task_id)
    ).one_or_none()
    if task is None:
        return "entitled"
    if isinstance(data, WithdrawDecision) and task.decided_by not in (None, actor.person_id):
        return "not_entitled"
    return read_rights(session).relation(actor.person_id, task.role, authors_of(task.authors))
