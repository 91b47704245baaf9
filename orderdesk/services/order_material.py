"""The approval material of a submitted order, taken from its rows, and what is told when it changed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Customer, Item, ItemUnit, Order, OrderLine, ScheduleLine, Site
from orderdesk.rules.facts import PricedLine
from orderdesk.rules.material import (
    LineMaterial,
    MaterialChange,
    MaterialFacts,
    ScheduleMaterial,
    approval_material,
    diff,
)
from orderdesk.rules.receipts import line_from_json
from orderdesk.values import RATE_STEP, plain, round_price

_ADDRESS = ("province", "city", "district", "rest", "receiver", "phone")


def material_of(session: Session, order: Order) -> dict[str, Any]:
    """Return what an approver of ``order`` answers for, as its rows stand in this transaction."""
    session.flush()
    return material_from_rows(session, order.id)


def material_from_rows(source: Session | Connection, order_id: UUID) -> dict[str, Any]:
    """Return the same for a reader. ``LookupError`` if there is no such order."""
    header = source.execute(
        select(
            Order.currency, Order.terms, Customer.code.label("customer"),
        )
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .where(Order.id == order_id)
    ).one_or_none()  # fmt: skip
    if header is None:
        raise LookupError(str(order_id))
    schedules, addresses = _schedules(source, order_id)
    lines = source.execute(
        select(
            OrderLine.id, OrderLine.code, OrderLine.quantity, OrderLine.unit, OrderLine.net_unit_price,
            OrderLine.receipt,
        )
        .where(OrderLine.order_id == order_id)
        .order_by(OrderLine.position)
    )  # fmt: skip
    return approval_material(
        MaterialFacts(
            customer=header.customer or "",
            ship_tos=tuple(addresses),
            currency=header.currency,
            terms=header.terms,
            deposit=None,
            lines=tuple(_line(line, schedules[line.id]) for line in lines),
        )
    )


def material_of_draft(
    customer: str,
    currency: str,
    terms: str,
    priced: Sequence[PricedLine],
    lines: Sequence[Mapping[str, Any]],
    schedule: Iterable[Mapping[str, Any]],
    sites: Mapping[UUID, str],
) -> dict[str, Any]:
    """Return the material of an order whose rows are not in a store yet; ``priced`` are its ``lines``."""
    parts: defaultdict[UUID, list[ScheduleMaterial]] = defaultdict(list)
    addresses = []
    for row in schedule:
        parts[row["order_line_id"]].append(
            ScheduleMaterial(row["id"], row["promised"], sites[row["site_id"]])
        )
        addresses.append(address_text(row["deliver_to"]))
    return approval_material(
        MaterialFacts(
            customer=customer,
            ship_tos=tuple(addresses),
            currency=currency,
            terms=terms,
            deposit=None,
            lines=tuple(
                LineMaterial(
                    line_id=row["id"],
                    item=row["code"],
                    quantity=row["quantity"],
                    unit=row["unit"],
                    net_price=round_price(row["net_unit_price"] * (1 - order_discount_of(figures))),
                    discount=whole_discount(figures),
                    schedule=tuple(parts[row["id"]]),
                )
                for row, figures in zip(lines, priced, strict=True)
            ),
        )
    )


def _schedules(
    source: Session | Connection, order_id: UUID
) -> tuple[Mapping[UUID, list[ScheduleMaterial]], list[str]]:
    found = source.execute(
        select(
            ScheduleLine.id, ScheduleLine.order_line_id, ScheduleLine.promised, ScheduleLine.deliver_to,
            Site.code.label("site"),
        )
        .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
        .join(Site, Site.id == ScheduleLine.site_id)
        .where(OrderLine.order_id == order_id)
        .order_by(OrderLine.position, ScheduleLine.position)
    )  # fmt: skip
    schedules: defaultdict[UUID, list[ScheduleMaterial]] = defaultdict(list)
    addresses = []
    for row in found:
        schedules[row.order_line_id].append(ScheduleMaterial(row.id, row.promised, row.site))
        addresses.append(address_text(row.deliver_to))
    return schedules, addresses


def _line(line: Row[*tuple[Any, ...]], schedule: list[ScheduleMaterial]) -> LineMaterial:
    priced = line_from_json(json.loads(line.receipt))
    return LineMaterial(
        line_id=line.id,
        item=line.code,
        quantity=line.quantity,
        unit=line.unit,
        # The approver answers for the price that is charged: an order discount counts like one of the line.
        net_price=round_price(line.net_unit_price * (1 - order_discount_of(priced))),
        discount=whole_discount(priced),
        schedule=tuple(schedule),
    )


def order_discount_of(line: PricedLine) -> Decimal:
    """Return the order's discount as far as this line takes part in it, as a fraction."""
    taken = [step for step in line.receipt if step.component == "order_discount"]
    return Decimal(taken[0].params["discount"]) if taken else Decimal(0)


def whole_discount(line: PricedLine) -> Decimal:
    """Return what a line gives away by its own discount and the order's together, as a fraction."""
    kept = (1 - line.discount) * (1 - order_discount_of(line))
    return (1 - kept).quantize(RATE_STEP)


def address_text(deliver_to: str) -> str:
    """Return an address as stored (JSON) in one line: place, receiver, phone."""
    parts = json.loads(deliver_to)
    # A municipality is its own province: once is enough.
    return " ".join(dict.fromkeys(parts[name] for name in _ADDRESS if parts.get(name)))


def changed_problems(
    source: Session | Connection,
    order_number: str,
    shown: Mapping[str, Any] | None,
    now: Mapping[str, Any],
) -> tuple[Problem, ...]:
    """Return that the material changed, then one problem per difference between ``shown`` and ``now``.

    Without ``shown`` (nothing that was ever submitted has the digest that the approver sent) there is only
    the first.
    """
    head = Problem("problem.task.material_changed", "material", {"number": order_number})
    if shown is None:
        return (head,)
    english = units_in_english(source, shown, now)
    return head, *(difference(change, shown, now, english) for change in diff(shown, now))


UnitNames = Mapping[tuple[str, str], str]  # English names of units, by item code and unit


def units_in_english(source: Session | Connection, *materials: Mapping[str, Any]) -> UnitNames:
    """Return the English names of all units of the items in some materials; empty where a unit has none."""
    codes = {str(line["item"]) for material in materials for line in material["lines"].values()}
    stock = source.execute(select(Item.code, Item.unit, Item.unit_en).where(Item.code.in_(codes)))
    further = source.execute(
        select(Item.code, ItemUnit.unit, ItemUnit.name_en)
        .join(Item, Item.id == ItemUnit.item_id)
        .where(Item.code.in_(codes))
    )
    names = {(row.code, row.unit): row.name_en for row in further}
    return names | {(row.code, row.unit): row.unit_en for row in stock}


def difference(
    change: MaterialChange, before: Mapping[str, Any], now: Mapping[str, Any], english: UnitNames
) -> Problem:
    """Return one difference between two materials, worded by its code: ``…quantity``, ``…line_added``, ….

    ``params``: ``mark`` (+ - ~), ``item`` (code of the line's item, empty for the whole order), ``before``,
    ``after``; of a whole line also quantity, unit and net_price. Discounts are in per cent. Units come with
    their English names beside them (``unit_en``, ``before_en``, ``after_en``).
    """
    field = change.label.rpartition(".")[2]
    shown = _per_cent if field == "discount" else _as_it_is
    item = _item(change.path, before, now)
    params = {
        "mark": change.kind,
        "item": item,
        "before": shown(change.before),
        "after": shown(change.after),
        **change.detail,
    }
    units = ("before", "after") if field == "unit" else ("unit",) if "unit" in change.detail else ()
    params |= {f"{name}_en": english.get((item, params[name]), "") for name in units}
    return Problem(f"problem.task.difference.{field}{_SUFFIX[change.kind]}", change.path, params)


_SUFFIX = {"~": "", "+": "_added", "-": "_removed"}


def _as_it_is(value: str | None) -> str:
    return value or "–"


def _per_cent(value: str | None) -> str:
    return "–" if value is None else plain(Decimal(value) * 100)


def _item(path: str, before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return the code of the item whose line a path leads into; empty for a field of the whole order."""
    line_id = line_of(path)
    line = now["lines"].get(line_id) or before["lines"].get(line_id)
    return str(line["item"]) if line is not None else ""


def line_of(path: str) -> str | None:
    """Return the id of the line that the path of a difference leads into; ``None`` for the whole order."""
    return path.removeprefix("lines[").partition("]")[0] if path.startswith("lines[") else None
