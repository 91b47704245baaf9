"""The list of items, by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from orderdesk.rules.entry import fold_key
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import Desk
from orderdesk.ui.backend import Backend
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import language, tr
from orderdesk.ui.order_card.wording import local, term
from orderdesk.ui.records.list_screen import RecordListScreen
from orderdesk.ui.records.price_cells import price_text
from orderdesk.ui.records.specs import Option
from orderdesk.ui.tables.columns import Column
from orderdesk.wire.commands import PutItem
from orderdesk.words import format_quantity

_SPARE = ("kind", "group", "spec")  # where it is narrow these go, the first one first
_MOST_FOUND = 5_000


class ItemsScreen(RecordListScreen):
    """All items; Enter opens the one with the cursor as a record."""

    screen_id = "items"
    record_area = "item"
    command = PutItem.name
    find_hint = "items.find"

    def __init__(self, backend: Backend, _key: object | None = None, parent: QWidget | None = None) -> None:
        self._of: tuple[Mapping[UUID, ItemFacts] | None, str] = (None, "")
        self._ordered: tuple[ItemFacts, ...] = ()
        super().__init__(backend, self._columns(backend), parent, heading="ui.area.items", spare=_SPARE)

    def views(self) -> Sequence[Option]:
        """Return all in use, one view for each group, and those that are not used any more."""
        groups = sorted({item.group for item in self.backend.desk().items.values() if item.group})
        return (
            Option("all", tr("items.view.all")),
            *(Option(f"group:{group}", group) for group in groups),
            Option("stopped", tr("items.view.stopped")),
        )

    def matching(self, view: str, text: str) -> Sequence[ItemFacts]:
        """Return the items of a view that a text finds; those that are stopped by code or name alone."""
        desk = self.backend.desk()
        if view == "stopped":
            typed = fold_key(text)
            return [item for item in self._in_order(desk) if not item.active and typed in _names(item)]
        if text:
            matches = self.backend.indexes().items.search(text, limit=_MOST_FOUND)
            found: Sequence[ItemFacts] = [desk.items[one.key] for one in matches if one.key in desk.items]
        else:
            found = self._in_order(desk)
        group = view.partition(":")[2]
        return [item for item in found if item.active and (view == "all" or item.group == group)]

    def _in_order(self, desk: Desk) -> tuple[ItemFacts, ...]:
        if self._of[0] is not desk.items or self._of[1] != language().current:
            self._of = (desk.items, language().current)
            self._ordered = tuple(sorted(desk.items.values(), key=lambda item: item.code))
        return self._ordered

    def _columns(self, backend: Backend) -> tuple[Column, ...]:
        def price(item: ItemFacts) -> str:
            desk = backend.desk()
            shelf = desk.lists.get(desk.settings["currency"])
            entries = shelf.prices.get(item.id, ()) if shelf is not None else ()
            return price_text(entries[0].price) if entries else ""

        def available(item: ItemFacts) -> str:
            desk = backend.desk()
            if desk.default_site_id is None:
                return ""
            figure = desk.stock.get((item.id, desk.default_site_id))
            return "" if figure is None else format_quantity(figure.available)

        return (
            Column("code", "items.field.code", lambda row: row.code, "code", 92, strong=True),
            Column(
                "name", "items.field.name", lambda row: local(row.name, row.name_en), width=180,
                stretches=True, tooltip=lambda row: row.name,
            ),
            Column("spec", "items.field.spec", lambda row: row.spec, width=140),
            Column("group", "items.field.group", lambda row: row.group, width=120),
            Column("kind", "items.field.kind", lambda row: term("kind.item", row.kind), width=116),
            Column("unit", "items.field.unit", _unit, width=96),
            Column("price", "items.field.list_price", price, "number", 110),
            Column("stock", "items.column.available", available, "number", 100),
            Column(
                "active", "items.field.status", lambda row: "" if row.active else tr("items.stopped"),
                width=104, chip=lambda row: None if row.active else Chip("hold", tr("items.stopped")),
            ),
        )  # fmt: skip


def _names(item: ItemFacts) -> str:
    return fold_key(f"{item.code} {item.name} {item.name_en}")


def _unit(item: ItemFacts) -> str:
    return local(item.unit, next((one.name_en for one in item.units if one.unit == item.unit), ""))
