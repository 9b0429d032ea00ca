"""The right half of the start screen: the proposed structure, and the others to choose in its place."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.advice.moves import NewId
from planner.advice.starting import Answers, empty_plan, starting_layout
from planner.app.canvas.ink import Ink
from planner.app.controls import label
from planner.app.start.cards import SHADOW, ProposalCard, StructureCard
from planner.app.start.form import FormAnswers
from planner.app.start.recommending import Proposal, proposals
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8
from planner.domain import Chooser, Project, Structure
from planner.domain.edits import edit_context
from planner.guidance import Pack
from planner.typography.scale import LABEL


class Proposals(QWidget):
    """Shows proposals for answers and makes the project of the one that is shown."""

    def __init__(self, look: Look, ink: Ink, pack: Pack) -> None:
        super().__init__()
        self._pack = pack
        self._chosen: Structure | None = None
        self._answers: FormAnswers | None = None
        self._shown: list[Proposal] = []
        self._card = ProposalCard(look, ink)
        self._others = [
            StructureCard(look, ink, partial(self._choose_other, at)) for at in range(1, len(Structure))
        ]
        row = QHBoxLayout()
        row.setSpacing(SPACE_8 + 2)
        row.setContentsMargins(SHADOW - 1, 0, SHADOW - 1, 0)  # their edges are those of the card above
        for card in self._others:
            row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._card)
        column.addSpacing(SPACE_8)
        heading = label(look, "Other structures", LABEL, tone="second")
        heading.setContentsMargins(SHADOW, 0, SHADOW, 0)
        column.addWidget(heading)
        column.addLayout(row)

    @property
    def shown(self) -> Proposal:
        """The proposal that is shown at length."""
        return self._shown[0]

    @property
    def others(self) -> tuple[StructureCard, ...]:
        """The cards of the other structures."""
        return tuple(self._others)

    def show_answers(self, answers: FormAnswers) -> None:
        """Show what suits other answers; another company or aim starts from the best structure again."""
        before = self._answers
        if before is None or _company(before) != _company(answers):
            self._chosen = None
        self._answers = answers
        self._show(answers)

    def choose(self, structure: Structure) -> None:
        """Propose a structure in place of the best one."""
        self._chosen = structure
        if self._answers is not None:
            self._show(self._answers)

    def project(self, *, new_id: NewId) -> Project:
        """A project with the proposed layout."""
        return self._with_chooser(starting_layout(self._layout_answers(), new_id=new_id).project)

    def empty_project(self, *, new_id: NewId) -> Project:
        """A project with the answers' context and no teams."""
        return self._with_chooser(empty_plan(self._layout_answers(), new_id=new_id))

    def _choose_other(self, at: int) -> None:
        self.choose(self._shown[at].structure)

    def _show(self, answers: FormAnswers) -> None:
        self._shown = proposals(self._pack, answers, self._chosen)
        self._card.show_proposal(self._shown[0])
        for card, proposal in zip(self._others, self._shown[1:], strict=True):
            card.show_proposal(proposal)

    def _layout_answers(self) -> Answers:
        answers = self.shown.answers
        return Answers(
            name=answers.name,
            stage=answers.stage,
            aim=answers.aim,
            structure=self.shown.structure,
            people=answers.people,
            features=answers.features,
        )

    def _with_chooser(self, project: Project) -> Project:
        chooser: Chooser | None = self.shown.answers.chooser
        if chooser is None:
            return project
        scenario = next(iter(project.scenarios)).id
        return edit_context(project, scenario, chooser=chooser).project


def _company(answers: FormAnswers) -> tuple[object, ...]:
    return answers.stage, answers.aim, answers.chooser
