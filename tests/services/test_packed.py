"""Facts kept as columns: the same as the objects they were made of, also after some were replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderdesk.services import packed
from orderdesk.services.columns import (
    Decimals,
    Ids,
    MakeColumn,
    Pairs,
    Shared,
    TextKeys,
    Texts,
    index_of,
    prices,
    quantities,
)
from orderdesk.services.desk import StockFigure
from orderdesk.services.packed import (
    Packed,
    PackedAmounts,
    PackedGroups,
    PackedRows,
    each,
    having,
    in_order,
    pack_rows,
    replaced,
)


@dataclass(frozen=True, slots=True)
class Thing:
    """A row."""

    id: UUID
    code: str
    group: str | None
    price: Decimal | None


KINDS: dict[str, MakeColumn] = {"code": Texts, "group": Shared, "price": prices}
IDS = st.integers(0, 12).map(lambda number: UUID(int=number))
THINGS = st.builds(
    Thing,
    IDS,
    st.text(max_size=4),
    st.sampled_from(["a", "b", None]),
    st.none() | st.decimals(-10, 10, places=4),
)


def packed_things(things: Mapping[UUID, Thing]) -> PackedRows[UUID, Thing]:
    return pack_rows(Thing, KINDS, ((one.id, one.code, one.group, one.price) for one in things.values()))


def by_id(things: list[Thing]) -> dict[UUID, Thing]:
    return {thing.id: thing for thing in things}


def the_same(rows: Packed[UUID, Thing], wanted: dict[UUID, Thing]) -> None:
    """Ask both for everything that a mapping can be asked for."""
    assert rows == wanted
    assert len(rows) == len(wanted)
    assert set(rows) == set(wanted)
    assert {one.id: one for one in rows.values()} == dict(rows.items()) == wanted
    for number in range(14):
        key = UUID(int=number)
        assert rows.get(key) == wanted.get(key)
        assert rows.get(key, "none") == wanted.get(key, "none")
        assert (key in rows) == (key in wanted)
    for field in ("code", "group", "price"):
        values = [getattr(one, field) for one in wanted.values()]
        assert sorted(map(str, each(rows, field))) == sorted(map(str, values))
        filled = {key: getattr(one, field) for key, one in wanted.items() if getattr(one, field) is not None}
        if field == "code":
            assert [one.code for one in in_order(rows, "code", str)] == sorted(values)
            assert [one.code for one in in_order(wanted, "code", str)] == sorted(values)
        assert dict(having(rows, field)) == dict(having(wanted, field)) == filled


@settings(max_examples=40)
@given(st.lists(THINGS), st.lists(THINGS), st.sets(IDS), st.lists(THINGS))
def test_packed_rows_are_the_mapping_that_they_were_made_of(
    first: list[Thing], changed: list[Thing], gone: set[UUID], again: list[Thing]
) -> None:
    wanted = by_id(first)
    rows = packed_things(wanted)
    the_same(rows, wanted)
    other = rows.replaced(by_id(changed), gone)
    the_same(other, dict(replaced(wanted, by_id(changed), gone)))
    last = other.replaced(by_id(again))
    the_same(last, dict(replaced(replaced(wanted, by_id(changed), gone), by_id(again))))
    the_same(rows, wanted)  # what they came from is unchanged


def test_the_same_object_comes_back_as_long_as_few_others_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    things = by_id([Thing(UUID(int=number), f"C{number}", None, None) for number in range(9)])
    rows = packed_things(things)
    first = rows[UUID(int=1)]
    assert rows[UUID(int=1)] is first
    assert rows.replaced(by_id([Thing(UUID(int=2), "X", None, None)]))[UUID(int=1)] is first
    monkeypatch.setattr(packed, "_MOST_MADE", 3)
    assert [rows[key].code for key in things] == [f"C{number}" for number in range(9)]
    assert len(rows._made) <= 3


def test_a_key_that_is_not_there_is_none() -> None:
    with pytest.raises(KeyError):
        packed_things({})[UUID(int=1)]
    assert "text" not in packed_things({})


def test_groups_have_what_belongs_to_each_key_in_its_order() -> None:
    ids = Ids([UUID(int=1), UUID(int=2), UUID(int=3)])
    groups = PackedGroups(ids, lambda key, text: (key.int, text), [2, 0, 2], [Texts(["a", "b", "c"])])
    wanted = {UUID(int=3): ((3, "a"), (3, "c")), UUID(int=1): ((1, "b"),)}
    assert groups == wanted
    assert len(groups) == 2
    assert groups.replaced({}, [UUID(int=3)]) == {UUID(int=1): ((1, "b"),)}
    assert groups.replaced({UUID(int=2): ((2, "z"),)}) == {**wanted, UUID(int=2): ((2, "z"),)}


def test_amounts_are_written_into_copied_columns_after_many_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_MOST_ABOVE", 3)
    items, sites = Ids(UUID(int=number) for number in range(5)), Ids([UUID(int=100)])
    columns = {
        name: quantities([Decimal(1), None, Decimal(3), Decimal(4), None]) for name in ("on_hand", "reserved")
    }
    stock = PackedAmounts(Pairs(items, sites), lambda _, *figures: StockFigure(*figures), columns, "on_hand")
    wanted = {
        (UUID(int=number), UUID(int=100)): StockFigure(Decimal(amount), Decimal(amount))
        for number, amount in ((0, 1), (2, 3), (3, 4))
    }
    assert stock == wanted
    rows: Packed[tuple[UUID, UUID], StockFigure] = stock
    for amount, number in enumerate((0, 1, 2, 99, 3, 1), 10):
        change = {(UUID(int=number), UUID(int=100)): StockFigure(Decimal(amount), Decimal("0.5"))}
        before, rows, wanted = dict(rows), rows.replaced(change), wanted | change
        assert rows == wanted
        assert rows != before
        assert rows.replacements < 3
    assert stock[UUID(int=0), UUID(int=100)] == StockFigure(Decimal(1), Decimal(1))


def test_a_column_of_equal_values_widens_its_numbers_as_more_of_them_differ() -> None:
    column, values = Shared(), [number // 2 for number in range(140_000)]
    for start in range(0, len(values), 10_000):
        column.extend(values[start : start + 10_000])
    assert list(column) == values
    assert column[139_999] == 69_999


def test_amounts_come_back_as_the_store_writes_them() -> None:
    column = Decimals(4, [Decimal("1.5"), None, Decimal(0)])
    assert [str(one) for one in column] == ["1.5000", "None", "0.0000"]
    assert str(column[0]) == "1.5000"


def test_keys_of_any_kind_find_their_row() -> None:
    ids = [UUID(int=number * 7919) for number in range(1_000)]
    assert [index_of(ids).row(key) for key in ids] == [*range(1_000)]
    assert isinstance(index_of(ids), Ids)
    assert index_of(["a", 1, ids[0]]).row(1) == 1
    texts = TextKeys(["", "华", "a", "ab"])
    assert [texts.row(key) for key in ("", "华", "a", "ab", "b")] == [0, 1, 2, 3, None]
