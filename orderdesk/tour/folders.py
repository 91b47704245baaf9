"""The folder that the tour plays into, and the screen that it needs. No Qt: this comes before it."""

from __future__ import annotations

import json
import os
from pathlib import Path

from orderdesk.errors import EnvironmentProblem

SCREEN = (1440, 900)
STORE_FOLDER = "store"
NOTES_FOLDER = "notes"
# What an earlier tour has left; nothing else in the folder is touched.
_OURS = (
    "zh/[0-9][0-9]-*.png", "en/[0-9][0-9]-*.png", "tour.json", "failed.png", f"{NOTES_FOLDER}/*.pdf",
    f"{NOTES_FOLDER}/*.png", f"{STORE_FOLDER}/tour.sqlite*", f"{STORE_FOLDER}/desk.ini",
    f"{STORE_FOLDER}/drafts/*.jsonl",
)  # fmt: skip


def make_ready(out: Path) -> Path:
    """Make the folders and take away what an earlier tour left; return the folder of the store.

    Raises ``EnvironmentProblem`` ``error.file.unwritable``.
    """
    folder = out / STORE_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (out / NOTES_FOLDER).mkdir(exist_ok=True)
        for pattern in _OURS:
            for file in out.glob(pattern):
                file.unlink()
    except OSError as fault:
        raise unwritable(out, fault) from fault
    return folder


def unwritable(path: Path, fault: OSError) -> EnvironmentProblem:
    """Return the fault of a file or folder that cannot be written."""
    return EnvironmentProblem("error.file.unwritable", file=str(path), detail=fault.strerror or "")


def choose_platform(folder: Path) -> None:
    """Have Qt draw into memory, on a screen with room for the window, unless the environment says otherwise.

    Left to itself the offscreen platform has a screen of 800 × 800, and lists would open at its edge.
    """
    if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") != "offscreen":
        return
    width, height = SCREEN
    screen = {
        "name": "tour", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96,
        "logicalBaseDpi": 96, "dpr": 1,
    }  # fmt: skip
    file = folder / "screen.json"
    if ":" in str(file):  # the platform's arguments are parted by colons: a drive letter would end them
        return
    file.write_text(json.dumps({"windowFrameMargins": False, "screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
