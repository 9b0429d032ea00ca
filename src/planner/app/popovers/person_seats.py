"""The seats of a person in the shown layout: a bar of shares, and for each seat its share to type."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.app.canvas.commands import Commands
from planner.app.canvas.ink import Ink
from planner.app.canvas.wording import over_allocation
from planner.app.controls import Kind, label, make_button, make_tool_button
from planner.app.controls.keyed_rows import KeyedRows
from planner.app.controls.labels import retone
from planner.app.controls.refusals import Refusal
from planner.app.controls.shapes import SeverityShape
from planner.app.document import Document
from planner.app.moving.chip import ChipLabel
from planner.app.popovers.fields import PartLine
from planner.app.popovers.form import give
from planner.app.popovers.share_bar import ShareBar
from planner.app.popovers.wording import is_over, load_words, share_sum
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, TARGET_LEAST
from planner.domain import Seat, edits
from planner.domain.shares import share_held
from planner.messages import Share, message
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG, SMALL

_CHIP: Final = 24


class SeatRow(QWidget):
    """One seat: what the person does and where, the share, and the way back to the bench.

    Where the seat asks for another share than it gets, a button lets it ask for just that.
    """

    def __init__(self, look: Look, ink: Ink) -> None:
        super().__init__()
        self.chip = ChipLabel(look, ink, size=_CHIP)
        self.role = label(look, style=BODY_MEDIUM, wraps=True)
        self.team = label(look, style=SMALL, tone="second", wraps=True)
        self.share = PartLine(look, "Share")
        self.ask = make_button(look, "", Kind.QUIET)
        self.leave = make_tool_button(look, icon="close", name="Back to bench", side=TARGET_LEAST)
        self.refusal = Refusal(look)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.role)
        words.addWidget(self.team)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        for widget in (self.chip, self.share, self.leave):
            row.addWidget(widget)
        row.insertLayout(1, words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.refusal)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignRight)

    def show_seat(self, seat: Seat, team: str, *, locked: bool) -> None:
        """Show a seat as it is now."""
        role = seat.title or seat.function.label
        self.chip.show_function(seat.function)
        self.role.setText(role)
        demand = message("{team}, asks for {demand}", team=team, demand=Share(seat.demand))
        self.team.setText(str(demand) if seat.demand != seat.share else team)
        self.share.show_value(seat.share or 0.0)
        self.ask.setText(str(message("Ask for {share}", share=Share(seat.share or 0.0))))
        self.ask.setAccessibleName(
            str(message("Let {team} ask for {share}", team=team, share=Share(seat.share or 0.0)))
        )
        self.ask.setVisible(seat.demand != seat.share and not locked)
        self.share.setAccessibleName(str(message("Share as {role} in {team}", role=role, team=team)))
        self.leave.setAccessibleName(str(message("Back to bench from {team}", team=team)))
        for widget in (self.share, self.leave):
            widget.setEnabled(not locked)
            widget.setToolTip("Team is locked. Unlock it to change it." if locked else "")
        if not locked:
            self.leave.setToolTip("Back to bench from this seat")


class PersonSeats(QWidget):
    """All seats of one person and the sum of their shares; ``resized`` is called when more is shown."""

    def __init__(
        self,
        look: Look,
        ink: Ink,
        document: Document,
        commands: Commands,
        *,
        resized: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._look, self._ink, self._document, self._commands = look, ink, document, commands
        self._resized, self._leave = resized, leave
        self._person = ""
        self.bar = ShareBar(look)
        self.sum = label(look, style=BODY_STRONG)
        self.load = label(look, style=SMALL, tone="second", wraps=True)
        self.octagon = SeverityShape(look, ink, 16)
        self.octagon.show_severity("problem")
        self.rows: KeyedRows[str, SeatRow] = KeyedRows(self._make)
        self.role_button = make_button(look, "Add role…", Kind.PLAIN, icon="plus", on_click=self._add_role)
        self.move_button = make_button(look, "Move to…", Kind.PLAIN, icon="arrow-right", on_click=self._move)
        self._lay_out()

    def show_person(self, person: str) -> None:
        """Show where a person sits in the shown layout, and how much of them is planned."""
        self._person = person
        project, scenario = self._document.project, self._document.scenario
        seats = self._seats()
        who = project.people[person]
        self.bar.show_shares([(seat.function, share_held(seat)) for seat in seats], who.capacity)
        over = is_over(project, scenario, person)
        self.sum.setText(share_sum(project, scenario, person))
        retone(self.sum, "problem" if over else "")
        words = over_allocation(project, scenario, seats[0]) if seats else None
        self.load.setText(f"{words}" if words is not None else load_words(project, scenario, person))
        retone(self.load, "problem" if over else "second")
        self.octagon.setVisible(over)
        self.rows.show_keys([seat.id for seat in seats])
        for seat in seats:
            team = scenario.teams[seat.team]
            self.rows.rows[seat.id].show_seat(seat, team.name, locked=team.locked)
        self.role_button.setText("Add role…" if seats else "Choose a seat…")
        self.move_button.setVisible(len(seats) == 1)

    def share_field(self, seat: str) -> PartLine | None:
        """The field for the share of a seat, None when the person does not hold it."""
        row = self.rows.rows.get(seat)
        return row.share if row is not None else None

    def forget_refusals(self) -> None:
        """Forget why shares were refused."""
        for row in self.rows.rows.values():
            row.refusal.forget()

    def _seats(self) -> list[Seat]:
        return [seat for seat in self._document.scenario.seats if seat.person == self._person]

    def _make(self, seat: str) -> SeatRow:
        row = SeatRow(self._look, self._ink)
        row.share.committed.connect(partial(self._give, seat))
        row.ask.clicked.connect(partial(self._ask_for_that, seat))
        row.leave.clicked.connect(partial(self._to_bench, seat))
        return row

    def _give(self, seat: str) -> None:
        row = self.rows.rows.get(seat)
        if row is not None:
            row.refusal.show_reason(give(row.share, partial(self._set, seat)))
            self._resized()

    def _set(self, seat: str, share: float) -> None:
        edit = partial(edits.set_share, scenario=self._document.scenario_id, seat=seat, share=share)
        difference = self._document.apply(edit)
        if difference:
            self._commands.said.emit(difference.label)

    def _ask_for_that(self, seat: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  (Qt's own)
        """Let a seat ask for just what its holder gives; the focus, whose button goes, is at the share."""
        self._commands.ask_for_share(self._document.scenario.seats[seat])
        row = self.rows.rows.get(seat)
        if row is not None:
            row.share.setFocus(Qt.FocusReason.OtherFocusReason)
        self._resized()

    def _to_bench(self, seat: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  (Qt's own)
        self._commands.to_bench(self._document.scenario.seats[seat])

    def _add_role(self) -> None:
        self._go(self._commands.add_role if self._seats() else self._commands.move_to)

    def _move(self) -> None:
        self._go(self._commands.move_to)

    def _go(self, command: Callable[[str, Seat | None], object]) -> None:
        seats = self._seats()
        self._leave()
        command(self._person, seats[0] if seats else None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        top.addWidget(self.bar, 1)
        top.addWidget(self.sum)
        below = QHBoxLayout()
        below.setSpacing(SPACE_4)
        below.addWidget(self.octagon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.load, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addWidget(self.role_button)
        buttons.addWidget(self.move_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(self.rows)
        column.addLayout(buttons)
