"""Where the program's own files lie, computed from where it runs; nothing is read or written here."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


def resources_dir() -> Path:
    """Return the folder with translations, icons, fonts, theme, rules and samples.

    In a built program it is unpacked beside the code (``sys._MEIPASS``), in a checkout it stands beside
    the package, and an installed package keeps it below ``<prefix>/share``. In a broken installation the
    folder may be missing; whoever opens a file in it says so.
    """
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return Path(unpacked) / "resources"
    return _beside_or_shared(__file__, sys.prefix)


@cache  # each word and icon asks for it
def _beside_or_shared(here: str, prefix: str) -> Path:
    beside = Path(here).resolve().parent.parent / "resources"
    if beside.is_dir():
        return beside
    return Path(prefix) / "share" / "orderdesk" / "resources"
