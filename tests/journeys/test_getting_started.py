"""The first-run card: five ticks, never over a seat, gone for good when closed."""

from PySide6.QtCore import Qt

from planner.app.start.first_steps import Step
from planner.app.start.getting_started import CARD_CLOSED
from planner.domain import Function
from planner.domain import edits as edit

LAYOUT = """
plan Quillo
person Ben Carter: software-developer
scenario First team: small-startup, product, decentralized, 1 use cases
squad Receipt Matching
  DS Lena Fischer 40%
  SD vacant
"""


def shown(planner, layout: str = LAYOUT, **size):
    planner.opens(layout, **size)
    planner.window.actions_table["help.getting-started"].trigger()
    return planner.window.owners.first_run.card


def ticks(planner) -> list[bool]:
    rows = [child for child in planner.window.owners.first_run.card.children() if hasattr(child, "step")]
    named = {row.step: row.accessibleName() for row in rows}
    return [named[step].startswith("Done") for step in Step]


def test_it_shows_by_itself_until_it_is_closed_and_comes_back_from_the_help(planner):
    planner.program.settings.set(CARD_CLOSED, value=False)
    planner.opens(LAYOUT)
    card = planner.window.owners.first_run.card
    assert card.isVisible()
    planner.clicks(card.closing.mapTo(planner.window, card.closing.rect().center()))
    assert not card.isVisible()
    assert planner.bench.canvas.hasFocus()
    planner.opens_another(LAYOUT)
    assert planner.window.owners.first_run.card is None
    planner.window.actions_table["help.getting-started"].trigger()
    assert planner.window.owners.first_run.card.isVisible()


def test_what_is_done_is_ticked(planner):
    card = shown(planner)
    assert ticks(planner) == [True, True, False, False, False]
    assert card.accessibleName() == "Getting started, 2 of 5 done"
    planner.drag("Ben Carter").over("Receipt Matching/SD").drop()
    assert ticks(planner)[3]


def test_a_second_role_is_ticked_and_stays_ticked_when_it_is_taken_back(planner):
    shown(planner)
    document = planner.document
    document.apply(
        lambda project: edit.add_seat(
            project,
            document.scenario_id,
            seat="second",
            team="Receipt Matching",
            function=Function.DATA_ENGINEER,
            person="Lena Fischer",
            share=0.2,
        )
    )
    assert ticks(planner)[2]
    planner.undoes()
    assert ticks(planner)[2]


def test_filling_a_seat_is_not_told_as_a_fix_in_the_same_breath(planner):
    shown(planner)
    findings = {finding.key for finding in planner.document.review.findings}
    planner.drag("Ben Carter").over("Receipt Matching/SD").drop()
    assert findings - {finding.key for finding in planner.document.review.findings}
    assert ticks(planner)[3:] == [True, False]


def test_the_fix_of_a_finding_is_ticked(planner):
    shown(planner)
    planner.presses(Qt.Key.Key_F8)
    planner.presses(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert planner.document.undo_label is not None
    assert ticks(planner)[4]


def test_undoing_fixes_nothing(planner):
    shown(planner)
    document = planner.document
    document.apply(lambda project: edit.unassign(project, document.scenario_id, seat="Receipt Matching/DS"))
    before = ticks(planner)
    planner.undoes()
    assert ticks(planner) == before


def test_it_stands_over_no_team_and_hides_where_there_is_no_room(planner):
    seats = "".join(f"  DS Person {number}\n" for number in range(40))
    card = shown(planner, f"{LAYOUT}{seats}")
    canvas = planner.bench.canvas
    for zoom in (canvas.zoom_to_fit, canvas.zoom_to_full_size, canvas.zoom_in, canvas.zoom_in):
        zoom()
        for team in planner.document.scenario.teams:
            place = canvas.to_screen(canvas.scene.rect_of(("team", team.id)))
            on_screen = card.rect().translated(card.mapToGlobal(card.rect().topLeft()))
            assert card.isHidden() or not place.intersects(on_screen)


def test_who_asks_for_it_where_the_chart_has_all_the_room_is_told_how_to_see_it(planner):
    squads = "\n".join(f"squad Squad {at}\n" + "  DS vacant\n" * 12 for at in range(12))
    card = shown(planner, f"{LAYOUT}{squads}", size=(1100, 640))
    assert card.isHidden()
    assert planner.status == "Getting started is shown where the chart leaves room: zoom out or scroll."


def test_the_chart_is_presented_without_it(planner):
    card = shown(planner)
    assert card.isVisible()
    planner.window.actions_table["view.presentation"].trigger()
    assert card.isHidden()
    planner.window.actions_table["view.presentation"].trigger()
