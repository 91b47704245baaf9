"""What the door keeps between commands is what it would read anew, whoever changed whatever."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, insert, select

from orderdesk.intake.sample import sample_id
from orderdesk.models import PriceList, Setting
from orderdesk.services.context import Context, Handler, Result, TouchedRow
from orderdesk.services.desk import Desk
from orderdesk.services.door import Door
from orderdesk.services.drafts import facts_for
from orderdesk.services.reading.desk import load_desk
from orderdesk.services.reading.kept_desk import DeskMemory
from orderdesk.wire.commands import Command, DiscardDraft
from tests.services.test_desk_facts import ACTS, Act, change_item, change_prices, receive, submit
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.rule_life import RuleDesk

SOME = frozenset(sample_id("item", code) for code in ("A105", "B211", "C330"))
OTHERS = frozenset(sample_id("item", code) for code in ("A105", "A107", "D420"))


@dataclass
class Remembering:
    """A desk's memory beside its store, compared with the store each time that it is asked."""

    sample: SampleDesk
    memory: DeskMemory

    def asked(self, items: Collection[UUID] = SOME) -> Desk:
        """Ask for some items; what comes back is what the store says now."""
        now = self.sample.clock.now()
        with self.sample.store.reading() as connection:
            remembered = self.memory.desk_at(connection, now, items)
            anew = load_desk(connection, now, item_ids=items, with_customers=False)
        assert facts(remembered, items) == facts(anew, items)
        return remembered

    def statements(self, items: Collection[UUID] = SOME) -> int:
        """Return how many statements it takes to be asked."""
        said: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_more: object) -> None:
            said.append(statement)

        with self.sample.store.reading() as connection:
            event.listen(self.sample.store.engine, "before_cursor_execute", note)
            self.memory.desk_at(connection, self.sample.clock.now(), items)
            event.remove(self.sample.store.engine, "before_cursor_execute", note)
        return len(said)


def facts(desk: Desk, items: Collection[UUID]) -> dict[str, Any]:
    """Return what a desk says of some items, and of everything that is no item."""
    shelves = {
        (kind, key): (
            {one: shelf.prices[one] for one in items if one in shelf.prices},
            {one: shelf.breaks[one] for one in items if one in shelf.breaks},
        )
        for kind, of in (("list", desk.lists), ("tier", desk.tiers))
        for key, shelf in of.items()
    }
    return {
        "items": {one: desk.items.get(one) for one in items},
        "shelves": {key: shelf for key, shelf in shelves.items() if any(shelf)},
        "kept": {one: desk.kept.get(one) for one in items},
        "stock": dict(desk.stock),
        "tables": {book: table.version for book, table in desk.tables.items()},
        "rest": (desk.as_of, desk.version, desk.today, dict(desk.settings), desk.sites, desk.people),
    }


@pytest.fixture
def asking(sample: SampleDesk) -> Remembering:
    return Remembering(sample, DeskMemory())


@pytest.mark.parametrize("act", ACTS)
def test_after_any_change_it_says_what_the_store_says(asking: Remembering, act: Act) -> None:
    asking.asked()
    assert act(asking.sample).outcome == "applied"
    asking.asked()
    asking.asked(OTHERS)


def test_further_items_join_those_that_are_kept(asking: Remembering) -> None:
    asking.asked(SOME)
    assert set(asking.asked(OTHERS).items) == SOME | OTHERS
    asking.asked(SOME | OTHERS)
    unknown = frozenset({sample_id("item", "nothing")})
    assert asking.asked(unknown).items.keys().isdisjoint(unknown)


def test_what_did_not_change_is_not_read_again(asking: Remembering) -> None:
    whole = asking.statements()
    assert asking.statements() < whole / 2
    assert not submit(asking.sample).is_refused
    assert not receive(asking.sample).is_refused
    assert asking.statements() < whole / 2  # orders and stock move all day
    assert not change_prices(asking.sample).is_refused
    assert asking.statements() >= whole


def test_a_changed_item_is_forgotten_whether_it_is_asked_for_next_or_not(asking: Remembering) -> None:
    asking.asked(SOME)
    assert not change_item(asking.sample).is_refused
    without = SOME - {sample_id("item", "A105")}
    assert sample_id("item", "A105") not in asking.asked(without).items
    asking.asked(SOME)


def test_a_new_day_and_a_clock_turned_back_are_read_anew(asking: Remembering) -> None:
    today = asking.asked().today
    asking.sample.clock.advance(timedelta(hours=14))
    assert asking.asked().today == today + timedelta(days=1)
    asking.sample.clock.advance(-timedelta(days=3))
    asking.asked()


def test_published_rules_decide_from_their_start_on(asking: Remembering) -> None:
    rules = RuleDesk(asking.sample)
    version = asking.asked().tables["approval"].version
    start = asking.asked().today + timedelta(days=2)
    outcome = rules.published(rules.live(), start=start)
    assert not outcome.is_refused, outcome.problems
    assert asking.asked().tables["approval"].version == version
    asking.sample.clock.advance(timedelta(days=1))
    assert asking.asked().tables["approval"].version == version
    # No command and no entry of the change log tells that a table begins: only time does.
    asking.sample.clock.advance(timedelta(days=1))
    assert asking.asked().tables["approval"].version == version + 1


def other_setting(session: Any, _data: Any, context: Context) -> Result:
    session.execute(insert(Setting), [{"key": "discount.limit", "value": "0.07"}])
    return Result((TouchedRow("setting", context.op_id, 1),))


def test_a_kind_of_thing_that_it_does_not_know_makes_it_forget_all(asking: Remembering) -> None:
    assert asking.asked().settings["discount.limit"] != "0.07"
    handlers = {"discard_draft": Handler(DiscardDraft, other_setting)}
    changing = Door(asking.sample.store, asking.sample.ports, lambda: handlers)
    sent = Command(id=asking.sample.ports.ids.new(), data=DiscardDraft(order_id=UUID(int=1)))
    assert not changing.execute(sent, asking.sample.actor("lina")).is_refused
    assert asking.asked().settings["discount.limit"] == "0.07"


@pytest.fixture
def elsewhere(sample_pg_url: str) -> Iterator[tuple[Remembering, SampleDesk]]:
    mine, other = open_sample_desk(sample_pg_url, 31), open_sample_desk(sample_pg_url, 32)
    yield Remembering(mine, DeskMemory()), other
    mine.store.close()
    other.store.close()


@pytest.mark.parametrize("act", ACTS)
def test_what_another_desk_changes_counts_at_once(
    elsewhere: tuple[Remembering, SampleDesk], act: Act
) -> None:
    asking, other = elsewhere
    asking.asked()
    assert act(other).outcome == "applied"
    asking.asked()


def test_a_change_between_its_look_at_the_clock_and_at_the_rows_is_not_lost(
    elsewhere: tuple[Remembering, SampleDesk],
) -> None:
    """At the door each statement sees the newest rows: what slips in between is told the next time."""
    asking, other = elsewhere
    asking.asked()
    acts = iter((change_item, change_prices))

    def meanwhile(_connection: Any, _cursor: Any, statement: str, *_more: object) -> None:
        if "store_clock" in statement and (act := next(acts, None)) is not None:
            assert act(other).outcome == "applied"

    draft = other.draft("C1001", ("A105", "1"), ("B211", "2"))
    event.listen(asking.sample.store.engine, "after_cursor_execute", meanwhile)
    for _ in range(3):
        now = other.clock.now()
        context = Context(
            other.actor("lina"), frozenset({"clerk"}), "", now, other.ports.ids, UUID(int=1), None
        )
        with asking.sample.store.writing() as session:
            facts_for(session, draft, context)
    event.remove(asking.sample.store.engine, "after_cursor_execute", meanwhile)
    with closing(asking.sample.store.engine.connect()) as connection:
        assert connection.scalars(select(PriceList.revision)).all().count(2) == 1  # the acts did happen
    memory = asking.sample.store.kept[DeskMemory]
    assert isinstance(memory, DeskMemory)
    Remembering(asking.sample, memory).asked()
