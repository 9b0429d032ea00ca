"""The outline is the chart as a standard tree: team, seat, person, with every command of the canvas."""
