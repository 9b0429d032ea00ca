"""The list of practices: what teams do together, who owns it, and which teams take part."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.app.agreements.agreeing import Agreeing
from planner.app.agreements.picking import after_taking, owners, participants
from planner.app.agreements.wording import PRACTICES, counted_teams, joined, practice_name
from planner.app.controls import Kind, divider, label, make_button, make_tool_button
from planner.app.controls.keyed_rows import KeyedRows
from planner.app.controls.labels import show_text
from planner.app.controls.pick_list import PickList
from planner.app.controls.picks import PickButton
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, TARGET_LEAST
from planner.domain import Practice, PracticeKind, Project, Scenario
from planner.typography.scale import BODY_STRONG, SMALL

PracticeKey = tuple[str, PracticeKind]
_OWNER_PART, _TEAMS_PART = 3, 2
_EMPTY = "No practices yet. They say what teams do together, and who sees to it."


class PracticeRow(QWidget):
    """One practice: its kind, its owner, its teams, and *Remove*."""

    def __init__(self, look: Look, practice: Practice) -> None:
        super().__init__()
        self.practice = practice
        kind = PRACTICES[practice.kind]
        self.owner, self.teams = PickButton(look), PickButton(look)
        self.remove = make_tool_button(look, icon="trash", name=f"Remove {kind.lower()}", side=TARGET_LEAST)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(label(look, kind, BODY_STRONG), 1)
        first.addWidget(self.remove)
        second.setSpacing(SPACE_8)
        second.addWidget(self.owner, _OWNER_PART)
        second.addWidget(self.teams, _TEAMS_PART)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_4, SPACE_12, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(second)
        column.addSpacing(SPACE_4)
        column.addWidget(divider())

    def show_practice(self, practice: Practice, project: Project, scenario: Scenario) -> None:
        """Show who owns it now, and who takes part."""
        self.practice = practice
        kind = PRACTICES[practice.kind]
        owner = "No owner"
        if practice.owner is not None:
            team = scenario.teams.get(practice.owner)
            owner = team.name if team is not None else project.people[practice.owner].name
        self.owner.show_words(owner, name=f"{kind}, owner: {owner}. Change", tip=f"Owner: {owner}")
        names = [scenario.teams[team].name for team in practice.teams]
        words = counted_teams(len(names)) if names else "No teams"
        said = f"{words}: {joined(names, 8)}" if names else words
        self.teams.show_words(words, name=f"{kind}, {said}. Change", tip=said)


class PracticeList(QScrollArea):
    """All practices of the scenario.

    Signals:
        add_asked(): *Add practice* was chosen where there is none.
    """

    add_asked = Signal()

    def __init__(
        self, document: Document, look: Look, agreeing: Agreeing, pick: Callable[[], PickList]
    ) -> None:
        super().__init__()
        self._document, self._look, self._agreeing, self._pick = document, look, agreeing, pick
        self._rows: KeyedRows[PracticeKey, PracticeRow] = KeyedRows(self._made, gap=0)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Practices")
        inside = QWidget()
        inside.setProperty("part", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        self._column.setSpacing(0)
        self._offer = _Offer(look)
        self._offer.button.clicked.connect(self._take_offer)
        self._offered: PracticeKind | None = None
        self._column.addWidget(self._offer)
        self._column.addWidget(self._rows)
        self._column.addStretch(1)
        self.setWidget(inside)

    @property
    def rows(self) -> list[PracticeRow]:
        """The rows from top to bottom."""
        return list(self._rows.rows.values())

    @property
    def offer_button(self) -> QPushButton:
        """Adds what is missing; it is seen while something is."""
        return self._offer.button

    def refresh(self) -> None:
        """Show the practices there are; rows that stay keep the focus."""
        project, scenario = self._document.project, self._document.scenario
        there = {(practice.id, practice.kind): practice for practice in scenario.practices}
        self._rows.show_keys(there)
        for key, practice in there.items():
            self._rows.rows[key].show_practice(practice, project, scenario)
        if self._offered is not None and any(each.kind is self._offered for each in there.values()):
            self._offered = None
        self._show_offer()

    def go_to(self, kind: PracticeKind) -> None:
        """Put the focus on the first practice of a kind, or on the offer to add one."""
        found = next((row for row in self.rows if row.practice.kind is kind), None)
        self._offered = kind if found is None else None
        self._show_offer()
        if found is None:
            self._offer.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.verticalScrollBar().setValue(0)
        else:
            self._focus(found)

    def start(self, kind: PracticeKind) -> None:
        """Add a practice and put the focus on its owner."""
        practice = self._agreeing.add_practice(kind)
        if practice is not None:
            self._focus(self._rows.rows[practice, kind])

    def _focus(self, row: PracticeRow) -> None:
        self._column.activate()
        self.ensureWidgetVisible(row, 0, 0)
        without_owner = row.practice.owner is None
        (row.owner if without_owner else row.teams).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _made(self, key: PracticeKey) -> PracticeRow:
        row = PracticeRow(self._look, self._document.scenario.practices[key[0]])
        row.owner.clicked.connect(lambda: self._pick_owner(row))
        row.teams.clicked.connect(lambda: self._pick_teams(row))
        row.remove.clicked.connect(lambda: self._remove(row))
        return row

    def _pick_owner(self, row: PracticeRow) -> None:
        document = self._document
        self._pick().open_for(
            f"Owner of {practice_name(row.practice.kind)}",
            lambda typed: owners(document.project, document.scenario, row.practice, typed),
            row.owner,
            lambda owner: self._agreeing.set_owner(row.practice, None if owner is None else str(owner)),
        )

    def _pick_teams(self, row: PracticeRow) -> None:
        self._pick().open_for(
            f"Teams in {practice_name(row.practice.kind)}",
            lambda typed: participants(self._document.scenario, row.practice, typed),
            row.teams,
            lambda taken: self._agreeing.set_teams(row.practice, after_taking(row.practice, taken)),
            stays=True,
        )

    def _remove(self, row: PracticeRow) -> None:
        place = self.rows.index(row)
        self._agreeing.remove_practice(row.practice)
        left = self.rows
        target = left[min(place, len(left) - 1)].remove if left else self._offer.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_offer(self) -> None:
        if self._offered is not None:
            self.start(self._offered)
        else:
            self.add_asked.emit()

    def _show_offer(self) -> None:
        if self._offered is not None:
            name = practice_name(self._offered)
            self._offer.show_words(f"There is no {name} yet.", f"Add {name}")
        else:
            self._offer.show_words("" if self.rows else _EMPTY, "Add practice")


class _Offer(QWidget):
    """What is missing, with one button."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = label(look, style=SMALL, tone="second", wraps=True)
        self.button = make_button(look, "Add practice", Kind.PRIMARY, height=28)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        column.setSpacing(SPACE_8)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_words(self, words: str, action: str) -> None:
        """Say what is missing and what the button does; nothing hides both."""
        show_text(self._words, words)
        self.button.setText(action)
        self.setVisible(bool(words))
