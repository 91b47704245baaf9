"""Measuring value and floor side by side: turn by turn in one process, and the middle of what came out."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

Measure = Callable[[], float]  # does its work and returns how many milliseconds it took


def clocked(work: Callable[[], object]) -> float:
    """Do some work and return how many milliseconds it took."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def worked(work: Callable[[], object]) -> float:
    """Do some work and return how many milliseconds of the processor it took: what a fixed limit is about.

    A limit has no floor beside it that a busy machine slows down, too.
    """
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def timed(work: Callable[[], object]) -> Measure:
    """Return the measure of all that ``work`` does."""
    return lambda: clocked(work)


def compare(value: Measure, floor: Measure, rounds: int, *, warm_up: int = 2) -> tuple[float, float]:
    """Return the medians of both in milliseconds.

    Garbage of earlier work is gone before, and what lives is frozen, as the desk does at its start; while
    they run each bears the collections that its own garbage causes.
    """
    for _ in range(warm_up):
        value()
        floor()
    with settled_memory():
        return in_turns(value, floor, rounds)


def in_turns(value: Measure, floor: Measure, rounds: int) -> tuple[float, float]:
    """Return the medians of both; they take turns, and each goes first in every other round.

    So what slows the machine down slows both.
    """
    found: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds):
        for which in (0, 1) if turn % 2 == 0 else (1, 0):
            found[which].append((value, floor)[which]())
    return median(found[0]), median(found[1])


@contextmanager
def settled_memory() -> Iterator[None]:
    """Collect what is garbage and keep the collector from going through what lives again and again."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
