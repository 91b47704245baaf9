"""A rule file of any format and the facts beside it: read within limits, told apart, decided."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from orderdesk.errors import Problem, UserError
from orderdesk.intake.rules.workbook import read_workbook
from orderdesk.rules.cells import CellError
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.fact_catalogue import as_stored
from orderdesk.rules.feel.dmn import DmnModel
from orderdesk.rules.feel.reading import read_dmn
from orderdesk.rules.foreign import Answer, NearCell, as_json, refused
from orderdesk.rules.hit_policies import SINGLE
from orderdesk.rules.measures import FactValue
from orderdesk.rules.table_text import table_source
from orderdesk.rules.tables import read_table, read_value
from orderdesk.rules.zen.jdm import JdmModel, is_jdm, read_jdm
from orderdesk.values import plain

MAX_BYTES = 20 * 1024 * 1024
MAX_DEPTH = 100

Model = DecisionTable | DmnModel | JdmModel


@dataclass(frozen=True, slots=True)
class Decided:
    """What a file answers to facts, ready for JSON; figures are decimals."""

    output: object
    rows: tuple[int, ...]
    near_misses: tuple[Mapping[str, object], ...]


def decide_file(path: Path, facts_path: Path, decision: str = "") -> Decided:
    """Return what the rule file at ``path`` answers to the facts in another file.

    Raises:
        UserError: a file cannot be read, is refused with each reason, or does not decide on these facts.
    """
    content = _bytes(path)
    model = read_workbook(path) if content.startswith(b"PK") else read_model(content, path.name)
    facts = read_json(_bytes(facts_path), facts_path.name)
    return decide(model, facts, decision)


def read_model(content: bytes, name: str) -> Model:
    """Return the table or model in a file's bytes: DMN is XML, ours and JDM are JSON.

    Raises:
        UserError: it is none of them, or is refused with each reason.
    """
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" or content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return read_dmn(content)
    source = read_json(content, name)
    if is_jdm(source):
        return read_jdm(_mapping(source, name))
    return read_table(_mapping(source, name))


def read_source(path: Path) -> Mapping[str, object]:
    """Return a rule table of our own as JSON has it, readable or not, from a JSON file or a workbook.

    Raises:
        UserError: the file holds no such thing; DMN and JDM are decided as they are, and never edited here.
    """
    content = _bytes(path)
    if content.startswith(b"PK"):
        return table_source(read_workbook(path))
    source = _mapping(read_json(content, path.name), path.name)
    if is_jdm(source):
        raise refused([Problem("problem.table.file.ours")], path.name)
    return source


def read_json(content: bytes, name: str) -> object:
    """Return parsed JSON with exact decimals; ``UserError`` where it is none, too large or too deep."""
    if len(content) > MAX_BYTES:
        raise refused([Problem("problem.table.file.size", "", {"limit": MAX_BYTES})], name)
    try:
        source: object = json.loads(
            content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_figure
        )
    except (ValueError, RecursionError, ArithmeticError) as fault:
        raise refused([Problem("problem.table.file.json")], name) from fault
    if _is_deeper(source, MAX_DEPTH):
        raise refused([Problem("problem.table.file.json")], name)
    return source


def decide(model: Model, facts: object, decision: str = "") -> Decided:
    """Return what a model answers to facts as JSON has them, by the rules of its own format."""
    if isinstance(model, DecisionTable):
        return _decided_table(model, _mapping(facts, model.name), decision)
    given = _exact(facts)
    if isinstance(model, DmnModel):
        return _shown(model.decide(_mapping(given, model.name), decision))
    return _shown(model.decide(given, decision))


def _shown(answer: Answer) -> Decided:
    return Decided(as_json(answer.output), answer.rows, tuple(_near(miss) for miss in answer.near))


def _near(miss: NearCell) -> Mapping[str, object]:
    return {"row": miss.row, "column": miss.column, "cell": miss.cell, "value": as_json(miss.value)}


# ── tables of our own ────────────────────────────────────────────────────────────────────────────────────


def _decided_table(table: DecisionTable, facts: Mapping[str, object], decision: str) -> Decided:
    if decision not in {"", table.name}:
        raise UserError("problem.table.decision", name=decision, names=table.name)
    values = table_facts(table, facts)
    found = table.decide(values)
    answers: list[object] = [{name: json_value(one) for name, one in said.items()} for said in found.outputs]
    output: object = answers
    if table.aggregation:
        output = json_value(found.total)
    elif table.hit_policy in SINGLE:
        output = answers[0] if answers else None
    misses = tuple(
        {"row": miss.row, "column": miss.fact, "cell": miss.cell, "value": miss.value}
        for miss in table.near_misses(values)
    )
    return Decided(output, found.rows, misses)


def table_facts(table: DecisionTable, facts: Mapping[str, object]) -> dict[str, FactValue]:
    """Return the facts that a table asks for, as JSON gives them, in their types.

    Raises:
        UserError: one of them is of another type; the table itself says so of one that is absent.
    """
    found: dict[str, FactValue] = {}
    for column in (*table.inputs, *table.uses):
        if column.fact in facts:
            try:
                found[column.fact] = read_value(facts[column.fact], column.type, column.measure)
            except CellError:
                raise UserError(
                    "problem.table.fact.type", table=table.name, fact=column.fact, type=column.type
                ) from None
    return found


def json_value(value: FactValue) -> object:
    """Return a fact or an output as JSON has it; money and quantities with their currency or unit."""
    shaped = as_stored(value)
    return shaped if isinstance(shaped, (dict, list)) else as_json(shaped)


def json_text(value: object) -> str:
    """Return JSON whose numbers are the decimals themselves, never a float near them."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Mapping):
        return (
            "{"
            + ", ".join(
                f"{json.dumps(key, ensure_ascii=False)}: {json_text(one)}" for key, one in value.items()
            )
            + "}"
        )
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(json_text(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        raise UserError("problem.table.file.missing", name=path.name) from fault


def _mapping(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise refused([Problem("problem.table.file.shape")], name)
    return value


def _no_figure(text: str) -> NoReturn:
    raise ValueError(text)


def _is_deeper(value: object, left: int) -> bool:
    if isinstance(value, dict):
        return left == 0 or any(_is_deeper(one, left - 1) for one in value.values())
    return isinstance(value, list) and (left == 0 or any(_is_deeper(one, left - 1) for one in value))


def _exact(value: object) -> object:
    """Return a value with its whole numbers as decimals, too."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, dict):
        return {key: _exact(one) for key, one in value.items()}
    return [_exact(one) for one in value] if isinstance(value, list) else value
