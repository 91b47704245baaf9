"""Made-up goods: what a furniture house sells, in every wood and size, with neighbours that look alike."""

from __future__ import annotations

from decimal import Decimal

from orderdesk.intake.office.names import KINDS, MATERIALS, Kind, Part
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.intake.sample import sample_id
from orderdesk.ports import Chances, chances
from orderdesk.wire.records import BarcodeRecord, ItemRecord, UnitRecord

_CENT = Decimal("0.01")
_TAX = Decimal("0.13")
_BRANDS = ("浦木", "锦作", "瑞居", "北林")
_FINISHES = ("原木色", "黑", "白", "灰", "深咖", "浅咖", "墨绿", "米白", "蓝", "红")
_TWIN = 97  # each so manieth item is the one before it once more, under another code


def make_items(size: StoreSize) -> tuple[ItemRecord, ...]:
    """Return the items of a size. Codes differ in one sign, some names not at all."""
    chance = chances(size.seed, "items")
    made: list[ItemRecord] = []
    for at in range(size.items):
        kind, material = KINDS[at % len(KINDS)], MATERIALS[at // len(KINDS) % len(MATERIALS)]
        series = at // (len(KINDS) * len(MATERIALS))
        before = made[-len(KINDS)] if at % _TWIN == 0 and at >= len(KINDS) else None
        made.append(_item(at, kind, material, series, before, chance))
    return tuple(made)


def _item(
    at: int, kind: Kind, material: Part, series: int, before: ItemRecord | None, chance: Chances
) -> ItemRecord:
    code = f"{kind.letter}{1000 + at // len(KINDS) * 18 + at % len(KINDS):05d}"
    model = 101 + series
    price = _price(kind, chance)
    if before is not None:  # a twin: the same words and price, and its own code
        name, english, readings, spec = before.name, before.name_en, before.readings, before.spec
        price = before.list_price or price
    else:
        name = f"{material.zh}{kind.part.zh} {model}"
        english = f"{material.en} {kind.part.en} {model}"
        readings = _readings(f"{material.reading} {kind.part.reading}", str(model))
        spec = f"{kind.sizes[series % len(kind.sizes)]} {_FINISHES[(series + at) % len(_FINISHES)]}"
    roll = chance.random()
    made = "custom" if roll < 0.05 else "bundle" if roll < 0.08 else "standard"
    return ItemRecord.model_validate(
        {
            "id": sample_id("item", code), "code": code, "name": name, "name_en": english,
            "readings": readings, "kind": made, "spec": spec, "brand": _BRANDS[series % len(_BRANDS)],
            "group": kind.group, "unit": kind.unit, "unit_en": kind.unit_en,
            "units": _units(kind, chance), "tax_rate": _TAX, "list_price": price,
            "cost": (price * Decimal("0.62")).quantize(_CENT),
            "floor_price": (price * Decimal("0.84")).quantize(_CENT),
            "barcodes": _barcodes(at, kind), "active": chance.random() > 0.01,
        }
    )  # fmt: skip


def _price(kind: Kind, chance: Chances) -> Decimal:
    yuan = kind.low + (kind.high - kind.low) * chance.random() ** 1.6
    return Decimal(round(yuan)) if yuan >= 50 else Decimal(f"{yuan:.1f}")


def _readings(reading: str, tail: str) -> str:
    syllables = reading.split()
    return f"{''.join(syllables)}{tail} {''.join(one[0] for one in syllables)}{tail}"


def _units(kind: Kind, chance: Chances) -> tuple[UnitRecord, ...]:
    if kind.most < 40 or chance.random() < 0.4:
        return ()
    factor = Decimal(50) if kind.most > 100 else Decimal(4)
    return (UnitRecord(unit="箱", name_en="carton", factor=factor),)


def _barcodes(at: int, kind: Kind) -> tuple[BarcodeRecord, ...]:
    if at % 5 == 3:
        return ()
    return (BarcodeRecord(barcode=f"6904{102000000 + at:09d}", unit=kind.unit),)
