"""Plain text on paper: cleaned, drawn from two fonts, broken and shortened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.printing import fonts
from orderdesk.printing.texts import Style, fit, shorten, wrap

STYLE = Style(10)


def cleaned(text: str) -> tuple[str, set[str]]:
    missing: set[str] = set()
    return fonts.printable(text, missing), missing


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("<b>5 & 6</b>", "<b>5 & 6</b>"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("  spaced\u00a0\u3000out  ", "spaced out"),
        ("abc\u202e123\u200b\u2066", "abc123"),
        ("e\u0301tat", "état"),
        ("镕 喆 堃 珺", "镕 喆 堃 珺"),
    ],
)
def test_a_text_becomes_one_plain_line(text, printed):
    assert cleaned(text) == (printed, set())


def test_a_sign_in_neither_font_shows_and_is_reported():
    assert cleaned("杯 😀 ש") == ("杯 □ □", {"😀", "ש"})


def test_half_a_surrogate_pair_does_not_reach_the_paper():
    assert cleaned("a\ud800b") == ("a□b", {"\ud800"})


def test_latin_is_drawn_from_inter_and_chinese_from_noto():
    assert fonts.regular().runs("A4 纸 210×297") == [
        ("Inter-Regular", "A4 "),
        ("NotoSansSC-Regular", "纸"),
        ("Inter-Regular", " 210×297"),
    ]


@pytest.mark.parametrize(
    ("text", "font"), [("他说“好”", "NotoSansSC-Bold"), ("He said “good”", "Inter-SemiBold")]
)
def test_quotation_marks_follow_the_writing_they_stand_in(text, font):
    assert {name for name, run in fonts.strong().runs(text) if set("“”") & set(run)} == {font}


def test_figures_have_one_width():
    assert len({fonts.regular().advance(figure) for figure in "0123456789"}) == 1
    assert len({fonts.strong().advance(figure) for figure in "0123456789"}) == 1


def test_dimensions_are_parted_between_two_figures_and_not_inside_one():
    narrow = STYLE.width("1400×800×75")
    assert wrap("1400×800×750", STYLE, narrow, 2).lines == ("1400×800×", "750")


def test_words_stay_whole_where_they_fit():
    assert wrap("deep groove ball bearing", STYLE, 62, 9).lines == ("deep groove", "ball bearing")


def test_a_line_does_not_begin_with_chinese_punctuation():
    lines = wrap("不锈钢球阀，食品级。", STYLE, 52, 9).lines
    assert lines == ("不锈钢球", "阀，食品", "级。")


def test_a_word_longer_than_the_line_is_cut():
    wrapped = wrap("x " + "W" * 20, STYLE, 60, 9)
    assert "".join(wrapped.lines) == "x" + "W" * 20
    assert not wrapped.is_shortened


def test_a_text_without_room_ends_in_an_ellipsis():
    wrapped = wrap("one two three four five six", STYLE, 45, 2)
    assert wrapped.is_shortened
    assert len(wrapped.lines) == 2
    assert wrapped.lines[1].endswith("…")


def test_an_empty_text_has_no_lines():
    assert wrap("", STYLE, 50, 3).lines == ()


@given(
    st.text(st.sampled_from("ab W-/，。（）“”…汉字□ 0123.,"), max_size=80),
    st.floats(12, 200),
    st.integers(1, 5),
)
def test_no_line_is_wider_than_its_room(text, width, max_lines):
    text = cleaned(text)[0]
    wrapped = wrap(text, STYLE, width, max_lines)
    assert len(wrapped.lines) <= max_lines
    # One sign with the mark that may not be parted from it can be wider than the narrowest room.
    assert all(STYLE.width(line) <= max(width, 20.1) for line in wrapped.lines)
    if not wrapped.is_shortened:
        assert "".join(wrapped.lines).replace(" ", "") == text.replace(" ", "")


def test_shortening_keeps_what_fits():
    assert shorten("short", STYLE, 100) == "short"
    assert shorten("a very long company name", STYLE, 60) == "a very lon…"


def test_a_figure_shrinks_until_it_fits():
    style = fit("9,999,999.999", STYLE, 50, 3)
    assert style.width("9,999,999.999") <= 50
    assert style.size >= 6
