"""Proof P18 in its small form: each parser takes some hundred inputs, and those that once broke it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from orderdesk.errors import UserError
from tests.proofs import fuzzing
from tests.proofs.fuzz_world import fuzzed_desk
from tests.proofs.fuzzing import CASES, Fault, Target, attempt, cases_of, fuzz, keep_case, read_case, text_of

SIZE = 1_500
LEAST = 25
NAMES = (
    "number", "quantity", "date", "schedule", "address", "quick_add", "pasted", "search", "csv", "xlsx",
    "mapping",
    "price_sheet", "northwind", "command", "door", "journal", "preferences", "printers", "session",
    "settings", "ipp", "rule_cell", "rule_formula", "rule_feel", "rule_zen", "rule_json", "rule_dmn",
    "rule_jdm", "rule_xlsx",
)  # fmt: skip


@pytest.fixture(scope="module")
def targets(sample_sqlite_template: Path) -> Iterator[Mapping[str, Target]]:
    """Every parser; damaged files that they warn of are what this is about."""
    logger = logging.getLogger("orderdesk")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    with fuzzed_desk(sample_sqlite_template) as found:
        yield found
    logger.setLevel(before)


def test_every_parser_is_fuzzed(targets: Mapping[str, Target]) -> None:
    assert tuple(targets) == NAMES
    assert {folder.name for folder in CASES.iterdir()} <= set(NAMES)


# The worker, whose process ends with each file, leaves closing to the system.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", NAMES)
def test_a_parser_answers_with_a_value_or_a_typed_error(targets: Mapping[str, Target], name: str) -> None:
    target = targets[name]
    for case, data in cases_of(target).items():
        assert attempt(target, data)[2] is None, case
    tally = fuzz(target, max(LEAST, len(target.seeds), SIZE // target.cost), seed=4)
    assert tally.faults == []
    assert tally.kinds > 1  # else nothing much was tried
    assert tally.slowest < fuzzing.MOST_SECONDS


def test_without_its_typed_errors_a_parser_is_found_out() -> None:
    """The date reader catches what the calendar refuses; without that the proof finds the bare error."""

    def careless(data: bytes) -> object:
        month, _, day = text_of(data).partition("/")
        return date(2026, int(month), int(day))

    tally = fuzz(Target("date", (b"3/15",), careless), 400, seed=1)
    assert "ValueError" in {fault.what.split(" ", 1)[0] for fault in tally.faults}
    assert len(tally.faults[0].data) <= 2  # made small


def test_what_takes_too_long_or_too_much_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser whose time grows without bound, and one that swallows every ordinary error."""

    def endless(data: bytes) -> object:
        while True:
            try:
                sum(range(1000))
            except Exception:  # noqa: BLE001 - what is tried here
                return data

    def hungry(data: bytes) -> object:
        raise MemoryError

    monkeypatch.setattr(fuzzing, "MOST_SECONDS", 0.05)
    assert str(attempt(Target("x", (), endless), b"")[2]).startswith("TooSlow at")
    assert str(attempt(Target("x", (), hungry), b"")[2]).startswith("MemoryError at")


def test_the_same_seed_tries_the_same_and_another_seed_others(targets: Mapping[str, Target]) -> None:
    def tried(seed: int) -> list[bytes]:
        seen: list[bytes] = []

        def run(data: bytes) -> object:
            seen.append(data)
            if not data:
                raise UserError("error.date.empty")
            return len(data) % 7

        fuzz(Target("x", targets["date"].seeds, run), 200, seed)
        return seen

    assert tried(1) == tried(1)
    assert tried(1) != tried(2)


def test_a_failing_input_becomes_a_case(tmp_path: Path) -> None:
    fault = Fault("date", b"\xed\xa0\x80", "ValueError at x.py:1")
    assert read_case(keep_case(fault, tmp_path)) == fault.data
    assert keep_case(fault, tmp_path).name == fault.name  # told by its content, once
    assert len([*(tmp_path / "date").iterdir()]) == 1
