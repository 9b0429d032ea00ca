"""Rules of the category People."""
