"""What the lists of *Move to…*, *Move under…* and *Link to…* say: title, headings, options, keys."""

from collections.abc import Callable, Sequence
from typing import Final

from planner.advice.choices import Choice, Section
from planner.advice.moves import (
    BetweenSeats,
    ByLink,
    Carried,
    CarriedTeam,
    DrawnLink,
    InGap,
    Intent,
    Load,
    OnBench,
    OnCanvas,
    OnScenario,
    OnSeat,
    OnTeam,
    Several,
    Target,
    people_of,
)
from planner.app.agreements.wording import link_words, sentence_case
from planner.app.canvas.menus import KIND_ICONS
from planner.app.controls.folding import has_words
from planner.app.moving.choice_list import Option
from planner.domain import Link, Project, Scenario
from planner.messages import Message, counted, message

OTHERS: Final = message("Other vacant seats")
HEADINGS: Final = {
    Section.VACANT: message("Vacant seats that fit"),
    Section.SWAP: message("Swap"),
    Section.REPLACE: message("Replace"),
    Section.ADD: message("Add a seat"),
    Section.BENCH: message("Bench"),
    Section.TOGETHER: message("Teams"),
    Section.UNDER: message("Teams"),
    Section.LINKED: message("Linked now"),
    Section.SERVES: message("Serves"),
    Section.COLLABORATES: message("Collaborates with"),
    Section.DOTTED: message("Dotted line to"),
}
KEYS: Final = ("Enter", "Ctrl Enter", "Shift Enter", "Esc")


def title_of(load: Load, what: Message, intent: Intent) -> Message:
    """The words before the field."""
    match load:
        case CarriedTeam():
            return message("Move {team} under", team=what)
        case DrawnLink():
            return message("Link {team} to", team=what)
    if intent is Intent.COPY:
        return message("Add a role for {person} in", person=what)
    return message("Move {person} to", person=what)


def placeholder_of(load: Load) -> str:
    """What can be typed."""
    match load:
        case Carried():
            return "team or role"
        case DrawnLink():
            return "team or kind"
    return "team"


def keys_for(load: Load, choice: Choice | None, intent: Intent, *, is_filled: bool) -> dict[str, str]:
    """What the keys of the foot do with the current choice."""
    match load:
        case Carried() | Several() if intent is Intent.COPY:
            return {"Enter": "add role" if isinstance(load, Carried) else "add roles", "Esc": "cancel"}
        case Carried():
            more = {"Shift Enter": "replace"} if is_filled else {"Ctrl Enter": "second role"}
            return {"Enter": "assign", **more, "Esc": "cancel"}
        case Several():
            return {"Enter": "assign", "Ctrl Enter": "second roles", "Esc": "cancel"}
        case CarriedTeam():
            return {"Enter": "move", "Esc": "cancel"}
    removes = choice is not None and choice.section is Section.LINKED
    return {"Enter": "remove" if removes else "link", "Esc": "cancel"}


def option_for(
    project: Project, scenario: Scenario, load: Load, choice: Choice, *, kind_only: bool = False
) -> Option:
    """One line of a list; with ``kind_only`` the other team of a link is known, and its kind is asked for."""
    match choice.target:
        case OnSeat(key):
            return _seat(project, scenario, key, choice)
        case OnTeam(key):
            return _team(scenario, load, key, choice)
        case OnCanvas():
            return _canvas(load, choice)
        case OnBench():
            return Option(str(choice.outcome.words), "", choice.gain, choice, icon="arrow-left")
        case ByLink():
            return _link(scenario, load, choice.target, choice, kind_only=kind_only)
        case InGap() | BetweenSeats() | OnScenario():
            return Option(str(choice.outcome.words), "", choice.gain, choice, icon="swap")


def team_called(scenario: Scenario, key: str) -> str:
    """A team's name, with that of the team above it where others are called the same."""
    team = scenario.teams[key]
    above = scenario.teams.get(team.parent)
    if above is None or len(scenario.teams.where("name", team.name)) == 1:
        return team.name
    return str(message("{team} in {above}", team=team.name, above=above.name))


def _seat(project: Project, scenario: Scenario, key: str, choice: Choice) -> Option:
    seat = scenario.seats[key]
    team, holder = team_called(scenario, seat.team), project.people.get(seat.person)
    if holder is not None:
        words = "with {person}" if choice.section is Section.SWAP else "{person}"
        detail = str(message(words, person=holder.name))
    elif choice.outcome.remark is not None:
        detail = str(message("{role}, first time", role=message(seat.function.label)))
    else:
        detail = seat.function.label
    return Option(team, detail, choice.gain, choice, seat.function, vacant=holder is None)


def _team(scenario: Scenario, load: Load, key: str, choice: Choice) -> Option:
    team, name = scenario.teams[key], team_called(scenario, key)
    match load:
        case CarriedTeam():
            remark = choice.outcome.remark
            detail = str(remark) if remark is not None else str(message(team.kind.label))
            return Option(name, detail, choice.gain, choice, icon=KIND_ICONS[team.kind])
        case Several():
            detail = _vacancies(scenario, key, choice)
            return Option(name, detail, choice.gain, choice, icon=KIND_ICONS[team.kind])
    function = choice.outcome.function
    return Option(name, function.label if function is not None else "", choice.gain, choice, icon="plus")


def _vacancies(scenario: Scenario, team: str, choice: Choice) -> str:
    vacant = sum(not seat.is_filled for seat in scenario.seats.where("team", team))
    parts: Sequence[Message | None] = (
        counted("{count} vacant seat", "{count} vacant seats", vacant) if vacant else None,
        choice.outcome.remark,
    )
    return ", ".join(str(part) for part in parts if part is not None)


def _canvas(load: Load, choice: Choice) -> Option:
    kind = choice.outcome.kind
    if kind is None:
        return Option(str(choice.outcome.words), "", choice.gain, choice, icon="arrow-up")
    detail = str(message("with one seat")) if isinstance(load, Carried) else ""
    return Option(f"{choice.outcome.words}…", detail, choice.gain, choice, icon=KIND_ICONS[kind])


def _link(scenario: Scenario, load: Load, target: ByLink, choice: Choice, *, kind_only: bool) -> Option:
    if kind_only and choice.section is not Section.LINKED:
        return Option(str(choice.outcome.words), "", choice.gain, choice, icon="link")
    if choice.section is not Section.LINKED:
        kind = str(HEADINGS[choice.section])
        team = scenario.teams[target.team]
        name = team_called(scenario, target.team)
        return Option(name, kind, choice.gain, choice, icon=KIND_ICONS[team.kind])
    own = load.team if isinstance(load, DrawnLink) else target.team
    start, end = (target.source, own) if target.source is not None else (own, target.team)
    words = sentence_case(link_words(scenario, Link(source=start, target=end, kind=target.kind), own))
    return Option(words, str(message("Remove")), choice.gain, choice, icon="close")


def called(project: Project, scenario: Scenario, load: Load, typed: str) -> Callable[[Section, Target], bool]:
    """Tells of places that are not tried yet whether their line may have the words that are typed."""
    people = (project.people[one.person] for one in people_of(load))
    roles = " ".join(str(role.label) for person in people for role in person.roles)
    headings = {section: str(words) for section, words in HEADINGS.items()}
    headings[Section.VACANT] += f" {OTHERS}"
    headings[Section.LINKED] += " remove served by serves collaborates with dotted line from to"

    def may_be_called(section: Section, target: Target) -> bool:
        match target:
            case OnSeat(key):
                seat = scenario.seats[key]
                holder = project.people.get(seat.person)
                name = holder.name if holder is not None else "first time"
                words = f"{team_called(scenario, seat.team)} {seat.function.label} with {name}"
            case OnTeam(team) | ByLink(team):
                words = f"{team_called(scenario, team)} {scenario.teams[team].kind.label} {roles}"
            case _:
                return True
        return has_words(f"{words} {headings[section]}", typed)

    return may_be_called
