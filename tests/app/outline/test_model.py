"""The model behind the outline: the same rows whether they were made anew or followed edit by edit."""

from functools import partial

from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.strategies import journeys

from planner import resources
from planner.app.document import Document
from planner.app.outline.model import OutlineModel
from planner.app.outline.tree import Tree
from planner.domain import edits
from planner.guidance import load_pack

PACK = load_pack(resources.read_text)


def shown(model: OutlineModel, parent: QModelIndex | None = None) -> list[object]:
    """All rows of a model by their keys, with those below them."""
    above = parent if parent is not None else QModelIndex()
    rows = [model.index(row, 0, above) for row in range(model.rowCount(above))]
    return [(model.key_of(index), shown(model, index)) for index in rows]


def meant(tree: Tree, key: tuple[str, str] | None = None) -> list[object]:
    return [(each, meant(tree, each)) for each in tree.below(key)]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(journey=journeys(most=8))
def test_following_edits_and_undoing_them_shows_what_looking_anew_shows(qapp, journey):
    start, done = journey
    document = Document(start, pack=PACK)
    model = OutlineModel(document)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    shown(model)
    for edited in done:
        document.apply(lambda _project, edited=edited: edited)
        assert shown(model) == meant(Tree(document.project, document.scenario_id))
    for _ in done:
        document.undo()
        assert shown(model) == meant(Tree(document.project, document.scenario_id))
    del tester


def test_rows_that_no_view_has_asked_for_are_followed_as_well(opened):
    model = OutlineModel(opened.document)
    opened.document.apply(
        partial(edits.remove_seat, scenario="Today", seat="ML Platform/DS 2"),
    )
    assert shown(model) == meant(model.tree)


def test_teams_stand_as_on_the_chart_with_their_seats_and_the_bench_last(opened):
    assert opened.rows() == [
        "ML organisation",
        "  ML Platform",
        "    Tomasz Zieliński",
        "    Ravi",
        "    Ravi",
        "    Vacant",
        "    Fraud Shield",
        "      Adam Novak",
        "      Karin Voss",
        "Old Desk",
        "  Emma Falk",
        "Bench",
        "  Ada",
        "  Mateo Silva",
    ]


def test_each_row_is_a_sentence_for_screen_readers(opened):
    model = opened.model

    def said(*key: str) -> str:
        return str(model.index_of((key[0], key[1])).data(Qt.ItemDataRole.AccessibleTextRole))

    assert said("team", "ML Platform").startswith(
        "ML Platform, core, 3 of 4 seats filled, serves Fraud Shield"
    )
    assert "led by Ada" in said("team", "ML organisation")
    assert "collaborates with Old Desk" in said("team", "Fraud Shield")
    assert said("team", "Old Desk").startswith("Old Desk, squad, 1 of 1 seats filled, locked")
    assert said("seat", "ML Platform/MO").startswith(
        "Tomasz Zieliński, MLOps engineer, 100%, ML Platform, seat 1 of 4"
    )
    assert said("seat", "ML Platform/DS 2").startswith("Vacant, data scientist, ML Platform, seat 4 of 4")
    assert said("holder", "ML Platform/DE").startswith("Ravi")
    assert "planned at 120%, of 100%, 2 seats" in said("holder", "ML Platform/DE")
    assert said("bench", "") == "Bench, 2 people"
    assert said("person", "Mateo Silva") == "Mateo Silva, Data engineer, 100% free"


def test_the_columns_say_role_or_kind_share_and_findings(opened):
    model = opened.model

    def cells(*key: str) -> list[str]:
        row = model.index_of((key[0], key[1]))
        return [str(row.siblingAtColumn(column).data()) for column in range(3)]

    assert cells("team", "ML Platform") == ["ML Platform", "Core", "3/4"]
    assert cells("seat", "ML Platform/MO") == ["Tomasz Zieliński", "MLOps engineer", ""]
    assert cells("seat", "Fraud Shield/PR") == ["Karin Voss", "Product", "40%"]
    assert cells("seat", "ML Platform/DE") == ["Ravi", "Data engineer", "60%"]
    marks = model.index_of(("team", "ML Platform"), 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "problem" in marks or "warning" in marks or "note" in marks


def test_names_are_read_on_the_bench_as_they_change(opened):
    opened.document.apply(partial(edits.edit_person, person="Mateo Silva", name="Zoé Silva"))
    below = [name for kind, name in opened.model.tree.below(("bench", ""))]
    assert [opened.document.project.people[name].name for name in below] == ["Ada", "Zoé Silva"]
