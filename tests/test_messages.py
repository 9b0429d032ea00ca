"""Messages read as their reader writes: numbers by a format, words by a translation."""

import pytest

from planner.errors import PlannerError
from planner.messages import (
    Format,
    Fte,
    Gain,
    Loss,
    Message,
    Points,
    Share,
    counted,
    listed,
    message,
    render,
)

GERMAN = Format(decimal=",", group=".")


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (1000, "1,000", "1.000"),
        (Fte(3.94), "3.9", "3,9"),
        (Share(0.4), "40%", "40%"),
        (Share(0.125), "12.5%", "12,5%"),
        (Points(12.04), "12.0", "12,0"),
        (Loss(3.4), "−3.4", "−3,4"),
        (Gain(3.5), "+3.5", "+3,5"),
        (Gain(-0.4), "−0.4", "−0,4"),
        (Gain(0.049), "no change", "no change"),
        (Gain(-0.049), "no change", "no change"),
        (-7, "−7", "−7"),
    ],
)
def test_numbers_are_written_by_their_kind_and_their_readers_format(
    value: float, english: str, german: str
) -> None:
    said = message("{value}", value=value)
    assert str(said) == english
    assert render(said, GERMAN) == german


def test_small_negative_numbers_do_not_show_as_minus_zero() -> None:
    assert Format().decimals(-0.04) == "0.0"


def test_words_follow_the_count() -> None:
    def said(count: int) -> str:
        return str(counted("{count} squad waits", "{count} squads wait", count))

    assert said(1) == "1 squad waits"
    assert said(0) == "0 squads wait"
    assert said(1200) == "1,200 squads wait"


def test_lists_name_the_first_and_count_the_rest() -> None:
    def said(*names: str) -> str:
        return str(message("{names}", names=listed(names)))

    assert said() == ""
    assert said("Ada") == "Ada"
    assert said("Ada", "Bo", "Cy") == "Ada, Bo and Cy"
    assert said("Ada", "Bo", "Cy", "Di", "Ed") == "Ada, Bo, Cy and 2 more"


def test_messages_inside_messages_are_translated_too() -> None:
    words = {"Assign as {function}": "Als {function} einsetzen", "data engineer": "Dateningenieur"}

    def translate(said: Message) -> str:
        return words[said.text]

    said = message("Assign as {function}", function=message("data engineer"))
    assert render(said, translate=translate) == "Als Dateningenieur einsetzen"


def test_braces_in_a_name_are_only_text() -> None:
    assert str(message("Remove {team}", team="{kind} & {0}")) == "Remove {kind} & {0}"


def test_an_error_of_the_users_world_reads_as_its_sentence() -> None:
    error = PlannerError("{team} is locked. Unlock it to change it.", team="ML Platform")
    assert str(error) == "ML Platform is locked. Unlock it to change it."
    assert error.message.text == "{team} is locked. Unlock it to change it."
