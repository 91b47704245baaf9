"""How the columns of a table stand: chosen, moved, widened, kept in sight, and read back."""

from __future__ import annotations

import json

import pytest

from orderdesk.ui.tables.arrangement import Arrangement, read_arrangement

KEYS = ("code", "item", "quantity", "unit", "price")
FIXED = frozenset({"code"})
FIRST = Arrangement(KEYS)


def test_a_column_moves_past_those_on_show_and_no_further_than_the_ends() -> None:
    some = FIRST.showing(("code", "quantity", "price"))
    assert some.shown == ("code", "quantity", "price")
    moved = some.moved("price", -1)
    assert moved.shown == ("code", "price", "quantity")
    assert moved.showing(KEYS).order == ("code", "item", "price", "quantity", "unit")
    assert moved.moved("price", -1).moved("price", -1).shown == ("price", "code", "quantity")
    assert not moved.can_move("quantity", 1)
    assert moved.moved("quantity", 1) == moved
    assert moved.moved("unit", 1) == moved  # not on show


def test_what_stays_in_sight_follows_its_column() -> None:
    kept = Arrangement(KEYS, frozen_to="item")
    assert kept.frozen == ("code", "item")
    assert kept.moved("item", 1).frozen == ("code", "quantity", "item")
    assert kept.showing(("code", "price")).frozen == ()


def test_it_comes_back_as_it_was_kept() -> None:
    chosen = Arrangement(KEYS, frozen_to="item").showing(("code", "item", "price")).moved("price", -1)
    chosen = chosen.widened("price", 140).widened("code", 3)
    kept = json.loads(json.dumps(chosen.kept_form()))
    assert read_arrangement(kept, KEYS, FIXED) == chosen
    assert dict(chosen.widths) == {"code": 28, "price": 140}


def test_columns_of_another_version_are_left_out_and_new_ones_stand_where_they_are_at_first() -> None:
    kept = {
        "order": ["price", "old", "code", "price"],
        "hidden": ["code", "price", "old"],
        "widths": {"old": 9},
    }
    found = read_arrangement(kept, KEYS, FIXED)
    assert found.order == ("price", "code", "item", "quantity", "unit")
    assert found.hidden == {"price"}  # a fixed one never is
    assert found.widths == ()


@pytest.mark.parametrize(
    "kept",
    [None, 7, "x", [], {"order": 3, "hidden": {}, "widths": [1], "frozen_to": 4},
     {"order": [1, None], "widths": {"code": True, "item": "9"}, "frozen_to": None}],
)  # fmt: skip
def test_what_is_damaged_counts_as_not_chosen(kept: object) -> None:
    assert read_arrangement(kept, KEYS, FIXED) == FIRST
