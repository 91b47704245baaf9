"""Reads the card of the order that the cursor has come to. Of a quick walk only the end is read. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.order_card import OrderCard, order_card
from orderdesk.ui.asked import Reads


class CardReading:
    """One read is under way at most; ``show`` gets the card of the order wanted last, or ``None``.

    ``person_id`` tells who reads: the card offers to lift what that person may lift, and to nobody nothing.
    """

    def __init__(
        self,
        services: Reads,
        show: Callable[[OrderCard | None], None],
        failed: Callable[[OrderDeskError], None],
        person_id: Callable[[], UUID | None] = lambda: None,
    ) -> None:
        self._services = services
        self._show = show
        self._failed = failed
        self._person_id = person_id
        self._wanted: UUID | None = None
        self._is_reading = False
        self._is_closed = False

    @property
    def wanted(self) -> UUID | None:
        """The order whose card is to be shown."""
        return self._wanted

    def follow(self, order_id: UUID | None) -> None:
        """Show the card of another order; without one, none."""
        if order_id == self._wanted:
            return
        self._wanted = order_id
        if order_id is None:
            self._show(None)
        else:
            self.again()

    def again(self) -> None:
        """Read the card anew: the order may have changed, or somebody else asks."""
        if self._wanted is None or self._is_reading:
            return
        self._is_reading = True
        asked = self._wanted, self._person_id()
        self._services.read(
            lambda connection: (asked, order_card(connection, *asked)), self._take, self._could_not
        )

    def close(self) -> None:
        """Nobody is there to be shown anything any more."""
        self._is_closed = True

    def _take(self, found: tuple[tuple[UUID, UUID | None], OrderCard | None]) -> None:
        self._is_reading = False
        asked, card = found
        if self._is_closed:
            return
        if asked == (self._wanted, self._person_id()):
            self._show(card)
        else:
            self.again()

    def _could_not(self, fault: OrderDeskError) -> None:
        self._is_reading = False
        if not self._is_closed:
            self._failed(fault)
