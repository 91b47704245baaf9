"""F6: the walk through the panes of a window, with the focus where it was in each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.ui.focus import focus_into
from orderdesk.ui.shell.rail import Rail


def walk_panes(panes: Sequence[QWidget], step: int) -> None:
    """Put the focus into the next pane that takes it, ``step`` 1 or -1 in their order."""
    focus = QApplication.focusWidget()
    here = [at for at, pane in enumerate(panes) if focus is pane or (focus and pane.isAncestorOf(focus))]
    for distance in range(1, len(panes) + 1):
        pane = panes[((here[0] if here else -1) + step * distance) % len(panes)]
        landing = pane.landing() if isinstance(pane, Rail) else None
        if focus_into(pane, landing):
            return
