"""The cards that are known: read ahead of the key that asks for them, and read again after a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.inbox_card import InboxCard, inbox_card
from orderdesk.ui.screens.inbox.contract import InboxServices

KEPT = 60


class CardShelf:
    """Cards by task. One that has grown old is still shown at once, and replaced when it was read again."""

    def __init__(
        self,
        services: InboxServices,
        arrived: Callable[[InboxCard], None],
        failed: Callable[[OrderDeskError], None],
    ) -> None:
        self._services = services
        self._arrived = arrived
        self._failed = failed
        self._cards: dict[UUID, InboxCard] = {}
        self._fresh: set[UUID] = set()
        self._under_way: set[UUID] = set()
        self._generation = 0

    def get(self, task_id: UUID | None) -> InboxCard | None:
        """Return the card of a task as far as it is known."""
        return self._cards.get(task_id) if task_id is not None else None

    def ask_for(self, task_ids: Iterable[UUID]) -> None:
        """Read those of the cards that are not known as they are now."""
        person = self._services.person
        if person is None:
            return
        for task_id in task_ids:
            if task_id not in self._fresh and task_id not in self._under_way:
                self._under_way.add(task_id)
                self._read(task_id, person.id, self._generation)

    def drop(self, task_id: UUID) -> None:
        """Forget a card: it must not be shown again before it was read again."""
        self._cards.pop(task_id, None)
        self._fresh.discard(task_id)

    def age(self) -> None:
        """Something changed: every card is to be read again before it counts as known."""
        self._generation += 1
        self._fresh.clear()
        self._under_way.clear()

    def clear(self) -> None:
        """Forget everything: somebody else works here now."""
        self.age()
        self._cards.clear()

    def _read(self, task_id: UUID, person_id: UUID, generation: int) -> None:
        def take(card: InboxCard | None) -> None:
            if generation != self._generation:
                return  # it was asked for again since
            self._under_way.discard(task_id)
            if card is None:
                return
            if len(self._cards) >= KEPT:
                self._cards.clear()
                self._fresh.clear()
            self._cards[task_id] = card
            self._fresh.add(task_id)
            self._arrived(card)

        def fail(fault: OrderDeskError) -> None:
            self._under_way.discard(task_id)
            self._failed(fault)

        self._services.read(lambda connection: inbox_card(connection, task_id, person_id), take, fail)
