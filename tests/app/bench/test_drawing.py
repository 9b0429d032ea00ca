"""What a bench card says of a person's roles in its one short line."""

import pytest

from planner.app.bench.drawing import roles_of
from planner.app.bench.places import Entry, Section
from planner.domain import Function, Person


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
