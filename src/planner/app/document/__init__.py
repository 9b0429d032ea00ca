"""The document of a window: its project, its history, and where both are kept."""

from planner.app.document.document import Document, Preview
from planner.app.document.first_look import FirstLook
from planner.app.document.ledger import InMemory, Ledger, Making
from planner.app.document.steps import Steps

__all__ = ["Document", "FirstLook", "InMemory", "Ledger", "Making", "Preview", "Steps"]
