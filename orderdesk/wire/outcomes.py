"""What comes back from the door, and what it tells to open views."""

from typing import Literal

from pydantic import ConfigDict, Field

from orderdesk.wire.base import UUID, Frozen

OutcomeClass = Literal["applied", "applied_adjusted", "fact_flagged", "needs_decision", "refused"]


class Touched(Frozen):
    """An aggregate that a command changed, at its new revision; ``number`` where it has a spoken one."""

    type: str
    id: UUID
    revision: int
    number: str | None = None


class ProblemLine(Frozen):
    """One problem: ``code`` names the sentence, ``path`` the field, ``params`` the values in the sentence."""

    code: str
    path: str = ""
    params: dict[str, object] = Field(default_factory=dict)
    severity: Literal["block", "warn"] = "block"


class Outcome(Frozen):
    """The one recorded answer to a command; sending the command again returns exactly this."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True, defer_build=True
    )

    id: UUID
    outcome: OutcomeClass = Field(alias="class")
    touched: tuple[Touched, ...] = ()
    problems: tuple[ProblemLine, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether the command had no effect."""
        return self.outcome == "refused"

    def touched_one(self, type_name: str) -> Touched:
        """Return the first touched aggregate of a type; ``LookupError`` if there is none."""
        for entry in self.touched:
            if entry.type == type_name:
                return entry
        raise LookupError(type_name)


class Changes(Frozen):
    """What one committed transaction changed and who started it: the one signal that open views hear."""

    version: int  # the store's clock after it
    op_id: UUID
    actor_id: UUID | None = None
    touched: tuple[Touched, ...] = ()
