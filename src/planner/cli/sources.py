"""Finds the plan in a file that a command names, and the layout in it: a project file or a plan as JSON."""

from planner.cli.console import Console
from planner.domain import Project, Scenario
from planner.errors import PlannerError
from planner.exchange import plan
from planner.messages import listed, message
from planner.store import FileKind, kind_of, read_checked, read_once
from planner.store.faults import file_name


class FaultyPlanError(PlannerError):
    """A plan with faults: ``lines`` has a sentence for each, with the file and the place in it."""

    def __init__(self, name: str, faults: plan.PlanFaults) -> None:
        super().__init__("{name}: {said}", name=name, said=faults.message)
        self.lines = tuple(
            message("{name}: {path}: {said}", name=name, path=fault.path, said=fault.said)
            for fault in faults.faults
        )


def project_in(path: str, console: Console) -> Project:
    """The project in a project file or a plan; what its user should know is said as a warning."""
    kind = kind_of(path)
    if kind is FileKind.PROJECT:
        opened = read_checked(path)
        for warning in opened.warnings:
            console.warn(warning)
        return opened.project
    if kind is FileKind.PLAN:
        return plan_in(path)
    if kind is FileKind.ROSTER:
        raise PlannerError(
            "{name} is neither a project file nor a plan: if it is a roster, run planner import on it first.",
            name=file_name(path),
        )
    raise PlannerError(
        "{name} is neither a project file nor a plan: name one of these.", name=file_name(path)
    )


def plan_in(path: str) -> Project:
    """The project in a plan; its faults name the file."""
    return plan_of(read_once(path).data, file_name(path))


def plan_of(data: bytes, name: str) -> Project:
    """The project in the bytes of a plan; its faults name the file."""
    try:
        return plan.read(data)
    except plan.PlanFaults as faults:
        raise FaultyPlanError(name, faults) from None
    except PlannerError as error:
        raise PlannerError("{name}: {said}", name=name, said=error.message) from None


def scenario_of(project: Project, wanted: str | None, path: str) -> Scenario:
    """The scenario with an id or, failing that, a name; the first when none is asked for."""
    if wanted is None:
        if len(project.scenarios) == 0:
            raise PlannerError("{name} holds no scenario: add one in the window.", name=file_name(path))
        return next(iter(project.scenarios))
    found = project.scenarios.get(wanted)
    if found is not None:
        return found
    named = [scenario for scenario in project.scenarios if scenario.name == wanted]
    if len(named) > 1:
        raise PlannerError(
            "{name} has {count} scenarios named {wanted}: name one by its id, {ids}.",
            name=file_name(path),
            count=len(named),
            wanted=wanted,
            ids=listed([scenario.id for scenario in named], at_most=10),
        )
    if not named:
        raise PlannerError(
            "{name} has no scenario {wanted}: it has {names}.",
            name=file_name(path),
            wanted=wanted,
            names=listed([scenario.name for scenario in project.scenarios], at_most=10),
        )
    return named[0]
