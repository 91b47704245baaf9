"""Quick add and pasted lines on a real desk: what their texts name there, and the lines they become."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from orderdesk.ports import Ids
from orderdesk.rules.entry.codes import CodeHit, Kind, Units
from orderdesk.rules.entry.folding import fold_key
from orderdesk.rules.entry.lookalikes import nearest
from orderdesk.rules.entry.quick_lines import QuickLine
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.search import SearchIndexes
from orderdesk.wire.drafts import LineDraft, ScheduleDraft, open_note

_KINDS: Final[dict[str, Kind]] = {"code": "code", "number": "barcode", "name": "alias", "reading": "initials"}


class DeskCodes:
    """``rules.entry.codes.Codes`` over the items of a desk and the own numbers of one customer.

    Nothing is built: it asks the look-up indexes, and belongs to the facts that it was made with.
    """

    def __init__(self, desk: Desk, indexes: SearchIndexes, customer: CustomerDesk | None = None) -> None:
        self._desk = desk
        self._indexes = indexes
        self._customer = customer

    def find(self, text: str) -> tuple[CodeHit, ...]:
        """Return what ``text`` is the whole code, own number, barcode or name of; else whose reading it is.

        A text that is the code of one item and the barcode of another names both.
        """
        key = fold_key(text)
        if not key:
            return ()
        hits: dict[UUID, CodeHit] = {}
        own = self._customer.item_numbers.get(key.upper()) if self._customer is not None else None
        if own is not None and own in self._desk.items and self._desk.items[own].active:
            hits[own] = self._hit(own, "customer")
        for found, item_ids in self._indexes.items.whole(text):
            kind = _KINDS[found]
            if kind == "initials" and hits:
                break
            unit = self._indexes.barcode_units.get(key, "") if kind == "barcode" else ""
            for item_id in sorted(item_ids, key=lambda entry: self._desk.items[entry].code):
                if kind != "alias" or self._is_name(item_id, key):
                    hits.setdefault(item_id, self._hit(item_id, kind, unit))
        return tuple(hits.values())

    def near(self, text: str) -> tuple[str, ...]:
        """Return codes of items that look or type like ``text``, best first."""
        found = nearest(fold_key(text).upper(), lambda variant: self._of_code(variant) is not None)
        return tuple(code for variant in found if (code := self._of_code(variant)) is not None)

    def _of_code(self, text: str) -> str | None:
        _, item_ids = next(self._indexes.items.whole(text))
        return next((self._desk.items[item_id].code for item_id in item_ids), None)

    def _is_name(self, item_id: UUID, key: str) -> bool:
        """Whether ``key`` is a name: the index also has specifications, which several items share."""
        item = self._desk.items[item_id]
        return key in {fold_key(item.name), fold_key(item.name_en)}

    def _hit(self, item_id: UUID, kind: Kind, unit: str = "") -> CodeHit:
        item = self._desk.items[item_id]
        return CodeHit(item_id, item.code, unit_names(item, unit or item.sales_unit), kind)


def unit_names(item: ItemFacts, unit: str) -> Units:
    """Return every name of the item's units with its factor, ``unit`` first, English names last."""
    first = [entry for entry in item.units if entry.unit == unit]
    others = [entry for entry in item.units if entry.unit != unit]
    names = [(entry.unit, entry.factor) for entry in (*first, *others)]
    names += [(entry.name_en, entry.factor) for entry in item.units if entry.name_en]
    return tuple(names)


def draft_lines(lines: Iterable[QuickLine], ids: Ids, *, counts_one: bool = True) -> tuple[LineDraft, ...]:
    """Return the lines as a draft has them.

    A typed price is a manual one; its reason is asked for like that of any other. Without a quantity a line
    of quick add is one (``counts_one``), a pasted one stays provisional.
    """
    return tuple(_draft_line(line, ids, counts_one) for line in lines)


def _draft_line(line: QuickLine, ids: Ids, counts_one: bool) -> LineDraft:
    quantity = line.count if counts_one else line.quantity
    schedule = [(part.quantity, part.requested) for part in line.schedule]
    if line.requested is not None and quantity is not None:
        schedule = [(quantity, line.requested)]
    return LineDraft(
        id=ids.new(),
        item_id=line.item_id,
        quantity=quantity,
        unit=line.unit,
        manual_price=line.price,
        discount=line.discount or None,
        notes=open_note(line.note),
        schedule=tuple(ScheduleDraft(id=ids.new(), quantity=part, requested=day) for part, day in schedule),
    )
