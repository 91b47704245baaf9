"""Each thing that can be wrong with a store is found, and a store that was worked in is clean."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from orderdesk import words
from orderdesk.errors import EnvironmentProblem
from orderdesk.intake.sample import sample_id
from orderdesk.models import ApprovalTask, Delivery, DeliveryLine
from orderdesk.services.check import check_store
from orderdesk.services.store import open_store
from orderdesk.wire.commands import DecideTask, PickDelivery, PickedLine, PutItem, ShipDelivery
from orderdesk.wire.records import ItemRecord
from tests.services.test_history import record
from tests.support.databases import chosen_databases, sqlite_url_of
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.desk import found as found_company
from tests.support.postgres import PostgresServer


def found(sample: SampleDesk) -> list[str]:
    """Return the codes of all findings."""
    findings = check_store(sample.store).findings
    for finding in findings:
        for language in words.LANGUAGES:
            sentence = words.problem_text(finding, language)
            assert "‹" not in sentence, sentence
            assert "?" not in sentence, sentence
    return [finding.code.removeprefix("check.") for finding in findings]


def tamper(sample: SampleDesk, statement: str) -> None:
    """Change rows past the door."""
    with sample.store.engine.begin() as connection:
        assert connection.execute(text(statement)).rowcount > 0


def rows(sample: SampleDesk, statement: str) -> list[Any]:
    with sample.store.reading() as connection:
        return list(connection.execute(text(statement)))


def ship_part(sample: SampleDesk) -> None:
    """Submit an order that goes straight through, pick a part of it and ship that."""
    draft = sample.draft("C1001", ("A105", "2"), ("B211", "6"), requested="2026-03-12")
    assert sample.submit(draft).outcome == "applied"
    with sample.store.reading() as connection:
        delivery = connection.scalar(select(Delivery.id))
        lines = connection.execute(select(DeliveryLine.id).order_by(DeliveryLine.position)).all()
    assert delivery is not None
    picked = (
        PickedLine(delivery_line_id=lines[0].id, picked=Decimal(2)),
        PickedLine(delivery_line_id=lines[1].id, picked=Decimal(4), short_reason="missing"),
    )
    assert not sample.do(PickDelivery(delivery_id=delivery, lines=picked), "zhaoqiang").is_refused
    assert not sample.do(ShipDelivery(delivery_id=delivery), "zhaoqiang").is_refused


def approve(sample: SampleDesk) -> None:
    """Submit an order that a manager and finance must approve, and let them."""
    draft = sample.draft("C2002", ("A115", "8"), requested="2026-03-12")
    lines = tuple(line.model_copy(update={"discount": Decimal("0.05")}) for line in draft.lines)
    assert (
        sample.submit(sample.with_seen_prices(draft.model_copy(update={"lines": lines}))).outcome == "applied"
    )
    for person in ("zhangwei", "chenjing"):
        with sample.store.reading() as connection:
            task = connection.execute(
                select(ApprovalTask.id, ApprovalTask.material_sha256).where(ApprovalTask.state == "active")
            ).one()
        data = DecideTask(task_id=task.id, decision="approve", material=task.material_sha256)
        assert sample.do(data, person).outcome == "applied"


def work(url: str) -> None:
    """Fill a new store: orders are approved, shipped in part and taken in, and an item is changed."""
    found_company(url)
    desk = open_sample_desk(url)
    ship_part(desk)
    approve(desk)
    assert record(desk).outcome == "applied"
    item = ItemRecord(
        id=sample_id("item", "H830"), code="H830", name="激光刻字", unit="次", tax_rate=Decimal("0.06")
    )
    assert desk.do(PutItem(record=item), "zhoumin", base_revision=1).outcome == "applied"
    desk.store.close()


@pytest.fixture(scope="session")
def worked_sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file in which people have worked, to be copied."""
    path = tmp_path_factory.mktemp("worked") / "worked.sqlite"
    work(sqlite_url_of(path))
    return path


@pytest.fixture(params=chosen_databases())
def worked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SampleDesk]:
    """A store of each database in which people have worked."""
    if request.param == "sqlite":
        path = tmp_path / "worked.sqlite"
        shutil.copyfile(request.getfixturevalue("worked_sqlite_template"), path)
        desk = open_sample_desk(sqlite_url_of(path))
        yield desk
        desk.store.close()
        return
    server: PostgresServer = request.getfixturevalue("pg_server")
    url = server.create_database(server.template("orderdesk_worked", work))
    desk = open_sample_desk(url)
    yield desk
    desk.store.close()
    server.drop_database(url)


def test_a_store_that_was_worked_in_is_clean(worked: SampleDesk) -> None:
    assert found(worked) == []


@pytest.mark.parametrize(
    "column", ["command", "device", "policy_row", "objects", "body_hash", "previous", "hash"]
)
def test_one_changed_byte_in_the_audit_trail_is_found(worked: SampleDesk, column: str) -> None:
    before = rows(worked, f"SELECT {column} FROM audit_entry WHERE v = 2")[0][0]
    changed = ("b" if before[0] != "b" else "c") + before[1:]
    with worked.store.engine.begin() as connection:
        connection.execute(
            text(f"UPDATE audit_entry SET {column} = :changed WHERE v = 2"), {"changed": changed}
        )
    assert "audit.entry_changed" in found(worked)


def test_a_moved_instant_in_the_audit_trail_is_found(worked: SampleDesk) -> None:
    tamper(worked, "UPDATE audit_entry SET at = at + 1 WHERE v = 2")
    assert found(worked) == ["audit.entry_changed", "command.answer_differs", "content.draft"]


def test_changed_words_of_an_entry_are_found(worked: SampleDesk) -> None:
    tamper(worked, "UPDATE audit_text SET text = replace(text, '1', '2') WHERE v = 2")
    assert found(worked) == ["audit.text_changed"]


def test_words_that_were_erased_by_law_leave_the_trail_sound(worked: SampleDesk) -> None:
    tamper(worked, "DELETE FROM audit_text WHERE v = 2")
    assert found(worked) == []


def test_words_of_the_seed_that_were_erased_leave_its_rows_unquestioned(worked: SampleDesk) -> None:
    tamper(worked, "DELETE FROM audit_text WHERE v = 1")
    assert found(worked) == []


def test_a_cut_tail_of_the_trail_is_found(worked: SampleDesk) -> None:
    last = rows(worked, "SELECT max(v) FROM audit_entry")[0][0]
    tamper(worked, f"DELETE FROM audit_entry WHERE v = {last}")
    missing = {"audit.entries_missing", "changes.without_entry", "command.effect_without_entry"}
    assert missing <= set(found(worked))


def test_a_trail_cut_with_its_clock_set_back_is_found(worked: SampleDesk) -> None:
    last = rows(worked, "SELECT max(v) FROM audit_entry")[0][0]
    tamper(worked, f"DELETE FROM audit_entry WHERE v = {last}")
    tamper(worked, f"UPDATE store_clock SET v = {last - 1}")
    assert "audit.head_differs" in found(worked)


@pytest.mark.parametrize(
    ("statement", "findings"),
    [
        ("UPDATE item SET name = 'x' WHERE code = 'A105'", ["content.changed"]),
        ("UPDATE item_unit SET factor = factor + 1 WHERE unit = '卷'", ["content.changed"] * 2),
        ("UPDATE customer SET credit_limit = 0 WHERE code = 'C1001'", ["content.changed"]),
        ("UPDATE price SET price = 1 WHERE price = 8800000", ["content.changed"]),
        ("UPDATE person SET roles = 'manager' WHERE code = 'lina'", ["content.changed"]),
        ("UPDATE sales_order SET note = 'x' WHERE source = ''", ["content.changed"] * 2),
        ("UPDATE rule_table SET body = '{}' WHERE book = 'approval'", ["content.rules"]),
        ("UPDATE approval_task SET reason = 'x' WHERE step = 1", ["content.changed"]),
        ("UPDATE approval_task SET material = '{}' WHERE step = 1", ["content.changed", "content.material"]),
        ("UPDATE delivery_line SET short_reason = '' WHERE short_reason <> ''", ["content.changed"]),
        (
            "UPDATE order_line SET tax_rate = 60000 WHERE code = 'A105' AND gift = false",
            ["content.changed", "order.receipt"],
        ),
        ("DELETE FROM command_log WHERE v = 2", ["command.entry_without_outcome"]),
        ("UPDATE command_log SET at = at + 1 WHERE v = 2", ["command.answer_differs"]),
        ("UPDATE command_log SET outcome = '{\"id\": 1' WHERE v = 2", ["command.answer_differs"]),
        ("UPDATE change_log SET revision = revision + 1 WHERE v = 1 AND seq = 0", ["changes.differ"]),
        ("DELETE FROM change_log WHERE v = 1 AND seq = 1", ["changes.differ"]),
        (
            "UPDATE stock_movement SET quantity = quantity + 1 WHERE kind = 'goods_issue'",
            ["stock.on_hand"] * 2,
        ),
        ("UPDATE stock_movement SET at = at + 1 WHERE kind = 'goods_issue'", ["stock.movement"] * 2),
        ("UPDATE stock_movement SET note = 'x' WHERE kind = 'opening'", ["stock.opening"]),
        ("DELETE FROM reservation", ["stock.reserved"] * 2),
        ("UPDATE credit_account SET exposure = 1 WHERE exposure = 0", ["credit.exposure"] * 38),
        ("UPDATE schedule_line SET shipped = 1 WHERE shipped = 2000", ["order.shipped"]),
        (
            "UPDATE schedule_line SET quantity = quantity + 1 WHERE shipped = 2000",
            ["content.changed", "order.schedule"],
        ),
        ("UPDATE order_line SET unit_price = 1 WHERE price_source = 'past'", ["order.past"]),
        ("UPDATE order_line SET receipt = replace(receipt, 'source', 'smurce')", ["content.changed"] * 2),
        (
            "UPDATE schedule_line SET deliver_to = replace(deliver_to, 'receiver', 'receives')",
            ["content.changed"] * 2,
        ),
        ("UPDATE order_revision SET saved_at = saved_at + 1", ["content.draft"] * 2),
        ("UPDATE change_log SET kind = 'xut' WHERE v = 1 AND seq = 0", ["changes.differ"]),
        ("UPDATE change_log SET op_id = object_id WHERE v = 2 AND seq = 0", ["changes.differ"]),
        ("UPDATE number_series SET next = next + 1 WHERE series LIKE 'DN%'", ["numbers.note_missing"]),
        ("UPDATE number_series SET next = 1 WHERE series LIKE 'SO%'", ["numbers.not_drawn"] * 2),
        ("UPDATE approval_task SET state = 'active' WHERE step = 2", ["content.changed", "approval.missing"]),
    ],
)
def test_rows_changed_past_the_door_are_found(
    worked: SampleDesk, statement: str, findings: list[str]
) -> None:
    tamper(worked, statement)
    assert found(worked) == findings


def test_a_total_that_is_not_the_sum_of_its_lines_is_found(worked: SampleDesk) -> None:
    tamper(worked, "UPDATE order_line SET amount_net = amount_net + 100, amount_gross = amount_gross + 100")
    wrong = ["content.changed"] * 2 + ["order.total"] * 3 + ["order.receipt"] * 3 + ["order.past"]
    assert found(worked) == wrong


def test_a_row_from_nowhere_is_found(worked: SampleDesk) -> None:
    tamper(
        worked,
        "INSERT INTO site (id, revision, code, name, name_en, zone, address, phone) "
        "SELECT person.id, 1, 'XX', 'x', 'x', 'UTC', '', '' FROM person WHERE person.code = 'lina'",
    )
    assert found(worked) == ["content.unaudited"]


def test_an_approval_by_an_author_is_found(worked: SampleDesk) -> None:
    manager = str(sample_id("person", "zhangwei"))
    tamper(worked, f"UPDATE sales_order SET authors = '{manager}' WHERE approved_by IS NOT NULL")
    assert found(worked) == ["content.changed", "approval.by_author"]


def test_a_damaged_page_is_found(sample_sqlite_url: str) -> None:
    path = Path(sample_sqlite_url.removeprefix("sqlite:///"))
    content = bytearray(path.read_bytes())
    content[4096 * 20 : 4096 * 20 + 64] = bytes(64)
    path.write_bytes(content)
    with pytest.raises(EnvironmentProblem, match=r"error\.store\.damaged"):
        check_store(open_store(sample_sqlite_url, mode="read"))
