"""The functions of a person in order of preference: the first is the main one, and any can be made it."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.app.canvas.ink import Ink
from planner.app.controls import label, make_tool_button
from planner.app.controls.keyed_rows import KeyedRows
from planner.app.moving.chip import ChipLabel
from planner.app.popovers.choosing import Choice
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, TARGET_LEAST
from planner.domain import Function
from planner.typography.scale import BODY, CAPTION

Roles = tuple[Function, ...]

_ADD: Final = "Add a role"


class _Row(QWidget):
    """One role: its chip and name, the way up, and the way out."""

    def __init__(
        self, look: Look, ink: Ink, function: Function, *, up: Callable[[], object], out: Callable[[], object]
    ) -> None:
        super().__init__()
        name = label(look, function.label, BODY, wraps=True)
        self.main = label(look, "main", CAPTION, tone="second")
        self.up = make_tool_button(look, icon="arrow-up", name=f"{function.label} earlier", side=TARGET_LEAST)
        self.out = make_tool_button(
            look, icon="close", name=f"Not {function.label} any more", side=TARGET_LEAST
        )
        self.up.clicked.connect(up)
        self.out.clicked.connect(out)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(ChipLabel(look, ink, function, size=20))
        row.addSpacing(SPACE_4)
        row.addWidget(name, 1)
        row.addWidget(self.main)
        row.addWidget(self.up)
        row.addWidget(self.out)


class PersonRoles(QWidget):
    """Edits the list; ``keep`` gets the whole list each time."""

    def __init__(self, look: Look, ink: Ink, keep: Callable[[Roles], object]) -> None:
        super().__init__()
        self._look, self._ink, self._keep = look, ink, keep
        self._roles: Roles = ()
        self.rows: KeyedRows[Function, _Row] = KeyedRows(self._make, gap=2)
        self.more = Choice[Function | None](look, {None: _ADD}, "Add a role that the person can do")
        self.more.committed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(SPACE_8 // 2)
        column.addWidget(self.rows)
        column.addWidget(self.more)

    def show_roles(self, roles: Roles) -> None:
        """Show the roles in their order."""
        self._roles = roles
        self.rows.show_keys(roles)
        for place, function in enumerate(roles):
            row = self.rows.rows[function]
            row.main.setVisible(place == 0)
            row.up.setVisible(place > 0)
        left = [function for function in Function if function not in roles]
        self.more.offer({None: _ADD, **{function: function.label for function in left}})
        self.more.show_value(None)

    def _add(self) -> None:
        function = self.more.read()
        if function is not None:
            self._keep((*self._roles, function))

    def _make(self, function: Function) -> _Row:
        return _Row(
            self._look,
            self._ink,
            function,
            up=partial(self._move_up, function),
            out=partial(self._take_out, function),
        )

    def _move_up(self, function: Function, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        at = self._roles.index(function)
        roles = list(self._roles)
        roles[at - 1 : at + 1] = [function, roles[at - 1]]
        self._keep(tuple(roles))

    def _take_out(self, function: Function, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self._keep(tuple(each for each in self._roles if each is not function))
