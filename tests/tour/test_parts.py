"""The parts of the tour: what it clears away, what it refuses, and what is left of one that fails."""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from orderdesk.config import load_config
from orderdesk.errors import Bug, EnvironmentProblem
from orderdesk.tour import pictures, playing, stage, story
from orderdesk.tour.folders import choose_platform, make_ready
from orderdesk.tour.playing import Step, Tour
from orderdesk.tour.record import Record, expect
from orderdesk.words import LANGUAGES, has
from tests.support.windows import look

__all__ = ["look"]


def test_only_what_an_earlier_tour_left_is_cleared_away(tmp_path: Path) -> None:
    ours = ["zh/03-lines.png", "en/03-lines.png", "notes/DN-K7M-1.pdf", "store/tour.sqlite", "tour.json"]
    theirs = ["zh/holiday.png", "letter.pdf", "store/orderdesk.sqlite", "notes/list.txt"]
    for name in (*ours, *theirs):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    make_ready(tmp_path)
    assert [name for name in ours if (tmp_path / name).exists()] == []
    assert [name for name in theirs if not (tmp_path / name).exists()] == []


def test_a_folder_that_cannot_be_made_is_an_environment_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EnvironmentProblem) as caught:
        make_ready(tmp_path / "file")
    assert caught.value.code == "error.file.unwritable"


def test_the_window_has_room_on_the_offscreen_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    choose_platform(tmp_path)
    kind, _, file = os.environ["QT_QPA_PLATFORM"].partition(":configfile=")
    (screen,) = json.loads(Path(file).read_text(encoding="utf-8"))["screens"]
    assert (kind, screen["width"], screen["height"]) == ("offscreen", 1440, 900)


def test_a_display_that_is_wanted_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    choose_platform(tmp_path)
    assert os.environ["QT_QPA_PLATFORM"] == "wayland"


def test_every_step_has_its_words() -> None:
    names = [step.name for step in story.STORY]
    assert len(set(names)) == len(names)
    assert [name for name in names for language in LANGUAGES if not has(f"tour.step.{name}", language)] == []


def test_a_difference_ends_the_tour_with_both_values() -> None:
    with pytest.raises(Bug) as caught:
        expect("total", "9971.60", "9971.61")
    assert caught.value.code == "tour.fault.fact"
    assert dict(caught.value.params) == {"what": "total", "found": "9971.60", "expected": "9971.61"}


def test_a_picture_of_nothing_is_refused(tmp_path: Path, look: QApplication) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with pytest.raises(Bug) as caught:
        pictures.save_image(image, tmp_path / "01-nothing.png")
    assert caught.value.code == "tour.fault.blank"
    assert list(tmp_path.iterdir()) == []


def test_facts_are_written_exactly_and_in_order(tmp_path: Path) -> None:
    record = Record()
    record.note("b", total=Decimal("10.50"), day=date(2026, 3, 9))
    record.note("a", keyed=("x", 1))
    record.write(tmp_path / "tour.json", fixed=True, milliseconds=12)
    content = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert list(content["facts"].items()) == [
        ("b", {"total": "10.5", "day": "2026-03-09"}),
        ("a", {"keyed": ["x", 1]}),
    ]
    assert content["timings"] == {"total_ms": 12, "steps": []}


def play_one(out: Path, step: Step, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "STORY", (step,))
    config = load_config({"data_dir": str(out / "desk")}, {})
    playing.play_story(config, out, make_ready(out), fixed=True)


@pytest.mark.slow
def test_a_step_that_finds_something_wrong_leaves_its_name_and_a_picture(
    tmp_path: Path, look: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(tour: Tour) -> None:
        tour.note("seen", person=tour.stage.backend.person.code if tour.stage.backend.person else "")
        tour.expect("sum", 1, 2)

    with pytest.raises(Bug) as caught:
        play_one(tmp_path, Step("wrong", wrong), monkeypatch)
    assert (caught.value.code, caught.value.params["step"]) == ("tour.fault.fact", "wrong")
    content = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert content["facts"] == {"seen": {"person": "lina"}}
    assert "step=wrong" in content["failed"]
    assert (tmp_path / "failed.png").stat().st_size > 10_000


@pytest.mark.slow
def test_a_step_that_waits_in_vain_says_for_what(
    tmp_path: Path, look: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "PATIENCE_S", 5.0)

    def patient(tour: Tour) -> None:
        monkeypatch.setattr(stage, "PATIENCE_S", 0.05)
        tour.wait_until("rain", lambda: False)

    with pytest.raises(Bug) as caught:
        play_one(tmp_path, Step("patient", patient), monkeypatch)
    assert caught.value.code == "tour.fault.late"
    assert (caught.value.params["step"], caught.value.params["what"]) == ("patient", "rain")


@pytest.mark.slow
def test_a_fault_that_nobody_takes_care_of_ends_the_tour(
    tmp_path: Path, look: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(tour: Tour) -> None:
        def read(_connection: object) -> None:
            raise ZeroDivisionError("in a lane")

        tour.stage.backend.read(read, lambda _answer: None)

    with pytest.raises(Bug) as caught:
        play_one(tmp_path, Step("broken", broken), monkeypatch)
    assert caught.value.code == "tour.fault.unexpected"
    assert "in a lane" in str(caught.value.params["detail"])
