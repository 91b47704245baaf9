"""Everything uncertain comes through here: time, ids, randomness, and work in a second process.

Handlers and rules get it as an argument.
"""

from __future__ import annotations

import os
import random
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol, TypeVar
from uuid import UUID

from uuid_utils.compat import uuid7

from orderdesk.clock import Clock, FixedClock, SystemClock

_T = TypeVar("_T")

Chances = random.Random  # randomness that repeats itself, by the name that others may use


def chances(*seed: object) -> Chances:
    """Return randomness that is the same for the same ``seed``: for what is made up, never for a secret."""
    return random.Random(":".join(map(str, seed)))


class Ids(Protocol):
    """A source of ids and of randomness."""

    def new(self) -> UUID:
        """Return a new UUIDv7."""
        ...

    def random_bytes(self, count: int) -> bytes:
        """Return ``count`` unpredictable bytes (salts, store codes)."""
        ...


class SystemIds:
    """Ids of the present moment and the machine's own randomness."""

    def new(self) -> UUID:
        return uuid7()

    def random_bytes(self, count: int) -> bytes:
        return secrets.token_bytes(count)


class SeededIds:
    """Ids and bytes that are the same for the same seed and the same clock, for the tour and for tests."""

    def __init__(self, seed: int, clock: Clock) -> None:
        self._random = random.Random(seed)  # repeatable on purpose, protects nothing
        self._clock = clock
        self._counter = 0

    def new(self) -> UUID:
        millis = int(self._clock.now().timestamp() * 1000) & ((1 << 48) - 1)
        self._counter += 1
        # 12 bits of counter and 62 of randomness: ids of one run sort in the order of their making.
        value = (millis << 80) | (0x7 << 76) | ((self._counter & 0xFFF) << 64) | (0b10 << 62)
        return UUID(int=value | self._random.getrandbits(62))

    def random_bytes(self, count: int) -> bytes:
        return self._random.randbytes(count)


@dataclass(frozen=True, slots=True)
class Ports:
    """The ports of one running desk."""

    clock: Clock = field(default_factory=SystemClock)
    ids: Ids = field(default_factory=SystemIds)


def fixed_ports(clock: FixedClock, seed: int = 1) -> Ports:
    """Return ports that repeat themselves: the given clock, and ids drawn from ``seed``."""
    return Ports(clock=clock, ids=SeededIds(seed, clock))


@contextmanager
def beside(
    begin: Callable[..., None], *arguments: object
) -> Iterator[Callable[[Callable[[], _T]], Callable[[], _T]]]:
    """Yield what runs functions of a module in a second process, one after the other, ``begin`` first.

    It comes back at once with what waits for the answer and returns it, or raises what was raised there.
    """
    from concurrent.futures import ProcessPoolExecutor  # only who fills a large store pays for it
    from multiprocessing import get_context

    # Started anew and not forked: the connections of this process are its own.
    pool = ProcessPoolExecutor(
        1, get_context("spawn"), initializer=_begin_beside, initargs=(begin, arguments)
    )
    try:
        yield lambda work: pool.submit(work).result
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_beside(begin: Callable[..., None], arguments: tuple[object, ...]) -> None:
    import threading

    threading.Thread(target=_end_with_the_first, daemon=True).start()
    begin(*arguments)


def _end_with_the_first() -> None:
    """Wait for the end of the process that started this one: who was killed could not end it any more."""
    from multiprocessing import parent_process

    first = parent_process()
    assert first is not None  # this is the second
    first.join()
    os._exit(1)
