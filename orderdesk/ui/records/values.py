"""Places in a record, and what stands there as text: read exactly, or refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from orderdesk.errors import Problem, UserError
from orderdesk.rules.entry import fold, read_date
from orderdesk.rules.entry.numbers import read_number, read_percent
from orderdesk.ui.asked import Facts
from orderdesk.ui.language import tr
from orderdesk.ui.records.specs import FieldSpec
from orderdesk.values import plain
from orderdesk.wire.base import Frozen

R = TypeVar("R", bound=Frozen)

_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")


def steps(path: str) -> tuple[tuple[str, int | None], ...]:
    """Return the steps of a path: ``addresses[2].city`` goes to ``addresses``, 2, then ``city``."""
    return tuple((name, int(at) if at else None) for name, at in _STEP.findall(path))


def value_at(record: Frozen, path: str) -> Any:
    """Return what stands at a place of a record."""
    found: Any = record
    for name, at in steps(path):
        found = getattr(found, name)
        found = found if at is None else found[at]
    return found


def with_value(record: R, path: str, value: object) -> R:
    """Return the record with another value at one place. Nothing is checked: a record may be half done."""
    (name, at), *rest = steps(path)
    inner = getattr(record, name)
    if at is None:
        new = with_value(inner, _joined(rest), value) if rest else value
    else:
        row = with_value(inner[at], _joined(rest), value) if rest else value
        new = (*inner[:at], row, *inner[at + 1 :])
    return record.model_copy(update={name: new})


def parent_and_name(record: Frozen, path: str) -> tuple[Frozen, str]:
    """Return the message in which a place is, and its name there."""
    *above, (name, _) = steps(path)
    return (value_at(record, _joined(above)) if above else record), name


def shown_value(value: object, spec: FieldSpec) -> str:
    """Return a value as the text that stands in its box."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("term.yes") if value else ""
    if isinstance(value, Decimal):
        return plain(value * 100) if spec.kind == "percent" else plain(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def read_value(text: str, spec: FieldSpec, model: type[Frozen], name: str, facts: Facts) -> object:
    """Return the value that a text means for the field ``name`` of a message of type ``model``.

    Raises:
        UserError: it means none, or one that the field cannot have.
    """
    if spec.read is not None:
        return spec.read(text, facts)
    typed = text.strip()
    if not typed and is_optional(model, name):
        return None
    value = _read(typed, spec, facts)
    fault = fault_of(model, name, value)
    if fault is not None:
        raise fault
    return value


def _read(typed: str, spec: FieldSpec, facts: Facts) -> object:
    if spec.kind == "percent":
        return read_percent(typed)
    if spec.kind == "number":
        return read_number(typed)
    if spec.kind == "yes_no":
        return _yes_or_no(typed)
    if spec.kind == "date":
        return read_date(typed, facts.desk().today, future=False)
    if spec.kind == "whole":
        number = read_number(typed or "0")
        if number != number.to_integral_value():
            raise UserError("error.number.decimals", text=typed, n=0)
        return int(number)
    return fold(typed).strip() if spec.kind == "code" else typed


def _yes_or_no(typed: str) -> bool:
    """Return what is meant in either language; nothing typed means no."""
    folded = fold(typed).strip().casefold()
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    raise UserError("records.fault.yes_or_no", text=typed)


_YES = frozenset({"y", "yes", "x", "1", "是", "s", "shi"})
_NO = frozenset({"", "n", "no", "0", "否", "f", "fou", "-"})


def is_optional(model: type[Frozen], name: str) -> bool:
    """Return whether a field of a message may be empty."""
    return type(None) in get_args(model.model_fields[name].annotation)


def fault_of(model: type[Frozen], name: str, value: object) -> UserError | None:
    """Return why a field of a message cannot have a value; ``None`` if it can."""
    try:
        _adapter(model, name).validate_python(value)
    except ValidationError as fault:
        return _worded(fault.errors(include_url=False)[0])
    return None


def structure_problems(record: Frozen, path: str = "") -> Iterator[Problem]:
    """Yield each place of a half-done record whose value its field cannot have."""
    for name, value in record:
        place = f"{path}.{name}" if path else name
        if isinstance(value, Frozen):
            yield from structure_problems(value, place)
        elif isinstance(value, tuple) and value and isinstance(value[0], Frozen):
            for at, row in enumerate(value):
                yield from structure_problems(row, f"{place}[{at}]")
        else:
            fault = fault_of(type(record), name, value)
            if fault is not None:
                yield Problem(fault.code, place, dict(fault.params))


def _worded(error: Any) -> UserError:
    context = error.get("ctx", {})
    kind = error["type"]
    if kind in ("string_too_short", "none_required") or error["input"] in (None, ""):
        return UserError("records.fault.missing")
    for code, limit in _LIMITS.items():
        if kind in limit[1]:
            return UserError(code, limit=context[limit[0]])
    return UserError("records.fault.unreadable", text=str(error["input"]))


# code of the sentence -> name of the limit in what pydantic says, and what it calls the fault
_LIMITS: dict[str, tuple[str, tuple[str, ...]]] = {
    "records.fault.too_long": ("max_length", ("string_too_long", "too_long")),
    "records.fault.at_least": ("ge", ("greater_than_equal",)),
    "records.fault.at_most": ("le", ("less_than_equal",)),
    "records.fault.decimals": ("decimal_places", ("decimal_max_places",)),
}


@cache
def _adapter(model: type[Frozen], name: str) -> TypeAdapter[Any]:
    info = model.model_fields[name]
    of: Any = info.annotation
    return TypeAdapter(Annotated[(of, *info.metadata)] if info.metadata else of)


def _joined(path: Any) -> str:
    return ".".join(name if at is None else f"{name}[{at}]" for name, at in path)
