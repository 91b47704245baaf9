"""Plain files that are still there after the power went: their content is synced, and the folder's names are.

A file that replaces another is written beside it, synced, and then takes its name: there is always one whole.
"""

from __future__ import annotations

import os
from pathlib import Path


def write_durably(path: Path, content: bytes) -> None:
    """Give a file a new content: after a power cut it has the old one or the new one, whole.

    Raises ``OSError`` where the disk does not take it; the old content then stays.
    """
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(fresh, path)


def put_in_place(fresh: Path, path: Path) -> None:
    """Give a file that is synced already its name, durably, in place of what had it."""
    fresh.replace(path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, durably; one that is there already is left alone."""
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in reversed(missing):
        sync_folder(made.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
