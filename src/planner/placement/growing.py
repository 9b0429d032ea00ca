"""Grows the trees of boxes from the leaves up, and regrows only the branches that an edit touched."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Project, Scenario
from planner.domain.layered import Layered
from planner.placement.hierarchy import Hierarchy, hierarchy, only_squad
from planner.placement.holdings import Holdings, Touched
from planner.placement.measuring import Folded, Measure, Roster
from planner.placement.settings import Settings
from planner.placement.shapes import Needs, TeamShape, needs, shaped
from planner.placement.trees import Children, Subtree, are_same, arranged, subtree


class Grown(Struct, frozen=True, eq=False):
    """All shapes and subtrees of a scenario by team, and the roots side by side."""

    measure: Measure
    settings: Settings
    hierarchy: Hierarchy
    alone: str | None
    needs: Layered[str, Needs]
    shapes: Layered[str, TeamShape]
    subtrees: Layered[str, Subtree]
    forest: Children | None
    collapsed: frozenset[str] = frozenset()


def grown(
    project: Project,
    scenario: Scenario,
    holdings: Holdings,
    measure: Measure,
    settings: Settings,
    collapsed: frozenset[str],
) -> Grown:
    """Grow all trees."""
    tree = hierarchy(scenario.teams, scenario.links, collapsed)
    alone, none = only_squad(scenario.teams), Layered[str, Any]({})
    nothing = Grown(measure, settings, tree, alone, none, none, none, None, collapsed)
    everything = set(tree.above)
    work = _Growth(nothing, project, scenario, holdings, everything, is_same_tree=False)
    return work.done(tree.bottom_up())


def regrown(before: Grown, project: Project, scenario_id: str, holdings: Holdings, touched: Touched) -> Grown:
    """Grow again what an edit touched, and those above it as far as anything changes there."""
    scenario = project.scenarios[scenario_id]
    teams = {before.hierarchy.shown(team) for team in touched.teams}
    if touched.structure:
        tree = hierarchy(scenario.teams, scenario.links, before.collapsed)
        teams.update(_folded_otherwise(before.hierarchy, tree))
        teams.update(tree.shown(team) for team in touched.teams)
        alone = only_squad(scenario.teams)
        if alone != before.alone:
            teams.update(team for team in (alone, before.alone) if team)
        order = tree.upwards(
            {team for team in teams if team in tree.above} | _changed(before.hierarchy, tree)
        )
        before = replace(before, hierarchy=tree, alone=alone)
    else:
        tree = before.hierarchy
        order = tree.upwards(teams)
    dirty = {team for team in teams if team in tree.above}
    work = _Growth(before, project, scenario, holdings, dirty, is_same_tree=not touched.structure)
    return work.done(order)


def refolded(
    before: Grown, project: Project, scenario: Scenario, holdings: Holdings, collapsed: frozenset[str]
) -> Grown:
    """Grow again what is shown otherwise once these teams are collapsed."""
    tree = hierarchy(scenario.teams, scenario.links, collapsed)
    teams = _folded_otherwise(before.hierarchy, tree)
    before = replace(before, hierarchy=tree, collapsed=collapsed)
    dirty = {team for team in teams if team in tree.above}
    work = _Growth(before, project, scenario, holdings, dirty, is_same_tree=False)
    return work.done(tree.bottom_up())


def _changed(before: Hierarchy, after: Hierarchy) -> set[str]:
    """Teams that are new, and those with others below them than before."""
    changed = after.above.keys() - before.above.keys()
    for team, below in after.children.items():
        if team is not None and before.children.get(team) != below:
            changed.add(team)
    changed.update(team for team in before.children.keys() - after.children.keys() if team in after.above)
    return changed


def _folded_otherwise(before: Hierarchy, after: Hierarchy) -> set[str]:
    """Teams that are collapsed only before or only after, or hide others."""
    if not before.folded and not after.folded:
        return set()
    return {
        team
        for team in before.folded.keys() | after.folded.keys()
        if before.folded.get(team) != after.folded.get(team)
    }


class _Growth:
    """One round of growing: shapes and subtrees are taken over where nothing they rest on changed."""

    def __init__(
        self,
        before: Grown,
        project: Project,
        scenario: Scenario,
        holdings: Holdings,
        dirty: set[str],
        *,
        is_same_tree: bool,
    ) -> None:
        self._before = before
        self._project = project
        self._scenario = scenario
        self._holdings = holdings
        self._dirty = dirty
        self._is_same_tree = is_same_tree
        self._needs: dict[str, Needs] = {}
        self._shapes: dict[str, TeamShape] = {}
        self._subtrees: dict[str, Subtree] = {}
        self._renewed: dict[str | None, list[str]] = {}
        """The teams grown to another size in this round, by the team above them."""

    def done(self, order: Iterable[str]) -> Grown:
        """Grow teams in an order that has every team after those below it."""
        for team in order:
            self._grow(team)
        before, tree = self._before, self._before.hierarchy
        roots = self._below(None, before.forest)
        forest = _same(before.forest, roots)
        if forest is None and roots:
            forest = arranged(roots, before.settings, roots=True, before=before.forest)
        gone = set() if self._is_same_tree else before.subtrees.keys() - tree.above.keys()
        return replace(
            before,
            needs=before.needs.with_changes(self._needs, gone),
            shapes=before.shapes.with_changes(self._shapes, gone),
            subtrees=before.subtrees.with_changes(self._subtrees, gone),
            forest=forest,
        )

    def _grow(self, team: str) -> None:
        old = self._before.subtrees.get(team)
        known = old.children if old else None
        below = self._below(team, known)
        children = _same(known, below)
        same_below = children is not None or not below
        if old is not None and same_below and team not in self._dirty and (old.children is children):
            return
        if children is None and below:
            children = arranged(below, self._before.settings, before=known)
        shape = self._shaped(team, children)
        if old is None or children is not old.children or (old.width, old.height) != self._size(shape):
            gap = self._before.settings.level_gap
            self._subtrees[team] = subtree(team, *self._size(shape), children, gap=gap)
            self._renewed.setdefault(self._before.hierarchy.above[team], []).append(team)

    def _below(self, team: str | None, known: Children | None) -> tuple[Subtree, ...]:
        """The subtrees below a team, or all roots; where the tree is as it was, ``known`` but for a few."""
        ids = self._before.hierarchy.children.get(team, ())
        if known is None or not self._is_same_tree:
            new, old = self._subtrees, self._before.subtrees
            return tuple([new[each] if each in new else old[each] for each in ids])
        renewed = self._renewed.get(team)
        if renewed is None:
            return known.subtrees
        subtrees = list(known.subtrees)
        for each in renewed:
            subtrees[ids.index(each)] = self._subtrees[each]
        return tuple(subtrees)

    def _size(self, shape: TeamShape) -> tuple[float, float]:
        if self._before.settings.sideways:
            return shape.height, shape.width
        return shape.width, shape.height

    def _shaped(self, team: str, children: Children | None) -> TeamShape:
        measure, settings = self._before.measure, self._before.settings
        roster = self._roster(team)
        need = self._before.needs.get(team)
        if need is None or team in self._dirty:
            need = self._needs[team] = needs(roster, measure, settings)
        wish = children.width if children and not settings.sideways else 0.0
        shape, known = shaped(roster, need, measure, settings, wish=wish), self._before.shapes.get(team)
        if shape == known:
            return known
        self._shapes[team] = shape
        return shape

    def _roster(self, team: str) -> Roster:
        rows = self._scenario.seats
        hidden = self._before.hierarchy.folded.get(team)
        if hidden is not None:
            return self._folded(team, hidden)
        return Roster(
            team=self._scenario.teams[team],
            seats=rows.pick(self._holdings.by_team.get(team, ())),
            people=self._project.people,
            over=self._holdings.over,
            alone=team == self._before.alone,
        )

    def _folded(self, team: str, hidden: tuple[str, ...]) -> Roster:
        """A collapsed team: it has no cards, and says how many seats it hides."""
        rows, by_team = self._scenario.seats, self._holdings.by_team
        seats = rows.pick(seat for each in (team, *hidden) for seat in by_team.get(each, ()))
        filled = sum(1 for seat in seats if seat.is_filled)
        return Roster(
            team=self._scenario.teams[team],
            seats=(),
            people=self._project.people,
            over=self._holdings.over,
            folded=Folded(filled, len(seats), len(hidden)),
        )


def _same(known: Children | None, subtrees: tuple[Subtree, ...]) -> Children | None:
    """Children that hold just these subtrees, where they are known already."""
    return known if known is not None and are_same(known.subtrees, subtrees) else None
