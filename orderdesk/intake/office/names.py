"""The words that made-up names are put together from, each in Chinese, as it reads, and in English.

Signs with two readings are left out, so that a name reads as its parts do and nothing has to be looked up.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name: its signs, their readings between blanks, and what it is called in English."""

    zh: str
    reading: str
    en: str


@dataclass(frozen=True, slots=True)
class City:
    """A city with its province, districts, and the code of its telephones."""

    zh: str
    reading: str
    en: str
    province: str
    districts: tuple[str, ...]
    area: str


def _parts(text: str) -> tuple[Part, ...]:
    made = []
    for entry in text.strip().splitlines():
        zh, reading, en = (piece.strip() for piece in entry.split("|"))
        made.append(Part(zh, reading, en))
    return tuple(made)


def _cities(text: str) -> tuple[City, ...]:
    made = []
    for entry in text.strip().splitlines():
        zh, reading, province, districts, area = (piece.strip() for piece in entry.split("|"))
        name = reading.replace(" ", "").capitalize()
        made.append(City(zh, reading, name, province, tuple(districts.split()), area))
    return tuple(made)


CITIES = _cities("""
上海|shang hai|上海市|浦东新区 闵行区 徐汇区 嘉定区 松江区|021
苏州|su zhou|江苏省|吴中区 姑苏区 相城区 吴江区|0512
南京|nan jing|江苏省|江宁区 鼓楼区 玄武区|025
无锡|wu xi|江苏省|滨湖区 梁溪区 锡山区|0510
常州|chang zhou|江苏省|武进区 天宁区 新北区|0519
南通|nan tong|江苏省|崇川区 通州区|0513
扬州|yang zhou|江苏省|广陵区 邗江区|0514
杭州|hang zhou|浙江省|余杭区 萧山区 拱墅区 西湖区|0571
宁波|ning bo|浙江省|鄞州区 海曙区 镇海区|0574
嘉兴|jia xing|浙江省|南湖区 秀洲区|0573
湖州|hu zhou|浙江省|吴兴区 南浔区|0572
绍兴|shao xing|浙江省|越城区 柯桥区|0575
金华|jin hua|浙江省|婺城区 金东区|0579
温州|wen zhou|浙江省|鹿城区 瓯海区|0577
合肥|he fei|安徽省|蜀山区 包河区 庐阳区|0551
芜湖|wu hu|安徽省|镜湖区 鸠江区|0553
南昌|nan chang|江西省|红谷滩区 青山湖区|0791
福州|fu zhou|福建省|晋安区 仓山区|0591
泉州|quan zhou|福建省|丰泽区 洛江区|0595
广州|guang zhou|广东省|白云区 天河区 番禺区 花都区|020
深圳|shen zhen|广东省|龙岗区 宝安区 南山区|0755
东莞|dong guan|广东省|南城街道 虎门镇 厚街镇|0769
中山|zhong shan|广东省|石岐街道 小榄镇|0760
武汉|wu han|湖北省|江汉区 洪山区 武昌区|027
昆明|kun ming|云南省|官渡区 盘龙区|0871
济南|ji nan|山东省|历城区 槐荫区|0531
青岛|qing dao|山东省|城阳区 李沧区|0532
临沂|lin yi|山东省|兰山区 罗庄区|0539
北京|bei jing|北京市|大兴区 朝阳区 通州区 顺义区|010
天津|tian jin|天津市|西青区 武清区|022
""")


def _signs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((entry[0], entry[1:]) for entry in text.split())


# First and second sign of a firm's name, each with its reading: 瑞 and 林 make 瑞林.
FIRST_SIGNS = _signs("""
瑞rui 恒heng 锦jin 鸿hong 宏hong 荣rong 盈ying 泰tai 永yong 新xin 金jin 银yin 鑫xin 海hai 天tian 安an 明ming
佳jia 美mei 欣xin 远yuan 达da 康kang 福fu 利li 源yuan 丰feng 顺shun 正zheng 祥xiang
""")
SECOND_SIGNS = _signs("""
林lin 木mu 森sen 居ju 雅ya 轩xuan 尚shang 品pin 宜yi 舍she 庭ting 艺yi 嘉jia 诚cheng 信xin 和he 润run
泽ze 达da 美mei 豪hao 悦yue 宁ning 欧ou 派pai 源yuan 丰feng
""")

BUSINESSES = _parts("""
家居|jia ju|Home
家具|jia ju|Furniture
家具城|jia ju cheng|Furniture City
装饰|zhuang shi|Decoration
办公家具|ban gong jia ju|Office Furniture
商贸|shang mao|Trading
木业|mu ye|Woodworks
宾馆用品|bin guan yong pin|Hotel Supplies
建材|jian cai|Building Materials
生活馆|sheng huo guan|Living
电子商务|dian zi shang wu|E-Commerce
百货|bai huo|Department Store
""")

EXPORT_STEMS = (
    "Nordic", "Alster", "Baltic", "Maple", "Harbour", "Lindt", "Orchard", "Kestrel", "Fjord", "Summit",
    "Laurel", "Copper", "Juniper", "Atlas", "Willow", "Granite", "Beacon", "Cedar", "Meridian", "Osprey",
)  # fmt: skip
EXPORT_KINDS = (
    "Living GmbH",
    "Interiors Ltd",
    "Home AB",
    "Trading BV",
    "Furniture Inc",
    "Möbel AG",
    "Maison SARL",
)

MATERIALS = _parts("""
橡木|xiang mu|Oak
胡桃木|hu tao mu|Walnut
白蜡木|bai la mu|Ash
榉木|ju mu|Beech
樱桃木|ying tao mu|Cherry
松木|song mu|Pine
桦木|hua mu|Birch
柚木|you mu|Teak
竹|zhu|Bamboo
岩板|yan ban|Sintered stone
钢化玻璃|gang hua bo li|Glass
真皮|zhen pi|Leather
""")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of goods: its group and letter, unit, price in yuan from and to, and how many one takes."""

    part: Part
    letter: str
    group: str
    unit: str
    unit_en: str
    low: int
    high: int
    most: int  # usually ordered at once
    sizes: tuple[str, ...]


def _kinds(text: str) -> tuple[Kind, ...]:
    made = []
    for entry in text.strip().splitlines():
        zh, reading, en, letter, group, unit, unit_en, low, high, most, sizes = entry.split("|")
        part = Part(zh, reading, en)
        made.append(
            Kind(part, letter, group, unit, unit_en, int(low), int(high), int(most), tuple(sizes.split()))
        )
    return tuple(made)


KINDS = _kinds("""
餐桌|can zhuo|table|A|餐桌书桌|张|pc|560|2600|6|1200×700×750 1400×800×750 1600×850×750 1800×900×750
书桌|shu zhuo|desk|A|餐桌书桌|张|pc|420|1900|6|1000×550×750 1200×600×750 1400×600×750
茶几|cha ji|coffee table|A|餐桌书桌|张|pc|260|1400|8|900×500×420 1100×600×420 1300×700×420
餐椅|can yi|chair|B|椅凳|把|pc|88|420|48|450×520×820 470×540×840
办公椅|ban gong yi|office chair|B|椅凳|把|pc|160|980|30|620×620×1100 660×660×1200
凳子|deng zi|stool|B|椅凳|个|pc|45|180|60|350×350×450 380×280×450
沙发|sha fa|sofa|D|沙发|组|set|980|6800|4|1800×880×820 2100×900×820 2600×950×820
床|chuang|bed|D|床柜|张|pc|890|5200|5|1500×2000 1800×2000 1200×2000
床头柜|chuang tou gui|bedside table|D|床柜|个|pc|160|620|12|450×400×500 500×420×520
衣柜|yi gui|wardrobe|D|床柜|个|pc|1180|5600|4|1600×600×2200 2000×600×2200 2400×600×2200
书柜|shu gui|bookcase|D|床柜|个|pc|380|1900|6|800×320×2000 1000×320×2000 1200×320×2000
鞋柜|xie gui|shoe cabinet|D|床柜|个|pc|220|980|8|800×320×1000 1000×320×1000
台灯|tai deng|lamp|E|灯具配饰|盏|pc|58|360|20|H380 H450 H520
地毯|di tan|rug|E|灯具配饰|张|pc|90|880|10|1400×2000 1600×2300 2000×2900
拉手|la shou|handle|F|五金|个|pc|3|26|400|96mm 128mm 160mm 192mm
铰链|jiao lian|hinge|F|五金|个|pc|2|14|600|35mm 26mm
螺丝|luo si|screw|F|五金|百个|100 pcs|4|18|120|M4×30 M4×40 M6×50
木蜡油|mu la you|wood oil|C|涂料|桶|tin|36|240|24|0.75L 2.5L 5L
""")

_FAMILIES = """
王Wang 李Li 张Zhang 刘Liu 陈Chen 杨Yang 赵Zhao 黄Huang 周Zhou 吴Wu 徐Xu 孙Sun 朱Zhu 马Ma 胡Hu 林Lin 郭Guo
何He 高Gao 罗Luo 郑Zheng 梁Liang 谢Xie 宋Song 唐Tang 许Xu 邓Deng 冯Feng 韩Han 曹Cao 彭Peng 萧Xiao 田Tian
董Dong 潘Pan 袁Yuan 蔡Cai 蒋Jiang 余Yu 杜Du 叶Ye 程Cheng 苏Su 魏Wei 吕Lv 丁Ding 沈Shen 姚Yao 卢Lu 姜Jiang
"""
FAMILY_NAMES = tuple(family[0] for family in _FAMILIES.split())
FAMILY_EN = tuple(family[1:] for family in _FAMILIES.split())
GIVEN_NAMES = (
    "伟",
    "芳",
    "敏",
    "静",
    "丽",
    "强",
    "磊",
    "军",
    "洋",
    "勇",
    "艳",
    "杰",
    "娟",
    "涛",
    "明",
    "桂英",
)
STREETS = (
    "人民路",
    "中山路",
    "建设路",
    "解放路",
    "工业大道",
    "新华路",
    "东风路",
    "迎宾大道",
    "和平路",
    "文化路",
)
