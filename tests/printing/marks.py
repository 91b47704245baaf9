"""What a PDF puts on paper besides its texts: each stroke and fill with its colour, as PDFium reads them."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

TEXT, PATH, IMAGE = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE


@dataclass(frozen=True)
class Mark:
    """One object of a page: its box in points from the lower left corner, colours as (red, green, blue)."""

    kind: int
    box: tuple[float, float, float, float]
    fill: tuple[int, int, int] | None
    stroke: tuple[int, int, int] | None
    line_width: float
    font_size: float


def marks_of(pdf: bytes) -> list[list[Mark]]:
    """Return the objects of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [[_mark(entry) for entry in page.get_objects()] for page in document]
    finally:
        document.close()


def media_boxes(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Return the size that each page declares, in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_mediabox() for page in document]
    finally:
        document.close()


def _mark(entry) -> Mark:
    filled, stroked = _painted(entry)
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(entry, width)
    size = ctypes.c_float()
    if entry.type == TEXT:
        pdfium.FPDFTextObj_GetFontSize(entry, size)
    return Mark(
        entry.type,
        entry.get_bounds(),
        _colour(pdfium.FPDFPageObj_GetFillColor, entry) if filled else None,
        _colour(pdfium.FPDFPageObj_GetStrokeColor, entry) if stroked else None,
        width.value,
        size.value,
    )


def _painted(entry) -> tuple[bool, bool]:
    """Return whether an object is filled, and whether its edge is drawn."""
    if entry.type == TEXT:
        mode = pdfium.FPDFTextObj_GetTextRenderMode(entry)
        return mode in {0, 2}, mode in {1, 2}
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    assert pdfium.FPDFPath_GetDrawMode(entry, fill, stroke)
    return bool(fill.value), bool(stroke.value)


def _colour(read, entry) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    assert read(entry, *parts)
    assert parts[3].value == 255  # nothing shines through
    return parts[0].value, parts[1].value, parts[2].value
