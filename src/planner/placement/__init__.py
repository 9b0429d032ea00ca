"""Placement says where every team, card and connector stands: pure geometry, whole or after one edit."""

from planner.placement.geometry import Rect
from planner.placement.hierarchy import Hierarchy
from planner.placement.measuring import CardText, Measure, card_text
from planner.placement.overview import Overview, Tile, overview
from planner.placement.placing import Placement, TeamBox, place
from planner.placement.routes import Piece, Route, RouteKind
from planner.placement.settings import COMFORTABLE, PAPER, SCREEN, Layout, Settings
from planner.placement.shapes import Heading, TeamShape

__all__ = [
    "COMFORTABLE",
    "PAPER",
    "SCREEN",
    "CardText",
    "Heading",
    "Hierarchy",
    "Layout",
    "Measure",
    "Overview",
    "Piece",
    "Placement",
    "Rect",
    "Route",
    "RouteKind",
    "Settings",
    "TeamBox",
    "TeamShape",
    "Tile",
    "card_text",
    "overview",
    "place",
]
