"""The items that the tests of quick add and of pasted lines speak of."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from tests.rules_entry.code_book import CodeBook, CodeEntry


def item(number: int) -> UUID:
    return UUID(int=number)


def units(*pairs: tuple[str, str]) -> tuple[tuple[str, Decimal], ...]:
    return tuple((name, Decimal(factor)) for name, factor in pairs)


TABLE, CHAIR, BLACK, OIL, BOLT, M8, PANEL, PLATE, FREIGHT, NUMERIC, SIX = map(item, range(1, 12))

PIECES = units(("张", "1"), ("箱", "12"), ("pc", "1"), ("box", "12"))
BOOK = CodeBook(
    [
        CodeEntry(TABLE, "A105", PIECES, (("6901234567892", "箱"),), aliases=("橡木桌",), initials=("xmcz",)),
        CodeEntry(CHAIR, "B210", PIECES, initials=("hty",)),
        CodeEntry(BLACK, "B211", PIECES, initials=("hty",)),
        CodeEntry(OIL, "C330", units(("瓶", "1"))),
        CodeEntry(BOLT, "M8*30", units(("件", "1"))),
        CodeEntry(M8, "M8", units(("件", "1"))),
        CodeEntry(PANEL, "1.5x1220", units(("块", "1"))),
        CodeEntry(PLATE, "A105-2", units(("块", "1"))),
        CodeEntry(FREIGHT, "SF/203", units(("件", "1"))),
        CodeEntry(NUMERIC, "1005", units(("个", "1"))),
        CodeEntry(SIX, "2007", units(("个", "1"))),
    ]
)
