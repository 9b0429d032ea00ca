import sys
from itertools import combinations
from pathlib import Path

import pytest

from planner.domain.functions import ROLES, Function
from planner.drawing.tokens import COLOURS, TINTS, Chip, Theme
from planner.errors import PlannerError

sys.path.insert(0, str(Path(__file__).parent))
from colour_science import contrast, distance, lab

TOKENS = Path(__file__).parents[2] / "resources" / "tokens"
THEMES = {
    name: Theme.parse((TOKENS / f"{name}.toml").read_text("utf-8"))
    for name in ("light", "dark", "print", "contrast-light", "contrast-dark")
}
GROUNDS = ("canvas", "surface", "panel", "sunken", "raised")

# What is read on what, and the contrast it has in the light and in the dark theme.
CONTRASTS = [
    ("edge", "surface", 3.8, 4.5),
    ("connector", "canvas", 1.8, 2.3),
    ("ink", "surface", 17.2, 14.2),
    ("ink-2", "surface", 7.5, 8.3),
    ("ink-3", "surface", 5.6, 5.5),
    ("ink-3", "accent-bg", 4.8, 4.8),
    ("accent", "surface", 6.2, 6.6),
    ("accent-text", "accent", 6.2, 7.9),
    ("accent-ink", "accent-bg", 6.8, 7.6),
    ("problem", "surface", 6.6, 7.1),
    ("problem", "problem-tint", 5.7, 6.5),
    ("warning", "surface", 5.4, 9.0),
    ("warning", "warning-tint", 4.9, 7.7),
    ("warning-icon", "surface", 4.2, 9.0),
    ("note", "surface", 7.5, 8.3),
    ("good", "surface", 5.9, 8.7),
    ("good", "good-tint", 5.1, 7.4),
    ("tooltip-ink", "tooltip", 16.1, 15.9),
]
# Contrast of a role's chip on a card, and of the letters on the chip: light, dark, light, dark.
CHIPS = {
    Function.DATA_ANALYST: (3.1, 9.7, 6.2, 11.6),
    Function.DATA_ENGINEER: (4.8, 7.1, 4.8, 8.5),
    Function.DATA_SCIENTIST: (7.5, 4.3, 7.5, 5.2),
    Function.RESEARCH_SCIENTIST: (7.6, 5.7, 7.6, 6.8),
    Function.MLOPS_ENGINEER: (5.4, 4.2, 5.4, 5.0),
    Function.SOFTWARE_DEVELOPER: (3.2, 10.1, 6.0, 12.1),
}
# The smallest CIEDE2000 distance between two roles for each kind of sight.
DISTANCES = {
    "light": {"normal": 24, "protan": 15, "deutan": 13, "tritan": 14},
    "dark": {"normal": 26, "protan": 15, "deutan": 15, "tritan": 13},
}


def near(figure: float) -> object:
    """A figure printed with one decimal."""
    return pytest.approx(figure, abs=0.06)


def smallest_distance(colours: list[str], sight: str) -> float:
    return min(distance(one, two) for one, two in combinations([lab(colour, sight) for colour in colours], 2))


@pytest.mark.parametrize(("front", "back", "light", "dark"), CONTRASTS)
def test_every_pair_of_colours_has_its_stated_contrast(
    front: str, back: str, light: float, dark: float
) -> None:
    for name, stated in (("light", light), ("dark", dark)):
        theme = THEMES[name]
        assert contrast(theme.colour(front), theme.colour(back)) == near(stated), name


@pytest.mark.parametrize("role", ROLES)
def test_chips_of_roles_have_their_stated_contrast(role: Function) -> None:
    light, dark, light_letter, dark_letter = CHIPS[role]
    for name, chip_contrast, letter_contrast in (("light", light, light_letter), ("dark", dark, dark_letter)):
        chip = THEMES[name].chip(role)
        assert contrast(chip.fill, THEMES[name].colour("surface")) == near(chip_contrast), name
        assert contrast(chip.letter, chip.fill) == near(letter_contrast), name


@pytest.mark.parametrize(("name", "border", "letter"), [("light", 5.9, 9.7), ("dark", 5.5, 9.5)])
def test_chips_of_partner_functions_have_their_stated_contrast(
    name: str, border: float, letter: float
) -> None:
    for function in set(Function) - set(ROLES):
        chip = THEMES[name].chip(function)
        assert contrast(chip.border, THEMES[name].colour("surface")) == near(border)
        assert contrast(chip.letter, chip.fill) == near(letter)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("back", ["surface", "panel", "canvas", "sunken", "raised", "accent-bg"])
def test_text_and_signs_are_readable_wherever_they_stand(theme: Theme, back: str) -> None:
    for text in ("ink", "ink-2", "ink-3", "accent", "problem", "warning", "good"):
        assert contrast(theme.colour(text), theme.colour(back)) >= 4.5, text
    for sign in ("edge", "warning-icon", "note"):
        assert contrast(theme.colour(sign), theme.colour(back)) >= 3, sign


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_signs_inside_severity_shapes_and_changes_on_the_badge_are_readable(theme: Theme) -> None:
    for shape in ("problem", "warning-icon", "note", "good"):
        assert contrast(theme.colour("mark"), theme.colour(shape)) >= 3, shape
    for change in ("tooltip-good", "tooltip-problem"):
        assert contrast(theme.colour(change), theme.colour("tooltip")) >= 4.5, change


@pytest.mark.parametrize("sight", ["normal", "protan", "deutan", "tritan"])
@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "contrast-dark"])
def test_roles_keep_their_stated_distance_for_every_kind_of_sight(name: str, sight: str) -> None:
    colours = [THEMES[name].chip(role).fill for role in ROLES]
    assert smallest_distance(colours, sight) == pytest.approx(
        DISTANCES[name.removeprefix("contrast-")][sight], abs=1
    )


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
@pytest.mark.parametrize("back", GROUNDS)
def test_more_contrast_draws_every_line_at_three_to_one_and_every_text_at_seven(name: str, back: str) -> None:
    theme = THEMES[name]
    for line in ("line", "line-2", "edge", "connector", "accent", "problem", "warning-icon", "good", "note"):
        assert contrast(theme.colour(line), theme.colour(back)) >= 3, line
    for text in ("ink", "ink-2", "ink-3", "accent", "problem", "warning", "good"):
        assert contrast(theme.colour(text), theme.colour(back)) >= 7, text


@pytest.mark.parametrize("name", ["contrast-light", "contrast-dark"])
def test_more_contrast_is_nowhere_less_than_in_the_theme_it_comes_from(name: str) -> None:
    theme, plain = THEMES[name], THEMES[name.removeprefix("contrast-")]
    for front, back, _, _ in CONTRASTS:
        before = contrast(plain.colour(front), plain.colour(back))
        assert contrast(theme.colour(front), theme.colour(back)) >= before - 0.05, (front, back)


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "contrast-dark"])
def test_bars_stand_out_from_their_empty_part(name: str) -> None:
    theme = THEMES[name]
    for bar in ("problem", "warning-icon", "good"):
        assert contrast(theme.colour(bar), theme.colour("track")) >= 3, bar


def test_an_outlined_theme_has_borders_in_place_of_tints() -> None:
    plain, outlined = THEMES["light"], THEMES["contrast-light"]
    for tint, border in TINTS.items():
        assert plain.outline_of(tint) is None
        assert outlined.outline_of(tint) == border
    assert outlined.outline_of("surface") is None
    assert outlined.outline_of(None) is None
    for tint in ("problem-tint", "warning-tint", "good-tint"):
        assert outlined.colour(tint) == outlined.colour("surface")


@pytest.mark.parametrize("sight", ["normal", "protan", "deutan", "tritan"])
def test_roles_stand_further_apart_than_the_palette_they_come_from(sight: str) -> None:
    okabe_ito = ["#E69F00", "#009E73", "#0072B2", "#CC79A7", "#D55E00", "#56B4E9"]
    stated = {"normal": 22, "protan": 12, "deutan": 13, "tritan": 11}
    assert smallest_distance(okabe_ito, sight) == pytest.approx(stated[sight], abs=1)


@pytest.mark.parametrize(
    ("one", "two", "stated"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ],
)
def test_the_distance_is_the_one_of_the_published_test_data(one: object, two: object, stated: float) -> None:
    assert distance(one, two) == pytest.approx(stated, abs=1e-4)  # type: ignore[arg-type]


def test_paper_has_the_light_theme_on_white() -> None:
    light, paper = THEMES["light"], THEMES["print"]
    assert paper.colour("canvas") == "#FFFFFF"
    assert paper.chips == light.chips
    assert {**paper.colours, "canvas": ""} == {**light.colours, "canvas": ""}


def test_a_theme_says_its_name_and_answers_by_use_and_function() -> None:
    theme = THEMES["light"]
    assert theme.name == "light"
    assert theme.colour("ink") == "#171B24"
    assert theme.chip("product") == Chip("#EDF0F5", "#5B6577", "#333C4B")
    assert set(theme.colours) == set(COLOURS)


LIGHT = (TOKENS / "light.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LIGHT.replace("ink-2 =", "ink-9 ="), "lacks colours.ink-2"),
        (LIGHT.replace("[chips]", 'mauve = "#FF00FF"\n[chips]'), "has colours.mauve, which nothing uses"),
        (LIGHT.replace('ink = "#171B24"', 'ink = "black"'), "colours.ink is black"),
        (LIGHT.replace('ink = "#171B24"', "ink = 7"), "colours.ink is 7"),
        (LIGHT.replace("product = ", "products = "), "lacks chips.product"),
        (LIGHT.replace('fill = "#CA8200", ', ""), "lacks chips.data-analyst.fill"),
        (LIGHT.partition("[chips]")[0], "no table chips"),
        (LIGHT + "= 3", "no TOML file"),
    ],
)
def test_a_faulty_theme_is_refused_with_the_key_at_fault(text: str, words: str) -> None:
    with pytest.raises(PlannerError, match=words):
        Theme.parse(text)
