"""Plays the story from its first step to the last, and writes down what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from orderdesk.config import Config
from orderdesk.errors import Bug, OrderDeskError
from orderdesk.tour import pictures
from orderdesk.tour.hands import Hands
from orderdesk.tour.record import Played, Record, StepRow, expect
from orderdesk.tour.stage import Stage
from orderdesk.ui.messages import Message
from orderdesk.words import LANGUAGES


class Tour:
    """What a step of the story works with: hands, the stage, and a place for pictures and facts."""

    def __init__(self, stage: Stage, out: Path) -> None:
        self.stage = stage
        self.out = out
        self.hands = Hands(stage.take_keys)
        self.record = Record()
        self.orders: dict[str, str] = {}  # what the story calls an order -> its number
        self.heard: Message | None = None  # the last sentence of the strip that a step has taken notice of
        self._pictures = 0
        self._files: list[str] = []
        self._apart = 0.0  # s: what pictures took

    # keys

    def type(self, text: str) -> None:
        """Type Latin text."""
        self.hands.type(text)

    def press(self, *keys: str) -> None:
        """Press keys, named as in the key bar."""
        self.hands.press(*keys)

    def compose(self, typed: str, text: str) -> None:
        """Write Chinese with an input method."""
        self.hands.compose(typed, text)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.stage.settle()

    def wait_until(self, what: str, condition: Callable[[], bool]) -> None:
        """Wait for a condition; ``what`` names it in the message if it never comes."""
        self.stage.wait_until(what, condition)

    # what is left

    def picture(self, name: str, opened_by: str = "", closed_by: str = "Esc") -> None:
        """Take a picture of everything on the screen, in both languages.

        What does not outlive a switch of the language (a menu, a dialog) is opened anew in each by its key.
        """
        begun = self.stage.watch.monotonic()
        self._pictures += 1
        self.settle()
        for language in LANGUAGES:
            with self.stage.shown_in(language):
                if opened_by:
                    self.press(opened_by)
                    self.settle()
                file = self.out / language / f"{self._pictures:02}-{name}.png"
                pictures.save_image(pictures.whole_window(self.stage.window), file)
                self._files.append(file.relative_to(self.out).as_posix())
                if opened_by:
                    self.press(closed_by)
                    self.settle()
        self._apart += self.stage.watch.monotonic() - begun

    def paper(self, file: Path) -> None:
        """Count a paper among what is left, and leave a picture of each of its pages beside it."""
        begun = self.stage.watch.monotonic()
        files = [file, *pictures.save_pages(file)]
        self._files += [file.relative_to(self.out).as_posix() for file in files]
        self._apart += self.stage.watch.monotonic() - begun

    def note(self, family: str, **facts: object) -> None:
        """Keep facts for ``tour.json``."""
        self.record.note(family, **facts)

    def expect(self, what: str, found: object, expected: object) -> None:
        """Compare; the tour ends where something is not as it should be."""
        expect(what, found, expected)

    def play(self, step: Step) -> None:
        """Play one step and write down how long it took. Raises what the step raises, with its name."""
        self._files, self._apart = [], 0.0
        keys, begun = self.hands.keys, self.stage.watch.monotonic()
        self.stage.pass_minutes(step.minutes)
        try:
            step.run(self)
            self.settle()
        except OrderDeskError as fault:
            self._picture_of_failure(step)
            raise _named(step, fault) from fault
        took = self.stage.watch.monotonic() - begun - self._apart
        row = StepRow(step.name, round(took * 1000), self.hands.keys - keys, tuple(self._files))
        self.record.steps.append(row)

    def _picture_of_failure(self, step: Step) -> None:
        image = pictures.whole_window(self.stage.window)
        image.save(str(self.out / "failed.png"))


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the story. Before it, a fixed clock goes on by ``minutes``."""

    name: str
    run: Callable[[Tour], None]
    minutes: int = 1


def play_story(config: Config, out: Path, folder: Path, *, fixed: bool) -> Played:
    """Play the whole story; see ``orderdesk.tour.play``."""
    from orderdesk.tour.story import STORY

    stage = Stage(config, folder, fixed=fixed)
    begun = stage.watch.monotonic()
    tour = Tour(stage, out)
    failed = "unfinished"
    try:
        stage.raise_curtain()
        _play_all(tour, STORY)
        failed = ""
    except OrderDeskError as fault:
        failed = str(fault)
        raise
    finally:
        milliseconds = round((stage.watch.monotonic() - begun) * 1000)
        stage.close()
        tour.record.write(out / "tour.json", fixed=fixed, milliseconds=milliseconds, failed=failed)
    return Played(out, tuple(tour.record.steps), tour.record.facts, milliseconds)


def _play_all(tour: Tour, story: Iterable[Step]) -> None:
    for step in story:
        tour.play(step)


def _named(step: Step, fault: OrderDeskError) -> Bug:
    """Return the fault with the step in which it happened."""
    if fault.code.startswith("tour.fault."):
        return Bug(fault.code, step=step.name, **fault.params)
    return Bug("tour.fault.unexpected", step=step.name, detail=str(fault))
