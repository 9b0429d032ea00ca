"""What a torture found: how often it tried, and a line for every promise that was broken."""

from collections.abc import Sequence

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """``tried`` is what ``unit`` counts, ``faults`` are broken promises, ``said`` are figures worth a look.

    ``skipped`` tells why nothing, or a part, could be tried on this machine.
    """

    name: str
    tried: int
    unit: str
    faults: Sequence[str] = ()
    said: str = ""
    skipped: str = ""

    def __str__(self) -> str:
        verdict = "held" if not self.faults else f"{len(self.faults)} FAULTS, the first: {self.faults[0]}"
        parts = (self.said, f"skipped: {self.skipped}" if self.skipped else "")
        said = "".join(f"; {part}" for part in parts if part)
        return f"{self.name:<12} {self.tried:>7,} {self.unit}: {verdict}{said}"
