"""``init``, ``check`` and ``upgrade``: a store as a whole."""

from __future__ import annotations

from orderdesk import words
from orderdesk.cli import REFUSED
from orderdesk.cli.runs import Run
from orderdesk.config import masked
from orderdesk.errors import Problem, UserError


def init(run: Run) -> int:
    """Make a store and fill it: with the sample company, or with what a new company needs first."""
    from orderdesk.intake.sample import record_sample_past, seed_empty, seed_sample
    from orderdesk.services.store import create_store

    ports = run.ports()
    url = run.config.store_url()
    create_store(url, ports)
    store = run.store("write")
    is_sample = run.arguments.size == "small"
    outcome = (seed_sample if is_sample else seed_empty)(store, ports)
    past = record_sample_past(store, ports) if is_sample and not outcome.is_refused else None
    refused = past or (outcome if outcome.is_refused else None)
    if refused is not None:
        problems = [Problem(line.code, line.path, line.params) for line in refused.problems]
        raise UserError("error.init", tuple(problems), store=masked(url))
    if run.arguments.json:
        counts = {entry.type.removeprefix("seed."): entry.revision for entry in outcome.touched}
        run.data(
            {"store": masked(url), "store_code": store.store_code, "size": run.arguments.size, "rows": counts}
        )
    else:
        run.say("cli.init.done", store=masked(url), store_code=store.store_code)
    return 0


def check(run: Run) -> int:
    """Look for everything that can be wrong with a store; each finding is a line, and the exit code is 1."""
    from orderdesk.services.check import check_store

    store = run.store("read")
    report = check_store(store)
    lines = [
        {
            "code": finding.code, "params": dict(finding.params),
            "text": words.problem_text(finding, run.language),
        }
        for finding in report.findings
    ]  # fmt: skip
    if run.arguments.json:
        run.data({"store": run.config.shown_store, "checked": dict(report.checked), "findings": lines})
    else:
        for line in lines:
            run.line(str(line["text"]))
        checked = ", ".join(f"{name} {count}" for name, count in report.checked.items())
        run.say("cli.check.done" if not lines else "cli.check.found", n=len(lines), checked=checked)
    return REFUSED if lines else 0


def upgrade(run: Run) -> int:
    """Bring a store to this program's schema, after a copy."""
    from orderdesk.services.upgrading import upgrade_store

    done = upgrade_store(run.config.store_url())
    if run.arguments.json:
        run.data(
            {
                "before": done.before,
                "after": done.after,
                "copy": None if done.copy is None else str(done.copy),
            }
        )
    elif done.before == done.after:
        run.say("cli.upgrade.current", schema=done.after)
    else:
        run.say("cli.upgrade.done", before=done.before, after=done.after, copy=str(done.copy or "-"))
    return 0
