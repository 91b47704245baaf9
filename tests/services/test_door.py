"""The one door: one effect and one outcome per command, whatever else happens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from orderdesk.errors import Bug, EnvironmentProblem, Problem
from orderdesk.models import AuditEntry, AuditText, Base, ChangeLog, CommandLog, Setting, StoreClock
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.door import Door, request_digest
from orderdesk.services.registry import all_handlers
from orderdesk.wire.commands import Command, CommandData, DiscardDraft, Envelope, SaveDraft, SubmitOrder
from orderdesk.wire.outcomes import Changes, Outcome
from tests.support.desk import SampleDesk, open_sample_desk


def everything(desk: SampleDesk, *without: str) -> dict[str, list[Any]]:
    """Return every row of every table but those named."""
    with desk.store.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
            if table.name not in without
        }


def clock(desk: SampleDesk) -> int:
    with desk.store.reading() as connection:
        return connection.execute(select(StoreClock.v)).scalar_one()


def logged(desk: SampleDesk, op_id: UUID) -> list[Any]:
    with desk.store.reading() as connection:
        return list(connection.execute(select(CommandLog.__table__).where(CommandLog.id == op_id)))


def command(desk: SampleDesk, data: Any, base_revision: int | None = None) -> Command:
    return Command(id=desk.ports.ids.new(), data=data, base_revision=base_revision)


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in outcome.problems]


@pytest.fixture
def heard(sample: SampleDesk) -> list[Changes]:
    """What the door told its listeners."""
    told: list[Changes] = []
    sample.door.subscribe(told.append)
    return told


# Once and for ever


def test_a_repeated_command_gets_the_same_answer_to_the_byte_and_has_no_second_effect(
    sample: SampleDesk, heard: list[Changes]
) -> None:
    sent = command(sample, SubmitOrder(draft=sample.draft("C1001", ("A105", "2"))))
    first = sample.door.execute(sent, sample.actor("lina"))
    assert first.outcome == "applied"
    after = everything(sample)
    again = sample.door.execute(sent, sample.actor("lina"))
    assert again.model_dump_json() == first.model_dump_json()
    assert everything(sample) == after
    assert len(heard) == 1


def test_a_repeated_command_gets_the_same_problems_also_their_amounts(sample: SampleDesk) -> None:
    """A stock warning holds figures: as decimals the first time and as text later would be two answers."""
    sent = command(sample, SubmitOrder(draft=sample.draft("C1001", ("A105", "2000"))))
    first = sample.door.execute(sent, sample.actor("lina"))
    assert any(problem.params for problem in first.problems)
    again = sample.door.execute(sent, sample.actor("lina"))
    assert again == first
    assert again.model_dump_json() == first.model_dump_json()


def test_the_amounts_of_a_problem_are_text_at_once(sample: SampleDesk) -> None:
    limit = Problem("problem.order.state", "", {"left": Decimal("12.50"), "state": "draft", "number": "x"})
    door = with_handler(sample, lambda _session, _data, _context: refused(limit))
    outcome = door.execute(command(sample, DiscardDraft(order_id=UUID(int=1))), sample.actor("lina"))
    assert outcome.problems[0].params["left"] == "12.5"


def test_a_refusal_is_remembered_too(sample: SampleDesk, heard: list[Changes]) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    sent = command(sample, DiscardDraft(order_id=draft.id))
    first = sample.door.execute(sent, sample.actor("lina"))
    assert codes(first) == [("problem.order.unknown", "order_id")]
    sample.save(draft)
    heard.clear()
    assert sample.door.execute(sent, sample.actor("lina")) == first
    assert heard == []


@pytest.mark.parametrize("change", ["data", "base_revision", "command"])
def test_an_id_is_not_used_for_something_else(sample: SampleDesk, change: str) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    sent = command(sample, SaveDraft(draft=draft))
    sample.door.execute(sent, sample.actor("lina"))
    after = everything(sample)
    others: dict[str, dict[str, Any]] = {
        "data": {"data": SaveDraft(draft=draft.model_copy(update={"po_number": "changed"}))},
        "base_revision": {"base_revision": 1},
        "command": {"data": DiscardDraft(order_id=draft.id)},
    }
    outcome = sample.door.execute(sent.model_copy(update=others[change]), sample.actor("lina"))
    assert (outcome.outcome, codes(outcome)) == ("refused", [("problem.command.id_reused", "id")])
    assert everything(sample) == after


def test_one_id_sent_by_eight_desks_at_once_has_one_effect_and_one_answer(sample_pg_url: str) -> None:
    desks = [open_sample_desk(sample_pg_url, seed) for seed in range(20, 28)]
    sent = command(desks[0], SubmitOrder(draft=desks[0].draft("C1001", ("A105", "2"))))
    barrier = Barrier(len(desks))

    def send(desk: SampleDesk) -> str:
        barrier.wait(timeout=10)
        return desk.door.execute(sent, desk.actor("lina")).model_dump_json()

    with ThreadPoolExecutor(len(desks)) as pool:
        answers = set(pool.map(send, desks))
    assert len(answers) == 1
    assert json.loads(answers.pop())["class"] == "applied"
    assert clock(desks[0]) == 2  # the seed, and this
    assert len(logged(desks[0], sent.id)) == 1
    for desk in desks:
        desk.store.close()


# What does not fit the form


def envelope(desk: SampleDesk, **fields: Any) -> Envelope:
    given = {"id": desk.ports.ids.new(), "command": "save_draft", "data": {"draft": {"id": str(UUID(int=7))}}}
    return Envelope.model_validate(given | fields)


def test_an_envelope_that_fits_is_executed(sample: SampleDesk) -> None:
    assert sample.door.execute_envelope(envelope(sample), sample.actor("lina")).outcome == "applied"


LINE = {"id": str(UUID(int=8))}


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({"command": "drop_tables"}, [("problem.command.unknown", "command")]),
        ({"version": 2}, [("problem.command.version", "version")]),
        ({"data": {}}, [("problem.command.field", "draft")]),
        (
            {"data": {"draft": {"id": "x", "colour": "red", "lines": [LINE, LINE | {"quantity": 1.5}]}}},
            [
                ("problem.command.field", "draft.id"),
                ("problem.command.field", "draft.lines[1].quantity"),
                ("problem.command.field", "draft.colour"),
            ],
        ),
        (
            {"data": {"draft": {"id": str(UUID(int=7)), "freight": "0.00001"}}},
            [("problem.command.field", "draft.freight")],
        ),
        (
            {"data": {"draft": {"id": str(UUID(int=7)), "freight": "1E+3"}}, "version": 1},
            [],
        ),
        (
            {"data": {"draft": {"id": str(UUID(int=7)), "lines": [LINE | {"quantity": "-1"}]}}},
            [("problem.command.field", "draft.lines[0].quantity")],
        ),
    ],
)
def test_what_does_not_fit_comes_back_as_problems_with_paths(
    sample: SampleDesk, fields: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    before = everything(sample)
    outcome = sample.door.execute_envelope(envelope(sample, **fields), sample.actor("lina"))
    assert sorted(codes(outcome)) == sorted(problems)
    assert outcome.is_refused == bool(problems)
    assert (everything(sample) == before) == bool(problems)


# What is kept, and what is not


def with_handler(desk: SampleDesk, handle: Callable[[Session, Any, Context], Result]) -> Door:
    """Return a door behind which ``discard_draft`` does something else."""
    handler = Handler(DiscardDraft, handle)
    return Door(desk.store, desk.ports, lambda: {**all_handlers(), "discard_draft": handler})


def write_setting(session: Session, context: Context, key: str = "left behind") -> TouchedRow:
    session.execute(insert(Setting), [{"key": key, "value": ""}])
    return TouchedRow("setting", context.op_id, 1)


def test_a_refused_command_writes_its_answer_and_nothing_else(
    sample: SampleDesk, heard: list[Changes]
) -> None:
    def write_then_refuse(session: Session, _data: Any, context: Context) -> Result:
        touched = write_setting(session, context)
        session.add(Setting(key="not even flushed", value=""))
        return Result((touched,), (Problem("problem.seed.not_empty"),))

    door = with_handler(sample, write_then_refuse)
    before = everything(sample, "command_log")
    sent = command(sample, DiscardDraft(order_id=UUID(int=1)))
    outcome = door.execute(sent, sample.actor("lina"))
    assert (outcome.outcome, outcome.touched) == ("refused", ())
    assert everything(sample, "command_log") == before
    (row,) = logged(sample, sent.id)
    assert (row.command, row.v, row.actor_id) == ("discard_draft", 0, sample.actor("lina").person_id)
    assert heard == []


@pytest.mark.parametrize("fault", [KeyError("name"), ValueError("1.23456 does not fit"), RuntimeError("?")])
def test_a_fault_of_a_handler_is_a_bug_and_leaves_nothing(
    sample: SampleDesk, heard: list[Changes], fault: Exception
) -> None:
    def write_then_fail(session: Session, _data: Any, context: Context) -> Result:
        write_setting(session, context)
        raise fault

    before = everything(sample)
    with pytest.raises(Bug) as caught:
        with_handler(sample, write_then_fail).execute(
            command(sample, DiscardDraft(order_id=UUID(int=1))), sample.actor("lina")
        )
    assert caught.value.code == "error.bug.handler"
    assert caught.value.params == {"detail": f"discard_draft: {type(fault).__name__}"}
    assert caught.value.__cause__ is fault
    assert everything(sample) == before
    assert heard == []


def test_a_row_that_the_store_refuses_is_a_bug_and_leaves_nothing(sample: SampleDesk) -> None:
    def write_twice(session: Session, _data: Any, context: Context) -> Result:
        write_setting(session, context)
        return Result((write_setting(session, context),))

    before = everything(sample)
    with pytest.raises(Bug) as caught:
        with_handler(sample, write_twice).execute(
            command(sample, DiscardDraft(order_id=UUID(int=1))), sample.actor("lina")
        )
    assert caught.value.code == "error.bug.integrity"
    assert everything(sample) == before


@pytest.mark.parametrize("lines", [40, 60, 90, 120])
def test_a_full_disk_in_the_middle_leaves_nothing_and_the_same_command_works_later(
    sample_sqlite_url: str, lines: int
) -> None:
    desk = open_sample_desk(sample_sqlite_url)
    draft = desk.draft("C1001", *(("A105", str(n)) for n in range(1, lines)))
    sent = command(desk, SubmitOrder(draft=draft))
    before = everything(desk)
    limit_pages(desk, 3)
    with pytest.raises(EnvironmentProblem) as caught:
        desk.door.execute(sent, desk.actor("lina"))
    assert caught.value.code == "error.store.disk_full"
    assert everything(desk) == before
    limit_pages(desk, 100_000)
    assert desk.door.execute(sent, desk.actor("lina")).outcome == "applied"
    assert clock(desk) == 2
    desk.store.close()


def limit_pages(desk: SampleDesk, more: int) -> None:
    with desk.store.engine.connect() as connection:  # the pool's one connection, or a new one
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + more}")
        connection.rollback()


def test_a_full_disk_while_rows_are_flushed_is_named_as_such(sample_sqlite_url: str) -> None:
    """SQLite has then rolled back by itself, and going back to the savepoint fails on top of it."""
    desk = open_sample_desk(sample_sqlite_url)

    def fill(session: Session, _data: Any, _context: Context) -> Result:
        session.add(Setting(key="large", value="x" * 1_000_000))
        return Result()

    before = everything(desk)
    limit_pages(desk, 3)
    with pytest.raises(EnvironmentProblem) as caught:
        with_handler(desk, fill).execute(
            command(desk, DiscardDraft(order_id=UUID(int=1))), desk.actor("lina")
        )
    assert caught.value.code == "error.store.disk_full"
    assert everything(desk) == before
    assert desk.save(desk.draft("C1001")).outcome == "applied"
    desk.store.close()


def test_a_busy_row_is_waited_for_by_trying_again(sample_pg_url: str) -> None:
    """Two commands that lock each other out: the database ends one, and the door does it again."""
    desks = [open_sample_desk(sample_pg_url, seed) for seed in (31, 32)]
    with desks[0].store.writing() as session, session.begin():
        session.execute(insert(Setting), [{"key": "a", "value": ""}, {"key": "b", "value": ""}])
    barrier = Barrier(2)
    tries: list[str] = []

    def crosswise(order: tuple[str, str]) -> Callable[[Session, Any, Context], Result]:
        def handle(session: Session, _data: Any, context: Context) -> Result:
            tries.append(order[0])
            session.execute(select(Setting).where(Setting.key == order[0]).with_for_update())
            if len(tries) <= 2:
                barrier.wait(timeout=10)  # both hold one, and both want the other's
            session.execute(select(Setting).where(Setting.key == order[1]).with_for_update())
            return Result((TouchedRow("setting", context.op_id, 1),))

        return handle

    def run(desk: SampleDesk, order: tuple[str, str]) -> str:
        sent = command(desk, DiscardDraft(order_id=UUID(int=1)))
        return with_handler(desk, crosswise(order)).execute(sent, desk.actor("lina")).outcome

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(run, desks, (("a", "b"), ("b", "a"))))
    assert outcomes == ["applied", "applied"]
    assert len(tries) >= 3
    for desk in desks:
        desk.store.close()


# Evidence


def test_every_effect_has_one_value_of_the_clock_one_entry_one_text_and_one_answer(
    sample: SampleDesk, heard: list[Changes]
) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    effects = []
    for act in ("save", "refuse", "submit", "refuse"):
        if act == "refuse":
            assert sample.do(DiscardDraft(order_id=UUID(int=9)), "lina").is_refused
            continue
        outcome = sample.save(draft) if act == "save" else sample.submit(draft)
        assert outcome.outcome == "applied"
        effects.append(outcome)
    with sample.store.reading() as connection:
        entries = connection.execute(select(AuditEntry.__table__).order_by(AuditEntry.v)).all()
        texts = connection.scalars(select(AuditText.v).order_by(AuditText.v)).all()
        answers = connection.execute(
            select(CommandLog.v, CommandLog.id).where(CommandLog.v > 0).order_by(CommandLog.v)
        ).all()
        changes = connection.execute(
            select(ChangeLog.v, ChangeLog.seq, ChangeLog.type, ChangeLog.object_id, ChangeLog.revision)
            .where(ChangeLog.v > 1)
            .order_by(ChangeLog.v, ChangeLog.seq)
        ).all()
        refusals = connection.execute(select(func.count()).where(CommandLog.v == 0)).scalar_one()
    assert [entry.v for entry in entries] == list(texts) == [1, 2, 3]
    assert [tuple(row) for row in answers] == [(entry.v, entry.op_id) for entry in entries]
    expected = [
        (v, seq, row.type, row.id, row.revision)
        for v, outcome in enumerate(effects, start=2)
        for seq, row in enumerate(outcome.touched)
    ]
    assert [tuple(row) for row in changes] == expected
    for entry in entries[1:]:
        objects = [(row["type"], row["id"], row["revision"]) for row in json.loads(entry.objects)]
        assert objects == [
            (type_, str(key), revision) for v, _seq, type_, key, revision in expected if v == entry.v
        ]
        assert entry.policy_row.startswith("clerk/")
    assert refusals == 2
    assert [told.version for told in heard] == [2, 3]


def test_what_listeners_hear_is_what_the_outcome_says(sample: SampleDesk, heard: list[Changes]) -> None:
    sent = command(sample, SubmitOrder(draft=sample.draft("C1001", ("A105", "2"))))
    outcome = sample.door.execute(sent, sample.actor("lina"))
    actor_id = sample.actor("lina").person_id
    assert heard == [Changes(version=2, op_id=sent.id, actor_id=actor_id, touched=outcome.touched)]


def test_listeners_hear_only_of_what_is_committed(sample: SampleDesk) -> None:
    seen: list[int] = []
    sample.door.subscribe(lambda _changes: seen.append(clock(sample)))
    sample.save(sample.draft("C1001", ("A105", "2")))
    assert seen == [2]


@pytest.mark.expects_log("a listener failed after command")
def test_a_listener_that_fails_neither_undoes_nor_hides_what_was_done(
    sample: SampleDesk, heard: list[Changes]
) -> None:
    def fail(_changes: Changes) -> None:
        raise RuntimeError("this window is gone")

    later: list[Changes] = []
    sample.door.subscribe(fail)
    sample.door.subscribe(later.append)
    outcome = sample.save(sample.draft("C1001", ("A105", "2")))
    assert outcome.outcome == "applied"
    assert clock(sample) == 2
    assert len(heard) == len(later) == 1


@pytest.fixture
def read_only(sample_url: str) -> Iterator[SampleDesk]:
    from orderdesk.services.registry import open_door
    from orderdesk.services.store import open_store

    whole = open_sample_desk(sample_url)
    whole.store.close()
    store = open_store(sample_url, mode="read")
    yield SampleDesk(store, whole.ports, whole.clock, open_door(store, whole.ports))
    store.close()


def test_a_store_that_is_only_read_takes_no_command(read_only: SampleDesk) -> None:
    before = everything(read_only)
    with pytest.raises(EnvironmentProblem) as caught:
        read_only.save(read_only.draft("C1001", ("A105", "2")))
    assert caught.value.code == "error.store.opened_for_reading"
    assert everything(read_only) == before


def test_a_field_that_a_later_program_adds_with_a_default_leaves_the_request_as_it_was() -> None:
    class Earlier(CommandData):
        name = "an_example"
        code: str

    class Later(CommandData):
        name = "an_example"
        code: str
        note: str = ""

    key = UUID("018f0000-0000-7000-8000-000000000001")
    earlier = request_digest(Command(id=key, data=Earlier(code="A")))
    assert request_digest(Command(id=key, data=Later(code="A"))) == earlier
    assert request_digest(Command(id=key, data=Later(code="A", note="x"))) != earlier
