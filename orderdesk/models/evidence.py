"""What proves how things came to be: clock row, change log, audit chain, outcomes of commands.

And jobs, numbers.
"""

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import At, Base, Body, Json, Key, Line, OptionalAt, OptionalRef, Ref, Word


class StoreClock(Base):
    """One row, taken last in each writing transaction: how many transactions there were.

    And the audit head.
    """

    __tablename__ = "store_clock"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    epoch: Mapped[Ref]
    v: Mapped[int] = mapped_column(BigInteger)
    audit_head: Mapped[str] = mapped_column(String(64))


class ChangeLog(Base):
    """Which aggregate changed at which value of the clock; desks read ``(cursor, v]``."""

    __tablename__ = "change_log"
    __table_args__ = (Index("ix_change_log_object_id", "object_id"),)

    v: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    type: Mapped[Word]
    object_id: Mapped[Ref]
    revision: Mapped[int]
    op_id: Mapped[Ref]
    actor_id: Mapped[OptionalRef]
    kind: Mapped[str] = mapped_column(String(16))  # put, tombstone


class AuditEntry(Base):
    """One entry per effect, chained.

    ``hash`` covers every column of this row and the hash of the one before.
    """

    __tablename__ = "audit_entry"

    v: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    format: Mapped[int]
    op_id: Mapped[Ref] = mapped_column(unique=True)
    command: Mapped[Word]
    at: Mapped[At]
    actor_id: Mapped[OptionalRef]
    device: Mapped[Line]
    policy_row: Mapped[Line]
    objects: Mapped[Json]  # [{type, id, revision, before, after}]: hashes of the aggregate before and after
    body_hash: Mapped[str] = mapped_column(String(64))  # over salt and text of audit_text
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditText(Base):
    """The words of an audit entry (names, addresses): outside the chain.

    So that they can be erased by law.
    """

    __tablename__ = "audit_text"

    v: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    text: Mapped[Json]


class CommandLog(Base):
    """The outcome of every command, for ever: sending a command again returns exactly this."""

    __tablename__ = "command_log"

    id: Mapped[Key]
    command: Mapped[Word]
    version: Mapped[int]
    request_hash: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[Json]
    v: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[At]
    actor_id: Mapped[OptionalRef]


class NumberSeries(Base):
    """A counter of spoken numbers; the next one is taken in the transaction that uses it."""

    __tablename__ = "number_series"

    series: Mapped[str] = mapped_column(String(64), primary_key=True)
    next: Mapped[int] = mapped_column(BigInteger)


class Job(Base):
    """Work for later: whoever holds the lease runs it; catching up after everything was off."""

    __tablename__ = "job"
    __table_args__ = (Index("ix_job_due", "done_at", "due"),)

    id: Mapped[Key]
    kind: Mapped[Word]
    key: Mapped[str] = mapped_column(String(200), unique=True)  # the same work is never queued twice
    payload: Mapped[Body]
    due: Mapped[At]
    lease_until: Mapped[OptionalAt]
    leased_by: Mapped[str | None] = mapped_column(
        String(200), ForeignKey("job_holder.name", ondelete="SET NULL")
    )
    attempts: Mapped[int]
    done_at: Mapped[OptionalAt]
    error: Mapped[Body]


class JobHolder(Base):
    """A desk or server that runs jobs, with its last sign of life."""

    __tablename__ = "job_holder"

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    seen_at: Mapped[At]
