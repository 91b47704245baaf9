"""``do`` and ``import``: one outcome a line, whatever stands in it; one count a kind."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from orderdesk.intake.sample import sample_id
from tests.cli.conftest import Cli, Said
from tests.intake.test_northwind import FILES

IDS = [f"0190a000-0000-7000-8000-0000000000{number:02d}" for number in range(20)]


def envelope(number: int, **fields: Any) -> dict[str, Any]:
    record = {"id": IDS[10 + number], "code": f"Z{number}", "name": "木凳", "tax_rate": "0.13"}
    return {"id": IDS[number], "command": "put_item", "data": {"record": record}, **fields}


def send(cli: Cli, tmp_path: Path, url: str, lines: list[Any], *words: str) -> Said:
    file = tmp_path / "commands.jsonl"
    text = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    file.write_text("\n".join(text) + "\n", encoding="utf-8")
    return cli("do", file, "--store", url, *words)


def test_a_command_a_line_gives_an_outcome_a_line(cli: Cli, sample_url: str, tmp_path: Path) -> None:
    said = send(cli, tmp_path, sample_url, [envelope(1), "", envelope(2)], "--as", "zhoumin")
    assert said.code == 0
    assert said.lines == [
        {
            "id": IDS[number], "class": "applied", "problems": [],
            "touched": [{"type": "item", "id": IDS[10 + number], "revision": 1, "number": f"Z{number}"}],
        }
        for number in (1, 2)
    ]  # fmt: skip


def test_the_same_line_again_gives_the_same_outcome_and_no_second_effect(
    cli: Cli, sample_url: str, tmp_path: Path
) -> None:
    first = send(cli, tmp_path, sample_url, [envelope(1)])
    again = send(cli, tmp_path, sample_url, [envelope(1)])
    assert first.lines == again.lines
    audit = cli("list", "audit", "--where", f"op_id={IDS[1]}", "--store", sample_url, "--json").json
    assert len(audit) == 1


def test_broken_lines_are_refused_with_their_problem_and_the_rest_goes_on(
    cli: Cli, sample_url: str, tmp_path: Path
) -> None:
    lines = [
        "{", "[1]", '{"id": "' + IDS[3] + '"}', envelope(4, command="paint"), envelope(5, version=9),
        envelope(6, data={"record": {}}), envelope(7),
    ]  # fmt: skip
    said = send(cli, tmp_path, sample_url, lines, "--as", "zhoumin")
    assert said.code == 1
    found = [
        (one["id"], one["class"], one["problems"][0]["code"] if one["problems"] else "") for one in said.lines
    ]
    assert found == [
        (None, "refused", "problem.command.unreadable"),
        (None, "refused", "problem.command.unreadable"),
        (IDS[3], "refused", "problem.command.field"),
        (IDS[4], "refused", "problem.command.unknown"),
        (IDS[5], "refused", "problem.command.version"),
        (IDS[6], "refused", "problem.command.field"),
        (IDS[7], "applied", ""),
    ]
    assert all(problem["text"] for one in said.lines for problem in one["problems"])


def test_who_sends_decides_what_is_allowed(cli: Cli, sample_url: str, tmp_path: Path) -> None:
    said = send(cli, tmp_path, sample_url, [envelope(1)], "--as", "lina")
    assert said.code == 1
    assert said.lines[0]["problems"][0]["code"] == "problem.policy.denied"
    by_id = send(cli, tmp_path, sample_url, [envelope(2)], "--as", str(sample_id("person", "zhoumin")))
    assert by_id.code == 0
    assert send(cli, tmp_path, sample_url, [envelope(3)], "--as", "nobody").code == 2


def test_commands_come_from_standard_input(
    cli: Cli, sample_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(envelope(1)).encode() + b"\n\xff\xfe\n"))
    monkeypatch.setattr(sys, "stdin", stream)
    said = cli("do", "-", "--store", sample_url)
    assert [one["class"] for one in said.lines] == ["applied", "refused"]


def test_a_missing_file_is_no_command(cli: Cli, sample_sqlite_url: str, tmp_path: Path) -> None:
    said = cli("do", tmp_path / "nothing.jsonl", "--store", sample_sqlite_url)
    assert (said.code, said.out) == (1, "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "northwind"
    made.mkdir()
    for name, content in FILES.items():
        (made / name).write_text(content, encoding="utf-8")
    return made


def test_an_import_prints_its_counts_and_its_total(cli: Cli, sample_url: str, folder: Path) -> None:
    said = cli("import", "northwind", folder, "--store", sample_url)
    assert said.code == 0
    assert said.out.splitlines() == [
        "kind       rows  created  unchanged  rejected",
        "customers     2        2          0         0",
        "items         2        2          0         0",
        "orders        2        2          0         0",
        "lines         3        3          0         0",
        "",
        "orders 2, lines 3, total USD 365.78 (exact 365.7815)",
    ]
    again = cli("import", "northwind", folder, "--store", sample_url, "--json").json
    assert [count["unchanged"] for count in again["counts"]] == [2, 2, 2, 3]
    assert (again["total"], again["exact_total"]) == ("365.78", "365.7815")


def test_rejected_rows_are_printed_with_file_row_field_and_problem(
    cli: Cli, sample_url: str, folder: Path
) -> None:
    with (folder / "customers.csv").open("a", encoding="utf-8") as file:
        file.write("NONAM,NULL,x,y,z,NULL,1,France,1\n")
    said = cli("import", "northwind", folder, "--dry-run", "--store", sample_url)
    assert said.code == 1
    assert "customers.csv    4  companyName  A value is missing." in said.out
    assert cli("list", "orders", "--store", sample_url, "--json").json == []


def test_a_folder_without_the_files_is_named(cli: Cli, sample_sqlite_url: str, tmp_path: Path) -> None:
    said = cli("import", "northwind", tmp_path, "--store", sample_sqlite_url)
    assert (said.code, "categories.csv" in said.err) == (1, True)
