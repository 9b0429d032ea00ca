from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from planner.errors import PlannerError
from planner.typography import Fonts, Weight
from planner.typography.truetype import Face, read_face

RESOURCES = Path(__file__).parents[2] / "resources"


def drawn(face: Face) -> dict[str, int]:
    """The advances of all characters of the two planes with letters and signs that a face has glyphs for."""
    return {char: face.advances[char] for char in map(chr, range(0x20000)) if face.has(char)}


@pytest.mark.parametrize("weight", Weight)
def test_every_advance_is_the_one_that_the_font_file_states(fonts: Fonts, weight: Weight) -> None:
    with TTFont(RESOURCES / weight.file) as font:
        stated = {chr(code): font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}
    assert drawn(fonts.faces[weight]) == stated


@pytest.mark.parametrize("weight", Weight)
def test_line_heights_are_those_of_the_font_file(fonts: Fonts, weight: Weight) -> None:
    face = fonts.faces[weight]
    with TTFont(RESOURCES / weight.file) as font:
        assert face.units == font["head"].unitsPerEm == 1000
        assert (face.ascent, -face.descent) == (font["hhea"].ascent, font["hhea"].descent)
        assert (face.cap_height, face.x_height) == (font["OS/2"].sCapHeight, font["OS/2"].sxHeight)


def test_both_kinds_of_character_map_are_read(fonts: Fonts, tmp_path: Path) -> None:
    """Every font carries format 4; ours is also written as format 12 here and read to the same widths."""
    with TTFont(RESOURCES / Weight.REGULAR.file) as font:
        (table,) = [table for table in font["cmap"].tables if table.platformID == 3]
        wide = type(table).newSubtable(12)
        wide.platformID, wide.platEncID, wide.language, wide.cmap = 3, 10, 0, table.cmap
        font["cmap"].tables = [wide]
        font.save(tmp_path / "wide.ttf")
    face = read_face((tmp_path / "wide.ttf").read_bytes(), "wide.ttf")
    assert drawn(face) == drawn(fonts.faces[Weight.REGULAR])


def test_all_cuts_draw_the_same_characters(fonts: Fonts) -> None:
    first, *others = (drawn(face).keys() for face in fonts.faces.values())
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    "text",
    [
        "Zażółć gęślą jaźń",
        "Đặng Thị Hương",
        "Ľubica Şahin",
        "Ольга Їжакевич",
        "Ελένη",
        "−3.4 → 84.7 · “a” … ⌘ ✓ × ≥ €",
    ],
)
def test_names_in_latin_cyrillic_and_greek_and_our_signs_are_drawn(fonts: Fonts, text: str) -> None:
    assert fonts.missing(text) == ""


def test_characters_that_no_cut_draws_are_named_once_each(fonts: Fonts) -> None:
    assert fonts.missing("李明 and 李娜 🙂\n") == "李明娜🙂"


def test_a_character_without_a_glyph_has_the_width_of_its_box(fonts: Fonts) -> None:
    advances = fonts.faces[Weight.REGULAR].advances
    assert advances["李"] == 1000
    assert advances["\u0591"] == 0
    assert advances["ש"] == 656
    assert not fonts.faces[Weight.REGULAR].has("李")


@pytest.mark.parametrize("weight", Weight)
def test_digits_stand_in_columns(fonts: Fonts, weight: Weight) -> None:
    assert len({fonts.faces[weight].width(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("weight", Weight)
def test_the_cuts_have_nothing_that_moves_or_swaps_letters(weight: Weight) -> None:
    with TTFont(RESOURCES / weight.file) as font:
        assert not {"GPOS", "GSUB", "kern", "fvar", "CFF "} & set(font.keys())
        assert "glyf" in font
        assert font["name"].getDebugName(16 if weight.number in {500, 600} else 1) == "Planner Inter"
        assert "SIL Open Font License" in font["name"].getDebugName(13)


def test_the_italic_is_drawn_as_one() -> None:
    with TTFont(RESOURCES / Weight.ITALIC.file) as font:
        assert font["post"].italicAngle < 0
        assert font["OS/2"].fsSelection & 1


@pytest.mark.parametrize("damage", [b"", b"no font", slice(0, 5000)])
def test_a_damaged_font_is_named(damage: bytes | slice) -> None:
    whole = (RESOURCES / Weight.REGULAR.file).read_bytes()
    data = whole[damage] if isinstance(damage, slice) else damage
    with pytest.raises(PlannerError, match=r"The font fonts/Some\.ttf cannot be read"):
        read_face(data, "fonts/Some.ttf")
