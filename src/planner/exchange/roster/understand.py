"""Makes a first layout of a roster: people, teams with their leads, seats, and a context to be confirmed."""

from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct

from planner.domain import Aim, Assumption, Project, Rows, Scenario, Stage, Structure
from planner.errors import PlannerError
from planner.exchange.roster.columns import Columns, NoNamesError, Wishes, find_columns
from planner.exchange.roster.entries import Entry, read_entries
from planner.exchange.roster.hierarchy import Managers, hierarchy_of, managers_of
from planner.exchange.roster.report import Notes, Report, Suggested
from planner.exchange.roster.roles import read_roles
from planner.exchange.roster.tables import Roster, Row
from planner.exchange.roster.teams import Layout, teams_of_column, teams_of_managers
from planner.exchange.roster.whom import Whom, chosen
from planner.guidance import Pack, recommendation
from planner.messages import message

SCENARIO = "today"

_LARGEST_SMALL_STARTUP = 20
_LARGEST_LARGE_STARTUP = 200


class Import(Struct, frozen=True):
    """What became of a roster."""

    project: Project
    report: Report


def understand(
    roster: Roster,
    *,
    pack: Pack,
    columns: Wishes | None = None,
    whom: Whom = Whom.EVERYONE,
    name: str = "",
    stage: Stage | None = None,
    aim: Aim | None = None,
    structure: Structure | None = None,
) -> Import:
    """A project of one scenario, and the report of how it came about.

    ``columns`` maps headings or places to fields and overrides the guess. A stage, aim or structure that is
    not given is assumed, by the number of people in the roster and by what the pack recommends, and marked as
    assumed.
    """
    found, rows = find_columns(roster, columns)
    if not found.hold_names:
        raise NoNamesError(roster, found.headings)
    notes = Notes()
    for remark in roster.remarks:
        notes.note((), remark)
    found = _with_roles(_with_addresses(found, rows, notes), rows, notes)
    entries = read_entries(rows, found, notes)
    company = _people(entries)
    if not company:
        raise PlannerError(
            "{roster} has no people: no row below its heading holds a name.", roster=roster.name or "The list"
        )
    managers = managers_of(entries, notes)
    entries = chosen(entries, managers.places, whom, notes)
    people = _people(entries)
    if not people:
        raise PlannerError(
            "Nobody in {roster} has such a function, as far as titles tell.", roster=roster.name or "the list"
        )
    layout = _layout(entries, managers, notes)
    assumed = {
        assumption
        for assumption, given in zip(Assumption, (stage, aim, structure), strict=True)
        if given is None
    }
    scenario = _scenario(layout, pack, len(company), stage, aim, structure, frozenset(assumed))
    project = Project(
        name=name.strip() or PurePath(roster.name).stem.strip() or "Imported roster",
        people=Rows(entry.person for entry in people),
        scenarios=Rows([scenario]),
    )
    _note_left_vacancies(entries, layout, notes)
    return Import(project, _report(roster, found, rows, entries, layout, scenario, notes))


def _with_addresses(columns: Columns, rows: Sequence[Row], notes: Notes) -> Columns:
    """The columns, less one that is called e-mail and holds no address at all, but logins."""
    given = [row for row in rows if columns.cell(row, "email")]
    if not given or any("@" in columns.cell(row, "email") for row in given):
        return columns
    said = message(
        "The column “{heading}” holds no e-mail address and was left alone.", heading=columns.heading("email")
    )
    notes.note([row.number for row in given], said)
    return columns.without("email")


def _with_roles(columns: Columns, rows: Sequence[Row], notes: Notes) -> Columns:
    """The columns, less one that is called role and names none, but ranks or what people may do somewhere."""
    given = [row for row in rows if columns.cell(row, "roles")]
    if not given or any(read_roles(columns.cell(row, "roles")).functions for row in given):
        return columns
    said = message(
        "The column “{heading}” names none of the functions and was left alone.",
        heading=columns.heading("roles"),
    )
    notes.note([row.number for row in given], said)
    return columns.without("roles")


def _people(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.kept and not entry.vacant]


def _layout(entries: Sequence[Entry], managers: Managers, notes: Notes) -> Layout:
    hierarchy = hierarchy_of(entries, managers, notes)
    if hierarchy.reports or hierarchy.outside:
        return teams_of_managers(entries, hierarchy)
    return teams_of_column(entries)


def _scenario(
    layout: Layout,
    pack: Pack,
    people: int,
    stage: Stage | None,
    aim: Aim | None,
    structure: Structure | None,
    assumed: frozenset[Assumption],
) -> Scenario:
    stage = stage or _stage_of(people)
    aim = aim or Aim.PRODUCT
    return Scenario(
        id=SCENARIO,
        name="Today",
        stage=stage,
        aim=aim,
        structure=structure or recommendation(pack, stage, aim).structures[0],
        assumed=assumed,
        teams=layout.teams,
        seats=layout.seats,
    )


def _stage_of(people: int) -> Stage:
    """The stage that a company of so many people is usually in."""
    if people <= _LARGEST_SMALL_STARTUP:
        return Stage.SMALL_STARTUP
    return Stage.LARGE_STARTUP if people <= _LARGEST_LARGE_STARTUP else Stage.ENTERPRISE


def _note_left_vacancies(entries: Sequence[Entry], layout: Layout, notes: Notes) -> None:
    for place in layout.left:
        entry = entries[place]
        if entry.vacant:
            said = message("Row {row} is a vacant post in no team and was left out.", row=entry.row)
            notes.skip(entry.row, said)


def _report(
    roster: Roster,
    found: Columns,
    rows: Sequence[Row],
    entries: Sequence[Entry],
    layout: Layout,
    scenario: Scenario,
    notes: Notes,
) -> Report:
    return Report(
        roster=roster.name,
        columns=tuple((field, found.heading(field)) for field in found.places),
        unread=found.unread,
        rows=len(rows),
        vacancies=sum(not seat.is_filled for seat in layout.seats),
        teams=len(layout.teams),
        bench=sum(not entries[place].vacant for place in layout.left),
        stage=scenario.stage,
        aim=scenario.aim,
        structure=scenario.structure,
        assumed=scenario.assumed,
        people=tuple(_suggested(entry) for entry in entries if entry.kept and not entry.vacant),
        skipped=tuple(sorted(notes.skipped, key=lambda note: note.rows)),
        noted=tuple(notes.noted),
    )


def _suggested(entry: Entry) -> Suggested:
    return Suggested(
        row=entry.row,
        person=entry.person.id,
        name=entry.person.name,
        title=entry.person.title,
        function=entry.suggestion.function,
        reason=entry.suggestion.reason,
        others=entry.person.roles[1:],
    )
