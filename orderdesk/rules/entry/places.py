"""Province, city and district at the beginning of an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from orderdesk.rules.entry.regions import LONGEST, MUNICIPALITIES, REGIONS, Region

# Where these follow a short name it belongs to something else: 南京路, 北京大厦, 朝阳区, 大理市.
_NOT_AFTER_SHORT = re.compile(
    r"[东西南北中]?[路街道巷弄]|[东西南北中一二三四五]+路|大[道街厦学酒]|[区县旗市镇乡村站]|银行|饭店|宾馆"
)
_FORMAL = re.compile(r"市辖区|省直辖县级行政区划|自治区直辖县级行政区划|县(?=[\u4e00-\u9fff]{1,8}县)")
_DISTRICT = re.compile(
    r"[\u4e00-\u9fff](?:(?![省路街道巷弄号村镇乡])[\u4e00-\u9fff]){0,13}?(?:自治县|自治旗|区|县|市|旗)"
)
_NO_DISTRICT = re.compile(
    r".*(?:[小社校厂景库片院]区|住宅区|生活区|商业区|服务区|[城超门都夜集花早菜]市)|(?!.*(?:工业|产业|科技)园区).*园区"
)
_STREET_AFTER = re.compile(r"[路街道巷弄]|大[道街]|[东西南北中]路")
_GAP = re.compile(r"[\s,;.|/-]*")
# Districts whose names hold a word that elsewhere ends a street, a town or a district.
_KNOWN_DISTRICTS: Final = frozenset({
    "路南区", "路北区", "路桥区", "道里区", "道外区", "道县", "道孚县", "道真仡佬族苗族自治县", "镇海区",
    "镇安县", "镇平县", "镇原县", "镇坪县", "镇远县", "镇宁布依族苗族自治县", "镇雄县", "镇康县",
    "镇沅彝族哈尼族拉祜族自治县", "镇巴县", "镇赉县", "平乡县", "武乡县", "内乡县", "金乡县", "新乡县",
    "湘乡市", "宁乡市", "东乡区", "东乡族自治县", "肥乡区", "乡宁县", "西乡县", "北镇市", "清镇市",
    "海城市", "桐城市", "丰城市", "诸城市", "肥城市", "永城市", "项城市", "宜城市", "麻城市", "韩城市",
    "共青城市", "禹城市", "邹城市", "应城市", "凤城市", "辛集市", "玉门市", "二道区", "二道江区",
    "让胡路区", "上街区", "通道侗族自治县", "孟村回族自治县", "绿园区", "下花园区", "红旗区", "沙县区",
    "梅县区", "辉县市", "市南区", "市北区", "市中区", "大厂回族自治县",
})  # fmt: skip
_SHARED: Final = frozenset({"南区", "北区", "中区"})  # 青岛市南区: one 市 for the city and the district
_LONGEST_KNOWN: Final = max(map(len, _KNOWN_DISTRICTS))
_WITHOUT_DISTRICTS: Final = frozenset({
    "东莞市", "中山市", "儋州市", "嘉峪关市", "三沙市", "济源市", "仙桃市", "潜江市", "天门市",
    "五指山市", "琼海市", "文昌市", "万宁市", "东方市", "石河子市", "阿拉尔市", "图木舒克市", "五家渠市",
    "北屯市", "铁门关市", "双河市", "可克达拉市", "昆玉市", "胡杨河市", "新星市", "白杨市",
})  # fmt: skip
_WITHOUT_CITIES: Final = frozenset({"香港特别行政区", "澳门特别行政区"})


@dataclass(slots=True)
class Place:
    """What an address begins with, and the rest of it."""

    province: str = ""
    city: str = ""
    district: str = ""
    rest: str = ""
    other_province: str = ""  # where the city really lies, if not where the address says

    def has_none_of(self, field: str) -> bool:
        """Return whether such a place has no city or no district at all, so that nothing is missing."""
        if field == "city":
            return self.province in _WITHOUT_CITIES
        return self.city in _WITHOUT_DISTRICTS or self.province in _WITHOUT_CITIES


def begins_region(text: str) -> bool:
    """Return whether an address begins here with a province or a city, in full or in short."""
    return bool(_regions_at(text, 0))


def begins_district(text: str) -> bool:
    """Return whether an address begins here with a district, a county or a county-level city."""
    return _district_at(text, 0) > 0


def place_after(text: str) -> bool:
    """Return whether ``text`` begins with the whole name of a province or a city."""
    return any(not region.is_short for region in _regions_at(text, 0))


def read_place(text: str) -> Place:
    """Return the place of an address; a province that is left out is that of the city."""
    place = Place()
    at = _read_regions(text, place)
    at = _after(_FORMAL, text, at)
    if place.city and text.startswith(place.city, at):
        at = _gap(text, at + len(place.city))
    end = _district_at(text, at)
    if end:
        is_shared = text[at:end] in _SHARED and text[at - 1 : at] == "市"
        place.district, at = ("市" if is_shared else "") + text[at:end], _gap(text, end)
    place.rest = text[at:].strip(" ,;.|-")
    return place


def _read_regions(text: str, place: Place) -> int:
    """Read province and city into ``place`` and return where they end."""
    at = _gap(text, 0)
    first = _regions_at(text, at)
    if not first:
        return at
    region = next((entry for entry in first if not entry.city), first[0])
    place.province, place.city = region.province, region.city
    at = _gap(text, at + len(region.name))
    if region.province in MUNICIPALITIES:
        again = [entry for entry in _regions_at(text, at) if entry.city == region.city]
        return _gap(text, at + len(again[0].name)) if again else at
    if region.city:
        return at
    cities = [entry for entry in _regions_at(text, at) if entry.city]
    own = next((entry for entry in cities if entry.province == region.province), None)
    if own is None:
        own = next((entry for entry in cities if not entry.is_short), None)
        if own is None:
            return at
        place.other_province = own.province
    place.city = own.city
    return _gap(text, at + len(own.name))


def _regions_at(text: str, at: int) -> tuple[Region, ...]:
    """Return what the longest name at ``at`` stands for."""
    for length in range(min(LONGEST, len(text) - at), 1, -1):
        found = REGIONS.get(text[at : at + length], ())
        kept = tuple(region for region in found if not region.is_short or _ends_name(text, at + length))
        if kept:
            return kept
    return ()


def _ends_name(text: str, at: int) -> bool:
    """Return whether a short name that ends at ``at`` is not only the beginning of another name."""
    if not _NOT_AFTER_SHORT.match(text, at):
        return True
    return bool(_known_district_at(text, at) or _regions_at(text, at))  # 台州路桥区, 江苏镇江


def _district_at(text: str, at: int) -> int:
    """Return where the district that begins at ``at`` ends; 0 if there is none.

    沙市区, 赣县区 and 社旗县 have an ending inside: another ending that follows at once belongs to the name.
    """
    known = _known_district_at(text, at)
    if known:
        return known
    match = _DISTRICT.match(text, at)
    if match is None:
        return 0
    end = match.end()
    if text[end - 1] in "市县旗" and text[end : end + 1] in ("区", "县", "市"):
        end += 1
    if _NO_DISTRICT.fullmatch(text[at:end]) or _STREET_AFTER.match(text, end):
        return 0
    return end


def _known_district_at(text: str, at: int) -> int:
    for end in range(min(len(text), at + _LONGEST_KNOWN), at + 1, -1):
        if text[at:end] in _KNOWN_DISTRICTS and not _STREET_AFTER.match(text, end):
            return end
    return 0


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return _gap(text, match.end()) if match else at


def _gap(text: str, at: int) -> int:
    match = _GAP.match(text, at)
    return match.end() if match else at
