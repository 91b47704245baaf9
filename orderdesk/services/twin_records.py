"""What merging two customers and merging two items have in common: what bars it, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from orderdesk.errors import Problem
from orderdesk.services.context import TouchedRow
from orderdesk.services.records import Aggregate

Pair = tuple[Aggregate, Aggregate]


def two_records(keep: Aggregate | None, gone: Aggregate | None) -> Pair | None:
    """Return both where there are two records, the one that stays first; ``None`` where there are not."""
    return None if keep is None or gone is None or keep.id == gone.id else (keep, gone)


def pair_problems(pair: Pair, base_revision: int | None, *, is_stopped: bool) -> Iterator[Problem]:
    """Yield what bars a merge of either kind; ``is_stopped`` is about the one that stays."""
    keep, _gone = pair
    if base_revision is not None and base_revision != keep.head["revision"]:
        yield Problem("problem.revision.stale", "", {"now": keep.head["revision"]})
    for one, path in zip(pair, ("keep_id", "gone_id"), strict=True):
        if one.head["merged_into_id"] is not None:
            yield Problem("problem.merge.merged", path, {"code": one.head["code"]})
    if is_stopped:
        yield Problem("problem.merge.stopped", "keep_id", {"code": keep.head["code"]})


def changed(old: Aggregate, **values: Any) -> Aggregate:
    """Return a record with other values in its head, a revision further."""
    return replace(old, head={**old.head, **values, "revision": int(old.head["revision"]) + 1})


def touched(old: Aggregate, new: Aggregate) -> TouchedRow:
    """Return what the change log and the audit trail learn of a changed record."""
    return TouchedRow(
        new.type, new.id, new.head["revision"], new.head["code"], before=old.digest(), after=new.digest()
    )
