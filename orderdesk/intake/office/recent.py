"""The newest finished orders of a made-up company: sent, approved, delivered in parts, short, or refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from orderdesk.intake.office.drafting import Drafting, desk_of
from orderdesk.intake.office.masters import Masters
from orderdesk.intake.office.past import line_counts
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.intake.office.timeline import Timeline, made_id
from orderdesk.ports import Chances, chances
from orderdesk.services.desk import Desk
from orderdesk.services.finished_orders import (
    SentOrder,
    close,
    decide,
    deliver,
    digests,
    give_up_rest,
    is_open,
    sent_order,
)
from orderdesk.services.seeding_documents import Documents, stored_rows
from orderdesk.values import delivery_note_number, order_number

_TRIES = 8
_COMMENTS = (
    "客户来电催货", "Customer confirmed the address", "客户退回 1 件，已入库",
    "1 piece came back, it is on the shelf", "发票随货", "Invoice goes with the goods",
)  # fmt: skip
_RETURNED = frozenset({2, 3})


class RecentOrders:
    """Makes the newest finished orders of a size, batch by batch."""

    def __init__(
        self, size: StoreSize, timeline: Timeline, masters: Masters, desk: Desk, drafting: Drafting, code: str
    ) -> None:
        self._size, self._timeline, self._desk, self._code = size, timeline, desk, code
        self._drafting = drafting
        self._deciders = {role: masters.person(role)[0].id for role in ("manager", "finance")}
        self._workers = [person.id for person in masters.person("warehouse")]
        self._orders = self._notes = 0

    def batches(self, at_once: int) -> Iterator[Documents]:
        """Yield all newest finished orders; the last batch says which numbers are drawn."""
        for first in range(0, self._size.finished, at_once):
            count = min(at_once, self._size.finished - first)
            batch = _Batch(chances(self._size.seed, "recent", first))
            lines = line_counts(self._size.older + first, count, self._size.seed)
            for at, length in enumerate(lines, start=self._size.older + first):
                self._order(at, length, batch)
            made = batch.documents()
            if first + count == self._size.finished:
                made.rows["number_series"] = [
                    (f"SO-{self._code}", self._orders + 1),
                    (f"DN-{self._code}", self._notes + 1),
                ]
            yield made

    def _order(self, at: int, length: int, batch: _Batch) -> None:
        moment, chance = self._timeline.moment(at), batch.chance
        new_id = _ids(moment.micros, chance)
        desk = desk_of(self._desk, moment.day)
        self._orders += 1
        number = order_number(self._code, self._orders)
        for _ in range(_TRIES):
            record = self._drafting.customer(chance)
            author = self._drafting.author(record)
            draft = self._drafting.draft(record, length, moment.day, new_id, chance)
            sent = sent_order(draft, number, desk, self._drafting.loaded(record), author, moment.instant)
            if sent is not None:
                break
        else:
            raise ValueError(f"no order number {at} of {length} lines can be sent")
        refuse = bool(sent.route.steps) and chance.random() < 0.06
        decide(sent, new_id, self._deciders, moment.instant + timedelta(hours=2), refuse=refuse)
        if not refuse:
            self._deliver(sent, new_id, moment.instant, batch)
        batch.add(sent)
        if chance.random() < 0.02:
            batch.comment(sent, new_id(), author, moment.instant + timedelta(days=1))

    def _deliver(self, sent: SentOrder, new_id: Callable[[], UUID], start: datetime, batch: _Batch) -> None:
        chance = batch.chance
        while is_open(sent):
            self._notes += 1
            at = start + timedelta(days=1 + len(sent.deliveries), hours=3)
            number = delivery_note_number(self._code, self._notes)
            worker = self._workers[chance.randrange(len(self._workers))]
            short = Decimal(1 + chance.randrange(3)) if chance.random() < 0.05 else None
            batch.movements += deliver(sent, new_id, number, worker, at, short)
            if sent.deliveries[-1][1][0]["short_reason"] and chance.random() < 0.3:
                give_up_rest(sent)
                return
        close(sent)


class _Batch:
    """The rows of some orders, still with typed values."""

    def __init__(self, chance: Chances) -> None:
        self.chance = chance
        self.rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self.movements: list[dict[str, Any]] = []
        self._made = Documents()

    def add(self, sent: SentOrder) -> None:
        """Take an order with all that belongs to it."""
        rows = self.rows
        rows["sales_order"].append(sent.header)
        rows["order_revision"].append(sent.revision)
        rows["order_line"] += sent.lines
        rows["schedule_line"] += sent.schedule
        rows["approval_task"] += sent.tasks
        for head, lines in sent.deliveries:
            rows["delivery"].append(head)
            rows["delivery_line"] += lines
            rows["note_print"].append(
                {
                    "delivery_id": head["id"], "copy_no": 1, "printed_at": head["shipped_at"],
                    "printed_by": head["shipped_by"], "reason": "",
                }
            )  # fmt: skip
        for name, pairs in digests(sent).items():
            self._made.evidence[name] += [(key.bytes, bytes.fromhex(said)) for key, said in pairs]

    def comment(self, sent: SentOrder, key: UUID, author: UUID, at: datetime) -> None:
        """Let somebody say something about an order; what came back goes on the shelf again."""
        which = self.chance.randrange(len(_COMMENTS))
        if which in _RETURNED and sent.deliveries:
            self._take_back(sent, at)
        self.rows["order_comment"].append(
            {
                "id": key, "order_id": sent.header["id"], "text": _COMMENTS[which], "said_by": author,
                "said_at": at,
            }
        )  # fmt: skip

    def _take_back(self, sent: SentOrder, at: datetime) -> None:
        """Put one piece of what left last on the shelf again."""
        last = self.movements[-1] if self.movements else None
        if last is not None and last["object_id"] == sent.deliveries[-1][0]["id"]:
            key = UUID(bytes=made_id(int(at.timestamp()) * 1_000_000, 0, self.chance))
            note = f"退货 / returned: {sent.header['number']}"
            self.movements.append(
                last | {"id": key, "quantity": Decimal(1), "kind": "goods_in", "at": at, "note": note}
            )

    def documents(self) -> Documents:
        """Return all of it as the store keeps it, with goods in for all that left: the shelves stay full."""
        self.rows["stock_movement"] = [*self._goods_in(), *self.movements]
        for name, rows in self.rows.items():
            self._made.rows[name] = stored_rows(name, rows)
        return self._made

    def _goods_in(self) -> list[dict[str, Any]]:
        left: defaultdict[tuple[UUID, UUID], Decimal] = defaultdict(Decimal)
        for row in self.movements:
            left[row["item_id"], row["site_id"]] -= row["quantity"]
        first = min((row["at"] for row in self.movements), default=None)
        if first is None:
            return []
        micros = int(first.timestamp()) * 1_000_000
        return [
            {
                "id": UUID(bytes=made_id(micros, at, self.chance)), "item_id": item, "site_id": site,
                "quantity": pieces, "kind": "goods_in", "object_id": None, "at": first, "note": "",
            }
            for at, ((item, site), pieces) in enumerate(left.items())
            if pieces
        ]  # fmt: skip


def _ids(micros: int, chance: Chances) -> Callable[[], UUID]:
    counter = iter(range(4096))
    return lambda: UUID(bytes=made_id(micros, next(counter), chance))
