"""Memory in use while something goes on for long, and the line through it."""

from pathlib import Path

Look = tuple[int, int]
"""After how many steps, and the bytes in use then."""


def resident() -> int:
    """Bytes of memory in use by this process, 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
    except OSError:
        return 0


def slope(looks: list[Look]) -> float:
    """Bytes a step, by least squares."""
    steps = sum(step for step, _ in looks) / len(looks)
    memory = sum(used for _, used in looks) / len(looks)
    spread = sum((step - steps) ** 2 for step, _ in looks) or 1
    return sum((step - steps) * (used - memory) for step, used in looks) / spread
