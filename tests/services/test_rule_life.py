"""The life of a rule: drafted, checked, rehearsed, published from a day on, superseded, rolled back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from orderdesk.models import ApprovalTask, Order
from orderdesk.rules.approval import steps_of
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.fact_catalogue import asked_by
from orderdesk.rules.rulebooks import BOOKS, OutputSpec, Rulebook
from orderdesk.services.check import check_store
from orderdesk.services.jobs import run_due
from orderdesk.services.order_facts import kept_facts
from orderdesk.services.reading.live_rules import live_tables
from orderdesk.services.reading.rules import book_rows, version_rows
from orderdesk.wire.commands import Envelope
from orderdesk.wire.rule_commands import (
    AcceptRuleWarning,
    DiscardRuleDraft,
    RecordRehearsal,
    SaveRuleDraft,
    TakeOverRuleDraft,
)
from tests.support.desk import SampleDesk
from tests.support.rule_life import ADMIN, RuleDesk, codes

TODAY = date(2026, 3, 9)
BIG_VIP = {"when": {"tier": "vip", "amount": "> 20000"}, "then": {"step": 1, "role": "manager"}}


@pytest.fixture
def rules(sample: SampleDesk) -> RuleDesk:
    return RuleDesk(sample)


def with_row(rules: RuleDesk, row: dict[str, Any] | None = None) -> dict[str, Any]:
    body = rules.live()
    body["rows"].append(row or BIG_VIP)
    return body


def deciding(rules: RuleDesk) -> DecisionTable:
    with rules.sample.store.reading() as connection:
        return live_tables(connection, rules.sample.clock.now())[rules.book]


def states(rules: RuleDesk) -> list[tuple[int, str]]:
    with rules.sample.store.reading() as connection:
        rows = version_rows(connection, rules.book, rules.sample.clock.now())
    return [(one.version, one.state) for one in rows]


# ── drafts ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_draft_is_kept_as_typed_and_all_that_is_unreadable_comes_at_once(rules: RuleDesk) -> None:
    body = with_row(rules, {"when": {"amount": "> much", "tier": "vip"}, "then": {"step": "first"}})
    body["rows"].append({"when": {"max_discount": "8 .. 4 %"}, "then": {"role": "manager"}})
    outcome = rules.save(body)
    assert not outcome.is_refused
    assert [(one.code.removeprefix("problem.table."), one.severity) for one in outcome.problems] == [
        ("cell.measure", "warn"), ("output", "warn"), ("cell.range", "warn"),
    ]  # fmt: skip
    view = rules.view()
    assert view is not None
    assert (view.table, view.head.editor_en, view.head.base_version) == (None, "Zhou Min", 1)
    assert view.source["rows"][-2]["when"]["amount"] == "> much"
    assert len(view.problems) == 3
    assert all(one.bars for one in view.problems)


def test_a_second_person_reads_who_edits_and_can_take_over(rules: RuleDesk) -> None:
    sample = rules.sample
    make_administrator(sample, "zhangwei")
    assert not rules.save(with_row(rules)).is_refused
    second = RuleDesk(sample, person="zhangwei")
    held = second.save(with_row(rules))
    assert codes(held) == ["rule.draft.held"]
    assert held.problems[0].params["by_en"] == "Zhou Min"
    assert codes(sample.do(DiscardRuleDraft(book="approval"), "zhangwei", 1)) == ["rule.draft.held"]
    assert not sample.do(TakeOverRuleDraft(book="approval"), "zhangwei", 1).is_refused
    assert codes(rules.save(with_row(rules))) == ["rule.draft.held"]
    assert not second.save(with_row(rules)).is_refused


def test_two_windows_of_one_person_do_not_overwrite_each_other(rules: RuleDesk) -> None:
    assert not rules.save(with_row(rules)).is_refused
    data = SaveRuleDraft(book="approval", body=with_row(rules))
    assert not rules.sample.do(data, ADMIN, 1).is_refused
    assert codes(rules.sample.do(data, ADMIN, 1)) == ["revision.stale"]
    assert codes(rules.sample.do(data, ADMIN)) == ["revision.stale"]


def test_a_draft_that_is_given_up_leaves_a_sound_store(rules: RuleDesk) -> None:
    rules.save(with_row(rules))
    assert not rules.sample.do(DiscardRuleDraft(book="approval"), ADMIN, 1).is_refused
    assert rules.view() is None
    assert check_store(rules.sample.store).findings == ()
    assert codes(rules.sample.do(DiscardRuleDraft(book="approval"), ADMIN, 1)) == ["rule.draft.missing"]


@pytest.mark.parametrize("person", ["lina", "zhangwei", "chenjing", "zhaoqiang"])
def test_only_an_administrator_changes_rules(rules: RuleDesk, person: str) -> None:
    other = RuleDesk(rules.sample, person=person)
    assert codes(other.save(with_row(rules))) == ["policy.denied"]
    assert codes(other.roll_back(1)) == ["policy.denied"]


@pytest.mark.parametrize(
    "body", [{"rows": [{"when": {"amount": 1.5}}]}, {"a": [[[[[[[[[[[[[[1]]]]]]]]]]]]]]}, [], "x"]
)
def test_what_is_no_table_at_all_is_refused_by_its_form(rules: RuleDesk, body: object) -> None:
    envelope = Envelope.model_validate(
        {"id": rules.sample.ports.ids.new(), "command": "save_rule_draft",
         "data": {"book": "approval", "body": body}}
    )  # fmt: skip
    outcome = rules.sample.door.execute_envelope(envelope, rules.sample.actor(ADMIN))
    assert codes(outcome) == ["command.field"]
    assert rules.view() is None


def test_an_unknown_book_is_named_with_those_that_exist(rules: RuleDesk) -> None:
    unknown = RuleDesk(rules.sample, book="weather")
    outcome = rules.sample.do(SaveRuleDraft(book="weather", body={}), ADMIN)
    assert codes(outcome) == ["rule.book"]
    assert outcome.problems[0].params["names"] == "pricing, validation, approval"
    assert codes(unknown.publish()) == codes(unknown.roll_back(1)) == ["rule.book"]


# ── publishing ───────────────────────────────────────────────────────────────────────────────────────────


def test_everything_that_bars_publishing_comes_at_once(rules: RuleDesk) -> None:
    body = with_row(rules, {"when": {"tier": "gold"}, "then": {"role": "zoe"}})
    body["examples"] = [{"facts": {}, "rows": [1]}]
    rules.save(body)
    outcome = rules.publish(reason=" ", start=TODAY - timedelta(days=1))
    assert codes(outcome) == [
        "rule.publish.reason", "rule.publish.start", "table.check.unknown", "table.check.unknown",
        "table.check.never", "table.check.example_fails", "rule.rehearsal.missing",
    ]  # fmt: skip
    assert states(rules) == [(1, "live")]


def test_a_published_version_decides_at_once_and_says_who_and_why(rules: RuleDesk) -> None:
    rules.published(with_row(rules), reason="big VIP orders are looked at")
    assert (deciding(rules).version, len(deciding(rules).rows)) == (2, 13)
    assert states(rules) == [(2, "live"), (1, "superseded")]
    with rules.sample.store.reading() as connection:
        newest, first = version_rows(connection, "approval", rules.sample.clock.now())
        pricing, _, book = book_rows(connection, rules.sample.clock.now())
    assert (newest.author_en, newest.reason) == ("Zhou Min", "big VIP orders are looked at")
    assert newest.rehearsal is not None
    assert (first.author, first.published_at, first.rehearsal) == ("", None, None)
    assert (book.live, book.draft) == (newest, None)
    assert (pricing.book, pricing.live) == ("pricing", None)
    assert check_store(rules.sample.store).findings == ()


def test_a_version_waits_for_its_day_and_a_later_one_comes_before_it(rules: RuleDesk) -> None:
    rules.published(with_row(rules), start=TODAY + timedelta(days=2))
    assert (deciding(rules).version, states(rules)) == (1, [(2, "scheduled"), (1, "live")])
    rules.sample.clock.advance(timedelta(days=1, hours=13, minutes=59))  # 23:59 in Shanghai
    assert deciding(rules).version == 1
    rules.sample.clock.advance(timedelta(minutes=1))
    assert (deciding(rules).version, states(rules)) == (2, [(2, "live"), (1, "superseded")])


def test_a_rehearsal_is_stale_as_soon_as_a_cell_or_the_live_table_changes(rules: RuleDesk) -> None:
    rules.save(with_row(rules))
    rules.rehearse()
    rules.save(with_row(rules, {**BIG_VIP, "when": {"tier": "vip", "amount": "> 20001"}}))
    assert codes(rules.publish()) == ["rule.rehearsal.stale"]
    rules.rehearse()
    rules.roll_back(1)  # the live one: refused, so nothing changes
    view = rules.view()
    assert view is not None
    assert view.rehearsal is not None
    assert not view.rehearsal.is_stale
    assert not rules.publish().is_refused


def test_somebody_publishes_meanwhile_so_the_rehearsal_does_not_count_any_more(rules: RuleDesk) -> None:
    rules.published(with_row(rules))
    rules.save(with_row(rules, {**BIG_VIP, "when": {"tier": "a", "amount": "> 500"}}))
    rules.rehearse()
    assert not rules.roll_back(1).is_refused
    assert codes(rules.publish()) == ["rule.rehearsal.stale"]


def test_a_rehearsal_of_something_else_is_not_taken(rules: RuleDesk) -> None:
    rules.save(with_row(rules))
    data = RecordRehearsal(
        book="approval", sha256="0" * 64, live_version=1, orders=5, unchanged=5, untestable=0
    )
    assert codes(rules.sample.do(data, ADMIN, 1)) == ["rule.rehearsal.stale"]


def test_a_warning_is_taken_on_with_a_reason_and_only_as_long_as_it_is_the_same(rules: RuleDesk) -> None:
    body = {
        **rules.live(), "hit_policy": "FIRST", "examples": [],
        "rows": [{"when": {"tier": "vip"}, "then": {"role": "manager"}}],
    }  # fmt: skip
    rules.save(body)
    view = rules.view()
    assert view is not None
    gaps = [one for one in view.problems if one.problem.code == "problem.table.check.gap"]
    assert gaps
    rules.rehearse()
    assert codes(rules.publish()) == ["table.check.gap"] * len(gaps)
    accept = AcceptRuleWarning(book="approval", key=gaps[0].key)
    assert codes(rules.sample.do(accept, ADMIN, rules.revision())) == ["rule.warning.reason"]
    gone = AcceptRuleWarning(book="approval", key="0" * 64, reason="x")
    assert codes(rules.sample.do(gone, ADMIN, rules.revision())) == ["rule.warning.gone"]
    rules.accept_all("the manager is asked then")
    assert not rules.publish().is_refused
    with rules.sample.store.reading() as connection:
        newest = version_rows(connection, "approval", rules.sample.clock.now())[0]
    assert {one["reason"] for one in newest.accepted} == {"the manager is asked then"}


def test_publishing_what_decides_already_is_no_version(rules: RuleDesk) -> None:
    rules.save(rules.live(with_examples=True))
    rules.rehearse()
    assert codes(rules.publish()) == ["rule.publish.same"]


def test_an_older_version_comes_again_as_one_of_its_own(rules: RuleDesk) -> None:
    rules.published(with_row(rules))
    assert codes(rules.roll_back(2)) == ["rule.publish.same"]
    assert codes(rules.roll_back(9, reason="")) == ["rule.publish.reason", "rule.version"]
    assert not rules.roll_back(1).is_refused
    assert (deciding(rules).version, len(deciding(rules).rows)) == (3, 12)
    with rules.sample.store.reading() as connection:
        newest = version_rows(connection, "approval", rules.sample.clock.now())[0]
    assert (newest.copy_of, newest.reason) == (1, "it was wrong")
    assert check_store(rules.sample.store).findings == ()


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE rule_table SET reason = 'x' WHERE version = 2", "content.changed"),
        ("UPDATE rule_table SET live_from = live_from + 1 WHERE version = 2", "content.changed"),
        ("DELETE FROM rule_table WHERE version = 2", "content.gone"),
        ("UPDATE rule_draft SET accepted = '[1]'", "content.changed"),
        ("UPDATE rule_draft SET body = '{}'", "content.changed"),
        ("DELETE FROM rule_draft", "content.gone"),
    ],
)
def test_what_was_changed_past_the_door_is_found(rules: RuleDesk, statement: str, finding: str) -> None:
    rules.published(with_row(rules))
    rules.save(rules.live())
    with rules.sample.store.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    found = [one.code for one in check_store(rules.sample.store).findings]
    assert f"check.{finding}" in found


# ── orders ───────────────────────────────────────────────────────────────────────────────────────────────


def route_of(sample: SampleDesk, order: Any) -> tuple[str, list[tuple[str, str, int]]]:
    with sample.store.reading() as connection:
        state = connection.scalars(select(Order.state).where(Order.id == order.id)).one()
        tasks = connection.execute(
            select(ApprovalTask.role, ApprovalTask.state, ApprovalTask.round)
            .where(ApprovalTask.order_id == order.id)
            .order_by(ApprovalTask.round, ApprovalTask.step)
        ).all()
    return state, [(task.role, task.state, task.round) for task in tasks]


def without_finance(rules: RuleDesk) -> dict[str, Any]:
    body = rules.live()
    body["rows"] = [row for row in body["rows"] if row["then"].get("role") != "finance"]
    return body


def test_orders_under_way_finish_on_their_version_unless_it_is_said_otherwise(rules: RuleDesk) -> None:
    sample = rules.sample
    draft = sample.draft("C2002", ("A105", "30"))
    sample.submit(draft)
    before = route_of(sample, draft)
    assert before == ("submitted", [("manager", "active", 1), ("finance", "waiting", 1)])
    rules.published(without_finance(rules))
    run_due(sample.store, sample.door, sample.ports, "test")
    assert route_of(sample, draft) == before
    later = sample.draft("C2002", ("A105", "30"))
    sample.submit(later)
    assert route_of(sample, later) == ("submitted", [("manager", "active", 1)])


def test_orders_under_way_are_routed_again_where_the_publisher_says_so(rules: RuleDesk) -> None:
    sample = rules.sample
    two_steps, small = sample.draft("C2002", ("A105", "30")), sample.draft("C2002", ("A105", "15"))
    for draft in (two_steps, small):
        sample.submit(draft)
    assert route_of(sample, small) == ("submitted", [("finance", "active", 1)])
    body = without_finance(rules)
    body["rows"].append({"when": {"amount": "10000 <.. 20000"}, "then": {"note": "no finance any more"}})
    rules.published(body, in_flight="reroute")
    ran = run_due(sample.store, sample.door, sample.ports, "test")
    assert all(one.is_done for one in ran)
    assert route_of(sample, two_steps) == (
        "submitted", [("manager", "withdrawn", 1), ("finance", "withdrawn", 1), ("manager", "active", 2)],
    )  # fmt: skip
    assert route_of(sample, small) == ("released", [("finance", "withdrawn", 1)])
    with sample.store.reading() as connection:
        route = connection.scalars(select(Order.route).where(Order.id == small.id)).one()
    assert '"version":2' in route
    assert check_store(sample.store).findings == ()


def test_re_routing_waits_for_the_start(rules: RuleDesk) -> None:
    sample = rules.sample
    draft = sample.draft("C2002", ("A105", "30"))
    sample.submit(draft)
    before = route_of(sample, draft)
    rules.published(without_finance(rules), in_flight="reroute", start=TODAY + timedelta(days=1))
    run_due(sample.store, sample.door, sample.ports, "test")
    assert route_of(sample, draft) == before
    sample.clock.advance(timedelta(days=1))
    run_due(sample.store, sample.door, sample.ports, "test")
    assert route_of(sample, draft)[1][-1] == ("manager", "active", 2)


def test_only_the_approval_book_can_route_again(rules: RuleDesk) -> None:
    book = RuleDesk(rules.sample, book="validation")
    body = book.live()
    body["rows"].pop()
    book.save(body)
    book.rehearse()
    assert codes(book.publish(in_flight="reroute")) == ["rule.publish.in_flight"]


def test_c33_over_20000_and_vip_is_written_by_commands(rules: RuleDesk) -> None:
    """C33: 20,000.00 does not trigger, 20,000.01 does."""
    sample = rules.sample
    rules.published(with_row(rules), reason="C33")
    asked: dict[str, list[str]] = {}
    for price in ("20000.00", "20000.01"):
        draft = sample.draft("C1001", ("A105", "1"))
        line = draft.lines[0].model_copy(update={"manual_price": Decimal(price), "manual_reason": "fair"})
        typed = draft.model_copy(update={"lines": (line,)})
        assert not sample.submit(typed).is_refused
        asked[price] = [role for role, _, _ in route_of(sample, typed)[1]]
        with sample.store.reading() as connection:
            facts = kept_facts(
                connection.scalars(select(Order.facts).where(Order.id == typed.id)).one(), "CNY"
            )
        table = deciding(rules)
        assert [step.role for step in steps_of(table.decide(asked_by(table, facts.order)))] == asked[price]
    assert asked == {"20000.00": [], "20000.01": ["manager"]}


# ── another book ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_new_book_takes_a_definition_and_has_a_whole_life(
    rules: RuleDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A consumer would ask ``desk.tables["allocation"]``; its words are ``term.rulebook.allocation``."""
    outputs = (OutputSpec("site", "choice", values="site", required=True),)
    monkeypatch.setitem(BOOKS, "allocation", Rulebook("allocation", "line", outputs, frozenset({"first"})))
    book = RuleDesk(rules.sample, book="allocation")
    table = {
        "format": 1, "hit_policy": "FIRST", "inputs": [{"fact": "item_kind", "type": "choice"}],
        "outputs": [{"name": "site", "type": "choice"}],
        "rows": [
            {"when": {"item_kind": "custom"}, "then": {"site": "SZ"}}, {"then": {"site": "PD"}},
        ],
        "examples": [{"facts": {"item_kind": "bundle"}, "rows": [2]}],
    }  # fmt: skip
    book.published(table, reason="first")
    assert deciding(book).decide({"item_kind": "custom"}).outputs[0]["site"] == "SZ"
    table["rows"][1]["then"]["site"] = "nowhere"  # type: ignore[index] # the rows are a list of rows
    book.save(table)
    assert codes(book.publish()) == ["table.check.unknown", "rule.rehearsal.missing"]
    assert not book.roll_back(1).is_refused or states(book) == [(1, "live")]
    assert check_store(rules.sample.store).findings == ()


def make_administrator(sample: SampleDesk, code: str) -> None:
    """Let a person keep rules as well; past the door, as people have no command yet."""
    with sample.store.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE person SET roles = 'administrator' WHERE code = '{code}'")
