"""What an open plan brings to the palette: people, teams, findings, scenarios, and roles to select."""

from collections.abc import Callable
from functools import partial

from planner.app.canvas import view as views
from planner.app.canvas.menus import KIND_ICONS
from planner.app.document import Document
from planner.app.moving.workbench import Workbench
from planner.app.palette.entries import Entry, Kind
from planner.domain import Function, Person, Scenario, Seat, Team
from planner.domain.shares import share_held
from planner.guidance import Finding
from planner.messages import counted, message


class PlanEntries:
    """The entries of one document, made when they are asked for after a change."""

    def __init__(
        self,
        bench: Workbench,
        *,
        open_finding: Callable[[Finding], object],
        show_bench: Callable[[], object],
        say: Callable[[str], object],
    ) -> None:
        self._bench, self._document = bench, bench.document
        self._open_finding, self._show_bench, self._say = open_finding, show_bench, say
        self._made: list[Entry] | None = None
        self._document.changed.connect(self._forget)
        self._document.scenario_switched.connect(self._forget)

    def entries(self) -> list[Entry]:
        """Everything in the plan that has a name."""
        if self._made is None:
            self._made = [
                *self._teams(),
                *self._people(),
                *self._scenarios(),
                *self._findings(),
                *self._roles(),
            ]
        return self._made

    def _forget(self) -> None:
        self._made = None

    def _people(self) -> list[Entry]:
        mostly = _what_people_do(self._document.scenario)
        return [
            self._person(person, mostly.get(person.id, person.main_function))
            for person in self._document.project.people
        ]

    def _person(self, person: Person, function: Function) -> Entry:
        return Entry(
            key=f"person {person.id}",
            kind=Kind.PERSON,
            name=person.name,
            run=partial(self._show_person, person.id),
            detail=partial(_about_person, self._document, person, function),
            aside=person.title,
            function=function,
        )

    def _teams(self) -> list[Entry]:
        return [
            Entry(
                key=f"team {team.id}",
                kind=Kind.TEAM,
                name=team.name,
                run=partial(self._show_team, team.id),
                detail=partial(_about_team, team),
                aside=team.product,
                icon=KIND_ICONS[team.kind],
            )
            for team in self._document.scenario.teams
        ]

    def _scenarios(self) -> list[Entry]:
        return [
            Entry(
                key=f"scenario {scenario.id}",
                kind=Kind.SCENARIO,
                name=scenario.name,
                run=partial(self._document.show_scenario, scenario.id),
                detail=partial(str, f"{scenario.stage.label} · {scenario.aim.label}"),
                icon="copy",
                state="Shown" if scenario.id == self._document.scenario_id else "",
            )
            for scenario in self._document.project.scenarios
        ]

    def _findings(self) -> list[Entry]:
        return [
            Entry(
                key=f"finding {' '.join(finding.key)}",
                kind=Kind.FINDING,
                name=str(finding.title),
                run=partial(self._open_finding, finding),
                detail=partial(str, finding.where),
                aside=str(finding.where),
                severity=finding.severity.value,
            )
            for finding in self._document.review.findings
        ]

    def _roles(self) -> list[Entry]:
        held = {seat.function for seat in self._document.scenario.seats if seat.is_filled}
        return [
            Entry(
                key=f"role {function.value}",
                kind=Kind.SELECT,
                name=f"Select by role: {function.phrase}",
                run=partial(self._select_role, function),
                function=function,
            )
            for function in Function
            if function in held
        ]

    def _show_person(self, person: str) -> None:
        seats = [("seat", seat.id) for seat in self._document.scenario.seats.where("person", person)]
        if seats:
            self._bench.canvas.setFocus()
            self._bench.selection.select(*seats)
            self._bench.canvas.reveal(*seats)
            return
        self._show_bench()
        self._bench.bench.list.setFocus()
        self._bench.selection.select(("person", person))
        self._bench.bench.list.reveal(person)

    def _show_team(self, team: str) -> None:
        canvas = self._bench.canvas
        canvas.uncover(("team", team))
        rect = canvas.scene.rect_in(("team", team), overview=False)
        canvas.setFocus()
        self._bench.selection.select(("team", team))
        if rect is not None:
            canvas.fly_to(views.fitted((rect.x, rect.y, rect.width, rect.height), canvas.room))

    def _select_role(self, function: Function) -> None:
        seats = [
            ("seat", seat.id)
            for seat in self._document.scenario.seats
            if seat.function is function and seat.is_filled
        ]
        self._bench.canvas.setFocus()
        self._bench.selection.select(*seats)
        self._bench.canvas.reveal(*seats)
        role = message(function.phrase)
        said = counted(
            "{count} seat of a {role} is selected.",
            "{count} seats of {role}s are selected.",
            len(seats),
            role=role,
        )
        self._say(str(said))


def _what_people_do(scenario: Scenario) -> dict[str, Function]:
    """The function of each holder's largest seat."""
    largest: dict[str, Seat] = {}
    for seat in scenario.seats:
        if seat.person is not None:
            known = largest.get(seat.person)
            if known is None or share_held(known) < share_held(seat):
                largest[seat.person] = seat
    return {person: seat.function for person, seat in largest.items()}


def _about_person(document: Document, person: Person, function: Function) -> str:
    """``Data engineer · ML Platform, Fraud Shield``, or that they sit on the bench."""
    scenario = document.scenario
    seats = scenario.seats.where("person", person.id)
    teams = sorted({scenario.teams[seat.team].name for seat in seats})
    led = sorted(team.name for team in scenario.teams.where("lead", person.id)) if not teams else []
    where = ", ".join(teams) or (f"leads {', '.join(led)}" if led else "on the bench")
    return f"{person.title or function.label} · {where}"


def _about_team(team: Team) -> str:
    return (
        f"{team.kind.label} · {team.product}"
        if team.product and team.product != team.name
        else team.kind.label
    )
