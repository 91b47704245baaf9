"""How each person wants things shown at this desk: one small file a person, private to this desk.

Nothing of an order stands here. A file that is damaged or missing means that nothing was chosen.
"""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from orderdesk.durable import make_folder, write_durably
from orderdesk.errors import EnvironmentProblem


class Preferences:
    """The files of one desk, ``<folder>/<person id>.json``; ``None`` stands for nobody in particular."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, person_id: UUID | None, name: str) -> object:
        """Return what was kept under a name, as JSON has it; ``None`` where there is nothing."""
        return self._all(person_id).get(name)

    def keep(self, person_id: UUID | None, name: str, value: object) -> None:
        """Keep a value that JSON can hold; ``None`` forgets it.

        Raises ``EnvironmentProblem`` when the disk does not take it; what was kept before then stays.
        """
        kept = {key: one for key, one in self._all(person_id).items() if key != name}
        if value is not None:
            kept[name] = value
        path = self._path(person_id)
        try:
            make_folder(self._folder)
            write_durably(path, json.dumps(kept, sort_keys=True).encode())
        except OSError as fault:
            detail = fault.strerror or type(fault).__name__
            raise EnvironmentProblem("error.file.unwritable", file=str(path), detail=detail) from fault

    def _all(self, person_id: UUID | None) -> dict[str, object]:
        try:
            found = json.loads(self._path(person_id).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _path(self, person_id: UUID | None) -> Path:
        return self._folder / f"{person_id or 'anybody'}.json"
