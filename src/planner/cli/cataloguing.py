"""``planner rules``: the catalogue of rules, or one rule's documentation."""

from argparse import Namespace
from textwrap import fill
from typing import Any

from planner import resources
from planner.cli.console import DONE, PLAIN, Console
from planner.errors import PlannerError
from planner.guidance import CATALOGUE, Pack, Rule, load_pack
from planner.messages import Message, render

WIDTH = 96
"""Characters in a line of a rule's documentation."""


def run(arguments: Namespace, console: Console) -> int:
    """List all rules, or explain one."""
    pack = load_pack(resources.read_text)
    rules = CATALOGUE if arguments.rule is None else (_rule(arguments.rule),)
    if arguments.json:
        entries = [_as_json(rule, pack) for rule in rules]
        console.result_as_json({"rules": entries} if arguments.rule is None else entries[0])
    elif arguments.rule is None:
        _list(pack, console)
    else:
        console.result(_explained(rules[0], pack))
    return DONE


def _rule(wanted: str) -> Rule:
    for rule in CATALOGUE:
        if rule.id == wanted:
            return rule
    raise PlannerError("There is no rule {id}: planner rules lists those there are.", id=wanted)


def _list(pack: Pack, console: Console) -> None:
    width = max(len(rule.id) for rule in CATALOGUE)
    category = None
    for rule in CATALOGUE:
        if rule.category is not category:
            console.result(f"{'' if category is None else chr(10)}{rule.category}")
            category = rule.category
        console.result(f"  {rule.id:{width}}  {_number(pack.weights[rule.id]):>4}  {rule.name}")


def _explained(rule: Rule, pack: Pack) -> str:
    head = (
        f"{rule.id}: {rule.name}\n{rule.category}, weight {_number(pack.weights[rule.id])}, "
        f"source: {rule.source}, needs: {rule.needs}"
    )
    parts = (
        ("Applies to", rule.applies_to),
        ("Looks for", rule.looks_for),
        ("Why", rule.why),
        ("Better", rule.better),
        (f"Guidance, {rule.section}", rule.says),
    )
    told = [f"{title}\n{_wrapped(str(text))}" for title, text in parts]
    examples = [
        f"{title}\n{_indented(text)}"
        for title, text in (("Lost", rule.breaking), ("Mended", rule.mended))
        if text
    ]
    return "\n\n".join([head, *told, *examples])


def _wrapped(text: str) -> str:
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.strip("\n").splitlines())


def _number(weight: float) -> str:
    return f"{weight:g}"


def _as_json(rule: Rule, pack: Pack) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": _text(rule.name),
        "category": rule.category.value,
        "weight": pack.weights[rule.id],
        "source": rule.source.value,
        "needs": rule.needs.value,
        "applies_to": _text(rule.applies_to),
        "looks_for": _text(rule.looks_for),
        "why": _text(rule.why),
        "better": _text(rule.better),
        "guidance": {"section": _text(rule.section), "text": _text(rule.says)},
        "examples": {"breaking": rule.breaking, "mended": rule.mended},
    }


def _text(text: Message) -> str:
    return render(text, PLAIN)
