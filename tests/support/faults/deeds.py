"""What a desk does that must happen wholly or not at all: one deed each, prepared once, done many times.

``prepare`` brings a place to where the deed begins and returns, as JSON, what is to be done; ``perform`` does
it with the production code and calls ``told`` whenever the person at the desk would be told that it is done.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select

from orderdesk.clock import FixedClock
from orderdesk.intake.files.mapping import Mapping
from orderdesk.intake.files.taking import take_file
from orderdesk.models import ApprovalTask
from orderdesk.ports import fixed_ports
from orderdesk.services.file_store import store_content
from orderdesk.services.journal import Journal
from orderdesk.services.notes import find_delivery
from orderdesk.services.reading.warehouse import delivery_card
from orderdesk.services.store import sqlite_path
from orderdesk.services.upgrading import upgrade_store
from orderdesk.wire.commands import (
    AttachFile,
    ChangeOrder,
    CommandData,
    DecideTask,
    Envelope,
    PickDelivery,
    PickedLine,
    RecordPrint,
    SaveDraft,
    ShipDelivery,
    SubmitOrder,
)
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import NOW, SampleDesk, open_sample_desk
from tests.support.faults.books import Place
from tests.support.faults.file_deeds import journalled

Told = Callable[[], None]
Work = dict[str, Any]
PIECES = frozenset({"file_piece", "file_content", "file_content_piece"})  # say nothing before a command
FEW, MANY = 5, 80  # customers of an import; many take room wherever the store is
FILE_BYTES = 1_300_000  # two pieces


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that is done. ``beside`` are tables that mean nothing until the deed is done."""

    name: str
    prepare: Callable[[Place], Work]
    perform: Callable[[Place, Work, Told, int], None]
    base: Literal["sample", "kept", "none"] = "sample"
    databases: tuple[str, ...] = ("sqlite", "postgresql")
    beside: frozenset[str] = field(default=frozenset())


# The typing journal


def _entries(place: Place) -> list[tuple[UUID, str]]:
    """Return what is typed: two orders, one of whose journals is long enough to be started anew."""
    short, long = UUID(int=1), UUID(int=2)
    return [(short, "1"), (short, "12"), (long, "7"), (long, "70"), (short, "123")]


def _prepare_journal(place: Place) -> Work:
    journal = Journal(place.folder / "drafts")
    journal.append(journalled(UUID(int=2), "x", 0))
    [file] = (place.folder / "drafts").glob("*.jsonl")
    line = file.read_bytes()
    file.write_bytes(line * (1_100_000 // len(line)))
    return {}


def _perform_journal(place: Place, _work: Work, told: Told, _seed: int) -> None:
    journal = Journal(place.folder / "drafts")
    for minute, (order, text) in enumerate(_entries(place), start=1):
        journal.append(journalled(order, text, minute))
        told()
    journal.forget(UUID(int=1))
    told()


# Commands through the one door


def _commands(*pairs: tuple[CommandData, str, int | None]) -> Work:
    lines = []
    for n, (data, person, revision) in enumerate(pairs):
        envelope = Envelope(
            id=UUID(int=1000 + n),
            command=data.name,
            data=data.model_dump(mode="json"),
            base_revision=revision,
        )
        lines.append({"envelope": envelope.model_dump(mode="json"), "person": person})
    return {"commands": lines}


@contextmanager
def _opened(place: Place, seed: int) -> Iterator[SampleDesk]:
    """Yield a desk on the store; the store is closed whatever becomes of the deed."""
    desk = open_sample_desk(place.url, seed)
    try:
        yield desk
    finally:
        desk.store.close()


def _perform_commands(place: Place, work: Work, told: Told, seed: int) -> None:
    with _opened(place, seed) as desk:
        for line in work["commands"]:
            envelope = Envelope.model_validate(line["envelope"])
            outcome = desk.door.execute_envelope(envelope, desk.actor(line["person"]))
            assert not outcome.is_refused, outcome.problems
            told()


def _prepared(make: Callable[[SampleDesk], Work]) -> Callable[[Place], Work]:
    def prepare(place: Place) -> Work:
        desk = open_sample_desk(place.url)
        work = make(desk)
        desk.store.close()
        return work

    return prepare


def _straight(desk: SampleDesk) -> OrderDraft:
    """Return a phone order that goes straight through: reservations, credit, delivery, evidence."""
    return desk.draft("C1001", ("A105", "2"), ("B211", "6"), requested=date(2026, 3, 12))


def _save(desk: SampleDesk) -> Work:
    draft = desk.draft("C1002", ("A107", "3"), ("C330", "1"))
    return _commands((SaveDraft(draft=draft), "lina", None))


def _edit(desk: SampleDesk) -> Work:
    draft = desk.draft("C1002", ("A107", "3"))
    saved = desk.save(draft).touched_one("order").revision
    sent = desk.draft("C2002", ("A107", "20"))  # still waits for its approval
    revision = desk.submit(sent).touched_one("order").revision
    changed = desk.with_seen_prices(_more(sent))
    return _commands(
        (SaveDraft(draft=_more(draft)), "lina", saved), (ChangeOrder(draft=changed), "lina", revision)
    )


def _more(draft: OrderDraft) -> OrderDraft:
    first, *others = draft.lines
    more = first.model_copy(update={"quantity": (first.quantity or Decimal(0)) + 1})
    return draft.model_copy(update={"lines": (more, *others)})


def _submit(desk: SampleDesk) -> Work:
    return _commands((SubmitOrder(draft=_straight(desk)), "lina", None))


def _approve(desk: SampleDesk) -> Work:
    """Two steps of approval; with the second the order is released, reserved and planned."""
    order = desk.draft("C2002", ("A105", "24"), ("B210", "12"), requested=date(2026, 3, 12))
    desk.submit(order)
    with desk.store.reading() as connection:
        tasks = connection.execute(
            select(ApprovalTask.id, ApprovalTask.material_sha256)
            .where(ApprovalTask.order_id == order.id)
            .order_by(ApprovalTask.state)
        ).all()
    decisions = [
        DecideTask(task_id=task.id, decision="approve", material=task.material_sha256) for task in tasks
    ]
    return _commands(
        *((data, person, None) for data, person in zip(decisions, ("zhangwei", "chenjing"), strict=True))
    )


def _ship(desk: SampleDesk) -> Work:
    """Pick one piece short, let the goods go, and record the paper; the rest becomes the next part."""
    order = _straight(desk)
    desk.submit(order)
    with desk.store.reading() as connection:
        delivery = find_delivery(connection, f"{desk.number_of(order.id)}/1")
        card = delivery_card(connection, delivery)
    assert card is not None
    first, *others = card.lines
    found = [PickedLine(delivery_line_id=line.id, picked=line.quantity) for line in others]
    short = PickedLine(delivery_line_id=first.id, picked=first.quantity - 1, short_reason="missing")
    return _commands(
        (PickDelivery(delivery_id=delivery, lines=(*found, short)), "zhaoqiang", None),
        (ShipDelivery(delivery_id=delivery), "zhaoqiang", None),
        (RecordPrint(delivery_id=delivery), "zhaoqiang", None),
    )


# Files


def _attach(desk: SampleDesk) -> Work:
    draft = desk.draft("C1002", ("A107", "3"))
    desk.save(draft)
    return {"order": str(draft.id)}


def _perform_attach(place: Place, work: Work, told: Told, seed: int) -> None:
    body = b"\x89PNG\r\n\x1a\n" + random.Random(5).randbytes(FILE_BYTES)
    with _opened(place, seed) as desk:
        stored = store_content(desk.store, body, desk.clock.now())
        data = AttachFile(
            attachment_id=UUID(int=77),
            order_id=UUID(work["order"]),
            file_name="fax.png",
            sha256=stored.sha256,
        )
        envelope = Envelope(id=UUID(int=1000), command=data.name, data=data.model_dump(mode="json"))
        outcome = desk.door.execute_envelope(envelope, desk.actor("lina"))
        assert not outcome.is_refused, outcome.problems
        told()


def _prepare_import(place: Place, customers: int = FEW) -> Work:
    width = customers  # of many, the names are long, too
    rows = (f"N{n:03},{'客户'.ljust(width, '·')}{n},0512-6688 {n:04}\n" for n in range(customers))
    (place.folder / "customers.csv").write_text("code,name,phone\n" + "".join(rows), encoding="utf-8")
    return {}


def _prepare_long_import(place: Place) -> Work:
    return _prepare_import(place, MANY)


def _perform_import(place: Place, _work: Work, told: Told, seed: int) -> None:
    def progress(done: int, _of: int) -> bool:
        if done:
            told()
        return True

    file = place.folder / "customers.csv"
    with _opened(place, seed) as desk:
        _table, taken = take_file(file, "customers", Mapping(), desk.store, desk.door, progress)
        assert not taken.rejected, taken.verdicts
    told()


# A store as a whole


def _prepare_nothing(_place: Place) -> Work:
    return {}


def _perform_migrate(place: Place, _work: Work, told: Told, _seed: int) -> None:
    upgrade_store(place.url)
    told()


def _perform_start(place: Place, _work: Work, told: Told, seed: int) -> None:
    from orderdesk.app import make_sample_store  # brings Qt, which no other deed needs

    path = sqlite_path(place.url)
    assert path is not None
    if not path.exists():  # as the desktop starts
        make_sample_store(place.url, fixed_ports(FixedClock(NOW), seed))
    told()


DEEDS: dict[str, Deed] = {
    deed.name: deed
    for deed in (
        Deed("journal", _prepare_journal, _perform_journal, base="none", databases=("sqlite",)),
        Deed("save", _prepared(_save), _perform_commands),
        Deed("edit", _prepared(_edit), _perform_commands),
        Deed("submit", _prepared(_submit), _perform_commands),
        Deed("approve", _prepared(_approve), _perform_commands),
        Deed("ship", _prepared(_ship), _perform_commands),
        Deed("attach", _prepared(_attach), _perform_attach, beside=PIECES),
        Deed("import", _prepare_import, _perform_import),
        Deed("long import", _prepare_long_import, _perform_import),
        Deed("migrate", _prepare_nothing, _perform_migrate, base="kept"),
        Deed("start", _prepare_nothing, _perform_start, base="none", databases=("sqlite",)),
    )
}
