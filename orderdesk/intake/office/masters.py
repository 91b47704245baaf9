"""People, sites, items, customers and prices of a made-up company, as batches for ``SeedStore``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from orderdesk.intake.office.customers import make_customers
from orderdesk.intake.office.items import make_items
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.intake.sample import sample_id
from orderdesk.ports import chances
from orderdesk.wire.records import (
    BreakRecord,
    CustomerRecord,
    ItemRecord,
    OpeningStockRecord,
    PersonRecord,
    PriceListRecord,
    PriceRecord,
    SeedBatch,
    SiteRecord,
)

_AT_ONCE = 20_000  # records of a batch: what is there already is read anew for each
_CENT = Decimal("0.01")
_TIERS = (
    ("vip", "VIP 价", Decimal("0.90")),
    ("a", "A 级价", Decimal("0.94")),
    ("b", "B 级价", Decimal("0.97")),
)

_PEOPLE = """
lina|李娜|Li Na|clerk|华东销售部
wangfang|王芳|Wang Fang|clerk|渠道销售部
liuyang|刘洋|Liu Yang|clerk|电商部
chenxia|陈霞|Chen Xia|clerk|外贸部
sunjie|孙杰|Sun Jie|clerk|华东销售部
xuli|徐丽|Xu Li|clerk|渠道销售部
hujuan|胡娟|Hu Juan|clerk|电商部
zhuyan|朱艳|Zhu Yan|clerk|华东销售部
zhaoqiang|赵强|Zhao Qiang|warehouse|仓储部
gaoping|高平|Gao Ping|warehouse|仓储部
luogang|罗刚|Luo Gang|warehouse|仓储部
zhangwei|张伟|Zhang Wei|manager|销售管理部
heming|何明|He Ming|manager|销售管理部
chenjing|陈静|Chen Jing|finance|财务部
zhoumin|周敏|Zhou Min|administrator|信息部
"""
_SITES = (
    ("PD", "浦东仓", "Pudong", "上海市浦东新区康桥东路 1288 号", "021-50891290"),
    ("SZ", "苏州仓", "Suzhou", "江苏省苏州市吴中区越溪街道 66 号", "0512-66551290"),
)
_COMPANY = {
    "company.name": "浦江木作家具有限公司",
    "company.name_en": "Pujiang Woodworks Furniture Co., Ltd.",
    "company.address": "上海市浦东新区康桥东路 1288 号",
    "company.phone": "021-50891288",
    "currency": "CNY",
    "site.default": "PD",
}


@dataclass(frozen=True, slots=True)
class Masters:
    """Whom and what the orders of a made-up company are about."""

    people: tuple[PersonRecord, ...]
    sites: tuple[SiteRecord, ...]
    items: tuple[ItemRecord, ...]
    customers: tuple[CustomerRecord, ...]
    price_lists: tuple[PriceListRecord, ...]
    stock: tuple[OpeningStockRecord, ...]

    def person(self, role: str) -> tuple[PersonRecord, ...]:
        """Return all people with a role."""
        return tuple(person for person in self.people if role in person.roles)

    def batches(self) -> Iterator[SeedBatch]:
        """Yield all of it in batches that the door can take; whoever is referred to comes first."""
        yield SeedBatch(company=_COMPANY, people=self.people, sites=self.sites)
        stock: defaultdict[UUID, list[OpeningStockRecord]] = defaultdict(list)
        for entry in self.stock:
            stock[entry.item_id].append(entry)
        for items in _pieces(self.items):
            lying = tuple(entry for item in items for entry in stock.get(item.id, ()))
            yield SeedBatch(items=items, stock=lying)
        for customers in _pieces(self.customers):
            yield SeedBatch(customers=customers)
        for price_lists in _pieces(self.price_lists, _AT_ONCE // 4):
            yield SeedBatch(price_lists=price_lists)


def _pieces(records: tuple[Any, ...], at_once: int = _AT_ONCE) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(records), at_once):
        yield records[start : start + at_once]


def make_masters(size: StoreSize, today: date) -> Masters:
    """Return the master data of a size; the same for the same seed and day."""
    people = tuple(_people())
    sites = tuple(
        SiteRecord(id=sample_id("site", code), code=code, name=name, name_en=english, address=at, phone=phone)
        for code, name, english, at, phone in _SITES
    )
    items = make_items(size)
    customers = make_customers(size, today, people, items)
    return Masters(
        people,
        sites,
        items,
        customers,
        _price_lists(size, today, items, customers),
        _stock(size, items, sites),
    )


def _people() -> Iterator[PersonRecord]:
    for line in _PEOPLE.split("\n"):
        if line:
            code, name, english, role, department = line.split("|")
            yield PersonRecord.model_validate(
                {
                    "id": sample_id("person", code), "code": code, "name": name, "name_en": english,
                    "roles": (role,), "department": department,
                }
            )  # fmt: skip


def _stock(
    size: StoreSize, items: Sequence[ItemRecord], sites: Sequence[SiteRecord]
) -> tuple[OpeningStockRecord, ...]:
    """Return what lies where: of most goods plenty, of every twentieth hardly anything."""
    chance = chances(size.seed, "stock")
    found = []
    for item in items:
        if item.kind != "standard":
            continue
        usual = 400 if (item.list_price or 0) < 100 else 60
        for at, site in enumerate(sites):
            roll = chance.random()
            if at and roll < 0.6:
                continue
            pieces = int(roll * 3) if roll < 0.05 else int(usual * (1 + 4 * roll))
            found.append(OpeningStockRecord(item_id=item.id, site_id=site.id, quantity=Decimal(pieces)))
    return tuple(found)


def _price_lists(
    size: StoreSize, today: date, items: Sequence[ItemRecord], customers: Sequence[CustomerRecord]
) -> tuple[PriceListRecord, ...]:
    since = today - timedelta(days=size.days + 30)
    priced = [item for item in items if item.list_price is not None]
    lists = [_standard_list(priced, since, today)]
    lists += [
        _tier_list(tier, name, factor, priced[at::5], since)
        for at, (tier, name, factor) in enumerate(_TIERS)
    ]  # fmt: skip
    chance = chances(size.seed, "agreements")
    for customer in customers:
        if customer.customer_class != "export" and chance.random() < 0.05:
            chosen = chance.sample(priced, min(len(priced), chance.randint(3, 9)))
            lists.append(_agreement(customer, chosen, since, today, ended=chance.random() < 0.15))
    return tuple(lists)


def _priced(list_code: str, item: ItemRecord, factor: Decimal) -> PriceRecord:
    assert item.list_price is not None  # the caller takes only priced ones
    price = (item.list_price * factor).quantize(_CENT)
    return PriceRecord(id=sample_id("price", f"{list_code}:{item.code}"), item_id=item.id, price=price)


def _standard_list(items: Sequence[ItemRecord], since: date, today: date) -> PriceListRecord:
    """Return the list for everybody: each twentieth item beside its own price, with breaks."""
    code = f"STD-{today.year}"
    some = items[::20]
    breaks = tuple(
        BreakRecord.model_validate(
            {
                "id": sample_id("break", f"{code}:{item.code}:{start}"), "item_id": item.id,
                "from_quantity": Decimal(start), "discount": Decimal(off), "mode": mode,
            }
        )
        for item in some[::2]
        for start, off, mode in (("20", "0.03", "whole"), ("100", "0.06", "above"))
    )  # fmt: skip
    return PriceListRecord(
        id=sample_id("price_list", code), code=code, name=f"标准价 {today.year}", source="list",
        valid_from=since, prices=tuple(_priced(code, item, Decimal(1)) for item in some), breaks=breaks,
    )  # fmt: skip


def _tier_list(
    tier: str, name: str, factor: Decimal, items: Sequence[ItemRecord], since: date
) -> PriceListRecord:
    code = f"TIER-{tier.upper()}"
    return PriceListRecord(
        id=sample_id("price_list", code), code=code, name=name, source="tier", tier=tier, valid_from=since,
        prices=tuple(_priced(code, item, factor) for item in items),
    )  # fmt: skip


def _agreement(
    customer: CustomerRecord, items: Sequence[ItemRecord], since: date, today: date, *, ended: bool
) -> PriceListRecord:
    code = f"AG-{customer.code}"
    return PriceListRecord(
        id=sample_id("price_list", code), code=code, name=f"{customer.name} 协议价", source="agreement",
        customer_id=customer.id, valid_from=since, valid_to=today - timedelta(days=20) if ended else None,
        allows_order_discount=False,
        prices=tuple(_priced(code, item, Decimal("0.88")) for item in items),
    )  # fmt: skip
