"""The alignment page: a ruler laid on it says what offset a printer needs."""

from decimal import Decimal

import pytest

from orderdesk import words
from orderdesk.printing.alignment import CROSS_AT, render_alignment_page
from orderdesk.printing.documents import labels_from
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import FORM_241, POINTS_PER_MM
from tests.printing.marks import TEXT, marks_of, media_boxes
from tests.printing.pages import texts_of


def page(language="zh", **options) -> bytes:
    return render_alignment_page(labels_from(words.text, language), language, FormOptions(**options)).pdf


def middles(pdf: bytes) -> set[tuple[float, float]]:
    """Return the middles of the crosses in millimetres from the upper left corner of the paper."""
    strokes = [mark.box for mark in marks_of(pdf)[0] if mark.kind != TEXT]
    arm = 10 * POINTS_PER_MM
    flat = [box for box in strokes if abs(box[2] - box[0] - arm) < 1.5 and box[3] - box[1] < 2]
    upright = [box for box in strokes if abs(box[3] - box[1] - arm) < 1.5 and box[2] - box[0] < 2]
    return {
        (
            round((one[0] + one[2]) / 2 / POINTS_PER_MM, 2),
            round((FORM_241.height - (one[1] + one[3]) / 2) / POINTS_PER_MM, 2),
        )
        for one in flat
        for other in upright
        if abs(one[0] + one[2] - other[0] - other[2]) < 0.01
        and abs(one[1] + one[3] - other[1] - other[3]) < 0.01
    }


def test_four_crosses_stand_thirty_millimetres_from_the_edges():
    assert Decimal(30) == CROSS_AT
    assert middles(page()) == {(30, 30), (211, 30), (30, 110), (211, 110)}


def test_an_offset_moves_the_crosses():
    moved = middles(page(right=Decimal("1.5"), down=Decimal("-2.5")))
    assert moved == {(31.5, 27.5), (212.5, 27.5), (31.5, 107.5), (212.5, 107.5)}


def test_a_printer_that_prints_two_millimetres_low_is_set_right_by_the_formula():
    measured, present = Decimal(32), Decimal(0)  # what a ruler finds, with no offset set
    offset = present + CROSS_AT - measured
    on_paper = {y + 2 for _, y in middles(page(down=offset))}
    assert on_paper == {30, 110}


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_it_fits_the_form_in_every_language(language):
    pdf = page(language)
    assert media_boxes(pdf) == [pytest.approx((0, 0, FORM_241.width, FORM_241.height), abs=0.001)]
    strip = 12.7 * POINTS_PER_MM
    for mark in marks_of(pdf)[0]:
        assert strip <= mark.box[0] <= mark.box[2] <= FORM_241.width - strip
        assert mark.fill in {(0, 0, 0), None}
        assert mark.kind != TEXT or mark.font_size >= 10.5


def test_it_says_which_offset_it_was_printed_with():
    assert (
        "现在的偏移：向右 +1.5 mm，向下 -2.0 mm" in texts_of(page(right=Decimal("1.5"), down=Decimal(-2)))[0]
    )
    assert "0.0 mm to the right, 0.0 mm down" in texts_of(page("en"))[0]
