"""Rules of the category Squads."""
