"""What an item's record consists of, and how it is begun, copied, checked and stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import get_args
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk
from orderdesk.services.known import known_of_desk
from orderdesk.services.reading.whole_records import item_by_id
from orderdesk.services.record_checks import item_problems
from orderdesk.ui.language import tr
from orderdesk.ui.order_card.wording import term
from orderdesk.ui.records.presenter import RecordKind
from orderdesk.ui.records.specs import FieldSpec, FormSpec, Option, Section, TableSpec
from orderdesk.wire.commands import PutItem
from orderdesk.wire.records import BarcodeRecord, ItemKind, ItemRecord, UnitRecord

_TAX = Decimal("0.13")  # the usual rate of goods; a new record begins with it


def _kinds(_desk: Desk) -> Sequence[Option]:
    return tuple(Option(kind, term("kind.item", kind)) for kind in get_args(ItemKind))


def _price_units(_desk: Desk) -> Sequence[Option]:
    return tuple(Option(number, tr("items.price_unit", n=number)) for number in (1, 100, 1000))


_IDENTITY = Section(
    "items.section.item",
    (
        FieldSpec("code", "items.field.code", "code", width=100),
        FieldSpec("name", "items.field.name", width=200, stretch=3),
        FieldSpec("name_en", "items.field.name_en", width=180, stretch=2),
        FieldSpec(
            "readings", "items.field.readings", "code", width=170, stretch=2, hint="records.readings.hint"
        ),
        FieldSpec("spec", "items.field.spec", width=150),
        FieldSpec("brand", "items.field.brand", width=110),
        FieldSpec("group", "items.field.group", width=120),
        FieldSpec(
            "kind", "items.field.kind", "choice", width=140, options=_kinds, terms=("term.kind.item.",)
        ),
        FieldSpec("active", "items.field.active", "yes_no", width=90),
    ),
)  # fmt: skip
_SELLING = Section(
    "items.section.units",
    (
        FieldSpec("unit", "items.field.unit", "text", width=100),
        FieldSpec("unit_en", "items.field.unit_en", "text", width=110),
        FieldSpec("sales_unit", "items.field.sales_unit", "text", width=110, hint="items.hint.stock_unit"),
        FieldSpec("price_unit", "items.field.price_unit", "choice", width=150, options=_price_units),
        FieldSpec("order_multiple", "items.field.order_multiple", "number", width=120),
    ),
)
_PRICES = Section(
    "items.section.prices",
    (
        FieldSpec("list_price", "items.field.list_price", "number", width=130),
        FieldSpec("floor_price", "items.field.floor_price", "number", width=130),
        FieldSpec("cost", "items.field.cost", "number", width=130),
        FieldSpec("tax_rate", "items.field.tax_rate", "percent", width=100),
    ),
)
_UNITS = TableSpec(
    "units",
    "items.section.units",
    (
        FieldSpec("unit", "items.field.unit_name", width=140),
        FieldSpec("name_en", "items.field.unit_en", width=140),
        FieldSpec("factor", "items.field.factor", "number", width=150),
        FieldSpec("floating", "items.field.floating", "yes_no", width=110),
    ),
    key=lambda row: row.unit,
    blank=lambda _ids, _record: UnitRecord.model_construct(unit="", factor=Decimal(0)),
    empty="items.empty.units",
)
_BARCODES = TableSpec(
    "barcodes",
    "items.page.barcodes",
    (
        FieldSpec("barcode", "items.field.barcode", "code", width=220),
        FieldSpec("unit", "items.field.unit_name", width=140),
    ),
    key=lambda row: row.barcode,
    blank=lambda _ids, record: BarcodeRecord.model_construct(barcode="", unit=record.unit),
    empty="items.empty.barcodes",
)

SPEC = FormSpec(
    sections={"item.details": (_IDENTITY, _SELLING, _PRICES)},
    tables={"item.units": (_UNITS, _BARCODES)},
)


def _blank(record_id: UUID, _desk: Desk) -> ItemRecord:
    return ItemRecord.model_construct(id=record_id, code="", name="", unit="", tax_rate=_TAX)


def copied(record: ItemRecord, ids: Ids) -> ItemRecord:
    """Return a new record like another one, without what is that one's alone: code and barcodes."""
    own = {"id": ids.new(), "code": "", "readings": "", "barcodes": (), "active": True}
    return record.model_copy(update=own)


def _problems(record: ItemRecord, desk: Desk) -> Iterable[Problem]:
    return item_problems(record, known_of_desk(record, desk))


KIND = RecordKind(
    type="item",
    command=PutItem.name,
    spec=SPEC,
    read=item_by_id,
    blank=_blank,
    copied=copied,
    put=lambda record: PutItem(record=record),
    check=_problems,
    in_use=lambda record: record.active,
    set_in_use=lambda record, used: record.model_copy(update={"active": used}),
)
