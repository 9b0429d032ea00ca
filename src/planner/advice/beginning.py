"""Begins a layout that has no teams: the starting layout of the recommended structure, as one step."""

from planner.advice.moves import NewId
from planner.advice.starting import Answers, starting_layout
from planner.domain import Draft, Edited, Project, Scenario, Structure, Table, edits, together
from planner.errors import PlannerError
from planner.guidance import Pack, recommendation
from planner.messages import message


def recommended_for(pack: Pack, scenario: Scenario) -> Structure:
    """The structure that suits a scenario's company: the declared one where it is among the best."""
    best = recommendation(pack, scenario.stage, scenario.aim, scenario.chooser).structures
    return scenario.structure if scenario.structure in best else best[0]


def begin(project: Project, scenario_id: str, structure: Structure, *, new_id: NewId) -> Edited:
    """Put teams and vacant seats for the people there are into a scenario without teams.

    Everybody stays on the bench. PlannerError when there are teams already.
    """
    scenario = project.scenarios[scenario_id]
    if scenario.teams:
        raise PlannerError("{scenario} has teams already.", scenario=scenario.name)
    answers = Answers(
        name=project.name,
        stage=scenario.stage,
        aim=scenario.aim,
        structure=structure,
        people=sum(person.main_function.is_role for person in project.people),
        features=scenario.use_cases or 1,
    )
    (made,) = starting_layout(answers, new_id=new_id).project.scenarios

    def declare(project: Project) -> Edited:
        return edits.edit_context(project, scenario_id, structure=structure)

    def lay_out(project: Project) -> Edited:
        draft = Draft(project, scenario_id)
        for table, rows in (
            (Table.TEAMS, made.teams),
            (Table.SEATS, made.seats),
            (Table.LINKS, made.links),
            (Table.PRACTICES, made.practices),
        ):
            for row in rows:
                draft.put(table, row)
        return draft.edited(message("Start"))

    label = message("Start From {structure}", structure=message(structure.label))
    return together(label, declare, lay_out)(project)
