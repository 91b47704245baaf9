"""Quick add and pasted lines against the sample company: what texts name there, and what the draft gets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from orderdesk.intake.sample import sample_id
from orderdesk.rules.entry.pasting import paste_lines
from orderdesk.rules.entry.quick_add import QuickContext, parse_quick_add, parse_scan
from orderdesk.services.quick_entry import DeskCodes, draft_lines, unit_names
from orderdesk.services.search import build_indexes
from orderdesk.wire.drafts import open_note
from tests.support.desk import SampleDesk, open_sample_desk

CUSTOMER = "C1001"  # calls A105 HD-T140
CONTEXT = QuickContext(date(2026, 3, 9))


@pytest.fixture
def desk(sample_sqlite_url: str):
    opened = open_sample_desk(sample_sqlite_url)
    yield opened
    opened.store.close()


def codes(desk: SampleDesk, customer: str | None = CUSTOMER) -> DeskCodes:
    facts = desk.desk()
    return DeskCodes(facts, build_indexes(facts), desk.customer(customer) if customer else None)


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("a105", "code", "张"),
        ("Ａ１０５", "code", "张"),
        ("hd-t140", "customer", "张"),
        ("6904102001078", "barcode", "张"),
        ("橡木餐桌 140", "alias", "张"),
        ("oak table 140", "alias", "张"),
    ],
)
def test_an_item_is_named_by_all_that_is_its_own(desk: SampleDesk, text: str, kind: str, unit: str) -> None:
    (hit,) = codes(desk).find(text)
    assert (hit.item_id, hit.code, hit.kind, hit.units[0][0]) == (
        sample_id("item", "A105"),
        "A105",
        kind,
        unit,
    )


def test_parts_specifications_and_other_customers_numbers_name_nothing(desk: SampleDesk) -> None:
    assert [codes(desk).find(text) for text in ("A10", "橡木", "1400×800×750", "", " ")] == [()] * 5
    assert codes(desk, "C2001").find("HD-T140") == codes(desk, None).find("HD-T140") == ()


def test_the_sales_unit_comes_first_and_every_name_counts(desk: SampleDesk) -> None:
    item = desk.desk().items[sample_id("item", "C345")]  # sold by the pack of ten
    names = [(name, int(factor)) for name, factor in unit_names(item, item.sales_unit)]
    assert names == [("包", 10), ("片", 1), ("pc", 1), ("pack", 10)]


def test_a_mistyped_code_is_near_the_right_one(desk: SampleDesk) -> None:
    assert codes(desk).near("B2I0") == ("B210", "B220", "B230")
    assert codes(desk).near("zzzzz") == ()


def test_a_whole_order_is_typed_and_can_be_submitted(desk: SampleDesk) -> None:
    text = "A105*12>3x7d HD-YZ01*2箱>fri C330*24@50-0%#急"
    found = parse_quick_add(text, codes(desk), CONTEXT)
    lines = draft_lines(found.lines, desk.ports.ids)
    assert [(line.item_id, line.quantity, line.unit) for line in lines] == [
        (sample_id("item", "A105"), Decimal(12), "张"), (sample_id("item", "B210"), Decimal(8), "把"),
        (sample_id("item", "C330"), Decimal(24), "瓶"),
    ]  # fmt: skip
    assert [(part.quantity, part.requested) for part in lines[0].schedule] == [
        (Decimal(4), date(2026, 3, day)) for day in (9, 16, 23)
    ]
    assert [(part.quantity, part.requested) for part in lines[1].schedule] == [
        (Decimal(8), date(2026, 3, 13))
    ]
    assert (lines[2].manual_price, lines[2].discount, lines[2].notes) == (Decimal(50), None, open_note("急"))
    draft = desk.draft(CUSTOMER, requested="2026-03-12", lines=lines[:2])
    outcome = desk.submit(draft)
    assert not outcome.is_refused, outcome.problems


def test_a_code_alone_is_one_in_quick_add_and_open_where_it_is_pasted(desk: SampleDesk) -> None:
    known = codes(desk)
    quick = draft_lines(parse_quick_add("A105", known, CONTEXT).lines, desk.ports.ids)
    pasted = draft_lines(paste_lines("A105\nC330", known, CONTEXT).lines, desk.ports.ids, counts_one=False)
    assert [line.quantity for line in quick] == [1]
    assert [line.quantity for line in pasted] == [None, None]


def test_a_pasted_table_becomes_lines_of_the_draft(desk: SampleDesk) -> None:
    text = "客户料号\t数量\t单位\t交货日期\nHD-T140\t2\t张\t2026-03-20\nHD-XXX\t1\t张\t\nHD-Y330\t1\t箱\t"
    found = paste_lines(text, codes(desk), CONTEXT)
    lines = draft_lines(found.lines, desk.ports.ids, counts_one=False)
    assert [(line.item_id, line.quantity, line.unit) for line in lines] == [
        (sample_id("item", "A105"), Decimal(2), "张"), (sample_id("item", "C330"), Decimal(1), "箱"),
    ]  # fmt: skip
    assert [row.number for row in found.bad] == [3]
    assert lines[0].schedule[0].requested == date(2026, 3, 20)


def test_a_scanned_barcode_is_one_of_its_unit(desk: SampleDesk) -> None:
    token = parse_scan("6904102001078", codes(desk))
    assert token.line is not None
    assert (token.line.code, token.line.count, token.line.unit) == ("A105", Decimal(1), "张")
