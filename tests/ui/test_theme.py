"""The look: one table, contrast that can be read, bundled fonts, sizes that grow together."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from orderdesk import paths
from orderdesk.ui import icons
from orderdesk.ui.actions import ACTIONS
from orderdesk.ui.messages import SEVERITY_ICONS
from orderdesk.ui.theme import theme
from orderdesk.ui.tokens import DENSITIES, MODES, Mode, tokens
from tests.ui.contrast import contrast

TEXT_ON_GROUND = [
    *(
        (text, ground)
        for text in ("text", "text_quiet", "text_faint")
        for ground in ("surface", "window", "surface_alt")
    ),
    ("text", "field"),
    ("text", "raised"),
    ("text_quiet", "raised"),
    ("select_text", "select"),
    ("text_quiet", "select"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "surface"),
    ("rail_text", "rail"),
    ("rail_on", "rail_active"),
    ("badge_text", "badge"),
    *(
        (tone, ground)
        for tone in ("info", "done", "warn", "error")
        for ground in ("surface", "surface_alt", "select")
    ),
    *((tone, f"{tone}_fill") for tone in ("info", "done", "warn", "error")),
    *(("text", f"{tone}_fill") for tone in ("info", "done", "warn", "error")),
    *(("accent", f"{tone}_fill") for tone in ("info", "done", "warn", "error")),
]


@pytest.mark.parametrize("mode", MODES)
def test_text_has_a_contrast_of_4_5(mode: Mode) -> None:
    colours = tokens(mode).colours
    low = {
        f"{text} on {ground}": round(contrast(colours[text], colours[ground]), 2)
        for text, ground in TEXT_ON_GROUND
        if contrast(colours[text], colours[ground]) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("mode", MODES)
def test_ring_and_strong_edges_have_a_contrast_of_3(mode: Mode) -> None:
    colours = tokens(mode).colours
    grounds = ("surface", "surface_alt", "window", "field", "select")
    low = {
        f"{line} on {ground}": round(contrast(colours[line], colours[ground]), 2)
        for line, ground in [
            *(("focus", one) for one in grounds),
            ("edge_strong", "surface"),
            ("badge", "rail"),
        ]
        if contrast(colours[line], colours[ground]) < 3
    }
    assert low == {}


@pytest.mark.parametrize("mode", MODES)
def test_chips_have_the_contrast_of_the_design_table(mode: Mode) -> None:
    chips = tokens(mode).chips
    assert {kind for kind, chip in chips.items() if contrast(chip.text, chip.fill) < 8.7} == set()
    assert contrast(chips["vip"].text, chips["vip"].fill) == pytest.approx(
        9.1 if mode == "light" else 10.3, abs=0.06
    )


def test_tiers_are_square_and_states_are_round_with_an_icon() -> None:
    chips = tokens("light").chips
    assert {kind for kind, chip in chips.items() if chip.shape == "square"} == {"vip", "dealer", "standard"}
    assert all(chip.icon for chip in chips.values() if chip.shape == "round")


def test_every_icon_that_is_named_is_bundled() -> None:
    names = {spec.icon for spec in ACTIONS if spec.icon} | set(SEVERITY_ICONS.values())
    names |= {chip.icon for chip in tokens("light").chips.values() if chip.icon}
    assert {
        name for name in names if not (paths.resources_dir() / "icons" / f"{name}.svg").is_file()
    } == set()


def test_an_icon_is_drawn_in_the_colour_asked_for() -> None:
    image = icons.pixmap("check", "#ff0000", 32).toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {"#ff0000"}


def test_an_icon_is_drawn_once() -> None:
    assert icons.pixmap("check").cacheKey() == icons.pixmap("check").cacheKey()


def test_text_is_inter_with_the_simplified_chinese_face_behind_it() -> None:
    font = theme().font()
    assert font.families() == ["Inter", "Noto Sans SC"]
    assert QFontInfo(font).family() == "Inter"
    assert [bytes(tag.toString().data()) for tag in font.featureTags()] == [b"tnum"]


def test_figures_are_equally_wide_in_a_styled_box(qtbot) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    box.ensurePolished()
    widths = {box.fontMetrics().horizontalAdvance(figure * 10) for figure in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize(("asked", "given"), [(50, 90), (90, 90), (150, 150), (200, 200), (400, 200)])
def test_text_size_stays_between_90_and_200(qapp: QApplication, asked: int, given: int) -> None:
    theme().apply(qapp, "light", asked)
    assert theme().scale == given
    assert qapp.font().pixelSize() == round(13 * given / 100)


def test_no_text_is_under_9_points() -> None:
    assert min(tokens("light").text.values()) * 0.75 >= 9


def test_rows_are_24_28_or_32_high(qapp: QApplication) -> None:
    heights = []
    for density in DENSITIES:
        theme().apply(qapp, "light", 100, density)
        heights.append(theme().row_height)
    assert heights == [24, 28, 32]


def test_dark_comes_from_the_same_table(qapp: QApplication) -> None:
    theme().apply(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == tokens("dark").colours["window"].lower()
    assert tokens("dark").colours.keys() == tokens("light").colours.keys()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("scale", [90, 100, 200])
def test_the_style_sheet_has_no_name_left_in_it(qapp: QApplication, mode: Mode, scale: int) -> None:
    theme().apply(qapp, mode, scale)
    assert re.findall(r"@\w+", theme().style_sheet()) == []


def test_no_radius_is_over_half_the_smallest_height() -> None:
    smallest = tokens("light").sizes["field"] * 0.9
    radii = [int(one) for one in re.findall(r"border-radius: (\d+)px", theme().style_sheet())]
    assert radii
    assert max(radii) <= smallest / 2


def test_a_switch_is_told_once(qtbot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme().changed):
        theme().apply(qapp, "dark")


def test_a_main_button_is_drawn_in_the_accent(qtbot) -> None:
    from PySide6.QtWidgets import QPushButton

    holder = QWidget()
    qtbot.addWidget(holder)
    button = QPushButton("", holder)
    button.setProperty("role", "main")
    button.resize(80, 28)
    holder.show()
    colour = button.grab().toImage().pixelColor(40, 14)
    assert colour.name() == tokens("light").colours["accent"].lower()
    assert holder.windowFlags() & Qt.WindowType.Window
