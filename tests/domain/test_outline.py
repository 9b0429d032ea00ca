import pytest
from tests.domain.invariants import violations

from planner.domain import Aim, Focus, Function, Kind, LinkKind, Scenario, Stage, Structure, outline
from planner.errors import PlannerError
from planner.exchange import plan

WHOLE = """
plan Acme
person Karin Voss: product, marketing; 50%; skills sql, python
scenario Today: enterprise, research, product-centre, 4 use cases
group ML organisation, lead Ingrid Solheim
  core ML Platform, lead Ada, purpose "Shared", focus business-metrics, budget, locked, experiments 20%
    MO Tomasz Zieliński
    DE Omar Siddiqui 60%
    DE Mia 60% of 100%
    DS vacant
    data-scientist vacant 50%
  squad Fraud Shield, product "Fraud Shield"
    SD Adam Novak

partner Marketing
# a remark
ML Platform serves Fraud Shield, Marketing
Fraud Shield collaborates Marketing
Marketing dotted ML organisation
practice prioritisation by ML Platform: ML Platform, Fraud Shield
practice on-call by Ada
practice shared-standards by nobody: Marketing
responsible monitoring: ML Platform accountable, Fraud Shield consulted
mute core/budget: shared by decision of the board
"""


@pytest.fixture
def scenario() -> Scenario:
    return outline.parse(WHOLE).scenarios["Today"]


def test_an_outline_is_a_sound_project_that_stands_in_a_plan_too():
    project = outline.parse(WHOLE)
    assert project.name == "Acme"
    assert violations(project) == []
    assert plan.read(plan.write(project)).scenarios["Today"].teams == project.scenarios["Today"].teams


def test_people_come_to_be_by_being_named_or_by_a_line_of_their_own():
    project = outline.parse(WHOLE)
    assert project.people.order == (
        *("Karin Voss", "Ingrid Solheim", "Ada", "Tomasz Zieliński", "Omar Siddiqui", "Mia", "Adam Novak"),
    )
    karin = project.people["Karin Voss"]
    assert karin.roles == (Function.PRODUCT, Function.MARKETING)
    assert karin.capacity == 0.5
    assert karin.skills == ("sql", "python")


def test_the_line_of_a_scenario_gives_its_context(scenario):
    assert (scenario.stage, scenario.aim) == (Stage.ENTERPRISE, Aim.RESEARCH)
    assert (scenario.structure, scenario.use_cases) == (Structure.PRODUCT_CENTRE, 4)


def test_teams_nest_by_indentation_and_carry_their_fields(scenario):
    assert {team.name: (team.kind, team.parent) for team in scenario.teams} == {
        "ML organisation": (Kind.GROUP, None),
        "ML Platform": (Kind.CORE, "ML organisation"),
        "Fraud Shield": (Kind.SQUAD, "ML organisation"),
        "Marketing": (Kind.PARTNER, None),
    }
    core = scenario.teams["ML Platform"]
    assert (core.lead, core.purpose, core.focus) == ("Ada", "Shared", Focus.BUSINESS_METRICS)
    assert (core.own_budget, core.experiment_share, core.locked) == (True, 0.2, True)
    assert scenario.teams["Fraud Shield"].product == "Fraud Shield"


def test_seats_are_named_after_team_and_function_and_ask_for_their_share(scenario):
    assert {seat.id: (seat.person, seat.share, seat.demand) for seat in scenario.seats} == {
        "ML Platform/MO": ("Tomasz Zieliński", 1.0, 1.0),
        "ML Platform/DE": ("Omar Siddiqui", 0.6, 0.6),
        "ML Platform/DE 2": ("Mia", 0.6, 1.0),
        "ML Platform/DS": (None, None, 1.0),
        "ML Platform/DS 2": (None, None, 0.5),
        "Fraud Shield/SD": ("Adam Novak", 1.0, 1.0),
    }


def test_links_practices_responsibilities_and_mutes_are_lines(scenario):
    assert [(link.source, link.kind, link.target) for link in scenario.links] == [
        ("ML Platform", LinkKind.SERVES, "Fraud Shield"),
        ("ML Platform", LinkKind.SERVES, "Marketing"),
        ("Fraud Shield", LinkKind.COLLABORATES, "Marketing"),
        ("Marketing", LinkKind.DOTTED, "ML organisation"),
    ]
    assert [(one.id, one.owner, one.teams) for one in scenario.practices] == [
        ("practice 1", "ML Platform", ("ML Platform", "Fraud Shield")),
        ("practice 2", "Ada", ()),
        ("practice 3", None, ("Marketing",)),
    ]
    assert [(duty.team, duty.level) for duty in scenario.responsibilities] == [
        ("ML Platform", "accountable"),
        ("Fraud Shield", "consulted"),
    ]
    assert [(mute.rule, mute.reason) for mute in scenario.muted] == [
        ("core/budget", "shared by decision of the board")
    ]


def test_an_empty_outline_is_a_plan_with_one_empty_scenario():
    project = outline.parse("")
    assert project.name == "Plan"
    assert [scenario.name for scenario in project.scenarios] == ["Scenario"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("squad A\n  cook Ada", "Line 2 of the outline is not understood:   cook Ada"),
        ("MO Ada", "The seat of Ada stands in no team."),
        ("squad A, colour red", "A has no field colour in an outline."),
    ],
)
def test_a_line_that_is_none_of_the_forms_is_named(text, said):
    with pytest.raises(PlannerError) as caught:
        outline.parse(text)
    assert str(caught.value) == said
