"""The guidance: what is known about teams that build and run machine learning, and how it scores a layout."""

from planner.guidance.catalogue import CATALOGUE
from planner.guidance.findings import Finding, Severity
from planner.guidance.loading import load_pack
from planner.guidance.pack import Challenge, Pack, StructureGuidance
from planner.guidance.recommending import Recommendation, fit_sentence, recommendation
from planner.guidance.reviews import Review, review
from planner.guidance.rule import Category, Needs, Origin, Rule
from planner.guidance.scores import Band, CategoryScore, RuleScore, Score
from planner.guidance.statements import Evidence, Fix, Guidance, Subject

__all__ = [
    "CATALOGUE",
    "Band",
    "Category",
    "CategoryScore",
    "Challenge",
    "Evidence",
    "Finding",
    "Fix",
    "Guidance",
    "Needs",
    "Origin",
    "Pack",
    "Recommendation",
    "Review",
    "Rule",
    "RuleScore",
    "Score",
    "Severity",
    "StructureGuidance",
    "Subject",
    "fit_sentence",
    "load_pack",
    "recommendation",
    "review",
]
