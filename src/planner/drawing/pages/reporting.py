"""Lays out a report: the chart page on paper that is large enough, then the pages of the score."""

from planner.drawing.pages.chart_page import chart_page
from planner.drawing.pages.fitting import fitted
from planner.drawing.pages.papers import Paper
from planner.drawing.pages.report import Pages, Report
from planner.drawing.pages.score_page import score_pages
from planner.drawing.pages.title_block import TitleBlock


def laid_out(report: Report, paper: Paper) -> Pages:
    """Lay out all pages on the paper asked for; the chart's may need a larger one, and the notes say so."""
    block = TitleBlock.of(report.project, report.scenario, report.pack, report.now)
    scores = score_pages(report, paper)
    count = 1 + len(scores)
    fit = fitted(report, paper)
    chart = chart_page(report, fit, block, pages=count)
    rest = [score.drawn(block, page=place, pages=count) for place, score in enumerate(scores, start=2)]
    return Pages((chart, *rest), fit.paper, fit.notes)
