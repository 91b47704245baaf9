"""The preview shows the pages of the very bytes that go to the printer, and the codes on them can be read."""

from itertools import pairwise

import segno

from orderdesk.printing.delivery_note import render_delivery_note
from orderdesk.printing.papers import A4, POINTS_PER_MM
from orderdesk.printing.preview import page_images
from tests.printing.notes import note

DPI = 288  # four pixels a point


def dark(image, x, y):
    """Return whether the pixel at ``x``, ``y`` (points from the upper left corner) is dark."""
    start = (int(y * 4) * image.width + int(x * 4)) * 4
    return image.rgba[start] < 128


def test_a_page_has_the_size_of_its_paper():
    (image,) = page_images(render_delivery_note(note("zh", 3), A4).pdf, 96)
    assert (image.width, image.height) == (794, 1123)
    assert len(image.rgba) == 794 * 1123 * 4


def test_paper_is_white_and_opaque():
    (image,) = page_images(render_delivery_note(note("zh", 3), A4).pdf)
    assert image.rgba[:4] == b"\xff\xff\xff\xff"
    assert set(image.rgba[3::4]) == {255}


def test_the_preview_has_every_page():
    rendered = render_delivery_note(note("zh", 30), A4)
    assert len(list(page_images(rendered.pdf, 30))) == rendered.pages == 2


def test_the_first_page_comes_before_the_others_are_drawn():
    pages = page_images(render_delivery_note(note("zh", 30), A4).pdf, 30)
    assert next(pages).width == 249
    pages.close()


def test_the_qr_code_on_the_paper_is_that_of_the_order():
    (image,) = page_images(render_delivery_note(note("zh", 1), A4).pdf, DPI)
    expected = [
        [bool(module) for module in row]
        for row in segno.make("SO-K7M-000371", error="m", micro=False, boost_error=False).matrix
    ]
    module = 54 / len(expected)
    left, top = A4.width - A4.margin_side - 54, code_top(image)
    found = [
        [
            dark(image, left + (column + 0.5) * module, top + (row + 0.5) * module)
            for column in range(len(expected))
        ]
        for row in range(len(expected))
    ]
    assert found == expected


def test_the_bars_have_the_symbols_of_code_128():
    (image,) = page_images(render_delivery_note(note("zh", 1), A4).pdf, DPI)
    middle = code_top(image) + 15
    right = A4.width - A4.margin_side - 54 - 10
    pixels = [dark(image, x / 4, middle) for x in range(int((right - 200) * 4), int(right * 4))]
    edges = [index for index in range(1, len(pixels)) if pixels[index] != pixels[index - 1]]
    assert len(edges) % 6 == 2  # each symbol has 3 bars, the stop has 4: an even number of edges
    widths = [later - earlier for earlier, later in pairwise(edges)]
    unit = 0.85 * 4
    modules = [round(width / unit) for width in widths]
    symbols = [modules[start : start + 6] for start in range(0, len(modules) - 7, 6)]
    assert [sum(symbol) for symbol in symbols] == [11] * len(symbols)
    assert symbols[0] in ([2, 1, 1, 2, 1, 4], [2, 1, 1, 4, 1, 2], [2, 1, 1, 2, 3, 2])
    assert modules[-7:] == [2, 3, 3, 1, 1, 1, 2]


def code_top(image):
    """Return where the QR code begins: the next dark point on its left edge below the sender's line."""
    x = A4.width - A4.margin_side - 54 + 1
    y = 25 * POINTS_PER_MM
    for awaited in (True, False, True):
        while dark(image, x, y) != awaited:
            y += 0.25
    return y


def test_a_paper_without_codes_has_none():
    bare, coded = (
        next(page_images(render_delivery_note(note("zh", 1, **changes), A4).pdf, DPI))
        for changes in ({"qr": "", "barcode": ""}, {})
    )
    top = code_top(coded)
    assert dark(coded, A4.width - A4.margin_side - 53, top + 1)
    assert not dark(bare, A4.width - A4.margin_side - 53, top + 1)
