"""Files on orders: kept byte for byte by their hash, in pieces, and gone only when nothing shows them."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select, update

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.models import Attachment, FileContent, FileContentPiece, FilePiece
from orderdesk.rules.files import MAX_BYTES
from orderdesk.services import file_store
from orderdesk.services.check import check_store
from orderdesk.services.file_store import PIECE_BYTES, read_content, store_content, sweep
from orderdesk.services.jobs import run_due
from orderdesk.services.reading.files import FileRow, file_body, file_count, order_files
from orderdesk.wire.commands import AttachFile, DiscardDraft, RemoveFile, RestoreFile
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import NOW, SampleDesk

PNG = b"\x89PNG\r\n\x1a\n" + b"picture"
DAY = timedelta(days=1)


def saved(sample: SampleDesk) -> UUID:
    draft = sample.draft("C1001", ("A105", "2"))
    assert not sample.save(draft).is_refused
    return draft.id


def attach(sample: SampleDesk, order_id: UUID, body: bytes = PNG, name: str = "fax.png") -> UUID:
    """Put a file on an order as the desk does: first the bytes, then the command."""
    stored = store_content(sample.store, body, sample.clock.now())
    key = sample.ports.ids.new()
    data = AttachFile(attachment_id=key, order_id=order_id, file_name=name, sha256=stored.sha256)
    outcome = sample.do(data, "lina")
    assert not outcome.is_refused, outcome.problems
    assert [(one.type, one.id, one.revision) for one in outcome.touched] == [("attachment", key, 1)]
    return key


def shown(sample: SampleDesk, order_id: UUID) -> tuple[FileRow, ...]:
    with sample.store.reading() as connection:
        assert file_count(connection, order_id) == len(order_files(connection, order_id))
        return order_files(connection, order_id)


def body_of(sample: SampleDesk, attachment_id: UUID) -> bytes:
    with sample.store.reading() as connection:
        return file_body(connection, attachment_id).body


def pieces(sample: SampleDesk) -> int:
    with sample.store.reading() as connection:
        return connection.execute(select(func.count()).select_from(FilePiece)).scalar_one()


def codes(outcome: Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


# kept


@pytest.mark.parametrize("size", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES + 5])
def test_a_file_comes_back_byte_for_byte(sample: SampleDesk, size: int) -> None:
    body = hashlib.sha256(str(size).encode()).digest() * (size // 32 + 1)
    order_id = saved(sample)
    key = attach(sample, order_id, body[:size], "scan.bin")
    assert body_of(sample, key) == body[:size]
    assert [(row.name, row.size) for row in shown(sample, order_id)] == [("scan.bin", size)]
    assert check_store(sample.store).findings == ()


def test_the_list_says_who_when_how_large_and_what_kind(sample: SampleDesk) -> None:
    order_id = saved(sample)
    attach(sample, order_id)
    sample.clock.advance(timedelta(minutes=1))
    attach(sample, order_id, b"%PDF-1.7", "../../PO-7.pdf")
    newest, picture = shown(sample, order_id)
    assert (newest.name, newest.media, newest.is_picture) == ("PO-7.pdf", "application/pdf", False)
    assert (picture.size, picture.media, picture.is_picture) == (len(PNG), "image/png", True)
    assert (picture.added_by_en, picture.added_at) == ("Li Na", NOW)


def test_the_same_bytes_are_kept_once(sample: SampleDesk) -> None:
    body = b"x" * (2 * PIECE_BYTES)  # two pieces of the same bytes are one piece
    first, second = saved(sample), saved(sample)
    attach(sample, first, body, "a")
    attach(sample, second, body, "b")
    assert pieces(sample) == 1
    assert [row.name for row in (*shown(sample, first), *shown(sample, second))] == ["a", "b"]


def test_what_a_desk_began_and_did_not_end_goes_on_where_it_was(
    sample: SampleDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = b"".join(bytes([at]) * PIECE_BYTES for at in range(3))
    join = file_store._join

    def cut(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(file_store, "_join", cut)
    with pytest.raises(KeyboardInterrupt):
        store_content(sample.store, body, NOW)
    assert pieces(sample) == 3
    name = hashlib.sha256(body).hexdigest()
    with sample.store.reading() as connection, pytest.raises(EnvironmentProblem) as caught:
        read_content(connection, name)
    assert caught.value.code == "error.file.not_here"
    order_id = saved(sample)
    data = AttachFile(attachment_id=sample.ports.ids.new(), order_id=order_id, file_name="a", sha256=name)
    assert codes(sample.do(data, "lina")) == ["problem.file.not_here"]
    monkeypatch.setattr(file_store, "_join", join)
    assert store_content(sample.store, body, NOW).sha256 == name
    assert not sample.do(data.model_copy(update={"attachment_id": sample.ports.ids.new()}), "lina").is_refused


def test_more_than_the_limit_is_never_kept(sample: SampleDesk) -> None:
    with pytest.raises(UserError) as caught:
        store_content(sample.store, b"x" * (MAX_BYTES + 1), NOW)
    assert caught.value.code == "files.too_large"
    assert pieces(sample) == 0


def test_a_link_is_kept_as_what_it_says(sample: SampleDesk) -> None:
    order_id = saved(sample)
    data = AttachFile(
        attachment_id=sample.ports.ids.new(), order_id=order_id, file_name="film.mp4", size=99_000_000,
        link="//server/films/film.mp4",
    )  # fmt: skip
    assert not sample.do(data, "lina").is_refused
    [row] = shown(sample, order_id)
    assert (row.link, row.size, row.media) == ("//server/films/film.mp4", 99_000_000, "")
    assert check_store(sample.store).findings == ()


def test_files_stay_with_the_order_in_every_state(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    sample.save(draft)
    attach(sample, draft.id, name="before")
    assert not sample.submit(draft).is_refused
    sample.clock.advance(timedelta(minutes=1))
    attach(sample, draft.id, name="after")
    assert [row.name for row in shown(sample, draft.id)] == ["after", "before"]


def test_a_discarded_draft_keeps_its_files(sample: SampleDesk) -> None:
    order_id = saved(sample)
    attach(sample, order_id)
    assert not sample.do(DiscardDraft(order_id=order_id), "lina", 1).is_refused
    assert len(shown(sample, order_id)) == 1


# refused


def test_what_cannot_be_attached_is_said(sample: SampleDesk) -> None:
    order_id, new = saved(sample), sample.ports.ids.new
    stored = store_content(sample.store, PNG, NOW)

    def tried(**fields: object) -> list[str]:
        given = {"attachment_id": new(), "order_id": order_id, "file_name": "a", "sha256": stored.sha256}
        return codes(sample.do(AttachFile.model_validate({**given, **fields}), "lina"))

    assert tried(order_id=new()) == ["problem.order.unknown"]
    assert tried(file_name="///") == ["problem.file.name"]
    assert tried(sha256=None) == ["problem.file.nothing"]
    assert tried(link="x") == ["problem.file.nothing"]  # both are one too many
    assert tried(sha256="0" * 64) == ["problem.file.not_here"]
    key = attach(sample, order_id)
    assert tried(attachment_id=key) == ["problem.file.id"]


def test_an_order_holds_so_many_files_and_no_more(
    sample: SampleDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orderdesk.services.attaching.MOST_FILES", 2)
    order_id = saved(sample)
    for name in ("a", "b"):
        attach(sample, order_id, name=name)
    stored = store_content(sample.store, PNG, NOW)
    data = AttachFile(
        attachment_id=sample.ports.ids.new(), order_id=order_id, file_name="c", sha256=stored.sha256
    )
    assert codes(sample.do(data, "lina")) == ["problem.file.too_many"]


def test_the_warehouse_puts_no_files_on_orders(sample: SampleDesk) -> None:
    order_id = saved(sample)
    key = attach(sample, order_id)
    assert codes(sample.do(RemoveFile(attachment_id=key), "zhaoqiang")) == ["problem.policy.denied"]


# removed, restored, swept


def test_a_removed_file_can_be_put_back_and_both_are_in_the_trail(sample: SampleDesk) -> None:
    order_id = saved(sample)
    key = attach(sample, order_id)
    assert sample.do(RemoveFile(attachment_id=key), "lina").touched[0].revision == 2
    assert shown(sample, order_id) == ()
    assert codes(sample.do(RemoveFile(attachment_id=key), "wangfang")) == ["problem.file.gone"]
    assert sample.do(RestoreFile(attachment_id=key), "wangfang").touched[0].revision == 3
    assert codes(sample.do(RestoreFile(attachment_id=key), "lina")) == ["problem.file.gone"]
    assert [row.name for row in shown(sample, order_id)] == ["fax.png"]
    assert body_of(sample, key) == PNG
    assert check_store(sample.store).findings == ()


def test_what_nothing_has_shown_for_a_week_is_swept_and_nothing_else(sample: SampleDesk) -> None:
    order_id = saved(sample)
    kept, gone = attach(sample, order_id, b"kept"), attach(sample, order_id, b"removed")
    store_content(sample.store, b"never shown", NOW)
    sample.do(RemoveFile(attachment_id=gone), "lina")
    assert sweep(sample.store, NOW + 7 * DAY) == 0
    assert pieces(sample) == 3
    later = NOW + 7 * DAY + timedelta(seconds=1)
    assert sweep(sample.store, later) == 2
    assert pieces(sample) == 1
    assert body_of(sample, kept) == b"kept"
    sample.clock.advance(later - NOW)
    assert codes(sample.do(RestoreFile(attachment_id=gone), "lina")) == ["problem.file.not_here"]
    assert check_store(sample.store).findings == ()
    again = attach(sample, order_id, b"removed")  # the same bytes come again
    assert body_of(sample, again) == b"removed"
    assert sample.do(RestoreFile(attachment_id=gone), "lina").outcome == "applied"


def test_a_file_that_another_order_shows_stays(sample: SampleDesk) -> None:
    one, other = saved(sample), saved(sample)
    key, kept = attach(sample, one), attach(sample, other)
    sample.do(RemoveFile(attachment_id=key), "lina")
    assert sweep(sample.store, NOW + 30 * DAY) == 0
    assert body_of(sample, kept) == PNG


def test_bytes_that_come_again_stay_another_week(sample: SampleDesk) -> None:
    store_content(sample.store, PNG, NOW)
    store_content(sample.store, PNG, NOW + 6 * DAY)
    assert sweep(sample.store, NOW + 12 * DAY) == 0
    assert sweep(sample.store, NOW + 14 * DAY) == 1


def test_the_sweep_is_a_job_of_every_night(sample: SampleDesk) -> None:
    store_content(sample.store, PNG, NOW)
    sample.clock.advance(9 * DAY)
    ran = run_due(sample.store, sample.door, sample.ports, "test")
    assert [one.key.partition(":")[0] for one in ran if one.is_done] == ["verify_audit", "sweep_files"]
    assert pieces(sample) == 0


# damage


def test_a_changed_byte_is_found_when_the_file_is_read_and_by_check(sample: SampleDesk) -> None:
    order_id = saved(sample)
    key = attach(sample, order_id)
    with sample.store.writing() as session:
        session.execute(update(FilePiece).values(body=b"\x89PNG\r\n\x1a\n" + b"pictura"))
        session.commit()
    with pytest.raises(EnvironmentProblem) as caught:
        body_of(sample, key)
    assert caught.value.code == "error.file.damaged"
    assert [finding.code for finding in check_store(sample.store).findings] == ["check.file.damaged"]


def test_a_lost_piece_and_a_lost_content_are_found(sample: SampleDesk) -> None:
    order_id = saved(sample)
    attach(sample, order_id, b"a" * PIECE_BYTES + b"b")
    with sample.store.writing() as session:
        session.execute(delete(FileContentPiece).where(FileContentPiece.position == 1))
        session.commit()
    assert [finding.code for finding in check_store(sample.store).findings] == ["check.file.damaged"]
    with sample.store.writing() as session:
        session.execute(update(FileContent).values(is_whole=False))
        session.commit()
    assert [finding.code for finding in check_store(sample.store).findings] == ["check.file.missing"]


def test_a_file_that_was_slipped_onto_an_order_is_found(sample: SampleDesk) -> None:
    order_id = saved(sample)
    attach(sample, order_id)
    with sample.store.writing() as session:
        session.execute(update(Attachment).values(name="other.png"))
        session.commit()
    assert [finding.code for finding in check_store(sample.store).findings] == ["check.content.changed"]
