"""The audit trail: whatever was done to it is found, and where."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, insert, select, text, update

from orderdesk.models import AuditEntry, AuditText, StoreClock
from orderdesk.services.audit import Entry, append_entry, entry_hash, verify_audit
from orderdesk.wire.commands import DiscardDraft
from tests.support.desk import SampleDesk, open_sample_desk

ENTRIES = 6  # the seed, then a draft saved five times
CHANGED = 4  # the entry that somebody lays hands on


def fill(desk: SampleDesk) -> None:
    draft = desk.draft("C1001", ("A105", "2"))
    for _ in range(ENTRIES - 1):
        assert desk.save(draft).outcome == "applied"


def faults(desk: SampleDesk) -> list[tuple[int, str]]:
    with desk.store.reading() as connection:
        return [(fault.v, fault.code.removeprefix("check.audit.")) for fault in verify_audit(connection)]


@pytest.fixture
def trail(sample: SampleDesk) -> SampleDesk:
    """A store with a few entries."""
    fill(sample)
    assert faults(sample) == []
    return sample


def change(desk: SampleDesk, *statements: Any) -> None:
    """Change the trail as somebody with the database's password would."""
    with desk.store.writing() as session, session.begin():
        for statement in statements:
            session.execute(statement)


def at(v: int) -> Any:
    return AuditEntry.v == v


def value_of(desk: SampleDesk, column: Any, v: int = CHANGED) -> Any:
    with desk.store.reading() as connection:
        return connection.execute(select(column).where(column.class_.v == v)).scalar_one()


def other(value: Any) -> Any:
    """Return the least different value of the same kind."""
    if isinstance(value, str):
        return ("0" if value[0] != "0" else "1") + value[1:] if value else " "
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, UUID):
        return UUID(int=value.int ^ 1)
    if isinstance(value, int):
        return value + 1
    return value + timedelta(microseconds=1)


COLUMNS = [column.key for column in AuditEntry.__table__.columns if column.key != "v"]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_changed_column_is_found_at_its_entry(trail: SampleDesk, name: str) -> None:
    column = getattr(AuditEntry, name)
    change(trail, update(AuditEntry).where(at(CHANGED)).values({name: other(value_of(trail, column))}))
    found = faults(trail)
    assert found[0] == (CHANGED, "link_broken" if name == "previous" else "entry_changed")
    assert (CHANGED, "entry_changed") in found
    # Only where the hash itself was changed does the next entry no longer fit to it.
    assert [v for v, _code in found if v != CHANGED] == ([CHANGED + 1] if name == "hash" else [])


def test_every_byte_of_an_entrys_texts_counts(sample_sqlite_url: str) -> None:
    desk = open_sample_desk(sample_sqlite_url)
    fill(desk)
    for name in ("objects", "command", "policy_row", "previous", "body_hash", "hash"):
        before = value_of(desk, getattr(AuditEntry, name))
        for place in range(0, len(before), max(1, len(before) // 12)):
            changed = before[:place] + chr(ord(before[place]) ^ 1) + before[place + 1 :]
            change(desk, update(AuditEntry).where(at(CHANGED)).values({name: changed}))
            assert faults(desk)[0][0] == CHANGED, (name, place)
        change(desk, update(AuditEntry).where(at(CHANGED)).values({name: before}))
    assert faults(desk) == []
    desk.store.close()


@pytest.mark.parametrize("name", ["text", "salt"])
def test_changed_words_are_found_at_their_entry(trail: SampleDesk, name: str) -> None:
    value = other(value_of(trail, getattr(AuditText, name)))
    change(trail, update(AuditText).where(AuditText.v == CHANGED).values({name: value}))
    assert faults(trail) == [(CHANGED, "text_changed")]


def test_words_may_be_erased_by_law_and_the_chain_holds(trail: SampleDesk) -> None:
    change(trail, delete(AuditText).where(AuditText.v == CHANGED))
    assert faults(trail) == []


def test_words_without_an_entry_are_found(trail: SampleDesk) -> None:
    change(trail, insert(AuditText).values(v=99, salt=b"0" * 16, text="{}"))
    assert faults(trail) == [(99, "text_without_entry")]


def test_a_dropped_entry_is_found_where_it_was(trail: SampleDesk) -> None:
    change(trail, delete(AuditEntry).where(at(CHANGED)))
    assert faults(trail) == [
        (CHANGED, "entries_missing"),
        (CHANGED + 1, "link_broken"),
        (CHANGED, "text_without_entry"),
    ]


def test_the_first_entry_dropped_is_found(trail: SampleDesk) -> None:
    change(trail, delete(AuditEntry).where(at(1)), delete(AuditText).where(AuditText.v == 1))
    assert faults(trail) == [(1, "entries_missing"), (2, "link_broken")]


@pytest.mark.parametrize("kept", [0, 1, ENTRIES - 1])
def test_a_trail_cut_short_is_found_where_it_ends(trail: SampleDesk, kept: int) -> None:
    change(trail, delete(AuditEntry).where(AuditEntry.v > kept), delete(AuditText).where(AuditText.v > kept))
    assert faults(trail) == [(kept + 1, "entries_missing")]


def copied(desk: SampleDesk, source: int) -> dict[str, Any]:
    with desk.store.reading() as connection:
        row = connection.execute(select(AuditEntry.__table__).where(at(source))).one()
    return dict(row._mapping)


def test_an_entry_put_at_the_end_is_found(trail: SampleDesk) -> None:
    made_up = copied(trail, ENTRIES) | {"v": ENTRIES + 1, "op_id": UUID(int=1)}
    change(trail, insert(AuditEntry).values(made_up))
    assert faults(trail)[-1] == (ENTRIES + 1, "entries_missing")
    assert (ENTRIES + 1, "link_broken") in faults(trail)


def test_an_entry_put_in_between_is_found(trail: SampleDesk) -> None:
    """Those after it are moved on by one, as somebody would who hides a gap."""
    statements = [update(AuditEntry).where(at(v)).values(v=v + 1) for v in range(ENTRIES, CHANGED - 1, -1)]
    texts = [
        update(AuditText).where(AuditText.v == v).values(v=v + 1) for v in range(ENTRIES, CHANGED - 1, -1)
    ]
    made_up = copied(trail, CHANGED - 1) | {"v": CHANGED, "op_id": UUID(int=1)}
    change(trail, *statements, *texts, insert(AuditEntry).values(made_up))
    assert faults(trail)[0][0] == CHANGED


def test_two_entries_that_changed_places_are_found(trail: SampleDesk) -> None:
    one, two = CHANGED, CHANGED + 1
    change(
        trail,
        update(AuditEntry).where(at(one)).values(v=1000),
        update(AuditEntry).where(at(two)).values(v=one),
        update(AuditEntry).where(at(1000)).values(v=two),
    )
    assert faults(trail)[0] == (one, "link_broken")


@pytest.mark.parametrize("name", ["audit_head", "v"])
def test_a_changed_head_is_found_at_the_end(trail: SampleDesk, name: str) -> None:
    with trail.store.reading() as connection:
        value = connection.execute(select(getattr(StoreClock, name))).scalar_one()
    change(trail, update(StoreClock).values({name: other(value)}))
    expected = (ENTRIES, "head_differs") if name == "audit_head" else (ENTRIES + 1, "entries_missing")
    assert faults(trail) == [expected]


def test_rewriting_an_entry_with_a_right_hash_breaks_the_next_link(trail: SampleDesk) -> None:
    """Whoever knows the form can make a single entry sound again, but not the ones after it."""
    forged = copied(trail, CHANGED) | {"command": "nothing_at_all"}
    forged["hash"] = entry_hash(forged)
    change(trail, update(AuditEntry).where(at(CHANGED)).values(forged))
    assert faults(trail) == [(CHANGED + 1, "link_broken")]


@pytest.mark.parametrize(
    "damage",
    [
        "op_id = x'00'",
        "at = 'yesterday'",
        "at = 9223372036854775807",
        "objects = CAST(x'ff' AS TEXT)",
        "actor_id = 'nobody'",
    ],
)
def test_an_entry_that_cannot_even_be_read_is_found_and_the_others_are_still_checked(
    sample_sqlite_url: str, damage: str
) -> None:
    desk = open_sample_desk(sample_sqlite_url)
    fill(desk)
    change(
        desk,
        text(f"UPDATE audit_entry SET {damage} WHERE v = 2"),
        update(AuditEntry).where(at(5)).values(device="elsewhere"),
    )
    assert faults(desk) == [(2, "entry_unreadable"), (5, "entry_changed")]
    desk.store.close()


def test_a_refused_command_leaves_no_entry(trail: SampleDesk) -> None:
    assert trail.do(DiscardDraft(order_id=UUID(int=1)), "lina").is_refused
    assert faults(trail) == []
    with trail.store.reading() as connection:
        assert connection.execute(select(StoreClock.v)).scalar_one() == ENTRIES


@pytest.fixture(scope="module")
def long_trail(
    tmp_path_factory: pytest.TempPathFactory, sample_sqlite_template: Path
) -> Iterator[SampleDesk]:
    """A store whose trail is longer than one page of the verifier."""
    path = tmp_path_factory.mktemp("audit") / "store.sqlite"
    shutil.copyfile(sample_sqlite_template, path)
    desk = open_sample_desk(f"sqlite:///{path}")
    with desk.store.writing() as session, session.begin():
        head = session.execute(select(StoreClock.audit_head)).scalar_one()
        for v in range(2, 2502):
            entry = Entry(v, UUID(int=v), "save_draft", desk.clock.now(), UUID(int=7), "desk", "a/b/c", ())
            head = append_entry(session, entry, head, '{"draft":{"note":"text"}}', b"0" * 16)
        session.execute(update(StoreClock).values(v=2501, audit_head=head))
    yield desk
    desk.store.close()


def test_a_long_trail_is_verified_page_by_page(long_trail: SampleDesk) -> None:
    assert faults(long_trail) == []


@pytest.mark.parametrize("v", [1, 1000, 1001, 2000, 2500, 2501])
def test_pages_have_no_blind_edges(long_trail: SampleDesk, v: int) -> None:
    device = value_of(long_trail, AuditEntry.device, v)
    change(long_trail, update(AuditEntry).where(at(v)).values(device="elsewhere"))
    assert faults(long_trail) == [(v, "entry_changed")]
    change(long_trail, update(AuditEntry).where(at(v)).values(device=device))
