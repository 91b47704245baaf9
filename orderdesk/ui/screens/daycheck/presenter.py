"""What the day check reads, and when: it is read anew whenever somebody commits something. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.intake.files.exporting import Cell, PageLook, write_table
from orderdesk.services.reading.day_check import CheckRow, DayCheck, day_check
from orderdesk.services.reading.order_card import OrderCard
from orderdesk.services.store import Reader
from orderdesk.ui.asked import HasClock, Reads, ReadsLong
from orderdesk.ui.messages import Severity
from orderdesk.ui.order_card.reading import CardReading
from orderdesk.wire.outcomes import Changes

_SHOWN_TYPES = frozenset({"order", "delivery", "task", "hold", "customer", "person", "setting", "site"})
MOST_ROWS = 2_000  # on show; the counts are of all


class DayCheckBackend(HasClock, Reads, ReadsLong, Protocol):
    """What this screen needs of the running desk."""


class DayCheckView(Protocol):
    """What the presenter asks of the window."""

    def show_check(self, check: DayCheck) -> None: ...

    def show_card(self, card: OrderCard | None) -> None: ...

    def tell(self, code: str, severity: Severity, params: Mapping[str, object]) -> None: ...


class DayCheckPresenter:
    """Keeps the check as the store has it. One read of each kind is under way at most."""

    def __init__(self, backend: DayCheckBackend, view: DayCheckView) -> None:
        self._backend = backend
        self._view = view
        self.check: DayCheck | None = None
        self._is_reading = False
        self._is_stale = False
        self._card = CardReading(backend, view.show_card, self._tell)

    def refresh(self) -> None:
        """Read all again; asked for while a read is under way, once after it."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        now = self._backend.clock.now()
        self._backend.read(lambda connection: day_check(connection, now), self._take, self._failed)

    def note_changes(self, changes: Changes) -> None:
        """Somebody committed something: read again what it may have changed here."""
        if any(entry.type in _SHOWN_TYPES for entry in changes.touched):
            self.refresh()

    def focus(self, order_id: UUID | None) -> None:
        """Show the card of the order that the cursor has come to."""
        self._card.follow(order_id)

    def export(
        self, path: Path, header: list[str], cells: Callable[[CheckRow], list[Cell]], look: PageLook
    ) -> None:
        """Write what is left to a file, as it stands when the file is written."""
        now = self._backend.clock.now()

        def work(connection: Reader) -> int:
            rows = (cells(row) for row in day_check(connection, now).rows)
            return write_table(path, header, rows, look)

        def written(count: int) -> None:
            self._view.tell("daycheck.exported", "done", {"file": path.name, "n": count})

        self._backend.read_long(work, written, self._tell)

    def _take(self, check: DayCheck) -> None:
        self._is_reading = False
        self.check = check
        self._view.show_check(check)
        self._card.again()
        if self._is_stale:
            self.refresh()

    def _failed(self, fault: OrderDeskError) -> None:
        self._is_reading = False
        self._tell(fault)

    def _tell(self, fault: OrderDeskError) -> None:
        self._view.tell(fault.code, "error", dict(fault.params))
