"""The banner of Change mode, and the question on leaving with the list of changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme
from orderdesk.words import has

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen

_MOST_SHOWN = 6  # differences by name; the others are counted
_NOT_NOW = {"draft.save": "change.no_save", "draft.park": "change.no_park"}


class ChangeBanner(QFrame):
    """Says that a sent order is being changed; on leaving it lists what would be lost."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.change")
        self.setProperty("role", "card")
        self.icon = Label(parent=self)
        self.title = Label(parent=self, role="strong")
        self.title.setWordWrap(True)
        self.list = Label(parent=self)
        self.list.setWordWrap(True)
        self.first, self.second = QPushButton(self), QPushButton(self)
        self.first.setObjectName("entry.change.first")
        self.second.setObjectName("entry.change.second")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.title, 1)
        row.addWidget(self.first)
        row.addWidget(self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(row)
        column.addWidget(self.list)
        self.hide()


class ChangeRoom(QObject):
    """Joins Change mode to one entry screen."""

    def __init__(self, screen: EntryScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._changing = screen.presenter.changing
        self._asks = False
        self._shown = False
        self.banner = screen.banner
        self._changing.ended = screen.close_requested.emit
        self.banner.first.clicked.connect(self._press_first)
        self.banner.second.clicked.connect(self._press_second)
        self._runs: dict[str, Callable[[], object]] = {"finish": self._send}
        language().changed.connect(self.show)
        theme().changed.connect(self.show)

    @property
    def asks(self) -> bool:
        """Whether the person is asked whether the changes may go."""
        return self._asks

    def show(self) -> None:
        """Show the banner as things stand, or none for an order that was not sent yet."""
        order = self._changing.order
        if order is None:
            self._asks = False
        self._shown = False
        self.banner.setVisible(order is not None)
        self._screen.title_row.show_change(order is not None)
        if self._shown != (order is not None):
            self._shown = order is not None
            self._screen.totals.show_change(self._shown)
        if order is None:
            return
        banner = self.banner
        banner.icon.setPixmap(icons.pixmap("triangle-alert" if self._asks else "pencil", "warn"))
        roles = [f"term.role.{role}" for role in order.waits_for]
        if self._asks:
            found = self._changing.differences()
            sentences = [tr(one.code, **_worded(one.params)) for one in found[:_MOST_SHOWN]]
            if len(found) > _MOST_SHOWN:
                sentences.append(tr("change.more", n=len(found) - _MOST_SHOWN))
            banner.title.setText(tr("change.ask", number=order.number, n=len(found)))
            banner.list.setText("\n".join(sentences))
            banner.first.setText(tr("change.discard"))
            banner.second.setText(f"{tr('change.go_on')}  Esc")
        else:
            banner.title.setText(tr("change.banner", number=order.number, roles=roles))
            banner.first.setText(f"{tr('change.send')}  Ctrl+Enter")
            banner.second.setText(f"{tr('change.discard')}  Esc")
        banner.list.setVisible(self._asks)

    def words(self) -> dict[str, str]:
        """Return what the main action is called in Change mode."""
        return {"finish": "change.send"} if self._changing.is_on else {}

    def offered(self, action_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of the actions that work in Change mode too."""
        if not self._changing.is_on:
            return action_ids
        return tuple(action_id for action_id in action_ids if action_id not in _NOT_NOW)

    def run(self, action_id: str) -> bool | None:
        """Do an action that Change mode does in its own way; ``None`` leaves it to the screen."""
        if not self._changing.is_on:
            return None
        if action_id == "back" and self._asks:
            self._go_on()
            return True
        if action_id in _NOT_NOW:
            self._screen.say(_NOT_NOW[action_id])
            return True
        run = self._runs.get(action_id)
        if run is None:
            return None
        run()
        return True

    def step_back(self) -> bool:
        """Leave Change mode; with changes it asks first."""
        if not self._changing.is_on:
            return False
        if self.may_close():
            self._screen.close_requested.emit()
        return True

    def may_close(self) -> bool:
        """Return whether nothing would be lost; else the question stands on the screen now."""
        if not self._changing.is_on:
            return True
        self._screen.finish_open()
        if not self._changing.differences():
            self._changing.leave()
            return True
        self._asks = True
        self.show()
        self.banner.second.setFocus()
        return False

    def _press_first(self) -> None:
        if self._asks:
            self._changing.leave()
            self._screen.close_requested.emit()
        else:
            self._screen.run_action("finish")

    def _press_second(self) -> None:
        if self._asks:
            self._go_on()
        else:
            self.step_back()

    def _go_on(self) -> None:
        self._asks = False
        self.show()
        self._screen.lines.grid.setFocus()

    def _send(self) -> None:
        screen = self._screen
        if self._asks:
            self._go_on()
        if screen.schedule.is_open and not screen.schedule.part.accept():
            return
        if screen.finish_open() and screen.take_quick():
            self._changing.send()


def _worded(params: object) -> dict[str, object]:
    """Return the params of a sentence with the codes of fields as words."""
    assert isinstance(params, dict)
    field = str(params.get("field", ""))
    if not field:
        return dict(params)
    known = has(field, language().current)
    return {**params, "field": tr(field if known else "entry.problems.order")}
