"""What a Chinese name can be typed as."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.services.readings import MAX_LENGTH, readings_of
from tests.architecture.sources import ROOT

DATA = ROOT.parent / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data folder is not beside the project")


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("华东家居", "huadongjiaju hdjj"),
        ("华东家居（上海）有限公司", "huadongjiajushanghaiyouxiangongsi hdjjshyxgs"),
        ("橡木餐桌 140", "xiangmucanzhuo140 xmcz140"),
        ("A4纸", "a4zhi a4z"),
        ("绿野 ABC", "lvyeabc lya"),
        ("ＡＢ木", "abmu am"),
        ("Oak table", ""),
        ("", ""),
        ("（）", ""),
    ],
)
def test_a_name_is_read_whole_and_by_initials(name: str, readings: str) -> None:
    assert readings_of(name) == readings


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("重庆办公", ("chongqingbangong", "cqbg", "zqbg")),
        ("长城家具", ("changchengjiaju", "ccjj", "zcjj")),
        ("单雄信", ("shanxiongxin", "sxx", "dxx")),
        ("曾国藩", ("zengguofan", "zgf")),
        ("仇英", ("qiuying", "qy", "cy")),
        ("万俟卨", ("moqixie", "mqx")),
        ("尉迟恭", ("yuchigong", "ycg")),
        ("厦门银行", ("xiamenyinhang", "xmyh")),
        ("长乐行", ("clx", "zyh")),
    ],
)
def test_all_readings_of_a_polyphonic_name_match(name: str, wanted: tuple[str, ...]) -> None:
    assert set(wanted) <= set(readings_of(name).split())


@needs_data
def test_each_common_character_has_its_usual_reading() -> None:
    lines = (DATA / "pinyin" / "kMandarin_8105.txt").read_text(encoding="utf-8").splitlines()
    found = [re.match(r"U\+[0-9A-F]+: (\S+)\s+# (\S)", line) for line in lines]
    table = {match[2]: _without_tone(match[1]) for match in found if match is not None}
    assert len(table) == 8105
    missing = {
        character for character, reading in table.items() if reading not in readings_of(character).split()
    }
    assert missing <= {"㴔"}  # rare, and read in two ways by the dictionaries


@needs_data
def test_every_phrase_is_read_as_it_is_spoken() -> None:
    lines = (DATA / "pinyin" / "phrases.txt").read_text(encoding="utf-8").splitlines()
    phrases = [line.partition(": ") for line in lines if ": " in line]
    assert len(phrases) >= 4000
    wrong = [
        phrase
        for phrase, _, spoken in phrases
        if _without_tone(spoken.replace(" ", "").replace("，", "")) not in readings_of(phrase).split()
    ]
    assert wrong == []


@needs_data
@pytest.mark.parametrize("file", ["company-short-names.txt", "person-names-historical.txt"])
def test_every_name_can_be_typed_on_a_plain_keyboard(file: str) -> None:
    names = (DATA / "zh-names" / file).read_text(encoding="utf-8").split()
    unreadable = [
        name
        for name in names
        if re.search("[\u4e00-\u9fff]", name)
        and not re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)+", readings_of(name))
        and not re.fullmatch(r"[a-z0-9]", readings_of(name))
    ]
    assert unreadable == []


@given(st.text(alphabet="长重乐行朝都会单曾A1 ，", max_size=60) | st.text(max_size=60))
def test_readings_fit_their_column_and_are_latin(name: str) -> None:
    readings = readings_of(name)
    assert len(readings) <= MAX_LENGTH
    assert re.fullmatch(r"([a-z0-9]+( [a-z0-9]+)*)?", readings)


def _without_tone(reading: str) -> str:
    """Return a reading as it is typed: ``lǜ`` is ``lv``."""
    bare = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(part for part in bare if not unicodedata.combining(part))
