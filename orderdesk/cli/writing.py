"""``do`` and ``import``: commands through the one door."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from orderdesk import words
from orderdesk.cli import REFUSED
from orderdesk.cli.runs import Run, UsageError
from orderdesk.errors import EnvironmentProblem, Problem
from orderdesk.services.context import SYSTEM, Actor
from orderdesk.services.door import Door, problems_of
from orderdesk.services.reading.listing import find_rows
from orderdesk.services.registry import open_door
from orderdesk.services.store import Store
from orderdesk.values import round_amount
from orderdesk.wire.commands import Envelope
from orderdesk.wire.outcomes import Outcome, ProblemLine

LONGEST_LINE = 16 * 1024 * 1024  # characters of one command


def do(run: Run) -> int:
    """Execute commands, one JSON object a line, and print one outcome a line; 1 if any was refused."""
    lines = _lines(run.arguments.file)
    store = run.store("write")
    actor = actor_of(run, store)
    door = open_door(store, run.ports())
    refused = 0
    for number, line in lines:
        if not line.strip():
            continue
        outcome = _outcome(door, actor, number, line)
        refused += outcome["class"] == "refused"
        for problem in outcome["problems"]:
            shown = Problem(problem["code"], problem["path"], problem["params"])
            problem["text"] = words.problem_text(shown, run.language)
        run.data(outcome)
    return REFUSED if refused else 0


def _lines(file: str) -> Iterator[tuple[int, str]]:
    """Yield numbered lines of a file, ``-`` for standard input; a broken character breaks only its line."""
    if file == "-":
        yield from enumerate((raw.decode(errors="replace") for raw in sys.stdin.buffer), 1)
        return
    try:
        stream = Path(file).open(encoding="utf-8-sig", errors="replace")  # noqa: SIM115 - closed below
    except OSError as fault:
        raise EnvironmentProblem("error.file.missing", file=file, detail=fault.strerror or "") from fault
    with stream:
        yield from enumerate(stream, 1)


def actor_of(run: Run, store: Store) -> Actor:
    """Return who sends the commands: a person by code or id, else the store itself."""
    user = run.arguments.user
    if user is None:
        return SYSTEM
    with store.reading() as connection:
        found = find_rows(connection, "people", user)
    if not found:
        raise UsageError("error.do.user", user=user)
    person_id = found[0]["id"]
    assert isinstance(person_id, UUID)  # the column's type says so
    return Actor(person_id=person_id, device=run.config.device)


def _outcome(door: Door, actor: Actor, number: int, line: str) -> dict[str, Any]:
    try:
        message = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict):
        return _unread(None, Problem("problem.command.unreadable", "", {"line": number}))
    try:
        envelope = Envelope.model_validate_json(json.dumps(message))
    except ValidationError as fault:
        return _unread(message.get("id"), *problems_of(fault))
    outcome: dict[str, Any] = door.execute_envelope(envelope, actor).model_dump(mode="json")
    return outcome


def _unread(given_id: object, *problems: Problem) -> dict[str, Any]:
    """Return the outcome of what never was a command; without an id that is one, it has none."""
    lines = tuple(
        ProblemLine(code=entry.code, path=entry.path, params=dict(entry.params)) for entry in problems
    )
    try:
        known: str | None = str(UUID(str(given_id)))
    except ValueError:
        known = None
    shown: dict[str, Any] = Outcome(id=UUID(int=0), outcome="refused", problems=lines).model_dump(mode="json")
    return {**shown, "id": known}


def import_files(run: Run) -> int:
    """Take in a file, or another system's folder of files; 1 if any row was rejected."""
    if run.arguments.source != "northwind":
        from orderdesk.cli.importing import import_table

        return import_table(run)
    if run.arguments.map is not None:
        raise UsageError("error.import.no_map")
    return _import_northwind(run)


def _import_northwind(run: Run) -> int:
    from orderdesk.intake import northwind
    from orderdesk.intake.importing import ImportSummary, run_import

    plan = northwind.plan(Path(run.arguments.path))
    dry = run.arguments.dry_run
    store = run.store("read" if dry else "write")
    ports = run.ports()
    summary: ImportSummary = run_import(plan, store, None if dry else open_door(store, ports), ports.ids)
    rows = [
        {
            "kind": kind, "rows": count.rows, "created": count.created, "unchanged": count.unchanged,
            "rejected": count.rejected,
        }
        for kind, count in summary.counts.items()
    ]  # fmt: skip
    rejected = [
        {
            "file": entry.file, "row": entry.row, "field": entry.field, "code": entry.problem.code,
            "problem": words.problem_text(entry.problem, run.language),
        }
        for entry in summary.problems
    ]  # fmt: skip
    total = round_amount(summary.total, summary.currency)
    if run.arguments.json:
        figures = {"orders": summary.orders, "lines": summary.lines, "currency": summary.currency}
        exact = {"total": total, "exact_total": summary.total, "dry_run": dry}
        run.data({"counts": rows, "rejected": rejected, **figures, **exact})
    else:
        run.table(rows)
        if rejected:
            run.line("")
            run.table(rejected, ("file", "row", "field", "problem"))
        run.line("")
        said = {"orders": summary.orders, "lines": summary.lines, "currency": summary.currency}
        code = "cli.import.would" if dry else "cli.import.done"
        run.say(code, total=str(total), exact=summary.total, **said)
    return REFUSED if rejected else 0
