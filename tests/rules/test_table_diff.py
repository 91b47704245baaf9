"""What differs between two versions, in rows and cells as people see them."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

from orderdesk.rules.table_diff import TableDiff, diff_tables


def row(amount: str, role: str, **more: Any) -> dict[str, Any]:
    return {"when": {"amount": amount}, "then": {"role": role}, **more}


def table(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "format": 1, "name": "approval", "version": 1, "hit_policy": "FIRST",
        "inputs": [{"fact": "amount", "type": "number"}], "outputs": [{"name": "role", "type": "text"}],
        "rows": list(rows), **more,
    }  # fmt: skip


A, B, C = row("> 1", "a"), row("> 2", "b"), row("> 3", "c")


def cells(diff: TableDiff) -> list[tuple[int | None, int | None, str, str, str, str]]:
    return [
        (one.row_before, one.row_after, one.part, one.column, one.before, one.after) for one in diff.cells
    ]


def rows(diff: TableDiff) -> list[tuple[str, int | None, int | None]]:
    return [(one.kind, one.row_before, one.row_after) for one in diff.rows]


def test_the_same_table_differs_in_nothing_whatever_its_version() -> None:
    assert not diff_tables(table(A, B), table(A, B, version=7, name="x"))
    assert not diff_tables(table(A), table({"when": {"amount": "> 1", "tier": "any"}, "then": {"role": "a"}}))


def test_a_changed_cell_names_what_it_was() -> None:
    diff = diff_tables(table(A, B, C), table(A, row("> 2.5", "b", note="more"), C))
    assert cells(diff) == [
        (2, 2, "note", "note", "", "more"), (2, 2, "when", "amount", "> 2", "> 2.5"),
    ]  # fmt: skip
    assert diff.rows == ()


def test_rows_come_go_and_move() -> None:
    assert rows(diff_tables(table(A, B), table(A, C, B))) == [("added", None, 2)]
    assert rows(diff_tables(table(A, B, C), table(A, C))) == [("removed", 2, None)]
    moved = diff_tables(table(A, B, C), table(C, A, B))
    assert (rows(moved), moved.cells) == ([("moved", 3, 1)], ())


def test_columns_policy_and_examples_are_told_above_the_rows() -> None:
    after = table(
        A, hit_policy="unique", examples=[{"facts": {"tier": "vip"}, "rows": [1]}],
        inputs=[{"fact": "amount", "type": "money", "measure": "CNY"}, {"fact": "tier", "type": "choice"}],
    )  # fmt: skip
    found = {one.path: (one.before, one.after) for one in diff_tables(table(A), after).head}
    assert found == {
        "hit_policy": ("FIRST", "UNIQUE"), "examples[0]": ("", "tier = vip → 1"),
        "inputs.amount": ("type number", "measure CNY, type money"), "inputs.tier": ("", "type choice"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "odd", [{}, {"rows": "x"}, {"rows": [1, None, {"when": 5, "then": [1]}]}, {"inputs": [3], "examples": 7}]
)
def test_a_draft_that_is_no_table_yet_has_its_differences_all_the_same(odd: dict[str, Any]) -> None:
    assert diff_tables(table(A, B), odd)
    assert not diff_tables(odd, odd)


def test_every_change_is_told_in_random_tables() -> None:
    any_ = random.Random(3)
    for _ in range(200):
        old = table(*(row(f"> {any_.randint(0, 9)}", any_.choice("abc")) for _ in range(any_.randint(1, 8))))
        new = copy.deepcopy(old)
        for _ in range(any_.randint(0, 3)):
            at = any_.randrange(len(new["rows"]))
            what = any_.choice(["cell", "remove", "add", "move"])
            if what == "cell":
                new["rows"][at]["when"]["amount"] = f"> {any_.randint(0, 9)}"
            elif what == "remove" and len(new["rows"]) > 1:
                del new["rows"][at]
            elif what == "add":
                new["rows"].insert(at, row(f"> {any_.randint(0, 9)}", "d"))
            else:
                new["rows"].insert(any_.randrange(len(new["rows"])), new["rows"].pop(at))
        diff = diff_tables(old, new)
        assert bool(diff) == (old["rows"] != new["rows"])
        added = sum(one.kind == "added" for one in diff.rows)
        removed = sum(one.kind == "removed" for one in diff.rows)
        assert len(new["rows"]) - len(old["rows"]) == added - removed
