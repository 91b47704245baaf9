"""``rules list|show|check|rehearse|export|import|publish|rollback``: the rulebooks of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orderdesk import words
from orderdesk.cli import REFUSED
from orderdesk.cli.runs import Run, day_of
from orderdesk.cli.writing import actor_of
from orderdesk.errors import Problem, UserError
from orderdesk.rules.table_text import table_text
from orderdesk.services.reading.rules import (
    CheckedProblem,
    DraftView,
    VersionRow,
    book_rows,
    checked,
    draft_view,
    rulebook,
    version_rows,
    version_source,
    with_acceptances,
)

if TYPE_CHECKING:
    from orderdesk.rules.decision_table import DecisionTable
    from orderdesk.services.rehearsing import RehearsalReport
    from orderdesk.services.store import Reader, Store
    from orderdesk.wire.commands import CommandData
    from orderdesk.wire.outcomes import Outcome
    from orderdesk.wire.rule_commands import InFlight

Source = Mapping[str, Any]


def list_books(run: Run) -> int:
    """Print the rulebooks: what decides, what is to come, whose draft there is."""
    with run.store("read").reading() as connection:
        found = book_rows(connection, run.now)
    rows = [
        {
            "book": one.book,
            "name": words.text(f"term.rulebook.{one.book}", run.language),
            "live": None if one.live is None else one.live.version,
            "since": None if one.live is None else one.live.live_from,
            "rows": None if one.live is None else one.live.rows,
            "scheduled": None if one.scheduled is None else one.scheduled.version,
            "start": None if one.scheduled is None else one.scheduled.live_from,
            "draft_of": None if one.draft is None else one.draft.editor,
        }
        for one in found
    ]
    run.table(rows)
    return 0


def show(run: Run) -> int:
    """Print a version or the draft of a book: its rows, its history, or what differs from another version."""
    given, book = run.arguments, run.arguments.book
    with run.store("read").reading() as connection:
        rulebook(book)
        versions = version_rows(connection, book, run.now)
        source = _source(connection, run)
        other = None if given.against is None else _version(connection, book, given.against)
        draft = draft_view(connection, book, run.now)
    if other is not None:
        return _print_diff(run, other, source)
    if given.json:
        run.data({"table": source, "versions": [_version_data(one) for one in versions]})
        return 0
    run.say("cli.rules.heading", book=f"term.rulebook.{book}", does=f"term.rulebook.{book}.does",
            when=f"term.rulebook.{book}.when", no_row=f"term.rulebook.{book}.no_row")  # fmt: skip
    run.line("")
    run.table(_rows_of(source))
    run.line("")
    run.table([_version_data(one) for one in versions], ("version", "state", "live_from", "author", "reason"))
    if draft is not None:
        run.line("")
        head = draft.head
        run.say("cli.rules.draft", by=head.editor, by_en=head.editor_en, base=head.base_version)
    return 0


def check(run: Run) -> int:
    """Print what is wrong with the draft of a book, with what decides, or with a file; 1 if anything bars."""
    with run.store("read").reading() as connection:
        rulebook(run.arguments.book)
        draft = draft_view(connection, run.arguments.book, run.now)
        if run.arguments.file is None and draft is not None:
            problems = draft.problems
        else:
            found = checked(connection, run.arguments.book, _source(connection, run))[1]
            problems = with_acceptances(found, [])
    return _print_problems(run, problems)


def rehearse(run: Run) -> int:
    """Print what past orders come to by the draft of a book, or by a file; with ``--as`` it is kept."""
    from orderdesk.services.rehearsing import DAYS, LEAST
    from orderdesk.services.rehearsing import rehearse as replay

    given = run.arguments
    store = run.store("read" if given.user is None else "write")
    with store.reading() as connection:
        rulebook(given.book)
        draft = draft_view(connection, given.book, run.now)
        table, source = _draft_table(connection, run, draft)
        report = replay(
            connection, table, source, run.now, days=given.days or DAYS, least=given.orders or LEAST,
            progress=_progress(run),
        )  # fmt: skip
    assert report is not None  # nobody cancels it here
    _print_rehearsal(run, report)
    if given.user is None:
        return 0
    return _done(run, store, report.record(), _revision(draft), quiet=True)


def export(run: Run) -> int:
    """Write a version or the draft of a book to a file: JSON, or a workbook where it is named so."""
    from orderdesk.rules.tables import read_table

    path = Path(run.arguments.file)
    with run.store("read").reading() as connection:
        rulebook(run.arguments.book)
        source = _source(connection, run, from_file=False)
    table = read_table(source)
    if path.suffix.lower() == ".xlsx":
        from orderdesk.intake.rules.workbook import write_workbook

        write_workbook(path, table)
    else:
        path.write_text(table_text(table), encoding="utf-8")
    run.say("cli.rules.exported", file=path.name, rows=len(table.rows))
    return 0


def import_draft(run: Run) -> int:
    """Save a file as the draft of a book; what is wrong with it is printed, and kept with it."""
    from orderdesk.wire.rule_commands import SaveRuleDraft

    rulebook(run.arguments.book)
    source, store = dict(_file_source(run)), run.store("write")
    data = SaveRuleDraft(book=run.arguments.book, body=source)
    return _done(run, store, data, _revision(_draft(run, store)))


def publish(run: Run) -> int:
    """Publish the draft of a book; ``--accept`` takes its warnings on with a reason first."""
    from orderdesk.wire.rule_commands import AcceptRuleWarning, PublishRules

    given = run.arguments
    rulebook(given.book)
    start, store = day_of(given.start, "--start", "error.rules.use"), run.store("write")
    found = _draft(run, store)
    for one in found.problems if found is not None and given.accept else ():
        if one.problem.severity == "warn" and not one.accepted:
            warning = AcceptRuleWarning(book=given.book, key=one.key, reason=given.accept)
            if _done(run, store, warning, _revision(_draft(run, store)), quiet=True):
                return REFUSED
    data = PublishRules(book=given.book, reason=given.reason, start=start, in_flight=_in_flight(run))
    return _done(run, store, data, _revision(_draft(run, store)))


def rollback(run: Run) -> int:
    """Publish an older version of a book again."""
    from orderdesk.wire.rule_commands import RollBackRules

    given = run.arguments
    rulebook(given.book)
    data = RollBackRules(
        book=given.book, to_version=given.version, reason=given.reason,
        start=day_of(given.start, "--start", "error.rules.use"),
        in_flight=_in_flight(run),
    )  # fmt: skip
    return _done(run, run.store("write"), data, None)


# ── where a table comes from ─────────────────────────────────────────────────────────────────────────────


def _source(connection: Reader, run: Run, *, from_file: bool = True) -> Source:
    """Return the table that the arguments name: a file, a version, the draft, or what decides now."""
    given = run.arguments
    if from_file and getattr(given, "file", None) is not None:
        return _file_source(run)
    if getattr(given, "draft", False):
        draft = draft_view(connection, given.book, run.now)
        if draft is None:
            raise UserError("problem.rule.draft.missing", book=f"term.rulebook.{given.book}")
        return draft.source
    wanted = getattr(given, "version", None)
    if wanted is None:
        rows = version_rows(connection, given.book, run.now)
        wanted = next((one.version for one in rows if one.state == "live"), 0)
    return _version(connection, given.book, wanted)


def _version(connection: Reader, book: str, version: int) -> Source:
    found = version_source(connection, book, version)
    if found is None:
        raise UserError("problem.rule.version", version=version)
    return found


def _file_source(run: Run) -> Source:
    from orderdesk.intake.rules.deciding import read_source

    return read_source(Path(run.arguments.file))


def _draft_table(connection: Reader, run: Run, draft: DraftView | None) -> tuple[DecisionTable, Source]:
    from orderdesk.rules.tables import read_table

    if run.arguments.file is not None:
        source: Source = {**_file_source(run), "name": run.arguments.book}
        return read_table(source), source
    if draft is None:
        raise UserError("problem.rule.draft.missing", book=f"term.rulebook.{run.arguments.book}")
    if draft.table is None:
        faults = tuple(one.problem for one in draft.problems)
        raise UserError("problem.table.unreadable", faults, table=run.arguments.book)
    return draft.table, draft.source


# ── commands ─────────────────────────────────────────────────────────────────────────────────────────────


def _done(run: Run, store: Store, data: CommandData, revision: int | None, *, quiet: bool = False) -> int:
    """Send a command as the person of ``--as``, and print its problems; 1 if it was refused."""
    from orderdesk.services.registry import open_door
    from orderdesk.wire.commands import Command

    ports = run.ports()
    command = Command(id=ports.ids.new(), data=data, base_revision=revision)
    outcome = open_door(store, ports).execute(command, actor_of(run, store))
    if not quiet or outcome.is_refused:
        _print_outcome(run, outcome)
    return REFUSED if outcome.is_refused else 0


def _print_outcome(run: Run, outcome: Outcome) -> None:
    problems = [Problem(one.code, one.path, one.params, one.severity) for one in outcome.problems]
    if run.arguments.json:
        shown = outcome.model_dump(mode="json")
        for line, problem in zip(shown["problems"], problems, strict=True):
            line["text"] = words.problem_text(problem, run.language)
        run.data(shown)
        return
    for problem in problems:
        run.line(words.problem_text(problem, run.language))
    if not outcome.is_refused:
        done = next((one.number for one in outcome.touched if one.type == "rule"), None)
        run.say("cli.rules.saved" if done is None else "cli.rules.published", version=done or "")


def _draft(run: Run, store: Store) -> DraftView | None:
    with store.reading() as connection:
        return draft_view(connection, run.arguments.book, run.now)


def _revision(draft: DraftView | None) -> int | None:
    return None if draft is None else draft.head.revision


def _in_flight(run: Run) -> InFlight:
    return "reroute" if run.arguments.reroute else "keep"


# ── printing ─────────────────────────────────────────────────────────────────────────────────────────────


def _rows_of(source: Source) -> list[dict[str, object]]:
    """Return the rows of a table as a grid: number, conditions, answers, note."""
    whens = [one["fact"] for one in source.get("inputs", ())]
    thens = [one["name"] for one in source.get("outputs", ())]
    return [
        {
            "#": number,
            **{name: row.get("when", {}).get(name, "any") for name in whens},
            **{f"-> {name}": row.get("then", {}).get(name) for name in thens},
            "note": row.get("note"),
        }
        for number, row in enumerate(source.get("rows", ()), start=1)
    ]


def _version_data(one: VersionRow) -> dict[str, object]:
    return {
        "version": one.version, "state": one.state, "live_from": one.live_from,
        "published_at": one.published_at, "author": one.author, "reason": one.reason,
        "in_flight": one.in_flight, "copy_of": one.copy_of, "rows": one.rows, "accepted": one.accepted,
        "rehearsal": one.rehearsal,
    }  # fmt: skip


def _print_diff(run: Run, before: Source, after: Source) -> int:
    from orderdesk.rules.table_diff import diff_tables

    diff = diff_tables(before, after)
    lines: list[dict[str, object]] = [
        {"change": "head", "row": None, "column": one.path, "before": one.before, "after": one.after}
        for one in diff.head
    ]
    lines += [
        {"change": one.kind, "row": one.row_after or one.row_before, "column": "",
         "before": one.row_before, "after": one.row_after}
        for one in diff.rows
    ]  # fmt: skip
    lines += [
        {
            "change": "cell",
            "row": one.row_after,
            "column": one.column,
            "before": one.before,
            "after": one.after,
        }
        for one in diff.cells
    ]
    run.table(lines)
    if not lines and not run.arguments.json:
        run.say("cli.rules.same")
    return 0


def _print_problems(run: Run, problems: Sequence[CheckedProblem]) -> int:
    lines = [
        {
            "severity": one.problem.severity, "path": one.problem.path, "code": one.problem.code,
            "text": words.problem_text(one.problem, run.language), "accepted": one.accepted, "key": one.key,
        }
        for one in problems
    ]  # fmt: skip
    if run.arguments.json:
        run.data(lines)
    else:
        for line in lines:
            run.line(f"{line['path'] or '-'}: {line['text']}")
        if not lines:
            run.say("cli.rules.sound")
    return REFUSED if any(one.bars for one in problems) else 0


def _print_rehearsal(run: Run, report: RehearsalReport) -> None:
    found = report.found
    moves = [
        {
            "before": _said(run, one.before), "after": _said(run, one.after), "orders": one.count,
            "money": one.money, "highest": one.highest,
        }
        for one in found.moves
    ]  # fmt: skip
    counts: dict[str, Any] = {
        "orders": found.orders, "unchanged": found.unchanged, "untestable": found.untestable,
        "first_day": found.first_day, "last_day": found.last_day,
    }  # fmt: skip
    if run.arguments.json:
        moved = [
            {"number": one.number, "day": one.day, "amount": one.amount, "before": _said(run, one.before),
             "after": _said(run, one.after)}
            for one in found.moved
        ]  # fmt: skip
        run.data({**counts, "missing": dict(found.missing), "moves": moves, "moved": moved,
                  "winners": len(found.winners), "losers": len(found.losers)})  # fmt: skip
        return
    run.say("cli.rules.rehearsed", **{name: str(value) for name, value in counts.items()})
    run.table(moves)
    if found.missing:
        named = ", ".join(words.text(f"term.fact.{name}", run.language) for name in _known(found.missing))
        run.say("cli.rules.missing", facts=named or ", ".join(found.missing))


def _known(names: Iterable[str]) -> list[str]:
    from orderdesk.rules.fact_catalogue import FACTS

    return [name for name in names if name in FACTS]


def _said(run: Run, label: Sequence[str]) -> str:
    """Return an answer in words: its parts are codes or somebody's own texts."""
    language = run.language
    return " > ".join(words.text(part, language) if words.has(part, language) else part for part in label)


def _progress(run: Run) -> Callable[[int, int], None]:
    told = [0]

    def tell(done: int, of: int) -> None:
        if done - told[0] >= 5_000:  # shorter rehearsals are over before anybody asks
            told[0] = done
            run.log(words.text("cli.rules.progress", run.language, done=done, of=of))

    return tell


ACTIONS: Mapping[str, Callable[[Run], int]] = {
    "list": list_books, "show": show, "check": check, "rehearse": rehearse, "export": export,
    "import": import_draft, "publish": publish, "rollback": rollback,
}  # fmt: skip
