"""Rules of the category Structure."""
