"""Who reads an open finding is not carried away by what grows above it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def _settle():
    for _ in range(8):
        QApplication.processEvents()


def _opened(panel, qtbot):
    """The last finding, opened, and the view it is seen in."""
    panel.resize(340, 560)
    qtbot.waitUntil(lambda: not panel.is_looking)
    _settle()
    panel.findings.open(panel.findings.cards[-1].finding.key)
    _settle()
    card = next(card for card in panel.findings.cards if card.is_open)
    return card, panel.findings.findChild(QScrollArea).viewport()


def test_an_open_finding_stays_where_it_is_read_when_the_list_above_grows(panel, qtbot):
    card, view = _opened(panel, qtbot)
    before = card.mapTo(view, QPoint(0, 0))
    above = QWidget()
    above.setFixedHeight(90)
    panel.findings.add_above(above)
    _settle()
    assert card.mapTo(view, QPoint(0, 0)) == before


def test_what_opens_is_brought_into_view_with_all_its_words(panel, qtbot):
    card, view = _opened(panel, qtbot)
    assert card.height() >= card.heightForWidth(card.width())
    top = card.mapTo(view, QPoint(0, 0)).y()
    assert top >= 0
    assert top + card.height() <= view.height() or top == 0
