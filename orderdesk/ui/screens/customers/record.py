"""What a customer's record consists of, and how it is begun, copied, checked and stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args
from uuid import UUID

from orderdesk.errors import Problem, UserError
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk
from orderdesk.services.known import known_of_desk
from orderdesk.services.reading.whole_records import customer_by_id
from orderdesk.services.record_checks import customer_problems
from orderdesk.ui.asked import Facts
from orderdesk.ui.language import tr
from orderdesk.ui.order_card.wording import local, term
from orderdesk.ui.records.presenter import RecordKind
from orderdesk.ui.records.specs import FieldSpec, FormSpec, Option, Section, TableSpec
from orderdesk.wire.commands import PutCustomer
from orderdesk.wire.drafts import DeliveryMethod, FreightTerms, RoundingStep, WhenShort
from orderdesk.wire.records import (
    AddressRecord,
    CustomerItemRecord,
    CustomerRecord,
    CustomerStatus,
    InvoiceRecord,
    PriceSource,
    TermsRecord,
)

# Orders in which prices are looked for: the ones that make sense. A record may have another one.
_SOURCES: tuple[tuple[PriceSource, ...], ...] = (
    ("agreement", "tier", "list"),
    ("agreement", "last", "tier", "list"),
    ("last", "agreement", "tier", "list"),
    ("agreement", "list"),
    ("agreement", "last", "list"),
    ("tier", "list"),
    ("last", "tier", "list"),
    ("last", "list"),
    ("list",),
    ("agreement",),
)
NO_ITEM = UUID(int=0)  # in a new row, until one is typed
_CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY")


def words_of(family: str, values: Iterable[str]) -> tuple[Option, ...]:
    """Return values with their words."""
    return tuple(Option(value, term(family, value)) for value in values)


def _or_house(family: str, values: Iterable[str]) -> tuple[Option, ...]:
    """Return values with their words, after the one that stands for how the house does it."""
    return (Option("", tr("customers.as_house")), *words_of(family, values))


def tiers_of(desk: Desk) -> tuple[str, ...]:
    """Return the tiers that there are: of customers, and of price lists for a tier."""
    listed = {tier for _, tier in desk.tiers}
    return tuple(sorted({customer.tier for customer in desk.customers.values()} | listed | {"standard"}))


def classes_of(desk: Desk) -> tuple[str, ...]:
    """Return the classes that customers have."""
    return tuple(sorted({customer.customer_class for customer in desk.customers.values()} | {"end"}))


def _people(desk: Desk) -> Sequence[Option]:
    people = sorted(desk.people.values(), key=lambda one: one.code)
    return (Option("", ""), *(Option(one.code, local(one.name, one.name_en)) for one in people))


def sources_text(sources: Iterable[str]) -> str:
    """Return a price-source order as people read it."""
    return " → ".join(term("source", one) for one in sources)


def _monthly(record: CustomerRecord) -> bool:
    return record.terms.kind == "monthly"


def _by_days(record: CustomerRecord) -> bool:
    return record.terms.kind == "days"


def _of_saved(_record: CustomerRecord, is_new: bool) -> bool:
    """Return that a saved customer's tier changes only with a reason and a day."""
    return not is_new


def show_customer(value: Any, facts: Facts) -> str:
    """Return a partner by its code and name."""
    customer = facts.desk().customers.get(value)
    return f"{customer.code} {local(customer.name, customer.name_en)}" if customer is not None else ""


def read_customer(text: str, facts: Facts) -> UUID | None:
    """Return the one customer that a text means, as the customer box reads it; nothing typed means none.

    Raises:
        UserError: it means none, or several.
    """
    typed = text.strip()
    if not typed:
        return None
    found = facts.indexes().customers.exact_or_unique(typed)
    if found is None:  # what stood there: code and name
        found = facts.indexes().customers.exact_or_unique(typed.partition(" ")[0])
    if found is None:
        raise UserError("records.fault.no_customer", text=typed)
    return found


def show_item(value: Any, facts: Facts) -> str:
    """Return an item by its code."""
    item = facts.desk().items.get(value)
    return item.code if item is not None else ""


def read_item(text: str, facts: Facts) -> UUID:
    """Return the one item that a text means.

    Raises:
        UserError: it means none, or several.
    """
    found = facts.indexes().items.exact_or_unique(text.strip())
    if found is None:
        raise UserError("records.fault.no_item", text=text.strip())
    return found


_IDENTITY = Section(
    "customers.section.customer",
    (
        FieldSpec("code", "customers.field.code", "code", width=90),
        FieldSpec("name", "customers.field.name", width=180, stretch=3),
        FieldSpec("name_en", "customers.field.name_en", width=170, stretch=2),
        FieldSpec(
            "readings", "customers.field.readings", "code", width=160, stretch=2, hint="records.readings.hint"
        ),
        FieldSpec(
            "customer_class", "customers.field.class", "choice", terms=("term.class.",), width=124,
            options=lambda desk: words_of("class", classes_of(desk)),
        ),
        FieldSpec(
            "tier", "customers.field.tier", "choice", terms=("term.tier.",), width=100, locked=_of_saved,
            options=lambda desk: words_of("tier", tiers_of(desk)),
        ),
        FieldSpec(
            "status", "customers.field.status", "choice", terms=("term.status.",), width=100,
            options=lambda _desk: words_of("status", get_args(CustomerStatus)),
        ),
    ),
)  # fmt: skip
_CONTACT = Section(
    "customers.section.contact",
    (
        FieldSpec("contact", "customers.field.contact", width=130),
        FieldSpec("phone", "customers.field.phone", "code", width=150),
        FieldSpec("salesperson_code", "customers.field.salesperson", "choice", width=140, options=_people),
        FieldSpec("department", "customers.field.department", width=140),
        FieldSpec(
            "when_short", "customers.field.when_short", "choice", terms=("term.when_short.",), width=150,
            options=lambda _desk: words_of("when_short", get_args(WhenShort)),
        ),
        FieldSpec(
            "delivery_method", "customers.field.delivery_method", "choice", width=164,
            terms=("term.delivery_method.",),
            options=lambda _desk: _or_house("delivery_method", get_args(DeliveryMethod)),
        ),
        FieldSpec(
            "freight_terms", "customers.field.freight", "choice", width=164, terms=("term.freight.",),
            options=lambda _desk: _or_house("freight", get_args(FreightTerms)),
        ),
        FieldSpec(
            "rounding", "customers.field.rounding", "choice", width=164, terms=("term.rounding.",),
            options=lambda _desk: _or_house("rounding", get_args(RoundingStep)),
        ),
        FieldSpec("note", "customers.field.note", width=320, stretch=3),
    ),
)  # fmt: skip
_TERMS = Section(
    "customers.section.terms",
    (
        FieldSpec(
            "terms.kind", "customers.field.terms", "choice", terms=("customers.terms.",), width=150,
            options=lambda _desk: tuple(
                Option(kind, tr(f"customers.terms.{kind}"))
                for kind in get_args(TermsRecord.model_fields["kind"].annotation)
            ),
        ),
        FieldSpec("terms.days", "customers.field.terms_days", "whole", width=90, stretch=0, shown=_by_days),
        FieldSpec(
            "terms.closing_day", "customers.field.closing_day", "whole", width=110, stretch=0, shown=_monthly
        ),
        FieldSpec("terms.due_day", "customers.field.due_day", "whole", width=110, stretch=0, shown=_monthly),
        FieldSpec(
            "price_sources", "customers.field.price_sources", "choice", width=250, stretch=2,
            options=lambda _desk: tuple(Option(one, sources_text(one)) for one in _SOURCES),
        ),
        FieldSpec(
            "currency", "customers.field.currency", "choice", width=90, stretch=0,
            options=lambda _desk: tuple(Option(one, one) for one in _CURRENCIES),
        ),
        FieldSpec("prices_include_tax", "customers.field.with_tax", "yes_no", width=120),
    ),
)  # fmt: skip
_CREDIT = Section(
    "customers.section.credit",
    (
        FieldSpec(
            "credit_limit", "customers.field.credit_limit", "number", width=130,
            hint="customers.hint.no_limit",
        ),
        FieldSpec("receivable", "customers.field.receivable", "number", width=130),
        FieldSpec("receivable_as_of", "customers.field.receivable_as_of", "date", width=120),
    ),
)  # fmt: skip
_INVOICE = Section(
    "customers.section.invoice",
    (
        FieldSpec("invoice.title", "customers.field.invoice_title", width=240, stretch=3),
        FieldSpec("invoice.tax_number", "customers.field.tax_number", "code", width=190),
        FieldSpec(
            "invoice.kind", "customers.field.invoice_kind", "choice", width=150,
            terms=("term.kind.invoice.",),
            options=lambda _desk: words_of(
                "kind.invoice", get_args(InvoiceRecord.model_fields["kind"].annotation)
            ),
        ),
        FieldSpec("invoice.bank", "customers.field.bank", width=220, stretch=2),
        FieldSpec("invoice.account", "customers.field.account", "code", width=190),
        FieldSpec("invoice.address", "customers.field.invoice_address", width=260, stretch=2),
        FieldSpec("invoice.phone", "customers.field.invoice_phone", "code", width=150),
        FieldSpec(
            "bill_to_id", "customers.field.bill_to", width=190, show=show_customer, read=read_customer,
            hint="customers.hint.itself",
        ),
        FieldSpec(
            "payer_id", "customers.field.payer", width=190, show=show_customer, read=read_customer,
            hint="customers.hint.itself",
        ),
    ),
)  # fmt: skip
_ADDRESSES = TableSpec(
    "addresses",
    "customers.page.addresses",
    (
        FieldSpec("label", "customers.field.label", width=110),
        FieldSpec("receiver", "customers.field.receiver", width=90),
        FieldSpec("phone", "customers.field.phone", "code", width=120),
        FieldSpec("province", "customers.field.province", width=90),
        FieldSpec("city", "customers.field.city", width=90),
        FieldSpec("district", "customers.field.district", width=100),
        FieldSpec("rest", "customers.field.rest", width=200, stretch=2),
        FieldSpec("main", "customers.field.main", "yes_no", width=70),
    ),
    key=lambda row: row.id,
    blank=lambda ids, _record: AddressRecord(id=ids.new()),
    empty="customers.empty.addresses",
)
_ALIASES = TableSpec(
    "item_numbers",
    "customers.page.aliases",
    (
        FieldSpec("number", "customers.field.their_number", "code", width=160),
        FieldSpec("item_id", "customers.field.item", "code", width=120, show=show_item, read=read_item),
        FieldSpec("name", "customers.field.their_name", width=260, stretch=2),
    ),
    key=lambda row: row.number,
    blank=lambda _ids, _record: CustomerItemRecord.model_construct(item_id=NO_ITEM, number="", name=""),
    empty="customers.empty.aliases",
)

SPEC = FormSpec(
    sections={"customer.contacts": (_IDENTITY, _CONTACT, _TERMS, _CREDIT, _INVOICE)},
    tables={"customer.addresses": (_ADDRESSES,), "customer.aliases": (_ALIASES,)},
)


def _blank(record_id: UUID, desk: Desk) -> CustomerRecord:
    return CustomerRecord.model_construct(id=record_id, code="", name="", currency=desk.settings["currency"])


def copied(record: CustomerRecord, ids: Ids) -> CustomerRecord:
    """Return a new record like another one, without what is that one's alone: code, phone, balance, ids."""
    addresses = tuple(address.model_copy(update={"id": ids.new()}) for address in record.addresses)
    own = {
        "id": ids.new(), "code": "", "readings": "", "phone": "", "receivable": None,
        "receivable_as_of": None, "addresses": addresses, "status": "active",
    }  # fmt: skip
    return record.model_copy(update=own)


def _problems(record: CustomerRecord, desk: Desk) -> Iterable[Problem]:
    for at, row in enumerate(record.item_numbers):
        if row.item_id == NO_ITEM:
            yield Problem("records.fault.missing", f"item_numbers[{at}].item_id")
    yield from customer_problems(record, known_of_desk(record, desk))


KIND = RecordKind(
    type="customer",
    command=PutCustomer.name,
    spec=SPEC,
    read=customer_by_id,
    blank=_blank,
    copied=copied,
    put=lambda record: PutCustomer(record=record),
    check=_problems,
    in_use=lambda record: record.status != "stopped",
    set_in_use=lambda record, used: record.model_copy(update={"status": "active" if used else "stopped"}),
)
