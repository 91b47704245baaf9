"""The tabs: one document each, a star for what is not yet in the store, Ctrl+Tab by most recent use."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import set_tooltip
from orderdesk.ui.screen import Screen
from orderdesk.ui.theme import theme

_NARROWEST = 104  # logical pixels at 100 %


class TabBar(QTabBar):
    """Tabs that keep enough of their words to be told apart; with less room the bar scrolls."""

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the least width of a tab."""
        least, whole = super().minimumTabSizeHint(index), self.tabSizeHint(index)
        return QSize(min(whole.width(), max(least.width(), theme().px(_NARROWEST))), least.height())


class Tabs(QWidget):
    """The bar of tabs over the screens."""

    current_changed = Signal(object)  # Screen or None
    closing = Signal(object)  # the screen of a tab that is being closed, while it is still there
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screens: list[Screen] = []
        self._recent: list[Screen] = []
        self._walking = False
        self.bar = TabBar(self)
        self.bar.setObjectName("tabs")
        self.bar.setExpanding(False)
        self.bar.setMovable(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideMiddle)  # numbers differ at their ends
        self.bar.setUsesScrollButtons(True)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stack = QStackedWidget(self)  # the parent of every screen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._show_current)
        self.bar.tabMoved.connect(self._moved)
        theme().changed.connect(self._dress_buttons)
        language().changed.connect(self._dress_buttons)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The open screens from left to right."""
        return tuple(self._screens)

    def current(self) -> Screen | None:
        """Return the screen on top."""
        at = self.bar.currentIndex()
        return self._screens[at] if 0 <= at < len(self._screens) else None

    def add(self, screen: Screen) -> None:
        """Open a tab for ``screen``, bring it up and put the focus where its work starts."""
        self._screens.append(screen)
        self.stack.addWidget(screen)
        screen.title_changed.connect(self._retitle)
        self.bar.blockSignals(True)  # the first tab is on top at once, before it is ready
        at = self.bar.addTab("")
        self.bar.blockSignals(False)
        button = QToolButton(self.bar)
        button.setObjectName("tab_close")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._close_clicked)
        self.bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, button)
        self._dress_buttons()
        self._retitle()
        self.go_to(screen)
        screen.first_focus()

    def go_to(self, screen: Screen) -> None:
        """Bring an open screen up."""
        at = self._screens.index(screen)
        if self.bar.currentIndex() == at:
            self._show_current(at)
        self.bar.setCurrentIndex(at)

    def close_screen(self, screen: Screen) -> bool:
        """Close a tab if its screen lets go; the most recent one comes up. Returns whether it was closed."""
        if screen not in self._screens or not screen.can_close():
            return False
        screen.let_go()
        self.closing.emit(screen)
        self.take(screen)
        screen.deleteLater()
        return True

    def take(self, screen: Screen) -> None:
        """Take a tab out as it stands, its screen alive; the most recent one comes up."""
        screen.title_changed.disconnect(self._retitle)
        at = self._screens.index(screen)
        was_current = screen is self.current()
        self._recent = [one for one in self._recent if one is not screen]
        self.bar.blockSignals(True)
        self._screens.pop(at)
        self.bar.removeTab(at)
        self.stack.removeWidget(screen)
        self.bar.blockSignals(False)
        screen.hide()
        if not self._screens:
            self.current_changed.emit(None)
            self.emptied.emit()
        elif was_current:
            self.go_to(self._recent[0] if self._recent else self._screens[-1])
        else:
            self.current_changed.emit(self.current())

    def walk_recent(self) -> None:
        """Go to the next tab in the order of use; while Ctrl stays down, further back each time."""
        if len(self._recent) < 2:
            return
        current = self.current()
        at = self._recent.index(current) if current in self._recent else -1
        self._walking = True
        self.go_to(self._recent[(at + 1) % len(self._recent)])

    def end_walk(self) -> None:
        """Ctrl was let go: the tab on top is the most recent one from now on."""
        if self._walking:
            self._walking = False
            self._remember(self.current())

    def _show_current(self, at: int) -> None:
        screen = self._screens[at] if 0 <= at < len(self._screens) else None
        if screen is not None:
            focus = self.window().focusWidget()
            had_focus = focus is not None and self.stack.isAncestorOf(focus)
            self.stack.setCurrentWidget(screen)
            if had_focus and screen.focusWidget() is not None:
                screen.focusWidget().setFocus()
            if not self._walking:
                self._remember(screen)
        self.current_changed.emit(screen)

    def _remember(self, screen: Screen | None) -> None:
        if screen is not None:
            self._recent = [screen, *(one for one in self._recent if one is not screen)]

    def _moved(self, start: int, end: int) -> None:
        self._screens.insert(end, self._screens.pop(start))

    def _retitle(self) -> None:
        for at, screen in enumerate(self._screens):
            title = screen.title().replace("&", "&&")
            self.bar.setTabText(at, f"{title} *" if screen.is_modified() else title)
            self.bar.setAccessibleTabName(at, screen.title())

    def _dress_buttons(self) -> None:
        side = theme().px(14)
        for at in range(self.bar.count()):
            button = self.bar.tabButton(at, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(icons.icon("x", "text_faint"))
                button.setIconSize(QSize(side, side))
                button.setFixedSize(max(24, theme().px(22)), max(24, theme().px(22)))
                button.setAccessibleName(tr("ui.action.tab.close"))
                set_tooltip(button, f"{tr('ui.action.tab.close')}  Ctrl+W")
        # Nothing but this makes the bar measure its tabs anew: it does not notice that a button has shrunk.
        self.bar.setIconSize(QSize(side, side))

    def _close_clicked(self) -> None:
        for at, screen in enumerate(self._screens):
            if self.bar.tabButton(at, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.close_screen(screen)
                return
