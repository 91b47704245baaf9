"""The two bundled faces as one: each sign is drawn from Inter or, where it is not there, from Noto Sans SC.

On forms for dot matrix printers it is the other way round: figures of the Chinese face are narrower and as
heavy as the signs beside them, which needles can draw.

Fonts are registered with ReportLab once, at the first paper. Widths are in em (1 = the size of the text).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import groupby

from orderdesk import paths

REPLACEMENT = "□"
"""What stands for a sign that is in neither face; it shows, and comes back as a warning."""

# Quotation marks, dashes and dots are in both faces: between Chinese they are Chinese and take a full square.
_SHARED_PUNCTUATION = frozenset("“”‘’…—·")


class Face:
    """One weight: a font, and the one behind it for signs it has not; names as ReportLab knows them."""

    def __init__(self, first: str, second: str) -> None:
        self.first = first
        self.second = second
        from reportlab.pdfbase import pdfmetrics  # with the first paper: a start does not wait for it

        self._stringwidth: Callable[[str, str, float], float] = pdfmetrics.stringWidth
        self._first_signs = frozenset(pdfmetrics.getFont(first).face.charToGlyph)
        self._second_signs = frozenset(pdfmetrics.getFont(second).face.charToGlyph)
        self._advances: dict[str, float] = {}

    def has(self, sign: str) -> bool:
        """Return whether either font draws ``sign``."""
        return ord(sign) in self._first_signs or ord(sign) in self._second_signs

    def advance(self, sign: str) -> float:
        """Return the width of ``sign`` in em, in the font it is drawn from outside Chinese text."""
        width = self._advances.get(sign)
        if width is None:
            width = self._advances[sign] = float(self._stringwidth(sign, self._font_of(sign), 1))
        return width

    def _font_of(self, sign: str) -> str:
        return self.first if ord(sign) in self._first_signs else self.second

    def width(self, text: str, size: float) -> float:
        """Return the width of ``text`` in points."""
        if _SHARED_PUNCTUATION.isdisjoint(text):
            return sum(map(self.advance, text)) * size
        return float(sum(self._stringwidth(run, font, size) for font, run in self.runs(text)))

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Return ``text`` cut into (font name, piece), each piece drawn from one font."""
        fonts = [self._font_of(sign) for sign in text]
        for index, sign in enumerate(text):
            if sign in _SHARED_PUNCTUATION and self.second in fonts[max(index - 1, 0) : index + 2]:
                fonts[index] = self.second
        pairs = groupby(zip(fonts, text, strict=True), key=lambda pair: pair[0])
        return [(font, "".join(sign for _, sign in group)) for font, group in pairs]


@cache
def _register(name: str) -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(paths.resources_dir() / "fonts" / f"{name}.ttf"))
    # Each paper's subset asks for the whole glyph table again, and each time it is copied: 7 MB, 3 ms.
    font.face.get_table = cache(font.face.get_table)
    pdfmetrics.registerFont(font)
    return name


@cache
def _registered(first: str, second: str) -> Face:
    return Face(_register(first), _register(second))


def regular() -> Face:
    """Return the face of running text."""
    return _registered("Inter-Regular", "NotoSansSC-Regular")


def strong() -> Face:
    """Return the face of headings and of what must not be overlooked."""
    return _registered("Inter-SemiBold", "NotoSansSC-Bold")


def form_regular() -> Face:
    """Return the face of running text on forms for dot matrix printers."""
    return _registered("NotoSansSC-Regular", "Inter-Regular")


def form_strong() -> Face:
    """Return the face of titles on such forms; smaller strong signs would run together."""
    return _registered("NotoSansSC-Bold", "Inter-SemiBold")


def printable(text: str, missing: set[str]) -> str:
    """Return ``text`` as one line of signs that can be drawn; ``missing`` takes those in neither face.

    Line ends and other controls become blanks. Marks that only steer the direction or the joining of signs
    draw nothing anyway and are left out: they could turn a quantity round.
    """
    signs: list[str] = []
    for sign in unicodedata.normalize("NFC", text):
        category = unicodedata.category(sign)
        if category == "Cf" or "\ufe00" <= sign <= "\ufe0f":
            continue
        if category in {"Cc", "Zs", "Zl", "Zp"}:
            signs.append(" ")
        elif regular().has(sign):
            signs.append(sign)
        else:
            missing.add(sign)
            signs.append(REPLACEMENT)
    return " ".join("".join(signs).split())
