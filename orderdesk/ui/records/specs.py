"""The fields, tables and pages of a record, declared: a form is built from these and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from orderdesk.ports import Ids
from orderdesk.services.desk import Desk
from orderdesk.ui.asked import Facts

Kind = Literal["text", "code", "whole", "number", "percent", "date", "choice", "yes_no"]

AnyRecord = Any  # each area has its own frozen record; the functions of its specs know which


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few values that a field may have: as it is stored, and the word for it."""

    value: object
    word: str


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field. ``path`` is its place in the record, ``word`` the code of its label.

    ``options`` gives the values of a choice. ``shown`` says for which records the field is there at all,
    ``locked`` for which it is only shown. ``show`` and ``read`` stand for a field whose text is not its value
    (an item by its code); ``read`` raises ``UserError``. ``terms`` are the families in which stored values
    have their words. ``width`` is in logical pixels at 100 %.
    """

    path: str
    word: str
    kind: Kind = "text"
    options: Callable[[Desk], Sequence[Option]] | None = None
    shown: Callable[[AnyRecord], bool] | None = None
    locked: Callable[[AnyRecord, bool], bool] | None = None  # record, whether it is new
    show: Callable[[Any, Facts], str] | None = None
    read: Callable[[str, Facts], object] | None = None
    hint: str = ""
    terms: tuple[str, ...] = ()
    width: int = 150
    stretch: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that stand together under a word."""

    word: str
    fields: tuple[FieldSpec, ...]


@dataclass(frozen=True, slots=True)
class TableSpec:
    """Rows of a record, such as its addresses. ``path`` of a column is its place in the row.

    ``key`` tells which row is the same one in another revision, ``blank`` makes a new one
    for a record.
    """

    path: str
    word: str
    columns: tuple[FieldSpec, ...]
    key: Callable[[Any], object]
    blank: Callable[[Ids, AnyRecord], Any]
    empty: str


@dataclass(frozen=True, slots=True)
class FormSpec:
    """All that can be typed of a record, in the order of its pages."""

    sections: dict[str, tuple[Section, ...]] = field(default_factory=dict)  # by page
    tables: dict[str, tuple[TableSpec, ...]] = field(default_factory=dict)

    def fields(self) -> dict[str, FieldSpec]:
        """Return the fields by their paths."""
        found = (one for sections in self.sections.values() for section in sections for one in section.fields)
        return {one.path: one for one in found}

    def all_tables(self) -> tuple[TableSpec, ...]:
        """Return the tables of all pages."""
        return tuple(table for tables in self.tables.values() for table in tables)

    def table(self, path: str) -> TableSpec:
        """Return the table at a path; ``KeyError`` where there is none."""
        return {table.path: table for table in self.all_tables()}[path]

    def page_of(self, path: str) -> str:
        """Return the page on which a place of the record is; of a place that is nowhere, the first one."""
        head = path.partition("[")[0]
        for page, sections in self.sections.items():
            paths = {one.path for section in sections for one in section.fields}
            if path in paths or any(one.startswith(f"{path}.") for one in paths):
                return page
        for page, tables in self.tables.items():
            if any(table.path == head for table in tables):
                return page
        return next(iter(self.sections), "")

    def spec_at(self, path: str) -> FieldSpec | None:
        """Return the field at a path, a cell's column too: ``addresses[2].city``."""
        own = self.fields().get(path)
        if own is not None:
            return own
        head, _, rest = path.partition("[")
        column = rest.partition("].")[2]
        for table in self.all_tables():
            if table.path == head:
                return next((one for one in table.columns if one.path == column), None)
        return None
