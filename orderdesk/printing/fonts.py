"""The two bundled faces as one: each sign is drawn from Inter or, where it is not there, from Noto Sans SC.

Fonts are registered with ReportLab once, at the first paper. Widths are in em (1 = the size of the text).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from orderdesk import paths

REPLACEMENT = "□"
"""What stands for a sign that is in neither face; it shows, and comes back as a warning."""

# Quotation marks, dashes and dots are in both faces: between Chinese they are Chinese and take a full square.
_SHARED_PUNCTUATION = frozenset("“”‘’…—·")


class Face:
    """One weight: the Latin font, and the Chinese one behind it; names as ReportLab knows them."""

    def __init__(self, latin: str, chinese: str) -> None:
        self.latin = latin
        self.chinese = chinese
        self._latin_signs = frozenset(pdfmetrics.getFont(latin).face.charToGlyph)
        self._chinese_signs = frozenset(pdfmetrics.getFont(chinese).face.charToGlyph)
        self._advances: dict[str, float] = {}

    def has(self, sign: str) -> bool:
        """Return whether either font draws ``sign``."""
        return ord(sign) in self._latin_signs or ord(sign) in self._chinese_signs

    def advance(self, sign: str) -> float:
        """Return the width of ``sign`` in em, in the font it is drawn from outside Chinese text."""
        width = self._advances.get(sign)
        if width is None:
            width = self._advances[sign] = float(pdfmetrics.stringWidth(sign, self._font_of(sign), 1))
        return width

    def _font_of(self, sign: str) -> str:
        return self.latin if ord(sign) in self._latin_signs else self.chinese

    def width(self, text: str, size: float) -> float:
        """Return the width of ``text`` in points."""
        if _SHARED_PUNCTUATION.isdisjoint(text):
            return sum(map(self.advance, text)) * size
        return float(sum(pdfmetrics.stringWidth(run, font, size) for font, run in self.runs(text)))

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Return ``text`` cut into (font name, piece), each piece drawn from one font."""
        fonts = [self._font_of(sign) for sign in text]
        for index, sign in enumerate(text):
            if sign in _SHARED_PUNCTUATION and self.chinese in fonts[max(index - 1, 0) : index + 2]:
                fonts[index] = self.chinese
        pairs = groupby(zip(fonts, text, strict=True), key=lambda pair: pair[0])
        return [(font, "".join(sign for _, sign in group)) for font, group in pairs]


@cache
def _registered(latin: str, chinese: str) -> Face:
    folder = paths.resources_dir() / "fonts"
    for name in (latin, chinese):
        font = TTFont(name, str(folder / f"{name}.ttf"))
        # Each paper's subset asks for the whole glyph table again, and each time it is copied: 7 MB, 3 ms.
        font.face.get_table = cache(font.face.get_table)
        pdfmetrics.registerFont(font)
    return Face(latin, chinese)


def regular() -> Face:
    """Return the face of running text."""
    return _registered("Inter-Regular", "NotoSansSC-Regular")


def strong() -> Face:
    """Return the face of headings and of what must not be overlooked."""
    return _registered("Inter-SemiBold", "NotoSansSC-Bold")


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
