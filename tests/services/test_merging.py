"""Two desks changed the same draft: what both wanted is kept, and only a true collision asks a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.errors import Problem
from orderdesk.services.merging import merge
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft, ScheduleDraft, open_note

A, B, C, D = (UUID(int=n) for n in range(1, 5))
ITEM = UUID(int=100)


def line(key: UUID, quantity: str = "1", **fields: Any) -> LineDraft:
    return LineDraft(id=key, item_id=ITEM, quantity=Decimal(quantity), **fields)


BASE = OrderDraft(
    id=UUID(int=50),
    number="SO-K7M-000001",
    department="as it was",
    po_number="PO-1",
    custom={"colour": "red", "size": "L"},
    lines=(line(A), line(B)),
)


def draft(**fields: Any) -> OrderDraft:
    return BASE.model_copy(update=fields)


def lines(*entries: LineDraft) -> OrderDraft:
    return draft(lines=entries)


def conflicts(mine: OrderDraft, theirs: OrderDraft) -> list[tuple[str, str, dict[str, object]]]:
    return [
        (problem.code, problem.path, dict(problem.params)) for problem in merge(BASE, mine, theirs).conflicts
    ]


def collision(path: str, field: str, mine: str, theirs: str) -> tuple[str, str, dict[str, object]]:
    return "problem.draft.conflict", path, {"field": field, "mine": mine, "theirs": theirs}


def deletion(path: str, number: int, mine: str, theirs: str) -> tuple[str, str, dict[str, object]]:
    return "problem.draft.line_deleted", path, {"line": number, "mine": mine, "theirs": theirs}


# Fields


def test_changes_of_different_fields_are_both_kept() -> None:
    merged = merge(BASE, draft(department="mine"), draft(po_number="PO-2", parked=True))
    assert merged.conflicts == ()
    assert merged.draft == draft(department="mine", po_number="PO-2", parked=True)


def test_the_same_change_at_both_is_no_conflict() -> None:
    both = draft(department="the same", lines=(line(A, "5"), line(B)))
    assert merge(BASE, both, both) == merge(BASE, BASE, both)
    assert merge(BASE, both, both).draft == both


def test_a_field_changed_to_two_values_is_a_conflict_with_both_and_theirs_stands() -> None:
    mine, theirs = (
        draft(department="mine", requested=date(2026, 3, 12)),
        draft(department="theirs", requested=None),
    )
    assert conflicts(mine, theirs) == [collision("department", "department", "mine", "theirs")]
    assert merge(BASE, mine, theirs).draft.department == "theirs"


def test_a_value_taken_away_collides_with_another_value() -> None:
    assert conflicts(draft(po_number=""), draft(po_number="PO-3")) == [
        collision("po_number", "po_number", "", "PO-3")
    ]


def test_an_address_is_one_field_and_shown_as_what_it_is() -> None:
    mine = draft(deliver_to=AddressDraft(city="苏州"))
    theirs = draft(deliver_to=AddressDraft(city="杭州"))
    ((_code, path, params),) = conflicts(mine, theirs)
    assert path == "deliver_to"
    assert '"city":"苏州"' in str(params["mine"])
    assert '"city":"杭州"' in str(params["theirs"])


def test_values_are_shown_in_their_plain_form() -> None:
    day = date(2026, 3, 12)
    mine = draft(freight=Decimal("12.5000"), requested=day, prices_include_tax=False)
    theirs = draft(freight=Decimal(13), requested=date(2026, 3, 13))
    assert conflicts(mine, theirs) == [
        collision("requested", "requested", "2026-03-12", "2026-03-13"),
        collision("freight", "freight", "12.5", "13"),
    ]


def test_custom_values_are_merged_one_by_one() -> None:
    mine = draft(custom={"colour": "blue", "size": "L", "gift wrap": "yes"})
    theirs = draft(custom={"colour": "red"})  # the size was taken away there
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == ()
    assert merged.draft.custom == {"colour": "blue", "gift wrap": "yes"}


def test_a_custom_value_changed_twice_is_a_conflict() -> None:
    mine, theirs = draft(custom={"colour": "blue", "size": "L"}), draft(custom={"size": "L"})
    assert conflicts(mine, theirs) == [collision("custom.colour", "colour", "blue", "")]


# Lines


def test_lines_added_at_both_are_both_kept_theirs_first() -> None:
    merged = merge(BASE, lines(line(A), line(B), line(C)), lines(line(A), line(B), line(D)))
    assert merged.conflicts == ()
    assert [entry.id for entry in merged.draft.lines] == [A, B, D, C]


def test_different_fields_of_one_line_are_both_kept() -> None:
    merged = merge(BASE, lines(line(A, "5"), line(B)), lines(line(A, notes=open_note("careful")), line(B)))
    assert merged.conflicts == ()
    assert merged.draft.lines[0] == line(A, "5", notes=open_note("careful"))


def test_a_quantity_changed_to_two_values_is_a_conflict_at_my_line() -> None:
    """Theirs has a new line before it; the path leads to the line on my screen."""
    mine, theirs = lines(line(A, "5"), line(B)), lines(line(C), line(A, "6.000"), line(B))
    assert conflicts(mine, theirs) == [collision("lines[0].quantity", "quantity", "5", "6")]


def test_a_schedule_is_one_field_and_shown_as_what_it_is() -> None:
    def split(quantity: str) -> OrderDraft:
        return lines(line(A, schedule=(ScheduleDraft(id=D, quantity=Decimal(quantity)),)), line(B))

    ((_code, path, params),) = conflicts(split("1"), split("2"))
    assert path == "lines[0].schedule"
    assert '"quantity":"1"' in str(params["mine"])


def test_a_line_deleted_at_one_and_untouched_at_the_other_is_gone() -> None:
    assert merge(BASE, lines(line(A)), BASE).draft.lines == (line(A),)
    assert merge(BASE, BASE, lines(line(B))).draft.lines == (line(B),)
    assert merge(BASE, lines(line(A)), lines(line(A))).draft.lines == (line(A),)


def test_a_line_deleted_here_and_edited_there_stays_and_is_a_conflict() -> None:
    mine, theirs = lines(line(B)), lines(line(A, "9"), line(B))
    assert conflicts(mine, theirs) == [deletion("lines", 1, "deleted", "edited")]
    assert merge(BASE, mine, theirs).draft.lines == (line(A, "9"), line(B))


def test_a_line_edited_here_and_deleted_there_stays_and_is_a_conflict() -> None:
    mine, theirs = lines(line(A), line(B, "9")), lines(line(A))
    assert conflicts(mine, theirs) == [deletion("lines[1]", 2, "edited", "deleted")]
    assert merge(BASE, mine, theirs).draft.lines == (line(A), line(B, "9"))


def test_a_price_looked_at_again_is_no_edit() -> None:
    theirs = lines(line(A, seen_price=Decimal("3.50")), line(B))
    merged = merge(BASE, lines(line(B)), theirs)
    assert merged.conflicts == ()
    assert merged.draft.lines == (line(B),)


def test_a_line_that_both_have_new_is_merged_without_losing_either() -> None:
    """The same desk saved twice: its journal has the line with more in it."""
    mine, theirs = (
        lines(line(A), line(B), line(C, "3", notes=open_note("x"))),
        lines(line(A), line(B), line(C, "3")),
    )
    assert merge(BASE, mine, theirs).draft.lines[2] == line(C, "3", notes=open_note("x"))
    twice = lines(line(A), line(B), line(C, "4"))
    assert conflicts(mine, twice) == [collision("lines[2].quantity", "quantity", "3", "4")]


@pytest.mark.parametrize("place", ["id", "number"])
def test_what_is_not_the_clerks_is_not_merged(place: str) -> None:
    other = {"id": UUID(int=51), "number": "SO-K7M-000002"}
    assert getattr(merge(BASE, draft(**{place: other[place]}), BASE).draft, place) == getattr(BASE, place)


# Laws

quantities = st.sampled_from(["1", "2", "3"])
some_lines = st.dictionaries(st.sampled_from([A, B, C, D]), quantities, max_size=4).map(
    lambda chosen: tuple(line(key, quantity) for key, quantity in chosen.items())
)
drafts = st.builds(
    lambda note, po_number, entries: draft(department=note, po_number=po_number, lines=entries),
    st.sampled_from(["as it was", "x", "y"]),
    st.sampled_from(["PO-1", "PO-2"]),
    some_lines,
)


@given(changed=drafts)
def test_what_only_one_changed_is_taken_whole(changed: OrderDraft) -> None:
    assert merge(BASE, BASE, changed) == merge(changed, changed, changed)
    mine = merge(BASE, changed, BASE)
    assert mine.conflicts == ()
    assert {entry.id: entry for entry in mine.draft.lines} == {entry.id: entry for entry in changed.lines}
    assert mine.draft.model_copy(update={"lines": ()}) == changed.model_copy(update={"lines": ()})


@given(mine=drafts, theirs=drafts)
def test_both_ways_of_merging_agree_on_conflicts_and_content(mine: OrderDraft, theirs: OrderDraft) -> None:
    one, other = merge(BASE, mine, theirs), merge(BASE, theirs, mine)
    assert len(one.conflicts) == len(other.conflicts)
    if not one.conflicts:
        assert {entry.id: entry for entry in one.draft.lines} == {
            entry.id: entry for entry in other.draft.lines
        }
        assert one.draft.department == other.draft.department
    ids = [entry.id for entry in one.draft.lines]
    assert len(ids) == len(set(ids))


@given(mine=drafts, theirs=drafts)
def test_no_line_that_anybody_worked_on_is_lost(mine: OrderDraft, theirs: OrderDraft) -> None:
    was = {entry.id: entry for entry in BASE.lines}
    kept = {entry.id for entry in merge(BASE, mine, theirs).draft.lines}
    worked_on = {entry.id for entry in (*mine.lines, *theirs.lines) if was.get(entry.id) != entry}
    assert worked_on <= kept


def test_a_conflict_blocks() -> None:
    problems: tuple[Problem, ...] = merge(
        BASE, draft(department="mine"), draft(department="theirs")
    ).conflicts
    assert [problem.severity for problem in problems] == ["block"]
