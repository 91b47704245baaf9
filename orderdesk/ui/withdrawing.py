"""Withdrawing 撤回 a sent order from any list that shows it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.rules import states
from orderdesk.services.desk import PersonFacts
from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.orders import OrderRow
from orderdesk.wire.commands import Command, WithdrawSubmit
from orderdesk.wire.outcomes import Outcome

Tell = Callable[[str, Literal["done", "error"], Mapping[str, object]], None]


class WithdrawServices(Protocol):
    """What is asked of the desktop."""

    @property
    def ids(self) -> Ids: ...

    @property
    def person(self) -> PersonFacts | None: ...

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None: ...


class Withdrawing:
    """Takes an order back as it stands on the list; the answer of the door is told."""

    def __init__(self, services: WithdrawServices, tell: Tell) -> None:
        self._services = services
        self._tell = tell
        self._under_way: set[UUID] = set()

    def can(self, row: OrderRow | None) -> bool:
        """Return whether who works here may withdraw an order in that state."""
        return row is not None and self._may("withdraw_submit") and states.can(
            "order", row.state, "withdraw_submit"
        )  # fmt: skip

    def can_change(self, row: OrderRow | None) -> bool:
        """Return whether who works here may change an order in that state in its place."""
        return row is not None and self._may("change_order") and states.can("order", row.state, "change")

    def withdraw(self, row: OrderRow) -> bool:
        """Make the order a draft again, unless somebody acted since it was shown."""
        if not self.can(row) or row.id in self._under_way:
            return False
        self._under_way.add(row.id)
        command = Command(
            id=self._services.ids.new(), data=WithdrawSubmit(order_id=row.id), base_revision=row.revision
        )
        self._services.execute(
            command, lambda outcome: self._answered(row, outcome), lambda fault: self._failed(row, fault)
        )
        return True

    def _may(self, command: str) -> bool:
        person = self._services.person
        return person is not None and allowing_row(person.roles, command, "any") is not None

    def _answered(self, row: OrderRow, outcome: Outcome) -> None:
        self._under_way.discard(row.id)
        for problem in outcome.problems:
            self._tell(problem.code, "error", problem.params)
        if not outcome.is_refused:
            self._tell("change.withdrawn", "done", {"number": row.number})

    def _failed(self, row: OrderRow, fault: OrderDeskError) -> None:
        self._under_way.discard(row.id)
        self._tell(fault.code, "error", fault.params)
