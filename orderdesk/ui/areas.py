"""The areas of the rail: which screen each opens, who sees it, and what its badge counts.

A screen is imported when it is opened for the first time: the start waits for the first one alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from orderdesk.services.reading.holds import held_count
from orderdesk.services.reading.inbox import badge_count
from orderdesk.services.store import Reader
from orderdesk.ui.backend import Backend
from orderdesk.ui.screen import Area, Screen
from orderdesk.ui.screens.entry.area import EntryArea

# How many things wait for a person in an area.
BADGES: Mapping[str, Callable[[Reader, UUID], int]] = {"desk": held_count, "inbox": badge_count}

_AT_THE_DESK = frozenset({"clerk", "manager", "finance", "administrator"})  # finance lifts holds there
_WITH_RULES = frozenset({"administrator", "manager"})  # managers read what they decide by
_APPROVERS = frozenset({"manager", "finance"})
_WITH_INBOX = _APPROVERS | {"substitute"}


def make_areas(backend: Backend) -> tuple[Area, ...]:
    """Return the areas in the order of the rail."""
    return (
        EntryArea(backend).area,
        Area(
            "desk", "ui.area.desk", "layout-dashboard", partial(_desk, backend),
            roles=_AT_THE_DESK, starts=frozenset({"administrator"}),
        ),
        Area(
            "orders", "ui.area.orders", "list", partial(_orders, backend), roles=_AT_THE_DESK
        ),
        Area(
            "inbox", "ui.area.inbox", "inbox", partial(_inbox, backend), roles=_WITH_INBOX,
            starts=_APPROVERS,
        ),
        Area(
            "warehouse", "ui.area.warehouse", "truck", partial(_warehouse, backend),
            roles=frozenset({"warehouse", "manager"}), starts=frozenset({"warehouse"}),
        ),
        Area(
            "customers", "ui.area.customers", "users", partial(_customers, backend),
            roles=_AT_THE_DESK,
        ),
        Area(
            "customer", "ui.area.customer", "user", partial(_customer, backend),
            roles=_AT_THE_DESK, many=True, in_rail=False,
        ),
        Area("items", "ui.area.items", "package", partial(_items, backend), roles=_AT_THE_DESK),
        Area(
            "item", "ui.area.item", "package", partial(_item, backend),
            roles=_AT_THE_DESK, many=True, in_rail=False,
        ),
        Area(
            "matrix", "ui.action.customers.matrix", "list-checks", partial(_matrix, backend),
            roles=_AT_THE_DESK, in_rail=False, opened_by="customers.matrix",
        ),
        Area(
            "daycheck", "ui.action.day.check", "clipboard-check", partial(_day_check, backend),
            roles=_AT_THE_DESK | {"warehouse"}, in_rail=False, opened_by="day.check",
        ),
        Area(
            "importing", "ui.action.import.file", "download", partial(_import, backend),
            roles=frozenset({"administrator"}), in_rail=False, opened_by="import.file",
        ),
        Area("prices", "ui.area.prices", "tags", partial(_prices, backend), roles=_AT_THE_DESK),
        Area("rules", "ui.area.rules", "funnel", partial(_rules, backend), roles=_WITH_RULES),
        Area(
            "adjustments", "ui.area.adjustments", "calendar-clock",
            partial(_adjustments, backend),
            roles=frozenset({"manager", "administrator"}), many=True, in_rail=False,
            opened_by="prices.adjustments",
        ),
    )  # fmt: skip


def _adjustments(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.adjustments.screen import AdjustmentsScreen

    return AdjustmentsScreen(backend, key, tab)


def _customers(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.customers.list_screen import CustomersScreen

    return CustomersScreen(backend, key, tab)


def _matrix(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.customers.matrix_screen import MatrixScreen

    return MatrixScreen(backend, key, tab)


def _customer(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.customers.record_screen import CustomerScreen

    return CustomerScreen(backend, key, tab)


def _day_check(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.daycheck.screen import DayCheckScreen

    return DayCheckScreen(backend, key, tab)


def _desk(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.desk.screen import DeskScreen

    return DeskScreen(backend, key, tab)


def _import(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.importing.screen import ImportScreen

    return ImportScreen(backend, key, tab)


def _inbox(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.inbox.screen import InboxScreen

    return InboxScreen(backend, key, tab)


def _items(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.items.list_screen import ItemsScreen

    return ItemsScreen(backend, key, tab)


def _item(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.items.record_screen import ItemScreen

    return ItemScreen(backend, key, tab)


def _orders(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.orders.screen import OrdersScreen

    return OrdersScreen(backend, key, tab)


def _prices(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.prices.screen import PricesScreen

    return PricesScreen(backend, key, tab)


def _rules(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.rules.screen import RulesScreen

    return RulesScreen(backend, key, tab)


def _warehouse(backend: Backend, key: object | None, tab: QWidget) -> Screen:
    from orderdesk.ui.screens.warehouse.screen import WarehouseScreen

    return WarehouseScreen(backend, key, tab)
