"""The pack's data: weights, thresholds and the works that its rules rest on, checked when it is loaded."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from planner.domain import Project
from planner.guidance.reading import Place, parsed
from planner.messages import Message, listed, message

PACK_ID: Final = "org-design-basics"
RULE_IDS: Final = (
    "org/span-of-control",
    "org/layers",
    "org/team-size",
    "org/team-lead",
    "org/many-teams",
    "org/team-cost",
)
_WEIGHT_MOST: Final = 100.0


class Work(Struct, frozen=True):
    """A published work that a rule rests on."""

    author: str
    title: str
    published: str

    @property
    def cited(self) -> Message:
        """Author, title and year in a line."""
        return message(
            "{author}, {title} ({published})", author=self.author, title=self.title, published=self.published
        )


class Band(Struct, frozen=True):
    """A number that should be neither below nor above."""

    least: int
    most: int


class Basics(Struct, frozen=True, kw_only=True):
    """The data of the second pack."""

    name: str
    version: int
    note: str
    weights: Mapping[str, float]
    sources: Mapping[str, tuple[Work, ...]]
    span: Band
    """Direct reports of one lead."""
    team_size: Band
    """People who hold a seat in one team."""
    teams_per_person: int
    steps: tuple[tuple[int, int], ...]
    """Up to so many people, so many levels; in rising order."""
    levels_beyond: int

    def bounds_of(self, rule: str) -> Message | None:
        """The numbers that a rule judges by, which are this planner's judgement; None where it needs none."""
        match rule:
            case "org/span-of-control":
                return message(
                    "The bounds are {least} and {most}.", least=self.span.least, most=self.span.most
                )
            case "org/team-size":
                size = self.team_size
                return message("The bounds are {least} and {most}.", least=size.least, most=size.most)
            case "org/many-teams":
                return message("The bound is {count} teams.", count=self.teams_per_person)
            case "org/layers":
                steps = [
                    message("{levels} for up to {people} people", levels=levels, people=people)
                    for people, levels in self.steps
                ]
                beyond = message("{levels} beyond", levels=self.levels_beyond)
                suits = listed([*steps, beyond], at_most=len(steps) + 1)
                return message("What suits: {steps}.", steps=suits)
            case _:
                return None

    def levels_for(self, people: int) -> int:
        """How many levels suit so many people at most."""
        return next((levels for most, levels in self.steps if people <= most), self.levels_beyond)


def is_on(project: Project) -> bool:
    """Whether a plan has switched the pack on."""
    return PACK_ID in project.extra_packs


def load_basics(text: str, file: str) -> Basics:
    """Load the pack from the text of its file.

    Raises:
        PlannerError: data that is missing or not what it should be, with its file and place.
    """
    data = parsed(file, text)
    weights = data["weights"]
    for name, entry in weights.items():
        if name not in RULE_IDS:
            raise entry.fault(message("left out, as there is no such rule"))
    return Basics(
        name=data["name"].text(),
        version=data["version"].whole(least=1),
        note=data["note"].text(),
        weights={rule: weights[rule].number(most=_WEIGHT_MOST) for rule in RULE_IDS},
        sources={rule: _works(data["sources"][rule]) for rule in RULE_IDS},
        span=_band(data["span-of-control"]),
        team_size=_band(data["team-size"]),
        teams_per_person=data["many-teams"]["most"].whole(least=1),
        steps=_steps(data["layers"]["steps"]),
        levels_beyond=data["layers"]["beyond"].whole(least=1),
    )


def _band(place: Place) -> Band:
    least = place["least"].whole(least=1)
    return Band(least, place["most"].whole(least=least))


def _works(place: Place) -> tuple[Work, ...]:
    works = tuple(
        Work(entry["author"].text(), entry["title"].text(), entry["published"].text())
        for entry in place.entries()
    )
    if not works:
        raise place.fault(message("a list with at least one work"))
    return works


def _steps(place: Place) -> tuple[tuple[int, int], ...]:
    steps: list[tuple[int, int]] = []
    for entry in place.entries():
        people, levels = steps[-1] if steps else (0, 0)
        steps.append((entry["people"].whole(least=people + 1), entry["levels"].whole(least=levels + 1)))
    return tuple(steps)
