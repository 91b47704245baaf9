"""The bundled fonts are what the paper and the desktop count on."""

import pytest
from fontTools.ttLib import TTFont

from orderdesk import paths

FILES = {
    "Inter-Regular": ("Inter", "Regular", 400),
    "Inter-SemiBold": ("Inter", "SemiBold", 600),
    "NotoSansSC-Regular": ("Noto Sans SC", "Regular", 400),
    "NotoSansSC-Bold": ("Noto Sans SC", "Bold", 700),
}


def opened(name: str) -> TTFont:
    return TTFont(paths.resources_dir() / "fonts" / f"{name}.ttf", lazy=True)


@pytest.mark.parametrize("name", FILES)
def test_a_font_has_truetype_outlines_and_its_weight(name):
    family, style, weight = FILES[name]
    with opened(name) as font:
        names = font["name"]
        assert "glyf" in font
        assert (names.getDebugName(16) or names.getDebugName(1)) == family
        assert (names.getDebugName(17) or names.getDebugName(2)) == style
        assert font["OS/2"].usWeightClass == weight
        assert font["OS/2"].fsType == 0  # may be embedded


@pytest.mark.parametrize("name", ["Inter-Regular", "Inter-SemiBold"])
def test_the_ordinary_figures_of_inter_are_tabular(name):
    with opened(name) as font:
        widths = {font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}
        hyphen = font["hmtx"][font.getBestCmap()[ord("-")]][0]
    assert len(widths) == 1
    assert hyphen < widths.pop()


@pytest.mark.parametrize("name", ["NotoSansSC-Regular", "NotoSansSC-Bold"])
def test_the_chinese_font_has_every_character_of_gbk(name):
    with opened(name) as font:
        signs = font.getBestCmap()
    hanzi = [chr(code) for code in range(0x4E00, 0x9FA6)]
    assert all(sign.encode("gbk") for sign in hanzi)
    assert [sign for sign in [*hanzi, *"¥￥×²㎡，。「」□"] if ord(sign) not in signs] == []


@pytest.mark.parametrize("name", FILES)
def test_a_font_is_small_enough_to_bundle(name):
    assert (paths.resources_dir() / "fonts" / f"{name}.ttf").stat().st_size < 7_500_000
