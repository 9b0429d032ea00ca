"""Find on the chart: what matches stays bright, the rest pales, and Enter goes from one match to the next."""
