"""``rules list|show|check|rehearse|export|import|publish|rollback`` on a store with the sample company."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli, Said
from tests.support.desk import SampleDesk

Rules = Callable[..., Said]


@pytest.fixture
def rules(cli: Cli, sample: SampleDesk, sample_url: str) -> Rules:
    """Return what runs an action of ``rules`` on a sample store in which two orders wait."""
    for quantity in ("15", "40"):
        assert not sample.submit(sample.draft("C2002", ("A105", quantity))).is_refused
    sample.store.close()

    def run(*words: str | Path) -> Said:
        return cli("--store", sample_url, "rules", *words)

    return run


def edited(rules: Rules, folder: Path) -> Path:
    """Export what decides, let finance be asked from 15,000 on, and return the file."""
    path = folder / "approval.json"
    assert rules("export", "approval", path).code == 0
    path.write_text(path.read_text("utf-8").replace("10000", "15000"), "utf-8")
    return path


def test_a_table_goes_out_is_edited_rehearsed_published_and_taken_back(rules: Rules, tmp_path: Path) -> None:
    path = edited(rules, tmp_path)
    said = rules("import", "approval", path, "--as", "zhoumin")
    assert (said.code, said.out) == (0, "saved as the draft\n")
    assert rules("check", "approval").out == "nothing is wrong\n"
    said = rules("publish", "approval", "--as", "zhoumin")
    assert said.code == 1
    assert said.out.splitlines() == [
        "A version needs a reason. Nothing was published. Write why it changes.",
        "The draft was not rehearsed. It cannot be published. Rehearse it on past orders.",
    ]
    said = rules("rehearse", "approval", "--as", "zhoumin", "--days", "9000")
    assert said.code == 0
    assert "1 unchanged, 0 not testable" in said.out
    assert "Finance  straight through" in said.out
    said = rules("publish", "approval", "--reason", "fewer steps", "--as", "zhoumin")
    assert (said.code, said.out) == (0, "published as approval 2\n")
    listed = rules("list", "--json").json
    assert (listed[2]["book"], listed[2]["live"], listed[2]["draft_of"]) == ("approval", 2, None)
    assert (
        rules("rollback", "approval", "1", "--reason", "wrong", "--as", "zhoumin").out
        == "published as approval 3\n"
    )
    shown = rules("show", "approval", "--json").json
    assert [(one["version"], one["copy_of"], one["reason"]) for one in shown["versions"]] == [
        (3, 1, "wrong"), (2, None, "fewer steps"), (1, None, ""),
    ]  # fmt: skip
    differences = rules("show", "approval", "--version", "2", "--against", "1", "--json").json
    cells = [one for one in differences if one["change"] == "cell"]
    assert {(one["before"], one["after"]) for one in cells} == {
        ("<= 10000", "<= 15000"), ("> 10000", "> 15000"),
    }  # fmt: skip
    assert rules("show", "approval", "--version", "3", "--against", "1").out == "nothing differs\n"


def test_people_read_a_book_as_a_grid_with_its_history(rules: Rules) -> None:
    said = rules("show", "approval")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].startswith("Approval: Says who must approve an order")
    assert lines[2].split()[:4] == ["#", "order_kind", "tier", "amount"]
    assert lines[3].split()[0] == "1"
    assert lines[-1].split()[:2] == ["1", "live"]


def test_a_file_is_checked_and_rehearsed_without_being_taken_in(rules: Rules, tmp_path: Path) -> None:
    path = edited(rules, tmp_path)
    assert rules("check", "approval", "--file", path).code == 0
    said = rules("rehearse", "approval", "--file", path, "--json").json
    assert (said["orders"], said["unchanged"], said["moves"][0]["orders"]) == (2, 1, 1)
    assert said["moved"][0]["before"] == "Finance"
    broken = json.loads(path.read_text("utf-8"))
    broken["rows"][0]["when"]["tier"] = "gold"
    path.write_text(json.dumps(broken), "utf-8")
    said = rules("check", "approval", "--file", path)
    assert (said.code, "“gold” in row 1 is not known" in said.out) == (1, True)
    assert rules("list", "--json").json[2]["draft_of"] is None


def test_a_workbook_goes_out_and_in(rules: Rules, tmp_path: Path) -> None:
    path = tmp_path / "validation.xlsx"
    assert rules("export", "validation", path).code == 0
    assert rules("import", "validation", path, "--as", "zhoumin").code == 0
    said = rules("publish", "validation", "--reason", "x", "--as", "zhoumin", "--json").json
    assert [one["code"] for one in said["problems"]] == [
        "problem.rule.publish.same", "problem.rule.rehearsal.missing",
    ]  # fmt: skip


def test_warnings_are_taken_on_with_a_reason(rules: Rules, tmp_path: Path) -> None:
    path = tmp_path / "narrow.json"
    table: dict[str, Any] = {
        "format": 1, "name": "approval", "version": 1, "hit_policy": "FIRST",
        "inputs": [{"fact": "tier", "type": "choice"}], "outputs": [{"name": "role", "type": "choice"}],
        "rows": [{"when": {"tier": "vip"}, "then": {"role": "manager"}}],
    }  # fmt: skip
    path.write_text(json.dumps(table), "utf-8")
    assert "No row answers for tier = " in rules("import", "approval", path, "--as", "zhoumin").out
    assert rules("rehearse", "approval", "--as", "zhoumin").code == 0
    words = ("publish", "approval", "--reason", "x", "--as", "zhoumin")
    assert rules(*words).code == 1
    assert rules(*words, "--accept", "the manager is asked").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "weather"), "error.rules.book"),
        (("show", "approval", "--version", "9"), "problem.rule.version"),
        (("show", "approval", "--draft"), "problem.rule.draft.missing"),
        (("rehearse", "approval"), "problem.rule.draft.missing"),
        (("rollback", "approval", "1", "--start", "soon", "--as", "zhoumin"), "error.rules.use"),
        (("import", "approval", "nothing.json", "--as", "zhoumin"), "problem.table.file.missing"),
    ],
)
def test_what_cannot_be_done_is_said(rules: Rules, words: tuple[str, ...], code: str) -> None:
    said = rules(*words, "--json")
    assert said.code != 0
    assert said.json["error"] == code


def test_only_who_may_keeps_rules(rules: Rules) -> None:
    said = rules("rollback", "approval", "1", "--reason", "x", "--as", "lina", "--json")
    assert (said.code, [one["code"] for one in said.json["problems"]]) == (1, ["problem.policy.denied"])
