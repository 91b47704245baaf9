"""Where in a record a problem is, and what it says, in the language on show."""

from __future__ import annotations

from typing import Any

from orderdesk.errors import Problem
from orderdesk.services.reading.record_history import FieldChange
from orderdesk.ui.asked import Facts
from orderdesk.ui.language import language, tr
from orderdesk.ui.records.form import RecordForm
from orderdesk.ui.records.problem_list import ProblemLine
from orderdesk.ui.records.specs import FieldSpec, FormSpec
from orderdesk.ui.records.values import shown_value
from orderdesk.wire.base import Frozen
from orderdesk.words import has


def problem_line(problem: Problem, form: RecordForm[Any], facts: Facts) -> ProblemLine:
    """Return a problem as the list shows it; of a conflict with both values."""
    place = place_text(form.spec, problem.path)
    conflict = form.conflicts.get(problem.path)
    if conflict is None or problem.path in form.unread:
        return ProblemLine(problem.path, place, tr(problem.code, **problem.params))
    if conflict.gone:
        return ProblemLine(problem.path, place, tr("records.conflict.gone"), is_conflict=True)
    spec = form.spec.spec_at(problem.path)
    mine, theirs = (value_text(one, spec, facts) for one in (conflict.mine, conflict.theirs))
    sentence = tr("records.conflict.both", mine=mine, theirs=theirs)
    return ProblemLine(problem.path, place, sentence, is_conflict=True)


def place_text(spec: FormSpec, path: str) -> str:
    """Return what a place is called: the label of its field, with the line where it is in a table."""
    head, _, rest = path.partition("[")
    field = spec.spec_at(path)
    table = next((one for one in spec.all_tables() if one.path == head), None)
    if table is not None and rest:
        line = int(rest.partition("]")[0]) + 1
        if field is not None:
            return tr("records.place.cell", table=tr(table.word), line=line, field=tr(field.word))
        return tr("records.place.line", table=tr(table.word), line=line)
    if table is not None:
        return tr(table.word)
    if field is None:
        field = next((one for key, one in spec.fields().items() if key.startswith(f"{path}.")), None)
    return tr(field.word) if field is not None else tr("records.place.record")


def value_text(value: object, spec: FieldSpec | None, facts: Facts) -> str:
    """Return a value as people read it; an empty one says so."""
    if spec is None:
        return str(value)
    if spec.options is not None:
        words = {one.value: one.word for one in spec.options(facts.desk())}
        return words.get(value, str(value or ""))
    if spec.show is not None:
        return spec.show(value, facts)
    if isinstance(value, bool):
        return tr("term.yes") if value else tr("term.no")
    shown = "" if isinstance(value, Frozen) else shown_value(value, spec)
    return shown or tr("records.conflict.empty")


def change_text(change: FieldChange, spec: FormSpec) -> str:
    """Return one change as people read it: the field, what stood there and what stands there."""
    field = spec.spec_at(change.path)
    if change.is_table:
        table = next((one for one in spec.all_tables() if one.path == change.path), None)
        return tr(table.word) if table is not None else change.path
    word = tr(field.word) if field is not None else place_text(spec, change.path)
    nothing = tr("records.conflict.empty")
    before, after = (_stored_text(one, field) or nothing for one in (change.before, change.after))
    return f"{word}: {before} → {after}"


def _stored_text(text: str, spec: FieldSpec | None) -> str:
    """Return a value as the store writes it in the word of its choice, where that has one."""
    if text in ("True", "False"):
        return tr("term.yes") if text == "True" else tr("term.no")
    for family in spec.terms if spec is not None else ():
        code = f"{family}{text}"
        if has(code, language().current):
            return tr(code)
    return text
