"""C1: keyed, pasted from a sheet or come in a file, an order is the same; its channel says which it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select, update

from orderdesk.intake.files.mapping import Mapping
from orderdesk.intake.files.taking import take_file
from orderdesk.intake.files.verdicts import FileImport
from orderdesk.models import Item, Order, OrderLine
from orderdesk.services.check import check_store
from orderdesk.services.reading.order_card import order_card
from orderdesk.ui.order_card.view import OrderCardView
from orderdesk.ui.order_card.wording import Here
from orderdesk.words import LANGUAGES, text
from tests.support.desk import SampleDesk
from tests.support.office import Office

LINES = (("A105", "2"), ("B210", "12"), ("C330", "6"))
HEADER = "order no,customer,item,quantity"
NEW = {"options": {"new_orders": True}}

# What of an order and its lines must not depend on how it came in.
OF_ORDER = (
    "kind", "customer_id", "state", "currency", "prices_include_tax", "deliver_to", "terms", "tier", "total",
    "goods_net", "tax", "site_id", "document_date", "when_short", "delivery_method", "invoice_kind",
)  # fmt: skip
OF_LINE = ("code", "quantity", "unit", "unit_price", "price_source", "amount_net", "tax", "amount_gross")


def taken(
    sample: SampleDesk, tmp_path: Path, *rows: str, dry: bool = False, name: str = "new.csv"
) -> FileImport:
    """Take in a file of new orders."""
    path = tmp_path / name
    path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    door = None if dry else sample.door
    return take_file(path, "orders", Mapping.model_validate(NEW), sample.store, door)[1]


def stored(sample: SampleDesk) -> dict[str, tuple[tuple[Any, ...], list[tuple[Any, ...]]]]:
    """Return each order of the desk by its channel: what it is, and what its lines are."""
    found = {}
    with sample.store.reading() as connection:
        for order in connection.execute(select(Order.__table__).where(Order.source == "")).all():
            lines = connection.execute(
                select(OrderLine.__table__).where(OrderLine.order_id == order.id).order_by(OrderLine.position)
            ).all()
            found[order.channel] = (
                tuple(getattr(order, name) for name in OF_ORDER),
                [tuple(getattr(line, name) for name in OF_LINE) for line in lines],
            )
    return found


def key(office: Office) -> None:
    session = office.session()
    session.type("hdjj")
    session.press("Return")
    for code, quantity in LINES:
        session.type(code)
        session.press("Return")
        session.type(quantity)
        session.press("Return")
    session.press("Ctrl+Return")
    office.settle()


def paste(office: Office) -> None:
    session = office.session()
    session.type("hdjj")
    session.press("Return")
    office.settle()
    QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in LINES))
    session.press("Ctrl+V")
    office.settle()
    session.press("Ctrl+Return")
    office.settle()


def test_c1_typed_pasted_and_imported_are_one_kind_of_order_with_its_channel(
    open_desk: Callable[..., Office], tmp_path: Path
) -> None:
    office = open_desk()
    sample = office.sample
    key(office)
    paste(office)
    done = taken(sample, tmp_path, *(f"HD-77,C1001,{code},{quantity}" for code, quantity in LINES))
    assert done.counts()["created"] == len(LINES)
    found = stored(sample)
    assert set(found) == {"typed", "pasted", "file"}
    assert found["typed"] == found["pasted"] == found["file"]
    office.settle()


@pytest.mark.parametrize("shown_in", LANGUAGES)
def test_c1_the_card_says_by_which_channel_an_order_came(
    open_desk: Callable[..., Office], tmp_path: Path, shown_in: Any
) -> None:
    office = open_desk(shown_in)
    taken(office.sample, tmp_path, "HD-77,C1001,A105,2")
    office.settle()
    [(number, _, _)] = office.orders()
    desk = office.backend.desk()
    with office.backend.store.reading() as connection:
        order_id = connection.execute(select(Order.id).where(Order.number == number)).scalar_one()
        card = order_card(connection, order_id)
    view = OrderCardView(name="c1")
    office.qtbot.addWidget(view)
    view.show_card(card, Here(desk.today, "Asia/Shanghai", "CNY"))
    assert text("term.channel.file", shown_in) in view.texts()


def test_c1_what_keeps_a_typed_order_back_keeps_one_of_a_file_back(
    sample: SampleDesk, tmp_path: Path
) -> None:
    with sample.store.writing() as session:
        session.execute(update(Item).where(Item.code == "D440").values(active=False))
        session.commit()
    rows = ("A1,C3015,A105,2", "A1,C3015,D440,1", "A2,C1001,A105,2", "A2,C1001,B210,0")
    for dry in (True, False):
        done = taken(sample, tmp_path, *rows, dry=dry)
        told = {
            one.row: [finding.problem.code.removeprefix("problem.") for finding in one.findings]
            for one in done.rejected
        }
        assert told == {
            2: ["order.customer.stopped"],
            3: ["line.item.inactive"],
            4: ["import.lines_rejected"],
            5: ["line.quantity.missing"],
        }
    typed = sample.submit(sample.draft("C3015", ("A105", "2"), ("D440", "1")))
    assert [(one.code, one.path) for one in typed.problems if one.severity == "block"] == [
        ("problem.order.customer.stopped", "customer_id"),
        ("problem.line.item.inactive", "lines[1].item_id"),
    ]
    assert stored(sample) == {}
    sample.store.close()


def test_c1_a_file_is_taken_in_once_and_what_was_agreed_in_it_is_approved(
    sample: SampleDesk, tmp_path: Path
) -> None:
    rows = ("A7,C2002,B210,2", "A8,C9999,A105,1", "A9,C1001,XYZ,1")
    first = taken(sample, tmp_path, *rows)
    assert [one.state for one in first.verdicts] == ["created", "rejected", "rejected"]
    assert [total for _, total in first.totals] == [sum_of(sample)]
    again = taken(sample, tmp_path, *rows)
    assert [one.state for one in again.verdicts] == ["unchanged", "rejected", "rejected"]
    path = tmp_path / "priced.csv"
    path.write_text(f"{HEADER},unit price\nB1,C2002,B210,2,99\n", encoding="utf-8")
    take_file(path, "orders", Mapping.model_validate(NEW), sample.store, sample.door)
    with sample.store.reading() as connection:
        found = connection.execute(
            select(Order.po_number, Order.state, OrderLine.unit_price, OrderLine.reason)
            .join(OrderLine, OrderLine.order_id == Order.id)
            .order_by(Order.number)
        ).all()
    assert [(row.po_number, row.state, row.reason) for row in found] == [
        ("A7", "released", ""),
        ("B1", "submitted", "priced.csv"),
    ]
    assert check_store(sample.store).findings == ()
    sample.store.close()


def sum_of(sample: SampleDesk) -> Any:
    with sample.store.reading() as connection:
        return connection.execute(select(Order.total).where(Order.source == "")).scalar_one()
