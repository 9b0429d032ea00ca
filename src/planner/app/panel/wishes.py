"""Wishes are what a user asks for at a finding; the list, its cards and their details share one object."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from planner.advice.fixes import RankedFix
from planner.guidance import Finding, Rule
from planner.guidance.basics import BasicsRule
from planner.messages import Message

AnyRule = Rule | BasicsRule
"""A rule of the guidance or of the second pack: both can be muted."""


class Wishes(QObject):
    """Says upwards what a finding's buttons and links were asked for.

    Signals:
        fix_chosen(RankedFix): apply this fix.
        place_wanted(object, str): select and show these subjects in the colour of a severity.
        mute_wanted(Finding, QWidget): ask for the reason to mute the finding's rule, beside a widget.
        rule_wanted(Finding, QWidget): show why there is the finding's rule, beside a widget.
        agreement_wanted(AgreementPlace): open the Agreements there.
        team_wanted(str): edit the fields of the team with this id.
    """

    fix_chosen = Signal(object)
    place_wanted = Signal(object, str)
    mute_wanted = Signal(object, object)
    rule_wanted = Signal(object, object)
    agreement_wanted = Signal(object)
    team_wanted = Signal(str)


class Answers(Struct, frozen=True):
    """What the list asks of the document: fixes of findings or why there are none, names of teams."""

    fixes_for: Callable[[Finding], Sequence[RankedFix] | None]
    """None while they are looked for."""
    reason_for_none: Callable[[Finding], Message]
    """Why a finding has no fix."""
    team_name: Callable[[str], str]
    settle: Callable[[], None]
    """Lists the findings as they are now, if the list is behind; called before one of them is acted on."""
