"""Lines of plain text: how wide, where broken, where shortened. Nothing in a text is markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from orderdesk.printing import fonts

# A line does not begin with these nor end with those (kinsoku, as in any Chinese book).
_NOT_FIRST = frozenset("，。、；：！？）】》」』”’…—·％%,.;:!?)]}")
_NOT_LAST = frozenset("（【《「『“‘¥￥([{")
_ELLIPSIS = "…"
_WIDE = "\u2e80"  # from here on, writing has no blanks and breaks anywhere


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: size in points, weight, grey (0 is black), distance of two lines in sizes.

    ``is_form`` takes the faces of forms for dot matrix printers.
    """

    size: float
    is_strong: bool = False
    grey: float = 0.0
    leading: float = 1.32
    is_form: bool = False

    @property
    def face(self) -> fonts.Face:
        """Return the face of this weight."""
        if self.is_form:
            return fonts.form_strong() if self.is_strong else fonts.form_regular()
        return fonts.strong() if self.is_strong else fonts.regular()

    @property
    def line_height(self) -> float:
        """Return the distance from one base line to the next, in points."""
        return self.size * self.leading

    def width(self, text: str) -> float:
        """Return the width of ``text`` in points."""
        return self.face.width(text, self.size)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text in lines; ``is_shortened`` where the last line ends in an ellipsis instead of the rest."""

    lines: tuple[str, ...]
    is_shortened: bool


def wrap(text: str, style: Style, width: float, max_lines: int) -> Wrapped:
    """Return ``text`` broken so that no line is wider than ``width`` points, in ``max_lines`` at most.

    Words stay whole where they fit a line; a longer one is cut where it must be. An empty text has no lines.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if style.width((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = ""
        for part in _cut(piece.lstrip(), style, width):
            if line:
                lines.append(line)
            line = part
        if len(lines) > max_lines:
            break
    if line.strip():
        lines.append(line.rstrip())
    if len(lines) <= max_lines:
        return Wrapped(tuple(lines), is_shortened=False)
    kept = lines[:max_lines]
    kept[-1] = shorten(kept[-1] + " " + lines[max_lines], style, width)
    return Wrapped(tuple(kept), is_shortened=True)


def shorten(text: str, style: Style, width: float) -> str:
    """Return ``text``, cut to end in an ellipsis where it is wider than ``width`` points."""
    if style.width(text) <= width:
        return text
    while text and style.width(text.rstrip() + _ELLIPSIS) > width:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS


def fit(text: str, style: Style, width: float, smallest: float) -> Style:
    """Return ``style``, smaller by half points until ``text`` fits ``width``, but not below ``smallest``."""
    size = style.size
    while size > smallest and style.face.width(text, size) > width:
        size -= 0.5
    return replace(style, size=size)


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts of ``text`` between two of which a line may be broken."""
    start = 0
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
            continue
        if before in " -/×" or before >= _WIDE or after >= _WIDE:
            yield text[start:index]
            start = index
    yield text[start:]


def _cut(word: str, style: Style, width: float) -> Iterator[str]:
    """Yield ``word`` in the longest parts that fit ``width``; a part has one sign at least."""
    start = 0
    for index in range(1, len(word) + 1):
        if index - start > 1 and style.width(word[start:index].rstrip()) > width:
            yield word[start : index - 1]
            start = index - 1
    yield word[start:]
