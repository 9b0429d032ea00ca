"""The question of links: whom the central team serves, and who works with the business and with one another.

Links are only added. What one team cannot do alone decides whom it is proposed to work with.
"""

from collections.abc import Iterable, Iterator, Set
from functools import partial

from planner.advice.agreeing.asking import Answers, Option, Question, Several, Topic
from planner.advice.agreeing.layout import Layout
from planner.domain import Edit, Function, Kind, Link, LinkKind, Structure, Team, edits
from planner.guidance.capabilities import CAPABILITIES, Capability
from planner.guidance.fixes.linking import provider
from planner.guidance.rules.core.integration import PARTNERS_ENOUGH
from planner.messages import message

_BUSINESS = (Function.PRODUCT, Function.BUSINESS)
_TELLERS = (Kind.PARTNER, Kind.SQUAD, Kind.VENTURE)
_FROM_PARTNERS = (Function.PRODUCT, Function.MARKETING, Function.DESIGN)
_OWN_IN_SQUADS = (Capability.MODEL, Capability.EMBED)


class Ties:
    """Who would be linked with whom: what there is, and what is proposed beside it."""

    def __init__(self, layout: Layout) -> None:
        self._layout, self._facts = layout, layout.facts
        self.serves: dict[str, set[str]] = {}
        """New links by which a team serves others."""
        self.works: dict[str, set[str]] = {}
        """New links by which teams work together, noted at the team that needs it."""
        self._beside: dict[str, set[str]] = {}
        self._load: dict[str, int] = {team.id: len(self._with(team.id)) for team in layout.partners}
        self._serve_squads()
        for team in layout.builders:
            self._bring_to_business(team)
        for team in layout.facts.scenario.teams:
            self._bring_analysts_to_business(team)
        for core in layout.cores:
            self._tie_core(core)
        for team in (*layout.cores, *layout.builders):
            self._reach_all(team)

    def all_of(self, team: str) -> frozenset[str]:
        """The teams linked with one, or proposed to be."""
        return self._facts.tied(team).all.union(self._beside.get(team, ()))

    def _with(self, team: str) -> frozenset[str]:
        return self._facts.tied(team).collaborates.union(*(self._new_company(team)))

    def _new_company(self, team: str) -> Iterator[set[str]]:
        yield self.works.get(team, set())
        yield {other for other, company in self.works.items() if team in company}

    def _serve(self, source: str, target: str) -> None:
        self.serves.setdefault(source, set()).add(target)
        self._note(source, target)

    def _work(self, team: str, other: str) -> None:
        if other != team and other not in self._with(team):
            self.works.setdefault(team, set()).add(other)
            self._note(team, other)
            for end in (team, other):
                if end in self._load:
                    self._load[end] += 1

    def _note(self, one: str, other: str) -> None:
        self._beside.setdefault(one, set()).add(other)
        self._beside.setdefault(other, set()).add(one)

    def _serve_squads(self) -> None:
        for core in self._layout.cores:
            for squad in self._layout.squads:
                linked = squad.id in self._facts.tied(core.id).all
                if not linked or (core is self._layout.cores[0] and not self._facts.served_by_core(squad.id)):
                    self._serve(core.id, squad.id)

    def _bring_to_business(self, team: Team) -> None:
        """Let partner teams lend a squad the functions that it lacks, and tie a venture to one at least."""
        if team.kind is Kind.SQUAD:
            for function in _FROM_PARTNERS:
                if not self._has(team.id, function) and not self._is_lent(team.id, function):
                    self._work_with_partner(team, (function,))
        elif self._facts.scenario.structure is Structure.PRODUCT_CENTRE:
            kinds = (self._facts.teams[each].kind for each in self.all_of(team.id))
            if Kind.PARTNER not in kinds:
                self._work_with_partner(team, ())

    def _bring_analysts_to_business(self, team: Team) -> None:
        if team.kind is Kind.PARTNER or not self._has(team.id, Function.DATA_ANALYST):
            return
        near = any(self._facts.teams[each].kind is Kind.PARTNER for each in self._with(team.id))
        if not near and not self._has(team.id, *_BUSINESS):
            self._work_with_partner(team, ())

    def _tie_core(self, core: Team) -> None:
        """Tie a core to those who know the business, to developers, and to five partner teams in all."""
        facts, ventures = self._facts, self._facts.ventures_under(core.id)
        linked = self.all_of(core.id).union(*(self.all_of(each) for each in ventures))
        if not facts.has_with_ventures(core.id, *_BUSINESS) and not any(
            self._has(each, *_BUSINESS) and facts.teams[each].kind in _TELLERS
            for each in self.all_of(core.id)
        ):
            self._work_with_able(core, _BUSINESS, but=(Kind.CORE,))
        developer = Function.SOFTWARE_DEVELOPER
        lenders = self._with(core.id) | facts.tied(core.id).served_by
        if not facts.has_with_ventures(core.id, developer) and not any(
            self._has(each, developer) for each in lenders
        ):
            self._work_with_able(core, (developer,))
        linked |= self.all_of(core.id)
        have = sum(facts.teams[each].kind is Kind.PARTNER for each in linked)
        others = [team for team in self._layout.partners if team.id not in linked]
        others.sort(key=lambda team: (not self._has(team.id, *_BUSINESS), self._load[team.id]))
        for team in others[: max(0, PARTNERS_ENOUGH - have)]:
            self._work(core.id, team.id)

    def _reach_all(self, team: Team) -> None:
        """Let a team that builds models, or a venture, reach each of the four capabilities."""
        facts = self._facts
        if team.kind is not Kind.VENTURE and not facts.builds_models(team.id):
            return
        decentralized = facts.scenario.structure is Structure.DECENTRALIZED
        for capability in CAPABILITIES:
            if decentralized and team.kind is Kind.SQUAD and capability in _OWN_IN_SQUADS:
                continue
            if not self._reaches(team.id, capability):
                helper = provider(facts, capability.functions)
                if helper is not None:
                    self._work(team.id, helper)

    def _reaches(self, team: str, capability: Capability) -> bool:
        if self._facts.reaches(team, capability):
            return True
        serving = {source for source, targets in self.serves.items() if team in targets}
        return any(self._has(each, *capability.functions) for each in serving | self._with(team))

    def _has(self, team: str, *functions: Function) -> bool:
        return self._facts.teams[team].has(*functions)

    def _fte(self, team: str, functions: tuple[Function, ...]) -> int:
        return sum(self._facts.teams[team].fte.get(each, 0) for each in functions)

    def _is_lent(self, team: str, function: Function) -> bool:
        return any(
            self._facts.teams[each].kind is Kind.PARTNER and self._has(each, function)
            for each in self._with(team)
        )

    def _work_with_partner(self, team: Team, functions: tuple[Function, ...]) -> None:
        """Work with a partner team that has a function: under the same roof first, then the least asked."""
        able = [each for each in self._layout.partners if not functions or self._has(each.id, *functions)]
        if able:
            best = min(able, key=lambda each: (each.parent != team.parent, self._load[each.id]))
            self._work(team.id, best.id)

    def _work_with_able(
        self, core: Team, functions: tuple[Function, ...], but: tuple[Kind, ...] = ()
    ) -> None:
        """Work with a team that has a function: a partner team first, then the one with most of it."""
        able = [
            (team.kind is not Kind.PARTNER, -self._fte(team.id, functions), place, team.id)
            for place, team in enumerate(self._facts.scenario.teams)
            if team.id != core.id and team.kind not in (Kind.GROUP, *but) and self._has(team.id, *functions)
        ]
        if able:
            self._work(core.id, min(able)[-1])


def links(layout: Layout, ties: Ties) -> Question | None:
    """Whom the central team serves, and who works with whom; asked where there is something to link."""
    serving = list(_serving(layout, ties))
    fields = [*serving, *_working(layout, ties)]
    if not fields:
        return None
    words = (
        "Whom does the central team serve, and who works with the business?"
        if serving
        else "Who works with whom?"
    )
    return Question(
        topic=Topic.LINKS, sentence=message(words), fields=tuple(fields), make=partial(_edits, layout)
    )


def _serving(layout: Layout, ties: Ties) -> Iterator[Several]:
    for core in layout.cores:
        under = set(layout.facts.ventures_under(core.id))
        able = [team for team in layout.builders if team.id not in under]
        offered = {team.id for team in able}
        if offered:
            now = layout.facts.tied(core.id).serves & offered
            yield Several(
                id=f"serves {core.id}",
                row=message("{team} serves", team=core.name),
                label=message("{team} serves", team=core.name),
                options=tuple(Option(team.id, message("{name}", name=team.name)) for team in able),
                present=now,
                proposed=now | ties.serves.get(core.id, frozenset()),
            )


def _working(layout: Layout, ties: Ties) -> Iterator[Several]:
    """One field for each core, and for whoever is proposed to work with somebody."""
    partners_first = (*layout.partners, *layout.cores, *layout.builders)
    options = tuple(Option(team.id, message("{name}", name=team.name)) for team in partners_first)
    ids = frozenset(team.id for team in partners_first)
    for team in layout.facts.scenario.teams:
        new: Set[str] = ties.works.get(team.id, frozenset())
        if not new and (team.kind is not Kind.CORE or not layout.partners):
            continue
        now = layout.facts.tied(team.id).collaborates & ids
        yield Several(
            id=f"works {team.id}",
            row=message("{team} works with", team=team.name),
            label=message("{team} works with", team=team.name),
            options=tuple(option for option in options if option.value != team.id),
            present=now,
            proposed=now | new,
        )


def _edits(layout: Layout, answers: Answers) -> list[Edit]:
    """The links that are not there yet, each once, in the order of the layout."""
    known = layout.facts.scenario.links
    new: dict[tuple[str, ...], Link] = {}
    for key, answer in answers.items():
        verb, _, team = key.partition(" ")
        kind = LinkKind.SERVES if verb == "serves" else LinkKind.COLLABORATES
        for other in _in_order(layout, answer if isinstance(answer, frozenset) else ()):
            link = Link(source=team, target=other, kind=kind)
            if link.key not in known:
                new.setdefault(link.key, link)
    return [partial(edits.add_link, scenario=layout.scenario, link=link) for link in new.values()]


def _in_order(layout: Layout, teams: Iterable[str]) -> list[str]:
    chosen = set(teams)
    return [team.id for team in layout.facts.scenario.teams if team.id in chosen]
