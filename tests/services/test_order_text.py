"""Orders found by a part of what they are called, among all: whoever wrote them, and whatever they became."""

from __future__ import annotations

import shutil
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event, func, select, text

from orderdesk.models import Order
from orderdesk.services.check import check_store
from orderdesk.services.reading import order_list as listing
from orderdesk.services.reading.order_list import OrderFilter, ViewId, order_list
from orderdesk.services.reading.order_search import OrderQuestion, find_orders
from orderdesk.services.store import Store, open_store
from orderdesk.services.upgrading import upgrade_store
from orderdesk.wire.commands import SaveDraft
from tests.support.databases import sqlite_url_of
from tests.support.desk import SampleDesk
from tests.support.made_up import NOW

TODAY = NOW.date()
KEPT = Path(__file__).parents[1] / "stores" / "3" / "store.sqlite"


def searched(store: Store, part: str) -> list[str]:
    with store.reading() as connection:
        return [found.row.number for found in find_orders(connection, OrderQuestion(part))]


def listed(store: Store, part: str, view: ViewId = "all") -> list[UUID]:
    with store.reading() as connection:
        return [row.id for row in order_list(connection, OrderFilter(view, part), TODAY).rows]


def test_an_order_of_any_age_is_found_by_a_part_of_its_numbers(made_up: Store) -> None:
    with made_up.reading() as connection:
        oldest = connection.execute(
            select(Order.id, Order.number, Order.po_number)
            .where(Order.po_number != "")
            .order_by(Order.entered_at)
            .limit(1)
        ).one()
    for part in (oldest.number[2:], oldest.number[1:-1], oldest.number.lower(), oldest.po_number[2:]):
        assert oldest.number in searched(made_up, part), part
        assert oldest.id in listed(made_up, part), part
    assert searched(made_up, "no-such-part") == []
    assert listed(made_up, "no-such-part") == []


def test_the_newest_come_first_where_many_are_meant(made_up: Store) -> None:
    with made_up.reading() as connection:
        code = connection.execute(text("SELECT store_code FROM store_meta")).scalar_one()
        newest = connection.scalars(
            select(Order.number)
            .where(Order.source == "", Order.state_cause != "discarded")
            .order_by(Order.entered_at.desc(), Order.id.desc())
            .limit(8)
        ).all()
    assert searched(made_up, f"{code}-0") == list(newest)


@pytest.mark.parametrize("view", ["all", "open", "pending"])
def test_few_and_many_are_listed_alike(made_up: Store, monkeypatch: pytest.MonkeyPatch, view: ViewId) -> None:
    """Whether they are picked one by one or met on the walk: the same orders, in the same order."""
    with made_up.reading() as connection:
        customer = connection.scalars(select(Order.customer_id).where(Order.state == "released")).first()
        assert customer is not None
        wanted = OrderFilter(view, "-000", (customer,))
        few = order_list(connection, wanted, TODAY, limit=7)
        later = order_list(connection, wanted, TODAY, few.rows[-1].key, 7)
        monkeypatch.setattr(listing, "_FEW", 0)
        assert order_list(connection, wanted, TODAY, limit=7) == few
        assert order_list(connection, wanted, TODAY, few.rows[-1].key, 7) == later
    assert few.rows


def test_a_po_number_that_changes_is_found_as_it_is_now(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"), po_number="OLD-4711")
    assert not sample.do(SaveDraft(draft=draft), "lina").is_refused
    assert listed(sample.store, "4711") == [draft.id]
    assert not sample.do(
        SaveDraft(draft=draft.model_copy(update={"po_number": "采购-0815/B"})), "lina"
    ).is_refused
    assert listed(sample.store, "4711") == []
    assert [listed(sample.store, part) for part in ("购-08", "0815/b", "15/B")] == [[draft.id]] * 3
    assert check_store(sample.store).findings == ()


def test_one_and_two_signs_find_whole_numbers_only(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"), po_number="X9")
    assert not sample.do(SaveDraft(draft=draft), "lina").is_refused
    assert listed(sample.store, "x9") == [draft.id]
    assert listed(sample.store, "1") == [draft.id]
    assert listed(sample.store, "x") == []


def test_an_order_that_the_index_has_otherwise_is_a_finding(made_up_sqlite: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    shutil.copyfile(made_up_sqlite, path)
    store = open_store(sqlite_url_of(path))
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM order_text WHERE rowid = 5")
    assert [finding.code for finding in check_store(store).findings] == ["check.order.text"]
    store.close()


def test_orders_from_before_there_was_an_index_are_in_it(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    shutil.copyfile(KEPT, path)
    upgrade_store(sqlite_url_of(path))
    store = open_store(sqlite_url_of(path))
    with store.reading() as connection:
        number = connection.scalars(select(Order.number).where(Order.source == "").limit(1)).one()
        orders = connection.execute(select(func.count()).select_from(Order)).scalar_one()
        there = connection.execute(text("SELECT count(*) FROM order_text")).scalar_one()
    assert there == orders > 0
    assert number in searched(store, number[1:])
    store.close()


def test_no_page_and_no_search_asks_more_often_because_there_are_more_orders(made_up: Store) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(made_up.engine, "before_cursor_execute", note)
    try:
        listed(made_up, "")
        assert len([one for one in asked if one.lstrip().startswith("SELECT")]) == 5
    finally:
        event.remove(made_up.engine, "before_cursor_execute", note)
