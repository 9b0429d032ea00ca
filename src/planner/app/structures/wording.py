"""The words of the comparison: names, sentences for those who hear it, the company, the reasons."""

from planner.advice.structures import Check, Standing, StructureScore, fit_word, recommended
from planner.domain import Scenario, Structure
from planner.guidance import Pack, recommendation
from planner.messages import Format, Loss, counted, listed, message, render


def name_of(pack: Pack, structure: Structure) -> str:
    """``Hybrid: core and squads``."""
    return str(pack.structures[structure].name)


def plain(structure: Structure) -> str:
    """The structure's name inside a sentence: ``product centre``."""
    return structure.label.lower()


def word_of(pack: Pack, score: StructureScore) -> str:
    """How well a structure fits, in two or three words."""
    alone = len(recommended(pack, score.now.scenario)) == 1
    return str(fit_word(score.fit, is_recommended=score.is_recommended, is_alone=alone))


def sentence(pack: Pack, score: StructureScore, form: Format) -> str:
    """A row as it is heard."""
    parts = [name_of(pack, score.structure)]
    parts += ["recommended"] * score.is_recommended
    parts += ["declared"] * score.is_declared
    if score.refusal is not None:
        return f"{', '.join(parts)}. {score.refusal}"
    parts.append(word_of(pack, score).lower())
    for name, figure, gain in (
        ("as drawn", score.as_drawn, score.drawn_gain),
        ("total", score.total, score.total_gain),
    ):
        if figure is not None:
            parts.append(f"{name} {form.decimals(figure)}")
            parts += [form.gain(gain)] if gain is not None else []
    return ", ".join(parts)


def company(scenario: Scenario, form: Format) -> str:
    """The context in a line."""
    cases = counted("{count} use case waiting", "{count} use cases waiting", scenario.use_cases)
    return f"{scenario.stage.label} · {scenario.aim.label} · {render(cases, form)}"


def recommends(pack: Pack, scenario: Scenario, form: Format) -> tuple[str, str]:
    """What is recommended, and why."""
    found = recommendation(pack, scenario.stage, scenario.aim, scenario.chooser)
    names = [plain(structure) for structure in found.structures]
    named = " or ".join(names) if len(names) < 3 else render(message("{all}", all=listed(names)), form)
    return f"Recommended: {named}.", render(found.why, form)


def standing_of(check: Check, form: Format) -> str:
    """What stands at the right of a challenge: the points it costs, or why it costs none."""
    match check.standing:
        case Standing.MET:
            return "Met"
        case Standing.MUTED:
            return "Muted"
        case Standing.IDLE:
            return "Does not apply"
        case Standing.OPEN:
            return form.value(Loss(check.shown))


def check_sentence(check: Check, form: Format) -> str:
    """A challenge as it is heard."""
    text = render(check.text, form)
    if check.severity is not None:
        return f"{check.severity.value.capitalize()}, {standing_of(check, form)} points. {text}"
    return f"{standing_of(check, form)}. {text}"
