"""Northwind comes in through the one door: each row for itself, once, with exactly its figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from orderdesk.intake import northwind
from orderdesk.intake.importing import Count, ImportSummary, run_import
from orderdesk.intake.sample import seed_empty
from orderdesk.models import (
    AuditEntry,
    Customer,
    CustomerAddress,
    Item,
    Order,
    OrderLine,
    ScheduleLine,
    StockLevel,
)
from orderdesk.ports import Ports
from orderdesk.services.check import check_store
from orderdesk.services.notes import find_delivery, note_pdf
from orderdesk.services.pricing import price_one
from orderdesk.services.reading.desk import load_customer
from orderdesk.services.reading.warehouse import delivery_card
from orderdesk.services.registry import open_door
from orderdesk.services.store import Store, create_store, open_store
from orderdesk.wire.commands import PickDelivery, PickedLine, ShipDelivery
from orderdesk.wire.drafts import LineDraft, OrderDraft
from tests.printing.pages import texts_of
from tests.support.desk import SampleDesk

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "northwind"
needs_shared_data = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared data folder with Northwind's files is not here"
)

FILES = {
    "categories.csv": "categoryID,categoryName\n1,Beverages\n2,Condiments\n",
    "employees.csv": "employeeID,lastName,firstName\n5,Buchanan,Steven\n",
    "customers.csv": (
        "customerID,companyName,contactName,address,city,region,postalCode,country,phone\n"
        "VINET,Vins et alcools Chevalier,Paul Henriot,59 rue de l'Abbaye,Reims,NULL,51100,France,26.47\n"
        "HANAR,Hanari Carnes,Mario Pontes,Rua do Paço, 67,Rio de Janeiro,RJ,05454-876,Brazil,(21) 555-0091\n"
    ),
    "products.csv": (
        "productID,productName,categoryID,quantityPerUnit,unitPrice,unitsInStock,discontinued\n"
        "11,Queso Cabrales,1,1 kg pkg.,21.00,22,0\n"
        "42,Singaporean Hokkien Fried Mee,2,32 - 1 kg pkgs.,14.00,0,1\n"
    ),
    "orders.csv": (
        "orderID,customerID,employeeID,orderDate,requiredDate,shippedDate,freight,"
        "shipName,shipAddress,shipCity,shipRegion,shipPostalCode,shipCountry\n"
        "10248,VINET,5,1996-07-04 00:00:00.000,1996-08-01 00:00:00.000,1996-07-16 00:00:00.000,32.38,"
        "Vins et alcools Chevalier,59 rue de l'Abbaye,Reims,NULL,51100,France\n"
        "10250,HANAR,5,1996-07-08 00:00:00.000,1996-08-05 00:00:00.000,NULL,65.83,"
        "Hanari Carnes,Rua do Paço, 67,Rio de Janeiro,RJ,05454-876,Brazil\n"
    ),
    "order-details.csv": (
        "orderID,productID,unitPrice,quantity,discount\n"
        "10248,11,14.00,12,0\n10248,42,9.80,10,0\n10250,11,16.77,7,0.15\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small Northwind: 2 customers, 2 products, 2 orders, 3 lines, 365.7815 dollars."""
    made = tmp_path / "northwind"
    made.mkdir()
    for name, content in FILES.items():
        (made / name).write_text(content, encoding="utf-8")
    return made


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A new store of each database, set up for a company without data."""
    create_store(database_url, Ports())
    opened = open_store(database_url)
    assert not seed_empty(opened, Ports()).is_refused
    yield opened
    opened.close()


def bring_in(store: Store, folder: Path, *, dry: bool = False) -> ImportSummary:
    ports = Ports()
    return run_import(northwind.plan(folder), store, None if dry else open_door(store, ports), ports.ids)


def append(folder: Path, name: str, line: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def rejected(summary: ImportSummary) -> list[tuple[str, int, str, str]]:
    return [(one.file, one.row, one.field, one.problem.code) for one in summary.problems]


def audit_entries(store: Store) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(AuditEntry)) or 0


def test_everything_comes_in_with_its_figures(store: Store, folder: Path) -> None:
    summary = bring_in(store, folder)
    assert summary.counts == {
        "customers": Count(2, 2, 0),
        "items": Count(2, 2, 0),
        "orders": Count(2, 2, 0),
        "lines": Count(3, 3, 0),
    }
    assert (summary.orders, summary.lines, summary.total) == (2, 3, Decimal("365.7815"))
    assert summary.problems == ()
    assert check_store(store).findings == ()


def test_a_second_import_adds_nothing(store: Store, folder: Path) -> None:
    first = bring_in(store, folder)
    entries = audit_entries(store)
    second = bring_in(store, folder)
    assert second.counts == {
        "customers": Count(2, 0, 2),
        "items": Count(2, 0, 2),
        "orders": Count(2, 0, 2),
        "lines": Count(3, 0, 3),
    }
    assert (second.orders, second.lines, second.total) == (first.orders, first.lines, first.total)
    assert audit_entries(store) == entries


def test_a_dry_run_says_the_same_and_writes_nothing(store: Store, folder: Path) -> None:
    entries = audit_entries(store)
    dry = bring_in(store, folder, dry=True)
    assert audit_entries(store) == entries
    assert dry == bring_in(store, folder)


def test_an_import_that_was_cut_short_is_finished_by_the_next(store: Store, folder: Path) -> None:
    orders = (folder / "orders.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "orders.csv").write_text("".join(orders[:2]), encoding="utf-8")
    bring_in(store, folder)
    (folder / "orders.csv").write_text("".join(orders), encoding="utf-8")
    summary = bring_in(store, folder)
    assert summary.counts["orders"] == Count(2, 1, 1)
    assert rejected(summary) == []


def test_records_are_what_the_rows_say(store: Store, folder: Path) -> None:
    bring_in(store, folder)
    with store.reading() as connection:
        customer = connection.execute(select(Customer.__table__).where(Customer.code == "HANAR")).one()
        address = connection.execute(
            select(CustomerAddress.__table__).where(CustomerAddress.customer_id == customer.id)
        ).one()
        item = connection.execute(select(Item.__table__).where(Item.code == "42")).one()
        levels = connection.scalars(select(StockLevel.on_hand)).all()
    assert (customer.name, customer.currency, customer.contact) == ("Hanari Carnes", "USD", "Mario Pontes")
    assert (address.rest, address.city, address.province) == (
        "Rua do Paço, 67, 05454-876, Brazil", "Rio de Janeiro", "RJ",
    )  # fmt: skip
    assert (item.item_group, item.spec, item.tax_rate, item.active) == (
        "Condiments",
        "32 - 1 kg pkgs.",
        0,
        False,
    )
    assert levels == [Decimal(22)]


def test_shipped_and_open_orders_keep_their_state(store: Store, folder: Path) -> None:
    bring_in(store, folder)
    with store.reading() as connection:
        found = connection.execute(
            select(Order.number, Order.state, Order.total, func.sum(ScheduleLine.shipped))
            .join(OrderLine, OrderLine.order_id == Order.id)
            .join(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
            .group_by(Order.number, Order.state, Order.total)
            .order_by(Order.number)
        ).all()
    assert [tuple(row) for row in found] == [
        ("10248", "closed", Decimal(266), Decimal(22)),
        ("10250", "released", Decimal("99.7815"), Decimal(0)),
    ]


def test_a_bad_row_is_named_and_the_others_go_in(store: Store, folder: Path) -> None:
    append(folder, "customers.csv", "VINET,Again,x,y,z,NULL,1,France,1")
    append(folder, "customers.csv", "NONAM,NULL,x,y,z,NULL,1,France,1")
    append(folder, "products.csv", "43,Ipoh Coffee,9,x,forty,1,0")
    append(folder, "order-details.csv", "10250,43,46.00,0,0")
    append(folder, "order-details.csv", "10999,11,46.00,1,0")
    summary = bring_in(store, folder)
    assert rejected(summary) == [
        ("customers.csv", 4, "customerID", "problem.import.repeated"),
        ("customers.csv", 5, "companyName", "problem.import.missing"),
        ("products.csv", 4, "categoryID", "problem.reference.unknown"),
        ("products.csv", 4, "unitPrice", "problem.import.number"),
        ("orders.csv", 3, "orderID", "problem.import.lines_rejected"),
        ("order-details.csv", 5, "productID", "problem.reference.unknown"),
        ("order-details.csv", 5, "quantity", "problem.past_order.quantity"),
        ("order-details.csv", 6, "orderID", "problem.reference.unknown"),
    ]
    assert summary.counts == {
        "customers": Count(4, 2, 0),
        "items": Count(3, 2, 0),
        "orders": Count(2, 1, 0),
        "lines": Count(5, 2, 0),
    }
    assert (summary.orders, summary.lines, summary.total) == (1, 2, Decimal(266))
    assert check_store(store).findings == ()


def test_a_row_that_was_mended_comes_in_with_the_next_import(store: Store, folder: Path) -> None:
    orders = folder / "orders.csv"
    good = orders.read_text(encoding="utf-8")
    orders.write_text(good.replace("10250,HANAR", "10250,HANNA"), encoding="utf-8")
    assert rejected(bring_in(store, folder)) == [("orders.csv", 3, "customerID", "problem.reference.unknown")]
    orders.write_text(good, encoding="utf-8")
    assert bring_in(store, folder).counts["orders"] == Count(2, 1, 1)


def test_an_order_that_says_something_else_now_is_rejected(store: Store, folder: Path) -> None:
    bring_in(store, folder)
    details = folder / "order-details.csv"
    details.write_text(details.read_text(encoding="utf-8").replace("10248,11,14.00", "10248,11,15.00"))
    summary = bring_in(store, folder)
    assert rejected(summary) == [("orders.csv", 2, "number", "problem.past_order.differs")]
    assert summary.counts["orders"] == Count(2, 0, 1)


def test_an_order_never_takes_somebody_elses_item_of_the_same_code(sample: SampleDesk, folder: Path) -> None:
    for name in ("products.csv", "order-details.csv"):
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8").replace("42,", "A105,", 1), encoding="utf-8")
    summary = run_import(northwind.plan(folder), sample.store, sample.door, sample.ports.ids)
    assert rejected(summary) == [
        ("products.csv", 3, "record.code", "problem.record.code_taken"),
        ("orders.csv", 2, "productID", "problem.reference.unknown"),
    ]


@needs_shared_data
@pytest.mark.slow
def test_all_of_northwind_comes_to_exactly_its_total(store: Store) -> None:
    summary = bring_in(store, SHARED)
    assert {kind: count.rows for kind, count in summary.counts.items()} == {
        "customers": 91, "items": 77, "orders": 830, "lines": 2155,
    }  # fmt: skip
    assert summary.problems == ()
    assert (summary.orders, summary.lines, summary.total) == (830, 2155, Decimal("1265793.0395"))
    with store.reading() as connection:
        assert connection.scalar(select(func.sum(Order.total))) == Decimal("1265793.0395")
        unshipped = select(func.count()).select_from(Order).where(Order.state == "released")
        assert connection.scalar(unshipped) == 21
    entries = audit_entries(store)
    assert bring_in(store, SHARED).counts["orders"] == Count(830, 0, 830)
    assert audit_entries(store) == entries
    assert check_store(store).findings == ()


def test_an_order_for_a_customer_that_came_in_goes_the_whole_way_to_paper(
    sample: SampleDesk, folder: Path
) -> None:
    run_import(northwind.plan(folder), sample.store, sample.door, sample.ports.ids)
    with sample.store.reading() as connection:
        quote = price_one(connection, "VINET", "11", Decimal(3), sample.clock.now())
        customer = load_customer(connection, quote.customer.id)
    assert customer is not None
    assert (customer.currency, quote.line.amount_gross, quote.line.source_ref) == (
        "USD", Decimal(63), "NORTHWIND",
    )  # fmt: skip
    line = LineDraft(
        id=sample.ports.ids.new(), item_id=quote.item.id, quantity=Decimal(3), seen_price=Decimal(21)
    )
    draft = OrderDraft(
        id=sample.ports.ids.new(), customer_id=customer.id, currency="USD", prices_include_tax=False,
        deliver_to=customer.addresses[0], requested=date(2026, 3, 12), lines=(line,),
    )  # fmt: skip
    submitted = sample.submit(draft)
    assert submitted.outcome == "applied", submitted.problems
    number = submitted.touched_one("order").number
    assert number == f"SO-{sample.store.store_code}-000001"
    with sample.store.reading() as connection:
        delivery = find_delivery(connection, f"{number}/1")
        card = delivery_card(connection, delivery)
    assert card is not None
    picked = tuple(PickedLine(delivery_line_id=row.id, picked=row.quantity) for row in card.lines)
    assert not sample.do(PickDelivery(delivery_id=delivery, lines=picked), "zhaoqiang").is_refused
    shipped = sample.do(ShipDelivery(delivery_id=delivery), "zhaoqiang")
    note = shipped.touched_one("delivery").number
    assert note == f"DN-{sample.store.store_code}-1"
    with sample.store.reading() as connection:
        printed = "".join(texts_of(note_pdf(connection, note, "en").pdf))
    assert note in printed
    assert quote.item.name in printed
    assert check_store(sample.store).findings == ()
