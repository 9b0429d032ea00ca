"""The reporting chart: people under who leads their team, leads under the lead of the team above."""

from planner.placement.people.placing import PeoplePlacement, by_people
from planner.placement.people.reporting import Group, Reporting, reporting

__all__ = ["Group", "PeoplePlacement", "Reporting", "by_people", "reporting"]
