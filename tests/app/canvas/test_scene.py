"""The scene of a large plan: marks of findings follow a moment after a change, the chart at once."""

import pytest
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.canvas.scene import Scene
from planner.app.document import Document
from planner.app.document.explainer import SEATS_AT_ONCE
from planner.app.theme import Look
from planner.domain import edits, outline
from planner.domain.pausing import finished
from planner.drawing.levels import Level
from planner.drawing.worst import Worst
from planner.guidance import load_pack
from planner.placement import Rect, place
from planner.placement.measuring import Measure

PEOPLE = "\n".join(f"  DS Person {number}" for number in range(SEATS_AT_ONCE))
EVERYWHERE = Rect(-1e6, -1e6, 2e6, 2e6)


def document_of(people: str) -> Document:
    layout = (
        "scenario Today: enterprise, product, hybrid, 4 use cases\n"
        "core Platform\n  MO Tomasz\n  DE vacant\n"
        "squad Fraud\n  PR Nina\n  MO vacant\n"
        f"squad Receipts\n{people}\n  SD vacant\n"
        "Platform serves Fraud\n"
    )
    return Document(outline.parse(layout), pack=load_pack(resources.read_text))


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    return Look.load(resources.read_text, resources.read_bytes)


def marks(scene: Scene) -> tuple[dict[str, str], dict[str, str]]:
    return dict(scene.chart.worst.teams), dict(scene.chart.worst.seats)


def fresh(document: Document, scene: Scene) -> tuple[dict[str, str], dict[str, str]]:
    worst = Worst(scene.placement, document.review)
    return dict(worst.teams), dict(worst.seats)


def remove(document: Document, team: str) -> None:
    document.apply(lambda now: edits.remove_team(now, scenario=document.scenario_id, team=team))


def test_marks_stay_until_all_findings_are_at_hand_and_are_those_of_the_layout_then(look: Look) -> None:
    document = document_of(PEOPLE)
    scene = Scene(document, look.fonts)
    document.changed.connect(scene.follow)
    before = marks(scene)
    assert not scene.is_behind
    remove(document, "Fraud")
    assert scene.is_behind
    assert "Fraud" not in scene.placement.teams
    assert marks(scene) == before
    finished(document.review.explaining())
    scene.catch_up()
    assert not scene.is_behind
    assert marks(scene) == fresh(document, scene)


def test_in_a_small_plan_they_follow_at_once(look: Look) -> None:
    document = document_of("  DS Sana")
    scene = Scene(document, look.fonts)
    document.changed.connect(scene.follow)
    remove(document, "Fraud")
    assert not scene.is_behind
    assert marks(scene) == fresh(document, scene)


def test_what_is_found_at_a_place_after_changes_is_what_a_scene_made_afresh_finds(look: Look) -> None:
    document = document_of("  DS Sana")
    scene = Scene(document, look.fonts)
    document.changed.connect(scene.follow)
    for looked_at in (True, False, False, True):
        if looked_at:
            assert set(scene.keys_in(EVERYWHERE)) == set(Scene(document, look.fonts).keys_in(EVERYWHERE))
        seat = f"new {len(document.scenario.seats)}"
        function = next(iter(document.scenario.seats)).function
        document.apply(
            lambda now, seat=seat, function=function: edits.add_seat(
                now, document.scenario_id, seat=seat, team="Fraud", function=function
            )
        )
    remove(document, "Platform")
    again = Scene(document, look.fonts)
    assert set(scene.keys_in(EVERYWHERE)) == set(again.keys_in(EVERYWHERE))
    for x in range(0, int(scene.size[0]), 40):
        for y in range(0, int(scene.size[1]), 40):
            assert scene.at(x, y) == again.at(x, y)
    placed = place(document.project, document.scenario_id, Measure(look.fonts))
    assert scene.placement.routes == placed.routes


def test_the_overview_finds_the_lines_and_tiles_that_meet_an_area_back_to_front(
    look: Look,
) -> None:
    groups = "".join(
        f"  group Domain {group}\n"
        + "".join(f"    squad Squad {group}.{squad}\n      DS vacant\n" for squad in range(5))
        for group in range(9)
    )
    layout = f"scenario Today: enterprise, product, hybrid, 4 use cases\ngroup Head\n{groups}"
    scene = Scene(Document(outline.parse(layout), pack=load_pack(resources.read_text)), look.fonts)
    scene.show_overview(shown=True, room=840.0, text=1.0)
    width, height = scene.size
    whole = list(scene.keys_in(EVERYWHERE))
    assert whole == list(scene.packed.chart.keys)
    assert "link" in {kind for kind, _ in whole}
    for area in (Rect(0, 0, width / 2, height / 3), Rect(width / 3, height / 2, 700, 500)):
        met = [key for key in whole if scene.group(key, Level.BLOCKS, 0.2).bounds.meets(area.grown(0.01))]
        assert list(scene.keys_in(area)) == met


def test_teams_are_painted_in_reading_order_before_their_cards(look: Look) -> None:
    scene = Scene(document_of("  DS Sana"), look.fonts)
    keys = [key for key in scene.keys_in(EVERYWHERE) if key[0] != "link"]
    teams = [name for kind, name in keys if kind == "team"]
    assert teams == list(scene.placement.order)
    assert keys[: len(teams)] == [("team", name) for name in teams]
