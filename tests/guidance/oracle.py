"""A second scorer, slow and simple, written from the guidance page alone and never from the engine.

It reads a scenario as plan JSON has it (plain dicts and lists) and gives every rule's score by its id, None
where the rule does not apply. Numbers stand beside it as the page gives them, not as the engine loads them.
"""

import tomllib
import unicodedata
from pathlib import Path

from tests.guidance.oracle_tables import (
    ACTIVITIES,
    AGREEMENTS,
    CAPABILITIES,
    CATEGORIES,
    FIT,
    ML_KINDS,
    ROLES,
    WEIGHTS,
)
from tests.guidance.oracle_teams import TeamRules, mean

_SKILLS = tomllib.loads(
    (Path(__file__).parents[2] / "resources/guidance/skills.toml").read_text(encoding="utf-8")
)


class Oracle(TeamRules):
    def __init__(self, people, scenario):
        self.people = {person["id"]: person for person in people}
        self.scenario = scenario
        self.teams = {team["id"]: team for team in scenario["teams"]}
        self.filled = [seat for seat in scenario["seats"] if seat["person"] is not None]

    # Terms

    def kind(self, team):
        return self.teams[team]["kind"]

    def ml_teams(self):
        return [team for team in self.teams if self.kind(team) in ML_KINDS]

    def somebody(self, *functions):
        return any(seat["function"] in functions for seat in self.filled)

    def has(self, team, *functions):
        return any(seat["team"] == team and seat["function"] in functions for seat in self.filled)

    def stands_under(self, team):
        above, parent = [], self.teams[team]["parent"]
        while parent is not None:
            above.append(parent)
            parent = self.teams[parent]["parent"]
        return above

    def serves(self, one, other):
        if self.kind(other) == "venture" and self.kind(one) == "core" and one in self.stands_under(other):
            return True
        return any(
            link["kind"] == "serves" and link["from"] == one and link["to"] == other
            for link in self.scenario["links"]
        )

    def collaborate(self, one, other):
        return any(
            link["kind"] == "collaborates" and {link["from"], link["to"]} == {one, other}
            for link in self.scenario["links"]
        )

    def reaches(self, team, capability):
        functions = CAPABILITIES[capability]
        if self.has(team, *functions):
            return True
        return any(
            other != team
            and (self.serves(other, team) or self.collaborate(other, team))
            and self.has(other, *functions)
            for other in self.teams
        )

    def builds_models(self, team):
        if any(
            seat["team"] == team and seat["function"] in CAPABILITIES["model"]
            for seat in self.scenario["seats"]
        ):
            return True
        return any(
            duty["team"] == team
            and duty["activity"] == "model-development"
            and duty["level"] in ("accountable", "responsible")
            for duty in self.scenario["responsibilities"]
        )

    def take_part(self, practice):
        named = set(practice["teams"])
        if practice["owner"] in self.teams:
            named.add(practice["owner"])
        return named

    def held(self, person):
        return [seat for seat in self.filled if seat["person"] == person]

    def roles_of(self, person):
        return {seat["function"] for seat in self.held(person)} & set(ROLES)

    def assigned(self):
        return {seat["person"] for seat in self.filled}

    def ml_fte(self, teams):
        return sum(
            seat["share"] for seat in self.filled if seat["team"] in teams and seat["function"] in ROLES
        )

    # Rules of the category Roles

    def coverage(self):
        if not self.ml_teams():
            return None
        weights = dict.fromkeys(ROLES, 1.0)
        if self.scenario["aim"] == "research":
            weights["research-scientist"] = 2.0
        elif self.scenario["stage"] == "enterprise":
            weights["research-scientist"] = 0.5
        else:
            weights["research-scientist"] = 0.0
        filled = sum(weight for role, weight in weights.items() if self.somebody(role))
        return filled / sum(weights.values())

    def capabilities(self):
        if not self.ml_teams():
            return None
        return sum(self.somebody(*functions) for functions in CAPABILITIES.values()) / 4

    def delivery_chain(self):
        scores = []
        for team in self.ml_teams():
            if not self.builds_models(team):
                continue
            reached = 0
            for capability, functions in CAPABILITIES.items():
                alone = (
                    self.kind(team) == "squad"
                    and self.scenario["structure"] == "decentralized"
                    and capability in ("model", "embed")
                )
                reached += self.has(team, *functions) if alone else self.reaches(team, capability)
            scores.append(reached / 4)
        return mean(scores)

    def research_for_innovation(self):
        if self.scenario["aim"] != "research":
            return None
        fte = sum(seat["share"] for seat in self.filled if seat["function"] == "research-scientist")
        return min(1.0, fte)

    def research_to_production(self):
        teams = [
            team for team in self.teams if self.has(team, "research-scientist") and self.kind(team) != "group"
        ]
        return mean([self.reaches(team, "host") or self.reaches(team, "embed") for team in teams])

    def analyst_near_business(self):
        near = []
        for seat in self.filled:
            if seat["function"] != "data-analyst":
                continue
            team = seat["team"]
            near.append(
                self.kind(team) == "partner"
                or self.has(team, "product", "business")
                or any(
                    self.kind(other) == "partner" and self.collaborate(team, other) for other in self.teams
                )
            )
        return mean(near)

    def monitoring(self):
        if self.scenario["aim"] != "product":
            return None
        pair = self.somebody("data-scientist") and self.somebody("mlops-engineer")
        on_call = any(
            self.has(team, "software-developer", "mlops-engineer")
            for practice in self.scenario["practices"]
            if practice["kind"] == "on-call"
            for team in self.take_part(practice)
        )
        return 0.5 * pair + 0.5 * on_call

    def life_cycle_owned(self):
        duties = self.scenario["responsibilities"]
        if self.scenario["structure"] == "hybrid" or not duties:
            return None
        owned = {duty["activity"] for duty in duties if duty["level"] == "accountable"}
        return len(owned) / len(ACTIVITIES)

    # Rules of the category People

    def specialisation(self):
        most = {"small-startup": 6, "large-startup": 2, "enterprise": 1}[self.scenario["stage"]]
        return mean([len(self.roles_of(who)) <= most for who in self.assigned() if self.roles_of(who)])

    def allocation(self):
        return mean(
            [
                sum(seat["share"] for seat in self.held(who)) <= self.people[who]["capacity"] + 1e-9
                for who in self.assigned()
            ]
        )

    def vacancies(self):
        seats = [seat for seat in self.scenario["seats"] if seat["function"] in ROLES]
        if not seats:
            return None
        met = sum(min(seat["share"], seat["demand"]) for seat in seats if seat["person"] is not None)
        return met / sum(seat["demand"] for seat in seats)

    def skills_fit(self):
        scores = []
        for seat in self.filled:
            skills = [skill for skill in self.people[seat["person"]]["skills"] if skill.strip()]
            if seat["function"] in ROLES and skills:
                scores.append(min(1.0, hits(skills, seat["function"]) / 2))
        return mean(scores)

    def single_point_of_failure(self):
        if self.scenario["stage"] == "small-startup":
            return None
        safe = 0
        for functions in CAPABILITIES.values():
            safe += len({seat["person"] for seat in self.filled if seat["function"] in functions}) >= 2
        return safe / 4

    def spread_thin(self):
        most = 3 if self.scenario["stage"] == "small-startup" else 2
        return mean([len({seat["team"] for seat in self.held(who)}) <= most for who in self.assigned()])

    # Rules of the category Structure

    def fit(self):
        value = FIT[self.scenario["stage"], self.scenario["aim"]][self.scenario["structure"]]
        return value * (self.as_declared() or 0.0)

    def as_declared(self):
        everything = self.ml_fte(self.ml_teams())
        if not everything:
            return None
        return self.ml_fte(self.teams_that_fit()) / everything

    def teams_that_fit(self):
        cores = {team for team in self.teams if self.kind(team) == "core"}
        squads = {team for team in self.teams if self.kind(team) == "squad"}
        ventures = {team for team in self.teams if self.kind(team) == "venture"}
        match self.scenario["structure"]:
            case "centralized":
                return cores
            case "decentralized":
                return squads
            case "hybrid":
                both = self.ml_fte(cores) > 0 and self.ml_fte(squads) > 0
                return cores | squads if both else set()
        under_a_core = {venture for venture in ventures if cores & set(self.stands_under(venture))}
        with_ventures = {core for core in cores if any(core in self.stands_under(each) for each in ventures)}
        below_such = {core for core in cores if with_ventures & set(self.stands_under(core))}
        productive = {
            core
            for core in cores
            if self.teams[core]["product"].strip() and self.has(core, "software-developer")
        }
        return under_a_core | with_ventures | below_such | productive

    def scores(self):
        if not self.somebody(*ROLES):
            return dict.fromkeys(WEIGHTS)
        return {rule: getattr(self, rule.split("/")[1].replace("-", "_"))() for rule in WEIGHTS}


def plain(text):
    text = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    for mark in "-_/":
        text = text.replace(mark, " ")
    return " ".join(text.split())


def hits(skills, role):
    entries = {plain(entry) for list_ in _SKILLS["roles"][role].values() for entry in list_}
    synonyms = {plain(written): plain(entry) for written, entry in _SKILLS["synonyms"].items()}
    met = set()
    for skill in map(plain, skills):
        for entry in entries:
            if entry in (skill, synonyms.get(skill)):
                met.add(entry)
    return len(met)


def total(scores, muted, *, chart_only=False, category=None):
    """The weighted mean from 0 to 100 and the weight, over the rules that apply and are not muted."""
    weight = value = 0.0
    for rule, score in scores.items():
        if score is None or rule in muted or (chart_only and rule in AGREEMENTS):
            continue
        if category is not None and rule.split("/")[0] != CATEGORIES[category]:
            continue
        weight += WEIGHTS[rule]
        value += WEIGHTS[rule] * score
    return (100 * value / weight if weight else None), weight
