"""Column types: exact, the same on both databases, and deaf to what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, Integer, MetaData, Table, func, insert, select, text
from sqlalchemy.exc import StatementError

from orderdesk.models.engine import open_engine
from orderdesk.models.types import Guid, Instant, Money, Quantity, Rate

METADATA = MetaData()
SAMPLES = Table(
    "samples",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("amount", Money),
    Column("pieces", Quantity),
    Column("fraction", Rate),
    Column("at", Instant),
    Column("key", Guid),
)
LARGEST = Decimal("922337203685477.5807")
STEPS = {"amount": "0.0001", "pieces": "0.001", "fraction": "0.000001"}


@pytest.fixture
def samples(database_url: str) -> Iterator[Engine]:
    """A database with one table that has a column of each type."""
    engine = open_engine(database_url)
    METADATA.create_all(engine)
    yield engine
    engine.dispose()


def put(engine: Engine, *rows: dict[str, Any]) -> None:
    with engine.begin() as connection:
        connection.execute(insert(SAMPLES), list(rows))


def got(engine: Engine, name: str) -> Any:
    with engine.connect() as connection:
        return connection.execute(select(SAMPLES.c[name])).scalar_one()


def test_a_number_in_the_place_of_an_id_means_nothing(tmp_path: Path) -> None:
    """It is never taken for a size: a damaged file would ask for all memory there is."""
    engine = open_engine(f"sqlite:///{tmp_path / 'samples.sqlite'}")
    METADATA.create_all(engine)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO samples (key) VALUES (4611686018427387904)"))
    with pytest.raises(TypeError):
        got(engine, "key")
    engine.dispose()


@pytest.mark.parametrize(("name", "step"), STEPS.items())
def test_the_finest_step_comes_back_as_it_was(samples: Engine, name: str, step: str) -> None:
    put(samples, {name: Decimal(step)})
    assert str(got(samples, name)) == step


@pytest.mark.parametrize(("name", "step"), STEPS.items())
def test_a_finer_value_is_refused_and_not_rounded(samples: Engine, name: str, step: str) -> None:
    with pytest.raises(StatementError, match="does not fit"):
        put(samples, {name: Decimal(step) / 10})
    # More figures than the decimal context keeps: rounding to its 28 first would hide the last one.
    with pytest.raises(StatementError, match="does not fit"):
        put(samples, {name: Decimal("1." + "0" * 40 + "1")})


def test_the_largest_amount_comes_back_and_the_next_is_refused(samples: Engine) -> None:
    put(samples, {"amount": LARGEST}, {"amount": -LARGEST})
    with samples.connect() as connection:
        assert connection.scalars(select(SAMPLES.c.amount).order_by(SAMPLES.c.amount)).all() == [
            -LARGEST,
            LARGEST,
        ]
    for value in (LARGEST + Decimal("0.0001"), Decimal("1E+30"), Decimal("1E+999999")):
        with pytest.raises(StatementError, match="does not fit"):
            put(samples, {"amount": value})


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(samples: Engine, value: str) -> None:
    with pytest.raises(StatementError, match="does not fit"):
        put(samples, {"amount": Decimal(value)})


@pytest.mark.parametrize("value", [0.1, "0.1", True])
def test_what_is_no_decimal_is_refused(samples: Engine, value: object) -> None:
    with pytest.raises(StatementError, match="is no decimal"):
        put(samples, {"amount": value})


def test_a_whole_number_is_taken_as_a_decimal(samples: Engine) -> None:
    put(samples, {"amount": 7})
    with samples.connect() as connection:
        assert connection.execute(select(SAMPLES.c.n).where(SAMPLES.c.amount == 7)).all() == [(1,)]


def test_ten_times_a_tenth_is_one(samples: Engine) -> None:
    put(samples, *({"amount": Decimal("0.1"), "pieces": Decimal("0.1")} for _ in range(10)))
    with samples.connect() as connection:
        assert connection.execute(select(func.sum(SAMPLES.c.amount))).scalar_one() == 1
        found = select(func.sum(SAMPLES.c.pieces)).having(func.sum(SAMPLES.c.pieces) == Decimal(1))
        assert connection.execute(found).all() == [(Decimal("1.000"),)]


def test_a_sum_past_what_fits_an_amount_is_exact_or_a_fault_but_never_wrong(samples: Engine) -> None:
    put(samples, {"amount": LARGEST}, {"amount": -LARGEST}, {"amount": Decimal("0.0001")})
    with samples.connect() as connection:
        assert connection.execute(select(func.sum(SAMPLES.c.amount))).scalar_one() == Decimal("0.0001")


def test_an_average_that_is_no_whole_step_is_a_fault_and_not_cut_off(samples: Engine) -> None:
    put(samples, {"amount": Decimal("0.0001")}, {"amount": Decimal("0.0002")})
    average = select(func.avg(SAMPLES.c.amount, type_=Money()))
    with samples.connect() as connection, pytest.raises(ValueError, match="not a whole number"):
        connection.execute(average).scalar_one()


def test_nothing_stays_nothing(samples: Engine) -> None:
    put(samples, {"amount": None, "at": None, "key": None})
    assert (got(samples, "amount"), got(samples, "at"), got(samples, "key")) == (None, None, None)


@given(amount=st.decimals(-LARGEST, LARGEST, places=4), pieces=st.decimals(-(10**12), 10**12, places=3))
def test_every_decimal_of_the_right_fineness_is_kept(amount: Decimal, pieces: Decimal) -> None:
    for kind, value in ((Money(), amount), (Quantity(), pieces)):
        bound = kind.process_bind_param(value, None)  # type: ignore[arg-type] # no dialect is asked
        assert isinstance(bound, int)
        assert kind.process_result_value(bound, None) == value  # type: ignore[arg-type] # no dialect is asked


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(at=st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)), key=st.uuids())
def test_instants_and_ids_come_back_to_the_microsecond_and_bit(
    samples: Engine, at: datetime, key: UUID
) -> None:
    with samples.begin() as connection:
        connection.execute(SAMPLES.delete())
        connection.execute(insert(SAMPLES), [{"at": at, "key": key}])
    assert (got(samples, "at"), got(samples, "key")) == (at, key)


def test_an_instant_of_another_zone_comes_back_in_utc(samples: Engine) -> None:
    put(samples, {"at": datetime(2026, 3, 9, 10, 0, tzinfo=timezone(timedelta(hours=8)))})
    back = got(samples, "at")
    assert back == datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
    assert back.utcoffset() == timedelta()


def test_an_instant_without_a_zone_is_refused(samples: Engine) -> None:
    with pytest.raises(StatementError, match="time zone"):
        put(samples, {"at": datetime(2026, 3, 9)})


def test_an_id_takes_16_bytes(samples: Engine) -> None:
    key = UUID("0198f0aa-0000-7000-8000-000000000001")
    put(samples, {"key": key})
    if samples.dialect.name == "sqlite":
        question, answer = "SELECT typeof(key), length(key) FROM samples", ("blob", 16)
    else:
        question, answer = "SELECT pg_typeof(key)::text, pg_column_size(key) FROM samples", ("uuid", 16)
    with samples.connect() as connection:
        assert tuple(connection.execute(text(question)).one()) == answer


def test_ids_sort_alike_on_both_databases(samples: Engine) -> None:
    keys = [UUID(int=n) for n in (1, 2**64, 2**127, 2**128 - 1)]
    put(samples, *({"key": key} for key in reversed(keys)))
    with samples.connect() as connection:
        assert list(connection.scalars(select(SAMPLES.c.key).order_by(SAMPLES.c.key))) == keys
