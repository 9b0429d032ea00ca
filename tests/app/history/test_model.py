"""The rows of the history."""

from functools import partial

from planner import resources
from planner.app.document import Document
from planner.app.history.model import StepModel
from planner.domain import edits, outline
from planner.guidance import load_pack


def test_of_thousands_of_steps_only_those_looked_at_are_read(qtbot):
    document = Document(outline.parse("squad Fraud Shield"), pack=load_pack(resources.read_text))
    scenario = document.scenario_id
    for number in range(2000):
        document.apply(
            partial(edits.rename_team, scenario=scenario, team="Fraud Shield", name=f"Team {number}")
        )
    model = StepModel(document)
    assert model.rowCount() == 2001
    assert model.index(2000).data() == "Rename Team to Team 1999"
    document.go_to(500)
    model.renew()
    assert (model.present, model.rowCount()) == (500, 2001)
    assert [model.state(row) for row in (499, 500, 501)] == ["done", "now", "undone"]


def test_a_plan_to_which_nothing_was_done_has_only_its_start(qtbot):
    document = Document(outline.parse("squad Fraud Shield"), pack=load_pack(resources.read_text))
    model = StepModel(document)
    assert [model.name(row) for row in range(model.rowCount())] == ["Start"]
    assert model.state(0) == "now"
