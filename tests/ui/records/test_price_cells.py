"""What a price says of the days for which it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

import pytest

from orderdesk.services.reading.customer_prices import CustomerPrice
from orderdesk.ui.language import language
from orderdesk.ui.records.price_cells import valid_text

FIRST, LAST = date(2026, 4, 1), date(2026, 9, 30)


class _Row:
    def __init__(self, first: date | None, last: date | None) -> None:
        self.valid_from, self.valid_to = first, last


def said(first: date | None, last: date | None) -> str:
    return valid_text(cast(CustomerPrice, cast(Any, _Row(first, last))))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language().switch_to("en")
    yield
    language().switch_to("en")


def test_an_open_end_is_said_in_words() -> None:
    assert said(FIRST, LAST) == "2026-04-01 – 2026-09-30"
    assert (said(FIRST, None), said(None, LAST)) == ("from 2026-04-01", "until 2026-09-30")
    assert said(None, None) == ""
    language().switch_to("zh")
    assert (said(FIRST, None), said(None, LAST)) == ("2026-04-01 起", "至 2026-09-30")
