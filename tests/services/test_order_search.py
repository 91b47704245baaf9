"""Orders by what somebody has in hand: a number or its end, a PO number, a customer. On both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from orderdesk.intake.sample import sample_id
from orderdesk.services.pinyin import quick_readings
from orderdesk.services.reading import order_search
from orderdesk.services.reading.order_search import FoundOrder, OrderQuestion, find_orders
from orderdesk.wire.commands import DiscardDraft
from tests.support.desk import SampleDesk


def search(sample: SampleDesk, text: str, *customers: str, limit: int = 8) -> tuple[FoundOrder, ...]:
    ids = tuple(sample_id("customer", code) for code in customers)
    with sample.store.reading() as connection:
        return find_orders(connection, OrderQuestion(text, ids, limit))


def submitted(sample: SampleDesk, customer: str = "C1001", **fields: object) -> str:
    draft = sample.draft(customer, ("A105", "2"), **fields)
    outcome = sample.submit(draft)
    assert not outcome.is_refused, outcome.problems
    return sample.number_of(draft.id)


def test_a_number_is_found_whole_as_digits_and_by_its_end(sample: SampleDesk) -> None:
    number = submitted(sample)
    digits = number.rpartition("-")[2]
    for typed in (number, number.lower(), digits, digits.lstrip("0")):
        assert [(one.row.number, one.by) for one in search(sample, typed)][:1] == [(number, "number")]
    [by_end] = [one for one in search(sample, number[-8:]) if one.row.number == number]
    assert by_end.by == "number_part"


def test_a_po_number_is_found_whole_before_its_beginning(sample: SampleDesk) -> None:
    longer = submitted(sample, po_number="PO-77-b")
    whole = submitted(sample, po_number="PO-77")
    assert [(one.row.number, one.po_number, one.by) for one in search(sample, "po-77")] == [
        (whole, "PO-77", "po_number"), (longer, "PO-77-b", "po_number"),
    ]  # fmt: skip


def test_orders_of_a_customer_come_with_their_state_after_those_of_the_number(sample: SampleDesk) -> None:
    other = submitted(sample, "C1002")
    mine = {submitted(sample, "C1001") for _ in range(3)}
    found = search(sample, other, "C1001", limit=3)
    assert (found[0].row.number, found[0].by) == (other, "number")
    assert {one.row.customer_en for one in found[1:]} == {"Huadong Home Co."}
    assert {one.row.number for one in found[1:]} < mine
    assert len({one.row.id for one in found}) == len(found) == 3


def test_nothing_typed_finds_the_newest_and_discarded_drafts_are_not_found(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "1"))
    outcome = sample.save(draft)
    number = sample.number_of(draft.id)
    assert search(sample, "", limit=1)[0].row.number == number
    revision = outcome.touched[0].revision
    assert not sample.do(DiscardDraft(order_id=draft.id), "lina", revision).is_refused
    assert search(sample, number) == ()


def test_a_number_comes_before_newer_po_numbers_however_many_there_are(
    sample: SampleDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where more are found by a part than are put in order here."""
    number = submitted(sample)
    part = number[-7:]
    newer = [submitted(sample, po_number=f"X{part}-{at}") for at in range(3)]
    wanted = [(number, "number_part"), *((one, "po_number") for one in reversed(newer))]
    for few in (64, 4, 2):
        monkeypatch.setattr(order_search, "_FEW", few)
        assert [(one.row.number, one.by) for one in search(sample, part)] == wanted, few


@pytest.mark.parametrize("rubbish", ["%", "_", "\\", "'; --", "９" * 40, "1" * 400, "\x00x~", "🙂"])
def test_rubbish_finds_nothing_and_breaks_nothing(sample: SampleDesk, rubbish: str) -> None:
    submitted(sample)
    assert search(sample, rubbish) == ()


def test_a_search_asks_a_few_times_however_many_orders_are_found(sample: SampleDesk) -> None:
    asked: list[str] = []
    with sample.store.reading() as connection:
        event.listen(connection, "before_cursor_execute", lambda *args: asked.append(args[2]))
        find_orders(connection, OrderQuestion("1", (sample_id("customer", "C1001"),), 40))
    assert len(asked) <= 9


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("发货", "fahuo"),
        ("发货", "fh"),
        ("重打", "chongda"),
        ("重打", "zhongda"),
        ("单", "shan"),
        ("Ctrl 键", "jian"),
    ],
)
def test_words_of_the_program_have_their_pinyin(text: str, wanted: str) -> None:
    assert wanted in quick_readings(text)


def test_latin_words_have_no_pinyin() -> None:
    assert quick_readings("Submit order") == ()
