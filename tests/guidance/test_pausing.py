"""Work that pauses comes to the same as work done at once."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import projects

from planner import resources
from planner.domain import edits, outline, together
from planner.domain.drafts import parts_of, pausing
from planner.domain.pausing import finished
from planner.guidance import load_pack, review
from planner.messages import message

PACK = load_pack(resources.read_text)


@settings(max_examples=25)
@given(st.data())
def test_a_fix_tried_with_pauses_is_the_review_after_it(data: st.DataObject) -> None:
    project = data.draw(projects())
    seen = review(project, next(iter(project.scenarios)).id, PACK)
    for finding in seen.findings[:6]:
        for fix in finished(finding.mending()):
            tried = finished(seen.trying(fix))
            at_once = seen.after(fix.edit(project))
            assert tried.edited == fix.edit(project)
            assert tried.review.score == at_once.score
            assert tried.review.findings == at_once.findings


@settings(max_examples=25)
@given(st.data())
def test_fixes_are_the_same_however_they_are_looked_for(data: st.DataObject) -> None:
    project = data.draw(projects())
    seen = review(project, next(iter(project.scenarios)).id, PACK)
    again = review(project, seen.scenario.id, PACK)
    for one, other in zip(seen.findings, again.findings, strict=True):
        assert [fix.label for fix in one.fixes] == [fix.label for fix in finished(other.mending())]


def test_a_step_of_several_edits_pauses_between_them_and_knows_how_many_it_is() -> None:
    names = [f"Plan {number}" for number in range(40)]

    def named(name: str):
        return lambda project: edits.edit_project(project, name=name)

    step = together(message("Name"), together(message("First"), named("A"), named("B")), *map(named, names))
    project = outline.parse("scenario Today\nsquad Fraud\n  DS Ravi")
    work = pausing(step, project)
    next(work)
    assert parts_of(step) == 42
    assert finished(work) == step(project)


@settings(max_examples=25)
@given(st.data())
def test_findings_are_the_same_whoever_makes_which_part_of_them(data: st.DataObject) -> None:
    project = data.draw(projects())
    seen = review(project, next(iter(project.scenarios)).id, PACK)
    one, other = seen.explaining(), seen.explaining()
    for turn in data.draw(st.lists(st.booleans(), max_size=50)):
        next(one if turn else other, None)
    assert finished(seen.explaining()) == seen.findings
    assert seen.is_explained
    assert seen.findings == review(project, seen.scenario.id, PACK).findings
