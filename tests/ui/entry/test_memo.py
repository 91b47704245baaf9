"""What the screen remembers of a draft saves work and changes nothing that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from orderdesk.services.entry import PricingMemo, evaluate
from orderdesk.ui.screens.entry.rows import RowMemo, entry_rows
from orderdesk.wire.drafts import LineDraft, OrderDraft
from tests.support.desk import SampleDesk, open_sample_desk

Edit = Callable[[OrderDraft], OrderDraft]


def line_changed(at: int, **fields: object) -> Edit:
    def edit(draft: OrderDraft) -> OrderDraft:
        lines = list(draft.lines)
        lines[at] = lines[at].model_copy(update=fields)
        return draft.model_copy(update={"lines": tuple(lines)})

    return edit


def header_changed(**fields: object) -> Edit:
    return lambda draft: draft.model_copy(update=fields)


def lines_changed(change: Callable[[tuple[LineDraft, ...]], tuple[LineDraft, ...]]) -> Edit:
    return lambda draft: draft.model_copy(update={"lines": change(draft.lines)})


EDITS: tuple[Edit, ...] = (
    line_changed(0, quantity=Decimal(7)),
    line_changed(1, discount=Decimal("0.05")),
    line_changed(2, manual_price=Decimal(3), manual_reason="x"),
    line_changed(0, gift=True, gift_reason="x"),
    line_changed(1, quantity=Decimal(99999)),
    header_changed(rounding="yuan"),
    header_changed(order_discount=Decimal("0.03")),
    lines_changed(lambda lines: lines[::-1]),
    lines_changed(lambda lines: lines[1:]),
    header_changed(prices_include_tax=False),
    line_changed(0, quantity=None),
    header_changed(order_discount=None, rounding="none"),
)


@pytest.fixture
def sample_open(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    sample = open_sample_desk(sample_sqlite_url)
    yield sample
    sample.store.close()


def test_evaluation_and_rows_are_the_same_with_and_without_a_memo(sample_open: SampleDesk) -> None:
    desk, customer = sample_open.desk(), sample_open.customer("C1001")
    draft = sample_open.draft("C1001", ("A105", "2"), ("B210", "8"), ("C330", "6"), ("E510", "4"))
    pricing, rows = PricingMemo(), RowMemo()
    for edit in EDITS:
        draft = edit(draft)
        kept, fresh = evaluate(draft, desk, customer, pricing), evaluate(draft, desk, customer)
        assert kept == fresh
        for waiting in (False, True):
            problems = kept.problems
            remembered = entry_rows(draft, desk, kept.priced, waiting=waiting, problems=problems, memo=rows)
            assert remembered == entry_rows(draft, desk, fresh.priced, waiting=waiting, problems=problems)


def test_an_edit_of_one_line_leaves_the_rows_of_the_others(sample_open: SampleDesk) -> None:
    desk, customer = sample_open.desk(), sample_open.customer("C1001")
    draft = sample_open.draft("C1001", ("A105", "2"), ("B210", "8"), ("C330", "6"))
    pricing, memo = PricingMemo(), RowMemo()

    def rows_of(draft: OrderDraft) -> tuple[object, ...]:
        priced = evaluate(draft, desk, customer, pricing).priced
        return entry_rows(draft, desk, priced, waiting=False, memo=memo)

    before, after = rows_of(draft), rows_of(line_changed(1, quantity=Decimal(9))(draft))
    assert [old is new for old, new in zip(before, after, strict=True)] == [True, False, True]
