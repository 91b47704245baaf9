"""The proofs that need programs of the machine: without them they say so, and never pass."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import dev
from devtools import prove_print
from devtools.environment import Environment
from devtools.findings import Finding
from devtools.proof_printers import PROGRAMS, look_for_programs, missing_programs, wait_for
from devtools.prove_print import ink_of, sample_note
from devtools.running import SetupProblem
from orderdesk.printing.delivery_form import render_delivery_form


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on whose path nothing is."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("bare_machine")
def test_without_cups_the_proof_names_what_is_missing_and_how_to_have_it() -> None:
    assert set(PROGRAMS) <= set(missing_programs())
    with pytest.raises(SetupProblem, match=r"ippeveprinter.*\n.*\n +sudo apt-get install .*cups-ipp-utils"):
        look_for_programs()


@pytest.mark.usefixtures("bare_machine")
def test_without_cups_the_proof_ends_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert prove_print.main() == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "prove print needs programs that are not here: cupsd" in said.err


def test_a_failed_finding_fails_the_proof(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = [Finding("paper", "241 × 140", "210 × 297"), Finding("copies", "1", "1")]
    monkeypatch.setattr(prove_print, "look_for_programs", lambda: None)
    monkeypatch.setattr(prove_print, "prove", lambda: findings)
    assert prove_print.main() == 1
    assert capsys.readouterr().out.splitlines() == [
        "paper   210 × 297  FAILED, expected 241 × 140",
        "copies  1  ok",
    ]


def test_what_does_not_come_up_is_told_with_the_end_of_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "daemon.log"
    log.write_text("no such interface\n")
    monkeypatch.setattr("devtools.proof_printers._WAIT_S", 0.0)
    with pytest.raises(SetupProblem, match=r"the bus did not come up\. It said:\nno such interface"):
        wait_for(lambda: False, "the bus", log)


def test_ink_is_measured_in_millimetres() -> None:
    left, top, right, bottom = ink_of(render_delivery_form(sample_note(3)).pdf)
    assert left == pytest.approx(14.1, abs=0.2)
    assert right == pytest.approx(241 - 14.1, abs=0.2)
    assert 5 < top < 7
    assert 130 < bottom < 135.5


@pytest.mark.parametrize("words", [[], ["nothing"], ["print", "more"]])
def test_prove_takes_one_proof_by_name(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    arguments, rest = dev.split_arguments(["prove", *words])
    assert dev.COMMANDS["prove"](arguments, rest) == 2
    assert "print" in capsys.readouterr().err


@pytest.fixture
def proof_run(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What dev.py runs, without running it."""
    ran: list[list[str]] = []

    def note(command: Sequence[str | Path], _variables: object) -> int:
        ran.append([str(word) for word in command[1:]])
        return 0

    monkeypatch.setattr(dev, "set_up", lambda _lock: Environment(Path("venv")))
    monkeypatch.setattr(dev, "run_visibly", note)
    monkeypatch.setattr(dev, "SIZED", {"typing"})
    return ran


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["typing"], ["-m", "devtools.prove_typing"]),
        (["typing", "--size", "40"], ["-m", "devtools.prove_typing", "--size", "40"]),
        (["print"], ["-m", "devtools.prove_print"]),
    ],
)
def test_a_size_goes_to_the_proof(proof_run: list[list[str]], words: list[str], expected: list[str]) -> None:
    assert dev.main(["prove", *words]) == 0
    assert proof_run == [expected]


def test_a_proof_of_one_size_refuses_another(
    proof_run: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["prove", "print", "--size", "40"]) == 2
    assert "dev.py prove print has one size only" in capsys.readouterr().err
    assert proof_run == []


@pytest.mark.parametrize("size", ["0", "-3", "many", "1.5"])
def test_a_size_is_a_whole_number(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.main(["prove", "typing", f"--size={size}"])
    assert ended.value.code == 2
    assert "--size" in capsys.readouterr().err
