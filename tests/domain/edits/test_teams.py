import pytest

from planner.domain import (
    Kind,
    Link,
    LinkKind,
    Practice,
    PracticeKind,
    Project,
    Scenario,
    Team,
    edits,
    outline,
)
from planner.errors import PlannerError

PLAN = """
group Company, lead Ingrid
  core Platform, lead Ada
    MO Mia
    squad Fraud
      DE Omar
    squad Churn, locked
      DE Kim
  squad Loose
Platform serves Fraud
Fraud collaborates Churn
practice prioritisation by Platform: Platform, Fraud
practice on-call by Ada: Platform
responsible monitoring: Platform accountable, Fraud consulted
"""


@pytest.fixture
def project() -> Project:
    return outline.parse(PLAN)


def layout(project: Project) -> Scenario:
    return project.scenarios["Scenario"]


def refused(call, *args, **fields) -> str:
    with pytest.raises(PlannerError) as caught:
        call(*args, **fields)
    return str(caught.value)


def test_a_removed_team_leaves_its_children_to_its_parent_and_its_people_to_the_bench(project):
    after = edits.remove_team(project, "Scenario", team="Platform").project
    assert layout(after).teams["Fraud"].parent == "Company"
    assert layout(after).teams["Churn"].parent == "Company"
    assert [seat.person for seat in layout(after).seats] == ["Omar", "Kim"]
    assert "Mia" in after.people


def test_links_and_responsibilities_of_a_removed_team_go_and_an_emptied_practice_stays(project):
    after = edits.remove_team(project, "Scenario", team="Platform").project
    assert [link.kind for link in layout(after).links] == [LinkKind.COLLABORATES]
    assert [duty.team for duty in layout(after).responsibilities] == ["Fraud"]
    assert [(one.owner, one.teams) for one in layout(after).practices] == [(None, ("Fraud",)), ("Ada", ())]


def test_removing_and_undoing_brings_back_every_place_in_every_order(project):
    edited = edits.remove_team(project, "Scenario", team="Platform")
    assert edited.difference.inverse().applied(edited.project) == project


def test_a_new_team_stands_where_it_is_put(project):
    new = Team(id="n", name="New", parent="Company")
    after = edits.add_team(project, "Scenario", team=new, at=0).project
    assert layout(after).teams.order == ("n", "Company", "Platform", "Fraud", "Churn", "Loose")
    assert layout(edits.add_team(project, "Scenario", team=new).project).teams.order[-1] == "n"


def test_a_moved_team_stands_in_front_of_a_sibling(project):
    after = edits.move_team(project, "Scenario", team="Loose", parent="Company", before="Platform").project
    assert layout(after).teams.order == ("Company", "Loose", "Platform", "Fraud", "Churn")


def test_a_moved_team_stands_last_among_its_siblings_when_no_place_is_named(project):
    after = edits.move_team(project, "Scenario", team="Fraud", parent="Company").project
    assert layout(after).teams.order == ("Company", "Platform", "Churn", "Loose", "Fraud")
    assert layout(after).teams["Fraud"].parent == "Company"
    again = edits.move_team(project, "Scenario", team="Platform", parent="Company").project
    assert layout(again).teams.order == ("Company", "Fraud", "Churn", "Loose", "Platform")


def test_a_team_may_leave_every_other(project):
    after = edits.move_team(project, "Scenario", team="Fraud", parent=None).project
    assert layout(after).teams["Fraud"].parent is None


def test_a_lock_covers_the_team_but_not_its_children_links_and_practices(project):
    locked = edits.lock_team(project, "Scenario", team="Platform", locked=True).project
    edits.rename_team(locked, "Scenario", team="Fraud", name="Fraud Shield")
    link = Link(source="Platform", target="Loose", kind=LinkKind.SERVES)
    edits.add_link(locked, "Scenario", link=link)
    practice = Practice(id="p", kind=PracticeKind.ON_CALL, teams=("Platform",))
    edits.add_practice(locked, "Scenario", practice=practice)
    child = Team(id="n", name="Inside", parent="Platform")
    edits.add_team(locked, "Scenario", team=child)
    unlocked = edits.lock_team(locked, "Scenario", team="Platform", locked=False).project
    assert unlocked == project


LOCKED = "Churn is locked. Unlock it to change it."


@pytest.mark.parametrize(
    ("call", "fields", "said"),
    [
        (edits.rename_team, {"team": "Churn", "name": "x"}, LOCKED),
        (edits.edit_team, {"team": "Churn", "kind": Kind.CORE}, LOCKED),
        (edits.move_team, {"team": "Churn", "parent": None}, LOCKED),
        (edits.remove_team, {"team": "Churn"}, LOCKED),
        (edits.rename_team, {"team": "Fraud", "name": " "}, "A squad needs a name."),
        (edits.rename_team, {"team": "Nowhere", "name": "x"}, "This layout has no team Nowhere."),
        (
            edits.move_team,
            {"team": "Company", "parent": "Fraud"},
            "Company cannot stand under Fraud, which is inside it.",
        ),
        (
            edits.move_team,
            {"team": "Fraud", "parent": "Fraud"},
            "Fraud cannot stand under Fraud, which is inside it.",
        ),
        (
            edits.move_team,
            {"team": "Fraud", "parent": None, "before": "Nowhere"},
            "This layout has no team Nowhere.",
        ),
        (edits.edit_team, {"team": "Fraud", "lead": "Nobody"}, "This plan has no person Nobody."),
        (
            edits.edit_team,
            {"team": "Fraud", "experiment_share": 1.5},
            "The share kept for experiments is from 0% to 100%.",
        ),
        (edits.add_team, {"team": Team(id="Fraud", name="x")}, "This layout already has a team Fraud."),
        (edits.add_team, {"team": Team(id="n", name="x", parent="z")}, "This layout has no team z."),
        (edits.add_team, {"team": Team(id="n", name="x", lead="z")}, "This plan has no person z."),
        (
            edits.add_team,
            {"team": Team(id="n", name="x", experiment_share=2)},
            "The share kept for experiments is from 0% to 100%.",
        ),
        (edits.add_team, {"team": Team(id="n", name="", kind=Kind.CORE)}, "A core needs a name."),
        (
            edits.add_link,
            {"link": Link(source="Churn", target="Fraud", kind=LinkKind.COLLABORATES)},
            "Churn and Fraud are linked this way already.",
        ),
        (
            edits.remove_link,
            {"link": Link(source="Fraud", target="Platform", kind=LinkKind.SERVES)},
            "These teams are not linked this way.",
        ),
        (
            edits.edit_practice,
            {"practice": "practice 1", "owner": None, "teams": ("Fraud", "Fraud")},
            "A team takes part in a practice once.",
        ),
        (
            edits.edit_practice,
            {"practice": "practice 1", "owner": "z", "teams": ()},
            "The owner of a practice is a team or a person of this plan.",
        ),
        (edits.remove_practice, {"practice": "z"}, "This layout has no practice z."),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(project, call, fields, said):
    assert refused(call, project, "Scenario", **fields) == said


def test_ids_parents_and_locks_are_not_fields_to_edit(project):
    with pytest.raises(ValueError, match="edits of their own"):
        edits.edit_team(project, "Scenario", team="Fraud", parent=None)


def test_a_duplicate_stands_behind_its_team_with_vacant_seats_and_no_ties(project):
    edited = edits.duplicate_team(
        project, "Scenario", team="Platform", copy="twin", name="Platform 2", seats=("new",)
    )
    teams = layout(edited.project).teams
    assert [team.id for team in teams] == ["Company", "Platform", "twin", "Fraud", "Churn", "Loose"]
    assert (teams["twin"].kind, teams["twin"].parent, teams["twin"].lead) == (Kind.CORE, "Company", None)
    seat = layout(edited.project).seats["new"]
    assert (seat.team, seat.function, seat.person, seat.share) == ("twin", "mlops-engineer", None, None)
    assert layout(edited.project).links == layout(project).links
    assert str(edited.difference.label) == "Duplicate Platform"
    assert edited.difference.inverse().applied(edited.project) == project


def test_a_duplicate_of_a_locked_team_is_open(project):
    edited = edits.duplicate_team(
        project, "Scenario", team="Churn", copy="twin", name="Churn 2", seats=("new",)
    )
    assert not layout(edited.project).teams["twin"].locked


def test_a_duplicate_needs_an_id_for_every_seat_and_fresh_ones(project):
    with pytest.raises(ValueError, match="zip"):
        edits.duplicate_team(project, "Scenario", team="Churn", copy="twin", name="Churn 2", seats=())
    with pytest.raises(PlannerError, match="already has a seat"):
        edits.duplicate_team(
            project, "Scenario", team="Churn", copy="twin", name="Churn 2", seats=("Churn/DE",)
        )
