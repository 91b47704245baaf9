"""A customer's record without a window: typed, saved against its revision, merged with what others do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from orderdesk.intake.sample import sample_id
from orderdesk.services.check import check_store
from orderdesk.services.reading.whole_records import Standing, customer_by_id
from orderdesk.ui.language import language
from orderdesk.ui.records.presenter import CopyOf
from orderdesk.ui.records.values import structure_problems
from orderdesk.ui.records.wording import problem_line
from orderdesk.ui.screens.customers.record import KIND
from orderdesk.wire.commands import PutCustomer
from orderdesk.wire.records import CustomerRecord
from orderdesk.words import LANGUAGES
from tests.support.desk import SampleDesk, open_sample_desk
from tests.ui.records.desk_by_hand import Opened

HUADONG = sample_id("customer", "C1001")
MEIJIA = sample_id("customer", "C1002")


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


def stored(sample: SampleDesk, customer_id: object = HUADONG) -> Standing[CustomerRecord]:
    with sample.store.reading() as connection:
        found = customer_by_id(connection, customer_id)  # type: ignore[arg-type] # an id
    assert found is not None
    return found


def other_saves(sample: SampleDesk, **fields: object) -> None:
    """Somebody else saves Huadong's record with other values."""
    now = stored(sample)
    outcome = sample.do(
        PutCustomer(record=now.record.model_copy(update=fields)), "zhoumin", base_revision=now.revision
    )
    assert outcome.outcome == "applied", outcome.problems


def opened(sample: SampleDesk, key: object | None = HUADONG, person: str = "zhangwei") -> Opened:
    return Opened(sample, KIND, key, person)


def test_what_is_typed_is_read_and_saved_and_the_rest_stays(sample: SampleDesk) -> None:
    before = stored(sample).record
    desk = opened(sample)
    assert desk.type("phone", "０２１－５５６６")  # full-width digits
    assert desk.type("credit_limit", "=120*1000")
    assert desk.type("receivable_as_of", "2026-03-01")
    assert desk.type("invoice.bank", "建设银行 川沙")
    assert desk.type("bill_to_id", "C1002")
    assert desk.type("addresses[1].main", "n")
    assert desk.presenter.is_modified
    desk.presenter.save()
    after = stored(sample)
    assert after.revision == 2
    changed = {
        "phone": "021-5566", "credit_limit": Decimal(120000), "receivable_as_of": date(2026, 3, 1),
        "invoice": before.invoice.model_copy(update={"bank": "建设银行 川沙"}), "bill_to_id": MEIJIA,
    }  # fmt: skip
    assert after.record == before.model_copy(update=changed)
    assert not desk.presenter.is_modified
    assert desk.view.said[-1] == ("records.saved", "done")


def test_what_cannot_be_read_stays_as_typed_and_everything_wrong_comes_at_once(sample: SampleDesk) -> None:
    desk = opened(sample)
    assert not desk.type("credit_limit", "lots")
    assert not desk.type("terms.closing_day", "32")
    assert not desk.type("bill_to_id", "nobody")
    assert not desk.type("receivable_as_of", "soon")
    desk.type("name", "")
    desk.type("code", "C1002")
    desk.type("addresses[2].main", "y")
    desk.presenter.insert("item_numbers", 3)
    desk.type("item_numbers[3].number", desk.text("item_numbers[0].number"))
    desk.presenter.save()
    assert desk.wrong() == [
        ("code", "record.code_taken"),
        ("name", "record.name_missing"),
        ("terms.closing_day", "records.fault.at_most"),
        ("credit_limit", "error.number.unreadable"),
        ("receivable_as_of", "error.date.unreadable"),
        ("bill_to_id", "records.fault.no_customer"),
        ("addresses", "customer.main_addresses"),
        ("item_numbers[3]", "record.repeated"),
        ("item_numbers[3].item_id", "records.fault.missing"),
    ]
    assert desk.view.jumped
    assert (desk.text("credit_limit"), desk.text("bill_to_id")) == ("lots", "nobody")
    assert stored(sample).revision == 1
    assert all(problem_line(one, desk.form, desk.desk).place for one in desk.view.problems)


def test_a_problem_goes_from_the_list_when_it_is_mended(sample: SampleDesk) -> None:
    desk = opened(sample)
    desk.type("name", "")
    desk.type("credit_limit", "lots")
    desk.presenter.save()
    desk.type("name", "华东")
    assert desk.wrong() == [("credit_limit", "error.number.unreadable")]
    desk.type("credit_limit", "")
    assert desk.wrong() == []
    desk.presenter.save()
    assert (stored(sample).record.name, stored(sample).record.credit_limit) == ("华东", None)


def test_a_new_customer_begins_empty_and_gets_readings_and_a_credit_row(sample: SampleDesk) -> None:
    desk = opened(sample, None)
    desk.presenter.save()
    assert desk.wrong() == [("code", "records.fault.missing"), ("name", "record.name_missing")]
    desk.type("code", "C9000")
    desk.type("name", "重庆木业")
    desk.presenter.insert("addresses", 0)
    desk.type("addresses[0].city", "重庆市")
    desk.presenter.save()
    assert desk.presenter.id is not None
    assert not desk.form.is_new
    record = stored(sample, desk.presenter.id).record
    assert (record.code, record.addresses[0].city) == ("C9000", "重庆市")
    assert "cqmy" in record.readings.split()  # 重庆 = cq
    assert desk.text("readings") == record.readings
    assert check_store(sample.store).findings == ()


def test_readings_can_be_corrected_and_all_of_them_find_the_customer(sample: SampleDesk) -> None:
    desk = opened(sample)
    desk.type("readings", "huadongjiaju hdjj hdxy")
    desk.presenter.save()
    desk.desk.refresh()
    for typed in ("hdjj", "huadong", "hdxy"):
        found = desk.desk.indexes().customers.search(typed)
        assert HUADONG in {match.key for match in found}


def test_a_copy_is_a_new_customer_without_what_is_that_ones_alone(sample: SampleDesk) -> None:
    desk = opened(sample, CopyOf(HUADONG))
    source, copy = stored(sample).record, desk.form.record
    assert (copy.code, copy.phone, copy.receivable) == ("", "", None)
    assert copy.invoice == source.invoice
    assert {one.id for one in copy.addresses} & {one.id for one in source.addresses} == set()
    desk.type("code", "C9001")
    desk.type("name", "华东家居二店")
    desk.presenter.save()
    assert desk.view.problems == ()
    assert stored(sample, copy.id).record.name == "华东家居二店"
    assert stored(sample) == Standing(1, source)


def test_stopping_and_using_again_are_saved_at_once(sample: SampleDesk) -> None:
    desk = opened(sample)
    desk.presenter.toggle_use()
    assert stored(sample).record.status == "stopped"
    desk.presenter.toggle_use()
    assert (stored(sample).revision, stored(sample).record.status) == (3, "active")
    desk.type("phone", "1")
    desk.presenter.toggle_use()
    assert desk.view.said[-1] == ("records.save_first", "warn")
    assert stored(sample).revision == 3


def test_discarding_gives_back_what_is_stored(sample: SampleDesk) -> None:
    desk = opened(sample)
    desk.type("name", "other")
    desk.type("credit_limit", "lots")
    desk.presenter.remove("addresses", 0)
    assert [*desk.form.changed_fields()] == [
        "customers.field.name", "customers.field.credit_limit", "customers.page.addresses",
    ]  # fmt: skip
    desk.presenter.discard()
    assert not desk.presenter.is_modified
    assert desk.form.record == stored(sample).record
    assert desk.text("credit_limit") == "100000"


def test_what_others_change_elsewhere_is_taken_over_while_typing(sample: SampleDesk) -> None:
    desk = opened(sample)
    desk.type("phone", "021-1")
    other_saves(sample, contact="王")
    desk.presenter.note_changes(desk.desk.changes[-1])
    assert (desk.text("phone"), desk.text("contact")) == ("021-1", "王")
    assert desk.view.said[-1] == ("records.news.merged", "info")
    desk.presenter.save()
    assert (stored(sample).record.phone, stored(sample).record.contact) == ("021-1", "王")


def test_the_same_field_changed_by_two_shows_both_and_waits_for_an_answer(sample: SampleDesk) -> None:
    desk = opened(sample)
    desk.type("phone", "021-1")
    desk.type("note", "mine")
    other_saves(sample, phone="021-2", note="theirs")
    desk.presenter.save()  # on the revision from before
    assert stored(sample).record.phone == "021-2"
    assert desk.wrong() == [("phone", "records.conflict.open"), ("note", "records.conflict.open")]
    line = problem_line(desk.view.problems[0], desk.form, desk.desk)
    assert line.is_conflict
    assert "021-1" in line.sentence
    assert "021-2" in line.sentence
    desk.presenter.save()  # unanswered: nothing happens
    assert stored(sample).revision == 2
    desk.presenter.answer("phone", mine=True)
    desk.presenter.answer("note", mine=False)
    desk.presenter.save()
    record = stored(sample).record
    assert (record.phone, record.note) == ("021-1", "theirs")


def test_an_address_that_one_changed_and_the_other_deleted_is_asked_about(sample: SampleDesk) -> None:
    desk = opened(sample)
    rows = stored(sample).record.addresses
    desk.type("addresses[1].rest", "新路 1 号")
    other_saves(sample, addresses=(rows[0], *rows[2:]))
    desk.presenter.note_changes(desk.desk.changes[-1])
    assert desk.wrong() == [("addresses[1]", "records.conflict.open")]
    desk.presenter.answer("addresses[1]", mine=False)
    desk.presenter.save()
    assert stored(sample).record.addresses == (rows[0], *rows[2:])


def test_rows_that_others_add_come_behind_and_rows_that_i_delete_stay_deleted(sample: SampleDesk) -> None:
    desk = opened(sample)
    rows = stored(sample).record.addresses
    desk.presenter.remove("addresses", 3)
    new = rows[0].model_copy(update={"id": sample.ports.ids.new(), "main": False, "label": "new"})
    other_saves(sample, addresses=(*rows, new))
    desk.presenter.note_changes(desk.desk.changes[-1])
    assert desk.form.record.addresses == (*rows[:3], new)


def test_what_is_typed_while_a_save_is_under_way_stays_typed(sample: SampleDesk) -> None:
    desk = opened(sample)
    desk.type("phone", "021-1")
    desk.desk.held = []
    desk.presenter.save()
    desk.type("contact", "later")
    desk.presenter.save()  # one at a time
    desk.desk.let_go()
    assert desk.presenter.is_modified
    assert desk.text("contact") == "later"
    assert (stored(sample).revision, stored(sample).record.contact) == (2, "沈丽华")
    desk.presenter.save()
    assert stored(sample).record.contact == "later"


def test_a_clerk_reads_and_may_not_change(sample: SampleDesk) -> None:
    desk = opened(sample, person="lina")
    assert not desk.presenter.may_change
    desk.presenter.insert("addresses", 0)
    assert not desk.presenter.remove("addresses", 0)
    assert not desk.presenter.is_modified


def test_rows_take_their_unread_texts_with_them(sample: SampleDesk) -> None:
    desk = opened(sample)
    assert not desk.type("item_numbers[2].item_id", "nothing")
    desk.presenter.remove("item_numbers", 0)
    assert desk.text("item_numbers[1].item_id") == "nothing"
    desk.presenter.insert("item_numbers", 0)
    assert desk.text("item_numbers[2].item_id") == "nothing"
    desk.presenter.remove("item_numbers", 2)
    assert desk.form.unread == {}


@pytest.mark.parametrize(
    "text", ["", "   ", "\u202e", "=1/0", "1e9", "9" * 40, "<b>x</b>", "-5", "１２", "💥" * 300]
)
def test_rubbish_in_any_field_is_read_or_refused_but_never_lost(sample: SampleDesk, text: str) -> None:
    desk = opened(sample)
    paths = [
        *KIND.spec.fields(),
        *(f"addresses[0].{one.path}" for one in KIND.spec.table("addresses").columns),
    ]
    for path in paths:
        spec = desk.spec(path)
        if spec.kind in ("choice", "yes_no") and spec.options is not None:
            continue
        if not desk.type(path, text):
            assert desk.text(path) == text
    desk.presenter.save()
    if not desk.view.problems:
        assert list(structure_problems(stored(sample).record)) == []


def test_every_field_has_its_words_in_both_languages(sample: SampleDesk) -> None:
    desk = opened(sample)
    for shown_in in LANGUAGES:
        language().switch_to(shown_in)
        for one in KIND.spec.fields().values():
            options = one.options(desk.desk.desk()) if one.options is not None else ()
            assert all(option.word or option.value == "" for option in options)
    language().switch_to("en")
