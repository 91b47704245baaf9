"""Memory that was needed for a while and is free again goes back to the system."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress


def give_back_memory() -> None:
    """Hand over what reading a large store has left free: the C library would keep tens of megabytes of it.

    Only glibc can be asked to; elsewhere it goes back by itself, or stays.
    """
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)
