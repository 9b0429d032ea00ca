import pytest

from planner.domain import Function
from planner.guidance.wording import as_a_role


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (Function.DATA_ENGINEER, "as a data engineer"),
        (Function.MLOPS_ENGINEER, "as an MLOps engineer"),
        (Function.MARKETING, "in marketing"),
    ],
)
def test_a_role_is_held_as_something_and_a_partner_function_in_a_field(function, words):
    assert str(as_a_role(function)) == words
