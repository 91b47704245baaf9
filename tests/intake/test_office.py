"""Made-up companies: whole, clean, bilingual, the same for the same seed, and a desk that works on them."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, func, inspect, select, update

from orderdesk.clock import FixedClock
from orderdesk.errors import UserError
from orderdesk.intake.office import documents, names
from orderdesk.intake.office.making import fill_store
from orderdesk.intake.office.masters import make_masters
from orderdesk.intake.office.past import line_counts
from orderdesk.intake.office.sizes import LARGE, OFFICE, SOURCE, StoreSize
from orderdesk.models import (
    ApprovalTask,
    AuditEntry,
    AuditText,
    Base,
    Customer,
    Delivery,
    DeliveryLine,
    Order,
    OrderLine,
    OrderRevision,
    ScheduleLine,
    StockMovement,
)
from orderdesk.ports import fixed_ports
from orderdesk.rules.receipts import replay
from orderdesk.services.check import check_store
from orderdesk.services.context import Actor
from orderdesk.services.order_material import material_from_rows
from orderdesk.services.reading.desk import load_desk
from orderdesk.services.reading.inbox import team_rows
from orderdesk.services.reading.order_list import OrderFilter, order_list
from orderdesk.services.readings import readings_of
from orderdesk.services.registry import open_door
from orderdesk.services.seeding_documents import many_documents
from orderdesk.services.store import Store, open_store
from orderdesk.values import digest
from orderdesk.wire.commands import Command, SubmitOrder
from orderdesk.wire.drafts import OrderDraft
from tests.support.databases import sqlite_url_of
from tests.support.made_up import NOW, SMALL, make

_OWN = (
    "id", "order_id", "order_line_id", "saved_at", "revision", "sha256", "draft", "receipt", "saved_by",
)  # fmt: skip


def _count(store: Store, *conditions: Any, of: type[Base] = Order) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(of).where(*conditions)).scalar_one()


def test_a_made_up_company_is_whole_and_check_finds_nothing_wrong(made_up: Store) -> None:
    assert check_store(made_up).findings == ()
    assert _count(made_up) == SMALL.orders
    assert _count(made_up, Order.source == SOURCE) == SMALL.older
    assert _count(made_up, of=Customer) == SMALL.customers
    for state in ("draft", "submitted", "released", "closed", "cancelled"):
        assert _count(made_up, Order.state == state), state
    for state in ("active", "approved"):
        assert _count(made_up, ApprovalTask.state == state, of=ApprovalTask), state
    for state in ("planned", "shipped"):
        assert _count(made_up, Delivery.state == state, of=Delivery), state
    assert _count(made_up, Delivery.part > 1, of=Delivery), "splits"
    assert _count(made_up, DeliveryLine.short_reason != "", of=DeliveryLine), "shortages"
    assert _count(made_up, Order.state_cause == "refused"), "refusals"
    assert _count(made_up, ScheduleLine.cancelled > 0, of=ScheduleLine), "what was given up"


def test_the_newest_orders_are_written_as_submit_writes_them(made_up: Store) -> None:
    """The same draft, sent through the door on the day it came in, gives the same rows."""
    door_ports = fixed_ports(FixedClock(NOW), seed=11)
    with made_up.reading() as connection:
        order = connection.execute(
            select(Order.__table__)
            .where(Order.state == "closed", Order.source == "", Order.approved_by.is_not(None))
            .order_by(Order.id.desc())
        ).first()  # fmt: skip
        assert order is not None
        draft = OrderDraft.model_validate_json(
            connection.execute(
                select(OrderRevision.draft).where(OrderRevision.order_id == order.id)
            ).scalar_one()
        )
        was = _rows(connection, order.id)
        task = connection.execute(
            select(ApprovalTask.material, ApprovalTask.material_sha256).where(
                ApprovalTask.order_id == order.id
            )
        ).first()
        assert task is not None
        assert digest(material_from_rows(connection, order.id)) == task.material_sha256
    for line in was["order_line"]:
        assert replay(json.loads(line["receipt"])).difference is None
    again = _again(draft)
    door = open_door(made_up, door_ports)
    command = Command(id=door_ports.ids.new(), data=SubmitOrder(draft=again))
    outcome = door.execute(command, Actor(order.entered_by, "test"))
    assert not outcome.is_refused, outcome.problems
    with made_up.reading() as connection:
        now = _rows(connection, again.id)
        new = connection.execute(select(Order.__table__).where(Order.id == again.id)).one()
    assert [_without(row) for row in now["order_line"]] == [_without(row) for row in was["order_line"]]
    for name in ("customer_id", "goods_net", "tax", "total", "deliver_to", "terms", "tier", "department"):
        assert getattr(new, name) == getattr(order, name), name
    for part in ("facts", "lines"):
        assert json.loads(new.facts)[part].keys() == json.loads(order.facts)[part].keys()
    assert json.loads(new.route)["steps"] == json.loads(order.route)["steps"]


def _again(draft: OrderDraft) -> OrderDraft:
    """Return a draft under other ids, to go out later."""
    ids = fixed_ports(FixedClock(NOW), seed=12).ids
    day = date(2026, 3, 12)
    lines = tuple(
        line.model_copy(update={"id": ids.new(), "schedule": ()}) for line in draft.lines
    )  # fmt: skip
    return draft.model_copy(update={"id": ids.new(), "number": None, "requested": day, "lines": lines})


def _rows(connection: Any, order_id: Any) -> dict[str, list[dict[str, Any]]]:
    lines = connection.execute(
        select(OrderLine.__table__).where(OrderLine.order_id == order_id).order_by(OrderLine.position)
    ).mappings()
    return {"order_line": [dict(row) for row in lines]}


def _without(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _OWN}


def test_the_desk_works_on_it(made_up: Store) -> None:
    with made_up.reading() as connection:
        desk = load_desk(connection, NOW)
        page = order_list(connection, OrderFilter(), desk.today)
        waiting = team_rows(connection)
    assert len(desk.customers) == SMALL.customers
    assert len(page.rows) == 100
    assert page.has_more
    assert waiting


def test_what_is_changed_past_the_door_is_found(made_up: Store) -> None:
    """Of an old order its header and its lines; of a new one what left with its delivery."""
    with made_up.engine.begin() as connection:
        old = connection.scalars(
            select(Order.id).where(Order.source == SOURCE, Order.line_count == 1).limit(1)
        ).one()
        connection.execute(update(Order).where(Order.id == old).values(note="CHANGED"))
        other = connection.scalars(
            select(OrderLine.id)
            .join(Order, Order.id == OrderLine.order_id)
            .where(Order.source == SOURCE, Order.id != old)
            .limit(1)
        ).one()
        connection.execute(update(OrderLine).where(OrderLine.id == other).values(code="Z9"))
        delivery = connection.scalars(select(Delivery.id).where(Delivery.state == "shipped").limit(1)).one()
        connection.execute(update(Delivery).where(Delivery.id == delivery).values(method="pigeon"))
    found = [finding.code for finding in check_store(made_up).findings]
    assert sorted(found) == ["check.content.changed", "check.content.changed", "check.order.past"]


def test_a_seeded_document_that_is_gone_and_evidence_that_was_touched_are_found(made_up: Store) -> None:
    with made_up.engine.begin() as connection:
        task = connection.scalars(
            select(ApprovalTask.id)
            .join(Order, Order.id == ApprovalTask.order_id)
            .where(Order.state == "closed")
        ).first()  # fmt: skip
        connection.execute(delete(ApprovalTask).where(ApprovalTask.id == task))
    assert "check.content.gone" in {finding.code for finding in check_store(made_up).findings}
    with made_up.engine.begin() as connection:
        last = select(func.max(AuditEntry.v)).where(AuditEntry.command == "seed_store").scalar_subquery()
        text = connection.scalars(select(AuditText.text).where(AuditText.v == last)).one()
        connection.execute(
            update(AuditText)
            .where(AuditText.v == last)
            .values(text=text.replace('"evidence":"', '"evidence":"AAAA', 1))
        )
    found = {finding.code for finding in check_store(made_up).findings}
    assert {"check.content.batch", "check.audit.text_changed"} <= found


def test_the_same_seed_makes_the_same_company_and_another_one_another(tmp_path: Path) -> None:
    first, again, other = (_content(tmp_path / f"{at}.sqlite", seed) for at, seed in enumerate((5, 5, 6)))
    assert again == first
    assert other != first


def test_a_second_process_makes_the_same_company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = _content(tmp_path / "here.sqlite", 5)
    monkeypatch.setattr(documents, "_WORTH_IT", 1)
    ahead, used = documents.made_ahead, []

    def made_ahead(size: StoreSize, now: datetime, store: Store) -> Any:
        used.append(size.orders)
        return ahead(size, now, store)

    monkeypatch.setattr(documents, "made_ahead", made_ahead)
    assert _content(tmp_path / "ahead.sqlite", 5) == here
    assert used == [40]


def test_indexes_are_there_when_all_is_written_and_their_absence_is_found(made_up: Store) -> None:
    with made_up.engine.connect() as connection:
        there = {one["name"] for one in inspect(connection).get_indexes("order_line")}
        keys = {one["name"] for one in inspect(connection).get_foreign_keys("order_line")}
    assert "ix_order_line_item_id" in there
    assert len(keys) == 2
    broken_off = many_documents(made_up)
    broken_off.__enter__()
    with made_up.engine.connect() as connection:
        assert "ix_order_line_item_id" not in {
            one["name"] for one in inspect(connection).get_indexes("order_line")
        }
    found = check_store(made_up).findings
    assert ("check.storage.schema", "ix_order_line_item_id") in {
        (finding.code, finding.params.get("name")) for finding in found
    }


def _content(path: Path, seed: int) -> dict[str, str]:
    url = sqlite_url_of(path)
    make(url, StoreSize(customers=30, items=60, orders=40, recent=20, live=4, days=60, seed=seed))
    store = open_store(url, mode="read")
    with store.reading() as connection:
        found = {
            table.name: digest([list(row) for row in connection.execute(select(table))])
            for table in Base.metadata.sorted_tables
            if table.name in {"customer", "item", "sales_order", "order_line", "delivery", "audit_entry"}
        }
    store.close()
    return found


def test_only_an_empty_store_is_filled(made_up: Store) -> None:
    before = _count(made_up)
    with pytest.raises(UserError) as refused:
        fill_store(made_up, NOW, SMALL, lambda what, done, of: None)
    assert [problem.code for problem in refused.value.problems] == ["problem.seed.not_empty"]
    assert _count(made_up) == before


def test_orders_have_three_lines_on_average_and_forty_at_most() -> None:
    counts = line_counts(0, 60_000, seed=1)
    assert sum(counts) == 3 * len(counts)
    assert (min(counts), max(counts)) == (1, 40)
    assert line_counts(130, 50, seed=1) == counts[130:180]
    assert (LARGE.orders, LARGE.recent, LARGE.customers, LARGE.items) == (1_000_000, 100_000, 50_000, 100_000)
    assert OFFICE.orders == 20_000


def test_names_read_as_they_are_made_of_and_many_look_alike() -> None:
    masters = make_masters(SMALL, date(2026, 3, 9))
    named = [(one.name, one.readings, one.name_en) for one in masters.customers[:60]]
    named += [(one.name, one.readings, one.name_en) for one in masters.items[:60]]
    for name, readings, english in named:
        assert set(readings.split()) == set(readings_of(name).split()), name
        assert english
    assert len({one.customer_class for one in masters.customers}) == 4
    assert {one.tier for one in masters.customers} == {"vip", "a", "b", "standard"}
    assert len({one.name for one in masters.customers}) < len(masters.customers), "twins"
    assert len({one.name for one in masters.items}) < len(masters.items), "twins"
    assert len(names.CITIES) * len(names.FIRST_SIGNS) * len(names.SECOND_SIGNS) * 3 > LARGE.customers


def test_goods_that_left_came_in_before(made_up: Store) -> None:
    assert _count(made_up, StockMovement.kind == "goods_issue", of=StockMovement)
    assert _count(made_up, StockMovement.kind == "goods_in", of=StockMovement)
