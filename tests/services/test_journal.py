"""The typing journal: durable, torn lines passed over, nothing of the store needed."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from orderdesk.errors import EnvironmentProblem
from orderdesk.services.journal import Journal, Journalled, Waiting
from orderdesk.wire.drafts import LineDraft, OrderDraft

ORDER = UUID("018f0000-0000-7000-8000-000000000001")
OTHER = UUID("018f0000-0000-7000-8000-000000000002")
LINE = UUID("018f0000-0000-7000-8000-000000000003")
AT = datetime(2026, 3, 10, 2, 42, 7, 123456, tzinfo=UTC)


def entry(quantity: str, order: UUID = ORDER, at: datetime = AT) -> Journalled:
    draft = OrderDraft(id=order, lines=(LineDraft(id=LINE, typed_code="A105", quantity=Decimal(quantity)),))
    return Journalled(draft=draft, at=at, row=0, column="quantity", base_revision=2)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "drafts")


def test_an_empty_journal_restores_nothing(journal: Journal) -> None:
    assert journal.read_all() == ()


def test_the_newest_entry_of_each_order_comes_back_whole(journal: Journal) -> None:
    journal.append(entry("1"))
    journal.append(entry("12"))
    journal.append(entry("7", OTHER, AT - timedelta(minutes=1)))
    assert journal.read_all() == (entry("7", OTHER, AT - timedelta(minutes=1)), entry("12"))


def test_on_a_slow_disk_only_the_newest_waits_and_what_is_typed_after_a_removal_stays(
    journal: Journal, tmp_path: Path
) -> None:
    waiting = Waiting(journal)
    turns = [waiting.append(entry(quantity)) for quantity in ("1", "12", "123")]
    turns[0]()
    written = (tmp_path / "drafts" / f"{ORDER}.jsonl").read_bytes()
    assert (journal.read_all(), written.count(b"\n")) == ((entry("123"),), 1)
    turns += [waiting.append(entry("7")), waiting.forget(ORDER), waiting.append(entry("8"))]
    for turn in turns[1:-1]:
        turn()
    assert journal.read_all() == ()
    turns[-1]()
    assert journal.read_all() == (entry("8"),)


def test_a_torn_last_line_costs_only_itself(journal: Journal, tmp_path: Path) -> None:
    journal.append(entry("1"))
    journal.append(entry("12"))
    file = tmp_path / "drafts" / f"{ORDER}.jsonl"
    whole = file.read_bytes()
    for cut in range(1, len(whole) // 2 - 1):
        file.write_bytes(whole[:-cut])
        assert journal.read_all()[0].draft.lines[0].quantity in {Decimal(1), Decimal(12)}


def test_typing_goes_on_after_a_torn_line(journal: Journal, tmp_path: Path) -> None:
    journal.append(entry("1"))
    file = tmp_path / "drafts" / f"{ORDER}.jsonl"
    file.write_bytes(file.read_bytes() + b'0000 {"half')
    journal.append(entry("12"))
    assert journal.read_all() == (entry("12"),)


@pytest.mark.expects_log("holds no whole entry")
def test_a_flipped_byte_is_never_taken_for_a_draft(journal: Journal, tmp_path: Path) -> None:
    journal.append(entry("1"))
    file = tmp_path / "drafts" / f"{ORDER}.jsonl"
    whole = bytearray(file.read_bytes())
    for place in range(0, len(whole) - 1, 7):
        flipped = bytearray(whole)
        flipped[place] ^= 0x01
        file.write_bytes(flipped)
        assert journal.read_all() in ((), (entry("1"),))


def test_a_long_journal_is_started_anew_and_keeps_the_newest(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orderdesk.services.journal._COMPACT_BYTES", 2_000)
    for quantity in range(1, 40):
        journal.append(entry(str(quantity)))
    assert (tmp_path / "drafts" / f"{ORDER}.jsonl").stat().st_size < 4_000
    assert journal.read_all() == (entry("39"),)


def test_a_forgotten_order_is_gone(journal: Journal) -> None:
    journal.append(entry("1"))
    journal.forget(ORDER)
    journal.forget(ORDER)
    assert journal.read_all() == ()


def test_a_disk_that_refuses_is_an_environment_problem(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be")
    with pytest.raises(EnvironmentProblem) as caught:
        Journal(tmp_path / "drafts").append(entry("1"))
    assert caught.value.code == "error.journal.not_written"


def test_a_journal_of_an_earlier_program_has_nothing_half_typed(journal: Journal, tmp_path: Path) -> None:
    journal.append(entry("1"))
    [file] = (tmp_path / "drafts").glob("*.jsonl")
    body = json.loads(file.read_text(encoding="utf-8").partition(" ")[2])
    assert body.pop("typed") == ""
    assert body.pop("beside") == {}
    text = json.dumps(body)
    file.write_bytes(f"{zlib.crc32(text.encode()):08x} {text}\n".encode())
    assert journal.read_all() == (entry("1"),)


def test_what_is_half_typed_comes_back(journal: Journal) -> None:
    typed = replace(
        entry("1"), typed="12*", beside=(("box.po_number", "PO-\u7532"), ("focus", "entry.po_number"))
    )
    journal.append(typed)
    assert journal.read_all() == (typed,)


@pytest.mark.parametrize("kept", [None, 7, "x", ["a"]])
def test_an_order_comes_back_where_what_was_typed_beside_it_cannot_be_read(
    journal: Journal, tmp_path: Path, kept: object
) -> None:
    journal.append(entry("1"))
    [file] = (tmp_path / "drafts").glob("*.jsonl")
    body = json.loads(file.read_text(encoding="utf-8").partition(" ")[2])
    text = json.dumps({**body, "beside": kept})
    file.write_bytes(f"{zlib.crc32(text.encode()):08x} {text}\n".encode())
    assert journal.read_all() == (entry("1"),)
