"""The desktop and the tour: the only commands that need Qt."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from orderdesk.cli.runs import Run


def desktop(run: Run) -> int:
    """Open the desktop; it ends with its last window."""
    ended: int = import_module("orderdesk.app").main(run.config)
    return ended


def tour(run: Run) -> int:
    """Play the main job in the real windows, offscreen, and leave its pictures and papers."""
    out = Path(run.arguments.out).absolute()
    ended: int = import_module("orderdesk.app").tour(run.config, out, fixed=run.arguments.fixed)
    return ended
