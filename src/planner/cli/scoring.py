"""``planner score``: what the guidance says of a layout, in prose or for a machine."""

from argparse import Namespace

from msgspec.structs import replace

from planner import resources
from planner.cli.console import DONE, NO, WRONG, Console
from planner.cli.refusing import refuse
from planner.cli.sources import project_in, scenario_of
from planner.domain import OwnWeights
from planner.errors import PlannerError
from planner.guidance import Pack, Review, basics, load_pack, recommendation, report, review
from planner.guidance.basics import report as basics_report
from planner.guidance.own_weights import LARGEST, read_weights
from planner.messages import message
from planner.store import read_once
from planner.store.faults import file_name


def run(arguments: Namespace, console: Console) -> int:
    """Score each file in turn; the worst of their codes is the answer."""
    pack = load_pack(resources.read_text)
    own = _own_weights(arguments.weights) if arguments.weights is not None else None
    return max(_scored(path, pack, own, arguments, console) for path in arguments.files)


def _own_weights(path: str) -> OwnWeights:
    content = read_once(path, at_most=LARGEST)
    return read_weights(content.data, content.name)


def _scored(path: str, pack: Pack, own: OwnWeights | None, arguments: Namespace, console: Console) -> int:
    try:
        project = project_in(path, console)
        if own is not None:
            project = replace(project, rule_pack=own)
        reviewed = review(project, scenario_of(project, arguments.scenario, path).id, pack)
    except PlannerError as error:
        refuse(error, console)
        return WRONG
    if len(arguments.files) > 1 and not arguments.json:
        console.result(message("{file}:", file=file_name(path)))
    _tell(reviewed, pack, arguments, console)
    if path != arguments.files[-1] and not arguments.json:
        console.result("")
    return _answer(reviewed, arguments.least, path, console)


def _tell(reviewed: Review, pack: Pack, arguments: Namespace, console: Console) -> None:
    scenario = reviewed.scenario
    recommended = recommendation(pack, scenario.stage, scenario.aim, scenario.chooser)
    second = None
    if basics.is_on(reviewed.project):
        second = basics.reviewed(reviewed.project, scenario.id, pack.basics)
    if arguments.json:
        data = report.as_json(reviewed, recommended)
        if second is not None:
            data["extra_packs"] = [basics_report.as_json(second)]
        console.result_as_json(data)
        return
    for line in report.as_prose(reviewed, recommended):
        console.result(line)
    if second is not None:
        console.result("")
        for line in basics_report.as_prose(second):
            console.result(line)


def _answer(reviewed: Review, least: float | None, path: str, console: Console) -> int:
    total = reviewed.score.total
    if least is None or (total is not None and total >= least):
        return DONE
    name = file_name(path)
    if total is None:
        console.note(f"{name} has nothing to score, which is not {least:g}.")
    else:
        console.note(f"{name} scores {total:.6g}, below {least:g}.")
    return NO
