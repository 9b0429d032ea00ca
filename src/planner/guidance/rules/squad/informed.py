"""Finds squads that nothing keeps informed of one another. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind, PracticeKind
from planner.guidance.facts import Facts
from planner.guidance.fixes.agreeing import joined, known, owner_of_all, started
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Fix
from planner.guidance.wording import at, of_each, team_names, teams
from planner.messages import counted, message

_SHARING = PracticeKind.KNOWLEDGE_SHARING
_SQUADS_FROM = 2
_MENDED_ALONE = 3


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.SQUAD:
        return None
    return int(facts.in_guild(team)), 1


def _combine(_facts: Facts, earned: int, possible: int) -> float | None:
    return earned / possible if possible >= _SQUADS_FROM else None


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    apart = list(losses.items)
    yield Defect(
        key="apart",
        part=losses.part(len(apart)),
        title=counted("One squad shares no knowledge", "{count} squads share no knowledge", len(apart)),
        where=at(team_names(facts, apart)),
        message=message("Squads that do not hear of one another solve the same problem twice."),
        subjects=teams(apart),
        evidence=of_each(facts, apart, "{team} shares knowledge with no other team."),
        fixes=partial(_fixes, facts, apart),
        no_fix=message("There is no other team to share with."),
    )


def _fixes(facts: Facts, apart: list[str]) -> Iterator[Fix]:
    there = known(facts, _SHARING)
    for practice in there[:1]:
        if len(apart) > 1:
            label = message("Bring {count} squads into the knowledge sharing", count=len(apart))
            yield Fix(label, joined(facts, practice, apart))
        for squad in apart[:_MENDED_ALONE]:
            label = message("Bring {team} into the knowledge sharing", team=facts.team(squad).name)
            yield Fix(label, joined(facts, practice, [squad]))
    squads = [team.id for team in facts.scenario.teams if team.kind is Kind.SQUAD]
    label = message("Start knowledge sharing among the squads")
    yield Fix(label, started(facts, _SHARING, squads, owner=owner_of_all(facts, squads)))


RULE = Rule(
    id="squad/informed",
    name=message("Squads keep each other informed"),
    category=Category.SQUADS,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Layouts with two squads or more."),
    looks_for=message(
        "The share of squads that take part, with any other team, in knowledge sharing. Shared standards are "
        "not the same."
    ),
    why=message(
        "Each squad learns on its own. Without an occasion to tell the others, they drift apart, and the "
        "company pays for the same lesson several times."
    ),
    better=message("One practice of knowledge sharing that all squads take part in."),
    section=message("Structures: decentralized"),
    says=message("Squads drift apart. The remedy is a process that keeps them informed of one another."),
    breaking="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DS Ravi Kulkarni
squad Search
  DS Leila Haddad
""",
    mended="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DS Ravi Kulkarni
squad Search
  DS Leila Haddad
practice knowledge-sharing by nobody: Checkout, Search
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    combine=_combine,
)
