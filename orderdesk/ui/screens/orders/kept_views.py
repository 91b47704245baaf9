"""Views of one's own at work: read, shown in the bar, made under a name, renamed, dropped with a way back."""

from __future__ import annotations

from collections.abc import Callable

from orderdesk.errors import UserError
from orderdesk.ui.asked import Prefers
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.ui.screens.orders.bar import FilterBar
from orderdesk.ui.screens.orders.own_views import (
    OWN,
    OwnView,
    kept_form,
    named,
    read_views,
    renamed,
    with_view,
)

_KEPT_AS = "orders.views"


class KeptViews:
    """The views of who works here. ``shown`` gives what is on show as a view of some name."""

    def __init__(
        self,
        backend: Prefers,
        bar: FilterBar,
        shown: Callable[[str], OwnView],
        tell: Callable[[Message], None],
        changed: Callable[[], None],
    ) -> None:
        self._backend = backend
        self._bar = bar
        self._shown = shown
        self._tell = tell
        self._changed = changed
        self._views: tuple[OwnView, ...] = ()
        self._renames = False
        self.chosen = ""  # the name of the one on show

    def read(self) -> None:
        """Read the views of who works here."""
        self._backend.read_preference(_KEPT_AS, lambda kept: self._show(read_views(kept)))

    def choose(self, key: str) -> OwnView | None:
        """Note which view was chosen; return it if it is one of these."""
        own = next((one for one in self._views if one.key == key), None)
        self.chosen = own.name if own is not None else ""
        return own

    def ask_new_name(self) -> None:
        """Ask under which name to keep what is on show."""
        self._renames = False
        self._bar.ask_name(self.chosen)

    def ask_other_name(self) -> None:
        """Ask for another name of the chosen view."""
        self._renames = True
        self._bar.ask_name(self.chosen)

    def take_name(self, name: str) -> bool:
        """Keep what is on show under a name, or rename the chosen view; return whether that went."""
        try:
            if self._renames:
                views = renamed(self._views, self.chosen, name)
            else:
                views = with_view(self._views, self._shown(name))
        except UserError as fault:
            self._bar.name_box.set_problem("block")
            self._tell(Message(fault.code, dict(fault.params), "error"))
            return False
        self.chosen = named(name)
        self._keep(views)
        self._bar.put_name_away()
        self._tell(Message("orders.own.kept", {"name": self.chosen}, "done"))
        return True

    def drop(self) -> None:
        """Take the chosen view away at once, with a way back."""
        before, name = self._views, self.chosen
        if not name:
            return
        self.chosen = ""
        self._keep(tuple(one for one in before if one.name != name))
        back = MessageButton("ui.action.undo", lambda: self._keep(before))
        self._tell(Message("orders.own.dropped", {"name": name}, "done", (back,)))

    def _keep(self, views: tuple[OwnView, ...]) -> None:
        self._show(views)
        self._backend.keep_preference(_KEPT_AS, kept_form(views))

    def _show(self, views: tuple[OwnView, ...]) -> None:
        self._views = views
        if all(one.name != self.chosen for one in views):
            self.chosen = ""
        self._bar.show_own(views)
        self._bar.show_view(OWN + self.chosen if self.chosen else self._shown("").view)
        self._changed()
