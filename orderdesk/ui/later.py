"""Parts of a screen that are made when they are first opened (ADR 0015)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Part = TypeVar("Part", bound=QWidget)


class Later(QWidget, Generic[Part]):
    """Stands hidden where a part of a screen will be; ``make`` makes the part when ``part`` is first asked
    for.

    The part takes this place in the layout and in the order of the Tab key. Whatever it shows, such as the
    language and the size of the text, it finds as it is then.
    """

    def __init__(self, make: Callable[[QWidget], Part], parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._make = make
        self._made: Part | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # only what takes the focus has a place in the Tab order
        self.hide()

    @property
    def made(self) -> Part | None:
        """The part, where it was needed already."""
        return self._made

    @property
    def is_open(self) -> bool:
        """Whether the part is on show."""
        return self._made is not None and not self._made.isHidden()

    @property
    def part(self) -> Part:
        """The part, made now if this is the first time that it is needed."""
        if self._made is None:
            part = self._made = self._make(self._around)
            part.hide()
            layout = self._around.layout()
            if layout is not None:
                layout.replaceWidget(self, part)
            self._hand_on_tab(part)
        return self._made

    def set_open(self, is_open: bool) -> None:
        """Show the part or hide it; there is nothing to hide where it was never made."""
        if is_open or self._made is not None:
            self.part.setVisible(is_open)

    def _hand_on_tab(self, part: QWidget) -> None:
        before: QWidget = self
        for widget in list(_in_tab_order(part)):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, widget)
                before = widget


def _in_tab_order(part: QWidget) -> Iterator[QWidget]:
    """Yield a part and what is in it, from the first that was made to the last."""
    widget: QWidget | None = part
    while widget is not None and (widget is part or part.isAncestorOf(widget)):
        yield widget
        widget = widget.nextInFocusChain()
