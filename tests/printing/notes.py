"""Delivery notes for the tests of printing, worded by the real catalogues."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from orderdesk import words
from orderdesk.printing.documents import (
    CompanyBlock,
    DeliveryNoteDocument,
    DeliveryNoteLine,
    DocumentLanguage,
    labels_from,
)

_ITEMS = (
    ("A105", "不锈钢球阀", "DN25 PN16", "个"),
    ("B211", "六角螺栓 Hex bolt", "M12×60 8.8 级", "盒"),
    ("C-3007/12", "Deep groove ball bearing", "6204-2RS", "pcs"),
    ("D018", "耐高温硅胶密封圈（食品级，红色）", "Φ45×3.1 mm", "个"),
    ("E900", "Lubricating grease, lithium, NLGI 2", "1 kg tin", "tin"),
)


def line(
    position: int, *, before: str = "0", remaining: str = "0", unit: str | None = None
) -> DeliveryNoteLine:
    code, name, specification, own_unit = _ITEMS[(position - 1) % len(_ITEMS)]
    now = Decimal(12) + position % 7
    price = Decimal("18.5") + position % 11
    return DeliveryNoteLine(
        position=position,
        code=code,
        name=name,
        specification=specification,
        unit=unit or own_unit,
        ordered=now + Decimal(before) + Decimal(remaining),
        before=Decimal(before),
        now=now,
        open=Decimal(remaining),
        unit_price=price,
        amount=price * now,
    )


def note(
    language: DocumentLanguage = "zh",
    rows: int = 5,
    *,
    before: str = "0",
    remaining: str = "0",
    **changes: object,
) -> DeliveryNoteDocument:
    lines = tuple(line(position, before=before, remaining=remaining) for position in range(1, rows + 1))
    document = DeliveryNoteDocument(
        number="DN-K7M-17",
        language=language,
        labels=labels_from(words.text, language),
        company=CompanyBlock(
            "宁波海曙恒通五金贸易有限公司", "浙江省宁波市海曙区机场路 988 号 3 幢", "0574-8712 3456"
        ),
        customer_code="C0123",
        customer_name="华东机电设备有限公司",
        order_numbers=("SO-K7M-000371",),
        customer_po_numbers=("PO-2026-1187",),
        lines=lines,
        delivery_date=date(2026, 11, 23),
        ship_to="上海市浦东新区张江高科技园区祖冲之路 2288 弄 3 号楼 1 层收货区",
        receiver="王建国",
        receiver_phone="138 0013 8000",
        site="宁波总仓",
        delivery_method="送货",
        terms="月结 30 天",
        entered_by="李敏",
        salesperson="张伟",
        note="请在 17:00 前送达，卸货请走 2 号门。",
        total=sum((entry.amount or Decimal(0) for entry in lines), Decimal(0)),
        barcode="DN-K7M-17",
        qr="SO-K7M-000371",
        printed_by="李敏",
        printed_at="2026-11-22 09:41 (UTC+8)",
    )
    return replace(document, **changes)  # type: ignore[arg-type] # named by each test
