"""Agree the basics: up to eight plain questions that fill what a roster cannot say, for all teams at once."""

from planner.advice.agreeing.asking import (
    Answer,
    Answers,
    Choice,
    Field,
    Flag,
    Option,
    Percent,
    Question,
    Several,
    Special,
    Text,
    Topic,
)
from planner.advice.agreeing.proposing import agreement, questions

__all__ = [
    "Answer",
    "Answers",
    "Choice",
    "Field",
    "Flag",
    "Option",
    "Percent",
    "Question",
    "Several",
    "Special",
    "Text",
    "Topic",
    "agreement",
    "questions",
]
