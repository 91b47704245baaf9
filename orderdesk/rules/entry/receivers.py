"""Whether a word can be a person's name: Chinese ones by surname and length, others by their letters."""

from __future__ import annotations

import re
from typing import Final

_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛"
    "樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉"
    "骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏"
    "宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封谈匡鞠惠荆乐冀郁胥南班储原栗"
    "燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈"
    "晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束"
)
_COMPOUND: Final = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "尉迟",
    "皇甫",
    "令狐",
    "司徒",
    "夏侯",
    "东方",
    "慕容",
    "端木",
)
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_LONG_NAME = re.compile(r"[\u4e00-\u9fff]{1,10}(?:·[\u4e00-\u9fff]{1,10})+")
_ADDRESSED = re.compile(r"[\u4e00-\u9fff]{1,4}(?:先生|女士|小姐|老师|经理|师傅|老板|主任|总|收)")
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z.'-]*(?: [A-Za-z][A-Za-z.'-]*){0,3}")
_NO_NAME = re.compile(
    r".*(?:[省市区县旗镇乡村路街道巷弄号室楼栋幢层座厦店厂部院门库站场司屋仓铺城]|花园|家园|公寓|广场|中心|学校|大学|单元)"
)
_HOUSE_THEN_NAME = re.compile(r"(.*(?:号|室|楼|层|栋|幢|单元|座|院|[0-9]))\s*([\u4e00-\u9fff]{2,4})")


def is_certain_name(word: str) -> bool:
    """Return whether ``word`` is written as a person's name and as nothing else that stands in addresses."""
    if _LONG_NAME.fullmatch(word) or _ADDRESSED.fullmatch(word) or _LATIN_NAME.fullmatch(word):
        return True
    if not _HAN_NAME.fullmatch(word) or _NO_NAME.fullmatch(word):
        return False
    return word.startswith(_COMPOUND) or (word[0] in _SURNAMES and len(word) <= 3)


def is_possible_name(word: str) -> bool:
    """Return whether ``word`` could be a name or what a shop calls a customer: no figures, not too long."""
    return is_certain_name(word) or (len(word) <= 6 and word.isalpha() and not _NO_NAME.fullmatch(word))


def name_at_end(rest: str) -> tuple[str, str]:
    """Return ``rest`` without the name that follows the house number without a blank, and that name."""
    match = _HOUSE_THEN_NAME.fullmatch(rest)
    if match is None or not is_certain_name(match[2]):
        return rest, ""
    return match[1], match[2]
