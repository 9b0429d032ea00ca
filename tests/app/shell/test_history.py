"""The document's history: names of steps, and one jump over many of them."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import edits_of, projects

from planner import resources
from planner.app.document import Document
from planner.domain import edits, outline
from planner.errors import PlannerError
from planner.guidance import Pack, load_pack, review

LAYOUT = """
plan Halden
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz Zieliński
  DE vacant
squad Fraud Shield
  DS vacant
"""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(resources.read_text)


@pytest.fixture
def document(pack) -> Document:
    document = Document(outline.parse(LAYOUT), pack=pack)
    for name in ("One", "Two", "Three"):
        document.apply(partial(edits.rename_team, scenario="Today", team="Fraud Shield", name=name))
    return document


def team(document: Document) -> str:
    return document.scenario.teams["Fraud Shield"].name


def test_the_history_names_steps_done_and_undone_in_the_order_in_which_they_were_made(document):
    names = [str(label) for label in document.history]
    assert names == ["Rename Team to One", "Rename Team to Two", "Rename Team to Three"]
    assert document.history.present == 3
    document.undo()
    assert [str(label) for label in document.history] == names
    assert document.history.present == 2
    assert [str(label) for label in document.history[1:]] == names[1:]


@pytest.mark.parametrize(("step", "name"), [(0, "Fraud Shield"), (1, "One"), (2, "Two"), (3, "Three")])
def test_going_to_a_step_is_one_change_there_and_one_back(document, qtbot, step, name):
    changes = []
    document.changed.connect(changes.append)
    document.go_to(step)
    assert team(document) == name
    assert len(changes) == (step != 3)
    document.go_to(3)
    assert team(document) == "Three"


def test_a_step_beyond_the_ends_is_the_nearest_end(document):
    document.go_to(-5)
    assert document.history.present == 0
    document.go_to(99)
    assert document.history.present == 3


def test_going_back_to_what_is_saved_is_not_an_edit(document, tmp_path):
    document.go_to(1)
    document.mark_saved(tmp_path / "plan.teamplan")
    document.go_to(3)
    assert document.is_edited
    document.go_to(1)
    assert not document.is_edited


@settings(max_examples=25)
@given(st.data())
def test_a_jump_over_steps_ends_where_single_steps_end_and_is_reviewed_as_if_anew(pack, data):
    document = Document(data.draw(projects()), pack=pack)
    seen = [document.project]
    _ = document.review
    for _step in range(data.draw(st.integers(1, 6))):
        try:
            if document.apply(data.draw(edits_of(document.project))):
                seen.append(document.project)
        except PlannerError:
            continue
    for step in data.draw(st.lists(st.integers(0, len(seen) - 1), min_size=1, max_size=4)):
        document.go_to(step)
        assert document.project == seen[step]
        fresh = review(document.project, document.scenario_id, pack)
        assert document.review.score == fresh.score
        assert document.review.findings == fresh.findings
