"""The start screen: new plan beside recent and sample plans."""

from planner.app.start.page import StartPage

__all__ = ["StartPage"]
