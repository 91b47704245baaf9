"""A price list out into a file and back in: nothing lost, nothing guessed, nothing run."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from orderdesk.intake.files.exporting import Cell, write_table
from orderdesk.intake.files.price_sheets import COLUMNS, SheetReading, read_sheet, sheet_rows
from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.prices import standing_price_lists
from orderdesk.wire.records import BreakRecord, PriceListRecord, PriceRecord
from tests.support.desk import SampleDesk

TODAY = date(2026, 3, 9)
HEADER = (
    "List", "Code", "Item", "Unit", "From", "Off", "Applies to", "Price", "Floor price", "Valid from",
    "Valid to",
)  # fmt: skip
CHINESE = (
    "价格表", "编码", "品名", "单位", "起始量", "折扣率", "计算方式", "单价", "最低限价", "生效日期",
    "截止日期",
)  # fmt: skip


def whole(desk: SampleDesk, code: str) -> PriceListRecord:
    list_id = sample_id("price_list", code)
    with desk.store.reading() as connection:
        return standing_price_lists(connection, [list_id])[list_id].record


def cells(desk: SampleDesk, record: PriceListRecord) -> list[tuple[Cell, ...]]:
    return list(
        sheet_rows(
            record,
            desk.desk().items,
            lambda item: item.name,
            lambda _item, unit: unit,
            lambda mode: mode,
            TODAY,
        )
    )


def read(desk: SampleDesk, path: Path, record: PriceListRecord) -> SheetReading:
    return read_sheet(path, record, desk.desk().items.values(), desk.ports.ids.new)


def written(path: Path, rows: Sequence[Sequence[Cell]], header: Sequence[str] = HEADER) -> Path:
    write_table(path, header, rows)
    return path


@pytest.mark.parametrize("name", ["prices.xlsx", "prices.csv"])
@pytest.mark.parametrize("header", [HEADER, CHINESE])
@pytest.mark.parametrize("code", ["STD-2026", "TIER-VIP", "AG-LANHAI"])
def test_a_list_comes_back_as_it_went_out(
    sample: SampleDesk, tmp_path: Path, name: str, header: Sequence[str], code: str
) -> None:
    assert len(HEADER) == len(COLUMNS)
    record = whole(sample, code)
    found = read(sample, written(tmp_path / name, cells(sample, record), header), record)
    assert (found.changed, found.new, found.missing, found.bad) == ((), (), (), ())
    assert found.same == len(record.prices) + len(record.breaks)


def test_every_figure_and_day_comes_back(sample: SampleDesk, tmp_path: Path) -> None:
    item = sample_id("item", "A105")
    figures = ["0", "0.0001", "12.5", "1234.5678", "99999998.9999", "99999999", "0.3", "1e-4", "7.07"]
    days = [date(1990, 1, 1) + timedelta(days=397 * at) for at in range(len(figures))]
    rates = ["0", "0.000001", "0.035", "0.333333", "1"]
    new_id = sample.ports.ids.new
    made = PriceListRecord(
        id=new_id(), code="=L9", name="x", source="list",
        prices=tuple(
            PriceRecord(
                id=new_id(), item_id=item, unit="张", price=Decimal(one), valid_from=day, valid_to=day
            )
            for one, day in zip(figures, days, strict=True)
        ),
        breaks=tuple(
            BreakRecord.model_validate(
                {
                    "id": new_id(), "item_id": item, "unit": "张", "from_quantity": Decimal(1) / 1000 + at,
                    "mode": mode, "discount": Decimal(rate), "valid_to": date(2099, 12, 31),
                }
            )
            for at, (rate, mode) in enumerate((rate, mode) for rate in rates for mode in ("whole", "above"))
        ),
    )  # fmt: skip
    for name in ("a.xlsx", "a.csv"):
        found = read(sample, written(tmp_path / name, cells(sample, made)), made)
        assert (found.bad, found.missing, found.changed, found.new) == ((), (), (), ())
        assert found.same == len(figures) + 2 * len(rates)


def test_an_edited_file_says_what_it_changes(sample: SampleDesk, tmp_path: Path) -> None:
    record = whole(sample, "STD-2026")
    rows = [list(row) for row in cells(sample, record)]
    at = {(row[1], row[4]): index for index, row in enumerate(rows)}
    rows[at["A105", None]][7] = Decimal("899.5")  # changed
    rows[at["A107", None]][10] = date(2026, 12, 31)
    rows[at["A110", None]][7] = "dear"  # bad: its own entry is not called missing
    rows[at["A115", None]][1] = "A999"
    rows[at["A120", None]][3] = "furlong"
    rows[at["A122", None]][0] = "TIER-A"
    del rows[at["A140", None]]
    rows.append(["STD-2026", "A105", "", "张", Decimal(20), "4%", "above", *([None] * 4)])
    rows.append(["", "A130", "", "", None, None, None, Decimal(1), None, None, None])
    found = read(sample, written(tmp_path / "a.xlsx", rows), record)
    changed = {one.item_id: one for one in found.changed}
    assert set(changed) == {sample_id("item", "A105"), sample_id("item", "A107")}
    assert changed[sample_id("item", "A105")].price == Decimal("899.5")  # type: ignore[union-attr] # it has no quantity, so it is a price
    [fresh] = found.new
    assert isinstance(fresh, BreakRecord)
    assert (fresh.from_quantity, fresh.discount, fresh.mode) == (Decimal(20), Decimal("0.04"), "above")
    missing = {one.item_id for one in record.prices if one.id in found.missing}
    assert missing == {sample_id("item", "A140"), sample_id("item", "A115")}
    assert [(row.key, [one.code.removeprefix("problem.") for one in row.problems]) for row in found.bad] == [
        ("A110", ["import.number"]), ("A999", ["reference.unknown"]), ("A120", ["item.unit_unknown"]),
        ("A122", ["price_list.other"]), ("A130", ["import.repeated"]),
    ]  # fmt: skip


def test_a_formula_in_a_cell_is_never_taken_for_its_price(sample: SampleDesk, tmp_path: Path) -> None:
    record = whole(sample, "AG-LANHAI")
    path = written(tmp_path / "a.xlsx", cells(sample, record))
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet["H2"] = "=1+1"
    book.save(path)
    found = read(sample, path, record)
    assert [one.code for row in found.bad for one in row.problems] == ["problem.import.formula"]
    assert not found.missing


def test_names_that_a_spreadsheet_would_run_are_marked(sample: SampleDesk, tmp_path: Path) -> None:
    record = whole(sample, "AG-LANHAI").model_copy(update={"code": "=HYPERLINK(1)"})
    path = written(tmp_path / "a.csv", cells(sample, record))
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert {row[0] for row in list(csv.reader(file))[1:]} == {"'=HYPERLINK(1)"}
    assert read(sample, path, record).bad == ()
