"""Fusion with our own palette and style sheet, both made from the one token table; fonts come with the
program.
"""

from __future__ import annotations

import logging
import re
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from orderdesk import paths
from orderdesk.ui.tokens import ChipLook, Density, Mode, Tokens, tokens

MIN_SCALE, MAX_SCALE = 90, 200

_FONT_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_PLACEHOLDER = re.compile(r"@([a-z_]+)(?:\.([a-z_]+))?")
_log = logging.getLogger(__name__)


class Theme(QObject):
    """The look in force. ``changed`` is emitted after each switch; whoever draws by hand draws again then."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tokens: Tokens = tokens("light")
        self._scale = 100
        self._density: Density = "normal"
        self._colours: dict[
            str, QColor
        ] = {}  # made once for a look: a table asks for hundreds while it paints
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}

    @property
    def mode(self) -> Mode:
        """Light or dark."""
        return self._tokens.mode

    @property
    def scale(self) -> int:
        """Text size in per cent of the normal one, 90 to 200."""
        return self._scale

    @property
    def density(self) -> Density:
        """How high the rows of tables are."""
        return self._density

    @property
    def row_height(self) -> int:
        """Height of a table row in logical pixels at the present density and text size."""
        return self.px(self._tokens.rows[self._density])

    def colour(self, name: str) -> QColor:
        """Return a colour of the token table; ``KeyError`` for a name that is not in it."""
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(self._tokens.colours[name])
        return found

    def chip(self, kind: str) -> ChipLook:
        """Return how a kind of chip looks; a kind that data brings along and nobody drew looks standard."""
        return self._tokens.chips.get(kind) or self._tokens.chips["standard"]

    def px(self, size: int) -> int:
        """Return a size of 100 % at the present text size, in whole logical pixels."""
        return round(size * self._scale / 100)

    def size(self, name: str) -> int:
        """Return a named size of the token table in logical pixels at the present text size."""
        return self.px(self._tokens.sizes[name])

    def space(self, name: str) -> int:
        """Return a named distance; distances do not grow with the text, or 200 % would show less than
        half.
        """
        return self._tokens.space[name]

    def font(self, name: str = "base", *, strong: bool = False, italic: bool = False) -> QFont:
        """Return a font of the token table: Inter, then the Simplified Chinese face, with tabular figures."""
        found = self._fonts.get((name, strong, italic))
        if found is None:
            found = self._fonts[name, strong, italic] = self._make_font(name, strong, italic)
        return QFont(found)

    def _make_font(self, name: str, strong: bool, italic: bool) -> QFont:
        font = QFont()
        font.setItalic(italic)
        # The Chinese family is named: left to itself a system draws Japanese shapes for the same characters.
        font.setFamilies(list(self._tokens.families))
        font.setPixelSize(self.px(self._tokens.text[name]))
        font.setFeature(QFont.Tag("tnum"), 1)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def apply(
        self, app: QApplication, mode: Mode = "light", scale: int = 100, density: Density = "normal"
    ) -> None:
        """Give the application this look at once; ``scale`` is brought into 90 to 200."""
        self._colours.clear()
        self._fonts.clear()
        self._tokens = tokens(mode)
        self._scale = max(MIN_SCALE, min(MAX_SCALE, scale))
        self._density = density
        _load_fonts()
        app.setStyle("Fusion")
        app.setPalette(self._palette())
        app.setFont(self.font())
        app.setStyleSheet(self.style_sheet())
        self.changed.emit()

    def style_sheet(self) -> str:
        """Return the style sheet: ``@name`` is a colour, ``@group.name`` a size in pixels of the token
        table.
        """
        return _PLACEHOLDER.sub(self._value, _style_template())

    def _value(self, match: re.Match[str]) -> str:
        group, name = match[1], match[2]
        if group == "families":
            return ", ".join(f'"{family}"' for family in self._tokens.families)
        if name is None:
            return self._tokens.colours[group]
        if group == "text":
            return f"{self.px(self._tokens.text[name])}px"
        if group == "size":
            return f"{self.size(name)}px"
        if group == "radius":
            return f"{self._tokens.radius[name]}px"
        return f"{self._tokens.space[name]}px"

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text_faint"))
        return palette


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_alt",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_faint",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "select_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "edge_strong",
    QPalette.ColorRole.Shadow: "shadow",
    QPalette.ColorRole.Accent: "accent",
}


@cache
def theme() -> Theme:
    """Return the one theme of this process."""
    return Theme()


@cache
def _style_template() -> str:
    return (paths.resources_dir() / "theme" / "style.qss").read_text(encoding="utf-8")


@cache
def _load_fonts() -> None:
    folder = paths.resources_dir() / "fonts"
    for name in _FONT_FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            _log.error("font %s cannot be loaded, text falls back to the system's", name)
