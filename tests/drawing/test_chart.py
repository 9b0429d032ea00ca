from tests.drawing.reading import first, texts

from planner.domain import Function
from planner.drawing.chart import Chart
from planner.drawing.levels import Level
from planner.drawing.marks import Badge, Box, Chip, Dash, IconMark, Label, Line
from planner.placement import PAPER

LAYOUT = """
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform, purpose "Shared platform"
  MO Tomasz Zieliński
  DE Omar Siddiqui 60%
  DE vacant
squad Fraud Shield, locked
  DS Priya Natarajan 60%
squad Churn Radar
  SD Adam Novak
  DS Nadia Kessler
  MO Nadia Kessler 20%
ML Platform serves Fraud Shield, Churn Radar
Fraud Shield collaborates Churn Radar
"""


def test_the_keys_are_connectors_then_every_team_before_its_seats(chart_of):
    chart = chart_of(LAYOUT)
    kinds = [kind for kind, _ in chart.keys]
    assert kinds[:2] == ["link", "link"]
    seats = [name for kind, name in chart.keys if kind == "seat"]
    assert seats == list(chart.placement.seats)
    assert chart.keys.index(("team", "Fraud Shield")) < chart.keys.index(("seat", "Fraud Shield/DS"))
    assert len(chart.drawing().groups) == len(chart.keys)


def test_a_card_says_who_and_what(chart_of):
    chart = chart_of(LAYOUT)
    group = chart.group(("seat", "ML Platform/MO"))
    assert texts(group.marks) == ["Tomasz Zieliński", "MLOps engineer"]
    assert first(group.marks, Chip, function=Function.MLOPS_ENGINEER, vacant=False)
    assert group.bounds == chart.placement.seats["ML Platform/MO"]


def test_a_share_below_a_whole_stands_in_a_pill(chart_of):
    marks = chart_of(LAYOUT).group(("seat", "ML Platform/DE")).marks
    assert texts(marks) == ["Omar Siddiqui", "Data engineer", "60%"]
    assert first(marks, Box, fill="sunken")


def test_a_pill_stands_below_all_letters_of_the_name(chart_of):
    marks = chart_of("squad A\n  DS Jürgen Qvist (gpy) 60%").group(("seat", "A/DS")).marks
    name, pill = first(marks, Label, text="Jürgen Qvist (gpy)"), first(marks, Box, fill="sunken")
    deepest = name.baseline + 0.22 * name.style.size
    assert pill.rect.y >= deepest
    assert pill.rect.bottom <= 38 - 2


def test_someone_planned_beyond_capacity_has_an_octagon_in_every_seat(chart_of):
    chart = chart_of(LAYOUT)
    for seat, share in (("Churn Radar/DS", "100%"), ("Churn Radar/MO", "20%")):
        marks = chart.group(("seat", seat)).marks
        assert share in texts(marks)
        assert first(marks, Badge, severity="problem")
        assert first(marks, Box, fill="problem-tint")


def test_a_vacant_seat_is_dashed_and_invites_on_screen_only(chart_of):
    marks = chart_of(LAYOUT).group(("seat", "ML Platform/DE 2")).marks
    assert texts(marks) == ["Vacant", "Data engineer"]
    assert first(marks, Box, dash=Dash.DASHED, border="edge")
    assert first(marks, Chip, vacant=True)
    assert first(marks, IconMark, name="person-add")
    paper = chart_of(LAYOUT, PAPER).group(("seat", "ML Platform/DE 2")).marks
    assert not [mark for mark in paper if isinstance(mark, IconMark)]


def test_a_team_shows_kind_name_line_count_and_its_worst_finding(chart_of):
    chart = chart_of(LAYOUT)
    marks = chart.group(("team", "ML Platform")).marks
    assert texts(marks) == ["ML Platform", "Shared platform", "2/3"]
    assert first(marks, IconMark, name="hub")
    about = [
        finding.severity.value
        for finding in chart.review.findings
        for subject in finding.subjects
        if subject.id in ("ML Platform", "ML Platform/DE 2")
    ]
    worst = min(about, key=["problem", "warning", "note"].index)
    assert first(marks, Badge, severity=worst)


def test_a_chart_without_a_review_judges_nothing(chart_of, fonts):
    from planner.drawing.chart import Chart

    chart = Chart(chart_of(LAYOUT).placement, fonts=fonts)
    marks = chart.group(("team", "Fraud Shield")).marks
    assert not [mark for mark in marks if isinstance(mark, Badge)]
    assert first(marks, IconMark, name="lock")


def test_connectors_are_drawn_by_kind(chart_of):
    chart = chart_of(LAYOUT)
    serves, together = (chart.group(key) for key in chart.keys if key[0] == "link")
    lines = [mark for mark in serves.marks if isinstance(mark, Line)]
    assert sum(line.arrow for line in lines) == 2
    assert texts(serves.marks) == ["serves"]
    assert first(together.marks, Line, dots=True)


def test_where_the_word_of_a_bundle_has_no_room_the_line_runs_through(chart_of):
    chart = chart_of(LAYOUT)
    (key, *_) = (key for key in chart.keys if key[0] == "link")
    with_word, without = chart.group(key, Level.FULL), chart.group(key, Level.COMPACT)
    assert texts(without.marks) == []
    ends = [point for mark in without.marks if isinstance(mark, Line) for point in mark.points[-1:]]
    assert len(ends) > len([mark for mark in with_word.marks if isinstance(mark, Line)])
    assert ends.count(max(set(ends), key=ends.count)) >= 3, "trunk and both sides meet in the middle"


def test_equal_cards_have_equal_marks_wherever_they_stand(chart_of):
    chart = chart_of("squad A\n  DS vacant\n  DS vacant\nsquad B\n  DS vacant")
    groups = [chart.group(("seat", seat)) for seat in chart.placement.seats]
    assert groups[0].marks == groups[1].marks
    assert groups[0].bounds != groups[1].bounds


def test_the_level_follows_the_height_of_a_card_with_hysteresis():
    assert [Level.of(height) for height in (38, 30, 29, 18, 17, 10, 9)] == [
        Level.FULL,
        Level.FULL,
        Level.COMPACT,
        Level.COMPACT,
        Level.CHIP,
        Level.CHIP,
        Level.BLOCKS,
    ]
    assert Level.of(28, before=Level.FULL) is Level.FULL
    assert Level.of(26, before=Level.FULL) is Level.COMPACT
    assert Level.of(32, before=Level.COMPACT) is Level.COMPACT
    assert Level.of(34, before=Level.COMPACT) is Level.FULL
    assert Level.of(9, before=Level.FULL) is Level.BLOCKS


def test_less_is_drawn_the_smaller_a_card_is(chart_of):
    chart = chart_of(LAYOUT)
    seat = ("seat", "ML Platform/MO")
    assert texts(chart.group(seat, Level.COMPACT, scale=0.7).marks) == ["Tomasz Zieliński"]
    assert [type(mark) for mark in chart.group(seat, Level.CHIP, scale=0.35).marks] == [Chip]


def test_names_of_teams_keep_their_size_on_the_screen(chart_of):
    chart = chart_of(LAYOUT)
    for level, scale, size in ((Level.COMPACT, 0.6, 15), (Level.CHIP, 0.4, 12)):
        marks = chart.group(("team", "ML Platform"), level, scale=scale).marks
        label = next(mark for mark in marks if hasattr(mark, "style"))
        assert round(label.style.size * scale, 3) == size


def test_a_team_that_hides_something_or_could_has_a_triangle_on_screen_only(chart_of):
    chart = chart_of("group All\n  squad A\n    DS Ada\n  squad B")
    folds = {
        team: [mark.name for mark in chart.group(("team", team)).marks if isinstance(mark, IconMark)]
        for team in ("All", "A", "B")
    }
    assert folds == {"All": ["star", "chevron-down"], "A": ["flag", "chevron-down"], "B": ["flag"]}
    paper = chart_of("squad A\n  DS Ada\ncore B", PAPER)
    assert not first_icons(paper, "A") & {"chevron-down"}


def test_a_collapsed_team_shows_its_header_alone_with_all_that_it_hides(chart_of):
    chart = chart_of("core A\n  DS Ada\n  squad B\n    DE Ben\n    DE vacant\ncore C")
    folded = Chart(chart.placement.collapsing(frozenset({"A"})), chart.review, fonts=chart.fonts)
    assert [key for key in folded.keys if key[0] != "link"] == [("team", "A"), ("team", "C")]
    marks = folded.group(("team", "A")).marks
    assert texts(marks) == ["A", "1 team below", "2/3"]
    assert first(marks, IconMark, name="chevron-right")


def first_icons(chart, team):
    return {mark.name for mark in chart.group(("team", team)).marks if isinstance(mark, IconMark)}


def test_names_are_whole_from_the_scale_that_says_so(chart_of):
    chart = chart_of("squad A\n  DS Ada Moss\n  DE Konstantinos Papadopoulos-Smythe\nsquad B\n  SD Ben")
    scale = chart.whole_names_scale()
    seat = ("seat", "A/DE")
    assert texts(chart.group(seat, Level.COMPACT, scale=scale).marks) == ["Konstantinos Papadopoulos-Smythe"]
    assert texts(chart.group(seat, Level.COMPACT, scale=scale * 0.9).marks) == ["Konstantinos P."]


def test_a_long_name_of_a_team_is_set_smaller_then_in_two_lines_then_shortened(chart_of):
    chart = chart_of("squad Smart Pricing Engine\n  DS Ada\nsquad Platform")
    team = ("team", "Smart Pricing Engine")

    def said(level, scale):
        labels = [m for m in chart.group(team, level, scale=scale).marks if isinstance(m, Label)]
        return [label.text for label in labels], round(labels[0].style.size * scale, 1)

    assert said(Level.COMPACT, 0.68) == (["Smart Pricing Engine"], 12.0)
    assert said(Level.COMPACT, 0.63) == (["Smart Pricing Engine"], 11.0)
    assert said(Level.COMPACT, 0.5) == (["Smart Pricing", "Engine"], 11.0)
    assert said(Level.CHIP, 0.4) == (["Smart P. E."], 12.0)
    assert said(Level.CHIP, 0.3) == (["SPE"], 12.0)


def test_who_is_planned_beyond_their_capacity_has_an_octagon_at_compact_detail_too(chart_of):
    chart = chart_of("squad A\n  DS Ada 60%\nsquad B\n  DS Ada 60%\n  SD Ben 40%")
    assert first(chart.group(("seat", "A/DS"), Level.COMPACT, scale=0.6).marks, Badge, severity="problem")
    assert not [
        m for m in chart.group(("seat", "B/SD"), Level.COMPACT, scale=0.6).marks if isinstance(m, Badge)
    ]
