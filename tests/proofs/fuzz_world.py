"""The store and the folder that the fuzzed parsers know, made once for all of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.proofs.fuzz_targets import all_targets
from tests.proofs.fuzzing import Target
from tests.support.databases import sqlite_url_of
from tests.support.desk import found, open_sample_desk


@contextmanager
def fuzzed_desk(template: Path | None = None) -> Iterator[Mapping[str, Target]]:
    """Yield every target by its name, on a sample store of its own: a copy of ``template`` or made anew."""
    with tempfile.TemporaryDirectory(prefix="orderdesk-fuzz-") as name:
        path, folder = Path(name) / "sample.sqlite", Path(name) / "files"
        folder.mkdir()
        if template is None:
            found(sqlite_url_of(path))
        else:
            path.write_bytes(template.read_bytes())
        desk = open_sample_desk(sqlite_url_of(path))
        try:
            yield all_targets(desk, folder)
        finally:
            desk.store.close()
