"""Lists on paper: header and place on each page, no row lost, both scripts, figures at the right."""

from __future__ import annotations

from pathlib import Path

import pytest

from orderdesk.errors import UserError
from orderdesk.intake.files.exporting import PDF_ROWS, PageLook, write_table
from orderdesk.printing.papers import A4
from orderdesk.printing.table_sheet import A4_LANDSCAPE, TableSheet, render_table
from tests.printing.marks import media_boxes
from tests.printing.pages import texts_of

LOOK = PageLook("今日应发 Due today", "2026-03-09", "page {page} of {pages}", "en")


def sheet(count: int, name: str = "华东家居 Huadong") -> TableSheet:
    rows = tuple((f"SO-K7M-{at:06}", name, f"{at}.00") for at in range(count))
    return TableSheet(
        "Due today 今日应发", "2026-03-09", ("Order", "Customer", "Total"), rows, frozenset({2}),
        "page {page} of {pages}",
    )  # fmt: skip


def test_every_page_has_the_header_and_says_which_it_is_and_no_row_is_lost() -> None:
    made = render_table(sheet(120))
    texts = texts_of(made.pdf)
    assert made.pages == len(texts) > 2
    for number, text in enumerate(texts, start=1):
        assert "Customer" in text
        assert f"page {number} of {made.pages}" in text
    whole = "".join(texts)
    assert all(f"SO-K7M-{at:06}" in whole for at in range(120))
    assert "华东家居" in whole


@pytest.mark.parametrize("count", [0, 1])
def test_a_table_with_nothing_is_one_page(count: int) -> None:
    assert render_table(sheet(count)).pages == 1


def test_it_lies_across_unless_it_is_to_be_printed_upright() -> None:
    (across,) = media_boxes(render_table(sheet(1)).pdf)
    (upright,) = media_boxes(render_table(sheet(1), A4).pdf)
    assert across[2] > across[3]
    assert (across[2], across[3]) == (upright[3], upright[2])
    assert A4_LANDSCAPE.inner_width > A4.inner_width


def test_long_texts_and_hostile_signs_are_drawn_not_run() -> None:
    name = "<b>x</b> <img src='file:///etc/passwd'> \x00\x07" + "很长" * 400
    made = render_table(sheet(3, name))
    assert made.pages == 1
    assert "<b>x</b>" in texts_of(made.pdf)[0]
    assert b"/JavaScript" not in made.pdf


def test_a_pdf_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "list.pdf"
    assert write_table(target, ["a"], [["x"]] * 3, LOOK) == 3
    before = target.read_bytes()
    with pytest.raises(UserError, match=r"error\.export\.rows"):
        write_table(target, ["a"], (["x"] for _ in range(PDF_ROWS + 1)), LOOK)
    assert target.read_bytes() == before
    with pytest.raises(UserError, match=r"error\.export\.kind"):
        write_table(target, ["a"], [["x"]])
    assert [path.name for path in tmp_path.iterdir()] == ["list.pdf"]
