"""Loads what the program loads at its front doors: the rule pack and the fonts."""

from planner import resources
from planner.guidance import Pack, load_pack
from planner.typography import Fonts


def pack() -> Pack:
    """The default rule pack."""
    return load_pack(resources.read_text)


def fonts() -> Fonts:
    """The bundled fonts."""
    return Fonts.load(resources.read_bytes)
