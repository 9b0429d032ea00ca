"""The reporting chart as marks: cards, captions and nodes of teams, solid and dashed lines."""

from planner.drawing.people.chart import PeopleChart

__all__ = ["PeopleChart"]
