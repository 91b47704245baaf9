"""The desktop and the tour: the only commands that need Qt."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from orderdesk import words
from orderdesk.cli.runs import Run
from orderdesk.config import load_what_can_be_used
from orderdesk.errors import UserError

# Once Qt is there, it reads the source of every module that is imported and unknown to it: these come before.
_BEFORE_QT = (
    "orderdesk.services.door",
    "orderdesk.services.journal",
    "orderdesk.services.preferences",
    "orderdesk.services.reading.desk",
    "orderdesk.services.reading.holds",
    "orderdesk.services.reading.inbox",
    "orderdesk.services.reading.notices",
    "orderdesk.services.search",
)


def desktop(run: Run) -> int:
    """Open the desktop; it ends with its last window."""
    gc.disable()  # what modules make is no garbage: it is not looked through while they come, nor ever again
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nor is all that is installed, for plugins
    for name in _BEFORE_QT:
        import_module(name)
    spare_qt_the_sources()
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


def spare_qt_the_sources() -> None:
    """Tell Qt's bindings that no module which is there, and none of ours, switches any of their features on.

    Else they read the source of each module that is imported after them, in search of the word PySide6: a
    tenth of a start. Where they keep no such list any more, they look for themselves again.
    """
    before = list(sys.modules)
    import_module("PySide6.QtCore")
    known = getattr(sys.modules.get("shibokensupport.feature"), "pyside_feature_dict", None)
    if isinstance(known, dict):
        known.update(dict.fromkeys(before, -1))  # -1: it knows nothing of Qt
        known.update(dict.fromkeys(_our_modules(), 0))  # 0: it may use Qt, and none of its features


def _our_modules() -> Iterator[str]:
    """Yield the names of our modules that lie in files, imported or not; in a built program none does."""
    package = Path(__file__).parent.parent
    for folder, _, files in os.walk(package):
        inside = ".".join([package.name, *Path(folder).relative_to(package).parts])
        for file in files:
            if file.endswith(".py"):
                yield inside if file == "__init__.py" else f"{inside}.{file.removesuffix('.py')}"


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
