"""Cuts the five bundled fonts from the static Inter fonts, so that anybody can make them again.

    python packaging/build_fonts.py Inter-Regular.woff2 Inter-Italic.woff2 ... --out resources/fonts

Needs fontTools, and brotli where the sources are WOFF2. What is changed, and why:

* 1,000 units per em: PDF states widths in thousandths, so that screen and paper use the very same integers.
* Digits are the tabular ones, so that scores and counts stand in columns without any feature switched on.
* No GSUB, GPOS or GDEF: without kerning and contextual forms a string is exactly as wide as its letters.
* Only the scripts that Inter draws well, and the signs of a plan and its keys.
* Its own family name: a cut that behaves differently must not be mistaken for an installed Inter.
"""

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

FAMILY = "Planner Inter"
UNITS_PER_EM = 1000
BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1 supplement, Latin extended A and B
    (0x02B0, 0x02FF),  # modifier letters
    (0x0300, 0x036F),  # combining accents
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin extended additional (Vietnamese)
    (0x1F00, 0x1FFF),  # Greek extended
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x218F),  # letter-like signs, number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2300, 0x23FF),  # signs on keys
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2713, 0x2717),  # tick and cross
    (0xFB00, 0xFB06),  # Latin ligatures that stand in old files
    (0xFFFD, 0xFFFD),  # replacement character
)
STYLES = {  # cut: (weight class, its name within a family of four)
    "Regular": (400, "Regular"),
    "Italic": (400, "Italic"),
    "Medium": (500, "Regular"),
    "SemiBold": (600, "Regular"),
    "Bold": (700, "Bold"),
}


def build(source: Path, folder: Path) -> Path:
    """Cut one static font, `…-<cut>.<ending>`, into `folder`; returns the path of the cut."""
    cut = source.stem.rpartition("-")[2]
    if cut not in STYLES:
        raise SystemExit(f"{source.name} ends in none of the cuts {', '.join(STYLES)}.")
    font = TTFont(source, recalcTimestamp=False)
    if "glyf" not in font:
        raise SystemExit(f"{source.name} has no TrueType outlines, which paper needs.")
    make_digits_tabular(font)
    keep_letters(font)
    scale_upem(font, UNITS_PER_EM)
    rename(font, cut)
    font.flavor = None
    target = folder / f"PlannerInter-{cut}.ttf"
    font.save(target, reorderTables=True)
    return target


def make_digits_tabular(font: TTFont) -> None:
    """Let the digits' code points show the glyphs of the feature for tabular figures."""
    tabular: dict[str, str] = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    tabular.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for digit in range(ord("0"), ord("9") + 1):
                table.cmap[digit] = tabular.get(table.cmap[digit], table.cmap[digit])
    widths = {font["hmtx"][font.getBestCmap()[digit]][0] for digit in range(ord("0"), ord("9") + 1)}
    if len(widths) != 1:
        raise SystemExit(f"The digits have {len(widths)} widths.")


def keep_letters(font: TTFont) -> None:
    """Drop the code points outside the blocks above, and everything that moves or swaps glyphs."""
    options = subset.Options()
    options.layout_features = []
    options.drop_tables = [*options.drop_tables, "GSUB", "GPOS", "GDEF", "kern", "STAT"]
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in BLOCKS for code in range(first, last + 1)])
    cutter.subset(font)


def rename(font: TTFont, cut: str) -> None:
    """Name the cut as its own family; copyright, trademark and licence stay as they were."""
    weight, legacy = STYLES[cut]
    names = font["name"]
    version = names.getDebugName(5).split(";")[0]
    names.names = [record for record in names.names if record.nameID in (0, 7, 8, 9, 11, 12, 13, 14)]
    legacy_family = FAMILY if legacy == cut else f"{FAMILY} {cut}"
    texts = {
        1: legacy_family,
        2: legacy,
        3: f"{version};PlannerInter-{cut}",
        4: f"{FAMILY} {cut}",
        5: f"{version}; cut for the MLOps Team Planner",
        6: f"PlannerInter-{cut}",
    }
    if legacy_family != FAMILY:
        texts |= {16: FAMILY, 17: cut}
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


def main() -> None:
    """Read the sources from the command line, cut them all and print what came out."""
    arguments = argparse.ArgumentParser(description="Cut the bundled fonts from static Inter fonts.")
    arguments.add_argument("sources", nargs="+", type=Path, help="Inter-<cut>.woff2, .woff or .ttf")
    arguments.add_argument("--out", type=Path, default=Path("resources/fonts"))
    given = arguments.parse_args()
    for source in given.sources:
        target = build(source, given.out)
        print(target, target.stat().st_size)


if __name__ == "__main__":
    main()
