"""Price adjustments on their way to the store: saved, published, taken back, given up. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.services.reading.adjustments import (
    AdjustmentCard,
    AdjustmentRow,
    adjustment_card,
    adjustment_rows,
)
from orderdesk.ui.messages import Message, MessageButton
from orderdesk.wire.commands import (
    CancelAdjustment,
    Command,
    CommandData,
    PublishAdjustment,
    PutAdjustment,
    RollBackAdjustment,
)
from orderdesk.wire.outcomes import Outcome

if TYPE_CHECKING:
    from orderdesk.ui.screens.adjustments.presenter import AdjustmentsPresenter


class Sending:
    """One command is under way at most; what the store says then is read again and shown."""

    def __init__(self, presenter: AdjustmentsPresenter) -> None:
        self._presenter = presenter
        self._is_sending = False

    def save(self) -> bool:
        """Save the draft."""
        presenter, record = self._presenter, self._presenter.record
        if record is None or not presenter.can_edit or self._is_sending or not presenter.is_modified:
            return False
        self._send(
            PutAdjustment(record=record), lambda: presenter.say("adjustments.saved", "done", **self._number())
        )
        return True

    def publish(self) -> bool:
        """Publish it; what is typed is saved first. All that keeps it from that is said at once."""
        presenter, record = self._presenter, self._presenter.record
        if record is None or not presenter.can_edit or self._is_sending:
            return False
        if presenter.is_modified:
            self._send(PutAdjustment(record=record), self._publish)
        else:
            self._publish()
        return True

    def roll_back(self, reason: str) -> bool:
        """Put back what stood there before; ``False`` without a reason."""
        presenter, row = self._presenter, self._presenter.row
        if row is None or not presenter.can_roll_back or self._is_sending:
            return False
        if not reason.strip():
            presenter.say("adjustments.roll_back.reason", "error")
            return False
        data = RollBackAdjustment(adjustment_id=row.id, reason=reason.strip())
        self._send(data, lambda: presenter.say("adjustments.rolled_back", "done", number=row.number))
        return True

    def cancel(self) -> bool:
        """Give the draft up; one that was never saved is simply gone."""
        presenter, row = self._presenter, self._presenter.row
        if not presenter.can_edit or self._is_sending:
            return False
        if row is None:
            presenter.drop()
            return True
        data = CancelAdjustment(adjustment_id=row.id)
        self._send(data, lambda: presenter.say("adjustments.cancelled", "done", number=row.number))
        return True

    def _publish(self) -> None:
        row = self._presenter.row
        if row is not None:
            self._send(PublishAdjustment(adjustment_id=row.id), self._published)

    def _published(self) -> None:
        presenter, row = self._presenter, self._presenter.row
        if row is not None:
            code = "adjustments.in_force" if row.start <= presenter.today else "adjustments.scheduled"
            presenter.say(code, "done", number=row.number, day=row.start.isoformat())

    def _number(self) -> dict[str, object]:
        row = self._presenter.row
        return {"number": row.number if row is not None else ""}

    def _send(self, data: CommandData, then: Callable[[], None]) -> None:
        """Send a command, read the adjustment again and go on with ``then``."""
        presenter, row = self._presenter, self._presenter.row
        self._is_sending = True

        def answered(outcome: Outcome) -> None:
            self._is_sending = False
            if presenter.is_closed:
                return
            if outcome.is_refused:
                self._refused(outcome)
            else:
                self._read_own(then)

        command = Command(
            id=presenter.backend.ids.new(), data=data, base_revision=row.revision if row is not None else None
        )
        presenter.backend.execute(command, answered, self._failed)

    def _read_own(self, then: Callable[[], None]) -> None:
        presenter, wanted = self._presenter, self._presenter.focused
        assert wanted is not None  # something was sent

        def taken(found: tuple[AdjustmentCard | None, tuple[AdjustmentRow, ...]]) -> None:
            if presenter.take_sent(wanted, *found):
                then()

        presenter.backend.read(
            lambda connection: (adjustment_card(connection, wanted), adjustment_rows(connection)),
            taken,
            presenter.failed,
        )

    def _refused(self, outcome: Outcome) -> None:
        presenter = self._presenter
        found = tuple(Problem(one.code, one.path, one.params, one.severity) for one in outcome.problems)
        presenter.show_problems(found)
        if len(found) == 1:
            presenter.say(found[0].code, "error", **found[0].params)
        else:
            go = MessageButton("adjustments.problem.go", lambda: presenter.jump(found[0]), key="Ctrl+F8")
            presenter.view.show_message(Message("adjustments.refused", {"n": len(found)}, "error", (go,)))

    def _failed(self, fault: OrderDeskError) -> None:
        self._is_sending = False
        self._presenter.failed(fault)
