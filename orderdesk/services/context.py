"""Who asks, and what a command handler gets to work with and gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from orderdesk.errors import Problem

if TYPE_CHECKING:  # named only: whoever reads prices at the command line does not wait for all commands
    from orderdesk.ports import Ids
    from orderdesk.wire.commands import CommandData
    from orderdesk.wire.outcomes import OutcomeClass


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks, and from which device. Roles are read from the store at the time of the command, never
    believed.

    Without a person it is the store itself (imports, seeds, jobs). ``proof`` says how the person was
    identified; "chosen" is a name picked in the status bar without a password.
    """

    person_id: UUID | None
    device: str
    proof: Literal["none", "chosen"] = "chosen"


SYSTEM = Actor(person_id=None, device="store", proof="none")


@dataclass(frozen=True, slots=True)
class Context:
    """What a handler may know beside its command. ``now`` is one instant for the whole transaction."""

    actor: Actor
    roles: frozenset[str]
    relation: str
    now: datetime
    ids: Ids
    op_id: UUID
    base_revision: int | None


@dataclass(frozen=True, slots=True)
class TouchedRow:
    """An aggregate that a handler changed.

    ``before`` and ``after`` are digests of its content, for the audit; ``below`` is that of the rows under it
    that were written with it, empty where none were.
    """

    type: str
    id: UUID
    revision: int
    number: str | None = None
    kind: Literal["put", "tombstone"] = "put"
    before: str = ""
    after: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a handler answers. With a blocking problem nothing of it is kept."""

    touched: tuple[TouchedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    outcome: OutcomeClass = "applied"

    @property
    def is_refused(self) -> bool:
        """Whether any problem blocks."""
        return self.outcome == "refused" or any(problem.severity == "block" for problem in self.problems)


def refused(*problems: Problem) -> Result:
    """Return the result of a command that may not happen."""
    return Result(problems=problems, outcome="refused")


Handle = Callable[[Session, Any, Context], Result]
Relate = Callable[[Session, Any, Actor], str]


def no_relation(_session: Session, _data: CommandData, _actor: Actor) -> str:
    """Return the relation of commands whose object makes no difference to who may do them."""
    return "any"


@dataclass(frozen=True, slots=True)
class Handler:
    """How a command is done: its message, its handler, and how the actor stands to what it is about."""

    data: type[CommandData]
    handle: Handle
    relate: Relate = no_relation
