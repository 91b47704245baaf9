"""``rules``: what rule tables in files answer, without a store; and the rulebooks of a store."""

from __future__ import annotations

from pathlib import Path

from orderdesk.cli.runs import Run


def rules(run: Run) -> int:
    """Do what was asked of rules."""
    if run.arguments.action == "eval":
        return evaluate(run)
    from orderdesk.cli.rulebooks import ACTIONS

    return ACTIONS[run.arguments.action](run)


def evaluate(run: Run) -> int:
    """Print what a rule file answers to facts, the rows that decided, and the rows that nearly did."""
    from orderdesk.intake.rules.deciding import decide_file, json_text

    given = run.arguments
    found = decide_file(Path(given.file), Path(given.facts), given.decision or "")
    if given.json:
        run.line(json_text({"output": found.output, "rows": found.rows, "near_misses": found.near_misses}))
        return 0
    run.line(json_text(found.output))
    if found.rows:
        run.say("cli.rules.rows", rows=", ".join(map(str, found.rows)))
    else:
        run.say("cli.rules.none")
    for miss in found.near_misses:
        run.say(
            "cli.rules.near",
            **{key: value if isinstance(value, str) else json_text(value) for key, value in miss.items()},
        )
    return 0
