"""Commands of the life of a rule: draft, rehearsed, published, rolled back; and orders that follow it."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from orderdesk.wire.base import UUID, Code, CommandData, Frozen, SignedAmount, Text

MAX_DEPTH = 12  # of a table's JSON: rows hold cells, examples hold facts
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
InFlight = Literal["keep", "reroute"]


def _plain(body: dict[str, object]) -> dict[str, object]:
    _look_at(body, MAX_DEPTH)
    return body


def _look_at(value: object, left: int) -> None:
    if isinstance(value, float):
        raise ValueError("a decimal is written as a string")
    if left == 0:
        raise ValueError("nested too deeply")
    if isinstance(value, dict):
        for one in value.values():
            _look_at(one, left - 1)
    elif isinstance(value, list | tuple):
        for one in value:
            _look_at(one, left - 1)
    elif value is not None and not isinstance(value, str | int):
        raise ValueError("not JSON")


Body = Annotated[dict[str, object], AfterValidator(_plain)]


class SaveRuleDraft(CommandData):
    """Save the draft of a rulebook's next version as it stands, readable or not; the first one begins it."""

    name: ClassVar[str] = "save_rule_draft"
    book: Code
    body: Body


class TakeOverRuleDraft(CommandData):
    """Go on with the draft that somebody else edits."""

    name: ClassVar[str] = "take_over_rule_draft"
    book: Code


class DiscardRuleDraft(CommandData):
    """Give the draft of a rulebook up."""

    name: ClassVar[str] = "discard_rule_draft"
    book: Code


class AcceptRuleWarning(CommandData):
    """Take a warning of the checks on, with a word of reason; ``key`` names the warning."""

    name: ClassVar[str] = "accept_rule_warning"
    book: Code
    key: Sha256
    reason: Text = ""


class Moved(Frozen):
    """A line of a rehearsal: orders that go from one answer to another, their sum, the highest."""

    before: tuple[Text, ...] = Field(max_length=100)
    after: tuple[Text, ...] = Field(max_length=100)
    count: int = Field(ge=1)
    money: SignedAmount
    highest: SignedAmount


class RecordRehearsal(CommandData):
    """Keep with a draft what its rehearsal came to, and what exactly was rehearsed."""

    name: ClassVar[str] = "record_rehearsal"
    book: Code
    sha256: Sha256  # of the draft that was rehearsed
    live_version: int = Field(ge=0)
    first_day: date | None = None
    last_day: date | None = None
    orders: int = Field(ge=0)
    unchanged: int = Field(ge=0)
    untestable: int = Field(ge=0)
    moves: tuple[Moved, ...] = Field(default=(), max_length=500)


class PublishRules(CommandData):
    """Publish the draft of a rulebook, to decide from ``start`` on (``None``: now)."""

    name: ClassVar[str] = "publish_rules"
    book: Code
    reason: Text = ""
    start: date | None = None
    in_flight: InFlight = "keep"


class RollBackRules(CommandData):
    """Publish an older version of a rulebook again, as a version of its own."""

    name: ClassVar[str] = "roll_back_rules"
    book: Code
    to_version: int = Field(ge=1)
    reason: Text = ""
    start: date | None = None
    in_flight: InFlight = "keep"


class RerouteOrder(CommandData):
    """Let an order that waits for approval follow the version that decides now; the store's jobs give it."""

    name: ClassVar[str] = "reroute_order"
    order_id: UUID
    book: Code
    table_version: int = Field(ge=1)


RULE_COMMANDS: tuple[type[CommandData], ...] = (
    SaveRuleDraft, TakeOverRuleDraft, DiscardRuleDraft, AcceptRuleWarning, RecordRehearsal, PublishRules,
    RollBackRules, RerouteOrder,
)  # fmt: skip
