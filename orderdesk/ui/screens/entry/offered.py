"""Which actions the entry screen has now, and what it calls them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from orderdesk.ui.screens.entry.papers import OFFERED

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen

_ALWAYS = (
    "finish", "draft.save", "draft.park", "line.deliveries", "price.why", "item.history", "stock.show",
    "copy.above", "line.fill", "line.merge", "recalculate", "edit", "list", "line.quick", "line.insert",
    "line.delete", "go.header", "go.last_line", "go.line", "files.show",
    "files.add", "route.why", "order.new", "columns",
)  # fmt: skip

_OF_LINE = (
    "edit", "price.why", "stock.show", "line.deliveries", "notes.open", "copy.above", "line.insert",
    "line.delete",
)  # fmt: skip


def offered_actions(screen: EntryScreen) -> tuple[str, ...]:
    """Return what works now."""
    if screen.papers.place.is_on_show:
        return screen.papers.place.actions()
    presenter = screen.presenter
    if screen.memory.read_back.is_open:
        return ("finish", *screen.memory.actions())
    undo = ("undo",) if presenter.undo_code is not None else ()
    redo = ("redo",) if presenter.redo_code is not None else ()
    walk: tuple[str, ...] = ("problem.next", "problem.previous") if screen.problem_panel.problems else ()
    if presenter.pasting.needs_review:
        walk = walk or ("problem.next",)
    rooms = (*screen.memory.actions(), *screen.facts.actions())
    offered = (*_ALWAYS[:2], *walk, *rooms, *_ALWAYS[2:], *undo, *redo, *OFFERED)
    return screen.change.offered(offered)


def action_words(screen: EntryScreen) -> Mapping[str, str]:
    """Return what the screen calls its main action, and the names of what undo and redo would do."""
    undo, redo = screen.presenter.undo_code, screen.presenter.redo_code
    park = "park.action.park" if screen.presenter.parking.can_park else "park.action.resume"
    words = {"finish": "entry.action.submit", "draft.park": park, "recalculate": "grid.reprice"}
    words |= {**screen.change.words(), **screen.facts.newcomers.words()}
    return words | ({"undo": undo} if undo else {}) | ({"redo": redo} if redo else {})


def line_actions(offered: Collection[str]) -> tuple[str, ...]:
    """Return what can be done with the line under the cursor; the rest is in the menus."""
    return tuple(action_id for action_id in _OF_LINE if action_id in offered)
