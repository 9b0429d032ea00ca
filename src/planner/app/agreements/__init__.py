"""Agreements are what the chart cannot show: a drawer for responsibilities, practices and links."""
