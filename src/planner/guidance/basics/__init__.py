"""Org design basics: a second pack beside the guidance, with sources, a score and findings of its own.

A plan switches it on by ``extra_packs``; nothing of it enters the guidance's score.
"""

from planner.guidance.basics.data import PACK_ID, Basics, Work, is_on
from planner.guidance.basics.reviews import BasicsReview, reviewed
from planner.guidance.basics.rule import BasicsFinding, BasicsRule, BasicsScore
from planner.guidance.basics.rules import RULES

__all__ = [
    "PACK_ID",
    "RULES",
    "Basics",
    "BasicsFinding",
    "BasicsReview",
    "BasicsRule",
    "BasicsScore",
    "Work",
    "is_on",
    "reviewed",
]
