"""``dev.py prove P4``: sixteen clients race for the last stock, credit, decision, number and goods issue.

On a real PostgreSQL of its own, with the timeouts of production. ``--size`` is the tries of each of the five.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from devtools.findings import Finding, size_from, tell

if TYPE_CHECKING:
    from tests.proofs.races import Tally

SIZE = 2_000
SEED = 4


def main(words: Sequence[str] | None = None) -> int:
    """Print what came of each race; 1 where a limit did not hold, 3 where there is no PostgreSQL."""
    from tests.proofs.races import SCENARIOS, clients, race
    from tests.support.desk import found
    from tests.support.postgres import Keeper, PostgresUnavailable, connect_to

    size, codes = size_from(words, SIZE), []
    keeper = Keeper()
    try:
        server = connect_to(keeper.folder)
        template = server.template("orderdesk_sample", found)
        for kind in SCENARIOS:
            with clients(server.create_database(template), SEED) as opened:
                codes.append(tell(findings_of(race(kind, opened, size))))
            sys.stdout.flush()
    except PostgresUnavailable as problem:
        print(problem, file=sys.stderr)
        return 3
    finally:
        keeper.stop()
    return max(codes)


def findings_of(tally: Tally) -> list[Finding]:
    """Return what must hold of one race."""
    name = tally.scenario
    came = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.outcomes.items()))
    return [
        Finding(f"{name}: {tally.tries} tries: {came}; invariants broken", "none",
        "; ".join(tally.broken) or "none"),
        Finding(f"{name}: faults that reached somebody", "none", "; ".join(tally.escaped) or "none"),
        Finding(f"{name}: told to come later: {tally.later}, deadlocks {tally.deadlocks}; holds", "True",
        str(tally.holds)),
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
