"""The palette finds any command, person, team, finding or scenario by a few letters, and does it on Enter."""
