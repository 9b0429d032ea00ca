from functools import partial
from itertools import pairwise

import pytest
from tests.placement.layouts import crossings, overlaps

from planner.domain import Function, Kind, Person, Project, Rows, Scenario, Seat, Team, edits, outline
from planner.placement import PAPER, Placement, RouteKind, Settings, place

HYBRID = """
    plan Acme
    scenario Today
    group ML organisation, lead Ingrid Solheim
      core ML Platform, purpose "Data, training, deployment and monitoring for all"
        MO Tomasz
        MO Aisha
        MO Daniel
        DE Grace
        DE Luca
        DS Priya 40%
      squad Fraud Shield
        PR Nina
        DS Kwame
      squad Claims Copilot
        PR Marcus
        DS vacant
    ML Platform serves Fraud Shield, Claims Copilot
"""


def placed(text: str, measure, settings: Settings | None = None) -> Placement:
    project = outline.parse(text)
    return place(project, project.scenarios.order[0], measure, settings or Settings())


def test_squads_that_one_core_serves_stand_below_it_with_the_word_once(measure):
    placement = placed(HYBRID, measure)
    core = placement.teams["ML Platform"].rect
    for squad in ("Fraud Shield", "Claims Copilot"):
        assert placement.teams[squad].rect.y == core.bottom + 40
        assert placement.teams[squad].above == "ML Platform"
        assert placement.scenario.teams[squad].parent == "ML organisation"
    bundles = [route for route in placement.routes if route.kind is RouteKind.SERVES]
    assert [route.targets for route in bundles] == [("Fraud Shield", "Claims Copilot")]
    assert sum(route.word is not None for route in placement.routes) == 1
    assert sum(piece.arrow for piece in bundles[0].pieces) == 2


def test_a_squad_that_two_cores_serve_stays_below_its_parent(measure):
    placement = placed(
        """
        core One
        core Two
        squad Both
        squad Only
        One serves Both, Only
        Two serves Both
        """,
        measure,
    )
    assert placement.teams["Both"].above is None
    assert placement.teams["Only"].above == "One"
    free = [route for route in placement.routes if route.targets == ("Both",)]
    assert [route.kind for route in free] == [RouteKind.SERVES, RouteKind.SERVES]


def test_a_squad_in_another_squad_stays_below_it_and_its_core_has_an_arrow_to_it(measure):
    text = """
        core One
        squad Fraud Shield
          squad Card Fraud
        One serves Fraud Shield, Card Fraud
    """
    placement = placed(text, measure)
    assert placement.teams["Fraud Shield"].above == "One"
    assert placement.teams["Card Fraud"].above == "Fraud Shield"
    assert [route.kind for route in placement.routes if route.targets == ("Card Fraud",)] == [
        RouteKind.PARENT,
        RouteKind.SERVES,
    ]


def test_a_core_inside_the_squad_that_it_serves_stays_there(measure):
    placement = placed("squad Out\n  core In\nIn serves Out", measure)
    assert placement.teams["Out"].above is None
    assert placement.teams["In"].above == "Out"


def test_the_measures_of_header_cards_and_gaps(measure):
    squad = placed("squad Fraud Shield\n  DS Kwame\n  DE Ravi\ncore Other", measure).teams["Fraud Shield"]
    first, second = squad.seats
    assert (squad.header.height, first.height) == (52, 38)
    assert first.y == squad.rect.y + 52
    assert second.y == first.bottom + 4
    assert 172 <= first.width <= 320
    assert squad.rect.width == first.width + 16
    assert squad.add_row.y == second.bottom + 2


def test_the_row_for_one_more_seat_ends_above_the_lines_to_other_teams(measure):
    layout = "core ML Platform\n  MO Tomasz\nsquad Fraud\n  DS Ada\nsquad Churn\n  DS Ben"
    placement = placed(f"{layout}\nML Platform serves Fraud, Churn", measure)
    row = placement.teams["ML Platform"].add_row
    pieces = [piece for route in placement.routes for piece in route.pieces]
    across = [y for piece in pieces for (_, y), (_, other) in pairwise(piece.points) if y == other]
    assert row.height == 24
    assert row.bottom < min(across)


def test_a_group_without_seats_is_a_head_box(measure):
    head = placed(HYBRID, measure).teams["ML organisation"]
    assert head.head
    assert (head.rect.width, head.rect.height) == (227, 44)
    assert head.name == ("ML organisation",)
    assert head.lines == ("Led by Ingrid Solheim",)


def test_the_only_squad_has_two_columns_with_headings(measure):
    text = "group Quillo\n  squad Receipts\n    DS Lena\n    PR Maya\n    DE Lena\n    MK vacant"
    box = placed(text, measure).teams["Receipts"]
    assert [str(heading.text) for heading in box.headings] == ["ML roles", "Partner functions"]
    xs = dict(zip(box.seat_ids, (card.x for card in box.seats), strict=True))
    assert xs["Receipts/DS"] == xs["Receipts/DE"] < xs["Receipts/PR"] == xs["Receipts/MK"]
    assert placed(text + "\ncore Another", measure).teams["Receipts"].headings == ()


def test_a_core_has_four_columns_and_is_as_wide_as_what_it_serves(measure):
    seats = "\n".join(f"    DE Person {number}" for number in range(12))
    squads = "\n".join(f"  squad Squad {number}\n    RS Somebody Longer {number} 60%" for number in range(4))
    text = f"group G\n  core Platform\n{seats}\n{squads}\nPlatform serves Squad 0, Squad 1, Squad 2, Squad 3"
    placement = placed(text, measure)
    core = placement.teams["Platform"]
    below = [placement.teams[f"Squad {number}"].rect for number in range(4)]
    assert len(core.columns) == 4
    assert core.rect.x == below[0].x
    assert core.rect.right == below[-1].right


def test_a_core_above_little_has_three_columns_so_that_its_neighbours_stay_near(measure):
    seats = "\n".join(f"    DE Person {number}" for number in range(12))
    squads = "\n".join(f"  squad Squad {number}\n    RS Somebody {number}" for number in range(2))
    text = f"group G\n  core Platform\n{seats}\n{squads}\nPlatform serves Squad 0, Squad 1"
    assert len(placed(text, measure).teams["Platform"].columns) == 3


@pytest.mark.parametrize(
    ("kind", "seats", "columns"),
    [
        (Kind.PARTNER, 8, 1),
        (Kind.PARTNER, 39, 5),
        (Kind.PARTNER, 200, 6),
        (Kind.SQUAD, 8, 1),
        (Kind.SQUAD, 30, 3),
        (Kind.CORE, 3, 3),
        (Kind.CORE, 12, 4),
        (Kind.CORE, 60, 6),
        (Kind.GROUP, 3, 1),
    ],
)
def test_rosters_stand_in_a_sensible_number_of_columns(kind, seats, columns, measure):
    box = place(roster(kind, seats), "s", measure).teams["t"]
    assert len(box.columns) == columns
    assert len({card.x for card in box.seats}) == columns


def roster(kind: Kind, seats: int) -> Project:
    people = [Person(id=f"p{number}", name=f"Person {number}") for number in range(seats)]
    rows = [
        Seat(id=f"s{number}", team="t", function=Function.OTHER, person=f"p{number}", share=1.0)
        for number in range(seats)
    ]
    teams = [Team(id="t", name="Team", kind=kind), Team(id="u", name="Other", kind=Kind.CORE)]
    scenario = Scenario(id="s", name="S", teams=Rows(teams), seats=Rows(rows))
    return Project(name="P", people=Rows(people), scenarios=Rows([scenario]))


def test_many_leaves_stand_in_rows_of_a_page_s_shape(measure):
    leaves = "\n".join(f"  partner Team {number}\n    OT Somebody {number}" for number in range(60))
    placement = placed(f"group All\n{leaves}", measure)
    width, height = placement.size
    assert width < 3000
    assert 0.8 < width / height < 3
    assert overlaps(placement) == []
    assert crossings(placement) == []


def test_a_name_too_long_for_the_widest_card_wraps_and_is_not_cut(measure):
    name = "Maximiliana Wilhelmina von und zu Hohenlohe-Schillingsfürst Prinzessin"
    placement = placed(f"squad A\n  DS {name}\n  DE Ada\ncore B", measure)
    tall, usual = placement.teams["A"].seats
    assert tall.width == 320
    assert tall.height == 38 + 16
    assert usual.height == 38


def test_paper_shows_the_purpose_in_full_and_the_lead_beside_it(measure):
    purpose = "Everything that has to be said about this team, and it is rather a lot, " * 4
    text = f'squad A, lead Ada Moss, purpose "{purpose.strip()}"\n  DS Ada Moss\ncore B'
    paper = placed(text, measure, PAPER).teams["A"]
    assert " ".join(paper.lines) == f"{purpose.strip()} Led by Ada Moss"
    screen = placed(text, measure).teams["A"]
    assert len(screen.lines) == 4
    assert screen.lines[-1].endswith("…")


def test_a_purpose_of_one_sentence_is_whole_in_the_window(measure):
    purpose = "Find out what new methods of machine learning can do for the company"
    text = f'squad Lab, purpose "{purpose}"\n  RS Ada Moss\ncore B'
    assert " ".join(placed(text, measure).teams["Lab"].lines) == purpose


def test_an_edit_that_keeps_a_box_s_size_shares_all_places(measure):
    project = outline.parse(HYBRID)
    before = place(project, "Today", measure)
    edit = partial(edits.set_function, scenario="Today", seat="Fraud Shield/DS", function=Function.DESIGN)
    after = before.after(edit(project))
    assert after.places is before.places
    assert after.teams["Fraud Shield"].rect == before.teams["Fraud Shield"].rect


def test_links_between_any_teams_go_around_what_stands_between(measure):
    placement = placed(
        HYBRID
        + """
    partner Marketing
      MK Olga
    Claims Copilot collaborates Marketing
    Marketing dotted ML organisation
        """,
        measure,
    )
    kinds = [
        route.kind for route in placement.routes if route.kind not in (RouteKind.PARENT, RouteKind.SERVES)
    ]
    assert sorted(kinds) == [RouteKind.COLLABORATES, RouteKind.DOTTED]
    assert crossings(placement) == []


def test_an_empty_scenario_has_a_size_and_nothing_in_it(measure):
    placement = placed("scenario Empty", measure)
    assert placement.size == (48, 48)
    assert not list(placement.teams)
    assert placement.routes == ()
