"""*Add link* asks which team is linked with which, and how."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.app.agreements.agreeing import Agreeing
from planner.app.agreements.standing import columns
from planner.app.agreements.wording import LINK_MEANINGS, LINKS
from planner.app.controls import Kind, label, make_button
from planner.app.controls.choosing import ChoiceBox
from planner.app.controls.refusals import Refusal
from planner.app.moving.beside import BesidePopover
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8
from planner.domain import Kind as TeamKind
from planner.domain import Link, LinkKind, Scenario
from planner.typography.scale import PANEL_TITLE, SMALL

_WIDTH = 320


class AddLink(BesidePopover):
    """The popover; it is made anew each time, with the teams there are."""

    def __init__(self, look: Look, window: QWidget, agreeing: Agreeing) -> None:
        super().__init__(look, window, width=_WIDTH)
        self._agreeing = agreeing
        scenario = agreeing.document.scenario
        teams = {team.id: team.name for team in columns(scenario)}
        self.source = ChoiceBox(look, teams, "From team")
        self.kind = ChoiceBox(look, LINKS, "Kind of link")
        self.target = ChoiceBox(look, teams, "To team")
        self._meaning = label(look, style=SMALL, tone="second", wraps=True)
        self._refusal = Refusal(look)
        self.add = make_button(look, "Add link", Kind.PRIMARY, on_click=self._add)
        self.add.setAutoDefault(True)
        source, target = _likely(scenario, list(teams))
        self.source.show_value(source)
        self.target.show_value(target)
        self._lay_out(look)
        for box in (self.source, self.kind, self.target):
            box.activated.connect(self._explain)
        agreeing.refused.connect(self._refuse)
        self.closed.connect(self.deleteLater)
        self._explain()

    def open_for(self, beside: QWidget) -> None:
        """Open beside a button."""
        self.open_beside(QRect(beside.mapToGlobal(QPoint(0, 0)), beside.size()))
        self.source.setFocus(Qt.FocusReason.PopupFocusReason)

    def _explain(self) -> None:
        self._meaning.setText(LINK_MEANINGS[self.kind.value])
        is_same = self.source.value == self.target.value
        self.add.setEnabled(not is_same)
        self._refuse("Choose two different teams." if is_same else "")

    def _refuse(self, words: str) -> None:
        self._refusal.show_reason(words)
        self.adjustSize()

    def _add(self) -> None:
        link = Link(source=self.source.value, target=self.target.value, kind=self.kind.value)
        if self._agreeing.add_link(link):
            self.close_it()

    def _lay_out(self, look: Look) -> None:
        grid = QGridLayout()
        grid.setSpacing(SPACE_8)
        grid.setColumnStretch(1, 1)
        boxes: tuple[tuple[str, QWidget], ...] = (
            ("From", self.source),
            ("Kind", self.kind),
            ("To", self.target),
        )
        for row, (words, box) in enumerate(boxes):
            box.setMinimumWidth(0)
            box.setMaximumWidth(_WIDTH - 90)
            grid.addWidget(label(look, words), row, 0)
            grid.addWidget(box, row, 1)
        self.content.addWidget(label(look, "Add link", PANEL_TITLE))
        self.content.addLayout(grid)
        self.content.addWidget(self._meaning)
        self.content.addWidget(self._refusal)
        self.content.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)


def _likely(scenario: Scenario, teams: list[str]) -> tuple[str, str]:
    """A core, and the first team that it does not serve yet; else the first two teams."""
    source = next((team for team in teams if scenario.teams[team].kind is TeamKind.CORE), teams[0])
    others = [team for team in teams if team != source]
    free = (
        team
        for team in others
        if Link(source=source, target=team, kind=LinkKind.SERVES).key not in scenario.links
    )
    return source, next(free, others[0])
