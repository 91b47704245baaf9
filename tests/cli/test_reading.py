"""``list``, ``show``, ``price``: the rows, the filters, and what is not there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from orderdesk.services.reading.listing import KINDS
from tests.cli.conftest import Cli
from tests.support.desk import SampleDesk


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_lists_rows_and_shows_the_first_of_them(cli: Cli, sample: SampleDesk, kind: str) -> None:
    outcome = sample.submit(sample.draft("C2002", ("A115", "8"), requested=date(2026, 3, 12)))
    assert outcome.outcome == "applied"
    sample.submit(sample.draft("C1001", ("A105", "2"), requested=date(2026, 3, 12)))
    url = sample.store.engine.url.render_as_string(hide_password=False)
    rows = cli("list", kind, "--store", url, "--json").json
    if kind == "holds":
        assert rows == []
        return
    assert rows
    key = next(rows[0][name] for name in KINDS[kind]().keys if rows[0][name] is not None)
    shown = cli("show", kind, str(key), "--store", url, "--json")
    assert shown.code == 0
    assert cli("list", kind, "--store", url).out.splitlines()[1:]


def test_conditions_must_all_hold(cli: Cli, sample_url: str) -> None:
    where = ("--where", "tier=vip", "--where", "customer_class=end")
    rows = cli("list", "customers", *where, "--store", sample_url, "--json").json
    assert [row["code"] for row in rows] == ["C1001", "C2001", "C3009"]


@pytest.mark.parametrize(
    ("kind", "condition", "count"),
    [
        ("items", "list_price=142", 3),
        ("items", "tax_rate=0.13", 61),
        ("items", "active=no", 0),
        ("items", "order_multiple=", 56),
        ("stock", "item=B210", 2),
        ("stock", "on_hand=40", 2),
        ("customers", "receivable_as_of=2026-03-08", 39),
        ("customers", "credit_limit=", 1),
        ("audit", "v=1", 1),
    ],
)
def test_values_are_compared_in_the_type_of_their_field(
    cli: Cli, sample_url: str, kind: str, condition: str, count: int
) -> None:
    rows = cli("list", kind, "--where", condition, "--store", sample_url, "--json").json
    assert len(rows) == count


def test_a_limit_takes_the_first_rows(cli: Cli, sample_url: str) -> None:
    rows = cli("list", "items", "--limit", "2", "--store", sample_url, "--json").json
    assert [row["code"] for row in rows] == ["A105", "A107"]
    assert cli("list", "items", "--limit", "0", "--store", sample_url).code == 2


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("list", "dragons"), "price-lists"),
        (("list", "items", "--where", "colour=red"), "list_price"),
        (("list", "items", "--where", "list_price=dear"), "dear"),
        (("list", "items", "--where", "list_price=1.00001"), "1.00001"),
        (("list", "items", "--where", "active=perhaps"), "perhaps"),
        (("list", "items", "--where", "code"), "field=value"),
        (("show", "dragons", "x"), "customers"),
        (("price", "--customer", "C1001", "--item", "A105", "--qty", "many"), "many"),
        (("price", "--customer", "C1001", "--item", "A105", "--qty", "-1"), "-1"),
        (("price", "--customer", "C1001", "--item", "A105", "--qty", "1", "--date", "soon"), "soon"),
    ],
)
def test_wrong_questions_are_usage_errors_that_name_what_there_is(
    cli: Cli, sample_sqlite_url: str, words: tuple[str, ...], named: str
) -> None:
    said = cli(*words, "--store", sample_sqlite_url)
    assert (said.code, said.out) == (2, "")
    assert named in said.err


def test_an_order_is_shown_with_all_that_belongs_to_it(cli: Cli, sample: SampleDesk) -> None:
    outcome = sample.submit(sample.draft("C1001", ("A105", "2"), ("B211", "6"), requested=date(2026, 3, 12)))
    number = outcome.touched_one("order").number
    url = sample.store.engine.url.render_as_string(hide_password=False)
    order = cli("show", "orders", str(number), "--store", url, "--json").json
    assert (order["state"], order["customer"]) == ("released", "C1001")
    assert [(line["code"], line["quantity"]) for line in order["lines"]] == [("A105", "2"), ("B211", "6")]
    assert [part["reserved"] for part in order["schedule"]] == ["2", "6"]
    assert [(delivery["part"], delivery["site"]) for delivery in order["deliveries"]] == [(1, "PD")]
    assert [change["command"] for change in order["changes"]] == ["submit_order"]
    assert '"through_row":' in order["route"]
    assert "figures" in order["lines"][0]["receipt"]
    text = cli("show", "orders", str(number), "--store", url).out
    assert "lines (2)" in text
    assert "deliveries (1)" in text


def test_what_is_not_there_is_said(cli: Cli, sample_url: str) -> None:
    said = cli("show", "items", "X999", "--store", sample_url)
    assert (said.code, said.out) == (1, "")
    assert "X999" in said.err


def test_a_price_comes_with_its_reasons(cli: Cli, sample_url: str) -> None:
    words = ("price", "--customer", "C1001", "--item", "B210", "--qty", "48", "--date", "2026-03-09")
    said = cli(*words, "--store", sample_url)
    assert said.code == 0
    assert said.out.splitlines()[0] == "B210 Chair, walnut, grey, 48 把, customer C1001, 2026-03-09"
    assert "CNY 6,183.72" in said.out
    data = cli(*words, "--store", sample_url, "--json").json
    assert (data["source"], data["source_ref"], data["figures"]["amount_gross"]) == (
        "tier", "TIER-VIP", "6183.72",
    )  # fmt: skip


@pytest.mark.parametrize(("day", "price"), [("2026-02-17", "119"), ("2026-02-18", "133.5")])
def test_an_agreement_holds_up_to_its_last_day(cli: Cli, sample_url: str, day: str, price: str) -> None:
    words = ("price", "--customer", "C1001", "--item", "B210", "--qty", "1", "--date", day)
    assert cli(*words, "--store", sample_url, "--json").json["figures"]["unit_price"] == price


def test_without_a_price_the_exit_code_is_1(cli: Cli, sample: SampleDesk) -> None:
    from orderdesk.wire.commands import PutItem
    from orderdesk.wire.records import ItemRecord

    record = {"id": sample.ports.ids.new(), "code": "Z1", "name": "样品", "tax_rate": "0.13"}
    sample.do(PutItem(record=ItemRecord.model_validate(record)), "zhoumin")
    url = sample.store.engine.url.render_as_string(hide_password=False)
    said = cli("price", "--customer", "C1001", "--item", "Z1", "--qty", "1", "--store", url)
    assert said.code == 1
    assert "There is no price for this." in said.out


def test_unknown_customer_item_and_unit_are_named(cli: Cli, sample_sqlite_url: str) -> None:
    words = ("price", "--qty", "1", "--store", sample_sqlite_url)
    said = cli(*words, "--customer", "C0", "--item", "X0")
    assert said.code == 1
    assert said.err.count("\n") == 3
    said = cli(*words, "--customer", "C1001", "--item", "A105", "--unit", "桶")
    assert (said.code, "桶" in said.err) == (1, True)


def test_chinese_is_spoken_where_it_is_asked_for(
    cli: Cli, sample_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORDERDESK_LANGUAGE", "zh")
    assert "没有" in cli("show", "items", "X999", "--store", sample_sqlite_url).err
    assert "接单台" in cli("--help").out


def test_columns_stand_below_each_other_with_wide_characters(cli: Cli, sample_sqlite_url: str) -> None:
    from orderdesk.cli.tables import width

    where = ("--where", "code=C1001")
    header, row = cli("list", "customers", *where, "--store", sample_sqlite_url).out.splitlines()
    before = row[: row.index("Huadong")]
    assert width(before) == header.index("name_en")


def test_the_note_of_a_delivery_is_written(cli: Cli, sample: SampleDesk, tmp_path: Path) -> None:
    outcome = sample.submit(sample.draft("C1001", ("A105", "2"), requested=date(2026, 3, 12)))
    url = sample.store.engine.url.render_as_string(hide_password=False)
    part = f"{outcome.touched_one('order').number}/1"
    out = tmp_path / "note.pdf"
    said = cli("note", part, "--paper", "a4", "--out", out, "--store", url)
    assert said.code == 0, said.err
    assert out.read_bytes().startswith(b"%PDF-")
    assert cli("note", "SO-XXX-000001/1", "--out", out, "--store", url).code == 1
    assert cli("note", part, "--out", tmp_path / "no" / "note.pdf", "--store", url).code == 1


def test_the_day_check_lists_what_is_left_and_says_when_nothing_is(cli: Cli, sample: SampleDesk) -> None:
    url = sample.store.engine.url.render_as_string(hide_password=False)
    said = cli("list", "daycheck", "--store", url)
    assert (said.code, said.out) == (0, "All clear: nothing is left of the day.\n")
    assert cli("list", "daycheck", "--store", url, "--json").json == []
    sample.save(sample.draft("C1001", ("A105", "2")))
    sample.submit(sample.draft("C2002", ("A107", "20")))
    rows = cli("list", "daycheck", "--store", url, "--json").json
    assert [row["section"] for row in rows] == ["drafts", "approvals"]
    approvals = cli("list", "daycheck", "--where", "section=approvals", "--store", url, "--json").json
    assert [row["number"] for row in approvals] == [rows[1]["number"]]
    assert "C2002" in cli("list", "daycheck", "--limit", "2", "--store", url).out
    wrong = cli("list", "daycheck", "--where", "colour=red", "--store", url)
    assert (wrong.code, "section" in wrong.err) == (2, True)
