"""A column as data: where its text comes from, how it is shown, and whether it can be typed into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from orderdesk.ui.chips import Chip
from orderdesk.ui.language import tr

Kind = Literal["text", "code", "number", "date"]

Row = Any  # each table has its own frozen rows; a column's functions know which


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. Functions take a frozen row and must be quick: they run while painting.

    ``key`` names it in signals, ``word`` is the code of its header. ``kind`` chooses alignment and editor.
    ``width`` is in logical pixels at 100 %; a column that ``stretches`` shares what is left. ``editable``
    says which rows can be typed into; ``edit_text`` is what the editor begins with (the text on show
    otherwise). ``check`` returns whether a typed text can be taken at all: if not, the editor stays open,
    marked. ``enter_stop`` puts it on the Enter path; every editable column is on the Tab path. ``chip`` draws
    a chip in place of the text, ``icon`` an icon before it; ``tone`` is a colour of the token table, for text
    and icon, unless the icon has an ``icon_tone`` of its own. ``icon_word`` says to a screen reader what the
    icon shows. ``strong`` sets the text in the heavier weight. ``copied`` is what goes to the clipboard where
    that is not the text on show (a date as ISO). ``heading`` stands in place of the words where a column is
    named by data, such as the code of a list.
    """

    key: str
    word: str
    text: Callable[[Row], str]
    kind: Kind = "text"
    width: int = 100
    stretches: bool = False
    editable: Callable[[Row], bool] | None = None
    edit_text: Callable[[Row], str] | None = None
    check: Callable[[Row, str], bool] | None = None
    enter_stop: bool = False
    chip: Callable[[Row], Chip | None] | None = None
    icon: Callable[[Row], str | None] | None = None
    icon_tone: Callable[[Row], str | None] | None = None
    icon_word: Callable[[Row], str] | None = None
    tone: Callable[[Row], str | None] | None = None
    tooltip: Callable[[Row], str] | None = None
    strong: bool = False
    copied: Callable[[Row], str] | None = None
    heading: Callable[[], str] | None = None

    @property
    def head(self) -> str:
        """What stands above the column, in the language on show."""
        if self.heading is not None:
            return self.heading()
        return tr(self.word) if self.word else ""

    @property
    def refuses_ime(self) -> bool:
        """Whether letters must arrive as letters here, with Chinese mode on or not."""
        return self.kind != "text"


def always(_row: Row) -> bool:
    """Return true: a column that can be typed into on every row."""
    return True
