"""The theme makes widgets look alike: one look with colours by use, fonts by style, and icons by name."""

from planner.app.theme.look import Look, ThemeChoice

__all__ = ["Look", "ThemeChoice"]
