"""Pasted lines: from a spreadsheet, from a message, with a verdict for each row and nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk import values, words
from orderdesk.rules.entry.pasting import MAX_LENGTH, MAX_ROWS, PastedRow, PastedRows, paste_lines
from orderdesk.rules.entry.quick_lines import QuickContext
from tests.rules_entry.catalogue import BOOK

CONTEXT = QuickContext(date(2026, 3, 10))
GRID = ("code", "item", "quantity", "unit", "price", "source", "discount", "amount", "deliver", "stock")


def paste(text: str, columns: tuple[str, ...] = GRID, **how: bool) -> PastedRows:
    return paste_lines(text, BOOK, CONTEXT, columns, **how)


def verdict(row: PastedRow) -> str:
    """Return a row in short: item, quantity and what else it says, or what is wrong with it."""
    if row.merged_into is not None:
        return f"{row.number} -> {row.merged_into}"
    if row.line is None:
        return f"{row.number} ! " + " ".join(f"{entry.path}:{entry.code}" for entry in row.problems)
    line = row.line
    said = [
        "" if line.quantity is None else f"{values.plain(line.quantity)} {line.unit}",
        "" if line.price is None else f"@{values.plain(line.price)}",
        "" if line.discount is None else f"-{values.plain(line.discount * 100)}%",
        "" if line.requested is None else f">{line.requested:%m-%d}",
        f"#{line.note}" if line.note else "",
    ]
    return " ".join([str(row.number), line.code, *filter(None, said)])


def shown(text: str, columns: tuple[str, ...] = GRID) -> list[str]:
    return [verdict(row) for row in paste(text, columns).rows]


# ── columns ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "编码\t数量\t单位\t单价\nA105\t12\t张\t880\nB210\t2\t箱\t129.5",
        "Item code\tQty\tUOM\tUnit price\nA105\t12\tpc\t880\nB210\t2\tbox\t129.5",
        "序号;商品编码;品名;数量;单位;单价(元)\n1;A105;橡木餐桌;12;张;¥880.00\n2;B210;餐椅;2;箱;129.50 元",
        "数量，单位，单价，货号\n12，张，880，A105\n2，箱，129.5，B210",
        " \n编码\t数量\t单位\t单价\n\nA105\t１２\t张\t８８０\n\t\t\nB210\t2\tbox\t129.5\n",
    ],
)
def test_columns_are_found_by_their_names_in_either_language(text: str) -> None:
    assert [row.split(" ", 1)[1] for row in shown(text)] == ["A105 12 张 @880", "B210 2 箱 @129.5"]


def test_every_typed_column_is_taken() -> None:
    text = "编码\t数量\t单价\t折扣\t交货日期\t备注\nA105\t12\t880\t5%\t2026/3/20\t要木架，急"
    assert shown(text) == ["2 A105 12 张 @880 -5% >03-20 #要木架，急"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A105\t12", ["1 A105 12 张"]),
        ("A105\t12\t张\t880", ["1 A105 12 张 @880"]),
        ("A105\t橡木餐桌\t12\t张\t880\t标准价\t5%\t10032\t3-20\t210", ["1 A105 12 张 @880 -5% >03-20"]),
        ("A105,12\nB210,3", ["1 A105 12 张", "2 B210 3 张"]),
        ("A105;12;箱\nB210;3;", ["1 A105 12 箱", "2 B210 3 张"]),
        ("A105，12\nB210，3", ["1 A105 12 张", "2 B210 3 张"]),
    ],
)
def test_without_names_cells_go_by_position_from_the_focused_column(text: str, rows: list[str]) -> None:
    assert shown(text) == rows


def test_cells_for_rows_that_are_there_come_back_as_they_are() -> None:
    found = paste("12\t箱\n6\t张", GRID[2:])
    assert not found.has_items
    assert [dict(row.cells) for row in found.rows] == [
        {"quantity": "12", "unit": "箱"}, {"quantity": "6", "unit": "张"},
    ]  # fmt: skip
    assert [dict(row.cells) for row in paste("12\n6", GRID[2:]).rows] == [
        {"quantity": "12"},
        {"quantity": "6"},
    ]


def test_names_stand_for_the_code_where_there_is_none() -> None:
    assert shown("品名\t数量\n橡木桌\t2\n铁桌\t1") == ["2 A105 2 张", "3 ! code:quick.item.unknown"]


def test_a_price_of_the_other_kind_is_not_taken_and_told() -> None:
    text = "编码\t数量\t无税单价\nA105\t12\t778.76"
    found = paste(text, prices_include_tax=True)
    assert [verdict(row) for row in found.rows] == ["2 A105 12 张"]
    assert [problem.code for problem in found.problems] == ["quick.paste.price_basis"]
    assert [verdict(row) for row in paste(text, prices_include_tax=False).rows] == ["2 A105 12 张 @778.76"]


def test_cells_in_quotes_hold_tabs_and_line_breaks() -> None:
    assert shown('编码\t数量\t备注\nA105\t2\t"两行\n备注"\nB210\t1\t') == [
        "2 A105 2 张 #两行\n备注", "3 B210 1 张",
    ]  # fmt: skip


def test_a_quote_that_is_not_closed_swallows_nothing() -> None:
    assert shown('A105\t2\nB210\t"x\nC330\t1') == [
        "1 A105 2 张",
        "2 ! quantity:error.number.unreadable",
        "3 C330 1 瓶",
    ]


# ── written lines ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A105 x12", ["1 A105 12 张"]),
        ("A105*12\nB210 × 3", ["1 A105 12 张", "2 B210 3 张"]),
        ("A105 12\nC330 2", ["1 A105 12 张", "2 C330 2 瓶"]),
        ("A105：12\nC330=2", ["1 A105 12 张", "2 C330 2 瓶"]),
        ("A105 2箱\nA105 橡木餐桌 3 张", ["1 A105 27 张", "2 -> 1"]),
        ("1. A105 x12\n2、C330 2瓶", ["1 A105 12 张", "2 C330 2 瓶"]),
        ("A105\nC330", ["1 A105", "2 C330"]),
        ("A105*12 B210*48@40", ["1 A105 12 张", "1 B210 48 张 @40"]),
        ("1.5x1220 4", ["1 1.5x1220 4 块"]),
        ("A105 1005", ["1 ! code:quick.ambiguous"]),
        ("M8*30 5", ["1 M8*30 5 件"]),
        ("你好", ["1 ! code:quick.item.unknown"]),
    ],
)
def test_lines_are_read_as_people_write_them(text: str, rows: list[str]) -> None:
    assert shown(text) == rows


# ── verdicts ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ("B2I0\t1", "code:quick.item.near"),
        ("xyz\t1", "code:quick.item.unknown"),
        ("hty\t1", "code:quick.item.several"),
        ("\t1", "code:quick.item.missing"),
        ("A105\t-3", "quantity:error.quantity.negative"),
        ("A105\t0", "quantity:quick.quantity.none"),
        ("A105\t一打", "quantity:error.number.unreadable"),
        ("A105\t1\t桶", "unit:error.quantity.unit"),
        ("A105\t1\t张\t面议", "price:error.number.unreadable"),
        ("A105\t1\t张\t-5", "price:error.number.unreadable"),
        ("A105\t1\t张\t1\t0.05", "discount:quick.paste.fraction"),
        ("A105\t1\t张\t1\t120%", "discount:error.percent.range"),
        ("A105\t1\t张\t1\t5%\t尽快", "deliver:error.date.unreadable"),
        ("A105\t1\t张\t1\t5%\t2026-03-01", "deliver:quick.paste.past"),
        (
            "B2I0\t一打\t张\t面议",
            "code:quick.item.near quantity:error.number.unreadable price:error.number.unreadable",
        ),
    ],
)
def test_a_bad_row_says_all_that_is_wrong_and_keeps_what_was_pasted(cells: str, problem: str) -> None:
    text = f"编码\t数量\t单位\t单价\t折扣\t交期\nC330\t1\n{cells}\nB210\t2"
    good, bad, last = paste(text).rows
    assert [verdict(good), verdict(bad), verdict(last)] == ["2 C330 1 瓶", f"3 ! {problem}", "4 B210 2 张"]
    assert list(bad.cells.values()) == cells.split("\t")
    for entry in bad.problems:
        assert all(words.has(entry.code, language) for language in words.LANGUAGES)


def test_rows_that_say_the_same_of_one_item_are_merged_and_marked() -> None:
    text = (
        "编码\t数量\t单位\t单价\nA105\t12\t\t880\nB210\t1\nA105\t3\t张\t880\nA105\t1\t箱\t880\nA105\t2\t\t870"
    )
    found = paste(text)
    assert [verdict(row) for row in found.rows] == [
        "2 A105 15 张 @880", "3 B210 1 张", "4 -> 2", "5 A105 1 箱 @880", "6 A105 2 张 @870",
    ]  # fmt: skip
    assert [line.count for line in found.lines] == [15, 1, 1, 2]


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("A105\t1\nB210\t1", "2 rows pasted", "已粘贴 2 行"),
        ("A105\t1\nA105\t1", "2 rows pasted, 1 of them added to another", "已粘贴 2 行，其中 1 行已合并"),
        ("A105\t1\nzz\t1", "2 rows, 1 need you", "共 2 行，1 行需要处理"),
    ],
)
def test_the_strip_says_how_it_went(text: str, english: str, chinese: str) -> None:
    summary = paste(text).summary
    assert [words.problem_text(summary, language) for language in words.LANGUAGES] == [english, chinese]


def test_nothing_pasted_is_nothing() -> None:
    assert (paste("").rows, paste(" \n\t\n").rows) == ((), ())


def test_too_much_is_told_and_not_read() -> None:
    assert [problem.code for problem in paste("x" * (MAX_LENGTH + 1)).problems] == ["quick.too_long"]
    many = paste("A105\t1\n" * (MAX_ROWS + 1))
    assert (len(many.rows), [problem.code for problem in many.problems]) == (MAX_ROWS, ["quick.too_many"])


@given(
    st.lists(
        st.sampled_from(["A105", "M8*30", "编码", "数量", "12", "箱", "\t", "\n", ";", ",", '"', "x", " ",
                         "-", "%", "\0"]),
        max_size=40,
    ).map("".join)
    | st.text(max_size=60)
)  # fmt: skip
def test_any_text_gets_a_verdict_for_each_row(text: str) -> None:
    found = paste(text)
    for row in found.rows:
        assert (row.line is None) == bool(row.problems) or not found.has_items
        assert all(entry.code.startswith(("quick.", "error.")) for entry in row.problems)
