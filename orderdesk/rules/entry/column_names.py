"""What the columns of a pasted or imported table may be called, in both languages (vocabulary, 1 and 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from orderdesk.rules.entry.folding import fold_key

# ``price_gross`` and ``price_net`` say which price they are; "" is a column that is known and not taken.
_NAMES: Final = {
    "code": (
        "code", "item code", "item no", "item number", "item id", "product code", "product no", "part no",
        "part number", "article", "article no", "sku", "编码", "商品编码", "存货编码", "物料编码",
        "产品编码", "商品代码", "商品编号", "产品编号", "货号", "料号", "编号", "型号编码",
    ),
    "customer_code": (
        "customer item number", "customer item no", "customer code", "your code", "barcode", "ean",
        "客户料号", "客户编码", "客户货号", "条码", "条形码", "商品条码",
    ),
    "item": (
        "item", "item name", "name", "product", "product name", "description", "goods", "品名", "名称",
        "商品", "商品名称", "存货", "存货名称", "物料", "物料名称", "产品", "产品名称", "货品", "货品名称",
    ),
    "quantity": (
        "quantity", "qty", "ordered", "ordered quantity", "order qty", "pcs", "数量", "订货量", "订货数量",
        "订购数量", "采购数量", "要货数量", "件数",
    ),
    "unit": (
        "unit", "uom", "units", "sales unit", "单位", "销售单位", "计量单位", "订货单位",
    ),
    "price": (
        "price", "unit price", "单价", "价格",
    ),
    "price_gross": (
        "gross price", "price incl tax", "price with tax", "含税单价", "含税价",
    ),
    "price_net": (
        "net price", "price excl tax", "price without tax", "无税单价", "不含税单价", "未税单价", "无税价",
    ),
    "discount": (
        "discount", "disc", "discount %", "折扣", "折扣率", "折扣 %",
    ),
    "deliver": (
        "deliver", "delivery", "delivery date", "deliver on", "date", "due", "due date", "requested",
        "requested date", "要货日", "要货日期", "交期", "交货日期", "交货期", "送货日期", "到货日期",
        "发货日期", "日期",
    ),
    "note": (
        "note", "notes", "remark", "remarks", "comment", "comments", "memo", "备注", "说明", "附言", "摘要",
    ),
    "": (
        "#", "no", "line", "row", "序号", "行号", "spec", "specification", "规格", "规格型号", "型号",
        "amount", "total", "line total", "金额", "价税合计", "小计", "税率", "税额", "tax", "stock", "库存",
        "图片",
    ),
}  # fmt: skip
_KINDS: Final = {name: kind for kind, names in _NAMES.items() for name in names}
_AROUND: Final = re.compile(r"\((?!%).*?\)|\[.*?\]|[*:.：]")
_TELLING: Final = frozenset({"code", "customer_code", "item", "quantity"})


def kind_of_column(name: str) -> str | None:
    """Return what a column of this name holds; "" for one that is not taken, None for an unknown name."""
    key = fold_key(_AROUND.sub(" ", fold_key(name)))
    return _KINDS.get(key)


def kinds_of_header(cells: Sequence[str]) -> tuple[str, ...] | None:
    """Return the kind of each column if ``cells`` are a header, else None.

    A header names an item or a quantity, and most of what stands in it are names of columns.
    """
    kinds = [kind_of_column(cell) for cell in cells]
    filled = sum(1 for cell in cells if cell.strip())
    known = sum(1 for kind in kinds if kind is not None)
    if not _TELLING & set(kinds) or known * 2 <= filled:
        return None
    seen: set[str] = set()
    taken = []
    for kind in kinds:  # of two columns of one kind the first counts
        taken.append("" if kind is None or kind in seen else kind)
        seen.add(kind or "")
    return tuple(taken)
