"""Pages of a PDF as pictures: what the preview shows is what the printer gets, drawn from the same bytes."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported with the first preview: a start does not wait for it
    import pypdfium2

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: ``width`` × ``height`` pixels, rows from the top, each red, green, blue, alpha."""

    width: int
    height: int
    rgba: bytes


def page_images(pdf: bytes, dots_per_inch: int = 96) -> Generator[PageImage, None, None]:
    """Yield the pages of ``pdf`` one by one, so that the first can be shown while the others are drawn."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield _drawn(page, dots_per_inch)
    finally:
        document.close()


def page_image(pdf: bytes, index: int, dots_per_inch: int = 96) -> PageImage:
    """Return one page of ``pdf``, counted from 0; ``IndexError`` if there is none."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 0 <= index < len(document):
            raise IndexError(index)
        return _drawn(document[index], dots_per_inch)
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage, dots_per_inch: int) -> PageImage:
    bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
    try:
        return PageImage(bitmap.width, bitmap.height, _opaque(bitmap))
    finally:
        bitmap.close()
        page.close()


def _opaque(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """Return the bitmap's rows without padding; paper is opaque, whatever the unused fourth byte holds."""
    row = bitmap.width * 4
    buffer = bytes(bitmap.buffer)
    if bitmap.stride != row:
        buffer = b"".join(
            buffer[start : start + row] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
    pixels = bytearray(buffer)
    pixels[3::4] = b"\xff" * (bitmap.width * bitmap.height)
    return bytes(pixels)
