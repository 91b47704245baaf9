"""The areas of the rail: which screen each opens, who sees it, and what its badge counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from orderdesk.services.reading.holds import held_count
from orderdesk.services.reading.inbox import badge_count
from orderdesk.services.store import Reader
from orderdesk.ui.backend import Backend
from orderdesk.ui.screen import Area
from orderdesk.ui.screens.adjustments.screen import AdjustmentsScreen
from orderdesk.ui.screens.customers.list_screen import CustomersScreen
from orderdesk.ui.screens.customers.matrix_screen import MatrixScreen
from orderdesk.ui.screens.customers.record_screen import CustomerScreen
from orderdesk.ui.screens.daycheck.screen import DayCheckScreen
from orderdesk.ui.screens.desk.screen import DeskScreen
from orderdesk.ui.screens.entry.area import EntryArea
from orderdesk.ui.screens.importing.screen import ImportScreen
from orderdesk.ui.screens.inbox.screen import InboxScreen
from orderdesk.ui.screens.items.list_screen import ItemsScreen
from orderdesk.ui.screens.items.record_screen import ItemScreen
from orderdesk.ui.screens.orders.screen import OrdersScreen
from orderdesk.ui.screens.prices.screen import PricesScreen
from orderdesk.ui.screens.warehouse.screen import WarehouseScreen

# How many things wait for a person in an area.
BADGES: Mapping[str, Callable[[Reader, UUID], int]] = {"desk": held_count, "inbox": badge_count}

_AT_THE_DESK = frozenset({"clerk", "manager", "finance", "administrator"})  # finance lifts holds there
_APPROVERS = frozenset({"manager", "finance"})
_WITH_INBOX = _APPROVERS | {"substitute"}


def make_areas(backend: Backend) -> tuple[Area, ...]:
    """Return the areas in the order of the rail."""
    return (
        EntryArea(backend).area,
        Area(
            "desk", "ui.area.desk", "layout-dashboard", partial(DeskScreen, backend),
            roles=_AT_THE_DESK, starts=frozenset({"administrator"}),
        ),
        Area(
            "orders", "ui.area.orders", "list", partial(OrdersScreen, backend), roles=_AT_THE_DESK
        ),
        Area(
            "inbox", "ui.area.inbox", "inbox", partial(InboxScreen, backend), roles=_WITH_INBOX,
            starts=_APPROVERS,
        ),
        Area(
            "warehouse", "ui.area.warehouse", "truck", partial(WarehouseScreen, backend),
            roles=frozenset({"warehouse", "manager"}), starts=frozenset({"warehouse"}),
        ),
        Area(
            "customers", "ui.area.customers", "users", partial(CustomersScreen, backend),
            roles=_AT_THE_DESK,
        ),
        Area(
            "customer", "ui.area.customer", "user", partial(CustomerScreen, backend),
            roles=_AT_THE_DESK, many=True, in_rail=False,
        ),
        Area("items", "ui.area.items", "package", partial(ItemsScreen, backend), roles=_AT_THE_DESK),
        Area(
            "item", "ui.area.item", "package", partial(ItemScreen, backend),
            roles=_AT_THE_DESK, many=True, in_rail=False,
        ),
        Area(
            "matrix", "ui.action.customers.matrix", "list-checks", partial(MatrixScreen, backend),
            roles=_AT_THE_DESK, in_rail=False, opened_by="customers.matrix",
        ),
        Area(
            "daycheck", "ui.action.day.check", "clipboard-check", partial(DayCheckScreen, backend),
            roles=_AT_THE_DESK | {"warehouse"}, in_rail=False, opened_by="day.check",
        ),
        Area(
            "importing", "ui.action.import.file", "download", partial(ImportScreen, backend),
            roles=frozenset({"administrator"}), in_rail=False, opened_by="import.file",
        ),
        Area("prices", "ui.area.prices", "tags", partial(PricesScreen, backend), roles=_AT_THE_DESK),
        Area(
            "adjustments", "ui.area.adjustments", "calendar-clock",
            partial(AdjustmentsScreen, backend),
            roles=frozenset({"manager", "administrator"}), many=True, in_rail=False,
            opened_by="prices.adjustments",
        ),
    )  # fmt: skip
