"""Names of a large company, made up by counting: as many customers and items as wanted, always the same."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from orderdesk.rules.facts import ItemFacts, UnitFacts
from orderdesk.services.desk import CustomerSummary, ItemSearch
from orderdesk.services.pinyin import quick_readings

if TYPE_CHECKING:
    from collections.abc import Iterator

CITIES = (
    ("上海", "Shanghai"), ("宁波", "Ningbo"), ("苏州", "Suzhou"), ("杭州", "Hangzhou"), ("佛山", "Foshan"),
    ("青岛", "Qingdao"), ("成都", "Chengdu"), ("东莞", "Dongguan"), ("无锡", "Wuxi"), ("厦门", "Xiamen"),
)  # fmt: skip
SIGNS = (
    ("华", "Hua"), ("东", "Dong"), ("恒", "Heng"), ("通", "Tong"), ("金", "Jin"), ("盛", "Sheng"),
    ("利", "Li"), ("源", "Yuan"), ("鑫", "Xin"), ("达", "Da"), ("泰", "Tai"), ("丰", "Feng"), ("永", "Yong"),
    ("顺", "Shun"), ("宏", "Hong"), ("远", "Yuan"), ("嘉", "Jia"), ("禾", "He"), ("美", "Mei"), ("佳", "Jia"),
)  # fmt: skip
TRADES = (
    ("家居", "Home"), ("五金", "Hardware"), ("机电设备", "Machinery"), ("建材", "Building Supplies"),
    ("装饰工程", "Decoration"), ("酒店用品", "Hotel Supplies"), ("贸易", "Trading"),
)  # fmt: skip
CALLERS = ("沈丽华", "王建国", "李敏", "陈静", "周师傅", "Anna Berg", "赵强", "张伟", "刘洋", "J. Smith")
STUFFS = (("橡木", "Oak"), ("胡桃木", "Walnut"), ("不锈钢", "Steel"), ("黄铜", "Brass"), ("硅胶", "Silicone"))
COLOURS = (("灰", "grey"), ("白", "white"), ("黑", "black"), ("原色", "natural"), ("深蓝", "navy"))
THINGS = (
    ("餐椅", "chair"), ("长桌", "table"), ("球阀", "ball valve"), ("六角螺栓", "hex bolt"), ("合页", "hinge"),
    ("抽屉滑轨", "drawer slide"), ("密封圈", "gasket"), ("拉手", "handle"), ("水龙头", "tap"),
    ("轴承", "bearing"),
)  # fmt: skip

_PIECE = (UnitFacts("pc", Decimal(1)), UnitFacts("box", Decimal(12)))


def customers(count: int) -> Iterator[CustomerSummary]:
    """Yield so many firms, no two with the same code or phone."""
    for number in range(count):
        city = CITIES[number % 10]
        first, second = SIGNS[number // 10 % 20], SIGNS[(number // 200 + number) % 20]
        trade = TRADES[number // 7 % 7]
        name = f"{city[0]}{first[0]}{second[0]}{trade[0]}有限公司"
        yield CustomerSummary(
            id=UUID(int=1_000_000 + number), code=f"C{10000 + number}", name=name,
            name_en=f"{city[1]} {first[1]}{second[1].lower()} {trade[1]} Co.",
            readings=" ".join(quick_readings(name)), customer_class="end", tier=("vip", "a", "b")[number % 3],
            status="active", contact=CALLERS[number // 3 % 10],
            phone=f"1{3810000000 + number * 7919 % 10**9}", city=city[0], last_order=None,
            tax_number=f"9131{10**13 + number * 104729 % 10**13}",
        )  # fmt: skip


def items(count: int) -> Iterator[tuple[ItemFacts, ItemSearch]]:
    """Yield so many items with what they can be found by, no two with the same code or barcode."""
    for number in range(count):
        stuff, colour, thing = STUFFS[number % 5], COLOURS[number // 5 % 5], THINGS[number // 25 % 10]
        name = f"{stuff[0]}{thing[0]} {colour[0]}"
        facts = ItemFacts(
            id=UUID(int=2_000_000 + number), code=f"{'ABCDEFGHKM'[number % 10]}{number // 10:05d}", name=name,
            name_en=f"{stuff[1]} {thing[1]}, {colour[1]}", spec=f"{400 + number % 977}×{20 + number % 53} mm",
            kind="standard", group="", unit="pc", sales_unit="pc", units=_PIECE, price_unit=1,
            tax_rate=Decimal("0.13"),
        )  # fmt: skip
        yield facts, ItemSearch(" ".join(quick_readings(name)), ((f"690{10**9 + number * 37}", "pc"),))
