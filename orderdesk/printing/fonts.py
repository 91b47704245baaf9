"""The two bundled faces as one: each sign is drawn from Inter or, where it is not there, from Noto Sans SC.

Fonts are registered with ReportLab once, at the first paper. Widths are in em (1 = the size of the text).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from orderdesk import paths

REPLACEMENT = "□"
"""What stands for a sign that is in neither face; it shows, and comes back as a warning."""

# Quotation marks, dashes and dots are in both faces: between Chinese they are Chinese and take a full square.
_SHARED_PUNCTUATION = frozenset("“”‘’…—·")


@dataclass(frozen=True)
class Face:
    """One weight: the Latin font, and the Chinese one behind it; names as ReportLab knows them."""

    latin: str
    chinese: str

    @cached_property
    def _latin_signs(self) -> frozenset[int]:
        return frozenset(pdfmetrics.getFont(self.latin).face.charToGlyph)

    @cached_property
    def _chinese_signs(self) -> frozenset[int]:
        return frozenset(pdfmetrics.getFont(self.chinese).face.charToGlyph)

    def has(self, sign: str) -> bool:
        """Return whether either font draws ``sign``."""
        return ord(sign) in self._latin_signs or ord(sign) in self._chinese_signs

    @cache  # noqa: B019 - there are two faces, kept as long as the program runs
    def advance(self, sign: str) -> float:
        """Return the width of ``sign`` in em, in the font it is drawn from outside Chinese text."""
        return float(pdfmetrics.stringWidth(sign, self._font_of(sign), 1))

    def _font_of(self, sign: str) -> str:
        return self.latin if ord(sign) in self._latin_signs else self.chinese

    def width(self, text: str, size: float) -> float:
        """Return the width of ``text`` in points."""
        if not any(sign in _SHARED_PUNCTUATION for sign in text):
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
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
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
