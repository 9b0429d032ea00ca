"""The words of the comparison for those who hear it, cell by cell, and the lines of its list of moves."""

from typing import Final

from planner.advice.comparing import Column, Comparison, Move, Row
from planner.drawing.comparing.words import change_words, fact_words, row_label
from planner.guidance import Category, Severity
from planner.messages import Format, counted, listed, message, render

_NAMED: Final = 12
"""So many teams are named; of more it is said how many."""


def head_sentence(comparison: Comparison, column: Column, form: Format) -> str:
    """A scenario as the head of its column: its name, structure, score and standing."""
    figures = column.figures
    parts = [column.scenario.name, render(column.structure, form)]
    if figures.total is None or figures.band is None:
        parts.append("nothing to score yet")
    else:
        score, band = form.decimals(figures.total), render(figures.band.label, form).lower()
        parts.append(f"guidance score {score} of 100, {band}")
    parts += ["baseline"] * column.scenario.baseline
    parts += ["best score"] * column.is_best
    change = change_words(comparison, column)
    parts += [render(change, form)] if change is not None else []
    return ", ".join(parts)


def cell_sentence(comparison: Comparison, column: Column, row: Row, form: Format) -> str:
    """A cell as it is heard after the names of its row and column."""
    if row.category is not None:
        return _category(comparison, column, row.category, form)
    tell = {Row.LAYOUT: _layout, Row.FINDINGS: _findings, Row.ROLE_MIX: _roles}.get(row)
    if tell is not None:
        return tell(column)
    if row is Row.IN_SHORT:
        return f"{render(column.summary, form)} Enter opens the scenario."
    words = render(fact_words(row, column), form)
    if row is Row.MOVES and column.moves is None:
        return "Others are compared with this scenario"
    return f"{words}. Enter lists who." if row is Row.MOVES and column.moves else words


def _layout(column: Column) -> str:
    scenario = column.scenario
    teams = counted("{count} team", "{count} teams", len(scenario.teams))
    seats = counted("{count} seat", "{count} seats", len(scenario.seats))
    if not len(scenario.teams):
        return "No teams yet"
    names = listed([team.name for team in scenario.teams], at_most=_NAMED)
    return str(message("{teams}, {seats}: {names}", teams=teams, seats=seats, names=names))


def _category(comparison: Comparison, column: Column, category: Category, form: Format) -> str:
    score = column.figures.category(category)
    if score is None:
        return "Does not apply"
    change = comparison.category_change(column, category)
    name = comparison.reference.scenario.name
    if change is None:
        return form.integer(round(score))
    how = "as in" if change == 0 else f"{abs(round(change))} {'more' if change > 0 else 'less'} than"
    return f"{form.integer(round(score))}, {how} {name}"


def _findings(column: Column) -> str:
    if column.findings is None:
        return "Being counted"
    return ", ".join(
        str(counted(f"{{count}} {severity.value}", f"{{count}} {severity.value}s", count))
        for severity, count in zip(Severity, column.findings, strict=True)
    )


def _roles(column: Column) -> str:
    found = [f"{count} {role.phrase}" for role, count in column.figures.roles if count]
    return f"Seats: {', '.join(found)}" if found else "No seats for ML roles"


def row_name(comparison: Comparison, row: Row, form: Format) -> str:
    """A row's name."""
    return render(row_label(row, comparison), form)


def who(comparison: Comparison, move: Move) -> str:
    """The name of somebody who moves."""
    return comparison.project.people[move.person].name
