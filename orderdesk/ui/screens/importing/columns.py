"""The columns of the verdicts, and a finding in words."""

from __future__ import annotations

from orderdesk.intake.files.rows import Finding
from orderdesk.intake.files.verdicts import Verdict
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import language, tr
from orderdesk.ui.tables.columns import Column
from orderdesk.words import problem_text

_CHIPS = {"created": "approved", "changed": "part", "unchanged": "draft", "rejected": "refused"}


def verdict_columns() -> tuple[Column, ...]:
    """Return the columns of the rows of a file."""
    return (
        Column("row", "importing.column.row", lambda row: str(row.row), "number", width=64),
        Column("key", "importing.column.key", lambda row: row.key, "code", width=150, strong=True),
        Column("state", "importing.column.state", _state, width=120,
               chip=lambda row: Chip(_CHIPS[row.state], _state(row))),
        Column("column", "importing.column.column", lambda row: _first(row, "column"), width=130),
        Column("value", "importing.column.value", lambda row: _first(row, "value"), width=140),
        Column("problem", "importing.column.problem", problems_text, width=260, stretches=True,
               tooltip=problems_text),
    )  # fmt: skip


def said(finding: Finding) -> str:
    """Return a finding in words, with the column that it is about."""
    text = problem_text(finding.problem, language().current)
    return f"{finding.column}: {text}" if finding.column else text


def problems_text(row: Verdict) -> str:
    """Return all that is wrong with a row."""
    return " ".join(problem_text(finding.problem, language().current) for finding in row.findings)


def _state(row: Verdict) -> str:
    return tr(f"importing.state.{row.state}")


def _first(row: Verdict, name: str) -> str:
    return str(getattr(row.findings[0], name)) if row.findings else ""
