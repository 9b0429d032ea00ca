"""Which structure comes out first: the same people in each, complete in its own way, or as drawn."""

from collections.abc import Iterator
from random import Random

import pytest
from tests.guidance.saying import reviewed

from planner.domain import Activity, Structure
from planner.guidance import Pack

ROLES = ("DA", "DE", "DS", "RS", "MO", "SD")
UNIT = (*ROLES, "PR", "MK", "DG")
EXTRA = (*ROLES, "PR", "BU")
LAYOUTS = range(25)
START_UPS = ("small-startup", "large-startup")
ways = pytest.mark.parametrize(
    ("agreed", "total"),
    [(True, True), (True, False), (False, False)],
    ids=["complete", "complete, as drawn", "bare, as drawn"],
)


def units(seed: int) -> list[list[str]]:
    """Two to four groups of people, each with every role and the partner functions of a complete squad."""
    dice = Random(seed)
    return [[*UNIT, *dice.choices(EXTRA, k=dice.randrange(4))] for _ in range(dice.randint(2, 4))]


def layout(seed: int, structure: Structure, context: str, *, agreed: bool) -> str:
    """The same people in one structure: chart alone, or with all that it asks to be agreed."""
    teams = units(seed)
    names = [f"T{number}" for number in range(len(teams))]
    lines = [f"scenario X: {context}, {structure}, 5 use cases"]
    for name, codes in zip(names, teams, strict=True):
        lines += team(structure, name, codes, agreed=agreed)
    lines += ["partner Sales", "  BU Sales lead"]
    return "\n".join([*lines, *(agreements(structure, names) if agreed else ())])


def team(structure: Structure, name: str, codes: list[str], *, agreed: bool) -> Iterator[str]:
    """One team with its people: the first is the core where the structure has one."""
    is_core = structure is Structure.CENTRALIZED or (
        structure is not Structure.DECENTRALIZED and name == "T0"
    )
    is_venture = structure is Structure.PRODUCT_CENTRE and not is_core
    kind = "core" if is_core else "venture" if is_venture else "squad"
    fields = f', lead {name} PR 6, product "{name}"'
    if is_core:
        fields += ', purpose "Models for all", focus business-metrics, budget, experiments 10%'
    indent = "  " if is_venture else ""
    yield f"{indent}{kind} {name}{fields if agreed else ''}"
    yield from (f"{indent}  {code} {name} {code} {number}" for number, code in enumerate(codes))


def agreements(structure: Structure, names: list[str]) -> Iterator[str]:
    first, *others = names
    everybody = ", ".join([*names, "Sales"])
    yield from (f"{name} collaborates Sales" for name in names)
    if structure is Structure.HYBRID:
        yield f"{first} serves {', '.join(others)}"
    for kind in ("prioritisation", "knowledge-sharing", "shared-standards", "on-call"):
        yield f"practice {kind} by {first}: {everybody}"
    yield from (f"responsible {activity}: {first} accountable" for activity in Activity)


def scores(pack: Pack, seed: int, context: str, *, agreed: bool, total: bool) -> dict[Structure, float]:
    """What each structure scores with all or nothing agreed: its total, or the figure as drawn."""
    found = {}
    for structure in Structure:
        score = reviewed(layout(seed, structure, context, agreed=agreed), pack).score
        figure = score.total if total else score.as_drawn
        assert figure is not None
        found[structure] = figure
    return found


@ways
@pytest.mark.parametrize("stage", START_UPS)
def test_start_ups_do_best_with_squads_for_products_and_a_centre_for_research(
    pack: Pack, stage: str, agreed: bool, total: bool
) -> None:
    for seed in LAYOUTS:
        product = scores(pack, seed, f"{stage}, product", agreed=agreed, total=total)
        research = scores(pack, seed, f"{stage}, research", agreed=agreed, total=total)
        assert max(product, key=lambda each: product[each]) is Structure.DECENTRALIZED, seed
        assert max(research, key=lambda each: research[each]) is Structure.CENTRALIZED, seed


@ways
@pytest.mark.parametrize("aim", ["product", "research"])
def test_enterprises_do_best_with_a_hybrid_or_a_product_centre(
    pack: Pack, aim: str, agreed: bool, total: bool
) -> None:
    for seed in LAYOUTS:
        found = scores(pack, seed, f"enterprise, {aim}", agreed=agreed, total=total)
        for better in (Structure.HYBRID, Structure.PRODUCT_CENTRE):
            for worse in (Structure.CENTRALIZED, Structure.DECENTRALIZED):
                assert found[better] > found[worse], seed


@pytest.mark.parametrize("structure", list(Structure))
def test_what_is_agreed_does_not_move_the_figure_as_drawn_below_a_bare_chart(
    pack: Pack, structure: Structure
) -> None:
    for seed in LAYOUTS:
        bare = reviewed(layout(seed, structure, "enterprise, product", agreed=False), pack).score
        agreed = reviewed(layout(seed, structure, "enterprise, product", agreed=True), pack).score
        assert agreed.as_drawn is not None
        assert bare.as_drawn is not None
        assert agreed.as_drawn >= bare.as_drawn
        assert (agreed.total or 0) > (bare.total or 0)
