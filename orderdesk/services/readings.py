"""Pinyin and initials of a Chinese name, made when it is written, so that ``hdjj`` finds 华东家居.

A character of two readings gets both: the clerk types what he says, and he may read 重庆 as it is or sign
by sign. What comes out is a proposal; it is stored with the record, where it can be edited (ux, 3.12).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from orderdesk.rules.entry.folding import fold_key

MAX_LENGTH = 200  # what a record keeps
_MOST_COMBINATIONS = 12

_HAN_RUN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")
_PIECE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+|[a-z0-9]+")

# Readings that a family name has and the same character elsewhere mostly has not.
_FAMILY_NAMES: Final = {
    "万俟": "mo qi", "尉迟": "yu chi", "澹台": "tan tai", "长孙": "zhang sun", "令狐": "ling hu",
    "单": "shan", "仇": "qiu", "曾": "zeng", "区": "ou", "解": "xie", "查": "zha", "盖": "ge",
    "朴": "piao", "翟": "zhai", "乐": "yue", "覃": "qin", "种": "chong", "员": "yun", "宓": "mi",
    "繁": "po", "冼": "xian", "召": "shao", "任": "ren", "华": "hua", "尹": "yin", "卜": "bu",
    "那": "na", "黑": "he", "秘": "bi", "折": "she", "缪": "miao", "能": "nai", "祭": "zhai",
    "句": "gou", "阚": "kan", "晟": "cheng", "逄": "pang",
}  # fmt: skip

# Characters that names of firms, goods and places use in two readings.
_SECOND_READINGS: Final = {
    "长": "chang zhang", "重": "zhong chong", "乐": "le yue", "行": "hang xing", "朝": "chao zhao",
    "都": "du dou", "会": "hui kuai", "藏": "zang cang", "厦": "sha xia", "单": "dan shan",
    "盛": "sheng cheng", "调": "diao tiao", "传": "chuan zhuan", "参": "can shen", "宿": "su xiu",
    "弹": "dan tan", "车": "che ju", "便": "bian pian", "降": "jiang xiang", "省": "sheng xing",
    "番": "fan pan", "蚌": "bang beng", "六": "liu lu", "阿": "a e", "牟": "mou mu", "尉": "wei yu",
    "堡": "bao pu", "泊": "bo po", "柏": "bai bo", "校": "xiao jiao", "角": "jiao jue", "色": "se shai",
    "仔": "zi zai", "模": "mo mu", "率": "lv shuai", "差": "cha chai", "薄": "bao bo", "壳": "ke qiao",
    "曲": "qu", "系": "xi ji", "折": "zhe she", "露": "lu lou", "解": "jie xie", "区": "qu ou",
    "曾": "zeng ceng", "查": "cha zha", "覃": "qin tan", "洞": "dong tong", "浒": "hu xu",
    "圩": "xu wei", "莘": "shen xin", "涡": "wo guo", "铅": "qian yan", "蔚": "wei yu",
    "峒": "dong tong", "塔": "ta da", "咖": "ka ga", "粘": "nian zhan", "靓": "liang jing",
}  # fmt: skip


def readings_of(name: str) -> str:
    """Return the readings of ``name`` between blanks: whole pinyin, initials, then those of other readings.

    Without tones, ü as v, Latin letters and digits kept in their places, punctuation dropped. At most 200
    characters, the likeliest readings first. A name without Chinese characters has none.
    """
    folded = fold_key(name)
    if not _HAN_RUN.search(folded):
        return ""
    found: list[str] = []
    for syllables in islice(product(*_syllables(folded)), _MOST_COMBINATIONS):
        initials = "".join(syllable[0] if syllable.isalpha() else syllable for syllable in syllables)
        found += ["".join(syllables), initials]
    kept: list[str] = []
    left = MAX_LENGTH
    for reading in dict.fromkeys(found):
        if len(reading) <= left:
            kept.append(reading)
            left -= len(reading) + 1
    return " ".join(kept)


def _syllables(folded: str) -> Iterator[tuple[str, ...]]:
    """Yield the readings of each character or Latin word, the likeliest first."""
    from pypinyin import lazy_pinyin  # takes a fifth of a second: only who writes names pays it

    is_first = True
    for piece in _PIECE.findall(folded):
        if piece.isascii():
            yield (piece,)
            continue
        in_context = lazy_pinyin(piece)
        if len(in_context) != len(piece):  # a character without reading swallowed its neighbours
            in_context = [lazy_pinyin(character)[0] for character in piece]
        family = _family_name(piece) if is_first else ()
        for place, character in enumerate(piece):
            readings = list(family[place : place + 1])
            readings += [in_context[place], *lazy_pinyin(character)]
            readings += _SECOND_READINGS.get(character, "").split()
            known = tuple(dict.fromkeys(reading for reading in readings if reading.isascii()))
            if known:
                yield known
        is_first = False


def _family_name(piece: str) -> tuple[str, ...]:
    return tuple((_FAMILY_NAMES.get(piece[:2]) or _FAMILY_NAMES.get(piece[:1], "")).split())
