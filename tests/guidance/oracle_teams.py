"""The rules of the categories Central team, Squads, Hybrid and Product centre, of the second scorer."""

import unicodedata

from tests.guidance.oracle_tables import ACTIVITIES, CAPABILITIES, ROLES


def mean(scores):
    return sum(scores) / len(scores) if scores else None


def same_text(text):
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


class TeamRules:
    """Rules over cores, squads and ventures; the terms they use are the oracle's own."""

    def of_kind(self, kind):
        return [team for team in self.teams if self.kind(team) == kind]

    def linked(self, team):
        """The teams at the other ends of links of any kind, in either direction."""
        others = set()
        for link in self.scenario["links"]:
            if team == link["from"]:
                others.add(link["to"])
            if team == link["to"]:
                others.add(link["from"])
        return others

    def serves_by_link(self, one, other):
        return {"from": one, "to": other, "kind": "serves"} in self.scenario["links"]

    def with_ventures(self, core):
        """A core and the ventures that stand under it."""
        return [core, *(each for each in self.of_kind("venture") if core in self.stands_under(each))]

    def practices(self, *kinds):
        """Owner and the teams that take part, of each practice of these kinds."""
        return [
            (practice["owner"], self.take_part(practice))
            for practice in self.scenario["practices"]
            if practice["kind"] in kinds
        ]

    def together(self, kind, one, other):
        return any({one, other} <= teams for _, teams in self.practices(kind))

    def in_guild(self, squad):
        return any(squad in teams and len(teams) > 1 for _, teams in self.practices("knowledge-sharing"))

    def own_product(self, team):
        product = self.teams[team]["product"]
        return bool(product.strip()) and not any(
            other != team and same_text(self.teams[other]["product"]) == same_text(product)
            for other in self.of_kind(self.kind(team))
        )

    def accountable(self, activity):
        return [
            duty["team"]
            for duty in self.scenario["responsibilities"]
            if duty["activity"] == activity and duty["level"] == "accountable"
        ]

    # Rules of the category Central team

    def integration(self):
        squads, partners = self.of_kind("squad"), self.of_kind("partner")
        scores = []
        for core in self.of_kind("core"):
            if not squads and not partners:
                scores.append(0)
                continue
            linked = set().union(*(self.linked(each) for each in self.with_ventures(core)))
            linked_squads = len(linked & set(squads))
            linked_partners = min(len(linked & set(partners)), 5)
            scores.append((linked_squads + linked_partners) / (len(squads) + min(len(partners), 5)))
        return mean(scores)

    def engineering_capacity(self):
        scores = []
        for core in self.of_kind("core"):
            if any(self.has(each, "software-developer") for each in self.with_ventures(core)):
                scores.append(1)
                continue
            helpers = [
                team
                for team in self.teams
                if self.has(team, "software-developer")
                and (self.collaborate(core, team) or self.serves_by_link(team, core))
            ]
            agreed = any(self.together("prioritisation", core, team) for team in helpers)
            scores.append((1 if agreed else 0.7) if helpers else 0)
        return mean(scores)

    def prioritisation(self):
        scores = []
        for core in self.of_kind("core"):
            mine = [(owner, teams) for owner, teams in self.practices("prioritisation") if core in teams]
            if any(owner is not None and teams - {core} for owner, teams in mine):
                scores.append(1)
            elif any(owner is not None for owner, _ in mine):
                scores.append(0.6)
            elif mine or self.scenario["use_cases"] < 3:
                scores.append(0.5)
            else:
                scores.append(0)
        return mean(scores)

    def business_insight(self):
        scores = []
        for core in self.of_kind("core"):
            if any(self.has(each, "product", "business") for each in self.with_ventures(core)):
                scores.append(1)
                continue
            tellers = [
                team
                for team in self.linked(core)
                if self.kind(team) in ("partner", "squad", "venture")
                and self.has(team, "product", "business")
            ]
            sharing = any(self.together("knowledge-sharing", core, team) for team in tellers)
            scores.append((1 if sharing else 0.7) if tellers else 0)
        return mean(scores)

    def budget(self):
        cores = [self.teams[core] for core in self.of_kind("core")]
        return mean([0.5 * core["own_budget"] + 0.5 * (core["experiment_share"] > 0) for core in cores])

    def defined_function(self):
        cores = [self.teams[core] for core in self.of_kind("core")]
        return mean(
            [0.5 * bool(core["purpose"].strip()) + 0.5 * (core["focus"] is not None) for core in cores]
        )

    def knowledge_sharing(self):
        scores = []
        for core in self.of_kind("core"):
            mine = [
                teams for _, teams in self.practices("knowledge-sharing", "shared-standards") if core in teams
            ]
            with_others = any(teams - {core} for teams in mine)
            scores.append(1 if with_others else 0.5 if mine else 0)
        return mean(scores)

    # Rules of the category Squads

    def presence(self, squad, function):
        if self.has(squad, function):
            return 1
        lent = any(
            self.kind(team) == "partner" and self.collaborate(squad, team) and self.has(team, function)
            for team in self.teams
        )
        return 0.5 if lent else 0

    def complete(self):
        scores = []
        for squad in self.of_kind("squad"):
            partners = [self.presence(squad, each) for each in ("product", "marketing", "design")]
            developer = self.has(squad, "software-developer")
            other = self.has(squad, *(role for role in ROLES if role != "software-developer"))
            scores.append(mean([*partners, developer, other]))
        return mean(scores)

    def focus(self):
        return mean([self.own_product(squad) for squad in self.of_kind("squad")])

    def research_misplaced(self):
        research = [seat for seat in self.filled if seat["function"] == "research-scientist"]
        if not self.of_kind("squad") or not research:
            return None
        outside = [seat for seat in research if self.kind(seat["team"]) != "squad"]
        return sum(seat["share"] for seat in outside) / sum(seat["share"] for seat in research)

    def informed(self):
        squads = self.of_kind("squad")
        return mean([self.in_guild(squad) for squad in squads]) if len(squads) >= 2 else None

    def lone_mlops(self):
        if self.scenario["stage"] == "small-startup":
            return None
        scores = []
        for squad in self.of_kind("squad"):
            people = {
                seat["person"]
                for seat in self.filled
                if seat["team"] == squad
                and seat["function"] in ROLES
                and seat["function"] != "software-developer"
            }
            served = any(self.serves_by_link(core, squad) for core in self.of_kind("core"))
            if len(people) == 1:
                scores.append({0: 0.5, 1: 0.8, 2: 1.0}[served + self.in_guild(squad)])
            elif people:
                scores.append(1)
        return mean(scores)

    # Rules of the category Hybrid

    def both_halves(self):
        if self.scenario["structure"] != "hybrid":
            return None
        in_cores = [
            any(self.has(core, *CAPABILITIES[each]) for core in self.of_kind("core"))
            for each in ("host", "feed")
        ]
        in_squads = [
            mean([self.has(squad, *CAPABILITIES[each]) for each in ("model", "embed")])
            for squad in self.of_kind("squad")
        ]
        return 0.5 * mean(in_cores) + 0.5 * (mean(in_squads) or 0)

    def responsibilities(self):
        if self.scenario["structure"] != "hybrid":
            return None
        squads = self.of_kind("squad")
        if not squads:
            return mean([len(self.accountable(activity)) == 1 for activity in ACTIVITIES])
        cells = []
        for squad in squads:
            near = [squad, *(core for core in self.of_kind("core") if self.serves_by_link(core, squad))]
            for activity in ACTIVITIES:
                accountable = self.accountable(activity)
                those = [team for team in near if team in accountable]
                if not those:
                    those = [team for team in accountable if self.kind(team) != "squad"]
                cells.append(len(those) == 1)
        return mean(cells)

    def core_serves_squads(self):
        if self.scenario["structure"] != "hybrid":
            return None
        cores = self.of_kind("core")
        return (
            mean([any(self.serves_by_link(core, squad) for core in cores) for squad in self.of_kind("squad")])
            or 0
        )

    # Rules of the category Product centre

    def independent(self):
        return mean(
            [
                mean(
                    [
                        self.teams[venture]["lead"] is not None,
                        all(self.reaches(venture, capability) for capability in CAPABILITIES),
                        self.own_product(venture),
                    ]
                )
                for venture in self.of_kind("venture")
            ]
        )

    def is_central(self, owner):
        cores = self.of_kind("core")
        return (
            owner in cores
            or any(self.teams[core]["lead"] == owner for core in cores if owner is not None)
            or any(seat["person"] == owner and seat["team"] in cores for seat in self.filled)
        )

    def portfolio(self):
        if self.scenario["structure"] != "product-centre":
            return None
        ventures = set(self.of_kind("venture"))
        parts = [
            ventures & teams
            for owner, teams in self.practices("prioritisation")
            if self.is_central(owner) and ventures & teams
        ]
        return 1 if ventures in parts else 0.5 if parts else 0

    def integrated(self):
        if self.scenario["structure"] != "product-centre":
            return None
        partners = set(self.of_kind("partner"))
        return mean([bool(self.linked(venture) & partners) for venture in self.of_kind("venture")]) or 0
