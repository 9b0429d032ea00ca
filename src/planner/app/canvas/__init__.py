"""The canvas: the chart as a surface to read, walk through and rearrange."""
