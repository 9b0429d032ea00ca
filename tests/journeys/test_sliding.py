"""Teams slide to where another layout has them, those too that leave what is seen."""

from PySide6.QtGui import QColor, QImage
from tests.journeys.conftest import Planner

from planner.placement import Layout, Settings

SQUADS = "\n".join(
    f"  squad Squad {number}\n    DS Ada {number}\n" + "    SD vacant\n" * 5 for number in range(6)
)
LAYOUT = f"plan Acme\ngroup All\n{SQUADS}"


def drawn(planner: Planner, area) -> int:
    """In how many colours a part of the chart is drawn: the empty canvas has two."""
    port = planner.bench.canvas.viewport()
    image: QImage = port.grab(area.intersected(port.rect())).toImage()
    return len(
        {
            QColor(image.pixel(x, y)).name()
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        }
    )


def test_a_team_that_leaves_the_sight_is_seen_until_it_is_gone(planner: Planner):
    canvas = planner.opens(LAYOUT, size=(960, 600)).bench.canvas
    canvas.zoom_to(1.0)
    canvas.reveal(("team", "Squad 0"))
    before, settings = canvas.scene.placement, canvas.scene.settings
    canvas.arrange(Settings(layout=Layout.SIDEWAYS, card_height=settings.card_height))
    left = [
        canvas.to_viewport(before.rect(team)).intersected(canvas.viewport().rect())
        for team in before.order
        if not canvas.viewport().rect().intersects(canvas.to_viewport(canvas.scene.rect_of(("team", team))))
    ]
    gone = [area for area in left if area.width() > 60 and area.height() > 60]
    assert gone, "every team stays in sight"
    empty = [drawn(planner, area) for area in gone]
    canvas._surface.begin_moves(before)
    assert all(drawn(planner, area) > count for area, count in zip(gone, empty, strict=True))
    canvas._surface.end_moves()
    assert [drawn(planner, area) for area in gone] == empty
