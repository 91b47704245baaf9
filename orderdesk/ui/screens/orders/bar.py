"""The bar above the list: the views to choose from and the find box."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orderdesk.services.reading.order_list import VIEWS
from orderdesk.ui.editors import Choice, TextEdit
from orderdesk.ui.find_box import FindBox
from orderdesk.ui.language import tr
from orderdesk.ui.screens.orders.own_views import OwnView
from orderdesk.ui.theme import theme


class FilterBar(QWidget):
    """Chooses a view and finds in it. Arrows in the find box walk the list, so that the box stays in use."""

    view_chosen = Signal(str)
    text_changed = Signal(str)
    entered = Signal()  # Enter in the find box: on to the list
    named = Signal(str)  # Enter in the box for the name of a view

    def __init__(self, walks: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = Choice(self, name="orders.view")
        self.box = FindBox(walks, self, name="orders.find")
        row = QHBoxLayout(self)
        near = theme().space("near")
        row.setContentsMargins(near, 0, near, near)
        row.setSpacing(near)
        self.name_box = TextEdit(self, name="orders.view_name")
        self.name_box.setMinimumWidth(theme().px(230))
        self.name_box.hide()
        self.name_box.enter_pressed.connect(lambda _backwards: self.named.emit(self.name_box.text()))
        self._own: tuple[OwnView, ...] = ()
        row.addWidget(self.views)
        row.addWidget(self.name_box)
        row.addWidget(self.box, 1)
        for view in VIEWS:
            self.views.addItem("", view.id)
        self.views.currentIndexChanged.connect(self._choose)
        self.box.textChanged.connect(self.text_changed)
        self.box.enter_pressed.connect(lambda _backwards: self.entered.emit())

    def show_own(self, own: tuple[OwnView, ...]) -> None:
        """Show views of one's own below the built-in ones."""
        self._own = own
        with QSignalBlocker(self.views):
            while self.views.count() > len(VIEWS):
                self.views.removeItem(self.views.count() - 1)
            for one in own:
                self.views.addItem(one.name, one.key)
        self._fit()

    def show_view(self, view: str) -> None:
        """Show which view is chosen, without choosing it."""
        with QSignalBlocker(self.views):
            self.views.setCurrentIndex(self.views.findData(view))

    def ask_name(self, name: str) -> None:
        """Ask for the name of a view, beside the views."""
        self.name_box.setText(name)
        self.name_box.set_problem("")
        self.name_box.show()
        self.name_box.setFocus()
        self.name_box.selectAll()

    def put_name_away(self) -> bool:
        """Ask no more; return whether a name was asked for."""
        was_asked = self.name_box.isVisibleTo(self)
        self.name_box.hide()
        return was_asked

    def retranslate(self) -> None:
        """Say the views again."""
        for at, view in enumerate(VIEWS):
            self.views.setItemText(at, tr(f"orders.view.{view.id}"))
        self.views.setAccessibleName(tr("orders.views"))
        self.box.setAccessibleName(tr("ui.action.find"))
        self.box.setPlaceholderText(tr("orders.find"))
        self.name_box.setPlaceholderText(tr("orders.own.placeholder"))
        self.name_box.setAccessibleName(tr("orders.own.placeholder"))
        self._fit()

    def _fit(self) -> None:
        # The box was as wide as its words in the other language.
        self.views.setMinimumContentsLength(
            max(len(self.views.itemText(at)) for at in range(self.views.count())) // 2
        )

    def _choose(self, at: int) -> None:
        self.view_chosen.emit(self.views.itemData(at))
