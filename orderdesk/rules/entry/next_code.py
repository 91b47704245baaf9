"""The code that comes next: for a record that somebody creates without thinking of one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_NUMBERED = re.compile(r"(.*?)([0-9]{1,12})", re.DOTALL)


def next_code(codes: Iterable[str], first: str) -> str:
    """Return the code after the highest of the kind that most of ``codes`` have; ``first`` where none counts.

    ``C1001`` and ``C1049`` are followed by ``C1050``; a few ``VIP-7`` among them change nothing.
    """
    known = list(codes)
    found = [match.groups() for code in known if (match := _NUMBERED.fullmatch(code)) is not None]
    if not found:
        return first
    kinds = Counter((beginning, len(digits)) for beginning, digits in found)
    beginning, width = min(kinds, key=lambda kind: (-kinds[kind], kind))
    highest = max(int(digits) for start, digits in found if start == beginning and len(digits) <= width + 1)
    code = f"{beginning}{highest + 1:0{width}d}"
    taken = set(known)
    while code in taken:
        highest += 1
        code = f"{beginning}{highest + 1:0{width}d}"
    return code
