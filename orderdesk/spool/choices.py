"""Which printer and paper a desk used last for each kind of document, and how far each printer prints off.

Kept in one small file of the desk: printers stand where desks do, and another desk has others.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from orderdesk.durable import write_durably
from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import PAPERS

CHOICES_FILE = "printers.json"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What was used last for a kind of document: key of the paper, address of the printer (empty: none)."""

    paper: str = "a4"
    printer: str = ""


class PrinterChoices:
    """What one desk remembers of its printers; each change is on disk when the call returns."""

    def __init__(self, file: Path) -> None:
        """Read ``file``; one that is missing or damaged counts as empty, and is written anew."""
        self._file = file
        self._kinds: dict[str, PaperChoice] = {}
        self._forms: dict[tuple[str, str], FormOptions] = {}
        try:
            self._take(json.loads(file.read_text(encoding="utf-8")))
        except FileNotFoundError:
            pass
        except (
            OSError, ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError
        ):  # fmt: skip
            _log.warning("the remembered printers in %s cannot be read and are forgotten", file)
            self._kinds, self._forms = {}, {}

    def choice(self, kind: str) -> PaperChoice:
        """Return what was used last for ``kind`` (``delivery_note``, ``order_confirmation``)."""
        return self._kinds.get(kind, PaperChoice())

    def remember(self, kind: str, choice: PaperChoice) -> None:
        """Remember what was used for ``kind``. Raises ``EnvironmentProblem`` ``error.file.unwritable``."""
        if self._kinds.get(kind) != choice:
            self._kinds[kind] = choice
            self._write()

    def form(self, printer: str, paper: str) -> FormOptions:
        """Return the names of the copies and the offset of ``paper`` in ``printer``."""
        return self._forms.get((printer, paper), FormOptions())

    def set_form(self, printer: str, paper: str, options: FormOptions) -> None:
        """Keep how ``paper`` is printed by ``printer``. Raises ``EnvironmentProblem``."""
        self._forms[printer, paper] = options
        self._write()

    def move(self, printer: str, paper: str, right: Decimal, down: Decimal) -> FormOptions:
        """Keep another offset, in millimetres, and return what holds now.

        Raises ``ValueError`` for offsets that no form has (see ``FormOptions``) and ``EnvironmentProblem``.
        """
        options = replace(self.form(printer, paper), right=right, down=down)
        self.set_form(printer, paper, options)
        return options

    def _take(self, content: Any) -> None:
        for kind, row in content["kinds"].items():
            if row["paper"] in PAPERS:
                self._kinds[str(kind)] = PaperChoice(row["paper"], str(row["printer"]))
        for row in content["forms"]:
            options = FormOptions(tuple(row["copies"]), Decimal(row["right"]), Decimal(row["down"]))
            self._forms[str(row["printer"]), str(row["paper"])] = options

    def _write(self) -> None:
        """Write the whole file beside the old one, then put it in its place: half a file is never read."""
        content = {
            "kinds": {
                kind: {"paper": choice.paper, "printer": choice.printer}
                for kind, choice in sorted(self._kinds.items())
            },
            "forms": [
                {
                    "printer": printer,
                    "paper": paper,
                    "copies": list(options.copies),
                    "right": str(options.right),
                    "down": str(options.down),
                }
                for (printer, paper), options in sorted(self._forms.items(), key=lambda pair: pair[0])
            ],
        }
        try:
            write_durably(self._file, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
        except OSError as fault:
            raise EnvironmentProblem(
                "error.file.unwritable", file=str(self._file), detail=fault.strerror or ""
            ) from fault
