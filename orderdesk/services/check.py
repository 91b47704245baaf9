"""Looks for everything that can be wrong with a store: damage, a broken trail, figures that disagree.

Nothing is changed. All of it is read from one state of the store, so a desk that works meanwhile causes no
findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import func, select

from orderdesk.models import AuditEntry, Base, CommandLog, StoreClock
from orderdesk.services.check_content import content_findings
from orderdesk.services.check_figures import FIGURE_CHECKS
from orderdesk.services.check_files import FILE_CHECKS
from orderdesk.services.check_papers import PAPER_CHECKS
from orderdesk.services.check_schema import schema_findings
from orderdesk.services.check_trail import objects_of, trail_findings
from orderdesk.services.findings import Finding
from orderdesk.services.readable import MEANINGLESS
from orderdesk.services.store import Reader, Store
from orderdesk.wire.outcomes import Outcome

# What a report counts, so that "nothing wrong" also says of how much.
_COUNTED = ("audit_entry", "sales_order", "order_line", "delivery", "customer", "item", "stock_movement")


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at, as counts of rows by table, and what was found."""

    checked: dict[str, int]
    findings: tuple[Finding, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def check_store(store: Store) -> CheckReport:
    """Return everything that is wrong with a store."""
    with store.reading(at_length=True) as connection:
        checked = {
            name: connection.scalar(select(func.count()).select_from(Base.metadata.tables[name])) or 0
            for name in _COUNTED
        }
        findings = tuple(finding for check in _CHECKS for finding in _made_by(check, connection))
    return CheckReport(checked, findings)


def _made_by(check: Callable[[Reader], Iterator[Finding]], connection: Reader) -> Iterator[Finding]:
    """Yield what a check finds; rows that mean nothing any more end it, and are a finding themselves."""
    try:
        yield from check(connection)
    except MEANINGLESS as fault:
        yield Finding("check.storage.unreadable", {"detail": type(fault).__name__})


def _storage_findings(connection: Reader) -> Iterator[Finding]:
    """Yield damaged pages and dangling references; a database server watches over both itself."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(100)"):
        if said != "ok":
            yield Finding("check.storage.damaged", {"detail": str(said)})
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        params = {"table": str(row[0]), "row": str(row[1]), "parent": str(row[2])}
        yield Finding("check.storage.dangling", params)


def _command_findings(connection: Reader) -> Iterator[Finding]:
    """Yield effects of commands without an audit entry, and entries without the outcome of a command."""
    matched = (CommandLog.id == AuditEntry.op_id) & (CommandLog.v == AuditEntry.v)
    matched &= CommandLog.command == AuditEntry.command
    lonely = select(AuditEntry.v, AuditEntry.command).outerjoin(CommandLog, matched)
    for row in connection.execute(lonely.where(CommandLog.id.is_(None)).order_by(AuditEntry.v)):
        yield Finding("check.command.entry_without_outcome", {"v": row.v, "command": row.command})
    silent = select(CommandLog.id, CommandLog.command).outerjoin(AuditEntry, matched)
    for one in connection.execute(silent.where(CommandLog.v > 0, AuditEntry.v.is_(None))):
        yield Finding("check.command.effect_without_entry", {"id": str(one.id), "command": one.command})


def _answer_findings(connection: Reader) -> Iterator[Finding]:
    """Yield recorded outcomes that say something else than the entry of their command: a repeated command
    would be answered with them.
    """
    both = select(
        CommandLog.id, CommandLog.command, CommandLog.outcome, CommandLog.at, CommandLog.actor_id,
        AuditEntry.at.label("entered_at"), AuditEntry.actor_id.label("entered_by"), AuditEntry.objects,
    ).join(AuditEntry, AuditEntry.op_id == CommandLog.id)  # fmt: skip
    for row in connection.execute(both.order_by(AuditEntry.v)):
        said = [(one.type, one.id, one.revision) for one in objects_of(row.objects)]
        same = (row.at, row.actor_id) == (row.entered_at, row.entered_by)
        if not same or _answered(row.outcome) != (row.id, said):
            yield Finding("check.command.answer_differs", {"id": str(row.id), "command": row.command})


def _answered(text: str) -> tuple[UUID, list[tuple[str, UUID, int]]] | None:
    try:
        outcome = Outcome.model_validate_json(text)
    except ValidationError:
        return None
    return outcome.id, [(one.type, one.id, one.revision) for one in outcome.touched]


def _clock_findings(connection: Reader) -> Iterator[Finding]:
    rows = connection.scalar(select(func.count()).select_from(StoreClock))
    if rows != 1:
        yield Finding("check.clock.rows", {"rows": rows})


_CHECKS: tuple[Callable[[Reader], Iterator[Finding]], ...] = (
    _storage_findings,
    schema_findings,
    _clock_findings,
    trail_findings,
    _command_findings,
    _answer_findings,
    content_findings,
    *FIGURE_CHECKS,
    *PAPER_CHECKS,
    *FILE_CHECKS,
)
