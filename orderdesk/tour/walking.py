"""Ways around the desk that more than one step takes: to another person, to a number that was just said."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from orderdesk.errors import Bug
from orderdesk.tour.playing import Tour
from orderdesk.ui.tables.grid_view import GridView

_FARTHEST = 40  # more stops than any window has between two places


def walk_to(tour: Tour, name: str, key: str) -> None:
    """Press ``key`` until the focus is on ``name``. Raises ``Bug`` ``tour.fault.not_reached``."""
    for _ in range(_FARTHEST):
        if _focused_name().startswith(name):
            return
        tour.press(key)
    raise Bug("tour.fault.not_reached", what=name)


def sit_down(tour: Tour, code: str, area_id: str, picture: str = "") -> None:
    """Let another person of the company work here, chosen in the status bar by keys, and go to an area."""
    person = tour.stage.person(code)
    walk_to(tour, "rail.", "F6")
    walk_to(tour, "status.person", "Tab")
    if picture:
        tour.picture(picture, opened_by="Space")
    tour.press("Space")
    _go_to_entry(tour, person.id)
    tour.press("Enter")
    tour.settle()
    at_work = tour.stage.backend.person
    tour.expect("person", at_work.code if at_work is not None else "", code)
    go_to_area(tour, area_id)


def switch_language(tour: Tour) -> None:
    """Switch the language as it can be done without the mouse: it is the last line of the menu View."""
    tour.press("Alt+V", "Up", "Enter")
    tour.settle()


def said(tour: Tour, code: str, name: str = "number") -> str:
    """Return a parameter of the new sentence in the message strip, whose code begins with ``code``.

    Raises ``Bug`` ``tour.fault.fact`` if another one stands there, or one that was heard before.
    """
    message = tour.stage.window.strip.message
    found = message.code if message is not None else ""
    if message is None or message is tour.heard or not found.startswith(code):
        raise Bug("tour.fault.fact", what="message", found=found, expected=code)
    tour.heard = message
    return str(message.params[name])


def go_to_area(tour: Tour, area_id: str) -> None:
    """Go to an area of the rail by its number key."""
    areas = [area.id for area in tour.stage.window.rail.areas]
    tour.press(f"Ctrl+{areas.index(area_id) + 1}")
    tour.settle()


def go_to_delivery(tour: Tour, order_number: str, part: int) -> None:
    """Walk the warehouse's list to a part of an order. Raises ``Bug`` if it is not in the list."""
    wanted = f"{order_number}/{part}"
    grid = tour.stage.window.current_screen.findChild(GridView, "warehouse.list")
    labels = [row.label for row in grid.rows_model.rows]
    if wanted not in labels:
        raise Bug("tour.fault.not_reached", what=wanted)
    steps = labels.index(wanted) - grid.current_row()
    tour.press(*["Down" if steps > 0 else "Up"] * abs(steps))
    tour.settle()
    tour.expect("row", grid.current_row(), labels.index(wanted))


def save_file(tour: Tour, file: Path) -> None:
    """Save the paper on show under a name that is typed into the dialog.

    The focus is on what comes next: the box for a reason, or the button where no printer is.
    """
    tour.press("Enter" if isinstance(QApplication.focusWidget(), QLineEdit) else "Space")
    tour.wait_until("dialog", lambda: QApplication.activeModalWidget() is not None)
    if str(file).isascii():
        tour.type(str(file))
    else:
        tour.compose("", str(file))
    tour.press("Enter")
    tour.settle()
    tour.wait_until(file.name, file.exists)
    tour.settle()


def shown_total(tour: Tour) -> Decimal:
    """Return the amount due as it stands in the window, large, at the foot of the order."""
    screen = tour.stage.window.current_screen
    text = screen.findChild(QWidget, "entry.totals").total_text
    return Decimal(text.replace(",", ""))


def _go_to_entry(tour: Tour, person_id: UUID) -> None:
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        raise Bug("tour.fault.not_reached", what="status.people")
    for _ in menu.actions():
        active = menu.activeAction()
        if active is not None and active.data() == person_id:
            return
        tour.press("Down")
    raise Bug("tour.fault.not_reached", what="status.people")


def _focused_name() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""
