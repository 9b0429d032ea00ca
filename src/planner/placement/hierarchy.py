"""Says which team stands below which on the chart, which is not always the parent that the plan names."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from msgspec import Struct, field

from planner.domain import Kind, Link, LinkKind, Rows, Team

_GATHERING: Final = {Kind.GROUP, Kind.CORE}


class Hierarchy(Struct, frozen=True):
    """Children and roots in hand-set order, by team id; ``served`` are those that stand below their core.

    Only teams that are shown are in it. ``folded`` are the collapsed ones with what they hide, ``hidden``
    tells the other way round.
    """

    children: dict[str | None, tuple[str, ...]]
    above: dict[str, str | None]
    served: frozenset[str]
    folded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)

    def shown(self, team: str) -> str:
        """The team itself, or the collapsed one that hides it."""
        return self.hidden.get(team, team)

    @property
    def roots(self) -> tuple[str, ...]:
        """The teams that stand below none."""
        return self.children.get(None, ())

    def reading_order(self) -> Iterator[str]:
        """All teams, each before what stands below it."""
        waiting = list(reversed(self.roots))
        while waiting:
            team = waiting.pop()
            yield team
            waiting.extend(reversed(self.children.get(team, ())))

    def bottom_up(self) -> list[str]:
        """All teams, each after what stands below it."""
        return list(self.reading_order())[::-1]

    def upwards(self, teams: Iterable[str]) -> list[str]:
        """Some teams and all above them, each after those below it."""
        depths: dict[str, int] = {}
        for team in teams:
            chain: list[str] = []
            each: str | None = team
            while each is not None and each not in depths:
                chain.append(each)
                each = self.above[each]
            depth = depths[each] + 1 if each is not None else 0
            for step, above in enumerate(reversed(chain)):
                depths[above] = depth + step
        return sorted(depths, key=lambda team: -depths[team])


def hierarchy(teams: Rows[Team], links: Iterable[Link], collapsed: frozenset[str] = frozenset()) -> Hierarchy:
    """Put squads that exactly one core serves below it, all other teams below their parents.

    A squad in another team that is neither group nor core stays below that: its place says whose part it is.
    What stands below a ``collapsed`` team is left out.
    """
    above: dict[str, str | None] = {}
    kinds: dict[str, Kind] = {}
    for team in teams:
        above[team.id], kinds[team.id] = team.parent, team.kind
    servers: dict[str, list[str]] = {}
    for link in links:
        if link.kind is not LinkKind.SERVES:
            continue
        source, target = link.source, link.target
        if kinds.get(source) is Kind.CORE and kinds.get(target) is Kind.SQUAD:
            servers.setdefault(target, []).append(source)
    served = set()
    for squad, cores in servers.items():
        parent = teams[squad].parent
        is_part = parent is not None and kinds[parent] not in _GATHERING
        if len(cores) == 1 and not is_part and not stands_under(cores[0], squad, above):
            above[squad] = cores[0]
            served.add(squad)
    children: dict[str | None, list[str]] = {}
    for each in kinds:
        children.setdefault(above[each], []).append(each)
    whole = Hierarchy({key: tuple(ids) for key, ids in children.items()}, above, frozenset(served))
    return _folded(whole, collapsed) if collapsed else whole


def _folded(whole: Hierarchy, collapsed: frozenset[str]) -> Hierarchy:
    folded: dict[str, tuple[str, ...]] = {}
    hidden: dict[str, str] = {}
    children, above = whole.children.copy(), whole.above.copy()
    for team in whole.reading_order():
        if team not in collapsed or team in hidden:
            continue
        folded[team] = tuple(_below(team, whole.children))
        for gone in folded[team]:
            hidden[gone] = team
            del above[gone]
        for each in (team, *folded[team]):
            children.pop(each, None)
    return Hierarchy(children, above, whole.served - hidden.keys(), folded, hidden)


def _below(team: str, children: Mapping[str | None, tuple[str, ...]]) -> Iterator[str]:
    waiting = [team]
    while waiting:
        below = children.get(waiting.pop(), ())
        yield from below
        waiting.extend(below)


def stands_under(team: str | None, other: str, above: dict[str, str | None]) -> bool:
    """Whether a team is another or stands somewhere below it."""
    while team is not None:
        if team == other:
            return True
        team = above[team]
    return False


def only_squad(teams: Rows[Team]) -> str | None:
    """The squad or venture that is the only ML team, which has room for two columns with headings."""
    ml = list(islice((team for team in teams if team.kind.is_ml), 2))
    return ml[0].id if len(ml) == 1 and ml[0].kind is not Kind.CORE else None
