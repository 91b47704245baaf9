"""Plays the README's first order word for word: what its table says is pressed, on the real window.

Run in a checkout as ``.venv/bin/python -m devtools.play_readme``, it prints what came of it as JSON. It needs
no display. The time is that of a newcomer by the keystroke-level model of Card, Moran and Newell (1980): 0.28
s a key (their typist who does not do it for a living), 1.35 s to prepare for each step, and before that the
reading of its row at 200 words a minute.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orderdesk.tour.hands import Hands
    from orderdesk.tour.stage import Stage

README = Path(__file__).resolve().parent.parent / "README.md"
HEADING = "## Your first order, in five minutes"
KEYING, MENTAL, READING = 0.28, 1.35, 60 / 200  # seconds: a key, a step, a word
LIMIT_S = 300.0

_TOKEN = re.compile(r"`([^`]+)`")
_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z]|F\d{1,2}|Enter|Esc|Tab|Up|Down|Left|Right|Home|End)")


@dataclass(frozen=True)
class Step:
    """A row of the table: what is pressed or typed in turn, and how many words there are to read."""

    pressed: tuple[str, ...]
    words: int


@dataclass
class Played:
    """What came of the steps."""

    keys: int = 0
    seconds: float = 0.0
    number: str = ""
    state: str = ""
    customer: str = ""
    said: str = ""
    total: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)
    deliveries: list[list[tuple[str, int]]] = field(default_factory=list)  # quantity, days from today


def read_steps(text: str) -> list[Step]:
    """Return the rows of the README's table. Raises ``LookupError`` where it has none."""
    _, found, rest = text.partition(f"{HEADING}\n")
    section = rest.partition("\n## ")[0]
    rows = [line.strip("|").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    if not found or not rows:
        raise LookupError(f"no steps below {HEADING!r}")
    return [Step(tuple(_TOKEN.findall(cells[0])), len(" ".join(cells).split())) for cells in rows]


def is_key(token: str) -> bool:
    """Whether a token names a key, as ``Ctrl+L`` does; ``3x7d+2`` and ``h d j j`` are typed."""
    return _KEY.fullmatch(token) is not None


def carry_out(steps: list[Step], hands: Hands, stage: Stage) -> Played:
    """Press and type what the steps say, in their order, and return what window and store have then."""
    played = Played()
    begun = hands.keys
    for step in steps:
        played.seconds += step.words * READING + MENTAL
        for token in step.pressed:
            if is_key(token):
                hands.press(token)
            else:
                hands.type(token.replace(" ", "") if re.fullmatch(r"(\w )+\w", token) else token)
        stage.settle()
    played.keys = hands.keys - begun
    played.seconds += played.keys * KEYING
    _look(played, stage)
    return played


def _look(played: Played, stage: Stage) -> None:
    """Note what the strip says, and what the store has of the order it names."""
    from orderdesk.tour.read_back import card_of

    message = stage.window.strip.message
    played.said = message.text if message is not None else ""
    found = re.search(r"SO-\w+-\d+", played.said)
    if found is None:
        return
    card = card_of(stage, found[0])
    played.number, played.state, played.customer = found[0], card.row.state, card.row.customer
    played.total = str(card.row.total)
    today = stage.backend.desk().today
    for line in card.lines:
        ordered = line.quantities.ordered if line.quantities is not None else 0
        played.lines.append((line.code, f"{ordered:f}".rstrip("0").rstrip(".")))
        played.deliveries.append(
            [(f"{part.quantity:f}".rstrip("0").rstrip("."), (part.day - today).days)
             for part in line.schedule if part.day is not None]
        )  # fmt: skip


def play(folder: Path, *, shown_in: str = "zh", fixed: bool = False) -> Played:
    """Open the desk on a store of its own in ``folder`` and carry out the README's steps there."""
    from orderdesk.config import load_config
    from orderdesk.tour.hands import Hands
    from orderdesk.tour.stage import Stage

    stage = Stage(load_config({"data_dir": str(folder)}, {}), folder, fixed=fixed)
    try:
        stage.raise_curtain()
        with stage.shown_in(shown_in):
            return carry_out(read_steps(README.read_text("utf-8")), Hands(stage.take_keys), stage)
    finally:
        stage.close()


def main() -> int:
    """Play it in a temporary folder and print the outcome."""
    from orderdesk.tour.folders import choose_platform

    with tempfile.TemporaryDirectory(prefix="orderdesk-readme-") as name:
        choose_platform(Path(name))
        print(json.dumps(asdict(play(Path(name))), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
