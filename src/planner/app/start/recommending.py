"""What the start screen recommends for a form's answers; no widgets, only values and words."""

from functools import cached_property
from itertools import count

from msgspec import Struct

from planner.advice.starting import Answers, Starting, starting_layout
from planner.advice.structures import fit_word
from planner.app.start.form import FormAnswers
from planner.domain import Aim, Scenario, Stage, Structure
from planner.guidance import Pack, recommendation
from planner.messages import Message, counted, message

_DRAWN_PEOPLE = 40
"""Thumbnails of the other structures are drawn for so many people at most."""

_COMPANIES = {
    Stage.SMALL_STARTUP: message("a small start-up"),
    Stage.LARGE_STARTUP: message("a large start-up"),
    Stage.ENTERPRISE: message("an enterprise"),
}
_AIMS = {
    Aim.PRODUCT: message("that builds AI into products"),
    Aim.RESEARCH: message("that explores new approaches"),
}


class Proposal(Struct, frozen=True, dict=True):
    """One structure for a form's answers: how it fits, what it would create, what to watch."""

    pack: Pack
    answers: FormAnswers
    structure: Structure

    @cached_property
    def recommended(self) -> tuple[Structure, ...]:
        """The structures that fit best."""
        answers = self.answers
        return recommendation(self.pack, answers.stage, answers.aim, answers.chooser).structures

    @property
    def is_best(self) -> bool:
        """Whether this structure is one of the best."""
        return self.structure in self.recommended

    @property
    def title(self) -> str:
        """``Hybrid: core and squads``."""
        return str(self.pack.structures[self.structure].name)

    @property
    def idea(self) -> str:
        """The structure in one sentence."""
        return str(self.pack.structures[self.structure].idea)

    @property
    def section(self) -> str:
        """Where the guidance speaks of it."""
        name = self.structure.value.replace("-", " ")
        return f"Guidance: Structures, {name}"

    @cached_property
    def starting(self) -> Starting:
        """The layout that would be created, with ids of its own."""
        numbers = count(1)
        return starting_layout(
            self._layout_answers(self.answers.people), new_id=lambda: f"new-{next(numbers)}"
        )

    @cached_property
    def drawn(self) -> Scenario:
        """The layout as a miniature shows it, no larger than can be seen."""
        numbers = count(1)
        answers = self._layout_answers(min(self.answers.people, _DRAWN_PEOPLE))
        starting = starting_layout(answers, new_id=lambda: f"new-{next(numbers)}")
        return next(iter(starting.project.scenarios))

    @property
    def fit_word(self) -> str:
        """How well it fits, in two or three words, for a card beside others."""
        fit = self.pack.fit(self.answers.stage, self.answers.aim, self.structure)
        alone = len(self.recommended) == 1
        return str(fit_word(fit, is_recommended=self.is_best, is_alone=alone))

    @property
    def fit_sentence(self) -> str:
        """For whom it fits."""
        company = _COMPANIES[self.answers.stage]
        if not self.is_best:
            word = self.fit_word.partition(" ")[0]
            words = message("{word} fit for {company} {aim}.", word=word, company=company, aim=self._aim)
        elif self._fits_every_aim:
            words = message("Best fit for {company}, whatever its aim.", company=company)
        else:
            words = message("Best fit for {company} {aim}.", company=company, aim=self._aim)
        return str(words)

    @property
    def creates(self) -> str:
        """How much would be created."""
        made = self.starting
        teams = counted("{count} team", "{count} teams", made.teams)
        seats = counted("{count} vacant seat", "{count} vacant seats", made.vacant_seats)
        features = counted("{count} feature", "{count} features", made.features)
        return str(
            message(
                "Creates {teams} with {seats} for {features}.", teams=teams, seats=seats, features=features
            )
        )

    @property
    def hires(self) -> str:
        """The gap between the people there are and all features, empty when there is none."""
        if not self.starting.hires:
            return ""
        more = counted("{count} more ML person", "{count} more ML people", self.starting.hires)
        features = counted("the feature", "all {count} features", self.answers.features)
        return str(message("Hires to consider: {more} would staff {features}.", more=more, features=features))

    @property
    def watch(self) -> str:
        """The first thing that this structure makes hard."""
        text = str(self.challenges[0]) if self.challenges else ""
        return f"Watch: {text[:1].lower()}{text[1:]}" if text else ""

    @property
    def benefits(self) -> tuple[Message, ...]:
        """What the structure buys."""
        return self.pack.structures[self.structure].benefits

    @property
    def challenges(self) -> tuple[Message, ...]:
        """What it makes hard, each with its remedy."""
        return tuple(challenge.text for challenge in self.pack.structures[self.structure].challenges)

    @property
    def why(self) -> str:
        """Why the best structures are the best for these answers."""
        answers = self.answers
        return str(recommendation(self.pack, answers.stage, answers.aim, answers.chooser).why)

    @property
    def _aim(self) -> Message:
        return _AIMS[self.answers.aim]

    @property
    def _fits_every_aim(self) -> bool:
        stage = self.answers.stage
        return all(self.structure in recommendation(self.pack, stage, aim).structures for aim in Aim)

    def _layout_answers(self, people: int) -> Answers:
        answers = self.answers
        return Answers(
            name=answers.name,
            stage=answers.stage,
            aim=answers.aim,
            structure=self.structure,
            people=people,
            features=answers.features,
        )


def proposals(pack: Pack, answers: FormAnswers, chosen: Structure | None) -> list[Proposal]:
    """All structures for the answers: the chosen one, else the best, then the others from best to worst."""
    best = recommendation(pack, answers.stage, answers.aim, answers.chooser).structures
    first = chosen if chosen is not None else best[0]
    order = sorted(
        Structure,
        key=lambda each: (
            each is not first,
            each not in best,
            -pack.fit(answers.stage, answers.aim, each),
        ),
    )
    return [Proposal(pack, answers, structure) for structure in order]
