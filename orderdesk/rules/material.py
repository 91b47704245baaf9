"""Approval material: what a decision is bound to, its digest, and how it differs from what was approved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from orderdesk.values import canonical_json, digest, plain

FORMAT = 1

Kind = Literal["+", "-", "~"]


@dataclass(frozen=True, slots=True)
class ScheduleMaterial:
    """Of a schedule line: when and from which site."""

    schedule_id: UUID
    promised: date | None
    site: str


@dataclass(frozen=True, slots=True)
class LineMaterial:
    """Of a line: what, how much, at which price without tax per price unit, at which discount."""

    line_id: UUID
    item: str  # its code
    quantity: Decimal
    unit: str
    net_price: Decimal
    discount: Decimal
    schedule: tuple[ScheduleMaterial, ...] = ()


@dataclass(frozen=True, slots=True)
class MaterialFacts:
    """Of an order: all that an approver answers for, and nothing that may change without asking him."""

    customer: str  # its code
    ship_tos: tuple[str, ...]  # whole addresses
    currency: str
    terms: str
    deposit: Decimal | None  # in the currency; None: no deposit
    lines: tuple[LineMaterial, ...]


@dataclass(frozen=True, slots=True)
class MaterialChange:
    """One difference; ``path`` names lines and schedule lines by id, ``label`` is the code of the word.

    ``before`` and ``after`` are texts (``None`` where there is nothing); for a whole line they are its item,
    and ``detail`` has quantity, unit, net_price and discount.
    """

    path: str
    kind: Kind
    label: str
    before: str | None
    after: str | None
    detail: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What may differ from the originally approved values without asking again; nothing unless it says so."""

    quantity: Decimal = Decimal(0)  # fraction of the approved quantity, up or down
    net_price: Decimal = Decimal(0)  # fraction of the approved price, up or down
    days: int = 0  # earlier or later


def approval_material(facts: MaterialFacts) -> dict[str, Any]:
    """Return the material as plain JSON: a numbered format, fields in fixed names, amounts as texts.

    Lines and schedule lines stand by id, so that moving a line changes nothing. Source: architecture.md,
    "Evidence".
    """
    return {
        "format": FORMAT,
        "customer": facts.customer,
        "ship_tos": sorted(set(facts.ship_tos)),
        "currency": facts.currency,
        "terms": facts.terms,
        "deposit": None if facts.deposit is None else plain(facts.deposit),
        "lines": {str(line.line_id): _line(line) for line in facts.lines},
    }


def material_digest(material: Mapping[str, Any]) -> str:
    """Return the SHA-256 (hex) of the canonical form of the material."""
    return digest(material)


def _line(line: LineMaterial) -> dict[str, Any]:
    return {
        "item": line.item,
        "quantity": plain(line.quantity),
        "unit": line.unit,
        "net_price": plain(line.net_price),
        "discount": plain(line.discount),
        "schedule": {
            str(entry.schedule_id): {
                "date": entry.promised.isoformat() if entry.promised else None,
                "site": entry.site,
            }
            for entry in line.schedule
        },
    }


def diff(approved: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[MaterialChange, ...]:
    """Return how ``now`` differs from what was approved: the order first, then lines matched by id.

    Empty exactly if the two materials have the same digest. Within a line, field by field.
    """
    changes = [*_header_changes(approved, now)]
    changes += _fields("", "format", approved, now, ("format",))
    before, after = approved["lines"], now["lines"]
    for line_id in [*before, *(line_id for line_id in after if line_id not in before)]:
        path = f"lines[{line_id}]"
        if line_id not in after:
            item = before[line_id]["item"]
            changes.append(_change(path, "-", "line", item, None, _summary(before[line_id])))
        elif line_id not in before:
            item = after[line_id]["item"]
            changes.append(_change(path, "+", "line", None, item, _summary(after[line_id])))
        else:
            changes += _line_changes(path, before[line_id], after[line_id])
    return tuple(changes)


def within(changes: tuple[MaterialChange, ...], tolerance: Tolerance) -> bool:
    """Return whether every change is small enough to need no new decision.

    Only quantities, net prices and dates can be; anything added, removed or otherwise changed never is.
    ``changes`` are those from the *originally* approved material, so that small steps do not add up unseen.
    """
    return all(_is_tolerated(change, tolerance) for change in changes)


def _is_tolerated(change: MaterialChange, tolerance: Tolerance) -> bool:
    if change.kind != "~" or change.before is None or change.after is None:
        return False
    field = change.path.rpartition(".")[2]
    if field == "date":
        apart = date.fromisoformat(change.after) - date.fromisoformat(change.before)
        return abs(apart.days) <= tolerance.days
    if field in {"quantity", "net_price"}:
        before, after = Decimal(change.before), Decimal(change.after)
        share = tolerance.quantity if field == "quantity" else tolerance.net_price
        return abs(after - before) <= share * before
    return False


def _header_changes(approved: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[MaterialChange]:
    yield from _fields("", "", approved, now, ("customer", "currency", "terms", "deposit"))
    for address in approved["ship_tos"]:
        if address not in now["ship_tos"]:
            yield _change("ship_tos", "-", "ship_to", address, None)
    for address in now["ship_tos"]:
        if address not in approved["ship_tos"]:
            yield _change("ship_tos", "+", "ship_to", None, address)


def _line_changes(path: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[MaterialChange]:
    fields = ("item", "quantity", "unit", "net_price", "discount")
    yield from _fields(f"{path}.", "", before, after, fields)
    old, new = before["schedule"], after["schedule"]
    for schedule_id in [*old, *(schedule_id for schedule_id in new if schedule_id not in old)]:
        place = f"{path}.schedule[{schedule_id}]"
        if schedule_id not in new:
            yield _change(place, "-", "schedule", old[schedule_id]["date"] or "", None, old[schedule_id])
        elif schedule_id not in old:
            yield _change(place, "+", "schedule", None, new[schedule_id]["date"] or "", new[schedule_id])
        else:
            yield from _fields(f"{place}.", "", old[schedule_id], new[schedule_id], ("date", "site"))


def _fields(
    prefix: str, label: str, before: Mapping[str, Any], after: Mapping[str, Any], names: tuple[str, ...]
) -> Iterator[MaterialChange]:
    for name in names:
        if before[name] != after[name]:
            yield _change(f"{prefix}{name}", "~", label or name, _text(before[name]), _text(after[name]))


def _change(
    path: str,
    kind: Kind,
    label: str,
    before: str | None,
    after: str | None,
    detail: Mapping[str, Any] | None = None,
) -> MaterialChange:
    shown = {name: _text(value) or "" for name, value in (detail or {}).items()}
    return MaterialChange(path, kind, f"receipt.material.{label}", before, after, shown)


def _summary(line: Mapping[str, Any]) -> dict[str, Any]:
    return {name: line[name] for name in ("quantity", "unit", "net_price", "discount")}


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return canonical_json(value)
