"""The bench panel: who is free and how much, found and filtered, ready to be moved onto the chart."""

from collections.abc import Callable
from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.advice.moves import Load, OnBench, Target, people_of, sources
from planner.app.bench.add_person import AddPerson
from planner.app.bench.people_list import PeopleList
from planner.app.bench.places import Filter, Places, Section
from planner.app.bench.role_filter import RoleFilter
from planner.app.bench.rows import Rows, rows_of
from planner.app.canvas.ink import Ink
from planner.app.canvas.selection import Selection
from planner.app.controls import Kind, divider, label, make_button
from planner.app.controls.buttons import sign_as_search
from planner.app.controls.sparing import fill
from planner.app.document import Document, FirstLook
from planner.app.moving.gesture import Gesture
from planner.app.moving.hints import Way
from planner.app.theme import Look
from planner.app.theme.metrics import CONTROL_HEIGHT
from planner.domain import Difference
from planner.messages import ENGLISH, Format, Fte, message, render
from planner.typography.scale import CAPTION, PANEL_TITLE, SMALL

_LOW: Final = 350
"""A bench lower than this, in px at 100% text, cannot show everything beside the fields of a new person."""


class Bench(QWidget):
    """The people of the plan beside the chart; a drop here takes a person off their seat.

    Signals:
        import_asked(): a roster is to be read.
        menu_asked(str, QPoint): a person's menu is wanted at a place on the screen.
        move_asked(str), carry_asked(str): *Move to…*, or carrying by keys, for a person.
        edit_asked(str): a person's popover is wanted.
        drag_begun(str, QPoint): a person is being dragged.
        refused(Message): why a person was not added.
    """

    import_asked = Signal()
    menu_asked = Signal(str, QPoint)
    move_asked = Signal(str)
    edit_asked = Signal(str)
    carry_asked = Signal(str)
    drag_begun = Signal(str, QPoint)
    refused = Signal(object)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        gesture: Gesture,
        *,
        look: Look,
        ink: Ink,
        new_id: Callable[[], str],
        first: FirstLook | None = None,
        form: Format = ENGLISH,
        parent: QWidget | None = None,
    ) -> None:
        """With a first look at what is shown, where there is one."""
        super().__init__(parent)
        self._document, self._selection, self._gesture = document, selection, gesture
        self._look, self._form, self._new_id = look, form, new_id
        self._places = first.places if first else Places.of(document.project, document.scenario_id)
        self._folded: frozenset[Section] = frozenset()
        self._all_assigned = False
        self._is_target = False
        self.free = label(look, style=SMALL, tone="second")
        self.field = QLineEdit()
        self.filter = RoleFilter(look=look, ink=ink, form=form)
        self.list = PeopleList(look=look, ink=ink, scenario=lambda: document.scenario)
        self.setAccessibleName("Bench")
        self._lay_out(look)
        self._connect()
        self._show_people()

    @cached_property
    def add(self) -> AddPerson:
        """The fields of a new person, made when they are first asked for."""
        add = AddPerson(self._document, look=self._look, new_id=self._new_id)
        add.added.connect(self._select_added)
        add.refused.connect(self.refused)
        add.shown.connect(self._make_room)
        add.left.connect(self.list.setFocus)
        self._column.insertWidget(self._column.count() - 1, add)
        return add

    def find_person(self) -> None:
        """Put the cursor into the find field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def rows(self) -> Rows:
        """The rows that are shown."""
        return self.list.rows

    # A zone to drop on

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies on the bench."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))

    def target_at(self, _at: QPoint) -> Target | None:
        """The whole bench is one target; whoever comes from it has nowhere to go here."""
        return OnBench() if sources(self._gesture.carried) else None

    def carried_near(self, _at: QPoint) -> None:
        """The bench does not scroll: it is one target."""

    def next_target(self, _step: tuple[int, int]) -> Target | None:
        """Arrows lead over the chart's seats only; Delete brings a person back here."""
        return None

    def place_of(self, _target: Target) -> QRect | None:
        """Where the bench is on the screen."""
        return QRect(self.mapToGlobal(QPoint(0, 0)), self.size())

    def home_of(self, load: Load) -> QRect | None:
        """Where the card of a person, the first of several, is on the screen."""
        people = people_of(load)
        return self.list.rect_of(people[0].person) if people else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and a ring while a drop here would bring somebody back."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._look.colour("panel"))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the find field, Down and Enter lead from it into the list."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key is Qt.Key.Key_Escape and (self.field.text() or self.filter.on):
                self.field.clear()
                self.filter.clear()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._leave_field(key)
        return super().eventFilter(watched, event)

    def _leave_field(self, key: Qt.Key) -> bool:
        first = next((row.entry for row in self.list.rows.rows if row.entry is not None), None)
        if first is not None:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.reveal(first.person.id)
            self._selection.select(("person", first.person.id))
        elif self.field.text().strip() and key is not Qt.Key.Key_Down:
            self.add.open(self.field.text().strip())
        return True

    def _connect(self) -> None:
        self.field.textChanged.connect(self._show_people)
        self.field.installEventFilter(self)
        self.filter.changed.connect(self._show_people)
        self.list.fold_asked.connect(self._fold)
        self.list.all_asked.connect(self._show_all)
        self.list.picked.connect(lambda person: self._selection.select(("person", person)))
        self.list.toggled.connect(lambda person: self._selection.toggle(("person", person)))
        self.list.extended.connect(lambda person: self._selection.extend([("person", person)]))
        self.list.menu_asked.connect(self.menu_asked)
        self.list.move_asked.connect(self.move_asked)
        self.list.edit_asked.connect(self.edit_asked)
        self.list.carry_asked.connect(self.carry_asked)
        self.list.drag_begun.connect(self.drag_begun)
        self._selection.changed.connect(self._follow_selection)
        for signal in (self._gesture.began, self._gesture.changed, self._gesture.ended):
            signal.connect(self._follow_gesture)
        self._document.changed.connect(self._follow)
        self._document.scenario_switched.connect(self._rebuild)

    def _follow(self, difference: Difference) -> None:
        self._places.follow(self._document.project, difference)
        self._show_people()

    def _rebuild(self) -> None:
        self._places = Places.of(self._document.project, self._document.scenario_id)
        self._show_people()

    def _show_people(self) -> None:
        self.filter.show_counts(self._places.counts)
        free = message("{fte} FTE free", fte=Fte(self._places.free))
        self.free.setText(render(free, self._form))
        self.list.show_rows(
            rows_of(
                self._places,
                self._document.scenario,
                chosen=Filter(self.field.text(), self.filter.on),
                folded=self._folded,
                all_assigned=self._all_assigned,
            )
        )
        self._follow_selection()

    def _fold(self, section: Section) -> None:
        self._folded = self._folded ^ {section}
        self._show_people()

    def _show_all(self) -> None:
        self._all_assigned = True
        self._show_people()

    def _select_added(self, person: str) -> None:
        self.field.clear()
        self._selection.select(("person", person))
        self.list.reveal(person)

    def _follow_selection(self) -> None:
        people = {key for kind, key in self._selection.items if kind == "person"}
        seats = self._document.scenario.seats
        for seat in map(seats.get, self._selection.seats()):
            if seat is not None and seat.person is not None:
                people.add(seat.person)
        self.list.show_selected(frozenset(people))

    def _follow_gesture(self) -> None:
        carried = self._gesture.carried
        moves = carried is not None and self._gesture.way is not Way.LIST
        self.list.show_carried(frozenset(one.person for one in people_of(carried)) if moves else frozenset())
        is_target = carried is not None and isinstance(self._gesture.target, OnBench)
        if is_target != self._is_target:
            self._is_target = is_target
            self._ring.setVisible(is_target)
            self._ring.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring as large as the bench, and room for the fields of a new person."""
        super().resizeEvent(event)
        self._make_room()
        self._ring.setGeometry(self.rect())

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 12, 10)
        head.addWidget(label(look, "Bench", PANEL_TITLE))
        head.addStretch(1)
        head.addWidget(self.free)
        sign_as_search(look, self.field)
        self.field.setPlaceholderText("Find a person")
        look.resized.connect(self._fit_field)
        self._fit_field()
        keys = label(look, "Ctrl Shift F", CAPTION, tone="third")
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        inside.addWidget(keys)
        self.field.textChanged.connect(lambda text: keys.setVisible(not text))
        self.field.setAccessibleName("Find a person")
        self.field.setToolTip("Find a person, team, role or skill (Ctrl+Shift+F)")
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 4)
        top.setSpacing(8)
        top.addWidget(self.field)
        top.addWidget(self.filter)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 8, 10, 8)
        add = make_button(look, "Add person", Kind.PLAIN, icon="person-add", on_click=self._ask_for_person)
        bring = make_button(look, "Import…", Kind.QUIET, icon="upload", on_click=self.import_asked.emit)
        foot.addWidget(add)
        foot.addWidget(bring)
        foot.addStretch(1)
        column.addLayout(head)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(divider())
        self._column = column
        column.addLayout(foot)
        self._ring = _Ring(look, self)

    def _fit_field(self) -> None:
        """As high as its text needs: a style sheet's least height is stronger than a fixed one."""
        inside = self._look.grown(CONTROL_HEIGHT) - 2
        self.field.setStyleSheet(f"QLineEdit, QLineEdit:focus {{ padding: 0 2px; min-height: {inside}px }}")

    def _ask_for_person(self) -> None:
        self.add.open()

    def _make_room(self) -> None:
        """In a low bench the roles to filter by give way to the fields of a new person."""
        adds = "add" in vars(self) and not self.add.isHidden()
        self.filter.setVisible(not adds or self.height() >= self._look.px(_LOW))


class _Ring(QWidget):
    """The border around the bench while it is the target of a drop."""

    def __init__(self, look: Look, bench: QWidget) -> None:
        super().__init__(bench)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the border of a target under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        halo = self._look.colour("accent")
        box = self.rect().toRectF()
        halo.setAlphaF(0.28)
        painter.setPen(halo)
        for inset in (0.5, 1.5, 2.5):
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 7, 7)
        painter.setPen(self._look.colour("accent"))
        for inset in (3.5, 4.5):
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.end()
