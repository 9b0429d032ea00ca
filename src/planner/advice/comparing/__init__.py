"""Compares scenarios of a plan: what each scores and holds, and who sits elsewhere than in the baseline."""

from planner.advice.comparing.changes import Changes, changes, is_alike
from planner.advice.comparing.columns import Column
from planner.advice.comparing.comparison import MOST, Comparison, compared, counting, first_choice
from planner.advice.comparing.figures import CategoryFigure, Figures, SeverityCounts, figures_of, shown_change
from planner.advice.comparing.moves import Move, Place, moves
from planner.advice.comparing.rows import Row, equal_rows
from planner.advice.comparing.summing_up import in_short

__all__ = [
    "MOST",
    "CategoryFigure",
    "Changes",
    "Column",
    "Comparison",
    "Figures",
    "Move",
    "Place",
    "Row",
    "SeverityCounts",
    "changes",
    "compared",
    "counting",
    "equal_rows",
    "figures_of",
    "first_choice",
    "in_short",
    "is_alike",
    "moves",
    "shown_change",
]
