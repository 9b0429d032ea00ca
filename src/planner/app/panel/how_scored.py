"""How the score is made: every category and rule with its weight, score and lost points, and the sum."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from planner.app.controls.labels import label
from planner.app.panel.account import Account, CategoryLines, RuleLine, Standing, Sum
from planner.app.panel.floating import Floating
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_12, SPACE_24
from planner.guidance import Needs
from planner.messages import Format, render
from planner.typography import Style
from planner.typography.scale import BODY, BODY_STRONG, LABEL, SMALL

_WIDTH: Final = 660
_HEADINGS: Final = ("Category and rule", "Weight", "Score", "Points lost")
_RULE_OF_SUMS: Final = (
    "Each rule that applies scores from 0 to 100%. The total is their mean, each counted by its weight. "
    "Muted rules, and rules that do not apply, stand in no sum."
)
_RULE_OF_DRAWN: Final = (
    "The same sum over the rules that need teams and seats only; the others are marked “agreements”."
)


class HowScored(Floating):
    """The account of a score as a table that adds up."""

    def __init__(self, look: Look, window: QWidget, account: Account, form: Format) -> None:
        super().__init__(look, window, width=_WIDTH, title="How the score is made")
        self._look, self._form = look, form
        for words, style, tone in self._words(account):
            self.body.addWidget(label(look, words, style, tone=tone, wraps=True))
        self.table = self._table(account)
        self.body.addWidget(self.table)
        self.table.currentCellChanged.connect(self._follow)

    def _follow(self, row: int, column: int) -> None:
        """Keep the cell in view to which the keys lead."""
        cell = self.table.visualRect(self.table.model().index(row, column)).center()
        place = self.table.mapTo(self._inside, self.table.viewport().mapToParent(cell))
        self._area.ensureVisible(place.x(), place.y())

    def _words(self, account: Account) -> Iterator[tuple[str, Style, str]]:
        if account.total is None:
            yield "Nothing to score yet: nobody holds a seat in one of the six ML roles.", BODY, ""
            return
        yield _RULE_OF_SUMS, SMALL, "second"
        lost = f"The points lost add up to {self._form.loss(account.missing)}."
        yield f"{self._sum(account.total)}. {lost}", BODY_STRONG, ""
        if account.as_drawn is not None:
            yield f"As drawn: {self._sum(account.as_drawn)}. {_RULE_OF_DRAWN}", SMALL, "second"
        if account.own_weights is not None:
            yield f"The weights are this plan's own: {account.own_weights}.", SMALL, "second"

    def _sum(self, one: Sum) -> str:
        earned = self._form.decimals(one.earned, one.digits)
        return f"100 × {earned} / {one.weight:g} = {self._form.decimals(one.total)}"

    def _table(self, account: Account) -> QTableWidget:
        rows = [row for category in account.categories for row in self._rows(category)]
        rows.append((("Sum", *self._totals(account)), BODY_STRONG, "ink"))
        table = QTableWidget(len(rows), len(_HEADINGS))
        table.setAccessibleName("Categories and rules with weight, score and points lost")
        for column, words in enumerate(_HEADINGS):
            table.setHorizontalHeaderItem(column, _heading(words, is_number=column > 0))
        for at, (cells, style, tone) in enumerate(rows):
            self._fill(table, at, cells, font=self._look.font(style), tone=tone)
        self._dress(table)
        return table

    def _totals(self, account: Account) -> tuple[str, str, str]:
        if account.total is None:
            return "0", "–", "–"
        total = self._form.decimals(account.total.total)
        return f"{account.total.weight:g}", total, self._form.loss(account.missing)

    def _rows(self, category: CategoryLines) -> list[tuple[tuple[str, ...], Style, str]]:
        score = "–" if category.score is None else self._form.decimals(category.score)
        lost = "–" if category.lost is None else self._lost(category.lost)
        head = (category.name.value, f"{category.weight:g}", score, lost)
        return [(head, BODY_STRONG, "ink"), *(self._row(line) for line in category.rules)]

    def _row(self, line: RuleLine) -> tuple[tuple[str, ...], Style, str]:
        name = "    " + render(line.rule.name, self._form)
        if line.rule.needs is Needs.AGREEMENTS:
            name += " (agreements)"
        counts = line.standing is Standing.COUNTS
        if not counts:
            name += f", {line.standing.value}"
        score = "–" if line.score is None else self._form.share(line.score)
        lost = "–" if line.lost is None else self._lost(line.lost)
        return (name, f"{line.weight:g}", score, lost), SMALL, "ink" if counts else "ink-3"

    def _lost(self, points: float) -> str:
        return self._form.loss(points) if points else self._form.decimals(0)

    def _fill(self, table: QTableWidget, at: int, cells: Sequence[str], *, font: QFont, tone: str) -> None:
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setFont(font)
            item.setForeground(self._look.colour(tone))
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignTop)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(at, column, item)

    def _dress(self, table: QTableWidget) -> None:
        table.setProperty("part", "account")
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setFrameShape(QTableWidget.Shape.NoFrame)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setTabKeyNavigation(False)  # a stop for each cell would be a trap
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setFont(self._look.font(LABEL))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumHeight(header.fontMetrics().height() + SPACE_12)
        width = self.text_width
        table.setFixedWidth(width)
        table.resizeColumnsToContents()
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        for column, words in enumerate(_HEADINGS[1:], start=1):
            least = metrics.horizontalAdvance(words) + SPACE_24
            header.resizeSection(column, max(header.sectionSize(column), least))
        numbers = sum(header.sectionSize(column) for column in range(1, len(_HEADINGS)))
        header.resizeSection(0, width - numbers)
        table.resizeRowsToContents()
        table.setFixedHeight(table.verticalHeader().length() + header.sizeHint().height() + 2)


def _heading(words: str, *, is_number: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
