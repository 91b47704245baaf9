"""Makes the four bundled fonts from the foundries' files; run it again only to take a new version.

    python make_fonts.py INTER_REGULAR INTER_SEMIBOLD NOTO_SC_REGULAR NOTO_SC_BOLD

Each argument is a static TrueType file (outlines in ``glyf``; ReportLab refuses PostScript outlines). The
results are written beside this script, the same bytes for the same sources. README.md tells where those come
from and what is changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

# Signs that are not in GBK but stand in names, specifications and units: yen, dashes, superscripts, boxes.
# Text pasted from a web page brings unusual blanks.
EXTRA = (
    "\u00a0\u00a5\u00a9\u00ae\u00b2\u00b3\u00b5\u00b9\u00bc\u00bd\u00be\u00d8\u00df\u00f8"
    "\u2002\u2003\u2009\u200b\u2010\u2011\u2012\u2013\u2022\u20ac\u2122\u2126\u2300"
    "\u25a1\u2610\u2611\u2612\u2713\u2714\u2717\uffe5"
    "\u338e\u338f\u339c\u339d\u339e\u33a0\u33a1\u33a5\u33c4"
)


def gbk_characters() -> set[int]:
    """Return every character of GBK: the printed Chinese of trade, with rare characters of people's names."""
    characters = set(range(0x20, 0x7F))
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            text = bytes((lead, trail)).decode("gbk", errors="ignore")
            characters.update(ord(sign) for sign in text if not "\ue000" <= sign <= "\uf8ff")
    return characters


def subset_chinese(source: Path, target: Path) -> None:
    """Write ``source`` cut down to GBK and the extra signs, without hints and alternative shapes."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(
        hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True, glyph_names=False
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=gbk_characters() | {ord(character) for character in EXTRA})
    subsetter.subset(font)
    font.save(target)


def freeze_tabular_figures(source: Path, target: Path) -> None:
    """Write ``source`` with the figures of its ``tnum`` feature as its ordinary ones.

    A column of figures has to stand in line on paper and on the screen, and neither ReportLab nor an item
    view asks for a font feature.
    """
    font = TTFont(source, recalcTimestamp=False)
    tabular: dict[str, str] = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    tabular.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    for encoding in font["cmap"].tables:
        if encoding.isUnicode():
            # Figures only: the feature would widen the hyphens of codes as well. Tables may share one map.
            for figure in map(ord, "0123456789"):
                proportional = encoding.cmap[figure]
                encoding.cmap[figure] = tabular.get(proportional, proportional)
    font.save(target)


def main(arguments: list[str]) -> int:
    """Make all four; return 2 when called wrongly."""
    if len(arguments) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    inter_regular, inter_semibold, noto_regular, noto_bold = map(Path, arguments)
    freeze_tabular_figures(inter_regular, HERE / "Inter-Regular.ttf")
    freeze_tabular_figures(inter_semibold, HERE / "Inter-SemiBold.ttf")
    subset_chinese(noto_regular, HERE / "NotoSansSC-Regular.ttf")
    subset_chinese(noto_bold, HERE / "NotoSansSC-Bold.ttf")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
