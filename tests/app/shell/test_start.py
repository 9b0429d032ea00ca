"""The start screen: three answers, a recommendation that follows them, and a plan on disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from planner import resources, store
from planner.app.application import documents_folder
from planner.app.controls.miniature import LARGE, ROW, SMALL, Layout, marks
from planner.app.start.cards import StructureCard
from planner.app.start.choices import ChoiceCard
from planner.app.start.form import FormAnswers
from planner.app.start.recommending import Proposal
from planner.app.start.sidebar import SAMPLES, SidebarRow
from planner.domain import Aim, Kind, Person, Scenario, Stage, Structure
from planner.drawing.marks import Box
from planner.exchange import plan
from planner.guidance import load_pack
from planner.typography.scale import SMALL as SMALL_TEXT


@pytest.fixture
def start(start_window, qapp):
    for _ in range(3):
        qapp.processEvents()
    return start_window.start


@pytest.fixture
def settle(program, qapp):
    def done() -> None:
        program.work.wait()
        for _ in range(3):
            qapp.processEvents()

    return done


def shown(start):
    return start._proposals.shown


@pytest.mark.parametrize(
    ("stage", "aim", "structure"),
    [
        (Stage.SMALL_STARTUP, Aim.PRODUCT, Structure.DECENTRALIZED),
        (Stage.SMALL_STARTUP, Aim.RESEARCH, Structure.CENTRALIZED),
        (Stage.LARGE_STARTUP, Aim.PRODUCT, Structure.DECENTRALIZED),
        (Stage.LARGE_STARTUP, Aim.RESEARCH, Structure.CENTRALIZED),
        (Stage.ENTERPRISE, Aim.PRODUCT, Structure.HYBRID),
        (Stage.ENTERPRISE, Aim.RESEARCH, Structure.HYBRID),
    ],
)
def test_the_recommendation_follows_company_and_aim(start, stage, aim, structure):
    start.form.choose(stage=stage, aim=aim)
    assert shown(start).structure is structure
    assert shown(start).is_best


def test_an_enterprise_is_asked_who_chooses_the_next_project(start, qtbot):
    company, functions, _unsure = start.form._choosers.cards
    assert company.isVisibleTo(start)
    qtbot.mouseClick(company, Qt.MouseButton.LeftButton)
    assert shown(start).structure is Structure.PRODUCT_CENTRE
    qtbot.mouseClick(functions, Qt.MouseButton.LeftButton)
    assert shown(start).structure is Structure.HYBRID
    start.form.choose(stage=Stage.LARGE_STARTUP)
    assert not company.isVisibleTo(start)


def test_what_would_be_created_follows_the_numbers(start):
    start.form.count(people=28, features=4)
    starting = shown(start).starting
    assert (
        shown(start).creates == f"Creates 5 teams with {starting.vacant_seats} vacant seats for 4 features."
    )
    start.form.count(features=30)
    assert "Hires to consider" in shown(start).hires


def test_another_structure_can_be_chosen_and_says_how_it_fits(start, qtbot):
    card = next(
        card
        for card, proposal in zip(start._proposals.others, start._proposals._shown[1:], strict=True)
        if proposal.structure is Structure.CENTRALIZED
    )
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert shown(start).structure is Structure.CENTRALIZED
    assert shown(start).fit_sentence == "Partial fit for an enterprise that builds AI into products."
    start.form.choose(stage=Stage.SMALL_STARTUP)
    assert shown(start).structure is Structure.DECENTRALIZED


def test_a_created_plan_is_shown_and_saved_where_the_foot_said(start, start_window, settle, program):
    start.form.plan_name.setText("Acme: ML / AI")
    assert start.place == program.documents / "Acme ML AI.teamplan"
    start.create_plan()
    settle()
    document = start_window.document
    assert document.path == program.documents / "Acme ML AI.teamplan"
    assert not document.is_edited
    assert store.read(document.path) == document.project
    assert document.project.name == "Acme: ML / AI"
    assert document.scenario.structure is Structure.HYBRID


def test_a_name_that_is_taken_gets_a_number(start, program):
    (program.documents / "Acme.teamplan").write_text("")
    start.form.plan_name.setText("Acme")
    assert start.place.name == "Acme 2.teamplan"


def test_start_empty_keeps_the_context(start, start_window, settle, qtbot):
    start.form.choose(stage=Stage.LARGE_STARTUP, aim=Aim.RESEARCH)
    start.start_empty()
    settle()
    scenario = start_window.document.scenario
    assert (scenario.stage, scenario.aim, scenario.structure) == (
        Stage.LARGE_STARTUP,
        Aim.RESEARCH,
        Structure.CENTRALIZED,
    )
    assert len(scenario.seats) == 0


def test_a_place_that_cannot_be_written_still_shows_the_plan(start, start_window, settle, program):
    program.documents.rmdir()
    start.create_plan()
    settle()
    assert start_window.document is not None
    assert start_window.document.is_edited
    assert start_window.notices.text


def test_plans_go_home_where_there_is_no_folder_for_documents(tmp_path):
    assert documents_folder(tmp_path) == tmp_path
    assert documents_folder(tmp_path / "Documents") == Path.home()


def test_sample_plans_open_as_copies_without_a_file(start, start_window):
    start.open_sample(SAMPLES[2])
    assert start_window.document.project.name == "Halden Mutual"
    assert start_window.document.path is None


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_samples_are_what_their_lines_say(sample):
    project = plan.read(resources.read_bytes(sample.file))
    squads = max(sum(team.kind is Kind.SQUAD for team in each.teams) for each in project.scenarios)
    words = sample.words
    if "people" in words:
        assert f"{len(project.people)} people" in words
    if "squads" in words:
        assert f"{squads} squads" in words
    if "full-stack" in words:
        (scenario,) = project.scenarios
        held = {}
        for seat in scenario.seats:
            if seat.person is not None:
                held.setdefault(seat.person, set()).add(seat.function)
        assert sum(len(functions) > 3 for functions in held.values()) == 1


def test_recent_plans_are_offered_with_their_scores(window, tmp_path, settle, program):
    window.files.save_at(tmp_path / "halden.teamplan")
    settle()
    other = program.new_window()
    names = [child.accessibleName() for child in other.start.findChildren(SidebarRow)]
    assert any(name.startswith("Halden Mutual, Today, today") for name in names)


def test_no_text_of_a_choice_is_cut(start, start_window, qapp, program):
    start_window.resize(960, 720)
    qapp.processEvents()
    metrics = QFontMetricsF(program.look.font(SMALL_TEXT))
    for card in start.findChildren(ChoiceCard):
        if card.isVisibleTo(start):
            room = card.width() - (42 if card._choice.icon else 13) - 6
            assert metrics.horizontalAdvance(card._choice.words) <= room, card._choice.words


def test_a_choice_takes_as_many_lines_as_its_sentence_needs(start, start_window, qapp, program):
    start_window.resize(1000, 720)
    for percent in (100, 200):
        program.look.resize_text(percent)
        qapp.processEvents()
        metrics = QFontMetrics(program.look.font(SMALL_TEXT))
        for card in start.findChildren(ChoiceCard):
            if card._choice.words and card.isVisibleTo(start):
                room = QRect(0, 0, card.width() - (42 if card._choice.icon else 13) - 6, 10_000)
                needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, card._choice.words).height()
                assert card.height() >= 12 + program.look.grown(18) + needed, card._choice.words


def test_nothing_stands_beyond_the_right_edge(start, start_window, qapp):
    for width in (960, 1179, 1280, 1440):
        start_window.resize(width, 720)
        qapp.processEvents()
        for child in start.findChildren(QLabel):
            if child.isVisible() and child.text():
                assert child.mapTo(start, child.rect().topRight()).x() <= start.width(), child.text()


def test_arrows_lead_from_choice_to_choice(start, qtbot):
    small, large, enterprise = start.form._stages.cards
    enterprise.setFocus()
    qtbot.keyClick(enterprise, Qt.Key.Key_Up)
    assert large.isChecked()
    assert start.form.answers.stage is Stage.LARGE_STARTUP
    assert small.accessibleName().startswith("Small start-up. ")


@pytest.mark.parametrize("structure", list(Structure))
@pytest.mark.parametrize("scale", [LARGE, ROW, SMALL], ids=["large", "row", "small"])
@pytest.mark.parametrize(("people", "features"), [(0, 1), (3, 1), (28, 4), (400, 60)])
def test_miniatures_stay_inside_their_frame(structure, scale, people, features):
    answers = FormAnswers("Acme", Stage.ENTERPRISE, Aim.PRODUCT, None, people, features)
    layout = Layout.of(Proposal(load_pack(resources.read_text), answers, structure).drawn)
    for mark in marks(layout, scale, 300):
        if isinstance(mark, Box):
            assert mark.rect.x >= 0
            assert mark.rect.right <= 300.01
            assert mark.rect.y >= -0.01
            assert mark.rect.bottom <= scale.height + 0.01


def test_a_miniature_of_nothing_is_nothing():
    layout = Layout.of(Scenario(id="s", name="S"))
    assert layout.features == ()
    assert marks(layout, LARGE, 300)


def test_tab_leads_through_the_questions_to_the_buttons_that_begin(start, start_window, qapp):
    start_window.activateWindow()
    small, _large, enterprise = start.form.findChildren(ChoiceCard)[:3]
    small.click()
    enterprise.click()
    enterprise.setFocus()
    passed = []
    while not passed or passed[-1] != "Create plan":
        QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
        stop = qapp.focusWidget()
        assert stop.accessibleName() or stop.text(), f"{type(stop).__name__} has no name"
        passed.append(stop.accessibleName() or stop.text())
    assert passed[:6] == [
        "Not sure",
        "Product. AI is built into products.",
        "ML people today",
        "Product features",
        "Plan name",
        "People: drop a CSV file, or paste a list of names",
    ]
    assert passed[-3:] == ["Change…", "Start empty", "Create plan"]
    assert not any(name.startswith("Small start-up.") for name in passed)


@pytest.mark.parametrize("kind", [SidebarRow, ChoiceCard, StructureCard])
def test_enter_opens_or_chooses_what_has_the_focus(start, kind):
    """As a click and the space bar do; nothing here is opened by one of them alone."""
    pressed = []
    row = next(each for each in start.findChildren(kind) if each.isVisible())
    row.pressed.connect(lambda: pressed.append(kind))
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert pressed == [kind]


@pytest.mark.parametrize(("count", "said"), [(1, "1 person from a.csv"), (2536, "2,536 people from a.csv")])
def test_how_many_people_were_taken_in_is_said(start, count, said):
    start.take_people(tuple(Person(id=str(at), name=f"Person {at}") for at in range(count)), "a.csv")
    assert said in [each.text() for each in start.form.drop.findChildren(QLabel)]
