"""The card of an order with its files and what is said about it below: the context panel of the lists."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui.actions import action, shown_key
from orderdesk.ui.backend import Backend
from orderdesk.ui.comment_box import CommentBox
from orderdesk.ui.commenting import Commenting
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.focus import bring_in_sight
from orderdesk.ui.language import language, tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.messages import Message
from orderdesk.ui.order_card.view import OrderCardView
from orderdesk.ui.order_files.page import FilesPage, brings_files
from orderdesk.ui.theme import theme

_WORDS = {
    "edit": "change.change",
    "order.withdraw": "ui.action.order.withdraw",
    "order.restore": "ui.action.order.restore",
}


class CardWithFiles(QWidget):
    """Shows both; files may be dropped anywhere on it."""

    requested = Signal()  # the panel is to come up: somebody asked for what stands in it
    left = Signal()  # back to the list
    action_clicked = Signal(str)
    actions_changed = Signal()

    def __init__(self, card: OrderCardView, backend: Backend, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.card = card
        self.files = FilesPage(backend, name=f"{name}.files")
        self.commenting = Commenting(Lent(backend, self), self)
        self._below = QWidget(self)
        self._doing = WrapRow(self._below, gap=6)
        self._buttons: dict[str, QPushButton] = {}
        for action_id in _WORDS:
            button = QPushButton(self)
            button.setObjectName(f"{name}.{action_id}")
            button.clicked.connect(lambda _on=False, chosen=action_id: self.action_clicked.emit(chosen))
            self._buttons[action_id] = button
            self._doing.add(button, 0)
        self._offered: tuple[str, ...] = ()
        wide = theme().space("wide")
        below = QVBoxLayout(self._below)
        below.setContentsMargins(wide, 0, wide, wide)
        below.setSpacing(theme().space("near"))
        self.comment = CommentBox(self._below)
        self.comment.sent.connect(self.commenting.send)
        self.comment.cancelled.connect(self.commenting.cancel)
        below.addWidget(self._doing)
        below.addWidget(self.comment)
        rule = QFrame(self._below)
        rule.setProperty("role", "rule")
        below.addWidget(rule)
        below.addWidget(self.files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(card)
        column.addWidget(self._below)
        column.addStretch(1)
        self.setFocusProxy(card)
        self.setAcceptDrops(True)
        self._below.hide()
        language().follow(self)

    def offer(self, action_ids: tuple[str, ...]) -> None:
        """Show the buttons of what can be done with the order on the card."""
        self._offered = action_ids
        for action_id, button in self._buttons.items():
            button.setVisible(action_id in action_ids)
        self._doing.setVisible(any(action_id in self._buttons for action_id in action_ids))
        self._doing.arrange()

    def retranslate(self) -> None:
        """Say the buttons in the present language."""
        for action_id, button in self._buttons.items():
            button.setText(f"{tr(_WORDS[action_id])}  {shown_key(action(action_id))}")
        self.offer(self._offered)

    def show_files(self) -> None:
        """Show the files of the order on the card; of none, nothing."""
        card = self.card.card
        self._below.setVisible(card is not None)
        if card is None:
            self.commenting.cancel()
        self.files.show_order(card.row.id if card is not None else None)

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        if self.commenting.is_open:
            return ("finish",)
        return ("comment", "files.show", "files.add") if self.card.card is not None else ()

    def run(self, action_id: str) -> bool | None:
        """Do an action that is the files' or the comment's; ``None`` leaves it to the screen."""
        if action_id == "back" and self.commenting.is_open:
            return self.commenting.cancel()
        if action_id == "back" and self.files.holds_keys():
            if self.files.presenter.question is not None:
                self.files.presenter.answer("leave")
            else:
                self.left.emit()
            return True
        if action_id not in self.actions():
            return None
        if action_id == "finish":
            self.comment.submit()
            return True
        if action_id == "comment":
            return self._comment()
        if action_id == "files.add":
            return self.files.choose()
        self.requested.emit()
        self.files.take_focus()
        return True

    # what a comment asks

    def ask_comment(self, number: str) -> None:
        """Open the box below the card."""
        self.requested.emit()
        self.comment.ask(number)
        QTimer.singleShot(0, self, lambda: bring_in_sight(self.comment))  # a box shown just now has no place
        self.actions_changed.emit()

    def end_comment(self) -> None:
        """Close it and go back to the list."""
        self.comment.hide()
        self.left.emit()
        self.actions_changed.emit()

    def tell(self, message: Message) -> None:
        """Show a message in the strip."""
        self.files.message.emit(message)

    def _comment(self) -> bool:
        card = self.card.card
        if card is not None:
            self.commenting.ask(card.row.id, card.row.number)
        return card is not None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if self.card.card is not None and brings_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them on the order."""
        if self.files.add(event.mimeData()):
            event.acceptProposedAction()
