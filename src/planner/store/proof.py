"""Opens what was made for saving as any file is opened; only what gives the project back is published."""

from planner.domain import Project
from planner.errors import PlannerError
from planner.store.opening import judge


def prove(data: bytes, project: Project, name: str) -> None:
    """RuntimeError when these bytes are no project file, or not of this project."""
    try:
        back, is_intact = judge(data, name)
    except PlannerError as error:
        raise RuntimeError(f"an image that cannot be opened: {error} {error.detail}") from error
    if not is_intact or back != project:
        raise RuntimeError("an image that does not hold the project it was made of")
