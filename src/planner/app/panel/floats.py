"""What floats beside the panel is made when it is asked for, and is gone when the plan changes."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.app.document import Document
from planner.app.panel.floating import Floating
from planner.app.panel.wishes import AnyRule
from planner.app.theme import Look
from planner.guidance import Rule
from planner.messages import Format


class Floats(QObject):
    """Opens one popover at a time beside the panel.

    Signals:
        mute_wanted(AnyRule, str): mute the rule for this reason.
    """

    mute_wanted = Signal(object, str)

    def __init__(self, panel: QWidget, document: Document, look: Look, form: Format) -> None:
        super().__init__(panel)
        self._panel, self._document, self._look, self._form = panel, document, look, form
        self._open: Floating | None = None

    @property
    def shown(self) -> Floating | None:
        """What is open, None when nothing is."""
        return self._open

    def show_account(self, anchor: QWidget) -> None:
        """Show how the score is made."""
        from planner.app.panel.account import account_of
        from planner.app.panel.how_scored import HowScored

        account = account_of(self._document.review)
        self._show(HowScored(self._look, self._window, account, self._form), anchor)

    def show_rule(self, rule: AnyRule, anchor: QWidget) -> None:
        """Show why there is a rule, of the guidance or of the second pack."""
        from planner.app.panel.rule_page import RulePage, of_basics, of_guidance

        pack = self._document.pack
        if isinstance(rule, Rule):
            told = of_guidance(rule, pack.weights_in(self._document.project)[rule.id])
        else:
            told = of_basics(rule, pack.basics)
        self._show(RulePage(self._look, self._window, told, self._form), anchor)

    def ask_reason(self, rule: AnyRule, anchor: QWidget) -> None:
        """Ask why a rule is to be muted."""
        from planner.app.panel.mute import MuteForm

        form = MuteForm(self._look, self._window, rule, self._form)
        form.mute_wanted.connect(self.mute_wanted)
        self._show(form, anchor)

    def close(self) -> None:
        """Close what is open."""
        if self._open is not None:
            self._open.close_it()

    @property
    def _window(self) -> QWidget:
        return self._panel.window()

    def _show(self, popover: Floating, anchor: QWidget) -> None:
        self.close()
        self._open = popover
        popover.closed.connect(partial(self._forget, popover))
        popover.open_beside_widget(anchor, self._panel)

    def _forget(self, popover: Floating) -> None:
        if self._open is popover:
            self._open = None
        popover.deleteLater()
