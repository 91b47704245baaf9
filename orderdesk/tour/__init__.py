"""The tour: the main job of the desk, played in the real windows by real key events.

It needs no display and no hands. It types what people type, waits for what they wait for, and compares what
the windows said with what the store has. It leaves a picture of each step in both languages, the delivery
notes, and ``tour.json``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orderdesk.tour.folders import choose_platform, make_ready

if TYPE_CHECKING:
    from orderdesk.config import Config
    from orderdesk.tour.record import Played

__all__ = ["play"]


def play(config: Config, out: Path, *, fixed: bool) -> Played:
    """Play the tour into the folder ``out`` and return what it left there.

    The store is a fresh one inside ``out``, never the one of ``config``. With ``fixed`` the clock stands on a
    Monday morning and ids are seeded: the facts are equal from run to run. A display is not used, unless
    ``QT_QPA_PLATFORM`` asks for one.

    Raises ``Bug`` with a code ``tour.fault.…`` that names the step where something was not as it should be;
    the pictures up to there, one of the moment, and ``tour.json`` are left nevertheless. Raises
    ``EnvironmentProblem`` ``error.file.unwritable`` where ``out`` cannot be written.
    """
    folder = make_ready(out)
    choose_platform(folder)  # before anything imports Qt
    from orderdesk.tour.playing import play_story

    return play_story(config, out, folder, fixed=fixed)
