"""The second pack's data is whole, and a fault in it is named with its place."""

import pytest

from planner import resources
from planner.errors import PlannerError
from planner.guidance import Pack
from planner.guidance.basics.data import load_basics

FILE = "guidance/basics.toml"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"org/layers" = 3', "", "weights.org/layers must be a number from 0 to 100"),
        ('"org/layers" = 3', '"org/levels" = 3', "weights.org/levels must be left out"),
        ("most = 8", "most = 2", "span-of-control.most must be a whole number of at least 3"),
        ("people = 60", "people = 12", "layers.steps.2.people must be a whole number of at least 13"),
        ('author = "Elliott Jaques"', 'author = ""', "sources.org/layers.1.author must be a text"),
        ("version = 1", "version = ", "guidance/basics.toml is not TOML"),
    ],
)
def test_a_fault_is_named_with_file_and_place(old: str, new: str, fault: str) -> None:
    text = resources.read_text(FILE)
    assert old in text
    with pytest.raises(PlannerError, match=r"^guidance/basics\.toml") as raised:
        load_basics(text.replace(old, new, 1), FILE)
    assert fault in str(raised.value)


def test_so_many_levels_suit_so_many_people(pack: Pack) -> None:
    suited = [pack.basics.levels_for(people) for people in (1, 12, 13, 60, 61, 1500, 1501, 10_000)]
    assert suited == [3, 3, 4, 4, 5, 6, 7, 7]
