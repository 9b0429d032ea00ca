import pytest

from planner.domain import Function
from planner.guidance.full_stack import is_full_stack

DS, RS, DE, MO, SD, DA, PR = (
    Function.DATA_SCIENTIST,
    Function.RESEARCH_SCIENTIST,
    Function.DATA_ENGINEER,
    Function.MLOPS_ENGINEER,
    Function.SOFTWARE_DEVELOPER,
    Function.DATA_ANALYST,
    Function.PRODUCT,
)


@pytest.mark.parametrize("held", [(DS, DE, MO), (RS, MO, SD), (DS, DE, MO, SD), (DS, DE, MO, DA, PR)])
def test_model_and_two_more_capabilities_are_full_stack(held):
    assert is_full_stack(held)


@pytest.mark.parametrize("held", [(), (DS,), (DS, DE), (DS, RS, DE), (DE, MO, SD), (DS, DE, DA, PR)])
def test_less_is_not(held):
    assert not is_full_stack(held)
