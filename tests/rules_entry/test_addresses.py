"""Pasted addresses: usual shapes exactly, all districts of the country by measure, no doubt in silence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk import words
from orderdesk.rules.entry.addresses import MAX_LENGTH, PastedAddress, read_address
from orderdesk.rules.entry.regions import REGIONS

WEST_LAKE = ("浙江省", "杭州市", "西湖区")


def parts(text: str) -> tuple[str, ...]:
    found = read_address(text)
    return (found.receiver, found.phone, found.province, found.city, found.district, found.rest)


def doubts(text: str) -> list[str]:
    return [doubt.code.removeprefix("quick.address.") for doubt in read_address(text).doubts]


@pytest.mark.parametrize(
    "text",
    [
        "张三 13800138000 浙江省杭州市西湖区文三路 90 号",
        "张三，13800138000，浙江省杭州市西湖区文三路 90 号",
        "浙江省 杭州市 西湖区 文三路 90 号 张三 13800138000",
        "13800138000 浙江省杭州市西湖区文三路 90 号 张三",
        "浙江省,杭州市,西湖区,文三路 90 号,张三,138 0013 8000",
        "张三\t138-0013-8000\t浙江省\t杭州市\t西湖区\t文三路 90 号",
        "收货人：张三\n手机号码：+86 13800138000\n所在地区：浙江省杭州市西湖区\n详细地址：文三路 90 号",
        "收件人: 张三  电话: 13800138000  地址: 浙江杭州市西湖区文三路 90 号",
        "张三　１３８００１３８０００　浙江杭州西湖区文三路 90 号",
        "张三 13800138000 杭州西湖区文三路 90 号",
        "地址：杭州市西湖区文三路 90 号；联系人：张三；联系电话：13800138000",
    ],
)
def test_the_parts_are_found_in_any_order_and_with_any_separators(text: str) -> None:
    assert parts(text) == ("张三", "13800138000", *WEST_LAKE, "文三路 90 号")
    assert doubts(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("上海市浦东新区张江路 1 号", ("上海市", "上海市", "浦东新区", "张江路 1 号")),
        ("北京市北京市朝阳区建国路 88 号", ("北京市", "北京市", "朝阳区", "建国路 88 号")),
        ("重庆万州区高笋塘 5 号", ("重庆市", "重庆市", "万州区", "高笋塘 5 号")),
        ("天津市市辖区和平区南京路 9 号", ("天津市", "天津市", "和平区", "南京路 9 号")),
        ("广西南宁市青秀区民族大道 1 号", ("广西壮族自治区", "南宁市", "青秀区", "民族大道 1 号")),
        ("内蒙古呼和浩特新城区中山路 1 号", ("内蒙古自治区", "呼和浩特市", "新城区", "中山路 1 号")),
        ("新疆伊犁州伊宁市解放路 1 号", ("新疆维吾尔自治区", "伊犁哈萨克自治州", "伊宁市", "解放路 1 号")),
        ("吉林省吉林市船营区解放路 1 号", ("吉林省", "吉林市", "船营区", "解放路 1 号")),
        ("青海海南州共和县青海湖路 1 号", ("青海省", "海南藏族自治州", "共和县", "青海湖路 1 号")),
        ("广东省东莞市长安镇中山路 5 号", ("广东省", "东莞市", "", "长安镇中山路 5 号")),
        ("湖北荆州沙市区北京路 1 号", ("湖北省", "荆州市", "沙市区", "北京路 1 号")),
        ("山东青岛市南区香港中路 1 号", ("山东省", "青岛市", "市南区", "香港中路 1 号")),
        ("山东省青岛市市南区香港中路 1 号", ("山东省", "青岛市", "市南区", "香港中路 1 号")),
        ("浙江台州路桥区银座街 1 号", ("浙江省", "台州市", "路桥区", "银座街 1 号")),
        ("杭州市红旗路 1 号", ("浙江省", "杭州市", "", "红旗路 1 号")),
        ("杭州市阳光小区 3 幢", ("浙江省", "杭州市", "", "阳光小区 3 幢")),
        ("香港九龙弥敦道 1 号", ("香港特别行政区", "", "", "九龙弥敦道 1 号")),
    ],
)
def test_each_kind_of_region_is_known(text: str, place: tuple[str, ...]) -> None:
    assert parts(f"张三 13800138000 {text}")[2:] == place


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("0571-88886666", "0571-88886666"),
        ("(0571) 8888 6666", "0571-88886666"),
        ("021 5566 7788 转 123", "021-55667788-123"),
        ("400-820-8820", "400-820-8820"),
        ("0086 138 0013 8000", "13800138000"),
        ("13800138000-1234", "13800138000-1234"),
        ("+49 30 1234567", "+49 30 1234567"),
    ],
)
def test_each_kind_of_phone_is_known(text: str, phone: str) -> None:
    found = read_address(f"张三 {text} 浙江省杭州市西湖区文三路 90 号")
    assert (found.phone, found.rest, found.doubts) == (phone, "文三路 90 号", ())


@pytest.mark.parametrize(
    ("name", "is_sure"),
    [("欧阳娜娜", True), ("王先生", True), ("买买提·吐尔逊", True), ("John Smith", True), ("小美", False)],
)
def test_who_receives_is_told_as_sure_as_it_is(name: str, is_sure: bool) -> None:
    text = f"{name} 13800138000 浙江省杭州市西湖区文三路 90 号"
    assert parts(text)[0] == name
    assert doubts(text) == ([] if is_sure else ["receiver_unsure"])


@pytest.mark.parametrize(
    ("text", "expected", "told"),
    [
        ("浙江省杭州市西湖区文三路90号张三13800138000", ("张三", "文三路90号"), ["receiver_unsure"]),
        ("张三浙江省杭州市西湖区文三路90号 13800138000", ("张三", "文三路90号"), ["receiver_unsure"]),
        ("王五杭州市西湖区文三路90号 13800138000", ("王五", "文三路90号"), ["receiver_unsure"]),
    ],
)
def test_a_name_without_a_blank_is_parted_and_told(
    text: str, expected: tuple[str, str], told: list[str]
) -> None:
    found = parts(text)
    assert (found[0], found[5]) == expected
    assert found[2:5] == WEST_LAKE
    assert doubts(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("义乌市稠州北路 699 号 陈静 13800138000", ["missing.province", "missing.city"]),
        ("南京西路 100 号 张伟 13800138000", ["missing.province", "missing.city", "missing.district"]),
        ("云南省大理市下关镇 1 号 杨丽 13800138000", ["missing.city"]),
        ("张三 13800138000 浙江省南京市玄武区珠江路 5 号", ["city_elsewhere"]),
        ("张三 13800138000 13900139000 浙江省杭州市西湖区文三路 90 号", ["several_phones", "left_over"]),
        ("张三 88886666 浙江省杭州市西湖区文三路 90 号", ["phone_odd"]),
        ("浙江省杭州市西湖区", ["missing.receiver", "missing.phone", "missing.rest"]),
        ("华东家居有限公司 张三 13800138000 上海市黄浦区南京东路 1 号", ["left_over"]),
        ("310000 张三 13800138000 浙江省杭州市西湖区文三路 90 号", ["left_over"]),
    ],
)
def test_what_is_missing_or_uncertain_is_told(text: str, told: list[str]) -> None:
    assert doubts(text) == told
    for doubt in read_address(text).doubts:
        assert doubt.severity == "warn"
        for language in words.LANGUAGES:
            assert words.has(doubt.code, language)
            assert "?" not in words.problem_text(doubt, language).replace("receiver?", "")


def test_nothing_typed_is_nothing_but_missing() -> None:
    found = read_address("")
    assert found == PastedAddress(doubts=found.doubts)
    assert len(found.doubts) == 6


def test_a_text_too_long_is_cut_and_told() -> None:
    assert "too_long" in doubts("张三 13800138000 浙江省杭州市西湖区文三路 90 号 " + "又" * MAX_LENGTH)


def test_there_are_all_provinces_and_over_three_hundred_prefectures() -> None:
    regions = [region for found in REGIONS.values() for region in found]
    assert len({region.province for region in regions}) == 34
    assert len({(region.province, region.city) for region in regions if region.city}) > 333


PIECES = st.sampled_from(
    ["张三", "浙江省", "杭州", "市", "区", "路", "90", "号", " ", "，", "：", "收货人", "13800138000",
     "0571-", "\n", "北京", "县", "旗", "镇江", "a", "(", "-"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80))
def test_any_text_is_read_and_no_figure_of_it_is_lost(text: str) -> None:
    found = read_address(text)
    kept = "".join(part for part in (*parts(text), found.left_over))
    digits = {sign for sign in text if sign in "0123456789"}
    assert digits <= set(kept)


# ── measured over the districts of the country ─────────────────────────────────────────────────────

DIVISIONS = Path(__file__).resolve().parents[3] / "shared" / "data" / "zh-divisions" / "pca.json"


def _districts() -> Iterator[tuple[str, str, str]]:
    for province, cities in json.loads(DIVISIONS.read_text(encoding="utf-8")).items():
        for city, districts in cities.items():
            is_formal = city in {"市辖区", "县"} or "直辖县" in city
            for district in districts:
                yield province, (province if province.endswith("市") else "") if is_formal else city, district


@pytest.mark.skipif(not DIVISIONS.exists(), reason="the shared list of districts is not here")
@pytest.mark.parametrize(
    "form",
    [
        "张三 13800138000 {province}{city}{district}解放路 90 号",
        "{province} {city} {district} 解放路 90 号 13800138000 张三",
        "张三，{short_province}{short_city}{district}解放路 90 号，13800138000",
    ],
)
def test_nearly_all_districts_of_the_country_are_read(form: str) -> None:
    wrong = []
    count = 0
    for province, city, district in _districts():
        count += 1
        text = form.format(
            province=province, city="" if city == province else city, district=district,
            short_province=province.removesuffix("省"),
            short_city="" if city == province else city.removesuffix("市"),
        )  # fmt: skip
        found = read_address(text)
        reached = found.district or found.rest.removesuffix("解放路 90 号").strip()
        is_read = (
            (found.receiver, found.phone, found.province) == ("张三", "13800138000", province)
            and found.city in ({city} if city else {"", district})
            and district in {reached, city + reached, found.city}
        )
        if not is_read:
            wrong.append((text, found))
    assert count > 2_900
    assert len(wrong) < count * 0.005, wrong[:20]
