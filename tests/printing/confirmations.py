"""Order confirmations for the tests of printing, worded by the real catalogues."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from orderdesk import words
from orderdesk.printing.confirmation_document import (
    ConfirmationLine,
    ConfirmedPart,
    OrderConfirmationDocument,
)
from orderdesk.printing.documents import CompanyBlock, DocumentLanguage, labels_from
from tests.printing.notes import line as note_line

DAY = date(2026, 12, 3)


def line(position: int, **changes: object) -> ConfirmationLine:
    like = note_line(position)
    one = ConfirmationLine(
        position=position,
        code=like.code,
        name=like.name,
        specification=like.specification,
        unit=like.unit,
        quantity=like.now,
        unit_price=like.unit_price or Decimal(0),
        tax_rate=Decimal("0.13"),
        amount=like.amount or Decimal(0),
        parts=(ConfirmedPart(like.now, DAY),),
    )
    return replace(one, **changes)  # type: ignore[arg-type] # named by each test


def confirmation(
    language: DocumentLanguage = "zh",
    rows: int = 3,
    lines: tuple[ConfirmationLine, ...] = (),
    freight: Decimal = Decimal(0),
    **changes: object,
) -> OrderConfirmationDocument:
    lines = lines or tuple(line(position) for position in range(1, rows + 1))
    total = sum((entry.amount for entry in lines), freight)
    document = OrderConfirmationDocument(
        number="SO-K7M-000371",
        language=language,
        labels=labels_from(words.text, language),
        company=CompanyBlock(
            "宁波海曙恒通五金贸易有限公司", "浙江省宁波市海曙区机场路 988 号 3 幢", "0574-8712 3456"
        ),
        customer_code="C0123",
        customer_name="华东机电设备有限公司",
        document_date=date(2026, 11, 22),
        lines=lines,
        total=total,
        freight=freight,
        tax=Decimal("100.00"),
        ship_to="上海市浦东新区张江高科技园区祖冲之路 2288 弄 3 号楼 1 层收货区",
        receiver="王建国",
        receiver_phone="138 0013 8000",
        customer_po="PO-2026-1187",
        requested=DAY,
        terms="月结",
        delivery_method="物流",
        freight_terms="寄付",
        when_short="等货",
        salesperson="张伟",
        entered_by="李敏",
        approved_by="周敏",
        note="请在 17:00 前送达。",
        printed_by="李敏",
        printed_at="2026-11-22 09:41 (UTC+8)",
    )
    return replace(document, **changes)  # type: ignore[arg-type] # named by each test
