"""What becomes of a code and its parameters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from orderdesk import words
from orderdesk.errors import EnvironmentProblem, Problem, UserError
from orderdesk.wire.outcomes import ProblemLine


def test_a_sentence_has_its_parameters_put_in() -> None:
    shown = words.text("error.store.not_ours", "en", store="a.db")
    assert shown == "The database at a.db is not an OrderDesk store. Check its address."


def test_each_language_has_its_own_sentence_at_the_same_time() -> None:
    shown = [words.text("term.state.order.pending", language) for language in words.LANGUAGES]
    assert shown == ["Pending approval", "审批中"]


@pytest.mark.parametrize(
    ("language", "n", "shown"),
    [("en", 1, "1 day"), ("en", 30, "30 days"), ("en", 0, "0 days"), ("zh", 1, "1 天"), ("zh", 30, "30 天")],
)
def test_n_chooses_the_plural_form(language: words.Language, n: int, shown: str) -> None:
    assert words.text("term.terms.days", language, n=n) == shown


def test_n_in_a_sentence_without_plural_is_a_parameter_like_others() -> None:
    assert words.text("error.date.no_such_day", "en", text="0230", n=3) == "There is no such day: “0230”."


@pytest.mark.expects_log("no value for .text. of code error.date.no_such_day")
def test_a_missing_or_unknown_parameter_shows_a_question_mark() -> None:
    assert words.text("error.date.no_such_day", "en") == "There is no such day: “?”."
    assert words.text("error.date.no_such_day", "en", text=None) == "There is no such day: “?”."


def test_values_are_put_in_as_plain_text() -> None:
    hostile = "{text} {0} {text.__class__} %s \\n <b>"
    assert words.text("error.date.no_such_day", "en", text=hostile) == f"There is no such day: “{hostile}”."


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (Decimal("1E+3"), "1000", "1000"),
        (Decimal("2.500"), "2.5", "2.5"),
        (date(2026, 3, 12), "2026-03-12", "2026-03-12"),
        (True, "yes", "是"),
        (7, "7", "7"),
        ("term.state.order.draft", "Draft", "草稿"),
        (["term.unit.box", "kg"], "box, kg", "箱、kg"),
        ("term.no.such", "term.no.such", "term.no.such"),
    ],
)
def test_each_kind_of_value_reads_well(value: object, english: str, chinese: str) -> None:
    assert words.text("error.date.no_such_day", "en", text=value) == f"There is no such day: “{english}”."
    assert words.text("error.date.no_such_day", "zh", text=value) == f"没有这一天：“{chinese}”。"


def test_a_detail_that_is_empty_leaves_no_blank() -> None:
    shown = words.text("error.store.busy", "en", detail="")
    assert shown == "The store is busy with other work. Try again in a moment."


@pytest.mark.expects_log("no text for code term.not.there in language en")
def test_a_code_without_text_shows_itself_and_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    assert words.text("term.not.there", "en") == "‹term.not.there›"
    assert words.text("term.not.there", "en", n=2) == "‹term.not.there›"
    assert len(caplog.records) == 1
    assert caplog.records[0].levelname == "ERROR"


@pytest.mark.expects_log("no text for code no_such_domain.x in language zh")
def test_a_code_of_no_domain_shows_itself() -> None:
    assert words.text("no_such_domain.x", "zh") == "‹no_such_domain.x›"


def test_asking_whether_a_code_has_text_logs_nothing() -> None:
    assert words.has("term.state.order.draft", "zh")
    assert not words.has("term.state.order.drift", "zh")


@pytest.mark.parametrize("kind", [Problem, ProblemLine])
def test_a_problem_is_worded_from_its_code_and_parameters(kind: type[Problem | ProblemLine]) -> None:
    problem = kind(code="error.price.negative", path="lines[0].manual_price", params={"text": "-1"})
    assert words.problem_text(problem, "zh") == "单价不能为负数：“-1”。"


@pytest.mark.parametrize(
    ("unit", "english", "chinese"),
    [
        ({"unit": "把", "unit_en": "pc"}, "The item has no unit pc.", "该商品没有单位 把。"),
        ({"unit": "把", "unit_en": ""}, "The item has no unit 把.", "该商品没有单位 把。"),
        ({"unit": "把"}, "The item has no unit 把.", "该商品没有单位 把。"),
    ],
)
def test_a_name_that_has_an_english_one_beside_it_shows_that_in_english(
    unit: dict[str, object], english: str, chinese: str
) -> None:
    problem = Problem("problem.item.unit_unknown", params=unit)
    assert [words.problem_text(problem, "en"), words.problem_text(problem, "zh")] == [english, chinese]


def test_an_error_is_followed_by_the_problems_it_carries() -> None:
    problems = (Problem("error.number.empty"), Problem("error.date.empty"))
    error = UserError("error.date.no_such_day", problems, text="32")
    shown = "There is no such day: “32”.\nType a number.\nType a date."
    assert words.error_text(error, "en") == shown


def test_an_error_of_the_surroundings_is_worded_alike() -> None:
    error = EnvironmentProblem("error.store.opened_for_reading")
    assert words.error_text(error, "en") == "The store was opened for reading only."


def test_a_joint_keeps_the_blank_that_parts_what_it_joins() -> None:
    assert words.text("entry.dates.joint", "en") == ", "
