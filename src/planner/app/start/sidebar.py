"""The left side of the start screen: new, open, recent and sample plans."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner import resources
from planner.app.controls import ScorePill, label
from planner.app.controls.labels import picture, plain_tip
from planner.app.files.recent import RecentFile, RecentFiles, when_in_words
from planner.app.theme import Look
from planner.app.theme.growing import keep_height, keep_target
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from planner.typography.scale import BODY_MEDIUM, LABEL, PANEL_TITLE, SHARE, SMALL, STEP

WIDTH: Final = 288
_WIDEST: Final = 400
SHOWN_RECENT: Final = 5
_BY_KEYS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Sample(NamedTuple):
    """A plan that comes with the program."""

    file: str
    name: str
    words: str


SAMPLES: Final = (
    Sample("samples/small-startup.plan.json", "Small start-up", "1 full-stack data scientist"),
    Sample("samples/large-startup.plan.json", "Large start-up", "3 squads, 22 people"),
    Sample("samples/enterprise.plan.json", "Enterprise", "Hybrid, 42 people"),
)


class SidebarRow(QAbstractButton):
    """A line to click: picture, words, and a second line or keys."""

    def __init__(
        self, look: Look, *, icon: str, name: str, below: str = "", keys: str = "", chosen: bool = False
    ) -> None:
        super().__init__()
        self._look, self._icon, self._name = look, icon, name
        self._below, self._keys, self._chosen = below, keys, chosen
        self._has_ring = self._has_score = False
        keep_height(look, self, 46 if below else 36, lines=2 if below else 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{name}, {below}" if below else name)
        look.changed.connect(self.update)

    def show_score(self, total: float | None, judgement: str | None) -> None:
        """Show a score at the right."""
        self._has_score = True
        pill = ScorePill(self._look)
        pill.show_score(total, judgement)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE_12, 0)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only where the keyboard brought the focus."""
        self._has_ring = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as the sidebar allows."""
        return QSize(WIDTH - 2 * SPACE_16, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, picture and words."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-bg" if self._chosen else "sunken"))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self._chosen and look.theme.outlined:  # a border in place of the tint, within the ring
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS_CONTROL - 3, RADIUS_CONTROL - 3)
        if self.hasFocus() and self._has_ring:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        use = "accent-ink" if self._chosen else "ink-2"
        side = look.icon_side(16)
        left = 10 + side + SPACE_8
        top = (6 + (look.grown(18) - side) // 2) if self._below else (self.height() - side) // 2
        painter.drawPixmap(10, top, look.pixmap(self._icon, use, side, self.devicePixelRatioF()))
        painter.setPen(look.colour("accent-ink" if self._chosen else "ink"))
        painter.setFont(look.font(BODY_MEDIUM if self._below else STEP))
        middle = Qt.AlignmentFlag.AlignVCenter
        taken = (52 if self._has_score else SPACE_12) if self._below else look.px(60)
        room = self.width() - left - taken
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        line = look.grown(18)
        top, height = (5, line) if self._below else (0, self.height())
        painter.drawText(QRectF(left, top, room, height), middle, name)
        painter.setPen(look.colour(use if self._keys else "ink-2"))
        painter.setFont(look.font(SHARE if self._keys else SMALL))
        if self._below:
            below = painter.fontMetrics().elidedText(self._below, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, 5 + line, room, look.grown(17)), middle, below)
        else:
            place = QRectF(0, 0, self.width() - SPACE_12, self.height())
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, self._keys)
        painter.end()


class _Logo(QWidget):
    """The program's own picture."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        keep_target(look, self, 36)
        self._svg = QSvgRenderer(QByteArray(resources.read_bytes("brand/planner.svg")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._svg.render(painter, QRectF(self.rect()))
        painter.end()


class Sidebar(QWidget):
    """What there is to open; ``open_path``, ``open_sample`` and the two commands do it."""

    def __init__(
        self,
        look: Look,
        recent: RecentFiles,
        *,
        new: Callable[[], object],
        open_file: Callable[[], object],
        open_path: Callable[[Path], object],
        open_sample: Callable[[Sample], object],
    ) -> None:
        super().__init__()
        self._look, self._open_path = look, open_path
        self.setProperty("part", "panel-left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look.resized.connect(self._fit_width)
        self._fit_width()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_24, SPACE_16, SPACE_16)
        column.setSpacing(1)
        column.addLayout(self._head())
        column.addSpacing(SPACE_24)
        self._add(column, SidebarRow(look, icon="plus", name="New plan", keys="Ctrl N", chosen=True), new)
        column.addSpacing(SPACE_4)
        self._add(column, SidebarRow(look, icon="folder", name="Open…", keys="Ctrl O"), open_file)
        entries = list(recent)[:SHOWN_RECENT]
        if entries:
            self._title(column, "Recent")
        for entry in entries:
            self._add_recent(column, entry)
        self._title(column, "Sample plans")
        for sample in SAMPLES:
            row = SidebarRow(look, icon="hierarchy", name=sample.name, below=sample.words)
            row.clicked.connect(lambda _checked=False, sample=sample: open_sample(sample))
            column.addWidget(row)
        column.addStretch(1)
        column.addLayout(self._foot())

    def _fit_width(self) -> None:
        """Grow with the text, but leave the questions their room."""
        self.setFixedWidth(min(self._look.px(WIDTH), _WIDEST))

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self._look, "MLOps Team Planner", PANEL_TITLE, wraps=True))
        words.addWidget(label(self._look, "Plan teams, see the score", SMALL, tone="second", wraps=True))
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_8, 0, 0, 0)
        row.setSpacing(SPACE_12)
        row.addWidget(_Logo(self._look))
        row.addLayout(words, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        words = label(
            self._look,
            "Works offline. A plan is one file on this computer.",
            SMALL,
            tone="second",
            wraps=True,
        )
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_8, 0, SPACE_4, 0)
        row.setSpacing(10)
        row.addWidget(picture(self._look, "lock", size=14))
        row.addWidget(words, 1)
        return row

    def _title(self, column: QVBoxLayout, words: str) -> None:
        title = label(self._look, words, LABEL, tone="second")
        title.setContentsMargins(SPACE_8, 14, 0, 6)
        column.addWidget(title)

    def _add(self, column: QVBoxLayout, row: SidebarRow, does: Callable[[], object]) -> None:
        row.clicked.connect(does)
        column.addWidget(row)

    def _add_recent(self, column: QVBoxLayout, entry: RecentFile) -> None:
        when = when_in_words(entry.when, datetime.now().astimezone().replace(tzinfo=None))
        below = ", ".join(part for part in (entry.scenario, when) if part)
        row = SidebarRow(self._look, icon="file", name=entry.plan, below=below or entry.path)
        row.setToolTip(plain_tip(entry.path))
        row.show_score(entry.total, entry.judgement)
        row.clicked.connect(lambda: self._open_path(Path(entry.path)))
        column.addWidget(row)
