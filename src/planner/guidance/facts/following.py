"""Leads the facts of a layout through an edit, and tells whose judgements the edit may have changed.

A rule that looks at one team may read that team, the teams linked with it, the cores above a venture, the
ventures and cores under a core with the links of those ventures, who else takes part in its practices, who
has the same product, and what the cores that serve it answer for. What a rule reads of the whole layout
beyond that is its *context*, and is compared by the review itself.
"""

from msgspec import Struct, field
from msgspec.structs import replace

from planner.domain import Difference, Kind, Level, Project, Scenario, Seat, Table
from planner.domain.pausing import Pausing, finished
from planner.guidance.facts.agreements import ProductKey, product_key, tie, untie
from planner.guidance.facts.index import Facts
from planner.guidance.facts.nesting import nesting_of
from planner.guidance.facts.people import PersonFacts, person_facts
from planner.guidance.facts.teams import TeamFacts


class Touched(Struct):
    """The ids of those whose judgements an edit may have changed."""

    people: set[str] = field(default_factory=set)
    teams: set[str] = field(default_factory=set)
    seats: set[str] = field(default_factory=set)


def facts_after(old: Facts, project: Project, difference: Difference) -> tuple[Facts, Touched]:
    """The facts of the same scenario in an edited project; the old facts stay as they are."""
    return finished(facts_following(old, project, difference))


def facts_following(old: Facts, project: Project, difference: Difference) -> Pausing[tuple[Facts, Touched]]:
    """The same facts, with a pause between the kinds of rows that are followed."""
    step = _Step(old, project, project.scenarios[old.scenario.id], difference)
    step.follow_seats()
    step.follow_teams()
    yield
    step.follow_people()
    step.follow_links()
    yield
    step.follow_practices()
    step.follow_responsibilities()
    step.follow_products()
    return step.new, step.touched


class _Step:
    """One step from the facts before an edit to those after it."""

    def __init__(self, old: Facts, project: Project, scenario: Scenario, difference: Difference) -> None:
        self.old = old
        self.new = replace(old, project=project, scenario=scenario)
        self.touched = Touched()
        self._changed: dict[Table, set[object]] = {}
        for change in difference.of_scenario(scenario.id):
            self._changed.setdefault(change.table, set()).add(change.key)

    def _keys(self, table: Table):  # type: ignore[no-untyped-def]  # the table decides the keys' type
        return self._changed.get(table, ())

    def follow_seats(self) -> None:
        """Count the seats that came, went or changed in their teams, and note who holds or held them."""
        copies: dict[str, TeamFacts] = {}
        for key in self._keys(Table.SEATS):
            before, after = self.old.scenario.seats.get(key), self.new.scenario.seats.get(key)
            self.touched.seats.add(key)
            for seat, times in ((before, -1), (after, 1)):
                if seat is None:
                    continue
                self._copied(copies, seat.team).count(seat, times)
                if seat.person is not None:
                    self.touched.people.add(seat.person)
        self.touched.teams.update(copies)
        self._put_teams(copies)

    def follow_teams(self) -> None:
        """Take over rows of teams that came, went or changed, and who is touched by what others see."""
        keys = self._keys(Table.TEAMS)
        copies: dict[str, TeamFacts] = {}
        for key in keys:
            self._copied(copies, key)
        self.touched.teams.update(copies)
        self._put_teams(copies)
        if any(self._moved(key) for key in keys):
            self.new = replace(self.new, nesting=nesting_of(self.new.scenario.teams))
        self._tally(Table.TEAMS, self.touched.teams)
        for key in tuple(self.touched.teams):
            self._touch_onlookers(key)
        self._touch_nesting(keys)

    def follow_people(self) -> None:
        """Gather anew the facts of people whose seats, capacity or skills changed."""
        for key in self._keys(Table.PEOPLE):
            if key in self.old.people or key in self.touched.people:
                self.touched.people.add(key)
                self.touched.seats.update(self.old.people[key].seats if key in self.old.people else ())
        if not self.touched.people:
            return
        people: dict[str, PersonFacts] = {}
        gone: list[str] = []
        changed: dict[str, list[Seat]] = {}
        for row in map(self.new.scenario.seats.get, self._keys(Table.SEATS)):
            if row is not None and row.person is not None:
                changed.setdefault(row.person, []).append(row)
        for key in self.touched.people:
            seats = self._seats_now(key, changed.get(key, []))
            if seats:
                people[key] = person_facts(self.new.project.people[key], seats)
            else:
                gone.append(key)
        self.new = replace(self.new, people=self.old.people.with_changes(people, gone))
        self._tally(Table.PEOPLE, self.touched.people)

    def follow_links(self) -> None:
        """Tie and untie teams; both ends are touched, and the cores above a venture."""
        keys = self._keys(Table.LINKS)
        if not keys:
            return
        ties = dict(self.old.ties)
        for key in keys:
            before, after = self.old.scenario.links.get(key), self.new.scenario.links.get(key)
            if before is not None:
                untie(ties, before, self.new.scenario.links)
            if after is not None:
                tie(ties, after)
            for end in key[:2]:
                self._touch_with_cores(end)
        self.new = replace(self.new, ties=ties)

    def follow_practices(self) -> None:
        """Note who came and left; more are touched when the owner, or whether there is company, changed."""
        keys = self._keys(Table.PRACTICES)
        if not keys:
            return
        by_team = dict(self.old.practices)
        for key in keys:
            before, after = self.old.scenario.practices.get(key), self.new.scenario.practices.get(key)
            were = self.old.taking_part(before) if before else frozenset()
            are = self.new.taking_part(after) if after else frozenset()
            moved = were ^ are
            for team in were - are:
                by_team[team] = by_team[team] - {key}
            for team in are - were:
                by_team[team] = by_team.get(team, frozenset()) | {key}
            owners = before.owner if before else None, after.owner if after else None
            kinds = before.kind if before else None, after.kind if after else None
            if owners[0] != owners[1] or kinds[0] is not kinds[1] or min(len(were), len(are)) < 2:
                moved = were | are
            for team in moved:
                self._touch_with_cores(team)
                self.touched.teams.update(self._linked(team))
        self.new = replace(self.new, practices=by_team)

    def follow_responsibilities(self) -> None:
        """Note who became accountable for what, or no longer is; it touches those whom they serve."""
        keys = self._keys(Table.RESPONSIBILITIES)
        answering = {team for team in self._keys(Table.TEAMS) if self._moved(team)}
        if not keys and not answering:
            return
        accountable = dict(self.old.accountable)
        for key in keys:
            before = self.old.scenario.responsibilities.get(key)
            after = self.new.scenario.responsibilities.get(key)
            row = after or before
            if row is None:
                continue
            is_so = after is not None and after.level is Level.ACCOUNTABLE
            others = accountable[row.activity] - {row.team}
            accountable[row.activity] = others | {row.team} if is_so else others
            self.touched.teams.add(row.team)
            self.touched.teams.update(self.new.tied(row.team).serves)
            answering.add(row.team)
        central = {
            activity: teams.difference(answering).union(
                each for each in answering & accountable[activity] if not self._is_squad(each)
            )
            for activity, teams in self.old.central.items()
        }
        self.new = replace(self.new, accountable=accountable, central=central)

    def follow_products(self) -> None:
        """Note whose product changed; it touches those who have the same one, before or after."""
        claims: dict[ProductKey, frozenset[str]] | None = None
        for team in self._keys(Table.TEAMS):
            was = product_key(self.old.scenario.teams.get(team))
            now = product_key(self.new.scenario.teams.get(team))
            if was == now:
                continue
            claims = dict(self.old.claims) if claims is None else claims
            for key in (was, now):
                if key is not None:
                    others = claims.get(key, frozenset()) - {team}
                    claims[key] = others | {team} if key == now else others
                    self.touched.teams.update(others)
        if claims is not None:
            self.new = replace(self.new, claims=claims)

    def _copied(self, copies: dict[str, TeamFacts], team: str) -> TeamFacts:
        """A team's sums, free to be changed: a copy of those so far, or new ones for a new team."""
        if team not in copies:
            row = self.new.scenario.teams.get(team) or self.old.scenario.teams[team]
            known = self.new.teams.get(team)
            copies[team] = known.copy(row) if known is not None else TeamFacts(row)
        return copies[team]

    def _put_teams(self, copies: dict[str, TeamFacts]) -> None:
        if not copies:
            return
        teams = dict(self.new.teams)
        for team, facts in copies.items():
            if team in self.new.scenario.teams:
                teams[team] = facts
            else:
                teams.pop(team, None)
        self.new = replace(self.new, teams=teams)

    def _tally(self, table: Table, keys: set[str]) -> None:
        tallies = self.new.tallies.copy()
        for key in keys:
            for facts, times in ((self.old, -1), (self.new, 1)):
                if table is Table.TEAMS and key in facts.teams:
                    tallies.count_team(facts.teams[key], times)
                elif table is Table.PEOPLE and key in facts.people:
                    tallies.count_person(facts.people[key].roles, times)
        self.new = replace(self.new, tallies=tallies)

    def _seats_now(self, person: str, changed: list[Seat]) -> list[Seat]:
        """The seats that a person holds after the edit: those untouched by it, and those that it changed."""
        known, keys = self.old.people.get(person), self._keys(Table.SEATS)
        untouched = (seat for seat in (known.seats if known else ()) if seat not in keys)
        return [*map(self.new.scenario.seats.__getitem__, untouched), *changed]

    def _moved(self, team: str) -> bool:
        """Whether a team came, went, or changed its kind or its place in the forest."""
        before, after = self.old.scenario.teams.get(team), self.new.scenario.teams.get(team)
        if before is None or after is None:
            return before is not after
        return before.kind is not after.kind or before.parent != after.parent

    def _is_squad(self, team: str) -> bool:
        return team in self.new.teams and self.new.teams[team].kind is Kind.SQUAD

    def _linked(self, team: str) -> frozenset[str]:
        return self.old.tied(team).all | self.new.tied(team).all

    def _touch_with_cores(self, team: str) -> None:
        """Touch a team and, as a core counts what its ventures have, the cores above a venture."""
        self.touched.teams.add(team)
        for facts in (self.old, self.new):
            if team in facts.teams and facts.teams[team].kind is Kind.VENTURE:
                self.touched.teams.update(facts.nesting.cores_above(team))

    def _touch_onlookers(self, team: str) -> None:
        """Touch those who see a team, when what they see of it changed."""
        before, after = self.old.teams.get(team), self.new.teams.get(team)
        if before is not None and after is not None and before.offer == after.offer:
            return
        for other in (team, *self._linked(team)):
            self._touch_with_cores(other)
        for facts in (self.old, self.new):
            if team in facts.nesting.cores:
                self.touched.teams.update(facts.nesting.under(team))

    def _touch_nesting(self, keys: set[str]) -> None:
        """Touch those to whom it matters that teams moved in the forest."""
        was, now = self.old.nesting, self.new.nesting
        if was is now:
            return
        for team in keys:
            above = was.cores_above(team), now.cores_above(team)
            if above[0] != above[1]:
                for nesting in (was, now):
                    self.touched.teams.update(nesting.under(team))
            if self._moved(team):
                self.touched.teams.update(*above)
        for team in was.ventures_under.keys() ^ now.ventures_under.keys():
            self.touched.teams.add(team)
            for nesting in (was, now):
                self.touched.teams.update(each for each in nesting.under(team) if each in nesting.cores)
        for team in was.ventures_under.keys() & now.ventures_under.keys():
            if was.ventures_under[team] != now.ventures_under[team]:
                self.touched.teams.add(team)
