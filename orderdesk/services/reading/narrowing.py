"""Statements that are asked for all rows or for some of them: the narrower form is built once and kept."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Result, Select, bindparam

AnySelect: TypeAlias = "Select[*tuple[Any, ...]]"


def rows_of(
    connection: Connection,
    statement: AnySelect,
    column: Any,
    ids: Collection[UUID] | None,
    **values: object,
) -> Result[*tuple[Any, ...]]:
    """Return the rows of a statement, only those with one of ``ids`` in ``column`` where they are given.

    The statement lives as long as the program: what is made of it is kept.
    """
    if ids is None:
        return connection.execute(statement, values)
    return connection.execute(_narrowed(statement, column), {**values, "ids": [*ids]})


@cache
def _narrowed(statement: AnySelect, column: Any) -> AnySelect:
    return statement.where(column.in_(bindparam("ids", expanding=True)))
