"""When the orders of a made-up company came in, and their ids: in the order of time, a workday each day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from orderdesk.intake.office.sizes import StoreSize
from orderdesk.ports import Chances

LIVE_DAYS = 8  # the last days are told by the orders in the works
_WORKDAY = 36_000  # seconds; 08:00 to 18:00 at the sites, which is 00:00 to 10:00 UTC
_MICROS = 1_000_000


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant of the past: its day, the second of that day in UTC, and its microseconds since 1970."""

    day: date
    second: int
    micros: int

    @property
    def instant(self) -> datetime:
        """The instant."""
        return datetime.combine(self.day, time(), UTC) + timedelta(seconds=self.second)

    @property
    def text(self) -> str:
        """The instant as canonical JSON writes it."""
        minute, second = divmod(self.second, 60)
        return f"{self.day.isoformat()}T{minute // 60:02d}:{minute % 60:02d}:{second:02d}.000000Z"


class Timeline:
    """Places the finished orders of a size evenly on its days."""

    def __init__(self, size: StoreSize, today: date) -> None:
        self._first = today - timedelta(days=size.days)
        self._epoch = (self._first - date(1970, 1, 1)).days * 86_400
        self._days = size.days - LIVE_DAYS
        self._orders = max(size.orders - size.live, 1)

    def moment(self, at: int) -> Moment:
        """Return when order number ``at`` (0, 1, …) came in."""
        day, rest = divmod(at * self._days, self._orders)
        second = rest * _WORKDAY // self._orders
        return Moment(
            self._first + timedelta(days=day), second, (self._epoch + day * 86_400 + second) * _MICROS
        )


def made_id(micros: int, counter: int, chance: Chances) -> bytes:
    """Return a UUIDv7 of an instant: 12 bits say which one of it, 62 are drawn."""
    value = (micros // 1000 << 80) | (0x7 << 76) | ((counter & 0xFFF) << 64) | (0b10 << 62)
    return (value | chance.getrandbits(62)).to_bytes(16)
