"""The desktop and the tour: the only commands that need Qt."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path

from orderdesk import words
from orderdesk.cli.runs import Run
from orderdesk.config import load_what_can_be_used
from orderdesk.errors import UserError

# Once Qt is there, it reads the source of every module that is imported, to see whether it uses Qt.
_BEFORE_QT = (
    "orderdesk.services.copying",
    "orderdesk.services.door",
    "orderdesk.services.journal",
    "orderdesk.services.preferences",
    "orderdesk.services.quick_entry",
    "orderdesk.services.reading.desk",
    "orderdesk.services.reading.holds",
    "orderdesk.services.reading.inbox",
    "orderdesk.services.reading.notices",
    "orderdesk.services.reading.parked",
    "orderdesk.services.search",
)


def desktop(run: Run) -> int:
    """Open the desktop; it ends with its last window."""
    gc.disable()  # what modules make is no garbage: it is not looked through while they come, nor ever again
    for name in _BEFORE_QT:
        import_module(name)
    app = import_module("orderdesk.app")
    gc.freeze()
    gc.enable()
    try:
        config, wrong = load_what_can_be_used(run.flags)
    except UserError as fault:
        app.tell_refusal(fault)  # whoever starts it from a menu sees nothing else
        raise
    ended: int = app.main(config, wrong)
    return ended


def tour(run: Run) -> int:
    """Play the main job in the real windows, offscreen; print what each step was and what it left."""
    from orderdesk.tour import play

    played = play(run.config, Path(run.arguments.out).absolute(), fixed=run.arguments.fixed)
    if run.arguments.json:
        files = [file for step in played.steps for file in step.files]
        run.data({"out": str(played.out), "files": files, "milliseconds": played.milliseconds})
        return 0
    for step in played.steps:
        run.line(
            f"{step.name:<13} {words.text(step.word, run.language)}  {' '.join(_short(step.files))}".rstrip()
        )
    run.say(
        "tour.left", pictures=played.pictures, papers=played.papers, out=str(played.out),
        seconds=f"{played.milliseconds / 1000:.1f}",
    )  # fmt: skip
    return 0


def _short(files: tuple[str, ...]) -> list[str]:
    """Return files with the two pictures of a moment as one: ``*/03-lines.png``."""
    folders = tuple(f"{name}/" for name in words.LANGUAGES)
    one_each = (f"*/{file.partition('/')[2]}" if file.startswith(folders) else file for file in files)
    return list(dict.fromkeys(one_each))
