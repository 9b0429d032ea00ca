"""Papers by name and size, and which larger one comes next."""

from typing import Final

from msgspec import Struct

from planner.errors import PlannerError

MM: Final = 72 / 25.4  # points


class Paper(Struct, frozen=True):
    """A sheet: its name, empty for one of no standard size, and width and height in points."""

    name: str
    width: float
    height: float

    @property
    def landscape(self) -> "Paper":
        """The sheet lying."""
        return Paper(self.name, max(self.width, self.height), min(self.width, self.height))

    @property
    def portrait(self) -> "Paper":
        """The sheet standing."""
        return Paper(self.name, min(self.width, self.height), max(self.width, self.height))

    def larger(self) -> list["Paper"]:
        """The next larger sheets up to A0, the same way round; American ones lead over Tabloid."""
        lying = self.width >= self.height
        area = self.width * self.height
        american = self.name in _AMERICAN
        names = [*(_AMERICAN if american else ()), *reversed(_ISO)]
        sheets = [PAPERS[name] for name in names if PAPERS[name].width * PAPERS[name].height > area * 1.01]
        if american:
            sheets = [sheet for sheet in sheets if sheet.name in _AMERICAN or sheet.name in _ISO[:3]]
        sheets.sort(key=lambda sheet: sheet.width * sheet.height)
        return [sheet.landscape if lying else sheet.portrait for sheet in sheets]


_ISO: Final = ("A0", "A1", "A2", "A3", "A4")
_AMERICAN: Final = ("Letter", "Legal", "Tabloid")
_SIZES: Final = {
    "A4": (210 * MM, 297 * MM),
    "A3": (297 * MM, 420 * MM),
    "A2": (420 * MM, 594 * MM),
    "A1": (594 * MM, 841 * MM),
    "A0": (841 * MM, 1189 * MM),
    "Letter": (612.0, 792.0),
    "Legal": (612.0, 1008.0),
    "Tabloid": (792.0, 1224.0),
}
PAPERS: Final = {name: Paper(name, width, height) for name, (width, height) in _SIZES.items()}


def paper_named(name: str, *, portrait: bool = False) -> Paper:
    """The sheet with a name, in any case; PlannerError names those there are."""
    for known, paper in PAPERS.items():
        if known.casefold() == name.strip().casefold():
            return paper.portrait if portrait else paper.landscape
    raise PlannerError(
        "There is no paper {name}; choose one of {papers}.", name=name, papers=", ".join(PAPERS)
    )
