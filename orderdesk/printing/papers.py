"""Sizes of paper and their margins, in points (1/72 inch): the one table that layouts measure against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: ``key`` as in ``--paper``, width and height, margins; all lengths in points.

    ``strip`` is the width of the perforated strip on either side of continuous forms, 0 on cut sheets; it
    lies within ``margin_side`` and nothing is printed on it. Lengths of a drawing are no money: they are
    ``float``, as in ReportLab.
    """

    key: str
    width: float
    height: float
    margin_side: float
    margin_top: float
    margin_bottom: float
    strip: float = 0.0

    @property
    def inner_width(self) -> float:
        """Return the width between the side margins."""
        return self.width - 2 * self.margin_side

    @property
    def hundredths(self) -> tuple[int, int]:
        """Return width and height in 1/100 mm, the unit of printers (RFC 8011, ``media-col``)."""
        return round(self.width / POINTS_PER_MM * 100), round(self.height / POINTS_PER_MM * 100)


def _millimetres(
    key: str, width: float, height: float, side: float, top: float, bottom: float, strip: float = 0.0
) -> Paper:
    to_points = [length * POINTS_PER_MM for length in (width, height, side, top, bottom, strip)]
    return Paper(key, *to_points)


A4 = _millimetres("a4", width=210, height=297, side=15, top=13, bottom=11)

# 9.5 × 5.5 inches, continuous, three or four plies; the strips are half an inch wide. The side margin is
# 1.5 mm more, as the paper moves a little between the tractors.
FORM_241 = _millimetres("241x140", width=241, height=140, side=14.2, top=5.5, bottom=5.5, strip=12.7)

PAPERS: Mapping[str, Paper] = MappingProxyType({paper.key: paper for paper in (A4, FORM_241)})
"""Every paper that can be asked for, by key."""
