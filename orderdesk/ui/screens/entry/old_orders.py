"""The customer box by numbers of past orders: answers come from the store, a moment after the key. No Qt.

What is found in memory stands first and is never moved by what comes late; an answer counts only for the very
text that it was asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.customer_by_order import OldOrder, customers_by_order
from orderdesk.ui.screens.entry.contract import Services

_LEAST = 3
_LONGEST = 64
_MOST_KNOWN = 200


class OldOrders:
    """Asks for one text at a time, the newest next; remembers what was answered while the program runs."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._known: dict[str, tuple[OldOrder, ...]] = {}
        self._asked: str | None = None
        self._next: str | None = None
        self._tell: Callable[[], None] | None = None

    def when_answered(self, tell: Callable[[], None]) -> None:
        """Call ``tell`` whenever an answer has come that finds somebody."""
        self._tell = tell

    def find(self, text: str) -> tuple[OldOrder, ...]:
        """Return what is known for exactly this text, and ask for it where nothing is known yet."""
        wanted = text.strip()
        if not _may_be_number(wanted):
            return ()
        if wanted not in self._known:
            self._ask(wanted)
        return self._known.get(wanted, ())

    def forget(self) -> None:
        """Ask anew from now on: orders have been written since."""
        self._known.clear()

    def _ask(self, text: str) -> None:
        if self._asked is not None:
            self._next = text
            return
        self._asked = text
        read = partial(customers_by_order, text=text)
        self._services.read(read, partial(self._answered, text), self._failed)

    def _answered(self, text: str, found: tuple[OldOrder, ...]) -> None:
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[text] = found
        self._go_on()
        if found and self._tell is not None:
            self._tell()

    def _failed(self, _fault: OrderDeskError) -> None:
        """Leave it at what memory finds; the next key asks again."""
        self._go_on()

    def _go_on(self) -> None:
        following, self._asked, self._next = self._next, None, None
        if following is not None and following not in self._known:
            self._ask(following)


def _may_be_number(text: str) -> bool:
    return _LEAST <= len(text) <= _LONGEST and any(sign.isdigit() for sign in text)
