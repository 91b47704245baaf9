"""Quick add: its grammar, its verdicts, what it asks, and that it takes any text in bounded time."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderdesk import words
from orderdesk.errors import Problem
from orderdesk.rules.entry.quick_add import (
    MAX_LENGTH,
    MAX_TOKENS,
    QuickAdd,
    QuickContext,
    QuickLine,
    QuickToken,
    add_scan,
    parse_quick_add,
    parse_scan,
    print_line,
    print_lines,
)
from orderdesk.rules.entry.schedule import Part
from tests.rules_entry.catalogue import BLACK, BOLT, BOOK, CHAIR, OIL, PIECES, TABLE, item
from tests.rules_entry.code_book import CodeBook, CodeEntry
from tests.words.catalogue_files import PARAMETER, texts

TUESDAY = date(2026, 3, 10)
CONTEXT = QuickContext(TUESDAY, default_date=date(2026, 3, 12))


def read(text: str) -> QuickAdd:
    return parse_quick_add(text, BOOK, CONTEXT)


def shown(text: str) -> list[str]:
    """Return each token as it is printed, or the codes of what is wrong with it."""
    return [
        print_line(token.line).replace('"', "") if token.line else "!" + " ".join(codes(token))
        for token in read(text).tokens
    ]


def codes(token: QuickToken) -> list[str]:
    return [problem.problem.code for problem in token.problems]


def only(text: str) -> QuickToken:
    (token,) = read(text).tokens
    return token


def worded(problem: Problem) -> None:
    """Check that both languages have words for a problem, and that it gives them all that they name."""
    for language in words.LANGUAGES:
        sentences = dict(texts(problem.code.partition(".")[0], language))
        assert set(PARAMETER.findall(sentences[problem.code])) <= set(problem.params)


# ── the grammar ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A105*12", ["A105*12"]),
        ("a105X12", ["a105*12"]),
        ("A105×12", ["A105*12"]),
        ("A105", ["A105"]),
        ("1005*12+2007*6", ["1005*12", "2007*6"]),
        ("A105*12;C330*2\nB210", ["A105*12", "C330*2", "B210"]),
        ("Ａ１０５＊１２＋Ｂ２１０＊３", ["A105*12", "B210*3"]),
        ("A105*12　C330", ["A105*12", "C330"]),
        ("A105*12，B210*3、C330@40,hty", ["A105*12", "B210*3", "C330@40", "!quick.item.several"]),
        ("A105*1,200>fri,C330", ["A105*1200>2026-03-13", "C330"]),
        ("B2I0,C330*2", ["!quick.item.near", "C330*2"]),
        ("B2I0+C330*2+A105*+C330", ["!quick.item.near", "C330*2", "!error.number.empty", "C330"]),
        ("C330*2@40", ["C330*2@40"]),
        ("C330＠￥４０．５", ["C330@40.5"]),
        ("A105*12-5%", ["A105*12-5%"]),
        ("A105*12-2.5%@880", ["A105*12@880-2.5%"]),
        ("A105@880*12", ["A105*12@880"]),
        ("A105*12>fri", ["A105*12>2026-03-13"]),
        ("A105*12>3-15-5%", ["A105*12-5%>2026-03-15"]),
        ("A105》周五", ["A105>2026-03-13"]),
        ("A105>+3+C330", ["A105>2026-03-13", "C330"]),
        ("A105*12>2026-04-01#x C330", ["A105*12>2026-04-01#x", "C330"]),
        ("橡木桌*2", ["橡木桌*2"]),
        ("xmcz*2", ["xmcz*2"]),
        ("  ", []),
        ("+;\n", []),
    ],
)
def test_a_text_is_read_as_the_grammar_says(text: str, lines: list[str]) -> None:
    assert shown(text) == lines


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "typed"),
    [
        ("A105*3箱", "36", "张", "3箱"),
        ("A105*3box", "36", "张", "3box"),
        ("A105*3 boxes", "36", "张", "3 boxes"),
        ("A105*3box5pc", "41", "张", "3box5pc"),
        ("A105*12张", "12", "张", ""),
        ("6901234567892*2", "2", "箱", ""),
        ("6901234567892*6pc", "0.5", "箱", "6pc"),
        ("6901234567892*5pc", "5", "张", ""),
    ],
)
def test_a_quantity_has_a_unit_of_its_item(text: str, quantity: str, unit: str, typed: str) -> None:
    line = only(text).line
    assert line is not None
    found = (line.item_id, line.quantity, line.quantity_text)
    assert (*found, line.unit) == (TABLE, Decimal(quantity), typed, unit)


def test_what_is_not_said_stays_open_and_counts_as_one() -> None:
    line = only("A105").line
    assert line == QuickLine(TABLE, "A105", "A105", "张", "张")
    assert line.count == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("B210*48>3x7d", ["16 03-12", "16 03-19", "16 03-26"]),
        ("B210*48>3x7d+3", ["16 03-13", "16 03-20", "16 03-27"]),
        ("B210*48>3*1周", ["16 03-12", "16 03-19", "16 03-26"]),
        ("B210*48>(16@t+2, 16@+9,16@fri)", ["16 03-12", "16 03-19", "16 03-13"]),
        ("B210*48>(half@t+2,rest@eom)#急", ["24 03-12", "24 03-31"]),
        ("B210*48＞（一半＠明天，其余＠月底）", ["24 03-11", "24 03-31"]),
    ],
)
def test_a_schedule_stands_behind_the_arrow(text: str, parts: list[str]) -> None:
    line = only(text).line
    assert line is not None
    assert line.requested is None
    assert [f"{part.quantity} {part.requested:%m-%d}" for part in line.schedule] == parts


def test_a_plus_behind_a_rhythm_begins_an_item_where_there_is_one() -> None:
    first, second = read("B210*48>3x7d+2007*6").lines
    assert first.schedule[0].requested == date(2026, 3, 12)
    assert second.code == "2007"


def test_a_note_goes_to_the_next_blank_and_keeps_its_signs() -> None:
    first, second = read("A105*2#周五前，要新包装+木架 C330").lines
    assert (first.note, second.code) == ("周五前，要新包装+木架", "C330")


def test_a_note_in_quotes_holds_blanks() -> None:
    assert only('A105#"two ""big"" boxes"*3').line == QuickLine(
        TABLE, "A105", "A105", "张", "张", Decimal(3), note='two "big" boxes'
    )


def test_signs_of_the_grammar_may_stand_behind_a_blank() -> None:
    assert shown("A105 x12 @880 >fri #急 C330 *2") == ["A105*12@880>2026-03-13#急", "C330*2"]


def test_a_blank_does_not_join_an_item_that_begins_with_a_sign() -> None:
    book = CodeBook([CodeEntry(TABLE, "A105", PIECES), CodeEntry(OIL, "x1", PIECES)])
    assert [line.code for line in parse_quick_add("A105 x1", book, CONTEXT).lines] == ["A105", "x1"]
    assert [line.count for line in parse_quick_add("A105 x2", book, CONTEXT).lines] == [2]


# ── codes that hold signs ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("SF/203*2", "SF/203", "*2"),
        ("1.5x1220x4", "1.5x1220", "*4"),
        ("A105-2", "A105-2", ""),
        ("A105-2*3", "A105-2", "*3"),
        ("A105-2%", "A105", "-2%"),
        ('"M8*30"*5', "M8*30", "*5"),
        ('"M8"*30', "M8", "*30"),
        ("M8*30*5", "M8*30", "*5"),
        ("M8*31", "M8", "*31"),
    ],
)
def test_the_longest_known_code_wins_where_only_it_reads(text: str, code: str, rest: str) -> None:
    line = only(text).line
    assert line is not None
    assert (line.code, print_line(line)) == (code, f'"{code}"{rest}')


def test_where_both_read_the_token_asks_and_either_answer_is_clear() -> None:
    token = only("M8*30")
    assert codes(token) == ["quick.ambiguous"]
    assert token.choices == ('"M8*30"', '"M8"*30')
    assert [only(choice).line is not None for choice in token.choices] == [True, True]


def test_a_plus_that_could_be_a_date_or_an_item_asks() -> None:
    token = only("A105>t+2007")
    assert token.choices == ('"A105">2031-09-07', '"A105">2026-03-10+2007')
    assert [len(read(choice).lines) for choice in token.choices] == [1, 2]


def test_initials_of_two_items_ask_which() -> None:
    token = only("hty*3@100")
    assert codes(token) == ["quick.item.several"]
    assert token.choices == ('"B210"*3@100', '"B211"*3@100')
    assert [read(choice).lines[0].item_id for choice in token.choices] == [CHAIR, BLACK]


def test_a_code_that_is_another_items_own_number_for_this_customer_asks() -> None:
    book = BOOK.with_own_numbers({"C330": TABLE, "K-1": CHAIR, "gone": item(999)})
    (token,) = parse_quick_add("C330*2", book, CONTEXT).tokens
    assert (codes(token), token.choices) == (["quick.item.several"], ('"A105"*2', '"C330"*2'))
    assert parse_quick_add("k-1*2", book, CONTEXT).lines[0].item_id == CHAIR
    assert parse_quick_add("gone", book, CONTEXT).lines == ()


# ── bad tokens ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("B2I0*3", "quick.item.near", "B2I0"),
        ("xyz", "quick.item.unknown", "xyz"),
        ("A105*", "error.number.empty", ""),
        ("A105*2.5.1", "error.number.unreadable", "2.5.1"),
        ("A105*0", "quick.quantity.none", "0"),
        ("A105*2kg", "error.quantity.unit", "2kg"),
        ("A105@4o", "error.number.unreadable", "4o"),
        ("A105@", "error.number.empty", ""),
        ("A105-200%", "error.percent.range", "-200%"),
        ("A105>someday", "error.date.unreadable", "someday"),
        ("A105>3x7d", "error.schedule.no_quantity", "3x7d"),
        ("A105*10>(4@fri)", "error.schedule.left", "(4@fri)"),
        ("A105>(4@fri", "quick.bracket", "(4@fri"),
        ('"A105', "quick.quote", '"A105'),
        ('A105#"x', "quick.quote", '"x'),
        ("A105*2*3", "quick.twice", "3"),
        ("A105*12-2", "quick.discount", "-2"),
        ("A105*2)", "quick.unexpected", ")"),
    ],
)
def test_a_bad_token_says_what_is_wrong_in_its_place(text: str, code: str, at: str) -> None:
    line = f"C330*1 {text}\nB210*1"
    first, bad, last = read(line).tokens
    assert (first.line is not None, last.line is not None) == (True, True)
    assert line[bad.start : bad.end] == text
    (problem,) = bad.problems
    assert (problem.problem.code, line[problem.start : problem.end]) == (code, at)
    worded(problem.problem)


def test_all_that_is_wrong_with_a_token_is_said_at_once() -> None:
    wrong = codes(only("A105*2kg@4o>someday"))
    assert wrong == ["error.quantity.unit", "error.number.unreadable", "error.date.unreadable"]


def test_a_tail_without_an_item_is_no_item() -> None:
    assert [shown("*3"), shown("@40 A105")] == [["!quick.item.unknown"], ["!quick.item.unknown", "A105"]]


def test_the_nearest_code_is_named() -> None:
    (problem,) = only("B2I0*3").problems
    assert problem.problem.params == {"text": "B2I0", "near": "B210"}
    assert words.problem_text(problem.problem, "en") == "B2I0: there is no such item. Did you mean B210?"


def test_a_text_too_long_is_not_read() -> None:
    found = read("A" * (MAX_LENGTH + 1))
    assert (found.tokens, [problem.code for problem in found.problems]) == ((), ["quick.too_long"])


def test_more_tokens_than_an_order_takes_are_not_read() -> None:
    found = read("A105 " * (MAX_TOKENS + 1))
    assert (len(found.tokens), [problem.code for problem in found.problems]) == (
        MAX_TOKENS,
        ["quick.too_many"],
    )


# ── scanners ───────────────────────────────────────────────────────────────────────────────────────


def test_a_scan_is_one_whole_code_whatever_signs_are_in_it() -> None:
    token = parse_scan("M8*30", BOOK)
    assert token.line is not None
    assert (token.line.item_id, token.line.quantity) == (BOLT, Decimal(1))


def test_a_scan_of_nothing_known_says_so() -> None:
    assert codes(parse_scan("A105*12", BOOK)) == ["quick.item.unknown"]
    assert codes(parse_scan("hty", BOOK)) == ["quick.item.several"]


def test_scanning_the_same_code_again_adds_one() -> None:
    lines: tuple[QuickLine, ...] = ()
    for code in ("A105", "6901234567892", "A105", "C330", "6901234567892", "A105"):
        scanned = parse_scan(code, BOOK).line
        assert scanned is not None
        lines = add_scan(lines, scanned)
    assert [(line.item_id, line.count, line.unit) for line in lines] == [
        (TABLE, Decimal(3), "张"), (TABLE, Decimal(2), "箱"), (OIL, Decimal(1), "瓶"),
    ]  # fmt: skip


def test_a_scan_does_not_add_to_a_line_with_a_price_of_its_own() -> None:
    scanned = parse_scan("C330", BOOK).line
    assert scanned is not None
    assert [line.count for line in add_scan(read("C330*2@40").lines, scanned)] == [2, 1]


# ── printing and fuzz ──────────────────────────────────────────────────────────────────────────────

ITEMS = st.sampled_from([
    ("A105", TABLE, "A105", "张"), ("B210", CHAIR, "B210", "张"), ("M8*30", BOLT, "M8*30", "件"),
    ("6901234567892", TABLE, "A105", "箱"),
    ("xmcz", TABLE, "A105", "张"), ("SF/203", item(9), "SF/203", "件"),
])  # fmt: skip
QUANTITIES = st.decimals("0.001", 9999, places=3)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
NOTES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), exclude_characters="“”＂"), max_size=8
)


@st.composite
def lines(draw: st.DrawFn) -> QuickLine:
    typed, item_id, code, unit = draw(ITEMS)
    quantity = draw(st.none() | QUANTITIES)
    schedule: tuple[Part, ...] = ()
    if quantity is not None and quantity > Decimal("0.002") and draw(st.booleans()):
        schedule = (Part(quantity - Decimal("0.001"), draw(DAYS)), Part(Decimal("0.001"), draw(DAYS)))
    return QuickLine(
        item_id, code, typed, unit, unit, quantity,
        price=draw(st.none() | st.decimals(0, 99999, places=4)),
        discount=draw(st.none() | st.decimals(0, 1, places=6)),
        requested=None if schedule else draw(st.none() | DAYS),
        schedule=schedule,
        note=draw(NOTES),
    )  # fmt: skip


@given(st.lists(lines(), max_size=6))
def test_what_is_printed_reads_the_same(order: list[QuickLine]) -> None:
    found = read(print_lines(tuple(order)))
    assert list(found.lines) == order
    assert len(found.tokens) == len(order)


@given(
    st.lists(
        st.sampled_from(["A105", "M8", "hty", "*", "x", "12", "@", "4", "-", "%", ">", "3x7d", "(", ")", "+",
                         "#", " ", ";", "\n", '"', "周五", ",", "箱", ".", "　", "＊", "\t", "\u2028"]),
        max_size=40,
    ).map("".join)
    | st.text(max_size=60)
    | st.text(string.printable, max_size=60)
)  # fmt: skip
@settings(max_examples=400)
def test_any_text_is_read_into_verdicts_that_lie_in_order(text: str) -> None:
    found = read(text)
    end = 0
    for token in found.tokens:
        assert end <= token.start < token.end <= len(text)
        assert (token.line is None) == bool(token.problems)
        for problem in token.problems:
            assert problem.problem.code.startswith(("quick.", "error."))
            assert token.start <= problem.start <= problem.end <= token.end
            assert all(words.has(problem.problem.code, language) for language in words.LANGUAGES)
        end = token.end
    assert all(token.line is not None for token in read(print_lines(found.lines)).tokens)


class _Counting:
    """Codes that know nothing, and count how often they are asked."""

    def __init__(self) -> None:
        self.asked = 0

    def find(self, text: str) -> tuple[()]:
        self.asked += 1
        return ()

    def near(self, text: str) -> tuple[str, ...]:
        self.asked += 1
        return ()


@pytest.mark.parametrize("piece", ["*", "a*", "a+", "1x", '"', "(", ">(", "-1%", "A105*", "#"])
def test_the_work_is_bounded_by_the_length(piece: str) -> None:
    counting = _Counting()
    parse_quick_add(piece * (2_000 // len(piece)), counting, CONTEXT)
    assert counting.asked <= 2_000 * 210
