"""What a few letters name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.controls.folding import folded
from planner.app.palette.matching import Wanted, Words, best

names = st.text("abc dł", min_size=1, max_size=12).filter(str.strip)


def found(typed: str, *among: str, favoured: frozenset[str] = frozenset()) -> list[str]:
    return best(typed, [Words.of(name, name) for name in among], most=9, favoured=favoured)


def test_case_and_accents_do_not_matter():
    assert folded("Tomasz Zieliński") == "tomasz zielinski"
    assert folded("Łukasz Søren Weiß") == "lukasz soren weiss"
    assert found("zielin", "Tomasz Zieliński") == ["Tomasz Zieliński"]


def test_the_start_of_a_name_comes_before_the_start_of_a_word_and_that_before_the_inside():
    assert found("port", "Support", "Export port", "Portal") == ["Portal", "Export port", "Support"]


def test_the_whole_name_comes_first_and_then_the_shorter_one():
    assert found("undo", "Undo rename", "Undone", "Undo") == ["Undo", "Undone", "Undo rename"]


def test_initials_and_scattered_letters_find_a_name():
    assert found("ep", "Export PDF", "Keep") == ["Export PDF", "Keep"]
    assert found("mtsv", "Mateo Silva", "Marta") == ["Mateo Silva"]


def test_every_word_has_to_be_found_in_any_order():
    assert found("silva mat", "Mateo Silva", "Mateo Costa") == ["Mateo Silva"]
    assert found("mateo x", "Mateo Silva") == []


def test_letters_far_apart_name_nothing():
    assert found("ax", "a long way to go until the letter x") == []


def test_other_words_count_less_than_the_name():
    by_role = Words.of("Karin", "Karin Voss", aside="data engineer")
    by_name = Words.of("Data desk", "Data desk")
    assert best("data", [by_role, by_name], most=2) == ["Data desk", "Karin"]


def test_what_is_favoured_comes_a_little_earlier():
    assert found("s", "Save", "Show", favoured=frozenset({"Show"})) == ["Show", "Save"]


def test_what_is_named_equally_well_keeps_its_order():
    assert found("", "B", "A") == ["B", "A"]


@given(names)
def test_every_name_is_found_by_itself_and_nothing_scores_more(name):
    own = Wanted(name).score(Words.of(name, name))
    assert own is not None
    assert own >= 50 or len(name.split()) > 1


@given(names, st.data())
def test_the_start_of_a_name_finds_it(name, data):
    start = name[: data.draw(st.integers(1, len(name)))]
    assert Wanted(start).score(Words.of(name, name)) is not None


@pytest.mark.parametrize("typed", ["[", ".*", "\\", "(", "a("])
def test_signs_are_only_signs(typed):
    assert found(typed, "Plan") == []
    assert found(typed, f"Plan {typed}") == [f"Plan {typed}"]
