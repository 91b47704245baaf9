"""Price lists without a window: typing, filling, pasting, undo, saving, and two people at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from orderdesk.intake.sample import sample_id
from orderdesk.rules.price_changes import PriceChange
from orderdesk.services.check import check_store
from orderdesk.services.reading.prices import standing_price_lists
from orderdesk.ui.screens.prices.list_commands import NewList
from orderdesk.wire.commands import PutPriceList
from orderdesk.wire.records import PriceListRecord
from tests.support.desk import SampleDesk
from tests.ui.prices.conftest import AtOnce, Prices, list_id


def stored(sample: SampleDesk, code: str) -> PriceListRecord:
    with sample.store.reading() as connection:
        return standing_price_lists(connection, [list_id(code)])[list_id(code)].record


def price_of(sample: SampleDesk, code: str, item: str) -> list[Decimal]:
    wanted = sample_id("item", item)
    return [entry.price for entry in stored(sample, code).prices if entry.item_id == wanted]


def test_all_lists_stand_there_with_whom_they_are_for(prices: Prices) -> None:
    heads = {head.code: head for head in prices.presenter.heads}
    assert list(heads)[:4] == ["STD-2026", "TIER-A", "TIER-B", "TIER-VIP"]
    assert heads["AG-HONGDA"].customer_code == "C1005"
    assert (heads["STD-2026"].prices, heads["STD-2026"].breaks) == (61, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tier", {"TIER-A", "TIER-B", "TIER-VIP"}),
        ("宏达", {"AG-HONGDA"}),
        ("C1005", {"AG-HONGDA", "TIER-VIP", "STD-2026"}),  # the customer: all that can price for it
        ("C1002", {"TIER-A", "STD-2026"}),
        ("no such thing", set()),
    ],
)
def test_the_find_box_takes_lists_and_customers(prices: Prices, text: str, found: set[str]) -> None:
    prices.presenter.find(text)
    assert {head.code for head in prices.presenter.heads} == found


def test_a_price_is_typed_as_sum_percentage_or_figure_and_saved_with_one_command(prices: Prices) -> None:
    prices.open("STD-2026")
    assert prices.type("A105", "price", "=900*0.95")
    assert prices.type("A107", "price", "+5%")
    assert prices.type("A110", "price", "９９９")
    assert not prices.type("A115", "price", "dear")
    assert prices.view.codes == ["error.number.unreadable"]
    assert prices.presenter.saving.save()
    assert len(prices.backend.sent) == 1
    found = [price_of(prices.sample, "STD-2026", item)[0] for item in ("A105", "A107", "A110", "A115")]
    assert found == [Decimal(855), Decimal(1134), Decimal(999), Decimal(1560)]
    assert not prices.presenter.is_modified
    assert check_store(prices.sample.store).is_clean


def test_what_stands_below_the_floor_says_so(prices: Prices) -> None:
    prices.open("STD-2026")
    assert not prices.row("A105").is_below_floor
    prices.type("A105", "price", "759.99")
    assert prices.row("A105").is_below_floor


def test_every_step_can_be_undone_by_its_name(prices: Prices) -> None:
    prices.open("STD-2026")
    before = prices.presenter.rows()
    prices.type("A105", "price", "1")
    prices.type("A105", "valid_to", "2026-12-31")
    assert prices.presenter.book.undo_name == "prices.step.valid_to"
    assert prices.presenter.undo()
    assert prices.presenter.undo()
    assert prices.presenter.rows() == before
    assert not prices.presenter.undo()
    assert prices.presenter.redo()
    assert prices.row("A105").price == 1


def test_a_new_price_from_today_ends_the_old_one_the_day_before(prices: Prices) -> None:
    prices.open("STD-2026")
    assert prices.presenter.cells.insert(prices.row("A105"))
    fresh = prices.row("A105", 1)
    assert prices.view.cell == (fresh.id, "price")
    assert (prices.row("A105").valid_to, fresh.valid_from) == (date(2026, 3, 8), date(2026, 3, 9))
    prices.presenter.saving.save()
    assert prices.backend.sent == []  # it has no price yet, and that is said
    assert prices.view.codes[-1] == "prices.not_saved"
    prices.type("A105", "price", "899", at=1)
    prices.presenter.saving.save()
    assert price_of(prices.sample, "STD-2026", "A105") == [Decimal(880), Decimal(899)]


def test_days_that_overlap_are_refused_with_a_place_to_go_to(prices: Prices) -> None:
    prices.open("STD-2026")
    prices.presenter.cells.insert(prices.row("A105"))
    prices.type("A105", "price", "899", at=1)
    prices.type("A105", "valid_to", "", at=0)
    [(edit, problem)] = prices.presenter.problems
    assert problem.code == "problem.price_list.overlap"
    prices.presenter.jump(edit, problem)
    assert prices.view.cell == (prices.row("A105", 1).id, "valid_from")
    prices.presenter.saving.save()
    assert prices.backend.sent == []


def test_breaks_take_quantity_and_percentage(prices: Prices) -> None:
    prices.open("STD-2026")
    assert prices.presenter.cells.add_break(prices.row("A105"))
    assert prices.type("A105", "from_quantity", "5", at=1)
    assert prices.type("A105", "discount", "4 a", at=1)
    row = prices.row("A105", 1)
    assert (row.kind, row.mode, row.price) == ("break", "above", Decimal("844.8"))
    assert not prices.type("A105", "from_quantity", "0", at=1)
    assert not prices.type("A105", "discount", "101", at=1)
    prices.presenter.saving.save()
    [found] = [one for one in stored(prices.sample, "STD-2026").breaks if one.item_id == row.item.id]  # type: ignore[union-attr] # the row has an item
    assert (found.from_quantity, found.discount, found.mode) == (Decimal(5), Decimal("0.04"), "above")


def test_filling_down_is_one_step(prices: Prices) -> None:
    prices.open("STD-2026")
    rows = prices.presenter.rows()[:4]
    assert prices.presenter.cells.fill_down(rows, "price")
    assert {row.price for row in prices.presenter.rows()[:4]} == {Decimal(880)}
    prices.presenter.undo()
    assert not prices.presenter.is_modified


def test_pasted_rows_get_a_verdict_each_and_one_undo(prices: Prices) -> None:
    prices.open("STD-2026")
    text = "编码\t单价\t生效日期\nA105\t901.5\t\nNOPE\t3\t\nA107\tx\t\nA110\t=1\t\nA115\t5\t2026-05-01\n"
    prices.presenter.cells.paste(text, None, ["code"])
    message = prices.view.said[-1]
    assert (message.code, message.params["n"], message.params["bad"]) == ("prices.paste.need", 5, 2)
    assert prices.row("A105").price == Decimal("901.5")
    assert prices.presenter.cells.needs_review
    assert prices.presenter.cells.review()
    assert prices.view.said[-1].code == "error.price.item"
    prices.presenter.undo()
    assert not prices.presenter.is_modified


def test_a_pasted_column_goes_down_from_the_cursor(prices: Prices) -> None:
    prices.open("STD-2026")
    prices.presenter.cells.paste("881\n1,081.50\n961", prices.row("A105"), ["price", "valid_from"])
    found = [row.price for row in prices.presenter.rows()[:3]]
    assert found == [Decimal(881), Decimal("1081.5"), Decimal(961)]


def test_a_change_by_percent_is_shown_before_it_is_taken(prices: Prices) -> None:
    prices.open("STD-2026")
    prices.presenter.want(group="餐桌书桌")
    rows = prices.presenter.rows()
    count = prices.presenter.lists.propose(PriceChange("percent", Decimal("0.05"), "1"), rows)
    assert count == len([row for row in rows if row.kind == "price"])
    assert prices.row("A105").proposed == 924
    assert prices.row("A105").price == 880
    assert not prices.presenter.is_modified
    assert prices.presenter.lists.take_proposal()
    assert prices.row("A105").price == 924
    prices.presenter.want(group="")
    assert prices.row("B210").price == 142  # it was not on show
    prices.presenter.undo()
    assert not prices.presenter.is_modified


def test_a_change_says_beforehand_what_would_fall_below_the_floor(prices: Prices) -> None:
    prices.open("STD-2026")
    prices.presenter.lists.propose(PriceChange("percent", Decimal("-0.2")), prices.presenter.rows())
    row = prices.row("A105")  # 880 to 704, floor 760
    assert row.would_be_below_floor
    assert not row.is_below_floor


def test_a_change_that_leaves_no_price_takes_nothing(prices: Prices) -> None:
    prices.open("STD-2026")
    change = PriceChange("amount", Decimal(-100))
    prices.presenter.lists.propose(change, prices.presenter.rows())
    assert not prices.presenter.lists.take_proposal()
    assert prices.view.codes == ["prices.change.impossible"]
    assert not prices.presenter.is_modified


def test_an_agreement_is_made_as_a_copy_for_another_customer(prices: Prices) -> None:
    prices.open("AG-HONGDA")
    wanted = NewList(
        "agreement", "AG-NEW", "", customer_id=sample_id("customer", "C1002"),
        valid_to=date(2026, 12, 31), copy_of=list_id("AG-HONGDA"),
    )  # fmt: skip
    assert prices.presenter.lists.create(wanted)
    prices.presenter.saving.save()
    [head] = [head for head in prices.presenter.heads if head.code == "AG-NEW"]
    assert (head.customer_code, head.prices, head.breaks, head.valid_from) == ("C1002", 5, 1, None)
    assert prices.sample.customer("C1002").agreements.prices[sample_id("item", "A105")][0].price == 798
    assert not prices.presenter.lists.create(wanted)  # the code is taken
    assert prices.view.codes[-1] == "prices.new.code_taken"
    assert check_store(prices.sample.store).is_clean


def test_the_validity_of_a_list_can_be_ended(prices: Prices) -> None:
    prices.open("AG-HONGDA")
    assert not prices.presenter.lists.end(list_id("AG-HONGDA"), date(2020, 1, 1))
    assert prices.presenter.lists.end(list_id("AG-HONGDA"), date(2026, 3, 31))
    prices.presenter.saving.save()
    assert stored(prices.sample, "AG-HONGDA").valid_to == date(2026, 3, 31)


def test_lists_side_by_side_are_edited_like_one(prices: Prices) -> None:
    for code in ("STD-2026", "TIER-VIP", "AG-HONGDA"):
        prices.presenter.mark(list_id(code))
    [row] = [row for row in prices.presenter.compared() if row.item.code == "A110"]
    assert [cell.entry.price if cell.entry else None for cell in row.cells] == [960, Decimal("902.5"), None]
    prices.presenter.cells.type_beside(row, 2, "850")
    prices.presenter.cells.type_beside(row, 0, "970")
    prices.presenter.saving.save()
    assert len(prices.backend.sent) == 2
    assert price_of(prices.sample, "AG-HONGDA", "A110") == [850]
    assert price_of(prices.sample, "STD-2026", "A110") == [970]


def test_two_people_change_one_list_and_both_changes_stay(prices: Prices) -> None:
    prices.open("STD-2026")
    prices.type("A105", "price", "890")
    prices.type("A107", "price", "1090")
    theirs = stored(prices.sample, "STD-2026")
    a107, b210 = sample_id("item", "A107"), sample_id("item", "B210")
    changed = [
        entry.model_copy(update={"price": Decimal(1)}) if entry.item_id in (a107, b210) else entry
        for entry in theirs.prices
    ]
    record = theirs.model_copy(update={"prices": tuple(changed)})
    assert not prices.sample.do(PutPriceList(record=record), "zhoumin", 1).is_refused
    prices.presenter.saving.save()  # refused as stale: my edits now stand on theirs
    assert prices.view.codes[-2:] == ["prices.stale", "prices.clashing"]
    assert prices.row("A107").is_clashing
    assert (prices.row("B210").price, prices.row("A107").price) == (Decimal(1), Decimal(1090))
    prices.presenter.saving.save()
    found = [price_of(prices.sample, "STD-2026", item)[0] for item in ("A105", "A107", "B210")]
    assert found == [890, 1090, 1]


def test_who_may_not_change_prices_reads_them(sample: SampleDesk, prices: Prices) -> None:
    prices.backend.code = "lina"
    prices.open("STD-2026")
    assert not prices.presenter.can_edit
    assert all(row.kind != "new" for row in prices.presenter.rows())
    assert not prices.presenter.cells.can_type(prices.row("A105"), "price")
    assert not prices.presenter.cells.insert(prices.row("A105"))
    assert not prices.presenter.cells.delete([prices.row("A105")])


def test_two_thousand_prices_stay_quick(sample: SampleDesk, prices: Prices) -> None:
    prices.open("STD-2026")
    edit = prices.presenter.edit
    assert edit is not None
    first = edit.record.prices[0]
    days = [date(1990 + at // 300, 1 + at % 12, 1 + at % 25) for at in range(2000)]
    many = [
        first.model_copy(update={"id": sample.ports.ids.new(), "valid_from": day, "valid_to": day})
        for day in days
    ]
    prices.presenter.change("prices.step.paste", edit.with_price(*many))
    assert len(prices.presenter.rows()) == 61 + 5 + 2000 + 1
    prices.presenter.want(today_only=True)
    assert isinstance(prices.backend, AtOnce)
    assert len([row for row in prices.presenter.rows() if not row.is_changed]) == 67
