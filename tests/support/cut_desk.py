"""A desk that dies in the middle of a deed: a program of its own, which ``faults/killing.py`` talks to.

It reads one line of JSON a cut (place, deed, where to die), forks a desk that does the deed and kills itself
at that point, and answers with one line: how the desk ended. One process starts them all: importing the
program takes longer than everything else.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy.orm import configure_mappers

from tests.support.faults.books import Place, State, state_of
from tests.support.faults.deeds import DEEDS
from tests.support.faults.points import Points
from tests.support.faults.sabotage import SABOTAGES
from tests.support.faults.warming import share_compiled_statements


def run(cut: dict[str, Any]) -> None:
    """Do the deed and die on the way; live on if the point is never reached, and say what was seen."""
    place, deed = Place(cut["url"], Path(cut["folder"])), DEEDS[cut["deed"]]
    if cut["without"]:
        SABOTAGES[cut["without"]]()
    points = Points(place.folder, cut["die_at"])
    told = os.open(cut["told"], os.O_WRONLY | os.O_APPEND)
    states: list[State] = []

    def see() -> None:
        states.append(state_of(place, beside=deed.beside))

    def tell() -> None:
        points.reached("told")
        os.write(told, b".")
        if cut["report"]:
            points.unwatched(see)

    if cut["report"]:
        see()
    points.watch()
    deed.perform(place, cut["work"], tell, cut["seed"])
    if cut["report"]:
        points.unwatched(lambda: _report(Path(cut["report"]), points, states))


def _report(file: Path, points: Points, states: list[State]) -> None:
    seen = {"points": points.names, "states": [asdict(state) for state in states]}
    file.write_text(json.dumps(seen), encoding="utf-8")


def main() -> None:
    """Serve cuts until standard input ends."""
    configure_mappers()  # once, for all the forks
    share_compiled_statements()
    for line in sys.stdin:
        cut = json.loads(line)
        if cut["deed"] == "start":
            import orderdesk.app  # noqa: F401 - once, before the fork
        if cut["warm"]:  # here: what is compiled on the way, the forks then have
            place = Place(cut["url"], Path(cut["folder"]))
            DEEDS[cut["deed"]].perform(place, cut["work"], lambda: None, cut["seed"])
            print(0, flush=True)
            continue
        child = os.fork()
        if child == 0:
            code = 1
            try:
                run(cut)
                code = 0
            except BaseException:  # noqa: BLE001 - whatever it was, it is told and the desk ends
                traceback.print_exc()
            finally:
                os._exit(code)
        _pid, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
