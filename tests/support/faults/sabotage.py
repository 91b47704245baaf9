"""Defences taken out, by name: with one of them gone, the proofs must find what it kept away."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from orderdesk.models import engine as engine_module
from orderdesk.services import door, journal


def commit_on_the_way(put: Callable[[Any, str, Any], None] = setattr) -> None:
    """Let the door commit what the handler wrote before it takes the clock: two transactions, not one."""
    advance = door.Door._advance_clock

    def committing(self: door.Door, session: Session) -> tuple[int, str]:
        session.commit()
        return advance(self, session)

    put(door.Door, "_advance_clock", committing)


def _forget_ids() -> None:
    """Let the door not look whether it did a command before: it is done again under another id."""
    attempt = door.Door._attempt

    def anew(self: door.Door, command: Any, actor: Any) -> Any:
        return attempt(self, command.model_copy(update={"id": self._ports.ids.new()}), actor)

    setattr(door.Door, "_attempt", anew)  # noqa: B010 - a defence is taken out on purpose


def _rewrite_in_place() -> None:
    """Let the typing journal start a file anew by emptying it first."""

    def write(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            os.fsync(file.fileno())
            file.write(content)

    journal.write_durably = write  # type: ignore[attr-defined] # a defence is taken out


def _type_without_journal() -> None:
    """Let nothing that is typed be kept but by saving the draft."""
    setattr(journal.Journal, "append", lambda _self, _entry: None)  # noqa: B010 - a defence is taken out on purpose


def _sync_seldom() -> None:
    """Let SQLite sync only when it clears its log up, as many programs do."""
    engine_module._SQLITE_SETTINGS["synchronous"] = 1


SABOTAGES: dict[str, Callable[[], None]] = {
    "one transaction": commit_on_the_way,
    "replay by id": _forget_ids,
    "journal beside the old one": _rewrite_in_place,
    "synchronous=FULL": _sync_seldom,
    "the typing journal": _type_without_journal,
}
