"""Which columns of the list are on show: chosen in a menu, kept for who works here."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from orderdesk.ui.asked import Prefers
from orderdesk.ui.list_card import ListCard
from orderdesk.ui.screens.orders.columns import AT_FIRST, FIXED, SPARE, ListColumn
from orderdesk.ui.tables.column_menu import ColumnMenu

_KEPT_AS = "orders.columns"


class ColumnChoice:
    """The columns of a list, of which some are on show."""

    def __init__(self, backend: Prefers, shown: ListCard, columns: tuple[ListColumn, ...]) -> None:
        self._backend = backend
        self._list = shown
        self._columns = columns
        self._has_holds = False
        self.chosen = AT_FIRST
        header = shown.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.open_menu(header.mapToGlobal(at)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The chosen columns in the order of the list."""
        return tuple(one.shown.key for one in self._columns if one.shown.key in self.chosen)

    def read(self) -> None:
        """Read what who works here has chosen."""
        self._backend.read_preference(_KEPT_AS, self._take)

    def choose(self, keys: Iterable[str]) -> None:
        """Show these columns, as far as there are such; what a row is known by is always there."""
        self.chosen = frozenset(keys) & {one.shown.key for one in self._columns} | FIXED
        self._show()

    def show(self, *, has_holds: bool) -> None:
        """Fit the columns to the rows: nobody has asked for the holds where no order has one."""
        self._has_holds = has_holds
        self._show()

    def open_menu(self, at: QPoint | None = None) -> None:
        """Open the menu of the columns, at the header unless a place is given."""
        header: QWidget = self._list.view.horizontalHeader()
        menu = ColumnMenu(
            [(one.shown.key, one.shown.word) for one in self._columns if one.shown.key not in FIXED],
            self.chosen, self._list, name=_KEPT_AS,
        )  # fmt: skip
        menu.changed.connect(self.choose_and_keep)
        menu.popup(at if at is not None else header.mapToGlobal(QPoint(0, header.height())))
        menu.setActiveAction(menu.actions()[0])

    def _take(self, kept: object) -> None:
        self.choose(chosen_keys(kept))

    def choose_and_keep(self, keys: Collection[str]) -> None:
        """Show these columns from now on."""
        self.choose(keys)
        self._backend.keep_preference(_KEPT_AS, sorted(self.chosen))

    def _show(self) -> None:
        """Show what was chosen. Columns that somebody has asked for are not taken away where it is narrow."""
        is_first = self.chosen == AT_FIRST
        self._list.set_spare(SPARE if is_first else ())
        left_out = {one.shown.key for one in self._columns} - self.chosen
        if is_first and not self._has_holds:
            left_out.add("holds")
        self._list.leave_out_all(left_out)


def chosen_keys(kept: object) -> Collection[str]:
    """Return the columns of a preference; those at first where it says nothing."""
    return frozenset(key for key in kept if isinstance(key, str)) if isinstance(kept, list) else AT_FIRST
