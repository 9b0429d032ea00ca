import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.typography import STYLES, Fonts, Style, Weight
from planner.typography.scale import BODY, CARD_NAME, CARD_ROLE, CHIP, LABEL

TEXTS = st.text(st.sampled_from("aWil -–\u00a0\t\n1.李é\u0301…"), max_size=40)
WIDTHS = st.floats(0, 200)
KEPT_APART = " \t\n"


def ink(text: str) -> str:
    return "".join(char for char in text if char not in KEPT_APART)


@given(TEXTS, TEXTS, st.sampled_from(STYLES))
def test_the_width_of_a_string_is_the_sum_of_its_parts(
    fonts: Fonts, one: str, two: str, style: Style
) -> None:
    assert fonts.width(one + two, style) == pytest.approx(fonts.width(one, style) + fonts.width(two, style))


@given(TEXTS, WIDTHS, st.sampled_from(STYLES))
def test_breaking_loses_no_character(fonts: Fonts, text: str, width: float, style: Style) -> None:
    assert ink("".join(fonts.lines(text, style, width))) == ink(text)


@given(TEXTS, WIDTHS, st.sampled_from(STYLES))
def test_no_line_is_too_wide_unless_it_is_one_letter(
    fonts: Fonts, text: str, width: float, style: Style
) -> None:
    for line in fonts.lines(text, style, width):
        letters = [char for char in line if fonts.width(char, style) > 0]
        assert fonts.width(line, style) <= width + 0.001 or len(letters) == 1


@given(TEXTS, WIDTHS)
def test_no_line_ends_with_a_blank(fonts: Fonts, text: str, width: float) -> None:
    assert not any(line.endswith((" ", "\t")) for line in fonts.lines(text, BODY, width))


@given(TEXTS, st.sampled_from(STYLES))
def test_text_without_line_ends_fits_on_one_line_of_its_own_width(
    fonts: Fonts, text: str, style: Style
) -> None:
    text = text.replace("\n", " ")
    assert fonts.lines(text, style, fonts.width(text, style)) == [text.rstrip(" \t")]


@given(TEXTS, st.floats(20, 200))
def test_elided_text_fits_and_begins_as_the_whole(fonts: Fonts, text: str, width: float) -> None:
    cut = fonts.elided(text, BODY, width)
    assert fonts.width(cut, BODY) <= width + 0.001
    assert cut == text or text.startswith(cut.removesuffix("…"))


@given(TEXTS)
def test_positions_are_the_widths_of_what_stands_before(fonts: Fonts, text: str) -> None:
    before = [fonts.width(text[:index], BODY) for index in range(len(text))]
    assert fonts.positions(text, BODY) == pytest.approx(before)


def test_lines_break_at_spaces(fonts: Fonts) -> None:
    assert fonts.lines("Central core: data and training", CARD_ROLE, 75) == [
        "Central core:",
        "data and",
        "training",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("full-stack", ["full-", "stack"]),
        ("3-person squad", ["3-person", "squad"]),
        ("lost -3.4", ["lost", "-3.4"]),
        ("uses GPT-4", ["uses", "GPT-4"]),
        ("weak 0–49", ["weak", "0–49"]),
    ],
)
def test_lines_break_after_a_hyphen_only_where_a_word_goes_on(
    fonts: Fonts, text: str, lines: list[str]
) -> None:
    width = max(fonts.width(line, BODY) for line in lines) + 2
    assert fonts.lines(text, BODY, width) == lines


def test_a_word_longer_than_the_line_is_broken_between_letters(fonts: Fonts) -> None:
    lines = fonts.lines("Datenverarbeitungsgesellschaft", CARD_NAME, 80)
    assert len(lines) == 3
    assert "".join(lines) == "Datenverarbeitungsgesellschaft"


def test_an_accent_stays_with_its_letter(fonts: Fonts) -> None:
    lines = fonts.lines("e\u0301" * 6, BODY, 16)
    assert all(len(line) % 2 == 0 for line in lines)


def test_words_joined_by_a_no_break_space_stay_together(fonts: Fonts) -> None:
    assert fonts.lines("plan 3.9\u00a0FTE", BODY, 60) == ["plan", "3.9\u00a0FTE"]


def test_line_ends_in_the_text_are_kept(fonts: Fonts) -> None:
    assert fonts.lines("one\n\ntwo\r\nthree", BODY, 200) == ["one", "", "two", "three"]


def test_empty_text_is_one_empty_line(fonts: Fonts) -> None:
    assert fonts.lines("", BODY, 100) == [""]


def test_a_name_is_elided_at_a_letter(fonts: Fonts) -> None:
    assert fonts.elided("Tomasz Zieliński", CARD_NAME, 60) == "Tomasz…"
    assert fonts.elided("Tomasz Zieliński", CARD_NAME, 200) == "Tomasz Zieliński"


def test_the_baseline_centres_the_letters_in_the_line(fonts: Fonts) -> None:
    """Inter at 12.5 px in an 18 px line: 12.11 above, 3.01 below the baseline, 1.44 to spare each side."""
    assert fonts.baseline(CARD_NAME) == pytest.approx(13.55, abs=0.01)


def test_capitals_stand_in_the_middle_of_a_chip(fonts: Fonts) -> None:
    baseline = fonts.cap_baseline(CHIP, 24)
    capital = fonts.faces[Weight.BOLD].cap_height * 9 / 1000
    assert baseline - capital == pytest.approx(24 - baseline)


def test_names_and_roles_in_the_scale_are_unique(fonts: Fonts) -> None:
    assert len({style.name for style in STYLES}) == len(STYLES)


def test_nothing_but_chip_letters_and_overview_names_is_under_11_pixels() -> None:
    small = {style.name for style in STYLES if style.size < 11}
    assert small == {"chip", "small chip", "overview"}


def test_a_style_grows_with_the_text_size() -> None:
    assert LABEL.scaled(2) == Style("label", 24, 34, Weight.SEMIBOLD)
