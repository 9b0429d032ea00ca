"""What a bench card says of a person's roles in its one short line."""

import pytest

from planner import resources
from planner.app.bench.drawing import BenchDrawing, State, roles_of
from planner.app.bench.places import Entry, Section
from planner.app.bench.rows import Kind, Row, Rows
from planner.domain import Function, Person, Scenario
from planner.drawing.marks import Label
from planner.messages import message
from planner.typography import Fonts


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ((Function.MLOPS_ENGINEER,), "MLOps engineer"),
        ((Function.DATA_ANALYST, Function.DATA_SCIENTIST), "Data analyst, scientist"),
        ((Function.DATA_ENGINEER, Function.MLOPS_ENGINEER), "Data engineer, MLOps"),
        ((Function.MLOPS_ENGINEER, Function.DATA_ENGINEER), "MLOps, data engineer"),
        ((Function.PRODUCT, Function.MARKETING), "Product, marketing"),
        ((), "Head of data"),
    ],
)
def test_several_roles_are_said_without_words_twice(roles: tuple[Function, ...], said: str) -> None:
    person = Person(id="p", name="Elif Demir", title="Head of data", roles=roles)
    assert roles_of(Entry(person, Section.UNASSIGNED, 1.0, ())) == said


def test_a_note_is_as_high_as_its_lines_so_that_nothing_runs_into_the_section_below() -> None:
    fonts = Fonts.load(resources.read_bytes)
    words = message("No person called '{text}' is free.", text="Konstantin Vanderbilt-Whitworth")
    rows = Rows([Row(Kind.NOTE, Section.UNASSIGNED, words=words), Row(Kind.SECTION, Section.ASSIGNED)])
    wide, narrow = (BenchDrawing(fonts, width).fitted(rows) for width in (600, 200))
    assert wide[0].lines == 1
    assert narrow[0].lines > 1
    assert narrow.top(1) > wide.top(1)
    drawn = BenchDrawing(fonts, 200).row(narrow[0], Scenario(id="s", name="Today"), State())
    assert max(mark.baseline for mark in drawn.marks if isinstance(mark, Label)) < narrow.top(1)
