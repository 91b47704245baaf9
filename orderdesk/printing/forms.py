"""What is set once for a form and a printer: the names of the copies, and how far to move the print."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from orderdesk.printing.papers import POINTS_PER_MM
from orderdesk.printing.wording import Wording

OFFSET_STEP = Decimal("0.5")
"""Millimetres: a printer's paper guides are no finer."""
MOST_OFFSET = Decimal(10)

COPY_NAMES = ("stub", "customer", "receipt", "finance")
"""The plies of a four-part form, white first: 存根联, 客户联, 回单联, 财务联."""

_CIRCLED = "①②③④⑤⑥"


@dataclass(frozen=True, slots=True)
class FormOptions:
    """How a carbonless form is printed on one printer.

    ``copies`` names the plies from the top: keys of ``COPY_NAMES``, or a template's own words, which print as
    they stand. All plies are printed in one pass, so each of them shows the same names. ``right`` and
    ``down`` move everything on the form, in millimetres and steps of 0.5; negative is to the left and up.

    Raises ``ValueError`` for no copies or more than six, and for offsets between the steps or beyond 10 mm.
    """

    copies: tuple[str, ...] = COPY_NAMES
    right: Decimal = Decimal(0)
    down: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """Refuse what no form can have."""
        if not 1 <= len(self.copies) <= len(_CIRCLED) or not all(name.strip() for name in self.copies):
            raise ValueError("a form has one to six named copies")
        for offset in (self.right, self.down):
            if not offset.is_finite() or not -MOST_OFFSET <= offset <= MOST_OFFSET or offset % OFFSET_STEP:
                raise ValueError("offsets are steps of 0.5 mm up to 10 mm")

    @property
    def shift(self) -> tuple[float, float]:
        """Return the offsets in points, to the right and down."""
        return float(self.right) * POINTS_PER_MM, float(self.down) * POINTS_PER_MM


def copies_text(options: FormOptions, wording: Wording) -> str:
    """Return the names of the copies in one line: ①存根联 ②客户联."""
    named = (
        wording.first(f"document.copy.{name}") if name in COPY_NAMES else wording.clean(name)
        for name in options.copies
    )
    return "  ".join(mark + name for mark, name in zip(_CIRCLED, named, strict=False))
