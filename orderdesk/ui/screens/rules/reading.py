"""What the rules screen reads of the store: all rulebooks, and one of them with versions and draft. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from orderdesk.rules.rule_checks import Existing
from orderdesk.services.reading.rules import (
    BookRow,
    CheckedProblem,
    DraftView,
    VersionRow,
    book_rows,
    checked,
    draft_view,
    existing_for,
    rulebook,
    version_rows,
    version_source,
    with_acceptances,
)
from orderdesk.services.store import Reader

Source = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Loaded:
    """One state of the store: the books, and of one of them its versions, what decides, and its draft."""

    book: str
    books: tuple[BookRow, ...]
    versions: tuple[VersionRow, ...]
    live: Source | None
    draft: DraftView | None
    existing: Existing


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A stored version with what its checks say of it today."""

    version: int
    source: Source
    problems: tuple[CheckedProblem, ...]


def load(connection: Reader, book: str, now: datetime) -> Loaded:
    """Return all rulebooks and one of them; ``UserError`` where there is none of that name."""
    definition = rulebook(book)
    versions = version_rows(connection, book, now)
    live = next((one.version for one in versions if one.state == "live"), 0)
    return Loaded(
        book, book_rows(connection, now), versions,
        version_source(connection, book, live) if live else None, draft_view(connection, book, now),
        existing_for(connection, None, definition),
    )  # fmt: skip


def load_version(connection: Reader, book: str, version: int) -> ShownVersion | None:
    """Return a stored version; ``None`` if there is none."""
    source = version_source(connection, book, version)
    if source is None:
        return None
    _, problems = checked(connection, book, source)
    return ShownVersion(version, source, with_acceptances(problems, []))
