"""The one token table of the look: colours, chips, spacing, sizes. No Qt, so that a test can compute
contrast.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from orderdesk import paths

Mode = Literal["light", "dark"]
Density = Literal["compact", "normal", "comfortable"]
Shape = Literal["square", "round"]

MODES: tuple[Mode, ...] = get_args(Mode)
DENSITIES: tuple[Density, ...] = get_args(Density)


@dataclass(frozen=True, slots=True)
class ChipLook:
    """How one kind of chip is drawn: tiers are square with a letter, states round with an icon and a word."""

    shape: Shape
    icon: str
    fill: str
    text: str
    edge: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The table for one mode; sizes are logical pixels at a text size of 100 %."""

    mode: Mode
    families: tuple[str, ...]
    colours: Mapping[str, str]
    chips: Mapping[str, ChipLook]
    text: Mapping[str, int]
    rows: Mapping[str, int]
    sizes: Mapping[str, int]
    space: Mapping[str, int]
    radius: Mapping[str, int]


@cache
def tokens(mode: Mode) -> Tokens:
    """Return the token table of ``mode`` from ``resources/theme/tokens.json`` (source: ux.md 3.7 and 3.8)."""
    raw = json.loads((paths.resources_dir() / "theme" / "tokens.json").read_text(encoding="utf-8"))
    column = MODES.index(mode)
    return Tokens(
        mode=mode,
        families=tuple(raw["families"]),
        colours={name: pair[column] for name, pair in raw["colours"].items()},
        chips={name: _chip(entry, mode) for name, entry in raw["chips"].items()},
        text=raw["text"],
        rows=raw["rows"],
        sizes=raw["sizes"],
        space=raw["space"],
        radius=raw["radius"],
    )


def _chip(entry: Mapping[str, object], mode: Mode) -> ChipLook:
    fill, text, edge = (str(colour) for colour in entry[mode])  # type: ignore[attr-defined] # our own file: three colours
    shape: Shape = "square" if entry["shape"] == "square" else "round"
    return ChipLook(shape, str(entry["icon"]), fill, text, edge)
