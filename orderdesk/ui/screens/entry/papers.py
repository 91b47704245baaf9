"""The confirmation of the order on the screen, as it stands: what is typed prints with DRAFT across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderdesk.ui.backend import Backend
from orderdesk.ui.paper.place import PaperPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orderdesk.ui.paper.around import PaperSource
    from orderdesk.ui.screens.entry.view import EntryScreen

OFFERED = ("preview", "print")
_KIND = "confirmation"


class EntryPapers:
    """Shows and prints the paper of one entry screen, in the place of its work."""

    def __init__(self, screen: EntryScreen, backend: Backend) -> None:
        self._screen = screen
        self._backend = backend
        self.place = PaperPlace(backend, self._sources, screen, name="entry.paper")
        self.place.message.connect(screen.message)
        self.place.changed.connect(screen.show_state)

    def _sources(self) -> Mapping[str, PaperSource]:
        from orderdesk.ui.paper.sources import ConfirmationSource

        screen = self._screen
        return {_KIND: ConfirmationSource(self._backend.desk, lambda: screen.presenter.draft)}

    def run(self, action_id: str) -> bool:
        """Do what has to do with papers; return whether it had. What is being typed is taken first."""
        if self.place.is_on_show:
            return self.place.run_action(action_id)
        if action_id not in OFFERED:
            return False
        if self._screen.finish_open() and self._screen.take_quick():
            order_id = self._screen.presenter.draft.id
            (self.place.print_at_once if action_id == "print" else self.place.open)(_KIND, order_id)
        return True
