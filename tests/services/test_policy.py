"""Who may do what: every combination that is not written down here is denied by the door."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from orderdesk.models import Person
from orderdesk.services.context import SYSTEM, Actor, Handler, Result, TouchedRow
from orderdesk.services.door import Door
from orderdesk.services.policy import POLICY, allowing_row
from orderdesk.services.registry import all_handlers
from orderdesk.wire.commands import COMMANDS, Command, CommandData
from tests.support.desk import SampleDesk, open_sample_desk

ROLES = ("clerk", "warehouse", "manager", "finance", "administrator", "store", "")
RELATIONS = ("any", "entitled", "named_substitute", "author_alone", "author", "stranger", "")

# Written by hand from the design, not from the table: role, relation, commands.
ALLOWED = """
clerk          any              save_draft discard_draft submit_order withdraw_submit
clerk          any              reserve_stock release_stock record_print record_confirmation
clerk          named_substitute decide_task withdraw_decision
warehouse      any              pick_delivery ship_delivery record_print move_stock
manager        any              put_item change_tier cancel_tier_change merge_customers merge_items
administrator  any              change_tier cancel_tier_change merge_customers merge_items
store          any              apply_tier_change reroute_order
administrator  any              save_rule_draft take_over_rule_draft discard_rule_draft accept_rule_warning
administrator  any              record_rehearsal publish_rules roll_back_rules
manager        any              save_draft discard_draft submit_order withdraw_submit
manager        any              reserve_stock release_stock record_print record_confirmation put_customer
manager        any              put_price_list
manager        any              put_adjustment publish_adjustment roll_back_adjustment cancel_adjustment
administrator  any              put_adjustment publish_adjustment roll_back_adjustment cancel_adjustment
manager        entitled         decide_task withdraw_decision lift_hold
manager        named_substitute decide_task withdraw_decision
manager        author_alone     decide_task withdraw_decision
finance        entitled         decide_task withdraw_decision lift_hold
finance        named_substitute decide_task withdraw_decision
finance        author_alone     decide_task withdraw_decision
administrator  any              put_customer put_item put_price_list move_stock record_past_order
clerk          any              create_customer create_item
manager        any              create_customer create_item
clerk          any              comment_order restore_draft
warehouse      any              comment_order
manager        any              comment_order restore_draft
finance        any              comment_order
administrator  any              comment_order
clerk          any              change_order
manager        any              change_order
clerk          any              attach_file remove_file restore_file
manager        any              attach_file remove_file restore_file
finance        any              attach_file remove_file restore_file
administrator  named_substitute decide_task withdraw_decision
store          any              seed_store record_past_order put_customer put_item put_price_list move_stock
store          any              submit_order
"""


def oracle() -> set[tuple[str, str, str]]:
    rows = (line.split() for line in ALLOWED.strip().splitlines())
    return {(role, command, relation) for role, relation, *commands in rows for command in commands}


def test_the_table_allows_exactly_what_is_written_down() -> None:
    allowed = {
        (role, command, relation)
        for role, command, relation in product(ROLES, COMMANDS, RELATIONS)
        if allowing_row(frozenset({role}), command, relation) is not None
    }
    assert allowed == oracle()
    assert {(row.role, row.command, row.relation) for row in POLICY} == oracle()


def test_no_permission_is_written_twice_and_every_command_is_somebodys() -> None:
    assert len(POLICY) == len({row.name for row in POLICY})
    assert {row.command for row in POLICY} == set(COMMANDS) == set(all_handlers())


def test_any_of_several_roles_is_enough() -> None:
    row = allowing_row(frozenset({"warehouse", "clerk"}), "save_draft", "any")
    assert row is not None
    assert row.name == "clerk/save_draft/any"
    assert allowing_row(frozenset(), "save_draft", "any") is None


PEOPLE = {role: UUID(int=0x1000 + n) for n, role in enumerate(ROLES) if role != "store"}


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory, sample_sqlite_template: Path) -> Iterator[SampleDesk]:
    """The sample company with a person for each single role, and one without any."""
    path = tmp_path_factory.mktemp("policy") / "store.sqlite"
    shutil.copyfile(sample_sqlite_template, path)
    desk = open_sample_desk(f"sqlite:///{path}")
    with desk.store.writing() as session, session.begin():
        session.execute(
            insert(Person),
            [
                {
                    "id": key, "revision": 1, "code": f"only-{role}", "name": "", "name_en": "",
                    "roles": role, "department": "", "language": "zh", "active": True,
                }
                for role, key in PEOPLE.items()
            ],
        )  # fmt: skip
    yield desk
    desk.store.close()


def door_for(desk: SampleDesk, command: str, relation: str) -> tuple[Door, list[str]]:
    """Return a door whose handler of ``command`` only notes that it was asked, in ``relation``."""
    asked: list[str] = []

    def handle(_session: Session, _data: CommandData, context: object) -> Result:
        asked.append(command)
        return Result((TouchedRow("nothing", UUID(int=1), 1),))

    handler = Handler(COMMANDS[command], handle, lambda _session, _data, _actor: relation)
    return Door(desk.store, desk.ports, lambda: {command: handler}), asked


@pytest.mark.parametrize("command", COMMANDS)
def test_the_door_denies_everything_else(crowd: SampleDesk, command: str) -> None:
    data = COMMANDS[command].model_construct()
    for role, relation in product(ROLES, RELATIONS):
        door, asked = door_for(crowd, command, relation)
        actor = SYSTEM if role == "store" else Actor(PEOPLE[role], "test")
        outcome = door.execute(Command.model_construct(id=crowd.ports.ids.new(), data=data), actor)
        if (role, command, relation) in oracle():
            assert (outcome.outcome, asked) == ("applied", [command]), (role, relation)
        else:
            assert (outcome.outcome, asked) == ("refused", []), (role, relation)
            (problem,) = outcome.problems
            assert problem.code == "problem.policy.denied"
            assert problem.params == {"command": command, "relation": relation}


@pytest.mark.parametrize("who", ["left", "unknown", "nobody chosen"])
def test_who_has_left_or_never_was_here_may_do_nothing(sample: SampleDesk, who: str) -> None:
    if who == "left":
        with sample.store.writing() as session, session.begin():
            session.query(Person).filter(Person.code == "lina").update({"active": False})
        actor = sample.actor("lina")
    else:
        actor = Actor(UUID(int=404) if who == "unknown" else None, "test")
    draft = sample.draft("C1001", ("A105", "2"))
    sent = Command(id=sample.ports.ids.new(), data=COMMANDS["save_draft"].model_validate({"draft": draft}))
    outcome = sample.door.execute(sent, actor)
    assert [problem.code for problem in outcome.problems] == ["problem.policy.denied"]


def test_roles_are_those_of_the_moment(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    with sample.store.writing() as session, session.begin():
        session.query(Person).filter(Person.code == "lina").update({"roles": "warehouse"})
    assert sample.save(draft).is_refused
    with sample.store.writing() as session, session.begin():
        session.query(Person).filter(Person.code == "lina").update({"roles": "clerk"})
    assert sample.save(draft).outcome == "applied"
