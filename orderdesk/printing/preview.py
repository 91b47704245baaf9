"""Pages of a PDF as pictures: what the preview shows is what the printer gets, drawn from the same bytes."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

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
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
            try:
                yield PageImage(bitmap.width, bitmap.height, _opaque(bitmap))
            finally:
                bitmap.close()
                page.close()
    finally:
        document.close()


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
