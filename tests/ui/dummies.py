"""Screens that do nothing but what the base class promises, for the tests of the shell."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orderdesk.ui.editors import CodeEdit
from orderdesk.ui.language import tr
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.safety import Label
from orderdesk.ui.screen import Area, Person, Screen, Summary
from tests.support.windows import show

CLERK = Person(UUID(int=1), "李娜", frozenset({"clerk"}))
MANAGER = Person(UUID(int=2), "Chen & Sons <b>", frozenset({"manager"}))
ADMINISTRATOR = Person(UUID(int=3), "Zhang Wei", frozenset({"administrator", "finance"}), proven=True)


class Order(Screen):
    screen_id = "order"

    def __init__(self, key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.ran: list[str] = []
        self.offered: tuple[str, ...] = ("edit", "price.why", "finish", "undo")
        self.modified = True
        self.closable = True
        self.handles_back = False
        self.box = CodeEdit(self, name="order.customer")
        self.second = CodeEdit(self, name="order.second")
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.second)
        self.page = QWidget()
        page = QVBoxLayout(self.page)
        self.page_box = CodeEdit(self.page, name="order.page_box")
        page.addWidget(Label("page", self.page))
        page.addWidget(self.page_box)

    def title(self) -> str:
        return f"{tr('ui.action.order.new')} {self.key or ''}".strip()

    def is_modified(self) -> bool:
        return self.modified

    def document_key(self) -> object | None:
        return self.key

    def actions(self) -> tuple[str, ...]:  # type: ignore[override] # it stands for every screen
        return self.offered

    def action_words(self) -> Mapping[str, str]:
        return {"finish": "ui.action.inbox.approve"}

    def run_action(self, action_id: str) -> bool:
        self.ran.append(action_id)
        return action_id != "back" or self.handles_back

    def context_widget(self) -> QWidget | None:
        return self.page

    def summary(self) -> Summary:
        return Summary("14 lines  CNY 18,240.00", "Saved 10:42:07")

    def panes(self) -> tuple[QWidget, ...]:
        return (self.box, self.second)

    def can_close(self) -> bool:
        return self.closable

    def first_focus(self) -> None:
        self.box.setFocus()


class Inbox(Screen):
    screen_id = "inbox"

    def title(self) -> str:
        return "Inbox"


def areas() -> tuple[Area, ...]:
    everybody = frozenset({"clerk", "manager"})
    return (
        Area(
            "orders",
            "ui.action.order.new",
            "file-plus",
            Order,
            everybody,
            frozenset({"clerk"}),
            many=True,
            takes_new=True,
        ),
        Area(
            "inbox",
            "ui.action.inbox.approve",
            "inbox",
            lambda key, parent: Inbox(parent),
            frozenset({"manager"}),
            frozenset({"manager"}),
        ),
        Area("warehouse", "ui.action.warehouse.pick", "truck", lambda key, parent: Inbox(parent), everybody),
    )


def open_desk(
    qtbot: QtBot,
    person: Person = CLERK,
    size: tuple[int, int] = (1366, 768),
    more: tuple[Area, ...] = (),
) -> MainWindow:
    window = MainWindow((*areas(), *more))
    window.set_people((CLERK, MANAGER, ADMINISTRATOR))
    window.set_person(person)
    window.resize(*size)
    show(qtbot, window)
    return window
