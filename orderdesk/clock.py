"""What time it is: the only module that asks the machine for it.

Instants are timezone-aware UTC datetimes with microseconds. Business dates are plain dates in the site's
IANA zone.
"""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """A source of instants and of monotonic seconds."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds that only ever grow; for waiting and leases, never for dates."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


class FixedClock:
    """A clock that stands still until told to move; every reading moves it by ``step``.

    The tour and the tests use it, so that what they show is equal from run to run.
    """

    def __init__(self, start: datetime, step: timedelta = timedelta()) -> None:
        if start.tzinfo is None:
            raise ValueError("a clock starts at an aware instant")
        self._now = start.astimezone(UTC)
        self._step = step
        self._elapsed = 0.0

    def now(self) -> datetime:
        reading = self._now
        self.advance(self._step)
        return reading

    def monotonic(self) -> float:
        return self._elapsed

    def advance(self, by: timedelta) -> None:
        """Move the clock by ``by``; a negative value turns it back, the monotonic seconds stay."""
        self._now += by
        self._elapsed += max(by.total_seconds(), 0.0)


def business_date(instant: datetime, zone: str) -> date:
    """Return the date of ``instant`` at a site in the IANA ``zone``."""
    return instant.astimezone(ZoneInfo(zone)).date()
