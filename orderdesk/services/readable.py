"""What is stored and means nothing any more is damage: it is told as such, with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from orderdesk.errors import EnvironmentProblem

# What reading raises where a bit of a number, a date or a JSON text was flipped: nobody wrote that.
MEANINGLESS = (ArithmeticError, LookupError, TypeError, ValueError)


@contextmanager
def readable() -> Iterator[None]:
    """Read what a desk cannot do without.

    Raises ``EnvironmentProblem`` ``error.store.unreadable`` where a row means nothing. Its content is not
    told: it may name people.
    """
    try:
        yield
    except MEANINGLESS as fault:
        raise EnvironmentProblem("error.store.unreadable", detail=type(fault).__name__) from fault
