"""Makes a rule pack from its data files, and refuses one that is not whole, with the place of the fault."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from planner.domain import ROLES, Aim, Chooser, Function, Stage, Structure
from planner.guidance.basics.data import load_basics
from planner.guidance.catalogue import CATALOGUE
from planner.guidance.pack import Challenge, Pack, Source, StageLimits, StructureGuidance
from planner.guidance.reading import Place, parsed
from planner.guidance.texts import plain_skill
from planner.messages import Message, message

WEIGHT_MOST: Final = 100.0
BASICS_FILE: Final = "guidance/basics.toml"

ReadText = Callable[[str], str]


def load_pack(read_text: ReadText) -> Pack:
    """Load the default pack; ``read_text`` gives the text of ``guidance/rules.toml`` and its neighbours.

    Raises:
        PlannerError: data that is missing or not what it should be, with its file and place.
    """

    def read(name: str) -> Place:
        file = f"guidance/{name}.toml"
        return parsed(file, read_text(file))

    rules, roles, stages, skills = read("rules"), read("roles"), read("stages"), read("skills")
    structures, source = read("structures"), rules["source"]
    return Pack(
        name=rules["name"].text(),
        version=rules["version"].whole(least=1),
        source=Source(
            title=source["title"].text(),
            author=source["author"].text(),
            publisher=source["publisher"].text(),
            note=source["note"].text(),
        ),
        weights=_weights(rules["weights"]),
        role_weights=_role_weights(roles),
        role_texts={role: _said(roles[role]["brings"]) for role in ROLES},
        limits={stage: _limits(stages[stage]) for stage in Stage},
        fit_table=_fit_table(read("fit")),
        structures={structure: _structure(structures[structure]) for structure in Structure},
        reasons={(stage, aim): _said(structures["why"][stage][aim]) for stage in Stage for aim in Aim},
        chooser_reasons=_chooser_reasons(structures["why"]["chooser"]),
        role_skills=_role_skills(skills["roles"]),
        synonyms=_synonyms(skills["synonyms"]),
        basics=load_basics(read_text(BASICS_FILE), BASICS_FILE),
    )


def _said(place: Place) -> Message:
    return message(place.text())


def _weights(place: Place) -> Mapping[str, float]:
    """One weight for each rule of the catalogue, and none for any other."""
    known = {rule.id for rule in CATALOGUE}
    for name, entry in place.items():
        if name not in known:
            raise entry.fault(message("left out, as there is no such rule"))
    return {rule.id: place[rule.id].number(most=WEIGHT_MOST) for rule in CATALOGUE}


def _limits(place: Place) -> StageLimits:
    return StageLimits(
        roles=place["roles-per-person"].whole(least=1), teams=place["teams-per-person"].whole(least=1)
    )


def _role_weights(roles: Place) -> Mapping[tuple[Aim, Stage], Mapping[Function, float]]:
    roles.only(Function)
    return {
        (aim, stage): {role: _role_weight(roles[role], aim, stage) for role in ROLES}
        for aim in Aim
        for stage in Stage
    }


def _role_weight(place: Place, aim: Aim, stage: Stage) -> float:
    return place["weight"][aim][stage].number(most=WEIGHT_MOST) if "weight" in place else 1.0


def _fit_table(fit: Place) -> Mapping[tuple[Stage, Aim], Mapping[Structure, float]]:
    fit.only(Stage)
    return {
        (stage, aim): {each: fit[stage][aim][each].number(most=1.0) for each in Structure}
        for stage in Stage
        for aim in Aim
    }


def _structure(place: Place) -> StructureGuidance:
    return StructureGuidance(
        name=_said(place["name"]),
        idea=_said(place["idea"]),
        benefits=tuple(map(message, place["benefits"].texts())),
        challenges=tuple(
            Challenge(rule=entry["rule"].text(), text=_said(entry["text"]))
            for entry in place["challenges"].entries()
        ),
    )


def _chooser_reasons(place: Place) -> Mapping[Chooser | None, Message]:
    named: dict[Chooser | None, Message] = {chooser: _said(place[chooser]) for chooser in Chooser}
    return {**named, None: _said(place["both"])}


def _role_skills(roles: Place) -> Mapping[Function, frozenset[str]]:
    roles.only(Function)
    return {role: _plain({*roles[role]["article"].texts(), *roles[role]["today"].texts()}) for role in ROLES}


def _plain(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain_skill, entries))


def _synonyms(place: Place) -> Mapping[str, str]:
    return {plain_skill(written): plain_skill(entry.text()) for written, entry in place.items()}
