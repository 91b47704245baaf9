"""A desk that dies in the middle of a command: a program of its own, run by ``tests/services/test_crash.py``.

It reads one line of JSON a cut (URL, command, person, where to die), forks a desk that executes the command
and kills itself at that place, and answers with one line: how the desk ended. One process starts them all:
importing the program takes longer than everything else.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any
from uuid import UUID

from sqlalchemy import event

from orderdesk.services.context import Actor
from orderdesk.wire.commands import Envelope
from tests.support.desk import SampleDesk, open_sample_desk


def die(*_arguments: object, **_more: object) -> None:
    """End at once: nothing is flushed, closed or rolled back by this process any more."""
    os.kill(os.getpid(), signal.SIGKILL)


def cut_at(desk: SampleDesk, where: str) -> None:
    """Arrange for the desk's death: before its n-th statement, or just before or after COMMIT."""
    engine = desk.store.engine
    if where == "before commit":
        event.listen(engine, "commit", die)
    elif where == "after commit":
        desk.door.subscribe(die)
    else:
        left = int(where)

        def count(*_arguments: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                die()

        event.listen(engine, "before_cursor_execute", count)


def run(order: dict[str, Any]) -> None:
    """Execute the command and die on the way; live on if the place is never reached."""
    desk = open_sample_desk(order["url"])
    cut_at(desk, order["where"])
    envelope = Envelope.model_validate(order["envelope"])
    desk.door.execute_envelope(envelope, Actor(person_id=UUID(order["person"]), device="test"))
    desk.store.close()


def main() -> None:
    """Serve cuts until standard input ends."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run(json.loads(line))
            os._exit(0)
        _pid, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
