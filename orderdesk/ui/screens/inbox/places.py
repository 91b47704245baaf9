"""Where the cursor goes in a list that changes under it, and which tasks wait for the same."""

from __future__ import annotations

from uuid import UUID

from orderdesk.services.reading.inbox import InboxRow


def successor(before: tuple[UUID, ...], after: tuple[UUID, ...], gone: UUID | None) -> UUID | None:
    """Return where the cursor goes when its task is gone: to the next still there, else to the last."""
    if not after:
        return None
    if gone not in before:
        return after[0]
    following = before[before.index(gone) + 1 :]
    return next((task_id for task_id in following if task_id in after), after[-1])


def reason_of(row: InboxRow) -> tuple[int, str] | None:
    """Return what tasks that wait for the same have in common: the row of the rules, and its words."""
    return (row.reason.row, row.reason.code) if row.reason is not None else None
