"""Views of one's own: a name for a view, what stands in the find box, and the columns on show. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from orderdesk.errors import UserError
from orderdesk.services.reading.order_list import VIEW_BY_ID, ViewId

MOST_VIEWS = 30
LONGEST_NAME = 40
OWN = "own:"  # before the name, where built-in views have their id


@dataclass(frozen=True, slots=True)
class OwnView:
    """One saved view. ``columns`` are keys; they are kept in the order of the list."""

    name: str
    view: ViewId
    text: str
    columns: tuple[str, ...]

    @property
    def key(self) -> str:
        """How it is told from the built-in views."""
        return OWN + self.name


def read_views(kept: object) -> tuple[OwnView, ...]:
    """Return the views of a preference; what is damaged in it is left out."""
    found: dict[str, OwnView] = {}
    for entry in kept if isinstance(kept, list) else ():
        view = entry.get("view") if isinstance(entry, dict) else None
        if not isinstance(view, str) or view not in VIEW_BY_ID:
            continue
        name, text, columns = entry.get("name"), entry.get("text"), entry.get("columns")
        if isinstance(name, str) and name.strip() and isinstance(text, str) and isinstance(columns, list):
            chosen = tuple(key for key in columns if isinstance(key, str))
            found.setdefault(name, OwnView(name, cast(ViewId, entry["view"]), text, chosen))
    return tuple(found.values())[:MOST_VIEWS]


def kept_form(views: Iterable[OwnView]) -> list[dict[str, object]]:
    """Return views as a preference holds them."""
    return [
        {"name": one.name, "view": one.view, "text": one.text, "columns": list(one.columns)} for one in views
    ]


def with_view(views: tuple[OwnView, ...], made: OwnView) -> tuple[OwnView, ...]:
    """Return the views with one more, or with that of its name as it is now.

    Raises ``UserError`` ``orders.own.name`` without a name and ``orders.own.many``.
    """
    made = replace(made, name=named(made.name))
    if any(one.name == made.name for one in views):
        return tuple(made if one.name == made.name else one for one in views)
    if len(views) >= MOST_VIEWS:
        raise UserError("orders.own.many", most=MOST_VIEWS)
    return (*views, made)


def renamed(views: tuple[OwnView, ...], old: str, name: str) -> tuple[OwnView, ...]:
    """Return the views with one renamed. Raises ``UserError`` also where another has that name."""
    name = named(name)
    if name != old and any(one.name == name for one in views):
        raise UserError("orders.own.taken", name=name)
    return tuple(replace(one, name=name) if one.name == old else one for one in views)


def named(name: str) -> str:
    """Return a name as it is kept. Raises ``UserError`` ``orders.own.name`` where nothing was typed."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise UserError("orders.own.name")
    return name
