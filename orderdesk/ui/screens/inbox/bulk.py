"""Several orders approved at once: the sheet, what it lets through, and what became of each. No Qt.

Each order gets a decision of its own, bound to the material on the sheet. What nobody has opened is not
ticked; what needs a reason of its own cannot be ticked; refusing several at once is not offered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.inbox import InboxRow, bulk_limit
from orderdesk.services.reading.inbox_card import InboxCard, inbox_card
from orderdesk.services.store import Reader
from orderdesk.ui.screens.inbox.contract import InboxServices, InboxView
from orderdesk.wire.commands import Command, DecideTask
from orderdesk.wire.outcomes import Outcome

MOST = 200  # orders on one sheet: more than anybody looks through


@dataclass(frozen=True, slots=True)
class BulkRow:
    """A marked order on the sheet. ``can_choose`` is false where it needs a reason of its own."""

    card: InboxCard
    is_seen: bool
    is_chosen: bool

    @property
    def id(self) -> UUID:
        """The task's id."""
        return self.card.row.id

    @property
    def can_choose(self) -> bool:
        """Whether one key may approve it together with others."""
        return self.card.row.relation != "author_alone"

    @property
    def is_alarming(self) -> bool:
        """Whether something crossed a limit beyond what asked for the decision."""
        over_credit = self.card.credit_after is not None and self.card.credit_after < 0
        return over_credit or bool(self.card.holds) or not self.card.is_as_submitted


@dataclass(frozen=True, slots=True)
class BulkSheet:
    """What is to be approved; above ``limit`` (in any currency) the count is typed to confirm."""

    rows: tuple[BulkRow, ...]
    limit: Decimal | None

    @property
    def chosen(self) -> tuple[BulkRow, ...]:
        """The ticked rows."""
        return tuple(row for row in self.rows if row.is_chosen)

    @property
    def sums(self) -> dict[str, Decimal]:
        """The sum of what is ticked, by currency."""
        sums: dict[str, Decimal] = {}
        for row in self.chosen:
            task = row.card.row
            sums[task.currency] = sums.get(task.currency, Decimal(0)) + task.total
        return sums

    @property
    def highest(self) -> InboxRow | None:
        """The ticked order with the highest total."""
        return max((row.card.row for row in self.chosen), key=lambda row: row.total, default=None)

    @property
    def needs_count(self) -> bool:
        """Whether so much is at stake that the count is typed."""
        return self.limit is not None and any(total > self.limit for total in self.sums.values())

    def toggled(self, task_id: UUID) -> BulkSheet:
        """Return the sheet with the tick of a row changed, where it may be."""
        rows = tuple(
            replace(row, is_chosen=not row.is_chosen) if row.id == task_id and row.can_choose else row
            for row in self.rows
        )
        return replace(self, rows=rows)


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What became of it: approved tasks with their numbers, and what was refused with its outcome."""

    approved: tuple[InboxRow, ...]
    refused: tuple[tuple[InboxRow, Outcome], ...]


class Bulk:
    """The sheet on the screen: read, ticked, and sent as one decision after the other."""

    def __init__(
        self,
        services: InboxServices,
        view: InboxView,
        sent: Callable[[BulkResult], None],
        failed: Callable[[OrderDeskError], None],
    ) -> None:
        self._services = services
        self._view = view
        self._sent = sent
        self._failed = failed
        self.sheet: BulkSheet | None = None
        self.is_sending = False

    def open(self, rows: tuple[InboxRow, ...], seen: frozenset[UUID]) -> None:
        """Read the orders as they are now and show the sheet; ``seen`` are those whose card was on show."""
        person = self._services.person
        if person is None:
            return
        person_id, ids = person.id, [row.id for row in rows[:MOST]]

        def work(connection: Reader) -> BulkSheet:
            cards = [inbox_card(connection, task_id, person_id) for task_id in ids]
            found = [BulkRow(card, card.row.id in seen, False) for card in cards if card is not None]
            ticked = [replace(row, is_chosen=row.is_seen and row.can_choose) for row in found]
            return BulkSheet(tuple(ticked), bulk_limit(connection))

        self._services.read(work, self._show, self._failed)

    def toggle(self, task_id: UUID) -> None:
        """Tick a row of the sheet, or take its tick away."""
        if self.sheet is not None:
            self._show(self.sheet.toggled(task_id))

    def send(self, typed: str) -> None:
        """Approve what is ticked, each by a command of its own; ``typed`` is the count where it is needed."""
        sheet = self.sheet
        if sheet is None or self.is_sending:
            return
        problem = _problem(sheet, typed)
        if problem:
            self._view.show_bulk_problem(problem)
            return
        self.is_sending = True
        self._go_on(list(sheet.chosen), BulkResult((), ()))

    def cancel(self) -> bool:
        """Put the sheet away; return whether it was open."""
        was_open, self.sheet = self.sheet is not None, None
        if was_open:
            self._view.end_bulk()
            self._view.refresh_actions()
        return was_open

    def _show(self, sheet: BulkSheet) -> None:
        self.sheet = sheet
        self._view.show_bulk(sheet)
        self._view.refresh_actions()

    def _go_on(self, waiting: list[BulkRow], result: BulkResult) -> None:
        if not waiting:
            self.sheet, self.is_sending = None, False
            self._view.end_bulk()
            self._sent(result)
            return
        card = waiting.pop(0).card
        data = DecideTask(task_id=card.row.id, decision="approve", material=card.material)

        def answered(outcome: Outcome) -> None:
            now = replace(result, refused=(*result.refused, (card.row, outcome)))
            if not outcome.is_refused:
                now = replace(result, approved=(*result.approved, card.row))
            self._go_on(waiting, now)

        def broke(fault: OrderDeskError) -> None:
            self._failed(fault)
            self._go_on([], result)  # what went through is told all the same

        self._services.execute(Command(id=self._services.ids.new(), data=data), answered, broke)


def _problem(sheet: BulkSheet, typed: str) -> str:
    """Return the code of what keeps the sheet from being sent; nothing where it may be."""
    if not sheet.chosen:
        return "inbox.bulk.nothing"
    if sheet.needs_count and typed.strip() != str(len(sheet.chosen)):
        return "inbox.bulk.count"
    return ""
