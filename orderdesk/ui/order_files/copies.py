"""Files outside the store: weighed before they are copied, read, and written out under names made here."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.rules.files import HEAD_BYTES, MAX_BYTES, media_of, safe_name, shown_name
from orderdesk.services.reading.files import FileBody


@dataclass(frozen=True, slots=True)
class Weighed:
    """A file as it lies somewhere: its size and kind. ``fault`` says why it cannot be taken."""

    path: Path
    name: str
    size: int = 0
    media: str = ""
    fault: str = ""


def weigh(path: Path) -> Weighed:
    """Return how large a file is and of what kind, without reading more than its first bytes."""
    name = shown_name(path.name)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return Weighed(path, name, fault="files.is_folder")
        if not stat.S_ISREG(found.st_mode):
            return Weighed(path, name, fault="files.no_file")
        with path.open("rb") as file:
            return Weighed(path, name, found.st_size, media_of(file.read(HEAD_BYTES)))
    except OSError:
        return Weighed(path, name, fault="files.unreadable")


def read_file(path: Path) -> bytes:
    """Return the bytes of a file, never more than are kept; it may have grown since it was weighed."""
    try:
        with path.open("rb") as file:
            body = file.read(MAX_BYTES + 1)
    except OSError as fault:
        raise UserError("files.unreadable", name=shown_name(path.name)) from fault
    if len(body) > MAX_BYTES:
        raise UserError("files.too_large", size=len(body), limit=MAX_BYTES)
    return body


def temporary_copy(folder: Path, day: date, file: FileBody) -> Path:
    """Write a file for another program to open, inside the data folder and readable by this person alone.

    Copies of other days are taken away on the way; one that a program still holds stays.
    """
    here = folder / day.isoformat() / hashlib.sha256(file.body).hexdigest()[:16]
    path = here / safe_name(file.name, file.media)
    try:
        for old in folder.iterdir() if folder.is_dir() else ():
            if old.name != day.isoformat():
                shutil.rmtree(old, ignore_errors=True)
        here.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists():
            path.chmod(0o600)
        save_copy(path, file.body)
        path.chmod(0o400)  # what is changed there would be lost: the program says so by itself
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    return path


def save_copy(path: Path, body: bytes) -> None:
    """Write bytes to a file, whole or not at all."""
    fresh = path.with_name(f"{path.name}.part")
    try:
        with fresh.open("wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as fault:
        fresh.unlink(missing_ok=True)
        raise _unwritable(path, fault) from fault


def linked_file(link: str) -> Path:
    """Return the file that a link leads to; ``UserError`` where there is none any more."""
    path = Path(link)
    try:
        if path.is_absolute() and path.is_file():
            return path
    except (OSError, ValueError):
        pass
    raise UserError("files.link_gone", link=link)


def _unwritable(path: Path, fault: OSError) -> EnvironmentProblem:
    detail = fault.strerror or type(fault).__name__
    return EnvironmentProblem("error.file.unwritable", file=str(path), detail=detail)
