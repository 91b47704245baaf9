"""C43: whoever submits a bad order is told all that is wrong with it at once: field, rule and way on."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import orderdesk
from orderdesk import words
from orderdesk.services.entry import evaluate
from orderdesk.services.reading.desk import load_customer
from orderdesk.wire.drafts import LineDraft, OrderDraft, ScheduleDraft
from tests.services.bad_orders import OF_HEADER, OF_LINE, Maker, mended, prepare
from tests.support.desk import SampleDesk, open_sample_desk

PACKAGE = Path(orderdesk.__file__).parent
CHECKS = ("rules/validation.py", "rules/bounds.py", "rules/worked_line.py", "rules/pricing.py")
CHECKS_OF_STOCK = "services/checking.py"
VALIDATION = PACKAGE.parent / "resources" / "rules" / "validation.json"
ORDERS = 200
# Where the figures of a program, not of a person, are told; and the name of a row that has none of its own.
NOT_TYPED = {"order.figures.range", "order.check.row", "order.check.text"}  # no shipped row asks for them
BY_CREDIT = {"order.credit.over", "order.credit.hold"}

Told = tuple[str, str, str, str]


def told(problems: Any) -> list[Told]:
    """Return problems as the clerk has them: what, where, how grave, with which figures."""
    return [
        (
            one.code.removeprefix("problem."), one.path, one.severity,
            json.dumps(dict(one.params), sort_keys=True, default=str),
        )
        for one in problems
    ]  # fmt: skip


def on_the_screen(desk: SampleDesk, draft: OrderDraft) -> list[Told]:
    """Return what the entry screen lists of a draft: evaluated over the facts it holds in memory."""
    customer = None
    if draft.customer_id is not None:
        with desk.store.reading() as connection:
            customer = load_customer(connection, draft.customer_id)
    return told(evaluate(draft, desk.desk(), customer).problems)


def blocks_of(problems: list[Told]) -> list[tuple[str, str]]:
    return [(code, path) for code, path, severity, _params in problems if severity == "block"]


def names_a_field(path: str) -> bool:
    """Whether a path is one of a draft: ``lines[2].schedule[0].requested``."""
    steps = re.sub(r"\[\d+\]", "", path).split(".")
    model: Any = OrderDraft
    for step in steps:
        if step not in model.model_fields:
            return False
        model = {"lines": LineDraft, "schedule": ScheduleDraft}.get(step, model)
    return True


def sentences(text: str) -> int:
    return len(re.findall(r"[.。?？;；](?:\s|$|[^\d])", text + " "))


def codes_of_checks() -> set[str]:
    """Return every problem that the checks of an order can name."""
    found = set()
    for name in (*CHECKS, CHECKS_OF_STOCK):
        for node in ast.walk(ast.parse((PACKAGE / name).read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                code = node.value.removeprefix("problem.")
                if code != node.value:
                    found.add(code)
    rows = json.loads(VALIDATION.read_text("utf-8"))["rows"]
    blocking = [row["then"]["code"] for row in rows if row["then"]["severity"] == "block"]
    return found | {code.removeprefix("problem.") for code in blocking}


@pytest.mark.slow
def test_c43_200_bad_orders_are_told_all_their_problems_at_once(sample_sqlite_url: str) -> None:
    desk = open_sample_desk(sample_sqlite_url)
    prepare(desk)
    maker = Maker(desk, 43)
    seen: Counter[str] = Counter()
    at_once = 0
    for _ in range(ORDERS):
        made = maker.order()
        outcome = desk.submit(made.draft)
        assert outcome.is_refused
        found = told(outcome.problems)
        assert set(blocks_of(found)) == made.blocks, made.draft
        assert len(blocks_of(found)) == len(made.blocks)
        assert made.warns <= {(code, path) for code, path, severity, _ in found if severity == "warn"}
        assert on_the_screen(desk, made.draft) == found
        seen.update(code for code, *_ in found)
        at_once += len(made.blocks) > 2
        again = desk.submit(mended(made.draft, blocks_of(found), desk))
        assert not again.is_refused, (made.draft, again.problems)
    known = codes_of_checks() - NOT_TYPED - BY_CREDIT
    assert {code: seen[code] for code in known if not seen[code]} == {}
    assert seen.keys() & BY_CREDIT
    assert at_once > ORDERS / 2
    desk.store.close()


def test_c43_each_problem_names_its_field_and_says_what_to_do_in_both_languages(
    sample_sqlite_url: str,
) -> None:
    desk = open_sample_desk(sample_sqlite_url)
    prepare(desk)
    maker = Maker(desk, 44)
    for _ in range(25):
        for problem in desk.submit(maker.order().draft).problems:
            of_the_whole = problem.code.startswith(("problem.order.check.", "problem.order.credit."))
            assert of_the_whole == (problem.path == "")
            assert of_the_whole or names_a_field(problem.path), problem.path
            assert not problem.code.startswith("problem.order.check.") or problem.params["row"]
            for language in words.LANGUAGES:
                text = words.problem_text(problem, language)
                assert "‹" not in text
                assert "?" not in text
                # what happened, what it means, what to do: Chinese joins the first two by a comma
                assert sentences(text) >= (3 if language == "en" else 2), text
    desk.store.close()


def test_c43_every_check_has_a_mend_or_is_a_warning() -> None:
    warnings = {
        "order.po_number.used", "order.discount.limit", "line.discount.limit", "line.quantity.multiple",
        "line.price.below_floor", "line.stock.short",
    }  # fmt: skip
    known = codes_of_checks() - NOT_TYPED - BY_CREDIT
    assert known == {*OF_HEADER, *OF_LINE, *warnings}


def test_c43_what_only_the_store_knows_is_told_with_the_rest(sample: SampleDesk) -> None:
    """An id that names nothing does not hide that the line has no quantity."""
    draft = sample.draft("C1001", ("A105", "2"), ("B210", "1"))
    lines = (draft.lines[0].model_copy(update={"quantity": None}), draft.lines[1])
    draft = draft.model_copy(
        update={"salesperson_id": UUID(int=9), "customer_id": UUID(int=8), "lines": lines}
    )
    outcome = sample.submit(draft)
    assert [(one.code, one.path) for one in outcome.problems] == [
        ("problem.order.reference", "customer_id"),
        ("problem.order.reference", "salesperson_id"),
        ("problem.line.quantity.missing", "lines[0].quantity"),
    ]
