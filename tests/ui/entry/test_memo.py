"""What the screen remembers of a draft saves work and changes nothing that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import ModuleType

import pytest

from orderdesk.rules import validation, worked_line
from orderdesk.services import checking, entry
from orderdesk.services.entry import PricingMemo, evaluate
from orderdesk.ui.screens.entry import rows as rows_of_grid
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


def test_a_quantity_of_one_line_in_a_thousand_works_that_line_out_alone(
    sample_open: SampleDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, customer = sample_open.desk(), sample_open.customer("C1001")
    codes = sorted(item.code for item in desk.items.values() if item.active)
    draft = sample_open.draft("C1001", *((codes[at % len(codes)], "3") for at in range(1_000)))
    pricing, rows = PricingMemo(), RowMemo()

    def shown(draft: OrderDraft) -> tuple[object, object]:
        verdict = evaluate(draft, desk, customer, pricing)
        return verdict, entry_rows(draft, desk, verdict.priced, waiting=False, memo=rows)

    shown(draft)
    steps = ((entry, "_facts_of"), (worked_line, "WorkedLine"), (checking, "_line"), (validation, "_line"))
    counts = [counted(monkeypatch, *step) for step in (*steps, (rows_of_grid, "_row"))]
    changed = line_changed(999, quantity=Decimal(4))(draft)
    verdict, _ = shown(changed)
    assert [len(calls) for calls in counts] == [1, 1, 1, 1, 1]
    assert verdict == evaluate(changed, desk, customer)


def counted(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> list[None]:
    """Note every call of a function of a module."""
    calls: list[None] = []
    real = getattr(module, name)

    def noting(*values: object, **named: object) -> object:
        calls.append(None)
        return real(*values, **named)

    monkeypatch.setattr(module, name, noting)
    return calls


def test_what_an_earlier_line_takes_is_missing_for_a_later_one(sample_open: SampleDesk) -> None:
    desk, customer = sample_open.desk(), sample_open.customer("C1001")
    draft = sample_open.draft("C1001", ("B210", "8"), ("A105", "2"), ("B210", "30"), ("B210", "9"))
    pricing = PricingMemo()
    evaluate(draft, desk, customer, pricing)
    for quantity in ("1", "40", "41", "5"):
        draft = line_changed(0, quantity=Decimal(quantity))(draft)
        assert evaluate(draft, desk, customer, pricing) == evaluate(draft, desk, customer)
    inserted = sample_open.draft("C1001", ("B210", "20")).lines
    draft = draft.model_copy(update={"lines": (*inserted, *draft.lines)})
    assert evaluate(draft, desk, customer, pricing) == evaluate(draft, desk, customer)


def test_facts_of_the_desk_that_changed_count_for_all_lines(sample_open: SampleDesk) -> None:
    desk, customer = sample_open.desk(), sample_open.customer("C1001")
    draft = sample_open.draft("C1001", ("B210", "8"), ("A105", "2"), requested=date(2026, 3, 12))
    pricing = PricingMemo()
    evaluate(draft, desk, customer, pricing)
    tomorrow = replace(desk, today=date(2026, 3, 13))
    emptied = replace(tomorrow, stock={})
    inactive = replace(emptied, items={key: replace(item, active=False) for key, item in desk.items.items()})
    limited = replace(inactive, settings={**desk.settings, "discount.limit": "0.01"})
    discounted = line_changed(1, discount=Decimal("0.05"))(draft)
    for other in (tomorrow, emptied, inactive, limited, desk):
        for one in (draft, discounted):
            assert evaluate(one, other, customer, pricing) == evaluate(one, other, customer)
    stopped = replace(customer, status="stopped")
    assert evaluate(draft, desk, stopped, pricing) == evaluate(draft, desk, stopped)
    assert evaluate(draft, desk, None, pricing) == evaluate(draft, desk, None)
