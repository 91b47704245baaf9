"""The columns of rulebooks, versions, problems and moves, and those of the table on show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from orderdesk.services.reading.rules import BookRow, CheckedProblem, VersionRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.screens.rules import wording
from orderdesk.ui.screens.rules.sheet import SheetColumn, SheetRow
from orderdesk.ui.tables.columns import Column
from orderdesk.words import format_amount, problem_text

_WIDTHS: Mapping[str, int] = {
    "yes_no": 92, "number": 96, "percent": 104, "money": 132, "quantity": 120, "date": 120,
    "relative_date": 120, "choice": 128, "set": 140, "text": 200, "person": 120,
}  # fmt: skip
Instant = Callable[[datetime], str]


def book_columns() -> tuple[Column, ...]:
    """Return the columns of the rulebooks."""
    return (
        Column("book", "rules.column.book", lambda row: tr(f"term.rulebook.{row.book}"), width=104,
               strong=True, tooltip=lambda row: tr(f"term.rulebook.{row.book}.does")),
        Column("live", "rules.column.live", _live, "code", width=56),
        Column("draft", "rules.column.draft", _draft_of, width=96, stretches=True),
    )  # fmt: skip


def version_columns(instant: Instant) -> tuple[Column, ...]:
    """Return the columns of the versions of a book."""
    return (
        Column("version", "rules.column.version", lambda row: f"v{row.version}", "code", width=44,
               strong=True),
        Column("state", "rules.column.state", lambda row: wording.state_chip(row).word, width=94,
               chip=wording.state_chip),
        Column("from", "rules.column.from", lambda row: instant(row.live_from)[:10], "date", width=100,
               tooltip=lambda row: instant(row.live_from)),
        Column("by", "rules.column.by", lambda row: wording.local(row.author, row.author_en), width=84),
        Column("reason", "rules.column.reason", lambda row: row.reason, width=110, stretches=True,
               tooltip=_why),
    )  # fmt: skip


def problem_columns(place: Callable[[CheckedProblem], str]) -> tuple[Column, ...]:
    """Return the columns of what the checks found; ``place`` says where it is."""
    return (
        Column("place", "rules.column.place", place, width=120),
        Column(
            "text", "rules.column.problem", _sentence, width=260, stretches=True, tooltip=_sentence,
            icon=lambda row: "circle-x" if row.problem.severity == "block" else "triangle-alert",
            icon_tone=lambda row: "error" if row.bars else "text_quiet",
            icon_word=lambda row: tr(f"rules.problem.{'bars' if row.bars else 'accepted'}"),
        ),
        Column("accepted", "rules.column.accepted", lambda row: row.accepted, width=140),
    )  # fmt: skip


def move_columns(currency: Callable[[], str]) -> tuple[Column, ...]:
    """Return the columns of a rehearsal: from which answer to which, how many orders, how much money."""
    return (
        Column("before", "rules.column.before", lambda row: answer_text(row["before"]), width=150,
               stretches=True),
        Column("after", "rules.column.after", lambda row: answer_text(row["after"]), width=150, strong=True),
        Column("count", "rules.column.count", lambda row: str(row["count"]), "number", width=64),
        Column("money", "rules.column.money", lambda row: _money(row["money"]), "number", width=110,
               heading=lambda: f"{tr('rules.column.money')} ({currency()})"),
        Column("highest", "rules.column.highest", lambda row: _money(row["highest"]), "number", width=104),
    )  # fmt: skip


def table_columns(
    columns: tuple[SheetColumn, ...],
    can_edit: Callable[[], bool],
    problems: Callable[[SheetRow, SheetColumn], str],
) -> tuple[Column, ...]:
    """Return the columns of a rule table; ``problems`` says what is wrong with a cell."""
    return tuple(_table_column(one, can_edit, problems) for one in columns)


def _table_column(
    column: SheetColumn, can_edit: Callable[[], bool], problems: Callable[[SheetRow, SheetColumn], str]
) -> Column:
    arrow = "→ " if column.part == "then" else ""

    def text(row: SheetRow) -> str:
        return wording.shown(column, row.text(column)) if not row.is_blank else ""

    def changed(row: SheetRow) -> bool:
        return not row.is_blank and (row.is_new or column.key in row.changed)

    def tone(row: SheetRow) -> str | None:
        if problems(row, column):
            return "error"
        return "accent" if changed(row) else None

    return Column(
        column.key, "", text, "text", width=_WIDTHS[column.type] if column.part != "note" else 160,
        stretches=column.part == "note", editable=lambda _row: can_edit(), edit_text=text,
        tone=tone, icon=lambda row: "triangle-alert" if problems(row, column) else None,
        icon_tone=lambda row: "error" if problems(row, column) else None,
        icon_word=lambda row: problems(row, column),
        tooltip=lambda row: problems(row, column) or text(row),
        heading=lambda: f"{arrow}{wording.heading(column)}",
    )  # fmt: skip


def _live(row: BookRow) -> str:
    return f"v{row.live.version}" if row.live is not None else ""


def _draft_of(row: BookRow) -> str:
    return wording.local(row.draft.editor, row.draft.editor_en) if row.draft is not None else ""


def _why(row: VersionRow) -> str:
    return row.reason or tr("rules.reason.none")


def _sentence(row: CheckedProblem) -> str:
    return problem_text(row.problem, language().current)


def answer_text(answer: Any) -> str:
    """Return what an order comes to, its parts as sentences where they are codes."""
    parts = [tr(one) if str(one).startswith(("term.", "receipt.")) else str(one) for one in answer]
    return tr("rules.answer.joint").join(parts)


def _money(amount: Any) -> str:
    return format_amount(Decimal(str(amount)))
