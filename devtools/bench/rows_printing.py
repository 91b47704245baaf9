"""The delivery note, against ReportLab drawing the same page: every stroke at its place already.

What our layout asks of ReportLab is noted once, call by call; the floor makes these calls again on a new
canvas, and out comes the same file, byte for byte.
"""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from unittest import mock

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from devtools.bench.measure import compare, timed
from devtools.bench.table import Row
from orderdesk import words
from orderdesk.printing.delivery_note import render_delivery_note
from orderdesk.printing.documents import CompanyBlock, DeliveryNoteDocument, DeliveryNoteLine, labels_from
from orderdesk.printing.papers import A4

if TYPE_CHECKING:
    from collections.abc import Iterator

    from devtools.bench.place import Place

BAR = 3.0
LINES = 12


def rows(place: Place) -> Iterator[Row]:
    """Yield the time of one page."""
    note = document()
    calls = strokes_of(note)
    assert replayed(calls) == render_delivery_note(note, A4).pdf  # else the floor draws something else
    value, floor = compare(
        timed(lambda: render_delivery_note(note, A4)), timed(lambda: replayed(calls)), place.rounds(60)
    )
    name = f"draw a delivery note of {LINES} lines"
    yield Row(name, value, floor, BAR, floor_is="ReportLab makes the same strokes, each at its place")


class _Noting:
    """Stands for a canvas, or a text being written on it, and notes what is asked of it."""

    def __init__(self, calls: list[Any], objects: list[Any], real: Any) -> None:
        self._calls, self._objects, self._real = calls, objects, real
        self._place = len(objects)
        objects.append(real)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        if not callable(found):
            return found

        def asked(*values: Any, **named: Any) -> Any:
            plain = [_Written(value._place) if isinstance(value, _Noting) else value for value in values]
            self._calls.append((self._place, name, plain, named))
            given = found(
                *(value._real if isinstance(value, _Noting) else value for value in values), **named
            )
            return _Noting(self._calls, self._objects, given) if isinstance(given, PDFTextObject) else given

        return asked


class _Written(int):
    """The place of a text that was begun, among all of them."""


def strokes_of(note: DeliveryNoteDocument) -> list[Any]:
    """Return what drawing a note asks of ReportLab, call by call; the making of the canvas first."""
    calls: list[Any] = []

    def canvas(_buffer: io.BytesIO, **named: Any) -> _Noting:
        calls.append((named,))
        return _Noting(calls, [], Canvas(_buffer, **named))

    with mock.patch("reportlab.pdfgen.canvas.Canvas", canvas):
        render_delivery_note(note, A4)
    return calls


def replayed(calls: list[Any]) -> bytes:
    """Make the calls on a new canvas and return the file."""
    buffer = io.BytesIO()
    objects: list[Any] = [Canvas(buffer, **calls[0][0])]
    for place, name, values, named in calls[1:]:
        plain = [objects[value] if type(value) is _Written else value for value in values]
        given = getattr(objects[place], name)(*plain, **named)
        if isinstance(given, PDFTextObject):
            objects.append(given)
    return buffer.getvalue()


def document() -> DeliveryNoteDocument:
    """Return a note as many leave the house: Chinese and Latin, prices, a barcode and a QR code."""
    names = ("橡木长桌 1.4 米", "不锈钢球阀 DN25", "耐高温硅胶密封圈（食品级）", "Deep groove ball bearing")
    lines = tuple(
        DeliveryNoteLine(
            position=position, code=f"A{100 + position}", name=names[position % len(names)],
            specification="M12×60 8.8 级", unit="个", ordered=Decimal(12 + position), before=Decimal(0),
            now=Decimal(10 + position), open=Decimal(2), unit_price=Decimal("18.5") + position,
            amount=(Decimal("18.5") + position) * (10 + position),
        )
        for position in range(1, LINES + 1)
    )  # fmt: skip
    return DeliveryNoteDocument(
        number="DN-K7M-17", language="zh", labels=labels_from(words.text, "zh"),
        company=CompanyBlock("宁波海曙恒通五金贸易有限公司", "宁波市海曙区机场路 988 号", "0574-8712 3456"),
        customer_code="C0123", customer_name="华东机电设备有限公司", order_numbers=("SO-K7M-000371",),
        customer_po_numbers=("PO-2026-1187",), lines=lines, delivery_date=date(2026, 11, 23),
        ship_to="上海市浦东新区张江高科技园区祖冲之路 2288 弄 3 号楼 1 层收货区", receiver="王建国",
        receiver_phone="138 0013 8000", site="宁波总仓", delivery_method="送货", terms="月结 30 天",
        entered_by="李敏", salesperson="张伟", note="请在 17:00 前送达，卸货请走 2 号门。",
        shows_prices=True,
        total=sum((line.amount or Decimal(0) for line in lines), Decimal(0)), barcode="DN-K7M-17",
        qr="SO-K7M-000371", printed_by="李敏", printed_at="2026-11-23 09:41",
    )  # fmt: skip
