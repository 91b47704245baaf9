"""P7: the real desktop is keyed without end and killed at any moment, again and again on the same store.

Each start is the restart after the kill before. After each kill the store is checked, every order that was
said to be sent is there, nothing is there that was never typed, and what was being typed comes back.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from sqlalchemy import select

from orderdesk.app import make_sample_store
from orderdesk.errors import OrderDeskError
from orderdesk.models import Order
from orderdesk.ports import Ports
from orderdesk.services.check import check_store
from orderdesk.services.journal import Journal, counts_before
from orderdesk.services.reading.drafts import Standing, standing_of
from orderdesk.services.store import Reader, open_store
from orderdesk.wire.drafts import OrderDraft
from tests.support.databases import sqlite_url_of
from tests.support.typing_desk import waited_for_a_processor

ROOT = Path(__file__).parents[3]
START_S = 300.0  # after which a start has failed, on however busy a machine
WHILE_STARTING = 0.15  # of the kills
_LOOK_AGAIN_S = 0.01  # whether it has told that it started
LONGEST_S = 4.0  # of keying before a kill
Content = tuple[Any, ...]
_BLANK: Content = ("None", (), "")


class Shown(NamedTuple):
    """What stood on the screen, and since which key; how long the desk had waited for a processor by then."""

    pressed_at: float
    waited: float
    content: Content


@dataclass(frozen=True, order=True)
class Lasted:
    """How long something lasted, in seconds: as they passed, and without waiting for a processor."""

    wall: float
    own: float
    worked: float = 0.0  # of a restart: what all processors did for it


@dataclass
class Tally:
    """What became of all the kills."""

    kills: int = 0
    keys: int = 0
    sent: int = 0
    restarts: list[Lasted] = field(default_factory=list)
    losses: list[Lasted] = field(default_factory=list)  # from the first key that is lost to the kill
    faults: list[str] = field(default_factory=list)


class _Desk(Protocol):
    pid: int

    def ends_within(self, seconds: float) -> bool: ...
    def end(self) -> int: ...


class _OwnProcess:
    """A desk as people start it."""

    def __init__(self, words: list[str]) -> None:
        self._process = _start(words)
        self.pid = self._process.pid

    def ends_within(self, seconds: float) -> bool:
        """Wait until it ends by itself, but no longer."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self) -> int:
        ended = self._process.wait(timeout=20)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        return ended


class _Fork:
    """A desk that has the program's modules already."""

    def __init__(self, server: subprocess.Popen[str], words: list[str]) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(words) + "\n")
        server.stdin.flush()
        self._said = server.stdout
        self.pid = int(self._said.readline())

    def ends_within(self, seconds: float) -> bool:
        """Wait until the program that forked it tells of its end, but no longer."""
        return bool(wait_for([self._said.fileno()], seconds))

    def end(self) -> int:
        return int(self._said.readline())


def _start(words: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.typing_desk", *words], cwd=ROOT, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "ORDERDESK_LANGUAGE": "en"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


@dataclass
class Kills:
    """A desk on a store of its own below ``folder``, to be started and killed."""

    folder: Path
    seed: int = 1
    without: Sequence[str] = ()
    restart_each: int = (
        10  # of the kills one is of a desk that was started as a process of its own, and timed
    )
    tally: Tally = field(default_factory=Tally)
    _shown: defaultdict[str, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    _sent: set[str] = field(default_factory=set)
    _known: set[UUID] = field(default_factory=set)
    _server: subprocess.Popen[str] | None = None

    def prepare(self) -> None:
        """Make the store that the desk is started on."""
        self.folder.mkdir(parents=True, exist_ok=True)
        make_sample_store(self.url, Ports())
        store = open_store(self.url)
        with store.reading() as connection:
            self._known = set(connection.scalars(select(Order.id)))
        store.close()

    @property
    def url(self) -> str:
        """The URL of the store."""
        return sqlite_url_of(self.folder / "orderdesk.sqlite")

    def kill(self, at: float | None = None) -> None:
        """Start the desk, let it be keyed, kill it at any moment, or ``at`` seconds after it was ready."""
        number = self.tally.kills
        self.tally.kills += 1
        chance = random.Random(f"{self.seed} {number}")
        told = self.folder / f"told-{number}"
        told.touch()
        words = [str(self.folder), str(told), str(1000 * self.seed + number), *self.without]
        is_restart = number % self.restart_each == self.restart_each - 1
        begun = time.monotonic()
        desk: _Desk = _OwnProcess(words) if is_restart else _Fork(self._forks(), words)
        if at is None and chance.random() < WHILE_STARTING and not is_restart:
            desk.ends_within(chance.uniform(0.0, 2.0))  # at whatever it is doing then
        else:
            self._await_start(desk, told, begun, is_restart=is_restart)
            desk.ends_within(at if at is not None else chance.uniform(0.1, LONGEST_S))
        killed_at = time.monotonic()
        rows = _rows(told)  # who the threads are whose waiting counts; the last rows come below
        threads = rows[0]["threads"] if rows else ()
        waited = waited_for_a_processor(desk.pid, threads)
        os.kill(desk.pid, signal.SIGKILL)
        ended = desk.end()
        if ended != -signal.SIGKILL:
            self._fault(f"it ended by itself with {ended}")
        self._judge(_rows(told), killed_at, waited)
        told.unlink()

    def _forks(self) -> subprocess.Popen[str]:
        if self._server is None:
            self._server = _start([])
        return self._server

    def close(self) -> None:
        """End the program that starts desks."""
        if self._server is not None:
            assert self._server.stdin is not None
            assert self._server.stdout is not None
            self._server.stdin.close()
            self._server.wait(timeout=20)
            self._server.stdout.close()

    def _await_start(self, desk: _Desk, told: Path, begun: float, *, is_restart: bool) -> None:
        while not told.stat().st_size and time.monotonic() < begun + START_S:
            if desk.ends_within(_LOOK_AGAIN_S):
                break
        rows = _rows(told)
        if not rows:
            self._fault("it did not start again")
            return
        if is_restart:
            wall = rows[0]["at"] - begun
            self.tally.restarts.append(Lasted(wall, wall - rows[0]["waited"], rows[0]["worked"]))

    def _fault(self, what: str) -> None:
        self.tally.faults.append(f"after kill {self.tally.kills}: {what}")

    # what is left

    def _judge(self, rows: list[dict[str, Any]], killed_at: float, waited: float) -> None:
        touched = self._listen(rows)
        try:
            store = open_store(self.url)
        except OrderDeskError as fault:
            self._fault(f"the store does not open: {fault.code}")
            return
        try:
            for finding in check_store(store).findings:
                self._fault(f"check finds {finding.code}")
            with store.reading() as connection:
                self._judge_orders(connection)
                for order in touched:
                    self._judge_typing(connection, order, rows[0]["at"], killed_at, waited)
        finally:
            store.close()

    def _listen(self, rows: list[dict[str, Any]]) -> list[str]:
        """Take in what the desk said; return the orders that stood on its screen."""
        touched = {}
        for row in rows:
            if row["what"] == "screen":
                draft = OrderDraft.model_validate_json(row["draft"])
                self._shown[str(draft.id)].append(
                    Shown(row["at"], row["waited"], _content(draft, row["typed"]))
                )
                touched[str(draft.id)] = True
                self.tally.keys += 1
            elif row["what"] == "sent":
                self._sent.add(row["order"])
                self.tally.sent += 1
        return list(touched)

    def _judge_orders(self, connection: Reader) -> None:
        states = {str(row.id): row.state for row in connection.execute(select(Order.id, Order.state))}
        for order in self._sent:
            if states.get(order, "draft") == "draft":
                self._fault(f"order {order} was said to be sent and is {states.get(order, 'lost')}")
        for order in states.keys() - self._shown.keys() - {str(one) for one in self._known}:
            self._fault(f"order {order} is there and was never typed")

    def _judge_typing(
        self, connection: Reader, order: str, begun: float, killed_at: float, waited: float
    ) -> None:
        standing = standing_of(connection, UUID(order))
        if standing.state not in {None, "draft"}:
            return  # it was sent, with all that stood in it
        shown, found = self._shown[order], self._comes_back(UUID(order), standing)
        equal = [at for at, one in enumerate(shown) if one.content == found]
        if found is not None and not equal:
            self._fault(f"order {order} comes back as it never stood on the screen: {found}, {shown[-3:]}")
            return
        later = shown[equal[-1] + 1 :] if equal else shown
        # Those from before were judged at their own kill; on a blank order there is nothing to be lost.
        lost = [one for one in later if one.pressed_at >= begun and one.content != _BLANK]
        if lost:
            wall = killed_at - lost[0].pressed_at
            self.tally.losses.append(Lasted(wall, wall - (waited - lost[0].waited)))

    def _comes_back(self, order: UUID, standing: Standing) -> Content | None:
        """Return what the next start would show of an order: its journal, else what was saved."""
        for entry in Journal(self.folder / "drafts").read_all():
            if entry.draft.id == order and counts_before(entry, standing.revision, standing.saved_at):
                return _content(entry.draft, entry.typed)
        return None if standing.draft is None else _content(standing.draft, "")


def _rows(told: Path) -> list[dict[str, Any]]:
    whole = told.read_bytes().rpartition(b"\n")[0]
    return [json.loads(line) for line in whole.splitlines()]


def _content(draft: OrderDraft, typed: str) -> Content:
    """Return what was typed into an order; what the program adds to it by itself is left out."""
    lines = [(line.typed_code, str(line.item_id), str(line.quantity)) for line in draft.lines]
    while lines and lines[-1] == ("", "None", "None"):  # the line that waits to be typed in
        lines.pop()
    return str(draft.customer_id), tuple(lines), typed
