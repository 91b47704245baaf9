"""Taking in a file without a window: checked first, written by whoever may, stopped, repeated, put right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from orderdesk.errors import OrderDeskError
from orderdesk.intake.files.rows import Finding
from orderdesk.models import AuditEntry, Customer
from orderdesk.services.context import Actor
from orderdesk.services.door import Door
from orderdesk.services.store import Store
from orderdesk.ui.screens.importing.presenter import ImportPresenter, Looked, Wish
from tests.support.desk import SampleDesk

GOOD = "编码,客户名称,电话\nN1,新客一,021-5550001\nN2,新客二,021-5550002\n"
MIXED = "code,name,currency,hobby\nN1,One,CNY,chess\n,Two,CNY,go\nN3,Three,yuan,go\n"


@dataclass
class Lane:
    """A backend whose jobs run when they are asked for, or are kept."""

    sample: SampleDesk
    person: str = "zhoumin"
    keeps: bool = False
    kept: list[Callable[[], None]] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.sample.store

    @property
    def door(self) -> Door:
        return self.sample.door

    @property
    def actor(self) -> Actor:
        return self.sample.actor(self.person)

    def run_job(self, work: Any, done: Any, failed: Any = None) -> None:
        def run() -> None:
            try:
                found = work()
            except OrderDeskError as fault:
                failed(fault)
            else:
                done(found)

        if self.keeps:
            self.kept.append(run)
        else:
            run()


@dataclass
class Window:
    looked: Looked | None = None
    fault: OrderDeskError | None = None
    stages: int = 0

    def show_stage(self) -> None:
        self.stages += 1

    def show_looked(self, looked: Looked | None) -> None:
        self.looked = looked

    def show_fault(self, fault: OrderDeskError | None) -> None:
        self.fault = fault

    def say_finding(self, finding: Finding) -> str:
        return f"{finding.column} {finding.problem.code}"

    def reason_column(self) -> str:
        return "Reason"


@dataclass
class Desk:
    lane: Lane
    window: Window
    presenter: ImportPresenter


@pytest.fixture
def desk(sample: SampleDesk) -> Desk:
    lane, window = Lane(sample), Window()
    return Desk(lane, window, ImportPresenter(lane, window))


def file(folder: Path, text: str, name: str = "new.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def customers(sample: SampleDesk) -> int:
    with sample.store.reading() as connection:
        return connection.execute(select(func.count()).select_from(Customer)).scalar_one()


def states(desk: Desk) -> list[tuple[int, str]]:
    assert desk.window.looked is not None
    return [(one.row, one.state) for one in desk.window.looked.rows]


def test_a_check_tells_each_row_and_each_column_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = customers(desk.lane.sample)
    assert desk.presenter.check(Wish("customers", file(tmp_path, MIXED)))
    assert desk.presenter.stage == "checked"
    assert states(desk) == [(3, "rejected"), (4, "rejected"), (2, "created")]
    looked = desk.window.looked
    assert looked is not None
    assert {one.name: one.column for one in looked.fields if one.column} == {
        "code": "code", "name": "name", "currency": "currency",
    }  # fmt: skip
    assert looked.unused == ("hobby",)
    assert customers(desk.lane.sample) == before
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".csv"] == ["new.csv"]


def test_an_import_writes_what_is_good_as_the_person_who_asked_and_keeps_the_rejects(
    desk: Desk, tmp_path: Path
) -> None:
    before = customers(desk.lane.sample)
    desk.presenter.check(Wish("customers", file(tmp_path, MIXED)))
    assert desk.presenter.write()
    assert (desk.presenter.stage, customers(desk.lane.sample)) == ("written", before + 1)
    looked = desk.window.looked
    assert looked is not None
    assert looked.rejects == tmp_path / "new.rejects.csv"
    text = looked.rejects.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "code,name,currency,hobby,Reason"
    assert len(text.splitlines()) == 3
    with desk.lane.sample.store.reading() as connection:
        last = connection.execute(select(AuditEntry.actor_id).order_by(AuditEntry.v.desc()).limit(1))
        assert last.scalar_one() == desk.lane.sample.actor("zhoumin").person_id


def test_the_same_file_twice_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    wish = Wish("customers", file(tmp_path, GOOD))
    for expected in ("created", "unchanged"):
        desk.presenter.check(wish)
        desk.presenter.write()
        assert {state for _, state in states(desk)} == {expected}
    desk.presenter.check(wish)
    assert {state for _, state in states(desk)} == {"unchanged"}


def test_a_saved_mapping_says_what_the_names_do_not(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "Who;Called\nN1;One\n")
    mapping = tmp_path / "map.toml"
    mapping.write_text('[columns]\ncode = "Who"\nname = "Called"\n[fixed]\ntier = "vip"\n', encoding="utf-8")
    desk.presenter.check(Wish("customers", path))
    assert desk.window.fault is not None
    assert desk.window.fault.code == "error.import.file"
    assert desk.presenter.stage == "choosing"
    assert not desk.presenter.can_write
    desk.presenter.check(Wish("customers", path, mapping))
    assert desk.window.fault is None
    looked = desk.window.looked
    assert looked is not None
    assert [(one.name, one.column, one.fixed) for one in looked.fields if one.column or one.fixed] == [
        ("code", "Who", ""), ("name", "Called", ""), ("tier", "", "vip"),
    ]  # fmt: skip
    assert desk.presenter.write()
    assert states(desk) == [(2, "created")]


def test_a_file_that_is_gone_or_no_table_is_said_and_nothing_can_be_written(
    desk: Desk, tmp_path: Path
) -> None:
    desk.presenter.check(Wish("customers", tmp_path / "nowhere.csv"))
    assert desk.window.fault is not None
    assert desk.window.fault.code == "error.file.missing"
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 not a workbook")
    desk.presenter.check(Wish("customers", bad))
    assert desk.window.fault.code == "error.import.file"
    assert not desk.presenter.write()


def test_stopping_keeps_what_is_in_and_the_next_run_does_the_rest(desk: Desk, tmp_path: Path) -> None:
    rows = "".join(f"N{at},Name {at}\n" for at in range(20))
    wish = Wish("customers", file(tmp_path, f"code,name\n{rows}"))
    before = customers(desk.lane.sample)
    desk.presenter.check(wish)
    desk.lane.keeps = True
    desk.presenter.write()
    watch = desk.presenter.watch
    told = watch.__class__.__call__
    assert desk.presenter.is_busy
    assert not desk.presenter.check(wish)  # one at a time
    desk.presenter.stop()
    assert watch.is_stopped
    assert told(watch, 5, 20) is False
    desk.lane.kept.pop()()
    looked = desk.window.looked
    assert looked is not None
    assert (looked.done.left, customers(desk.lane.sample)) == (20, before)
    desk.lane.keeps = False
    desk.presenter.check(wish)
    desk.presenter.write()
    assert customers(desk.lane.sample) == before + 20


def test_a_check_that_was_stopped_is_no_ground_to_write_on(desk: Desk, tmp_path: Path) -> None:
    desk.lane.keeps = True
    desk.presenter.check(Wish("customers", file(tmp_path, GOOD)))
    desk.presenter.stop()
    desk.lane.kept.pop()()
    assert not desk.presenter.can_write
    assert not desk.presenter.write()


def test_who_may_not_write_customers_gets_every_row_back(desk: Desk, tmp_path: Path) -> None:
    desk.lane.person = "lina"
    before = customers(desk.lane.sample)
    desk.presenter.check(Wish("customers", file(tmp_path, GOOD)))
    desk.presenter.write()
    assert {state for _, state in states(desk)} == {"rejected"}
    assert customers(desk.lane.sample) == before


def test_another_choice_forgets_what_was_looked_at(desk: Desk, tmp_path: Path) -> None:
    desk.presenter.check(Wish("customers", file(tmp_path, GOOD)))
    desk.presenter.forget()
    assert (desk.presenter.stage, desk.window.looked) == ("choosing", None)
    assert not desk.presenter.write()
