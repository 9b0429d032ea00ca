"""The data that ships is whole, and a fault in it is named with its place."""

from pathlib import Path

import pytest

from planner import resources
from planner.domain import Aim, Stage, Structure
from planner.errors import PlannerError
from planner.guidance import Pack, load_pack
from planner.guidance.texts import plain, plain_skill


def with_change(file: str, old: str, new: str):
    def read(name: str) -> str:
        text = resources.read_text(name)
        if name == f"guidance/{file}.toml":
            assert old in text
            text = text.replace(old, new, 1)
        return text

    return read


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("rules", '"roles/coverage" = 5', "", "weights.roles/coverage must be a number from 0 to 100"),
        ("rules", '"roles/coverage" = 5', '"roles/cover" = 5', "weights.roles/cover must be left out"),
        ("rules", '"roles/coverage" = 5', '"roles/coverage" = true', "a number from 0 to 100"),
        ("rules", "version = 1", "version = 0", "version must be a whole number of at least 1"),
        ("rules", 'name = "MLOps team structure"', 'name = " "', "name must be a text"),
        ("rules", "version = 1", "version = ", "guidance/rules.toml is not TOML"),
        ("fit", "hybrid = 0.5", "hybrid = 1.5", "small-startup.product.hybrid must be a number from 0 to 1"),
        ("fit", "[enterprise.product]", "[concern.product]", "concern must be left out"),
        ("stages", "roles-per-person = 6", "roles-per-person = 0.5", "small-startup.roles-per-person"),
        (
            "roles",
            "small-startup = 0",
            "small-startup = -1",
            "research-scientist.weight.product.small-startup",
        ),
        ("skills", '"statistics", ', "7, ", "roles.data-analyst.article.1 must be a text"),
        ("structures", "benefits = [", "gains = [", "centralized.benefits must be a list"),
        ("structures", "[why.enterprise]", "[why.concern]", "why.enterprise must be a table"),
    ],
)
def test_a_fault_is_named_with_file_and_place(file: str, old: str, new: str, fault: str) -> None:
    with pytest.raises(PlannerError, match=rf"^guidance/{file}\.toml") as raised:
        load_pack(with_change(file, old, new))
    assert fault in str(raised.value)


def test_the_pack_answers_how_a_structure_fits(pack: Pack) -> None:
    assert pack.fit(Stage.LARGE_STARTUP, Aim.RESEARCH, Structure.HYBRID) == 0.7
    assert (pack.name, pack.version) == ("MLOps team structure", 1)


def test_every_synonym_names_an_entry_of_some_role(pack: Pack) -> None:
    entries = frozenset().union(*pack.role_skills.values())
    assert set(pack.synonyms.values()) <= entries
    assert not set(pack.synonyms) & entries


def test_every_list_of_skills_names_its_origin() -> None:
    text = Path(__file__).parents[2].joinpath("resources/guidance/skills.toml").read_text(encoding="utf-8")
    assert text.count("article = [") == text.count("today = [") == 6


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  Ｓｅａｒｃｈ  Engine ", "search engine"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("a-b", "a-b"),
    ],
)
def test_texts_are_compared_without_form_case_and_space(typed: str, read: str) -> None:
    assert plain(typed) == read


def test_skills_read_some_marks_as_a_space() -> None:
    assert plain_skill("CI/CD_and-more") == "ci cd and more"
    assert plain_skill(" - ") == ""
