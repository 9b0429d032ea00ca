"""Finds squads without a product, and squads that share one. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind
from planner.guidance.facts import Facts
from planner.guidance.fixes.fields import TEAM_LOCKED, name_products
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.texts import is_given
from planner.guidance.wording import at, of_each, team_names, teams
from planner.messages import counted, message


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.SQUAD:
        return None
    return int(facts.has_own_product(team)), 1


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    without = [squad for squad in losses.items if not is_given(facts.team(squad).product)]
    sharing = [squad for squad in losses.items if is_given(facts.team(squad).product)]
    if without:
        yield Defect(
            key="none",
            part=losses.part(len(without)),
            title=counted("One squad has no product", "{count} squads have no product", len(without)),
            where=at(team_names(facts, without)),
            message=message("It is not said which feature or product a squad builds."),
            subjects=teams(without),
            evidence=of_each(facts, without, "The product of {team} is blank."),
            fixes=partial(name_products, facts, without),
            no_fix=TEAM_LOCKED,
        )
    if sharing:
        yield Defect(
            key="shared",
            part=losses.part(len(sharing)),
            title=counted("One squad shares its product", "{count} squads share products", len(sharing)),
            where=at(team_names(facts, sharing)),
            message=message("Several squads have the same product, so none of them is free to decide on it."),
            subjects=teams(sharing),
            evidence=of_each(facts, sharing, "Another squad has the product of {team} too."),
            fixes=partial(name_products, facts, sharing),
            no_fix=TEAM_LOCKED,
        )


RULE = Rule(
    id="squad/focus",
    name=message("Each squad has one product of its own"),
    category=Category.SQUADS,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Squads."),
    looks_for=message(
        "Whether a product is given for the squad that no other squad has. Case and spacing make no "
        "difference."
    ),
    why=message(
        "A squad is quick because it has one thing to care for. Two squads on one product wait for each "
        "other; a squad without any is a pool of people."
    ),
    better=message("One feature or product for each squad, named on the chart."),
    section=message("Structures: decentralized"),
    says=message("Each squad builds one feature or product, and has one clear focus."),
    breaking="""
scenario Today: small-startup, product, decentralized
squad Checkout
  DS Ravi Kulkarni
squad Search, product "Search"
  DS Leila Haddad
""",
    mended="""
scenario Today: small-startup, product, decentralized
squad Checkout, product "Checkout"
  DS Ravi Kulkarni
squad Search, product "Search"
  DS Leila Haddad
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)
