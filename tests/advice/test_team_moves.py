"""Where teams can go, how they are linked, and what several people do together."""

from itertools import count

import pytest

from planner import resources
from planner.advice.choices import Section, choices
from planner.advice.moves import (
    ByLink,
    Carried,
    CarriedTeam,
    DrawnLink,
    InGap,
    Load,
    OnBench,
    OnCanvas,
    OnTeam,
    Outcome,
    Several,
    Target,
    fitting,
    outcome,
)
from planner.domain import LinkKind, Person, Project, Scenario, edits, outline
from planner.guidance import Pack, load_pack, review

LAYOUT = """
person Mateo: data-engineer
person Karin: product
scenario Today: enterprise, product, hybrid
group Centre
  squad Inner
    DS Sana
core Platform
  DE Omar
squad Fraud
  DE Ravi
  PR vacant
squad Radar
  DS Kwame
squad Closed, locked
  SD Liam
Platform serves Fraud
"""
NESTED = "group Centre\n  squad Inner"


@pytest.fixture
def project() -> Project:
    made = outline.parse(LAYOUT.replace(NESTED, "group Centre\nsquad Inner"))
    found = drop(made, CarriedTeam("Inner"), OnTeam("Centre"))
    assert found.edit is not None
    return found.edit(made).project


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(resources.read_text)


def drop(project: Project, load: Load, target: Target) -> Outcome:
    numbers = count(1)
    return outcome(project, "Today", load, target, new_id=lambda: f"new {next(numbers)}")


def after(project: Project, load: Load, target: Target) -> Scenario:
    found = drop(project, load, target)
    assert found.edit is not None, str(found.refusal)
    return found.edit(project).project.scenarios["Today"]


def order(scenario: Scenario) -> list[str]:
    return [team.id for team in scenario.teams]


def test_a_team_goes_under_another_and_out_again(project: Project) -> None:
    assert project.scenarios["Today"].teams["Inner"].parent == "Centre"
    out = drop(project, CarriedTeam("Inner"), OnCanvas())
    assert str(out.words) == "Move out of Centre"
    assert after(project, CarriedTeam("Inner"), OnCanvas()).teams["Inner"].parent is None


def test_a_team_goes_between_two_others(project: Project) -> None:
    scenario = after(project, CarriedTeam("Radar"), InGap(None, "Platform", "Centre"))
    assert order(scenario).index("Radar") == order(scenario).index("Platform") - 1
    scenario = after(project, CarriedTeam("Platform"), InGap(None, None, "Radar"))
    assert order(scenario).index("Platform") == order(scenario).index("Radar") + 1


def test_a_gap_among_others_children_nests_as_well(project: Project) -> None:
    found = drop(project, CarriedTeam("Radar"), InGap("Centre", None, "Inner"))
    assert str(found.words) == "Move under Centre, behind Inner"
    assert (
        after(project, CarriedTeam("Radar"), InGap("Centre", None, "Inner")).teams["Radar"].parent == "Centre"
    )


def test_a_squad_that_its_core_serves_is_said_to_stay_below_it(project: Project) -> None:
    found = drop(project, CarriedTeam("Fraud"), OnTeam("Centre"))
    assert str(found.remark) == "stands below Platform, which serves it"
    assert str(drop(project, CarriedTeam("Fraud"), OnCanvas()).refusal) == str(found.remark)


@pytest.mark.parametrize(
    ("load", "target", "reason"),
    [
        (CarriedTeam("Centre"), OnTeam("Inner"), "A team cannot stand under itself"),
        (CarriedTeam("Centre"), OnTeam("Centre"), "A team cannot stand under itself"),
        (CarriedTeam("Centre"), InGap("Centre", "Inner", None), "A team cannot stand under itself"),
        (CarriedTeam("Closed"), OnTeam("Centre"), "Team is locked"),
        (CarriedTeam("Inner"), OnTeam("Centre"), "Already under Centre"),
        (CarriedTeam("Radar"), OnCanvas(), "Stands under no team already"),
        (CarriedTeam("Radar"), InGap(None, None, "Radar"), "Already there"),
        (CarriedTeam("Radar"), OnBench(), "A team stands on the chart"),
        (DrawnLink("Radar"), OnTeam("Radar"), "A team is not linked with itself"),
        (DrawnLink("Radar"), OnCanvas(), "Draw the line to a team"),
        (Several((Carried("Mateo"), Carried("Karin"))), OnTeam("Closed"), "Team is locked"),
        (Several((Carried("Mateo"), Carried("Karin"))), OnBench(), "Already on the bench"),
    ],
)
def test_the_impossible_and_the_pointless_are_refused(
    project: Project, load: Load, target: Target, reason: str
) -> None:
    found = drop(project, load, target)
    assert found.edit is None
    assert str(found.refusal) == reason


def test_who_cannot_go_stays_and_the_badge_says_so(project: Project) -> None:
    several = Several((Carried("Mateo"), Carried("Ravi", "Fraud/DE"), Carried("Liam", "Closed/SD")))
    found = drop(project, several, OnTeam("Fraud"))
    assert (str(found.words), str(found.remark)) == ("Assign 1 person", "2 stay")


def test_seats_that_fit_anybody_of_several_are_offered(project: Project) -> None:
    assert fitting(project, "Today", Several((Carried("Mateo"), Carried("Karin")))) == {"Fraud/PR"}
    assert fitting(project, "Today", CarriedTeam("Radar")) == frozenset()


def test_a_line_offers_the_likeliest_kind_that_is_not_there(project: Project) -> None:
    assert str(drop(project, DrawnLink("Platform"), OnTeam("Radar")).words) == "Serves Radar"
    assert str(drop(project, DrawnLink("Platform"), OnTeam("Fraud")).words) == "Collaborates with Fraud"
    assert str(drop(project, DrawnLink("Radar"), OnTeam("Fraud")).words) == "Collaborates with Fraud"


def test_a_link_that_is_there_is_removed_from_either_end(project: Project) -> None:
    for load, target in (
        (DrawnLink("Platform"), ByLink("Fraud", LinkKind.SERVES)),
        (DrawnLink("Fraud"), ByLink("Platform", LinkKind.SERVES, source="Platform")),
    ):
        assert str(drop(project, load, target).words) == "Remove the link"
        assert len(after(project, load, target).links) == 0


def test_the_list_of_links_names_what_there_is_first(project: Project, pack: Pack) -> None:
    found = choices(review(project, "Today", pack), DrawnLink("Fraud"), new_id=lambda: "new")
    assert found[0].section is Section.LINKED
    kinds = {(each.section, getattr(each.target, "team", "")) for each in found}
    assert (Section.COLLABORATES, "Radar") in kinds
    assert (Section.DOTTED, "Centre") in kinds


def test_the_list_for_a_team_leaves_out_what_is_refused(project: Project, pack: Pack) -> None:
    found = choices(review(project, "Today", pack), CarriedTeam("Centre"), new_id=lambda: "new")
    assert {getattr(each.target, "team", "") for each in found} == {"Platform", "Fraud", "Radar", "Closed"}
    assert all(each.gain is not None for each in found)


def test_the_list_for_very_many_offers_teams_untried(project: Project, pack: Pack) -> None:
    many = tuple(Person(id=f"p{number}", name=f"P {number}") for number in range(200))
    crowd = edits.add_people(project, people=many).project
    load = Several(tuple(Carried(person.id) for person in many))
    numbers = count()
    found = choices(review(crowd, "Today", pack), load, new_id=lambda: f"new {next(numbers)}")
    untried = [each for each in found if each.gain is None]
    assert {getattr(each.target, "team", "") for each in untried} == {
        "Centre",
        "Inner",
        "Platform",
        "Fraud",
        "Radar",
    }
    assert all(str(each.outcome.words) == "Assign 200 people" for each in untried)
    edit = untried[0].outcome.edit
    assert edit is not None
    assert edit(crowd).difference


def test_the_list_for_several_names_teams_a_new_one_and_the_bench(project: Project, pack: Pack) -> None:
    load = Several((Carried("Omar", "Platform/DE"), Carried("Karin")))
    found = choices(review(project, "Today", pack), load, new_id=iter(map(str, range(10_000))).__next__)
    assert [each.section for each in found][-1:] == [Section.BENCH]
    assert OnCanvas() in [each.target for each in found]
