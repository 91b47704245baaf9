"""Made-up customers of four classes and tiers, with twins and with firms that are easily mistaken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from orderdesk.intake.office.names import (
    BUSINESSES,
    CITIES,
    EXPORT_KINDS,
    EXPORT_STEMS,
    FAMILY_EN,
    FAMILY_NAMES,
    FIRST_SIGNS,
    GIVEN_NAMES,
    SECOND_SIGNS,
    STREETS,
    City,
)
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.intake.sample import sample_id
from orderdesk.ports import Chances, chances
from orderdesk.wire.records import CustomerRecord, ItemRecord, PersonRecord

_CLASSES = ("end", "end", "end", "dealer", "dealer", "shop", "shop", "shop", "export")
_TIERS = ("vip", "a", "a", "b", "b", "b", "standard", "standard", "standard", "standard")
_TWIN = 53  # each so manieth customer is an earlier one once more, under another code
_STRIDE = 7_919  # prime, and no divisor of the number of names: all of them come before any comes again
_NOTES = ("送货前一天电话通知仓库", "Call before unloading", "周一不收货", "对账单寄财务部")


@dataclass(frozen=True, slots=True)
class _Name:
    zh: str
    readings: str
    en: str
    city: City


def make_customers(
    size: StoreSize, today: date, people: Sequence[PersonRecord], items: Sequence[ItemRecord]
) -> tuple[CustomerRecord, ...]:
    """Return the customers of a size."""
    chance = chances(size.seed, "customers")
    clerks = [person for person in people if "clerk" in person.roles]
    made: list[CustomerRecord] = []
    for at in range(size.customers):
        kind = _CLASSES[chance.randrange(len(_CLASSES))]
        name = _export_name(at) if kind == "export" else _name(at)
        fields = _fields(at, kind, name, clerks[chance.randrange(len(clerks))], today, chance)
        if at % _TWIN == 0 and at >= _TWIN:
            fields |= _as_twin(made[at - chance.randrange(1, _TWIN)], chance)
        if chance.random() < 0.2 and items:
            fields["item_numbers"] = _item_numbers(at, items, chance)
        made.append(CustomerRecord.model_validate(fields))
    return tuple(made)


def _name(at: int) -> _Name:
    """Return the name of a customer; the next one differs from it in a sign, or only in its line of trade."""
    count = len(CITIES) * len(FIRST_SIGNS) * len(SECOND_SIGNS)
    place, business = (at // 3 * _STRIDE) % count, BUSINESSES[(at * 5 + at // count) % len(BUSINESSES)]
    place, second = divmod(place, len(SECOND_SIGNS))
    place, first = divmod(place, len(FIRST_SIGNS))
    city = CITIES[place]
    signs = (FIRST_SIGNS[first], SECOND_SIGNS[second])
    syllables = f"{city.reading} {signs[0][1]} {signs[1][1]} {business.reading}".split()
    stem = f"{signs[0][1]}{signs[1][1]}".capitalize()
    return _Name(
        f"{city.zh}{signs[0][0]}{signs[1][0]}{business.zh}",
        f"{''.join(syllables)} {''.join(one[0] for one in syllables)}",
        f"{city.en} {stem} {business.en}",
        city,
    )


def _export_name(at: int) -> _Name:
    stem, kind = (
        EXPORT_STEMS[at % len(EXPORT_STEMS)],
        EXPORT_KINDS[at // len(EXPORT_STEMS) % len(EXPORT_KINDS)],
    )
    name = f"{stem} {kind} {at // (len(EXPORT_STEMS) * len(EXPORT_KINDS)) + 1}"
    return _Name(name, "", name, CITIES[at % len(CITIES)])


def _fields(
    at: int, kind: str, name: _Name, clerk: PersonRecord, today: date, chance: Chances
) -> dict[str, Any]:
    code = f"C{100001 + at}"
    tier = _TIERS[chance.randrange(len(_TIERS))]
    limit = {"vip": 500_000, "a": 200_000, "b": 80_000, "standard": 30_000}[tier]
    has_limit = chance.random() < 0.8
    status = "active" if (roll := chance.random()) < 0.97 else "on_hold" if roll < 0.985 else "stopped"
    person = chance.randrange(len(FAMILY_NAMES))
    contact = FAMILY_NAMES[person] + GIVEN_NAMES[chance.randrange(len(GIVEN_NAMES))]
    return {
        "id": sample_id("customer", code), "code": code, "name": name.zh, "name_en": name.en,
        "readings": name.readings, "customer_class": kind, "tier": tier, "status": status,
        "contact": FAMILY_EN[person] if kind == "export" else contact,
        "phone": f"{name.city.area}-{chance.randrange(5_000_000, 8_999_999)}",
        "salesperson_code": clerk.code, "department": clerk.department, "terms": _terms(chance),
        "credit_limit": Decimal(limit) if has_limit else None,
        "receivable": Decimal(chance.randrange(limit // 3)) if has_limit else None,
        "receivable_as_of": today - timedelta(days=1) if has_limit else None,
        "when_short": ("wait", "partial", "ask", "wait")[chance.randrange(4)],
        "note": _NOTES[chance.randrange(len(_NOTES))] if chance.random() < 0.15 else "",
        "invoice": {
            "title": f"{name.zh}有限公司", "tax_number": f"9131{chance.randrange(10**13):013d}X",
            "kind": "special" if kind == "dealer" else "ordinary",
        },
        "addresses": _addresses(code, name.city, contact, chance),
    }  # fmt: skip


def _terms(chance: Chances) -> dict[str, Any]:
    roll = chance.random()
    if roll < 0.3:
        return {"kind": "monthly", "closing_day": 25, "due_day": 15}
    if roll < 0.8:
        return {"kind": "days", "days": (15, 30, 45, 60)[chance.randrange(4)]}
    return {"kind": "prepaid" if roll < 0.9 else "on_delivery"}


def _addresses(code: str, city: City, contact: str, chance: Chances) -> list[dict[str, Any]]:
    labels = ("仓库", "门店", "2 号店", "工地")
    count = 1 if (roll := chance.random()) < 0.6 else 2 if roll < 0.9 else 4
    return [
        {
            "id": sample_id("address", f"{code}:{at}"), "label": labels[at],
            "province": city.province, "city": city.zh + "市",
            "district": city.districts[chance.randrange(len(city.districts))],
            "rest": f"{STREETS[chance.randrange(len(STREETS))]} {chance.randrange(1, 999)} 号",
            "receiver": contact if not at else FAMILY_NAMES[chance.randrange(len(FAMILY_NAMES))] + "师傅",
            "phone": f"13{chance.randrange(10**9):09d}", "main": at == 0,
        }
        for at in range(count)
    ]  # fmt: skip


def _as_twin(of: CustomerRecord, chance: Chances) -> dict[str, Any]:
    """Return what a record has in common with the one that it repeats: somebody did not find that one."""
    same: dict[str, Any] = {
        "name": of.name, "name_en": of.name_en, "readings": of.readings, "customer_class": of.customer_class,
        "contact": of.contact,
    }  # fmt: skip
    if chance.random() < 0.7:
        same |= {"phone": of.phone, "invoice": of.invoice}
    return same


def _item_numbers(at: int, items: Sequence[ItemRecord], chance: Chances) -> list[dict[str, Any]]:
    chosen = [items[int(len(items) * chance.random() ** 2)] for _ in range(chance.randint(1, 4))]
    return [
        {"item_id": item.id, "number": f"KH{at % 1000:03d}-{place + 1:02d}", "name": item.name}
        for place, item in enumerate(chosen)
    ]
