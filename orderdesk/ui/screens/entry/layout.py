"""Where the parts of the entry screen stand, and the way of the tab key through them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from orderdesk.ui.screens.entry.title_row import BodyScroll

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen


def lay_out(screen: EntryScreen, body: BodyScroll, top: QWidget) -> None:
    """Put the parts in their places, in what ``body`` scrolls; the header folds away with ``top``.

    The tab key walks through the header, what is folded out of it, and the lines.
    """
    head = QVBoxLayout(top)
    head.setContentsMargins(0, 0, 0, 0)
    head.setSpacing(8)
    head.addWidget(screen.header)
    head.addWidget(screen.more)
    column = QVBoxLayout(body.inside)
    column.setContentsMargins(14, 8, 14, 10)
    column.setSpacing(8)
    above = (screen.title_row, screen.banner, top, screen.memory.twins.strip, screen.problem_panel)
    for part in (*above, screen.parked):
        column.addWidget(part)
    column.addWidget(screen.lines, 1)
    column.addWidget(screen.quick)
    column.addWidget(screen.schedule)
    for panel in (*screen.memory.places, *screen.facts.places):
        column.addWidget(panel)
    column.addWidget(screen.totals)
    header = [box for name, box in screen.header.boxes().items() if name != "customer_id"]
    path = [*header, screen.title_row.button, screen.more, screen.lines.grid]
    for one, other in pairwise(path):
        screen.setTabOrder(one, other)
    for layout, parts in (
        (QVBoxLayout(screen.papers.place.work), (body,)),
        (QVBoxLayout(screen), (screen.papers.place, screen.memory.read_back)),
    ):
        layout.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            layout.addWidget(part)
