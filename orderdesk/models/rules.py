"""Rule tables: the versions that decided and decide, and the drafts that people work on."""

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import (
    At,
    Base,
    Body,
    Json,
    Key,
    LaterAt,
    LaterBody,
    LaterList,
    LaterNumber,
    LaterRef,
    LaterWord,
    OptionalRef,
    Word,
)


class RuleTable(Base):
    """A version of a rule table; of those that have begun, the newest decides.

    What the program brought along has neither id, author nor reason.
    """

    __tablename__ = "rule_table"

    book: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[Json]
    sha256: Mapped[str] = mapped_column(String(64))
    live_from: Mapped[At]
    id: Mapped[LaterRef]
    author_id: Mapped[LaterRef]
    published_at: Mapped[LaterAt]
    reason: Mapped[LaterBody]
    in_flight: Mapped[LaterWord]  # keep | reroute: what became of orders that were under way
    copy_of: Mapped[LaterNumber]  # the older version that was published again
    accepted: Mapped[LaterList]  # warnings that somebody took on, with their reasons
    rehearsal: Mapped[LaterBody]  # what it was rehearsed on, and what moved


class RuleDraft(Base):
    """The draft of a rulebook's next version, one at a time: whose it is, and what it was rehearsed on."""

    __tablename__ = "rule_draft"
    __table_args__ = (UniqueConstraint("book"),)

    id: Mapped[Key]
    revision: Mapped[int]
    book: Mapped[Word]
    body: Mapped[Json]  # as typed, readable or not
    sha256: Mapped[str] = mapped_column(String(64))
    base_version: Mapped[int]  # of the version that it began from
    editor_id: Mapped[OptionalRef]
    since: Mapped[At]
    saved_at: Mapped[At]
    accepted: Mapped[Json]
    rehearsal: Mapped[Body]
