"""Moving a person: one gesture behind drag, click-to-move, keyboard carry and *Move to…*."""
