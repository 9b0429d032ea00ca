"""Which structure is recommended to whom, and why."""

import pytest

from planner.domain import Aim, Chooser, Scenario, Stage, Structure
from planner.guidance import CATALOGUE, Pack, fit_sentence, recommendation
from planner.messages import render

CENTRAL, SQUADS, HYBRID, CENTRE = Structure


@pytest.mark.parametrize(
    ("stage", "aim", "structures"),
    [
        (Stage.SMALL_STARTUP, Aim.PRODUCT, (SQUADS,)),
        (Stage.SMALL_STARTUP, Aim.RESEARCH, (CENTRAL,)),
        (Stage.LARGE_STARTUP, Aim.PRODUCT, (SQUADS,)),
        (Stage.LARGE_STARTUP, Aim.RESEARCH, (CENTRAL,)),
        (Stage.ENTERPRISE, Aim.PRODUCT, (HYBRID, CENTRE)),
        (Stage.ENTERPRISE, Aim.RESEARCH, (HYBRID, CENTRE)),
    ],
)
def test_all_structures_that_share_the_best_fit(
    pack: Pack, stage: Stage, aim: Aim, structures: tuple[Structure, ...]
) -> None:
    found = recommendation(pack, stage, aim)
    assert found.structures == structures
    assert render(found.why)
    assert found.benefits
    assert found.challenges == tuple(each.text for each in found.checklist)


def test_who_chooses_decides_for_an_enterprise(pack: Pack) -> None:
    company = recommendation(pack, Stage.ENTERPRISE, Aim.PRODUCT, Chooser.COMPANY)
    functions = recommendation(pack, Stage.ENTERPRISE, Aim.RESEARCH, Chooser.FUNCTIONS)
    assert company.structures == (CENTRE,)
    assert functions.structures == (HYBRID,)
    assert company.benefits == pack.structures[CENTRE].benefits
    assert render(company.why) != render(recommendation(pack, Stage.ENTERPRISE, Aim.PRODUCT).why)


def test_who_chooses_decides_nothing_elsewhere(pack: Pack) -> None:
    assert recommendation(pack, Stage.SMALL_STARTUP, Aim.PRODUCT, Chooser.COMPANY) == recommendation(
        pack, Stage.SMALL_STARTUP, Aim.PRODUCT
    )


def test_challenges_name_rules_by_their_ids(pack: Pack) -> None:
    subjects = {"core", "squad", "hybrid", "venture"} | {rule.id.split("/")[0] for rule in CATALOGUE}
    for said in pack.structures.values():
        assert said.benefits
        assert all(challenge.rule.split("/")[0] in subjects for challenge in said.challenges)


@pytest.mark.parametrize(
    ("structure", "sentence"),
    [
        (HYBRID, "Hybrid suits an enterprise that builds AI into products."),
        (SQUADS, "A set of squads suits an enterprise that builds AI into products in part."),
    ],
)
def test_one_sentence_says_how_the_structure_fits(pack: Pack, structure: Structure, sentence: str) -> None:
    scenario = Scenario(id="S", name="S", stage=Stage.ENTERPRISE, structure=structure)
    assert render(fit_sentence(pack, scenario)) == sentence


def test_every_structure_and_company_has_its_sentence(pack: Pack) -> None:
    said = {
        render(fit_sentence(pack, Scenario(id="S", name="S", stage=stage, aim=aim, structure=structure)))
        for stage in Stage
        for aim in Aim
        for structure in Structure
    }
    assert len(said) == 24
