"""The catalogue: every rule of the default pack, once, in the order in which rules are listed."""

from typing import Final

from planner.guidance.rule import Rule
from planner.guidance.rules.people import (
    allocation,
    single_point_of_failure,
    skills_fit,
    specialisation,
    spread_thin,
    vacancies,
)
from planner.guidance.rules.roles import (
    analyst_near_business,
    capabilities,
    coverage,
    delivery_chain,
    life_cycle_owned,
    monitoring,
    research_for_innovation,
    research_to_production,
)
from planner.guidance.rules.structure import as_declared, fit

CATALOGUE: Final[tuple[Rule, ...]] = (
    coverage.RULE,
    capabilities.RULE,
    delivery_chain.RULE,
    research_for_innovation.RULE,
    research_to_production.RULE,
    analyst_near_business.RULE,
    monitoring.RULE,
    life_cycle_owned.RULE,
    specialisation.RULE,
    allocation.RULE,
    vacancies.RULE,
    skills_fit.RULE,
    single_point_of_failure.RULE,
    spread_thin.RULE,
    fit.RULE,
    as_declared.RULE,
)
