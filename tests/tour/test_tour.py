"""The tour as people start it: twice in processes of their own, the second over what the first has left."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from orderdesk import words
from tests.architecture.sources import ROOT
from tests.printing.pages import texts_of

pytestmark = pytest.mark.slow

LANGUAGES_OF_RUNS: tuple[words.Language, words.Language] = ("zh", "en")
LONGEST_S = 300  # two busy cores are no measure; the tour itself gives up much earlier


@dataclass(frozen=True)
class TwoRuns:
    """What both runs said and left; ``facts`` are the bytes of that part of ``tour.json``."""

    out: Path
    data_dir: Path
    printed: tuple[str, str]
    facts: tuple[bytes, bytes]
    tour: dict[str, Any]  # of the second run


def run_tour(out: Path, data_dir: Path, language: str) -> str:
    """Play the fixed tour in another process without a display; return what it printed."""
    variables = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "ORDERDESK_"))}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        variables.pop(name, None)
    variables |= {"LC_ALL": language, "ORDERDESK_DATA_DIR": str(data_dir), "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "tour", "--fixed", "--out", str(out)],
        cwd=ROOT, env=variables, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST_S,
        check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def facts_of(out: Path) -> bytes:
    """Return the facts as they stand in the file."""
    content = (out / "tour.json").read_bytes()
    return content[content.index(b'"facts"') : content.index(b'"timings"')]


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory: pytest.TempPathFactory) -> TwoRuns:
    folder = tmp_path_factory.mktemp("tour")
    out, data_dir = folder / "out", folder / "data"
    first = run_tour(out, data_dir, "zh_CN.UTF-8")
    first_facts = facts_of(out)
    second = run_tour(out, data_dir, "C.UTF-8")
    tour = json.loads((out / "tour.json").read_text(encoding="utf-8"))
    return TwoRuns(out, data_dir, (first, second), (first_facts, facts_of(out)), tour)


def test_fixed_facts_are_the_same_bytes_in_every_run_and_language(two_runs: TwoRuns) -> None:
    assert two_runs.facts[0] == two_runs.facts[1]


def test_each_step_is_a_line_in_the_language_of_the_run(two_runs: TwoRuns) -> None:
    names = [step["step"] for step in two_runs.tour["timings"]["steps"]]
    for printed, language in zip(two_runs.printed, LANGUAGES_OF_RUNS, strict=True):
        *lines, last = printed.splitlines()
        assert [line.split()[0] for line in lines] == names
        said = [words.text(f"tour.step.{name}", language) for name in names]
        assert [line for line, text in zip(lines, said, strict=True) if text not in line] == []
        assert str(two_runs.out) in last


def test_there_is_a_picture_of_every_moment_in_both_languages(two_runs: TwoRuns) -> None:
    chinese, english = ({file.name for file in (two_runs.out / name).glob("*.png")} for name in ("zh", "en"))
    assert chinese == english
    numbers = sorted(int(name[:2]) for name in chinese)
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 25


def test_no_picture_is_blank_and_the_languages_differ(two_runs: TwoRuns) -> None:
    for file in (two_runs.out / "zh").glob("*.png"):
        with Image.open(file) as chinese, Image.open(two_runs.out / "en" / file.name) as english:
            assert chinese.size == english.size == (1440, 900)
            assert len(chinese.convert("RGB").getcolors(1 << 20) or ()) > 50
            assert chinese.tobytes() != english.tobytes(), file.name


def test_the_hundred_chairs_leave_on_three_notes_with_the_right_remainders(two_runs: TwoRuns) -> None:
    notes = two_runs.tour["facts"]["notes"].values()
    chairs = [line for note in notes for line in note["lines"] if line["code"] == "B235"]
    assert [tuple(line[name] for name in ("ordered", "before", "now", "open")) for line in chairs] == [
        ("100", "0", "40", "60"),
        ("100", "40", "35", "25"),
        ("100", "75", "25", "0"),
    ]
    assert len({note["to"] for note in notes if "B235" in {line["code"] for line in note["lines"]}}) == 3


def test_two_notes_of_one_order_say_on_paper_what_left_before_and_what_stays(two_runs: TwoRuns) -> None:
    order = two_runs.tour["facts"]["large_order"]["submitted"]["number"]
    rows = []
    for number in two_runs.tour["facts"]["notes"]:
        text = "\n".join(texts_of((two_runs.out / "notes" / f"{number}.pdf").read_bytes()))
        assert number in text
        if order in text:
            assert "1400×800×750" in text  # on one line
            rows += re.findall(r"A105.*?张\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", text, re.DOTALL)
    assert rows == [("24", "0", "16", "8"), ("24", "16", "8", "0")]


def test_notes_are_numbered_without_a_gap(two_runs: TwoRuns) -> None:
    numbers = list(two_runs.tour["facts"]["notes"])
    assert [int(number.rsplit("-", 1)[1]) for number in numbers] == list(range(1, len(numbers) + 1))


def test_a_note_printed_again_is_marked(two_runs: TwoRuns) -> None:
    (again,) = (two_runs.out / "notes").glob("DN-*-*-2.pdf")
    original = again.with_name(f"{again.stem.removesuffix('-2')}.pdf")
    mark = words.text("document.copy", "zh", copy=2)
    assert mark in "".join(texts_of(again.read_bytes()))
    assert mark not in "".join(texts_of(original.read_bytes()))


def test_what_the_window_said_is_what_the_store_has(two_runs: TwoRuns) -> None:
    facts = two_runs.tour["facts"]
    for order, total in (("phone_order", "9971.6"), ("large_order", "22240")):
        assert facts[order]["total_shown"] == facts[order]["submitted"]["total"] == total
    assert facts["phone_order"]["submitted"]["approval"] == "straight"
    assert [task["role"] for task in facts["large_order"]["approved"]["tasks"]] == ["manager", "finance"]
    assert facts["large_order"]["delivered"]["delivered"] == "delivered"
    ordered = [Decimal(line["ordered"]) for line in facts["phone_order"]["delivered"]["lines"]]
    assert ordered == [Decimal(line["shipped"]) for line in facts["phone_order"]["delivered"]["lines"]]


def test_the_desk_of_the_user_is_left_alone(two_runs: TwoRuns) -> None:
    assert not two_runs.data_dir.exists() or list(two_runs.data_dir.iterdir()) == []


def test_check_finds_nothing_wrong_with_what_the_tour_has_left(two_runs: TwoRuns) -> None:
    store = two_runs.out / "store" / "tour.sqlite"
    ended = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--store", str(store), "check", "--json"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST_S, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    report = json.loads(ended.stdout)
    assert report["findings"] == []
    assert report["checked"]["delivery"] == len(two_runs.tour["facts"]["notes"])
