"""Pages are drawings for paper, in points: the chart with its score, and the findings in full."""

from planner.drawing.pages.papers import PAPERS, Paper, paper_named
from planner.drawing.pages.report import Pages, Report
from planner.drawing.pages.reporting import laid_out

__all__ = ["PAPERS", "Pages", "Paper", "Report", "laid_out", "paper_named"]
