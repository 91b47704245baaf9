"""What a piece of work asks of the world outside while a test watches: files, processes, the network.

The interpreter tells of each (``sys.addaudithook``); a hook cannot be taken back, so one serves the run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

HOSTILE_PICTURE = "file:///etc/orderdesk-canary.png"
HOSTILE = f'<b>A & B</b> <img src="{HOSTILE_PICTURE}"> <a href="javascript:alert(1)">go</a>'
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request", "http.client.connect")


@dataclass
class Seen:
    """What was asked for."""

    opened: list[str] = field(default_factory=list)
    started: list[str] = field(default_factory=list)
    network: list[str] = field(default_factory=list)

    @property
    def fetched(self) -> list[str]:
        """What the canary's name stands in, and everything that went to the network."""
        return [name for name in self.opened if "canary" in name] + self.network


_watching: list[Seen] = []
_installed: list[bool] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    for seen in _watching:
        if event == "open":
            seen.opened.append(str(arguments[0]))
        elif event == "subprocess.Popen":
            seen.started.append(str(arguments[0]))
        elif event in _NETWORK:
            seen.network.append(event)


@contextmanager
def watched() -> Iterator[Seen]:
    """Watch what the body asks for."""
    if not _installed:
        sys.addaudithook(_hook)
        _installed.append(True)
    seen = Seen()
    _watching.append(seen)
    try:
        yield seen
    finally:
        _watching.remove(seen)
