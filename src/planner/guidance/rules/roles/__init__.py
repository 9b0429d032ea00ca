"""Rules of the category Roles."""
