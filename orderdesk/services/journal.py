"""The typing journal: what stands on the screen, at most a second old, in a file that survives a crash.

One file an order, ``<data-dir>/drafts/<order id>.jsonl``, private to this desk: no audit, no outbox.
Each line holds the whole draft with a checksum, is appended and fsynced; a torn last line is passed over
and the one before it counts. It is the one exception to the one door (docs/architecture.md).
"""

from __future__ import annotations

import json
import logging
import os
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from orderdesk.durable import make_folder, sync_folder, write_durably
from orderdesk.errors import EnvironmentProblem
from orderdesk.values import canonical_json, rfc3339
from orderdesk.wire.drafts import OrderDraft

log = logging.getLogger(__name__)

_COMPACT_BYTES = 1024 * 1024
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Journalled:
    """A draft as it stood, with the cell the clerk was in and the store's revision it was made on."""

    draft: OrderDraft
    at: datetime
    row: int
    column: str
    base_revision: int | None
    typed: str = ""  # in the open cell, not taken yet
    beside: tuple[tuple[str, str], ...] = ()  # beside the lines, not taken yet: places in order, and texts


def counts_before(entry: Journalled, revision: int | None, saved_at: datetime | None) -> bool:
    """Return whether what was typed is newer than the draft that the store has.

    As long as the store has the revision that was typed on, it is, whatever a clock says that was turned back
    meanwhile. Only what was saved since is compared by its time.
    """
    return revision == entry.base_revision or saved_at is None or saved_at <= entry.at


class Journal:
    """The journal files of one desk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._named: set[Path] = set()  # files whose names are known to be durable

    def append(self, entry: Journalled) -> None:
        """Write what stands on the screen, durably.

        Raises ``EnvironmentProblem`` when the disk does not take it.
        """
        path = self._path(entry.draft.id)
        line = _encoded(entry)
        try:
            make_folder(self._folder)
            if path.exists() and path.stat().st_size > _COMPACT_BYTES:
                write_durably(path, line)  # anew, with only the newest line
                return
            is_new = not path.exists()
            with path.open("ab") as file:
                if not is_new and not _ends_whole(path):
                    file.write(b"\n")  # after a torn line, so that only that one is lost
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
            if path not in self._named:
                sync_folder(self._folder)
                self._named.add(path)
        except OSError as fault:
            detail = fault.strerror or type(fault).__name__
            raise EnvironmentProblem("error.journal.not_written", file=str(path), detail=detail) from fault

    def read_all(self) -> tuple[Journalled, ...]:
        """Return the newest whole entry of every journalled order, oldest first. Faulty files stay."""
        found = [entry for path in self._files() if (entry := self._newest(path)) is not None]
        return tuple(sorted(found, key=lambda entry: entry.at))

    def forget(self, order_id: UUID) -> None:
        """Remove the journal of an order whose draft is safe in the store, submitted or discarded."""
        path = self._path(order_id)
        self._named.discard(path)
        if path.exists():
            path.unlink()
            sync_folder(self._folder)  # else it could come back, older than what the store has

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.jsonl")) if self._folder.is_dir() else []

    def _path(self, order_id: UUID) -> Path:
        return self._folder / f"{order_id}.jsonl"

    def _newest(self, path: Path) -> Journalled | None:
        for line in reversed(_bytes_of(path).splitlines()):
            entry = _decoded(line)
            if entry is not None:
                return entry
        log.warning("journal %s holds no whole entry", path.name)
        return None


class Waiting:
    """What waits for its turn to be written: of each order the newest entry, however long a disk takes.

    Both questions are asked on one thread, and what they return is run on another, in that order.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._newest: dict[UUID, deque[Journalled]] = {}  # of one each

    def append(self, entry: Journalled) -> Callable[[], None]:
        """Return the work that writes this entry, or the one that took its place until then."""
        newest = self._newest.setdefault(entry.draft.id, deque(maxlen=1))
        newest.append(entry)

        def write() -> None:
            try:
                taken = newest.pop()
            except IndexError:  # the turn before has written it
                return
            self._journal.append(taken)

        return write

    def forget(self, order_id: UUID) -> Callable[[], None]:
        """Return the work that removes an order's journal; what is typed later is written after it."""
        self._newest.pop(order_id, None)
        return lambda: self._journal.forget(order_id)


def _encoded(entry: Journalled) -> bytes:
    beside = canonical_json(
        {
            "format": _FORMAT,
            "at": rfc3339(entry.at),
            "row": entry.row,
            "column": entry.column,
            "base_revision": entry.base_revision,
            "typed": entry.typed,
            "beside": dict(entry.beside),
        }
    )
    # The draft is written once, by itself: taking it apart and together again would take ten times as long.
    body = f'{beside.removesuffix("}")},"draft":{entry.draft.model_dump_json()}}}'
    written = body.encode(errors="replace")  # half of a sign must not keep the rest from being kept
    return b"%08x %b\n" % (zlib.crc32(written), written)


def _decoded(line: bytes) -> Journalled | None:
    """Return the entry of one line; ``None`` for a line that is torn, foreign or not ours to read."""
    checksum, _, body = line.partition(b" ")
    if checksum != f"{zlib.crc32(body):08x}".encode():
        return None
    try:
        fields = json.loads(body)
        at, base = datetime.fromisoformat(fields["at"]), fields["base_revision"]
        if at.tzinfo is None or not (base is None or isinstance(base, int)):
            return None
        return Journalled(
            draft=OrderDraft.model_validate(fields["draft"]),
            at=at,
            row=int(fields["row"]),
            column=str(fields["column"]),
            base_revision=base,
            typed=str(fields.get("typed", "")),
            beside=_beside(fields.get("beside")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _bytes_of(path: Path) -> bytes:
    """Return what a file holds; nothing where the disk does not give it: the other orders still come back."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _beside(kept: object) -> tuple[tuple[str, str], ...]:
    """Return what was typed beside the lines; the order comes back even where this cannot be read."""
    return tuple(sorted((place, str(text)) for place, text in kept.items())) if isinstance(kept, dict) else ()


def _ends_whole(path: Path) -> bool:
    if path.stat().st_size == 0:
        return True
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
