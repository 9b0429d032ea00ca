"""The links of a team in words, each to remove, and two boxes to link it to another."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.app.agreements.wording import LINKS, link_words, sentence_case
from planner.app.canvas.commands import Commands
from planner.app.controls import Kind, label, make_button
from planner.app.controls.keyed_rows import KeyedRows
from planner.app.controls.refusals import Refusal
from planner.app.controls.searching import SearchChoice
from planner.app.document import Document
from planner.app.popovers.choosing import Choice
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, TARGET_LEAST
from planner.domain import Edit, Link, LinkKind, edits
from planner.errors import PlannerError
from planner.typography.scale import BODY

LinkKey = tuple[str, str, str]

_KINDS: Final = {kind: sentence_case(words) for kind, words in LINKS.items()}
_LEAST_LETTERS: Final = 6


class _Row(QWidget):
    """One link in words, with a button that removes it."""

    def __init__(self, look: Look, remove: Callable[[], object]) -> None:
        super().__init__()
        self.words: QLabel = label(look, style=BODY, wraps=True)
        self.button = make_button(look, "Remove", Kind.QUIET, height=TARGET_LEAST, on_click=remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def show_words(self, words: str) -> None:
        """Show a link."""
        self.words.setText(words)
        self.button.setAccessibleName(f"Remove the link: {words}")


class TeamLinks(QWidget):
    """What a team is linked to; ``resized`` is called when there is more or less to show."""

    def __init__(
        self, look: Look, document: Document, commands: Commands, resized: Callable[[], object]
    ) -> None:
        super().__init__()
        self._look, self._document, self._commands, self._resized = look, document, commands, resized
        self._team = ""
        self.rows: KeyedRows[LinkKey, _Row] = KeyedRows(self._make, gap=0)
        self.kind = Choice[LinkKind](look, _KINDS, "How to link the team")
        self.other = SearchChoice[str](
            look, "Team to link to, type a name", nobody="Choose a team", unknown="No team called '{name}'."
        )
        self.button = make_button(look, "Link", Kind.PLAIN, on_click=self.link)
        self.refusal = Refusal(look)
        self.kind.show_value(LinkKind.SERVES)
        for box in (self.kind, self.other):  # a row of three, in a popover that may have to scroll
            box.setMinimumContentsLength(_LEAST_LETTERS)
        self._lay_out()

    def show_team(self, team: str) -> None:
        """Show the links of a team."""
        if team != self._team:
            self._team = team
            self.other.show_value(None)
        scenario = self._document.scenario
        links = {link.key: link for link in scenario.links if team in (link.source, link.target)}
        self.rows.show_keys(links)
        for key, link in links.items():
            self.rows.rows[key].show_words(sentence_case(link_words(scenario, link, team)))
        self.other.offer({other.id: other.name for other in scenario.teams if other.id != team})
        self.other.show_value(None)

    def link(self) -> None:
        """Link the team as the two boxes say."""
        try:
            self._link_to(self.other.read())
        except PlannerError as refused:
            self.refusal.show_reason(str(refused))
        else:
            self.refusal.forget()
            self.other.reset()
        self._resized()

    def _link_to(self, other: str | None) -> None:
        if other is None:
            raise PlannerError("Choose a team to link to.")
        link = Link(source=self._team, target=other, kind=self.kind.read())
        self._apply(partial(edits.add_link, scenario=self._document.scenario_id, link=link))

    def _remove(self, key: LinkKey) -> None:
        link = self._document.scenario.links[key]
        self._apply(partial(edits.remove_link, scenario=self._document.scenario_id, link=link))

    def _apply(self, edit: Edit) -> None:
        difference = self._document.apply(edit)
        self._commands.said.emit(difference.label)

    def _make(self, key: LinkKey) -> _Row:
        return _Row(self._look, partial(self._remove, key))

    def _lay_out(self) -> None:
        new = QHBoxLayout()
        new.setSpacing(SPACE_4)
        new.addWidget(self.kind, 4)
        new.addWidget(self.other, 5)
        new.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.rows)
        column.addLayout(new)
        column.addWidget(self.refusal)
