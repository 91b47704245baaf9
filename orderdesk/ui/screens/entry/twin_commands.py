"""Orders that may be the one on the screen, keyed twice: found in memory, told at once, answered once. No Qt.

Source: ux.md 2.3, duplicate warning. What it may be compared with is read when the customer or the PO number
changes, and again now and then; the lines are compared in memory. An answer is remembered on the draft.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderdesk.clock import business_date
from orderdesk.errors import OrderDeskError
from orderdesk.rules.entry import fold_key
from orderdesk.services.store import Reader
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.wording import clock_time, local_name, short_date
from orderdesk.wire.drafts import MOST_ANSWERS, OrderDraft

if TYPE_CHECKING:
    from orderdesk.rules.duplicates import DuplicateSuspect, OrderPrint
    from orderdesk.services.reading.customer_history import SourceOrder
    from orderdesk.ui.screens.entry.presenter import EntryPresenter

AGAIN: Final = timedelta(seconds=20)  # how long what was read counts while lines are typed

Key = tuple[UUID, UUID | None, str]


class TwinCommands:
    """Watches the order for twins. ``changed`` is called when there are others to be told."""

    def __init__(self, presenter: EntryPresenter) -> None:
        self._presenter = presenter
        self._looked_at: tuple[OrderDraft, tuple[OrderPrint, ...]] | None = None
        self._key: Key | None = None
        self._read_at: datetime | None = None
        self._is_reading = False
        self._others: tuple[OrderPrint, ...] = ()
        self.suspects: tuple[DuplicateSuspect, ...] = ()
        self.changed: Callable[[], None] = _nothing

    @property
    def first(self) -> DuplicateSuspect | None:
        """The one that is most alike and has not been answered; ``None`` without any."""
        return self.suspects[0] if self.suspects else None

    def look(self) -> None:
        """Compare the order as it stands; read what it is compared with where that is not known."""
        draft = self._presenter.draft
        if self._looked_at is not None and self._looked_at[0] is draft and self._looked_at[1] is self._others:
            return
        key = (draft.id, draft.customer_id, fold_key(draft.po_number))
        if key != self._key:
            self._key, self._others, self._read_at = key, (), None
        self._looked_at = draft, self._others
        if draft.customer_id is None:  # nobody's order, yet: there is nothing to look for
            self._show(())
            return
        from orderdesk.rules.duplicates import find_duplicates
        from orderdesk.services.reading.customer_history import print_of

        now = self._presenter.services.clock.now()
        order = print_of(draft, self._presenter.desk.items, now)
        if order is not None and (order.lines or key[2]) and self._is_due(now):
            self._read(order, key, now)
        found = find_duplicates(order, _alike(order, self._others)) if order is not None else ()
        self._show(tuple(one for one in found if one.other.order_id not in draft.not_twins))

    def words(self, suspect: DuplicateSuspect) -> str:
        """Return what is the same, on which order, when it was keyed and by whom."""
        code = "both" if suspect.same_po and suspect.same_lines else "po" if suspect.same_po else "lines"
        other, desk = suspect.other, self._presenter.desk
        zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
        day = business_date(other.entered_at, zone)
        when = clock_time(other.entered_at, desk)
        whose = [when if day == desk.today else f"{short_date(day)} {when}"]
        whose += [name for name in (local_name(other.entered_by, other.entered_by_en),) if name]
        whose += [tr("term.state.order.draft")] if other.state == "draft" else []
        text = tr(
            f"memory.twin.{code}", number=other.number, po=other.po_number, equal=suspect.equal_lines,
            all=suspect.all_lines, whose=tr("memory.twin.joint").join(whose),
        )  # fmt: skip
        more = len(self.suspects) - 1
        return f"{text} {tr('memory.twin.more', n=more)}" if more > 0 else text

    def is_new(self, suspect: DuplicateSuspect) -> None:
        """Take the answer that this is another order; nobody is asked again, also after it was saved."""
        draft = self._presenter.draft
        if suspect.other.order_id not in draft.not_twins:
            answered = (*draft.not_twins, suspect.other.order_id)[-MOST_ANSWERS:]
            self._presenter.change("twin", draft.model_copy(update={"not_twins": answered}))
        self.look()
        self._presenter.say_with_undo("memory.twin.answered", number=suspect.other.number)

    def read_other(
        self,
        suspect: DuplicateSuspect,
        done: Callable[[SourceOrder | OrderDraft | None], None],
        failed: Callable[[OrderDeskError], None],
    ) -> None:
        """Read the other order to be compared: a draft as it is typed, any other as it was submitted."""
        from orderdesk.services.reading.customer_history import source_order
        from orderdesk.services.reading.drafts import stored_draft

        order_id = suspect.other.order_id

        def work(connection: Reader) -> SourceOrder | OrderDraft | None:
            return source_order(connection, order_id) or stored_draft(connection, order_id)[0]

        self._presenter.services.read(work, done, failed)

    def _is_due(self, now: datetime) -> bool:
        return not self._is_reading and (self._read_at is None or now - self._read_at >= AGAIN)

    def _read(self, order: OrderPrint, key: Key, now: datetime) -> None:
        from orderdesk.services.reading.customer_history import duplicate_candidates

        items = self._presenter.desk.items
        self._is_reading, self._read_at = True, now

        def loaded(found: tuple[OrderPrint, ...]) -> None:
            self._is_reading = False
            if key == self._key:
                self._others = found
            else:
                self._looked_at = None  # it is another order by now
            self.look()

        def failed(_fault: OrderDeskError) -> None:  # only a warning would have come of it
            self._is_reading = False

        self._presenter.services.read(
            lambda connection: duplicate_candidates(connection, order, items), loaded, failed
        )

    def _show(self, suspects: tuple[DuplicateSuspect, ...]) -> None:
        if suspects != self.suspects:
            self.suspects = suspects
            self.changed()


def _alike(order: OrderPrint, others: tuple[OrderPrint, ...]) -> tuple[OrderPrint, ...]:
    """Return the orders that can be twins at all: a long order is not compared with every short one."""
    from orderdesk.rules.duplicates import SHARE

    po, length = fold_key(order.po_number), len(order.lines)
    return tuple(
        other
        for other in others
        if (po and fold_key(other.po_number) == po)
        or min(length, len(other.lines)) >= max(length, len(other.lines)) * SHARE
    )


def _nothing() -> None:
    """Tell nobody: no window has asked."""
