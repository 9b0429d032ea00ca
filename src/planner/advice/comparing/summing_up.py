"""Sums a layout up in one sentence: how its structure fits, and what it gains and loses most."""

from planner.advice.comparing.figures import Figures, shown_change
from planner.domain import Aim, Scenario, Stage
from planner.guidance import Category, Pack
from planner.guidance.recommending import PARTLY_FROM, SUITS_FROM
from planner.messages import Message, Points, message


def in_short(
    pack: Pack,
    scenario: Scenario,
    figures: Figures,
    *,
    against: tuple[Scenario, Figures] | None,
    places: int = 0,
) -> Message:
    """One sentence on a layout; ``against`` is what it is compared with, None for that one itself.

    Changes of categories are told with so many decimal ``places``, as their figures are.
    """
    if figures.total is None:
        return message("Nobody fills one of the six roles, so there is nothing to score yet.")
    fit = _fit(pack, scenario)
    company = message("{fit} for {company}", fit=fit, company=_company(scenario))
    if against is None:
        return message("{fit}.", fit=company)
    other, theirs = against
    if _context(scenario) != _context(other):
        fit = company
    changes = _changes(figures, theirs, places)
    if changes is None:
        return message("{fit}.", fit=fit)
    return message("{fit}; {changes}.", fit=fit, changes=changes)


def _context(scenario: Scenario) -> tuple[Stage, Aim]:
    return scenario.stage, scenario.aim


def _fit(pack: Pack, scenario: Scenario) -> Message:
    fit = pack.fit(scenario.stage, scenario.aim, scenario.structure)
    if fit >= SUITS_FROM:
        return message("The structure is a good fit")
    if fit >= PARTLY_FROM:
        return message("The structure is a partial fit")
    return message("The structure is a weak fit")


def _company(scenario: Scenario) -> Message:
    company = {
        Stage.SMALL_STARTUP: message("a small start-up"),
        Stage.LARGE_STARTUP: message("a large start-up"),
        Stage.ENTERPRISE: message("an enterprise"),
    }[scenario.stage]
    if scenario.aim is Aim.PRODUCT:
        return message("{company} with a product aim", company=company)
    return message("{company} with a research aim", company=company)


def _changes(figures: Figures, theirs: Figures, places: int) -> Message | None:
    """The categories that changed most for the better and for the worse, as their figures are shown."""
    changes = [
        (change, category)
        for category in Category
        if (change := shown_change(figures.category(category), theirs.category(category), places)) is not None
    ]
    gain = max(changes, key=lambda each: each[0], default=None)
    loss = min(changes, key=lambda each: each[0], default=None)
    parts = []
    if gain is not None and gain[0] > 0:
        parts.append(
            message("most gained in {name} (+{points})", name=_name(gain[1]), points=_points(gain[0], places))
        )
    if loss is not None and loss[0] < 0:
        parts.append(
            message("most lost in {name} (−{points})", name=_name(loss[1]), points=_points(-loss[0], places))
        )
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else message("{gain}, {loss}", gain=parts[0], loss=parts[1])


def _points(change: float, places: int) -> float:
    return Points(change) if places else round(change)


def _name(category: Category) -> Message:
    return message(category.value)
