"""What a file may be before anything of it is parsed (threat A23).

A workbook is a zip file: what it would unpack to stands in its directory, which is read without unpacking.
``zipfile`` never unpacks an entry beyond the size that stands there, so a directory that lies gains nothing.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from orderdesk.errors import EnvironmentProblem, Problem, UserError

FILE_BYTES = 25 * 1024 * 1024
ZIP_ENTRIES = 2_000
ZIP_INFLATED = 64 * 1024 * 1024
ZIP_RATIO = 100  # a real sheet packs 5 to 30 times; deflate reaches 1,032
ZIP_RATIO_FROM = 1024 * 1024  # below it a ratio says nothing: small files of blanks are small
ROWS = 200_000
COLUMNS = 200
CELL_CHARACTERS = 4_000
TABLE_CHARACTERS = 64 * 1024 * 1024  # of all cells: in a workbook a long text can stand in a million cells

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def check_file(path: Path) -> str:
    """Return ``xlsx`` or ``csv`` for a file that may be parsed: told by what is in it, not by its name.

    Raises:
        EnvironmentProblem: ``error.file.missing`` when the file cannot be read.
        UserError: ``error.import.file`` with the limit that it breaks.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(4)
    except OSError as fault:
        raise EnvironmentProblem("error.file.missing", file=path.name, detail=fault.strerror or "") from fault
    if size > FILE_BYTES:
        raise bad_file(path, "problem.import.too_large", megabytes=FILE_BYTES // 1024**2)
    if start == _OLD_EXCEL:
        raise bad_file(path, "problem.import.old_excel")
    if start != _ZIP:
        return "csv"
    _check_zip(path)
    return "xlsx"


def bad_file(path: Path, code: str, **params: object) -> UserError:
    """Return the error that a whole file cannot be taken in."""
    return UserError("error.import.file", (Problem(code, "", params),), file=path.name)


def _check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise bad_file(path, "problem.import.xlsx") from fault
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" not in names or len(names) < len(entries):
        raise bad_file(path, "problem.import.xlsx")
    inflated = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    is_dense = inflated > ZIP_RATIO_FROM and inflated > ZIP_RATIO * max(packed, 1)
    if len(entries) > ZIP_ENTRIES or inflated > ZIP_INFLATED or is_dense:
        raise bad_file(path, "problem.import.bomb", megabytes=ZIP_INFLATED // 1024**2)
