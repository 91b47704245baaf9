"""Documents written in bulk into a store that is being filled: orders with their tasks and deliveries.

The rows of a million orders are no message. They come beside the command, which says what was written: the
id and the digest of each document. With these the trail knows every seeded document as it knows all others,
and ``check`` finds what was changed past the door.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Table
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Base
from orderdesk.models.bulk import Stored, as_stored, indexes_later, insert_bulk, prepare_bulk
from orderdesk.ports import Ports
from orderdesk.services.context import SYSTEM, Context, Handler, Result, TouchedRow, refused
from orderdesk.services.door import Door
from orderdesk.services.seeding import only_seeded
from orderdesk.services.store import Store
from orderdesk.wire.commands import Command, SeedStore
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import SeedBatch, SeededDocuments

DocumentType = Literal["order", "task", "delivery"]

# The order in which tables are filled: whoever is referred to stands first.
TABLES = (
    "sales_order", "order_revision", "order_line", "schedule_line", "approval_task", "delivery",
    "delivery_line", "note_print", "stock_movement", "order_comment", "number_series",
)  # fmt: skip
_ID, _PAIR = 16, 48


def table_of(name: str) -> Table:
    """Return a table by its name."""
    return Base.metadata.tables[name]


def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table in the order of its bulk rows."""
    return tuple(column.name for column in table_of(table).columns)


def stored_rows(table: str, rows: Iterable[Mapping[str, Any]]) -> list[Stored]:
    """Return rows with typed values as bulk rows."""
    return as_stored(table_of(table), rows)


@dataclass(slots=True)
class Documents:
    """Bulk rows by table, and the digest of each document as the audit names it."""

    rows: dict[str, list[Stored]] = field(default_factory=lambda: {name: [] for name in TABLES})
    evidence: dict[DocumentType, list[tuple[bytes, bytes]]] = field(
        default_factory=lambda: {"order": [], "task": [], "delivery": []}
    )


def many_documents(store: Store) -> AbstractContextManager[None]:
    """Return what all calls of ``seed_documents`` stand in: indexes are made at its end, over all at once."""
    return indexes_later(store.engine, [table_of(name) for name in TABLES])


def seed_documents(store: Store, ports: Ports, documents: Documents) -> Outcome:
    """Write documents in bulk, through the door of a store, as the store itself; in ``many_documents``."""
    batch = SeedBatch(
        documents=tuple(
            SeededDocuments(type=name, count=len(pairs), evidence=_packed(pairs))
            for name, pairs in documents.evidence.items()
            if pairs
        )
    )
    handler = Handler(SeedStore, partial(_write, documents.rows))
    door = Door(store, ports, lambda: {SeedStore.name: handler})
    return door.execute(Command(id=ports.ids.new(), data=SeedStore(batch=batch)), SYSTEM)


def _write(
    rows: Mapping[str, Sequence[Stored]], session: Session, data: SeedStore, context: Context
) -> Result:
    if not only_seeded(session):
        return refused(Problem("problem.seed.not_empty"))
    connection = session.connection()
    prepare_bulk(connection)
    for name in TABLES:
        insert_bulk(connection, table_of(name), rows[name])
    return Result(
        touched=tuple(
            TouchedRow(f"seed.{one.type}", context.op_id, revision=one.count, after=evidence_digest(one))
            for one in data.batch.documents
        )
    )


def _packed(pairs: Sequence[tuple[bytes, bytes]]) -> str:
    return b64encode(b"".join(part for pair in sorted(pairs) for part in pair)).decode()


def evidence_digest(documents: SeededDocuments) -> str:
    """Return the digest of what a batch says of its documents."""
    return sha256(documents.evidence.encode()).hexdigest()


def evidence_of(documents: SeededDocuments) -> Iterator[tuple[bytes, bytes]]:
    """Yield id and digest of each document.

    Raises:
        ValueError: it is not what was written.
    """
    packed = b64decode(documents.evidence, validate=True)
    if len(packed) != documents.count * _PAIR:
        raise ValueError(f"{len(packed)} bytes for {documents.count} documents")
    for at in range(0, len(packed), _PAIR):
        yield packed[at : at + _ID], packed[at + _ID : at + _PAIR]
