"""Which tabs a window has, of which areas: opened, gone to, given away, closed and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMetaObject, QObject

from orderdesk.ui.screen import Area, Person, Screen
from orderdesk.ui.shell.closed_tabs import ClosedTabs, TabMark
from orderdesk.ui.shell.tabs import Tabs

Wires = list[QMetaObject.Connection]


class Documents(QObject):
    """The tabs of one window. ``wire`` joins a screen to the window that shows it.

    ``bring_up`` goes to a document that another window has, and returns whether one does.
    """

    def __init__(
        self,
        tabs: Tabs,
        areas: Sequence[Area],
        closed_tabs: ClosedTabs,
        wire: Callable[[Screen], Wires],
        bring_up: Callable[[str, object], bool],
    ) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._all = tuple(areas)
        self._closed_tabs = closed_tabs
        self._wire_up = wire
        self._bring_up = bring_up
        self._roles: frozenset[str] = frozenset()
        self._area_of: dict[Screen, str] = {}
        self._wires: dict[Screen, Wires] = {}
        self.areas: tuple[Area, ...] = ()  # those of who works here, in the rail or not
        tabs.closing.connect(self._note_closing)

    @property
    def takes_new(self) -> Area | None:
        """The area that a new document is opened in."""
        return next((area for area in self.areas if area.takes_new), None)

    @property
    def can_reopen(self) -> bool:
        """Whether a closed tab can come back for who works here."""
        return self._closed_tabs.has_any([area.id for area in self.areas])

    def area(self, area_id: str) -> Area | None:
        """Return an area that who works here sees."""
        return next((area for area in self.areas if area.id == area_id), None)

    def area_of(self, screen: Screen | None) -> str:
        """Return the area of a tab."""
        return self._area_of.get(screen, "") if screen is not None else ""

    def take_person(self, person: Person) -> None:
        """Show the areas of a person; tabs of others go and do not come back."""
        self.areas = tuple(area for area in self._all if person.may_see(area))
        self._roles = person.roles
        for screen in self._tabs.screens:
            if self.area(self._area_of[screen]) is None:
                self._tabs.close_screen(screen)

    # opening

    def open_start(self) -> None:
        """Open the area that this person's day starts in."""
        start = next((area for area in self.areas if self._roles & area.starts), None)
        if self.areas:
            self.open_area((start or self.areas[0]).id)

    def open_area(self, area_id: str) -> Screen | None:
        """Go to the area's most recent tab, or open its first one; ``None`` where there is no such area."""
        area = self.area(area_id)
        if area is None:
            return None
        open_ones = [screen for screen in self._tabs.screens if self._area_of[screen] == area_id]
        if not open_ones:
            return self._open(area, None)
        current = self._tabs.current()
        screen = current if current is not None and current in open_ones else open_ones[-1]
        self._tabs.go_to(screen)
        return screen

    def open_document(self, area_id: str, key: object | None, *, new_tab: bool = False) -> Screen | None:
        """Open a document in its area, or go to the tab that has it, also in another window.

        ``None`` key is a new one. A list that is open is asked to show what is no document of its own, unless
        a new tab is wanted.
        """
        area = self.area(area_id)
        if area is None:
            return None
        for screen in self._tabs.screens:
            same = key is not None and screen.document_key() == key
            if self._area_of[screen] == area_id and (same or not (area.many or new_tab)):
                self._tabs.go_to(screen)
                if key is not None and not same:
                    screen.show_document(key)
                return screen
        if key is not None and area.many and self._bring_up(area_id, key):
            return None
        return self._open(area, key)

    def new_document(self) -> None:
        """Open a new document in the area that takes it."""
        area = self.takes_new
        if area is not None:
            self.open_document(area.id, None)

    def screen_of(self, area_id: str, key: object) -> Screen | None:
        """Return the tab of a document, if it is open in this window."""
        opened = (screen for screen in self._tabs.screens if self._area_of[screen] == area_id)
        return next((screen for screen in opened if screen.document_key() == key), None)

    # coming back

    def mark_of(self, screen: Screen) -> TabMark:
        """Return what a tab is opened again by; a blank document by no key."""
        key = None if screen.is_blank() else screen.document_key()
        return TabMark(self._area_of[screen], key, screen.place() if key is not None else None)

    def reopen(self, mark: TabMark) -> Screen | None:
        """Open the tab of a mark again, where the person may, at its place."""
        screen = self.open_document(mark.area_id, mark.key)
        if screen is not None and mark.place is not None:
            screen.go_to_place(mark.place)
        return screen

    def reopen_last(self) -> None:
        """Open the tab again that was closed last."""
        mark = self._closed_tabs.take([area.id for area in self.areas])
        if mark is not None:
            self.reopen(mark)

    # from window to window

    def release(self, screen: Screen) -> str:
        """Give a tab away as it stands; return its area."""
        for wire in self._wires.pop(screen):
            QObject.disconnect(wire)
        self._tabs.take(screen)
        return self._area_of.pop(screen)

    def adopt(self, screen: Screen, area_id: str) -> None:
        """Take a tab that another window gave away, or that was just made."""
        self._area_of[screen] = area_id
        gone = screen.destroyed.connect(lambda: self._forget(screen))
        self._wires[screen] = [*self._wire_up(screen), gone]
        self._tabs.add(screen)

    def close_all(self) -> None:
        """Close every tab, to be opened again in another window."""
        for screen in self._tabs.screens:
            self._tabs.close_screen(screen)

    # inside

    def _open(self, area: Area, key: object | None) -> Screen:
        screen = area.make(key, self._tabs.stack)
        self.adopt(screen, area.id)
        return screen

    def _forget(self, screen: Screen) -> None:
        self._area_of.pop(screen, None)
        self._wires.pop(screen, None)

    def _note_closing(self, screen: Screen) -> None:
        """Remember a tab that goes, if there was anything in it and its area is still this person's."""
        mark = self.mark_of(screen)
        area = self.area(mark.area_id)
        if area is not None and (mark.key is not None or not area.many):
            self._closed_tabs.add(mark)
