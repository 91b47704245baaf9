"""Codes in a table, for the tests of what reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from orderdesk.rules.entry.codes import CodeHit, Units
from orderdesk.rules.entry.folding import fold_key
from orderdesk.rules.entry.lookalikes import nearest


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """An item with all that may be typed for it."""

    item_id: UUID
    code: str
    units: Units  # every name of its units with its factor, the sales unit first
    barcodes: tuple[tuple[str, str], ...] = ()  # barcode, unit
    aliases: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()  # pinyin and its initials


class CodeBook:
    """``Codes`` over items in memory; built once, shared by the books of all customers."""

    def __init__(self, entries: Iterable[CodeEntry]) -> None:
        self._named: dict[str, tuple[CodeHit, ...]] = {}  # codes, barcodes, numbers, aliases: equals
        self._initials: dict[str, tuple[CodeHit, ...]] = {}  # count only where nothing else is meant
        self._items: dict[UUID, CodeEntry] = {}
        self._own: Mapping[str, CodeHit] = {}
        for entry in entries:
            self._add(entry)

    def with_own_numbers(self, numbers: Mapping[str, UUID]) -> CodeBook:
        """Return a book that also knows a customer's own numbers; numbers of unknown items are left out."""
        book = CodeBook(())
        book._named, book._initials, book._items = self._named, self._initials, self._items
        book._own = {
            fold_key(number): CodeHit(
                item_id, self._items[item_id].code, self._items[item_id].units, "customer"
            )
            for number, item_id in numbers.items()
            if item_id in self._items
        }
        return book

    def find(self, text: str) -> tuple[CodeHit, ...]:
        """Return what ``text`` names.

        A text that is the code of one item and the barcode of another names both: who asks lets choose.
        Initials are looked at only where ``text`` is nothing else.
        """
        key = fold_key(text)
        named = self._named.get(key, ())
        own = self._own.get(key)
        if own is not None and all(hit.item_id != own.item_id for hit in named):
            named = (own, *named)
        return named or self._initials.get(key, ())

    def near(self, text: str) -> tuple[str, ...]:
        """Return known codes, as they are written, that look or type like ``text``."""
        variants = nearest(fold_key(text).upper(), lambda variant: self._code_of(variant) is not None)
        return tuple(code for variant in variants if (code := self._code_of(variant)) is not None)

    def _code_of(self, text: str) -> str | None:
        hits = self._named.get(text.casefold(), ())
        return next((hit.code for hit in hits if hit.kind == "code"), None)

    def _add(self, entry: CodeEntry) -> None:
        self._items[entry.item_id] = entry
        own = CodeHit(entry.item_id, entry.code, entry.units)
        _note(self._named, entry.code, own)
        for barcode, unit in entry.barcodes:
            _note(
                self._named, barcode, CodeHit(entry.item_id, entry.code, _first(entry.units, unit), "barcode")
            )
        for alias in entry.aliases:
            _note(self._named, alias, CodeHit(entry.item_id, entry.code, entry.units, "alias"))
        for initials in entry.initials:
            _note(self._initials, initials, CodeHit(entry.item_id, entry.code, entry.units, "initials"))


def _note(table: dict[str, tuple[CodeHit, ...]], text: str, hit: CodeHit) -> None:
    key = fold_key(text)
    there = table.get(key, ())
    if key and all(known.item_id != hit.item_id for known in there):
        table[key] = (*there, hit)


def _first(units: Sequence[tuple[str, Decimal]], unit: str) -> Units:
    """Return the units with ``unit`` first; as they are if there is no such unit."""
    own = [entry for entry in units if entry[0] == unit]
    return (*own, *(entry for entry in units if entry[0] != unit))
