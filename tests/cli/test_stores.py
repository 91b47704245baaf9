"""``init``, ``check``, ``upgrade`` and what a store that is missing or in use says."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from orderdesk.ports import Ports
from orderdesk.services.store import create_store, open_store
from tests.cli.conftest import Cli


def test_init_small_makes_the_sample_company(cli: Cli, tmp_path: Path) -> None:
    said = cli("init", "--size", "small", "--json")
    assert (said.code, said.json["rows"]["customer"], said.json["rows"]["item"]) == (0, 40, 61)
    assert (tmp_path / "data" / "orderdesk.sqlite").is_file()
    assert len(cli("list", "customers", "--json").json) == 40


def test_init_office_makes_up_a_company_and_tells_how_far_it_is(cli: Cli) -> None:
    counts = ("--customers", "30", "--items", "60", "--orders", "40")
    said = cli("init", "--size", "office", *counts, "--seed", "3", "--json")
    assert (said.code, said.json["rows"]) == (0, {"customer": 30, "item": 60, "order": 40})
    assert "of 90 customers and items" in said.err
    assert cli("check").code == 0


def test_counts_are_for_companies_that_are_made_up(cli: Cli, tmp_path: Path) -> None:
    said = cli("init", "--size", "small", "--orders", "40")
    assert (said.code, said.out) == (2, "")
    assert "--size office" in said.err
    assert not (tmp_path / "data" / "orderdesk.sqlite").exists()


def test_init_empty_makes_a_store_that_can_be_worked_in(cli: Cli) -> None:
    assert cli("init").code == 0
    assert [person["code"] for person in cli("list", "people", "--json").json] == ["admin"]
    assert [site["code"] for site in cli("list", "sites", "--json").json] == ["MAIN"]
    assert cli("list", "customers", "--json").json == []


def test_init_twice_is_refused_and_harms_nothing(cli: Cli) -> None:
    cli("init", "--size", "small")
    said = cli("init")
    assert said.code == 1
    assert "error.store.exists" in cli("init", "--json").out
    assert len(cli("list", "customers", "--json").json) == 40


def test_a_missing_store_says_what_to_do(cli: Cli) -> None:
    said = cli("list", "customers")
    assert (said.code, said.out) == (1, "")
    assert "orderdesk init" in said.err


def test_check_of_a_sound_store_says_how_much_was_looked_at(cli: Cli, sample_url: str) -> None:
    said = cli("check", "--store", sample_url)
    assert said.code == 0
    assert said.out.startswith("Nothing is wrong.")
    assert "customer 40" in said.out


def test_check_names_each_finding_and_its_exit_code_is_1(cli: Cli, sample_url: str) -> None:
    engine = create_engine(sample_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE item SET name = 'x' WHERE code = 'A105'"))
    engine.dispose()
    said = cli("check", "--store", sample_url)
    assert said.code == 1
    assert said.out.splitlines()[0] == (
        "item A105 was changed past the door: it is not what the audit trail says."
    )
    found = cli("check", "--store", sample_url, "--json").json["findings"]
    assert [finding["code"] for finding in found] == ["check.content.changed"]


def test_upgrade_leaves_a_current_store_alone(cli: Cli, sample_url: str) -> None:
    said = cli("upgrade", "--store", sample_url, "--json")
    assert said.code == 0
    assert said.json["before"] == said.json["after"]
    assert said.json["copy"] is None


def test_upgrade_refuses_a_store_that_somebody_works_in(cli: Cli, sample_sqlite_url: str) -> None:
    store = open_store(sample_sqlite_url)
    said = cli("upgrade", "--store", sample_sqlite_url)
    store.close()
    assert said.code == 1
    assert "in use" in said.err


def test_reading_goes_on_while_somebody_works_in_the_store(cli: Cli, sample_url: str) -> None:
    store = open_store(sample_url)
    assert cli("list", "customers", "--store", sample_url, "--limit", "1").code == 0
    store.close()


def test_a_password_in_a_url_is_never_shown(cli: Cli) -> None:
    said = cli("list", "items", "--store", "postgresql://li:s3cret@127.0.0.1:1/none", "--json")
    assert said.code == 1
    assert "s3cret" not in said.out + said.err


def test_a_damaged_file_is_named(cli: Cli, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'broken.sqlite'}"
    create_store(url, Ports())
    (tmp_path / "broken.sqlite").write_bytes(b"x" * 5000)
    said = cli("check", "--store", url, "--json")
    assert (said.code, said.json["error"]) == (1, "error.store.damaged")


@pytest.mark.parametrize("words", [("init", "--size", "huge"), ("paint",), ("import", "excel", "x")])
def test_wrong_words_are_usage_errors(cli: Cli, words: tuple[str, ...]) -> None:
    said = cli(*words)
    assert (said.code, said.out) == (2, "")
    assert "usage:" in said.err
