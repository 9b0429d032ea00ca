"""``planner export``: a layout as a document, of the kind that the ending of its name says."""

import os
from argparse import Namespace
from datetime import datetime
from pathlib import Path

from planner import resources, store
from planner.cli.console import DONE, Console
from planner.cli.later import later
from planner.cli.sources import project_in, scenario_of
from planner.domain import Project, Scenario
from planner.errors import PlannerError
from planner.messages import message
from planner.store.faults import file_name

PLAN = ".plan.json"
PAPER = "A3"
_LATER = {
    ".svg": "exporting a chart as SVG",
    ".html": "exporting a page as HTML",
    ".csv": "exporting a table as CSV",
    ".xlsx": "exporting a workbook",
}


def run(arguments: Namespace, console: Console) -> int:
    """Write the document; nothing half-written is ever left."""
    ending = _ending(arguments.output)
    _refuse_what_comes_later(arguments, ending)
    refuse_overwriting(arguments.file, arguments.output)
    project = project_in(arguments.file, console)
    if ending == PLAN:
        _write_plan(project, arguments)
    else:
        scenario = scenario_of(project, arguments.scenario, arguments.file)
        _write_pages(project, scenario, ending, arguments, console)
    console.note(message("Wrote {name}.", name=file_name(arguments.output)))
    return DONE


def refuse_overwriting(source: str, output: str) -> None:
    """Refuse to write over the very file that is read."""
    try:
        same = Path(source).samefile(output)
    except (OSError, ValueError):
        same = False
    if same:
        raise PlannerError("{name} is the file that is read: write to another name.", name=file_name(output))


def _ending(output: str) -> str:
    name = os.path.basename(output).lower()  # noqa: PTH119 - a path may end in a slash and have no name
    for ending in (PLAN, ".pdf", ".png", *_LATER):
        if name.endswith(ending):
            return ending
    raise PlannerError(
        "{name} does not say what to write: end its name in .pdf, .png or .plan.json.", name=file_name(output)
    )


def _refuse_what_comes_later(arguments: Namespace, ending: str) -> None:
    if ending in _LATER:
        raise later(_LATER[ending])
    if arguments.view == "people":
        raise later("a chart of people")
    if arguments.fit == "tiles":
        raise later("a chart over several sheets")
    if arguments.table is not None:
        raise later("a table")
    is_set = arguments.paper or arguments.portrait or arguments.scenario or arguments.skills
    if ending == PLAN and is_set:
        raise PlannerError(
            "A plan holds every scenario and has no paper: leave --scenario, --paper, --portrait and "
            "--skills out."
        )


def _write_plan(project: Project, arguments: Namespace) -> None:
    from planner.exchange import plan

    store.publish(plan.write(project).encode(), arguments.output)


def _write_pages(
    project: Project, scenario: Scenario, ending: str, arguments: Namespace, console: Console
) -> None:
    # Imported here: a plan needs none of what drawing and printing take.
    from planner.drawing.icons import Icons
    from planner.drawing.tokens import Theme
    from planner.guidance import load_pack
    from planner.render.export import printed
    from planner.render.pdf import Ink
    from planner.typography import Fonts

    done = printed(
        project,
        scenario.id,
        pack=load_pack(resources.read_text),
        ink=Ink(
            fonts=Fonts.load(resources.read_bytes),
            read_bytes=resources.read_bytes,
            icons=Icons(resources.read_text),
            theme=Theme.parse(resources.read_text("tokens/print.toml")),
        ),
        now=datetime.now().astimezone(),
        paper=arguments.paper or PAPER,
        portrait=arguments.portrait,
        with_skills=arguments.skills,
    )
    store.publish(done.picture() if ending == ".png" else done.data, arguments.output)
    for said in done.notes:
        console.note(said)
