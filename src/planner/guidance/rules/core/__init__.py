"""Rules of the category Central team."""
