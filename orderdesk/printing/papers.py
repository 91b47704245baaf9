"""Sizes of paper and their margins, in points (1/72 inch): the one table that layouts measure against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: ``key`` as in ``--paper``, width and height, margins; all lengths in points.

    Lengths of a drawing are no money: they are ``float``, as in ReportLab.
    """

    key: str
    width: float
    height: float
    margin_side: float
    margin_top: float
    margin_bottom: float

    @property
    def inner_width(self) -> float:
        """Return the width between the side margins."""
        return self.width - 2 * self.margin_side


def _millimetres(key: str, width: float, height: float, side: float, top: float, bottom: float) -> Paper:
    to_points = [length * POINTS_PER_MM for length in (width, height, side, top, bottom)]
    return Paper(key, *to_points)


A4 = _millimetres("a4", width=210, height=297, side=15, top=13, bottom=11)

PAPERS: Mapping[str, Paper] = MappingProxyType({paper.key: paper for paper in (A4,)})
"""Every paper that can be asked for, by key."""
