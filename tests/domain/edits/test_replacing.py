"""Replacing a whole project: one step there and back, for a review and for the database at work alike."""

from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import edits_of, projects

from planner import resources
from planner.domain import Project
from planner.domain.edits import replace_project
from planner.errors import PlannerError
from planner.guidance import load_pack, review
from planner.messages import message

LABEL = message("Revert")
PACK = load_pack(resources.read_text)


def walked(data: st.DataObject, project: Project) -> Project:
    for _ in range(data.draw(st.integers(0, 5))):
        try:
            project = data.draw(edits_of(project))(project).project
        except PlannerError:
            continue
    return project


@settings(max_examples=60)
@given(projects(), projects())
def test_any_project_becomes_any_other_and_undo_leads_back(before, wanted):
    edited = replace_project(before, wanted=wanted, label=LABEL)
    assert edited.project == wanted
    assert edited.difference.applied(before) == wanted
    assert edited.difference.inverse().applied(wanted) == before


@settings(max_examples=30)
@given(st.data(), projects())
def test_what_was_edited_goes_back_with_changes_of_its_own_alone(data, saved):
    edited = replace_project(walked(data, saved), wanted=saved, label=LABEL)
    assert edited.project == saved
    assert not replace_project(saved, wanted=saved, label=LABEL).difference


@settings(max_examples=30)
@given(st.data(), projects())
def test_a_review_follows_it(data, saved):
    now = walked(data, saved)
    scenario = next(iter(saved.scenarios)).id
    if scenario in now.scenarios:
        edit = partial(replace_project, wanted=saved, label=LABEL)
        followed, fresh = review(now, scenario, PACK).after(edit(now)), review(saved, scenario, PACK)
        assert followed.score == fresh.score
        assert followed.findings == fresh.findings
