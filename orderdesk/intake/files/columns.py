"""The fields of each family of files and what their columns may be called, in both languages.

What goods are called in pasted tables (``rules.entry.column_names``) holds here, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from orderdesk.rules.entry.column_names import kind_of_column
from orderdesk.rules.entry.folding import fold_key

_NAME = ("name", "名称")
_CUSTOMER_CODE = ("customer", "customer code", "customer no", "customer number", "customer id", "sold-to",
    "customerid", "客户", "客户编码", "客户编号", "客户代码", "购货方", "购货方编码")  # fmt: skip
_CUSTOMER_NAME = (
    "customer name",
    "company",
    "company name",
    "sold-to name",
    "客户名称",
    "公司名称",
    "购货方名称",
)
_FROM = ("valid from", "from", "start date", "生效日期", "开始日期")
_TO = ("valid to", "to", "until", "end date", "失效日期", "结束日期", "截止日期")
_CURRENCY = ("currency", "币种", "币别")
_ENGLISH = ("name en", "english name", "name (en)", "英文名称", "英文名")
_PHONE = ("phone", "telephone", "tel", "mobile", "电话", "联系电话", "手机")


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of file: its fields with the names of their columns, and those that no row can do without.

    ``goods`` names the fields whose columns may be called as in a pasted table, by the kind used there.
    """

    name: str
    fields: dict[str, tuple[str, ...]]
    required: tuple[str, ...]
    goods: dict[str, str]


CUSTOMERS: Final = Family(
    "customers",
    {
        "code": ("code", "编码", "编号", *_CUSTOMER_CODE), "name": (*_NAME, *_CUSTOMER_NAME),
        "name_en": _ENGLISH, "customer_class": ("class", "customer class", "客户类别", "类别"),
        "tier": ("tier", "customer tier", "grade", "level", "客户等级", "等级"),
        "contact": ("contact", "contact name", "contact person", "联系人"), "phone": _PHONE,
        "salesperson": ("salesperson", "sales rep", "业务员"), "department": ("department", "部门"),
        "terms_days": ("terms", "terms days", "payment days", "账期", "账期天数"), "currency": _CURRENCY,
        "credit_limit": ("credit limit", "credit", "信用额度", "授信额度"),
        "tax_number": ("tax number", "tax no", "vat number", "税号", "纳税人识别号"),
        "province": ("province", "state", "region", "省", "省份"), "city": ("city", "市", "城市"),
        "district": ("district", "区", "区县"),
        "address": ("address", "street", "地址", "详细地址", "收货地址"),
        "note": ("note", "notes", "remark", "remarks", "备注", "说明"),
    },
    ("code", "name"),
    {},
)  # fmt: skip
ITEMS: Final = Family(
    "items",
    {
        "code": (), "name": (), "name_en": _ENGLISH,
        "spec": ("spec", "specification", "规格", "规格型号", "型号"), "brand": ("brand", "品牌"),
        "group": ("group", "item group", "category", "分类", "类别", "商品分类"), "unit": (),
        "sales_unit": ("sales unit", "销售单位"),
        "tax_rate": ("tax rate", "vat", "vat rate", "税率"), "list_price": ("list price", "标准价"),
        "cost": ("cost", "unit cost", "成本", "成本价"),
        "barcode": ("barcode", "ean", "条码", "条形码", "商品条码"),
    },
    ("code", "name", "unit", "tax_rate"),
    {"code": "code", "item": "name", "unit": "unit", "price": "list_price"},
)  # fmt: skip
PRICES: Final = Family(
    "prices",
    {
        "list": ("price list", "list", "list code", "价格表", "价格表编码"), "item": (), "unit": (),
        "price": (), "valid_from": _FROM, "valid_to": _TO,
    },
    ("list", "item", "price"),
    {"code": "item", "unit": "unit", "price": "price"},
)  # fmt: skip
STOCK: Final = Family(
    "stock",
    {
        "item": (), "site": ("site", "warehouse", "站点", "仓库", "仓库编码"),
        "quantity": ("on hand", "stock", "counted", "现存量", "库存", "库存数量", "实盘数量"),
    },
    ("item", "quantity"),
    {"code": "item", "quantity": "quantity"},
)  # fmt: skip
RECEIVABLES: Final = Family(
    "receivables",
    {
        "customer": ("code", "编码", *_CUSTOMER_CODE),
        "amount": ("amount", "receivable", "receivables", "balance", "open amount", "应收", "应收款",
                   "应收余额", "金额", "余额"),
        "as_of": ("as of", "date", "balance date", "截止日期", "日期", "截至日期"),
    },
    ("customer", "amount", "as_of"),
    {},
)  # fmt: skip
ORDERS: Final = Family(
    "orders",
    {
        "number": ("order", "order no", "order number", "order id", "订单", "订单号", "订单编号",
                   "单据编号", "单号"),
        "customer": _CUSTOMER_CODE, "customer_name": _CUSTOMER_NAME,
        "document_date": ("document date", "order date", "单据日期", "订单日期", "下单日期"),
        "requested": ("requested", "requested date", "required date", "要货日", "要货日期"),
        "shipped": ("shipped", "ship date", "shipped date", "actual date", "实际日", "发货日期", "出库日期"),
        "item": (),
        "item_name": ("product name", "item name", "品名", "名称", "商品名称", "存货名称", "产品名称"),
        "quantity": (), "unit_price": (), "discount": (),
        "amount": ("amount", "sales", "line amount", "line total", "金额", "价税合计"),
        "freight": ("freight", "运费"), "currency": _CURRENCY,
        "receiver": ("ship-to", "ship to", "deliver to", "收货方", "收货人"),
        "address": ("address", "ship address", "地址", "收货地址"), "city": ("city", "ship city", "城市"),
        "region": ("state", "province", "region", "ship region", "省", "省份"),
        "salesperson": ("salesperson", "sales rep", "业务员"),
    },
    ("number", "customer", "document_date", "item", "quantity"),
    {"code": "item", "quantity": "quantity", "price": "unit_price", "discount": "discount"},
)  # fmt: skip
FAMILIES: Final = {family.name: family for family in (CUSTOMERS, ITEMS, PRICES, STOCK, RECEIVABLES, ORDERS)}

_AROUND = re.compile(r"\(.*?\)|\[.*?\]|[*:.：_]")


def columns_by_name(family: Family, header: Sequence[str]) -> dict[str, int]:
    """Return where the family's fields stand; a field that several columns could be is left out."""
    found: dict[str, list[int]] = {}
    for index, name in enumerate(header):
        field = field_of(family, name)
        if field:
            found.setdefault(field, []).append(index)
    return {field: places[0] for field, places in found.items() if len(places) == 1}


def field_of(family: Family, name: str) -> str:
    """Return the field that a column of this name holds; empty for a column that is not taken."""
    whole = fold_key(name)
    for key in (whole, fold_key(_AROUND.sub(" ", whole))):
        if key and key in family.fields:
            return key
        for field, names in family.fields.items():
            if key and (key in names or key == field.replace("_", " ")):
                return field
    return family.goods.get(kind_of_column(name) or "", "")
