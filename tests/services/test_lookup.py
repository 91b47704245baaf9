"""What stands in a completion list for what is typed, and what Enter takes."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.rules.entry import fold_key
from orderdesk.services.lookup import LookupEntry, LookupIndex, Match, Rank

CUSTOMERS = (
    LookupEntry(
        "huadong",
        "C001",
        ("华东家居有限公司", "Huadong Home"),
        ("huadongjiaju hdjj",),
        ("021-5566 8812",),
        90,
    ),
    LookupEntry("huadong2", "C002", ("华东家居二店",), ("huadongjiajuerdian hdjjed",), ("13812345678",), 40),
    LookupEntry("hongda", "C010", ("宏达建材",), ("hongdajiancai hdjc",), ("13900008812",), 70),
    LookupEntry("chongqing", "C0100", ("重庆办公家具",), ("chongqing cq zhongqing zq",), (), 10),
    LookupEntry("taqueria", "ANTON", ("Antonio Moreno Taquería",), (), ("(5) 555-3932",), 5),
    LookupEntry("a4", "P-A4", ("A4纸 80 g", "Copy paper"), ("a4zhi a4z",), ("6901234567892", "KD-77"), 60),
)
INDEX = LookupIndex(CUSTOMERS)


def keys(text: str, index: LookupIndex[str] = INDEX, boost: Mapping[str, int] | None = None) -> list[str]:
    return [match.key for match in index.search(text, boost=boost)]


@pytest.mark.parametrize(
    ("typed", "rank"),
    [
        ("C001", Rank.EXACT_CODE),
        ("c001", Rank.EXACT_CODE),
        ("Ｃ００１", Rank.EXACT_CODE),
        ("hdjj", Rank.EXACT),
        ("huadongjiaju", Rank.EXACT),
        ("华东家居有限公司", Rank.EXACT),
        ("huadong home", Rank.EXACT),
        ("021-5566 8812", Rank.EXACT),
        ("02155668812", Rank.EXACT),
        ("8812", Rank.NUMBER_TAIL),
        ("66-8812", Rank.NUMBER_TAIL),
        ("c00", Rank.CODE_START),
        ("hd", Rank.READING_START),
        ("huad", Rank.READING_START),
        ("华东", Rank.WORD_START),
        ("home", Rank.WORD_START),
        ("东家", Rank.INSIDE),
        ("ome", Rank.INSIDE),
        ("812", Rank.INSIDE),
        ("home 华东", Rank.INSIDE),
    ],
)
def test_an_entry_is_found_by(typed: str, rank: Rank) -> None:
    found = {match.key: match for match in INDEX.search(typed)}
    assert found["huadong"] == Match("huadong", rank, rank <= Rank.EXACT)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("8812", ["huadong", "hongda"]),
        ("hd", ["huadong", "hongda", "huadong2"]),
        ("hdjj", ["huadong", "huadong2"]),
        ("c010", ["hongda", "chongqing"]),
        ("家", ["huadong", "huadong2", "chongqing"]),
        ("zq", ["chongqing"]),
        ("cq", ["chongqing"]),
        ("taqueria", ["taqueria"]),
        ("TAQUERÍA", ["taqueria"]),
        ("a4", ["a4"]),
        ("a4纸", ["a4"]),
        ("kd-77", ["a4"]),
        ("7892", ["a4"]),
        ("copy pa", ["a4"]),
        ("paper co", ["a4"]),
        ("3932", ["taqueria"]),
        ("nobody", []),
        ("华东 nobody", []),
        ("\n", ["huadong", "hongda", "a4", "huadong2", "chongqing", "taqueria"]),
        ("", ["huadong", "hongda", "a4", "huadong2", "chongqing", "taqueria"]),
    ],
)
def test_better_reasons_stand_first_then_weight(typed: str, found: list[str]) -> None:
    assert keys(typed) == found


def test_three_digits_are_no_tail_of_a_number() -> None:
    assert {match.rank_class for match in INDEX.search("812")} == {Rank.INSIDE}


def test_equals_stand_in_the_order_of_weight_and_then_of_code() -> None:
    entries = [LookupEntry(code, code, weight=weight) for code, weight in (("X3", 1), ("X1", 1), ("X2", 9))]
    assert keys("x", LookupIndex(entries)) == ["X2", "X1", "X3"]


def test_the_list_is_no_longer_than_asked() -> None:
    index = LookupIndex(LookupEntry(number, f"A{number:04d}", ("Oak table",)) for number in range(500))
    assert [match.key for match in index.search("oak", limit=3)] == [0, 1, 2]
    assert len(index.search("a")) == 20


def test_recent_ones_stand_above_all_but_exact_matches() -> None:
    recent = {"chongqing": 0, "huadong2": 1, "taqueria": 2}
    assert keys("家居", boost=recent) == ["huadong2", "huadong"]
    assert keys("c0", boost=recent) == ["chongqing", "huadong2", "huadong", "hongda"]
    assert keys("c010", boost=recent) == ["hongda", "chongqing"]
    assert keys("", boost=recent)[:4] == ["chongqing", "huadong2", "taqueria", "huadong"]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("C001", "huadong"),
        ("c010", "hongda"),  # C0100 begins with it, too
        ("hdjj", "huadong"),  # hdjjed begins with it, too
        ("6901234567892", "a4"),
        ("KD-77", "a4"),
        ("宏达建材", "hongda"),
        ("antonio", "taqueria"),  # the only match
        ("3932", "taqueria"),
        ("hd", None),
        ("8812", None),
        ("c0", None),
        ("nobody", None),
        ("", None),
        ("  ", None),
    ],
)
def test_enter_takes_what_is_exact_or_the_only_match(typed: str, key: str | None) -> None:
    assert INDEX.exact_or_unique(typed) == key


def test_enter_takes_nothing_where_two_have_the_same() -> None:
    twins = LookupIndex(
        [LookupEntry(1, "A1", ("Li",), (), ("555",)), LookupEntry(2, "A2", ("Li",), (), ("555",))]
    )
    assert twins.exact_or_unique("li") is None
    assert twins.exact_or_unique("555") is None
    assert twins.exact_or_unique("a1") == 1


def test_a_whole_code_wins_over_a_whole_number_name_or_reading() -> None:
    index = LookupIndex(
        [
            LookupEntry("code", "hdjj"),
            LookupEntry("number", "B1", numbers=("hdjj",)),
            LookupEntry("name", "B2", names=("HDJJ",), weight=9),
            LookupEntry("reading", "B3", readings=("hdjj",), weight=99),
        ]
    )
    assert index.exact_or_unique("hdjj") == "code"
    assert keys("hdjj", index)[0] == "code"
    assert index.without("code").exact_or_unique("hdjj") == "number"


def test_a_replaced_entry_is_found_by_its_new_texts_only() -> None:
    index = INDEX.replaced(LookupEntry("hongda", "C777", ("Neu",), (), (), 1))
    assert keys("宏达", index) == []
    assert keys("c777", index) == ["hongda"]
    assert keys("宏达") == ["hongda"]  # the index it came from is unchanged
    assert index.exact_or_unique("c010") == "chongqing"
    assert len(index) == len(INDEX)


def test_a_new_entry_stands_among_the_others_by_its_weight() -> None:
    index = INDEX.replaced(LookupEntry("new", "C005", ("华东灯具",), ("huadongdengju hddj",), (), 80))
    assert keys("华东", index) == ["huadong", "new", "huadong2"]
    assert len(index) == len(INDEX) + 1
    again = index.replaced(LookupEntry("new", "C005", ("华东灯具",), weight=1))
    assert keys("华东", again) == ["huadong", "huadong2", "new"]
    assert len(again) == len(INDEX) + 1


def test_an_entry_taken_out_is_gone() -> None:
    index = INDEX.without("huadong")
    assert keys("hdjj", index) == ["huadong2"]
    assert index.exact_or_unique("c001") is None
    assert keys("hdjj") == ["huadong", "huadong2"]
    assert len(index) == len(INDEX) - 1
    assert len(index.without("huadong")) == len(index)
    assert keys("hdjj", index.replaced(CUSTOMERS[0])) == ["huadong", "huadong2"]


def test_separators_between_texts_are_never_part_of_a_match() -> None:
    index = LookupIndex([LookupEntry(1, "AB", ("CD",)), LookupEntry(2, "EF", ("华",))])
    for typed in ("abcd", "bc", "cdef", "f华"):
        assert index.search(typed) == ()


TEXTS = st.text(alphabet="abA1 2-家具华Ｂ", max_size=6)
ENTRIES = st.lists(
    st.builds(
        LookupEntry,
        st.integers(),
        TEXTS,
        st.tuples(TEXTS, TEXTS),
        st.tuples(TEXTS),
        st.tuples(TEXTS),
        st.integers(0, 3),
    ),
    unique_by=lambda entry: entry.key,
    max_size=12,
)


def _has(entry: LookupEntry[int], word: str) -> bool:
    readings = [part for reading in entry.readings for part in fold_key(reading).split()]
    texts = [fold_key(entry.code), *map(fold_key, entry.names), *readings, *map(fold_key, entry.numbers)]
    digits = ["".join(filter(str.isdecimal, text)) for text in map(fold_key, entry.numbers)]
    return any(word in text for text in [*texts, *(run for run in digits if len(run) >= 4)])


@given(ENTRIES, TEXTS)
def test_exactly_the_entries_that_have_every_typed_word_are_found(
    entries: list[LookupEntry[int]], typed: str
) -> None:
    words = fold_key(typed).split()
    wanted = {entry.key for entry in entries if all(_has(entry, word) for word in words)}
    digits = "".join(filter(str.isdecimal, typed))
    found = {match.key for match in LookupIndex(entries).search(typed, limit=100)}
    assert wanted <= found
    assert found == wanted or len(digits) >= 4  # the tail of a number is found across its hyphens


@given(ENTRIES, ENTRIES, TEXTS, st.integers(1, 15))
def test_a_replaced_index_answers_like_one_built_anew(
    entries: list[LookupEntry[int]], changed: list[LookupEntry[int]], typed: str, limit: int
) -> None:
    merged = {entry.key: entry for entry in [*entries, *changed]}
    replaced, built = LookupIndex(entries).replaced(*changed), LookupIndex(merged.values())
    assert len(replaced) == len(built)

    def shown(index: LookupIndex[int]) -> list[tuple[Rank, int, str]]:
        matches = index.search(typed, limit)
        return [
            (match.rank_class, merged[match.key].weight, fold_key(merged[match.key].code))
            for match in matches
        ]

    assert shown(replaced) == shown(built)
    assert replaced.exact_or_unique(typed) == built.exact_or_unique(typed)


def test_typed_letter_by_letter_each_code_of_a_large_index_is_taken_exactly() -> None:
    randomness = random.Random(7)
    codes = [f"{randomness.choice('ABC')}{number}" for number in range(3000)]
    index = LookupIndex(LookupEntry(code, code, (f"Item {code[::-1]}",)) for code in codes)
    assert [index.exact_or_unique(code.lower()) for code in codes] == codes


def test_what_a_text_is_the_whole_of_is_told_kind_by_kind_also_after_changes() -> None:
    index = LookupIndex(
        [
            LookupEntry(1, "A1", names=("oak",), numbers=("B2",)),
            LookupEntry(2, "B2", names=("A1",), readings=("oak xm",)),
            LookupEntry(3, "C3", names=("oak table",)),
        ]
    )
    index = index.without(3).replaced(LookupEntry(2, "B2", names=("oak",)))
    assert dict(index.whole(" Ａ1 ")) == {
        "code": {1}, "number": set(), "name": set(), "reading": set(),
    }  # fmt: skip
    assert dict(index.whole("b2")) == {"code": {2}, "number": {1}, "name": set(), "reading": set()}
    assert dict(index.whole("oak"))["name"] == {1, 2}
    assert dict(index.whole("oak table"))["name"] == dict(index.whole(""))["code"] == set()
