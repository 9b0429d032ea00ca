"""How large a roster may be; the limits keep a hostile or broken file from taking the memory of a machine."""

from planner.errors import PlannerError

MOST_ROWS = 200_000
MOST_COLUMNS = 100


def too_many_rows(name: str) -> PlannerError:
    """The refusal of a file with more rows than any roster has."""
    return PlannerError("{name} has more than {most} rows, which is no roster.", name=name, most=MOST_ROWS)


def too_many_columns(name: str) -> PlannerError:
    """The refusal of a file with more columns than any roster has."""
    return PlannerError(
        "{name} has more than {most} columns, which is no roster.", name=name, most=MOST_COLUMNS
    )
