"""``dev.py prove P17``: days at the desk, made up by hypothesis, on the real door and in a model.

``--size`` is the number of days, each of fifty steps: nine in ten on SQLite, the others on PostgreSQL.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.findings import Finding, size_from, tell

if TYPE_CHECKING:
    from tests.proofs.desk_machine import Counts

SIZE = 500
STEPS = 50


def main(words: Sequence[str] | None = None) -> int:
    """Print what was done; 1 where the desk is not what the model says, 3 where there is no PostgreSQL."""
    from tests.proofs.desk_machine import copies_of
    from tests.support.databases import sqlite_url_of
    from tests.support.desk import found
    from tests.support.postgres import Keeper, PostgresUnavailable, connect_to

    size = size_from(words, SIZE)
    few = max(1, size // 10)
    with tempfile.TemporaryDirectory(prefix="orderdesk-days-") as name:
        template = Path(name) / "template.sqlite"
        found(sqlite_url_of(template))
        codes = [tell(findings_of("SQLite", copies_of(template, Path(name)), max(1, size - few)))]
    sys.stdout.flush()
    keeper = Keeper()
    try:
        server = connect_to(keeper.folder)
        made = server.template("orderdesk_sample", found)
        codes.append(tell(findings_of("PostgreSQL", lambda: server.create_database(made), few)))
    except PostgresUnavailable as problem:
        print(problem, file=sys.stderr)
        return 3
    finally:
        keeper.stop()
    return max(codes)


def findings_of(database: str, urls: Callable[[], str], runs: int) -> list[Finding]:
    """Let the days happen on one database and return what must hold of them."""
    from tests.proofs.desk_machine import run_days

    try:
        counts = run_days(urls, runs, STEPS, shrinks=False)
    except AssertionError as different:
        told = [str(different), *getattr(different, "__notes__", ())]
        return [Finding(f"{database}: the desk and the model", "equal", "\n".join(told))]
    return [Finding(f"{database}: {words_of(counts)}; the desk and the model", "equal", "equal")]


def words_of(counts: Counts) -> str:
    """Return what was done, in words."""
    commands = sum(counts.steps.values())
    kinds = ", ".join(f"{count} {step}" for step, count in sorted(counts.steps.items()))
    return f"{counts.runs} days, {commands} commands, {counts.refusals} refused as they must be ({kinds})"


if __name__ == "__main__":
    sys.exit(main())
