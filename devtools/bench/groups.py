"""The groups of rows by name, in the order of the table. Each is measured in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from devtools.bench.place import Place
    from devtools.bench.table import Row


@dataclass(frozen=True)
class Group:
    """A module with rows."""

    module: str
    needs_postgresql: bool = False
    needs_windows: bool = False  # then it may not share a process with anything else

    def rows(self, place: Place) -> Iterator[Row]:
        """Measure and yield its rows."""
        found: Iterator[Row] = import_module(f"devtools.bench.{self.module}").rows(place)
        return found


GROUPS = {
    "submit": Group("rows_submit", needs_postgresql=True),
    "completion": Group("rows_completion"),
    "keys": Group("rows_keys", needs_windows=True),
    "memory": Group("rows_memory", needs_windows=True),
    "start": Group("rows_start", needs_windows=True),
    "store": Group("rows_store", needs_postgresql=True),
    "pricing": Group("rows_pricing"),
    "printing": Group("rows_printing"),
    "rules": Group("rows_rules"),
}
