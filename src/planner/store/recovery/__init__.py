"""Recovery: no step is lost, whatever happens to the program, and undo outlives it."""

from planner.store.recovery.lost import LostSession
from planner.store.recovery.records import Standing
from planner.store.recovery.recovery import Recovery, Resumed
from planner.store.recovery.sessions import Image, PendingImage, Session

__all__ = ["Image", "LostSession", "PendingImage", "Recovery", "Resumed", "Session", "Standing"]
