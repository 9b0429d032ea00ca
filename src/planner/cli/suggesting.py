"""``planner suggest``: the next best moves in a layout, with the score that each would give."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any, Final

from planner import resources
from planner.advice.next_moves import NextMove, next_moves
from planner.cli.console import DONE, Console, plain
from planner.cli.sources import project_in, scenario_of
from planner.guidance import Review, load_pack, review
from planner.messages import Gain, Message, Points, counted, message

MOST: Final = 5
"""So many moves are told."""


def run(arguments: Namespace, console: Console) -> int:
    """Say which moves would raise the score most, the best first."""
    pack = load_pack(resources.read_text)
    project = project_in(arguments.file, console)
    scenario = scenario_of(project, arguments.scenario, arguments.file)
    reviewed = review(project, scenario.id, pack)
    moves = next_moves(reviewed, MOST) if reviewed.score.total is not None else ()
    if arguments.json:
        console.result_as_json(_data(reviewed, moves))
    else:
        for line in _prose(reviewed, moves):
            console.result(line)
    return DONE


def _prose(reviewed: Review, moves: tuple[NextMove, ...]) -> Iterator[Message]:
    yield message("{plan}, {scenario}", plan=reviewed.project.name, scenario=reviewed.scenario.name)
    total = reviewed.score.total
    if total is None:
        yield message("Nothing to score yet: nobody fills one of the six roles.")
        return
    yield message("Guidance score {total} of 100", total=Points(total))
    yield message("")
    if not moves:
        yield message("No single move raises the score.")
    for move in moves:
        yield message(
            "{gain} to {score}: {fix}",
            gain=Gain(move.gain),
            score=Points(total + move.gain),
            fix=move.fix.label,
        )
        yield message("    For: {title} ({where})", title=move.finding.title, where=move.finding.where)
        if move.resolves > 1:
            yield counted("    Resolves {count} finding.", "    Resolves {count} findings.", move.resolves)


def _data(reviewed: Review, moves: tuple[NextMove, ...]) -> dict[str, Any]:
    total = reviewed.score.total
    return {
        "scenario": {"id": reviewed.scenario.id, "name": reviewed.scenario.name},
        "score": total,
        "moves": [_move(move, total or 0.0) for move in moves],
    }


def _move(move: NextMove, total: float) -> dict[str, Any]:
    label, title = plain([move.fix.label, move.finding.title])
    return {
        "move": label,
        "gain": move.gain,
        "score": total + move.gain,
        "resolves": move.resolves,
        "finding": {"rule": move.finding.rule.id, "title": title},
    }
