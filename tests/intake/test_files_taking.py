"""Files are taken in row by row: each row answered for, the good ones in, once, and nothing guessed."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import func, select

from orderdesk.errors import UserError
from orderdesk.intake.files.cells import neutral, plain_cell
from orderdesk.intake.files.mapping import Mapping, load_mapping
from orderdesk.intake.files.rejects import rejects_path, rejects_text, write_rejects
from orderdesk.intake.files.taking import take_file
from orderdesk.intake.files.verdicts import FileImport
from orderdesk.intake.sample import sample_id
from orderdesk.models import AuditEntry, CommandLog, Order
from orderdesk.services.check import check_store
from orderdesk.services.reading.whole_records import (
    customers_by_code,
    items_by_code,
    on_hand,
    price_lists_by_code,
)
from orderdesk.wire.commands import PutCustomer
from orderdesk.wire.records import CustomerRecord, ItemRecord
from tests.support.desk import SampleDesk, open_sample_desk


@pytest.fixture
def desk(sample_sqlite_url: str) -> Any:
    """The sample company on SQLite."""
    opened = open_sample_desk(sample_sqlite_url)
    yield opened
    opened.store.close()


def saved(tmp_path: Path, text: str, name: str = "file.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def take(
    desk: SampleDesk, path: Path, family: str, *, dry: bool = False, stop_at: int = -1, **mapping: Any
) -> FileImport:
    _, done = take_file(
        path, family, Mapping.model_validate(mapping), desk.store, None if dry else desk.door,
        lambda count, _: count != stop_at,
    )  # fmt: skip
    return done


def states(done: FileImport) -> dict[int, str]:
    return {verdict.row: verdict.state for verdict in done.verdicts}


def codes(done: FileImport) -> dict[int, list[tuple[str, str]]]:
    return {
        verdict.row: [(one.field, one.problem.code.removeprefix("problem.")) for one in verdict.findings]
        for verdict in done.rejected
    }


def customer(desk: SampleDesk, code: str) -> CustomerRecord:
    with desk.store.reading() as connection:
        return customers_by_code(connection, [code])[code].record


def item(desk: SampleDesk, code: str) -> ItemRecord:
    with desk.store.reading() as connection:
        return items_by_code(connection, [code])[code].record


def writes(desk: SampleDesk) -> tuple[int, int]:
    with desk.store.reading() as connection:
        return tuple(
            connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (AuditEntry, CommandLog)
        )  # type: ignore[return-value] # two tables, two counts


CUSTOMERS = (
    "客户编码,客户名称,电话,信用额度,业务员\n"
    "Z001,苏州木艺,0512-6688,１２，０００,lina\n"
    "C1001,华东家居,021-58348812,100000,lina\n"
    "C1002,,1,1,\n"
    "Z002,新客户,1,-5,nobody\n"
)


def test_rows_are_created_changed_left_or_rejected_on_both_databases(
    sample: SampleDesk, tmp_path: Path
) -> None:
    path = saved(tmp_path, CUSTOMERS)
    done = take(sample, path, "customers")
    assert states(done) == {2: "created", 3: "unchanged", 4: "rejected", 5: "rejected"}
    assert codes(done) == {
        4: [("name", "import.missing")],
        5: [("credit_limit", "import.negative"), ("salesperson", "reference.unknown")],
    }
    assert done.rejected[1].findings[0].column == "信用额度"
    assert done.rejected[1].findings[0].value == "-5"
    new = customer(sample, "Z001")
    assert (new.name, new.credit_limit, new.salesperson_code) == ("苏州木艺", Decimal(12000), "lina")
    assert check_store(sample.store).findings == ()


def test_a_second_run_changes_nothing_on_both_databases(sample: SampleDesk, tmp_path: Path) -> None:
    path = saved(tmp_path, "code,name,phone\nZ001,Oak & Co,1\nC1002,Renamed,2\n")
    assert states(take(sample, path, "customers")) == {2: "created", 3: "changed"}
    before = writes(sample)
    assert states(take(sample, path, "customers")) == {2: "unchanged", 3: "unchanged"}
    assert writes(sample) == before


@pytest.mark.parametrize("family", ["customers", "items", "prices", "stock", "receivables", "orders"])
def test_a_dry_run_says_the_same_and_writes_nothing(desk: SampleDesk, tmp_path: Path, family: str) -> None:
    text = {
        "customers": "code,name\nZ1,New\nC1001,Other\n",
        "items": "code,name,unit,tax rate\nZ1,New,pc,13%\n",
        "prices": "price list,code,price\nSTD-2026,A105,1\nSTD-2026,none,1\n",
        "stock": "code,quantity\nA105,1\nA107,-1\n",
        "receivables": "customer,amount,as of\nC1001,1,2026-01-02\nC9999,1,2026-01-02\n",
        "orders": "order no,customer,order date,code,qty,price,currency\nX1,C1001,2026-01-02,A105,1,5,CNY\n",
    }[family]
    path = saved(tmp_path, text)
    before, files = writes(desk), sorted(tmp_path.iterdir())
    dry = take(desk, path, family, dry=True)
    assert (writes(desk), sorted(tmp_path.iterdir())) == (before, files)
    assert take(desk, path, family).verdicts == dry.verdicts
    assert set(states(take(desk, path, family)).values()) <= {"unchanged", "rejected"}


def test_a_changed_record_keeps_what_the_file_does_not_have(desk: SampleDesk, tmp_path: Path) -> None:
    before = customer(desk, "C1001")
    take(desk, saved(tmp_path, "code,name,city\nC1001,华东家居,苏州市\n"), "customers")
    after = customer(desk, "C1001")
    assert after.addresses[0].city == "苏州市"
    assert after.addresses[0].rest == before.addresses[0].rest
    kept = {"addresses"}
    assert after.model_dump(exclude=kept) == before.model_dump(exclude=kept)
    assert after.addresses[1:] == before.addresses[1:]


def test_a_row_that_took_effect_is_not_sent_again_over_what_people_did_since(
    desk: SampleDesk, tmp_path: Path
) -> None:
    path = saved(tmp_path, "code,name,phone\nC1002,Renamed,111\n")
    take(desk, path, "customers")
    mine = customer(desk, "C1002").model_copy(update={"phone": "222"})
    with desk.store.reading() as connection:
        revision = customers_by_code(connection, ["C1002"])["C1002"].revision
    assert not desk.do(PutCustomer(record=mine), "zhoumin", revision).is_refused
    assert states(take(desk, path, "customers")) == {2: "unchanged"}
    assert customer(desk, "C1002").phone == "222"


def test_the_same_code_twice_with_other_content_takes_the_first_row(desk: SampleDesk, tmp_path: Path) -> None:
    done = take(desk, saved(tmp_path, "code,name\nZ1,One\nZ1,One\nZ1,Two\n"), "customers")
    assert states(done) == {2: "created", 3: "unchanged", 4: "rejected"}
    assert codes(done) == {4: [("code", "import.repeated")]}
    assert customer(desk, "Z1").name == "One"


def test_stopping_keeps_the_rows_before_and_a_second_run_does_the_rest(
    desk: SampleDesk, tmp_path: Path
) -> None:
    path = saved(tmp_path, "code,name\nZ1,One\nZ2,Two\nZ3,Three\n")
    stopped = take(desk, path, "customers", stop_at=2)
    assert (states(stopped), stopped.left) == ({2: "created", 3: "created"}, 1)
    assert states(take(desk, path, "customers")) == {2: "unchanged", 3: "unchanged", 4: "created"}


def test_a_refused_row_is_tried_again_when_what_it_lacked_is_there(desk: SampleDesk, tmp_path: Path) -> None:
    path = saved(tmp_path, "code,name,unit,tax rate,barcode\nZ1,New,pc,13%,6904102001078\n")
    assert codes(take(desk, path, "items")) == {2: [("barcode", "item.barcode_taken")]}
    assert codes(take(desk, path, "items")) == {2: [("barcode", "item.barcode_taken")]}
    free = saved(tmp_path, "code,name,unit,tax rate,barcode\nA105,橡木餐桌 140,张,13%,\n", "free.csv")
    assert states(take(desk, free, "items")) == {2: "unchanged"}


# ── items, prices, stock, receivables ────────────────────────────────────────────────────────────


def test_items_come_with_unit_rate_and_prices(desk: SampleDesk, tmp_path: Path) -> None:
    text = (
        "存货编码,存货名称,规格型号,单位,税率,标准价,条码\n"
        'Z1,木凳,40×40,张,13%,1 280,\nZ2,桌,,张,13%,"1,280.50",69\n'
    )
    done = take(desk, saved(tmp_path, text), "items")
    assert codes(done) == {2: [("list_price", "import.number")]}
    new = item(desk, "Z2")
    assert (new.list_price, new.tax_rate, new.unit) == (Decimal("1280.5"), Decimal("0.13"), "张")
    assert new.barcodes[0].barcode == "69"


def test_prices_change_their_list_and_leave_its_others(desk: SampleDesk, tmp_path: Path) -> None:
    text = "price list,item code,price\nSTD-2026,A105,900\nSTD-2026,A107,1080\nSTD-2026,none,1\nNONE,A105,1\n"
    path = saved(tmp_path, text)
    done = take(desk, path, "prices")
    assert states(done) == {2: "changed", 3: "unchanged", 4: "rejected", 5: "rejected"}
    assert codes(done) == {4: [("item", "reference.unknown")], 5: [("list", "reference.unknown")]}
    with desk.store.reading() as connection:
        prices = price_lists_by_code(connection, ["STD-2026"])["STD-2026"].record.prices
    by_item = {entry.item_id: entry.price for entry in prices}
    assert by_item[sample_id("item", "A105")] == 900
    assert by_item[sample_id("item", "A110")] == 960


def test_a_price_that_its_list_refuses_leaves_the_others_in(desk: SampleDesk, tmp_path: Path) -> None:
    text = (
        "price list,item code,price,valid from\n"
        "STD-2026,A105,901,2026-01-01\nSTD-2026,A107,1081,\n"
    )  # A105 has a price for every day already
    done = take(desk, saved(tmp_path, text), "prices")
    assert states(done) == {2: "rejected", 3: "changed"}
    assert codes(done) == {2: [("price", "price_list.overlap")]}


def test_a_count_makes_stock_what_it_says_and_only_once(desk: SampleDesk, tmp_path: Path) -> None:
    path = saved(tmp_path, "商品编码,仓库,数量\nA105,SZ,75\nA107,SZ,-3\nA110,none,1\n")
    done = take(desk, path, "stock")
    assert states(done) == {2: "changed", 3: "rejected", 4: "rejected"}
    assert codes(done) == {3: [("quantity", "import.negative")], 4: [("site", "reference.unknown")]}
    key = sample_id("item", "A105"), sample_id("site", "SZ")
    with desk.store.reading() as connection:
        assert on_hand(connection, *key) == 75
    assert states(take(desk, path, "stock"))[2] == "unchanged"


def test_receivables_note_what_is_owed_and_since_when(desk: SampleDesk, tmp_path: Path) -> None:
    path = saved(tmp_path, "客户编码,应收余额\nC1001,-12.50\nC9999,1\n")
    done = take(desk, path, "receivables", fixed={"as_of": "2026-11-01"})
    assert states(done) == {2: "changed", 3: "rejected"}
    found = customer(desk, "C1001")
    assert (found.receivable, str(found.receivable_as_of)) == (Decimal("-12.5"), "2026-11-01")


# ── orders ───────────────────────────────────────────────────────────────────────────────────────

HEADER = "order no,customer,order date,code,qty,price,amount,currency\n"


def test_an_order_is_taken_in_whole_or_not_at_all(desk: SampleDesk, tmp_path: Path) -> None:
    text = HEADER + (
        "X1,C1001,2026-01-02,A105,2,5,,CNY\nX2,C1001,2026-01-02,A105,1,5,,CNY\n"
        "X1,C1001,2026-01-02,A107,3,,10,CNY\nX2,C1001,2026-01-02,none,1,5,,CNY\n"
    )
    done = take(desk, saved(tmp_path, text), "orders")
    assert states(done) == {2: "created", 3: "rejected", 4: "created", 5: "rejected"}
    assert codes(done) == {3: [("number", "import.lines_rejected")], 5: [("item", "reference.unknown")]}
    assert (done.orders, done.totals) == (1, (("CNY", Decimal(20)),))
    with desk.store.reading() as connection:
        assert connection.execute(select(Order.number, Order.total).where(Order.source == "file")).all() == [
            ("X1", Decimal(20))
        ]
    assert check_store(desk.store).findings == ()


@pytest.mark.parametrize(
    ("row", "field", "code"),
    [
        ("X1,C1001,2026-01-02,A105,-2,5,,CNY", "quantity", "import.negative"),
        ("X1,C1001,2026-01-02,A105,0,5,,CNY", "quantity", "past_order.quantity"),
        ("X1,,2026-01-02,A105,2,5,,CNY", "customer", "import.missing"),
        ("X1,C9999,2026-01-02,A105,2,5,,CNY", "customer", "reference.unknown"),
        ("X1,C1001,2026-01-02,A105,2,,,CNY", "unit_price", "import.missing"),
        ("X1,C1001,2026-01-02,A105,2,5,11,CNY", "amount", "import.amount_differs"),
        ("X1,C1001,03/04/2026,A105,2,5,,CNY", "document_date", "import.date_ambiguous"),
        ("X1,C1001,2026-01-02,A105,2,5,,yuan", "currency", "import.currency"),
        (",C1001,2026-01-02,A105,2,5,,CNY", "number", "import.missing"),
        ("X1,C1001,2026-01-02,A105,2,5,,CNY,more", "", "import.cells"),
    ],
)
def test_what_is_wrong_in_an_order_is_named_and_nothing_comes_in(
    desk: SampleDesk, tmp_path: Path, row: str, field: str, code: str
) -> None:
    done = take(desk, saved(tmp_path, HEADER + row + "\n"), "orders")
    assert codes(done) == {2: [(field, code)]}
    assert done.orders == 0


def test_rows_of_one_order_that_disagree_reject_it(desk: SampleDesk, tmp_path: Path) -> None:
    rows = "X1,C1001,2026-01-02,A105,2,5,,CNY\nX1,C1002,2026-01-02,A105,2,5,,CNY\n"
    done = take(desk, saved(tmp_path, HEADER + rows), "orders")
    assert codes(done)[3] == [("customer", "import.differs")]
    assert set(states(done).values()) == {"rejected"}


def test_an_order_that_is_there_with_other_content_stays(desk: SampleDesk, tmp_path: Path) -> None:
    take(desk, saved(tmp_path, HEADER + "X1,C1001,2026-01-02,A105,2,5,,CNY\n"), "orders")
    done = take(desk, saved(tmp_path, HEADER + "X1,C1001,2026-01-02,A105,3,5,,CNY\n"), "orders")
    assert codes(done) == {2: [("number", "past_order.differs")]}


def test_what_an_order_names_is_made_only_with_leave_from_the_mapping(
    desk: SampleDesk, tmp_path: Path
) -> None:
    text = (
        "order no,customer,customer name,order date,code,product name,qty,amount\n"
        "X1,N1,Neu,2026-01-02,P1,Holz,2,9\n"
    )
    path = saved(tmp_path, text)
    assert take(desk, path, "orders", fixed={"currency": "EUR"}).orders == 0
    done = take(desk, path, "orders", fixed={"currency": "EUR"}, options={"create_missing": True})
    assert (states(done), done.totals) == ({2: "created"}, (("EUR", Decimal(9)),))
    assert (customer(desk, "N1").name, item(desk, "P1").name) == ("Neu", "Holz")


# ── messy figures ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "sign", "value"),
    [
        ("１２３４", ".", "1234"), ("1,234.50", ".", "1234.5"), ("1.234,50", ",", "1234.5"),
        ("1,234", ".", "1234"), ("12,5", ".", "12.5"), ("0012", ".", "12"), (" 7 ", ".", "7"),
    ],
)  # fmt: skip
def test_figures_are_read_exactly(
    desk: SampleDesk, tmp_path: Path, written: str, sign: str, value: str
) -> None:
    path = saved(tmp_path, f"code;on hand\nA105;{written}\n")
    done = take(desk, path, "stock", fixed={"site": "SZ"}, options={"decimal_sign": sign})
    assert codes(done) == {}
    with desk.store.reading() as connection:
        key = sample_id("item", "A105"), sample_id("site", "SZ")
        assert on_hand(connection, *key) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "sign", "code"),
    [
        ("-3", ".", "negative"), ("－３", ".", "negative"), ("(3)", ".", "number"), ("3*4", ".", "number"),
        ("¥3", ".", "number"), ("3 pc", ".", "number"), ("1e3", ".", "number"), ("1,23,4.5", ".", "number"),
        ("1.234", ",", "number_ambiguous"), ("1.2345", ".", "decimals"), ("=1+1", ".", "number"),
        ("99999999", ".", "number_too_large"), ("", ".", "missing"),
    ],
)  # fmt: skip
def test_figures_that_are_not_certain_are_rejected(
    desk: SampleDesk, tmp_path: Path, written: str, sign: str, code: str
) -> None:
    path = saved(tmp_path, f"code;on hand;x\nA105;{written};x\n")
    done = take(desk, path, "stock", dry=True, options={"decimal_sign": sign})
    assert codes(done) == {2: [("quantity", f"import.{code}")]}


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("2026-03-04", "", "2026-03-04"), ("2026/3/4", "", "2026-03-04"), ("20260304", "", "2026-03-04"),
        ("2026年3月4日", "", "2026-03-04"), ("２０２６．３．４", "", "2026-03-04"),
        ("2026-03-04 00:00:00", "dmy", "2026-03-04"), ("25/03/2026", "", "2026-03-25"),
        ("03/25/2026", "", "2026-03-25"), ("03/03/2026", "", "2026-03-03"),
        ("03/04/2026", "dmy", "2026-04-03"), ("03.04.2026", "mdy", "2026-03-04"),
    ],
)  # fmt: skip
def test_three_styles_of_dates_are_read(
    desk: SampleDesk, tmp_path: Path, written: str, order: str, day: str
) -> None:
    path = saved(tmp_path, f"customer,amount,as of\nC1001,1,{written}\n")
    assert codes(take(desk, path, "receivables", options={"date_order": order})) == {}
    assert str(customer(desk, "C1001").receivable_as_of) == day


@pytest.mark.parametrize(
    ("written", "order", "code"),
    [
        ("03/04/2026", "", "date_ambiguous"), ("03/04/2026", "ymd", "date"), ("25/03/2026", "mdy", "date"),
        ("03/04/26", "dmy", "date"), ("2026-02-30", "", "date"), ("45000", "", "date"), ("t", "", "date"),
        ("15", "", "date"), ("2026-03/04", "", "date"), ("", "", "missing"),
    ],
)  # fmt: skip
def test_dates_that_are_not_certain_are_rejected(
    desk: SampleDesk, tmp_path: Path, written: str, order: str, code: str
) -> None:
    path = saved(tmp_path, f"customer,amount,as of,x\nC1001,1,{written},x\n")
    done = take(desk, path, "receivables", dry=True, options={"date_order": order})
    assert codes(done) == {2: [("as_of", f"import.{code}")]}


@pytest.mark.parametrize(
    ("written", "rates", "found"),
    [
        ("13%", "", "0.13"), ("13％", "", "0.13"), ("0", "", "0"), ("13", "percent", "0.13"),
        ("0.13", "fraction", "0.13"), ("0.13", "", "rate_ambiguous"), ("13", "", "rate_ambiguous"),
        ("13", "fraction", "rate"), ("101%", "", "rate"),
    ],
)  # fmt: skip
def test_a_rate_says_itself_or_by_the_mapping_what_it_is(
    desk: SampleDesk, tmp_path: Path, written: str, rates: str, found: str
) -> None:
    path = saved(tmp_path, f"code,name,unit,tax rate\nZ1,x,pc,{written}\n")
    done = take(desk, path, "items", options={"rates": rates})
    if found.startswith("rate"):
        assert codes(done) == {2: [("tax_rate", f"import.{found}")]}
    else:
        assert item(desk, "Z1").tax_rate == Decimal(found)


def test_a_messy_workbook_gets_its_verdicts(desk: SampleDesk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    rows: list[tuple[Any, ...]] = [
        ("编码", "实盘数量", "仓库"), ("A105", 12.5, "SZ"), (None, None, None), ("A107", "１，２００", "SZ"),
        ("A110", "=B2*2", "SZ"), ("A115", -4, "SZ"), ("A120", "#N/A", "SZ"), ("A122", 1.23456, "SZ"),
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "count.xlsx")
    done = take(desk, tmp_path / "count.xlsx", "stock", options={"decimal_sign": ","})
    assert codes(done) == {
        4: [("quantity", "import.number_ambiguous")],
        5: [("quantity", "import.formula")],
        6: [("quantity", "import.negative")],
        7: [("quantity", "import.error_cell")],
        8: [("quantity", "import.decimals")],
    }
    with desk.store.reading() as connection:
        key = sample_id("item", "A105"), sample_id("site", "SZ")
        assert on_hand(connection, *key) == Decimal("12.5")


# ── columns and mappings ─────────────────────────────────────────────────────────────────────────


def whole_file(desk: SampleDesk, path: Path, family: str, **mapping: Any) -> list[str]:
    with pytest.raises(UserError) as caught:
        take(desk, path, family, **mapping)
    return [problem.code.removeprefix("problem.import.") for problem in caught.value.problems]


def test_a_file_without_a_required_column_is_refused(desk: SampleDesk, tmp_path: Path) -> None:
    assert whole_file(desk, saved(tmp_path, "code,phone\nZ1,1\n"), "customers") == ["columns"]


def test_two_columns_for_one_field_are_not_chosen_between(desk: SampleDesk, tmp_path: Path) -> None:
    path = saved(tmp_path, "编码,数量,qty\nA105,1,2\n")
    assert whole_file(desk, path, "stock") == ["columns"]
    assert states(take(desk, path, "stock", dry=True, columns={"quantity": "qty"})) == {2: "changed"}


def test_a_mapping_that_names_what_is_not_there_is_refused(desk: SampleDesk, tmp_path: Path) -> None:
    path = saved(tmp_path, "code,name,x,x\nZ1,One,1,2\n")
    mapping = {"columns": {"phone": "tel", "contact": "x"}, "fixed": {"colour": "red"}}
    assert whole_file(desk, path, "customers", **mapping) == [
        "field_unknown",
        "column_unknown",
        "column_twice",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("map.toml", '[columns]\nname = "Firma"\n[options]\ndate_order = "dmy"\n'),
        ("map.json", '{"columns": {"name": "Firma"}, "options": {"date_order": "dmy"}}'),
    ],
)
def test_a_mapping_is_toml_or_json(tmp_path: Path, name: str, text: str) -> None:
    loaded = load_mapping(saved(tmp_path, text, name))
    assert (loaded.columns, loaded.options.date_order) == ({"name": "Firma"}, "dmy")


@pytest.mark.parametrize(
    "text",
    ["[columns", '[options]\ndate_order = "ydm"\n', "[column]\n", "[[[[", '[options]\ndelimiter = "\\n"\n'],
)
def test_a_mapping_that_does_not_fit_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match=r"error\.import\.file"):
        load_mapping(saved(tmp_path, text, "map.toml"))


# ── rejects (threat A22) ─────────────────────────────────────────────────────────────────────────


def test_rejects_are_the_rows_as_they_were_with_the_reason(desk: SampleDesk, tmp_path: Path) -> None:
    path = saved(tmp_path, "code,name,credit limit\nZ1,One,1\nZ2,Two,-5\nZ3,,\n")
    table, done = take_file(path, "customers", Mapping(), desk.store, desk.door)
    target = rejects_path(path)
    write_rejects(target, rejects_text(table, done, "Reason", lambda one: one.problem.code))
    assert target.name == "file.rejects.csv"
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert rows == [
        ["code", "name", "credit limit", "Reason"],
        ["Z2", "Two", "-5", "problem.import.negative"],
        ["Z3", "", "", "problem.import.missing"],
    ]


@pytest.mark.parametrize(
    "name", ["=1+1", "@SUM(A1)", "+1+1", "-2+3", "\t=1", "\r=1", "＝1+1", "'=1", " =1", "'-5"]
)
def test_a_cell_that_would_run_is_written_as_text_and_read_back_as_it_was(
    desk: SampleDesk, tmp_path: Path, name: str
) -> None:
    rows = io.StringIO(newline="")
    csv.writer(rows).writerows([["code", "name", "credit limit"], ["Z", name, "x"]])
    path = tmp_path / "file.csv"
    path.write_bytes(rows.getvalue().encode())
    table, done = take_file(path, "customers", Mapping(), desk.store, None)
    text = rejects_text(table, done, "Reason", lambda one: one.problem.code)
    written = list(csv.reader(io.StringIO(text, newline="")))[1]
    assert written == ["Z", f"'{name}", "x", "problem.import.number"]
    mended = tmp_path / "mended.csv"
    mended.write_bytes(text.replace(",x,", ",1,").encode())
    assert states(take(desk, mended, "customers")) == {2: "created"}
    assert customer(desk, "Z").name == name.strip()


@pytest.mark.parametrize("text", ["-5", "+86", "-0.5", "A105", "7", "沙发", ""])
def test_numbers_and_other_texts_are_written_as_they_are(text: str) -> None:
    assert (neutral(text), plain_cell(text)) == (text, text)
