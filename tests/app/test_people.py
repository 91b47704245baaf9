"""Who sees which area, as the application puts people and areas together."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from orderdesk.app import shown_person
from orderdesk.services.desk import PersonFacts
from orderdesk.services.writing import SETTING_DEFAULTS
from tests.support.windows import look

__all__ = ["look"]  # a fixture

PERSON = PersonFacts(
    id=UUID("018f0000-0000-7000-8000-000000000001"),
    code="zhoumin",
    name="周敏",
    name_en="Zhou Min",
    roles=frozenset({"administrator"}),
    department="",
    language="zh",
)


@pytest.mark.parametrize(
    ("settings", "has_inbox"),
    [
        ({}, False),
        ({"approval.author": "substitute", "approval.substitute": "zhoumin"}, True),
        ({"approval.author": "substitute", "approval.substitute": "zhangwei"}, False),
        ({"approval.author": "self_with_reason", "approval.substitute": "zhoumin"}, False),
    ],
)
def test_only_the_named_substitute_gets_an_inbox_without_its_role(
    settings: dict[str, str], has_inbox: bool
) -> None:
    person = shown_person(PERSON, SETTING_DEFAULTS | settings)
    assert ("substitute" in person.roles) is has_inbox


def test_a_name_follows_the_language(look: object) -> None:
    assert shown_person(PERSON, SETTING_DEFAULTS).name == "Zhou Min"
    nameless = replace(PERSON, name_en="")
    assert shown_person(nameless, SETTING_DEFAULTS).name == "周敏"
