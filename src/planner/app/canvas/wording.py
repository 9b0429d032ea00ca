"""Says what things on the canvas are, as sentences for screen readers, tool tips and the status bar."""

from collections.abc import Sequence

from planner.app.agreements.wording import link_words
from planner.app.moving.hints import Hint
from planner.domain import Kind, Person, Project, Scenario, Seat, Team
from planner.domain.shares import TOLERANCE, planned
from planner.messages import Message, Share, counted, message


def seat_name(
    project: Project, scenario: Scenario, seat: Seat, place: int, of: int, *, notes: str = ""
) -> str:
    """``Mateo Silva, data engineer, 100%, Churn Radar, seat 6 of 8, 1 warning``."""
    team = scenario.teams[seat.team].name
    where = message("{team}, seat {place} of {all}", team=team, place=place, all=of)
    role = message("{title}", title=seat.title) if seat.title else message(seat.function.phrase)
    person = project.people.get(seat.person)
    if person is None:
        text = message("Vacant, {role}, {where}", role=role, where=where)
    else:
        text = message(
            "{person}, {role}, {share}, {where}",
            person=person.name,
            role=role,
            share=Share(seat.share or 0.0),
            where=where,
        )
    return f"{text}, {notes}" if notes else str(text)


def team_name(scenario: Scenario, team: Team, *, notes: str = "") -> str:
    """``Churn Radar, squad, 7 of 8 seats filled, 1 warning``."""
    seats = [seat for seat in scenario.seats if seat.team == team.id]
    return team_said(team, sum(seat.is_filled for seat in seats), len(seats), notes=notes)


def team_said(team: Team, filled: int, seats: int, *, notes: str = "") -> str:
    """What a team is, from its counts."""
    text = message("{team}, {kind}", team=team.name, kind=message(team.kind.value))
    if seats or team.kind is not Kind.GROUP:
        text = message(
            "{team}, {kind}, {filled} of {seats} seats filled",
            team=team.name,
            kind=message(team.kind.value),
            filled=filled,
            seats=seats,
        )
    parts = [str(text)]
    if team.locked:
        parts.append(str(message("locked")))
    if notes:
        parts.append(notes)
    return ", ".join(parts)


def relations_said(project: Project, scenario: Scenario, team: Team) -> str:
    """``led by Ingrid Solheim, serves Fraud Shield``: what the chart shows by lines."""
    lead = project.people.get(team.lead)
    said = [str(message("led by {person}", person=lead.name))] if lead is not None else []
    said += [
        str(link_words(scenario, link, team.id))
        for end in ("source", "target")
        for link in scenario.links.where(end, team.id)
    ]
    return ", ".join(sorted(said))


def holder_said(scenario: Scenario, person: Person, roles: str, *, notes: str = "") -> str:
    """``Mateo Silva, Data engineer, planned at 60%, of 100%, 2 seats``: who holds a seat, in all they do."""
    of = message(
        "planned at {planned}, of {capacity}",
        planned=Share(planned(scenario, person.id)),
        capacity=Share(person.capacity),
    )
    seats = counted("{count} seat", "{count} seats", len(scenario.seats.where("person", person.id)))
    return ", ".join(filter(None, [person.name, roles, str(of), str(seats), notes]))


def over_allocation(project: Project, scenario: Scenario, seat: Seat) -> Message | None:
    """Says when a seat's holder is planned beyond their capacity."""
    person = project.people.get(seat.person)
    if person is None:
        return None
    all_of_it = planned(scenario, person.id)
    if all_of_it <= person.capacity + TOLERANCE:
        return None
    return message(
        "{person} is planned at {planned}, of {capacity}",
        person=person.name,
        planned=Share(all_of_it),
        capacity=Share(person.capacity),
    )


def seat_tip(project: Project, scenario: Scenario, seat: Seat) -> str:
    """The tool tip of a card: role in full, share and demand, and what is out of the ordinary."""
    person = project.people.get(seat.person)
    lines = [person.name if person else str(message("Vacant"))]
    lines.append(f"{seat.title}, {seat.function.phrase}" if seat.title else seat.function.label)
    if seat.share is not None:
        text = message(
            "Gives {share}, the seat asks for {demand}", share=Share(seat.share), demand=Share(seat.demand)
        )
    else:
        text = message("Asks for {demand}", demand=Share(seat.demand))
    lines.append(str(text))
    over = over_allocation(project, scenario, seat)
    if over is not None:
        lines.append(str(over))
    return "\n".join(lines)


def team_tip(project: Project, scenario: Scenario, team: Team) -> str:
    """The tool tip of a team's header."""
    lines = [team_name(scenario, team), team.purpose, team.product]
    lead = project.people.get(team.lead)
    if lead is not None:
        lines.append(str(message("Led by {person}", person=lead.name)))
    return "\n".join(filter(None, lines))


_ROW: dict[str, tuple[tuple[str, Message], ...]] = {
    "filled": (
        ("M", message("move")),
        ("R", message("add role")),
        ("Del", message("back to bench")),
        ("F6", message("next panel")),
    ),
    "vacant": (
        ("Enter", message("choose person")),
        ("R", message("change role")),
        ("Ins", message("add seat")),
        ("Del", message("remove")),
        ("F6", message("next panel")),
    ),
    "team": (
        ("M", message("move under")),
        ("L", message("link")),
        ("Ins", message("add seat")),
        ("Del", message("remove")),
        ("F6", message("next panel")),
    ),
    "bench": (
        ("Enter", message("edit")),
        ("M", message("move")),
        ("Space", message("pick up")),
        ("F6", message("next panel")),
    ),
}


_MOVE_ALL = (("M", message("move")), ("Space", message("pick up")), ("Del", message("back to bench")))


def _several(scenario: Scenario, keys: Sequence[tuple[str, str]]) -> tuple[tuple[str, Message], ...]:
    """What the keys do with several things: people are moved, the rest is removed."""
    filled = [
        key
        for kind, key in keys
        if kind == "person" or ((seat := scenario.seats.get(key)) and seat.is_filled)
    ]
    return _MOVE_ALL if filled else (("Del", message("remove")),)


def selection_hint(project: Project, scenario: Scenario, keys: Sequence[tuple[str, str]]) -> Hint:
    """What the keys do with what is selected."""
    if len(keys) > 1:
        return Hint(message("{count} selected.", count=len(keys)), _several(scenario, keys))
    if not keys:
        return Hint(message("Drag a person onto a seat, or select one and press M."))
    kind, key = keys[0]
    if kind == "team":
        return Hint(message("{team} selected.", team=scenario.teams[key].name), _ROW["team"])
    if kind == "person":
        return Hint(message("{person} selected.", person=project.people[key].name), _ROW["bench"])
    person = project.people.get(scenario.seats[key].person)
    if person is not None:
        return Hint(message("{person} selected.", person=person.name), _ROW["filled"])
    role = message(scenario.seats[key].function.phrase)
    return Hint(message("Vacant {role} seat selected.", role=role), _ROW["vacant"])
