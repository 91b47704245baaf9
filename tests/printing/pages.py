"""What a reader finds on a drawn page: its text, and where each sign stands."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True)
class Sign:
    """One drawn sign; edges in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def texts_of(pdf: bytes) -> list[str]:
    """Return the text of each page, lines ended by ``\\n``."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def signs_of(pdf: bytes) -> list[list[Sign]]:
    """Return the visible signs of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_signs(page.get_textpage()) for page in document]
    finally:
        document.close()


def _signs(text) -> list[Sign]:
    found = []
    for index in range(text.count_chars()):
        sign = text.get_text_range(index, 1)
        if sign.strip():
            found.append(Sign(sign, *text.get_charbox(index)))
    return found
