"""The file of ``--map``: how the columns of one kind of file are to be read. TOML, or JSON of the same form.

[columns]                 # field = the column's name in the file; what stands here is taken instead of
number = "Order ID"       # what the names would say
document_date = "Order Date"

[fixed]                   # field = what it is in every row, for what the file does not say
currency = "USD"

[options]
encoding = "gb18030"      # of a CSV file; else found out: UTF-8, UTF-16 with its mark, GB 18030
delimiter = ";"           # of a CSV file; else found out from the header
sheet = "Prices"          # of a workbook; else the first one
date_order = "dmy"        # ymd, mdy or dmy: dates such as 03/04/2026 are refused without it
decimal_sign = ","        # else the point
rates = "fraction"        # or percent: what bare discounts and tax rates are; 13% needs no word
source = "superstore"     # what orders are said to come from; else "file"
create_missing = true     # orders: make the customers and items they name; prices: make the list
new_orders = true         # orders: to be delivered, checked and priced like typed ones; else of the past
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from orderdesk.errors import EnvironmentProblem, Problem, UserError
from orderdesk.intake.files.columns import Family, columns_by_name
from orderdesk.intake.files.parsing import FileOptions
from orderdesk.rules.entry.folding import fold_key
from orderdesk.services.door import problems_of
from orderdesk.values import digest

_LARGEST = 256 * 1024


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Options(_Closed):
    """How figures, dates and the file itself are to be read, and what may be made."""

    encoding: str = Field(default="", max_length=32)
    delimiter: str = Field(default="", pattern=r'^[^"\r\n]?$')
    sheet: str = Field(default="", max_length=100)
    date_order: Literal["", "ymd", "mdy", "dmy"] = ""
    decimal_sign: Literal[".", ","] = "."
    rates: Literal["", "percent", "fraction"] = ""
    source: Annotated[str, StringConstraints(min_length=1, max_length=64)] = "file"
    create_missing: bool = False
    new_orders: bool = False


class Mapping(_Closed):
    """A saved mapping; empty, it says nothing that the file's own names do not say."""

    columns: dict[str, str] = {}
    fixed: dict[str, str] = {}
    options: Options = Options()

    @property
    def file_options(self) -> FileOptions:
        """What the parser needs to know."""
        return FileOptions(self.options.encoding, self.options.delimiter, self.options.sheet)

    def digest(self) -> str:
        """Return the SHA-256 of what it says: the same file read in another way is another batch."""
        return digest(self.model_dump(mode="json"))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields of a file are: in a column, or the same in every row."""

    places: dict[str, int]
    fixed: dict[str, str] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.places or name in self.fixed


def load_mapping(path: Path) -> Mapping:
    """Return the mapping of a file, JSON where its name ends so, else TOML.

    Raises:
        EnvironmentProblem: ``error.file.missing``.
        UserError: ``error.import.file`` with what does not fit.
    """
    try:
        with path.open("rb") as stream:
            text = stream.read(_LARGEST + 1)
    except OSError as fault:
        raise EnvironmentProblem("error.file.missing", file=path.name, detail=fault.strerror or "") from fault
    try:
        if len(text) > _LARGEST:
            raise ValueError("too large")
        read = json.loads if path.suffix.lower() == ".json" else tomllib.loads
        said = read(text.decode("utf-8-sig"))
        return Mapping.model_validate(said)
    except ValidationError as fault:
        raise UserError("error.import.file", problems_of(fault), file=path.name) from fault
    except (ValueError, RecursionError) as fault:
        problem = Problem("problem.import.mapping", "", {"detail": str(fault)[:200]})
        raise UserError("error.import.file", (problem,), file=path.name) from fault


def lay_out(family: Family, header: tuple[str, ...], mapping: Mapping, file: str) -> Layout:
    """Return where each field of a file is to be found.

    Raises ``UserError`` ``error.import.file``: a field or a column that the mapping names does not exist, a
    column's name stands there twice, or a required field is nowhere.
    """
    problems = [
        Problem("problem.import.field_unknown", name, {"value": name, "fields": list(family.fields)})
        for name in (*mapping.columns, *mapping.fixed)
        if name not in family.fields
    ]
    by_name: dict[str, list[int]] = {}
    for index, name in enumerate(header):
        by_name.setdefault(fold_key(name), []).append(index)
    places = columns_by_name(family, header)
    for name, column in mapping.columns.items():
        found = by_name.get(fold_key(column), [])
        if len(found) == 1:
            places[name] = found[0]
        else:
            code = "problem.import.column_twice" if found else "problem.import.column_unknown"
            problems.append(Problem(code, name, {"value": column}))
    layout = Layout({name: at for name, at in places.items() if name not in mapping.fixed}, mapping.fixed)
    missing = [name for name in family.required if name not in layout]
    if missing:
        problems.append(Problem("problem.import.columns", "", {"columns": missing}))
    if problems:
        raise UserError("error.import.file", tuple(problems), file=file)
    return layout
