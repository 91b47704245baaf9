"""``init``, ``check`` and ``upgrade``: a store as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderdesk import words
from orderdesk.cli import REFUSED
from orderdesk.cli.runs import Run, UsageError
from orderdesk.config import masked
from orderdesk.errors import Problem, UserError

if TYPE_CHECKING:
    from orderdesk.intake.office.sizes import StoreSize
    from orderdesk.services.store import Store

_TOLD_EVERY = 2.0  # seconds between two words on how far it is


def init(run: Run) -> int:
    """Make a store and fill it: a company of some size, made up or the sample, or what a new one needs."""
    from orderdesk.services.store import create_store

    size = _size(run)
    url = run.config.store_url()
    create_store(url, run.ports())
    store = run.store("write")
    counts = _seeded(run, store) if size is None else _filled(run, store, size)
    if run.arguments.json:
        run.data(
            {"store": masked(url), "store_code": store.store_code, "size": run.arguments.size, "rows": counts}
        )
    else:
        run.say("cli.init.done", store=masked(url), store_code=store.store_code)
    return 0


def _size(run: Run) -> StoreSize | None:
    """Return the size of a company that is made up; ``None`` for the others, which have no counts."""
    from orderdesk.intake.office.sizes import SIZES, store_size

    arguments = run.arguments
    counts = {name: getattr(arguments, name) for name in ("customers", "items", "orders")}
    size = SIZES.get(arguments.size)
    if size is None:
        if any(counts.values()):
            raise UsageError("error.init.counts")
        return None
    wanted = {name: count or getattr(size, name) for name, count in counts.items()}
    return store_size(**wanted, days=size.days, seed=arguments.seed)


def _seeded(run: Run, store: Store) -> dict[str, int]:
    """Fill a store with the sample company, or what a new one needs first; return what was written."""
    from orderdesk.intake.sample import record_sample_past, seed_empty, seed_sample

    ports = run.ports()
    is_sample = run.arguments.size == "small"
    outcome = (seed_sample if is_sample else seed_empty)(store, ports)
    past = record_sample_past(store, ports) if is_sample and not outcome.is_refused else None
    refused = past or (outcome if outcome.is_refused else None)
    if refused is not None:
        problems = [Problem(line.code, line.path, line.params) for line in refused.problems]
        raise UserError("error.init", tuple(problems), store=masked(run.config.store_url()))
    return {entry.type.removeprefix("seed."): entry.revision for entry in outcome.touched}


def _filled(run: Run, store: Store, size: StoreSize) -> dict[str, int]:
    """Fill a store with a made-up company, and tell on stderr how far it is."""
    from orderdesk.intake.office.making import fill_store

    told = [0.0]
    clock = run.ports().clock

    def tell(what: str, done: int, of: int) -> None:
        now = clock.monotonic()
        if now - told[0] >= _TOLD_EVERY:
            told[0] = now
            run.log(words.text(f"cli.init.{what}", run.language, done=done, of=of))

    fill_store(store, clock.now(), size, tell)
    return {"customer": size.customers, "item": size.items, "order": size.orders}


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
