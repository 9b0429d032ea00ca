"""Where people stand on the bench, followed from edit to edit as a fresh look would see it."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.bench.places import Filter, Places, Section
from planner.app.bench.rows import Kind, rows_of
from planner.domain import Function, Person, Project, edits, outline
from planner.errors import PlannerError

PLAN = outline.parse("""
person Karin: product, marketing
person Elif: data-analyst
person Omar: research-scientist; 100%; skills graphs
scenario Today: enterprise, product, hybrid
group Board, lead Ingrid
  core Platform, lead Omar
    RS Omar 60%
    DA vacant
    MO Tomasz
  squad Fraud
    DS Tomasz 40%
    DE vacant
""")


def places(project: Project = PLAN) -> Places:
    return Places.of(project, "Today")


def names(section: Section, project: Project = PLAN) -> list[str]:
    return [entry.person.name for entry in places(project).in_section(section)]


def test_people_stand_by_what_they_have_left():
    assert names(Section.UNASSIGNED) == ["Elif", "Karin"]
    assert names(Section.PART_TIME) == ["Omar"]
    assert names(Section.LEADS) == ["Ingrid"]
    assert names(Section.ASSIGNED) == ["Tomasz"]


def test_free_capacity_leaves_out_those_who_lead_without_a_seat():
    assert places().free == pytest.approx(2.4)


def test_a_chip_shows_what_somebody_does_most():
    assert places().entries["Tomasz"].function is Function.MLOPS_ENGINEER
    assert places().entries["Karin"].function is Function.PRODUCT


STEPS = [
    partial(edits.assign, scenario="Today", seat="Platform/DA", person="Elif"),
    partial(edits.unassign, scenario="Today", seat="Platform/RS"),
    partial(edits.move_to_seat, scenario="Today", source="Platform/MO", target="Fraud/DE"),
    partial(edits.remove_team, scenario="Today", team="Board"),
    partial(edits.remove_person, person="Omar"),
    partial(edits.add_person, person=Person(id="Zoe", name="Zoe")),
    partial(edits.edit_person, person="Karin", capacity=0.5),
    partial(edits.set_share, scenario="Today", seat="Fraud/DS", share=0.2),
    partial(edits.edit_team, scenario="Today", team="Platform", lead=None),
]


@given(st.lists(st.sampled_from(STEPS), max_size=8))
def test_following_differences_is_a_fresh_look(steps):
    project, followed = PLAN, places()
    for step in steps:
        try:
            edited = step(project)
        except PlannerError:
            continue
        project = edited.project
        followed.follow(project, edited.difference)
        fresh = places(project)
        assert followed.entries == fresh.entries
        assert followed.free == fresh.free
        assert followed.counts == fresh.counts
        for section in Section:
            assert followed.in_section(section) == fresh.in_section(section)


def shown(chosen: Filter, *, folded: frozenset[Section] = frozenset()) -> list[str]:
    rows = rows_of(places(), PLAN.scenarios["Today"], chosen=chosen, folded=folded, all_assigned=False)
    return [
        row.entry.person.name if row.entry else f"{row.section}"
        for row in rows.rows
        if row.kind is not Kind.NOTE
    ]


def test_rows_stand_under_their_sections_by_name():
    assert shown(Filter()) == [
        *("Unassigned", "Elif", "Karin"),
        *("Free part-time", "Omar"),
        *("Leads", "Ingrid"),
        *("Assigned", "Tomasz"),
    ]


def test_a_folded_section_keeps_its_head():
    assert "Karin" not in shown(Filter(), folded=frozenset({Section.UNASSIGNED}))
    assert "Unassigned" in shown(Filter(), folded=frozenset({Section.UNASSIGNED}))


@pytest.mark.parametrize("text", ["graphs", "platform", "research", "OMAR"])
def test_people_are_found_by_skill_team_role_and_name(text):
    assert "Omar" in shown(Filter(text))
    assert "Karin" not in shown(Filter(text))


def test_a_role_filter_shows_those_whose_main_function_it_is():
    assert shown(Filter(functions=frozenset({Function.PRODUCT}))) == ["Unassigned", "Karin"]


def test_a_search_without_anybody_says_so():
    rows = rows_of(
        places(), PLAN.scenarios["Today"], chosen=Filter("zzz"), folded=frozenset(), all_assigned=False
    )
    assert str(rows[0].words) == "No person called 'zzz' is free."


def test_many_assigned_people_are_shown_at_the_asking():
    people = "\n".join(f"  DS Person {number:02}" for number in range(12))
    project = outline.parse(f"scenario Today\nsquad Fraud\n{people}")
    scenario = project.scenarios["Today"]
    few = rows_of(places(project), scenario, chosen=Filter(), folded=frozenset(), all_assigned=False)
    everyone = rows_of(places(project), scenario, chosen=Filter(), folded=frozenset(), all_assigned=True)
    assert sum(row.entry is not None for row in few.rows) == 5
    assert str(few[len(few) - 1].words) == "Show all 12"
    assert sum(row.entry is not None for row in everyone.rows) == 12
    assert str(few[0].words) == "Everyone has a seat."


def test_rows_know_their_places():
    rows = rows_of(places(), PLAN.scenarios["Today"], chosen=Filter(), folded=frozenset(), all_assigned=False)
    for place in range(len(rows)):
        assert rows.at(rows.top(place)) == place
    assert rows.at(rows.height) is None
    assert rows.at(-1) is None
    assert list(rows.between(0, rows.height)) == list(range(len(rows)))


@pytest.mark.parametrize("text", ["ines", "Inês", "costa INES"])
def test_accents_need_not_be_typed(text):
    plan = outline.parse("""
person Inês Costa: design
person Karin: product
scenario Today: enterprise, product, hybrid
""")
    scenario, nothing = plan.scenarios["Today"], frozenset()
    rows = rows_of(places(plan), scenario, chosen=Filter(text), folded=nothing, all_assigned=False).rows
    assert [row.entry.person.name for row in rows if row.entry] == ["Inês Costa"]
