"""States of interaction as groups that lie over the chart: what is hovered, selected, offered or refused."""

from collections.abc import Sequence

from msgspec.structs import replace

from planner.drawing.cards import Card, card_marks, pill, small_card, small_target
from planner.drawing.chart import Chart
from planner.drawing.looks import CARD_RADIUS, LOOKS, TEAM_RADIUS, Look, State, framed, from_afar
from planner.drawing.marks import Box, Dash, Group, IconMark, Label, Line, Mark, Rect, moved
from planner.drawing.short_names import shorter_person
from planner.drawing.team_frames import frame_marks, state_look
from planner.messages import Message, message
from planner.placement.settings import CARD_TEXT
from planner.typography.scale import BODY_MEDIUM, CARD_NAME, CARD_ROLE

DROP_TO_ASSIGN = message("Drop to assign")
DROP_TO_ADD = message("Drop to add a seat")
ADD_SEAT = message("Add seat")

_ICONS = {State.REFUSED: "no-entry"}
_ROW_END = 7.0
_ROW_FOOT = 1.0  # the lines to other teams, which say what they are, run right below


def seat_state(
    chart: Chart,
    seat_id: str,
    state: State,
    *,
    says: Message | None = None,
    below: Message | None = None,
    icon: str | None = None,
) -> Group:
    """A seat's card as it looks in a state, to be painted over the card.

    ``says`` takes the place of the first line: an outcome ("Drop to assign", "Swap with") or the reason of a
    refusal; ``below`` that of the second ("Carlos Mendes"), which else stays; ``icon`` that of the chip. A
    hovered card has its menu button.
    """
    rect, card, fonts = chart.placement.seats[seat_id], chart.card(seat_id), chart.fonts
    look = _look(card, state)
    words = None
    if says is not None:
        say, room = chart.placement.measure.say, rect.width - 48.0
        second = say(below) if below is not None else " ".join(card.role)
        words = (fonts.elided(say(says), CARD_NAME, room), fonts.elided(second, CARD_ROLE, room))
    marks = card_marks(
        card, rect.width, rect.height, fonts, look=look, says=words, icon=icon or _ICONS.get(state)
    )
    if state is State.HOVER:
        marks = (*marks, *menu_button(rect.width, rect.height))
    return Group(("seat", seat_id), rect, marks)


def _look(card: Card, state: State) -> Look:
    look = LOOKS[state]
    if not card.vacant or look.border != LOOKS[State.NORMAL].border:
        return look
    vacant = LOOKS[State.VACANT]
    return replace(look, border=vacant.border, dash=vacant.dash, ink=vacant.ink)


def small_seat_state(
    chart: Chart, seat_id: str, state: State, says: Message | None = None, *, scale: float
) -> Group:
    """A seat's card at compact detail in a state; ``says`` is what a drop on it would do."""
    rect, card = chart.placement.seats[seat_id], chart.card(seat_id)
    look = from_afar(_look(card, state), scale)
    if says is None:
        marks = small_card(card, rect.width, rect.height, chart.fonts, scale=scale, look=look)
    else:
        marks = small_target(
            card, _ways_to_say(says, chart), look, (rect.width, rect.height), chart.fonts, scale=scale
        )
    return Group(("seat", seat_id), rect, marks)


def _ways_to_say(says: Message, chart: Chart) -> tuple[str, ...]:
    """Words on a card, then the same with the name in them shorter: "Replace Daniel B."."""
    values = dict(says.values)
    person = values.get("person")
    shorter = shorter_person(person) if isinstance(person, str) else ()
    ways = (replace(says, values=tuple({**values, "person": form}.items())) for form in shorter)
    return tuple(chart.placement.measure.say(way) for way in (says, *ways))


def menu_button(width: float, height: float) -> tuple[Mark, ...]:
    """The "⋯" button at the right of a card, 24 × 24."""
    place = menu_button_rect(width, height)
    return (
        Box(place, 6.0, "sunken"),
        IconMark(place.x + 4.0, place.y + 4.0, 16.0, "more", "ink-2"),
    )


def flat_menu_button() -> tuple[Mark, ...]:
    """The "⋯" button beside the first line of a card, whose second line goes on below it."""
    return (Box(Rect(0.0, 1.0, 24.0, 16.0), 6.0, "sunken"), IconMark(4.0, 1.0, 16.0, "more", "ink-2"))


def role_end(chart: Chart, seat_id: str) -> float:
    """How far to the right the role on a card reaches."""
    role = chart.card(seat_id).role
    return CARD_TEXT + max((chart.fonts.width(line, CARD_ROLE) for line in role), default=0.0)


def fill_button(width: float, height: float) -> tuple[Mark, ...]:
    """The button that fills a vacant seat, where its card has the icon; the "⋯" stands left of it."""
    place = menu_button_rect(width, height)
    return (
        Box(place, 6.0, "sunken"),
        IconMark(place.x + 4.0, place.y + 4.0, 16.0, "person-add", "ink-2"),
    )


def hidden_share(chart: Chart, seat_id: str, fill: str) -> Group | None:
    """What hides a card's share while its menu button, which would cover half of it, is shown."""
    rect, card = chart.placement.seats[seat_id], chart.card(seat_id)
    if not card.share:
        return None
    place = next(
        mark.rect for mark in pill(card, rect.width, rect.height, chart.fonts) if isinstance(mark, Box)
    )
    whole = Rect(rect.x + place.x, rect.y + place.y, place.width, place.height)
    cover = Rect(0.0, 0.0, place.width, place.height)  # with a border of its own: no theme draws another
    return Group(("share", seat_id), whole, (Box(cover, 0.0, fill, fill),))


def menu_button_rect(width: float, height: float) -> Rect:
    """Where the menu button stands in a card."""
    return Rect(width - 30.0, (height - 24.0) / 2, 24.0, 24.0)


def team_state(chart: Chart, team_id: str, state: State) -> Group:
    """A team's frame as it looks in a state; its cards have to be painted over it again."""
    frame = chart.frame(team_id)
    marks = frame_marks(frame, chart.fonts, look=state_look(state, frame))
    return Group(("team", team_id), chart.placement.rect(team_id), marks)


def team_outline(chart: Chart, team_id: str, state: State, *, scale: float = 1.0) -> Group:
    """The border of a team in a state alone, to be painted over team and cards."""
    rect = chart.placement.rect(team_id)
    look = from_afar(LOOKS[state], scale)
    marks = framed(Rect(0.0, 0.0, rect.width, rect.height), replace(look, fill=None), TEAM_RADIUS)
    return Group(("team", team_id), rect, tuple(marks))


def add_seat(chart: Chart, team_id: str, state: State = State.NORMAL, says: Message | None = None) -> Group:
    """The place for one more seat that a hovered team offers, or where a drop would add one."""
    rect, fonts = chart.placement.teams[team_id].add_row, chart.fonts
    text = chart.placement.measure.say(says or ADD_SEAT)
    look = LOOKS[state]
    whole = Rect(0.0, 0.0, rect.width, rect.height)
    marks: list[Mark]
    if state is State.NORMAL:
        marks = [Box(whole, CARD_RADIUS, "panel", "edge", 1.0, Dash.DOTTED)]
    else:
        marks = framed(whole, look, CARD_RADIUS)
    ink = "ink-2" if state is State.NORMAL else look.ink
    marks.append(IconMark(12.0, (rect.height - 16.0) / 2, 16.0, _ICONS.get(state, "plus"), ink))
    shown = fonts.elided(text, BODY_MEDIUM, rect.width - 48.0)
    marks.append(Label(40.0, fonts.cap_baseline(BODY_MEDIUM, rect.height), shown, BODY_MEDIUM, ink))
    return _within(chart, team_id, Group(("add", team_id), rect, tuple(marks)))


def _within(chart: Chart, team_id: str, row: Group) -> Group:
    """A row below a team's cards, with the team's frame drawn on around it where it would hang out."""
    team, inset = chart.placement.rect(team_id), row.bounds.x - chart.placement.rect(team_id).x
    end = row.bounds.height + _ROW_FOOT
    foot = team.bottom - row.bounds.y
    if foot >= row.bounds.height + _ROW_END:
        return row
    look = state_look(State.NORMAL, chart.frame(team_id))
    fill, wide, side = look.fill or "canvas", team.width, foot - _ROW_END
    corners = ((0.5, side), (0.5, end - 0.5), (wide - 0.5, end - 0.5), (wide - 0.5, side))
    marks: list[Mark] = [
        Box(Rect(0.0, side, wide, _ROW_END + 1.0), 0.0, fill),
        Box(Rect(0.0, side, wide, end - side), TEAM_RADIUS, fill),
        Line(corners, look.border or "line", 1.0, TEAM_RADIUS),
    ]
    marks.extend(moved(mark, inset, 0.0) for mark in row.marks)
    return Group(row.key, Rect(team.x, row.bounds.y, wide, end), tuple(marks))


def spine(chart: Chart, seat_ids: Sequence[str]) -> Group | None:
    """The thin line at the left that joins the seats of one person in one team; None for fewer than two."""
    cards = sorted((chart.placement.seats[seat] for seat in seat_ids), key=lambda card: card.y)
    if len(cards) < 2:
        return None
    left = min(card.x for card in cards)
    x, top, bottom = left - 5.0, cards[0].centre[1], cards[-1].centre[1]
    marks: list[Mark] = [
        Line(
            ((cards[0].x - x, 0.0), (0.0, 0.0), (0.0, bottom - top), (cards[-1].x - x, bottom - top)),
            "accent/70",
            1.5,
            4.0,
        )
    ]
    marks += [
        Line(((0.0, card.centre[1] - top), (card.x - x, card.centre[1] - top)), "accent/70", 1.5)
        for card in cards[1:-1]
    ]
    return Group(("spine", seat_ids[0]), Rect(x, top, 6.0, bottom - top), tuple(marks))


def link_handle(rect: Rect) -> Group:
    """The dot on a hovered team's lower edge from which a link is dragged; it draws 8 px."""
    x, y = rect.centre[0] - 4.0, rect.bottom - 4.0
    return Group(
        ("handle", ""), Rect(x, y, 8.0, 8.0), (Box(Rect(0.0, 0.0, 8.0, 8.0), 4.0, "surface", "edge", 1.5),)
    )
