"""Rows and pages: no row is split or lost, the signatures are never alone, every page says which it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.printing.delivery_note import paginate, render_delivery_note
from orderdesk.printing.papers import A4
from tests.printing.notes import line, note
from tests.printing.pages import texts_of


def numbered(rows, **changes):
    """Return a note whose rows are known by code and by the small line under the name."""
    lines = tuple(
        replace(line(number, **changes), code=f"R{number:04}", note=f"N{number:04}")
        for number in range(1, rows + 1)
    )
    return replace(note("zh"), lines=lines)


def assert_pages_are_sound(rows):
    rendered = render_delivery_note(numbered(rows), A4)
    pages = texts_of(rendered.pdf)
    assert rendered.pages == len(pages)
    codes = [f"R{number:04}" for number in range(1, rows + 1)]
    assert [code for page in pages for code in codes if code in page] == codes
    for page in pages:
        assert [f"N{code[1:]}" for code in codes if code in page] == [
            f"N{code[1:]}" for code in codes if f"N{code[1:]}" in page
        ]
        assert page.count("序号 编码 品名") == 1
        assert "宁波海曙恒通五金贸易有限公司" in page
        assert "DN-K7M-17" in page
    assert ["收货人签字" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert ["合计" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert ["续下页" in page for page in pages] == [True] * (len(pages) - 1) + [False]
    assert any(code in pages[-1] for code in codes)
    assert [f"第 {index} 页，共 {len(pages)} 页" in page for index, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)


@pytest.mark.parametrize("rows", [1, 10, 11, 12, 13, 14, 15, 28, 29, 30, 31, 32])
def test_pages_are_sound_around_the_page_ends(rows):
    assert_pages_are_sound(rows)


@pytest.mark.slow
def test_pages_are_sound_for_every_count_up_to_80():
    for rows in range(1, 81):
        assert_pages_are_sound(rows)


@pytest.mark.parametrize(("rows", "pages"), [(5, 1), (25, 2), (166, 7)])
def test_a_note_has_as_many_pages_as_its_rows_need(rows, pages):
    assert render_delivery_note(note("both", rows), A4).pages == pages


@pytest.mark.slow
def test_a_note_of_forty_pages_ends_as_it_should():
    rendered = render_delivery_note(note("zh", 1_090), A4)
    pages = texts_of(rendered.pdf)
    assert len(pages) == 40
    assert "第 40 页，共 40 页" in pages[-1]
    assert "合计 共 1090 项" in pages[-1]


HEIGHTS = st.lists(st.floats(10, 180), min_size=1, max_size=60)


@given(HEIGHTS, st.floats(350, 500), st.floats(500, 700), st.floats(90, 160))
def test_every_row_has_one_page_and_its_room(heights, first_room, next_room, closing):
    pages = paginate(heights, first_room=first_room, next_room=next_room, closing=closing, continued=10)
    assert [row for page in pages for row in page] == list(range(len(heights)))
    assert all(len(page) > 0 for page in pages)
    for index, page in enumerate(pages):
        room = first_room if index == 0 else next_room
        below = closing if index == len(pages) - 1 else 10
        assert sum(heights[row] for row in page) + below <= room + 1e-6


def test_the_last_row_goes_with_the_signatures():
    pages = paginate([100, 100, 100], first_room=310, next_room=700, closing=80, continued=10)
    assert pages == [range(2), range(2, 3)]


def test_a_row_higher_than_the_page_is_refused():
    with pytest.raises(ValueError, match="higher than the page"):
        paginate([500], first_room=400, next_room=700, closing=80, continued=10)
