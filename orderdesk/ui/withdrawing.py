"""Withdrawing 撤回 a sent order, and taking a draft out of the bin, from any list that shows it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, Protocol
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.rules import states
from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.orders import OrderRow
from orderdesk.ui.asked import Executes, HasIds, HasPerson
from orderdesk.wire.commands import Command, CommandData, RestoreDraft, WithdrawSubmit
from orderdesk.wire.outcomes import Outcome

Tell = Callable[[str, Literal["done", "error"], Mapping[str, object]], None]


class WithdrawServices(HasIds, HasPerson, Executes, Protocol):
    """What is asked of the desktop."""


class Withdrawing:
    """Makes an order a draft again as it stands on the list; the answer of the door is told."""

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

    def can_restore(self, row: OrderRow | None) -> bool:
        """Return whether who works here may take the order out of the bin: a draft that was thrown away."""
        return (
            row is not None
            and row.state_cause == "discarded"
            and self._may("restore_draft")
            and states.can("order", row.state, "restore")
        )

    def withdraw(self, row: OrderRow) -> bool:
        """Make the order a draft again, unless somebody acted since it was shown."""
        return self.can(row) and self._do(row, WithdrawSubmit(order_id=row.id), "change.withdrawn")

    def restore(self, row: OrderRow) -> bool:
        """Take the draft out of the bin, under its number and with all that was typed."""
        return self.can_restore(row) and self._do(row, RestoreDraft(order_id=row.id), "desk.restored")

    def _do(self, row: OrderRow, data: CommandData, said: str) -> bool:
        if row.id in self._under_way:
            return False
        self._under_way.add(row.id)
        command = Command(id=self._services.ids.new(), data=data, base_revision=row.revision)
        self._services.execute(
            command,
            lambda outcome: self._answered(row, said, outcome),
            lambda fault: self._failed(row, fault),
        )
        return True

    def _may(self, command: str) -> bool:
        person = self._services.person
        return person is not None and allowing_row(person.roles, command, "any") is not None

    def _answered(self, row: OrderRow, said: str, outcome: Outcome) -> None:
        self._under_way.discard(row.id)
        for problem in outcome.problems:
            self._tell(problem.code, "error", problem.params)
        if not outcome.is_refused:
            self._tell(said, "done", {"number": row.number})

    def _failed(self, row: OrderRow, fault: OrderDeskError) -> None:
        self._under_way.discard(row.id)
        self._tell(fault.code, "error", fault.params)
