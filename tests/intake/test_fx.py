"""The fixtures FX-12, FX-200, FX-10k and FX-TIER are what the capabilities say of them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache

import pytest

from orderdesk.clock import FixedClock
from orderdesk.intake.sample import sample_id
from orderdesk.ports import fixed_ports
from orderdesk.services.entry import evaluate, price_draft
from orderdesk.services.reading.desk import load_customer, load_desk
from orderdesk.services.seeding import seed
from orderdesk.services.store import Store, create_store, open_store
from orderdesk.wire.drafts import LineDraft, OrderDraft
from tests.support.fx import (
    EACH,
    FAULTS,
    FX_TIER,
    FX_TIER_BASKET,
    Fixtures,
    TierCase,
    fx_tier_batch,
)
from tests.support.made_up import NOW, SMALL

_TODAY = NOW.date()


@cache
def fixtures() -> Fixtures:
    return Fixtures(SMALL, _TODAY)


def problems_of(store: Store, draft: OrderDraft) -> set[str]:
    """Return what entry has against a draft."""
    assert draft.customer_id is not None
    with store.reading() as connection:
        desk = load_desk(connection, NOW, item_ids=[line.item_id for line in draft.lines if line.item_id])
        customer = load_customer(connection, draft.customer_id)
    return {problem.code for problem in evaluate(draft, desk, customer).problems}


def test_the_standard_orders_can_be_sent_and_stand_on_paper(made_up: Store) -> None:
    for draft, lines in ((fixtures().fx_12(), 12), (fixtures().fx_200(), 200)):
        assert len(draft.lines) == lines
        assert len(fixtures().paper(draft)) == lines
        with made_up.reading() as connection:
            desk = load_desk(connection, NOW, with_customers=False)
            customer = load_customer(connection, draft.customer_id) if draft.customer_id else None
        assert evaluate(draft, desk, customer).blocks == ()
    assert fixtures().fx_12() == Fixtures(SMALL, _TODAY).fx_12()


def test_the_faults_are_those_of_the_list_and_all_others_are_right() -> None:
    made = fixtures().fx_10k(1_050)
    assert len(made.drafts) == len({draft.id for draft in made.drafts}) == 1_050
    assert Counter(fault.kind for fault in made.faults) == dict.fromkeys(FAULTS, 3)
    assert [fault.position for fault in made.faults] == list(range(EACH - 1, 1_050, EACH))
    assert made.fault_of(0) is None
    assert all(fault.meant != fault.keyed for fault in made.faults)


def test_the_desk_sees_the_faults_that_it_can_see(made_up: Store) -> None:
    made = fixtures().fx_10k(700)
    told = {fault.kind: problems_of(made_up, made.drafts[fault.position]) for fault in made.faults}
    assert "problem.order.requested.past" in told["wrong_date"]
    assert told["over_credit"] & {"problem.order.credit.over", "problem.order.credit.hold"}
    assert "problem.line.unit.unknown" in told["bad_config"]
    assert "problem.line.price.below_floor" in told["wrong_price"]


def test_a_duplicate_is_an_earlier_order_once_more() -> None:
    made = fixtures().fx_10k(700)
    again = [made.drafts[fault.position] for fault in made.faults if fault.kind == "duplicate"]
    assert again
    for draft in again:
        same = [one for one in made.drafts if _content(one) == _content(draft) and one.id != draft.id]
        assert same


def _content(draft: OrderDraft) -> tuple[object, ...]:
    return draft.customer_id, draft.po_number, [(line.item_id, line.quantity) for line in draft.lines]


@pytest.fixture
def tier_store(database_url: str) -> Store:
    """The company of FX-TIER."""
    ports = fixed_ports(FixedClock(NOW), seed=2)
    create_store(database_url, ports)
    store = open_store(database_url)
    assert not seed(store, ports, fx_tier_batch()).is_refused
    return store


def test_the_same_basket_comes_to_four_totals(tier_store: Store) -> None:
    assert {case.code: _total(tier_store, case) for case in FX_TIER} == {
        case.code: case.total for case in FX_TIER
    }
    tier_store.close()


def _total(store: Store, case: TierCase) -> Decimal:
    ids = fixed_ports(FixedClock(NOW), seed=4).ids
    lines = tuple(
        LineDraft(id=ids.new(), item_id=sample_id("item", code), quantity=Decimal(number))
        for code, number in FX_TIER_BASKET
    )
    with store.reading() as connection:
        desk = load_desk(connection, NOW)
        customer = load_customer(connection, sample_id("customer", case.code))
    assert customer is not None
    priced = price_draft(OrderDraft(id=ids.new(), customer_id=customer.id, lines=lines), desk, customer)
    assert priced is not None
    return priced.total
