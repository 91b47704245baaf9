"""A23: a file made to hurt is refused before it is parsed, or within limits; it opens and fetches nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from orderdesk import words
from orderdesk.cli import main
from orderdesk.errors import UserError
from orderdesk.intake.files import limits
from orderdesk.intake.files.parsing import FileOptions, parse
from orderdesk.intake.files.reading import read_file
from tests.support.desk import SampleDesk
from tests.threats.outside import watched

SHEET = "xl/worksheets/sheet1.xml"
LINK = "xl/externalLinks/externalLink1.xml"
CANARY = "/etc/orderdesk-canary.xlsx"


def workbook(path: Path, *rows: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows or (("code", "name"), ("Z9", "Nine")):
        sheet.append(row)
    book.save(path)
    return path


def with_parts(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Change the parts of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def zip_bomb(path: Path) -> Path:
    """4 MB of blanks in 4 KB."""
    return with_parts(workbook(path), lambda parts: parts.update({SHEET: b" " * 4 * 1024**2}))


def swarm(path: Path) -> Path:
    """More entries than a workbook has."""
    many = {f"xl/media/{number}": b"" for number in range(limits.ZIP_ENTRIES)}
    return with_parts(workbook(path), lambda parts: parts.update(many))


def too_large(path: Path) -> Path:
    with path.open("wb") as stream:
        stream.write(b"code\n")
        stream.truncate(limits.FILE_BYTES + 1)
    return path


def liar(path: Path) -> Path:
    """Two entries of one name: which of them is checked, and which is read?"""
    workbook(path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, b" " * 1024)
    return path


def entity_bomb(path: Path) -> Path:
    """A billion laughs: nine entities, each ten of the one before."""
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "lol"}">' for at in range(10))
    head = f'<?xml version="1.0"?><!DOCTYPE w [{entities}]>'.encode()

    def change(parts: dict[str, bytes]) -> None:
        parts[SHEET] = head + parts[SHEET].replace(b"Nine</", b"&l9;</").split(b"?>", 1)[-1]

    return with_parts(workbook(path), change)


def file_entity(path: Path) -> Path:
    """An entity that is another file of this machine."""
    head = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY f SYSTEM "file://{CANARY}">]>'.encode()

    def change(parts: dict[str, bytes]) -> None:
        parts[SHEET] = head + parts[SHEET].split(b"?>", 1)[-1]

    return with_parts(workbook(path), change)


def million_columns(path: Path) -> Path:
    path.write_text("code" + ",x" * 1_000_000 + "\n", encoding="utf-8")
    return path


def wide_sheet(path: Path) -> Path:
    return workbook(path, tuple(f"c{at}" for at in range(limits.COLUMNS + 1)))


@pytest.mark.parametrize(
    ("make", "code"),
    [(zip_bomb, "bomb"), (swarm, "bomb"), (too_large, "too_large"), (liar, "xlsx")],
)
def test_a23_what_its_directory_betrays_is_refused_before_anything_is_parsed(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    path = make(tmp_path / "hostile.xlsx")
    with watched() as seen, pytest.raises(UserError) as refusal:
        read_file(path)
    assert refusal.value.problems[0].code == f"problem.import.{code}"
    assert seen.started == []  # no process that parses was begun


@pytest.mark.parametrize(
    ("make", "code"),
    [(entity_bomb, "xlsx"), (file_entity, "xlsx"), (million_columns, "too_wide"), (wide_sheet, "too_wide")],
)
def test_a23_what_only_parsing_shows_is_refused_within_limits(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    path = make(tmp_path / "hostile.xlsx")
    with pytest.raises(UserError) as refusal:
        read_file(path, seconds=20)
    assert refusal.value.problems[0].code == f"problem.import.{code}"


def test_a23_links_to_other_files_and_macros_are_never_followed(tmp_path: Path) -> None:
    """The values that the file has stored are taken; nothing else is opened, and nothing runs."""
    kinds = "http://schemas.openxmlformats.org"
    link = f'<externalLink xmlns="{kinds}/spreadsheetml/2006/main"/>'.encode()
    relation = f"{kinds}/officeDocument/2006/relationships/externalLinkPath"
    target = f'Id="rId1" Type="{relation}" Target="file://{CANARY}" TargetMode="External"'
    rels = (
        f'<Relationships xmlns="{kinds}/package/2006/relationships"><Relationship {target}/></Relationships>'
    )

    def change(parts: dict[str, bytes]) -> None:
        parts[LINK] = link
        parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = rels.encode()
        parts["xl/vbaProject.bin"] = b'Shell "touch /tmp/orderdesk-canary"'
        parts[SHEET] = parts[SHEET].replace(
            b"</row></sheetData>",
            b'<c r="C2"><f>[1]Sheet1!A1</f><v>7</v></c></row></sheetData>',
        )

    path = with_parts(workbook(tmp_path / "linked.xlsm"), change)
    with watched() as seen:
        _name, rows = parse(path, "xlsx", FileOptions())
        found = list(rows)
    assert found[-1] == (2, ["Z9", "Nine", {"number": "7"}])
    assert seen.fetched == []
    assert seen.started == []
    assert read_file(path).rows[0][1][:2] == ("Z9", "Nine")


@pytest.mark.parametrize("make", [zip_bomb, entity_bomb, million_columns])
def test_a23_the_command_line_says_why_and_writes_nothing(
    tmp_path: Path,
    sample_sqlite_url: str,
    sample: SampleDesk,
    make: Callable[[Path], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    sample.store.close()
    path = make(tmp_path / "hostile.xlsx")
    code = main(["import", "customers", str(path), "--store", sample_sqlite_url, "--data-dir", str(tmp_path)])
    said = capsys.readouterr()
    assert code != 0
    assert words.text("error.import.file", "en", file="hostile.xlsx").split(".")[0][:8] in said.err + said.out
    assert not path.with_name("hostile.rejects.csv").exists()
