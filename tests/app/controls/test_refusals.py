"""A refusal is seen where something was given, and heard at once."""

import pytest
from PySide6.QtGui import QAccessible

from planner.app.controls import speaking
from planner.app.controls.refusals import Refusal


@pytest.fixture
def heard(monkeypatch):
    """What is handed to a screen reader, which is there."""
    events = []
    monkeypatch.setattr(speaking.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        speaking.QAccessible,
        "updateAccessibility",
        lambda event: events.append((event.message(), event.politeness())),
    )
    return events


def test_a_reason_is_shown_and_interrupts_a_screen_reader(qtbot, look, heard):
    refusal = Refusal(look)
    qtbot.addWidget(refusal)
    refusal.show_reason("A core needs a name.")
    assert not refusal.isHidden()
    assert refusal.text() == "A core needs a name."
    assert heard == [("A core needs a name.", QAccessible.AnnouncementPoliteness.Assertive)]


def test_a_reason_that_is_gone_is_neither_seen_nor_heard(qtbot, look, heard):
    refusal = Refusal(look)
    qtbot.addWidget(refusal)
    refusal.show_reason("A core needs a name.")
    heard.clear()
    refusal.forget()
    assert refusal.isHidden()
    assert heard == []
