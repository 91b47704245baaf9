"""The bench: its table and who fails it; that each row can be measured at all, without judging a time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dev
from devtools.bench import __main__ as bench
from devtools.bench.groups import GROUPS
from devtools.bench.measure import compare
from devtools.bench.place import Place
from devtools.bench.runner import better_of, in_its_own_process
from devtools.bench.table import Row, as_json, as_text, exit_code, limit, row_from_json
from devtools.running import SetupProblem
from tests.support.databases import chosen_databases
from tests.support.postgres import PostgresServer

WITHIN = Row("submit", 30.0, 3.0, 12.0)
PAST = Row("paint", 31.0, 10.0, 3.0)


def test_a_row_past_its_bar_fails_the_bench() -> None:
    assert (WITHIN.met, PAST.met) == (True, False)
    assert exit_code([WITHIN]) == 0
    assert exit_code([WITHIN, PAST]) == 1


def test_no_rows_prove_nothing() -> None:
    assert exit_code([]) == 1


def test_a_row_at_its_bar_is_within_it() -> None:
    assert Row("submit", 36.0, 3.0, 12.0).met


def test_without_a_floor_no_bar_is_met() -> None:
    assert not Row("submit", 1.0, 0.0, 12.0).met
    assert Row("submit", 1.0, 0.0, 12.0).as_json()["ratio"] is None


def test_a_fixed_limit_is_a_bar_too() -> None:
    assert limit("memory", 400, 400, "MB").met
    assert not limit("memory", 401, 400, "MB").met


def test_the_table_is_aligned_and_says_who_missed() -> None:
    assert as_text([WITHIN, PAST]).splitlines() == [
        "row     value  floor      ratio  bar",
        "submit   30.0  3.000  ms  10.00   12  met",
        "paint    31.0   10.0  ms   3.10    3  MISSED",
    ]


def test_programs_get_the_same_table_and_can_read_it_back() -> None:
    table = json.loads(as_json([WITHIN, PAST]))
    assert table["met"] is False
    assert [row_from_json(entry) for entry in table["rows"]] == [WITHIN, PAST]
    assert [entry["met"] for entry in table["rows"]] == [True, False]


def test_of_several_tries_the_best_counts_and_the_table_says_how_many_there_were() -> None:
    slower, faster = Row("paint", 40.0, 10.0, 3.0), Row("paint", 20.0, 10.0, 3.0)
    missed_again = better_of([WITHIN, PAST], [Row("submit", 99.0, 3.0, 12.0), slower], 2)
    assert [(row.value_ms, row.tries) for row in missed_again] == [(30.0, 1), (31.0, 2)]
    assert as_text(missed_again).endswith("MISSED 2 times")
    met = better_of(missed_again, [WITHIN, faster], 3)
    assert [(row.value_ms, row.tries) for row in met] == [(30.0, 1), (20.0, 3)]
    assert as_text(met).endswith("met at try 3")


def test_the_middle_of_what_was_measured_counts() -> None:
    values, floors = iter((1.0, 2.0, 99.0, 3.0, 4.0)), iter((1.0,) * 5)
    assert compare(lambda: next(values), lambda: next(floors), 5, warm_up=0) == (3.0, 1.0)


@pytest.mark.parametrize(("rows", "small", "code"), [([PAST], False, 1), ([PAST], True, 0), ([], True, 1)])
def test_only_the_full_form_judges_times(
    monkeypatch: pytest.MonkeyPatch, rows: list[Row], small: bool, code: int
) -> None:
    monkeypatch.setattr(bench, "measure_groups", lambda *_names, **_options: rows)
    assert bench.main(["--small", "submit"] if small else ["submit"]) == code


def test_a_group_that_breaks_off_fails_the_bench(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_names: object, **_options: object) -> list[Row]:
        raise SetupProblem("the rows of submit broke off (exit 1)")

    monkeypatch.setattr(bench, "measure_groups", broken)
    assert bench.main(["submit"]) == 3
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "the rows of submit broke off (exit 1)\n")


def test_an_unknown_group_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        bench.main(["nothing"])
    assert ended.value.code == 2
    assert "no such group: nothing (there are submit" in capsys.readouterr().err


def test_dev_py_passes_groups_on() -> None:
    arguments, rest = dev.split_arguments(["bench", "--json", "submit"])
    assert (arguments.json, arguments.small, rest) == (True, False, ["submit"])


@pytest.mark.parametrize("name", [name for name, group in GROUPS.items() if not group.needs_postgresql])
def test_the_rows_can_be_measured(name: str, tmp_path: Path) -> None:
    if GROUPS[name].needs_windows:
        rows = in_its_own_process(name, small=True)
    else:
        rows = [*GROUPS[name].rows(Place(tmp_path, tmp_path, small=True))]
    assert rows
    assert all(row.value_ms > 0 and row.floor_ms > 0 for row in rows)


@pytest.mark.parametrize("database", chosen_databases())
def test_the_rows_of_a_database_can_be_measured(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    server: PostgresServer | None = None
    if database == "postgresql":
        server = request.getfixturevalue("pg_server")
    rows = [*GROUPS["submit"].rows(Place(tmp_path, tmp_path, server, small=True))]
    assert [row.name for row in rows][-1].endswith("SQLite" if server is None else "PostgreSQL")
    assert all(row.value_ms > row.floor_ms > 0 for row in rows)
