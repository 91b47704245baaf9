"""What SQLite walks for a day's lists: the day by its index, never all that was ever decided or has left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from orderdesk.models import Person
from orderdesk.services.reading.inbox import done_today
from orderdesk.services.reading.notices import notices
from orderdesk.services.reading.warehouse import GONE_STATES, delivery_rows
from orderdesk.services.store import open_store
from tests.support.databases import sqlite_url_of
from tests.support.made_up import NOW

Read = Callable[[Any, Any], object]
READS: dict[str, Read] = {
    "ix_approval_task_decided_at": lambda reader, person: done_today(reader, person, NOW),
    "ix_delivery_shipped_at": lambda reader, _person: delivery_rows(reader, states=GONE_STATES),
}


@pytest.mark.parametrize("index", READS)
def test_the_day_is_found_by_its_index(made_up_sqlite: Path, index: str) -> None:
    plans = _plans(made_up_sqlite, READS[index])
    assert any(index in step for step in plans)
    assert not any("ix_approval_task_state" in step or "ix_delivery_state" in step for step in plans)


def test_notices_look_for_what_was_decided_since_by_its_day(made_up_sqlite: Path) -> None:
    plans = _plans(made_up_sqlite, lambda reader, person: notices(reader, person, NOW))
    assert any("ix_approval_task_decided_at" in step and "decided_at>" in step for step in plans)


def _plans(path: Path, read: Read) -> list[str]:
    """Return how SQLite goes about each statement of a read."""
    store = open_store(sqlite_url_of(path), mode="read")
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: Any, *_more: object) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, values))

    with store.reading() as connection:
        person = connection.scalars(select(Person.id).where(Person.roles == "manager").limit(1)).one()
        event.listen(store.engine, "before_cursor_execute", note)
        read(connection, person)
        event.remove(store.engine, "before_cursor_execute", note)
        plans = [
            str(step[-1])
            for statement, values in asked
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    store.close()
    return plans
