"""The warehouse's work between store and window: what is listed, what was keyed, what is shipped.

It knows the window by a Protocol and the store by another, so it is tested without either.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from orderdesk.clock import business_date
from orderdesk.errors import OrderDeskError
from orderdesk.services.reading.warehouse import (
    GONE_STATES,
    OPEN_STATES,
    DeliveryCard,
    DeliveryRow,
    delivery_card,
    delivery_rows,
)
from orderdesk.services.store import Reader
from orderdesk.ui.screens.warehouse.around import WarehouseDesk, WarehouseView
from orderdesk.ui.screens.warehouse.lines import (
    REASONS,
    Keyed,
    LineOnShow,
    ShortReason,
    lines_on_show,
    typed_quantity,
)
from orderdesk.wire.commands import Command, PickDelivery, PickedLine, ShipDelivery
from orderdesk.wire.outcomes import Changes, Outcome

Mode = Literal["open", "gone"]

ROW_LIMIT = 500
_TOUCHES_US = frozenset({"delivery", "order", "hold", "stock", "customer", "item", "site"})


class WarehousePresenter:
    """The list, one chosen delivery, and what is keyed for it."""

    def __init__(self, desk: WarehouseDesk, view: WarehouseView) -> None:
        self._desk = desk
        self._view = view
        self._mode: Mode = "open"
        self._filter = ""
        self._rows: tuple[DeliveryRow, ...] = ()
        self._selected: UUID | None = None
        self._card: DeliveryCard | None = None
        self._keyed: dict[UUID, Keyed] = {}
        self._kept: set[UUID] = (
            set()
        )  # left while on show: they keep their place until the list is asked anew
        self._asked_short: tuple[UUID, Decimal] | None = None
        self._asked_ship: UUID | None = None
        self._reading = False
        self._stale = False
        self._begins = False

    # what stands there

    @property
    def mode(self) -> Mode:
        """Which list: what is to be shipped, or what has left."""
        return self._mode

    @property
    def card(self) -> DeliveryCard | None:
        """The chosen delivery, once it was read."""
        return self._card if self._card is not None and self._card.id == self._selected else None

    @property
    def lines(self) -> tuple[LineOnShow, ...]:
        """Its lines with what was keyed over them."""
        card = self.card
        return lines_on_show(card, self._keyed) if card is not None else ()

    @property
    def can_ship(self) -> bool:
        """Whether a goods issue can be asked for; what is still missing for it is said then."""
        card = self.card
        return card is not None and card.can_pick and any(line.picked for line in self.lines)

    @property
    def is_short(self) -> bool:
        """Whether less leaves than was planned."""
        return any(line.is_settled and line.missing for line in self.lines)

    @property
    def is_asking(self) -> bool:
        """Whether a question stands."""
        return self._asked_short is not None or self._asked_ship is not None

    @property
    def is_asking_ship(self) -> bool:
        """Whether it is the one about goods that leave."""
        return self._asked_ship is not None

    @property
    def shown_rows(self) -> tuple[DeliveryRow, ...]:
        """The rows that the filter lets through."""
        return tuple(row for row in self._rows if self._matches(row))

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is set."""
        return bool(self._filter)

    def today(self, row: DeliveryRow) -> date:
        """Return the day it is at a delivery's site."""
        return business_date(self._desk.clock.now(), row.zone)

    # the list

    def start(self) -> None:
        """Read the list for the first time."""
        self._read()

    def refresh(self) -> None:
        """Read everything anew; what has left goes from the list."""
        self._kept.clear()
        self._read()

    def set_mode(self, mode: Mode) -> None:
        """Show the other list."""
        if mode != self._mode:
            self._mode, self._selected = mode, None
            self._rows = ()
            self.refresh()

    def set_filter(self, text: str) -> None:
        """Keep the list to rows with ``text`` in number, customer, receiver or city."""
        self._filter = text.strip().casefold()
        self._show_rows()
        self._read_missing_card()

    def select(self, delivery_id: UUID | None) -> None:
        """Choose a delivery: its lines are read."""
        if delivery_id == self._selected:
            return
        self._selected, self._begins = delivery_id, False
        self._keyed.clear()
        self._drop_questions()
        self._show_card()
        self._read()

    def take_changes(self, changes: Changes) -> None:
        """Somebody, here or elsewhere, changed something: read again what it touches."""
        if any(entry.type in _TOUCHES_US for entry in changes.touched):
            self._read()

    # picking

    def begin_picking(self) -> None:
        """Go to the first line that nobody looked for, else to the first line; say why if that cannot be."""
        card = self.card
        self._begins = (
            card is None and self._selected is not None
        )  # Enter came before the lines: begin with them
        if card is None:
            return
        if not card.can_pick:
            self._say_why_not(card)
            return
        open_lines = [line for line in self.lines if not line.is_settled] or list(self.lines)
        self._view.go_to_line(open_lines[0].id)

    def takes(self, line: LineOnShow, text: str) -> bool:
        """Return whether a typed quantity can be taken; if not, say what can."""
        fine = typed_quantity(text, line.line.quantity) is not None
        if not fine:
            self._view.say(
                "warehouse.message.not_a_quantity", "error", most=line.line.quantity, code=line.line.code
            )
        return fine

    def keyed(self, line_id: UUID, text: str) -> None:
        """Take what was found of a line; less than planned asks for the reason first."""
        line = self._line(line_id)
        picked = typed_quantity(text, line.line.quantity) if line is not None else None
        if line is None or picked is None or not line.can_pick:
            return
        if picked == line.line.quantity:
            self._pick(line_id, picked, "")
        else:
            self._ask_short(line, picked)

    def confirm(self, line_id: UUID) -> None:
        """Take a line as planned: the clerk saw it and pressed Enter."""
        line = self._line(line_id)
        if line is not None and line.can_pick and not line.is_settled:
            self._pick(line_id, line.line.quantity, "")

    def short(self, line_id: UUID) -> None:
        """Say why a line falls short: of what was keyed, or of nothing where nothing was."""
        line = self._line(line_id)
        if line is None or not line.can_pick:
            return
        self._ask_short(line, line.picked if line.missing else Decimal(0))

    def choose_reason(self, place: int) -> None:
        """Take the reason on number key ``place`` (1, 2, 3) for the line that was asked about."""
        if self._asked_short is None or not 1 <= place <= len(REASONS):
            return
        line_id, picked = self._asked_short
        self._asked_short = None
        self._view.close_question()
        self._pick(line_id, picked, REASONS[place - 1])
        self.after_line(line_id)

    def drop_question(self) -> bool:
        """Leave an open question without an answer; return whether there was one."""
        line_id = self._asked_short[0] if self._asked_short is not None else None
        had = line_id is not None or self._asked_ship is not None
        self._drop_questions()
        if line_id is not None:
            self._view.go_to_line(line_id)
        elif had:
            self._view.go_to_list()
        return had

    def after_line(self, line_id: UUID) -> None:
        """Go on to the next line that nobody looked for; past the last one say what comes now."""
        if self._asked_short is not None:
            return
        lines = self.lines
        at = next((index for index, line in enumerate(lines) if line.id == line_id), len(lines))
        ahead = [line for line in (*lines[at + 1 :], *lines[:at]) if not line.is_settled]
        if ahead:
            self._view.go_to_line(ahead[0].id)
            return
        self._view.go_to_list()
        card = self.card
        if card is not None and any(line.picked for line in lines):
            self._view.say(
                "warehouse.message.packed", "info", part=card.row.part, order=card.row.order_number
            )

    # goods issue

    def ask_ship(self) -> None:
        """Ask whether the goods leave; with a line that nobody looked for, go there instead."""
        card = self.card
        if card is None or self._asked_short is not None:
            return
        if self._asked_ship == card.id:
            self.ship()
            return
        if not card.can_pick or card.shipping_holds:
            self._say_why_not(card)
            return
        unsettled = [line for line in self.lines if not line.is_settled]
        if unsettled:
            params = {"position": unsettled[0].line.position, "code": unsettled[0].line.code}
            self._view.say("warehouse.message.line_open", "warn", n=len(unsettled), **params)
            self._view.go_to_line(unsettled[0].id)
            return
        if not any(line.picked for line in self.lines):
            self._view.say("warehouse.message.nothing_picked", "warn", order=card.row.label)
            return
        self._asked_ship = card.id
        self._view.ask_ship(card, self.lines)

    def ship(self) -> None:
        """Let the goods leave, as was asked; behind every pick that is still on its way."""
        card = self.card
        if card is None or self._asked_ship != card.id:
            return
        self._drop_questions()
        self._kept.add(card.id)  # now: word of the change may come back before the outcome
        revision = max([card.row.revision, *(entry.revision or 0 for entry in self._keyed.values())])
        waits = any(entry.revision is None for entry in self._keyed.values())

        def done(outcome: Outcome) -> None:
            self._shipped(card, outcome)

        self._view.go_to_list()
        # A pick that is on its way raises the revision; the store runs both in the order they were keyed.
        base = None if waits else revision
        command = Command(id=self._desk.ids.new(), data=ShipDelivery(delivery_id=card.id), base_revision=base)
        self._desk.execute(command, done, self._failed)

    # inside

    def _line(self, line_id: UUID) -> LineOnShow | None:
        return next((line for line in self.lines if line.id == line_id), None)

    def _ask_short(self, line: LineOnShow, picked: Decimal) -> None:
        self._asked_short, self._asked_ship = (line.id, picked), None
        self._view.ask_reason(line, picked)

    def _pick(self, line_id: UUID, picked: Decimal, reason: ShortReason) -> None:
        card = self.card
        if card is None:
            return
        entry = Keyed(picked, reason)
        self._keyed[line_id] = entry
        self._show_card()
        line = PickedLine(delivery_line_id=line_id, picked=picked, short_reason=reason)

        def done(outcome: Outcome) -> None:
            self._picked(line_id, entry, outcome)

        def failed(fault: OrderDeskError) -> None:
            self._take_back(line_id, entry)
            self._failed(fault)

        command = Command(id=self._desk.ids.new(), data=PickDelivery(delivery_id=card.id, lines=(line,)))
        self._desk.execute(command, done, failed)

    def _take_back(self, line_id: UUID, entry: Keyed) -> None:
        if self._keyed.get(line_id) is entry:
            del self._keyed[line_id]
        self._show_card()

    def _picked(self, line_id: UUID, entry: Keyed, outcome: Outcome) -> None:
        if outcome.is_refused:
            self._take_back(line_id, entry)
            self._tell(outcome)
            self._read()
        elif self._keyed.get(line_id) is entry:
            revision = outcome.touched_one("delivery").revision
            self._keyed[line_id] = Keyed(entry.picked, entry.short_reason, revision)
            self._show_card()

    def _shipped(self, card: DeliveryCard, outcome: Outcome) -> None:
        if outcome.is_refused:
            self._tell(outcome)
            self._read()
            return
        gone, *others = [entry for entry in outcome.touched if entry.type == "delivery"]
        self._keyed.clear()

        def told(rest: DeliveryCard | None) -> None:
            self._view.say_shipped(card, gone.number or "", rest)
            self._tell(outcome)

        if others:
            self._desk.read(lambda connection: delivery_card(connection, others[0].id), told, self._failed)
        else:
            told(None)
        self._read()

    def _tell(self, outcome: Outcome) -> None:
        """Say every problem; the first one last, so that it stands on top."""
        for problem in reversed(outcome.problems):
            self._view.say(problem.code, "error" if problem.severity == "block" else "warn", **problem.params)

    def _say_why_not(self, card: DeliveryCard) -> None:
        if card.has_note:
            params: dict[str, Any] = {"order": card.row.label, "number": card.row.number}
            self._view.say("warehouse.message.has_left", "info", **params)
            return
        for hold in card.shipping_holds:
            roles = [f"term.role.{role}" for role in hold.lift_roles]
            self._view.say("warehouse.card.held", "warn", hold=f"term.hold.{hold.kind}", roles=roles)

    def _drop_questions(self) -> None:
        self._asked_short = self._asked_ship = None
        self._view.close_question()

    def _read(self) -> None:
        """Read list and card in one state of the store; while a read is under way, once more after it."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        states = OPEN_STATES if self._mode == "open" else GONE_STATES
        kept, selected, mode = frozenset(self._kept), self._selected, self._mode

        def work(connection: Reader) -> tuple[tuple[DeliveryRow, ...], DeliveryCard | None]:
            rows = delivery_rows(connection, states=states, also=kept, limit=ROW_LIMIT)
            wanted = selected if selected is not None else rows[0].id if rows else None
            return rows, delivery_card(connection, wanted) if wanted is not None else None

        def done(found: tuple[tuple[DeliveryRow, ...], DeliveryCard | None]) -> None:
            self._take(mode, selected, *found)

        self._desk.read(work, done, self._failed)

    def _take(
        self, mode: Mode, asked: UUID | None, rows: tuple[DeliveryRow, ...], card: DeliveryCard | None
    ) -> None:
        self._reading = False
        if mode == self._mode:
            self._rows = rows
            if self._selected == asked:
                self._card = card
                self._forget_what_arrived()
            self._show_rows()
        if self._stale or mode != self._mode:
            self._read()
        self._read_missing_card()

    def _forget_what_arrived(self) -> None:
        """Let go of what was keyed where the card has it by now."""
        revision = self._card.row.revision if self._card is not None else 0
        for line_id, entry in list(self._keyed.items()):
            if entry.revision is not None and entry.revision <= revision:
                del self._keyed[line_id]

    def _show_rows(self) -> None:
        shown = self.shown_rows
        ids = [row.id for row in shown]
        if self._selected not in ids:
            self._selected = ids[0] if ids else None
            self._keyed.clear()
            self._drop_questions()
        self._view.show_rows(shown, self._selected)
        self._show_card()

    def _read_missing_card(self) -> None:
        if self._selected is not None and self.card is None and not self._reading:
            self._read()

    def _show_card(self) -> None:
        self._view.show_card(self.card, self.lines)
        if self._begins and self.card is not None:
            self.begin_picking()

    def _matches(self, row: DeliveryRow) -> bool:
        texts = (
            row.label, row.number or "", row.customer_code, row.customer_name, row.customer_name_en,
            row.receiver, row.city,
        )  # fmt: skip
        return not self._filter or any(self._filter in text.casefold() for text in texts)

    def _failed(self, fault: OrderDeskError) -> None:
        self._reading = False
        self._view.say(fault.code, "error", **dict(fault.params))
