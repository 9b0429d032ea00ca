"""Cards of the start screen: the proposed structure at length, and the others in small."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.app.canvas.ink import Ink
from planner.app.controls import Kind, divider, label, make_button
from planner.app.controls.miniature import LARGE, SMALL, Miniature
from planner.app.controls.restated import FitPill, Quote, SignedLine
from planner.app.start.recommending import Proposal
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_TEAM, SPACE_4, SPACE_8, SPACE_12, SPACE_24, TARGET_LEAST
from planner.typography.scale import BODY, BODY_STRONG, CARD_TITLE
from planner.typography.scale import SMALL as SMALL_TEXT

SHADOW = 3


class ProposalCard(QWidget):
    """One structure at length: picture, guidance, what it creates, what to watch."""

    def __init__(self, look: Look, ink: Ink) -> None:
        super().__init__()
        self._look = look
        self._title = label(look, style=CARD_TITLE)
        self._pill = FitPill(look, ink)
        self._picture = Miniature(look, ink, LARGE)
        self._quote = Quote(look)
        self._fits = SignedLine(look, ink, "good")
        self._fits_partly = SignedLine(look, ink, "warning")
        self._creates = SignedLine(look, ink, "good")
        self._hires = SignedLine(look, ink, "note")
        self._watch = SignedLine(look, ink, "warning")
        self._more = make_button(look, "Show benefits and challenges", Kind.LINK, on_click=self._toggle)
        self._more.setMinimumHeight(TARGET_LEAST)
        self._details = label(look, style=BODY, tone="second", wraps=True)
        self._details.hide()
        self._lay_out()
        look.changed.connect(self.update)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show another proposal."""
        self._title.setText(proposal.title)
        best = proposal.is_best
        self._pill.show_text("Recommended" if best else proposal.fit_word, "good" if best else "none")
        self._picture.show_layout(proposal.drawn)
        self._quote.text.setText(proposal.idea)
        self._quote.section.setText(proposal.section)
        self._fits.show_words(proposal.fit_sentence if proposal.is_best else "")
        self._fits_partly.show_words("" if proposal.is_best else proposal.fit_sentence)
        self._creates.show_words(proposal.creates)
        self._hires.show_words(proposal.hires)
        self._watch.show_words(proposal.watch)
        self._details.setText(_details(proposal))
        self.setAccessibleName(f"Proposed structure: {proposal.title}. {proposal.fit_sentence}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and its shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(SHADOW, 0.5, -SHADOW, -SHADOW - 1)
        shadow = self._look.colour("line-2")
        painter.setPen(Qt.PenStyle.NoPen)
        for by in range(0 if self._look.theme.outlined else SHADOW, 0, -1):
            shadow.setAlphaF(0.12)
            painter.setBrush(shadow)
            painter.drawRoundedRect(box.adjusted(-by + 1, 1, by - 1, by), RADIUS_TEAM + by, RADIUS_TEAM + by)
        painter.setPen(QPen(self._look.colour("line-2"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), RADIUS_TEAM, RADIUS_TEAM)
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._pill)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24 + SHADOW, 19, SPACE_24 + SHADOW, 13 + SHADOW)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addSpacing(SPACE_8)
        column.addWidget(self._picture)
        column.addSpacing(SPACE_8 + 2)
        column.addWidget(self._quote)
        column.addSpacing(SPACE_12)
        for line in (self._fits, self._fits_partly, self._creates, self._hires, self._watch):
            column.addWidget(line)
        column.addSpacing(SPACE_4)
        column.addWidget(divider())
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)

    def _toggle(self) -> None:
        opens = self._details.isHidden()
        self._details.setVisible(opens)
        self._more.setText("Hide benefits and challenges" if opens else "Show benefits and challenges")


class StructureCard(QAbstractButton):
    """Another structure in small; a click proposes it."""

    def __init__(self, look: Look, ink: Ink, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._look = look
        self._picture = Miniature(look, ink, SMALL)
        self._picture.setParent(self)
        self._name = label(look, style=BODY_STRONG, wraps=True)
        self._fit = label(look, style=SMALL_TEXT, tone="second")
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 12, 13, 8)
        column.setSpacing(SPACE_4)
        column.addWidget(self._picture)
        column.addSpacing(SPACE_4)
        column.addWidget(self._name)
        column.addWidget(self._fit)
        column.addStretch(1)
        for child in (self._picture, self._name, self._fit):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(on_click)
        look.changed.connect(self.update)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show another structure."""
        self._picture.show_layout(proposal.drawn)
        self._name.setText(proposal.title.replace(": ", "\n"))
        self._fit.setText(proposal.fit_word)
        self.setAccessibleName(f"{proposal.title}. {proposal.fit_word}")
        self.setToolTip(proposal.idea)

    def sizeHint(self) -> QSize:
        """High enough for two lines of name."""
        return QSize(157, 137)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
        else:
            painter.setPen(QPen(self._look.colour("edge" if self.underMouse() else "line-2"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


def _details(proposal: Proposal) -> str:
    lines = [proposal.why, "", "Benefits"]
    lines += [f"•  {benefit}" for benefit in proposal.benefits]
    lines += ["", "Challenges"]
    lines += [f"•  {challenge}" for challenge in proposal.challenges]
    return "\n".join(lines)
