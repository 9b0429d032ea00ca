"""Facts are what rules read: an immutable index of one layout that follows edits at little cost."""

from planner.guidance.facts.following import Touched, facts_after, facts_following
from planner.guidance.facts.index import Facts, facts_of
from planner.guidance.facts.people import PersonFacts
from planner.guidance.facts.teams import TeamFacts

__all__ = ["Facts", "PersonFacts", "TeamFacts", "Touched", "facts_after", "facts_following", "facts_of"]
