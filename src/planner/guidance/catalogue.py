"""The catalogue: every rule of the default pack, once, in the order in which rules are listed."""

from typing import Final

from planner.guidance.rule import Rule
from planner.guidance.rules.core import (
    budget,
    business_insight,
    defined_function,
    engineering_capacity,
    integration,
    knowledge_sharing,
    prioritisation,
)
from planner.guidance.rules.hybrid import both_halves, core_serves_squads, responsibilities
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
from planner.guidance.rules.squad import complete, focus, informed, lone_mlops, research_misplaced
from planner.guidance.rules.structure import as_declared, fit
from planner.guidance.rules.venture import independent, integrated, portfolio

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
    integration.RULE,
    engineering_capacity.RULE,
    prioritisation.RULE,
    business_insight.RULE,
    budget.RULE,
    defined_function.RULE,
    knowledge_sharing.RULE,
    complete.RULE,
    focus.RULE,
    research_misplaced.RULE,
    informed.RULE,
    lone_mlops.RULE,
    both_halves.RULE,
    responsibilities.RULE,
    core_serves_squads.RULE,
    independent.RULE,
    portfolio.RULE,
    integrated.RULE,
)
