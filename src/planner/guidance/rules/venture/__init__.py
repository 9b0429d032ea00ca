"""Rules of the category Product centre."""
