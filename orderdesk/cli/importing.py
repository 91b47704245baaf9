"""``import`` of one file: customers, items, prices, stock, receivables or orders."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from orderdesk import words
from orderdesk.cli import REFUSED
from orderdesk.cli.runs import Run
from orderdesk.services.registry import open_door
from orderdesk.values import round_amount

if TYPE_CHECKING:
    from orderdesk.intake.files.rows import Finding
    from orderdesk.intake.files.verdicts import FileImport

_STEP = 1_000  # rows between two words on how far it is


def import_table(run: Run) -> int:
    """Take in one CSV or XLSX file; 1 if any row was rejected or left."""
    from orderdesk.intake.files.mapping import Mapping, load_mapping
    from orderdesk.intake.files.rejects import rejects_path, rejects_text, write_rejects
    from orderdesk.intake.files.taking import take_file

    path = Path(run.arguments.path)
    mapping = load_mapping(Path(run.arguments.map)) if run.arguments.map else Mapping()
    dry = run.arguments.dry_run
    store = run.store("read" if dry else "write")
    door = None if dry else open_door(store, run.ports())
    with _progress(run) as progress:
        table, done = take_file(path, run.arguments.source, mapping, store, door, progress)
    rejects = ""
    if done.rejected and not dry:
        target = rejects_path(path)
        reason = words.text("cli.import.reason", run.language)
        write_rejects(target, rejects_text(table, done, reason, lambda finding: _said(run, finding)))
        rejects = target.name
    if run.arguments.json:
        run.data(_as_data(run, done, rejects))
    else:
        _print(run, done, rejects)
    return REFUSED if done.rejected or done.left else 0


@contextmanager
def _progress(run: Run) -> Iterator[_Watch]:
    """Yield what tells how far the import is, and ends it after the current row on Ctrl+C."""
    watch = _Watch(run)
    before = signal.signal(signal.SIGINT, watch.stop)
    try:
        yield watch
    finally:
        signal.signal(signal.SIGINT, before)


class _Watch:
    """Tells stderr how far an import is, and remembers that somebody wants it to stop."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._told = 0
        self._is_stopped = False

    def stop(self, signum: int, frame: FrameType | None) -> None:
        """Let the row that is being taken in be the last one."""
        self._is_stopped = True

    def __call__(self, done: int, of: int) -> bool:
        if done - self._told >= _STEP:
            self._told = done
            self._run.log(words.text("cli.import.progress", self._run.language, done=done, of=of))
        return not self._is_stopped


def _said(run: Run, finding: Finding) -> str:
    """Return a finding in words, with the column that it is about."""
    text = words.problem_text(finding.problem, run.language)
    return f"{finding.column}: {text}" if finding.column else text


def _as_data(run: Run, done: FileImport, rejects: str) -> dict[str, object]:
    rows = [
        {
            "row": verdict.row, "key": verdict.key, "verdict": verdict.state,
            "problems": [
                {
                    "field": finding.field, "column": finding.column, "value": finding.value,
                    "code": finding.problem.code, "text": words.problem_text(finding.problem, run.language),
                }
                for finding in verdict.findings
            ],
        }
        for verdict in done.verdicts
    ]  # fmt: skip
    totals = [
        {"currency": currency, "total": round_amount(total, currency), "exact_total": total}
        for currency, total in done.totals
    ]
    return {
        "file": done.file, "kind": done.family, "read_as": done.read_as, "dry_run": run.arguments.dry_run,
        "counts": done.counts(), "left": done.left, "orders": done.orders, "totals": totals,
        "rejects": rejects, "rows": rows,
    }  # fmt: skip


def _print(run: Run, done: FileImport, rejects: str) -> None:
    counts = {str(state): count for state, count in done.counts().items()}
    run.table([{"kind": done.family, "rows": len(done.verdicts), **counts}])
    rejected = [
        {
            "row": verdict.row, "key": verdict.key, "field": finding.column, "value": finding.value,
            "problem": words.problem_text(finding.problem, run.language),
        }
        for verdict in done.rejected
        for finding in verdict.findings
    ]  # fmt: skip
    if rejected:
        run.line("")
        run.table(rejected)
    run.line("")
    run.say("cli.import.read", file=done.file, read_as=done.read_as)
    code = "cli.import.would_total" if run.arguments.dry_run else "cli.import.total"
    for currency, total in done.totals:
        run.say(
            code, orders=done.orders, currency=currency, total=str(round_amount(total, currency)), exact=total
        )
    if run.arguments.dry_run:
        run.say("cli.import.dry")
    if done.left:
        run.say("cli.import.left", n=done.left)
    if rejects:
        run.say("cli.import.rejects", file=rejects)
