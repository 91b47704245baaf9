"""A store with the sample company, made once per run and database, copied for each test, and a door to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from orderdesk.clock import FixedClock
from orderdesk.intake.sample import sample_id, seed_sample
from orderdesk.models import Order
from orderdesk.ports import Ports, fixed_ports
from orderdesk.services.context import Actor
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.door import Door
from orderdesk.services.entry import price_draft
from orderdesk.services.reading.desk import load_customer, load_desk
from orderdesk.services.registry import open_door
from orderdesk.services.store import Store, create_store, open_store
from orderdesk.wire.commands import Command, CommandData, SaveDraft, SubmitOrder
from orderdesk.wire.drafts import LineDraft, OrderDraft
from orderdesk.wire.outcomes import Outcome
from tests.support.databases import chosen_databases, sqlite_url_of
from tests.support.postgres import PostgresServer

NOW = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)  # Monday, 10:00 in Shanghai


def found(url: str) -> None:
    """Make the store at ``url`` with the sample company, as it stands on the fixed day."""
    ports = fixed_ports(FixedClock(NOW), seed=7)
    create_store(url, ports)
    store = open_store(url)
    outcome = seed_sample(store, ports)
    store.close()
    assert not outcome.is_refused, outcome.problems


@pytest.fixture(scope="session")
def sample_sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the sample company, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "sample.sqlite"
    found(sqlite_url_of(path))
    return path


@pytest.fixture(scope="session")
def sample_pg_template(pg_server: PostgresServer) -> str:
    """The name of a PostgreSQL database with the sample company, to be copied."""
    return pg_server.template("orderdesk_sample", found)


@pytest.fixture
def sample_sqlite_url(sample_sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of an SQLite store with the sample company."""
    path = tmp_path / "sample.sqlite"
    shutil.copyfile(sample_sqlite_template, path)
    return sqlite_url_of(path)


@pytest.fixture
def sample_pg_url(pg_server: PostgresServer, sample_pg_template: str) -> Iterator[str]:
    """The URL of a PostgreSQL store with the sample company."""
    url = pg_server.create_database(sample_pg_template)
    yield url
    pg_server.drop_database(url)


@pytest.fixture(params=chosen_databases())
def sample_url(request: pytest.FixtureRequest) -> str:
    """The URL of a store with the sample company; the test runs once on each database."""
    name = "sample_sqlite_url" if request.param == "sqlite" else "sample_pg_url"
    url: str = request.getfixturevalue(name)
    return url


@dataclass(slots=True)
class SampleDesk:
    """An open store of the sample company with its door, and short ways to say what a test means."""

    store: Store
    ports: Ports
    clock: FixedClock
    door: Door
    kept: Desk | None = None

    def actor(self, code: str) -> Actor:
        """Return a person of the company: lina, wangfang, zhaoqiang, zhangwei, chenjing, zhoumin."""
        return Actor(person_id=sample_id("person", code), device="test")

    def desk(self) -> Desk:
        """Return the desk's facts as they are now, or as they were kept."""
        if self.kept is not None:
            return self.kept
        with self.store.reading() as connection:
            return load_desk(connection, self.clock.now())

    def keep_facts(self) -> Desk:
        """Read the desk's facts and keep them: many drafts are then made of one read."""
        self.kept = None
        self.kept = self.desk()
        return self.kept

    def customer(self, code: str) -> CustomerDesk:
        """Return what entry knows of a customer."""
        with self.store.reading() as connection:
            loaded = load_customer(connection, sample_id("customer", code))
        assert loaded is not None
        return loaded

    def draft(self, customer: str, *lines: tuple[str, str], **fields: object) -> OrderDraft:
        """Return a draft with lines of (item code, quantity), each with the price the clerk would see."""
        of = self.customer(customer)
        draft = OrderDraft.model_validate(
            {
                "id": self.ports.ids.new(),
                "customer_id": of.id,
                "deliver_to": of.addresses[0],
                "currency": of.currency,
                "prices_include_tax": of.prices_include_tax,
                "lines": [
                    LineDraft(
                        id=self.ports.ids.new(), item_id=sample_id("item", code), quantity=Decimal(number)
                    )
                    for code, number in lines
                ],
                **fields,
            }
        )
        return self.with_seen_prices(draft)

    def with_seen_prices(self, draft: OrderDraft) -> OrderDraft:
        """Return the draft as the entry screen submits it: each line with the price on the screen."""
        desk = self.desk()
        with self.store.reading() as connection:
            customer = load_customer(connection, draft.customer_id) if draft.customer_id else None
        priced = price_draft(draft, desk, customer)
        seen = {line.line_id: line.unit_price for line in priced.lines} if priced else {}
        lines = tuple(line.model_copy(update={"seen_price": seen.get(line.id)}) for line in draft.lines)
        return draft.model_copy(update={"lines": lines})

    def number_of(self, order_id: UUID) -> str:
        """Return the number of a stored order."""
        with self.store.reading() as connection:
            return connection.execute(select(Order.number).where(Order.id == order_id)).scalar_one()

    def do(self, data: CommandData, person: str, base_revision: int | None = None) -> Outcome:
        """Execute a command as a person."""
        command = Command(id=self.ports.ids.new(), data=data, base_revision=base_revision)
        return self.door.execute(command, self.actor(person))

    def submit(self, draft: OrderDraft, person: str = "lina") -> Outcome:
        """Submit a draft."""
        return self.do(SubmitOrder(draft=draft), person)

    def save(self, draft: OrderDraft, person: str = "lina", base_revision: int | None = None) -> Outcome:
        """Save a draft."""
        return self.do(SaveDraft(draft=draft), person, base_revision)


def open_sample_desk(url: str, seed: int = 11) -> SampleDesk:
    """Return the sample company's store, open for writing, with a clock that stands at the fixed morning."""
    clock = FixedClock(NOW)
    ports = fixed_ports(clock, seed)
    store = open_store(url)
    return SampleDesk(store, ports, clock, open_door(store, ports))


@pytest.fixture
def sample(sample_url: str) -> Iterator[SampleDesk]:
    """The sample company on each database."""
    desk = open_sample_desk(sample_url)
    yield desk
    desk.store.close()
