"""Rehearsing a draft of rules on the orders of the past, as their facts were kept at their submit.

Nothing is written: what a rehearsal came to is kept with the draft by ``RecordRehearsal``. It reads one state
of the store, newest orders first, and can be stopped at any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from sqlalchemy import Connection, func, select

from orderdesk.clock import business_date
from orderdesk.models import Base
from orderdesk.rules.answers import WEIGHED, Answer, answer_of
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.rehearsal import PastOrder, Rehearsal, Rehearsed
from orderdesk.rules.rulebooks import Rulebook
from orderdesk.services.order_facts import kept_facts
from orderdesk.services.reading.live_rules import live_table
from orderdesk.services.reading.rules import content_sha256, rulebook
from orderdesk.services.writing import setting, zone_of_default_site
from orderdesk.wire.rule_commands import Moved, RecordRehearsal

DAYS = 90
LEAST = 1_000
_TOLD_EVERY = 200  # orders

_ORDER = Base.metadata.tables["sales_order"]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RehearsalReport:
    """What a rehearsal came to, and what exactly was rehearsed: the draft, and the version beside it."""

    book: str
    sha256: str
    live_version: int
    found: Rehearsed

    def record(self) -> RecordRehearsal:
        """Return the command that keeps it with the draft."""
        found = self.found
        return RecordRehearsal(
            book=self.book, sha256=self.sha256, live_version=self.live_version, first_day=found.first_day,
            last_day=found.last_day, orders=found.orders, unchanged=found.unchanged,
            untestable=found.untestable,
            moves=tuple(
                Moved(
                    before=one.before, after=one.after, count=one.count, money=one.money, highest=one.highest
                )
                for one in found.moves[:500]
            ),
        )  # fmt: skip


def rehearse(
    connection: Connection,
    draft: DecisionTable,
    source: Mapping[str, Any],
    now: datetime,
    *,
    days: int = DAYS,
    least: int = LEAST,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> RehearsalReport | None:
    """Return what past orders come to by ``draft`` beside what decides now; ``None`` where it was cancelled.

    The orders are those of the last ``days``, or the newest ``least``, whichever is more. ``source`` is the
    draft as stored; ``progress`` hears how many of how many are done.
    """
    live = live_table(connection, draft.name, now)
    book = rulebook(draft.name)
    rehearsal = Rehearsal(partial(_judged, book, live), partial(_judged, book, draft))
    since = business_date(now, zone_of_default_site(connection)) - timedelta(days=days)
    total = _count(connection, since, least)
    for done, order in enumerate(_past_orders(connection, total, _asked(book, live, draft)), start=1):
        rehearsal.take(order)
        if done % _TOLD_EVERY == 0:
            if is_cancelled is not None and is_cancelled():
                return None
            if progress is not None:
                progress(done, total)
    if progress is not None:
        progress(total, total)
    version = 0 if live is None else live.version
    return RehearsalReport(draft.name, content_sha256(source), version, rehearsal.result())


def _judged(book: Rulebook, table: DecisionTable | None, order: PastOrder) -> Answer:
    """Return what a table says of an order; a book without a table has said nothing yet."""
    if table is None:
        return Answer(("term.answer.none",), Decimal(0))
    return answer_of(book, order.facts, order.lines, table)


_SENT = (_ORDER.c.source == "") & (_ORDER.c.facts != "")


def _count(connection: Connection, since: date, least: int) -> int:
    count = select(func.count()).select_from(_ORDER)
    recent = connection.scalar(count.where(_SENT, _ORDER.c.document_date >= since)) or 0
    if recent >= least:
        return recent
    return min(least, connection.scalar(count.where(_SENT)) or 0)


def _asked(book: Rulebook, *tables: DecisionTable | None) -> frozenset[str]:
    """Return the facts that the tables name, and those that a book's answer is weighed by."""
    named = {column.fact for table in tables if table is not None for column in (*table.inputs, *table.uses)}
    return frozenset(named | WEIGHED.get(book.name, frozenset()))


def _past_orders(connection: Connection, total: int, wanted: frozenset[str]) -> Iterator[PastOrder]:
    """Yield the newest orders that were ever sent, with the facts of their last submit."""
    currency = setting(connection, "currency")
    statement = (
        select(
            _ORDER.c.id, _ORDER.c.number, _ORDER.c.customer_id, _ORDER.c.document_date, _ORDER.c.total,
            _ORDER.c.facts,
        )
        .where(_SENT)
        .order_by(_ORDER.c.document_date.desc(), _ORDER.c.id.desc())
        .limit(total)
        .execution_options(yield_per=500)
    )  # fmt: skip
    with connection.execute(statement) as rows:  # closed also where somebody stops in the middle
        for row in rows:
            kept = kept_facts(row.facts, currency, wanted)
            yield PastOrder(
                row.id, row.number, row.customer_id, row.document_date, Decimal(row.total), kept.order,
                kept.lines,
            )  # fmt: skip
