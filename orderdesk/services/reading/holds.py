"""The holds of an order as its card tells them, and how many orders wait for somebody to lift theirs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk.models import Base
from orderdesk.rules.holds import Stage, cause_words, may_lift
from orderdesk.services.approval_rights import read_rights
from orderdesk.services.holds import open_holds

# Tables, not classes: the badge is counted at the start, and the first use of a class configures all mappers.
_T = Base.metadata.tables
HOLD, ORDER, PERSON = _T["hold"], _T["sales_order"], _T["person"]

_GOING_ON = ("submitted", "released")


@dataclass(frozen=True, slots=True)
class CardHold:
    """A hold that is still open.

    ``cause`` is the code of the sentence why it was set, with its ``figures``; empty where no rule says so.
    ``may_lift`` says whether who reads may lift it, ``is_own`` that only the authorship of the order forbids
    it: four eyes.
    """

    id: UUID
    kind: str
    level: str
    stops: Stage
    cause: str
    figures: Mapping[str, str]
    by: str
    by_en: str
    at: datetime
    lift_roles: tuple[str, ...]
    may_lift: bool
    is_own: bool


def card_holds(connection: Connection, order_id: UUID, person_id: UUID | None) -> tuple[CardHold, ...]:
    """Return the open holds of an order as ``person_id`` sees them, oldest first."""
    found = open_holds(connection, order_id)
    if not found:
        return ()
    authors = frozenset(
        connection.execute(select(ORDER.c.authors).where(ORDER.c.id == order_id)).scalar_one().split()
    )
    people = {
        row.id: row
        for row in connection.execute(
            select(PERSON.c.id, PERSON.c.name, PERSON.c.name_en).where(
                PERSON.c.id.in_({hold.set_by for hold in found if hold.set_by is not None})
            )
        )
    }
    roles = _roles(connection, person_id)
    cards = []
    for hold in found:
        cause, figures = cause_words(json.loads(hold.cause))
        by = people.get(hold.set_by) if hold.set_by is not None else None
        may = may_lift(hold.lift_roles, authors, str(person_id), roles)
        cards.append(
            CardHold(
                id=hold.id, kind=hold.kind, level=hold.level, stops=hold.stops, cause=cause, figures=figures,
                by=by.name if by else "", by_en=by.name_en if by else "", at=hold.set_at,
                lift_roles=tuple(sorted(hold.lift_roles)), may_lift=may,
                is_own=not may and bool(hold.lift_roles & roles),
            )
        )  # fmt: skip
    return tuple(cards)


def held_count(connection: Connection, person_id: UUID) -> int:
    """Return how many orders that go on are on a hold which ``person_id`` may lift."""
    roles = _roles(connection, person_id)
    found = connection.execute(
        select(HOLD.c.order_id, HOLD.c.lift_roles, ORDER.c.authors)
        .join(ORDER, ORDER.c.id == HOLD.c.order_id)
        .where(HOLD.c.lifted_at.is_(None), ORDER.c.state.in_(_GOING_ON))
    )
    return len(
        {
            row.order_id
            for row in found
            if may_lift(
                frozenset(row.lift_roles.split()), frozenset(row.authors.split()), str(person_id), roles
            )
        }
    )


def _roles(connection: Connection, person_id: UUID | None) -> frozenset[str]:
    """Return the roles of somebody who still works here, as the door would."""
    return read_rights(connection).roles.get(person_id, frozenset()) if person_id is not None else frozenset()
