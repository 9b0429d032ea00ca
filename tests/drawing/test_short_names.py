"""A name that has no room becomes a shorter form of itself, not a stump."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.drawing.short_names import fitted, shorter_person, shorter_team
from planner.typography.scale import CARD_NAME, LABEL


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Priya Natarajan", ["Priya N.", "P. Natarajan", "P. N."]),
        ("Anna Maria van der Berg", ["Anna B.", "A. Berg", "A. B."]),
        ("J. Moss", ["J. M.", "J. Moss", "J. M."]),
        ("Smith, John", ["Smith, J.", "S. John", "S. J."]),
        ("Cher", []),
        ("", []),
    ],
)
def test_a_persons_first_name_stays_longest(name, forms):
    assert list(shorter_person(name)) == forms


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Fraud Shield", ["Fraud S.", "FS"]),
        ("Customer Lifetime Value", ["Customer Lifetime V.", "Customer L. V.", "CLV"]),
        ("Squad 12", ["Squad 12", "S12"]),
        ("ML Platform (new)", ["ML Platform N.", "ML P. N.", "MPN"]),
        ("Platform", []),
    ],
)
def test_a_teams_words_become_initials_from_the_end_and_its_number_stays(name, forms):
    assert list(shorter_team(name)) == forms


def test_only_a_single_word_is_cut(fonts):
    room = fonts.width("Konstan", CARD_NAME)
    assert fitted("Konstantin", (CARD_NAME,), room, fonts, shorter_person)[0].endswith("…")
    assert fitted("Konstantin Li", (CARD_NAME,), room, fonts, shorter_person)[0] == "K. Li"


def test_a_smaller_style_comes_before_a_shorter_form(fonts):
    small = LABEL.scaled(0.8)
    room = fonts.width("Fraud Shield", small) + 0.5
    assert fitted("Fraud Shield", (LABEL, small), room, fonts, shorter_team) == ("Fraud Shield", small)


@given(st.text(max_size=40), st.floats(0, 300))
def test_whatever_the_name_its_form_fits_or_is_cut(fonts, name, room):
    shown, style = fitted(name, (CARD_NAME,), room, fonts, shorter_person)
    assert fonts.width(shown, style) <= room + 1e-6 or shown.endswith("…")
