"""From the start of the process to a usable window, against a bare window with SQLAlchemy imported."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from devtools.bench.measure import clocked, compare
from devtools.bench.table import Row
from devtools.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from devtools.bench.place import Place

BAR = 2.5


def rows(place: Place) -> Iterator[Row]:
    """Yield the start on the store of the sample company, everything in the system's cache."""
    from tests.support.desk import found

    store = place.folder / "start.sqlite"
    found(f"sqlite:///{store.as_posix()}")
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # Compiled once, as anywhere; but not into the folders of the sources.
    variables |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(place.cache / "compiled")}
    desk = _measure(variables, "desk", str(store), str(place.folder / "data"))
    value, floor = compare(desk, _measure(variables, "bare"), place.rounds(15, 1), warm_up=1)
    floor_is = "an empty PySide6 window with SQLAlchemy imported"
    yield Row("start to a usable window", value, floor, BAR, floor_is=floor_is)


def _measure(variables: Mapping[str, str], *words: str) -> Callable[[], float]:
    command = [sys.executable, "-m", "devtools.bench.starting", *words]

    def run() -> None:
        subprocess.run(command, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, check=True)

    return lambda: clocked(run)
