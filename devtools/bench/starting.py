"""Programs that are started to be measured: ``python -m devtools.bench.starting bare | desk STORE DATA_DIR``.

Each ends by itself, at once, when its window can be used.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def bare() -> None:
    """Show an empty window, with SQLAlchemy imported as any program with typed tables and a store has it."""
    import sqlalchemy.orm
    from PySide6.QtWidgets import QApplication, QMainWindow

    sqlalchemy.create_engine("sqlite://").dispose()
    application = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    os._exit(0 if window.isVisible() else 1)


def desk(store: str, data_dir: str) -> None:
    """Start the program as people do; it ends when an order can be keyed.

    What ends it is put in place when the program has imported its windows itself: no module is there earlier
    than in the program that is measured.
    """
    from orderdesk import cli
    from orderdesk.cli import windows

    real = vars(windows)["import_module"]

    def import_module(name: str) -> ModuleType:
        module: ModuleType = real(name)
        if name == "orderdesk.app":
            end_with_the_first_screen()
        return module

    setattr(windows, "import_module", import_module)  # noqa: B010 # the one thing that differs
    sys.exit(cli.main(["--store", store, "--data-dir", data_dir]))


def end_with_the_first_screen() -> None:
    """Have the desk's backend look, from its start on, whether an order can be keyed."""
    from orderdesk.ui.backend import Backend

    real = Backend.start

    def start(backend: Backend) -> None:
        from PySide6.QtCore import QTimer

        real(backend)
        poll = QTimer(backend, interval=5)  # without a pause it would take the time it measures
        poll.timeout.connect(lambda: end_when_usable(backend))
        poll.start()

    setattr(Backend, "start", start)  # noqa: B010 # as above


def end_when_usable(backend: object) -> None:
    """End the process if somebody works here, a screen is on show, painted, and nothing is under way."""
    from PySide6.QtWidgets import QApplication

    from orderdesk.ui.backend import Backend
    from orderdesk.ui.main_window import MainWindow

    assert isinstance(backend, Backend)
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    if backend.person is not None and backend.is_idle and windows and windows[0].current_screen is not None:
        windows[0].repaint()
        os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        desk(sys.argv[2], sys.argv[3])
