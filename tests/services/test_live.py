"""Desks on one PostgreSQL see each other's changes: in order, without gaps, within a second."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from orderdesk.intake.sample import sample_id
from orderdesk.models import Setting
from orderdesk.services.context import Context, Handler, Result, TouchedRow
from orderdesk.services.door import Door
from orderdesk.services.reading.changes import changes_since, clock_value
from orderdesk.ui.backend import POLL_MS, Backend
from orderdesk.wire.commands import Command, DiscardDraft, SaveDraft
from orderdesk.wire.outcomes import Changes
from tests.support.desk import SampleDesk, open_sample_desk

WRITERS, EACH = 4, 20


@pytest.fixture
def desks(sample_pg_url: str) -> Iterator[list[SampleDesk]]:
    opened = [open_sample_desk(sample_pg_url, seed) for seed in range(70, 70 + WRITERS + 1)]
    yield opened
    for desk in opened:
        desk.store.close()


def read(desk: SampleDesk, cursor: int, limit: int = 500) -> tuple[Changes, ...]:
    with desk.store.reading() as connection:
        return changes_since(connection, cursor, limit)


def write_much(desk: SampleDesk) -> list[UUID]:
    """Commit, refuse and fail in turns; return the ids of what was committed."""

    def handle(session: Any, _data: Any, context: Context) -> Result:
        session.execute(insert(Setting), [{"key": str(context.op_id), "value": ""}])
        if context.op_id.int % 5 == 0:
            raise RuntimeError("rolled back")
        return Result((TouchedRow("setting", context.op_id, 1), TouchedRow("setting", UUID(int=1), 1)))

    door = Door(desk.store, desk.ports, lambda: {"discard_draft": Handler(DiscardDraft, handle)})
    done = []
    for _ in range(EACH):
        sent = Command(id=desk.ports.ids.new(), data=DiscardDraft(order_id=UUID(int=1)))
        try:
            door.execute(sent, desk.actor("lina"))
        except Exception:  # noqa: BLE001 - the planned faults are what a rollback is made of
            continue
        done.append(sent.id)
    return done


def test_a_reader_sees_everything_once_and_in_order_while_others_write(desks: list[SampleDesk]) -> None:
    reader, writers = desks[0], desks[1:]
    seen: list[Changes] = []
    cursor = 1
    with ThreadPoolExecutor(WRITERS) as pool:
        futures: list[Future[list[UUID]]] = [pool.submit(write_much, desk) for desk in writers]
        finished = False
        while not finished:
            finished = all(future.done() for future in futures)  # asked before the last look
            for changes in read(reader, cursor, limit=7):
                seen.append(changes)
                cursor = changes.version
        written = [op_id for future in futures for op_id in future.result()]
    seen.extend(read(reader, cursor))
    assert WRITERS * EACH > len(written) > WRITERS * EACH // 2  # some were rolled back
    assert [changes.version for changes in seen] == list(range(2, len(written) + 2))
    assert sorted(changes.op_id for changes in seen) == sorted(written)
    assert all([row.id for row in changes.touched] == [changes.op_id, UUID(int=1)] for changes in seen)


def test_changes_are_what_the_writer_was_told(desks: list[SampleDesk]) -> None:
    one, two = desks[:2]
    told: list[Changes] = []
    two.door.subscribe(told.append)
    draft = two.draft("C1001", ("A105", "2"))
    two.save(draft)
    two.submit(draft, "wangfang")
    plain = [
        changes.model_copy(
            update={"touched": tuple(row.model_copy(update={"number": None}) for row in changes.touched)}
        )
        for changes in told
    ]  # numbers are for whoever asked; a reader of the log gets the ids
    assert list(read(one, 1)) == plain


def test_nothing_new_is_nothing(desks: list[SampleDesk]) -> None:
    with desks[0].store.reading() as connection:
        now = clock_value(connection)
    assert read(desks[0], now) == ()
    assert read(desks[0], now + 5) == ()


def test_a_transaction_that_touched_nothing_still_moves_the_reader_on(desks: list[SampleDesk]) -> None:
    """Else a long row of them would hide everything after it for ever."""
    desk = desks[0]
    door = Door(
        desk.store, desk.ports, lambda: {"discard_draft": Handler(DiscardDraft, lambda _s, _d, _c: Result())}
    )
    for _ in range(3):
        sent = Command(id=desk.ports.ids.new(), data=DiscardDraft(order_id=UUID(int=1)))
        door.execute(sent, desk.actor("lina"))
    desk.save(desk.draft("C1001"))
    found = [(changes.version, len(changes.touched)) for changes in read(desk, 1, limit=2)]
    assert found == [(2, 0), (3, 0)]
    assert [(changes.version, len(changes.touched)) for changes in read(desk, 3, limit=2)] == [
        (4, 0),
        (5, 1),
    ]


# The running desktop


@pytest.fixture
def desktop(qtbot: QtBot, sample_pg_url: str, tmp_path: Path) -> Iterator[Backend]:
    """The desk behind the screens, polling the shared store."""
    desk = open_sample_desk(sample_pg_url, seed=90)
    backend = Backend(desk.store, desk.door, desk.ports, tmp_path, "desk 1")
    with qtbot.waitSignal(backend.ready, timeout=10_000):
        backend.start()
    backend.set_person(sample_id("person", "lina"))
    yield backend
    backend.stop()


def test_a_desktop_hears_of_another_desks_order_and_asks_twice_a_second(
    qtbot: QtBot, desktop: Backend, sample_pg_url: str
) -> None:
    other = open_sample_desk(sample_pg_url, seed=91)
    with closing(other.store):
        heard: list[Changes] = []
        desktop.notifier.changed.connect(heard.append)
        outcome = other.submit(other.draft("C1001", ("A105", "2")))
        qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    assert [(row.type, row.id) for row in heard[0].touched] == [(row.type, row.id) for row in outcome.touched]
    assert 2 * POLL_MS <= 1000


def test_a_desktop_knows_the_others_stock_a_moment_later(
    qtbot: QtBot, desktop: Backend, sample_pg_url: str
) -> None:
    other = open_sample_desk(sample_pg_url, seed=92)
    key = (sample_id("item", "A105"), desktop.desk().default_site_id)
    before = desktop.desk().stock[key]  # type: ignore[index] # the key was found before
    other.submit(other.draft("C1001", ("A105", "2")))
    qtbot.waitUntil(
        lambda: desktop.desk().stock[key].reserved == before.reserved + 2,  # type: ignore[index] # the key was found before
        timeout=5_000,
    )
    other.store.close()


def test_a_desktop_hears_of_its_own_change_once(qtbot: QtBot, desktop: Backend, sample_pg_url: str) -> None:
    other = open_sample_desk(sample_pg_url, seed=93)
    heard: list[UUID] = []
    desktop.notifier.changed.connect(lambda changes: heard.append(changes.op_id))
    mine = Command(id=desktop.ids.new(), data=SaveDraft(draft=other.draft("C1001", ("A105", "2"))))
    desktop.execute(mine, lambda _outcome: None)
    qtbot.waitUntil(lambda: mine.id in heard, timeout=5_000)
    theirs = other.save(other.draft("C1001", ("A105", "3")))
    qtbot.waitUntil(lambda: theirs.id in heard, timeout=5_000)
    assert heard == [mine.id, theirs.id]
    other.store.close()
