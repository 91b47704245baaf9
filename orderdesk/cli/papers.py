"""``note``: a delivery note as PDF."""

from __future__ import annotations

from pathlib import Path

from orderdesk import words
from orderdesk.cli.runs import Run
from orderdesk.errors import EnvironmentProblem
from orderdesk.printing.papers import PAPERS
from orderdesk.services.notes import note_pdf


def note(run: Run) -> int:
    """Write the note of a delivery to a file; what the paper cannot show as given is told on stderr.

    This is a look at the note, like the preview: it counts as no print. A delivery that has not left yet
    gives a draft.
    """
    given = run.arguments
    with run.store("read").reading() as connection:
        made = note_pdf(connection, given.delivery, given.language or run.language, PAPERS[given.paper])
    for warning in made.warnings:
        run.log(words.problem_text(warning, run.language))
    try:
        Path(given.out).write_bytes(made.pdf)
    except OSError as fault:
        raise EnvironmentProblem(
            "error.file.unwritable", file=given.out, detail=fault.strerror or ""
        ) from fault
    if given.json:
        run.data({"file": given.out, "pages": made.pages, "bytes": len(made.pdf)})
    else:
        run.say("cli.note.done", file=given.out, n=made.pages)
    return 0
