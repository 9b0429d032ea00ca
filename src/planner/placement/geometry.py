"""Rectangles say where things stand: for placement, marks, pages and hit tests alike."""

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle by its left top corner and its size, y growing downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> "Rect":
        """The same size elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def turned(self) -> "Rect":
        """The same with x and y exchanged."""
        return Rect(self.y, self.x, self.height, self.width)

    def grown(self, by: float) -> "Rect":
        """Larger by a margin on all four sides."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: "Rect") -> bool:
        """Whether the two share an area."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside; the right and lower edges are not."""
        return self.x <= x < self.right and self.y <= y < self.bottom
