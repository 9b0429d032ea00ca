"""Rules of the category Hybrid."""
